/* tally.c - one walk over the trace for each kind of count. */
#include "tally.h"

#include "assess.h"

enum { STAGE_INFLUENCE = 3 };

static bool is_line(const struct step *step)
{
    return step->exchange && step->command.verb != VERB_help;
}

static void count_listening(const struct trace *trace, const struct step *step, uint64_t *seen, struct tally *t)
{
    enum act act = step->move.act;
    if (act != ACT_REPAIR && act != ACT_SAFEQ && act != ACT_SUICQ)
        t->counted++;
    t->questions += act_is_question(act);
    t->reflections += act_is_reflection(act);
    t->complex_reflections += act_is_complex_reflection(act);
    if (!act_is_listening(act))
        return;
    int32_t best = model_best(trace->model, step->before.stage);
    int32_t m = step->m > 0 ? step->m : 0;
    t->listening++;
    t->listening_worth += step->move.q * m / (best > 0 ? best : 1);
    t->distinct_listening += !(*seen >> act & 1);
    *seen |= UINT64_C(1) << act;
}

static void count_errors(const struct step *step, int32_t bubble, struct tally *t)
{
    if (act_is_major_error(step->move.act))
        t->major++;
    else if (act_is_minor_error(step->move.act) && step->repaired)
        t->minor_repaired++;
    else if (act_is_minor_error(step->move.act))
        t->minor_open++;
    int32_t need = bubble * (1000 + step->passed / 2) / 1000;
    bool close = step->move.dist != NONE && step->delta.space > 0 && step->move.dist < need;
    t->harsh += step->move.tone < 0 || step->move.pace < 0 || close;
}

void tally_fill(const struct trace *trace, struct tally *ret)
{
    struct tally t = {0};
    uint64_t seen = 0;
    enum act last[2] = {ACT_COUNT, ACT_COUNT};
    for (int i = 0; i < trace->count; i++) {
        const struct step *step = &trace->steps[i];
        if (!is_line(step)) {
            t.major += step->exchange && step->command.threat; /* help worded as a threat is one */
            continue;
        }
        if (t.exchanges++ == 0)
            t.first_agitation = step->passed;
        if (step->after.agitation > step->passed)
            t.rises += step->after.agitation - step->passed;
        t.fit += step->fit;
        t.premature += step->premature;
        t.ripe += step->before.stage >= STAGE_INFLUENCE;
        t.offers += step->before.stage >= STAGE_INFLUENCE && act_is_influence(step->move.act) && step->m > 0;
        t.triples += step->move.act == last[0] && last[0] == last[1];
        last[1] = last[0];
        last[0] = step->move.act;
        t.safety_asked = t.safety_asked || step->move.act == ACT_SAFEQ;
        t.mattered += step->verdict != VERDICT_NO_DIFFERENCE;
        count_listening(trace, step, &seen, &t);
        count_errors(step, trace->scenario->profile.bubble, &t);
    }
    *ret = t;
}

static void item(struct checklist *list, const char *name, int32_t weight, bool done)
{
    list->items[list->count++] = (struct check_item){.name = name, .weight = weight, .done = done, .of = 1};
}

/* Each kind of help the scenario says is needed counts by itself: who called one of two did half of it. */
static void add_help(const struct trace *trace, struct checklist *list)
{
    struct check_item help = {.name = "help", .weight = 1};
    for (int i = 0; i < trace->scenario->help_count; i++) {
        if (!trace->scenario->help[i].needed)
            continue;
        help.of++;
        help.done += trace->help_first[trace->scenario->help[i].kind] != NONE;
    }
    if (help.of > 0)
        list->items[list->count++] = help;
}

static void add_prompt(int32_t points, struct checklist *list)
{
    list->prompts++;
    list->prompt_points += points;
}

void checklist_fill(const struct trace *trace, const struct tally *tally, struct checklist *ret)
{
    struct checklist list = {0};
    const td_scenario *s = trace->scenario;
    item(&list, "safety-question", 1, tally->safety_asked);
    if (s->profile.suicidal)
        item(&list, "suicide-question", 2, trace->asked_at != NONE);
    if (s->start_distance != NONE && trace->closest != NONE)
        item(&list, "distance", 1, trace->closest >= s->profile.bubble);
    add_help(trace, &list);
    if (trace->picked_key > 0)
        add_prompt(trace->picked_right * 1000 / trace->picked_key, &list);
    if (trace->plan_right != NONE)
        add_prompt(trace->plan_right * 1000, &list);
    for (int i = 0; i < trace->assessed_count; i++)
        if (trace->assessed[i].prompt != NONE && !assess_is_reading(s->prompts[trace->assessed[i].prompt].kind))
            add_prompt(trace->assessed[i].points, &list);
    if (list.prompt_points > list.prompts * 1000)
        list.prompt_points = list.prompts * 1000;
    *ret = list;
}

static int reading_part(enum prompt_kind kind)
{
    if (kind == PROMPT_agitation || kind == PROMPT_step)
        return READING_ESTIMATES;
    return kind == PROMPT_known ? READING_BOARD : READING_PERSON;
}

void reading_fill(const struct trace *trace, struct reading *ret)
{
    *ret = (struct reading){0};
    for (int i = 0; i < trace->assessed_count; i++) {
        const struct assessed *a = &trace->assessed[i];
        if (a->prompt == NONE || !assess_is_reading(trace->scenario->prompts[a->prompt].kind))
            continue;
        int part = reading_part(trace->scenario->prompts[a->prompt].kind);
        ret->asked[part]++;
        ret->points[part] += a->points;
    }
}

const char *reading_name(int part)
{
    static const char *const names[] = {"estimates", "person", "board"};
    return names[part];
}
