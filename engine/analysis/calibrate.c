/* calibrate.c - many runs, counted. */
#include "calibrate.h"
#include "rng.h"

const int32_t fading_minutes[FADING_COUNT] = {0, 2, 5, 10, 20, 40, 60, 90};

const struct order_row calibration_order[ORDER_COUNT] = {
#define X(better, worse) {BARE_##better, BARE_##worse},
    TD_CALIBRATION_ORDER(X)
#undef X
};

const char *calibration_event_name(enum calibration_event event)
{
    static const char *const names[] = {
#define X(name, text, p, u, t, h, trigger, kept) text,
        TD_CALIBRATION_EVENTS(X)
#undef X
    };
    return names[event];
}

enum act slip_act(enum slip slip)
{
    static const enum act acts[] = {
#define X(code) ACT_##code,
        TD_SLIPS(X)
#undef X
    };
    return acts[slip];
}

/* --- the players ---------------------------------------------------------------------------- */

static void play_many(struct arena *scratch, const struct model *model, const struct profile *profile,
                      enum bare_player player, int seeds, struct player_runs *ret)
{
    *ret = (struct player_runs){0};
    for (int seed = 1; seed <= seeds; seed++) {
        struct bare b = bare_start(player, model, profile, (uint64_t)seed);
        struct bare_result run;
        bare_run(scratch, &b, NULL, &run);
        ret->runs++;
        ret->outcomes[run.outcome]++;
        ret->exchanges += run.exchanges;
        ret->score += run.score;
        ret->passed += run.score >= 70;
    }
}

/* --- the price of one slip, of one event ----------------------------------------------------- */

/* The profile on which prices are measured. */
static const struct profile *const reactive = &profile_built_in[1];

static int32_t exchanges_of(struct arena *scratch, struct bare b, const struct bare_event *event, int32_t *ret_at_once)
{
    struct bare_result run;
    bare_run(scratch, &b, event, &run);
    *ret_at_once += run.at_once;
    return run.exchanges;
}

static void price_slip(struct arena *scratch, const struct model *model, enum act act, int32_t turn, struct price *ret)
{
    *ret = (struct price){0};
    for (uint64_t seed = 1; seed <= CALIBRATION_SEEDS; seed++) {
        struct bare b = bare_start(BARE_skilled, model, reactive, seed);
        int32_t unused = 0, without = exchanges_of(scratch, b, NULL, &unused);
        b.slip = (struct bare_slip){.made = true, .move = MOVE_DEFAULT, .turn = turn, .repaired = true};
        b.slip.move.act = act;
        ret->runs++;
        ret->extra[0] += exchanges_of(scratch, b, NULL, &ret->at_once) - without;
        b.slip.repaired = false;
        ret->extra[1] += exchanges_of(scratch, b, NULL, &unused) - without;
    }
}

enum { EVENT_TURN = 5 };

static struct bare_event event_of(enum calibration_event event)
{
    static const struct bare_event events[] = {
#define X(name, text, p, u, t, h, trigger, kept) {true, EVENT_TURN, p, u, t, h, trigger, false, kept},
        TD_CALIBRATION_EVENTS(X)
#undef X
    };
    return events[event];
}

static void price_event(struct arena *scratch, const struct model *model, enum calibration_event which,
                        struct price *ret)
{
    struct bare_event named = event_of(which), left = named;
    named.named = true;
    *ret = (struct price){0};
    for (uint64_t seed = 1; seed <= CALIBRATION_SEEDS; seed++) {
        struct bare b = bare_start(BARE_skilled, model, reactive, seed);
        int32_t unused = 0, without = exchanges_of(scratch, b, NULL, &unused);
        ret->runs++;
        ret->extra[0] += exchanges_of(scratch, b, &named, &unused) - without;
        ret->extra[1] += exchanges_of(scratch, b, &left, &ret->at_once) - without;
    }
}

/* --- time alone ----------------------------------------------------------------------------- */

/* Somebody at the height of it, left in peace. */
static void measure_fading(int32_t ret[FADING_COUNT])
{
    struct profile height = profile_built_in[0];
    height.P0 = 700;
    height.L0 = 500;
    struct person p = person_start(&height);
    for (int i = 0; i < FADING_COUNT; i++)
        ret[i] = person_agitation_after(&height, &p, fading_minutes[i] * 60);
}

/* --- shaken tables -------------------------------------------------------------------------- */

enum { SHAKES = 17, SHAKEN_SEEDS = 16 };

/* Between three quarters and four thirds, as likely up as down by the same ratio. */
static int16_t shaken(int16_t x, uint64_t seed, uint64_t *counter)
{
    static const int32_t factors[SHAKES] = {750,  777,  806,  835,  866,  898,  931,  965, 1000,
                                            1037, 1075, 1114, 1155, 1197, 1241, 1286, 1333};
    int32_t factor = factors[rng_pick(seed, (*counter)++, SHAKES)];
    return (int16_t)clamp32(x * factor / 1000, -1000, 1000);
}

