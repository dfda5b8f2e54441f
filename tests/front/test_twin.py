#!/usr/bin/env python3
"""test_twin.py - the text twin keeps its promises to somebody who cannot see it, types nonsense, pulls the plug.

usage: test_twin.py PROGRAM ROOT [NAME...]     speaks TAP; with names, only these
"""
import json
import os
import pathlib
import random
import re
import resource
import shutil
import signal
import subprocess
import sys
import time

from twin import Terminal, commands_of, language, marks_of, run_all, unmarked, variants

KILLS = 20
NONSENSE = 5000

# From the content note of the small story to its first line; its first question is put before that.
TO_THE_TALK = ['y', '1 2', '1', '', '']
# A whole small play, its ending, one's own view, the debrief.
WHOLE = TO_THE_TALK + ['1', 's', 'withdraw', 'yes', '7', 'It was long.', '50', '', '40', '', '', '100', '3 4', '']


# --- an evening ------------------------------------------------------------------------------------

def a_whole_evening_is_played_looked_back_on_and_kept(m):
    m.settle_in()
    status, said, wrong = m.play(m.mini(), lines=WHOLE)
    assert (status, wrong) == (0, ''), (status, wrong)
    play, = m.plays()
    assert commands_of(play) == ['primary pick b-alone,b-work,ap-sit', 'primary begin', commands_of(play)[2],
                                 'primary pause 10000', 'primary withdraw'], commands_of(play)
    assert marks_of(play) == ['primary feel 7', 'primary note "It was long."', 'primary rate listening 50',
                              'primary rate regulation 40', 'primary rate outcome 100',
                              'primary moment 3', 'primary moment 4', 'primary debriefed'], marks_of(play)
    order = ['Briefing', 'What do you say?', 'The encounter is over.', 'Debrief', 'how do you rate yourself',
             'Your rating beside the computed one', 'Try again from which decision?']
    places = [said.index(text) for text in order]
    assert places == sorted(places), places
    assert m.run('replay', play, '--verify')[0] == 0


def the_page_before_the_first_start_is_shown_once(m):
    _, first, _ = m.play(m.mini(), lines=['', 'n'])
    _, second, _ = m.play(m.mini(), lines=['n'])
    assert 'It is not law-enforcement training.' in first
    assert 'law-enforcement' not in second
    assert m.plays() == []  # who does not go on has begun nothing


def without_a_scenario_there_is_a_list_to_choose_from(m):
    m.settle_in()
    status, said, _ = m.play(lines=['99', 'bridge-rail', 'n'])
    assert status == 0
    assert '1. Bridge rail (' in said and 'A number from 1 to' in said
    assert 'template' not in said.lower()


def the_end_of_the_input_is_a_stop_at_every_prompt(m):
    m.settle_in()
    for count in range(len(WHOLE)):
        for last in ([], ['stop']):
            status, said, wrong = m.play(m.mini(), lines=WHOLE[:count] + last)
            assert (status, wrong) == (0, ''), (count, status, wrong)
            assert count == 0 or 'Saved as' in said, (count, said[-300:])


def the_support_page_opens_at_every_prompt_and_leads_back(m):
    m.settle_in()
    lines = [line for pair in (['support', '', line] for line in WHOLE) for line in pair]
    status, said, _ = m.play(m.mini(), lines=lines)
    assert status == 0
    assert said.count('your local crisis line') >= len(WHOLE)
    assert len(commands_of(m.plays()[0])) == 5


# --- what can be done ---------------------------------------------------------------------------------

def everything_that_is_not_a_line_can_be_done_too(m):
    m.settle_in()
    status, said, wrong = m.play(m.mini(), '--seed', '3', lines=[
        *TO_THE_TALK, 'l', 'w', '2', 's 20', 'voice soft', 'd back', '1 slow', 'h supervisor', '1', 'm', '1', 'n a note',
        'b', 'hook his girl', 'b risk the bridge', *(['w 6', ''] * 4), 'review', 'repeat', 'meters', '?', 'handover', '1 3', ''])
    assert (status, wrong) == (0, ''), wrong
    play, = m.plays()
    done = commands_of(play)
    assert done[2:5] == ['primary observe', 'primary wait 120000', 'primary pause 20000'], done
    assert re.fullmatch(r'primary choose c\d+ tone 1 pace 1 dist 400', done[5]), done[5]
    assert done[6:8] == ['primary help supervisor', 'primary move sit'], done[6:]
    assert set(done[8:-1]) == {'primary wait 360000'} and done[-1] == 'primary handover name,triggers', done[8:]
    assert marks_of(play) == ['primary note "a note"', 'primary board hook "his girl"',
                              'primary board risk "the bridge"'], marks_of(play)


def delivery_falls_back_to_the_middle_after_each_exchange(m):
    m.settle_in()
    m.play(m.mini(), lines=[*TO_THE_TALK, 'v firm', 'p fast', '1', '1'])
    first, second = commands_of(m.plays()[0])[2:4]
    assert first.endswith(' tone -1 pace -1') and ' tone' not in second and ' pace' not in second


def back_is_a_distance_where_a_distance_is_asked_for(m):
    m.settle_in()
    m.play(m.mini(), lines=[*TO_THE_TALK, 'd', 'back', '1', 'd', '', '1'])
    first, second = commands_of(m.plays()[0])[2:4]
    assert ' dist 400' in first and ' dist' not in second, (first, second)


def the_same_look_twice_running_is_not_told_twice(m):
    m.settle_in()
    _, said, _ = m.play('bridge-rail', '--seed', '3', lines=['y', '', '', '', 'l', 'l'])
    assert said.count('You look closely.') == 2 and said.count('You see nothing you had not seen.') == 1, said


