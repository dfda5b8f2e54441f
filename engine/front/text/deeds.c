/* deeds.c - what one can do besides speaking: be silent, wait, look, call somebody, change the room,
 * hand over, leave, go back. */
#include "twin.h"

bool twin_silence(struct twin *t, td_str rest)
{
    enum { LEAST_S = PAUSE_MS_MIN / 1000, MOST_S = PAUSE_MS_MAX / 1000 };
    struct command pause = twin_command(VERB_pause);
    int64_t seconds = PAUSE_MS / 1000;
    if (rest.len > 0 && !typed_number(rest, LEAST_S, MOST_S, &seconds)) {
        const struct word_arg args[] = {ARG_INT("low", LEAST_S), ARG_INT("high", MOST_S)};
        twin_say(t, "play.number", args, 2);
        return true;
    }
    pause.number = (int32_t)seconds * 1000;
    pause.dist = t->next.dist;
    return twin_do(t, &pause);
}

bool twin_wait(struct twin *t, td_str rest)
{
    enum { MOST_MIN = WAIT_MS_MAX / 60000 };
    struct command wait = twin_command(VERB_wait);
    int64_t minutes = 1;
    if (!typed_number(rest, 1, MOST_MIN, &minutes) &&
        !twin_ask_number(t, QUESTION("play.wait.ask"), 1, MOST_MIN, &minutes))
        return false;
    wait.number = (int32_t)minutes * 60000;
    return twin_do(t, &wait);
}

bool twin_look(struct twin *t)
{
    struct command observe = twin_command(VERB_observe);
    return twin_do(t, &observe);
}

/* --- help -------------------------------------------------------------------------------------------------- */

/* The two ways to say it, as they will be heard: how it is worded is part of the decision. */
static bool ask_wording(struct twin *t, struct command *help, bool *ret_go_on)
{
    td_str kind = help_kind_names[help->kind];
    td_str ways[2] = {twin_word(t, "help.", kind, ".say"), twin_word(t, "help.", kind, ".threat")};
    int32_t way;
    if (!twin_ask_one(t, QUESTION("help.how"), ways, 2, TD_STR(""), &way))
        return false;
    *ret_go_on = way != NONE;
    help->threat = way == 1;
    return true;
}

bool twin_help(struct twin *t, td_str rest)
{
    struct command help = twin_command(VERB_help);
    td_str names[help_kind_count];
    int32_t kinds[help_kind_count], count = 0, one;
    bool go_on;
    for (int kind = 0; kind < help_kind_count; kind++) {
        if (!(t->view.help_open >> kind & 1))
            continue;
        names[count] = twin_word(t, "help.", help_kind_names[kind], ".name");
        kinds[count++] = kind;
    }
    if (count == 0) {
        twin_say(t, "play.help.none", NULL, 0);
        return true;
    }
    if (!twin_ask_one(t, QUESTION("play.help.ask"), names, count, rest, &one))
        return false;
    if (one == NONE)
        return true;
    help.kind = kinds[one];
    if (!ask_wording(t, &help, &go_on))
        return false;
    return !go_on || twin_do(t, &help);
}

/* --- the room ------------------------------------------------------------------------------------------------ */

bool twin_move(struct twin *t, td_str rest)
{
    struct command move = twin_command(VERB_move);
    td_str names[scene_kind_count];
    int32_t kinds[scene_kind_count], count = 0, one;
    for (int kind = 0; kind < scene_kind_count; kind++) {
        if (!(t->view.scene_open >> kind & 1))
            continue;
        names[count] = twin_word(t, "scene.", scene_kind_names[kind], ".name");
        kinds[count++] = kind;
    }
    if (count == 0) {
        twin_say(t, "play.move.none", NULL, 0);
        return true;
    }
    if (!twin_ask_one(t, QUESTION("play.move.ask"), names, count, rest, &one))
        return false;
    if (one == NONE)
        return true;
    move.kind = kinds[one];
    return twin_do(t, &move);
}

/* --- ends ---------------------------------------------------------------------------------------------------- */

bool twin_handover(struct twin *t)
{
    static const char *const ids[] = {"handover.name", "handover.hooks", "handover.triggers", "handover.promises",
                                      "handover.risk"};
    enum { ITEMS = sizeof ids / sizeof *ids };
    struct command handover = twin_command(VERB_handover);
    td_str names[ITEMS];
    int64_t bits;
    if (!t->view.may_handover) {
        twin_say(t, "handover.not-yet", NULL, 0);
        return true;
    }
    for (int i = 0; i < ITEMS; i++)
        names[i] = twin_sentence(t, ids[i], NULL, 0);
    if (!twin_ask_many(t, QUESTION("handover.ask"), names, ITEMS, ITEMS, &bits))
        return false;
    if (bits < 0)
        return true;
    handover.kind = (int32_t)bits;
    return twin_do(t, &handover);
}

bool twin_withdraw(struct twin *t)
{
    struct command withdraw = twin_command(VERB_withdraw);
    bool leave;
    if (!twin_ask_yes(t, QUESTION("play.withdraw.ask"), &leave))
        return false;
    return !leave || twin_do(t, &withdraw);
}

/* --- back ---------------------------------------------------------------------------------------------------- */

/* An assessment is played to its end; the debrief is where it may be tried again. */
bool twin_rewind(struct twin *t, td_str rest)
{
    struct command rewind = twin_command(VERB_rewind);
    int64_t number = 0;
    if (t->play.setup.mode == MODE_assessment && t->view.phase != PHASE_OVER) {
        const struct word_arg args[] = {ARG_TEXT("reason", twin_sentence(t, "refused.not-possible-here", NULL, 0))};
        twin_say(t, "play.not-now", args, 1);
        return true;
    }
    if (!typed_number(rest, 1, play_count(t->play.play), &number)) {
        twin_review(t);
        if (!twin_ask_number(t, QUESTION("play.rewind.ask"), 1, play_count(t->play.play), &number))
            return false;
    }
    if (number == 0)
        return true;
    rewind.number = (int32_t)number;
    return twin_do(t, &rewind);
}
