#!/usr/bin/env python3
"""test_report.py - what a learner takes home: whole pages, clean tables, sound PDFs, and honest words about bad files.

usage: test_report.py PROGRAM ROOT [NAME...]     speaks TAP; with names, only these
"""
import csv
import html.parser
import io
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import traceback

PATIENCE = 60
VOID = {'meta', 'link', 'br', 'img', 'hr', 'input', 'circle', 'path', 'polyline', 'rect'}
OUTSIDE = re.compile(r'(?:src|href|action|data|srcset|poster)\s*=\s*"(?!#)|url\((?!#)|@import|https?://', re.I)


class Home:
    def __init__(self, program, root):
        self.program, self.root = program, pathlib.Path(root)
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix='report'))

    def close(self):
        shutil.rmtree(self.folder, ignore_errors=True)

    def run(self, *words):
        """(status, bytes printed, what was complained about)"""
        env = {**os.environ, 'TALKDOWN_DATA': str(self.root), 'TALKDOWN_HOME': str(self.folder / 'home'),
               'LC_ALL': 'C.UTF-8'}
        done = subprocess.run([self.program, *map(str, words)], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, timeout=PATIENCE, env=env)
        return done.returncode, done.stdout, done.stderr.decode()

    def kept(self):
        return sorted(self.root.glob('scenarios/*/plays/*.play'))

    def one(self):
        """A kept play with many decisions, as text."""
        return max(self.kept(), key=lambda path: path.stat().st_size).read_text(encoding='utf-8')

    def write(self, text, name='a.play'):
        path = self.folder / name
        path.write_text(text, encoding='utf-8')
        return path

    def json(self, play, *options):
        status, said, wrong = self.run('debrief', play, '--json', *options)
        assert said, wrong
        return json.loads(said)

    def html(self, play, *options):
        return self.run('debrief', play, '--html', '-', *options)[1].decode()

    def csv(self, play, *options):
        said = self.run('debrief', play, '--csv', '-', *options)[1].decode()
        return list(csv.DictReader(io.StringIO(said, newline=''), strict=True))


class Page(html.parser.HTMLParser):
    """Every element closed where it should be; what a test asks about."""

    def __init__(self, text):
        super().__init__()
        self.open, self.tags, self.ids, self.headings, self.text, self.names = [], [], [], [], [], []
        self.feed(text)
        self.close()
        assert self.open == [], f'never closed: {self.open}'

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        self.tags.append((tag, attributes))
        if 'id' in attributes:
            self.ids.append(attributes['id'])
        if re.fullmatch('h[1-6]', tag):
            self.headings.append(int(tag[1]))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        assert self.open and self.open[-1] == tag, f'</{tag}> closes {self.open[-3:]}'
        self.open.pop()

    def handle_data(self, data):
        self.text.append(data)

    def words(self):
        return ' '.join(' '.join(self.text).split())


def with_marks(text, marks, after):
    """The play with marks written behind the command of that number."""
    lines = text.splitlines(keepends=True)
    place = next(i for i, line in enumerate(lines) if line.startswith(f'{after} ')) + 1
    return ''.join(lines[:place] + [f'- {mark}\n' for mark in marks] + lines[place:])


def last_number(text):
    return max(int(line.split()[0]) for line in text.splitlines() if line[:1].isdigit())


# --- the page ---------------------------------------------------------------------------------------

def every_decision_stands_on_the_page_once(h):
    for play in h.kept():
        decisions = h.json(play)['decisions']
        page = Page(h.html(play))
        places = [i for i in page.ids if re.fullmatch(r'd\d+', i)]
        assert places == [f'd{d["number"]}' for d in decisions], play
        for decision in decisions:
            said = ' '.join(decision['said'].split())
            assert decision['command'].split()[1] == 'pause' or said in page.words(), (play, said)