def what_is_not_understood_is_said_kindly_and_costs_nothing(m):
    m.settle_in()
    status, said, _ = m.play(m.mini(), lines=[*TO_THE_TALK, 'xyzzy', '9', 're', '', '1 loudly', 'v purple', '', 's 9999',
                                              'handover', 'hint', '\x1b[2Jclear'])
    assert status == 0
    assert len(commands_of(m.plays()[0])) == 2
    assert 'I did not understand “xyzzy”' in said and 'could be repeat, review and rewind' in said
    assert 'Hints are for guided mode.' in said
    assert '\x1b' not in said


def answers_to_the_questions_of_the_story_are_taken_down_with_their_confidence(m):
    m.settle_in()
    story = json.loads(pathlib.Path(m.mini()).read_text())
    m.play(m.mini(), lines=['y', '', '', '', '11', '6', '80'])
    assert commands_of(m.plays()[0])[1] == f'primary assess {story["prompts"][0]["id"]} 6 sure 80'


def every_word_that_a_prompt_names_is_understood(m):
    for lang in ('en', 'fr'):
        words = language(m.root, lang)
        m.settle_in(language=lang)
        headings = [word for key in ('fact', 'hook', 'trigger', 'risk', 'demand', 'deadline', 'promise', 'name')
                    for word in words[f'key.board.{key}'].split()]
        ways = [(control, word) for control in ('voice', 'pace', 'distance') for key, text in words.items()
                if key.startswith(f'key.{control}.') for word in text.split()]
        lines = [f'{words["key.board"].split()[0]} {word} it' for word in headings]
        lines += [f'{words["key." + control].split()[0]} {word}' for control, word in ways]
        _, said, _ = m.play(m.mini(), lines=[words['key.yes'].split()[0], *TO_THE_TALK[1:], *lines])
        play = m.plays()[0]
        assert marks_of(play) == [mark for mark in marks_of(play) if mark.endswith(' "it"')], marks_of(play)
        assert len(marks_of(play)) == len(headings), (marks_of(play), said[-900:])
        now = words['play.delivery'].split('{')[0]
        assert said.count(now) == len(ways), (lang, said.count(now), len(ways))
        for prompt in ('play.board.ask', 'play.delivery.ask'):  # what is offered can be typed
            known = {word for key, text in words.items() if key.startswith(('key.board.', 'key.voice.', 'key.pace.', 'key.distance.'))
                     for word in text.split()}
            offered = set(re.findall(r'[\w]+', words[prompt]))
            assert len(offered & known) >= 8, (lang, prompt, offered - known)
        play.unlink()


# --- prompts ---------------------------------------------------------------------------------------------

# Everything that is asked in a small play, in order: (what is asked, its answer).
ASKED = [('Go on?', 'y'), ('find out first', '1 2'), ('How do you begin?', '1'), ('Press Enter', ''), ('How agitated', '5'),
         ('How sure', '80'), ('What do you say?', '1'), ('What do you say?', 'withdraw'), ('Leave?', 'yes'),
         ('How was that for you', '7'), ('One line about it', ''), *[('Your rating', '50')] * 6, ('mattered most', '4'),
         ('Try again', '')]


def at_every_prompt_a_question_mark_says_what_can_be_typed_there(m):
    m.settle_in()
    lines, talk = [], 0
    for _, line in ASKED:
        lines += ['?', line]
    status, said, wrong = m.play(m.mini(), lines=lines)
    assert (status, wrong) == (0, ''), wrong
    talk = sum(question == 'What do you say?' for question, _ in ASKED)
    assert said.count('The words you can use') == talk
    here = re.findall(r'^Here: .*$', said, re.M)
    assert len(here) == len(ASKED) - talk, here
    assert said.count('At every prompt: ? says') + said.count('Alone on the line') == len(here)
    assert here[0] == 'Here: yes or no.' and 'numbers from 1 to' in here[1] and 'from 0 to 10' in here[4], here
    assert len(commands_of(m.plays()[0])) == 5, commands_of(m.plays()[0])  # not one of them was an answer


def what_is_asked_can_be_heard_again_and_settings_and_what_was_said_are_at_hand(m):
    m.settle_in()
    for word, least in (('repeat', 1), ('review', 1), ('settings', 1)):
        lines = []
        for question, line in ASKED:
            if question == 'One line about it':  # there it would be one's own words
                lines += [line]
            else:
                lines += [word, ''] if word == 'settings' else [word]
                lines += [line]
        status, said, wrong = m.play(m.mini(), lines=lines)
        assert (status, wrong) == (0, ''), (word, wrong)
        for question in ('Go on?', 'How do you begin?', 'How agitated', 'How sure', 'Leave?', 'How was that for you', 'mattered most', 'Try again'):
            least = 1 if word == 'review' and question == 'Go on?' else 2
            assert said.count(question) >= least, (word, question, said.count(question))
        play, = m.plays()
        assert len(commands_of(play)) == 5 and 'primary moment 4' in marks_of(play), (word, marks_of(play))
        play.unlink()


def a_wrong_answer_is_named_and_the_list_is_not_read_out_again(m):
    m.settle_in()
    lines = ['maybe', '', 'y', '1 9', '1 2 3', '1 1', 'zzz', '1', '', '11', '5', '101', '80', '1', 'withdraw', 'perhaps', 'yes', '11', '7',
             '', *['-1', '50'] * 6, '99', '1 2', '4 4 4', '77', '']
    status, said, wrong = m.play(m.mini(), lines=lines)
    assert (status, wrong) == (0, ''), wrong
    for text, count in (('Please type yes or no', 3), ('“9” is not on the list', 1), ('choose 2 at most', 1), ('1 is named twice; it counts once', 1),
                        ('“zzz” is not on the list', 1), ('“11” is not a number from 0 to 10', 2), ('“101” is not a number from 0 to 100', 1),
                        ('“-1” is not a number from 0 to 100', 6), ('no decision “99” on the list', 1), ('no decision “1” on the list', 1),
                        ('4 is named twice; it counts once', 1), ('“77” is not a number from 1 to', 1),
                        ('Which moments mattered most?', 1), ('How do you begin?', 1)):
        assert said.count(text) == count, (text, said.count(text))
    assert marks_of(m.plays()[0])[-2:] == ['primary moment 4', 'primary debriefed'], marks_of(m.plays()[0])


