/* explore.c - the frontier search: try what was never tried, from where it was offered. */
#include "explore.h"

#include "rng.h"

struct explorer {
    struct arena *arena;
    const struct stage_set *set;
    td_session **saved; /* per choice: a moment at which it was offered and not yet tried */
    int32_t *queue;     /* choices with a saved moment */
    int queue_count;
    uint8_t *choice_seen, *ending_seen, *node_seen, *line_seen;
    uint8_t *node_left, *node_mute, *event_seen, *prompt_seen;
    struct explored_range *ranges;
    int64_t plays, exchanges, most;
    uint64_t counter; /* of draws */
};

static uint32_t draw(struct explorer *e, uint32_t below)
{
    return rng_pick(20260, e->counter++, below);
}

static void see_menu(struct explorer *e, const td_session *session)
{
    int32_t menu[LIMIT_MENU];
    int count = session_menu(session, menu);
    if (count == 0)
        e->node_mute[session->state->node] = 1;
    for (int i = 0; i < count; i++) {
        int32_t choice = menu[i];
        if (e->choice_seen[choice] != 0)
            continue;
        e->choice_seen[choice] = 1;
        e->saved[choice] = session_fork(session);
        e->queue[e->queue_count++] = choice;
    }
}

static void widen(struct explored_range *range, const int32_t now[CV_COUNT])
{
    for (int value = 0; value < CV_COUNT; value++) {
        range->low[value] = now[value] < range->low[value] ? now[value] : range->low[value];
        range->high[value] = now[value] > range->high[value] ? now[value] : range->high[value];
    }
}

static void mark_bits(uint64_t bits, uint8_t *seen)
{
    for (; bits != 0; bits &= bits - 1)
        seen[__builtin_ctzll(bits)] = 1;
}

/* What is never a line: what came from outside, what was asked, how far the person went. */
static void see_around(struct explorer *e, const td_session *session)
{
    const struct state *state = session->state;
    mark_bits(state->happened.events, e->event_seen);
    mark_bits(session_prompts(session), e->prompt_seen);
    if (state->node != NONE)
        widen(&e->ranges[state->node], state->now);
    widen(&e->ranges[session->scenario->node_count], state->now);
}

static void see(struct explorer *e, const td_session *session)
{
    const struct state *state = session->state;
    see_around(e, session);
    if (state->node != NONE)
        e->node_seen[state->node] = 1;
    if (state->line != NONE)
        e->line_seen[state->line] = 1;
    if (state->reaction != NONE)
        e->line_seen[state->reaction] = 1;
    if (state->phase == PHASE_OVER && state->ending != NONE)
        e->ending_seen[state->ending] = 1;
    if (state->phase == PHASE_TALK)
        see_menu(e, session);
}

/* How an exchange left the node it was spoken at; time running out, or breaking off, is no way out. */
static void see_way_out(struct explorer *e, const td_session *session, int32_t from)
{
    const struct state *state = session->state;
    if (state->node != from)
        e->node_left[from] |= NODE_LED_ON;
    if (state->phase == PHASE_OVER && state->outcome == OUTCOME_resolved)
        e->node_left[from] |= NODE_ENDED;
}

static void take(struct explorer *e, td_session *session, int32_t choice, int32_t tone)
{
    int32_t from = session->state->node;
    if (choice != ACTION_PAUSE)
        e->choice_seen[choice] = 2;
    e->exchanges++;
    session_play(session, choice, tone, 0, NONE);
    see_way_out(e, session, from);
    see(e, session);
}

/* An untried line if there is one on the menu, else a random one, now and then silence. */
static int32_t pick(struct explorer *e, const td_session *session)
{
    int32_t menu[LIMIT_MENU];
    int count = session_menu(session, menu);
    for (int i = 0; i < count; i++)
        if (e->choice_seen[menu[i]] != 2)
            return menu[i];
    uint32_t at = draw(e, (uint32_t)count * 4 + 1);
    return count == 0 || at == (uint32_t)count * 4 ? ACTION_PAUSE : menu[at % (uint32_t)count];
}

static void play_on(struct explorer *e, td_session *session)
{
    e->plays++;
    while (session->state->phase == PHASE_TALK && e->exchanges < e->most)
        take(e, session, pick(e, session), 0);
}

/* One of the plans of the briefing, or none of them: each seed comes another way. */
static void come_somehow(const struct explorer *e, td_session *session, uint64_t seed)
{
    uint64_t plan = seed % ((uint64_t)e->set->scenario->approach_count + 1);
    struct command command = {
        .seat = SEAT_primary, .verb = VERB_pick, .number = NONE, .sure = NONE, .dist = NONE, .after = NONE};
    if (plan == 0)
        return;
    td_str id = e->set->scenario->approach[plan - 1].id;
    memcpy(command.ids[command.id_count++], id.ptr, id.len);
    const char *reason;
    session_apply(session, &command, &reason);
}

