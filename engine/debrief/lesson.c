/* lesson.c - the one thing about a step that a learner may not have known: what lies behind the
 * author's sentence.  Rules in the order of what matters most; the first that fits speaks, and never against the
 * verdict: a line that cost something is not praised, and a strong one is not blamed. */
#include "lesson.h"

#include "here.h"

static const struct step *at(const td_debrief *d, int32_t i)
{
    return &d->trace->steps[i];
}

static int32_t next_exchange(const td_debrief *d, int32_t i)
{
    for (i++; i < d->trace->count; i++)
        if (at(d, i)->exchange)
            return i;
    return NONE;
}

static bool say(const char *id, struct sentence *ret)
{
    size_t length = strlen(id);
    memcpy(ret->ids[0], id, length + 1);
    ret->id_count = 1;
    return true;
}

/* --- what went wrong ----------------------------------------------------------------------------------- */

static bool names_decoy(const td_debrief *d, const struct step *step)
{
    const td_scenario *s = d->trace->scenario;
    int32_t fact = step->choice < 0 ? NONE : s->choices[step->choice].names;
    return fact != NONE && fact < s->fact_count && s->facts[fact].kind == FACT_decoy;
}

static bool sore_point(const td_debrief *d, int32_t i, struct sentence *ret)
{
    if (at(d, i)->delta.trigger <= 0)
        return false;
    int32_t next = next_exchange(d, i);
    if (next != NONE && at(d, next)->move.act == ACT_LABEL && at(d, next)->move.q >= 600)
        return say("template.trigger.named", ret);
    return say(names_decoy(d, at(d, i)) ? "template.decoy" : "template.trigger", ret);
}

/* A false promise is found out at the start of the fourth exchange after it: that one carries the damage. */
static bool lie(const td_debrief *d, int32_t i, struct sentence *ret)
{
    enum { HOLDS = 4 };
    if (at(d, i)->move.act != ACT_PROMISE)
        return false;
    int32_t later = i;
    for (int n = 0; n < HOLDS && later != NONE; n++)
        later = next_exchange(d, later);
    if (later == NONE || at(d, later)->delta.promise <= 0)
        return say("template.lie", ret);
    ret->n = HOLDS;
    ret->before = at(d, later)->before.trust / 10;
    ret->after = at(d, later)->after.trust / 10;
    return say("template.lie.found", ret);
}

static bool too_early(const td_debrief *d, int32_t i, struct sentence *ret)
{
    if (at(d, i)->move.act == ACT_HOOK && at(d, i)->move.hook_unknown)
        return say("template.hook.early", ret);
    if (!at(d, i)->premature)
        return false;
    td_str act = act_name(at(d, i)->move.act);
    char *id = ret->ids[0];
    static const char head[] = "template.influence.early.";
    memcpy(id, head, sizeof head - 1);
    memcpy(id + sizeof head - 1, act.ptr, act.len);
    id[sizeof head - 1 + act.len] = '\0';
    memcpy(ret->ids[1], "template.influence.early", sizeof "template.influence.early");
    ret->id_count = 2;
    return true;
}

/* Time made it fall; the words alone would have raised it.  The lesson that a falling curve hides. */
static bool masked(const td_debrief *d, int32_t i, struct sentence *ret)
{
    enum { FELT = 10 };
    const struct step *s = at(d, i);
    bool fell = (s->after.agitation + 5) / 10 < (s->before.agitation + 5) / 10; /* as the reader sees it */
    if (!fell || s->delta.words + s->delta.delivery < FELT)
        return false;
    return say("template.time.fell", ret);
}

/* Words that hurt by themselves would not have done in any voice. */
static bool delivery(const td_debrief *d, int32_t i, struct sentence *ret)
{
    enum { FELT = 10 }; /* a point of a hundred: less than that nobody saw */
    const struct step *s = at(d, i);
    if (s->choice >= 0 && s->move.q < d->trace->scenario->choices[s->choice].move.q)
        return say("template.delivery.unheard", ret);
    if (s->delta.space >= FELT)
        return say("template.distance.close", ret);
    if (s->move.tone < 0)
        return say(s->m < 0 ? "template.delivery.harsh.too" : "template.delivery.harsh", ret);
    return s->move.pace < 0 && say("template.delivery.rushed", ret);
}

static bool wearing_thin(const td_debrief *d, int32_t i, struct sentence *ret)
{
    const struct step *s = at(d, i);
    if (s->verdict == VERDICT_STRONG)
        return false;
    if (s->question_run >= 3) {
        ret->n = s->question_run;
        return say("template.question.run", ret);
    }
    if (s->familiar >= 650)
        return say("template.repeated", ret);
    return s->move.complexity >= 3 && s->before.agitation >= 500 && say("template.complex", ret);
}

