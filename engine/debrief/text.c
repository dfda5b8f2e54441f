/* text.c - the debrief as plain text, read from top to bottom: strengths first, then what turned it,
 * then the whole line of the encounter, the score with its reasons, and what to do next. */
#include "lesson.h"
#include "page.h"
#include <stdlib.h>

static const struct step *step_at(const struct page *p, int32_t i)
{
    return &p->debrief->trace->steps[i];
}

static void say_step_head(const struct page *p, const struct step *step)
{
    const struct word_arg args[] = {
        ARG_TEXT("time", page_time(p, step->story_ms)),
        ARG_TEXT("line", page_said(p, step)),
        ARG_TEXT("act", page_act(p, step->move.act)),
    };
    page_say(p, step->choice == ACTION_PAUSE ? "debrief.step.silence" : "debrief.step", args, 3);
}

static void say_definition(const struct page *p, const struct step *step)
{
    td_str id = page_id(p, "act.", act_name(step->move.act), ".is");
    if (words_has(p->words, id))
        page_say(p, id.ptr, NULL, 0);
}

static int8_t need_of(const struct page *p, int32_t choice)
{
    return choice < 0 ? NONE : p->debrief->trace->scenario->choices[choice].need;
}

/* Which need the line spoke to, and whether it was the one that the best line of the moment met. */
static void say_need(const struct page *p, const struct step *step)
{
    int8_t need = need_of(p, step->choice);
    if (need == NONE || step->alt_count == 0)
        return;
    int8_t wanted = need_of(p, step->alt[step->alt_best].choice);
    if (wanted == NONE)
        wanted = need;
    const struct word_arg args[] = {ARG_TEXT("need", page_word(p, "need.", need_names[wanted], ".name"))};
    page_say(p, need == wanted ? "debrief.need.met" : "debrief.need.missed", args, 1);
}

static void say_stage(const struct page *p, const struct step *step)
{
    td_str stage = page_number(p, step->before.stage);
    const struct word_arg args[] = {
        ARG_TEXT("stage", page_stage(p, step->before.stage)),
        ARG_TEXT("needs", page_word(p, "stage.", stage, ".needs")),
    };
    page_say(p, "debrief.stage", args, 2);
}

/* What the body showed, in words. */
static void say_cues(const struct page *p, const struct step *step)
{
    const struct word_arg args[] = {
        ARG_TEXT("before", page_cue(p, &step->before)),
        ARG_TEXT("after", page_cue(p, &step->after)),
        ARG_TEXT("band_before", page_state(p, &step->before)),
        ARG_TEXT("band_after", page_state(p, &step->after)),
    };
    bool same = str_eq(args[0].text, args[1].text);
    page_say(p, same ? "debrief.cues.same" : "debrief.cues", args, 4);
}

enum { SHARES = 7 };
struct shares {
    const char *ids[SHARES];
    int32_t points[SHARES]; /* of a hundred */
};

/* Rounded so that they sum to the change the reader sees: what rounding leaves goes to the largest. */
static struct shares shares_of(const struct step *step)
{
    const struct delta *d = &step->delta;
    const int32_t permille[SHARES] = {d->time, d->words, d->delivery, d->space, d->trigger, d->promise, step->outside};
    struct shares s = {.ids = {"debrief.part.time", "debrief.part.words", "debrief.part.delivery", "debrief.part.space",
                               "debrief.part.trigger", "debrief.part.promise", "debrief.part.outside"}};
    int32_t left = page_rounded(step->after.agitation) - page_rounded(step->before.agitation);
    int largest = 0;
    for (int i = 0; i < SHARES; i++) {
        s.points[i] = page_rounded(permille[i]);
        left -= s.points[i];
        if (abs(permille[i]) > abs(permille[largest]))
            largest = i;
    }
    s.points[largest] += left;
    return s;
}

/* time, words, delivery, space, sore point, promise, outside: each its own figure, or learners would
 * learn the wrong lesson from a change that time alone made. */
