#!/usr/bin/env python3
"""make_man.py - the manual page: its frame, with every verb's own usage put in.

usage: make_man.py FRAME WORDS VERBS VERSION OUT

What `talkdown VERB --help` says is said once, in assets/lang; the page cannot disagree with it.
"""
import json
import pathlib
import re
import sys


def escape(line):
    line = line.replace('\\', '\\e').replace('-', '\\-')
    return '\\&' + line if line.startswith(('.', "'")) else line


def section(verb, texts):
    """One verb: its summary as the heading's companion, its usage as it stands."""
    usage = texts[f'usage.{verb}']
    lines = usage.split('\n') if isinstance(usage, str) else usage
    summary = escape(texts[f'summary.{verb}'])
    return '\n'.join([f'.SS {verb} \\- {summary}', '.nf', *map(escape, lines), '.fi'])


def main(frame, words, verbs, version, out):
    texts = json.loads(pathlib.Path(words).read_text(encoding='utf-8'))['texts']
    rows = re.findall(r'^VERB\((\w+)\)', pathlib.Path(verbs).read_text(encoding='utf-8'), re.M)
    page = pathlib.Path(frame).read_text(encoding='utf-8').replace('@VERSION@', escape(version))
    page = page.replace('@VERBS@', '\n'.join(section(verb, texts) for verb in rows))
    pathlib.Path(out).write_text(page, encoding='utf-8')


if __name__ == '__main__':
    main(*sys.argv[1:])