def more_than_three_moments_are_too_many(m):
    m.settle_in()
    _, said, _ = m.play(m.mini(), lines=['y', '', '', '', '', *['1', ''] * 5, 'withdraw', 'y', *[''] * 8, '3 4 5 6', '3 4 5', ''])
    assert said.count('That is more than three, from 6 on.') == 1, said[-900:]
    assert [mark for mark in marks_of(m.plays()[0]) if 'moment' in mark] == [f'primary moment {n}' for n in (3, 4, 5)]


def the_figures_say_what_they_mean_once_and_then_what_has_moved(m):
    m.settle_in()
    _, said, _ = m.play('bridge-rail', '--seed', '4', lines=['y', '', '', '', *['1', ''] * 4, '', 'meters'])
    assert said.count('The figures go from 0 to 100.') == 1
    whole = re.findall(r'^Agitation \d+, feels understood \d+, rapport \d+, trust \d+\. Step: .*\.$', said, re.M)
    assert len(whole) == 2, whole  # at the beginning, and when asked for
    before = int(re.search(r'Agitation (\d+)', whole[0])[1])
    moved = re.findall(r'^Agitation (still )?(\d+)(?:, (up|down) (\d+))?.*\.$', said[said.index(whole[0]) + 9:], re.M)
    for still, now, way, by in moved[:-1]:
        assert int(now) == before + (0 if still else int(by) if way == 'up' else -int(by)), moved
        before = int(now)
    assert len(moved) >= 4


# --- modes ---------------------------------------------------------------------------------------------

def guided_mode_says_at_once_what_a_line_did_and_gives_hints(m):
    m.settle_in()
    _, said, _ = m.play('bridge-rail', '--mode', 'guided', '--seed', '4', lines=['y', '', '', '', 'hint', '1', '', '2'])
    why = json.loads((m.root / 'scenarios/bridge-rail/text.en.json').read_text())['texts']
    chosen = [command.split()[2] for command in commands_of(m.plays()[0]) if ' choose ' in command]
    assert len(chosen) == 2
    assert all(why[f'{choice}.why'] in said for choice in chosen)
    assert 'A hint: on this step' in said


def a_line_that_did_poorly_is_told_why_before_what_it_is(m):
    m.settle_in()
    _, said, _ = m.play('bridge-rail', '--mode', 'guided', '--seed', '3', lines=['y', '', '', '', *['1', ''] * 8])
    poor = re.findall(r'^(?:Weak|Harmful)\. (.*)$', said, re.M)
    assert poor and all('would have gone further.' in line for line in poor), poor
    assert any(' The line itself: ' in line for line in poor), poor
    assert said.count('The step is where the two of you stand on a stairway') == 1


def what_was_asked_first_is_answered_before_the_clock_starts(m):
    m.settle_in()
    words = json.loads((m.root / 'scenarios/bridge-rail/text.en.json').read_text())['texts']
    _, said, _ = m.play('bridge-rail', '--mode', 'practice', '--seed', '4', lines=['y', '1 4 5', '1', '', '1', '', 'board', ''])
    asked = [item for command in commands_of(m.plays()[0]) if ' pick ' in command
             for item in command.split()[2].split(',') if item.startswith('b-')]
    assert len(asked) == 3, asked
    before = said[:said.index('Press Enter when you are ready')]
    for item in asked:
        assert words[f'{item}.answer'] in before, item
        assert said.count(words[f'{item}.answer']) == 2, item  # and on the board
    assert words['b-van.answer'] not in said


def nobody_is_named_before_they_have_said_their_name(m):
    m.settle_in()
    for seed in range(1, 9):
        _, said, _ = m.play('bridge-rail', '--mode', 'guided', '--seed', str(seed), lines=['y', '', '', '', *(['1', '', '3', '', '4', ''] * 2)])
        talk = said[:said.find('The encounter is over.')]
        first = talk.find('Daniel')
        assert first < 0 or 'His name is Daniel' in talk[:first + 400] or '“' in talk[first - 200:first], talk[first - 300:first + 50]


def practice_waits_with_it_for_a_break_in_the_scene(m):
    m.settle_in()
    _, said, _ = m.play('bridge-rail', '--seed', '4', lines=['y', '', '', '', '1', '', '2'])
    why = json.loads((m.root / 'scenarios/bridge-rail/text.en.json').read_text())['texts']
    chosen = [command.split()[2] for command in commands_of(m.plays()[0]) if ' choose ' in command]
    assert chosen and not any(why[f'{choice}.why'] in said for choice in chosen)
    assert 'feels understood' in said


def assessment_gives_nothing_away_but_what_can_be_seen(m):
    m.settle_in()
    lines = ['y', '', '', '', *(['1', ''] * 12), 'meters', 'b', '', 'hint', 'rewind 3']
    _, said, _ = m.play('bridge-rail', '--mode', 'assessment', '--seed', '4', lines=lines)
    talk = said[:said.find('The encounter is over.')]
    for leak in ('feels understood', 'Agitation', 'Step:', 'A step up', 'On the board', 'What has been said so far',
                 'Strong', 'Weak', 'Harmful', 'A moment to look back'):
        assert leak not in talk, leak
    assert not any(' rewind ' in command for command in commands_of(m.plays()[0]))


def a_question_comes_before_the_figures_that_would_answer_it(m):
    m.settle_in()
    _, said, _ = m.play('bridge-rail', '--seed', '4', lines=['y', '', '', '', '1', '5', '', '1'])
    after = said[said.index('You: “'):]
    assert after.index('How agitated is he now') < after.index('Agitation ')


# --- attempts and plays ----------------------------------------------------------------------------------