static void say_parts(const struct page *p, const struct step *step)
{
    struct shares shares = shares_of(step);
    td_str items[SHARES];
    int count = 0;
    for (int i = 0; i < SHARES; i++) {
        if (shares.points[i] == 0)
            continue;
        struct writer one;
        writer_init(&one, p->w->arena);
        const struct word_arg arg[] = {ARG_TEXT("change", page_change(p, 10 * shares.points[i]))};
        words_write(&one, p->words, shares.ids[i], p->person, arg, 1);
        items[count++] = writer_str(&one);
    }
    struct writer list;
    writer_init(&list, p->w->arena);
    words_join(&list, p->words, items, count);
    const struct word_arg args[] = {
        ARG_TEXT("change", page_between(p, step->before.agitation, step->after.agitation)),
        ARG_INT("from", page_rounded(step->before.agitation)),
        ARG_INT("to", page_rounded(step->after.agitation)),
        ARG_TEXT("parts", writer_str(&list)),
    };
    page_say(p, count > 0 ? "debrief.parts" : "debrief.parts.none", args, 4);
    if (step->after.rupture >= 150)
        page_say(p, "debrief.rupture", NULL, 0);
}

static td_str best_line(const struct page *p, const struct step *step)
{
    return step->alt_count > 0 ? page_choice(p, step->alt[step->alt_best].choice) : TD_STR("");
}

/* subject: what the person is called there; who has not said their name is not named. */
static void say_sentence(const struct page *p, const struct step *step, const struct sentence *s, td_str subject)
{
    const char *ids[SENTENCE_IDS];
    for (int i = 0; i < s->id_count; i++)
        ids[i] = s->ids[i];
    const struct word_arg args[] = {
        ARG_TEXT("act", page_act(p, step->move.act)),
        ARG_TEXT("stage", page_stage(p, s->stage)),
        ARG_TEXT("best", best_line(p, step)),
        ARG_INT("n", s->n),
        ARG_INT("before", s->before),
        ARG_INT("after", s->after),
        ARG_TEXT("band", page_band(p, step->before.band)),
        ARG_INT("from", page_rounded(step->before.agitation)),
        ARG_INT("to", page_rounded(step->after.agitation)),
        ARG_TEXT("subject", subject),
    };
    words_write_first(p->w, p->words, ids, s->id_count, p->person, args, sizeof args / sizeof *args);
    w_char(p->w, '\n');
}

static td_str author_says(const td_debrief *d, const struct step *step)
{
    if (step->choice < 0)
        return TD_STR("");
    return texts_part(d->texts, d->source, d->trace->scenario->choices[step->choice].id, "why");
}

/* The author's sentence about this moment first, then what lies behind it; never the same thing twice. */
static void say_reason(const struct page *p, int32_t at, td_str subject)
{
    const struct step *step = step_at(p, at);
    td_str why = author_says(p->debrief, step);
    struct sentence s;
    if (why.len == 0) {
        debrief_reason(p->debrief, at, &s);
        say_sentence(p, step, &s, subject);
        return;
    }
    const struct word_arg name[] = {ARG_TEXT("subject.name", subject)};
    words_fill(p->w, p->words, why, name, 1);
    w_char(p->w, '\n');
    if (debrief_lesson(p->debrief, at, &s))
        say_sentence(p, step, &s, subject);
}

void debrief_write_why(struct writer *w, const td_debrief *debrief, const struct words *words, int32_t step,
                       td_str called)
{
    struct page p = {w, debrief, words, (int)debrief->trace->scenario->pronoun};
    say_reason(&p, step, called);
}

static void say_verdict(const struct page *p, const struct step *step)
{
    const struct word_arg args[] = {
        ARG_TEXT("verdict", page_word(p, "verdict.", str_of(verdict_name(step->verdict)), ".name"))};
    page_say(p, "debrief.verdict", args, 1);
}

