/* lexicon.c - reads the words to look for in one language: assets/lint/words.<lang>.json.
 * They are data, so that people who know the field can mend them without a compiler. */
#include "lint.h"

enum { LEXICON_BYTES = 1 << 20, LEXICON_VALUES = 20000, LEXICON_WORDS = 1000 };

static const char *const kind_keys[LINT_WORD_KINDS] = {"stigma", "method", "jargon", "capitals"};

static bool fault(const struct json_at *at, struct diags *diags, const char *code, td_str subject)
{
    json_fault(at, false, diags, DIAG_ERROR, code, subject, TD_STR(""), TD_STR(""));
    return false;
}

static bool read_word(struct arena *arena, const struct json_at *item, struct diags *diags, struct lint_word *ret)
{
    struct json_at find, say;
    if (!json_get(item, "find", &find) || json_string(&find).len == 0)
        return fault(item, diags, D_MISSING_KEY, TD_STR("find"));
    ret->find = arena_copy(arena, json_string(&find));
    ret->say = json_get(item, "say", &say) ? arena_copy(arena, json_string(&say)) : TD_STR("");
    return true;
}

static bool read_kind(struct arena *arena, const struct json_at *root, enum lint_word_kind kind, struct diags *diags,
                      struct lint_lexicon *ret)
{
    struct json_at list, item;
    if (!json_get(root, kind_keys[kind], &list))
        return true;
    int count = json_count(&list);
    if (count > LEXICON_WORDS)
        return fault(&list, diags, D_TOO_MANY, str_of(kind_keys[kind]));
    struct lint_word *words = arena_new(arena, struct lint_word, (size_t)count);
    for (bool more = json_first(&list, &item); more; more = json_next(&item))
        if (!read_word(arena, &item, diags, &words[item.index]))
            return false;
    ret->words[kind] = words;
    ret->count[kind] = count;
    return true;
}

static bool read_root(struct arena *arena, const struct json_at *root, struct diags *diags, struct lint_lexicon *ret)
{
    struct json_at format, lang;
    if (!json_get(root, "format", &format) || !str_is(json_string(&format), "talkdown-lint-words-1"))
        return fault(root, diags, D_WRONG_FORMAT, TD_STR(""));
    if (!json_get(root, "lang", &lang))
        return fault(root, diags, D_MISSING_KEY, TD_STR("lang"));
    ret->lang = arena_copy(arena, json_string(&lang));
    for (int kind = 0; kind < LINT_WORD_KINDS; kind++)
        if (!read_kind(arena, root, (enum lint_word_kind)kind, diags, ret))
            return false;
    return true;
}

td_status lint_lexicon_read(struct arena *arena, td_str file, td_str bytes, struct diags *diags,
                            struct lint_lexicon *ret)
{
    struct json_limits limits = {LEXICON_BYTES, LEXICON_VALUES};
    struct json_doc *doc = json_open(arena->mem, file, bytes, limits, diags);
    if (doc == NULL)
        return TD_E_SYNTAX;
    struct lint_lexicon lexicon = {0};
    struct json_at root = json_root(doc);
    bool good = read_root(arena, &root, diags, &lexicon);
    json_close(doc);
    if (!good)
        return TD_E_INVALID;
    *ret = lexicon;
    return TD_OK;
}
