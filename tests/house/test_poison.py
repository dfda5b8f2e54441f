#!/usr/bin/env python3
"""test_poison.py - each call we do without is refused by the compiler, with its replacement named.

usage: test_poison.py ENGINE_DIR COMPILER...      speaks TAP
"""
import subprocess
import sys

# The call, and a word of the advice it must come with.
CALLS = {
    'strcpy(a, "b")': 'arena_copy', 'strncpy(a, "b", 1)': 'arena_copy',
    'strcat(a, "b")': 'writer', 'strncat(a, "b", 1)': 'writer',
    'sprintf(a, "b")': 'writer', 'gets(a)': 'str_line', 'strtok(a, " ")': 'str_word',
    'atoi(a)': 'str_int', 'atol(a)': 'str_int', 'atoll(a)': 'str_int', 'atof(a)': 'str_int',
    'rand()': 'rng_pick', 'srand(1)': 'rng_pick', 'setlocale(LC_ALL, "")': 'assets/lang',
    'getenv("HOME")': 'front/common',
}
# What must go on compiling beside them, also where a header comes after str.h.
INNOCENT = ['memcpy(a, "b", 1)', 'strlen(a)', 'strcmp(a, "b")', 'snprintf(a, 1, "b")']


def compile_call(engine, compiler, call, first=''):
    source = f'{first}\n#include "str.h"\n#include <stdlib.h>\nvoid f(char *a);\nvoid f(char *a) {{ (void)a; (void){call}; }}\n'
    return subprocess.run([*compiler, '-std=c11', f'-I{engine}/include', f'-I{engine}/base', '-fsyntax-only',
                           '-x', 'c', '-'], input=source, capture_output=True, text=True)


def results(engine, compiler):
    for call, advice in CALLS.items():
        done = compile_call(engine, compiler, call)
        name = call.split('(')[0]
        yield f'{name} is refused', done.returncode != 0 and name + ':' in done.stderr and advice in done.stderr
    for call in INNOCENT:
        yield f'{call.split("(")[0]} is not', compile_call(engine, compiler, call).returncode == 0
    spared = compile_call(engine, compiler, 'getenv("HOME")', '#define POISON_SPARES_THE_ENVIRONMENT')
    yield 'one file may ask the environment', spared.returncode == 0


def main(engine, *compiler):
    passed = list(results(engine, compiler))
    print(f'1..{len(passed)}')
    for number, (name, ok) in enumerate(passed, 1):
        print('ok' if ok else 'not ok', number, name)
    return 0 if all(ok for _, ok in passed) else 1


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:]))
