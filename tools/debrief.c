/* debrief.c - the verb `debrief PLAY|ROOM`: what the play, or a group's session, has to teach, as text, as a page to
 * keep (HTML, PDF), as a table or as JSON; and the better line as a play of its own. */
#include "debrief.h"
#include "files.h"
#include "further.h"
#include "group_export.h"
#include "library.h"
#include "memory.h"
#include "report.h"
#include "room_file.h"
#include "verbs.h"
#include <sys/stat.h>
#include <time.h>
#if TALKDOWN_CAIRO
#include "report_pdf.h"
#endif

enum { MODE = 0600 };

struct wanted {
    bool json, text;
    bool full;                             /* text or PDF with every decision in full */
    const char *file;                      /* -o FILE of text or JSON */
    const char *html, *pdf, *csv, *better; /* files, "-" for standard output, or NULL */
    int paper;                             /* enum report_paper */
    int attempt;                           /* 0: the last */
    const char *model;                     /* or NULL */
    int32_t from;                          /* --better from this command; 0: from the costliest decision */
};

/* Everything that is known once the play was run again. */
struct looked {
    struct library *library;
    struct arena arena;
    struct tale tale;
    td_journal *journal;
    struct trace trace;
    td_debrief debrief;
    struct report_about about;
};

/* Whole or not at all; "-" is standard output. */
static bool deliver(const struct library *library, const char *file, td_str bytes)
{
    if (file == NULL || strcmp(file, "-") == 0)
        return fwrite(bytes.ptr, 1, bytes.len, stdout) == bytes.len && fflush(stdout) == 0;
    file_fault fault = file_write(file, bytes, MODE);
    if (fault == NULL)
        return true;
    const struct word_arg args[] = {ARG_TEXT("path", str_of(file))};
    library_say(library, true, fault, args, 1);
    return false;
}

/* --- the better line ---------------------------------------------------------------------------------------- */

/* Writes behind the journal's own bytes: back to before the decision, then what should have been said. */
static bool write_better(struct looked *l, struct writer *w, int *ret_attempt)
{
    const struct what_if *better = &l->debrief.what_if;
    struct command *commands = arena_new(&l->arena, struct command, (size_t)better->count);
    for (int i = 0; i < better->count; i++)
        commands[i] = debrief_better_command(&l->debrief, i);
    return further_write(l->library, l->tale.scenario, l->journal, l->trace.steps[better->step].number, commands,
                         better->count, w, ret_attempt);
}

static void say_saved(struct looked *l, const char *file, int attempt)
{
    const struct step *step = &l->trace.steps[l->debrief.what_if.step];
    struct writer time;
    writer_init(&time, &l->arena);
    w_int(&time, step->story_ms / 60000);
    w_text(&time, step->story_ms / 1000 % 60 < 10 ? ":0" : ":");
    w_int(&time, step->story_ms / 1000 % 60);
    const struct word_arg args[] = {ARG_TEXT("time", writer_str(&time)), ARG_INT("attempt", attempt),
                                    ARG_TEXT("path", str_of(file))};
    library_say(l->library, true, "debrief.better.saved", args, 3);
}

static bool choose_decision(struct looked *l, int32_t number)
{
    const struct word_arg args[] = {ARG_INT("number", number)};
    for (int32_t i = 0; i < l->trace.count && number > 0; i++) {
        const struct step *step = &l->trace.steps[i];
        if (step->number != number || !step->exchange || step->alt_count == 0)
            continue;
        debrief_what_if(&l->arena, &l->trace, i, &l->debrief.what_if);
        return true;
    }
    if (number > 0)
        library_say(l->library, true, "debrief.better.no-decision", args, 1);
    else if (l->debrief.what_if.count == 0)
        library_say(l->library, true, "debrief.better.none", NULL, 0);
    return number == 0 && l->debrief.what_if.count > 0;
}

static bool save_better(struct looked *l, const struct wanted *wanted)
{
    struct writer w;
    int attempt;
    if (!choose_decision(l, wanted->from))
        return false;
    writer_init(&w, &l->arena);
    if (!write_better(l, &w, &attempt)) {
        library_say(l->library, true, "debrief.better.cannot", NULL, 0);
        return false;
    }
    if (!deliver(l->library, wanted->better, writer_str(&w)))
        return false;
    say_saved(l, wanted->better, attempt);
    return true;
}

