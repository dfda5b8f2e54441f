/* analyse.c - the verb `analyse SCENARIO`: is every line reachable, does every ending happen, what is the
 * best line, and can the scenario be won without listening?
 * For a PLAY (a file that ends in .play): the worth of every option at every decision, and the best line there was. */
#include "debrief.h"
#include "explore.h"
#include "files.h"
#include "further.h"
#include "library.h"
#include "lint.h"
#include "memory.h"
#include "solve.h"
#include "verbs.h"
#include "worth.h"

enum { EXPLORE_SEEDS = 6, RUNS = 30, BEAM = 256 };
#define EXPLORE_MOST INT64_C(4000000)

struct analysis {
    const struct library *library;
    const struct tale *tale;
    struct stage_set set;
    struct arena *arena;
    struct exploration found;
    struct lint_player players[PLAYER_COUNT];
    struct best_line best;
    uint64_t seed;
    bool json;
};

/* --- measuring -------------------------------------------------------------------------------------------- */

static void measure_player(struct analysis *a, enum player player)
{
    struct lint_player *row = &a->players[player];
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
    const struct lint_player *row = &a->players[player];
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
    w_json_key(w, name);
    w_char(w, '[');
    for (int i = 0; i < count; i++) {
        w_json_item(w);
        w_json(w, ids[i]);
    }
    w_char(w, ']');
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
    w_json_int(w, "choices", e->choices);
    w_json_int(w, "reachable_choices", e->reachable);
    w_json_int(w, "tried_choices", e->tried);
    w_json_int(w, "reachable_choices_covered", permille(e->tried, e->reachable));
    w_json_int(w, "choices_reachable", permille(e->reachable, e->choices));
    w_json_int(w, "endings", e->endings);
    w_json_int(w, "endings_reached", e->endings_reached);
    w_json_int(w, "nodes", e->nodes);
    w_json_int(w, "nodes_reached", e->nodes_reached);
    w_json_int(w, "lines", e->lines);
    w_json_int(w, "lines_heard", e->lines_heard);
    w_json_int(w, "plays", e->plays);
    w_json_int(w, "exchanges", e->exchanges);
    put_ids(w, "choices_never_offered", ids, unseen(a, e->choice_seen, s->choice_count, false, ids));
    put_ids(w, "endings_never_reached", ids, unseen(a, e->ending_seen, s->ending_count, true, ids));
}

static void json_players(const struct analysis *a, struct writer *w)
{
    w_json_key(w, "players");
    w_char(w, '{');
    for (int i = 0; i < PLAYER_COUNT; i++) {
        const struct lint_player *row = &a->players[i];
        w_json_key(w, player_name((enum player)i));
        w_char(w, '{');
        w_json_int(w, "runs", RUNS);
        w_json_int(w, "resolved", row->resolved);
        w_json_int(w, "reached_intended", row->intended);
        w_json_int(w, "scored_70", row->passed);
        w_json_int(w, "mean_score", row->score);
        w_json_int(w, "best_score", row->most);
        w_json_int(w, "mean_exchanges", row->exchanges);
        w_json_bool(w, "keeps_marks", keeps_marks(a, (enum player)i));
        w_char(w, '}');
    }
    w_char(w, '}');
}

static td_str option_id(const td_scenario *scenario, int32_t choice)
{
    return choice == ACTION_PAUSE ? TD_STR("pause") : scenario->choices[choice].id;
}

static td_str outcome_id(enum outcome outcome)
{
    return outcome == outcome_count ? TD_STR("open") : outcome_names[outcome];
}

static void json_best(struct arena *arena, const td_scenario *scenario, const struct best_line *best, struct writer *w)
{
    td_str *ids = arena_new(arena, td_str, (size_t)best->count + 1);
    for (int i = 0; i < best->count; i++)
        ids[i] = option_id(scenario, best->choices[i]);
    w_json_key(w, "best_line");
    w_char(w, '{');
    w_json_text(w, "method", best->exact ? TD_STR("exact") : TD_STR("beam"));
    w_json_int(w, "width", best->width);
    w_json_text(w, "outcome", outcome_id(best->outcome));
    w_json_int(w, "agitation", best->agitation);
    w_json_int(w, "exchanges", best->count);
    put_ids(w, "choices", ids, best->count);
    w_char(w, '}');
}

static void write_json(const struct analysis *a, struct writer *w)
{
    w_char(w, '{');
    w_json_text(w, "scenario", a->set.scenario->id);
    w_json_int(w, "noise", a->set.noise);
    json_coverage(a, w);
    json_players(a, w);
    json_best(a->arena, a->set.scenario, &a->best, w);
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
        struct lint_player row = a->players[i];
        row.misses = !keeps_marks(a, (enum player)i);
        w_str(w, lint_player_sentence(a->arena, a->library->words, (enum player)i, &row, RUNS));
        w_char(w, '\n');
    }
}