def the_page_is_whole_by_itself_and_in_order(h):
    for play in h.kept():
        for lang in ('en', 'fr'):
            text = h.html(play, '--lang', lang)
            page = Page(text)
            assert text.startswith('<!doctype html>\n') and page.tags[0] == ('html', {'lang': lang})
            assert not OUTSIDE.search(re.sub(r'<style>.*?</style>', '', text, flags=re.S)), OUTSIDE.search(text)
            assert 'http' not in re.search(r'<style>(.*?)</style>', text, re.S)[1]
            assert not any(tag in ('script', 'iframe', 'object', 'embed') for tag, _ in page.tags)
            assert not any(name.startswith('on') for _, attributes in page.tags for name in attributes)
            assert len(page.ids) == len(set(page.ids)), 'an id stands twice'
            assert page.headings[0] == 1 and page.headings.count(1) == 1
            assert all(b - a <= 1 for a, b in zip(page.headings, page.headings[1:])), page.headings
            assert re.search(r'\breport\.[a-z]|\bdebrief\.[a-z]|\{[a-z_]+\}', page.words()) is None, \
                'an id or an empty place is shown'


def charts_have_names_and_descriptions(h):
    page = Page(h.html(h.kept()[0]))
    ids = set(page.ids)
    charts = [attributes for tag, attributes in page.tags if tag == 'svg' and attributes.get('role') == 'img']
    assert len(charts) >= 3
    for chart in charts:
        assert chart['aria-labelledby'] in ids and chart['aria-describedby'] in ids


def strengths_come_first_and_no_more_than_three_moments_are_opened(h):
    for play in h.kept():
        text = h.html(play)
        page = Page(text)
        assert sum(tag == 'article' for tag, _ in page.tags) <= 3
        order = [text.find(words) for words in ('What you did well', 'The encounter as a curve',
                                                'What to take with you', 'The whole talk', 'The score, figure by figure',
                                                'Every decision')]
        assert -1 not in order and order == sorted(order), order
        assert not any('open' in attributes for tag, attributes in page.tags if tag == 'details')


def the_foot_says_what_it_was_computed_from_and_what_it_is_not(h):
    play = h.kept()[0]
    about = h.json(play)
    words = Page(h.html(play)).words()
    for value in (about['seed'], about['coefficients'], about['rules'], about['scenario'], 'diagnoses nobody',
                  'not a prediction', 'crisis line'):
        assert value in words, value
    for given in about['inputs']:
        assert given['command'] in words, given


def what_a_learner_typed_stays_text(h):
    evil = '</p><script>alert(1)</script> "\\"><img src=x onerror=alert(1)> & \\u202e\\u0007'
    text = with_marks(h.one(), [f'primary note {json.dumps(evil)}'.replace('\\\\u', '\\u')], 2)
    play = h.write(text)
    page = Page(h.html(play))
    assert not any(tag in ('script', 'img') for tag, _ in page.tags)
    assert 'alert(1)' in page.words()
    assert '\u202e' not in page.words() and '\x07' not in page.words()


# --- the learner's own view -------------------------------------------------------------------------

def ratings_and_notes_belong_to_their_attempt(h):
    text = h.one()
    last = last_number(text)
    marks = ['primary feel 3', 'primary note "Cold hands, mine too."', 'primary rate listening 77']
    first = with_marks(text, marks, last)
    target = next(line.split()[0] for line in text.splitlines() if ' choose ' in line and line[:1].isdigit())
    play = h.write(first)
    assert h.run('debrief', play, '--better', h.folder / 'second.play', '--from', target)[0] == 0
    second = h.folder / 'second.play'
    attempts = h.json(second)['attempt']
    one, two = h.json(second, '--attempt', str(attempts - 1)), h.json(second)
    assert one['self']['ratings']['listening'] == 77 and one['self']['feel'] == 3
    assert two['self']['ratings']['listening'] is None and two['self']['feel'] is None
    assert 'Cold hands, mine too.' in Page(h.html(play)).words()
    assert 'Cold hands, mine too.' not in Page(h.html(second)).words()


