/* corpus.c - plays every player with every seed, and looks at each menu from the same moment and luck:
 * what each line would have done at once, and where a skilled helper would have got to from it. */
#include "corpus.h"

#include "hash.h"

enum { LOOK_AHEAD = 3, WELL_SAID = 600 /* permille */ };

/* One play while it is watched. */
struct watch {
    struct corpus *corpus;
    enum player player;
    td_session *session, *fork;
    int32_t exchange;
    bool *been; /* per node, in this play */
};

/* --- the menu of a moment --------------------------------------------------------------------------------- */

static int file_order(const td_session *session, int32_t menu[LIMIT_MENU])
{
    int count = session_menu(session, menu);
    for (int i = 1; i < count; i++)
        for (int k = i; k > 0 && menu[k] < menu[k - 1]; k--) {
            int32_t swap = menu[k];
            menu[k] = menu[k - 1];
            menu[k - 1] = swap;
        }
    return count;
}

static struct lint_moment *moment_of(struct corpus *corpus, const td_session *session)
{
    const struct state *state = session->state;
    int32_t menu[LIMIT_MENU];
    int count = file_order(session, menu);
    uint64_t key = hash_u64(hash_u64(HASH_START, (uint64_t)state->node), (uint64_t)state->person.stage);
    for (int i = 0; i < count; i++)
        key = hash_u64(key, (uint64_t)menu[i]);
    struct lint_moment *moment = table_item(&corpus->moments, hash_finish(key));
    if (moment->met == 0) {
        moment->node = state->node;
        moment->stage = state->person.stage;
        moment->count = count;
        for (int i = 0; i < count; i++)
            moment->options[i].choice = menu[i];
    }
    return moment;
}

static const struct choice *choice_at(const struct corpus *corpus, int32_t choice)
{
    return &corpus->set->stage.scenario->choices[choice];
}

static bool is_temptation(const struct model *model, enum act act, int32_t stage)
{
    return act == ACT_ADVICE || (model->class[act] == CLASS_COG && model->m[act][stage] < 0);
}

/* A line that names a hook, or a good line that touches a sore point: nobody can weigh it who has not been told.
 * A clumsy guess is a mistake like others. */
static bool needs_telling(const td_scenario *s, const struct choice *choice, int32_t m)
{
    if (choice->names == NONE || choice->move.q < WELL_SAID)
        return false;
    enum fact_kind kind = s->facts[choice->names].kind;
    return (kind == FACT_hook && choice->move.act == ACT_HOOK) || (kind == FACT_trigger && m >= 0);
}

/* What can be read off the menu without trying it. */
static void read_menu(struct watch *watch, struct lint_moment *moment)
{
    struct corpus *corpus = watch->corpus;
    const td_scenario *s = corpus->set->stage.scenario;
    const struct state *state = watch->session->state;
    const struct model *model = corpus->set->stage.model;
    int harmful = 0;
    for (int i = 0; i < moment->count; i++) {
        const struct choice *choice = choice_at(corpus, moment->options[i].choice);
        struct lint_choice_tally *tally = &corpus->tallies[moment->options[i].choice];
        int32_t m = model->m[choice->move.act][moment->stage];
        enum act act = choice->move.act;
        corpus->choices[moment->options[i].choice].offered++;
        tally->harmful |= m < 0;
        harmful += m < 0;
        moment->workable |= m >= 600;
        moment->tempting |= is_temptation(model, act, moment->stage);
        moment->asks |= act == ACT_SUICQ;
        moment->hint |= act == ACT_MINIM || act == ACT_CLOSEDQ;
        if (needs_telling(s, choice, m))
            tally->hidden += !memory_has(&state->known, choice->names);
    }
    moment->asked_already |= state->person.asked_suicide != 0;
    moment->harmful += moment->count > 0 && harmful == moment->count;
}

/* --- what each line is worth ------------------------------------------------------------------------------ */

/* A repair, a limit, a hard question cost now and pay later; so the helper plays on a little. */
static int32_t later_from(struct watch *watch, int32_t choice)
{
    session_copy(watch->fork, watch->session);
    session_play(watch->fork, choice, 0, 0, NONE);
    for (int i = 0; i < LOOK_AHEAD && watch->fork->state->phase == PHASE_TALK; i++)
        session_play(watch->fork, player_choose(PLAYER_skilled, watch->fork, NULL), 0, 0, NONE);
    return person_potential(&watch->fork->state->person);
}

static int32_t now_from(struct watch *watch, int32_t choice)
{
    session_copy(watch->fork, watch->session);
    session_play(watch->fork, choice, 0, 0, NONE);
    return person_potential(&watch->fork->state->person);
}

static int32_t spread_of(const int32_t *values, int count)
{
    int32_t least = INT32_MAX, most = INT32_MIN;
    for (int i = 0; i < count; i++) {
        least = values[i] < least ? values[i] : least;
        most = values[i] > most ? values[i] : most;
    }
    return count == 0 ? 0 : most - least;
}

static int32_t larger(int32_t a, int32_t b)
{
    return a > b ? a : b;
}

