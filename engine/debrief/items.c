/* items.c - what one decision gets: the items of MODEL.md 7.3, each a sentence or a few, for whoever puts them
 * on a page. */
#include "items.h"
#include "alike.h"
#include "lesson.h"
#include <stdlib.h>

static const struct step *step_at(const struct page *p, int32_t i)
{
    return &p->debrief->trace->steps[i];
}

void item_head(const struct page *p, const struct step *step)
{
    const struct word_arg args[] = {
        ARG_TEXT("time", page_time(p, step->story_ms)),
        ARG_TEXT("line", page_said(p, step)),
        ARG_TEXT("act", page_act(p, step->move.act)),
    };
    page_say(p, step->command.verb == VERB_pause ? "debrief.step.silence" : "debrief.step", args, 3);
}

void item_definition(const struct page *p, const struct step *step)
{
    td_str id = page_id(p, "act.", act_name(step->move.act), ".is");
    if (words_has(p->words, id))
        page_say(p, id.ptr, NULL, 0);
}

static int8_t need_of(const struct page *p, int32_t choice)
{
    return choice < 0 ? NONE : p->debrief->trace->scenario->choices[choice].need;
}

/* Which need the line spoke to, and whether it was the one that the best line of the moment met.  The right need is
 * not met by a line that hurt. */
void item_need(const struct page *p, const struct step *step)
{
    int8_t need = need_of(p, step->choice);
    if (need == NONE || step->alt_count == 0)
        return;
    int8_t wanted = need_of(p, step->alt[step->alt_best].choice);
    if (wanted == NONE)
        wanted = need;
    const struct word_arg args[] = {ARG_TEXT("need", page_word(p, "need.", need_names[wanted], ".name"))};
    bool helped = step->verdict != VERDICT_HARMFUL && step->verdict != VERDICT_WEAK;
    page_say(p, need != wanted ? "debrief.need.missed" : helped ? "debrief.need.met" : "debrief.need.reached", args, 1);
}

void item_stage(const struct page *p, const struct step *step)
{
    td_str stage = page_number(p, step->before.stage);
    const struct word_arg args[] = {
        ARG_TEXT("stage", page_stage(p, step->before.stage)),
        ARG_TEXT("needs", page_word(p, "stage.", stage, ".needs")),
    };
    page_say(p, "debrief.stage", args, 2);
}

/* What the body showed, in words. */
void item_cues(const struct page *p, const struct step *step)
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

/* Rounded so that they sum to the change the reader sees: what rounding leaves goes to the largest. */
struct shares item_shares(const struct step *step)
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
void item_parts(const struct page *p, const struct step *step)
{
    struct shares shares = item_shares(step);
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

static td_str best_act(const struct page *p, const struct step *step)
{
    return step->alt_count > 0 ? page_act(p, step->alt[step->alt_best].move.act) : TD_STR("");
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
        ARG_TEXT("best_act", best_act(p, step)),
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

td_str item_author(const struct page *p, const struct step *step, td_str subject)
{
    const td_debrief *d = p->debrief;
    const struct word_arg name[] = {ARG_TEXT("subject.name", subject)};
    if (step->choice < 0)
        return TD_STR("");
    struct writer w;
    writer_init(&w, p->w->arena);
    words_fill(&w, p->words, texts_part(d->texts, d->source, d->trace->scenario->choices[step->choice].id, "why"), name,
               1);
    return writer_str(&w);
}

td_str item_lesson(const struct page *p, int32_t at, td_str subject)
{
    const struct step *step = step_at(p, at);
    td_str why = item_author(p, step, subject);
    struct sentence s;
    struct writer w;
    writer_init(&w, p->w->arena);
    struct page aside = {&w, p->debrief, p->words, p->person};
    if (why.len == 0)
        debrief_reason(p->debrief, at, &s);
    else if (!debrief_lesson(p->debrief, at, &s))
        return TD_STR("");
    say_sentence(&aside, step, &s, subject);
    td_str said = {w.ptr, w.len - 1};
    return alike_same(why, said) ? TD_STR("") : said;
}

/* "The line itself: ..." before what the author says of it anywhere, where the moment was explained first. */
static td_str framed(const struct page *p, td_str why)
{
    struct writer w;
    writer_init(&w, p->w->arena);
    const struct word_arg args[] = {ARG_TEXT("why", why)};
    words_write(&w, p->words, "debrief.why.line", p->person, args, 1);
    return writer_str(&w);
}

/* It did poorly here and is no error by itself: too early, worn, or less than something else. */
static bool right_elsewhere(const struct step *step)
{
    bool poor = step->verdict == VERDICT_WEAK || step->verdict == VERDICT_HARMFUL;
    return poor && !act_is_major_error(step->move.act) && !act_is_minor_error(step->move.act);
}

struct reasons item_reasons(const struct page *p, int32_t at, td_str subject)
{
    const struct step *step = step_at(p, at);
    td_str author = item_author(p, step, subject), lesson = item_lesson(p, at, subject);
    if (author.len == 0 || lesson.len == 0 || !right_elsewhere(step))
        return (struct reasons){{author, lesson}};
    return (struct reasons){{lesson, framed(p, author)}};
}

void item_reason(const struct page *p, int32_t at, td_str subject)
{
    struct reasons reasons = item_reasons(p, at, subject);
    for (int i = 0; i < REASONS; i++) {
        if (reasons.text[i].len == 0)
            continue;
        w_str(p->w, reasons.text[i]);
        w_char(p->w, '\n');
    }
}

void item_instead(const struct page *p, const struct step *step)
{
    bool poor = step->verdict == VERDICT_WEAK || step->verdict == VERDICT_HARMFUL;
    if (!poor || step->alt_count < 2 || step->alt_best == step->alt_chosen)
        return;
    const struct word_arg args[] = {ARG_TEXT("best", best_line(p, step))};
    bool silent = step->alt[step->alt_best].choice == ACTION_PAUSE;
    page_say(p, silent ? "debrief.why.instead.silence" : "debrief.why.instead", args, 1);
}

void item_verdict(const struct page *p, const struct step *step)
{
    const struct word_arg args[] = {
        ARG_TEXT("verdict", page_word(p, "verdict.", str_of(verdict_name(step->verdict)), ".name"))};
    page_say(p, "debrief.verdict", args, 1);
}

static void say_alternative(const struct page *p, const struct step *step, int index, const char *id)
{
    const struct alternative *alt = &step->alt[index];
    const struct word_arg args[] = {
        ARG_TEXT("line", page_choice(p, alt->choice)),
        ARG_TEXT("act", page_act(p, alt->move.act)),
        ARG_TEXT("change", page_between(p, step->before.agitation, alt->agitation)),
        ARG_TEXT("reaction", page_line(p, alt->reaction)),
    };
    page_say(p, alt->choice == ACTION_PAUSE ? "debrief.alternative.silence" : id, args, 4);
}

void item_alternatives(const struct page *p, const struct step *step)
{
    if (step->alt_count < 2)
        return;
    page_say(p, "debrief.instead", NULL, 0);
    for (int i = 0; i < step->alt_count; i++)
        if (i != step->alt_chosen)
            say_alternative(p, step, i, i == step->alt_best ? "debrief.alternative.best" : "debrief.alternative");
}

void item_best(const struct page *p, const struct step *step)
{
    if (step->alt_count < 2 || step->alt_best == step->alt_chosen)
        return;
    page_say(p, "debrief.better-line", NULL, 0);
    say_alternative(p, step, step->alt_best, "debrief.alternative");
}
