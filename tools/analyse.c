/* analyse.c - the verb `analyse SCENARIO`: is every line reachable, does every ending happen, what is the
 * best line, and can the scenario be won without listening?
 * For a PLAY (a file that ends in .play): the worth of every option at every decision. */
#include "debrief.h"
#include "explore.h"
#include "files.h"
#include "library.h"
#include "memory.h"
#include "solve.h"
#include "verbs.h"
#include "worth.h"

enum { EXPLORE_SEEDS = 6, RUNS = 30, BEAM = 256 };
#define EXPLORE_MOST INT64_C(4000000)

struct player_row {
    int resolved, intended, passed; /* of RUNS: resolved, reached the intended end, scored 70 or more */
    int score, exchanges;           /* means */
    int most;                       /* best score */
};

struct analysis {
    const struct library *library;
    const struct tale *tale;
    struct stage_set set;
    struct arena *arena;
    struct exploration found;
    struct player_row players[PLAYER_COUNT];
    struct best_line best;
    uint64_t seed;
    bool json;
};

/* --- measuring -------------------------------------------------------------------------------------------- */

static void measure_player(struct analysis *a, enum player player)
{
    struct player_row *row = &a->players[player];
    for (uint64_t seed = 1; seed <= RUNS; seed++) {
        struct run run;
        run_play(a->arena, &a->set, player, seed, true, &run);
        row->resolved += run.outcome == OUTCOME_resolved;
        row->intended += run.outcome == OUTCOME_resolved || run.outcome == a->set.scenario->intended;
        row->passed += run.score >= 70;
        row->score += run.score;
        row->exchanges += run.exchanges;
        row->most = run.score > row->most ? run.score : row->most;
    }
    row->score /= RUNS;
    row->exchanges /= RUNS;
}

/* DEFINITIONS.md 5: what each player must and must not reach over 30 seeds. */
static bool keeps_marks(const struct analysis *a, enum player player)
{
    const struct player_row *row = &a->players[player];
    if (player == PLAYER_skilled)
        return row->intended >= 28;
    if (player == PLAYER_random)
        return row->passed * 5 < RUNS;
    return !run_must_fail(player) || (row->passed == 0 && row->resolved == 0);
}

static td_session *session_at_start(const struct analysis *a, const struct setup *setup)
{
    td_session *session = session_create(&memory_std, a->set.scenario, a->set.model, setup);
    struct command begin = {
        .seat = SEAT_primary, .verb = VERB_begin, .number = NONE, .sure = NONE, .dist = NONE, .after = NONE};
    const char *reason;
    session_apply(session, &begin, &reason);
    return session;
}

static void measure(struct analysis *a)
{
    explore(a->arena, &a->set, EXPLORE_SEEDS, EXPLORE_MOST, &a->found);
    for (int player = 0; player < PLAYER_COUNT; player++)
        measure_player(a, (enum player)player);
    struct setup setup = {
        .seed = a->seed, .noise = a->set.noise, .mode = MODE_practice, .rung = RUNG_personal, .preset = "solo"};
    td_session *session = session_at_start(a, &setup);
    solve_best_line(a->arena, session, a->set.scenario->budget_exchanges, BEAM, &a->best);
    session_destroy(session);
}

/* --- as JSON ---------------------------------------------------------------------------------------------- */

static int32_t permille(int32_t part, int32_t whole)
{
    return whole > 0 ? (int32_t)((int64_t)part * 1000 / whole) : 1000;
}

static void put_ids(struct writer *w, const char *name, const td_str *ids, int count)
{
    w_text(w, ",\"");
    w_text(w, name);
    w_text(w, "\":[");
    for (int i = 0; i < count; i++) {
        if (i > 0)
            w_char(w, ',');
        w_json(w, ids[i]);
    }
    w_char(w, ']');
}

static void put_int(struct writer *w, const char *name, int64_t value)
{
    w_text(w, ",\"");
    w_text(w, name);
    w_text(w, "\":");
    w_int(w, value);
}

/* The ids of the choices never offered, and of the endings never reached. */
static int unseen(const struct analysis *a, const uint8_t *seen, int count, bool endings, td_str *ids)
{
    int n = 0;
    for (int i = 0; i < count; i++)
        if (seen[i] == 0)
            ids[n++] = endings ? a->set.scenario->endings[i].id : a->set.scenario->choices[i].id;
    return n;
}