/* --- lines and ends in words ------------------------------------------------------------------------------- */

/* Who speaks to the reader, and of what. */
struct telling {
    struct writer *w;
    const struct words *words;
    const struct tale *tale;
};

static td_str tell(const struct telling *t, const char *id, const struct word_arg *args, int count)
{
    struct writer w;
    writer_init(&w, t->w->arena);
    words_write(&w, t->words, id, (int)t->tale->scenario->pronoun, args, count);
    return writer_str(&w);
}

static void tell_line(const struct telling *t, const char *id, const struct word_arg *args, int count)
{
    w_str(t->w, tell(t, id, args, count));
    w_char(t->w, '\n');
}

/* What is said, with the learner's name in it; silence by its name. */
static td_str option_line(const struct telling *t, int32_t choice)
{
    if (choice == ACTION_PAUSE)
        return tell(t, "analyse.play.silence", NULL, 0);
    struct writer said;
    writer_init(&said, t->w->arena);
    words_fill(&said, t->words, texts_get(t->tale->texts, t->tale->source, t->tale->scenario->choices[choice].id), NULL,
               0);
    return tell(t, "quote", &ARG_TEXT("text", writer_str(&said)), 1);
}

static td_str outcome_title(const struct telling *t, enum outcome outcome)
{
    struct writer id;
    writer_init(&id, t->w->arena);
    w_text(&id, "outcome.");
    w_str(&id, outcome_id(outcome));
    w_text(&id, ".title");
    return tell(t, arena_cstr(t->w->arena, writer_str(&id)), NULL, 0);
}

/* The head says how it was found, then the lines one below the other. */
static void text_best(const struct telling *t, const struct best_line *best, td_str time)
{
    const struct word_arg args[] = {
        ARG_INT("n", best->count),     ARG_TEXT("outcome", outcome_title(t, best->outcome)),
        ARG_INT("width", best->width), ARG_INT("agitation", (best->agitation + 5) / 10),
        ARG_TEXT("time", time),
    };
    tell_line(t, best->exact ? "analyse.best.exact" : "analyse.best", args, 5);
    for (int i = 0; i < best->count; i++) {
        w_text(t->w, i < 9 ? "   " : "  ");
        w_int(t->w, i + 1);
        w_text(t->w, ". ");
        w_str(t->w, option_id(t->tale->scenario, best->choices[i]));
        w_text(t->w, "  ");
        w_str(t->w, option_line(t, best->choices[i]));
        w_char(t->w, '\n');
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
        const struct telling t = {&w, a->library->words, a->tale};
        text_best(&t, &a->best, TD_STR("00:00"));
    }
    fwrite(writer_str(&w).ptr, 1, writer_str(&w).len, stdout);
    return all_well(a) ? CLI_OK : CLI_NO;
}

/* --- a play ------------------------------------------------------------------------------------------------ */

/* A play that was run again and weighed. */
struct weighed {
    struct library *library;
    struct arena arena;
    struct tale tale;
    td_journal *journal;
    struct trace trace;
    struct play_worth play;
    int32_t costliest; /* decision, the first of equals; NONE where nothing was given away */
    int32_t from;      /* step from which the best line is looked for */
    struct best_line best;
    const char *file; /* to keep it in, or NULL */
};

static const struct step *step_of(const struct weighed *p, int32_t decision)
{
    return &p->trace.steps[p->play.decisions[decision].step];
}

static void weigh(struct weighed *p)
{
    worth_of_play(&p->arena, &p->trace, &p->play);
    p->costliest = NONE;
    for (int i = 0; i < p->play.count; i++) {
        int32_t regret = p->play.decisions[i].regret;
        if (regret > (p->costliest == NONE ? 0 : p->play.decisions[p->costliest].regret))
            p->costliest = i;
    }
    if (p->play.count == 0)
        return;
    p->from = p->play.decisions[p->costliest == NONE ? 0 : p->costliest].step;
    td_session *session = trace_session_before(&memory_std, &p->trace, p->from);
    solve_best_line(&p->arena, session, p->trace.scenario->budget_exchanges - session->state->exchanges, BEAM,
                    &p->best);
    session_destroy(session);
}

/* --- a play as JSON ---------------------------------------------------------------------------------------- */

static void option_json(struct writer *w, const struct trace *trace, const struct alternative *alt,
                        const struct option_worth *worth, bool chosen)
{
    w_json_item(w);
    w_char(w, '{');
    w_json_text(w, "choice", option_id(trace->scenario, alt->choice));
    w_json_int(w, "value", alt->value);
    w_json_int(w, "potential", alt->potential);
    w_json_int(w, "worth", worth->worth);
    w_json_int(w, "ends_well", worth->well);
    w_json_text(w, "skilled_end", outcome_id(worth->outcome));
    w_json_int(w, "end_potential", worth->potential);
    w_json_int(w, "exchanges_to_end", worth->exchanges);
    w_json_bool(w, "chosen", chosen);
    w_char(w, '}');
}

