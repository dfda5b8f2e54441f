/* score.c - the verb `score PLAY`: the rubric of one attempt, every number explained. */
#include "debrief.h"
#include "library.h"
#include "memory.h"
#include "verbs.h"

static void print(const td_debrief *debrief, const struct words *words, struct arena *arena, bool json)
{
    struct writer w;
    writer_init(&w, arena);
    if (json)
        score_write_json(&w, &debrief->score);
    else
        score_write_text(&w, &debrief->score, debrief->trace, words);
    fwrite(writer_str(&w).ptr, 1, writer_str(&w).len, stdout);
}

static int score_play(struct library *library, const char *path, int attempt, bool json)
{
    struct tale tale;
    td_journal *journal;
    if (!play_open(library, path, &journal, &tale))
        return library_refusal(library);
    if (attempt > journal->attempt_count) {
        library_say_no_attempt(library, attempt, journal);
        journal_destroy(journal);
        tale_close(&tale);
        return CLI_NO;
    }
    struct arena arena;
    arena_init(&arena, &memory_std);
    struct trace trace;
    struct replay_report report = trace_build(&arena, tale.scenario, library->model, journal,
                                              attempt > 0 ? attempt : journal->attempt_count, true, &trace);
    td_debrief debrief;
    debrief_build(&arena, &trace, journal, tale.texts, tale.source, &debrief);
    print(&debrief, library->words, &arena, json);
    library_say_replay(library, &report);
    bool whole = report.status == TD_OK && journal->damaged_line == 0;
    arena_finish(&arena);
    journal_destroy(journal);
    tale_close(&tale);
    return whole ? CLI_OK : CLI_NO;
}

int verb_score(struct cli *cli)
{
    bool json = cli_flag(cli, "json");
    const char *lang = cli_option(cli, "lang");
    const char *model = cli_option(cli, "model");
    int attempt = (int)cli_int(cli, "attempt", 1, 9999, 0);
    if (!cli_done(cli, 1, 1))
        return CLI_USAGE;
    struct library library;
    if (!library_open(lang, model, &library))
        return CLI_USAGE;
    int status = score_play(&library, cli->argv[0], attempt, json);
    library_close(&library);
    return status;
}
