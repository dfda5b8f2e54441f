#!/usr/bin/env python3
"""check_literals.py - no sentence hides in the code: what a person reads comes from assets/lang.

usage: check_literals.py [--unused LANGUAGE.json] [FILE.c|FOLDER...]   (default: engine/front and tools)

A string literal of the front or of a verb may be an id, a name, a path, a format of bare places, or
JSON; it may not be words.  A line may excuse itself by a comment: "not shown" (nobody reads it), or
"no words yet" (said before a language is loaded).  With --unused, says which texts of a language
file no source names.
"""
import json
import pathlib
import re
import sys

COMMENT = re.compile(r'/\*.*?\*/|//[^\n]*', re.S)
LITERAL = re.compile(r'"((?:\\.|[^"\\\n])*)"')
EXCUSES = ('not shown', 'no words yet')
NOT_SHOWN = re.compile('|'.join([*EXCUSES, r'#\s*include', r'#\s*pragma', r'_?[Ss]tatic_assert', r'\bassert\(']))

HOUSE = pathlib.Path(__file__).resolve().parent

WORDS = re.compile(r"[A-Za-z\u00c0-\u017f]{2,}[,.:;!?']* +[A-Za-z\u00c0-\u017f]")
ONE_WORD = re.compile(r'[A-Z\u00c0-\u00de][a-z\u00df-\u017f]{2,}[.!?:… ]*')
FOREIGN = re.compile(r'[\u00c0-\u017f]')


def plain(literal):
    """What would be printed, without places, escapes and JSON's own quotes."""
    text = re.sub(r'\\["\\]', '', literal)
    text = re.sub(r'\\(?:[nrtabfve0]|x[0-9a-fA-F]+|[0-7]+)', ' ', text)
    return re.sub(r'%[-+ #0-9.*]*(?:hh|h|ll|l|z|j|t)?[a-zA-Z%]', '', text)


def is_wording(literal):
    text = plain(literal)
    return bool(WORDS.search(text) or ONE_WORD.fullmatch(text.strip()) or FOREIGN.search(text))


def blank(match):
    """A comment without its text, so that lines keep their numbers; an excuse stays."""
    kept = [excuse for excuse in EXCUSES if excuse in match[0]]
    return ''.join(kept) + '\n' * match[0].count('\n')


def literals(path):
    """(line number, literal) of every literal of the file that is not marked."""
    source = path.read_text(encoding='utf-8')
    guarded = LITERAL.sub(lambda m: m[0].replace('/*', '/\0*').replace('//', '/\0/'), source)
    for number, line in enumerate(COMMENT.sub(blank, guarded).split('\n'), 1):
        if NOT_SHOWN.search(line):
            continue
        for match in LITERAL.finditer(line):
            yield number, match[1].replace('\0', '')


def sources(path):
    return sorted(path.rglob('*.c')) if path.is_dir() else [path]


def unused(language, files):
    """Ids that no literal names, whole or by the part before a dot that code completes."""
    named = {text for path in files for _, text in literals(path)}
    heads = {text for text in named if text.endswith('.')}
    for text_id in json.loads(language.read_text(encoding='utf-8'))['texts']:
        parts = text_id.split('.')
        built = any('.'.join(parts[:cut]) + '.' in heads for cut in range(1, len(parts)))
        if text_id not in named and not built:
            yield text_id


def main(args):
    language = None
    if args[:1] == ['--unused']:
        language, args = pathlib.Path(args[1]), args[2:]
    args = args or [HOUSE.parent / 'engine' / 'front', HOUSE]
    files = [path for name in args for path in sources(pathlib.Path(name))]
    if not files:
        sys.exit('check_literals: nothing to check')
    bad = [] if language else [f'{path}:{number}: words in the code: "{text}"'
                               for path in files for number, text in literals(path) if is_wording(text)]
    if language:
        bad = [f'{language}: nobody names {text_id}' for text_id in unused(language, files)]
    for line in bad:
        print(line, file=sys.stderr)
    return 1 if bad else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
