/* ask.c - prompts: each says what it wants, takes what it can, says what was wrong and asks again briefly.
 * A few words work wherever one is asked: "?", "repeat", "review", "settings", "support", "stop". */
#include "twin.h"

/* --- the question ------------------------------------------------------------------------------------ */

struct asked { /* what is being asked, and all that "?" and "repeat" must know about it */
    const struct question *question;
    const td_str *names; /* to choose from, or NULL */
    int name_count;
    const char *how; /* what can be typed here */
    const struct word_arg *how_args;
    int how_count;
    bool words; /* an answer may be any words: only what nobody writes in a note is a wish of its own */
};

static void say_question(struct twin *t, const struct asked *asked)
{
    const struct question *q = asked->question;
    console_put(&t->console, q->own);
    if (q->id != NULL)
        twin_say(t, q->id, q->args, q->count);
    for (int i = 0; i < asked->name_count; i++)
        twin_row(t, i + 1, asked->names[i]);
}

static void say_how(struct twin *t, const struct asked *asked)
{
    console_gap(&t->console);
    twin_say(t, asked->how, asked->how_args, asked->how_count);
    twin_say(t, asked->words ? "ask.everywhere.words" : t->plays ? "ask.everywhere.play" : "ask.everywhere", NULL, 0);
}

/* --- what works everywhere ----------------------------------------------------------------------------- */

enum wish { WISH_NONE, WISH_DONE, WISH_STOP };

/* Whole words alone: at a list, a letter is more likely the beginning of a name. */
static bool is_wish(struct twin *t, td_str typed, const char *id)
{
    return utf8_count(typed) > 1 && typed_is(t, typed, id);
}

static bool wants_help(struct twin *t, const struct asked *asked, td_str typed)
{
    return str_is(typed, "?") || (!asked->words && (is_wish(t, typed, "key.keys") || is_wish(t, typed, "key.help")));
}

static bool options_and_back(struct twin *t, const struct asked *asked)
{
    bool inside = t->in_options;
    bool go_on = inside || twin_options(t);
    if (go_on)
        say_question(t, asked);
    return go_on;
}

/* What is no answer but a wish; afterwards the question is said again, unless only its rules were asked for. */
static enum wish obey_wish(struct twin *t, const struct asked *asked, td_str typed)
{
    if (wants_help(t, asked, typed)) {
        say_how(t, asked);
        return WISH_DONE;
    }
    if (typed_is(t, typed, "key.support")) {
        if (!twin_support(t))
            return WISH_STOP;
        say_question(t, asked);
        return WISH_DONE;
    }
    if (asked->words)
        return WISH_NONE;
    if (is_wish(t, typed, "key.settings"))
        return options_and_back(t, asked) ? WISH_DONE : WISH_STOP;
    if (is_wish(t, typed, "key.review") && t->plays)
        twin_review(t);
    else if (!is_wish(t, typed, "key.repeat"))
        return WISH_NONE;
    say_question(t, asked);
    return WISH_DONE;
}

bool twin_line(struct twin *t, td_str *ret)
{
    return console_line(&t->console, &t->page, ret) && !typed_is(t, *ret, "key.stop");
}

/* A line that is meant as an answer. */
static bool answer_line(struct twin *t, const struct asked *asked, td_str *ret)
{
    enum wish wish = WISH_DONE;
    while (wish == WISH_DONE) {
        if (!twin_line(t, ret))
            return false;
        wish = obey_wish(t, asked, *ret);
    }
    return wish == WISH_NONE;
}

static bool is_skip(struct twin *t, td_str typed)
{
    return typed.len == 0 || typed_is(t, typed, "key.skip") || typed_is(t, typed, "key.back");
}

/* --- one line ---------------------------------------------------------------------------------------------- */

bool twin_ask(struct twin *t, const struct question *question, const char *how, td_str *ret)
{
    const struct asked asked = {.question = question, .how = how};
    say_question(t, &asked);
    return answer_line(t, &asked, ret);
}

bool twin_ask_again(struct twin *t, const struct question *question, const char *how, td_str *ret)
{
    const struct asked asked = {.question = question, .how = how};
    return answer_line(t, &asked, ret);
}

bool twin_ask_words(struct twin *t, const struct question *question, td_str *ret)
{
    const struct asked asked = {.question = question, .how = "ask.how.words", .words = true};
    say_question(t, &asked);
    return answer_line(t, &asked, ret);
}

