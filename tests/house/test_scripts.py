#!/usr/bin/env python3
"""test_scripts.py - the house scripts catch what they are for: each planted fault turns them red.

usage: test_scripts.py     from any folder; speaks TAP
"""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

TOOLS = pathlib.Path(__file__).resolve().parent.parent.parent / 'tools'
CC = os.environ.get('CC', 'cc').split()


def call(*command, **options):
    done = subprocess.run([str(word) for word in command], stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                          text=True, timeout=60, **options)
    return done.returncode, done.stdout


class InAFolder(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder)

    def write(self, name, text):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding='utf-8')
        return path


class Purity(InAFolder):
    def library(self, text, module='sim', source='step.c'):
        path = self.write(f'{module}_{source}', text)
        subprocess.run([*CC, '-O1', '-c', path.name, '-o', f'{path.name}.o'], cwd=self.folder, check=True)
        name = f'libtalkdown-{module}.a'
        subprocess.run(['ar', 'rcs', name, f'{path.name}.o'], cwd=self.folder, check=True)
        return self.folder / name

    def check(self, *libraries):
        return call(TOOLS / 'check_pure.py', *libraries)

    def test_a_pure_function_and_a_constant_table_pass(self):
        status, said = self.check(self.library('static const char *const t[] = {"a", "b"};\n'
                                               'const char *f(int i);\nconst char *f(int i) { return t[i & 1]; }\n'))
        self.assertEqual((status, said), (0, ''))

    def test_a_global_a_static_and_a_thread_local_variable_are_found(self):
        for text in ('int count = 3;', 'int f(void); int f(void) { static int n; return ++n; }',
                     '_Thread_local int n; int f(void); int f(void) { return n++; }', 'int tentative;',
                     'struct s { int i; }; struct s *const p = &(struct s){3};'):
            status, said = self.check(self.library(text))
            self.assertEqual(status, 1, text)
            self.assertIn('bytes of writable global in sim_step.c.o', said)

    def test_a_clock_a_file_and_an_allocation_are_found(self):
        for call_, name in (('time(0)', 'time'), ('remove("x")', 'remove'), ('malloc(9)', 'malloc')):
            status, said = self.check(self.library('#include <time.h>\n#include <stdio.h>\n#include <stdlib.h>\n'
                                                   f'long f(void); long f(void) {{ return (long)({call_}); }}\n'))
            self.assertEqual(status, 1, name)
            self.assertIn(f'sim/step.c calls {name}()', said)

    def test_the_door_to_cjson_may_call_it_but_not_its_parser_and_its_neighbour_may_not(self):
        text = 'int {0}(void); int f(void); int f(void) {{ return {0}(); }}\n'
        link, parser = text.format('cJSON_AddItemToArray'), text.format('cJSON_Parse')
        self.assertEqual(self.check(self.library(link, 'base', 'json.c')), (0, ''))
        for words, source, name in ((link, 'jsonx.c', 'cJSON_AddItemToArray'), (parser, 'json.c', 'cJSON_Parse')):
            status, said = self.check(self.library(words, 'base', source))
            self.assertEqual(status, 1)
            self.assertIn(f'base/{source} calls {name}()', said)

    def test_one_module_may_call_another(self):
        first = self.library('int g(void); int f(void); int f(void) { return g(); }\n', 'sim')
        self.assertEqual(self.check(first)[0], 1)
        second = self.library('int g(void); int g(void) { return 1; }\n', 'base')
        self.assertEqual(self.check(first, second), (0, ''))

    def test_nothing_to_check_is_a_fault(self):
        self.assertEqual(self.check()[0], 1)


class Sources(InAFolder):
    def check(self, *rows):
        return call(TOOLS / 'check_sources.py', self.folder, *rows, '--float', 'base/json.c')

    def test_headers_of_the_row_pass(self):
        self.write('base/str.h', '')
        self.write('base/json.c', 'double x;\n')
        self.write('sim/step.c', '#include "str.h"\n#include "talkdown.h"\n#include <stdint.h>\n'
                                 '/* a double in a comment */ const char *s = "a float in a string";\n')
        self.assertEqual(self.check('base:', 'sim:base'), (0, ''))

    def test_a_header_outside_the_row_is_found(self):
        self.write('journal/journal.h', '')
        self.write('sim/step.c', '\n#include "journal.h"\n')
        status, said = self.check('journal:', 'sim:')
        self.assertEqual(status, 1)
        self.assertIn('sim/step.c:2: "journal.h" is not a header of this module', said)

    def test_a_way_around_is_found(self):
        self.write('base/str.h', '')
        self.write('sim/step.c', '#include "../base/str.h"\n')
        self.assertEqual(self.check('base:', 'sim:base')[0], 1)

    def test_clocks_files_and_floats_are_found(self):
        for line in ('#include <time.h>', '#include <stdio.h>', 'static float x;', 'int f(double d);'):
            self.write('sim/step.c', line + '\n')
            status, said = self.check('sim:')
            self.assertEqual(status, 1, line)
            self.assertIn('sim/step.c:1: ', said)

    def test_two_headers_of_one_name_are_found(self):
        self.write('sim/view.h', '')
        self.write('front/view.h', '')
        self.assertEqual(self.check('sim:')[0], 1)


