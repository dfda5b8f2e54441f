#!/usr/bin/env python3
"""check_headers.py - every header compiles by itself and twice: what it needs, it includes.

usage: check_headers.py ENGINE MODULE:USED,USED... [--packages P,P] -- COMPILER...
"""
import argparse
import pathlib
import subprocess
import sys

# The command line of the compiler, after what meson says it is.
FLAGS = ['-std=c11', '-fsyntax-only', '-Wall', '-Wextra', '-Wpedantic', '-Wundef', '-Werror', '-x', 'c',
         '-Wno-unused-function', '-D_POSIX_C_SOURCE=200809L', '-D_DEFAULT_SOURCE']


def package_flags(packages):
    if not packages:
        return []
    out = subprocess.run(['pkg-config', '--cflags', *packages], check=True, stdout=subprocess.PIPE, text=True)
    return out.stdout.split()


def compiles(compiler, flags, header):
    text = f'#include "{header}"\n#include "{header}"\nextern int not_empty;\n'
    done = subprocess.run([*compiler, *FLAGS, *flags, '-'], input=text, stderr=subprocess.PIPE, text=True)
    if done.returncode:
        print(f'{header} does not stand alone:\n{done.stderr}', file=sys.stderr)
    return done.returncode == 0


def groups(engine, rows, outside):
    """(folder, include flags) for the pure modules by their row, then for the front, which sees all."""
    include = [f'-I{engine / "include"}']
    yield engine / 'include', include
    for row in rows:
        module, _, used = row.partition(':')
        seen = [module] + (used.split(',') if used else [])
        yield engine / module, include + [f'-I{engine / name}' for name in seen]
    modules = [f'-I{engine / row.partition(":")[0]}' for row in rows]
    front = [f'-I{path}' for path in [engine / 'front', *(engine / 'front').rglob('*')] if path.is_dir()]
    yield engine / 'front', include + modules + front + outside


def main():
    ours, compiler = sys.argv[1:], []
    if '--' in ours:
        cut = ours.index('--')
        ours, compiler = ours[:cut], ours[cut + 1:]
    parser = argparse.ArgumentParser()
    parser.add_argument('engine', type=pathlib.Path)
    parser.add_argument('--packages', default='')
    parser.add_argument('rows', nargs='*')
    args = parser.parse_args(ours)

    count, good = 0, True
    outside = package_flags([name for name in args.packages.split(',') if name])
    for folder, flags in groups(args.engine, args.rows, outside):
        for header in sorted(folder.rglob('*.h')):
            count += 1
            good &= compiles(compiler, flags, header)
    print(f'{count} headers')
    return 0 if good and count else 1


if __name__ == '__main__':
    sys.exit(main())
