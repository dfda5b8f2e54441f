/* model_card.c - made from the tables that the program computes with, never from a copy of them: the acts with their
 * reasons and sources, the profiles, the laws tried on each of them, the calibration, the weights of the score. */
#include "model_card.h"

#include "files.h"
#include "laws.h"
#include "memory.h"
#include "score.h"

enum { FILE_MOST = 1 << 20, PAIRS = 300, LAW_SEED = 1 };

struct card {
    struct arena *arena;
    struct library *library;
    const struct model *model;
    const struct calibration *calibration;
    struct json_at root; /* of the coefficients' file */
    struct doc *doc;
};

/* --- small helpers ---------------------------------------------------------------------------------------------- */

static td_str say(struct card *c, const char *id, const struct word_arg *args, int count)
{
    struct writer w;
    writer_init(&w, c->arena);
    words_write(&w, c->library->words, id, WORDS_THEY, args, count);
    return writer_str(&w);
}

static td_str word(struct card *c, const char *id)
{
    return say(c, id, NULL, 0);
}

static td_str named(struct card *c, const char *head, td_str name, const char *tail)
{
    struct writer w;
    writer_init(&w, c->arena);
    w_text(&w, head);
    w_str(&w, name);
    w_text(&w, tail);
    w_char(&w, '\0');
    return word(c, writer_str(&w).ptr);
}

static td_str number(struct card *c, int64_t value)
{
    struct writer w;
    writer_init(&w, c->arena);
    w_int(&w, value);
    return writer_str(&w);
}

/* sum / count to one decimal. */
static td_str mean(struct card *c, int64_t sum, int64_t count)
{
    struct writer w;
    writer_init(&w, c->arena);
    int64_t tenths = count > 0 ? (10 * sum + (sum < 0 ? -count : count) / 2) / count : 0;
    if (tenths < 0)
        w_char(&w, '-');
    tenths = tenths < 0 ? -tenths : tenths;
    w_int(&w, tenths / 10);
    w_char(&w, '.');
    w_int(&w, tenths % 10);
    return writer_str(&w);
}

/* Out of the file, which is closed before the page is read. */
static td_str text_of(struct card *c, const struct json_at *at)
{
    return arena_copy(c->arena, json_string(at));
}

static struct doc *section(struct card *c, const char *id, const char *intro)
{
    struct doc *s = doc_add(c->arena, c->doc, DOC_SECTION, word(c, id));
    doc_add(c->arena, s, DOC_TEXT, word(c, intro));
    return s;
}

static struct doc *cell(struct card *c, struct doc *row, td_str text)
{
    return doc_add(c->arena, row, DOC_CELL, text);
}

static void cell_number(struct card *c, struct doc *row, td_str text)
{
    cell(c, row, text)->style = STYLE_NUMBER;
}

static struct doc *table(struct card *c, struct doc *parent, const char *caption, td_str first, struct doc **ret_head)
{
    struct doc *t = doc_add(c->arena, parent, DOC_TABLE, word(c, caption));
    *ret_head = doc_add(c->arena, t, DOC_ROW, TD_STR(""));
    cell(c, *ret_head, first);
    return t;
}

static struct doc *row(struct card *c, struct doc *t, td_str first)
{
    struct doc *r = doc_add(c->arena, t, DOC_ROW, TD_STR(""));
    cell(c, r, first);
    return r;
}

/* --- the acts ------------------------------------------------------------------------------------------------------ */

static td_str act_word(struct card *c, enum act act)
{
    return named(c, "act.", act_name(act), ".name");
}

static void add_effects(struct card *c, struct doc *s)
{
    struct doc *head, *t = table(c, s, "card.effects", word(c, "card.act"), &head);
    for (int stage = 0; stage < STAGE_COUNT; stage++)
        cell(c, head, named(c, "stage.", number(c, stage), ".name"));
    for (int act = 0; act < ACT_COUNT; act++) {
        struct doc *r = row(c, t, act_word(c, (enum act)act));
        for (int stage = 0; stage < STAGE_COUNT; stage++)
            cell_number(c, r, number(c, c->model->m[act][stage]));
    }
}