static void decision_json(struct writer *w, const struct weighed *p, int32_t index)
{
    const struct decision_worth *decision = &p->play.decisions[index];
    const struct step *step = step_of(p, index);
    if (index > 0)
        w_text(w, ",\n");
    w_char(w, '{');
    w_json_int(w, "number", step->number);
    w_json_int(w, "story_ms", step->story_ms);
    w_json_int(w, "regret", decision->regret);
    w_json_int(w, "lucks", WORTH_LUCKS);
    w_json_text(w, "best", option_id(p->trace.scenario, decision->options[decision->best].choice));
    w_json_text(w, "verdict", str_of(verdict_name(step->verdict)));
    w_json_key(w, "options");
    w_char(w, '[');
    for (int i = 0; i < decision->count; i++)
        option_json(w, &p->trace, &step->alt[i], &decision->options[i], i == decision->chosen);
    w_text(w, "]}");
}

static void play_json(struct writer *w, struct weighed *p)
{
    w_char(w, '{');
    w_json_text(w, "scenario", p->trace.scenario->id);
    w_json_int(w, "kept", p->play.accuracy);
    w_json_int(w, "mean_regret", p->play.regret);
    w_json_int(w, "last_chance", p->play.last == NONE ? 0 : step_of(p, p->play.last)->number);
    if (p->play.count > 0) {
        w_json_int(w, "best_line_from", p->trace.steps[p->from].number);
        json_best(&p->arena, p->trace.scenario, &p->best, w);
    }
    w_json_key(w, "decisions");
    w_char(w, '[');
    for (int i = 0; i < p->play.count; i++)
        decision_json(w, p, i);
    w_text(w, "]}\n");
}

/* --- a play as text ---------------------------------------------------------------------------------------- */

enum { COLUMN = 4 }; /* of a worth in points */

/* -3 .. 110, to the right of a column: points of a hundred. */
static td_str points_text(struct arena *arena, int32_t permille)
{
    struct writer number, w;
    writer_init(&number, arena);
    writer_init(&w, arena);
    w_int(&number, (permille + (permille < 0 ? -5 : 5)) / 10);
    for (size_t width = writer_str(&number).len; width < COLUMN; width++)
        w_char(&w, ' ');
    w_str(&w, writer_str(&number));
    return writer_str(&w);
}

static td_str clock_text(struct arena *arena, int64_t ms)
{
    struct writer w;
    writer_init(&w, arena);
    w_text(&w, ms / 60000 < 10 ? "0" : "");
    w_int(&w, ms / 60000);
    w_text(&w, ms / 1000 % 60 < 10 ? ":0" : ":");
    w_int(&w, ms / 1000 % 60);
    return writer_str(&w);
}

/* What is worth most first; equals as they stood on the menu. */
static int sort_options(const struct decision_worth *decision, int order[ALTERNATIVES_MAX])
{
    for (int i = 0; i < decision->count; i++) {
        int at = i;
        for (; at > 0 && decision->options[order[at - 1]].worth < decision->options[i].worth; at--)
            order[at] = order[at - 1];
        order[at] = i;
    }
    return decision->count;
}

static void text_decision(const struct telling *t, const struct weighed *p, int32_t index)
{
    const struct decision_worth *decision = &p->play.decisions[index];
    const struct step *step = step_of(p, index);
    struct arena *arena = t->w->arena;
    struct writer verdict;
    int order[ALTERNATIVES_MAX], count = sort_options(decision, order);
    writer_init(&verdict, arena);
    w_text(&verdict, "verdict.");
    w_text(&verdict, verdict_name(step->verdict));
    w_text(&verdict, ".name");
    const struct word_arg head[] = {
        ARG_TEXT("time", clock_text(arena, step->story_ms)),
        ARG_TEXT("verdict", words_get(t->words, writer_str(&verdict))),
        ARG_INT("n", (decision->regret + 5) / 10),
    };
    tell_line(t, head[2].number > 0 ? "analyse.play.regret" : "analyse.play.none", head, 3);
    for (int i = 0; i < count; i++) {
        const struct option_worth *option = &decision->options[order[i]];
        const struct word_arg args[] = {
            ARG_TEXT("mark", order[i] == decision->chosen ? TD_STR(">") : TD_STR(" ")),
            ARG_TEXT("worth", points_text(arena, option->worth)),
            ARG_INT("well", option->well),
            ARG_INT("lucks", WORTH_LUCKS),
            ARG_TEXT("line", option_line(t, option->choice)),
        };
        tell_line(t, "analyse.play.option", args, 5);
    }
    w_char(t->w, '\n');
}