bool twin_ask_number(struct twin *t, const struct question *question, int64_t least, int64_t most, int64_t *ret)
{
    td_str typed = TD_STR("");
    struct word_arg args[] = {ARG_INT("low", least), ARG_INT("high", most), ARG_TEXT("typed", typed)};
    const struct asked asked = {.question = question, .how = "ask.how.number", .how_args = args, .how_count = 2};
    say_question(t, &asked);
    for (;;) {
        if (!answer_line(t, &asked, &typed))
            return false;
        if (is_skip(t, typed) || typed_number(typed, least, most, ret))
            return true;
        args[2] = ARG_TEXT("typed", typed);
        twin_say(t, "ask.wrong.number", args, 3);
    }
}

bool twin_ask_yes(struct twin *t, const struct question *question, bool *ret)
{
    const struct asked asked = {.question = question, .how = "ask.how.yes"};
    td_str typed;
    say_question(t, &asked);
    for (;;) {
        if (!answer_line(t, &asked, &typed))
            return false;
        *ret = typed_is(t, typed, "key.yes");
        if (*ret || typed_is(t, typed, "key.no") || typed_is(t, typed, "key.back"))
            return true;
        twin_say(t, "ask.wrong.yes", NULL, 0);
    }
}

bool twin_ask_enter(struct twin *t, const struct question *question)
{
    td_str typed;
    return twin_ask(t, question, "ask.how.enter", &typed);
}

/* --- lists ---------------------------------------------------------------------------------------- */

static int32_t one_of(struct twin *t, td_str typed, const td_str *names, int count)
{
    int64_t n;
    if (typed_number(typed, 1, count, &n))
        return (int32_t)n - 1;
    return typed_among(t, typed, names, count);
}

bool twin_ask_one(struct twin *t, const struct question *question, const td_str *names, int count, td_str first,
                  int32_t *ret)
{
    td_str typed;
    struct word_arg args[] = {ARG_INT("n", count), ARG_TEXT("typed", first)};
    const struct asked asked = {question, names, count, "ask.how.one", args, 1, false};
    *ret = first.len > 0 ? one_of(t, first, names, count) : NONE;
    if (*ret != NONE)
        return true;
    say_question(t, &asked);
    for (;;) {
        if (!answer_line(t, &asked, &typed))
            return false;
        if (is_skip(t, typed))
            return true;
        *ret = one_of(t, typed, names, count);
        if (*ret != NONE)
            return true;
        args[1] = ARG_TEXT("typed", typed);
        twin_say(t, "ask.wrong.one", args, 2);
    }
}

static void say_item(struct twin *t, const char *id, td_str item, int64_t n)
{
    const struct word_arg args[] = {ARG_TEXT("typed", item), ARG_INT("n", n)};
    twin_say(t, id, args, 2);
}

/* Bits of what was named; -1 where a word is none of it or there are too many, which is said. */
static int64_t many_of(struct twin *t, td_str typed, const td_str *names, int count, int most)
{
    int64_t bits = 0;
    int chosen = 0;
    bool said = false;
    if (typed_is(t, typed, "key.none"))
        return 0;
    if (typed_is(t, typed, "key.all") && count <= most)
        return (INT64_C(1) << count) - 1;
    for (td_str item = typed_item(&typed); item.len > 0; item = typed_item(&typed)) {
        int32_t index = one_of(t, item, names, count);
        if (index == NONE) {
            say_item(t, "ask.wrong.many", item, count);
            return -1;
        }
        bool twice = bits >> index & 1;
        if (twice && !said)
            say_item(t, "ask.twice", item, 0);
        said = said || twice;
        chosen += !twice;
        bits |= INT64_C(1) << index;
    }
    if (chosen > most)
        say_item(t, "ask.wrong.too-many", typed, most);
    return chosen <= most ? bits : -1;
}

bool twin_ask_many(struct twin *t, const struct question *question, const td_str *names, int count, int most,
                   int64_t *ret)
{
    td_str typed;
    const struct word_arg args[] = {ARG_INT("n", count), ARG_INT("most", most)};
    const struct asked asked = {question, names, count, "ask.how.many", args, 2, false};
    say_question(t, &asked);
    for (*ret = -1; *ret < 0; *ret = many_of(t, typed, names, count, most)) {
        if (!answer_line(t, &asked, &typed))
            return false;
        if (is_skip(t, typed))
            return true;
    }
    return true;
}
