/* simulate.c - the verb `simulate`: the person alone, without a scenario.
 * What a row of acts does to somebody, exchange by exchange: for those who judge the model, change
 * its coefficients, or hold it against the vectors.  Everything that was asked for is read and
 * checked before the first exchange is played. */
#include "diag_codes.h"
#include "files.h"
#include "library.h"
#include "memory.h"
#include "move_read.h"
#include "verbs.h"

#define MOVES_BYTES ((size_t)16 << 20)
enum { LINE_VALUES = 100, BANDS = 5 };

static const struct json_limits line_limits = {4096, LINE_VALUES};

/* What was asked for. */
struct simulation {
    const struct library *library;
    const struct profile *profile;
    struct luck luck;
    struct move usual; /* what a move says where it says nothing */
    struct move *moves;
    size_t count;
    bool json;
    struct arena arena;
    struct writer out;
};

/* One row of the answer: the person after exchange `turn`; turn 0 is the start and has no move. */
struct row {
    const struct person *person;
    const struct move *move;
    struct delta delta;
    int32_t fit;
    enum person_outcome outcome;
};

/* --- the answer, for programs --------------------------------------------------------------- */

static const char *const end_names[] = {
    [PERSON_OPEN] = NULL,
    [PERSON_ESCALATED] = "escalated",
    [PERSON_CONTACT_LOST] = "contact_lost",
    [PERSON_RESOLVED] = "resolved",
};

static void json_number(struct writer *w, const char *name, int64_t value)
{
    w_text(w, ", \"");
    w_text(w, name);
    w_text(w, "\": ");
    w_int(w, value);
}

static void json_delta(struct writer *w, const struct delta *d)
{
    w_text(w, ", \"delta\": {\"time\": ");
    w_int(w, d->time);
    json_number(w, "words", d->words);
    json_number(w, "delivery", d->delivery);
    json_number(w, "space", d->space);
    json_number(w, "trigger", d->trigger);
    json_number(w, "promise", d->promise);
    w_char(w, '}');
}

static void json_text(struct writer *w, const char *name, const char *text)
{
    w_text(w, ", \"");
    w_text(w, name);
    w_text(w, "\": ");
    if (text == NULL)
        w_text(w, "null");
    else
        w_json(w, str_of(text));
}

static void write_json(struct writer *w, const struct row *row)
{
    const struct person *p = row->person;
    int32_t agitation = person_agitation(p);
    w_text(w, "{\"turn\": ");
    w_int(w, p->turn);
    json_text(w, "act", row->move ? act_name(row->move->act).ptr : NULL);
    json_number(w, "agitation", agitation);
    json_number(w, "band", person_band_plain(agitation));
    json_number(w, "stage", p->stage);
    json_number(w, "P", p->P);
    json_number(w, "L", p->L);
    json_number(w, "E", p->E);
    json_number(w, "R", p->R);
    json_number(w, "T", p->T);
    json_number(w, "U", p->U);
    json_number(w, "H", p->H);
    json_number(w, "C", p->C);
    json_number(w, "F", p->F);
    json_number(w, "err", p->err);
    json_delta(w, &row->delta);
    if (row->move)
        json_number(w, "fit", row->fit);
    else
        json_text(w, "fit", NULL);
    json_text(w, "outcome", end_names[row->outcome]);
    w_text(w, "}\n");
}

/* --- the answer, for people ----------------------------------------------------------------- */

static td_str word(struct simulation *s, const char *id)
{
    return words_get(s->library->words, str_of(id));
}

/* "act.label.name" for "label" */
static td_str word_about(struct simulation *s, const char *before, td_str name, const char *after)
{
    struct writer id;
    writer_init(&id, &s->arena);
    w_text(&id, before);
    w_str(&id, name);
    w_text(&id, after);
    return words_get(s->library->words, writer_str(&id));
}

