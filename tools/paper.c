/* paper.c - the verb `paper SCENARIO`: a whole group session on paper, for a dead projector or a room without devices. */
#include "paper.h"
#include "files.h"
#include "library.h"
#include "memory.h"
#include "room_parts.h"
#include "verbs.h"
#if TALKDOWN_CAIRO
#include "report_pdf.h"
#endif

#include <stdio.h>

static const char *const presets[] = {"back-to-back", "team-table", "fishbowl", "class-vote", "several-teams"};
enum { MODE = 0600 };

struct wanted {
    const char *html, *pdf, *file; /* "-" for standard output, or NULL */
    bool text;
    int paper; /* enum report_paper */
};

static bool told(const struct library *library, file_fault fault, const char *path)
{
    const struct word_arg args[] = {ARG_TEXT("path", str_of(path))};
    if (fault != NULL)
        library_say(library, true, fault, args, 1);
    return fault == NULL;
}

static bool deliver(const struct library *library, const char *file, td_str bytes)
{
    if (file == NULL || strcmp(file, "-") == 0)
        return fwrite(bytes.ptr, 1, bytes.len, stdout) == bytes.len && fflush(stdout) == 0;
    return told(library, file_write(file, bytes, MODE), file);
}

static bool write_pdf(const struct library *library, struct arena *arena, const struct doc *doc,
                      const struct wanted *wanted)
{
#if TALKDOWN_CAIRO
    td_str bytes;
    file_fault fault = report_pdf(arena, library->data, doc, (enum report_paper)wanted->paper, &bytes);
    return told(library, fault, wanted->pdf) && deliver(library, wanted->pdf, bytes);
#else
    (void)arena, (void)doc;
    return told(library, "error.no-pdf", wanted->pdf);
#endif
}

static bool write_html(const struct library *library, struct arena *arena, const struct doc *doc, const char *file)
{
    struct writer w;
    writer_init(&w, arena);
    html_write(&w, doc);
    return deliver(library, file, writer_str(&w));
}

/* Each thing asked for is tried, whatever becomes of the other. */
static bool write_wanted(const struct library *library, struct arena *arena, const struct doc *doc,
                         const struct wanted *wanted)
{
    struct writer w;
    bool good = true;
    if (wanted->html != NULL)
        good = write_html(library, arena, doc, wanted->html);
    if (wanted->pdf != NULL)
        good = write_pdf(library, arena, doc, wanted) && good;
    if ((wanted->html != NULL || wanted->pdf != NULL) && !wanted->text)
        return good;
    writer_init(&w, arena);
    text_write(&w, doc);
    return deliver(library, wanted->file, writer_str(&w)) && good;
}

static void plan_of(enum wire_preset preset, int32_t minutes, struct paper_plan *ret)
{
    static const char *const phases[] = {
        [ROOM_BRIEF] = "brief",       [ROOM_PLAY] = "play",       [ROOM_PAUSE] = "pause",
        [ROOM_FEEDBACK] = "feedback", [ROOM_DEBRIEF] = "debrief",
    };
    struct segments segments;
    room_plan(preset, minutes, &segments);
    *ret = (struct paper_plan){.preset = presets[preset]};
    for (; ret->count < segments.count && ret->count < PAPER_PARTS; ret->count++) {
        ret->phases[ret->count] = phases[segments.item[ret->count].phase];
        ret->minutes[ret->count] = segments.item[ret->count].minutes;
    }
}

static int write_paper(struct library *library, const char *scenario, const struct paper_plan *plan,
                       const struct wanted *wanted)
{
    struct tale tale;
    struct arena arena;
    if (!tale_open(library, scenario, true, &tale))
        return library_refusal(library);
    arena_init(&arena, &memory_std);
    const struct doc *doc =
        paper_build(&arena, tale.scenario, tale.texts, tale.source, library->model, library->words, plan);
    bool good = write_wanted(library, &arena, doc, wanted);
    arena_finish(&arena);
    tale_close(&tale);
    return good ? CLI_OK : CLI_NO;
}

int verb_paper(struct cli *cli)
{
    static const char *const papers[] = {"a4", "letter"};
    struct wanted wanted = {.text = cli_flag(cli, "text")};
    struct paper_plan plan;
    struct library library;
    wanted.html = cli_option(cli, "html");
    wanted.pdf = cli_option(cli, "pdf");
    wanted.file = cli_option(cli, "o");
    wanted.paper = cli_choice(cli, "paper", papers, 2, 0);
    const int preset = cli_choice(cli, "preset", presets, PRESET_COUNT, PRESET_class_vote);
    const int32_t minutes = (int32_t)cli_int(cli, "minutes", 10, 600, 0);
    const char *lang = cli_option(cli, "lang"), *model = cli_option(cli, "model");
    if (!cli_done(cli, 1, 1))
        return CLI_USAGE;
    if (!library_open(lang, model, &library))
        return CLI_USAGE;
    plan_of((enum wire_preset)preset, minutes, &plan);
    int status = write_paper(&library, cli->argv[0], &plan, &wanted);
    library_close(&library);
    return status;
}