def a_self_rating_stands_beside_the_computed_one(h):
    text = h.one()
    names = ['listening', 'timing', 'regulation', 'safety', 'respect', 'outcome']
    last = last_number(text)
    play = h.write(with_marks(text, [f'primary rate {name} {10 * i + 5}' for i, name in enumerate(names)], last))
    computed = h.json(play)['score']
    rows = re.findall(r'<tr><th scope="row">.*?</th>\s*<td class="number">(\d+)</td>\s*<td class="number">(\d+)</td>',
                      h.html(play), re.S)
    assert [int(own) for own, _ in rows[:6]] == [10 * i + 5 for i in range(6)], rows
    assert [int(value) for _, value in rows[:6]] == [computed[name]['points'] for name in names]


# --- the situation board ----------------------------------------------------------------------------

def board_of(h, marks, after):
    """The rows for what was written, in the play's own scenario."""
    return [row for row in h.json(h.write(with_marks(h.one(), marks, after)))['board'] if row['verdict'] != 'missed']


def story_of(h):
    scenario = re.search(r'^scenario (\S+)', h.one(), re.M)[1]
    folder = h.root / 'scenarios' / scenario
    facts = {fact['id']: fact for fact in json.loads((folder / 'scenario.json').read_text(encoding='utf-8'))['facts']}
    return facts, json.loads((folder / 'text.en.json').read_text(encoding='utf-8'))['texts']


def the_board_is_held_against_what_was_told(h):
    facts, texts = story_of(h)
    last = last_number(h.one())
    missed = {row['fact']: row for row in h.json(h.write(h.one()))['board']}
    assert missed and all(row['verdict'] == 'missed' for row in missed.values())
    told = next(iter(missed))
    untold = next(fact for fact in facts if fact not in missed)
    caught, = board_of(h, [f'primary board fact {told}'], last)
    assert (caught['verdict'], caught['fact'], caught['told_by']) == ('caught', told, missed[told]['told_by'])
    assert caught['minutes_late'] > 0, 'written at the end, told long before'
    soon, = board_of(h, [f'primary board fact {told}'], missed[told]['told_by'])
    assert (soon['verdict'], soon['minutes_late']) == ('caught', 0)
    early, = board_of(h, [f'primary board fact {told}'], 1)
    assert early['verdict'] == 'early'
    misheard, = board_of(h, [f'primary board fact {untold}'], last)
    assert misheard['verdict'] == 'misheard'
    own, = board_of(h, ['primary board risk "zzyzx qwrtp"'], last)
    assert (own['verdict'], own['fact']) == ('own', '')
    after = h.json(h.write(with_marks(h.one(), [f'primary board fact {told}'], last)))['board']
    assert told not in [row['fact'] for row in after if row['verdict'] == 'missed']


def a_free_note_is_compared_by_its_words(h):
    facts, texts = story_of(h)
    last = last_number(h.one())
    told = [row['fact'] for row in h.json(h.write(h.one()))['board']]
    for fact in told:
        row, = board_of(h, [f'primary board told {json.dumps(texts[fact])}'], last)
        assert (row['verdict'], row['fact']) == ('caught', fact), (texts[fact], row)


def a_sore_point_taken_for_a_hook_is_said_to_be_one(h):
    facts, texts = story_of(h)
    last = last_number(h.one())
    told = [row['fact'] for row in h.json(h.write(h.one()))['board']]
    sore = [fact for fact in told if facts[fact]['kind'] in ('trigger', 'decoy')]
    assert sore, 'the kept play tells no sore point'
    row, = board_of(h, [f'primary board hook {json.dumps(texts[sore[0]])}'], last)
    assert (row['verdict'], row['fact']) == ('heading', sore[0])
    right, = board_of(h, [f'primary board trigger {json.dumps(texts[sore[0]])}'], last)
    assert right['verdict'] == 'caught'


# --- the table --------------------------------------------------------------------------------------

