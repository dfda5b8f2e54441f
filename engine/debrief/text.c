/* text.c - the debrief as plain text, read from top to bottom: how it ended, strengths, what turned it, what to do
 * next; behind these the whole line of the encounter and the score with its reasons; on request every decision. */
#include "items.h"
#include "lesson.h"

static const struct step *step_at(const struct page *p, int32_t i)
{
    return &p->debrief->trace->steps[i];
}

void debrief_write_why(struct writer *w, const td_debrief *debrief, const struct words *words, int32_t step,
                       td_str called)
{
    struct page p = {w, debrief, words, (int)debrief->trace->scenario->pronoun};
    item_reason(&p, step, called);
}

void debrief_write_instead(struct writer *w, const td_debrief *debrief, const struct words *words, int32_t step)
{
    struct page p = {w, debrief, words, (int)debrief->trace->scenario->pronoun};
    item_instead(&p, step_at(&p, step));
}

void debrief_write_step(struct writer *w, const td_debrief *debrief, const struct words *words, int32_t at)
{
    struct page p = {w, debrief, words, (int)debrief->trace->scenario->pronoun};
    const struct step *step = step_at(&p, at);
    item_head(&p, step);
    if (!step->exchange)
        return;
    if (step->alt_count > 0)
        item_verdict(&p, step);
    item_reason(&p, at, texts_get(debrief->texts, debrief->source, TD_STR("subject.name")));
    item_definition(&p, step);
    item_need(&p, step);
    item_stage(&p, step);
    item_cues(&p, step);
    item_parts(&p, step);
    item_alternatives(&p, step);
}

/* --- the page, section by section -------------------------------------------------------------------- */

static void say_outcome(const struct page *p)
{
    const struct trace *trace = p->debrief->trace;
    const td_debrief *d = p->debrief;
    const struct word_arg args[] = {
        ARG_TEXT("title", texts_get(d->texts, d->source, TD_STR("title"))),
        ARG_INT("n", trace->exchange_count),
        ARG_INT("minutes", trace->count > 0 ? (trace->steps[trace->count - 1].after_ms + 30000) / 60000 : 0),
    };
    page_say(p, "debrief.title", args, 3);
    td_str name = trace->outcome == outcome_count ? TD_STR("open") : outcome_names[trace->outcome];
    page_say(p, page_id(p, "outcome.", name, ".title").ptr, NULL, 0);
    page_say(p, page_id(p, "outcome.", name, ".text").ptr, NULL, 0);
    const char *lesson = debrief_lesson_of_end(trace);
    const struct word_arg about[] = {ARG_TEXT("subject", texts_get(d->texts, d->source, TD_STR("subject.name"))),
                                     ARG_TEXT("help", page_help_missing(p))};
    if (lesson != NULL)
        page_say(p, lesson, about, 2);
}

static void say_voice(const struct page *p)
{
    const td_debrief *d = p->debrief;
    if (d->voice_count == 0)
        return;
    const struct word_arg name[] = {ARG_TEXT("name", texts_part(d->texts, d->source, TD_STR("subject"), "name"))};
    w_char(p->w, '\n');
    page_say(p, d->trace->outcome == OUTCOME_harm_despite_calm ? "debrief.voice.none" : "debrief.voice", name, 1);
    for (int i = 0; i < d->voice_count; i++) {
        td_str id;
        if (d->voice[i].step == NONE) {
            id = page_id(p, "voice.end.", outcome_names[d->trace->outcome], "");
        } else {
            const struct step *step = step_at(p, d->voice[i].step);
            id = page_id(p, "voice.end.", act_name(step->move.act), "");
        }
        if (!words_has(p->words, id))
            continue;
        const struct word_arg args[] = {
            ARG_TEXT("line", d->voice[i].step == NONE ? TD_STR("") : page_said(p, step_at(p, d->voice[i].step))),
        };
        page_say(p, id.ptr, args, 1);
    }
}