static void json_coverage(const struct analysis *a, struct writer *w)
{
    const struct exploration *e = &a->found;
    const td_scenario *s = a->set.scenario;
    td_str *ids = arena_new(a->arena, td_str, (size_t)(s->choice_count + s->ending_count) + 1);
    put_int(w, "choices", e->choices);
    put_int(w, "reachable_choices", e->reachable);
    put_int(w, "tried_choices", e->tried);
    put_int(w, "reachable_choices_covered", permille(e->tried, e->reachable));
    put_int(w, "choices_reachable", permille(e->reachable, e->choices));
    put_int(w, "endings", e->endings);
    put_int(w, "endings_reached", e->endings_reached);
    put_int(w, "nodes", e->nodes);
    put_int(w, "nodes_reached", e->nodes_reached);
    put_int(w, "lines", e->lines);
    put_int(w, "lines_heard", e->lines_heard);
    put_int(w, "plays", e->plays);
    put_int(w, "exchanges", e->exchanges);
    put_ids(w, "choices_never_offered", ids, unseen(a, e->choice_seen, s->choice_count, false, ids));
    put_ids(w, "endings_never_reached", ids, unseen(a, e->ending_seen, s->ending_count, true, ids));
}

static void json_players(const struct analysis *a, struct writer *w)
{
    w_text(w, ",\"players\":{");
    for (int i = 0; i < PLAYER_COUNT; i++) {
        const struct player_row *row = &a->players[i];
        if (i > 0)
            w_char(w, ',');
        w_json(w, str_of(player_name((enum player)i)));
        w_text(w, ":{\"runs\":");
        w_int(w, RUNS);
        put_int(w, "resolved", row->resolved);
        put_int(w, "reached_intended", row->intended);
        put_int(w, "scored_70", row->passed);
        put_int(w, "mean_score", row->score);
        put_int(w, "best_score", row->most);
        put_int(w, "mean_exchanges", row->exchanges);
        w_text(w, keeps_marks(a, (enum player)i) ? ",\"keeps_marks\":true}" : ",\"keeps_marks\":false}");
    }
    w_char(w, '}');
}

static td_str said_id(const struct analysis *a, int32_t choice)
{
    return choice == ACTION_PAUSE ? TD_STR("pause") : a->set.scenario->choices[choice].id;
}

static void json_best(const struct analysis *a, struct writer *w)
{
    td_str *ids = arena_new(a->arena, td_str, (size_t)a->best.count + 1);
    for (int i = 0; i < a->best.count; i++)
        ids[i] = said_id(a, a->best.choices[i]);
    w_text(w, a->best.exact ? ",\"best_line\":{\"method\":\"exact\"" : ",\"best_line\":{\"method\":\"beam\"");
    put_int(w, "width", a->best.width);
    w_text(w, ",\"outcome\":");
    w_json(w, a->best.outcome == outcome_count ? TD_STR("open") : outcome_names[a->best.outcome]);
    put_int(w, "agitation", a->best.agitation);
    put_int(w, "exchanges", a->best.count);
    put_ids(w, "choices", ids, a->best.count);
    w_char(w, '}');
}

static void write_json(const struct analysis *a, struct writer *w)
{
    w_text(w, "{\"scenario\":");
    w_json(w, a->set.scenario->id);
    put_int(w, "noise", a->set.noise);
    json_coverage(a, w);
    json_players(a, w);
    json_best(a, w);
    w_text(w, "}\n");
}

/* --- as text ---------------------------------------------------------------------------------------------- */

static void say(const struct analysis *a, struct writer *w, const char *id, const struct word_arg *args, int count)
{
    words_write(w, a->library->words, id, WORDS_THEY, args, count);
    w_char(w, '\n');
}

