#!/usr/bin/env python3
"""check_pure.py - the engine below front/ keeps no state and calls nothing that could surprise.

usage: check_pure.py LIBRARY...        static libraries of the pure modules

What a library wants from outside is what it can know: a clock, a file, a locale or a random number
would show up here as a symbol.  Writable data is state between calls.  Both are read from the
compiled code, so no spelling can hide them.
"""
import os
import re
import subprocess
import sys

# Calls that a compiler may make on its own, and the few that cannot surprise.
ALLOWED = {
    'memcpy', 'memmove', 'memset', 'memcmp', 'memchr', 'bcmp',
    'strlen', 'strcmp', 'strncmp', 'strchr', 'abs', 'labs', 'llabs',
    '__assert_fail', '__stack_chk_fail',
    '_GLOBAL_OFFSET_TABLE_',
}
# What one object alone may call besides: the door to cJSON, of which it takes what allocates nothing.
ALLOWED_IN = {
    'base/json.c': re.compile(r'cJSON_(IsObject|AddItemTo(Array|ObjectCS))'),
}


def run(*command):
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True,
                          env=dict(os.environ, LC_ALL='C')).stdout.splitlines()


def module_of(library):
    return re.sub(r'^libtalkdown-|\.a$', '', os.path.basename(library))


def writable_data(library):
    """One line for every variable of the library that can change.  What a compiler keeps there for itself
    (clang without optimisation: zeroes to copy from) has no symbol."""
    member = '?'
    for line in run('objdump', '-t', library):
        if match := re.match(r'(\S+):\s+file format', line):
            member = os.path.basename(match[1])
        match = re.search(r' ((?:\.data|\.bss|\.tdata|\.tbss|\*COM\*)\S*)\t([0-9a-f]+)\s+(?:\.\w+ )?(\S+)$', line)
        if match and int(match[2], 16) and not match[1].startswith('.data.rel.ro'):
            yield f'{module_of(library)}: {match[3]} is {int(match[2], 16)} bytes of writable global in {member}'


def symbols(library):
    """(source file as module/file.c, is it only wanted, name) for every external symbol."""
    for line in run('nm', '-A', library):
        match = re.match(r'.*[:/]([^:/]+)\.o:\s*[0-9a-f]*\s+(\w)\s+(\S+)$', line)
        if match and match[2].isupper():
            module = module_of(library)
            yield f'{module}/{match[1].removeprefix(module + "_")}', match[2] == 'U', match[3]


def surprises(wanted, defined):
    for source, name in sorted(wanted):
        special = ALLOWED_IN.get(source)
        if name in defined or name in ALLOWED or special and special.fullmatch(name):
            continue
        yield f'{source} calls {name}()'


def main(libraries):
    bad, wanted, defined = [], set(), set()
    for library in libraries:
        bad += writable_data(library)
        for source, is_wanted, name in symbols(library):
            if is_wanted:
                wanted.add((source, name))
            else:
                defined.add(name)
    if not defined:
        bad.append('no symbols found: nothing was checked')
    bad += surprises(wanted, defined)
    for line in bad:
        print(line, file=sys.stderr)
    return 1 if bad else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
