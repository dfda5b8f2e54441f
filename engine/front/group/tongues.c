/* tongues.c - one library and one set of texts for each language; the first one's scenario is the one that
 * is played, the others lend only their words. */
#include "tongues.h"

#include "memory.h"

static const char *const known[] = {"en", "fr"};
enum { KNOWN = sizeof known / sizeof *known };

/* Of all the program's sentences, those that a page may need. */
static bool is_for_pages(td_str id)
{
    static const char *const beginnings[] = {
        "web.",   "refused.", "seat.", "stage.", "figure.",  "board.", "band.",      "sheet.",   "handover.",
        "scene.", "outcome.", "act.",  "help.",  "verdict.", "need.",  "dimension.", "emotion.",
    };
    for (size_t i = 0; i < sizeof beginnings / sizeof *beginnings; i++)
        if (str_starts(id, str_of(beginnings[i])))
            return true;
    return false;
}

static bool ends_in(td_str text, const char *end)
{
    td_str tail = str_of(end);
    return text.len >= tail.len && str_eq((td_str){text.ptr + text.len - tail.len, tail.len}, tail);
}

/* Sentences of the glossary that no page shows; they are long. */
static bool is_glossary(td_str id)
{
    return (str_starts(id, TD_STR("act.")) && !ends_in(id, ".short") && !ends_in(id, ".name")) ||
           (str_starts(id, TD_STR("stage.")) && !ends_in(id, ".short") && !ends_in(id, ".name")) ||
           (str_starts(id, TD_STR("help.")) && !ends_in(id, ".name"));
}

static void write_sentence(struct writer *w, const struct words *words, td_str id, int person)
{
    td_str one = words_variant(words, id, person, 0), other = words_variant(words, id, person, 1);
    w_json(w, id);
    w_char(w, ':');
    if (str_eq(one, other)) {
        w_json(w, other);
        return;
    }
    w_text(w, "{\"one\":");
    w_json(w, one);
    w_text(w, ",\"other\":");
    w_json(w, other);
    w_char(w, '}');
}

static td_str words_for_pages(const struct tongue *tongue, struct arena *arena)
{
    struct writer w;
    writer_init(&w, arena);
    const struct words *all = tongue->library.english;
    bool some = false;
    w_char(&w, '{');
    for (int i = 0; i < words_count(all); i++) {
        td_str id = words_id(all, i);
        if (!is_for_pages(id) || is_glossary(id))
            continue;
        if (some)
            w_char(&w, ',');
        some = true;
        write_sentence(&w, tongue->library.words, id, (int)tongue->tale.scenario->pronoun);
    }
    w_char(&w, '}');
    return writer_str(&w);
}

static bool open_tongue(struct tongues *tongues, const char *lang, const char *model, const char *scenario)
{
    struct tongue *tongue = &tongues->items[tongues->count];
    if (!library_open(lang, model, &tongue->library))
        return false;
    if (!tale_open(&tongue->library, scenario, true, &tongue->tale)) {
        library_close(&tongue->library);
        return false;
    }
    tongue->wire = (struct wire_lang){tongue->tale.texts, tongue->tale.source, tongue->library.words};
    tongue->webwords = words_for_pages(tongue, &tongues->arena);
    tongues->wire[tongues->count++] = tongue->wire;
    return true;
}

static bool has(const struct tongues *tongues, const char *lang)
{
    for (int i = 0; i < tongues->count; i++)
        if (strcmp(tongues->items[i].library.lang, lang) == 0)
            return true;
    return false;
}

bool tongues_open(const char *first, const char *model, const char *scenario, struct tongues *ret)
{
    memset(ret, 0, sizeof *ret);
    arena_init(&ret->arena, &memory_std);
    if (!open_tongue(ret, first, model, scenario)) {
        tongues_close(ret);
        return false;
    }
    for (int i = 0; i < KNOWN; i++)
        if (!has(ret, known[i]))
            (void)open_tongue(ret, known[i], model, scenario);
    return true;
}

void tongues_close(struct tongues *tongues)
{
    for (int i = 0; i < tongues->count; i++) {
        tale_close(&tongues->items[i].tale);
        library_close(&tongues->items[i].library);
    }
    tongues->count = 0;
    arena_finish(&tongues->arena);
}

const struct tongue *tongue_find(const struct tongues *tongues, td_str lang)
{
    for (int i = 0; i < tongues->count; i++)
        if (str_is(lang, tongues->items[i].library.lang))
            return &tongues->items[i];
    return &tongues->items[0];
}