static void text_coverage(const struct analysis *a, struct writer *w)
{
    const struct exploration *e = &a->found;
    const struct word_arg args[] = {
        ARG_INT("choices", e->choices),
        ARG_INT("reachable", e->reachable),
        ARG_INT("tried", e->tried),
        ARG_INT("endings", e->endings),
        ARG_INT("reached", e->endings_reached),
        ARG_INT("nodes", e->nodes),
        ARG_INT("visited", e->nodes_reached),
        ARG_INT("lines", e->lines),
        ARG_INT("heard", e->lines_heard),
        ARG_INT("exchanges", e->exchanges),
    };
    int n = sizeof args / sizeof *args;
    say(a, w, "analyse.choices", args, n);
    say(a, w, "analyse.endings", args, n);
    say(a, w, "analyse.nodes", args, n);
    say(a, w, "analyse.lines", args, n);
    for (int i = 0; i < e->endings; i++) {
        const struct word_arg one[] = {ARG_TEXT("ending", a->set.scenario->endings[i].id)};
        if (e->ending_seen[i] == 0)
            say(a, w, "analyse.ending-never", one, 1);
    }
    for (int i = 0; i < e->choices; i++) {
        const struct word_arg one[] = {ARG_TEXT("choice", a->set.scenario->choices[i].id)};
        if (e->choice_seen[i] == 0)
            say(a, w, "analyse.choice-never", one, 1);
    }
}

static void text_players(const struct analysis *a, struct writer *w)
{
    say(a, w, "analyse.players", NULL, 0);
    for (int i = 0; i < PLAYER_COUNT; i++) {
        const struct player_row *row = &a->players[i];
        const struct word_arg args[] = {
            ARG_TEXT("player", str_of(player_name((enum player)i))),
            ARG_INT("resolved", row->resolved),
            ARG_INT("intended", row->intended),
            ARG_INT("runs", RUNS),
            ARG_INT("score", row->score),
            ARG_INT("most", row->most),
            ARG_INT("exchanges", row->exchanges),
        };
        say(a, w, keeps_marks(a, (enum player)i) ? "analyse.player" : "analyse.player.misses", args, 7);
    }
}

static void text_best(const struct analysis *a, struct writer *w)
{
    td_str end = a->best.outcome == outcome_count ? TD_STR("open") : outcome_names[a->best.outcome];
    const struct word_arg args[] = {
        ARG_INT("n", a->best.count),
        ARG_TEXT("outcome", end),
        ARG_INT("width", a->best.width),
        ARG_INT("agitation", a->best.agitation / 10),
    };
    say(a, w, a->best.exact ? "analyse.best.exact" : "analyse.best", args, 4);
    for (int i = 0; i < a->best.count; i++) {
        int32_t choice = a->best.choices[i];
        w_text(w, "  ");
        w_int(w, i + 1);
        w_text(w, ". ");
        w_str(w, said_id(a, choice));
        w_text(w, "  ");
        if (choice != ACTION_PAUSE)
            w_str(w, texts_get(a->tale->texts, a->tale->source, a->set.scenario->choices[choice].id));
        w_char(w, '\n');
    }
}

static bool all_well(const struct analysis *a)
{
    bool well =
        a->found.complete && a->found.reachable == a->found.choices && a->found.endings_reached == a->found.endings;
    for (int i = 0; i < PLAYER_COUNT; i++)
        well = well && keeps_marks(a, (enum player)i);
    return well;
}

static int analyse_scenario(struct analysis *a)
{
    measure(a);
    struct writer w;
    writer_init(&w, a->arena);
    if (a->json) {
        write_json(a, &w);
    } else {
        text_coverage(a, &w);
        text_players(a, &w);
        text_best(a, &w);
    }
    fwrite(writer_str(&w).ptr, 1, writer_str(&w).len, stdout);
    return all_well(a) ? CLI_OK : CLI_NO;
}

/* --- a play ------------------------------------------------------------------------------------------------ */

static const struct decision_worth *worth_at(const struct play_worth *play, int step)
{
    for (int i = 0; i < play->count; i++)
        if (play->decisions[i].step == step)
            return &play->decisions[i];
    return NULL;
}

static td_str option_id(const struct trace *trace, int32_t choice)
{
    return choice == ACTION_PAUSE ? TD_STR("pause") : trace->scenario->choices[choice].id;
}

