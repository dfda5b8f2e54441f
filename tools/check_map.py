#!/usr/bin/env python3
"""check_map.py - engine/MAP.md names every file of the engine, and only those.

usage: check_map.py [--write]

A file's line in the map is the first sentence of the file itself (`name.c - what it is`), so the
two cannot disagree; --write puts the list into the map anew.  Above the list the map is written by hand.
"""
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
ENGINE = ROOT / 'engine'
MAP = ENGINE / 'MAP.md'
BEGIN = '<!-- from here on: tools/check_map.py --write -->\n'


def tracked():
    """The engine's files that are part of the project: a new one after `git add`."""
    listed = subprocess.run(['git', '-c', 'safe.directory=*', '-C', str(ROOT), 'ls-files', '-z', 'engine'],
                            stdout=subprocess.PIPE, text=True)
    if listed.returncode == 0 and listed.stdout:
        paths = [ROOT / name for name in listed.stdout.split('\0') if name]
    else:
        paths = [path for path in ENGINE.rglob('*') if path.is_file()]
    return sorted({path for path in paths if path.exists() and path != MAP})


def first_comment(path):
    text = path.read_text(encoding='utf-8')
    if path.suffix in ('.c', '.h', '.def'):
        match = re.match(r'/\*(.*?)\*/', text, re.S)
        return re.sub(r'\n\s*\*\s?', '\n', match[1]).strip() if match else ''
    if path.suffix == '.md':
        return f'{path.name} - {text.splitlines()[0].lstrip("# ")}'
    lines = []
    for line in text.splitlines():
        if not line.startswith('#') and not line.startswith('.\\"'):
            break
        lines.append(line.lstrip('#.\\" '))
    return f'{path.name} - ' + '\n'.join(lines) if lines else ''


def summary(path):
    """What the file says of itself, up to the first full stop or line of another sentence."""
    match = re.match(re.escape(path.name) + r' - (.+)', first_comment(path), re.S)
    if not match:
        return None
    text = ' '.join(match[1].split())
    return re.split(r'\.(?:\s|$)', text, maxsplit=1)[0]


def describe(paths):
    """(lines of the list, faults)"""
    lines, faults, folder = [], [], None
    for path in paths:
        if path.suffix in ('.desktop', '.in', '.svg') or path.name == 'meson.build' and path.parent != ENGINE:
            continue
        if path.parent != folder:
            folder = path.parent
            lines += ['', f'## {folder.relative_to(ROOT).as_posix()}/', '']
        text = summary(path)
        if text is None:
            faults.append(f'{path.relative_to(ROOT)}: does not begin with a comment "{path.name} - what it is"')
            continue
        lines.append(f'- `{path.name}` {text}')
    return lines, faults


def main(arguments):
    head, _, _ = MAP.read_text(encoding='utf-8').partition(BEGIN)
    lines, faults = describe(sorted(tracked(), key=lambda path: (path.parent, path.name)))
    wanted = head + BEGIN + '\n'.join(lines) + '\n'
    if '--write' in arguments:
        MAP.write_text(wanted, encoding='utf-8')
    elif MAP.read_text(encoding='utf-8') != wanted:
        have = set(MAP.read_text(encoding='utf-8').splitlines())
        faults += [f'engine/MAP.md lacks: {line}' for line in wanted.splitlines() if line not in have]
        faults += [f'engine/MAP.md is wrong: {line}' for line in have - set(wanted.splitlines())]
        faults.append('to put it right: tools/check_map.py --write')
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if faults else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
