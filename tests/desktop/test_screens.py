#!/usr/bin/env python3
"""test_screens.py - every screen's semantic tree and draw list, laid out without fonts, beside what it was.
Usage: test_screens.py PROGRAM SOURCE_ROOT.  BLESS=1 writes what is kept (tests/shots/screens/NAME.txt).
Besides: nothing that can be used lies outside the window or without a name, at 100 and at 200 percent."""
import os
import pathlib
import re
import subprocess
import sys
import tempfile

SCREENS = ('stance home content briefing encounter pause help notes moves delivery prompt review ending rating debrief watch progress settings '
           'support course drills').split()
# A room with people in it, where the program has rooms.
ROOMS = ('group join lobby console console-inject console-tag console-past console-override console-people console-debrief '
         'projector projector-lobby projector-brief projector-vote projector-result projector-frozen projector-settle projector-self '
         'projector-board projector-timeline projector-questions projector-what-if projector-keep '
         'seat-primary seat-voter seat-coach seat-board seat-observer').split()
# These show what lies in folders, or what the judgement of a play is today: only their shape is held.
CHANGING = ('home', 'progress', 'debrief', 'watch')
NODE = re.compile(r'^ *(\w+) (".*") (-?\d+) (-?\d+) (\d+) (\d+)(.*)$')


def shot(program, root, home, *words):
    env = dict(os.environ, TALKDOWN_DATA=str(root), TALKDOWN_HOME=home, LC_ALL='C.UTF-8')
    done = subprocess.run([program, 'shot', *words, '--tree', '--scenario', 'template'], capture_output=True, env=env, timeout=120)
    return done.returncode, done.stdout.decode()


def faults(tree, width, height):
    """Parts that nobody could reach or that say nothing; those in scroll areas may lie below."""
    for line in tree.split('\n\n')[0].splitlines():
        found = NODE.match(line)
        if not found:
            yield 'not a node: ' + line
            continue
        role, name, x, y, w, h, rest = found.groups()
        if 'usable' not in rest:
            continue
        if name == '""':
            yield 'no name: ' + line
        if int(x) < 0 or int(x) + int(w) > width or int(w) <= 0 or int(h) <= 0:
            yield 'outside: ' + line


def compare(kept, tree):
    if os.environ.get('BLESS'):
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_text(tree)
    return kept.exists() and kept.read_text() == tree


def main():
    program, root = sys.argv[1], pathlib.Path(sys.argv[2])
    cases = []
    with tempfile.TemporaryDirectory() as home:
        rooms = ROOMS if shot(program, root, home, 'lobby')[0] == 0 else []
        for name in SCREENS + rooms:
            status, tree = shot(program, root, home, name)
            kept = name in CHANGING or compare(root / 'tests/shots/screens' / (name + '.txt'), tree.split('\n\n')[0] + '\n')
            cases.append((f'{name} is what it was', status == 0 and kept, []))
            for size in ('100', '150', '200') if name in SCREENS else ('100', '200'):
                for width, height in ((1280, 720), (960, 720), (1680, 720)) if name in SCREENS else ((1280, 720), (960, 720)):
                    status, tree = shot(program, root, home, name, '--text-size', size, '--size', f'{width}x{height}')
                    wrong = list(faults(tree, width, height))
                    cases.append((f'{name} at {size} percent in {width}x{height} can be used', status == 0 and not wrong, wrong))
        cases.append(('a screen that is not there is refused', shot(program, root, home, 'nosuch')[0] == 2, []))
    print(f'1..{len(cases)}')
    for number, (name, good, wrong) in enumerate(cases, 1):
        print(f'{"ok" if good else "not ok"} {number} - {name}')
        for line in wrong[:5]:
            print('#', line)


main()
