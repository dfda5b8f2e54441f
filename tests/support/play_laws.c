/* play_laws.c - see play_laws.h; the numbers are those of the list of properties in the design of the tests:
 * 1 same commands, same state; 2 written and read again is the same; 3 live = replay = fork + rest;
 * 4 a refused command changes nothing; 5 a view shows what may be done and no more; 6 thinking time is
 * never used and split waits are one; 7 every value stays in its range; 8 marks change nothing;
 * 11 some ending can always be reached. */
#include "play_laws.h"

#include <stdlib.h>

enum { STEPS = 90, TRIED_CHOICES = 20 };

struct trial {
    const td_scenario *scenario;
    struct arena arena;
    struct writer file;
    struct bytes bytes;
    struct play *play;
    td_session *twin;  /* plays the same with other thinking times */
    td_session *fork;  /* split off at some step, plays the rest; NULL = not now */
    td_session *spare; /* for trying things out */
    void *before;      /* the state's bytes before a command */
    const char *broken;
};

static void demand(struct trial *t, bool holds, const char *law)
{
    if (!holds && !t->broken)
        t->broken = law;
}

static const td_session *live(const struct trial *t)
{
    return play_session(t->play);
}

/* --- 2 --------------------------------------------------------------------------------------- */

static void check_words(struct trial *t, const struct command *command)
{
    char first[COMMAND_TEXT], second[COMMAND_TEXT];
    struct command read;
    int column;
    td_str text = {first, command_format(command, first)};
    if (command_parse(text, &read, &column) != TD_OK)
        return; /* drawn with an id that is no id */
    td_str again = {second, command_format(&read, second)};
    demand(t, str_eq(text, again), "2: a command comes back as it was written");
}

/* --- 5 --------------------------------------------------------------------------------------- */

static bool shows(const struct view *view, int32_t choice)
{
    for (int i = 0; i < view->choice_count; i++)
        if (view->choices[i].choice == choice)
            return true;
    return false;
}

static void try_choice(struct trial *t, const struct view *view, int32_t choice)
{
    struct command command = command_empty(SEAT_primary, VERB_choose);
    td_str id = t->scenario->choices[choice].id;
    const char *reason;
    memcpy(command.id, id.ptr, id.len);
    session_copy(t->spare, live(t));
    bool accepted = session_apply(t->spare, &command, &reason) == TD_OK;
    bool expected = view->may_choose && shows(view, choice);
    demand(t, accepted == expected, "5: what the view shows is accepted, and nothing else");
}

static void check_view(struct trial *t)
{
    struct view primary, other;
    session_view(live(t), SEAT_primary, &primary);
    for (int i = 0; i < primary.choice_count; i++)
        try_choice(t, &primary, primary.choices[i].choice);
    for (int i = 0; i < TRIED_CHOICES; i++)
        try_choice(t, &primary, (int32_t)take_below(&t->bytes, (uint32_t)t->scenario->choice_count));
    session_view(live(t), SEAT_voter, &other);
    demand(t, !other.meters && other.agitation == NONE && other.stage == NONE && !other.may_choose,
           "5: a voter sees no meter and may not choose");
    for (int bit = 0; bit < LIMIT_MEMORY; bit++)
        demand(t,
               !memory_has(&other.known, bit) ||
                   (bit < t->scenario->fact_count && memory_has(&live(t)->state->known, bit)),
               "5: a view knows only facts that were disclosed");
}

/* --- 6 --------------------------------------------------------------------------------------- */

/* Waits on whenever something has ended the wait. */
static void wait_for(td_session *session, int32_t ms)
{
    struct command command = command_empty(SEAT_primary, VERB_wait);
    const char *reason;
    int64_t until = session->state->story_ms + ms;
    for (int64_t left = ms; left > 0; left = until - session->state->story_ms) {
        command.number = (int32_t)left;
        if (session_apply(session, &command, &reason) != TD_OK)
            return;
    }
}

static void check_waits(struct trial *t)
{
    int32_t whole = 1 + (int32_t)take_below(&t->bytes, 1500000), part = (int32_t)take_below(&t->bytes, (uint32_t)whole);
    session_copy(t->spare, live(t));
    wait_for(t->spare, whole);
    uint64_t one = session_hash(t->spare);
    int32_t agitation = session_agitation(t->spare);
    demand(t, agitation <= 1000 && agitation >= 0, "6: agitation stays in its range while one waits");
    session_copy(t->spare, live(t));
    wait_for(t->spare, part);
    wait_for(t->spare, (whole - part) / 2);
    wait_for(t->spare, whole - part - (whole - part) / 2);
    demand(t, session_hash(t->spare) == one && session_agitation(t->spare) == agitation, "6: split waits are one wait");
}