static void add_weights(struct card *c, struct doc *s)
{
    static const char *const channels[CHANNEL_COUNT] = {"card.quick",     "card.load",        "figure.understanding",
                                                        "figure.rapport", "figure.trust",     "figure.autonomy",
                                                        "figure.hope",    "figure.commitment"};
    struct doc *head, *t = table(c, s, "card.weights", word(c, "card.act"), &head);
    for (int i = 0; i < CHANNEL_COUNT; i++)
        cell(c, head, word(c, channels[i]));
    cell(c, head, word(c, "card.ceiling"));
    cell(c, head, word(c, "card.habit"));
    for (int act = 0; act < ACT_COUNT; act++) {
        struct doc *r = row(c, t, act_word(c, (enum act)act));
        for (int i = 0; i < CHANNEL_COUNT; i++)
            cell_number(c, r, number(c, c->model->weight[act][i]));
        cell_number(c, r, number(c, c->model->ceiling[act]));
        cell_number(c, r, number(c, c->model->habit[act]));
    }
    struct doc *gains = row(c, t, word(c, "card.gain"));
    for (int i = 0; i < CHANNEL_COUNT; i++)
        cell_number(c, gains, number(c, c->model->gain[i]));
    cell_number(c, gains, TD_STR("\xe2\x80\x93"));
    cell_number(c, gains, TD_STR("\xe2\x80\x93"));
}

/* The act's own entry in the file, by its name. */
static bool find_act(const struct card *c, enum act act, struct json_at *ret)
{
    struct json_at acts, item, name;
    if (!json_get(&c->root, "acts", &acts))
        return false;
    for (bool more = json_first(&acts, &item); more; more = json_next(&item)) {
        if (!json_get(&item, "name", &name) || !str_eq(json_string(&name), act_name(act)))
            continue;
        *ret = item;
        return true;
    }
    return false;
}

static td_str sources_of(struct card *c, const struct json_at *act)
{
    struct json_at sources, item;
    struct writer w;
    writer_init(&w, c->arena);
    if (json_get(act, "sources", &sources))
        for (bool more = json_first(&sources, &item); more; more = json_next(&item)) {
            if (writer_str(&w).len > 0)
                w_text(&w, ", ");
            w_str(&w, text_of(c, &item));
        }
    return writer_str(&w).len > 0 ? writer_str(&w) : word(c, "card.judgement");
}

static void add_reasons(struct card *c, struct doc *s)
{
    struct doc *head, *t = table(c, s, "card.reasons", word(c, "card.act"), &head);
    cell(c, head, word(c, "card.reason"));
    cell(c, head, word(c, "card.source"));
    for (int act = 0; act < ACT_COUNT; act++) {
        struct json_at entry, reason;
        struct doc *r = row(c, t, act_word(c, (enum act)act));
        bool known = find_act(c, (enum act)act, &entry);
        cell(c, r, known && json_get(&entry, "reason", &reason) ? text_of(c, &reason) : word(c, "card.judgement"));
        cell(c, r, known ? sources_of(c, &entry) : word(c, "card.judgement"));
    }
}

static void add_acts(struct card *c)
{
    struct doc *s = section(c, "card.acts", "card.acts.intro");
    add_effects(c, s);
    add_weights(c, s);
    add_reasons(c, s);
}

/* --- the people ------------------------------------------------------------------------------------------------------ */

static void heads_of_profiles(struct card *c, struct doc *head)
{
    for (int i = 0; i < PROFILE_COUNT; i++)
        cell(c, head, named(c, "profile.", profile_name(i), ".name"));
}

