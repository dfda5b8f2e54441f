/* room_restore.c - a room comes back: its file is read, and what it says is done again.
 * Every line of a journal that stands in the file must be what doing it again brings; if the program or the
 * scenario has changed, that is where it is noticed, and no room is better than a wrong one. */
#include "room_parts.h"

/* Reading the file, line by line. */
struct coming_back {
    struct wire_room *room;
    td_str rest;
    int line;
    td_str owed; /* lines that the last input brought and the file has not shown yet */
    struct arena owed_in;
};

static bool take_word_of(td_str *rest, const char *name, td_str *ret)
{
    td_str key = str_word(rest);
    *ret = str_word(rest);
    return str_is(key, name) && ret->len > 0;
}

static bool take_number_of(td_str *rest, const char *name, int64_t low, int64_t high, int32_t *ret)
{
    td_str word;
    int64_t value;
    if (!take_word_of(rest, name, &word) || !str_int(word, low, high, &value))
        return false;
    *ret = (int32_t)value;
    return true;
}

/* --- the head ------------------------------------------------------------------------------------------------------- */

static bool is_pin(td_str word)
{
    bool good = word.len >= 4 && word.len <= WIRE_PIN_MAX;
    for (size_t i = 0; i < word.len; i++)
        good = good && word.ptr[i] >= '0' && word.ptr[i] <= '9';
    return good || str_is(word, "-");
}

static bool read_setup(td_str line, struct wire_setup *setup, td_str *ret_code, uint64_t *ret_key)
{
    td_str word, pin, key;
    int32_t how;
    if (!str_is(str_word(&line), "room") || !take_word_of(&line, "code", ret_code) ||
        ret_code->len != WIRE_CODE_BYTES || !take_word_of(&line, "pin", &pin) || !is_pin(pin) ||
        !take_word_of(&line, "preset", &word))
        return false;
    int preset = name_find(wire_preset_names, word);
    if (preset == NONE || !take_number_of(&line, "teams", 1, WIRE_TEAMS, &setup->teams) ||
        !take_number_of(&line, "minutes", 0, 600, &setup->minutes) ||
        !take_number_of(&line, "vote", VOTE_SECONDS_MIN, VOTE_SECONDS_MAX, &setup->vote_seconds) ||
        !take_word_of(&line, "flow", &word))
        return false;
    how = name_find(wire_how_names, word);
    if ((how != HOW_run_through && how != HOW_stop_and_discuss) || !take_word_of(&line, "human", &word) ||
        !(str_is(word, "yes") || str_is(word, "no")) || !take_word_of(&line, "key", &key) || !str_hex64(key, ret_key) ||
        line.len > 0)
        return false;
    setup->preset = (enum wire_preset)preset;
    setup->flow = how == HOW_run_through ? FLOW_RUN_THROUGH : FLOW_STOP_AND_DISCUSS;
    setup->human = str_is(word, "yes");
    if (pin.ptr[0] != '-')
        memcpy(setup->pin, pin.ptr, pin.len);
    return true;
}

/* The four lines with "j ", as the head of a journal. */
static td_journal *read_journal_head(const td_allocator *mem, struct arena *arena, td_str *rest)
{
    struct writer w;
    struct diags diags;
    td_journal *journal = NULL;
    writer_init(&w, arena);
    diags_init(&diags, arena);
    for (int i = 0; i < 4; i++) {
        td_str line = str_line(rest);
        if (!str_is(str_word(&line), "j"))
            return NULL;
        w_str(&w, line);
        w_char(&w, '\n');
    }
    return journal_read(mem, TD_STR("room"), writer_str(&w), &diags, &journal) == TD_OK ? journal : NULL;
}

