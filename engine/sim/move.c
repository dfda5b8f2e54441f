/* move.c - what a line becomes when this person hears it here: the author's line, the learner's
 * delivery, and what this place and this story make of both (DEFINITIONS.md 2, MODEL.md 6.8). */
#include "session.h"

enum { UNHEARD = 700 }; /* permille of the quality that is left of a line only half heard */
enum { TRIGGER_MAX = 400 };

static int32_t heard_quality(const td_scenario *s, int32_t q, int32_t tone, int32_t pace, int32_t dist)
{
    if (s->soft_unheard && tone > 0)
        q = q * UNHEARD / 1000;
    if (s->slow_loses && pace > 0)
        q = q * UNHEARD / 1000;
    if (s->far_unheard != NONE && dist != NONE && dist >= s->far_unheard)
        q = q * UNHEARD / 1000;
    return q;
}

/* The distance this line is said from: as chosen, where the place lets one choose. */
static int32_t distance(const td_session *session, int32_t chosen)
{
    int32_t stands = session->state->dist;
    return chosen == NONE || stands == NONE || session->scenario->distance_fixed ? stands : chosen;
}

static int32_t sore_point(const td_session *session, const struct fact *fact)
{
    int32_t strength = fact->strength + (fact->tag != NONE ? session->state->profile.tag[fact->tag] : 0);
    return strength < TRIGGER_MAX ? strength : TRIGGER_MAX;
}

/* A hook works once it is known; a decoy looks like one and is a sore point. */
static void touch(const td_session *session, int32_t fact_index, struct move *move)
{
    const struct fact *fact = &session->scenario->facts[fact_index];
    bool known = memory_has(&session->state->known, fact_index);
    switch (fact->kind) {
    case FACT_hook:
        move->hook = known;
        move->hook_unknown = !known;
        return;
    case FACT_trigger: move->trigger = sore_point(session, fact); return;
    case FACT_decoy:
        if (move->act == ACT_HOOK || move->act == ACT_TPI)
            move->trigger = sore_point(session, fact);
        return;
    case FACT_fact:
    case FACT_risk:
    case FACT_name:
    case FACT_demand:
    case FACT_promise:
    case fact_kind_count: return;
    }
}

struct move session_move(const td_session *session, int32_t choice, int32_t tone, int32_t pace, int32_t dist)
{
    dist = distance(session, dist);
    if (choice == ACTION_PAUSE) {
        struct move silence = MOVE_DEFAULT;
        silence.act = ACT_PAUSE;
        silence.dt = PAUSE_MS / 1000;
        silence.dist = dist;
        return silence;
    }
    const struct choice *said = &session->scenario->choices[choice];
    struct move move = said->move;
    move.q = heard_quality(session->scenario, move.q, tone, pace, dist);
    move.tone = clamp32(move.tone + tone, -2, 2);
    move.pace = clamp32(move.pace + pace, -2, 1);
    move.dist = dist;
    if (said->names != NONE)
        touch(session, said->names, &move);
    return move;
}

struct move session_help_move(const td_session *session, bool threat)
{
    struct move move = MOVE_DEFAULT;
    move.act = threat ? ACT_THREAT : ACT_INFORM;
    move.dist = session->state->dist;
    return move;
}

struct move session_heard_move(const td_session *session, enum act act, int32_t q, int32_t tone, int32_t pace)
{
    struct move move = MOVE_DEFAULT;
    move.act = act;
    move.dist = session->state->dist;
    move.q = heard_quality(session->scenario, q, tone, pace, move.dist);
    move.tone = tone;
    move.pace = pace;
    return move;
}
