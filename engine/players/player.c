/* player.c - the rules that pick from a menu what is nearest to a player's list. */
#include "player.h"

#include "lists.h"
#include "rng.h"

#include <stdlib.h>

static const struct drawer *const drawers[PLAYER_COUNT] = {
    [PLAYER_listening_only] = &drawer_listening_only,
    [PLAYER_novice] = &drawer_novice,
    [PLAYER_fixer] = &drawer_fixer,
    [PLAYER_authoritarian] = &drawer_authoritarian,
    [PLAYER_liar] = &drawer_liar,
    [PLAYER_rushed] = &drawer_rushed,
};

struct menu {
    const td_session *session;
    int32_t choices[LIMIT_MENU];
    int count;
};

static const struct choice *at(const struct menu *menu, int i)
{
    return &menu->session->scenario->choices[menu->choices[i]];
}

/* How unlike two acts are: by what they are worth over all stages. */
static int32_t unlike(const struct model *model, enum act a, enum act b)
{
    int32_t sum = 0;
    for (int stage = 0; stage < STAGE_COUNT; stage++)
        sum += abs(model->m[a][stage] - model->m[b][stage]);
    return sum;
}

/* The line nearest to an act: the same act with the best wording, else the act most like it. */
static int32_t nearest(const struct menu *menu, enum act wanted, int32_t q)
{
    int best = NONE;
    int64_t best_distance = INT64_MAX;
    for (int i = 0; i < menu->count; i++) {
        const struct move *move = &at(menu, i)->move;
        int64_t distance = move->act == wanted ? 0 : 1 + unlike(menu->session->model, wanted, move->act);
        distance = distance * 2000 + abs(q - move->q);
        if (distance < best_distance) {
            best_distance = distance;
            best = i;
        }
    }
    return best == NONE ? ACTION_PAUSE : menu->choices[best];
}

static bool offered(const struct menu *menu, enum act act)
{
    if (act == ACT_PAUSE)
        return true;
    for (int i = 0; i < menu->count; i++)
        if (at(menu, i)->move.act == act)
            return true;
    return false;
}

static int32_t say(const struct menu *menu, enum act act, int32_t q)
{
    return act == ACT_PAUSE ? ACTION_PAUSE : nearest(menu, act, q);
}

/* The least familiar offered act of a list, ties by order; the one worth most where none is offered. */
static int32_t from_list(const struct menu *menu, const struct act_list *list)
{
    const struct person *person = &menu->session->state->person;
    int best = NONE;
    for (int i = 0; i < list->count; i++) {
        enum act act = list->acts[i];
        if (!offered(menu, act) || (act == ACT_INTRO && person->turn > 0))
            continue;
        if (best == NONE || person->habit[act] < person->habit[list->acts[best]])
            best = i;
    }
    return best == NONE ? NONE : say(menu, list->acts[best], 1000);
}

static int32_t worth_most(const struct menu *menu)
{
    int stage = menu->session->state->person.stage;
    int best = NONE;
    int32_t most = 0;
    for (int i = 0; i < menu->count; i++) {
        const struct move *move = &at(menu, i)->move;
        int32_t worth = menu->session->model->m[move->act][stage] * move->q;
        if (worth > most) {
            most = worth;
            best = i;
        }
    }
    return best == NONE ? ACTION_PAUSE : menu->choices[best];
}

static int32_t skilled(const struct menu *menu)
{
    const struct person *person = &menu->session->state->person;
    if (menu->session->state->profile.suicidal && person->stage >= 1 && !person->asked_suicide &&
        offered(menu, ACT_SUICQ))
        return say(menu, ACT_SUICQ, 1000);
    if (person->err > RUPTURE_TO_REPAIR && offered(menu, ACT_REPAIR))
        return say(menu, ACT_REPAIR, 1000);
    if (person->stage == 1 && person->turn >= SAFETY_FROM_TURN && person->habit[ACT_SAFEQ] == 0 &&
        offered(menu, ACT_SAFEQ))
        return say(menu, ACT_SAFEQ, 1000);
    int32_t choice = from_list(menu, &skilled_list[person->stage]);
    return choice == NONE ? worth_most(menu) : choice;
}

static int32_t skilled_but_silent_on_suicide(struct menu *menu)
{
    int kept = 0;
    for (int i = 0; i < menu->count; i++)
        if (at(menu, i)->move.act != ACT_SUICQ)
            menu->choices[kept++] = menu->choices[i];
    menu->count = kept;
    return skilled(menu);
}

static uint32_t draw(const struct menu *menu, uint32_t salt, uint32_t below)
{
    const struct state *state = menu->session->state;
    return rng_pick(menu->session->setup.seed + salt, (uint64_t)state->commands + 1000, below);
}

