/* step.h - the parts of one step of an encounter, as its files call each other.
 * Inside this module only.  Every function changes the session it is given and nothing else. */
#ifndef TD_SIM_STEP_H
#define TD_SIM_STEP_H

#include "ask.h"

/* --- speech.c: what is said leaves its traces --- */
/* A fact is disclosed, a flag is set: memory only grows. */
void learn(td_session *session, int32_t bit);
void learn_all(td_session *session, struct span bits);
/* The person says a line (NONE: nothing); what it discloses and sets is remembered. */
void say(td_session *session, int32_t line);

/* --- route.c: where the talk goes --- */
/* Enters a node: says its line, raises its demand. */
void enter_node(td_session *session, int32_t node);
/* After an exchange: the reaction's target, the choice's (NONE: silence), a storylet, or stay. */
enum { ROUTE_ASIDE = NONE - 1 }; /* for a choice: help was called, which was not said to the person */
void route(td_session *session, int32_t choice, int32_t reaction);

/* --- events.c: what comes from outside --- */
struct event_note note_nothing(void);
void raise_demand(td_session *session, int32_t demand);
/* Declared steps of P, U, T, H, with the strength of a tag added to P. */
void suffer(td_session *session, const struct effect *effect, int tag);
void event_happens(td_session *session, int32_t event);
void inject_happens(td_session *session, int32_t inject);
/* A card without a declaration: "x-disturbs" "x-shames" "x-crowds" "x-calms" "x-hope"; false: no such. */
bool typed_card_happens(td_session *session, td_str id);
/* Held if somebody was understood just now, otherwise it makes things worse. */
void deadline_passes(td_session *session, int32_t demand);
void help_arrives(td_session *session, enum help_kind kind);
/* After an exchange: at most one event that is due; demands, deadlines and help. */
void world_goes_on(td_session *session);

/* --- mood.c: how the person is now --- */
/* After every change of the person, who then stands as of event_ms. */
void mood_changed(td_session *session);
/* After time has passed. */
void mood_later(td_session *session);

/* --- clock.c: time --- */
/* Quiet is company for so long after the last exchange; then it is being left alone, and soothes nobody. */
enum { COMPANY_MS = 120000 };
/* Whole seconds that the person has not lived through yet. */
static inline int32_t seconds_since_event(const struct state *state)
{
    return (int32_t)(state->story_ms - state->event_ms) / 1000;
}
/* Those of them that were spent in company, and in which agitation fades. */
static inline int32_t soothing_seconds(const struct state *state)
{
    int64_t alone = state->quiet_ms > COMPANY_MS ? state->quiet_ms - COMPANY_MS : 0;
    int64_t soothing = state->story_ms - alone - state->event_ms;
    return soothing > 0 ? (int32_t)soothing / 1000 : 0;
}
/* Brings the person's P, L and F to the present. */
void catch_up(td_session *session);
/* Time without an exchange: what falls due on the way happens at its own moment.  It stops where the
 * budget of minutes is spent, and then the encounter is over. */
void pass_time(td_session *session, int32_t ms);
/* The same for somebody who only waits: it ends as well with the first thing that happens, or when company
 * ends and the person says something into the quiet. */
void wait_in_quiet(td_session *session, int32_t ms);
/* Story time at which something of that minute happens. */
static inline int64_t minute_ms(int32_t minute)
{
    return (int64_t)minute * 60000;
}

/* --- exchange.c --- */
void exchange_choice(td_session *session, int32_t choice, int32_t tone, int32_t pace, int32_t dist);
void exchange_silence(td_session *session, int32_t ms, int32_t dist);
void exchange_help(td_session *session, enum help_kind kind, bool threat);
void exchange_heard(td_session *session, enum act act, int32_t q, int32_t tone, int32_t pace);

/* --- ending.c --- */
bool budget_spent(const td_session *session);
/* What a spent budget makes of the encounter. */
enum outcome budget_outcome(const td_session *session);
enum outcome end_outcome(const td_session *session);
enum outcome handover_outcome(const td_session *session, int32_t items);
void finish(td_session *session, enum outcome outcome);

/* The declaration of a kind of help or scene move, or NULL. */
const struct help *find_help(const td_scenario *s, enum help_kind kind);
const struct scene_move *find_scene_move(const td_scenario *s, enum scene_kind kind);

/* --- briefing.c, apply.c: commands; a refusal's code, or NULL if it was done --- */
const char *briefing_pick(td_session *session, const struct command *command);
const char *briefing_begin(td_session *session, const struct command *command);
/* --- prompts.c --- */
const char *prompt_assess(td_session *session, const struct command *command);

#endif
