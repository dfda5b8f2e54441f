/* run.c - the loop of a player in front of a session; every command is kept, as in a real play. */
#include "run.h"

enum { RUN_COMMANDS = LIMIT_EXCHANGES + 64 };

struct recorder {
    td_session *session;
    struct entry *entries;
    int count;
};

static bool apply(struct recorder *r, struct command command)
{
    const char *reason;
    if (r->count >= RUN_COMMANDS || session_apply(r->session, &command, &reason) != TD_OK)
        return false;
    r->entries[r->count] =
        (struct entry){.number = r->count + 1, .attempt = 1, .command = command, .check = session_hash(r->session)};
    r->count++;
    return true;
}

static struct command order_to(enum verb verb)
{
    return (struct command){
        .seat = SEAT_primary, .verb = verb, .number = NONE, .sure = NONE, .dist = NONE, .after = NONE};
}

static void copy_id(char *to, td_str id)
{
    memcpy(to, id.ptr, id.len);
    to[id.len] = '\0';
}

static bool listens(enum player player)
{
    return player == PLAYER_skilled || player == PLAYER_with_errors_repaired;
}

static void pick_needed(struct recorder *r)
{
    const td_scenario *s = r->session->scenario;
    struct command command = order_to(VERB_pick);
    for (int i = 0; i < s->briefing_count && command.id_count < s->briefing_pick; i++)
        if (s->briefing[i].class == BRIEF_needed && s->briefing[i].key)
            copy_id(command.ids[command.id_count++], s->briefing[i].id);
    for (int i = 0; i < s->approach_count; i++)
        if (s->approach[i].key && command.id_count < COMMAND_IDS) {
            copy_id(command.ids[command.id_count++], s->approach[i].id);
            break;
        }
    if (command.id_count > 0)
        apply(r, command);
}

/* The others come as it falls out: one of the plans, or none. */
static void come_somehow(struct recorder *r, uint64_t seed)
{
    const td_scenario *s = r->session->scenario;
    uint64_t plan = seed % ((uint64_t)s->approach_count + 1);
    struct command command = order_to(VERB_pick);
    if (plan == 0)
        return;
    copy_id(command.ids[command.id_count++], s->approach[plan - 1].id);
    apply(r, command);
}

/* Calls the help the scenario needs, one kind at a time, once the person feels heard. */
static bool call_help(struct recorder *r)
{
    const td_scenario *s = r->session->scenario;
    if (r->session->state->person.stage < 2)
        return false;
    for (int i = 0; i < s->help_count; i++) {
        if (!s->help[i].needed || r->session->state->help_at[s->help[i].kind] != NONE)
            continue;
        struct command command = order_to(VERB_help);
        command.kind = (int32_t)s->help[i].kind;
        return apply(r, command);
    }
    return false;
}

static bool let_time_pass(struct recorder *r)
{
    enum { TEN_MINUTES_MS = 600000 };
    struct command command = order_to(VERB_wait);
    command.number = TEN_MINUTES_MS;
    return apply(r, command);
}

static bool speak(struct recorder *r, const struct stage_set *set, enum player player)
{
    int32_t choice = player_choose(player, r->session, set->texts);
    struct command command = order_to(choice == ACTION_PAUSE ? VERB_pause : VERB_choose);
    if (choice == ACTION_PAUSE)
        command.number = 10000;
    else
        copy_id(command.id, set->scenario->choices[choice].id);
    return apply(r, command);
}

static void play_out(struct recorder *r, const struct stage_set *set, enum player player, uint64_t seed)
{
    if (listens(player))
        pick_needed(r);
    else
        come_somehow(r, seed);
    apply(r, order_to(VERB_begin));
    while (r->session->state->phase == PHASE_TALK) {
        if (listens(player) && call_help(r))
            continue;
        if (!(player == PLAYER_waiting ? let_time_pass(r) : speak(r, set, player)))
            break;
    }
}

td_journal *run_journal(struct arena *arena, const struct stage_set *set, enum player player, uint64_t seed)
{
    td_journal *journal = arena_new(arena, td_journal, 1);
    journal->header = (struct journal_header){
        .format = 1,
        .model_version = set->model->version,
        .model_hash = set->model->hash,
        .scenario = set->scenario->id,
        .rules_hash = set->scenario->rules_hash,
        .lang = set->scenario->lang,
        .words_hash = set->texts != NULL ? set->texts->hash : 0,
        .setup = {.seed = seed, .noise = set->noise, .mode = MODE_practice, .rung = RUNG_personal, .preset = "solo"},
    };
    struct recorder r = {
        .session = session_create(arena->mem, set->scenario, set->model, &journal->header.setup),
        .entries = arena_new(arena, struct entry, RUN_COMMANDS),
    };
    play_out(&r, set, player, seed);
    session_destroy(r.session);
    journal->entries = r.entries;
    journal->entry_count = r.count;
    journal->attempt_count = 1;
    return journal;
}

void run_play(struct arena *arena, const struct stage_set *set, enum player player, uint64_t seed, bool scored,
              struct run *ret)
{
    struct arena_mark mark = arena_mark(arena);
    td_journal *journal = run_journal(arena, set, player, seed);
    struct trace trace;
    trace_build(arena, set->scenario, set->model, journal, 1, false, &trace);
    struct run run = {
        .outcome = trace.outcome,
        .ending = trace.ending,
        .exchanges = trace.exchange_count,
        .agitation = trace.end.agitation,
        .top_stage = trace.top_stage,
    };
    if (scored) {
        td_score score;
        score_compute(&trace, &score);
        run.score = score.total;
    }
    arena_rewind(arena, mark);
    *ret = run;
}

bool run_must_fail(enum player player)
{
    return player == PLAYER_first || player == PLAYER_longest || player == PLAYER_fixer || player == PLAYER_liar ||
           player == PLAYER_authoritarian || player == PLAYER_silent || player == PLAYER_waiting;
}
