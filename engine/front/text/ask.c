/* ask.c - prompts: each says what it wants, takes what it can, and asks again kindly. */
#include "twin.h"

bool twin_line(struct twin *t, td_str *ret)
{
    for (;;) {
        if (!console_line(&t->console, &t->page, ret) || typed_is(t, *ret, "key.stop"))
            return false;
        if (!typed_is(t, *ret, "key.support"))
            return true;
        if (!twin_support(t))
            return false;
    }
}

bool twin_ask(struct twin *t, const char *id, const struct word_arg *args, int count, td_str *ret)
{
    twin_say(t, id, args, count);
    return twin_line(t, ret);
}

static void say_range(struct twin *t, int64_t least, int64_t most)
{
    const struct word_arg args[] = {ARG_INT("low", least), ARG_INT("high", most)};
    twin_say(t, "play.number", args, 2);
}

bool twin_ask_number(struct twin *t, const char *id, const struct word_arg *args, int count, int64_t least,
                     int64_t most, int64_t *ret)
{
    td_str typed;
    twin_say(t, id, args, count);
    for (;;) {
        if (!twin_line(t, &typed))
            return false;
        if (typed.len == 0 || typed_is(t, typed, "key.skip") || typed_number(typed, least, most, ret))
            return true;
        say_range(t, least, most);
    }
}

bool twin_ask_yes(struct twin *t, const char *id, bool *ret)
{
    td_str typed;
    for (;;) {
        if (!twin_ask(t, id, NULL, 0, &typed))
            return false;
        *ret = typed_is(t, typed, "key.yes");
        if (*ret || typed_is(t, typed, "key.no") || typed_is(t, typed, "key.back"))
            return true;
    }
}

bool twin_ask_enter(struct twin *t, const char *id)
{
    td_str typed;
    return twin_ask(t, id, NULL, 0, &typed);
}

/* --- lists ---------------------------------------------------------------------------------------- */

static int32_t one_of(struct twin *t, td_str typed, const td_str *names, int count)
{
    int64_t n;
    if (typed_number(typed, 1, count, &n))
        return (int32_t)n - 1;
    return typed_among(t, typed, names, count);
}

static void say_list(struct twin *t, const char *id, const td_str *names, int count)
{
    twin_say(t, id, NULL, 0);
    for (int i = 0; i < count; i++)
        twin_row(t, i + 1, names[i]);
}

bool twin_ask_one(struct twin *t, const char *id, const td_str *names, int count, td_str first, int32_t *ret)
{
    td_str typed;
    *ret = first.len > 0 ? one_of(t, first, names, count) : NONE;
    if (*ret != NONE)
        return true;
    say_list(t, id, names, count);
    for (;;) {
        if (!twin_line(t, &typed))
            return false;
        if (typed.len == 0 || typed_is(t, typed, "key.back") || typed_is(t, typed, "key.skip"))
            return true;
        *ret = one_of(t, typed, names, count);
        if (*ret != NONE)
            return true;
        say_range(t, 1, count);
    }
}

/* Bits of what was named, or -2 where a word is none of it or there are too many. */
static int64_t many_of(struct twin *t, td_str typed, const td_str *names, int count, int most)
{
    int64_t bits = 0;
    int chosen = 0;
    if (typed_is(t, typed, "key.none"))
        return 0;
    if (typed_is(t, typed, "key.all") && count <= most)
        return (INT64_C(1) << count) - 1;
    for (td_str item = typed_item(&typed); item.len > 0; item = typed_item(&typed)) {
        int32_t index = one_of(t, item, names, count);
        if (index == NONE)
            return -2;
        chosen += !(bits >> index & 1);
        bits |= INT64_C(1) << index;
    }
    return chosen <= most ? bits : -2;
}

bool twin_ask_many(struct twin *t, const char *id, const td_str *names, int count, int most, int64_t *ret)
{
    td_str typed;
    say_list(t, id, names, count);
    for (;;) {
        *ret = -1;
        if (!twin_line(t, &typed))
            return false;
        if (typed.len == 0 || typed_is(t, typed, "key.skip") || typed_is(t, typed, "key.back"))
            return true;
        *ret = many_of(t, typed, names, count, most);
        if (*ret >= 0)
            return true;
        say_range(t, 1, count);
    }
}
