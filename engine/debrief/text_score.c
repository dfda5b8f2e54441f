/* text_score.c - the rubric as text: every number with what it was made of. */
#include "page.h"

/* Found in permille by the rubric; people see 0 to 100. */
static bool is_share(const char *part)
{
    static const char *const shares[] = {"quality", "fit", "fall", "rises", "prompts", "estimates", "person", "board"};
    for (size_t i = 0; i < sizeof shares / sizeof *shares; i++)
        if (str_is(str_of(part), shares[i]))
            return true;
    return false;
}

static void say_part(const struct page *p, const char *dimension, const struct score_part *part)
{
    struct writer id;
    writer_init(&id, p->w->arena);
    w_text(&id, "dimension.");
    w_text(&id, dimension);
    w_char(&id, '.');
    w_text(&id, part->name);
    w_char(&id, '\0');
    int32_t unit = is_share(part->name) ? 10 : 1;
    int32_t points = (part->points + (part->points < 0 ? -500 : 500)) / 1000;
    const struct word_arg args[] = {
        points < 0 ? ARG_TEXT("points", page_change(p, 10 * points)) : ARG_INT("points", points), /* a true minus */
        ARG_INT("most", part->most / 1000),
        ARG_INT("found", part->found / unit),
        ARG_INT("wanted", part->wanted / unit),
    };
    w_text(p->w, "  ");
    page_say(p, writer_str(&id).ptr, args, 4);
}

static void say_dimension(const struct page *p, const char *name, const struct score_dimension *dim)
{
    const struct word_arg args[] = {
        ARG_TEXT("dimension", page_word(p, "dimension.", str_of(name), ".name")),
        ARG_INT("points", dim->value),
        ARG_INT("weight", dim->weight),
    };
    page_say(p, dim->weight > 0 ? "score.dimension" : "score.dimension.unweighted", args, 3);
    for (int i = 0; i < dim->part_count; i++)
        if (dim->parts[i].most != 0 || dim->parts[i].points != 0)
            say_part(p, name, &dim->parts[i]);
}

static int32_t lowest_limit(const td_score *score)
{
    int32_t lowest = score_cap_limit(CAP_NONE);
    for (int cap = CAP_NONE + 1; cap < CAP_COUNT; cap++)
        if (score->caps >> cap & 1 && score_cap_limit((enum score_cap)cap) < lowest)
            lowest = score_cap_limit((enum score_cap)cap);
    return lowest;
}

/* The limits that took something away; one that the score never came near explains nothing. */
static void say_caps(const struct page *p, const td_score *score)
{
    if (score->cap == CAP_NONE)
        return;
    int32_t lowest = lowest_limit(score);
    for (int cap = CAP_NONE + 1; cap < CAP_COUNT; cap++) {
        if (!(score->caps >> cap & 1) || score_cap_limit((enum score_cap)cap) > lowest)
            continue;
        const struct word_arg args[] = {ARG_INT("limit", score_cap_limit((enum score_cap)cap))};
        page_say(p, page_id(p, "cap.", str_of(score_cap_name((enum score_cap)cap)), "").ptr, args, 1);
    }
}

void score_write_text(struct writer *w, const td_score *score, const struct trace *trace, const struct words *words)
{
    struct page p = {w, NULL, words, (int)trace->scenario->pronoun};
    const struct word_arg args[] = {
        ARG_INT("points", score->total),
        ARG_TEXT("band", page_word(&p, "score.band.", str_of(score_band_name(score->band)), "")),
        ARG_INT("uncapped", score->uncapped),
    };
    page_say(&p, score->cap != CAP_NONE ? "score.total.capped" : "score.total", args, 3);
    say_caps(&p, score);
    for (int d = 0; d < DIM_COUNT; d++)
        say_dimension(&p, dimension_name((enum dimension)d), &score->dim[d]);
    if (score->reading.value != NONE)
        say_dimension(&p, "reading", &score->reading);
    const struct word_arg mattered[] = {ARG_INT("n", score->mattered)};
    page_say(&p, "score.mattered", mattered, 1);
}