static int32_t distance(int32_t a, int32_t b)
{
    return a > b ? a - b : b - a;
}

static void compare(struct corpus *corpus, const struct lint_moment *moment, const int32_t *now, const int32_t *later)
{
    for (int a = 0; a < moment->count; a++)
        for (int b = 0; b < moment->count; b++) {
            if (a == b)
                continue;
            int32_t worse = moment->options[a].choice, better = moment->options[b].choice;
            struct lint_pair *pair = table_item(&corpus->pairs, (uint64_t)worse << 32 | (uint32_t)better);
            pair->worse = worse;
            pair->better = better;
            pair->met++;
            pair->lost += now[b] - now[a] >= SPREAD_REAL && later[b] - later[a] >= SPREAD_REAL;
            pair->won += now[a] - now[b] >= SPREAD_REAL || later[a] - later[b] >= SPREAD_REAL;
            pair->loss += now[b] - now[a];
            pair->widest = larger(pair->widest, larger(distance(now[a], now[b]), distance(later[a], later[b])));
        }
}

static void weigh(struct watch *watch, struct lint_moment *moment)
{
    int32_t now[LIMIT_MENU], later[LIMIT_MENU];
    for (int i = 0; i < moment->count; i++) {
        now[i] = now_from(watch, moment->options[i].choice);
        later[i] = later_from(watch, moment->options[i].choice);
        moment->options[i].now += now[i];
        moment->options[i].later += later[i];
    }
    int32_t spread = spread_of(now, moment->count);
    moment->spread += spread;
    moment->widest = larger(moment->widest, spread);
    moment->widest_later = larger(moment->widest_later, spread_of(later, moment->count));
    compare(watch->corpus, moment, now, later);
}

static void look(struct watch *watch)
{
    struct lint_moment *moment = moment_of(watch->corpus, watch->session);
    moment->met++;
    read_menu(watch, moment);
    weigh(watch, moment);
}

int corpus_best(const struct lint_moment *moment)
{
    int best = 0;
    bool alone = true;
    for (int i = 1; i < moment->count; i++) {
        int64_t more = moment->options[i].now - moment->options[best].now;
        alone = more == 0 ? false : more > 0 || alone;
        best = more > 0 ? i : best;
    }
    return alone && moment->count > 0 ? best : NONE;
}

/* --- where the talk goes ---------------------------------------------------------------------------------- */

static void arrive(struct watch *watch, int32_t node)
{
    struct corpus *corpus = watch->corpus;
    struct lint_node_flow *flow = &corpus->nodes[node];
    flow->entries++;
    if (watch->been[node])
        return;
    watch->been[node] = true;
    corpus->first_sum[node] += watch->exchange;
    flow->plays++;
    flow->skilled += watch->player == PLAYER_skilled;
}

static void go(struct watch *watch, int32_t from, int32_t to)
{
    struct lint_way *way = table_item(&watch->corpus->ways, (uint64_t)from << 32 | (uint32_t)to);
    way->from = from;
    way->to = to;
    way->count++;
    way->skilled += watch->player == PLAYER_skilled;
}

static void follow(struct watch *watch, int32_t from)
{
    const struct state *state = watch->session->state;
    if (from != NONE && state->phase == PHASE_OVER && state->ending != NONE)
        go(watch, from, ~state->ending);
    if (state->node == from || state->node == NONE)
        return;
    if (from != NONE)
        go(watch, from, state->node);
    arrive(watch, state->node);
}

/* --- what is heard ---------------------------------------------------------------------------------------- */

static void hear(struct corpus *corpus, int32_t line)
{
    if (line == NONE)
        return;
    corpus->said[line]++;
    if (corpus->said[line] > corpus->most_said[line])
        corpus->most_said[line] = (uint8_t)(corpus->said[line] < 255 ? corpus->said[line] : 255);
    corpus->repeated[line] += corpus->said[line] == SAID_TOO_OFTEN;
}

/* A reaction to a line that fits whatever the person's state: nothing in particular was foreseen. */
static void hear_answer(struct watch *watch, int32_t choice)
{
    struct corpus *corpus = watch->corpus;
    const td_scenario *s = corpus->set->stage.scenario;
    int32_t line = watch->session->state->reaction;
    hear(corpus, line);
    if (choice == NONE || line == NONE)
        return;
    struct span own = s->choices[choice].reactions;
    corpus->heard++;
    corpus->fallbacks += own.count > 1 && line >= own.first && line < own.first + own.count &&
                         s->conditions[s->lines[line].condition].specificity == 0;
}

/* --- a play ----------------------------------------------------------------------------------------------- */

static bool is_spoken(const struct command *command)
{
    return command->verb == VERB_choose || command->verb == VERB_pause || command->verb == VERB_help;
}

