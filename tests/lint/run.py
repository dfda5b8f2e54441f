#!/usr/bin/env python3
"""run.py - `talkdown lint` finds every planted fault, and none of them where nothing was planted.

usage: run.py TALKDOWN FOLDER

Each case is a folder with a scenario, its words, and `expect`: a comment that says what is wrong, and a line
for each finding that must be there: its code and the id it stands at ("-": the scenario as a whole).  The
folder `clean` has no fault: there must be no error, no warning, and no finding of any code that another
folder expects.  Whom one meets is planted here: the clean scenario with other people in it.  Speaks TAP.
"""
import json
import os
import subprocess
import sys
import tempfile

SEVERE = ('error',)


def read_expect(path):
    with open(path, encoding='utf-8') as lines:
        return [tuple(line.split()) for line in lines if line.strip() and not line.startswith('#')]


def lint(program, case, *more):
    done = subprocess.run([program, 'lint', '--json', os.path.join(case, 'scenario.json'), *more],
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=120)
    return done.returncode, done.stdout


def well_placed(case, finding):
    """The place that is told is where the id stands: in that line of that file, as a member of its own."""
    if finding['line'] == 0:
        return finding['id'] == ''
    with open(os.path.join(case, os.path.basename(finding['file'])), encoding='utf-8') as lines:
        line = lines.read().split('\n')[finding['line'] - 1]
    column = finding['column'] - 1
    if os.path.basename(finding['file']).startswith('text.'):
        return f'"{finding["id"]}"' in line and line[column] in '"{'
    return line[column] == '{'


def faults_of(program, case, clean_codes):
    """What is wrong with the answer; empty if all is well."""
    want = read_expect(os.path.join(case, 'expect'))
    status, out = lint(program, case)
    if not out:
        yield 'it could not be read'
        return
    answer = json.loads(out)
    found = {(f['code'], f['id'] or '-') for f in answer['findings']}
    for row in want:
        if row not in found:
            yield f'not found: {" ".join(row)}; found {sorted(r for r in found if r[0] not in clean_codes)}'
        if row[0] in clean_codes:
            yield f'{row[0]} is found where nothing was planted, too'
    for finding in answer['findings']:
        if not well_placed(case, finding):
            yield f'{finding["code"]} {finding["id"]} is not at {finding["line"]}:{finding["column"]}'
        if not finding['finding'] or finding['finding'].startswith('lint.') or finding['do'].startswith('lint.'):
            yield f'{finding["code"]} has no words'
    errors = sum(f['severity'] in SEVERE for f in answer['findings'])
    if errors != answer['errors'] or status != (1 if errors else 0):
        yield f'exit status {status} with {answer["errors"]} errors, {errors} of them listed'


def clean_faults(answer, status):
    if status != 0:
        yield f'exit status {status}'
    for finding in answer['findings']:
        if finding['severity'] != 'note':
            yield f'{finding["code"]} {finding["id"]}: {finding["finding"]}'


def same_bytes(program, case):
    """Twice with one seed, and once with another: the same bytes, and others."""
    first, second, other = (lint(program, case, '--seed', seed, '--runs', '5') for seed in ('7', '7', '8'))
    if first != second:
        yield 'the same seed gave two reports'
    if first[1] == other[1]:
        yield 'another seed gave the same report'


# People of assets/people by their skin.
DARKER = ('grace', 'joseph', 'ines', 'samira')
LIGHTER = ('daniel', 'linh', 'mia', 'walter')


def cast(clean, folder, roles):
    """The clean scenario once for each (person, is it dangerous?); the paths."""
    with open(os.path.join(clean, 'scenario.json'), encoding='utf-8') as file:
        scenario = json.load(file)
    with open(os.path.join(clean, 'text.en.json'), encoding='utf-8') as file:
        texts = json.load(file)
    for number, (person, dangerous) in enumerate(roles):
        name = f'{number}-{person}'
        os.makedirs(os.path.join(folder, name))
        subject = dict(scenario['subject'], identity=person)
        subject['overrides'] = dict(subject['overrides'], boil=700 if dangerous else 950)
        for file, data in (('scenario.json', dict(scenario, id=name, subject=subject)),
                           ('text.en.json', dict(texts, scenario=name))):
            with open(os.path.join(folder, name, file), 'w', encoding='utf-8') as out:
                json.dump(data, out)
        yield os.path.join(folder, name, 'scenario.json')


def whom(program, clean, roles, *more):
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run([program, 'lint', '--runs', '2', *more, *cast(clean, folder, roles)],
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=120)
    return done.stdout.decode()


def pattern_of(program, clean, roles, group):
    """What is said of the group, from the last object."""
    last = whom(program, clean, roles, '--json').strip().split('\n')[-1]
    answer = json.loads(last)
    rows = {row['group']: row for row in answer['groups']}
    return rows[group]


def people_faults(program, clean):
    leaning = [(person, True) for person in DARKER] + [(person, False) for person in LIGHTER]
    mixed = [(person, number % 2 == 0) for number, person in enumerate(DARKER + LIGHTER)]
    row = pattern_of(program, clean, leaning, 'darker')
    if row['pattern'] != 'seen' or row['worse_pairs'] < 800 or row['danger'] <= row['others_danger']:
        yield f'four dark-skinned people, all of them dangerous: {row}'
    other = pattern_of(program, clean, leaning, 'lighter')
    if other['worse_pairs'] != 1000 - row['worse_pairs']:
        yield f'the other side of it: {other}'
    row = pattern_of(program, clean, mixed, 'darker')
    if row['pattern'] != 'none':
        yield f'danger goes through all of them: {row}'
    row = pattern_of(program, clean, leaning[1:], 'darker')
    if row['pattern'] != 'unknown' or row['people'] != 3:
        yield f'three are too few to tell: {row}'
    text = whom(program, clean, leaning)
    if 'darker skin: 4 against 4' not in text or 'This is a pattern' not in text:
        yield f'the words: {text[-900:]}'
    if 'too few scenarios to tell' not in whom(program, clean, leaning[:1]):
        yield 'of one scenario nobody is told that it is too few'


def main(program, folder):
    clean = os.path.join(folder, 'clean')
    cases = sorted(name for name in os.listdir(folder)
                   if os.path.isfile(os.path.join(folder, name, 'expect')) and name != 'clean')
    status, out = lint(program, clean)
    answer = json.loads(out)
    clean_codes = {f['code'] for f in answer['findings']}
    checks = [('there are cases enough', [] if len(cases) >= 30 else [f'{len(cases)}']),
              ('clean', list(clean_faults(answer, status))),
              ('same seed, same bytes', list(same_bytes(program, clean))),
              ('people', list(people_faults(program, clean)))]
    checks += [(name, list(faults_of(program, os.path.join(folder, name), clean_codes))) for name in cases]
    print(f'1..{len(checks)}')
    for number, (name, faults) in enumerate(checks, 1):
        print(f'{"not ok" if faults else "ok"} {number} - {name}')
        for fault in faults:
            print(f'{name}: {fault}', file=sys.stderr)
    return 1 if any(faults for _, faults in checks) else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1], sys.argv[2]))
