/* judge_names.c - whose names stand in the words: somebody has to see that no real person is meant.
 * A name is a word with a capital where no sentence begins.  That finds places too, and does not find a name that
 * only ever opens a sentence; it is a list for a reader, not a proof. */
#include "judge.h"
#include "reading.h"
#include "text_keys.h"

enum { NAMES_MOST = 40, NAME_BYTES = 40 };

struct names_tour {
    struct judge *judge;
    td_str names[NAMES_MOST];
    int32_t count, met; /* those listed; all that differ from those, counted as often as they are met */
};

static bool is_listed(const struct names_tour *tour, td_str name)
{
    for (int i = 0; i < tour->count; i++)
        if (str_eq(tour->names[i], name))
            return true;
    return false;
}

/* "I", "Monday": the language's own words with a capital. */
static bool is_no_name(const struct judge *judge, td_str name)
{
    const struct lint_lexicon *lexicon = judge->set->lexicon;
    for (int i = 0; lexicon != NULL && i < lexicon->count[LINT_CAPITAL]; i++)
        if (str_eq(lexicon->words[LINT_CAPITAL][i].find, name))
            return true;
    return lexicon == NULL;
}

static void see_name(void *context, td_str name)
{
    struct names_tour *tour = context;
    if (name.len > NAME_BYTES || is_no_name(tour->judge, name) || is_listed(tour, name))
        return;
    tour->met++;
    if (tour->count < NAMES_MOST)
        tour->names[tour->count++] = arena_copy(tour->judge->arena, name);
}

static void see_text(void *context, const struct text_wanted *wanted)
{
    struct names_tour *tour = context;
    td_str key = wanted->key;
    if (wanted->part == NULL)
        reading_names(judge_words(tour->judge, key), see_name, tour);
}

static td_str joined(const struct names_tour *tour)
{
    struct writer w;
    writer_init(&w, tour->judge->arena);
    for (int i = 0; i < tour->count; i++) {
        w_text(&w, i > 0 ? ", " : "");
        w_str(&w, tour->names[i]);
    }
    return writer_str(&w);
}

void judge_names(struct judge *judge)
{
    struct names_tour tour = {.judge = judge};
    texts_wanted(judge->scenario, see_text, &tour);
    if (tour.count == 0)
        return;
    struct lint_finding *finding = judge_add(judge, LINT_NAMES_TO_REVIEW, TD_STR(""));
    finding->subject = joined(&tour);
    judge_numbers(finding, tour.met, 0, tour.met);
}
