/* prompts.c - the few questions an encounter asks the learner: which are asked now, and what is an
 * answer.  Answers are judged by the score, against the truth of the moment; here they change nothing
 * but that they were given. */
#include "step.h"

enum { INFLUENCE_FROM_EXCHANGE = 4, CLOSE_STAGE = 3, CLOSE_EXCHANGES_LEFT = 3, ESTIMATE_MAX = 10 };

/* --- which are asked ----------------------------------------------------------------------- */

static bool offers_influence(const td_session *session)
{
    int32_t menu[LIMIT_MENU];
    int count = session_menu(session, menu);
    for (int i = 0; i < count; i++)
        if (act_is_influence(session->scenario->choices[menu[i]].move.act))
            return true;
    return false;
}

/* Just before somebody could first ask something of the person. */
static bool before_influence(const td_session *session)
{
    const struct state *state = session->state;
    return state->person.top_stage >= 2 || (state->exchanges >= INFLUENCE_FROM_EXCHANGE && offers_influence(session));
}

static bool before_close(const td_session *session)
{
    const struct state *state = session->state;
    return state->person.stage >= CLOSE_STAGE || session_can_hand_over(session) ||
           state->exchanges + CLOSE_EXCHANGES_LEFT >= session->scenario->budget_exchanges;
}

static bool is_asked(const td_session *session, const struct prompt *prompt)
{
    switch (prompt->moment) {
    case MOMENT_start: return true;
    case MOMENT_first: return session->state->exchanges >= 1;
    case MOMENT_exchange: return session->state->exchanges >= prompt->exchange;
    case MOMENT_before_influence: return before_influence(session);
    case MOMENT_before_close: return before_close(session);
    case prompt_moment_count: break;
    }
    return false;
}

uint32_t session_prompts(const td_session *session)
{
    uint32_t asked = 0;
    if (session->state->phase != PHASE_TALK)
        return 0;
    for (int i = 0; i < session->scenario->prompt_count; i++)
        if (!(session->state->prompts_done >> i & 1) && is_asked(session, &session->scenario->prompts[i]))
            asked |= UINT32_C(1) << i;
    return asked;
}

/* --- what is an answer --------------------------------------------------------------------- */

static bool is_number(const struct command *c, int32_t most)
{
    return c->id_count == 0 && c->number >= 0 && c->number <= most;
}

static bool is_one_of(const struct command *c, const td_str *names)
{
    return c->number == NONE && c->id_count == 1 && name_find(names, str_of(c->ids[0])) != NONE;
}

static bool is_nature(const struct command *c)
{
    return c->number == NONE && c->id_count == 1 &&
           (str_is(TD_STR("expressive"), c->ids[0]) || str_is(TD_STR("instrumental"), c->ids[0]));
}

/* Only what was disclosed can be named, so that guessing ids finds nothing out. */
static bool are_known_facts(const td_session *session, const struct command *c)
{
    for (int i = 0; i < c->id_count; i++) {
        int32_t fact = scenario_find_fact(session->scenario, str_of(c->ids[i]));
        if (fact == NONE || !memory_has(&session->state->known, fact))
            return false;
    }
    return c->number == NONE;
}

static bool is_option(const td_scenario *s, const struct prompt *prompt, const char *id)
{
    for (int32_t i = prompt->options.first; i < prompt->options.first + prompt->options.count; i++)
        if (str_is(s->prompt_options[i].id, id))
            return true;
    return false;
}

static bool are_options(const td_scenario *s, const struct prompt *prompt, const struct command *c)
{
    for (int i = 0; i < c->id_count; i++)
        if (!is_option(s, prompt, c->ids[i]))
            return false;
    return c->number == NONE;
}

static bool is_answer(const td_session *session, const struct prompt *prompt, const struct command *c)
{
    switch (prompt->kind) {
    case PROMPT_agitation: return is_number(c, ESTIMATE_MAX);
    case PROMPT_step: return is_number(c, STAGE_COUNT - 1);
    case PROMPT_nature: return is_nature(c);
    case PROMPT_emotion: return is_one_of(c, emotion_names);
    case PROMPT_need: return is_one_of(c, need_names);
    case PROMPT_known: return are_known_facts(session, c);
    case PROMPT_risk:
    case PROMPT_custom: return are_options(session->scenario, prompt, c);
    case prompt_kind_count: break;
    }
    return false;
}

const char *prompt_assess(td_session *session, const struct command *command)
{
    int32_t prompt = scenario_find_prompt(session->scenario, str_of(command->id));
    if (prompt == NONE)
        return REFUSED_NO_SUCH_PROMPT;
    if (!(session_prompts(session) >> prompt & 1))
        return REFUSED_NOT_ASKED_NOW;
    if (!is_answer(session, &session->scenario->prompts[prompt], command))
        return REFUSED_NOT_AN_ANSWER;
    session->state->happened = note_nothing();
    session->state->prompts_done |= (uint16_t)(1 << prompt);
    return NULL;
}
