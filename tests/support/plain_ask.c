/* plain_ask.c - see plain_ask.h. */
#include "plain_ask.h"

static int32_t agitation_now(const td_session *session)
{
    const struct state *state = session->state;
    int64_t alone = state->quiet_ms > 120000 ? state->quiet_ms - 120000 : 0;
    int64_t soothing = (state->story_ms - alone - state->event_ms) / 1000;
    int32_t seconds = soothing > 0 ? (int32_t)soothing : 0;
    return person_agitation_after(&state->profile, &state->person, seconds);
}

static int32_t value_now(const td_session *session, int value)
{
    const struct person *p = &session->state->person;
    switch ((enum cond_value)value) {
    case CV_AGITATION: return agitation_now(session);
    case CV_UNDERSTANDING: return fix_topm(p->E);
    case CV_RAPPORT: return fix_topm(p->R);
    case CV_TRUST: return fix_topm(p->T);
    case CV_AUTONOMY: return fix_topm(p->U);
    case CV_HOPE: return fix_topm(p->H);
    case CV_COMMITMENT: return fix_topm(p->C);
    case CV_RUPTURE: return p->err;
    case CV_EXCHANGE: return session->state->exchanges;
    case CV_MINUTE: return (int32_t)(session->state->story_ms / 60000);
    case CV_COUNT: break;
    }
    return -1;
}

static bool in_ranges(const td_session *session, const struct condition *c)
{
    int32_t at = c->range.first;
    for (int value = 0; value < CV_COUNT; value++) {
        if (!(c->ranges >> value & 1))
            continue;
        int32_t found = value_now(session, value);
        if (found < session->scenario->range_pool[at] || found > session->scenario->range_pool[at + 1])
            return false;
        at += 2;
    }
    return true;
}

static bool promised(const struct state *state)
{
    bool open = false;
    for (int bit = 0; bit < LIMIT_MEMORY; bit++)
        open |= memory_has(&state->made, bit) && !memory_has(&state->kept, bit);
    for (int i = 0; i < DEBT_MAX; i++)
        open |= state->person.debt[i] != 0;
    return open;
}

static bool all_are(const td_session *session, struct span span, bool (*is)(const td_session *, int32_t), bool wanted)
{
    for (int32_t i = 0; i < span.count; i++)
        if (is(session, session->scenario->pool[span.first + i]) != wanted)
            return false;
    return true;
}

static bool is_known(const td_session *session, int32_t bit)
{
    return memory_has(&session->state->known, bit);
}

static bool flags_are(const td_session *session, unsigned flags)
{
    bool asked = session->state->person.asked_suicide, open = promised(session->state);
    return !(flags & COND_ASKED_YES && !asked) && !(flags & COND_ASKED_NO && asked) &&
           !(flags & COND_PROMISED_YES && !open) && !(flags & COND_PROMISED_NO && open);
}

static bool helpers_are(const struct state *state, const struct condition *c)
{
    for (int kind = 0; kind < help_kind_count; kind++) {
        if ((c->help_called >> kind & 1) && state->help_at[kind] == NONE)
            return false;
        if ((c->help_arrived >> kind & 1) && !(state->help_arrived >> kind & 1))
            return false;
    }
    return true;
}

bool plain_condition(const td_session *session, int32_t condition)
{
    const struct condition *c = &session->scenario->conditions[condition];
    const struct state *state = session->state;
    int band = person_band_shown(agitation_now(session), state->band);
    bool holds = (!c->stages || (c->stages >> state->person.stage & 1)) && (!c->bands || (c->bands >> band & 1)) &&
                 in_ranges(session, c) && flags_are(session, c->flags) && helpers_are(state, c) &&
                 all_are(session, c->have, is_known, true) && all_are(session, c->have_not, is_known, false) &&
                 all_are(session, c->said, session_said, true) && all_are(session, c->not_said, session_said, false) &&
                 all_are(session, c->visited, session_visited, true) &&
                 all_are(session, c->not_visited, session_visited, false);
    if (c->outcomes)
        holds = holds && state->phase == PHASE_OVER && (c->outcomes >> state->outcome & 1);
    if (c->delivery)
        holds = holds && (c->delivery & state->delivery);
    if (c->last_acts)
        holds = holds && state->last_act != NONE && (c->last_acts >> state->last_act & 1);
    bool any = c->any.count == 0;
    for (int32_t i = 0; i < c->any.count; i++)
        any = any || plain_condition(session, session->scenario->pool[c->any.first + i]);
    return holds && any;
}

static bool choice_open(const td_session *session, int32_t index)
{
    const struct choice *choice = &session->scenario->choices[index];
    return !(choice->once && session_said(session, index)) && plain_condition(session, choice->condition);
}

static bool excluded(const td_session *session, const struct choice *choice)
{
    for (int32_t i = 0; i < choice->exclude.count; i++)
        if (session->scenario->pool[choice->exclude.first + i] == session->state->node)
            return true;
    return false;
}

static bool is_direct_question(const td_scenario *s, int32_t choice)
{
    return s->choices[choice].move.act == ACT_SUICQ;
}