/* --- 7 --------------------------------------------------------------------------------------- */

static bool is_share(int32_t q16)
{
    return q16 >= 0 && q16 <= ONE;
}

static bool person_in_range(const struct person *p)
{
    const int32_t shares[] = {p->P, p->L, p->E, p->R, p->T, p->U, p->H, p->C, p->F};
    for (size_t i = 0; i < sizeof shares / sizeof *shares; i++)
        if (!is_share(shares[i]))
            return false;
    for (int i = 0; i < LEDGER_COUNT; i++)
        if (p->ledger[i] < 0)
            return false;
    for (int i = 0; i < ACT_COUNT; i++)
        if (p->habit[i] < 0 || p->habit[i] > 1000)
            return false;
    return p->err >= 0 && p->err <= 1000 && p->stage >= 0 && p->stage < STAGE_COUNT && p->top_stage >= p->stage;
}

static bool index_in_range(int32_t index, int count)
{
    return index >= NONE && index < count;
}

static bool places_in_range(const td_scenario *s, const struct state *state)
{
    return index_in_range(state->node, s->node_count) && index_in_range(state->line, s->line_count) &&
           index_in_range(state->reaction, s->line_count) && index_in_range(state->observed, s->line_count) &&
           index_in_range(state->ending, s->ending_count) && index_in_range(state->last_choice, s->choice_count) &&
           index_in_range(state->last_act, ACT_COUNT);
}

static bool clocks_in_range(const td_scenario *s, const struct state *state)
{
    return state->story_ms >= state->event_ms && state->event_ms >= 0 &&
           state->story_ms <= ((int64_t)s->budget_minutes + LIMIT_STORY_MINUTES) * 60000 && state->exchanges >= 0 &&
           state->exchanges <= s->budget_exchanges && state->band <= 4 && state->band_now <= 4 &&
           (state->dist == NONE || (state->dist >= DIST_MIN && state->dist <= DIST_MAX));
}

static void check_ranges(struct trial *t)
{
    const struct state *state = live(t)->state;
    demand(t, person_in_range(&state->person), "7: every value of the person stays in its range");
    demand(t, places_in_range(t->scenario, state), "7: every index names something");
    demand(t, clocks_in_range(t->scenario, state), "7: clocks, bands and distances stay in their range");
    demand(t, state->phase != PHASE_OVER || state->ending != NONE, "11: what is over has an ending");
}

/* --- 8 --------------------------------------------------------------------------------------- */

static void check_marks(struct trial *t)
{
    uint64_t before = session_hash(live(t));
    td_status status = play_mark(t->play, SEAT_primary, TD_STR("note \"here\""), &t->file);
    demand(t, status == TD_OK && session_hash(live(t)) == before, "8: a mark changes nothing");
}

/* --- 11 -------------------------------------------------------------------------------------- */

static void check_end_is_near(struct trial *t)
{
    session_copy(t->spare, live(t));
    t->spare->state->frozen = false;
    for (int i = 0; i < LIMIT_EXCHANGES && t->spare->state->phase == PHASE_TALK; i++)
        session_play(t->spare, ACTION_PAUSE, 0, 0, NONE);
    demand(t, t->spare->state->phase == PHASE_OVER && t->spare->state->ending != NONE,
           "11: from every moment some ending can be reached");
}

/* --- 1, 3, 4 --------------------------------------------------------------------------------- */

static void check_refusal(struct trial *t, const struct view *before, size_t file_len)
{
    struct view after;
    session_view(live(t), SEAT_primary, &after);
    demand(t, memcmp(t->before, live(t)->state, live(t)->state_size) == 0, "4: a refused command changes no byte");
    demand(t, writer_str(&t->file).len == file_len, "4: a refused command is not written");
    demand(t,
           after.choice_count == before->choice_count && after.prompts == before->prompts &&
               after.story_ms == before->story_ms,
           "4: a refused command changes no view");
}

static void follow_with(struct trial *t, td_session *follower, const struct command *command, const char *law)
{
    const char *reason;
    struct command same = *command;
    same.after = same.after == NONE ? 4711 : same.after * 2 + 1;
    demand(t, session_apply(follower, &same, &reason) == TD_OK && session_hash(follower) == session_hash(live(t)), law);
}