static void option_json(struct writer *w, const struct trace *trace, const struct alternative *alt,
                        const struct option_worth *worth, bool chosen)
{
    w_text(w, "{\"choice\":");
    w_json(w, option_id(trace, alt->choice));
    put_int(w, "value", alt->value);
    put_int(w, "potential", alt->potential);
    put_int(w, "worth", worth->worth);
    put_int(w, "ends_well", worth->well);
    w_text(w, ",\"skilled_end\":");
    w_json(w, outcome_names[worth->outcome]);
    put_int(w, "end_potential", worth->potential);
    put_int(w, "exchanges_to_end", worth->exchanges);
    w_text(w, chosen ? ",\"chosen\":true}" : ",\"chosen\":false}");
}

static void play_json(struct writer *w, const struct trace *trace, const struct play_worth *play)
{
    w_char(w, '[');
    for (int i = 0; i < play->count; i++) {
        const struct decision_worth *decision = &play->decisions[i];
        const struct step *step = &trace->steps[decision->step];
        w_text(w, i > 0 ? ",\n" : "");
        w_text(w, "{\"number\":");
        w_int(w, step->number);
        put_int(w, "regret", decision->regret);
        put_int(w, "lucks", WORTH_LUCKS);
        w_text(w, ",\"best\":");
        w_json(w, option_id(trace, decision->options[decision->best].choice));
        w_text(w, ",\"verdict\":");
        w_json(w, str_of(verdict_name(step->verdict)));
        w_text(w, ",\"options\":[");
        for (int k = 0; k < decision->count; k++) {
            w_text(w, k > 0 ? "," : "");
            option_json(w, trace, &step->alt[k], &decision->options[k], k == decision->chosen);
        }
        w_text(w, "]}");
    }
    w_text(w, "]\n");
}

static td_str option_line(const struct library *library, const struct tale *tale, int32_t choice)
{
    return choice == ACTION_PAUSE ? words_get(library->words, TD_STR("act.pause.name"))
                                  : texts_get(tale->texts, tale->source, tale->scenario->choices[choice].id);
}

/* What each option of a decision is worth when a skilled helper goes on from it. */
static void text_worth(struct writer *w, const struct library *library, const struct tale *tale,
                       const struct decision_worth *decision)
{
    const struct word_arg regret[] = {ARG_INT("n", decision->regret)};
    words_write(w, library->words, decision->regret > 0 ? "analyse.play.regret" : "analyse.play.none", WORDS_THEY,
                regret, 1);
    w_char(w, '\n');
    for (int i = 0; i < decision->count; i++) {
        const struct option_worth *option = &decision->options[i];
        const struct word_arg args[] = {
            ARG_TEXT("line", option_line(library, tale, option->choice)),
            ARG_INT("worth", option->worth),
            ARG_INT("well", option->well),
            ARG_INT("lucks", WORTH_LUCKS),
            ARG_INT("n", option->exchanges),
            ARG_TEXT("outcome", outcome_names[option->outcome]),
        };
        words_write(w, library->words, i == decision->chosen ? "analyse.play.chosen" : "analyse.play.option",
                    WORDS_THEY, args, 6);
        w_char(w, '\n');
    }
    w_char(w, '\n');
}

static void text_accuracy(struct writer *w, const struct library *library, const struct trace *trace,
                          const struct play_worth *play)
{
    int32_t last = play->last == NONE ? 0 : trace->steps[play->decisions[play->last].step].number;
    const struct word_arg args[] = {ARG_INT("n", play->count), ARG_INT("accuracy", play->accuracy / 10),
                                    ARG_INT("regret", play->regret), ARG_INT("number", last)};
    words_write(w, library->words, "analyse.play.accuracy", WORDS_THEY, args, 4);
    w_char(w, '\n');
    words_write(w, library->words, play->last == NONE ? "analyse.play.never" : "analyse.play.last", WORDS_THEY, args,
                4);
    w_char(w, '\n');
}

static void play_text(struct writer *w, const struct library *library, const struct tale *tale,
                      const td_debrief *debrief, const struct trace *trace, const struct play_worth *play)
{
    for (int i = 0; i < trace->count; i++) {
        if (!trace->steps[i].exchange)
            continue;
        debrief_write_step(w, debrief, library->words, i);
        const struct decision_worth *decision = worth_at(play, i);
        if (decision != NULL)
            text_worth(w, library, tale, decision);
    }
    text_accuracy(w, library, trace, play);
}