def the_table_has_a_row_for_every_decision(h):
    for play in h.kept():
        decisions, rows = h.json(play)['decisions'], h.csv(play)
        assert [int(row['number']) for row in rows] == [d['number'] for d in decisions]
        for row, decision in zip(rows, decisions):
            assert None not in row and None not in row.values(), row
            assert int(row['agitation_after']) == decision['after']['agitation']
            parts = ('by_time', 'by_words', 'by_delivery', 'by_space', 'by_sore_point', 'by_promise', 'by_outside')
            assert sum(int(row[part]) for part in parts) == int(row['agitation_after']) - int(row['agitation_before'])
            assert row['said'].lstrip("'") == decision['said']


def no_cell_is_taken_for_a_formula(h):
    for sign in '=+-@':
        text = with_marks(h.one(), [f'primary note "{sign}HYPERLINK(\\"http://x\\",\\"y\\"),1"'], last_number(h.one()) - 3)
        said = h.run('debrief', h.write(text), '--csv', '-')[1].decode()
        assert 'HYPERLINK' in said and said.endswith('\r\n') and '\n' not in said.replace('\r\n', '')
        for row in csv.reader(io.StringIO(said, newline=''), strict=True):
            for cell in row:
                assert re.fullmatch(r'-?\d+', cell) or not cell.lstrip(' ').startswith(tuple('=+-@\t\r')), cell


# --- the PDF ----------------------------------------------------------------------------------------

def the_pdf_is_sound_and_says_the_same(h):
    for play in h.kept():
        path = h.folder / 'a.pdf'
        status, _, wrong = h.run('debrief', play, '--pdf', path)
        assert status == 0, wrong
        bytes_ = path.read_bytes()
        assert bytes_.startswith(b'%PDF-1.5') and bytes_.endswith(b'%%EOF\n')
        assert b'/Lang <FEFF0065006E>' in bytes_ and b'/MarkInfo' in bytes_ and b'/DisplayDocTitle true' in bytes_
        charts = sum(tag == 'svg' and a.get('role') == 'img' for tag, a in Page(h.html(play)).tags)
        assert bytes_.count(b'/Alt <FEFF') == charts, 'every figure has words'
        if shutil.which('qpdf'):
            checked = subprocess.run(['qpdf', '--check', path], stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                                     timeout=PATIENCE)
            assert checked.returncode == 0, checked.stdout.decode()
        if shutil.which('pdftotext'):
            said = subprocess.run(['pdftotext', '-raw', path, '-'], stdout=subprocess.PIPE, timeout=PATIENCE)
            words = re.sub(r'\W+', '', said.stdout.decode())
            missing = [d['said'] for d in h.json(play)['decisions']
                       if d['command'].split()[1] != 'pause' and re.sub(r'\W+', '', d['said'])[:24] not in words]
            assert not missing, missing


def the_pdf_is_a_few_pages_and_on_request_all_of_it(h):
    if not shutil.which('pdfinfo'):
        return
    for paper in ('a4', 'letter'):
        for play in h.kept():
            pages = {}
            for name, more in (('short', ()), ('full', ('--full',))):
                path = h.folder / f'{name}.pdf'
                assert h.run('debrief', play, '--pdf', path, '--paper', paper, *more)[0] == 0
                told = subprocess.run(['pdfinfo', path], stdout=subprocess.PIPE, timeout=PATIENCE).stdout.decode()
                pages[name] = int(re.search(r'^Pages:\s+(\d+)', told, re.M)[1])
            assert 3 <= pages['short'] <= 8 < pages['full'], (play, paper, pages)


def the_text_is_the_lesson_and_on_request_every_decision(h):
    for play in h.kept():
        decisions = len(h.json(play)['decisions'])
        short, full = (h.run('debrief', play, '--text', *more)[1].decode() for more in ((), ('--full',)))
        assert short.count('From the same moment') == 0 and short.count('What would have gone furthest') <= 3
        judged = full.count('From the same moment and the same luck')
        assert decisions * 2 // 3 < judged <= decisions, (play, judged)
        order = [short.find(words) for words in ('What you did well', 'The moments that turned it',
                                                 'One thing to practise', 'The whole talk', 'Score: ')]
        assert -1 not in order and order == sorted(order), order