def from_any_decision_it_can_be_tried_again_and_the_first_attempt_stays(m):
    m.settle_in()
    status, said, _ = m.play(m.mini(), lines=WHOLE[:-1] + ['3', '', '2', 'withdraw', 'y', '', '', '', '', '', '', '', '', '', ''])
    assert status == 0
    done = commands_of(m.plays()[0])
    assert done[5] == 'primary rewind 3' and done[6].startswith('primary choose ') and done[6] != done[2], done
    assert 'This is attempt 2; the first one stays as it was.' in said
    for attempt in ('1', '2'):
        assert m.run('replay', m.plays()[0], '--verify', '--attempt', attempt)[0] == 0


def the_newest_unfinished_play_is_the_one_to_go_on_with(m):
    m.settle_in()
    m.play(m.mini(), lines=TO_THE_TALK + ['1'])
    time.sleep(1.1)  # file names count seconds
    m.play(m.mini(), lines=WHOLE)
    finished = m.plays()[1].read_bytes()
    status, said, _ = m.run('play', '--text', '--resume', typed='\ns\n')
    assert status == 0 and 'Going on where you stopped: 1 exchange in' in said
    assert commands_of(m.plays()[0])[-1] == 'primary pause 10000'
    assert m.plays()[1].read_bytes() == finished
    assert m.run('play', '--text', '--resume', m.home / 'nothing.play')[0] == 2


def who_has_nothing_open_is_told_so(m):
    m.settle_in()
    status, _, wrong = m.play('--resume')
    assert status == 1 and 'no unfinished play' in wrong


def a_play_is_written_by_one_window_only(m):
    m.settle_in()
    m.play(m.mini(), lines=TO_THE_TALK)
    terminal = Terminal(m, 'play', '--text', '--resume')
    terminal.read_until('How agitated')
    before = m.plays()[0].read_bytes()
    status, _, wrong = m.play('--resume', m.plays()[0], lines=['1'])
    assert status == 1 and 'in another window' in wrong
    assert m.plays()[0].read_bytes() == before
    terminal.type('stop')
    assert terminal.wait() == 0


def plays_are_readable_by_their_owner_alone_and_bring_their_scenario_along(m):
    m.settle_in()
    m.play(m.mini(), lines=TO_THE_TALK)
    assert m.plays()[0].stat().st_mode & 0o777 == 0o600
    assert m.plays()[0].parent.stat().st_mode & 0o777 == 0o700
    rules = re.search(r'^scenario mini ([0-9a-f]{16})', m.plays()[0].read_text(), re.M)[1]
    assert (m.home / 'frozen' / rules / 'scenario.json').read_bytes() == pathlib.Path(m.mini()).read_bytes()


def a_play_can_be_kept_in_a_file_of_ones_own_that_is_not_there_yet(m):
    m.settle_in()
    kept = m.home / 'night.play'
    assert m.play(m.mini(), '--save', kept, lines=TO_THE_TALK + ['1'])[0] == 0
    before = kept.read_bytes()
    status, _, wrong = m.play(m.mini(), '--save', kept, lines=TO_THE_TALK)
    assert status == 1 and 'is there already' in wrong and kept.read_bytes() == before
    assert m.plays() == []
    status, said, _ = m.play('--resume', kept, lines=['', 's'])
    assert status == 0 and kept.read_bytes().startswith(before)
    assert commands_of(kept)[-1] == 'primary pause 10000', (commands_of(kept), said[-700:])


def on_the_rung_practice_nothing_is_left(m):
    m.settle_in()
    for lines in (WHOLE, TO_THE_TALK + ['1']):
        status, said, _ = m.play(m.mini(), '--rung', 'practice', lines=lines)
        assert status == 0 and m.plays() == [] and 'nothing is kept' in said
    m.play(m.mini(), '--rung', 'record', lines=WHOLE)
    done = json.loads((m.home / 'completions.jsonl').read_text())
    assert m.plays() == [] and done['scenario'] == 'mini' and set(done) == {'scenario', 'minutes', 'date'}


# --- the plug is pulled -------------------------------------------------------------------------------------

def answers_seen(process, seconds, rng):
    """Plays by pipe until the time is up, then kills: how many answers were seen on the screen."""
    os.set_blocking(process.stdout.fileno(), False)
    said, end = b'', time.monotonic() + seconds
    process.stdin.write('\n'.join(TO_THE_TALK).encode() + b'\n')
    while time.monotonic() < end and process.poll() is None:
        try:
            process.stdin.write(f'{rng.randint(1, 3)}\n'.encode())
            process.stdin.flush()
        except BrokenPipeError:
            break
        said += process.stdout.read() or b''
        time.sleep(rng.random() * 0.004)
    process.send_signal(signal.SIGKILL)
    process.wait()
    os.set_blocking(process.stdout.fileno(), True)
    said += process.stdout.read() or b''
    return said.decode(errors='ignore').count('You: “')


def killed_at_any_moment_a_play_has_every_answer_that_was_seen(m):
    m.settle_in()
    rng = random.Random(7)
    most = 0
    for _ in range(KILLS):
        for play in m.plays():
            play.unlink()
        seen = answers_seen(m.start('play', '--text', m.mini(), '--mode', 'assessment', '--seed', str(rng.randint(1, 99))), rng.random() * 0.25, rng)
        most = max(most, seen)
        if not m.plays():
            assert seen == 0
            continue
        play, = m.plays()
        chosen = sum(' choose ' in command for command in commands_of(play))
        assert chosen >= seen, f'{seen} answers were seen, {chosen} lines are kept'
        status, said, wrong = m.play('--resume', play, lines=[])
        assert status == 0 and 'Going on' in said or not commands_of(play), (status, said, wrong)
        scored = m.run('replay', play, '--verify')
        assert scored[0] == 0, (scored, play.read_bytes()[-400:])
    assert most > 3, 'no play came far enough to prove anything'


def a_half_written_last_line_is_dropped_and_told(m):
    m.settle_in()
    m.play(m.mini(), lines=TO_THE_TALK + ['1'])
    play, = m.plays()
    whole = play.read_bytes()
    play.write_bytes(whole + b'4 primary choo')
    status, _, wrong = m.play('--resume', play, lines=['', 's'])
    assert status == 0 and wrong
    assert play.read_bytes().startswith(whole + b'4 primary pause 10000 ~')


