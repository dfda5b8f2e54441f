/* debrief.c - the verb `debrief PLAY`: what the play has to teach, as text or as JSON. */
#include "debrief.h"
#include "files.h"
#include "library.h"
#include "memory.h"
#include "verbs.h"

struct wanted {
    bool json;
    const char *file; /* -o FILE, or NULL for standard output */
    int attempt;      /* 0: the last */
};

static bool deliver(const struct library *library, const struct wanted *wanted, td_str text)
{
    if (wanted->file == NULL)
        return fwrite(text.ptr, 1, text.len, stdout) == text.len;
    file_fault fault = file_write(wanted->file, text, 0600);
    if (fault == NULL)
        return true;
    const struct word_arg args[] = {ARG_TEXT("path", str_of(wanted->file))};
    library_say(library, true, fault, args, 1);
    return false;
}

static int debrief_play(struct library *library, const char *path, const struct wanted *wanted)
{
    struct tale tale;
    td_journal *journal;
    if (!play_open(library, path, &journal, &tale))
        return CLI_NO;
    if (wanted->attempt > journal->attempt_count) {
        library_say_no_attempt(library, wanted->attempt, journal);
        journal_destroy(journal);
        tale_close(&tale);
        return CLI_NO;
    }
    struct arena arena;
    arena_init(&arena, &memory_std);
    int attempt = wanted->attempt > 0 ? wanted->attempt : journal->attempt_count;
    struct trace trace;
    struct replay_report report = trace_build(&arena, tale.scenario, library->model, journal, attempt, true, &trace);
    td_debrief debrief;
    debrief_build(&arena, &trace, journal, tale.texts, tale.source, &debrief);
    struct writer w;
    writer_init(&w, &arena);
    if (wanted->json)
        debrief_write_json(&w, &debrief, library->words);
    else
        debrief_write_text(&w, &debrief, library->words);
    bool delivered = deliver(library, wanted, writer_str(&w));
    library_say_replay(library, &report);
    arena_finish(&arena);
    journal_destroy(journal);
    tale_close(&tale);
    return delivered && report.status == TD_OK ? CLI_OK : CLI_NO;
}

int verb_debrief(struct cli *cli)
{
    struct wanted wanted = {.json = cli_flag(cli, "json")};
    bool text = cli_flag(cli, "text");
    wanted.file = cli_option(cli, "o");
    const char *lang = cli_option(cli, "lang");
    const char *model = cli_option(cli, "model");
    wanted.attempt = (int)cli_int(cli, "attempt", 1, 9999, 0);
    if (!cli_done(cli, 1, 1))
        return CLI_USAGE;
    if (text && wanted.json)
        return cli_misused(cli, "cli.one-of", (struct cli_fill[]){{"options", "--text --json"}}, 1);
    struct library library;
    if (!library_open(lang, model, &library))
        return CLI_NO;
    int status = debrief_play(&library, cli->argv[0], &wanted);
    library_close(&library);
    return status;
}