static int32_t previous_exchange(const td_debrief *d, int32_t i)
{
    for (i--; i >= 0; i--)
        if (at(d, i)->exchange)
            return i;
    return NONE;
}

static bool poor(const struct step *step)
{
    return step->verdict == VERDICT_WEAK || step->verdict == VERDICT_HARMFUL;
}

/* Said once for each rupture, at the first line that it weakened; of a line that cost something here.c says it. */
static bool blocked(const td_debrief *d, int32_t i, struct sentence *ret)
{
    enum { OPEN = 300 };
    const struct step *s = at(d, i);
    int32_t before = previous_exchange(d, i);
    bool first = before != NONE && at(d, before)->before.rupture < OPEN;
    return first && s->before.rupture >= OPEN && s->m > 0 && s->move.act != ACT_REPAIR &&
           say(s->verdict == VERDICT_NO_DIFFERENCE ? "template.rupture.open" : "template.rupture.even", ret);
}

static bool unanswered(const td_debrief *d, int32_t i, struct sentence *ret)
{
    const struct event_note *h = &at(d, i)->happened;
    if (h->demand_pressed != NONE)
        return say("template.demand.ignored", ret);
    return h->deadline_passed != NONE && say("template.deadline.hit", ret);
}

static bool answered(const td_debrief *d, int32_t i, struct sentence *ret)
{
    const struct event_note *h = &at(d, i)->happened;
    if (h->deadline_held != NONE)
        return say("template.deadline.passed", ret);
    if (h->promise_kept != NONE)
        return say("template.promise.kept", ret);
    return h->demand_answered != NONE && say("template.demand.answered", ret);
}

/* --- what it was --------------------------------------------------------------------------------------- */

static int32_t exchanges_before(const td_debrief *d, int32_t i)
{
    int32_t count = 0;
    for (int32_t k = 0; k < i; k++)
        count += at(d, k)->exchange;
    return count;
}

static bool question(const td_debrief *d, int32_t i, struct sentence *ret)
{
    enum { LATE = 12 };
    if (at(d, i)->move.act != ACT_SUICQ)
        return false;
    return say(exchanges_before(d, i) >= LATE ? "template.suicide.late" : "template.suicide.asked", ret);
}

/* How many exchanges ago the error was made that is being repaired. */
static int32_t since_error(const td_debrief *d, int32_t i)
{
    int32_t exchanges = 1;
    for (int32_t k = i - 1; k >= 0; k--) {
        if (!at(d, k)->exchange)
            continue;
        if (at(d, k)->m < 0)
            return exchanges;
        exchanges++;
    }
    return exchanges;
}

static bool repair(const td_debrief *d, int32_t i, struct sentence *ret)
{
    if (at(d, i)->move.act != ACT_REPAIR)
        return false;
    int32_t before = previous_exchange(d, i);
    bool hurt = before != NONE && (at(d, before)->m < 0 || at(d, before)->delta.trigger > 0);
    if (at(d, i)->before.rupture == 0)
        return !hurt && say("template.repair.nothing", ret);
    return say(since_error(d, i) > 2 ? "template.repair.late" : "template.repair.good", ret);
}

static bool silence(const td_debrief *d, int32_t i, struct sentence *ret)
{
    enum { LONG_S = 40 };
    const struct step *s = at(d, i);
    if (s->choice != ACTION_PAUSE || s->command.verb != VERB_pause)
        return false;
    if (s->move.dt > LONG_S)
        return say("template.silence.long", ret);
    bool helped = s->verdict == VERDICT_STRONG || s->verdict == VERDICT_WORKABLE;
    return say(helped ? "template.silence.good" : "template.silence.short", ret);
}

static bool help(const td_debrief *d, int32_t i, struct sentence *ret)
{
    const struct step *s = at(d, i);
    if (s->command.verb != VERB_help)
        return false;
    if (s->command.threat)
        return say("template.help.threat", ret);
    bool late = s->before.agitation >= d->trace->scenario->profile.boil - 100;
    return say(late ? "template.help.late" : "template.help.called", ret);
}

static bool longer_view(const td_debrief *d, int32_t i, struct sentence *ret)
{
    const struct step *s = at(d, i);
    enum { FELT = 15 };
    int32_t most = s->potential_before;
    for (int k = 0; k < s->alt_count && s->longer_view; k++)
        most = s->alt[k].potential > most ? s->alt[k].potential : most;
    if (!s->longer_view || s->alt_count == 0)
        return false;
    int32_t given_up = most - s->alt[s->alt_chosen].potential;
    if (s->alt_chosen == s->alt_best)
        return given_up >= FELT && s->after.agitation >= s->passed && say("template.longer-view", ret);
    return given_up == 0 && s->after.agitation < s->passed && s->verdict != VERDICT_STRONG &&
           say("template.longer-view.not", ret);
}