def a_disk_that_fills_up_costs_nothing_once_there_is_room_again(m):
    m.settle_in()
    process = m.start('play', '--text', m.mini())

    def say(line):
        process.stdin.write(line.encode() + b'\n')
        process.stdin.flush()
        time.sleep(0.3)

    for line in TO_THE_TALK:
        say(line)
    play, = m.plays()
    size = play.stat().st_size
    resource.prlimit(process.pid, resource.RLIMIT_FSIZE, (size + 20, resource.RLIM_INFINITY))
    say('1')
    say('s')
    assert play.stat().st_size == size  # whole lines or none
    resource.prlimit(process.pid, resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    say('s')
    said = process.communicate(b'stop\n', timeout=20)[0].decode()
    assert process.returncode == 0
    assert said.count('cannot be saved right now') == 1 and said.count('can be saved again') == 1
    assert commands_of(play)[-1] == 'primary pause 10000' and len(commands_of(play)) == 5
    assert m.run('replay', play, '--verify')[0] == 0


def where_nothing_can_be_written_the_play_goes_on_in_memory(m):
    m.home.rmdir()
    m.home.write_text('a file where a folder should be')
    status, said, _ = m.play(m.mini(), lines=['', *WHOLE])
    m.home.unlink()
    assert status == 1  # decisions were lost, and the caller is told
    assert said.count('cannot be saved right now') == 1
    assert 'This play was not saved' in said or 'was not saved' in said
    assert 'Try again from which decision?' in said


def where_no_folder_can_be_made_the_message_names_one(m):
    m.home.rmdir()
    m.home.write_text('a file where a folder should be')
    _, said, _ = m.play(m.mini(), lines=['', *TO_THE_TALK])
    m.home.unlink()
    reason = re.search(r'cannot be saved right now: (.*?)\. It goes on', said)[1]
    assert str(m.home) in reason, reason


def a_copy_of_the_scenario_that_finds_no_room_is_told_and_the_play_goes_on(m):
    m.settle_in()
    least = 1200  # room for the first lines of a play, none for a scenario
    assert pathlib.Path(m.mini()).stat().st_size > least
    limit = lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (least, resource.RLIM_INFINITY))
    status, said, _ = m.play(m.mini(), lines=TO_THE_TALK + ['1'], preexec_fn=limit)
    assert status == 0 and said.count('No copy of this scenario could be kept') == 1, said[:1500]
    assert 'cannot be saved' not in said and 'the disk is full' in said
    assert list(m.home.rglob('frozen/*/scenario.json')) == []
    assert len(commands_of(m.plays()[0])) == 3
    _, said, _ = m.play(m.mini(), lines=TO_THE_TALK)
    assert 'No copy of this scenario' not in said and len(list(m.home.rglob('frozen/*/scenario.json'))) == 1


def an_empty_home_is_as_good_as_none(m):
    m.settle_in()
    shutil.copytree(m.home, m.home / 'data/talkdown')
    done = subprocess.run([m.program, 'play', m.mini(), '--text'], input=b'y\n', stdout=subprocess.PIPE, timeout=30,
                          env=m.environment(TALKDOWN_HOME='', XDG_DATA_HOME=str(m.home / 'data')))
    assert done.returncode == 0
    assert len(list((m.home / 'data/talkdown/plays').glob('*.play'))) == 1 and m.plays() == []


def a_language_that_is_not_there_is_said_and_another_is_spoken(m):
    for lang in ('klingon', 'qq'):
        m.settle_in(language=lang)
        status, said, wrong = m.play(m.mini(), lines=['y', *TO_THE_TALK])
        assert (status, wrong) == (0, ''), wrong
        assert said.count(f'ask for the language “{lang}”, which is not installed. These are there: en and fr') == 1
        assert 'What do you say?' in said
        assert m.run('help')[1].startswith('Talkdown: practise')  # and no other verb is troubled by it
    assert m.play(m.mini(), '--lang', 'klingon', lines=[])[0] == 2  # what was typed is another matter


def every_verb_speaks_the_language_that_was_set_before_that_of_the_system(m):
    french = language(m.root, 'fr')
    play = m.root / 'scenarios/bridge-rail/plays/good.play'
    m.settle_in(language='fr')
    for words in (['help'], ['help', 'play'], ['score', '--help'], ['replay', play, '--verify'], ['play', '--odd']):
        status, said, wrong = m.run(*words)
        english = m.run(*words, '--lang', 'en') if words[-1] != '--odd' else m.run('play', '--odd', '--lang', 'en')
        assert (said, wrong) != english[1:], words
        assert english[0] == status
    assert french['usage.program'][0] in m.run('--help')[1]
    m.settle_in(language='')
    done = subprocess.run([m.program, 'help'], stdout=subprocess.PIPE, timeout=30, env=m.environment(LC_ALL='fr_CA.UTF-8'))
    assert french['usage.program'][0] in done.stdout.decode()


def a_line_is_never_narrower_than_somebody_can_read(m):
    for width, expected in ((1, 20), (5, 20), (0, 0), (33, 33), (9999, 80)):
        m.settle_in(width=width)
        m.play(m.mini(), lines=['y', *TO_THE_TALK, 'settings', 'verbosity full', ''])
        assert json.loads((m.home / 'settings.json').read_text())['width'] == expected
    _, said, _ = m.play(m.mini(), lines=[*TO_THE_TALK, 'settings', 'width 1', 'width 5', 'width wide', 'width 401', 'width 0', ''])
    assert said.count('a number from 20 to 400, or 0 for the width of the terminal') == 6  # four refusals, two lists
    assert 'Line width: as wide as the terminal' in said


