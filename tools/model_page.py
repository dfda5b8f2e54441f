#!/usr/bin/env python3
"""model_page.py - engine/MODEL.md says what the model does, not what it once did.

usage: model_page.py PROGRAM PAGE [--write]

Compares the tables between <!-- calibrate: NAME --> and <!-- end --> with what `PROGRAM calibrate`
prints, and plays the tables between <!-- vectors: PROFILE, seed N, noise N --> and <!-- end -->
through `PROGRAM simulate`.  --write puts the calibration tables into the page; vectors it never
touches.  Exit 1 and every difference on stderr if page and program disagree.
"""
import json
import re
import subprocess
import sys

BLOCK = re.compile(r'(<!-- (calibrate|vectors): ([^>]*?) -->\n)(.*?)(<!-- end -->)', re.S)
COLUMNS = {'P': 'P', 'L': 'L', 'E': 'E', 'R': 'R', 'T': 'T', 'U': 'U', 'H': 'H', 'C': 'C', 'A': 'agitation',
           'stage': 'stage', 'err': 'err'}


def run(*command, text=''):
    done = subprocess.run(command, input=text, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding='utf-8')
    if done.returncode != 0:
        sys.exit(f'{" ".join(command)}: exit {done.returncode}\n{done.stderr}')
    return done.stdout


def blocks_of(text, kind):
    return {match[3]: match[4] for match in BLOCK.finditer(text) if match[2] == kind}


def cells(line):
    return [cell.strip() for cell in line.strip().strip('|').split('|')]


def move_of(act, extra):
    """('LABEL', '900, tone 1') -> the line as JSON."""
    first, *rest = extra.split(',')
    move = {'act': act, 'q': int(first)}
    for part in rest:
        key, value = part.split()
        move[key] = value == 'yes' if key == 'hook' else int(value)
    return json.dumps(move)


def play(program, names, about, rows):
    profile, seed, noise = re.fullmatch(r'(\S+), seed (\d+), noise (\d+)', about).groups()
    moves = '\n'.join(move_of(names[row[0]], row[1]) for row in rows if row[0] != 'start')
    out = run(program, 'simulate', '--profile', profile, '--moves', '-', '--seed', seed, '--noise', noise, '--json',
              text=moves)
    return [json.loads(line) for line in out.splitlines()]


def check_vectors(program, names, about, table):
    """Every number that differs, as a sentence."""
    lines = [cells(line) for line in table.splitlines() if line.startswith('|')]
    if len(lines) < 3:
        yield f'vectors of {about}: no table'
        return
    heads, rows = lines[0], lines[2:]
    played = play(program, names, about, rows)
    if rows[0][0] != 'start':
        played = played[1:]
    if len(played) != len(rows):
        yield f'vectors of {about}: {len(rows)} rows, {len(played)} played'
    for number, (row, state) in enumerate(zip(rows, played), 1):
        for head, value in zip(heads[2:], row[2:]):
            if state[COLUMNS[head]] != int(value):
                yield f'vectors of {about}, row {number} {row[0]}: {head} is {state[COLUMNS[head]]}, the page says {value}'


def main(program, page, *options):
    text = open(page, encoding='utf-8').read()
    said = blocks_of(run(program, 'calibrate'), 'calibrate')
    names = {row[0]: row[1] for row in map(cells, said['acts'].splitlines()[2:])}
    if '--write' in options:
        text = BLOCK.sub(lambda m: m[1] + said[m[3]] + m[5] if m[2] == 'calibrate' else m[0], text)
        open(page, 'w', encoding='utf-8').write(text)
    written = blocks_of(text, 'calibrate')
    bad = [f'{page} has no table {name}' for name in said if name not in written]
    bad += [f'table {name} is not what the program says; tools/model_page.py --write'
            for name in written if written[name] != said.get(name)]
    vectors = blocks_of(text, 'vectors')
    if len(vectors) < 3:
        bad.append(f'{page} has lost its vectors')
    for about, table in vectors.items():
        bad += check_vectors(program, names, about, table)
    print('\n'.join(bad), end='\n' if bad else '', file=sys.stderr)
    return 1 if bad else 0


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:]))