static void write_words(struct simulation *s, const struct row *row)
{
    static const char *const bands[BANDS] = {"band.calm.name", "band.anxious.name", "band.agitated.name",
                                             "band.hostile.name", "band.crisis.name"};
    const struct person *p = row->person;
    int32_t agitation = person_agitation(p);
    const struct word_arg args[] = {
        ARG_INT("turn", p->turn),
        ARG_TEXT("act", row->move ? word_about(s, "act.", act_name(row->move->act), ".name") : TD_STR("")),
        ARG_INT("agitation", (agitation + 5) / 10), /* people read 0 to 100 */
        ARG_TEXT("band", word(s, bands[person_band_plain(agitation)])),
        ARG_INT("stage", p->stage),
        ARG_INT("understanding", (fix_topm(p->E) + 5) / 10),
        ARG_INT("rapport", (fix_topm(p->R) + 5) / 10),
        ARG_INT("trust", (fix_topm(p->T) + 5) / 10),
    };
    words_write(&s->out, s->library->words, row->move ? "simulate.row" : "simulate.start", WORDS_THEY, args,
                (int)(sizeof args / sizeof args[0]));
    w_char(&s->out, '\n');
    if (row->outcome == PERSON_OPEN)
        return;
    td_str title = word_about(s, "outcome.", str_of(end_names[row->outcome]), ".title");
    words_write(&s->out, s->library->words, "simulate.outcome", WORDS_THEY, &ARG_TEXT("outcome", title), 1);
    w_char(&s->out, '\n');
}

static void write_row(struct simulation *s, const struct row *row)
{
    if (s->json)
        write_json(&s->out, row);
    else
        write_words(s, row);
}

/* --- playing -------------------------------------------------------------------------------- */

static void play(struct simulation *s)
{
    const struct model *model = s->library->model;
    struct person person = person_start(s->profile);
    struct row row = {.person = &person};
    write_row(s, &row);
    for (size_t i = 0; i < s->count && row.outcome == PERSON_OPEN; i++) {
        row.move = &s->moves[i];
        row.fit = model_fit(model, row.move->act, person.stage);
        row.outcome = person_exchange(model, s->profile, s->luck, row.move, &person, &row.delta);
        write_row(s, &row);
    }
    fwrite(writer_str(&s->out).ptr, 1, writer_str(&s->out).len, stdout);
}

/* --- what was asked ------------------------------------------------------------------------- */

static int refuse_skill(struct cli *cli, struct simulation *s, td_str name)
{
    td_str nearest = act_nearest(name);
    struct cli_fill fills[] = {{"typed", arena_cstr(&s->arena, name)}, {"nearest", arena_cstr(&s->arena, nearest)}};
    return cli_misused(cli, nearest.len > 0 ? "simulate.unknown-act-near" : "simulate.unknown-act", fills, 2);
}

/* --skills a,b,c */
static int read_skills(struct cli *cli, struct simulation *s, const char *skills)
{
    s->moves = arena_new(&s->arena, struct move, strlen(skills) + 1);
    for (const char *at = skills;;) {
        td_str name = {at, strcspn(at, ",")};
        struct move *move = &s->moves[s->count++];
        *move = s->usual;
        if (!act_find(name, &move->act))
            return refuse_skill(cli, s, name);
        if (at[name.len] == '\0')
            return CLI_OK;
        at += name.len + 1;
    }
}

static bool is_blank(td_str line)
{
    for (size_t i = 0; i < line.len; i++)
        if (line.ptr[i] != ' ' && line.ptr[i] != '\t')
            return false;
    return true;
}

/* Each line is a document of its own; its faults are told with the number it has in the file. */
static void read_move(struct simulation *s, td_str file, td_str line, int number, struct diags *diags)
{
    int first = diags->count;
    struct json_doc *doc = json_open(&memory_std, file, line, line_limits, diags);
    if (doc != NULL && move_read(doc, &s->usual, diags, &s->moves[s->count]) == TD_OK)
        s->count++;
    json_close(doc);
    for (int i = first; i < diags->count; i++)
        diags->items[i].line += number - 1;
}

