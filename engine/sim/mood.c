/* mood.c - how the person is at this moment, as conditions ask for it.
 * Worked out once when something changes, because it is asked a dozen times an exchange.  All of it
 * follows from person, story time and promises, so none of it is part of a check hash. */
#include "step.h"

/* fix_topm() in 32 bits, for what never leaves 0..ONE; seven of them an exchange. */
static int32_t permille(int32_t q16)
{
    return (int32_t)(((uint32_t)q16 * 1000u + ONE / 2) / ONE);
}

static void read_values(struct state *state, int32_t agitation)
{
    const struct person *p = &state->person;
    int32_t *now = state->now;
    now[CV_AGITATION] = agitation;
    now[CV_UNDERSTANDING] = permille(p->E);
    now[CV_RAPPORT] = permille(p->R);
    now[CV_TRUST] = permille(p->T);
    now[CV_AUTONOMY] = permille(p->U);
    now[CV_HOPE] = permille(p->H);
    now[CV_COMMITMENT] = permille(p->C);
    now[CV_RUPTURE] = p->err;
    now[CV_EXCHANGE] = state->exchanges;
    now[CV_MINUTE] = (int32_t)state->story_ms / 60000;
}

/* As of the last event, with the time that has passed since. */
static void read_present(td_session *session, int32_t agitation)
{
    struct state *state = session->state;
    int32_t seconds = soothing_seconds(state);
    state->band_now = state->band;
    if (seconds > 0) {
        agitation = person_agitation_after(&state->profile, &state->person, seconds);
        state->band_now = (uint8_t)person_band_shown(agitation, state->band);
    }
    read_values(state, agitation);
    state->mood_row = (uint8_t)mood_row(state->person.stage, state->band_now);
    state->talk_row = (uint8_t)talk_row(state->person.asked_suicide, session_promised(session));
}

void mood_changed(td_session *session)
{
    struct state *state = session->state;
    int32_t agitation = person_agitation(&state->person);
    state->band = (uint8_t)person_band_shown(agitation, state->band);
    read_present(session, agitation);
}

void mood_later(td_session *session)
{
    read_present(session, person_agitation(&session->state->person));
}

int32_t session_agitation(const td_session *session)
{
    return session->state->now[CV_AGITATION];
}

int session_band(const td_session *session)
{
    return session->state->band_now;
}