static void say_strengths(const struct page *p)
{
    const td_debrief *d = p->debrief;
    if (d->strength_count == 0 && d->trace->outcome == outcome_count)
        return; /* stopped early: nothing to make up */
    page_heading(p, "debrief.strengths");
    for (int i = 0; i < d->strength_count; i++) {
        const struct step *step = step_at(p, d->strengths[i].step);
        const struct word_arg args[] = {
            ARG_TEXT("time", page_time(p, step->story_ms)),
            ARG_TEXT("line", page_said(p, step)),
        };
        page_say(p, d->strengths[i].id, args, 2);
    }
    if (d->strength_count == 0)
        page_say(p, "debrief.strengths.none", NULL, 0);
}

static const char *turning_heading(const td_debrief *d, int index)
{
    switch (debrief_turning_words(d, index)) {
    case TURNING_HELPED: return "debrief.turning.gain";
    case TURNING_FURTHER: return "debrief.turning.further";
    case TURNING_SMALL: return "debrief.turning.small";
    case TURNING_COST_MOST: return "debrief.turning.loss";
    case TURNING_COST_TOO: break;
    }
    return "debrief.turning.loss.too";
}

/* What was said, what it did and why, and what would have gone further: the other items are for looking up. */
static void say_card(const struct page *p, const struct turning *turning)
{
    const struct step *step = step_at(p, turning->step);
    td_str answer = page_line(p, step->reaction);
    const struct word_arg said[] = {ARG_TEXT("line", answer)};
    item_head(p, step);
    if (answer.len > 0)
        page_say(p, "debrief.answered", said, 1);
    item_verdict(p, step);
    item_reason(p, turning->step, texts_get(p->debrief->texts, p->debrief->source, TD_STR("subject.name")));
    item_parts(p, step);
    if (turning->kind == TURNING_LOSS)
        item_best(p, step);
}

static void say_turning(const struct page *p)
{
    const td_debrief *d = p->debrief;
    if (d->turning_count == 0)
        return;
    page_heading(p, "debrief.turning");
    for (int i = 0; i < d->turning_count; i++) {
        if (!debrief_is_opened(d, i))
            continue;
        w_char(p->w, '\n');
        page_say(p, turning_heading(d, i), NULL, 0);
        say_card(p, &d->turning[i]);
    }
}

/* Of the first line there is no "until then": before it nobody had said anything. */
static void say_last_chance(const struct page *p)
{
    const struct trace *trace = p->debrief->trace;
    int32_t at = p->debrief->last_chance, first = 0;
    if (at == NONE)
        return;
    while (!trace->steps[first].exchange)
        first++;
    const struct step *last = step_at(p, at);
    const struct word_arg args[] = {ARG_TEXT("time", page_time(p, last->story_ms)),
                                    ARG_TEXT("line", page_said(p, last))};
    page_say(p, at == first ? "debrief.last-chance.first" : "debrief.last-chance", args, 2);
}

static void say_what_if(const struct page *p)
{
    const struct what_if *w = &p->debrief->what_if;
    if (w->count == 0)
        return;
    const struct step *step = step_at(p, w->step);
    td_str end = w->outcome == outcome_count ? TD_STR("open") : outcome_names[w->outcome];
    const struct word_arg args[] = {
        ARG_TEXT("time", page_time(p, step->story_ms)),
        ARG_TEXT("line", page_choice(p, w->choices[0])),
        ARG_INT("n", w->count),
        ARG_INT("to", page_rounded(w->agitation[w->count - 1])),
        ARG_TEXT("outcome", page_word(p, "outcome.", end, ".title")),
    };
    page_heading(p, "debrief.what-if.heading");
    page_say(p, "debrief.what-if", args, 5);
    say_last_chance(p);
}

