/* replay.c - the verb `replay PLAY`: plays a journal again and tells what was said; with --verify only
 * whether every recorded check is found again, and if not, where the first difference is. */
#include "debrief.h"
#include "library.h"
#include "memory.h"
#include "verbs.h"

struct replayed {
    struct replay_report report;
    int commands; /* of the attempt, without its rewinds */
    enum outcome outcome;
    uint64_t state; /* the hash it ended with */
};

static struct replayed play_again(const struct tale *tale, const struct model *model, const td_journal *journal,
                                  int attempt)
{
    td_session *session = session_create(&memory_std, tale->scenario, model, &journal->header.setup);
    struct replayed r = {.report = journal_replay(journal, attempt, true, session)};
    r.commands = session->state->commands;
    r.outcome = session->state->phase == PHASE_OVER ? (enum outcome)session->state->outcome : outcome_count;
    r.state = session_hash(session);
    session_destroy(session);
    return r;
}

static td_str outcome_of(const struct replayed *r)
{
    return r->outcome == outcome_count ? TD_STR("open") : outcome_names[r->outcome];
}

static void print_json(struct arena *arena, const struct replayed *r, const td_journal *journal)
{
    struct writer w;
    writer_init(&w, arena);
    w_text(&w, "{\"verified\":");
    w_text(&w, r->report.status == TD_OK ? "true" : "false");
    w_text(&w, ",\"commands\":");
    w_int(&w, r->commands);
    w_text(&w, ",\"attempts\":");
    w_int(&w, journal->attempt_count);
    w_text(&w, ",\"outcome\":");
    w_json(&w, outcome_of(r));
    w_text(&w, ",\"state\":\"");
    w_hex64(&w, r->state);
    w_char(&w, '"');
    if (r->report.status != TD_OK) {
        w_text(&w, ",\"differs_at\":");
        w_int(&w, r->report.number);
    }
    w_text(&w, "}\n");
    fwrite(writer_str(&w).ptr, 1, writer_str(&w).len, stdout);
}

static void say_verified(const struct library *library, const struct replayed *r)
{
    const struct word_arg args[] = {ARG_INT("n", r->commands)};
    if (r->report.status == TD_OK)
        library_say(library, false, "replay.agrees", args, 1);
}

static void say_difference(const struct library *library, struct arena *arena, const struct replay_report *report)
{
    struct writer expected, found;
    writer_init(&expected, arena);
    writer_init(&found, arena);
    w_hex64(&expected, report->expected);
    w_hex64(&found, report->found);
    const struct word_arg args[] = {
        ARG_INT("number", report->number),
        ARG_TEXT("expected", writer_str(&expected)),
        ARG_TEXT("found", writer_str(&found)),
    };
    library_say_replay(library, report);
    if (report->status == TD_E_DESYNC)
        library_say(library, true, "replay.first-difference", args, 3);
}

static void tell(struct arena *arena, const struct library *library, const struct tale *tale, const td_journal *journal,
                 int attempt)
{
    struct trace trace;
    td_debrief debrief;
    struct writer w;
    trace_build(arena, tale->scenario, library->model, journal, attempt, false, &trace);
    debrief_build(arena, &trace, journal, tale->texts, tale->source, &debrief);
    writer_init(&w, arena);
    debrief_write_transcript(&w, &debrief, library->words);
    fwrite(writer_str(&w).ptr, 1, writer_str(&w).len, stdout);
}

struct asked {
    bool json, verify;
    int attempt; /* 0: the last */
};

static int replay(struct library *library, const char *path, const struct asked *asked)
{
    struct tale tale;
    td_journal *journal;
    if (!play_open(library, path, &journal, &tale))
        return CLI_NO;
    struct arena arena;
    arena_init(&arena, &memory_std);
    int attempt = asked->attempt > 0 ? asked->attempt : journal->attempt_count;
    struct replayed r = play_again(&tale, library->model, journal, attempt);
    if (asked->json)
        print_json(&arena, &r, journal);
    else if (asked->verify)
        say_verified(library, &r);
    else
        tell(&arena, library, &tale, journal, attempt);
    if (r.report.status != TD_OK)
        say_difference(library, &arena, &r.report);
    arena_finish(&arena);
    journal_destroy(journal);
    tale_close(&tale);
    return r.report.status == TD_OK ? CLI_OK : CLI_NO;
}

int verb_replay(struct cli *cli)
{
    struct asked asked = {.json = cli_flag(cli, "json"), .verify = cli_flag(cli, "verify")};
    asked.attempt = (int)cli_int(cli, "attempt", 1, 9999, 0);
    const char *lang = cli_option(cli, "lang");
    const char *model = cli_option(cli, "model");
    if (!cli_done(cli, 1, 1))
        return CLI_USAGE;
    struct library library;
    if (!library_open(lang, model, &library))
        return CLI_NO;
    int status = replay(&library, cli->argv[0], &asked);
    library_close(&library);
    return status;
}