static bool floats_here(const td_session *session, int32_t choice)
{
    return choice_open(session, choice) && !excluded(session, &session->scenario->choices[choice]);
}

/* While somebody is in danger and was not asked, the question takes a place in a full menu. */
static void plain_question(const td_session *session, int own, int32_t ret[LIMIT_MENU])
{
    const td_scenario *s = session->scenario;
    const struct state *state = session->state;
    if (!state->profile.suicidal || state->person.asked_suicide || state->exchanges < 6)
        return;
    for (int i = 0; i < LIMIT_MENU; i++)
        if (is_direct_question(s, ret[i]))
            return;
    for (int32_t i = s->floating.first; i < s->floating.first + s->floating.count; i++)
        if (is_direct_question(s, i) && floats_here(session, i)) {
            ret[own >= 4 ? own - 1 : LIMIT_MENU - 1] = i;
            return;
        }
}

enum rank { CLAIMS_A_PLACE, TAKES_TURNS, FILLS, RANK_COUNT };
static enum rank rank_of(const struct choice *choice)
{
    if (!choice->once)
        return FILLS;
    return choice->move.act == ACT_REPAIR || choice->move.act == ACT_SUICQ ? CLAIMS_A_PLACE : TAKES_TURNS;
}

/* In the order of the file; those that take turns and those that fill, from another place each exchange. */
static int plain_floating(const td_session *session, enum rank rank, int count, int32_t ret[LIMIT_MENU])
{
    struct span all = session->scenario->floating;
    int32_t start = rank == CLAIMS_A_PLACE || all.count == 0 ? 0 : session->state->exchanges * 7 % all.count;
    for (int32_t step = 0; step < all.count && count < LIMIT_MENU; step++) {
        int32_t choice = all.first + (start + step) % all.count;
        if (rank_of(&session->scenario->choices[choice]) == rank && floats_here(session, choice))
            ret[count++] = choice;
    }
    return count;
}

static bool plain_help(const td_session *session, int32_t choice)
{
    enum act act = session->scenario->choices[choice].move.act;
    return session->model->m[act][session->state->person.stage] >= 600;
}

/* Where nothing on offer helps at this step, something that may be said anywhere and does takes the last place;
 * the question keeps its own. */
static int plain_way_out(const td_session *session, int count, int32_t ret[LIMIT_MENU])
{
    struct span all = session->scenario->floating;
    for (int i = 0; i < count; i++)
        if (plain_help(session, ret[i]))
            return count;
    for (int32_t i = all.first; i < all.first + all.count; i++) {
        if (!plain_help(session, i) || !floats_here(session, i))
            continue;
        if (count < LIMIT_MENU)
            ret[count++] = i;
        else if (is_direct_question(session->scenario, ret[LIMIT_MENU - 1]))
            ret[LIMIT_MENU - 2] = i;
        else
            ret[LIMIT_MENU - 1] = i;
        return count;
    }
    return count;
}

int plain_menu(const td_session *session, int32_t ret[LIMIT_MENU])
{
    const td_scenario *s = session->scenario;
    int count = 0;
    if (session->state->phase != PHASE_TALK)
        return 0;
    struct span choices = s->nodes[session->state->node].choices;
    for (int32_t i = choices.first; i < choices.first + choices.count && count < LIMIT_MENU; i++)
        if (choice_open(session, i))
            ret[count++] = i;
    int own = count;
    for (int rank = 0; rank < RANK_COUNT; rank++)
        count = plain_floating(session, (enum rank)rank, count, ret);
    if (count == LIMIT_MENU)
        plain_question(session, own, ret);
    return plain_way_out(session, count, ret);
}

static bool may_say(const td_session *session, const struct line *line)
{
    const td_scenario *s = session->scenario;
    for (int32_t i = 0; i < line->discloses.count; i++) {
        int32_t bit = s->pool[line->discloses.first + i];
        if (bit < s->fact_count && !plain_condition(session, s->facts[bit].guard))
            return false;
    }
    return plain_condition(session, line->condition);
}

/* How many lines have been said since this one; a large number if it is out of mind. */
static int64_t ago(const struct state *state, int32_t line)
{
    for (uint32_t back = 0; back < RECENT_LINES && back < state->recent_at; back++)
        if (state->recent[(state->recent_at - 1 - back) % RECENT_LINES] == (uint32_t)line + 1)
            return back;
    return INT64_MAX;
}

int32_t plain_line(const td_session *session, struct span lines)
{
    const td_scenario *s = session->scenario;
    int32_t best = NONE;
    for (int32_t i = lines.first; i < lines.first + lines.count; i++) {
        if (!may_say(session, &s->lines[i]))
            continue;
        int fit = s->conditions[s->lines[i].condition].specificity;
        int best_fit = best == NONE ? -1 : s->conditions[s->lines[best].condition].specificity;
        if (fit > best_fit || (fit == best_fit && ago(session->state, i) > ago(session->state, best)))
            best = i;
    }
    return best;
}
