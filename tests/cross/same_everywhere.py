#!/usr/bin/env python3
"""same_everywhere.py - programs from different compilers and optimisations give the same bytes.

usage: same_everywhere.py PROGRAM PROGRAM...

Every kept play is verified by every program; the person alone, the scores and the debriefs are
printed by each and compared with the first one's.
"""
import os
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
PROFILES = ['default', 'reactive-expressive', 'suicidal-despair', 'paranoid-psychosis', 'intoxicated',
            'instrumental-proactive', 'grief-trauma']
SKILLS = 'introduce,open_question,mirror,label,order,paraphrase,validate,why_question,summary,pause,suggest,plan'


def run(program, *arguments):
    """(exit status, stdout) from a folder that has nothing in it."""
    with tempfile.TemporaryDirectory() as nowhere:
        done = subprocess.run([program, *map(str, arguments)], cwd=nowhere, stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=120,
                              env=dict(os.environ, TALKDOWN_DATA=str(ROOT)))
    return done.returncode, done.stdout + (done.stderr if done.returncode else b'')


def verbs_of(program):
    lines = run(program, 'help')[1].decode().splitlines()
    return {line.split()[0] for line in lines if line.startswith('  ') and line.split()}


def kept_plays():
    return sorted({*ROOT.glob('scenarios/*/plays/*.play'), *ROOT.glob('tests/golden/**/*.play')})


def questions(verbs):
    """Every command line whose answer must be the same, and whether its exit status must be 0."""
    if 'simulate' in verbs:
        for profile in PROFILES:
            for noise, seed in [(0, 1), (80, 7), (200, 123456789)]:
                yield ['simulate', '--profile', profile, '--skills', SKILLS, '--noise', noise, '--seed', seed,
                       '--json'], True
    for play in kept_plays():
        if 'replay' in verbs:
            yield ['replay', play, '--verify'], True
        if 'score' in verbs:
            yield ['score', play, '--json'], False
        if 'debrief' in verbs:
            yield ['debrief', play, '--json'], False


def compare(programs, arguments, must_succeed):
    first = run(programs[0], *arguments)
    if must_succeed and first[0] != 0:
        yield f'{programs[0]}: exit {first[0]}: {first[1][-400:].decode(errors="replace")}'
    for program in programs[1:]:
        if run(program, *arguments) != first:
            yield f'{program} and {programs[0]} differ'


def main(programs):
    programs = [str(pathlib.Path(program).resolve()) for program in programs]
    asked = faults = 0
    for arguments, must_succeed in questions(verbs_of(programs[0])):
        asked += 1
        for fault in compare(programs, arguments, must_succeed):
            faults += 1
            print(' '.join(map(str, arguments)), '-', fault, file=sys.stderr)
    print(f'{asked} questions, {len(programs)} programs, {faults} differences')
    return 1 if faults else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
