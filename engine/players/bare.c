/* bare.c - the rules by which a scripted player picks the next line. */
#include "bare.h"
#include "lists.h"
#include "rng.h"

struct bare bare_start(enum bare_player player, const struct model *model, const struct profile *profile, uint64_t seed)
{
    return (struct bare){
        .player = player, .model = model, .profile = profile, .luck = {seed, 80}, .person = person_start(profile)};
}

const char *bare_player_name(enum bare_player player)
{
    static const char *const names[] = {
#define X(name, text) text,
        TD_BARE_PLAYERS(X)
#undef X
    };
    return names[player];
}

static struct move said(enum act act, int32_t q)
{
    struct move move = MOVE_DEFAULT;
    move.act = act;
    move.q = q;
    return move;
}

/* The player's own dice, apart from the person's luck. */
static uint32_t throw_dice(struct bare *b, uint32_t below)
{
    return rng_pick(b->luck.seed ^ UINT64_C(0x5EED), b->thrown++, below);
}

/* The least familiar of the list, the first of equals. */
static enum act freshest(const struct person *person, const struct act_list *list)
{
    enum act best = ACT_COUNT;
    for (int i = 0; i < list->count; i++) {
        enum act act = list->acts[i];
        if (act == ACT_INTRO && person->turn > 0)
            continue;
        if (best == ACT_COUNT || person->habit[act] < person->habit[best])
            best = act;
    }
    return best;
}

static struct move skilled(struct bare *b, bool repairs)
{
    const struct person *p = &b->person;
    if (b->profile->suicidal && p->stage >= 1 && !p->asked_suicide)
        return said(ACT_SUICQ, 900);
    if (repairs && p->err > RUPTURE_TO_REPAIR)
        return said(ACT_REPAIR, 1000);
    if (!b->asked_safety && p->stage == 1 && p->turn >= SAFETY_FROM_TURN) {
        b->asked_safety = true;
        return said(ACT_SAFEQ, 900);
    }
    return said(freshest(p, &skilled_list[p->stage]), skilled_qualities[throw_dice(b, QUALITY_LIST_MAX)]);
}

/* Skilled, but for what went wrong. */
static struct move with_slip(struct bare *b)
{
    int32_t since = b->person.turn - b->slip.turn;
    if (b->slip.made && since == 0)
        return b->slip.move;
    if (b->slip.made && b->slip.repaired && since == 1)
        return said(ACT_REPAIR, 1000);
    return skilled(b, !b->slip.made || b->slip.repaired);
}

static struct move with_errors(struct bare *b, bool repairs)
{
    if (b->person.turn == ERROR_TURN_FIRST || b->person.turn == ERROR_TURN_SECOND)
        return said(ACT_MINIM, 1000);
    return skilled(b, repairs);
}

static struct move drawn(struct bare *b, const struct drawer *drawer)
{
    enum act act = drawer->acts.acts[throw_dice(b, (uint32_t)drawer->acts.count)];
    return said(act, drawer->qualities[throw_dice(b, (uint32_t)drawer->quality_count)]);
}

static struct move anything(struct bare *b)
{
    enum act act = (enum act)throw_dice(b, ACT_COUNT);
    return said(act, skilled_qualities[throw_dice(b, QUALITY_LIST_MAX)]);
}

enum { LOOKS_AT = 4 };

/* One step of foresight among lines that somebody else wrote. */
static struct move best_of_four(struct bare *b)
{
    struct move best = anything(b);
    int32_t most = INT32_MIN;
    for (int i = 0; i < LOOKS_AT; i++) {
        struct move move = i == 0 ? best : anything(b);
        struct person after = b->person;
        (void)person_exchange(b->model, b->profile, b->luck, &move, &after, NULL);
        if (person_potential(&after) <= most)
            continue;
        most = person_potential(&after);
        best = move;
    }
    return best;
}

static const struct drawer *drawer_of(enum bare_player player)
{
    static const struct drawer *const drawers[BARE_COUNT] = {
        [BARE_listening] = &drawer_listening_only,
        [BARE_novice] = &drawer_novice,
        [BARE_liar] = &drawer_liar,
        [BARE_fixer] = &drawer_fixer,
        [BARE_authoritarian] = &drawer_authoritarian,
    };
    return drawers[player];
}

struct move bare_choose(struct bare *b)
{
    const struct drawer *drawer = drawer_of(b->player);
    if (drawer != NULL)
        return drawn(b, drawer);
    if (b->player == BARE_repaired || b->player == BARE_ignored)
        return with_errors(b, b->player == BARE_repaired);
    if (b->player == BARE_single)
        return said(ACT_LABEL, 1000);
    if (b->player == BARE_silent)
        return said(ACT_PAUSE, 1000);
    if (b->player == BARE_rushed && b->person.stage > 0)
        return drawn(b, &drawer_rushed);
    if (b->player == BARE_random)
        return anything(b);
    if (b->player == BARE_best_of_four)
        return best_of_four(b);
    return with_slip(b);
}
