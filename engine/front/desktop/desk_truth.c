/* desk_truth.c - a question answered in the guided or the practice mode is answered back: what was so, in one line,
 * and where it could be seen or heard.  In an assessment nothing is said before the debrief. */
#include "desk_parts.h"

#include "memory.h"
#include "say.h"

enum { RIGHT = 900, NEARLY = 400, TOLD_MOST = 24 };

static td_str verdict(const struct say *say, int32_t points)
{
    return say_word(say, points >= RIGHT ? "prompt.hit" : points >= NEARLY ? "prompt.near" : "ui.truth.miss");
}

static td_str joined(const struct say *say, const td_str *items, int count)
{
    struct writer w;
    writer_init(&w, say->arena);
    words_join(&w, say->model->words, items, count);
    return writer_str(&w);
}

/* Those of one kind that have been spoken of. */
static td_str told_of(struct desk *d, const struct say *say, enum fact_kind kind)
{
    const td_scenario *s = d->play.tale.scenario;
    td_str items[TOLD_MOST];
    int count = 0;
    for (int i = 0; i < s->fact_count && count < TOLD_MOST; i++)
        if (s->facts[i].kind == kind && memory_has(&d->view.known, i))
            items[count++] = say_text(say, s->facts[i].id);
    return count > 0 ? joined(say, items, count) : say_word(say, "prompt.none");
}

static td_str known_truth(struct desk *d, const struct say *say)
{
    const struct word_arg args[] = {ARG_TEXT("hooks", told_of(d, say, FACT_hook)),
                                    ARG_TEXT("sore", told_of(d, say, FACT_trigger))};
    return say_with(say, "ui.truth.known", args, 2);
}

static td_str keyed_truth(struct desk *d, const struct say *say, const struct prompt *prompt)
{
    td_str items[TOLD_MOST];
    int count = 0;
    for (int i = prompt->options.first; i < prompt->options.first + prompt->options.count && count < TOLD_MOST; i++)
        if (d->play.tale.scenario->prompt_options[i].key)
            items[count++] = say_text(say, d->play.tale.scenario->prompt_options[i].id);
    const struct word_arg args[] = {ARG_TEXT("options", joined(say, items, count))};
    return say_with(say, "ui.truth.options", args, 1);
}

/* Agitation and the step are asked about only where nothing is answered back. */
static td_str truth(struct desk *d, const struct say *say, const struct prompt *prompt)
{
    const td_scenario *s = d->play.tale.scenario;
    switch (prompt->kind) {
    case PROMPT_nature:
        return say_word(say, s->expressive ? "ui.truth.nature.expressive" : "ui.truth.nature.instrumental");
    case PROMPT_emotion: return say_of(say, "ui.truth.emotion.", emotion_names[s->emotion], "");
    case PROMPT_need: return say_of(say, "ui.truth.need.", need_names[s->need], "");
    case PROMPT_known: return known_truth(d, say);
    case PROMPT_risk:
    case PROMPT_custom: return keyed_truth(d, say, prompt);
    case PROMPT_agitation:
    case PROMPT_step:
    case prompt_kind_count: break;
    }
    return TD_STR("");
}

/* Above what he said, which stays: the newest is what is read first. */
static void put_first(struct ui_moment *moment, td_str text)
{
    bool again = moment->count > 0 && moment->parts[0].kind == PART_TRUTH;
    if (!again && moment->count == UI_PARTS)
        return;
    if (!again)
        memmove(moment->parts + 1, moment->parts, (size_t)moment->count++ * sizeof *moment->parts);
    moment->parts[0] = (struct ui_part){PART_TRUTH, text};
}

void desk_tell_truth(struct desk *d)
{
    struct trace trace;
    struct arena arena;
    const struct say say = {&d->model, &d->moment_arena};
    if (d->play.setup.mode == MODE_assessment)
        return;
    arena_init(&arena, &memory_std);
    td_journal *journal = encounter_journal(&d->play);
    encounter_trace(&d->play, journal, &arena, false, &trace);
    const struct assessed *a = trace.assessed_count > 0 ? &trace.assessed[trace.assessed_count - 1] : NULL;
    td_str so = a && a->prompt != NONE ? truth(d, &say, &d->play.tale.scenario->prompts[a->prompt]) : TD_STR("");
    if (so.len > 0)
        put_first(&d->moment, say_join(&say, verdict(&say, a->points), " ", so));
    journal_destroy(journal);
    arena_finish(&arena);
}