def broken_settings_are_kept_aside_and_said_once(m):
    for rubbish in (b'{', b'[]', b'{"format":"other"}', b'\xff\xfe', b'{"format":"talkdown-settings-1","format":1}'):
        m.settle_in()
        (m.home / 'settings.json').write_bytes(rubbish)
        _, first, _ = m.play(m.mini(), lines=['', 'n'])
        _, second, _ = m.play(m.mini(), lines=['n'])
        assert 'settings.broken-' in first and 'settings.broken-' not in second, rubbish
    assert len(list(m.home.glob('settings.broken-*.json'))) == 5


# --- damaged plays -----------------------------------------------------------------------------------------

GOOD = 'scenarios/bridge-rail/plays/good.play'


def whole_play(m):
    """A play of some length, with its lines; the kept ones may change with the scenario."""
    m.settle_in()
    kept = m.home / 'kept.play'
    status, _, wrong = m.run('analyse', 'bridge-rail', '--as', 'skilled', '--seed', '3', '-o', kept)
    assert status == 0, wrong
    lines = kept.read_text().splitlines(True)
    assert len(lines) > 16 and lines[11].startswith('8 primary choose ')
    return lines


def damages(lines):
    """name: (text, what is said of it, how many of its commands are whole, exit status)"""
    wrong_choice = re.sub('choose c[0-9]+', 'choose c99999', lines[11])
    wrong_hash = re.sub('~....', '~0000' if '~0000' not in lines[11] else '~1111', lines[11])
    other_rules = re.sub('(scenario bridge-rail) [0-9a-f]{16}', r'\1 0000000000000001', lines[2])
    return {
        'a line is missing': (lines[:11] + lines[12:], ':12:', 7, 1),
        'a line is nonsense': (lines[:11] + ['8 primary sing ~0123456789abcdef\n'] + lines[12:], ':12:', 7, 1),
        'a choice was edited': (lines[:11] + [wrong_choice] + lines[12:], 'Line 12, command 8', 7, 1),
        'a check was edited': (lines[:11] + [wrong_hash] + lines[12:], 'Line 12, command 8', 7, 1),
        'its end is cut off': (lines[:11] + [lines[11][:20]], ':12:', 7, 0),
        'another version of the scenario': (lines[:2] + [other_rules] + lines[3:], 'has been changed since this was played', 99, 1),
        'no play at all': (['hello\n'], ':1:1: journal-header', -1, 1),
        'empty': ([], ':1:1: journal-header', -1, 1),
    }


def of_a_damaged_play_every_verb_says_where_and_shows_what_can_be_read(m):
    lines = whole_play(m)
    said_of = {text for text in re.findall(r' choose (c\d+)', ''.join(lines))}
    texts = json.loads((m.root / 'scenarios/bridge-rail/text.en.json').read_text())['texts']
    play = m.home / 'damaged.play'
    for name, (text, place, whole, expected) in damages(lines).items():
        play.write_text(''.join(text))
        before = play.read_bytes()
        readable = re.findall(r' choose (c\d+)', ''.join(lines[:4 + whole])) if whole >= 0 else []
        hidden = said_of - set(readable)
        for words in (['replay'], ['replay', '--verify'], ['score'], ['debrief', '--text'], ['analyse']):
            status, said, wrong = m.run(words[0], play, *words[1:])
            assert place in wrong, (name, words, wrong)
            assert status == expected, (name, words, status, wrong)
            assert 'Traceback' not in wrong and 'no-such' not in wrong, (name, wrong)
            if whole < 0:
                assert said == '', (name, words, said)
            elif words != ['replay', '--verify']:
                assert len(said) > 200, (name, words, said)
            if words in (['replay'], ['debrief', '--text'], ['analyse']):
                spoken = [choice for choice in readable if texts[choice].split('{')[0] not in said]
                assert spoken == [], (name, words, spoken)
            if words == ['replay'] and name != 'a check was edited':
                assert [choice for choice in hidden if texts[choice] in said] == [], (name, words)
        assert play.read_bytes() == before, name


def what_cannot_be_read_at_all_is_used_wrongly_for_every_verb(m):
    m.settle_in()
    nowhere, folder = m.home / 'nowhere.play', m.home
    for words in (['replay'], ['replay', '--verify'], ['score'], ['debrief'], ['analyse'], ['play', '--text', '--resume']):
        for name in (nowhere, folder):
            verb = [*words, name] if words[0] == 'play' else [words[0], name, *words[1:]]
            if words[0] == 'analyse' and name == folder:
                continue  # a folder without a scenario
            status, said, wrong = m.run(*verb)
            assert status == 2 and '\n' not in said.strip() and str(name) in wrong, (verb, status, said, wrong)
    for words in (['check'], ['ids'], ['analyse'], ['play', '--text']):
        status, _, wrong = m.run(*words, 'no-such-scenario')
        assert status == 2 and 'There is no scenario no-such-scenario' in wrong, (words, status, wrong)
    for words in (['replay', GOOD], ['check', m.mini()], ['calibrate'], ['simulate', '--profile', 'default', '--skills', 'pause']):
        status, _, wrong = m.run(*words, '--model', m.home / 'no.json', cwd=m.root)
        assert status == 2 and 'There is no file' in wrong, (words, status, wrong)


def a_damaged_play_goes_on_from_before_the_damage_and_the_old_file_is_kept(m):
    lines = whole_play(m)
    for name, (text, place, whole, _) in damages(lines).items():
        for old in (m.home / 'plays').glob('*'):
            old.unlink()
        (m.home / 'plays').mkdir(exist_ok=True)
        play = m.home / 'plays/2020-01-01-000000-bridge-rail.play'
        play.write_text(''.join(text))
        before = play.read_bytes()
        status, said, wrong = m.play('--resume', play, lines=['', '', 's', ''])
        assert place in wrong, (name, wrong)
        if whole < 0 or name.startswith('another'):
            assert status == 1 and said.startswith('At every prompt') and play.read_bytes() == before, (name, status, said)
            assert whole < 0 or 'cannot be gone on with' in wrong
            continue
        assert status == 0 and 'Going on where you stopped' in said, (name, said, wrong)
        newest = m.plays()[-1]
        done = newest.read_text().splitlines(True)
        assert done[:4 + whole] == lines[:4 + whole], name
        assert commands_of(newest)[whole:] == ['primary pause 10000'], (name, commands_of(newest))
        assert m.run('replay', newest, '--verify')[0] == 0
        if name == 'its end is cut off':
            assert newest == play
        else:
            assert wrong.count('From line 12 on this play is damaged') == 1, (name, wrong)
            aside = m.home / 'plays/2020-01-01-000000-bridge-rail.play.damaged'
            assert str(aside) in wrong and aside.read_bytes() == before and not play.exists(), name


