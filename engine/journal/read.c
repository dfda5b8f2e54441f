/* read.c - a journal's text back to what was done.
 * The header must be whole; behind it, reading stops at the first line that is neither a command in its
 * order nor a mark, and what came before is still good: a play that was cut or edited can be looked at. */
#include "mark.h"

/* --- where we are ---------------------------------------------------------------------------- */

struct reading {
    td_journal *journal;
    struct diags *diags;
    td_str file;
    td_str all, rest; /* the bytes; what has not been read */
    int line;         /* of the line in hand, from 1 */
    int entry_room, mark_room;
};

static void fault_at(const struct reading *r, int column, const char *code, enum diag_severity severity, td_str subject,
                     td_str detail)
{
    diag_add(r->diags, &(struct diag){.code = code,
                                      .severity = severity,
                                      .file = r->file,
                                      .line = r->line,
                                      .column = column,
                                      .subject = subject,
                                      .detail = detail});
}

static td_status fault(const struct reading *r, const char *code, td_str subject, td_str detail)
{
    fault_at(r, 1, code, DIAG_ERROR, subject, detail);
    return TD_E_SYNTAX;
}

/* The next whole line; false at the end or where the last line has no end. */
static bool next_line(struct reading *r, td_str *ret)
{
    if (r->rest.len == 0 || !memchr(r->rest.ptr, '\n', r->rest.len))
        return false;
    *ret = str_line(&r->rest);
    r->line++;
    return true;
}

/* --- the header ------------------------------------------------------------------------------ */

static const char *const header_form[] = {
    "talkdown-journal 1",
    "model VERSION HASH",
    "scenario ID HASH words LANG HASH",
    "setup seed N noise N mode MODE preset ID rung RUNG",
};

static bool take_key(td_str *rest, const char *key)
{
    return str_is(str_word(rest), key);
}

static bool take_number(td_str *rest, int64_t least, int64_t most, int32_t *ret)
{
    int64_t value;
    if (!str_int(str_word(rest), least, most, &value))
        return false;
    *ret = (int32_t)value;
    return true;
}

static bool take_hash(td_str *rest, uint64_t *ret)
{
    return str_hex64(str_word(rest), ret);
}

static bool take_name(td_str *rest, td_str *ret)
{
    return mark_word(rest, ret);
}

/* "fr", "pt-BR": letters, digits, hyphens. */
static bool take_language(td_str *rest, td_str *ret)
{
    *ret = str_word(rest);
    for (size_t i = 0; i < ret->len; i++) {
        char c = ret->ptr[i];
        if (!(c >= 'a' && c <= 'z') && !(c >= 'A' && c <= 'Z') && !(c >= '0' && c <= '9') && c != '-')
            return false;
    }
    return ret->len > 0 && ret->len <= LIMIT_ID_BYTES;
}

static bool take_seed(td_str *rest, uint64_t *ret)
{
    td_str word = str_word(rest);
    uint64_t seed = 0;
    for (size_t i = 0; i < word.len; i++) {
        unsigned digit = (unsigned char)word.ptr[i] - (unsigned)'0';
        if (digit > 9 || seed > (UINT64_MAX - digit) / 10)
            return false;
        seed = seed * 10 + digit;
    }
    *ret = seed;
    return word.len > 0;
}

static bool take_one_of(td_str *rest, const td_str *names, int *ret)
{
    *ret = name_find(names, str_word(rest));
    return *ret != NONE;
}

static bool read_model(td_str rest, struct journal_header *h)
{
    return take_key(&rest, "model") && take_number(&rest, 1, NUMBER_MAX, &h->model_version) &&
           take_hash(&rest, &h->model_hash) && rest.len == 0;
}

static bool read_scenario(td_str rest, struct journal_header *h)
{
    return take_key(&rest, "scenario") && take_name(&rest, &h->scenario) && take_hash(&rest, &h->rules_hash) &&
           take_key(&rest, "words") && take_language(&rest, &h->lang) && take_hash(&rest, &h->words_hash) &&
           rest.len == 0;
}