static void say_row(const struct page *p, const struct step *step)
{
    const struct word_arg args[] = {
        ARG_TEXT("time", page_time(p, step->story_ms)),
        ARG_TEXT("stage", page_stage(p, step->before.stage)),
        ARG_TEXT("act", page_act(p, step->move.act)),
        ARG_TEXT("line", page_said(p, step)),
        ARG_TEXT("verdict", page_word(p, "verdict.", str_of(verdict_name(step->verdict)), ".name")),
        ARG_TEXT("change", page_between(p, step->before.agitation, step->after.agitation)),
        ARG_INT("to", page_rounded(step->after.agitation)),
    };
    const char *id = step->command.verb == VERB_heard ? "debrief.row.heard"
                     : step->alt_count == 0           ? "debrief.row.unjudged"
                     : step->choice == ACTION_PAUSE   ? "debrief.row.silence"
                                                      : "debrief.row";
    page_say(p, id, args, 7);
    if (page_rounded(step->outside) != 0) {
        const struct word_arg around[] = {ARG_TEXT("change", page_between(p, 0, step->outside))};
        page_say(p, "debrief.row.outside", around, 1);
    }
}

static void say_timeline(const struct page *p)
{
    const struct trace *trace = p->debrief->trace;
    page_heading(p, "debrief.timeline");
    for (int i = 0; i < trace->count; i++)
        if (trace->steps[i].exchange)
            say_row(p, &trace->steps[i]);
}

/* A step by its name, a level of agitation by its number. */
static td_str answered(const struct page *p, const struct prompt *prompt, int32_t value)
{
    return prompt->kind == PROMPT_step && value >= 0 && value < STAGE_COUNT ? page_stage(p, value)
                                                                            : page_number(p, value);
}

static void say_answer(const struct page *p, const struct assessed *a)
{
    const struct prompt *prompt = &p->debrief->trace->scenario->prompts[a->prompt];
    const struct word_arg args[] = {
        ARG_TEXT("time", page_time(p, a->story_ms)),
        ARG_TEXT("prompt", page_word(p, "prompt.", prompt_kind_names[prompt->kind], ".name")),
        ARG_TEXT("answer", answered(p, prompt, a->command.number)),
        ARG_TEXT("truth", answered(p, prompt, prompt->kind == PROMPT_agitation ? (a->truth + 50) / 100 : a->truth)),
        ARG_INT("points", a->points / 10),
    };
    page_say(p, a->truth == NONE ? "debrief.answer" : "debrief.answer.number", args, 5);
    const struct word_arg sure[] = {ARG_INT("n", a->sure)};
    if (a->sure != NONE)
        page_say(p, "debrief.answer.sure", sure, 1);
}

static void say_answers(const struct page *p)
{
    const struct trace *trace = p->debrief->trace;
    if (trace->assessed_count == 0)
        return;
    page_heading(p, "debrief.answers");
    for (int i = 0; i < trace->assessed_count; i++)
        if (trace->assessed[i].prompt != NONE)
            say_answer(p, &trace->assessed[i]);
}

/* How near the learner's view of themselves is to the computed one: seeing oneself is a skill too. */
static void say_calibration(const struct page *p)
{
    const td_debrief *d = p->debrief;
    int32_t sum = 0, apart = 0, count = 0;
    for (int i = 0; i < DIM_COUNT; i++) {
        if (d->self.rate[i] == NONE)
            continue;
        int32_t over = d->self.rate[i] - d->score.dim[i].value;
        sum += over;
        apart += over < 0 ? -over : over;
        count++;
    }
    int32_t bias = sum / count, distance = apart / count;
    const char *id = distance <= 12 ? "debrief.self.close" : bias < 0 ? "debrief.self.hard" : "debrief.self.easy";
    const struct word_arg args[] = {ARG_INT("n", distance <= 12 ? distance : bias < 0 ? -bias : bias)};
    page_say(p, id, args, 1);
}

static void say_self(const struct page *p)
{
    const td_debrief *d = p->debrief;
    bool any = false;
    for (int i = 0; i < DIM_COUNT; i++)
        any = any || d->self.rate[i] != NONE;
    if (!any)
        return;
    page_heading(p, "debrief.self");
    for (int i = 0; i < DIM_COUNT; i++) {
        if (d->self.rate[i] == NONE)
            continue;
        const struct word_arg args[] = {
            ARG_TEXT("dimension", page_word(p, "dimension.", str_of(dimension_name((enum dimension)i)), ".name")),
            ARG_INT("yours", d->self.rate[i]),
            ARG_INT("computed", d->score.dim[i].value),
        };
        page_say(p, "debrief.self.row", args, 3);
    }
    say_calibration(p);
}