static td_session *fresh(const struct explorer *e, uint64_t seed)
{
    struct setup setup = {
        .seed = seed, .noise = e->set->noise, .mode = MODE_practice, .rung = RUNG_personal, .preset = "solo"};
    td_session *session = session_create(e->arena->mem, e->set->scenario, e->set->model, &setup);
    struct command begin = {
        .seat = SEAT_primary, .verb = VERB_begin, .number = NONE, .sure = NONE, .dist = NONE, .after = NONE};
    const char *reason;
    come_somehow(e, session, seed);
    session_apply(session, &begin, &reason);
    return session;
}

/* Every scripted player's way through: they reach the deep steps that random play does not. */
static void follow_players(struct explorer *e, uint64_t seed)
{
    for (int player = 0; player < PLAYER_COUNT; player++) {
        td_session *session = fresh(e, seed);
        see(e, session);
        e->plays++;
        while (session->state->phase == PHASE_TALK && e->exchanges < e->most)
            take(e, session, player_choose((enum player)player, session, e->set->texts), 0);
        session_destroy(session);
    }
}

static void drain(struct explorer *e)
{
    while (e->queue_count > 0 && e->exchanges < e->most) {
        int32_t choice = e->queue[--e->queue_count];
        td_session *session = e->saved[choice];
        e->saved[choice] = NULL;
        if (e->choice_seen[choice] != 2) {
            take(e, session, choice, 0);
            play_on(e, session);
        }
        session_destroy(session);
    }
}

static bool apply(struct explorer *e, td_session *session, enum verb verb, int32_t kind, int32_t number)
{
    struct command command = {
        .seat = SEAT_primary, .verb = verb, .kind = kind, .number = number, .sure = NONE, .dist = NONE, .after = NONE};
    const char *reason;
    td_status status = session_apply(session, &command, &reason);
    if (status == TD_OK)
        see(e, session);
    return status == TD_OK;
}

static bool hand_over(struct explorer *e, td_session *session, int32_t items)
{
    for (int kind = 0; kind < help_kind_count; kind++)
        apply(e, session, VERB_help, kind, NONE);
    for (int i = 0; i < 3 && session->state->phase == PHASE_TALK; i++)
        apply(e, session, VERB_wait, 0, 600000);
    return apply(e, session, VERB_handover, items, NONE);
}

/* The ways out that are no lines: leaving, handing over with all or nothing passed on, waiting. */
static void try_ways_out(struct explorer *e, const td_session *at)
{
    static const int32_t passed_on[] = {0, HAND_NAME | HAND_RISK,
                                        HAND_NAME | HAND_HOOKS | HAND_TRIGGERS | HAND_PROMISES | HAND_RISK};
    td_session *session = session_fork(at);
    apply(e, session, VERB_withdraw, 0, NONE);
    for (size_t i = 0; i < sizeof passed_on / sizeof *passed_on; i++) {
        session_copy(session, at);
        hand_over(e, session, passed_on[i]);
    }
    session_copy(session, at);
    for (int kind = 0; kind < scene_kind_count; kind++)
        apply(e, session, VERB_move, kind, NONE);
    for (int i = 0; i < 20 && session->state->phase == PHASE_TALK; i++)
        apply(e, session, VERB_wait, 0, 600000);
    session_destroy(session);
}

static void try_ways_out_along(struct explorer *e, enum player player, uint64_t seed)
{
    td_session *session = fresh(e, seed);
    int at = 0;
    while (session->state->phase == PHASE_TALK && e->exchanges < e->most) {
        if (at++ % 3 == 0)
            try_ways_out(e, session);
        take(e, session, player_choose(player, session, e->set->texts), 0);
    }
    session_destroy(session);
}

/* One thing a learner may do, mostly sensible: what lies deep is reached by those who listen, what
 * lies aside by those who stray, and some of it only with time, help or a change in the room. */
static void wander_once(struct explorer *e, td_session *session, enum player player)
{
    static const int32_t distances[] = {NONE, NONE, NONE, 100, 220, 400};
    uint32_t roll = draw(e, 100);
    int32_t choice;
    if (roll < 3 && apply(e, session, VERB_wait, 0, 60000 * (int32_t)(1 + draw(e, 10))))
        return;
    if (roll < 6 && apply(e, session, VERB_help, (int32_t)draw(e, help_kind_count), NONE))
        return;
    if (roll < 9 && apply(e, session, VERB_move, (int32_t)draw(e, scene_kind_count), NONE))
        return;
    if (roll < 11 && apply(e, session, VERB_observe, 0, NONE))
        return;
    choice = roll < 60 ? player_choose(player, session, e->set->texts) : pick(e, session);
    int32_t from = session->state->node;
    if (choice != ACTION_PAUSE)
        e->choice_seen[choice] = 2;
    e->exchanges++;
    session_play(session, choice, (int32_t)draw(e, 3) - 1, (int32_t)draw(e, 3) - 1,
                 session->state->dist == NONE || e->set->scenario->distance_fixed ? NONE : distances[draw(e, 6)]);
    see_way_out(e, session, from);
    see(e, session);
}

