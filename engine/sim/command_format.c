/* command_format.c - one command to its one canonical line; command_parse.c is the way back. */
#include "command_shape.h"

#include <assert.h>

/* A line that cannot outgrow COMMAND_TEXT: the longest is twelve ids of LIMIT_ID_BYTES with options. */
struct line_out {
    char *at;
    const char *end;
};

static void put(struct line_out *out, td_str text)
{
    assert((size_t)(out->end - out->at) >= text.len);
    memcpy(out->at, text.ptr, text.len);
    out->at += text.len;
}

static void put_word(struct line_out *out, td_str text)
{
    put(out, TD_STR(" "));
    put(out, text);
}

static void put_number(struct line_out *out, int64_t value)
{
    char digits[24];
    char *at = digits + sizeof digits;
    uint64_t rest = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
    do {
        *--at = (char)('0' + rest % 10);
        rest /= 10;
    } while (rest > 0);
    if (value < 0)
        *--at = '-';
    put_word(out, (td_str){at, (size_t)(digits + sizeof digits - at)});
}

static void put_ids(struct line_out *out, const struct command *c)
{
    for (int i = 0; i < c->id_count && i < COMMAND_IDS; i++) {
        put(out, i == 0 ? TD_STR(" ") : TD_STR(","));
        put(out, str_of(c->ids[i]));
    }
}

static void put_items(struct line_out *out, int32_t items)
{
    bool first = true;
    for (int i = 0; i < HAND_COUNT; i++) {
        if (!(items >> i & 1))
            continue;
        put(out, first ? TD_STR(" ") : TD_STR(","));
        put(out, hand_names[i]);
        first = false;
    }
    if (first)
        put_word(out, TD_STR("none"));
}

static void put_answer(struct line_out *out, const struct command *c)
{
    put_word(out, str_of(c->id));
    if (c->number != NONE)
        put_number(out, c->number);
    else if (c->id_count > 0)
        put_ids(out, c);
    else
        put_word(out, TD_STR("none"));
}

static void put_name(struct line_out *out, const td_str *names, int count, int32_t index)
{
    assert(index >= 0 && index < count);
    put_word(out, names[index]);
}

static void put_heard(struct line_out *out, const struct command *c)
{
    put_word(out, act_name((enum act)c->kind));
    put_number(out, c->number);
}

static void put_argument(struct line_out *out, const struct command *c)
{
    switch (command_shapes[c->verb].argument) {
    case ARG_NONE: return;
    case ARG_ID: put_word(out, str_of(c->id)); return;
    case ARG_IDS: put_ids(out, c); return;
    case ARG_ANSWER: put_answer(out, c); return;
    case ARG_NUMBER:
    case ARG_PAUSE: put_number(out, c->number); return;
    case ARG_HELP: put_name(out, help_kind_names, help_kind_count, c->kind); return;
    case ARG_SCENE: put_name(out, scene_kind_names, scene_kind_count, c->kind); return;
    case ARG_ACT: put_heard(out, c); return;
    case ARG_ITEMS: put_items(out, c->kind); return;
    }
}

static void put_option(struct line_out *out, enum option option, int64_t value, int64_t unsaid)
{
    if (value == unsaid)
        return;
    put_word(out, option_names[option]);
    put_number(out, value);
}

size_t command_format(const struct command *c, char *buf)
{
    struct line_out out = {buf, buf + COMMAND_TEXT};
    unsigned options = command_shapes[c->verb].options;
    put(&out, seat_name(c->seat));
    put_word(&out, verb_name(c->verb));
    put_argument(&out, c);
    if ((options & WITH_worded) && c->threat) {
        put_word(&out, option_names[OPTION_worded]);
        put_word(&out, worded_names[1]);
    }
    if (options & WITH_sure)
        put_option(&out, OPTION_sure, c->sure, NONE);
    if (options & WITH_after)
        put_option(&out, OPTION_after, c->after, NONE);
    if (options & WITH_voice) {
        put_option(&out, OPTION_tone, c->tone, 0);
        put_option(&out, OPTION_pace, c->pace, 0);
    }
    if (options & WITH_dist)
        put_option(&out, OPTION_dist, c->dist, NONE);
    return (size_t)(out.at - buf);
}