def bare_resume_finds_a_damaged_play_too(m):
    lines = whole_play(m)
    (m.home / 'plays').mkdir()
    play = m.home / 'plays/2020-01-01-000000-bridge-rail.play'
    play.write_text(''.join(damages(lines)['a choice was edited'][0]))
    status, said, _ = m.play('--resume', lines=['', '', 's', ''])
    assert status == 0 and 'Going on' in said
    for _ in range(2):  # and from then on the play that took its place
        status, said, wrong = m.play('--resume', lines=['', '', 's', ''])
        assert status == 0 and wrong == '', wrong
    assert len(m.plays()) == 1 and commands_of(m.plays()[0])[7:].count('primary pause 10000') >= 1


# --- stopped in the debrief -----------------------------------------------------------------------------------

def a_play_stopped_in_its_debrief_is_found_again_where_it_was_left(m):
    begun = WHOLE.index('7')  # the first answer of one's own view
    for count in range(begun, len(WHOLE) - 1):
        m.settle_in()
        for play in m.plays():
            play.unlink()
        _, said, _ = m.play(m.mini(), lines=WHOLE[:count] + ['stop'])
        assert '“play --resume” goes on with its debrief' in said, said[-300:]
        listed = m.play(lines=['stop'])[1]
        assert '1. The debrief of: ' in listed, listed
        marked = marks_of(m.plays()[0])
        status, said, wrong = m.play('--resume', lines=[''] * 12)
        assert (status, wrong) == (0, ''), wrong
        assert marks_of(m.plays()[0]) == marked + ['primary debriefed']
        assert ('How was that for you' in said) == (not any('feel' in mark for mark in marked))
        assert said.count('Your rating (Enter skips)') == 6 - sum(' rate ' in mark for mark in marked), (count, said)
        assert 'Try again from which decision?' in said
        assert m.play('--resume')[0] == 1  # nothing is left open


def practice_gives_reasons_at_a_break_and_keeps_the_verdicts_for_the_debrief(m):
    m.settle_in()
    english = language(m.root, 'en')
    verdicts = [english[f'verdict.{name}.name'].capitalize() for name in ('strong', 'workable', 'weak', 'harmful', 'no-difference')]
    techniques = [text for key, text in english.items() if re.fullmatch(r'act\.[a-z_]+\.name', key)]
    whys = json.loads((m.root / 'scenarios/bridge-rail/text.en.json').read_text())['texts']
    breaks = 0
    for seed in range(1, 9):
        _, said, _ = m.play('bridge-rail', '--seed', str(seed), lines=['y', '', '', '', *[str(1 + (seed + n) % 3) if n % 2 else '' for n in range(60)]])
        talk = said[:said.find('The encounter is over.')]
        for part in talk.split('A moment to look back.')[1:]:
            part = part[:part.index('into the talk')]
            rows = part.strip().splitlines()
            assert rows[0].startswith('You'), rows[0]
            assert not any(row.startswith(tuple(verdict + '.' for verdict in verdicts)) for row in rows), rows
            assert english['play.feedback.good'].partition('{')[0] not in part
            assert any(why in part for key, why in whys.items() if key.endswith('.why') and isinstance(why, str)), part
            assert not any(f'“{name}”' in part for name in techniques), part
            breaks += 1
    assert breaks > 3, breaks


# --- a terminal -----------------------------------------------------------------------------------------------

def at_a_terminal_thinking_time_is_kept_and_lines_are_wrapped(m):
    m.settle_in(width=50)
    terminal = Terminal(m, 'play', '--text', m.mini())
    for prompt, line in (('Go on?', 'y'), ('find out first', '1'), ('How do you begin?', '1'), ('Press Enter', ''),
                         ('What do you say?', '2'), ('What do you say?', 'stop')):
        terminal.read_until(prompt)
        if prompt == 'Press Enter' or 'say' in prompt:
            time.sleep(0.05)
        terminal.type(line)
        if line == '':
            terminal.read_until('calm')
            terminal.type('')  # the story's first question is skipped
    assert terminal.wait() == 0
    choose = next(command for command in commands_of(m.plays()[0]) if ' choose ' in command)
    assert re.search(r' after \d+$', choose), choose
    assert max(map(len, terminal.seen.splitlines())) <= 60  # what was typed stands on the line of its echo
    _, said, _ = m.play('--resume', lines=['', '1'])
    assert ' after ' not in commands_of(m.plays()[0])[-1]
    assert any(len(line) > 60 for line in said.splitlines())


def an_interrupt_is_a_stop(m):
    for how in (b'\x03', signal.SIGTERM, signal.SIGHUP):
        m.settle_in()
        terminal = Terminal(m, 'play', '--text', m.mini())
        terminal.read_until('Go on?')
        terminal.type('y')
        terminal.read_until('find out first')
        if isinstance(how, bytes):
            terminal.press(how)
        else:
            os.kill(terminal.pid, how)
        assert terminal.wait() == 0
        assert 'Saved as' in terminal.seen


# --- nonsense ----------------------------------------------------------------------------------------------------

WORDS = ('1 2 3 4 5 s w l v p d h m n b r ? y no yes all none skip back review settings stop withdraw handover hint '
         'support meters rewind language fr en width 40 verbosity short soft firm slow close 1,2 99 -1 999999999999999999999'
         ).split()


