/* solve.c - beam search over sessions: keep the most promising states of each depth, and know whether any was lost. */
#include "solve.h"

struct ray {
    td_session *session;
    int32_t parent; /* index in the history, NONE at the root */
    int32_t choice;
    int64_t promise;
    uint64_t state; /* session_hash() of where it stands */
};

struct step_back { /* how a state was reached; the line is read off backwards */
    int32_t parent, choice;
};

struct beam {
    struct ray *now, *next;
    int now_count, next_count, width;
    struct step_back *history;
    int history_count;
    struct ray best; /* best end so far */
    int best_history;
    bool ended;
    bool cut; /* a state was dropped for want of room: the search is no longer exhaustive */
};

static int outcome_rank(enum outcome outcome, enum outcome intended)
{
    if (outcome == OUTCOME_resolved || outcome == intended)
        return 3;
    return outcome == OUTCOME_stabilised ? 2 : outcome == OUTCOME_stalemate || outcome == outcome_count ? 1 : 0;
}

/* How good it looks to go on from here, or to have ended here; ends sooner are better. */
static int64_t promise_of(const td_session *session)
{
    const struct state *state = session->state;
    int64_t potential = person_potential(&state->person);
    if (state->phase != PHASE_OVER)
        return potential;
    int64_t rank = outcome_rank((enum outcome)state->outcome, session->scenario->intended);
    return rank * 1000000 + potential * 10 - state->exchanges * 100;
}

/* Puts a ray in among the width best, a min-heap on promise; a full beam drops its worst. */
static void sift_down(struct ray *heap, int count, int at)
{
    for (;;) {
        int least = at, left = 2 * at + 1;
        for (int k = left; k < left + 2 && k < count; k++)
            if (heap[k].promise < heap[least].promise)
                least = k;
        if (least == at)
            return;
        struct ray swap = heap[at];
        heap[at] = heap[least];
        heap[least] = swap;
        at = least;
    }
}

static void sift_up(struct ray *heap, int at)
{
    while (at > 0 && heap[(at - 1) / 2].promise > heap[at].promise) {
        struct ray swap = heap[at];
        heap[at] = heap[(at - 1) / 2];
        heap[(at - 1) / 2] = swap;
        at = (at - 1) / 2;
    }
}

/* Two ways to one state are one: what comes after them is the same. */
static bool is_there(const struct beam *beam, const struct ray *ray)
{
    for (int i = 0; i < beam->next_count; i++)
        if (beam->next[i].state == ray->state && beam->next[i].promise == ray->promise)
            return true;
    return false;
}

/* A slot keeps the session it once got. */
static void fill(struct ray *slot, const td_session *session, const struct ray *ray)
{
    td_session *own = slot->session;
    if (own == NULL)
        own = session_fork(session);
    else
        session_copy(own, session);
    *slot = *ray;
    slot->session = own;
}

static void keep(struct beam *beam, const td_session *session, struct ray *ray)
{
    bool full = beam->next_count == beam->width;
    if (full && ray->promise < beam->next[0].promise) { /* nothing in the beam is like it */
        beam->cut = true;
        return;
    }
    ray->state = session_hash(session);
    if (is_there(beam, ray))
        return;
    if (!full) {
        fill(&beam->next[beam->next_count], session, ray);
        sift_up(beam->next, beam->next_count++);
        return;
    }
    beam->cut = true;
    if (ray->promise == beam->next[0].promise)
        return;
    fill(&beam->next[0], session, ray);
    sift_down(beam->next, beam->next_count, 0);
}

static int32_t remember(struct beam *beam, const struct ray *ray)
{
    beam->history[beam->history_count] = (struct step_back){.parent = ray->parent, .choice = ray->choice};
    return beam->history_count++;
}

static void offer_end(struct beam *beam, const td_session *session, const struct ray *ray)
{
    if (beam->ended && ray->promise <= beam->best.promise)
        return;
    session_copy(beam->best.session, session);
    beam->best.promise = ray->promise;
    beam->best_history = remember(beam, ray);
    beam->ended = true;
}