bool room_peek(td_str bytes, struct wire_peek *ret)
{
    struct wire_peek peek = {{NULL, 0}, 0, 0};
    bool good = str_is(str_line(&bytes), "talkdown-room 1");
    str_line(&bytes);
    str_line(&bytes);
    td_str model = str_line(&bytes), scenario = str_line(&bytes), word;
    good = good && str_is(str_word(&model), "j") && str_is(str_word(&model), "model");
    str_word(&model);
    word = str_word(&model);
    good = good && str_hex64(word, &peek.model_hash);
    good = good && str_is(str_word(&scenario), "j") && str_is(str_word(&scenario), "scenario");
    peek.scenario = str_word(&scenario);
    good = good && str_hex64(str_word(&scenario), &peek.rules_hash);
    if (good)
        *ret = peek;
    return good;
}

/* --- inputs ----------------------------------------------------------------------------------------------------------- */

static bool take_int(td_str *rest, int64_t low, int64_t high, int32_t *ret)
{
    int64_t value;
    if (!str_int(str_word(rest), low, high, &value))
        return false;
    *ret = (int32_t)value;
    return true;
}

static int hex(char c)
{
    return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

static bool is_token(td_str token)
{
    bool good = token.len == WIRE_TOKEN_BYTES;
    for (size_t i = 0; i < token.len; i++)
        good = good && hex(token.ptr[i]) >= 0;
    return good;
}

static bool come_in(struct coming_back *back, struct arena *arena, td_str rest)
{
    struct wire_join join = {.team = NONE};
    int32_t number, member;
    if (!take_int(&rest, 0, WIRE_MEMBERS - 1, &number))
        return false;
    td_str token = str_word(&rest);
    join.lang = str_word(&rest);
    td_str team = str_word(&rest), wants = str_word(&rest), boss = str_word(&rest);
    int64_t value;
    if (!is_token(token) || wants.len != 2 || hex(wants.ptr[0]) < 0 || hex(wants.ptr[1]) < 0)
        return false;
    if (!str_is(team, "any")) {
        if (!str_int(team, 0, WIRE_TEAMS - 1, &value))
            return false;
        join.team = (int32_t)value;
    }
    join.wants = (unsigned)(hex(wants.ptr[0]) << 4 | hex(wants.ptr[1]));
    join.instructor = str_is(boss, "yes");
    return mark_text(arena, &rest, &join.name) && rest.len == 0 &&
           join_member(back->room, &join, token, &member) == NULL && member == number;
}

static bool was_said(struct coming_back *back, td_str rest)
{
    struct wire_message m;
    const char *reason;
    int32_t member;
    return take_int(&rest, 0, WIRE_MEMBERS - 1, &member) && wire_message_read(back->room->mem, rest, &m, &reason) &&
           perform(back->room, member, &m) == NULL;
}

static bool did_itself(struct coming_back *back, td_str rest)
{
    int32_t team;
    td_str what = str_word(&rest);
    return take_int(&rest, 0, back->room->setup.teams - 1, &team) && rest.len == 0 &&
           perform_auto(back->room, what, team);
}

static bool was_stopped(struct coming_back *back, td_str rest)
{
    int32_t team;
    return take_int(&rest, 0, back->room->setup.teams - 1, &team) && rest.len == 0 &&
           silent_stop(back->room, team) == NULL;
}

static bool do_again_line(struct coming_back *back, struct arena *arena, td_str line)
{
    int64_t now;
    if (!str_int(str_word(&line), back->room->now, INT64_C(1) << 52, &now))
        return false;
    back->room->now = now;
    td_str what = str_word(&line);
    return str_is(what, "join")   ? come_in(back, arena, line)
           : str_is(what, "say")  ? was_said(back, line)
           : str_is(what, "auto") ? did_itself(back, line)
           : str_is(what, "stop") ? was_stopped(back, line)
                                  : false;
}

/* --- the body ----------------------------------------------------------------------------------------------------------- */

/* A line of a journal: it must be the next one that is owed. */
static bool pay(struct coming_back *back, td_str line)
{
    td_str owed = back->owed, next = str_line(&owed);
    if (!str_eq(next, line))
        return false;
    back->owed = owed;
    return true;
}

static td_status read_line(struct coming_back *back, td_str line)
{
    struct arena scratch;
    struct writer told;
    if (line.len > 0 && line.ptr[0] == 'j')
        return pay(back, line) ? TD_OK : TD_E_DESYNC;
    if (line.len < 2 || line.ptr[0] != '>' || line.ptr[1] != ' ')
        return TD_E_SYNTAX;
    if (back->owed.len > 0)
        return TD_E_DESYNC;
    arena_finish(&back->owed_in);
    arena_init(&scratch, back->room->mem);
    writer_init(&told, &back->owed_in);
    back->room->told = &told;
    bool good = do_again_line(back, &scratch, (td_str){line.ptr + 2, line.len - 2});
    back->room->told = NULL;
    back->owed = writer_str(&told);
    arena_finish(&scratch);
    return good ? TD_OK : TD_E_DESYNC;
}

static td_status read_body(struct coming_back *back, struct wire_restored *report, const char *start)
{
    while (back->rest.len > 0) {
        const char *end = memchr(back->rest.ptr, '\n', back->rest.len);
        if (!end) {
            report->cut = true;
            break;
        }
        back->line++;
        td_status status = read_line(back, str_line(&back->rest));
        if (status != TD_OK) {
            report->line = back->line;
            return status;
        }
        report->intact = (size_t)(back->rest.ptr - start);
    }
    return TD_OK;
}

static struct wire_room *open_room(const td_allocator *mem, const td_scenario *scenario, const struct model *model,
                                   const struct wire_lang *langs, int lang_count, td_str *rest,
                                   struct wire_restored *report)
{
    struct wire_setup setup = {.minutes = 0};
    struct wire_room *room = NULL;
    td_str code;
    uint64_t key;
    struct arena arena;
    report->status = TD_E_SYNTAX;
    if (!str_is(str_line(rest), "talkdown-room 1"))
        return NULL;
    bool good = read_setup(str_line(rest), &setup, &code, &key);
    arena_init(&arena, mem);
    td_journal *journal = good ? read_journal_head(mem, &arena, rest) : NULL;
    if (journal) {
        bool same = journal->header.rules_hash == scenario->rules_hash && journal->header.model_hash == model->hash;
        report->status = same ? TD_OK : TD_E_VERSION;
        setup.play = journal->header.setup;
        if (same)
            room = room_new(mem, scenario, model, langs, lang_count, &setup);
    }
    if (room) {
        memcpy(room->code, code.ptr, code.len);
        room->key = key;
    }
    journal_destroy(journal);
    arena_finish(&arena);
    return room;
}

/* A head without its last line end was not written whole, and nothing was told by it yet. */
static bool is_whole_head(td_str bytes)
{
    enum { HEAD_LINES = 6 };
    int lines = 0;
    for (size_t i = 0; i < bytes.len && lines < HEAD_LINES; i++)
        lines += bytes.ptr[i] == '\n';
    return lines == HEAD_LINES;
}

struct wire_room *room_restore(const td_allocator *mem, const td_scenario *scenario, const struct model *model,
                               const struct wire_lang *langs, int lang_count, td_str bytes, struct writer *log,
                               struct wire_restored *report)
{
    enum { HEAD_LINES = 6 };
    *report = (struct wire_restored){.status = TD_E_LIMIT};
    if (bytes.len > 2 * (size_t)WIRE_LOG_BYTES)
        return NULL;
    report->status = TD_E_SYNTAX;
    report->line = 1;
    if (!is_whole_head(bytes))
        return NULL;
    struct coming_back back = {.rest = bytes, .line = HEAD_LINES};
    back.room = open_room(mem, scenario, model, langs, lang_count, &back.rest, report);
    if (!back.room)
        return NULL;
    report->line = 0;
    arena_init(&back.owed_in, mem);
    report->intact = (size_t)(back.rest.ptr - bytes.ptr);
    report->status = read_body(&back, report, bytes.ptr);
    if (report->status == TD_OK) {
        w_str(log, back.owed);
        back.room->logged = report->intact + back.owed.len;
    } else {
        room_destroy(back.room);
        back.room = NULL;
    }
    arena_finish(&back.owed_in);
    return back.room;
}
