#!/usr/bin/env python3
"""golden.py - the program still says what it said: runs it and compares, byte for byte.

usage: golden.py PROGRAM ROOT          speaks TAP; BLESS=1 writes what is said now (read the diff!)

A case is a folder tests/golden/NAME with two files: `run`, one command line of the program a line
({tmp} is a folder of its own, # a comment), and `said`, what they print and how they exit.
Every kept play, scenarios/ID/plays/NAME.play, is a case besides: it must replay and verify, and its transcript,
score and debrief are kept in tests/golden/plays/ID/NAME.said.
"""
import difflib
import os
import pathlib
import shlex
import subprocess
import sys
import tempfile

BLESS = os.environ.get('BLESS') == '1'


def commands_of(path):
    for line in path.read_text(encoding='utf-8').splitlines():
        if line.strip() and not line.startswith('#'):
            yield shlex.split(line)


def run(program, root, commands, folder):
    """What the commands print and how they exit, as one text."""
    said = []
    with tempfile.TemporaryDirectory() as tmp:
        for command in commands:
            words = [word.replace('{tmp}', tmp) for word in command]
            done = subprocess.run([program, *words], cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                  stderr=subprocess.PIPE, timeout=60,
                                  env=dict(os.environ, TALKDOWN_DATA=str(root), TALKDOWN_HOME=tmp, LC_ALL='C.UTF-8'))
            said.append(f'$ talkdown {shlex.join(command)}\n')
            said.append(done.stdout.decode(errors='backslashreplace').replace(tmp, '{tmp}'))
            said += ['! ' + line + '\n' for line in
                     done.stderr.decode(errors='backslashreplace').replace(tmp, '{tmp}').splitlines()]
            said.append(f'= {done.returncode}\n')
    return ''.join(said)


def cases(program, root):
    """(name, function that says, file of what was said)"""
    for path in sorted((root / 'tests/golden').glob('*/run')):
        yield path.parent.name, lambda path=path: run(program, root, commands_of(path), path.parent), path.parent / 'said'
    for path in sorted(root.glob('scenarios/*/plays/*.play')):
        scenario = path.parent.parent.name
        name = path.relative_to(root).as_posix()
        ask = [['replay', name, '--verify'], ['replay', name], ['score', name], ['debrief', name, '--text']]
        yield (f'{scenario}: {path.stem}', lambda ask=ask: run(program, root, ask, root),
               root / 'tests/golden/plays' / scenario / f'{path.stem}.said')


def compare(name, said, kept):
    """Is all as it was?  The differences go to stderr."""
    if BLESS:
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_text(said, encoding='utf-8')
        return True
    was = kept.read_text(encoding='utf-8') if kept.exists() else ''
    if said == was:
        return True
    diff = difflib.unified_diff(was.splitlines(True), said.splitlines(True), f'{kept} (kept)', f'{name} (now)')
    sys.stderr.writelines(list(diff)[:120])
    return False


def main(program, root):
    program, root = str(pathlib.Path(program).resolve()), pathlib.Path(root).resolve()
    everything, bad = list(cases(program, root)), 0
    print(f'1..{len(everything)}', flush=True)
    for number, (name, say, kept) in enumerate(everything, 1):
        good = compare(name, say(), kept)
        bad += not good
        print(f'{"ok" if good else "not ok"} {number} - {name}', flush=True)
    return 1 if bad or not everything else 0


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:]))