static void expand(struct beam *beam, const struct ray *from, td_session *scratch)
{
    int32_t menu[LIMIT_MENU];
    int count = session_menu(from->session, menu);
    int32_t parent = from->choice == NONE && from->parent == NONE ? NONE : remember(beam, from);
    for (int i = 0; i <= count; i++) {
        session_copy(scratch, from->session);
        struct ray ray = {.parent = parent, .choice = i < count ? menu[i] : ACTION_PAUSE};
        session_play(scratch, ray.choice, 0, 0, NONE);
        ray.promise = promise_of(scratch);
        if (scratch->state->phase == PHASE_OVER)
            offer_end(beam, scratch, &ray);
        else
            keep(beam, scratch, &ray);
    }
}

static void turn_over(struct beam *beam)
{
    struct ray *swap = beam->now;
    beam->now = beam->next;
    beam->next = swap;
    beam->now_count = beam->next_count;
    beam->next_count = 0;
}

/* Where nothing ended within the depth, the most promising open state is the answer. */
static void settle(struct beam *beam)
{
    if (beam->ended || beam->now_count == 0)
        return;
    int best = 0;
    for (int i = 1; i < beam->now_count; i++)
        if (beam->now[i].promise > beam->now[best].promise)
            best = i;
    session_copy(beam->best.session, beam->now[best].session);
    beam->best_history =
        beam->now[best].parent == NONE && beam->now[best].choice == NONE ? NONE : remember(beam, &beam->now[best]);
}

static void read_off(struct arena *arena, const struct beam *beam, struct best_line *ret)
{
    int count = 0;
    for (int32_t h = beam->best_history; h != NONE; h = beam->history[h].parent)
        count++;
    ret->choices = arena_new(arena, int32_t, (size_t)count + 1);
    ret->count = count;
    for (int32_t h = beam->best_history; h != NONE; h = beam->history[h].parent)
        ret->choices[--count] = beam->history[h].choice;
    const struct state *state = beam->best.session->state;
    ret->outcome = state->phase == PHASE_OVER ? (enum outcome)state->outcome : outcome_count;
    ret->ending = state->phase == PHASE_OVER ? state->ending : NONE;
    ret->potential = person_potential(&state->person);
    ret->agitation = session_agitation(beam->best.session);
    ret->width = beam->width;
    ret->exact = !beam->cut;
}

void solve_best_line(struct arena *arena, const td_session *session, int depth, int width, struct best_line *ret)
{
    size_t rays = (size_t)width + 1;
    struct beam beam = {
        .now = arena_new(arena, struct ray, rays),
        .next = arena_new(arena, struct ray, rays),
        .width = width,
        .history =
            arena_new(arena, struct step_back, rays * ((size_t)depth + 1) + (size_t)depth * rays * (LIMIT_MENU + 1)),
        .best = {.session = session_fork(session)},
        .best_history = NONE,
    };
    td_session *scratch = session_fork(session);
    scratch->want_delta = false;
    beam.now[0] = (struct ray){.session = session_fork(session), .parent = NONE, .choice = NONE};
    beam.now_count = 1;
    for (int d = 0; d < depth && beam.now_count > 0; d++) {
        for (int i = 0; i < beam.now_count; i++)
            expand(&beam, &beam.now[i], scratch);
        turn_over(&beam);
    }
    settle(&beam);
    read_off(arena, &beam, ret);
    for (size_t i = 0; i < rays; i++) {
        session_destroy(beam.now[i].session);
        session_destroy(beam.next[i].session);
    }
    session_destroy(beam.best.session);
    session_destroy(scratch);
}

int32_t solve_skilled_end(td_session *scratch, const td_session *from, enum outcome *ret_outcome)
{
    session_copy(scratch, from);
    while (scratch->state->phase == PHASE_TALK)
        session_play(scratch, player_choose(PLAYER_skilled, scratch, NULL), 0, 0, NONE);
    *ret_outcome = (enum outcome)scratch->state->outcome;
    return person_potential(&scratch->state->person);
}
