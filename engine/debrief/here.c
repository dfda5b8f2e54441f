/* here.c - why a line that is no mistake in itself carried little at this moment.
 * The author's sentence says what the line is, wherever it is said; the verdict compares what could be said now.  A
 * learner who reads "weak" before a word of praise learns nothing, unless the moment is explained first: what stood
 * open, how often the same had come, the step, or what the better line did that this one did not. */
#include "here.h"

static bool say(const char *id, struct sentence *ret)
{
    size_t length = strlen(id);
    memcpy(ret->ids[0], id, length + 1);
    ret->id_count = 1;
    return true;
}

static bool good_elsewhere(const struct step *step)
{
    bool poor = step->verdict == VERDICT_WEAK || step->verdict == VERDICT_HARMFUL;
    return poor && step->m >= 0 && step->alt_count > 1;
}

static const struct alternative *best(const struct step *s)
{
    return &s->alt[s->alt_best];
}

/* Something said before was not put right, and this was not the one to do it. */
static bool stood_open(const struct step *s, struct sentence *ret)
{
    enum { FELT = 150, MUCH = 300 };
    int32_t least = best(s)->move.act == ACT_REPAIR ? FELT : MUCH;
    return s->move.act != ACT_REPAIR && s->before.rupture >= least && say("template.rupture.open", ret);
}

static bool worn(const struct step *s, struct sentence *ret)
{
    enum { SHOWS = 450 };
    return s->familiar >= SHOWS && s->choice != ACTION_PAUSE && say("template.repeated", ret);
}

static bool unasked(const struct step *s, struct sentence *ret)
{
    return s->first_question && best(s)->move.act == ACT_SUICQ && say("template.here.unasked", ret);
}

static bool waiting(const td_debrief *d, const struct step *s, struct sentence *ret)
{
    int32_t choice = best(s)->choice;
    return choice >= 0 && d->trace->scenario->choices[choice].demand != NONE && say("template.here.demand", ret);
}

static bool repair(const struct step *s, struct sentence *ret)
{
    if (s->move.act != ACT_REPAIR || best(s)->move.act == ACT_REPAIR)
        return false;
    return say(s->before.rupture == 0 ? "template.repair.nothing" : "template.here.repair", ret);
}

static bool silence(const struct step *s, struct sentence *ret)
{
    enum { LONG_S = 40 };
    if (s->choice != ACTION_PAUSE)
        return false;
    return say(s->move.dt > LONG_S ? "template.silence.long" : "template.silence.short", ret);
}

static bool half(const struct step *s, struct sentence *ret)
{
    enum { HALF = 600 };
    return s->move.q < HALF && say("template.here.half", ret);
}

/* Lines of this kind were worth much more on another step than on this one. */
static bool out_of_step(const td_debrief *d, const struct step *s, struct sentence *ret)
{
    enum { MUCH = 200, LITTLE = 400 };
    int32_t stage = s->before.stage, earlier = 0, later = 0;
    for (int32_t i = 0; i < STAGE_COUNT; i++) {
        int32_t more = d->trace->model->m[s->move.act][i] - s->m;
        if (i < stage && more > earlier)
            earlier = more;
        if (i > stage && more > later)
            later = more;
    }
    if (later >= MUCH && s->m <= LITTLE)
        return say("template.here.early", ret);
    return earlier >= MUCH && say("template.here.late", ret);
}

static bool small(const struct step *s, struct sentence *ret)
{
    return (s->move.act == ACT_ENC || s->move.act == ACT_PAUSE) && say("template.here.small", ret);
}

/* What has to be known is never "too early". */
static bool safety(const struct step *s, struct sentence *ret)
{
    return s->move.act == ACT_SAFEQ && say("template.here.safety", ret);
}

/* Nothing was wrong with it: then what the better line did more. */
static bool less_than_best(const struct step *s, struct sentence *ret)
{
    enum { SEEN = 15 };
    const struct alternative *mine = &s->alt[s->alt_chosen];
    if (best(s)->move.act == s->move.act)
        return say("template.here.words", ret);
    if (best(s)->stage > mine->stage)
        return say("template.here.step", ret);
    return say(mine->agitation - best(s)->agitation >= SEEN ? "template.here.calmer" : "template.here.nearer", ret);
}

bool debrief_here(const td_debrief *debrief, int32_t step, struct sentence *ret)
{
    const struct step *s = &debrief->trace->steps[step];
    if (!good_elsewhere(s))
        return false;
    return stood_open(s, ret) || worn(s, ret) || unasked(s, ret) || waiting(debrief, s, ret) || repair(s, ret) ||
           silence(s, ret) || safety(s, ret) || half(s, ret) || out_of_step(debrief, s, ret) || small(s, ret) ||
           less_than_best(s, ret);
}
