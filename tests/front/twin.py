"""twin.py - the text twin as its tests hold it: by a pipe, by a terminal, and what it leaves behind."""
import json
import os
import pathlib
import pty
import re
import select
import shutil
import signal
import subprocess
import tempfile
import time
import traceback

PATIENCE = 30


class Machine:
    """A home of its own for one learner, and the program."""

    def __init__(self, program, root):
        self.program, self.root = str(program), pathlib.Path(root)
        self.home = pathlib.Path(tempfile.mkdtemp(prefix='twin'))

    def close(self):
        shutil.rmtree(self.home, ignore_errors=True)

    def environment(self, **more):
        kept = {name: value for name, value in os.environ.items() if not name.startswith(('LC_', 'LANG', 'TALKDOWN'))}
        return {**kept, 'TALKDOWN_DATA': str(self.root), 'TALKDOWN_HOME': str(self.home), 'LC_ALL': 'C.UTF-8',
                'TERM': 'dumb', **more}

    def settle_in(self, **settings):
        """As if the page before the first start had been read."""
        self.home.mkdir(exist_ok=True)
        values = {'format': 'talkdown-settings-1', 'stance': 1, **settings}
        (self.home / 'settings.json').write_text(json.dumps(values), encoding='utf-8')

    def run(self, *words, typed='', **options):
        """(status, what was printed, what was complained about)"""
        data = typed if isinstance(typed, bytes) else typed.encode()
        done = subprocess.run([self.program, *map(str, words)], input=data, stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, timeout=PATIENCE, env=self.environment(), **options)
        return done.returncode, done.stdout.decode(errors='strict'), done.stderr.decode(errors='strict')

    def play(self, *words, lines=(), **options):
        """With the same luck every time, unless another is asked for."""
        luck = () if '--seed' in words or '--resume' in words else ('--seed', '3')
        return self.run('play', *words, *luck, '--text', typed=''.join(line + '\n' for line in lines), **options)

    def start(self, *words, **options):
        return subprocess.Popen([self.program, *map(str, words)], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                stderr=subprocess.PIPE, env=self.environment(), **options)

    def plays(self):
        return sorted((self.home / 'plays').glob('*.play'))

    def mini(self):
        return str(self.root / 'tests/data/mini/scenario.json')


class Terminal:
    """Somebody at a terminal."""

    def __init__(self, machine, *words, columns=80):
        self.pid, self.file = pty.fork()
        if self.pid == 0:
            os.execve(machine.program, [machine.program, *words], machine.environment(COLUMNS=str(columns)))
        self.seen = ''

    def read_until(self, text):
        end = time.monotonic() + PATIENCE
        start = len(self.seen)
        while text not in self.seen[start:]:
            ready, _, _ = select.select([self.file], [], [], max(0, end - time.monotonic()))
            if not ready:
                raise AssertionError(f'waited for {text!r}, saw {self.seen[start:][-600:]!r}')
            try:
                piece = os.read(self.file, 65536)
            except OSError:  # the terminal is closed
                piece = b''
            if not piece:
                raise AssertionError(f'ended before {text!r}: {self.seen[start:][-600:]!r}')
            self.seen += piece.decode(errors='replace').replace('\r\n', '\n')
        return self.seen[start:]

    def type(self, line):
        os.write(self.file, (line + '\n').encode())

    def press(self, byte):
        os.write(self.file, byte)

    def wait(self):
        """The rest of what is said, and the exit status."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            try:
                piece = os.read(self.file, 65536)
            except OSError:
                break
            if not piece:
                break
            self.seen += piece.decode(errors='replace').replace('\r\n', '\n')
        _, status = os.waitpid(self.pid, 0)
        os.close(self.file)
        return os.waitstatus_to_exitcode(status)

    def hang_up(self):
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.file)


def commands_of(play):
    """The commands of a journal, without numbers and hashes."""
    text = pathlib.Path(play).read_text(encoding='utf-8')
    return [match[1] for match in re.finditer(r'^\d+ (.*?) ~[0-9a-f]{16}$', text, re.M)]


def marks_of(play):
    text = pathlib.Path(play).read_text(encoding='utf-8')
    return [line[2:] for line in text.splitlines() if line.startswith('- ')]


def unmarked(text):
    """What stands outside the marks of the pseudo-language, which may lie inside each other."""
    depth, out = 0, []
    for part in re.split(r'(\[!!|!!\])', text):
        if part == '[!!':
            depth += 1
        elif part == '!!]':
            depth -= 1
        elif depth == 0:
            out.append(part)
    if depth:
        raise AssertionError('a mark was opened and never closed')
    return '\n'.join(out)


def language(root, name):
    return json.loads((pathlib.Path(root) / f'assets/lang/{name}.json').read_text(encoding='utf-8'))['texts']


def variants(text):
    """Every wording of a text of a language file."""
    if isinstance(text, str):
        return [text]
    if isinstance(text, list):
        return text
    return [wording for value in text.values() for wording in variants(value)]


def run_all(names_of, program, root, *only):
    """Every function of one machine, m, is a test; each has a home of its own.  Speaks TAP; the exit status."""
    tests = [(name, test) for name, test in names_of.items()
             if callable(test) and getattr(test, '__code__', None) and test.__code__.co_argcount == 1
             and test.__code__.co_varnames[:1] == ('m',) and (not only or name in only)]
    print(f'1..{len(tests)}', flush=True)
    bad = 0
    for number, (name, test) in enumerate(tests, 1):
        machine = Machine(pathlib.Path(program).resolve(), pathlib.Path(root).resolve())
        try:
            test(machine)
            good = True
        except Exception:  # a test that fails in any way has failed
            good = False
            print('# ' + traceback.format_exc().replace('\n', '\n# ')[:3000], flush=True)
        machine.close()
        bad += not good
        print(f'{"ok" if good else "not ok"} {number} - {name.replace("_", " ")}', flush=True)
    return 1 if bad or not tests else 0
