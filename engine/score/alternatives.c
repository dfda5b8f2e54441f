/* alternatives.c - fork, play one line, measure; as often as there are lines. */
#include "alternatives.h"

#include "player.h"

enum { LOOK_AHEAD = 3, REAL_DIFFERENCE = 15 };

static void try_one(const td_session *session, td_session *fork, const struct command *delivery,
                    struct alternative *alt)
{
    session_copy(fork, session);
    if (alt->choice == ACTION_PAUSE)
        alt->move = (struct move){.act = ACT_PAUSE, .q = 1000, .dist = session->state->dist, .dt = 10, .complexity = 1};
    else
        alt->move = session_move(session, alt->choice, delivery->tone, delivery->pace, delivery->dist);
    session_play(fork, alt->choice, delivery->tone, delivery->pace, delivery->dist);
    alt->potential = person_potential(&fork->state->person) - fork->outside;
    alt->agitation = session_agitation(fork);
    alt->stage = fork->state->person.stage;
    alt->reaction = fork->state->reaction;
}

/* Where a line leads when a skilled helper goes on from it: the potential three exchanges later. */
static int32_t look_ahead_from(const td_session *session, td_session *fork, const struct command *delivery,
                               int32_t choice)
{
    session_copy(fork, session);
    session_play(fork, choice, delivery->tone, delivery->pace, delivery->dist);
    for (int i = 0; i < LOOK_AHEAD && fork->state->phase == PHASE_TALK; i++)
        session_play(fork, player_choose(PLAYER_skilled, fork, NULL), 0, 0, NONE);
    return person_potential(&fork->state->person);
}

static enum outcome skilled_end(const td_session *session, td_session *fork)
{
    session_copy(fork, session);
    while (fork->state->phase == PHASE_TALK)
        session_play(fork, player_choose(PLAYER_skilled, fork, NULL), 0, 0, NONE);
    return (enum outcome)fork->state->outcome;
}

/* Best and second best by potential; ties by the order of the menu. */
static void best_two(const struct step *step, int *ret_best, int *ret_second)
{
    int best = 0, second = NONE;
    for (int i = 1; i < step->alt_count; i++) {
        if (step->alt[i].potential > step->alt[best].potential) {
            second = best;
            best = i;
        } else if (second == NONE || step->alt[i].potential > step->alt[second].potential) {
            second = i;
        }
    }
    *ret_best = best;
    *ret_second = second;
}

/* Costs a little now and pays three exchanges later: then the later order counts. */
static void take_longer_view(const td_session *session, td_session *fork, struct step *step)
{
    int best, second;
    best_two(step, &best, &second);
    step->alt_best = best;
    if (second == NONE)
        return;
    int32_t first = look_ahead_from(session, fork, &step->command, step->alt[best].choice);
    int32_t other = look_ahead_from(session, fork, &step->command, step->alt[second].choice);
    if (other <= first)
        return;
    step->alt_best = second;
    step->longer_view = true;
    int32_t swap = step->alt[best].value;
    step->alt[best].value = step->alt[second].value;
    step->alt[second].value = swap;
}

static int32_t set_values(struct step *step)
{
    int32_t least = step->alt[0].potential, most = least;
    for (int i = 1; i < step->alt_count; i++) {
        least = step->alt[i].potential < least ? step->alt[i].potential : least;
        most = step->alt[i].potential > most ? step->alt[i].potential : most;
    }
    for (int i = 0; i < step->alt_count; i++)
        step->alt[i].value = most > least ? (step->alt[i].potential - least) * 1000 / (most - least) : 1000;
    return most - least;
}

/* The first direct question about suicide where there is reason to ask it. */
static bool opens_the_question(const struct step *step)
{
    return step->move.act == ACT_SUICQ && step->first_question;
}

static enum verdict judge(const struct step *step, int32_t spread)
{
    int32_t value = step->alt[step->alt_chosen].value;
    if (spread < REAL_DIFFERENCE)
        return VERDICT_NO_DIFFERENCE;
    if (step->m < 0 || act_is_major_error(step->move.act))
        return VERDICT_HARMFUL;
    if (opens_the_question(step)) /* what it makes possible lies beyond three exchanges */
        return value >= 500 ? VERDICT_STRONG : VERDICT_WORKABLE;
    if (value < 250 && step->alt[step->alt_chosen].potential < step->potential_before)
        return VERDICT_HARMFUL; /* the least of several good lines is weak, not harmful */
    if (value >= 800)
        return VERDICT_STRONG;
    return value >= 500 ? VERDICT_WORKABLE : VERDICT_WEAK;
}

void alternatives_try(const td_session *session, bool look_ahead, struct step *step)
{
    int32_t menu[LIMIT_MENU];
    int count = session_menu(session, menu);
    td_session *fork = session_fork(session);
    fork->want_delta = false;
    step->alt_chosen = NONE;
    for (int i = 0; i <= count; i++) {
        struct alternative *alt = &step->alt[step->alt_count];
        *alt = (struct alternative){.choice = i < count ? menu[i] : ACTION_PAUSE};
        try_one(session, fork, &step->command, alt);
        if (alt->choice == step->choice)
            step->alt_chosen = step->alt_count;
        step->alt_count++;
    }
    if (step->alt_chosen == NONE) { /* an instructor's override outside the menu */
        step->alt_chosen = step->alt_count;
        step->alt[step->alt_count] = (struct alternative){.choice = step->choice};
        try_one(session, fork, &step->command, &step->alt[step->alt_count++]);
    }
    int32_t spread = set_values(step);
    int second;
    best_two(step, &step->alt_best, &second);
    if (look_ahead) {
        take_longer_view(session, fork, step);
        step->skilled_end = skilled_end(session, fork);
    }
    step->verdict = judge(step, spread);
    session_destroy(fork);
}
