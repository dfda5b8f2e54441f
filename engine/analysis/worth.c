/* worth.c - fork, take the option, let the skilled player go on to the end; once for each luck. */
#include "worth.h"

enum { PER_EXCHANGE = 4, OF_POTENTIAL = 10 };

static bool ends_well(const td_session *session)
{
    enum outcome outcome = (enum outcome)session->state->outcome;
    return session->state->phase == PHASE_OVER &&
           (outcome == OUTCOME_resolved || outcome == session->scenario->intended);
}

/* As the rubric's sixth dimension has it, in permille. */
static int32_t credit_of(const td_session *session)
{
    if (ends_well(session))
        return 1000;
    switch ((enum outcome)session->state->outcome) {
    case OUTCOME_stabilised: return 700;
    case OUTCOME_stalemate: return 350;
    case OUTCOME_contact_lost: return 100;
    case OUTCOME_resolved:
    case OUTCOME_escalated:
    case OUTCOME_harm_despite_calm:
    case OUTCOME_withdrawn:
    case outcome_count: break;
    }
    return 0;
}

int32_t worth_of_end(const td_session *session, int32_t exchanges)
{
    int32_t credit = session->state->phase == PHASE_OVER ? credit_of(session) : 350;
    return credit + person_potential(&session->state->person) / OF_POTENTIAL - PER_EXCHANGE * exchanges;
}

/* Another luck from the same moment: the dice of what is still to come. */
static uint64_t luck_seed(uint64_t seed, int luck)
{
    return luck == 0 ? seed : seed + UINT64_C(0x9e3779b97f4a7c15) * (uint64_t)luck;
}

static void play_out(td_session *fork, const td_session *from, const struct command *delivery, int32_t choice, int luck)
{
    session_copy(fork, from);
    fork->setup.seed = luck_seed(from->setup.seed, luck);
    session_play(fork, choice, delivery->tone, delivery->pace, delivery->dist);
    while (fork->state->phase == PHASE_TALK)
        session_play(fork, player_choose(PLAYER_skilled, fork, NULL), 0, 0, NONE);
}

static void weigh_option(const td_session *session, td_session *fork, const struct command *delivery,
                         struct option_worth *option)
{
    int32_t sum = 0, before = session->state->exchanges;
    for (int luck = 0; luck < WORTH_LUCKS; luck++) {
        play_out(fork, session, delivery, option->choice, luck);
        int32_t exchanges = fork->state->exchanges - before;
        sum += worth_of_end(fork, exchanges);
        option->well += ends_well(fork);
        if (luck > 0)
            continue;
        option->outcome = (enum outcome)fork->state->outcome;
        option->potential = person_potential(&fork->state->person);
        option->exchanges = exchanges;
    }
    option->worth = sum / WORTH_LUCKS;
}

void worth_of_moment(const td_session *session, const struct step *step, struct decision_worth *ret)
{
    *ret = (struct decision_worth){.count = step->alt_count, .chosen = step->alt_chosen};
    td_session *fork = session_fork(session);
    fork->want_delta = false;
    for (int i = 0; i < ret->count; i++) {
        ret->options[i].choice = step->alt[i].choice;
        weigh_option(session, fork, &step->command, &ret->options[i]);
        if (ret->options[i].worth > ret->options[ret->best].worth)
            ret->best = i;
    }
    session_destroy(fork);
    if (ret->options[ret->chosen].worth == ret->options[ret->best].worth)
        ret->best = ret->chosen; /* nobody is told of a better one that is not better */
    ret->regret = ret->options[ret->best].worth - ret->options[ret->chosen].worth;
}

static int32_t least_of(const struct decision_worth *decision)
{
    int32_t least = decision->options[0].worth;
    for (int i = 1; i < decision->count; i++)
        least = decision->options[i].worth < least ? decision->options[i].worth : least;
    return least;
}

static void sum_up(struct play_worth *play)
{
    int64_t regret = 0, spread = 0;
    play->last = NONE;
    for (int i = 0; i < play->count; i++) {
        const struct decision_worth *decision = &play->decisions[i];
        regret += decision->regret;
        spread += decision->options[decision->best].worth - least_of(decision);
        if (decision->options[decision->best].well * 2 > WORTH_LUCKS)
            play->last = i;
    }
    play->regret = play->count > 0 ? (int32_t)(regret / play->count) : 0;
    play->accuracy = spread > 0 ? (int32_t)(1000 - regret * 1000 / spread) : 1000;
}

void worth_of_play(struct arena *arena, const struct trace *trace, struct play_worth *ret)
{
    *ret = (struct play_worth){.decisions = arena_new(arena, struct decision_worth, (size_t)trace->count)};
    for (int i = 0; i < trace->count; i++) {
        const struct step *step = &trace->steps[i];
        if (step->alt_count == 0)
            continue;
        td_session *session = trace_session_before(arena->mem, trace, i);
        struct decision_worth *decision = &ret->decisions[ret->count++];
        worth_of_moment(session, step, decision);
        decision->step = i;
        session_destroy(session);
    }
    sum_up(ret);
}
