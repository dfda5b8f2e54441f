#!/usr/bin/env python3
"""lint_commits.py - a commit says `module: what`, one step, with the reason in the body.

usage: lint_commits.py RANGE            checks these commits (as git log takes them)
       lint_commits.py --message FILE   checks one message (for a commit-msg hook)
"""
import re
import subprocess
import sys

SUBJECT = re.compile(r'[a-z][a-z0-9_/, -]*: \S.*[^.\s]$')


def faults(message):
    lines = [line for line in message.rstrip().split('\n') if not line.startswith('#')]
    if not SUBJECT.match(lines[0]):
        yield 'the subject is not `module: what`, without a full stop'
    if len(lines[0]) > 80:
        yield f'the subject has {len(lines[0])} characters; 80 are enough'
    if len(lines) > 1 and lines[1]:
        yield 'the second line is not empty'
    if not any(lines[2:]):
        yield 'no reason in the body'


def messages(arguments):
    if arguments[0] == '--message':
        with open(arguments[1], encoding='utf-8') as text:
            yield 'this message', text.read()
        return
    log = subprocess.run(['git', 'log', '--no-merges', '--format=%h%n%B%x00', arguments[0]], check=True,
                         stdout=subprocess.PIPE, text=True).stdout
    for entry in filter(None, (part.strip() for part in log.split('\0'))):
        name, _, message = entry.partition('\n')
        yield name, message


def main(arguments):
    if not arguments:
        print(__doc__, file=sys.stderr)
        return 2
    bad = [f'{name}: {fault}' for name, message in messages(arguments) for fault in faults(message)]
    print('\n'.join(bad), end='\n' if bad else '')
    return 1 if bad else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