def nonsense(rng):
    kind = rng.random()
    if kind < 0.75:
        return ' '.join(rng.choice([word for word in WORDS if word != 'stop']) for _ in range(rng.randint(0, 3))).encode()
    if kind < 0.9:
        return bytes(rng.choice(b'\x00\x01\x1b\x7f\xc3\xa9\xff\xe2\x80\xae abc123"\\\t') for _ in range(rng.randint(0, 60)))
    return rng.randbytes(rng.randint(0, 200)).replace(b'\n', b'') + b'x' * rng.choice((0, 0, 5000))


def nonsense_never_brings_it_down(m):
    for seed, mode in ((1, 'guided'), (2, 'practice'), (3, 'assessment')):
        rng = random.Random(seed)
        m.settle_in()
        typed = b''.join(nonsense(rng) + b'\n' for _ in range(NONSENSE // 3))
        scenario = 'bridge-rail' if seed == 1 else m.mini()
        status, said, wrong = m.run('play', '--text', scenario, '--mode', mode, '--seed', str(seed), typed=b'y\n' + typed)
        assert status == 0 and wrong == '', (seed, status, wrong[-500:])
        assert '\x1b' not in said and '\u202e' not in said and '\x00' not in said
        for play in m.plays():
            assert m.run('replay', play, '--verify')[0] == 0, (seed, mode)
            play.unlink()


# --- languages ----------------------------------------------------------------------------------------------------

LONG = ['y', '1 2', '1', '', '', *(['1', ''] * 3), 'l', 'h', '1', '1', 'm', '1', 'w 6', 'b', '', '?', 'review', 'repeat', 'v', '',
        'meters', 'hint', 'settings', '', 'support', '', 'xyzzy', '9', 's 9999', 'n', 'x', 'handover', '1', '5', 'note', *(['50'] * 6), '1', '']


def scenario_words(path):
    texts = json.loads(path.read_text(encoding='utf-8'))['texts']
    for value in texts.values():
        text = value['text'] if isinstance(value, dict) else value
        for part in re.split(r'[\[\]\n]|\{[^}]*\}', text):
            if part.strip():
                yield part.strip()


def every_sentence_of_the_program_comes_from_the_language_file(m):
    m.settle_in()
    names = [text for key, text in language(m.root, 'en').items() if key.startswith('value.')]  # what a place is filled with
    words = sorted([*scenario_words(m.root / 'tests/data/mini/text.en.json'), *names], key=len, reverse=True)
    for mode in ('guided', 'practice', 'assessment'):
        status, said, _ = m.play(m.mini(), '--lang', 'xx', '--mode', mode, lines=LONG)
        assert status == 0 and len(said) > 6000
        left = unmarked(said)
        for word in words:
            left = left.replace(word, '')
        left = re.sub(r'"?/\S+\.play', '', left)
        assert not re.search(r'[A-Za-z]{2}', left), re.findall(r'.*[A-Za-z]{2}.*', left)[:5]


def in_french_no_sentence_of_the_interface_is_english(m):
    m.settle_in()
    english, french = language(m.root, 'en'), language(m.root, 'fr')
    same = {wording for text in french.values() for wording in variants(text)}
    sentences = [wording for key, text in english.items() if not key.startswith('value.')
                 for wording in variants(text) if len(wording) > 15 and '{' not in wording and wording not in same]
    lines = ['o' if line == 'y' else line for line in LONG]
    for scenario in ('bridge-rail', m.mini()):
        status, said, _ = m.play(scenario, '--lang', 'fr', '--mode', 'guided', lines=lines)
        assert status == 0 and 'Que dites-vous' in said
        leaks = [sentence for sentence in sentences if sentence in said]
        assert leaks == [], leaks[:5]


def the_language_can_be_changed_in_the_middle_and_is_remembered(m):
    m.settle_in()
    _, said, _ = m.play('bridge-rail', lines=['y', '', '', '', 'settings', 'language fr', 'langue klingon', '', 'l'])
    assert 'Que dites-vous' in said and json.loads((m.home / 'settings.json').read_text())['language'] == 'fr'
    _, said, _ = m.play('bridge-rail', lines=['n'])
    assert 'On continue' in said or 'Continuer' in said, said


# --- commands from a list -------------------------------------------------------------------------------------------

def a_list_of_commands_is_played_and_kept(m):
    commands = m.home / 'commands'
    commands.write_text('# a short one\nprimary begin\n- primary note "quick"\nprimary pause\nprimary withdraw\n')
    status, said, wrong = m.run('play', m.mini(), '--commands', commands, '--seed', '3', '--save', m.home / 'kept.play')
    assert (status, wrong) == (0, ''), wrong
    assert 'You stepped away' in said and 'What do you say?' in said
    assert commands_of(m.home / 'kept.play') == ['primary begin', 'primary pause 10000', 'primary withdraw']
    assert marks_of(m.home / 'kept.play') == ['primary note "quick"']
    again = m.run('play', m.mini(), '--commands', '-', '--seed', '3', typed=commands.read_bytes())
    assert again == (status, said, wrong)
    assert m.plays() == []


def a_bad_command_is_named_with_its_line_and_leaves_no_file(m):
    rows = (('primary begin\nprimary chose c1\n', 2, 'Line 2, column 9'), ('primary begin\nprimary choose c999\n', 1, 'line 2'),
            ('primary pause\n', 1, 'not begun'), ('- primary feel 11\n', 2, 'Line 1'), ('\x00\xff\n', 2, 'Line 1'))
    for text, expected, place in rows:
        (m.home / 'commands').write_text(text, encoding='latin-1')
        status, _, wrong = m.run('play', m.mini(), '--commands', m.home / 'commands', '--save', m.home / 'kept.play')
        assert status == expected and place in wrong, (text, status, wrong)
        assert not (m.home / 'kept.play').exists()


if __name__ == '__main__':
    sys.exit(run_all(globals(), *sys.argv[1:]))