static void say_questions(const struct page *p)
{
    const td_debrief *d = p->debrief;
    page_heading(p, "debrief.questions");
    for (int i = 0; i < d->question_count; i++) {
        const struct step *step = step_at(p, d->questions[i].step);
        const struct word_arg args[] = {
            ARG_TEXT("time", page_time(p, step->story_ms)),
            ARG_TEXT("line", page_said(p, step)),
        };
        page_say(p, d->questions[i].id, args, 2);
    }
}

static void say_next(const struct page *p)
{
    const td_debrief *d = p->debrief;
    page_heading(p, "debrief.next");
    page_say(p, d->drill, NULL, 0);
    if (d->replay_step != NONE) {
        const struct step *step = step_at(p, d->replay_step);
        const struct word_arg args[] = {ARG_TEXT("time", page_time(p, step->story_ms)),
                                        ARG_INT("number", step->number)};
        page_say(p, "debrief.replay", args, 2);
    }
}

static void say_close(const struct page *p)
{
    const td_debrief *d = p->debrief;
    w_char(p->w, '\n');
    page_say(p, "debrief.hard-day", NULL, 0);
    page_say(p, "debrief.claims", NULL, 0);
    const struct word_arg audit[] = {
        ARG_INT("seed", (int64_t)d->trace->setup.seed),
        ARG_INT("model", d->trace->model->version),
        ARG_TEXT("scenario", d->trace->scenario->id),
    };
    page_say(p, "debrief.audit", audit, 3);
}

static void say_decisions(const struct page *p)
{
    const struct trace *trace = p->debrief->trace;
    page_heading(p, "report.decisions");
    for (int32_t i = 0; i < trace->count; i++) {
        if (!trace->steps[i].exchange)
            continue;
        w_char(p->w, '\n');
        debrief_write_step(p->w, p->debrief, p->words, i);
    }
}

/* What a learner should have read who stops half-way stands first; the rest is there to look things up in. */
static void say_all(const struct page *p, bool full)
{
    say_outcome(p);
    say_voice(p);
    say_strengths(p);
    say_turning(p);
    say_what_if(p);
    say_self(p);
    say_next(p);
    say_questions(p);
    say_timeline(p);
    say_answers(p);
    w_char(p->w, '\n');
    score_write_text(p->w, &p->debrief->score, p->debrief->trace, p->words);
    if (full)
        say_decisions(p);
    say_close(p);
}

void debrief_write_text(struct writer *w, const td_debrief *debrief, const struct words *words)
{
    const struct page p = {w, debrief, words, (int)debrief->trace->scenario->pronoun};
    say_all(&p, false);
}

void debrief_write_full(struct writer *w, const td_debrief *debrief, const struct words *words)
{
    const struct page p = {w, debrief, words, (int)debrief->trace->scenario->pronoun};
    say_all(&p, true);
}

void debrief_write_calibration(struct writer *w, const td_debrief *debrief, const struct words *words)
{
    struct page p = {w, debrief, words, (int)debrief->trace->scenario->pronoun};
    for (int i = 0; i < DIM_COUNT; i++) {
        if (debrief->self.rate[i] == NONE)
            continue;
        say_calibration(&p);
        return;
    }
}

void debrief_write_part(struct writer *w, const td_debrief *debrief, const struct words *words, enum debrief_part part)
{
    static void (*const parts[DEBRIEF_PART_COUNT])(const struct page *) = {
#define X(name) say_##name,
        TD_DEBRIEF_PARTS(X)
#undef X
    };
    struct page p = {w, debrief, words, (int)debrief->trace->scenario->pronoun};
    parts[part](&p);
}