static void follow(struct trial *t, const struct command *command)
{
    if (command->verb == VERB_rewind) {
        session_copy(t->twin, live(t));
        session_destroy(t->fork);
        t->fork = NULL;
        return;
    }
    follow_with(t, t->twin, command, "1, 6: the same commands give the same state, whatever one thought about them");
    if (t->fork)
        follow_with(t, t->fork, command, "3: a fork and the rest are the whole");
    else if (take_below(&t->bytes, 4) == 1)
        t->fork = session_fork(live(t));
}

static void one_step(struct trial *t)
{
    struct command command = stage_draw(&t->bytes, live(t));
    struct view before;
    const char *reason;
    size_t file_len = writer_str(&t->file).len;
    check_words(t, &command);
    session_view(live(t), SEAT_primary, &before);
    memcpy(t->before, live(t)->state, live(t)->state_size);
    if (play_apply(t->play, &command, &t->file, &reason) == TD_OK)
        follow(t, &command);
    else
        check_refusal(t, &before, file_len);
    check_ranges(t);
}

static void look_around(struct trial *t)
{
    switch (take_below(&t->bytes, 8)) {
    case 0: check_view(t); return;
    case 1: check_waits(t); return;
    case 2: check_marks(t); return;
    case 3:
        if (live(t)->state->phase == PHASE_TALK)
            check_end_is_near(t);
        return;
    default: return;
    }
}

/* --- 2, 3: the file -------------------------------------------------------------------------- */

static void check_replay(struct trial *t, const td_journal *journal)
{
    for (int attempt = 1; attempt <= journal->attempt_count; attempt++) {
        td_session *session = session_create(&stage_memory, t->scenario, &model_built_in, &journal->header.setup);
        struct replay_report report = journal_replay(journal, attempt, true, session);
        demand(t, report.status == TD_OK, "3: what was played replays");
        if (attempt == journal->attempt_count)
            demand(t, session_hash(session) == session_hash(live(t)), "3: a replay ends where the play did");
        session_destroy(session);
    }
    struct replay_report report;
    struct play *resumed = play_resume(&stage_memory, t->scenario, &model_built_in, journal, &report);
    demand(t, resumed && session_hash(play_session(resumed)) == session_hash(live(t)),
           "3: a resumed play goes on there");
    play_destroy(resumed);
}

static void check_file(struct trial *t)
{
    struct diags diags;
    td_journal *journal = NULL;
    struct writer again;
    diags_init(&diags, &t->arena);
    writer_init(&again, &t->arena);
    td_str text = writer_str(&t->file);
    journal_read(&stage_memory, TD_STR("trial"), text, &diags, &journal);
    demand(t, journal && diags.count == 0, "2: what is written is read");
    if (!journal)
        return;
    journal_write(&again, journal);
    demand(t, str_eq(text, writer_str(&again)), "2: a journal comes back byte for byte");
    check_replay(t, journal);
    journal_destroy(journal);
}

/* --- the trial ------------------------------------------------------------------------------- */

static void open_trial(struct trial *t, uint64_t seed)
{
    struct setup setup = stage_setup(seed);
    setup.mode = (enum mode)take_below(&t->bytes, 3);
    struct journal_header header = journal_header_for(t->scenario, NULL, &model_built_in, &setup);
    arena_init(&t->arena, &stage_memory);
    writer_init(&t->file, &t->arena);
    journal_write_header(&t->file, &header);
    t->play = play_create(&stage_memory, t->scenario, &model_built_in, &header);
    t->twin = session_fork(live(t));
    t->spare = session_fork(live(t));
    t->before = malloc(live(t)->state_size);
}

static void close_trial(struct trial *t)
{
    free(t->before);
    session_destroy(t->spare);
    session_destroy(t->fork);
    session_destroy(t->twin);
    play_destroy(t->play);
    arena_finish(&t->arena);
}

struct law_fault laws_broken(const td_scenario *scenario, uint64_t seed, const uint8_t *data, size_t size,
                             struct writer *want_file)
{
    struct trial t = {.scenario = scenario, .bytes = bytes_from(data, size)};
    int step = 0;
    open_trial(&t, seed);
    for (; step < STEPS && t.bytes.len > 0 && !t.broken; step++) {
        one_step(&t);
        look_around(&t);
    }
    if (!t.broken)
        check_file(&t);
    if (want_file)
        w_str(want_file, writer_str(&t.file));
    close_trial(&t);
    return (struct law_fault){t.broken, step};
}