static struct model shaken_model(const struct model *model, uint64_t seed)
{
    struct model other = *model;
    uint64_t counter = 0;
    for (int act = 0; act < ACT_COUNT; act++) {
        for (int stage = 0; stage < STAGE_COUNT; stage++)
            other.m[act][stage] = shaken(model->m[act][stage], seed, &counter);
        for (int channel = 0; channel < CHANNEL_COUNT; channel++)
            other.weight[act][channel] = shaken(model->weight[act][channel], seed, &counter);
    }
    other.hash = model_hash(&other);
    return other;
}

static void shake_once(struct arena *scratch, const struct model *model, const struct profile *profile,
                       struct calibration *c)
{
    struct player_runs runs[BARE_COUNT] = {0};
    for (int player = 0; player < BARE_COUNT; player++)
        if (player != BARE_best_of_four && player != BARE_random && player != BARE_silent)
            play_many(scratch, model, profile, (enum bare_player)player, SHAKEN_SEEDS, &runs[player]);
    c->shaken++;
    c->shaken_resolved += runs[BARE_skilled].outcomes[OUTCOME_resolved] == SHAKEN_SEEDS;
    for (int i = 0; i < ORDER_COUNT; i++)
        c->shaken_kept[i] += runs[calibration_order[i].better].score > runs[calibration_order[i].worse].score;
}

/* --- all of it ------------------------------------------------------------------------------ */

static void calibrate_players(struct arena *scratch, const struct model *model, struct calibration *c)
{
    for (int player = 0; player < BARE_COUNT; player++)
        for (int i = 0; i < PROFILE_COUNT; i++)
            play_many(scratch, model, &profile_built_in[i], (enum bare_player)player, CALIBRATION_SEEDS,
                      &c->players[player][i]);
}

static void calibrate_prices(struct arena *scratch, const struct model *model, struct calibration *c)
{
    static const int32_t moments[SLIP_MOMENTS] = {3, 9}; /* turns: the fourth and the tenth exchange */
    for (int moment = 0; moment < SLIP_MOMENTS; moment++)
        for (int slip = 0; slip < SLIP_COUNT; slip++)
            price_slip(scratch, model, slip_act((enum slip)slip), moments[moment], &c->slips[moment][slip]);
    for (int event = 0; event < EVENT_COUNT; event++)
        price_event(scratch, model, (enum calibration_event)event, &c->events[event]);
}

void calibrate(struct arena *scratch, const struct model *model, int tables, struct calibration *ret)
{
    *ret = (struct calibration){0};
    calibrate_players(scratch, model, ret);
    calibrate_prices(scratch, model, ret);
    measure_fading(ret->fading);
    for (uint64_t seed = 1; seed <= (uint64_t)tables; seed++) {
        struct model other = shaken_model(model, seed);
        for (int i = 1; i < PROFILE_COUNT; i++)
            shake_once(scratch, &other, &profile_built_in[i], ret);
    }
}

/* --- what must be so ------------------------------------------------------------------------ */

static bool skilled_resolves(const struct calibration *c, int profile)
{
    const struct player_runs *skilled = &c->players[BARE_skilled][profile];
    return skilled->outcomes[OUTCOME_resolved] * 30 >= skilled->runs * 28;
}

static bool never(const struct player_runs *runs)
{
    return runs->passed == 0 && runs->outcomes[OUTCOME_resolved] == 0;
}

static bool shortcuts_fail(const struct calibration *c, int profile)
{
    static const enum bare_player shortcuts[] = {BARE_fixer,  BARE_liar,   BARE_authoritarian, BARE_single,
                                                 BARE_silent, BARE_rushed, BARE_novice};
    for (size_t i = 0; i < sizeof shortcuts / sizeof shortcuts[0]; i++)
        if (!never(&c->players[shortcuts[i]][profile]))
            return false;
    return true;
}

static bool chance_fails(const struct calibration *c, int profile)
{
    const struct player_runs *random = &c->players[BARE_random][profile];
    return random->passed * 5 < random->runs;
}

static bool order_is_kept(const struct calibration *c, int profile)
{
    for (int i = 0; i < ORDER_COUNT; i++)
        if (c->players[calibration_order[i].better][profile].score <=
            c->players[calibration_order[i].worse][profile].score)
            return false;
    return true;
}

const char *calibration_broken_mark(const struct calibration *c)
{
    static const struct {
        const char *name;
        bool (*kept)(const struct calibration *c, int profile);
    } marks[] = {{"skilled-resolves", skilled_resolves},
                 {"shortcuts-fail", shortcuts_fail},
                 {"chance-fails", chance_fails},
                 {"order", order_is_kept}};
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++)
        for (int profile = 0; profile < PROFILE_COUNT; profile++)
            if (!marks[i].kept(c, profile))
                return marks[i].name;
    return NULL;
}

int32_t calibration_difficulty(const struct calibration *c, int profile)
{
    const struct player_runs *runs = c->players[BARE_skilled];
    int64_t with_reactive = runs[1].exchanges > 0 ? runs[1].exchanges : 1;
    return (int32_t)(runs[profile].exchanges * 1000 / with_reactive);
}