/* --- what is asked for ----------------------------------------------------------------------------------------- */

static bool write_plain(struct looked *l, const struct wanted *wanted)
{
    struct writer w;
    writer_init(&w, &l->arena);
    if (wanted->json)
        debrief_write_json(&w, &l->debrief, l->library->words);
    else if (wanted->full)
        debrief_write_full(&w, &l->debrief, l->library->words);
    else
        debrief_write_text(&w, &l->debrief, l->library->words);
    return deliver(l->library, wanted->file, writer_str(&w));
}

static bool write_html(struct looked *l, const char *file)
{
    struct writer w;
    writer_init(&w, &l->arena);
    html_write(&w, report_build(&l->arena, &l->debrief, l->library->words, &l->about));
    return deliver(l->library, file, writer_str(&w));
}

static bool write_csv(struct looked *l, const char *file)
{
    struct writer w;
    writer_init(&w, &l->arena);
    csv_write(&w, &l->debrief, l->library->words, &l->about);
    return deliver(l->library, file, writer_str(&w));
}

static bool write_pdf(struct looked *l, const struct wanted *wanted)
{
#if TALKDOWN_CAIRO
    td_str bytes;
    struct doc *doc = report_build(&l->arena, &l->debrief, l->library->words, &l->about);
    if (!wanted->full)
        doc_shorten(doc);
    file_fault fault = report_pdf(&l->arena, l->library->data, doc, (enum report_paper)wanted->paper, &bytes);
    if (fault == NULL)
        return deliver(l->library, wanted->pdf, bytes);
    const struct word_arg args[] = {ARG_TEXT("path", str_of(wanted->pdf))};
    library_say(l->library, true, fault, args, 1);
#else
    (void)wanted;
    library_say(l->library, true, "error.no-pdf", NULL, 0);
#endif
    return false;
}

/* Each thing asked for is tried, whatever becomes of the others. */
static bool write_wanted(struct looked *l, const struct wanted *wanted)
{
    bool good = true;
    if (wanted->html != NULL)
        good = write_html(l, wanted->html) && good;
    if (wanted->pdf != NULL)
        good = write_pdf(l, wanted) && good;
    if (wanted->csv != NULL)
        good = write_csv(l, wanted->csv) && good;
    if (wanted->better != NULL)
        good = save_better(l, wanted) && good;
    bool files = wanted->html || wanted->pdf || wanted->csv || wanted->better;
    if (!files || wanted->json || wanted->text)
        good = write_plain(l, wanted) && good;
    return good;
}

static int look_at(struct looked *l, const struct wanted *wanted)
{
    int attempt = wanted->attempt > 0 ? wanted->attempt : l->journal->attempt_count;
    arena_init(&l->arena, &memory_std);
    struct replay_report report =
        trace_build(&l->arena, l->tale.scenario, l->library->model, l->journal, attempt, true, &l->trace);
    debrief_build(&l->arena, &l->trace, l->journal, l->tale.texts, l->tale.source, &l->debrief);
    l->about = (struct report_about){.journal = l->journal, .replay = report};
    bool good = write_wanted(l, wanted);
    library_say_replay(l->library, &report);
    arena_finish(&l->arena);
    return good && report.status == TD_OK && l->journal->damaged_line == 0 ? CLI_OK : CLI_NO;
}

static int debrief_play(struct library *library, const char *path, const struct wanted *wanted)
{
    struct looked l = {.library = library};
    int status = CLI_NO;
    if (!play_open(library, path, &l.journal, &l.tale))
        return library_refusal(library);
    if (wanted->attempt > l.journal->attempt_count)
        library_say_no_attempt(library, wanted->attempt, l.journal);
    else
        status = look_at(&l, wanted);
    journal_destroy(l.journal);
    tale_close(&l.tale);
    return status;
}

/* --- a group's room ---------------------------------------------------------------------------------------------- */