static void text_sums(const struct telling *t, const struct weighed *p)
{
    struct arena *arena = t->w->arena;
    const struct step *costly = p->costliest == NONE ? NULL : step_of(p, p->costliest);
    const struct step *last = p->play.last == NONE ? NULL : step_of(p, p->play.last);
    const struct word_arg sums[] = {ARG_INT("n", p->play.count), ARG_INT("accuracy", p->play.accuracy / 10),
                                    ARG_INT("regret", (p->play.regret + 5) / 10)};
    const struct word_arg cost[] = {ARG_TEXT("time", clock_text(arena, costly == NULL ? 0 : costly->story_ms))};
    const struct word_arg chance[] = {ARG_TEXT("time", clock_text(arena, last == NULL ? 0 : last->story_ms)),
                                      ARG_INT("lucks", WORTH_LUCKS)};
    tell_line(t, "analyse.play.accuracy", sums, 3);
    if (costly != NULL)
        tell_line(t, "analyse.play.costliest", cost, 1);
    tell_line(t, last == NULL ? "analyse.play.never" : "analyse.play.last", chance, 2);
}

static void play_text(const struct telling *t, const struct weighed *p)
{
    const struct word_arg args[] = {
        ARG_TEXT("title", texts_get(p->tale.texts, p->tale.source, TD_STR("title"))),
        ARG_INT("n", p->play.count),
        ARG_INT("lucks", WORTH_LUCKS),
    };
    tell_line(t, "analyse.play.head", args, 3);
    w_char(t->w, '\n');
    for (int i = 0; i < p->play.count; i++)
        text_decision(t, p, i);
    text_sums(t, p);
    if (p->play.count > 0)
        text_best(t, &p->best, clock_text(t->w->arena, p->trace.steps[p->from].story_ms));
}

/* --- the whole of it --------------------------------------------------------------------------------------- */

/* The best line as a further attempt: whoever doubts it can replay it. */
static bool keep_best(struct weighed *p)
{
    struct writer w;
    int attempt;
    struct command *commands = arena_new(&p->arena, struct command, (size_t)p->best.count + 1);
    for (int i = 0; i < p->best.count; i++)
        commands[i] = debrief_plain_command(p->trace.scenario, p->best.choices[i]);
    writer_init(&w, &p->arena);
    if (p->play.count == 0 || !further_write(p->library, p->trace.scenario, p->journal, p->trace.steps[p->from].number,
                                             commands, p->best.count, &w, &attempt)) {
        library_say(p->library, true, "debrief.better.cannot", NULL, 0);
        return false;
    }
    file_fault fault = file_write(p->file, writer_str(&w), 0600);
    const struct word_arg args[] = {ARG_TEXT("time", clock_text(&p->arena, p->trace.steps[p->from].story_ms)),
                                    ARG_INT("attempt", attempt), ARG_TEXT("path", str_of(p->file))};
    library_say(p->library, true, fault != NULL ? fault : "analyse.play.saved", args, 3);
    return fault == NULL;
}

static int look_at(struct weighed *p, bool json)
{
    struct writer w;
    struct replay_report report = trace_build(&p->arena, p->tale.scenario, p->library->model, p->journal,
                                              p->journal->attempt_count, true, &p->trace);
    weigh(p);
    writer_init(&w, &p->arena);
    const struct telling t = {&w, p->library->words, &p->tale};
    if (json)
        play_json(&w, p);
    else
        play_text(&t, p);
    fwrite(writer_str(&w).ptr, 1, writer_str(&w).len, stdout);
    library_say_replay(p->library, &report);
    bool good = p->file == NULL || keep_best(p);
    return good && report.status == TD_OK && p->journal->damaged_line == 0 ? CLI_OK : CLI_NO;
}

static int analyse_play(struct library *library, const char *path, bool json, const char *file)
{
    struct weighed p = {.library = library, .file = file};
    if (!play_open(library, path, &p.journal, &p.tale))
        return library_refusal(library);
    arena_init(&p.arena, &memory_std);
    int status = look_at(&p, json);
    arena_finish(&p.arena);
    journal_destroy(p.journal);
    tale_close(&p.tale);
    return status;
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
    bool play = is_play(cli->argv[0]);
    if (play ? player != NONE : (player == NONE) != (file == NULL))
        return cli_misused(cli, "cli.both-of", (struct cli_fill[]){{"options", "--as -o"}}, 1);
    struct library library;
    if (!library_open(lang, model, &library))
        return CLI_USAGE;
    int status = play ? analyse_play(&library, cli->argv[0], json, file)
                 : file != NULL
                     ? keep_play(&library, cli->argv[0], (enum player)player, (uint64_t)seed, (int32_t)noise, file)
                     : analyse_tale(&library, cli->argv[0], (uint64_t)seed, (int32_t)noise, json);
    library_close(&library);
    return status;
}
