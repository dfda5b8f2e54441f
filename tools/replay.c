/* replay.c - the verb `replay PLAY`: plays a journal again and tells what was said; with --verify only
 * whether every recorded check is found again, and if not, where the first difference is. */
#include "debrief.h"
#include "library.h"
#include "memory.h"
#include "verbs.h"

struct replayed {
    struct replay_report report;
    int commands; /* lines played again, rewinds included */
    enum outcome outcome;
    uint64_t state; /* the hash it ended with */
};

struct asked {
    bool json, verify;
    int attempt; /* 0: every one to verify, the last to tell */
};

static void play_again(const struct tale *tale, const struct model *model, const td_journal *journal, int attempt,
                       struct replayed *r)
{
    td_session *session = session_create(&memory_std, tale->scenario, model, &journal->header.setup);
    r->report = journal_replay(journal, attempt, true, session);
    r->outcome = session->state->phase == PHASE_OVER ? (enum outcome)session->state->outcome : outcome_count;
    r->state = session_hash(session);
    for (int i = 0; i < journal->entry_count; i++)
        r->commands += journal->entries[i].attempt == attempt;
    session_destroy(session);
}

/* Every attempt asked for, up to the first that does not agree. */
static struct replayed play_attempts(const struct tale *tale, const struct model *model, const td_journal *journal,
                                     int asked)
{
    struct replayed r = {.report = {.status = TD_OK}};
    int last = asked > 0 ? asked : journal->attempt_count;
    for (int attempt = asked > 0 ? asked : 1; attempt <= last && r.report.status == TD_OK; attempt++)
        play_again(tale, model, journal, attempt, &r);
    return r;
}

/* All that was recorded could be read and agrees. */
static bool agrees(const struct replayed *r, const td_journal *journal)
{
    return r->report.status == TD_OK && journal->damaged_line == 0;
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
    w_text(&w, agrees(r, journal) ? "true" : "false");
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
    if (r->report.status == TD_E_DESYNC) {
        w_text(&w, ",\"expected\":\"");
        w_hex64(&w, r->report.expected);
        w_text(&w, "\",\"found\":\"");
        w_hex64(&w, r->report.found);
        w_char(&w, '"');
    }
    if (journal->damaged_line > 0) {
        w_text(&w, ",\"damaged_line\":");
        w_int(&w, journal->damaged_line);
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

/* The journal and its scenario are open. */
static int replay_open(struct library *library, const struct tale *tale, const td_journal *journal,
                       const struct asked *asked)
{
    if (asked->attempt > journal->attempt_count) {
        library_say_no_attempt(library, asked->attempt, journal);
        return CLI_NO;
    }
    struct arena arena;
    arena_init(&arena, &memory_std);
    int last = asked->attempt > 0 ? asked->attempt : journal->attempt_count;
    struct replayed r = play_attempts(tale, library->model, journal, asked->attempt);
    if (asked->json)
        print_json(&arena, &r, journal);
    else if (asked->verify)
        say_verified(library, &r);
    else
        tell(&arena, library, tale, journal, last);
    if (r.report.status != TD_OK)
        say_difference(library, &arena, &r.report);
    arena_finish(&arena);
    return agrees(&r, journal) ? CLI_OK : CLI_NO;
}

static int replay(struct library *library, const char *path, const struct asked *asked)
{
    struct tale tale;
    td_journal *journal;
    if (!play_open(library, path, &journal, &tale))
        return library_refusal(library);
    int status = replay_open(library, &tale, journal, asked);
    journal_destroy(journal);
    tale_close(&tale);
    return status;
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
        return CLI_USAGE;
    int status = replay(&library, cli->argv[0], &asked);
    library_close(&library);
    return status;
}
