/* teach.c - strengths first, questions instead of lectures (MODEL.md 7.3 to 7.5). */
#include "teach.h"

static const struct step *at(const td_debrief *d, int32_t i)
{
    return &d->trace->steps[i];
}

static int32_t find(const td_debrief *d, bool (*fits)(const td_debrief *, int32_t))
{
    for (int32_t i = 0; i < d->trace->count; i++)
        if (fits(d, i))
            return i;
    return NONE;
}

static bool is_exchange(const td_debrief *d, int32_t i)
{
    return at(d, i)->exchange;
}

static bool strong(const td_debrief *d, int32_t i)
{
    return at(d, i)->exchange && at(d, i)->verdict == VERDICT_STRONG;
}

/* --- strengths: each a thing that was really done, at a place that can be shown --------------------- */

static bool repaired(const td_debrief *d, int32_t i)
{
    return at(d, i)->exchange && at(d, i)->move.act == ACT_REPAIR && at(d, i)->before.rupture > 150 &&
           at(d, i)->verdict <= VERDICT_WORKABLE;
}
static bool asked_directly(const td_debrief *d, int32_t i)
{
    return d->trace->scenario->profile.suicidal && at(d, i)->exchange && at(d, i)->move.act == ACT_SUICQ;
}
static bool reflected(const td_debrief *d, int32_t i)
{
    return strong(d, i) && act_is_reflection(at(d, i)->move.act) &&
           at(d, i)->after.understanding - at(d, i)->before.understanding >= 80;
}
static bool silent(const td_debrief *d, int32_t i)
{
    return strong(d, i) && at(d, i)->move.act == ACT_PAUSE;
}
static bool hooked(const td_debrief *d, int32_t i)
{
    return strong(d, i) && at(d, i)->move.hook;
}
static bool honest(const td_debrief *d, int32_t i)
{
    return at(d, i)->exchange && at(d, i)->move.act == ACT_HONEST && at(d, i)->verdict <= VERDICT_WORKABLE;
}
static bool gave_choice(const td_debrief *d, int32_t i)
{
    return strong(d, i) && at(d, i)->move.act == ACT_CHOICE;
}
static bool called_help(const td_debrief *d, int32_t i)
{
    return at(d, i)->command.verb == VERB_help && !at(d, i)->command.threat && at(d, i)->before.stage >= 1;
}
static bool spoke_softly(const td_debrief *d, int32_t i)
{
    return strong(d, i) && at(d, i)->move.tone > 0 && at(d, i)->delta.delivery < 0;
}

static bool patient(const td_debrief *d)
{
    int early = 0;
    for (int32_t i = 0; i < d->trace->count; i++) {
        if (!at(d, i)->exchange || at(d, i)->before.stage > 1)
            continue;
        if (at(d, i)->premature)
            return false;
        early++;
    }
    return early >= 5;
}

static void add_strength(td_debrief *d, const char *id, int32_t step)
{
    if (step == NONE || d->strength_count == STRENGTH_MAX)
        return;
    d->strengths[d->strength_count].id = id;
    d->strengths[d->strength_count++].step = step;
}

static void fill_strengths(td_debrief *d)
{
    add_strength(d, "strength.direct-question", find(d, asked_directly));
    add_strength(d, "strength.repair", find(d, repaired));
    add_strength(d, "strength.reflection", find(d, reflected));
    add_strength(d, "strength.hook", find(d, hooked));
    if (patient(d))
        add_strength(d, "strength.patience", find(d, strong));
    add_strength(d, "strength.silence", find(d, silent));
    add_strength(d, "strength.honest", find(d, honest));
    add_strength(d, "strength.help", find(d, called_help));
    add_strength(d, "strength.choice", find(d, gave_choice));
    add_strength(d, "strength.delivery", find(d, spoke_softly));
}

/* --- questions: from the largest rise, the largest fall, and the step that was skipped ---------------- */

enum { SEEN = 10 }; /* a point of a hundred: less than that no reader finds in the figures */

/* A rise is asked about where the line did not help: what a good question stirs up is no mistake. */
static bool may_ask_of_rise(const td_debrief *d, int32_t i)
{
    return at(d, i)->exchange && at(d, i)->verdict != VERDICT_STRONG && at(d, i)->verdict != VERDICT_WORKABLE &&
           at(d, i)->after.agitation - at(d, i)->before.agitation >= SEEN;
}

/* "Just before" there must have been something to notice, and the line must have had its part in it. */
static bool may_ask_of_fall(const td_debrief *d, int32_t i)
{
    return at(d, i)->exchange && i > find(d, is_exchange) && at(d, i)->verdict != VERDICT_HARMFUL &&
           at(d, i)->before.agitation - at(d, i)->after.agitation >= SEEN;
}

static int32_t largest(const td_debrief *d, int sign, bool (*may_ask)(const td_debrief *, int32_t))
{
    int32_t found = NONE, most = 0;
    for (int32_t i = 0; i < d->trace->count; i++) {
        int32_t change = sign * (at(d, i)->after.agitation - at(d, i)->passed);
        if (may_ask(d, i) && change > most) {
            most = change;
            found = i;
        }
    }
    return found;
}

static bool too_early(const td_debrief *d, int32_t i)
{
    return at(d, i)->exchange && at(d, i)->premature;
}

static void add_question(td_debrief *d, const char *id, int32_t step)
{
    if (step == NONE || d->question_count == QUESTION_MAX)
        return;
    d->questions[d->question_count].id = id;
    d->questions[d->question_count++].step = step;
}

