#!/usr/bin/env python3
"""test_window.py - the real window on a display of its own: a whole encounter by keyboard alone, then one by mouse
alone, each to its debrief with the play saved.  Usage: test_window.py PROGRAM SOURCE_ROOT.  Skipped without Xvfb
and xdotool."""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

DISPLAY = ':%d' % (300 + os.getpid() % 500)
PATIENCE = 150


def without_others_leaks(folder):
    """What D-Bus keeps for ever when SDL asks it something is not ours: with a sanitizer it is not counted."""
    rules = pathlib.Path(folder) / 'lsan'
    rules.write_text('leak:libdbus-1.so\n')
    return ':'.join(filter(None, (os.environ.get('LSAN_OPTIONS'), f'suppressions={rules}:print_suppressions=0')))


class Desk:
    def __init__(self, program, root, home):
        self.home = pathlib.Path(home)
        self.env = dict(os.environ, DISPLAY=DISPLAY, TALKDOWN_DATA=str(root), TALKDOWN_HOME=home, LC_ALL='C.UTF-8', TALKDOWN_FRAMES='1',
                        SDL_AUDIODRIVER='dummy', LSAN_OPTIONS=without_others_leaks(home))
        self.screen = subprocess.Popen(['Xvfb', DISPLAY, '-screen', '0', '1280x720x24'], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(1)
        self.program = subprocess.Popen([program], env=self.env, stdin=subprocess.DEVNULL, stderr=subprocess.PIPE)
        time.sleep(2)

    def key(self, *keys):
        subprocess.run(['xdotool', 'key', *keys], env=self.env, check=True)
        time.sleep(0.25)

    def click(self, x, y):
        subprocess.run(['xdotool', 'mousemove', str(x), str(y), 'click', '1'], env=self.env, check=True)
        time.sleep(0.25)

    def lines(self):
        plays = sorted(self.home.glob('plays/*.play'))
        return plays[-1].read_text().splitlines() if plays else []

    def close(self):
        self.program.terminate()
        said = self.program.communicate(timeout=20)[1].decode()
        self.screen.terminate()
        self.screen.wait()
        return self.program.returncode, said


def is_over(program, root, path, env):
    done = subprocess.run([program, 'debrief', str(path)], env=env, capture_output=True, timeout=120)
    return done.returncode == 0 and b'Not finished' not in done.stdout


def by_keyboard(desk):
    """Enter does the next thing on each page; digits speak; Escape leaves a question open."""
    for _ in range(6):
        desk.key('Return')
    idle, end, before = 0, time.time() + PATIENCE, -1
    while time.time() < end and idle < 4:
        desk.key(str(int(time.time() * 10) % 3 + 1))
        now = len(desk.lines())
        if now == before:
            idle += 1
            desk.key('Tab')
            desk.key('Return' if idle > 2 else 'Escape')
        else:
            idle = 0
        before = now


def by_mouse(desk):
    """The same with nothing but clicks: the buttons of each page, then the lines, and "Not now" under questions."""
    for x, y in ((290, 670), (300, 240), (110, 680), (110, 680), (900, 530), (110, 680)):
        desk.click(x, y)
        time.sleep(0.5)
    spots = [(900, y) for y in (630, 560, 500, 430)]
    idle, end, before, turn = 0, time.time() + PATIENCE, -1, 0
    while time.time() < end and idle < 8:
        turn += 1
        desk.click(*spots[turn % len(spots)])
        now = len(desk.lines())
        idle = idle + 1 if now == before else 0
        if idle % 2 == 1:
            desk.click(718, 656)
        before = now


def play(program, root, way, name, number):
    with tempfile.TemporaryDirectory() as home:
        desk = Desk(program, root, home)
        way(desk)
        lines, env = desk.lines(), desk.env
        status, said = desk.close()
        chosen = [line for line in lines if ' choose ' in line]
        plays = sorted(pathlib.Path(home).glob('plays/*.play'))
        over = bool(plays) and is_over(program, root, plays[-1], env)
        print(f'{"ok" if len(chosen) >= 5 else "not ok"} {number} - lines are chosen by {name} alone ({len(chosen)})')
        print(f'{"ok" if over else "not ok"} {number + 1} - by {name} alone the encounter comes to its end and the play is saved')
        print(f'{"ok" if status == 0 else "not ok"} {number + 2} - the window closes when it is asked to ({status})')
        for line in said.splitlines():
            print('#', line)


def main():
    program, root = sys.argv[1], sys.argv[2]
    if not shutil.which('Xvfb') or not shutil.which('xdotool'):
        print('1..0 # SKIP there is no Xvfb or xdotool')
        return
    print('1..6')
    play(program, root, by_keyboard, 'keys', 1)
    play(program, root, by_mouse, 'the mouse', 4)


main()