static void say_alternatives(const struct page *p, const struct step *step)
{
    if (step->alt_count < 2)
        return;
    page_say(p, "debrief.instead", NULL, 0);
    for (int i = 0; i < step->alt_count; i++) {
        const struct alternative *alt = &step->alt[i];
        if (i == step->alt_chosen)
            continue;
        const struct word_arg args[] = {
            ARG_TEXT("line", page_choice(p, alt->choice)),
            ARG_TEXT("act", page_act(p, alt->move.act)),
            ARG_TEXT("change", page_between(p, step->before.agitation, alt->agitation)),
            ARG_TEXT("reaction", page_line(p, alt->reaction)),
        };
        const char *id = alt->choice == ACTION_PAUSE ? "debrief.alternative.silence"
                         : i == step->alt_best       ? "debrief.alternative.best"
                                                     : "debrief.alternative";
        page_say(p, id, args, 4);
    }
}

void debrief_write_step(struct writer *w, const td_debrief *debrief, const struct words *words, int32_t at)
{
    struct page p = {w, debrief, words, (int)debrief->trace->scenario->pronoun};
    const struct step *step = step_at(&p, at);
    say_step_head(&p, step);
    if (!step->exchange)
        return;
    if (step->alt_count > 0)
        say_verdict(&p, step);
    say_reason(&p, at, texts_get(debrief->texts, debrief->source, TD_STR("subject.name")));
    say_definition(&p, step);
    say_need(&p, step);
    say_stage(&p, step);
    say_cues(&p, step);
    say_parts(&p, step);
    say_alternatives(&p, step);
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
    const struct word_arg subject[] = {ARG_TEXT("subject", texts_get(d->texts, d->source, TD_STR("subject.name")))};
    if (lesson != NULL)
        page_say(p, lesson, subject, 1);
}

static void say_voice(const struct page *p)
{
    const td_debrief *d = p->debrief;
    if (d->voice_count == 0)
        return;
    const struct word_arg name[] = {ARG_TEXT("name", texts_part(d->texts, d->source, TD_STR("subject"), "name"))};
    w_char(p->w, '\n');
    page_say(p, "debrief.voice", name, 1);
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

/* In a good play the costliest decision may still have been a good one. */
static const char *turning_heading(const td_debrief *d, const struct turning *turning)
{
    if (turning->kind == TURNING_GAIN)
        return "debrief.turning.gain";
    bool good = d->trace->steps[turning->step].verdict == VERDICT_WORKABLE;
    return good ? "debrief.turning.further" : "debrief.turning.loss";
}

static void say_turning(const struct page *p)
{
    const td_debrief *d = p->debrief;
    if (d->turning_count == 0)
        return;
    page_heading(p, "debrief.turning");
    for (int i = 0; i < d->turning_count; i++) {
        w_char(p->w, '\n');
        page_say(p, turning_heading(d, &d->turning[i]), NULL, 0);
        debrief_write_step(p->w, d, p->words, d->turning[i].step);
    }
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
    if (p->debrief->last_chance != NONE) {
        const struct step *last = step_at(p, p->debrief->last_chance);
        const struct word_arg at[] = {ARG_TEXT("time", page_time(p, last->story_ms)),
                                      ARG_TEXT("line", page_said(p, last))};
        page_say(p, "debrief.last-chance", at, 2);
    }
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
    const char *id = step->alt_count == 0           ? "debrief.row.unjudged"
                     : step->choice == ACTION_PAUSE ? "debrief.row.silence"
                                                    : "debrief.row";
    page_say(p, id, args, 7);
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

void debrief_write_text(struct writer *w, const td_debrief *debrief, const struct words *words)
{
    struct page p = {w, debrief, words, (int)debrief->trace->scenario->pronoun};
    say_outcome(&p);
    say_voice(&p);
    say_self(&p);
    say_strengths(&p);
    say_turning(&p);
    say_what_if(&p);
    say_timeline(&p);
    say_answers(&p);
    w_char(w, '\n');
    score_write_text(w, &debrief->score, debrief->trace, words);
    say_questions(&p);
    say_next(&p);
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