static bool stage_rose(const td_debrief *d, int32_t i, struct sentence *ret)
{
    ret->stage = at(d, i)->after.stage;
    return at(d, i)->after.stage > at(d, i)->before.stage && say("template.stage.rose", ret);
}

static bool stage_fell(const td_debrief *d, int32_t i, struct sentence *ret)
{
    ret->stage = at(d, i)->after.stage;
    return at(d, i)->after.stage < at(d, i)->before.stage && say("template.stage.fell", ret);
}

static bool room_given(const td_debrief *d, int32_t i, struct sentence *ret)
{
    const struct step *s = at(d, i);
    int32_t room = s->command.dist;
    return room != NONE && room > d->trace->scenario->profile.bubble * 3 / 2 && s->verdict <= VERDICT_WORKABLE &&
           say("template.distance.given", ret);
}

typedef bool rule(const td_debrief *d, int32_t i, struct sentence *ret);

static bool first_of(rule *const rules[], int count, const td_debrief *d, int32_t i, struct sentence *ret)
{
    for (int k = 0; k < count; k++) {
        *ret = (struct sentence){.stage = at(d, i)->before.stage};
        if (rules[k](d, i, ret))
            return true;
    }
    return false;
}

static bool pick(const td_debrief *d, int32_t i, struct sentence *ret)
{
    static rule *const faults[] = {help,       sore_point, lie,      too_early,    masked,
                                   unanswered, stage_fell, delivery, wearing_thin, debrief_here};
    static rule *const gains[] = {help,     sore_point,  lie,          too_early, question,   repair,
                                  silence,  masked,      unanswered,   answered,  stage_rose, stage_fell,
                                  delivery, longer_view, wearing_thin, blocked,   room_given};
    if (!at(d, i)->exchange)
        return false;
    return poor(at(d, i)) ? first_of(faults, (int)(sizeof faults / sizeof *faults), d, i, ret)
                          : first_of(gains, (int)(sizeof gains / sizeof *gains), d, i, ret);
}

/* What was explained once is only named the next time: "<id>.again", where the language has it. */
static void say_again(struct sentence *s)
{
    static const char tail[] = ".again";
    size_t length = strlen(s->ids[0]);
    if (s->id_count == SENTENCE_IDS || length + sizeof tail > ID_BYTES)
        return;
    memmove(s->ids[1], s->ids[0], (size_t)s->id_count * ID_BYTES);
    memcpy(s->ids[0] + length, tail, sizeof tail);
    s->id_count++;
}

bool debrief_lesson(const td_debrief *debrief, int32_t i, struct sentence *ret)
{
    struct sentence earlier = {0}, s = {0};
    bool said = false;
    if (!pick(debrief, i, &s))
        return false;
    for (int32_t k = 0; k < i && !said; k++)
        said = pick(debrief, k, &earlier) && str_eq(str_of(earlier.ids[0]), str_of(s.ids[0]));
    if (said)
        say_again(&s);
    *ret = s;
    return true;
}

/* --- the play as a whole ---------------------------------------------------------------------------------- */

bool debrief_help_missing(const struct trace *trace, int index)
{
    const struct help *wanted = &trace->scenario->help[index];
    return wanted->needed && trace->help_first[wanted->kind] == NONE;
}

/* NULL where nothing that was needed is missing. */
static const char *lesson_of_help(const struct trace *trace)
{
    int missing = 0, needed = 0;
    for (int i = 0; i < trace->scenario->help_count; i++) {
        needed += trace->scenario->help[i].needed;
        missing += debrief_help_missing(trace, i);
    }
    return missing == 0 ? NULL : missing < needed ? "template.help.part" : "template.help.never";
}

static bool full_handover(int32_t items)
{
    return (items & (HAND_NAME | HAND_HOOKS | HAND_RISK)) == (HAND_NAME | HAND_HOOKS | HAND_RISK);
}

const char *debrief_lesson_of_end(const struct trace *trace)
{
    if (trace->outcome == OUTCOME_harm_despite_calm)
        return "template.calm.not.safe";
    if (trace->handed_over != NONE)
        return full_handover(trace->handed_over) ? "template.handover.good" : "template.handover.thin";
    if (trace->outcome == OUTCOME_withdrawn)
        return trace->end.agitation >= 600 ? "template.withdrawn.right" : "template.withdrawn.early";
    return trace->outcome != outcome_count ? lesson_of_help(trace) : NULL;
}
