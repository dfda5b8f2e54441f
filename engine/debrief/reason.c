/* reason.c - which sentence explains a step: what stood out most about it, from a lie to a wording. */
#include "debrief.h"

static void add2(struct sentence *s, const char *a, const char *b)
{
    size_t used = strlen(a), more = strlen(b);
    if (s->id_count == SENTENCE_IDS || used + more >= ID_BYTES)
        return;
    char *id = s->ids[s->id_count++];
    memcpy(id, a, used);
    memcpy(id + used, b, more + 1);
}

static void add(struct sentence *s, const char *id)
{
    add2(s, id, "");
}

/* "template.<act><tail>" */
static void add_act(struct sentence *s, const char *head, enum act act, const char *tail)
{
    char id[ID_BYTES];
    td_str name = act_name(act);
    size_t length = strlen(head);
    if (length + name.len + strlen(tail) >= ID_BYTES)
        return;
    memcpy(id, head, length);
    memcpy(id + length, name.ptr, name.len);
    memcpy(id + length + name.len, tail, strlen(tail) + 1);
    add(s, id);
}

static const char *quality_of(const struct step *step)
{
    return step->move.q < 350 ? ".low" : step->move.q < 700 ? ".part" : ".good";
}

static bool names_decoy(const td_debrief *d, const struct step *step)
{
    if (step->choice < 0)
        return false;
    int32_t fact = d->trace->scenario->choices[step->choice].names;
    return fact != NONE && fact < d->trace->scenario->fact_count && d->trace->scenario->facts[fact].kind == FACT_decoy;
}

/* A false promise is found out at the start of a later exchange: that one carries the damage. */
static bool lie_found(const td_debrief *d, int32_t at, struct sentence *s)
{
    int32_t exchanges = 0;
    for (int32_t i = at + 1; i < d->trace->count; i++) {
        const struct step *step = &d->trace->steps[i];
        if (!step->exchange)
            continue;
        exchanges++;
        if (exchanges == 4 && step->delta.promise > 0) {
            s->n = exchanges;
            s->trust_before = step->before.trust / 10;
            s->trust_after = step->after.trust / 10;
            return true;
        }
    }
    return false;
}

static int32_t exchanges_before(const td_debrief *d, int32_t at)
{
    int32_t count = 0;
    for (int32_t i = 0; i < at; i++)
        count += d->trace->steps[i].exchange;
    return count;
}

static void reason_for_error(const td_debrief *d, int32_t at, const struct step *step, struct sentence *s)
{
    if (step->move.act == ACT_PROMISE)
        add(s, lie_found(d, at, s) ? "template.lie.found" : "template.lie");
    if (step->move.trigger > 0)
        add(s, names_decoy(d, step) ? "template.decoy" : "template.trigger");
    if (step->premature && act_is_influence(step->move.act)) {
        add_act(s, "template.influence.early.", step->move.act, "");
        add(s, "template.influence.early");
    }
    if (step->move.act == ACT_HOOK && step->move.hook_unknown)
        add(s, "template.hook.early");
}

static void reason_for_repair(const struct step *step, struct sentence *s)
{
    if (step->before.rupture == 0)
        add(s, "template.repair.nothing");
    else
        add(s, step->before.rupture < 200 ? "template.repair.late" : "template.repair.good");
}

static void reason_for_silence(const struct step *step, struct sentence *s)
{
    bool helped = step->verdict == VERDICT_STRONG || step->verdict == VERDICT_WORKABLE;
    add(s, step->move.dt > 40 ? "template.silence.long" : helped ? "template.silence.good" : "template.silence.short");
}

static void reason_by_act(const td_debrief *d, int32_t at, const struct step *step, struct sentence *s)
{
    if (step->move.act == ACT_SUICQ) {
        s->n = exchanges_before(d, at) + 1;
        add(s, s->n > 12 ? "template.suicide.late" : "template.suicide.asked");
    }
    if (step->move.act == ACT_REPAIR)
        reason_for_repair(step, s);
    if (step->move.act == ACT_PAUSE)
        reason_for_silence(step, s);
    if (step->question_run >= 3) {
        s->n = step->question_run;
        add(s, "template.question.run");
    }
    if (step->familiar >= 650 && step->verdict != VERDICT_STRONG)
        add(s, "template.repeated");
    if (step->longer_view && step->alt_chosen == step->alt_best)
        add(s, "template.longer-view");
}

/* The general ones: by act, step and quality, then by act alone, then by the verdict. */
static void reason_in_general(const struct step *step, struct sentence *s)
{
    char tail[16] = ".0";
    tail[1] = (char)('0' + step->before.stage);
    memcpy(tail + 2, quality_of(step), strlen(quality_of(step)) + 1);
    add_act(s, "template.", step->move.act, tail);
    add_act(s, "template.", step->move.act, quality_of(step));
    add_act(s, "template.", step->move.act, "");
    add2(s, "template.verdict.", verdict_name(step->verdict));
}

void debrief_reason(const td_debrief *debrief, int32_t at, struct sentence *ret)
{
    const struct step *step = &debrief->trace->steps[at];
    struct sentence s = {0};
    if (step->command.verb == VERB_help) {
        add(&s, step->command.threat ? "template.help.threat" : "template.help.called");
    } else {
        reason_for_error(debrief, at, step, &s);
        if (s.id_count == 0)
            reason_by_act(debrief, at, step, &s);
        reason_in_general(step, &s);
    }
    *ret = s;
}