static void fill_questions(td_debrief *d)
{
    add_question(d, "inquiry.rise", largest(d, 1, may_ask_of_rise));
    add_question(d, "inquiry.step", find(d, too_early));
    add_question(d, "inquiry.fall", largest(d, -1, may_ask_of_fall));
    if (d->turning_count > 0 && d->turning[0].kind == TURNING_LOSS)
        add_question(d, "inquiry.again", d->turning[0].step);
    add_question(d, "inquiry.cue", d->trace->exchange_count > 0 ? find(d, strong) : NONE);
}

/* --- the person's own voice: what hurt, what helped, how it ended ------------------------------------- */

static void add_voice(td_debrief *d, const char *id, int32_t step)
{
    if (d->voice_count == VOICE_MAX)
        return;
    d->voice[d->voice_count].id = id;
    d->voice[d->voice_count++].step = step;
}

/* The kinds of line that the person looks back on with reproach; of all others they speak with thanks. */
static bool reproached(enum act act)
{
    return act_is_major_error(act) || act_is_minor_error(act) || act == ACT_INFORM || act == ACT_TPI;
}

/* Reproach only for what hurt, and thanks only for what helped. */
static bool has_voice(const td_debrief *d, const struct turning *turning)
{
    const struct step *step = at(d, turning->step);
    if (step->command.verb == VERB_help && step->command.threat)
        return false;
    bool hurt = step->verdict == VERDICT_WEAK || step->verdict == VERDICT_HARMFUL;
    return turning->kind == TURNING_LOSS ? hurt && reproached(step->move.act) : !reproached(step->move.act);
}

/* The dead are given no words: of harm there is only the place where a voice would be. */
static void fill_voice(td_debrief *d)
{
    if (d->trace->outcome == OUTCOME_harm_despite_calm) {
        add_voice(d, "outcome", NONE);
        return;
    }
    for (int i = 0; i < d->turning_count && d->voice_count == 0; i++)
        if (d->turning[i].kind == TURNING_LOSS && has_voice(d, &d->turning[i]))
            add_voice(d, "act", d->turning[i].step);
    for (int i = 0; i < d->turning_count; i++)
        if (d->turning[i].kind == TURNING_GAIN && has_voice(d, &d->turning[i]))
            add_voice(d, "act", d->turning[i].step);
    if (d->trace->outcome != outcome_count)
        add_voice(d, "outcome", NONE);
}

/* --- what to practise next: the part of the rubric that gave away most --------------------------------- */

static const struct {
    const char *part, *drill;
} drills[] = {
    {"quality", "drill.label"},
    {"reflections", "drill.label"},
    {"depth", "drill.summary"},
    {"variety", "drill.silence"},
    {"share", "drill.stay"},
    {"fit", "drill.stay"},
    {"step", "drill.stay"},
    {"premature", "drill.stay"},
    {"triples", "drill.open-question"},
    {"fall", "drill.tone"},
    {"rises", "drill.tone"},
    {"safety-question", "drill.ask-safety"},
    {"suicide-question", "drill.ask-directly"},
    {"major", "drill.honest"},
    {"minor", "drill.repair"},
    {"delivery", "drill.tone"},
};

static const char *drill_for(const char *part)
{
    for (size_t i = 0; i < sizeof drills / sizeof *drills; i++)
        if (str_eq(str_of(part), str_of(drills[i].part)))
            return drills[i].drill;
    return NULL;
}

static const struct {
    const char *strength, *drill;
} praise[] = {
    {"strength.direct-question", "drill.ask-directly"},
    {"strength.repair", "drill.repair"},
    {"strength.patience", "drill.stay"},
    {"strength.silence", "drill.silence"},
    {"strength.honest", "drill.honest"},
    {"strength.delivery", "drill.tone"},
};

/* A thing that was just praised is not the one to practise. */
static bool praised(const td_debrief *d, const char *drill)
{
    for (int i = 0; i < d->strength_count; i++) {
        enum act act = at(d, d->strengths[i].step)->move.act;
        if (str_is(str_of(d->strengths[i].id), "strength.reflection") &&
            ((act == ACT_LABEL && str_is(str_of(drill), "drill.label")) ||
             (act == ACT_SUMM && str_is(str_of(drill), "drill.summary"))))
            return true;
        for (size_t k = 0; k < sizeof praise / sizeof *praise; k++)
            if (str_is(str_of(d->strengths[i].id), praise[k].strength) && str_is(str_of(drill), praise[k].drill))
                return true;
    }
    return false;
}

/* What held the whole score down comes before any single figure. */
static const char *drill_for_caps(uint32_t caps)
{
    if (caps >> CAP_NO_QUESTION & 1 || caps >> CAP_HARM & 1)
        return "drill.ask-directly";
    if (caps >> CAP_PREMATURE & 1)
        return "drill.stay";
    return caps >> CAP_ESCALATED & 1 ? "drill.tone" : NULL;
}

static void fill_drill(td_debrief *d)
{
    int32_t most = 0;
    const char *first = drill_for_caps(d->score.caps);
    if (first != NULL && !praised(d, first)) {
        d->drill = first;
        return;
    }
    d->drill = praised(d, "drill.label") ? "drill.cues" : "drill.label";
    for (int dim = 0; dim < DIM_COUNT; dim++) {
        const struct score_dimension *dimension = &d->score.dim[dim];
        for (int i = 0; i < dimension->part_count; i++) {
            int32_t missing = (dimension->parts[i].most - dimension->parts[i].points) * dimension->weight;
            const char *drill = drill_for(dimension->parts[i].name);
            if (drill == NULL || missing <= most || praised(d, drill))
                continue;
            most = missing;
            d->drill = drill;
        }
    }
}

void teach_fill(td_debrief *debrief)
{
    fill_strengths(debrief);
    fill_questions(debrief);
    fill_voice(debrief);
    fill_drill(debrief);
}