static int analyse_play(struct library *library, const char *path, bool json)
{
    struct tale tale;
    td_journal *journal;
    if (!play_open(library, path, &journal, &tale))
        return library_refusal(library);
    struct arena arena;
    arena_init(&arena, &memory_std);
    struct trace trace;
    struct replay_report report =
        trace_build(&arena, tale.scenario, library->model, journal, journal->attempt_count, true, &trace);
    struct writer w;
    writer_init(&w, &arena);
    td_debrief debrief;
    debrief_build(&arena, &trace, journal, tale.texts, tale.source, &debrief);
    struct play_worth play;
    worth_of_play(&arena, &trace, &play);
    if (json)
        play_json(&w, &trace, &play);
    else
        play_text(&w, library, &tale, &debrief, &trace, &play);
    fwrite(writer_str(&w).ptr, 1, writer_str(&w).len, stdout);
    library_say_replay(library, &report);
    bool whole = report.status == TD_OK && journal->damaged_line == 0;
    arena_finish(&arena);
    journal_destroy(journal);
    tale_close(&tale);
    return whole ? CLI_OK : CLI_NO;
}

static int analyse_tale(struct library *library, const char *name, uint64_t seed, int32_t noise, bool json)
{
    struct tale tale;
    if (!tale_open(library, name, true, &tale))
        return library_refusal(library);
    struct arena arena;
    arena_init(&arena, &memory_std);
    struct analysis a = {
        .library = library,
        .tale = &tale,
        .set = {.scenario = tale.scenario, .model = library->model, .texts = tale.source, .noise = noise},
        .arena = &arena,
        .seed = seed,
        .json = json,
    };
    int status = analyse_scenario(&a);
    arena_finish(&arena);
    tale_close(&tale);
    return status;
}

/* Lets one of the scripted players play the scenario and keeps the journal. */
static int keep_play(struct library *library, const char *name, enum player player, uint64_t seed, int32_t noise,
                     const char *file)
{
    struct tale tale;
    if (!tale_open(library, name, true, &tale))
        return library_refusal(library);
    struct arena arena;
    arena_init(&arena, &memory_std);
    struct stage_set set = {.scenario = tale.scenario, .model = library->model, .texts = tale.source, .noise = noise};
    struct writer w;
    writer_init(&w, &arena);
    journal_write(&w, run_journal(&arena, &set, player, seed));
    file_fault fault = file_write(file, writer_str(&w), 0644);
    const struct word_arg args[] = {ARG_TEXT("path", str_of(file))};
    if (fault != NULL)
        library_say(library, true, fault, args, 1);
    arena_finish(&arena);
    tale_close(&tale);
    return fault == NULL ? CLI_OK : CLI_NO;
}

static bool is_play(const char *name)
{
    size_t length = strlen(name);
    return length > 5 && strcmp(name + length - 5, ".play") == 0;
}

int verb_analyse(struct cli *cli)
{
    bool json = cli_flag(cli, "json");
    const char *lang = cli_option(cli, "lang");
    const char *model = cli_option(cli, "model");
    int64_t seed = cli_int(cli, "seed", 0, INT64_MAX, 1);
    int64_t noise = cli_int(cli, "noise", 0, 500, 80);
    const char *players[PLAYER_COUNT];
    for (int i = 0; i < PLAYER_COUNT; i++)
        players[i] = player_name((enum player)i);
    int player = cli_choice(cli, "as", players, PLAYER_COUNT, NONE);
    const char *file = cli_option(cli, "o");
    if (!cli_done(cli, 1, 1))
        return CLI_USAGE;
    if ((player == NONE) != (file == NULL))
        return cli_misused(cli, "cli.both-of", (struct cli_fill[]){{"options", "--as -o"}}, 1);
    struct library library;
    if (!library_open(lang, model, &library))
        return CLI_USAGE;
    int status = file != NULL
                     ? keep_play(&library, cli->argv[0], (enum player)player, (uint64_t)seed, (int32_t)noise, file)
                 : is_play(cli->argv[0]) ? analyse_play(&library, cli->argv[0], json)
                                         : analyse_tale(&library, cli->argv[0], (uint64_t)seed, (int32_t)noise, json);
    library_close(&library);
    return status;
}
