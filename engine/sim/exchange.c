/* exchange.c - one exchange from end to end: a line (or silence, or a call for help) is heard, the person
 * changes, answers, and the talk goes on.
 * Where somebody plays the person, lines are spoken by people: then the exchange is the technique alone.
 * The order is fixed: time and the model, memory, reaction, the end or where it goes, the world. */
#include "step.h"

enum { LABEL_GOOD = 600, WOUND = 300, WORN_OUT = 650, HELP_MINUTES = 15, CLOSE_CM = 150, FAR_CM = 350 };

/* --- the person ---------------------------------------------------------------------------- */

/* Naming what a sore point stirred up takes the edge off it; part of what the words do. */
static int32_t name_spike(td_session *session, const struct move *move)
{
    struct state *state = session->state;
    if (state->spike == 0 || move->act != ACT_LABEL || move->q < LABEL_GOOD)
        return 0;
    int32_t before = person_agitation(&state->person);
    person_spike_named(state->spike, &state->person);
    return person_agitation(&state->person) - before;
}

/* What the sore point alone added to P: the same line without it, from the same moment. */
static int32_t spike_gained(const td_session *session, const struct person *before, const struct move *move)
{
    if (move->trigger == 0)
        return 0;
    struct luck luck = {session->setup.seed, session->setup.noise};
    struct person person = *before;
    struct move harmless = *move;
    harmless.trigger = 0;
    person_exchange(session->model, &session->state->profile, luck, &harmless, &person, NULL);
    int32_t gained = session->state->person.P - person.P;
    return gained > 0 ? gained : 0;
}

static uint8_t promises_due(const struct person *person)
{
    int due = 0;
    if (!person_owes(person))
        return 0;
    for (int i = 0; i < DEBT_MAX; i++)
        due += (person->debt[i] != 0) & (person->turn >= person->debt[i]);
    return (uint8_t)due;
}

static enum person_outcome heated(struct state *state, enum person_outcome outcome)
{
    bool heat = state->deadline_heat && state->person.hot_exchanges == 1;
    state->deadline_heat = false;
    if (!heat)
        return outcome;
    state->person.hot_exchanges = 2;
    return PERSON_ESCALATED;
}

/* move.dt is overwritten by the whole time since the person's last event, this line's included. */
static enum person_outcome affect(td_session *session, struct move *move, int32_t ms)
{
    struct state *state = session->state;
    struct luck luck = {session->setup.seed, session->setup.noise};
    if (state->quiet_ms > COMPANY_MS)
        catch_up(session); /* being left alone is no part of this exchange */
    state->quiet_ms = 0;
    state->story_ms += ms;
    move->dt = (int32_t)(state->story_ms - state->event_ms) / 1000;
    state->event_ms += (int64_t)move->dt * 1000;
    state->happened.promise_broken = promises_due(&state->person);

    int32_t eased = name_spike(session, move);
    int32_t understood = state->person.E;
    struct person before;
    if (move->trigger != 0)
        before = state->person;
    enum person_outcome outcome = person_exchange(session->model, &state->profile, luck, move, &state->person,
                                                  session->want_delta ? &session->delta : NULL);
    if (session->want_delta)
        session->delta.words += eased;
    state->exchanges++;
    state->last_gain_exchange = state->person.E > understood ? state->exchanges : state->last_gain_exchange;
    state->spike = move->trigger != 0 ? spike_gained(session, &before, move) : 0;
    outcome = heated(state, outcome);
    return outcome;
}

/* --- what it leaves behind ----------------------------------------------------------------- */

static uint8_t delivery_marks(int32_t tone, int32_t pace, int32_t dist)
{
    int marks = (tone > 0) << DELIVERY_soft | (tone < 0) << DELIVERY_firm | (pace > 0) << DELIVERY_slow |
                (pace < 0) << DELIVERY_fast;
    if (dist != NONE)
        marks |= (dist <= CLOSE_CM) << DELIVERY_close | (dist >= FAR_CM) << DELIVERY_far;
    return (uint8_t)marks;
}