static size_t count_lines(td_str text)
{
    size_t lines = 1;
    for (size_t i = 0; i < text.len; i++)
        lines += text.ptr[i] == '\n';
    return lines;
}

/* --moves FILE, one object a line; "-" is standard input.  Blank lines are passed over. */
static int read_moves(struct simulation *s, const char *path)
{
    bool input = strcmp(path, "-") == 0;
    td_str text;
    file_fault fault =
        input ? file_read_input(&s->arena, MOVES_BYTES, &text) : file_read(&s->arena, path, MOVES_BYTES, &text);
    if (fault != NULL) {
        library_say(s->library, true, fault, &ARG_TEXT("path", str_of(path)), 1);
        return CLI_USAGE;
    }
    struct diags diags;
    diags_init(&diags, &s->arena);
    s->moves = arena_new(&s->arena, struct move, count_lines(text));
    for (int number = 1; text.len > 0; number++) {
        td_str line = str_line(&text);
        if (!is_blank(line))
            read_move(s, str_of(path), line, number, &diags);
    }
    return library_print_diags(s->library, &diags, false) == 0 ? CLI_OK : CLI_USAGE;
}

static int simulate(struct cli *cli, struct simulation *s, const char *skills, const char *moves)
{
    int status = skills ? read_skills(cli, s, skills) : read_moves(s, moves);
    if (status == CLI_OK)
        play(s);
    return status;
}

/* The flags that stand for what a move does not say. */
static struct move usual_move(struct cli *cli)
{
    struct move move = MOVE_DEFAULT;
    move.q = (int32_t)cli_int(cli, "quality", 0, 1000, move.q);
    move.tone = (int32_t)cli_int(cli, "tone", -2, 2, move.tone);
    move.pace = (int32_t)cli_int(cli, "pace", -2, 1, move.pace);
    move.dt = (int32_t)cli_int(cli, "dt", 0, 3600, move.dt);
    move.dist = (int32_t)cli_int(cli, "dist", 0, MOVE_DIST_MAX, move.dist);
    move.complexity = (int32_t)cli_int(cli, "complexity", 0, 3, move.complexity);
    return move;
}

static const struct profile *profile_asked(struct cli *cli)
{
    const char *names[PROFILE_COUNT];
    for (int i = 0; i < PROFILE_COUNT; i++)
        names[i] = profile_name(i).ptr;
    int index = cli_choice(cli, "profile", names, PROFILE_COUNT, -1);
    return index >= 0 ? &profile_built_in[index] : NULL;
}

enum { NOISE_MAX = 1000 };

int verb_simulate(struct cli *cli)
{
    struct simulation s = {.profile = profile_asked(cli), .usual = usual_move(cli)};
    const char *skills = cli_option(cli, "skills");
    const char *moves = cli_option(cli, "moves");
    const char *lang = cli_option(cli, "lang");
    const char *model = cli_option(cli, "model");
    s.luck.amp = (int32_t)cli_int(cli, "noise", 0, NOISE_MAX, 0);
    s.luck.seed = (uint64_t)cli_int(cli, "seed", 0, INT64_MAX, 1);
    s.json = cli_flag(cli, "json");
    if (!cli_done(cli, 0, 0))
        return CLI_USAGE;
    if (s.profile == NULL)
        return cli_misused(cli, "simulate.no-profile", NULL, 0);
    if ((skills == NULL) == (moves == NULL))
        return cli_misused(cli, "simulate.one-of", NULL, 0);
    struct library library;
    if (!library_open(lang, model, &library))
        return CLI_USAGE;
    s.library = &library;
    arena_init(&s.arena, &memory_std);
    writer_init(&s.out, &s.arena);
    int status = simulate(cli, &s, skills, moves);
    arena_finish(&s.arena);
    library_close(&library);
    return status;
}
