/* turn.c - the encounter itself: a moment is told, the learner answers it, until it is over. */
#include "twin.h"

#include "clock.h"

struct command twin_command(enum verb verb)
{
    return command_empty(SEAT_primary, verb);
}

/* --- commands --------------------------------------------------------------------------------------------- */

/* The reason stands inside another sentence: its own full stop would be one too many. */
static td_str without_stop(td_str sentence)
{
    while (sentence.len > 0 && sentence.ptr[sentence.len - 1] == '.')
        sentence.len--;
    return sentence;
}

/* Where it was to be kept: a file, or a folder that refused to have one made. */
static td_str kept_where(const struct twin *t)
{
    const char *home = t->library->home;
    return t->play.path != NULL ? str_of(t->play.path) : str_of(home != NULL ? home : "");
}

static void say_fault(struct twin *t, const char *id, file_fault fault, td_str path)
{
    const struct word_arg where[] = {ARG_TEXT("path", path)};
    const struct word_arg args[] = {ARG_TEXT("reason", without_stop(twin_sentence(t, fault, where, 1)))};
    twin_say(t, id, args, 1);
}

/* Said once when the disk refuses, and once when it is well again. */
void twin_trouble(struct twin *t)
{
    file_fault trouble = t->play.trouble;
    if (trouble != NULL && t->said_trouble == NULL)
        say_fault(t, "play.save-failed", trouble, kept_where(t));
    if (trouble == NULL && t->said_trouble != NULL)
        twin_say(t, "play.saved-again", NULL, 0);
    t->said_trouble = trouble;
}

void twin_unfrozen(struct twin *t)
{
    const char *home = t->library->home;
    if (t->play.unfrozen != NULL)
        say_fault(t, "play.not-frozen", t->play.unfrozen, str_of(home != NULL ? home : ""));
}

static void say_refusal(struct twin *t, td_status status, const char *reason)
{
    td_str why = status == TD_E_REFUSED ? twin_word(t, "refused.", str_of(reason), "")
                                        : twin_sentence(t, "refused.too-long", NULL, 0);
    const struct word_arg args[] = {ARG_TEXT("reason", why)};
    twin_say(t, "play.not-now", args, 1);
}

static bool is_exchange(enum verb verb)
{
    return verb == VERB_choose || verb == VERB_pause || verb == VERB_help;
}

static bool tells_change(enum verb verb)
{
    return verb != VERB_pick && verb != VERB_begin && verb != VERB_rewind;
}

bool twin_do(struct twin *t, const struct command *command)
{
    struct view before = t->view;
    struct command timed = *command;
    const char *reason = "";
    if (t->console.typed && t->asked_at != 0 && (is_exchange(command->verb) || command->verb == VERB_assess))
        timed.after = clock_ms() - t->asked_at;
    td_status status = encounter_do(&t->play, &timed, &reason);
    if (status != TD_OK) {
        say_refusal(t, status, reason);
        return true;
    }
    encounter_wait(&t->play); /* on the disk first, then on the screen */
    session_view(play_session(t->play.play), SEAT_primary, &t->view);
    if (is_exchange(command->verb))
        twin_delivery_reset(t);
    if (tells_change(command->verb))
        twin_change(t, &before, &timed);
    twin_trouble(t);
    if (command->verb == VERB_rewind) {
        const struct word_arg args[] = {ARG_INT("number", command->number), ARG_INT("n", play_attempt(t->play.play))};
        t->looked_back = play_count(t->play.play);
        twin_say(t, "play.rewound", args, 2);
        if (t->view.phase == PHASE_TALK)
            twin_moment_again(t);
    }
    return true;
}

/* --- what was typed ------------------------------------------------------------------------------------------ */

static bool choose(struct twin *t, int64_t number, td_str rest)
{
    struct command choose = twin_command(VERB_choose);
    if (!twin_delivery_words(t, rest)) {
        const struct word_arg args[] = {ARG_TEXT("typed", rest), ARG_INT("n", t->view.choice_count)};
        twin_say(t, "play.unknown", args, 2);
        return true;
    }
    td_str id = t->play.tale.scenario->choices[t->view.choices[number - 1].choice].id;
    memcpy(choose.id, id.ptr, id.len);
    choose.id[id.len] = '\0';
    choose.tone = t->next.tone;
    choose.pace = t->next.pace;
    choose.dist = t->next.dist;
    return twin_do(t, &choose);
}

static bool obey(struct twin *t, enum key key, td_str rest)
{
    switch (key) {
    case KEY_silence: return twin_silence(t, rest);
    case KEY_wait: return twin_wait(t, rest);
    case KEY_look: return twin_look(t);
    case KEY_voice:
    case KEY_pace:
    case KEY_distance: return twin_delivery(t, key, rest);
    case KEY_help: return twin_help(t, rest);
    case KEY_move: return twin_move(t, rest);
    case KEY_note: return twin_note(t, rest);
    case KEY_board: return twin_board(t, rest);
    case KEY_repeat:
        twin_moment_again(t);
        t->retell = true;
        return true;
    case KEY_keys:
        twin_keys(t);
        t->retell = true;
        return true;
    case KEY_review:
        twin_review(t);
        t->retell = true;
        return true;
    case KEY_settings: t->retell = true; return twin_options(t);
    case KEY_withdraw: return twin_withdraw(t);
    case KEY_handover: return twin_handover(t);
    case KEY_hint: twin_hint(t); return true;
    case KEY_support: t->retell = true; return twin_support(t);
    case KEY_meters: twin_meters(t); return true;
    case KEY_rewind: return twin_rewind(t, rest);
    case KEY_stop: return false;
    case KEY_COUNT:
    case KEY_AMBIGUOUS: break;
    }
    return true;
}

static void say_unknown(struct twin *t, td_str typed, enum key key, td_str names)
{
    const struct word_arg args[] = {ARG_TEXT("typed", typed), ARG_TEXT("names", names),
                                    ARG_INT("n", t->view.choice_count)};
    twin_say(t, key == KEY_AMBIGUOUS ? "play.ambiguous" : "play.unknown", args, 3);
}

static bool answer(struct twin *t, td_str typed)
{
    td_str rest = typed, names = TD_STR(""), word = str_word(&rest);
    int64_t number;
    if (typed.len == 0) {
        twin_say(t, "play.empty-line", NULL, 0);
        return true;
    }
    if (typed_number(word, 1, t->view.choice_count, &number))
        return choose(t, number, rest);
    enum key key = typed_key(t, word, &names);
    if (key < KEY_COUNT)
        return obey(t, key, rest);
    say_unknown(t, typed, key, names);
    return true;
}

bool twin_encounter(struct twin *t)
{
    t->retell = true;
    while (t->view.phase == PHASE_TALK) {
        struct arena_mark mark = arena_mark(&t->page);
        td_str typed;
        int32_t commands = play_count(t->play.play);
        if (!twin_questions(t))
            return false;
        twin_figures(t);
        if (t->retell)
            twin_choices(t);
        t->retell = false;
        t->asked_at = clock_ms();
        if (!twin_line(t, &typed) || !answer(t, typed))
            return false;
        t->retell = t->retell || play_count(t->play.play) != commands;
        arena_rewind(&t->page, mark);
    }
    return true;
}