def nobody_is_given_words_who_did_not_live(h):
    for play in h.kept():
        for lang, own in (('en', 'own words'), ('fr', 'Avec les mots de')):
            ended = h.json(play)['outcome']
            said = h.run('debrief', play, '--text', '--lang', lang)[1].decode()
            assert (own in said) == (ended != 'harm_despite_calm'), (play, ended)


def the_paper_is_the_one_asked_for(h):
    for paper, size in (('a4', b'595.28 841.89'), ('letter', b'612 792')):
        path = h.folder / f'{paper}.pdf'
        assert h.run('debrief', h.kept()[0], '--pdf', path, '--paper', paper, '--lang', 'fr')[0] == 0
        boxes = re.findall(rb'/MediaBox \[ 0 0 ([\d. ]+?) \]', path.read_bytes())
        assert boxes and all([round(float(n)) for n in box.split()] == [round(float(n)) for n in size.split()]
                             for box in boxes), boxes
        assert b'/Lang <FEFF00660072>' in path.read_bytes()
    assert h.run('debrief', h.kept()[0], '--pdf', '-', '--paper', 'a5')[0] == 2


# --- the better line --------------------------------------------------------------------------------

def the_better_line_is_a_further_attempt_that_replays(h):
    tried = 0
    for play in h.kept():
        before = h.json(play)
        if 'what_if' not in before:
            continue
        better = h.folder / 'better.play'
        status, said, wrong = h.run('debrief', play, '--better', better)
        assert status == 0, wrong
        tried += 1
        told = json.loads(h.run('replay', better, '--verify', '--json')[1])
        after = h.json(better)
        assert told['verified'] and told['attempts'] == before['attempt'] + 1
        assert told['outcome'] == before['what_if']['outcome'], 'it leads where it was said to lead'
        assert after['decisions'][-1]['after']['agitation'] == before['what_if']['line'][-1]['agitation']
        kept = h.json(better, '--attempt', str(before['attempt']))
        assert kept['score'] == before['score'], 'the earlier attempt has changed'
        assert better.read_text(encoding='utf-8').startswith(play.read_text(encoding='utf-8')), 'a line was lost'
    assert tried > 0


