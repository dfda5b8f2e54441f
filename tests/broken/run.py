#!/usr/bin/env python3
"""run.py - `talkdown check` on a folder of broken scenarios names every planted fault, and nothing else.

usage: run.py TALKDOWN FOLDER

Each case is a folder with a scenario, its words, and `expect`: a comment that says what is wrong, the
level at which it shows ("fault syntax|shape|meaning"; a schema sees the first two), and one line a
diagnostic: file, line, column, code.  Speaks TAP.
"""
import json
import os
import subprocess
import sys


def read_expect(path):
    rows = []
    with open(path, encoding='utf-8') as lines:
        for line in lines:
            words = line.split()
            if not words or words[0] in ('#', 'fault'):
                continue
            rows.append((words[0], int(words[1]), int(words[2]), words[3]))
    return rows


def run_check(program, case):
    done = subprocess.run([program, 'check', '--json', os.path.join(case, 'scenario.json')],
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=60)
    answer = json.loads(done.stdout)
    found = [(os.path.basename(d['file']), d['line'], d['column'], d['code']) for d in answer['diagnostics']]
    return done.returncode, answer, found


def faults_of(program, case):
    """What is wrong with the answer; empty if all is well."""
    want = read_expect(os.path.join(case, 'expect'))
    status, answer, found = run_check(program, case)
    if found != want:
        yield f'expected {want}'
        yield f'found    {found}'
    if status != (1 if answer['errors'] else 0):
        yield f'exit status {status} with {answer["errors"]} errors'


def main(program, folder):
    cases = sorted(name for name in os.listdir(folder) if os.path.isdir(os.path.join(folder, name)))
    print(f'1..{len(cases) + 1}')
    failed = len(cases) < 40
    print(f'{"not ok" if failed else "ok"} 1 - there are cases enough')
    for number, name in enumerate(cases, 2):
        faults = list(faults_of(program, os.path.join(folder, name)))
        print(f'{"not ok" if faults else "ok"} {number} - {name}')
        for fault in faults:
            print(f'{name}: {fault}', file=sys.stderr)
            failed = True
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:]))
