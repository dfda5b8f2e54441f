#!/usr/bin/env python3
"""test_help.py - what `talkdown help VERB` says is true: every option that it names is taken, and every option
that a verb takes is named, in every language.

usage: test_help.py PROGRAM ROOT     speaks TAP
"""
import json
import re
import sys

from twin import language, run_all

OPTION = re.compile(r'(?<![\w-])(--[a-z][a-z-]*|-o)(?![\w-])')
ASKED = re.compile(r'cli_(?:flag|option|int|choice|maybe)\(\s*(?:&?cli), "([a-z][a-z-]*)"')


def verbs(machine):
    listed = machine.run('help')[1]
    return re.findall(r'^  ([a-z]+) ', listed, re.M)


def usage(m, verb, *words):
    status, said, wrong = m.run('help', verb, *words)
    assert (status, wrong) == (0, ''), (verb, wrong)
    return said


def dashed(name):
    return f'-{name}' if len(name) == 1 else f'--{name}'


def asked(m, verb):
    """The options a verb looks for, read from its source."""
    if verb == 'help':
        return {'--lang'}
    return {dashed(name) for name in ASKED.findall((m.root / f'tools/{verb}.c').read_text(encoding='utf-8'))}


def every_verb_is_listed_with_what_it_does(m):
    names = verbs(m)
    assert {'play', 'check', 'replay', 'score', 'debrief', 'help'} <= set(names), names
    assert len(names) == len(set(names))
    for verb in names:
        for words in (('help', verb), (verb, '--help'), (verb, '-h')):
            status, said, wrong = m.run(*words)
            assert (status, wrong) == (0, ''), (words, wrong)
            assert said.startswith(f'usage: talkdown {verb}') and len(said) > 80, (words, said)


def every_option_that_help_names_is_taken(m):
    for verb in verbs(m):
        named = set(OPTION.findall(usage(m, verb)))
        for option in named:
            _, _, wrong = m.run(verb, option) if verb != 'play' else m.run(verb, option, '--none-such')
            assert f'no option {option}' not in wrong, (verb, option, wrong)


def every_option_that_is_taken_is_named_in_every_language(m):
    for verb in verbs(m):
        for lang in ('en', 'fr'):
            named = set(OPTION.findall(usage(m, verb, '--lang', lang)))
            assert asked(m, verb) <= named, (verb, lang, sorted(asked(m, verb) - named))
            assert named - asked(m, verb) <= {'--help', '--version'}, (verb, lang, sorted(named - asked(m, verb)))


def the_lines_fit_a_terminal(m):
    for lang in ('en', 'fr'):
        for verb in verbs(m):
            wide = [line for line in usage(m, verb, '--lang', lang).splitlines() if len(line) > 120]
            assert wide == [], (verb, lang, wide)


def what_is_wrong_is_told_with_where_help_is_to_be_had(m):
    for verb in verbs(m):
        status, said, wrong = m.run(verb, '--none-such')
        assert status == 2 and said == '' and f'talkdown {verb} --help' in wrong, (verb, status, wrong)
    assert language(m.root, 'en')['usage.program'][0] in m.run('--help')[1]


LIBRARIES = {'libcjson': 'cJSON', 'cairo': 'cairo', 'sdl2': 'SDL 2', 'SDL2_ttf': 'SDL_ttf', 'SDL2_mixer': 'SDL_mixer',
             'fribidi': 'FriBidi', 'flite': 'Flite', 'libwebsockets': 'libwebsockets', 'libqrencode': 'libqrencode',
             'openssl': 'OpenSSL', 'cmocka': 'cmocka', 'freetype2': 'FreeType'}
OF_THE_SYSTEM = {'threads', 'dl', 'm'}


def the_credits_name_every_library_font_and_witness(m):
    credits = (m.root / 'assets/CREDITS.md').read_text(encoding='utf-8')
    built = ''.join((m.root / path).read_text(encoding='utf-8') for path in ('meson.build', 'engine/front/meson.build'))
    needed = set(re.findall(r"(?:dependency|find_library)\('([^']+)'", built)) - OF_THE_SYSTEM
    assert needed and needed <= set(LIBRARIES), needed - set(LIBRARIES)
    for name in needed:
        assert LIBRARIES[name] in credits, name
    witnesses = json.loads((m.root / 'tests/web/package.json').read_text())['dependencies']
    assert all(name.lower() in credits.lower() for name in witnesses), witnesses
    for font in (m.root / 'assets/fonts').glob('*.[ot]tf'):
        assert font.name.split('-')[0] in credits
    assert 'SIL OPEN FONT LICENSE Version 1.1' in (m.root / 'assets/fonts/OFL.txt').read_text(encoding='utf-8')
    assert 'fonts/OFL.txt' in credits and 'espeak-ng' in credits


if __name__ == '__main__':
    sys.exit(run_all(globals(), *sys.argv[1:]))
