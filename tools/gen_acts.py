#!/usr/bin/env python3
"""Writes the built-in table of coefficients as C, from assets/model/acts.json.

Usage: gen_acts.py acts.json acts.h out.c

The acts and their classes are listed in acts.h (TD_ACTS); the numbers are in acts.json.  Whatever
does not fit together stops the build here, with the reason.
"""
import json
import re
import sys

CHANNELS = ['P', 'L', 'E', 'R', 'T', 'U', 'H', 'C']
CLASSES = {'affective': 'AFF', 'middle': 'MID', 'cognitive': 'COG', 'error': 'ERR'}
STAGES = 5


def acts_of_header(path):
    """[(name, code, class)] in the order of the enum."""
    text = open(path, encoding='utf-8').read()
    table = re.search(r'#define TD_ACTS\(X\)(.*?)\n\n', text, re.S).group(1)
    return re.findall(r'X\((\w+), (\w+), (\w+)\)', table)


def number(value, low, high, what):
    if type(value) is not int or not low <= value <= high:
        sys.exit(f'acts.json: {what} must be a whole number from {low} to {high}, not {value!r}')
    return value


def row(act, listed):
    name, code, kind = listed
    if (act.get('name'), act.get('code'), CLASSES.get(act.get('class'))) != listed:
        sys.exit(f'acts.json: expected {name}, {code} of class {kind} here, found {act.get("name")!r}')
    if len(act['m']) != STAGES or set(act['weights']) != set(CHANNELS):
        sys.exit(f'acts.json: {name} needs {STAGES} values of m and the weights {" ".join(CHANNELS)}')
    return {
        'm': [number(m, -1000, 0 if kind == 'ERR' else 1000, f'{name}: m') for m in act['m']],
        'weight': [number(act['weights'][c], 0, 1000, f'{name}: weight {c}') for c in CHANNELS],
        'ceiling': number(act['e_ceiling'], 0, 1000, f'{name}: e_ceiling'),
        'habit': number(act['habit'], 0, 1000, f'{name}: habit'),
        'class': list(CLASSES.values()).index(kind),
    }


def mix_u64(h, value):
    """hash_u64() of engine/base/hash.c."""
    for shift in range(0, 64, 8):
        h = (h ^ (value >> shift & 0xFF)) * 0x100000001B3 & (1 << 64) - 1
    return h


def model_hash(version, rows, gains):
    """model_hash() of engine/subject/model.c; a unit test compares the two."""
    numbers = [version]
    for r in rows:
        numbers += r['m'] + r['weight'] + [r['ceiling'], r['habit'], r['class']]
    h = 0xCBF29CE484222325
    for n in numbers + gains:
        h = mix_u64(h, n & (1 << 64) - 1)
    h = (h ^ h >> 30) * 0xBF58476D1CE4E5B9 & (1 << 64) - 1
    h = (h ^ h >> 27) * 0x94D049BB133111EB & (1 << 64) - 1
    return h ^ h >> 31


def braces(values):
    return '{' + ', '.join(str(v) for v in values) + '}'


def table(listed, rows, key, show=braces):
    return ''.join(f'        [ACT_{code}] = {show(r[key])},\n' for (_, code, _), r in zip(listed, rows))


def main(json_path, header_path, out_path):
    data = json.load(open(json_path, encoding='utf-8'))
    listed = acts_of_header(header_path)
    if len(data['acts']) != len(listed):
        sys.exit(f'acts.json: {len(data["acts"])} acts, acts.h has {len(listed)}')
    rows = [row(act, known) for act, known in zip(data['acts'], listed)]
    named = {source for act in data['acts'] for source in act['sources']}
    if named != set(data['sources']):
        sys.exit(f'acts.json: sources named and listed differ: {sorted(named ^ set(data["sources"]))}')
    gains = [number(data['gains'][c], 0, 10000, f'gain {c}') for c in CHANNELS]
    version = number(data['version'], 1, 1, 'version')
    with open(out_path, 'w', encoding='utf-8') as out:
        out.write(f'''/* Made by tools/gen_acts.py from assets/model/acts.json.  Change that, not this. */
#include "acts.h"

const struct model model_built_in = {{
    .version = {version},
    .hash = UINT64_C(0x{model_hash(version, rows, gains):016x}),
    .m = {{
{table(listed, rows, 'm')}    }},
    .weight = {{
{table(listed, rows, 'weight')}    }},
    .ceiling = {{
{table(listed, rows, 'ceiling', str)}    }},
    .habit = {{
{table(listed, rows, 'habit', str)}    }},
    .class = {{
{table(listed, rows, 'class', str)}    }},
    .gain = {braces(gains)},
}};
''')


if __name__ == '__main__':
    main(*sys.argv[1:])