static void open_exchange(td_session *session, const struct move *move, uint8_t delivery)
{
    struct state *state = session->state;
    session->outside = 0;
    state->happened = note_nothing();
    state->happened.spoke = true;
    state->delivery = delivery;
    state->dist = move->dist;
    state->last_act = (int32_t)move->act;
    state->last_choice = NONE;
    state->line = NONE;
    state->observed = NONE;
    state->cue_step = 0;
    state->discuss = false;
    state->scene_break = false;
}

static void make_promise(td_session *session, int32_t bit)
{
    struct state *state = session->state;
    learn(session, bit);
    if (memory_has(&state->made, bit))
        return;
    memory_set(&state->made, bit);
    state->happened.promise_made = bit;
    if (!memory_has(&state->kept, bit))
        state->promises_open++;
}

/* Doing what one says, or doing it at once: it counts one time. */
static void keep_promise(struct state *state, int32_t bit)
{
    if (memory_has(&state->kept, bit))
        return;
    memory_set(&state->kept, bit);
    state->happened.promise_kept = bit;
    if (memory_has(&state->made, bit))
        state->promises_open--;
    person_promise_kept(&state->person);
}

static void remember(td_session *session, int32_t index)
{
    struct state *state = session->state;
    const struct choice *choice = &session->scenario->choices[index];
    const struct gate *gate = &session->scenario->choice_gates[index];
    bit_set(session->said, index);
    state->last_choice = index;
    if (choice->node == NONE && (gate->flags & GATE_ONCE))
        session->done[SIEVE_FLOATING] |= UINT64_C(1) << (index - session->scenario->floating.first);
    if (!(gate->flags & GATE_TRACES))
        return;
    learn_all(session, choice->sets);
    learn_all(session, choice->discloses);
    if (choice->demand != NONE && state->demand_since[choice->demand] != DEMAND_NOT_RAISED) {
        state->demand_since[choice->demand] = DEMAND_ANSWERED;
        state->happened.demand_answered = choice->demand;
    }
    if (choice->promise != NONE)
        make_promise(session, choice->promise);
    if (choice->grant != NONE)
        keep_promise(state, choice->grant);
}

/* --- the answer ---------------------------------------------------------------------------- */

/* What was so before the line was heard. */
struct before {
    int32_t rupture, habit;
};

static bool is_plain_fallback(const td_scenario *s, int32_t reaction)
{
    const struct gate *gate = &s->line_gates[reaction];
    return gate->specificity == 0 && !(gate->flags & GATE_TRACES);
}

/* An author cannot foresee every mood in every place: where only the fallback fits, what the person says
 * of an open wound, or of the same technique again, comes closer. */
static int32_t instead_of_fallback(const td_session *session, struct before before)
{
    const td_scenario *s = session->scenario;
    int32_t rupture = session->state->person.err, line = NONE;
    if (rupture >= WOUND)
        line = rupture >= before.rupture ? pick_listed(session, s->harsh, &s->harsh_list)
                                         : pick_listed(session, s->open_wound, &s->open_wound_list);
    if (line == NONE && before.habit >= WORN_OUT)
        line = pick_listed(session, s->repeat, &s->repeat_list);
    return line;
}

static int32_t answer_choice(const td_session *session, int32_t choice, struct before before)
{
    const td_scenario *s = session->scenario;
    int32_t reaction = pick_listed(session, s->choices[choice].reactions, &s->reaction_lists[choice]);
    if (reaction == NONE || !is_plain_fallback(s, reaction))
        return reaction;
    if (s->choices[choice].move.act == ACT_SUICQ)
        return reaction; /* whoever asks that is answered, never brushed off */
    int32_t closer = instead_of_fallback(session, before);
    return closer != NONE ? closer : reaction;
}

static int32_t answer_silence(const td_session *session)
{
    int32_t reaction = pick_line(session, session->scenario->nodes[session->state->node].silence);
    return reaction != NONE ? reaction : pick_line(session, session->scenario->silence);
}