static bool read_setup(td_str rest, struct journal_header *h)
{
    struct setup *setup = &h->setup;
    td_str preset;
    int mode, rung;
    if (!take_key(&rest, "setup") || !take_key(&rest, "seed") || !take_seed(&rest, &setup->seed) ||
        !take_key(&rest, "noise") || !take_number(&rest, 0, 1000, &setup->noise) || !take_key(&rest, "mode") ||
        !take_one_of(&rest, mode_names, &mode) || !take_key(&rest, "preset") || !take_name(&rest, &preset) ||
        !take_key(&rest, "rung") || !take_one_of(&rest, rung_names, &rung))
        return false;
    setup->mode = (enum mode)mode;
    setup->rung = (enum rung)rung;
    memcpy(setup->preset, preset.ptr, preset.len);
    h->later = rest;
    return true;
}

/* A later version may say more, as long as what it says may be ignored: keys that begin with x-. */
static bool may_ignore(td_str later)
{
    while (later.len > 0) {
        td_str key = str_word(&later);
        if (!str_starts(key, TD_STR("x-")) || str_word(&later).len == 0)
            return false;
    }
    return true;
}

static td_status read_header_line(struct reading *r, int index, td_str line)
{
    struct journal_header *h = &r->journal->header;
    td_str rest = line;
    bool good = false;
    switch (index) {
    case 0:
        good = take_key(&rest, "talkdown-journal") && take_number(&rest, 1, NUMBER_MAX, &h->format) && rest.len == 0;
        break;
    case 1: good = read_model(line, h); break;
    case 2: good = read_scenario(line, h); break;
    default: good = read_setup(line, h); break;
    }
    if (!good)
        return fault(r, D_JOURNAL_HEADER, line, str_of(header_form[index]));
    if (h->format == JOURNAL_FORMAT && may_ignore(h->later))
        return TD_OK;
    fault(r, D_UNKNOWN_VERSION, line, str_of(header_form[index]));
    return TD_E_VERSION;
}

enum { HEADER_LINES = 4 };

static td_status read_header(struct reading *r)
{
    for (int i = 0; i < HEADER_LINES; i++) {
        td_str line = {"", 0};
        if (!next_line(r, &line)) {
            r->line++;
            return fault(r, D_JOURNAL_HEADER, r->rest, str_of(header_form[i]));
        }
        td_status status = read_header_line(r, i, line);
        if (status != TD_OK)
            return status;
    }
    return TD_OK;
}

/* --- commands and marks ---------------------------------------------------------------------- */

static struct entry *add_entry(struct reading *r)
{
    td_journal *j = r->journal;
    if (j->entry_count == r->entry_room) {
        int room = r->entry_room ? r->entry_room * 2 : 64;
        struct entry *grown = arena_new(&j->arena, struct entry, (size_t)room);
        if (j->entry_count > 0)
            memcpy(grown, j->entries, sizeof *grown * (size_t)j->entry_count);
        j->entries = grown;
        r->entry_room = room;
    }
    return &j->entries[j->entry_count++];
}

static struct mark *add_mark(struct reading *r)
{
    td_journal *j = r->journal;
    if (j->mark_count == r->mark_room) {
        int room = r->mark_room ? r->mark_room * 2 : 64;
        struct mark *grown = arena_new(&j->arena, struct mark, (size_t)room);
        if (j->mark_count > 0)
            memcpy(grown, j->marks, sizeof *grown * (size_t)j->mark_count);
        j->marks = grown;
        r->mark_room = room;
    }
    return &j->marks[j->mark_count++];
}

/* Cuts " ~0123456789abcdef" off the end. */
static bool cut_check(td_str *line, uint64_t *ret)
{
    enum { CHECK_BYTES = 18 };
    if (line->len < CHECK_BYTES)
        return false;
    td_str check = {line->ptr + line->len - CHECK_BYTES, CHECK_BYTES};
    if (check.ptr[0] != ' ' || check.ptr[1] != '~' || !str_hex64((td_str){check.ptr + 2, 16}, ret))
        return false;
    line->len -= CHECK_BYTES;
    return true;
}

static td_status number_fault(const struct reading *r, td_str found)
{
    struct writer w;
    writer_init(&w, r->diags->arena);
    w_int(&w, r->journal->entry_count + 1);
    return fault(r, D_JOURNAL_NUMBER, found, writer_str(&w));
}

