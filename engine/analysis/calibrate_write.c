/* calibrate_write.c - the tables of engine/MODEL.md, written by what they are about.
 * Only names and numbers stand here: the sentences around them are the page's own. */
#include "calibrate.h"
#include "scenario.h"

/* --- cells ---------------------------------------------------------------------------------- */

static void cell(struct writer *w, const char *text)
{
    w_text(w, " ");
    w_text(w, text);
    w_text(w, " |");
}

static void cell_int(struct writer *w, int64_t value)
{
    w_text(w, " ");
    w_int(w, value);
    w_text(w, " |");
}

/* sum / count to one decimal, rounded half away from zero. */
static void w_mean(struct writer *w, int64_t sum, int64_t count)
{
    int64_t tenths = (sum < 0 ? -sum : sum) * 20 / (count > 0 ? count : 1);
    tenths = (tenths + 1) / 2;
    if (sum < 0 && tenths > 0)
        w_char(w, '-');
    w_int(w, tenths / 10);
    w_char(w, '.');
    w_int(w, tenths % 10);
}

static int64_t rounded(int64_t sum, int64_t count)
{
    int64_t twice = sum * 2 / (count > 0 ? count : 1);
    return (twice + (twice < 0 ? -1 : 1)) / 2;
}

static void cell_mean(struct writer *w, int64_t sum, int64_t count)
{
    w_char(w, ' ');
    w_mean(w, sum, count);
    w_text(w, " |");
}

static void table_begin(struct writer *w, const char *name, const char *const *heads, int count)
{
    w_text(w, "<!-- calibrate: ");
    w_text(w, name);
    w_text(w, " -->\n|");
    for (int i = 0; i < count; i++)
        cell(w, heads[i]);
    w_text(w, "\n|");
    for (int i = 0; i < count; i++)
        w_text(w, " --- |");
    w_char(w, '\n');
}

static void row_begin(struct writer *w, const char *name)
{
    w_char(w, '|');
    cell(w, name);
}

static void row_end(struct writer *w)
{
    w_char(w, '\n');
}

static void table_end(struct writer *w)
{
    w_text(w, "<!-- end -->\n\n");
}

static void table_of_profiles(struct writer *w, const char *name, const char *first)
{
    const char *heads[1 + PROFILE_COUNT] = {first};
    for (int i = 0; i < PROFILE_COUNT; i++)
        heads[1 + i] = profile_name(i).ptr;
    table_begin(w, name, heads, 1 + PROFILE_COUNT);
}

/* --- tables --------------------------------------------------------------------------------- */

static void write_acts(struct writer *w, const struct model *model)
{
    static const char *const heads[] = {"act", "name", "s0", "s1", "s2", "s3", "s4", "P",    "L",
                                        "E",   "R",    "T",  "U",  "H",  "C",  "E0", "habit"};
    table_begin(w, "acts", heads, (int)(sizeof heads / sizeof heads[0]));
    for (int act = 0; act < ACT_COUNT; act++) {
        row_begin(w, act_code((enum act)act).ptr);
        cell(w, act_name((enum act)act).ptr);
        for (int stage = 0; stage < STAGE_COUNT; stage++)
            cell_int(w, model->m[act][stage]);
        for (int channel = 0; channel < CHANNEL_COUNT; channel++)
            cell_int(w, model->weight[act][channel]);
        cell_int(w, model->ceiling[act]);
        cell_int(w, model->habit[act]);
        row_end(w);
    }
    row_begin(w, "gain");
    cell(w, "");
    for (int stage = 0; stage < STAGE_COUNT; stage++)
        cell(w, "");
    for (int channel = 0; channel < CHANNEL_COUNT; channel++)
        cell_int(w, model->gain[channel]);
    cell(w, "");
    cell(w, "");
    row_end(w);
    table_end(w);
}