class Literals(InAFolder):
    def check(self, text):
        return call(TOOLS / 'check_literals.py', self.write('front/x.c', text).parent)

    def test_ids_names_formats_and_json_pass(self):
        self.assertEqual(self.check('#include "cli.h"\n/* Words in a comment. */ // and here "quoted too"\n'
                                    'f("play.choice", "TALKDOWN_HOME", "%s/%s.json", "\\"turn\\":", "\\n", "Q16", "-o", "rb");\n'
                                    'assert(n > 0 && "this cannot happen");\n'), (0, ''))

    def test_a_sentence_is_found(self):
        for text in ('Press a key', 'talkdown: no file', 'Score', 'Fin.', '\u00e9t\u00e9', '%d minutes left', 'Hello,  you'):
            status, said = self.check(f'\nputs("{text}");\n')
            self.assertEqual(status, 1, text)
            self.assertIn('x.c:2: words in the code', said)

    def test_a_line_may_excuse_itself(self):
        self.assertEqual(self.check('log("a thing happened"); /* not shown */\n'
                                    'puts("out of memory"); // no words yet\n'), (0, ''))

    def test_texts_that_nobody_names_are_told(self):
        words = self.write('en.json', '{"texts": {"play.a": "x", "act.label.is": "y", "gone.now": "z"}}')
        source = self.write('x.c', 'say("play.a"); make("act.", name);\n')
        status, said = call(TOOLS / 'check_literals.py', '--unused', words, source)
        self.assertEqual((status, said), (1, f'{words}: nobody names gone.now\n'))


class Headers(InAFolder):
    def check(self):
        return call(TOOLS / 'check_headers.py', self.folder, 'base:', '--', *CC)

    def test_a_header_that_includes_what_it_needs_passes(self):
        self.write('base/str.h', '#ifndef A\n#define A\n#include <stddef.h>\nsize_t f(void);\n#endif\n')
        self.assertEqual(self.check(), (0, '1 headers\n'))

    def test_one_that_leans_on_its_reader_is_found(self):
        self.write('base/str.h', '#ifndef A\n#define A\nsize_t f(void);\n#endif\n')
        self.assertEqual(self.check()[0], 1)

    def test_one_without_a_guard_is_found(self):
        self.write('base/str.h', 'struct s { int i; };\n')
        self.assertEqual(self.check()[0], 1)


class Counting(InAFolder):
    JUNIT = ('<testsuites><testsuite name="unit"><testcase name="a"/><testcase name="b"><failure/></testcase>'
             '<testcase name="c"><skipped/></testcase><testcase name="d"><error/></testcase></testsuite></testsuites>')

    def test_cases_and_lines_are_added_up(self):
        junit = self.write('log.xml', self.JUNIT)
        lines = self.write('lines.txt', 'passed one\npassed two words\nskipped three\n')
        self.assertEqual(call(TOOLS / 'count_tests.py', junit, lines), (1, '3 passed, 2 failed, 2 skipped\n'))
        self.assertEqual(call(TOOLS / 'count_tests.py', lines), (0, '2 passed, 0 failed, 1 skipped\n'))

    def test_no_test_at_all_is_a_failure(self):
        self.assertEqual(call(TOOLS / 'count_tests.py', self.write('empty.txt', '')),
                         (1, '0 passed, 0 failed, 0 skipped\n'))


class Commits(InAFolder):
    def lint(self, message):
        return call(TOOLS / 'lint_commits.py', '--message', self.write('message', message))

    def test_module_what_and_a_reason_pass(self):
        self.assertEqual(self.lint('sim: a wait may be split\n\nThe clock ran twice.\n'), (0, ''))

    def test_each_fault_is_named(self):
        for message, fault in (('Fixed stuff\n\nWhy.\n', 'the subject is not'), ('sim: what\n', 'no reason'),
                               ('sim: what\nwhy\n', 'second line'), ('sim: ' + 'x' * 90 + '\n\nWhy.\n', 'characters')):
            status, said = self.lint(message)
            self.assertEqual(status, 1, message)
            self.assertIn(fault, said)


def speak_tap(result, cases):
    bad = {case.id(): text for case, text in result.failures + result.errors}
    print(f'1..{len(cases)}')
    for number, name in enumerate(cases, 1):
        words = name.rpartition('.')[2].removeprefix('test_').replace('_', ' ')
        print(f'{"not ok" if name in bad else "ok"} {number} - {words}')
    sys.stderr.write('\n'.join(bad.values()))
    return 1 if bad else 0


def flatten(suite):
    for item in suite:
        yield from flatten(item) if isinstance(item, unittest.TestSuite) else [item]


def main():
    suite = unittest.defaultTestLoader.loadTestsFromModule(sys.modules[__name__])
    cases = [case.id() for case in flatten(suite)]
    result = unittest.TestResult()
    suite.run(result)
    return speak_tap(result, cases)


if __name__ == '__main__':
    sys.exit(main())