static void add_profiles(struct card *c)
{
    struct doc *s = section(c, "card.profiles", "card.profiles.intro");
    struct doc *head, *t = table(c, s, "card.profiles.table", word(c, "card.parameter"), &head);
    heads_of_profiles(c, head);
#define X(field, low, high)                                          \
    {                                                                \
        struct doc *r = row(c, t, TD_STR(#field));                   \
        for (int i = 0; i < PROFILE_COUNT; i++)                      \
            cell_number(c, r, number(c, profile_built_in[i].field)); \
    }
    TD_PROFILE_FIELDS(X)
#undef X
    doc_add(c->arena, s, DOC_TEXT, word(c, "card.profiles.source"))->style = STYLE_SMALL;
}

/* --- the laws ---------------------------------------------------------------------------------------------------------- */

/* Tried while the page is made: a page cannot claim what the program does not do. */
static const char *broken_law(const struct card *c, int *ret_profile)
{
    for (int i = 0; i < PROFILE_COUNT; i++) {
        struct law_report report = person_check_laws(c->model, &profile_built_in[i], LAW_SEED, PAIRS);
        *ret_profile = i;
        if (report.law != NULL)
            return report.law;
    }
    return NULL;
}

static void add_laws(struct card *c)
{
    int profile = 0;
    struct doc *s = section(c, "card.laws", "card.laws.intro");
    const char *broken = broken_law(c, &profile);
    const struct word_arg args[] = {ARG_TEXT("law", str_of(broken != NULL ? broken : "")), ARG_INT("n", PAIRS),
                                    ARG_TEXT("profile", named(c, "profile.", profile_name(profile), ".name"))};
    doc_add(c->arena, s, broken != NULL ? DOC_NOTICE : DOC_TEXT,
            say(c, broken != NULL ? "card.laws.broken" : "card.laws.kept", args, 3));
    struct doc *head, *t = table(c, s, "card.laws.table", word(c, "card.law"), &head);
    cell(c, head, word(c, "card.law.says"));
    for (int i = 0; i < law_count; i++) {
        struct doc *r = row(c, t, str_of(laws[i].name));
        cell(c, r, named(c, "law.", number(c, i + 1), ""));
    }
}

/* --- what it does -------------------------------------------------------------------------------------------------------- */

static enum outcome commonest(const struct player_runs *runs)
{
    int most = 0;
    for (int i = 1; i < outcome_count; i++)
        if (runs->outcomes[i] > runs->outcomes[most])
            most = i;
    return (enum outcome)most;
}

static td_str runs_text(struct card *c, const struct player_runs *runs)
{
    bool ended = runs->outcomes[commonest(runs)] > 0;
    const struct word_arg args[] = {
        ARG_TEXT("exchanges", mean(c, runs->exchanges, runs->runs)),
        ARG_TEXT("outcome",
                 ended ? named(c, "card.outcome.", outcome_names[commonest(runs)], "") : word(c, "card.open")),
        ARG_INT("n", runs->outcomes[commonest(runs)]),
        ARG_INT("runs", runs->runs),
        ARG_INT("score", runs->runs > 0 ? (runs->score + runs->runs / 2) / runs->runs : 0),
    };
    return say(c, "card.runs", args, 5);
}

static void add_players(struct card *c, struct doc *s)
{
    struct doc *head, *t = table(c, s, "card.players", word(c, "card.player"), &head);
    heads_of_profiles(c, head);
    for (int player = 0; player < BARE_COUNT; player++) {
        struct doc *r = row(c, t, str_of(bare_player_name((enum bare_player)player)));
        for (int i = 0; i < PROFILE_COUNT; i++)
            cell(c, r, runs_text(c, &c->calibration->players[player][i]));
    }
}

static void add_price(struct card *c, struct doc *r, const struct price *price)
{
    cell_number(c, r, mean(c, price->at_once, price->runs));
    cell_number(c, r, mean(c, price->extra[0], price->runs));
    cell_number(c, r, mean(c, price->extra[1], price->runs));
}

static void add_slips(struct card *c, struct doc *s)
{
    static const char *const heads[] = {"card.at-once", "card.repaired", "card.ignored"};
    for (int moment = 0; moment < SLIP_MOMENTS; moment++) {
        struct doc *head,
            *t = table(c, s, moment == 0 ? "card.slips.early" : "card.slips.late", word(c, "card.act"), &head);
        for (int i = 0; i < 3; i++)
            cell(c, head, word(c, heads[i]));
        for (int slip = 0; slip < SLIP_COUNT; slip++)
            add_price(c, row(c, t, act_word(c, slip_act((enum slip)slip))), &c->calibration->slips[moment][slip]);
    }
}

static void add_fading(struct card *c, struct doc *s)
{
    struct doc *head, *t = table(c, s, "card.fading", word(c, "card.minutes"), &head);
    cell(c, head, word(c, "figure.agitation"));
    for (int i = 0; i < FADING_COUNT; i++)
        cell_number(c, row(c, t, number(c, fading_minutes[i])), number(c, (c->calibration->fading[i] + 5) / 10));
}

static void add_shaken(struct card *c, struct doc *s)
{
    struct doc *head, *t = table(c, s, "card.shaken", word(c, "card.better"), &head);
    cell(c, head, word(c, "card.worse"));
    cell(c, head, word(c, "card.kept"));
    for (int i = 0; i < ORDER_COUNT; i++) {
        const struct word_arg args[] = {ARG_INT("n", c->calibration->shaken_kept[i]),
                                        ARG_INT("of", c->calibration->shaken)};
        struct doc *r = row(c, t, str_of(bare_player_name(calibration_order[i].better)));
        cell(c, r, str_of(bare_player_name(calibration_order[i].worse)));
        cell_number(c, r, say(c, "card.of", args, 2));
    }
}

static void add_calibration(struct card *c)
{
    struct doc *s = section(c, "card.calibration", "card.calibration.intro");
    const char *broken = calibration_broken_mark(c->calibration);
    const struct word_arg mark[] = {ARG_TEXT("mark", str_of(broken != NULL ? broken : ""))};
    if (broken != NULL)
        doc_add(c->arena, s, DOC_NOTICE, say(c, "calibrate.broken", mark, 1));
    add_players(c, s);
    add_slips(c, s);
    add_fading(c, s);
    add_shaken(c, s);
}

/* --- the score, the sources ------------------------------------------------------------------------------------------------ */

static void add_score(struct card *c)
{
    struct doc *s = section(c, "card.score", "card.score.intro");
    struct doc *list = doc_add(c->arena, s, DOC_LIST, TD_STR(""));
    for (int cap = CAP_NONE + 1; cap < CAP_COUNT; cap++) {
        const struct word_arg args[] = {ARG_INT("limit", score_cap_limit((enum score_cap)cap))};
        struct writer id;
        writer_init(&id, c->arena);
        w_text(&id, "cap.");
        w_text(&id, score_cap_name((enum score_cap)cap));
        w_char(&id, '\0');
        doc_add(c->arena, list, DOC_TEXT, say(c, writer_str(&id).ptr, args, 1));
    }
}

static void add_sources(struct card *c)
{
    struct json_at sources, item;
    struct doc *s = section(c, "card.sources", "card.sources.intro");
    struct doc *terms = doc_add(c->arena, s, DOC_TERMS, TD_STR(""));
    if (!json_get(&c->root, "sources", &sources))
        return;
    for (bool more = json_first(&sources, &item); more; more = json_next(&item))
        doc_add(c->arena, terms, DOC_TEXT, text_of(c, &item))->label = arena_copy(c->arena, json_key(&item));
}

/* --- the page ---------------------------------------------------------------------------------------------------------------- */

static void add_head(struct card *c)
{
    struct writer hash;
    writer_init(&hash, c->arena);
    w_hex64(&hash, c->model->hash);
    const struct word_arg args[] = {ARG_INT("version", c->model->version), ARG_TEXT("hash", writer_str(&hash))};
    struct doc *mast = doc_add(c->arena, c->doc, DOC_MAST, TD_STR(""));
    mast->label = word(c, "app.name");
    mast->alt = say(c, "card.version", args, 2);
    doc_add(c->arena, mast, DOC_TEXT, word(c, "card.title"))->style = STYLE_TITLE;
    doc_add(c->arena, mast, DOC_TEXT, word(c, "card.lead"))->style = STYLE_LEAD;
    struct doc *s = section(c, "card.claims", "debrief.claims");
    doc_add(c->arena, s, DOC_TEXT, word(c, "card.evidence"));
    doc_add(c->arena, s, DOC_TEXT, word(c, "card.limits"));
}

static void add_foot(struct card *c)
{
    struct doc *foot = doc_add(c->arena, c->doc, DOC_FOOT, TD_STR(""));
    doc_add(c->arena, foot, DOC_TEXT, word(c, "card.made"));
}

static const struct doc *write_card(struct card *c)
{
    c->doc = doc_new(c->arena, DOC_ROOT, word(c, "card.title"));
    c->doc->alt = words_lang(c->library->words);
    add_head(c);
    add_acts(c);
    add_profiles(c);
    add_laws(c);
    add_calibration(c);
    add_score(c);
    add_sources(c);
    add_foot(c);
    return c->doc;
}

const struct doc *model_card(struct arena *arena, struct library *library, const char *file,
                             const struct calibration *calibration)
{
    td_str bytes;
    struct diags diags;
    struct card c = {.arena = arena, .library = library, .model = library->model, .calibration = calibration};
    const struct word_arg path[] = {ARG_TEXT("path", str_of(file))};
    file_fault fault = file_read(arena, file, FILE_MOST, &bytes);
    diags_init(&diags, arena);
    if (fault != NULL) {
        library_say(library, true, fault, path, 1);
        return NULL;
    }
    struct json_doc *json =
        json_open(&memory_std, str_of(file), bytes, (struct json_limits){FILE_MOST, 100000}, &diags);
    library_print_diags(library, &diags, true);
    if (json == NULL)
        return NULL;
    c.root = json_root(json);
    const struct doc *doc = write_card(&c);
    json_close(json);
    return doc;
}