static int32_t found_so_far(const struct explorer *e)
{
    const td_scenario *s = e->set->scenario;
    int32_t sum = 0;
    for (int i = 0; i < s->choice_count; i++)
        sum += e->choice_seen[i];
    for (int i = 0; i < s->ending_count; i++)
        sum += e->ending_seen[i];
    for (int i = 0; i < s->line_count; i++)
        sum += e->line_seen[i];
    return sum;
}

/* Plays until a long row of plays has found nothing new. */
static void wander(struct explorer *e)
{
    enum { ENOUGH = 1000 };
    int32_t before = found_so_far(e);
    for (int idle = 0; idle < ENOUGH && e->exchanges < e->most; idle++) {
        uint32_t roll = draw(e, 4);
        enum player player = roll < 2    ? PLAYER_skilled
                             : roll == 2 ? PLAYER_listening_only
                                         : (enum player)draw(e, PLAYER_COUNT);
        td_session *session = fresh(e, 1000 + e->counter);
        bool leaves = draw(e, 6) == 0;
        uint32_t after = draw(e, 30), turns = draw(e, 45);
        e->plays++;
        while (session->state->phase == PHASE_TALK && e->exchanges < e->most) {
            if ((uint32_t)session->state->exchanges == turns) /* what a wrong word does late, only a late one shows */
                player = (enum player)draw(e, PLAYER_COUNT);
            wander_once(e, session, player);
            if (leaves && session->state->phase == PHASE_TALK && (uint32_t)session->state->exchanges == after)
                try_ways_out(e, session);
        }
        session_destroy(session);
        drain(e);
        if (found_so_far(e) > before)
            idle = 0;
        before = found_so_far(e);
    }
}

static int32_t count(const uint8_t *seen, int32_t n, uint8_t least)
{
    int32_t sum = 0;
    for (int32_t i = 0; i < n; i++)
        sum += seen[i] >= least;
    return sum;
}

static void report(const struct explorer *e, struct exploration *ret)
{
    const td_scenario *s = e->set->scenario;
    *ret = (struct exploration){
        .choices = s->choice_count,
        .reachable = count(e->choice_seen, s->choice_count, 1),
        .tried = count(e->choice_seen, s->choice_count, 2),
        .endings = s->ending_count,
        .endings_reached = count(e->ending_seen, s->ending_count, 1),
        .nodes = s->node_count,
        .nodes_reached = count(e->node_seen, s->node_count, 1),
        .lines = s->line_count,
        .lines_heard = count(e->line_seen, s->line_count, 1),
        .plays = e->plays,
        .exchanges = e->exchanges,
        .choice_seen = e->choice_seen,
        .ending_seen = e->ending_seen,
        .node_seen = e->node_seen,
        .line_seen = e->line_seen,
        .node_left = e->node_left,
        .node_mute = e->node_mute,
        .event_seen = e->event_seen,
        .prompt_seen = e->prompt_seen,
        .ranges = e->ranges,
    };
    ret->complete = ret->tried == ret->reachable;
}

static struct explored_range *no_ranges(struct arena *arena, int count)
{
    struct explored_range *ranges = arena_new(arena, struct explored_range, (size_t)count);
    for (int i = 0; i < count; i++)
        for (int value = 0; value < CV_COUNT; value++) {
            ranges[i].low[value] = INT32_MAX;
            ranges[i].high[value] = INT32_MIN;
        }
    return ranges;
}

void explore(struct arena *arena, const struct stage_set *set, int seeds, int64_t most, struct exploration *ret)
{
    const td_scenario *s = set->scenario;
    struct explorer e = {
        .arena = arena,
        .set = set,
        .saved = arena_new(arena, td_session *, (size_t)s->choice_count + 1),
        .queue = arena_new(arena, int32_t, (size_t)s->choice_count + 1),
        .choice_seen = arena_new(arena, uint8_t, (size_t)s->choice_count + 1),
        .ending_seen = arena_new(arena, uint8_t, (size_t)s->ending_count + 1),
        .node_seen = arena_new(arena, uint8_t, (size_t)s->node_count + 1),
        .line_seen = arena_new(arena, uint8_t, (size_t)s->line_count + 1),
        .node_left = arena_new(arena, uint8_t, (size_t)s->node_count + 1),
        .node_mute = arena_new(arena, uint8_t, (size_t)s->node_count + 1),
        .event_seen = arena_new(arena, uint8_t, 64),
        .prompt_seen = arena_new(arena, uint8_t, 64),
        .ranges = no_ranges(arena, s->node_count + 1),
        .most = most,
    };
    for (int seed = 1; seed <= seeds && e.exchanges < most; seed++) {
        follow_players(&e, (uint64_t)seed);
        try_ways_out_along(&e, PLAYER_skilled, (uint64_t)seed);
        try_ways_out_along(&e, PLAYER_novice, (uint64_t)seed);
        drain(&e);
    }
    wander(&e);
    e.most = INT64_MAX; /* nothing offered stays untried: there are no more of them than choices */
    drain(&e);
    report(&e, ret);
}