static int32_t drawn(const struct menu *menu, const struct drawer *drawer)
{
    enum act act = drawer->acts.acts[draw(menu, 1, (uint32_t)drawer->acts.count)];
    return say(menu, act, drawer->qualities[draw(menu, 2, (uint32_t)drawer->quality_count)]);
}

static int32_t with_errors(const struct menu *menu, bool repairs)
{
    const struct person *person = &menu->session->state->person;
    if ((person->turn == ERROR_TURN_FIRST || person->turn == ERROR_TURN_SECOND) && offered(menu, ACT_MINIM))
        return say(menu, ACT_MINIM, 1000);
    if (person->err > RUPTURE_TO_REPAIR && !repairs) {
        int32_t choice = from_list(menu, &skilled_list[person->stage]);
        return choice == NONE ? worth_most(menu) : choice;
    }
    return skilled(menu);
}

/* The test-wise players know nothing of the person: they read the menu alone. */
static int32_t length_of(const struct menu *menu, const td_texts *texts, int i)
{
    return texts == NULL ? 0 : (int32_t)texts_get(texts, NULL, at(menu, i)->id).len;
}

/* Words that sound kind, whatever they do: what a test-wise learner looks for. */
static int32_t niceness_of(const struct menu *menu, int i)
{
    static const int8_t nice[ACT_COUNT] = {
        [ACT_VALID] = 4,   [ACT_MINIM] = 4, [ACT_LABEL] = 3,  [ACT_IMSG] = 3,
        [ACT_PROMISE] = 3, [ACT_ENC] = 2,   [ACT_ADVICE] = 2,
    };
    return nice[at(menu, i)->move.act] + at(menu, i)->move.tone;
}

static int32_t most(const struct menu *menu, const td_texts *texts, enum player player)
{
    int best = 0;
    int32_t best_figure = INT32_MIN;
    for (int i = 0; i < menu->count; i++) {
        int32_t figure = player == PLAYER_longest  ? length_of(menu, texts, i)
                         : player == PLAYER_nicest ? niceness_of(menu, i)
                                                   : at(menu, i)->move.complexity;
        if (figure > best_figure) {
            best_figure = figure;
            best = i;
        }
    }
    return menu->choices[best];
}

/* The one written first in the file, whatever the shuffle. */
static int32_t first_in_file(const struct menu *menu)
{
    int32_t first = menu->choices[0];
    for (int i = 1; i < menu->count; i++)
        first = menu->choices[i] < first ? menu->choices[i] : first;
    return first;
}

static int32_t by_menu_alone(const struct menu *menu, const td_texts *texts, enum player player)
{
    if (player == PLAYER_random)
        return menu->choices[draw(menu, 3, (uint32_t)menu->count)];
    if (player == PLAYER_first)
        return first_in_file(menu);
    return most(menu, texts, player);
}

int32_t player_choose(enum player player, const td_session *session, const td_texts *texts)
{
    struct menu menu = {.session = session};
    menu.count = session_menu(session, menu.choices);
    if (menu.count == 0)
        return ACTION_PAUSE;
    switch (player) {
    case PLAYER_skilled: return skilled(&menu);
    case PLAYER_never_asks: return skilled_but_silent_on_suicide(&menu);
    case PLAYER_with_errors:
    case PLAYER_with_errors_repaired: return with_errors(&menu, player == PLAYER_with_errors_repaired);
    case PLAYER_single: return nearest(&menu, ACT_LABEL, 1000);
    case PLAYER_rushed:
        if (session->state->person.stage == 0)
            return skilled(&menu);
        return drawn(&menu, drawers[player]);
    case PLAYER_listening_only:
    case PLAYER_novice:
    case PLAYER_fixer:
    case PLAYER_authoritarian:
    case PLAYER_liar: return drawn(&menu, drawers[player]);
    case PLAYER_silent:
    case PLAYER_waiting: return ACTION_PAUSE;
    case PLAYER_random:
    case PLAYER_first:
    case PLAYER_longest:
    case PLAYER_nicest:
    case PLAYER_complex:
    case PLAYER_COUNT: break;
    }
    return by_menu_alone(&menu, texts, player);
}

const char *player_name(enum player player)
{
    static const char *const names[] = {
        "skilled",     "listening-only",       "novice", "fixer",  "authoritarian", "liar",    "rushed",
        "with-errors", "with-errors-repaired", "single", "random", "first",         "longest", "nicest",
        "complex",     "never-asks",           "silent", "waiting"};
    return names[player];
}