/* The day it was last written to, as ISO 8601 has it. */
static td_str day_of(struct arena *arena, const char *path)
{
    char text[32] = "";
    struct stat found;
    struct tm local;
    if (stat(path, &found) != 0 || localtime_r(&found.st_mtime, &local) == NULL)
        return TD_STR("");
    strftime(text, sizeof text, "%Y-%m-%d", &local);
    return arena_copy(arena, str_of(text));
}

static bool export_room(struct library *library, struct room_file *room, const char *path, struct group_wish wish,
                        const char *file)
{
    td_str bytes;
    struct arena arena;
    const struct tongue *tongue = &room->tongues.items[0];
    arena_init(&arena, &memory_std);
    wish.date = day_of(&arena, path);
    file_fault fault = group_export(&arena, room->room, tongue, &wish, &bytes);
    const struct word_arg args[] = {ARG_TEXT("path", str_of(path))};
    if (fault != NULL)
        library_say(library, true, fault, args, 1);
    bool good = fault == NULL && deliver(library, file, bytes);
    arena_finish(&arena);
    return good;
}

static bool export_wanted(struct library *library, struct room_file *room, const char *path,
                          const struct wanted *wanted)
{
    const struct {
        enum group_file kind;
        const char *file;
    } rows[] = {{GROUP_HTML, wanted->html}, {GROUP_PDF, wanted->pdf}, {GROUP_CSV, wanted->csv}};
    bool good = true, files = false;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        if (rows[i].file == NULL)
            continue;
        files = true;
        good = export_room(library, room, path, (struct group_wish){rows[i].kind, wanted->paper == 1, TD_STR("")},
                           rows[i].file) &&
               good;
    }
    if (files && !wanted->json && !wanted->text)
        return good;
    const struct group_wish plain = {wanted->json ? GROUP_JSON : GROUP_TEXT, false, TD_STR("")};
    return export_room(library, room, path, plain, wanted->file) && good;
}

static int debrief_room(struct library *library, const char *path, td_str bytes, const struct wanted *wanted)
{
    struct room_file room;
    if (wanted->better != NULL || wanted->attempt > 0) {
        library_say(library, true, "debrief.room-only", NULL, 0);
        return CLI_USAGE;
    }
    if (!room_file_open(library, wanted->model, path, bytes, &room))
        return CLI_NO;
    bool good = export_wanted(library, &room, path, wanted);
    room_file_close(&room);
    return good ? CLI_OK : CLI_NO;
}

/* A room says so in its first line; whatever else it is, play_open() says what is wrong with it. */
static int debrief_file(struct library *library, const char *path, const struct wanted *wanted)
{
    struct arena arena;
    td_str bytes;
    arena_init(&arena, &memory_std);
    const bool room = file_read(&arena, path, ROOM_FILE_BYTES, &bytes) == NULL && room_file_is(bytes);
    int status = room ? debrief_room(library, path, bytes, wanted) : debrief_play(library, path, wanted);
    arena_finish(&arena);
    return status;
}

int verb_debrief(struct cli *cli)
{
    static const char *const papers[] = {"a4", "letter"};
    struct wanted wanted = {.json = cli_flag(cli, "json"), .text = cli_flag(cli, "text")};
    wanted.full = cli_flag(cli, "full");
    wanted.file = cli_option(cli, "o");
    wanted.html = cli_option(cli, "html");
    wanted.pdf = cli_option(cli, "pdf");
    wanted.csv = cli_option(cli, "csv");
    wanted.better = cli_option(cli, "better");
    wanted.from = (int32_t)cli_int(cli, "from", 1, INT32_MAX, 0);
    wanted.paper = cli_choice(cli, "paper", papers, 2, 0);
    const char *lang = cli_option(cli, "lang");
    wanted.model = cli_option(cli, "model");
    wanted.attempt = (int)cli_int(cli, "attempt", 1, 9999, 0);
    if (!cli_done(cli, 1, 1))
        return CLI_USAGE;
    if (wanted.text && wanted.json)
        return cli_misused(cli, "cli.one-of", (struct cli_fill[]){{"options", "--text --json"}}, 1);
    struct library library;
    if (!library_open(lang, wanted.model, &library))
        return CLI_USAGE;
    int status = debrief_file(&library, cli->argv[0], &wanted);
    library_close(&library);
    return status;
}
