/* session.c - the life of a session: made at the briefing, forked, copied, freed. */
#include "step.h"

#include "rng.h"

#include <assert.h>

#define NAMED(text)            \
    {                          \
        text, sizeof(text) - 1 \
    }
const td_str mode_names[] = {
#define X(name) NAMED(#name),
    TD_MODES(X)
#undef X
        {NULL, 0}};
const td_str rung_names[] = {
#define X(name) NAMED(#name),
    TD_RUNGS(X)
#undef X
        {NULL, 0}};

#define X(name, code) const char REFUSED_##name[] = code;
TD_REFUSALS(X)
#undef X

enum { VARIANT_DRAW = 0x56415249 }; /* its own stretch of the counter, away from shuffles and luck */

static size_t words_for(int bits)
{
    return ((size_t)bits + 63) / 64;
}

static size_t tail_words(const td_scenario *s)
{
    return words_for(s->node_count) + words_for(s->choice_count) + 2 * (size_t)s->sieve.words;
}

static void set_tail(td_session *session)
{
    session->visited = (uint64_t *)(void *)(session->state + 1);
    session->said = session->visited + words_for(session->scenario->node_count);
    session->done = session->said + words_for(session->scenario->choice_count);
    session->shut = session->done + session->scenario->sieve.words;
}

static td_session *make_block(const td_allocator *mem, const td_scenario *scenario)
{
    td_session *session = mem->resize(mem->context, NULL, sizeof *session);
    memset(session, 0, sizeof *session);
    session->mem = mem;
    session->scenario = scenario;
    session->state_size = sizeof(struct state) + 8 * tail_words(scenario);
    session->state = mem->resize(mem->context, NULL, session->state_size);
    memset(session->state, 0, session->state_size);
    set_tail(session);
    return session;
}

/* --- the start ----------------------------------------------------------------------------- */

static void apply_overrides(td_session *session, struct span overrides)
{
    for (int32_t i = overrides.first; i < overrides.first + overrides.count; i++) {
        const struct override *override = &session->scenario->override_pool[i];
        int32_t low, high;
        bool known = profile_set(&session->state->profile, override->field, override->value, &low, &high);
        assert(known); /* the loader has made sure */
        (void)known;
    }
}

/* The seed decides which history this person has. */
static void choose_variants(td_session *session)
{
    const td_scenario *s = session->scenario;
    for (int i = 0; i < s->axis_count; i++) {
        struct span options = s->axes[i].options;
        if (options.count == 0)
            continue;
        uint32_t drawn = rng_pick(session->setup.seed, VARIANT_DRAW + (uint64_t)i, (uint32_t)options.count);
        const struct variant_option *option = &s->options[options.first + (int32_t)drawn];
        learn_all(session, option->sets);
        apply_overrides(session, option->overrides);
    }
}

static void fill_none(int32_t *values, int count)
{
    for (int i = 0; i < count; i++)
        values[i] = NONE;
}

static void start_state(td_session *session)
{
    struct state *state = session->state;
    const td_scenario *s = session->scenario;
    memcpy(session->shut, s->sieve.waiting, sizeof *session->shut * (size_t)s->sieve.words);
    state->profile = s->profile;
    choose_variants(session);
    state->person = person_start(&state->profile);
    state->band = (uint8_t)person_band_plain(person_agitation(&state->person));
    state->node = state->line = state->reaction = state->observed = NONE;
    state->last_choice = state->last_act = state->ending = state->handed_over = NONE;
    state->dist = s->channel == CHANNEL_telephone ? NONE : s->start_distance;
    fill_none(state->help_at, help_kind_count);
    fill_none(state->demand_since, LIMIT_DEMANDS);
    state->happened = note_nothing();
    mood_changed(session);
}

td_session *session_create(const td_allocator *mem, const td_scenario *scenario, const struct model *model,
                           const struct setup *setup)
{
    assert(scenario->line_gates); /* scenario_index() */
    td_session *session = make_block(mem, scenario);
    session->model = model;
    session->setup = *setup;
    start_state(session);
    return session;
}

void session_destroy(td_session *session)
{
    if (!session)
        return;
    const td_allocator *mem = session->mem;
    mem->resize(mem->context, session->state, 0);
    mem->resize(mem->context, session, 0);
}

td_session *session_fork(const td_session *session)
{
    td_session *fork = make_block(session->mem, session->scenario);
    fork->model = session->model;
    fork->want_delta = session->want_delta;
    session_copy(fork, session);
    return fork;
}

void session_copy(td_session *to, const td_session *from)
{
    assert(to->scenario == from->scenario && to->state_size == from->state_size);
    to->setup = from->setup;
    memcpy(to->state, from->state, from->state_size);
}

/* --- asking it ----------------------------------------------------------------------------- */

bool session_said(const td_session *session, int32_t choice)
{
    return bit_at(session->said, choice);
}

bool session_visited(const td_session *session, int32_t node)
{
    return bit_at(session->visited, node);
}

bool session_promised(const td_session *session)
{
    return session->state->promises_open != 0 || person_owes(&session->state->person);
}

const struct help *find_help(const td_scenario *s, enum help_kind kind)
{
    for (int i = 0; i < s->help_count; i++)
        if (s->help[i].kind == kind)
            return &s->help[i];
    return NULL;
}

const struct scene_move *find_scene_move(const td_scenario *s, enum scene_kind kind)
{
    for (int i = 0; i < s->scene_count; i++)
        if (s->scene[i].kind == kind)
            return &s->scene[i];
    return NULL;
}
