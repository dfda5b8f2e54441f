/* model.c - the verb `model`: the model card.  Every number, its source, the laws and the calibration, made from the
 * tables that the program computes with. */
#include "files.h"
#include "memory.h"
#include "model_card.h"
#include "profile.h"
#include "report.h"
#include "verbs.h"
#if TALKDOWN_CAIRO
#include "report_pdf.h"
#endif

enum { MODE = 0644 };

struct asked {
    const char *html, *pdf; /* files, "-" for standard output, or NULL */
    int paper;
    bool json;
    const char *model; /* --model FILE, or NULL */
};

static bool deliver(const struct library *library, const char *file, td_str bytes)
{
    if (strcmp(file, "-") == 0)
        return fwrite(bytes.ptr, 1, bytes.len, stdout) == bytes.len && fflush(stdout) == 0;
    file_fault fault = file_write(file, bytes, MODE);
    const struct word_arg args[] = {ARG_TEXT("path", str_of(file))};
    if (fault != NULL)
        library_say(library, true, fault, args, 1);
    return fault == NULL;
}

/* --- JSON ------------------------------------------------------------------------------------------------ */

static void put_numbers(struct writer *w, const char *key, const int16_t *values, int count)
{
    w_text(w, ", \"");
    w_text(w, key);
    w_text(w, "\": [");
    for (int i = 0; i < count; i++) {
        w_text(w, i > 0 ? ", " : "");
        w_int(w, values[i]);
    }
    w_char(w, ']');
}

static void put_act(struct writer *w, const struct model *model, enum act act)
{
    w_text(w, act > 0 ? ", {\"name\": " : "{\"name\": ");
    w_json(w, act_name(act));
    put_numbers(w, "m", model->m[act], STAGE_COUNT);
    put_numbers(w, "weights", model->weight[act], CHANNEL_COUNT);
    put_numbers(w, "e_ceiling", &model->ceiling[act], 1);
    put_numbers(w, "habit", &model->habit[act], 1);
    w_char(w, '}');
}

static void put_profile(struct writer *w, int index)
{
    w_text(w, index > 0 ? ", {\"name\": " : "{\"name\": ");
    w_json(w, profile_name(index));
#define X(field, low, high)          \
    w_text(w, ", \"" #field "\": "); \
    w_int(w, profile_built_in[index].field);
    TD_PROFILE_FIELDS(X)
#undef X
    w_char(w, '}');
}

static void write_json(struct writer *w, const struct model *model, const struct calibration *calibration)
{
    w_text(w, "{\"format\": \"talkdown-model-1\", \"version\": "); /* not shown */
    w_int(w, model->version);
    w_text(w, ", \"coefficients\": \"");
    w_hex64(w, model->hash);
    w_text(w, "\", \"acts\": [");
    for (int act = 0; act < ACT_COUNT; act++)
        put_act(w, model, (enum act)act);
    w_char(w, ']');
    put_numbers(w, "gains", model->gain, CHANNEL_COUNT);
    w_text(w, ", \"profiles\": [");
    for (int i = 0; i < PROFILE_COUNT; i++)
        put_profile(w, i);
    w_text(w, "], \"calibration\": ");
    calibration_write_json(w, calibration);
    w_text(w, "}\n");
}

/* --- the page -------------------------------------------------------------------------------------------------- */

static bool write_html(struct library *library, struct arena *arena, const char *file, const struct doc *card)
{
    struct writer w;
    writer_init(&w, arena);
    html_write(&w, card);
    return deliver(library, file, writer_str(&w));
}

static bool write_pdf(struct library *library, struct arena *arena, const struct asked *asked, const struct doc *card)
{
#if TALKDOWN_CAIRO
    td_str bytes;
    file_fault fault = report_pdf(arena, library->data, card, (enum report_paper)asked->paper, &bytes);
    if (fault == NULL)
        return deliver(library, asked->pdf, bytes);
    library_say(library, true, fault, NULL, 0);
#else
    (void)arena, (void)asked, (void)card;
    library_say(library, true, "error.no-pdf", NULL, 0);
#endif
    return false;
}

static int write_card(struct library *library, const struct asked *asked)
{
    struct arena arena;
    bool good = true;
    arena_init(&arena, &memory_std);
    struct calibration *calibration = arena_new(&arena, struct calibration, 1);
    calibrate(&arena, library->model, SHAKEN_TABLES, calibration);
    const char *file = asked->model != NULL ? asked->model : path_join(&arena, library->data, "assets/model/acts.json");
    const struct doc *card = asked->html || asked->pdf ? model_card(&arena, library, file, calibration) : NULL;
    if (asked->html != NULL)
        good = card != NULL && write_html(library, &arena, asked->html, card);
    if (asked->pdf != NULL)
        good = card != NULL && write_pdf(library, &arena, asked, card) && good;
    if (asked->json) {
        struct writer w;
        writer_init(&w, &arena);
        write_json(&w, library->model, calibration);
        good = deliver(library, "-", writer_str(&w)) && good;
    }
    arena_finish(&arena);
    return good ? CLI_OK : CLI_NO;
}

int verb_model(struct cli *cli)
{
    static const char *const papers[] = {"a4", "letter"};
    struct asked asked = {.json = cli_flag(cli, "json")};
    asked.html = cli_option(cli, "html");
    asked.pdf = cli_option(cli, "pdf");
    asked.paper = cli_choice(cli, "paper", papers, 2, 0);
    asked.model = cli_option(cli, "model");
    const char *lang = cli_option(cli, "lang");
    if (!cli_done(cli, 0, 0))
        return CLI_USAGE;
    if (!asked.json && asked.html == NULL && asked.pdf == NULL)
        return cli_misused(cli, "cli.one-of", (struct cli_fill[]){{"options", "--html --pdf --json"}}, 1);
    struct library library;
    if (!library_open(lang, asked.model, &library))
        return CLI_NO;
    int status = write_card(&library, &asked);
    library_close(&library);
    return status;
}