static td_status command_fault(const struct reading *r, td_str line, const char *start, int column)
{
    fault_at(r, (int)(start - line.ptr) + column, D_JOURNAL_LINE, DIAG_ERROR, line, TD_STR(""));
    return TD_E_SYNTAX;
}

static td_status read_entry(struct reading *r, td_str line)
{
    td_journal *j = r->journal;
    struct entry entry = {.number = j->entry_count + 1, .line = r->line};
    td_str rest = line;
    int32_t number;
    int column = 1;
    if (j->entry_count == LIMIT_JOURNAL_COMMANDS) {
        fault(r, D_TOO_LARGE, TD_STR(""), TD_STR(""));
        return TD_E_LIMIT;
    }
    td_str digits = str_word(&rest), again = digits;
    if (!take_number(&again, 0, NUMBER_MAX, &number))
        return command_fault(r, line, line.ptr, 1);
    if (number != entry.number)
        return number_fault(r, digits);
    if (!cut_check(&rest, &entry.check))
        return command_fault(r, line, line.ptr + line.len, 1);
    if (command_parse(rest, &entry.command, &column) != TD_OK)
        return command_fault(r, line, rest.ptr, column);
    if (entry.command.verb == VERB_rewind) {
        if (entry.command.number >= number)
            return fault(r, D_JOURNAL_REWIND, rest, TD_STR(""));
        j->attempt_count++;
    }
    entry.attempt = j->attempt_count;
    *add_entry(r) = entry;
    return TD_OK;
}

static td_status read_mark(struct reading *r, td_str line)
{
    struct mark mark;
    if (r->journal->mark_count == LIMIT_JOURNAL_MARKS) {
        fault(r, D_TOO_LARGE, TD_STR(""), TD_STR(""));
        return TD_E_LIMIT;
    }
    if (mark_parse((td_str){line.ptr + 2, line.len - 2}, &mark) == MARK_BAD)
        return fault(r, D_JOURNAL_MARK, line, TD_STR(""));
    mark.after = r->journal->entry_count;
    *add_mark(r) = mark;
    return TD_OK;
}

static td_status read_body(struct reading *r)
{
    td_str line;
    td_journal *j = r->journal;
    j->intact = r->all.len - r->rest.len;
    while (next_line(r, &line)) {
        td_status status = str_starts(line, TD_STR("- ")) ? read_mark(r, line) : read_entry(r, line);
        if (status == TD_E_LIMIT)
            return status;
        if (status != TD_OK) {
            j->damaged_line = r->line;
            return TD_OK;
        }
        j->intact = r->all.len - r->rest.len;
    }
    if (r->rest.len > 0) {
        r->line++;
        j->cut = true;
        fault_at(r, 1, D_JOURNAL_CUT, DIAG_WARNING, TD_STR(""), TD_STR(""));
    }
    return TD_OK;
}

/* --- the whole ------------------------------------------------------------------------------- */

static td_journal *make_journal(const td_allocator *mem, td_str bytes, td_str *ret_copy)
{
    struct arena arena;
    arena_init(&arena, mem);
    td_journal *journal = arena_new(&arena, td_journal, 1);
    *ret_copy = arena_copy(&arena, bytes);
    journal->arena = arena;
    journal->attempt_count = 1;
    return journal;
}

void journal_destroy(td_journal *journal)
{
    if (!journal)
        return;
    struct arena arena = journal->arena; /* the journal itself lies in it */
    arena_finish(&arena);
}

td_status journal_read(const td_allocator *mem, td_str file, td_str bytes, struct diags *diags, td_journal **ret)
{
    struct reading r = {.diags = diags, .file = file};
    if (bytes.len > LIMIT_JOURNAL_BYTES) {
        fault(&r, D_TOO_LARGE, TD_STR(""), TD_STR(""));
        return TD_E_LIMIT;
    }
    r.journal = make_journal(mem, bytes, &r.all);
    r.rest = r.all;
    td_status status = read_header(&r);
    if (status == TD_OK)
        status = read_body(&r);
    if (status == TD_OK)
        *ret = r.journal;
    else
        journal_destroy(r.journal);
    return status;
}
