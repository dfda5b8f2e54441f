#!/usr/bin/env python3
"""count_tests.py - adds up results and says them in one line: N passed, N failed, N skipped.

usage: count_tests.py [--name-failures] FILE...
FILE is meson's testlog.junit.xml, or a list of lines "passed|failed|skipped NAME".
"""
import sys
import xml.etree.ElementTree as xml


def outcome(case):
    kinds = {child.tag for child in case}
    if kinds & {'failure', 'error'}:
        return 'failed'
    return 'skipped' if 'skipped' in kinds else 'passed'


def read_junit(path):
    for suite in xml.parse(path).getroot().iter('testsuite'):
        for case in suite.iter('testcase'):
            yield outcome(case), f'{suite.get("name")}: {case.get("name")}'


def read_lines(path):
    with open(path, encoding='utf-8') as lines:
        for line in lines:
            kind, _, name = line.strip().partition(' ')
            if kind:
                yield kind, name


def main(arguments):
    name_failures = '--name-failures' in arguments
    count = {'passed': 0, 'failed': 0, 'skipped': 0}
    for path in arguments:
        if path.startswith('--'):
            continue
        for kind, name in read_junit(path) if path.endswith('.xml') else read_lines(path):
            count[kind] += 1
            if name_failures and kind != 'passed':
                print(f'{kind}: {name}')
    print(', '.join(f'{number} {kind}' for kind, number in count.items()))
    return 1 if count['failed'] or not count['passed'] else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