static void write_profiles(struct writer *w)
{
    table_of_profiles(w, "profiles", "parameter");
#define X(name, low, high)                     \
    row_begin(w, #name);                       \
    for (int i = 0; i < PROFILE_COUNT; i++)    \
        cell_int(w, profile_built_in[i].name); \
    row_end(w);
    TD_PROFILE_FIELDS(X)
#undef X
    table_end(w);
}

static void w_runs(struct writer *w, const struct player_runs *runs)
{
    w_char(w, ' ');
    w_mean(w, runs->exchanges, runs->runs);
    for (int outcome = 0; outcome < outcome_count; outcome++)
        if (runs->outcomes[outcome] > 0) {
            w_text(w, ", ");
            w_str(w, outcome_names[outcome]);
            w_char(w, ' ');
            w_int(w, runs->outcomes[outcome]);
        }
    w_text(w, ", **");
    w_int(w, rounded(runs->score, runs->runs));
    w_text(w, "** |");
}

static void write_players(struct writer *w, const struct calibration *c)
{
    table_of_profiles(w, "players", "player");
    for (int player = 0; player < BARE_COUNT; player++) {
        row_begin(w, bare_player_name((enum bare_player)player));
        for (int i = 0; i < PROFILE_COUNT; i++)
            w_runs(w, &c->players[player][i]);
        row_end(w);
    }
    table_end(w);
    table_of_profiles(w, "difficulty", "profile");
    row_begin(w, "difficulty");
    for (int i = 0; i < PROFILE_COUNT; i++)
        cell_int(w, calibration_difficulty(c, i));
    row_end(w);
    table_end(w);
}

static void write_prices(struct writer *w, const struct calibration *c)
{
    static const char *const slip_heads[] = {"slip",        "4: at once", "repaired", "ignored",
                                             "10: at once", "repaired",   "ignored"};
    static const char *const event_heads[] = {"event", "at once", "named", "left"};
    table_begin(w, "slips", slip_heads, 7);
    for (int slip = 0; slip < SLIP_COUNT; slip++) {
        row_begin(w, act_name(slip_act((enum slip)slip)).ptr);
        for (int moment = 0; moment < SLIP_MOMENTS; moment++) {
            const struct price *price = &c->slips[moment][slip];
            cell_int(w, rounded(price->at_once, price->runs));
            cell_mean(w, price->extra[0], price->runs);
            cell_mean(w, price->extra[1], price->runs);
        }
        row_end(w);
    }
    table_end(w);
    table_begin(w, "events", event_heads, 4);
    for (int event = 0; event < EVENT_COUNT; event++) {
        const struct price *price = &c->events[event];
        row_begin(w, calibration_event_name((enum calibration_event)event));
        cell_int(w, rounded(price->at_once, price->runs));
        if (event == EVENT_sore_point)
            cell_mean(w, price->extra[0], price->runs);
        else
            cell(w, "");
        cell_mean(w, price->extra[1], price->runs);
        row_end(w);
    }
    table_end(w);
}

static void write_fading(struct writer *w, const struct calibration *c)
{
    static const char *const heads[] = {"minutes", "agitation"};
    table_begin(w, "fading", heads, 2);
    for (int i = 0; i < FADING_COUNT; i++) {
        w_char(w, '|');
        cell_int(w, fading_minutes[i]);
        cell_int(w, c->fading[i]);
        row_end(w);
    }
    table_end(w);
}

static void write_shaken(struct writer *w, const struct calibration *c)
{
    static const char *const heads[] = {"better", "worse", "kept", "of"};
    table_begin(w, "shaken", heads, 4);
    row_begin(w, "skilled");
    cell(w, "resolves");
    cell_int(w, c->shaken_resolved);
    cell_int(w, c->shaken);
    row_end(w);
    for (int i = 0; i < ORDER_COUNT; i++) {
        row_begin(w, bare_player_name(calibration_order[i].better));
        cell(w, bare_player_name(calibration_order[i].worse));
        cell_int(w, c->shaken_kept[i]);
        cell_int(w, c->shaken);
        row_end(w);
    }
    table_end(w);
}

void calibration_write_tables(struct writer *w, const struct model *model, const struct calibration *c)
{
    write_profiles(w);
    write_acts(w, model);
    write_fading(w, c);
    write_players(w, c);
    write_prices(w, c);
    write_shaken(w, c);
}

/* --- JSON ----------------------------------------------------------------------------------- */

static void put_key(struct writer *w, bool first, const char *key)
{
    w_text(w, first ? "\"" : ", \"");
    w_text(w, key);
    w_text(w, "\": ");
}

static void put_int(struct writer *w, bool first, const char *key, int64_t value)
{
    put_key(w, first, key);
    w_int(w, value);
}

static void put_runs(struct writer *w, const struct player_runs *runs)
{
    w_char(w, '{');
    put_int(w, true, "runs", runs->runs);
    put_int(w, false, "exchanges", runs->exchanges);
    put_int(w, false, "score", runs->score);
    put_int(w, false, "passed", runs->passed);
    for (int outcome = 0; outcome < outcome_count; outcome++)
        put_int(w, false, outcome_names[outcome].ptr, runs->outcomes[outcome]);
    w_char(w, '}');
}

static void put_price(struct writer *w, const struct price *price)
{
    w_char(w, '{');
    put_int(w, true, "runs", price->runs);
    put_int(w, false, "at_once", price->at_once);
    put_int(w, false, "mended", price->extra[0]);
    put_int(w, false, "left", price->extra[1]);
    w_char(w, '}');
}

static void put_players(struct writer *w, const struct calibration *c)
{
    for (int player = 0; player < BARE_COUNT; player++) {
        put_key(w, player == 0, bare_player_name((enum bare_player)player));
        w_char(w, '{');
        for (int i = 0; i < PROFILE_COUNT; i++) {
            put_key(w, i == 0, profile_name(i).ptr);
            put_runs(w, &c->players[player][i]);
        }
        w_text(w, "}");
    }
}

static void put_prices(struct writer *w, const struct calibration *c)
{
    w_text(w, "}, \"slips\": {");
    for (int slip = 0; slip < SLIP_COUNT; slip++) {
        put_key(w, slip == 0, act_name(slip_act((enum slip)slip)).ptr);
        w_text(w, "{\"fourth\": ");
        put_price(w, &c->slips[0][slip]);
        w_text(w, ", \"tenth\": ");
        put_price(w, &c->slips[1][slip]);
        w_char(w, '}');
    }
    w_text(w, "}, \"events\": {");
    for (int event = 0; event < EVENT_COUNT; event++) {
        put_key(w, event == 0, calibration_event_name((enum calibration_event)event));
        put_price(w, &c->events[event]);
    }
}

void calibration_write_json(struct writer *w, const struct calibration *c)
{
    const char *broken = calibration_broken_mark(c);
    w_text(w, "{\"broken\": ");
    if (broken == NULL)
        w_text(w, "null");
    else
        w_json(w, str_of(broken));
    w_text(w, ", \"players\": {");
    put_players(w, c);
    put_prices(w, c);
    w_text(w, "}, \"shaken\": {");
    put_int(w, true, "tables", c->shaken);
    put_int(w, false, "resolved", c->shaken_resolved);
    w_text(w, ", \"kept\": [");
    for (int i = 0; i < ORDER_COUNT; i++) {
        w_text(w, i > 0 ? ", " : "");
        w_int(w, c->shaken_kept[i]);
    }
    w_text(w, "]}}\n");
}