def it_can_begin_at_any_decision(h):
    play = h.kept()[0]
    decisions = [d for d in h.json(play)['decisions'] if d['alternatives']]
    for decision in (decisions[0], decisions[len(decisions) // 2], decisions[-1]):
        better = h.folder / 'better.play'
        assert h.run('debrief', play, '--better', better, '--from', decision['number'])[0] == 0
        assert json.loads(h.run('replay', better, '--verify', '--json')[1])['verified']
        best = next(a['choice'] for a in decision['alternatives'] if a['best'])
        first = next(d for d in h.json(better)['decisions'] if d['number'] > decision['number'])
        assert best == 'pause' or f' {best}' in first['command'], (best, first['command'])
    status, _, wrong = h.run('debrief', play, '--better', h.folder / 'x.play', '--from', '9999')
    assert status == 1 and '9999' in wrong and not (h.folder / 'x.play').exists()


# --- bad files --------------------------------------------------------------------------------------

def a_cut_line_is_said_and_the_rest_is_shown(h):
    text = h.one()
    play = h.write(text[:-9])
    status, said, _ = h.run('debrief', play, '--html', '-')
    page = Page(said.decode())
    assert status == 0 and 'cut off' in page.words()
    assert len([i for i in page.ids if re.fullmatch(r'd\d+', i)]) >= len(h.json(h.write(text, 'b.play'))['decisions']) - 1


def an_edited_file_is_said_and_shown_up_to_there(h):
    lines = h.one().splitlines(keepends=True)
    places = [i for i, line in enumerate(lines) if ' choose ' in line]
    at = places[len(places) // 2]
    lines[at] = re.sub(r'~[0-9a-f]{16}', '~0123456789abcdef', lines[at])
    play = h.write(''.join(lines))
    status, said, wrong = h.run('debrief', play, '--html', '-')
    page = Page(said.decode())
    number = lines[at].split()[0]
    assert status == 1 and wrong
    assert f'from command {number} on' in page.words() and 'edited' in page.words()
    shown = [int(i[1:]) for i in page.ids if re.fullmatch(r'd\d+', i)]
    assert shown and max(shown) <= int(number)


def a_line_of_rubbish_is_said_and_what_came_before_is_shown(h):
    lines = h.one().splitlines(keepends=True)
    at = len(lines) * 2 // 3
    play = h.write(''.join(lines[:at] + ['what is this\n'] + lines[at:]))
    status, said, wrong = h.run('debrief', play, '--html', '-')
    page = Page(said.decode())
    assert status == 1 and f'{at + 1}' in wrong
    assert f'Line {at + 1} of the file' in page.words()
    assert any(re.fullmatch(r'd\d+', i) for i in page.ids)


def another_version_of_the_scenario_is_said(h):
    text = re.sub(r'^(scenario \S+) [0-9a-f]{16}', r'\1 0123456789abcdef', h.one(), flags=re.M)
    status, said, wrong = h.run('debrief', h.write(text), '--html', '-')
    assert status == 1 and wrong
    assert 'another version of the scenario' in Page(said.decode()).words()
    status, _, wrong = h.run('debrief', h.write(text), '--better', h.folder / 'x.play')
    assert status == 1 and not (h.folder / 'x.play').exists(), 'nothing is built on what does not hold'


# --- files ------------------------------------------------------------------------------------------

def a_file_is_written_whole_or_not_at_all(h):
    play = h.kept()[0]
    for option in ('--html', '--csv', '--pdf', '--better'):
        if option == '--better' and 'what_if' not in h.json(play):
            continue
        status, _, wrong = h.run('debrief', play, option, h.folder / 'no-such-folder' / 'x')
        assert status == 1 and 'no-such-folder' in wrong, (option, status, wrong)
        folder = h.folder / 'kept'
        folder.mkdir(exist_ok=True)
        assert h.run('debrief', play, option, folder / 'x')[0] == 0
        assert [path.name for path in folder.iterdir()] == ['x'], 'something is left beside it'
        assert (folder / 'x').stat().st_mode & 0o077 == 0, 'others can read it'
        shutil.rmtree(folder)


def several_are_written_in_one_go_and_the_same_every_time(h):
    play = h.kept()[0]
    files = [h.folder / name for name in ('a.html', 'a.csv')]
    assert h.run('debrief', play, '--html', files[0], '--csv', files[1])[0] == 0
    for path, option in zip(files, ('--html', '--csv')):
        assert path.read_bytes() == h.run('debrief', play, option, '-')[1]


TESTS = [test for name, test in list(globals().items())
         if callable(test) and getattr(test, '__module__', None) == __name__ and not isinstance(test, type)
         and test.__code__.co_varnames[:1] == ('h',) and test.__code__.co_argcount == 1 and name != 'story_of']


def main(program, root, *names):
    chosen = [test for test in TESTS if not names or test.__name__ in names]
    print(f'1..{len(chosen)}', flush=True)
    bad = 0
    for number, test in enumerate(chosen, 1):
        home = Home(str(pathlib.Path(program).resolve()), pathlib.Path(root).resolve())
        try:
            test(home)
            good = True
        except Exception:
            good = False
            traceback.print_exc()
        finally:
            home.close()
        bad += not good
        print(f'{"ok" if good else "not ok"} {number} - {test.__name__.replace("_", " ")}', flush=True)
    return 1 if bad else 0


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:]))
