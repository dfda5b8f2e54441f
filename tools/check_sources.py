#!/usr/bin/env python3
"""check_sources.py - what the compiler cannot see: the rules for includes, floats and names.

usage: check_sources.py ENGINE MODULE:USED,USED... [--float FILE]...

Pure modules include only the C headers listed here and headers of the modules in their row, by
bare name; header names are unique in the engine, so that a bare name means one file.
"""
import argparse
import pathlib
import re
import sys

# stdlib.h is here for abs(); whoever calls more of it is found by check_pure.py.
C_HEADERS = {'assert.h', 'inttypes.h', 'limits.h', 'stdalign.h', 'stdarg.h', 'stdbool.h', 'stddef.h', 'stdint.h',
             'stdlib.h', 'string.h'}
OUTSIDE = {
    'base/arena.c': {'sanitizer/asan_interface.h'},  # lets the sanitizer see what has been rewound
    'base/json.c': {'cjson/cJSON.h', 'float.h', 'math.h'},
    'base/poison.h': {'locale.h', 'stdio.h'},  # a name is declared before it is refused
}
COMMENT_OR_STRING = re.compile(r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'', re.S)


def code_only(text):
    """The text with comments and literals blanked, line ends kept; #include lines stay readable."""
    return COMMENT_OR_STRING.sub(lambda m: re.sub(r'[^\n]', ' ', m[0]), text)


def line_of(text, position):
    return text.count('\n', 0, position) + 1


def check_includes(path, where, text, visible):
    for match in re.finditer(r'^[ \t]*#[ \t]*include\s*([<"])([^>"]+)[>"]', text, re.M):
        place = f'{where}:{line_of(text, match.start())}'
        if match[1] == '<' and match[2] not in C_HEADERS | OUTSIDE.get(where, set()):
            yield f'{place}: <{match[2]}> has no place in a pure module'
        if match[1] == '"' and match[2] not in visible:
            yield f'{place}: "{match[2]}" is not a header of this module or of its row in engine/meson.build'


def check_floats(where, text):
    for match in re.finditer(r'\b(float|double|_Complex)\b', code_only(text)):
        yield f'{where}:{line_of(text, match.start())}: {match[1]} in a pure module'


def headers_of(engine, module):
    return {path.relative_to(engine / module).as_posix() for path in (engine / module).rglob('*.h')} | \
           {path.name for path in (engine / module).rglob('*.def')}


def check_module(engine, module, used, float_files):
    visible = {'talkdown.h'}.union(*(headers_of(engine, name) for name in [module, *used]))
    for path in sorted((engine / module).rglob('*.[ch]')):
        where = path.relative_to(engine).as_posix()
        text = path.read_text(encoding='utf-8')
        yield from check_includes(path, where, text, visible)
        if where not in float_files:
            yield from check_floats(where, text)


def check_unique(engine):
    seen = {}
    for path in sorted(engine.rglob('*.h')):
        if path.name in seen:
            yield f'{path}: {seen[path.name]} has the same name'
        seen.setdefault(path.name, path)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('engine', type=pathlib.Path)
    parser.add_argument('rows', nargs='+', metavar='MODULE:USED,...')
    parser.add_argument('--float', dest='floats', action='append', default=[])
    args = parser.parse_args()

    bad = list(check_unique(args.engine))
    for row in args.rows:
        module, _, used = row.partition(':')
        bad += check_module(args.engine, module, used.split(',') if used else [], set(args.floats))
    for line in bad:
        print(line, file=sys.stderr)
    return 1 if bad else 0


if __name__ == '__main__':
    sys.exit(main())