static void watch_command(struct watch *watch, const struct command *command)
{
    td_session *session = watch->session;
    int32_t from = session->state->node;
    int32_t choice = command->verb == VERB_choose ? scenario_find_choice(session->scenario, str_of(command->id)) : NONE;
    const char *reason;
    if (session->state->phase == PHASE_TALK && is_spoken(command)) {
        look(watch);
        watch->exchange++;
    }
    if (session_apply(session, command, &reason) != TD_OK)
        return; /* cannot be: it was applied when it was played */
    if (session->state->happened.spoke) {
        hear_answer(watch, choice);
        hear(watch->corpus, session->state->happened.entered ? session->state->line : NONE);
    }
    follow(watch, from);
}

static void count_play(struct lint_report *report, enum player player, const struct trace *trace, const td_score *score)
{
    struct lint_player *row = &report->players[player];
    row->resolved += trace->outcome == OUTCOME_resolved;
    row->intended += trace->outcome == OUTCOME_resolved || trace->outcome == trace->scenario->intended;
    row->passed += score->total >= 70;
    row->score += score->total;
    row->most = larger(row->most, score->total);
    row->exchanges += trace->exchange_count;
    row->minutes += trace->count > 0 ? (int32_t)(trace->steps[trace->count - 1].after_ms / 60000) : 0;
    report->plays++;
    report->exchanges += trace->exchange_count;
    if (trace->ending != NONE)
        report->endings[trace->ending]++;
}

static void play_once(struct corpus *corpus, enum player player, uint64_t seed, struct lint_report *report)
{
    const struct stage_set *stage = &corpus->set->stage;
    struct arena_mark mark = arena_mark(&corpus->scratch);
    td_journal *journal = run_journal(&corpus->scratch, stage, player, seed);
    struct trace trace;
    td_score score;
    trace_build(&corpus->scratch, stage->scenario, stage->model, journal, 1, false, &trace);
    score_compute(&trace, &score);
    count_play(report, player, &trace, &score);
    struct watch watch = {
        .corpus = corpus,
        .player = player,
        .session = session_create(corpus->scratch.mem, stage->scenario, stage->model, &journal->header.setup),
        .been = arena_new(&corpus->scratch, bool, (size_t)stage->scenario->node_count),
    };
    watch.fork = session_fork(watch.session);
    watch.fork->want_delta = false;
    for (int i = 0; i < journal->entry_count; i++)
        watch_command(&watch, &journal->entries[i].command);
    session_destroy(watch.fork);
    session_destroy(watch.session);
    memset(corpus->said, 0, (size_t)stage->scenario->line_count * sizeof *corpus->said);
    arena_rewind(&corpus->scratch, mark);
}

/* --- the whole -------------------------------------------------------------------------------------------- */

static void average(struct lint_player *row, int32_t runs)
{
    row->score /= runs;
    row->exchanges /= runs;
    row->minutes /= runs;
}

static void settle_flow(struct corpus *corpus)
{
    for (int i = 0; i < corpus->set->stage.scenario->node_count; i++) {
        struct lint_node_flow *flow = &corpus->nodes[i];
        flow->first = flow->plays > 0 ? (int32_t)(corpus->first_sum[i] * 10 / flow->plays) : NONE;
    }
}

/* Which lines were worth most, menu by menu. */
static void settle_choices(struct corpus *corpus)
{
    for (int32_t i = 0; i < corpus->moments.count; i++) {
        const struct lint_moment *moment = corpus_moment(corpus, i);
        int best = corpus_best(moment);
        if (corpus_spread(moment) < SPREAD_WANTED || best == NONE)
            continue;
        for (int k = 0; k < moment->count; k++)
            corpus->choices[moment->options[k].choice].menus++;
        corpus->choices[moment->options[best].choice].best++;
    }
}

void corpus_play(struct corpus *corpus, struct arena *arena, const struct lint_set *set, struct lint_report *report)
{
    const td_scenario *s = set->stage.scenario;
    *corpus = (struct corpus){
        .arena = arena,
        .set = set,
        .tallies = arena_new(arena, struct lint_choice_tally, (size_t)s->choice_count),
        .choices = arena_new(arena, struct lint_choice_flow, (size_t)s->choice_count),
        .nodes = arena_new(arena, struct lint_node_flow, (size_t)s->node_count),
        .first_sum = arena_new(arena, int64_t, (size_t)s->node_count),
        .said = arena_new(arena, uint16_t, (size_t)s->line_count),
        .most_said = arena_new(arena, uint8_t, (size_t)s->line_count),
        .repeated = arena_new(arena, int32_t, (size_t)s->line_count),
    };
    arena_init(&corpus->scratch, arena->mem);
    table_init(&corpus->moments, arena, sizeof(struct lint_moment));
    table_init(&corpus->pairs, arena, sizeof(struct lint_pair));
    table_init(&corpus->ways, arena, sizeof(struct lint_way));
    for (int player = 0; player < PLAYER_COUNT; player++) {
        for (int run = 0; run < set->runs; run++)
            play_once(corpus, (enum player)player, set->seed + (uint64_t)run, report);
        average(&report->players[player], set->runs);
    }
    settle_flow(corpus);
    settle_choices(corpus);
}

void corpus_finish(struct corpus *corpus)
{
    arena_finish(&corpus->scratch);
}