static int32_t answer_help(const td_session *session, const struct help *help, bool threat)
{
    if (!help)
        return NONE;
    int32_t reaction = threat ? pick_line(session, help->worded_threat) : NONE;
    return reaction != NONE ? reaction : pick_line(session, help->announce);
}

/* --- the whole ----------------------------------------------------------------------------- */

static enum outcome outcome_of(enum person_outcome outcome)
{
    static const enum outcome outcomes[] = {[PERSON_ESCALATED] = OUTCOME_escalated,
                                            [PERSON_CONTACT_LOST] = OUTCOME_contact_lost,
                                            [PERSON_RESOLVED] = OUTCOME_resolved};
    return outcomes[outcome];
}

/* spoken: by the story, which then goes on from node to node. */
static void end_exchange(td_session *session, enum person_outcome outcome, bool spoken, int32_t choice)
{
    if (outcome != PERSON_OPEN) {
        finish(session, outcome_of(outcome));
        return;
    }
    if (!budget_spent(session)) {
        if (spoken)
            route(session, choice, session->state->reaction);
        world_goes_on(session);
    }
    if (budget_spent(session))
        finish(session, budget_outcome(session));
}

static void close_exchange(td_session *session, enum person_outcome outcome, int32_t choice, int32_t reaction)
{
    session->state->reaction = reaction;
    say(session, reaction);
    end_exchange(session, outcome, true, choice);
}

void exchange_choice(td_session *session, int32_t choice, int32_t tone, int32_t pace, int32_t dist)
{
    struct state *state = session->state;
    const struct choice *said = &session->scenario->choices[choice];
    struct move move = session_move(session, choice, tone, pace, dist);
    struct before before = {state->person.err, state->person.habit[move.act]};
    int32_t tpi = state->profile.tpi;
    open_exchange(session, &move, delivery_marks(tone, pace, move.dist));
    if (said->party != NONE)
        state->profile.tpi = clamp32(tpi + session->scenario->parties[said->party].tpi, -1000, 1000);
    enum person_outcome outcome = affect(session, &move, move.dt * 1000);
    state->profile.tpi = tpi;
    remember(session, choice);
    mood_changed(session);
    close_exchange(session, outcome, choice, answer_choice(session, choice, before));
}

void exchange_silence(td_session *session, int32_t ms, int32_t dist)
{
    struct move move = session_move(session, ACTION_PAUSE, 0, 0, dist);
    open_exchange(session, &move, delivery_marks(0, 0, move.dist));
    enum person_outcome outcome = affect(session, &move, ms);
    mood_changed(session);
    close_exchange(session, outcome, NONE, answer_silence(session));
}

void exchange_help(td_session *session, enum help_kind kind, bool threat)
{
    struct state *state = session->state;
    const struct help *help = find_help(session->scenario, kind);
    struct move move = session_help_move(session, threat);
    int32_t called_at = (int32_t)(state->story_ms / 1000);
    open_exchange(session, &move, delivery_marks(0, 0, move.dist));
    enum person_outcome outcome = affect(session, &move, move.dt * 1000);
    state->help_at[kind] = called_at + 60 * (help ? help->minutes : HELP_MINUTES);
    state->help_coming |= (uint8_t)(1 << kind);
    state->help_threat |= (uint16_t)((int)threat << kind);
    mood_changed(session);
    close_exchange(session, outcome, ROUTE_ASIDE, answer_help(session, help, threat));
}

void exchange_heard(td_session *session, enum act act, int32_t q, int32_t tone, int32_t pace)
{
    struct move move = session_heard_move(session, act, q, tone, pace);
    open_exchange(session, &move, delivery_marks(tone, pace, move.dist));
    session->state->reaction = NONE;
    enum person_outcome outcome = affect(session, &move, move.dt * 1000);
    mood_changed(session);
    end_exchange(session, outcome, false, NONE);
}

void session_play(td_session *session, int32_t choice, int32_t tone, int32_t pace, int32_t dist)
{
    session->state->commands++;
    if (choice == ACTION_PAUSE)
        exchange_silence(session, PAUSE_MS, dist);
    else
        exchange_choice(session, choice, tone, pace, dist);
}
