/* command_parse.c - one line of text to one command; the table in command.c is the grammar. */
#include "command_shape.h"

/* What is left of the line, and where it began, for the column of a fault. */
struct reader {
    td_str rest;
    const char *start;
};

static int column_of(const struct reader *in, const char *at)
{
    return (int)(at - in->start) + 1;
}

static bool take_word(struct reader *in, td_str *ret)
{
    *ret = str_word(&in->rest);
    return ret->len > 0;
}

static bool is_id(td_str word)
{
    if (word.len == 0 || word.len > LIMIT_ID_BYTES)
        return false;
    for (size_t i = 0; i < word.len; i++) {
        char c = word.ptr[i];
        if (!(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9') && c != '-')
            return false;
    }
    return true;
}

static bool keep_id(td_str word, char *ret)
{
    if (!is_id(word))
        return false;
    memcpy(ret, word.ptr, word.len);
    ret[word.len] = '\0';
    return true;
}

static td_str cut_item(td_str *list)
{
    const char *comma = list->len > 0 ? memchr(list->ptr, ',', list->len) : NULL;
    size_t len = comma ? (size_t)(comma - list->ptr) : list->len;
    td_str item = {list->ptr, len};
    size_t skip = comma ? len + 1 : len;
    *list = (td_str){list->ptr + skip, list->len - skip};
    return item;
}

/* A comma at the end would promise an item that is not there. */
static bool ends_with_comma(td_str list)
{
    return list.len > 0 && list.ptr[list.len - 1] == ',';
}

static td_status read_ids(td_str list, struct command *c)
{
    if (ends_with_comma(list))
        return TD_E_SYNTAX;
    while (list.len > 0) {
        if (c->id_count == COMMAND_IDS)
            return TD_E_LIMIT;
        if (!keep_id(cut_item(&list), c->ids[c->id_count]))
            return TD_E_SYNTAX;
        c->id_count++;
    }
    return c->id_count > 0 ? TD_OK : TD_E_SYNTAX;
}

static td_status read_items(td_str list, struct command *c)
{
    if (str_is(list, "none"))
        return TD_OK;
    if (list.len == 0 || ends_with_comma(list))
        return TD_E_SYNTAX;
    while (list.len > 0) {
        td_str item = cut_item(&list);
        int i = 0;
        while (i < HAND_COUNT && !str_eq(item, hand_names[i]))
            i++;
        if (i == HAND_COUNT || (c->kind >> i & 1))
            return TD_E_SYNTAX;
        c->kind |= 1 << i;
    }
    return TD_OK;
}

static td_status read_number(td_str word, int32_t least, int32_t most, int32_t *ret)
{
    int64_t value;
    if (!str_int(word, least, most, &value))
        return TD_E_SYNTAX;
    *ret = (int32_t)value;
    return TD_OK;
}

/* A word of digits is a number, `none` is an answer without options, everything else is ids. */
static td_status read_answer(td_str word, struct command *c)
{
    if (str_is(word, "none"))
        return TD_OK;
    if (read_number(word, 0, NUMBER_MAX, &c->number) == TD_OK)
        return TD_OK;
    return read_ids(word, c);
}

static td_status read_kind(td_str word, const td_str *names, struct command *c)
{
    c->kind = name_find(names, word);
    return c->kind == NONE ? TD_E_SYNTAX : TD_OK;
}

static td_status read_word(enum argument argument, const struct shape *shape, td_str word, struct command *c)
{
    switch (argument) {
    case ARG_ID: return keep_id(word, c->id) ? TD_OK : TD_E_SYNTAX;
    case ARG_IDS: return read_ids(word, c);
    case ARG_ANSWER: return read_answer(word, c);
    case ARG_ACT:
    case ARG_NUMBER:
    case ARG_PAUSE: return read_number(word, shape->least, shape->most, &c->number);
    case ARG_HELP: return read_kind(word, help_kind_names, c);
    case ARG_SCENE: return read_kind(word, scene_kind_names, c);
    case ARG_ITEMS: return read_items(word, c);
    case ARG_NONE: break;
    }
    return TD_OK;
}

static td_status read_act(td_str word, struct command *c)
{
    enum act act;
    if (!act_find(word, &act))
        return TD_E_SYNTAX;
    c->kind = (int32_t)act;
    return TD_OK;
}

static bool looks_like_option(td_str word)
{
    for (int i = 0; i < OPTION_COUNT; i++)
        if (str_eq(word, option_names[i]))
            return true;
    return false;
}

static td_status read_argument(struct reader *in, struct command *c, td_str *word)
{
    const struct shape *shape = &command_shapes[c->verb];
    if (shape->argument == ARG_NONE)
        return TD_OK;
    struct reader before = *in;
    take_word(in, word);
    if (shape->argument == ARG_PAUSE && (word->len == 0 || looks_like_option(*word))) {
        *in = before;
        c->number = PAUSE_MS;
        return TD_OK;
    }
    if (shape->argument == ARG_ANSWER) {
        if (!keep_id(*word, c->id))
            return TD_E_SYNTAX;
        take_word(in, word);
    }
    if (shape->argument == ARG_ACT) {
        if (read_act(*word, c) != TD_OK)
            return TD_E_SYNTAX;
        take_word(in, word);
    }
    return read_word(shape->argument, shape, *word, c);
}

static td_status read_after(td_str word, struct command *c)
{
    return str_int(word, 0, AFTER_MS_MAX, &c->after) ? TD_OK : TD_E_SYNTAX;
}

static td_status read_worded(td_str word, struct command *c)
{
    c->threat = str_eq(word, worded_names[1]);
    return c->threat || str_eq(word, worded_names[0]) ? TD_OK : TD_E_SYNTAX;
}

static td_status read_option(enum option option, td_str value, struct command *c)
{
    switch (option) {
    case OPTION_worded: return read_worded(value, c);
    case OPTION_sure: return read_number(value, 0, 100, &c->sure);
    case OPTION_after: return read_after(value, c);
    case OPTION_tone: return read_number(value, -1, 1, &c->tone);
    case OPTION_pace: return read_number(value, -1, 1, &c->pace);
    case OPTION_dist: return read_number(value, DIST_MIN, DIST_MAX, &c->dist);
    case OPTION_COUNT: break;
    }
    return TD_E_SYNTAX;
}

/* The option of this name, if the verb takes it and it has not been given yet. */
static int find_option(td_str name, unsigned open)
{
    for (int i = 0; i < OPTION_COUNT; i++)
        if ((open >> i & 1) && str_eq(name, option_names[i]))
            return i;
    return NONE;
}

static td_status read_options(struct reader *in, struct command *c, td_str *word)
{
    unsigned open = command_shapes[c->verb].options;
    while (in->rest.len > 0) {
        take_word(in, word);
        int option = find_option(*word, open);
        if (option == NONE)
            return TD_E_SYNTAX;
        open &= ~(1u << option);
        take_word(in, word);
        td_status status = read_option((enum option)option, *word, c);
        if (status != TD_OK)
            return status;
    }
    return TD_OK;
}

static bool find_verb(td_str name, enum verb *ret)
{
    for (int i = 0; i < VERB_COUNT; i++) {
        if (!str_eq(name, verb_name((enum verb)i)))
            continue;
        *ret = (enum verb)i;
        return true;
    }
    return false;
}

static td_status read_line(struct reader *in, struct command *ret, td_str *word)
{
    enum seat seat;
    enum verb verb;
    take_word(in, word);
    if (!seat_find(*word, &seat))
        return TD_E_SYNTAX;
    take_word(in, word);
    if (!find_verb(*word, &verb))
        return TD_E_SYNTAX;
    *ret = command_empty(seat, verb);
    td_status status = read_argument(in, ret, word);
    return status == TD_OK ? read_options(in, ret, word) : status;
}

td_status command_parse(td_str line, struct command *ret, int *column)
{
    struct reader in = {.rest = line, .start = line.ptr};
    td_str word = {line.ptr, 0};
    struct command command = command_empty(SEAT_primary, VERB_begin);
    td_status status = line.len < COMMAND_TEXT ? read_line(&in, &command, &word) : TD_E_LIMIT;
    if (status == TD_OK)
        *ret = command;
    else
        *column = column_of(&in, word.ptr);
    return status;
}
