#!/usr/bin/env python3
"""tidy.py - clang-tidy over every file of a build folder; a file that was clean and has not changed,
nor anything it includes, is not looked at again.

usage: tidy.py BUILD [--jobs N] [--tidy PROGRAM] [--compiler PROGRAM]
"""
import argparse
import concurrent.futures
import hashlib
import json
import pathlib
import shlex
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent


def ours(build):
    """One compile command for each of our sources; what a build made is not ours."""
    commands = {}
    for entry in json.loads((build / 'compile_commands.json').read_text()):
        path = (pathlib.Path(entry['directory']) / entry['file']).resolve()
        if path.is_relative_to(ROOT) and not path.is_relative_to(ROOT / 'build') and path.suffix == '.c':
            commands.setdefault(path, shlex.split(entry['command']))
    return commands


def included(compiler, path, command, build):
    """The files that the source is made of, the system's left out, or None if it does not compile."""
    flags = [word for word in command[1:] if word.startswith(('-I', '-D', '-std', '-isystem'))]
    done = subprocess.run([compiler, '-MM', *flags, str(path)], cwd=build, stdout=subprocess.PIPE,
                          stderr=subprocess.DEVNULL, text=True)
    if done.returncode:
        return None
    names = done.stdout.replace('\\\n', ' ').partition(':')[2].split()
    return flags, [(build / name).resolve() for name in names]


def fingerprint(compiler, path, command, build):
    parts = included(compiler, path, command, build)
    if parts is None:
        return None
    flags, files = parts
    digest = hashlib.sha256((ROOT / '.clang-tidy').read_bytes())
    digest.update(' '.join(flags).encode())
    for name in files:
        digest.update(str(name).encode() + b'\0' + name.read_bytes())
    return digest.hexdigest()


def tidy(args, path, command, cache):
    """What is wrong with the file, or an empty string."""
    key = fingerprint(args.compiler, path, command, args.build)
    if key and (cache / key).exists():
        return ''
    done = subprocess.run([args.tidy, '-p', str(args.build), '--quiet', str(path)],
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    if done.returncode == 0 and key:
        (cache / key).touch()
    return '' if done.returncode == 0 else done.stdout


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('build', type=pathlib.Path)
    parser.add_argument('--jobs', type=int, default=2)
    parser.add_argument('--tidy', default='clang-tidy-14')
    parser.add_argument('--compiler', default='clang-14')
    args = parser.parse_args()
    args.build = args.build.resolve()
    cache = args.build / 'tidy-clean'
    cache.mkdir(exist_ok=True)

    commands = ours(args.build)
    bad = 0
    with concurrent.futures.ThreadPoolExecutor(args.jobs) as pool:
        for text in pool.map(lambda item: tidy(args, *item, cache), sorted(commands.items())):
            bad += bool(text)
            if text:
                print(text, flush=True)
    print(f'{len(commands)} files, {bad} with findings')
    return 1 if bad or not commands else 0


if __name__ == '__main__':
    sys.exit(main())
