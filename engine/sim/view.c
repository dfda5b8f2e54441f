/* view.c - one seat's sight of the encounter.
 * Everything starts empty and each part is put in for those who may have it. */
#include "view.h"

#include "ask.h"

enum { DESPAIR_HOPE = 350, DESPAIR_BAND = 2, RECOVERY_BAND = 1, RECOVERY_STAGE = 2, RECOVERY_RUPTURE = 300 };

const td_str regard_names[REGARD_COUNT + 1] = {
    [REGARD_away] = {"away", 4},     [REGARD_past] = {"past", 4}, [REGARD_glances] = {"glances", 7},
    [REGARD_turned] = {"turned", 6}, [REGARD_open] = {"open", 4},
};

/* --- what a seat sees besides the scene ------------------------------------------------------ */

enum sight { SEES_LINES = 1, SEES_ACTS = 2, SEES_METERS = 4, SEES_DECK = 8 };

static unsigned sight_of(enum seat seat, enum mode mode)
{
    switch (seat) {
    case SEAT_primary:
        return mode == MODE_guided     ? SEES_LINES | SEES_ACTS | SEES_METERS
               : mode == MODE_practice ? SEES_LINES | SEES_METERS
                                       : SEES_LINES;
    case SEAT_coach: return SEES_LINES | SEES_ACTS;
    case SEAT_voter: return SEES_LINES;
    case SEAT_role_player: return SEES_METERS; /* plays the person: knows how they feel */
    case SEAT_instructor: return SEES_LINES | SEES_ACTS | SEES_METERS | SEES_DECK;
    case SEAT_board:
    case SEAT_leader:
    case SEAT_observer:
    case SEAT_COUNT: break;
    }
    return 0;
}

/* --- the scene ------------------------------------------------------------------------------- */

/* Quiet and without a way ahead; it shows in gaze and stillness. */
static bool shows_despair(const struct state *state, int band)
{
    return state->profile.suicidal && band <= DESPAIR_BAND && fix_topm(state->person.H) < DESPAIR_HOPE;
}

static bool shows_recovery(const struct state *state, int band)
{
    return band <= RECOVERY_BAND && state->person.top_stage >= RECOVERY_STAGE &&
           state->person.stage >= RECOVERY_STAGE && state->person.err < RECOVERY_RUPTURE;
}

/* Facts only: an author's flags are nobody's business. */
static struct memory known_facts(const td_session *session)
{
    struct memory facts = {{0}};
    for (int i = 0; i < session->scenario->fact_count; i++)
        if (memory_has(&session->state->known, i))
            memory_set(&facts, i);
    return facts;
}

static void show_scene(const td_session *session, struct view *view)
{
    const struct state *state = session->state;
    int32_t left = session->scenario->budget_exchanges - state->exchanges;
    view->phase = (enum phase)state->phase;
    view->outcome = state->phase == PHASE_OVER ? (enum outcome)state->outcome : outcome_count;
    view->ending = state->ending;
    view->story_ms = state->story_ms;
    view->exchanges = state->exchanges;
    view->exchanges_left = left > 0 ? left : 0;
    view->node = state->node;
    view->reaction = state->reaction;
    view->line = state->line;
    view->observed = state->observed;
    view->dist = state->dist;
    view->distance_free = state->dist != NONE && !session->scenario->distance_fixed;
    view->picked = state->picked;
    view->known = known_facts(session);
    view->parties_here = state->parties_here;
    view->happened = state->happened;
    view->frozen = state->frozen;
    view->discuss = state->discuss;
    view->scene_break = state->scene_break;
}

/* Half of being understood and half of the bond, from a stranger's to that of somebody who would go along. */
static int32_t contact_of(const struct person *p)
{
    enum { STRANGER = 50, GOES_ALONG = 800 };
    int32_t both = (fix_topm(p->E) + fix_topm(p->R)) / 2;
    return clamp32((both - STRANGER) * 1000 / (GOES_ALONG - STRANGER), 0, 1000);
}

/* Who rages or shouts opens no hand. */
static enum regard regard_of(const struct person *p, int band)
{
    enum { HOSTILE = 3 };
    static const int32_t from[REGARD_COUNT] = {[REGARD_glances] = 210, [REGARD_turned] = 460, [REGARD_open] = 850};
    int32_t contact = contact_of(p);
    if (p->err > RECOVERY_RUPTURE)
        return REGARD_away;
    enum regard regard = band < HOSTILE ? REGARD_open : REGARD_turned;
    while (contact < from[regard])
        regard--;
    return regard;
}

static void show_body(const td_session *session, struct view *view)
{
    const struct state *state = session->state;
    int band = session_band(session);
    view->cue_band = band;
    view->recovery = shows_recovery(state, band);
    view->despair = !view->recovery && shows_despair(state, band);
    view->cue_step = state->cue_step;
    view->regard = regard_of(&state->person, band);
}

static void show_help(const td_session *session, struct view *view)
{
    const struct state *state = session->state;
    int32_t now = (int32_t)(state->story_ms / 1000);
    for (int kind = 0; kind < help_kind_count; kind++) {
        view->help_seconds[kind] = NONE;
        if (state->help_at[kind] == NONE)
            continue;
        view->help_called |= (uint8_t)(1 << kind);
        view->help_seconds[kind] = state->help_at[kind] > now ? state->help_at[kind] - now : 0;
    }
    view->help_arrived = (uint8_t)state->help_arrived;
}

/* --- for some -------------------------------------------------------------------------------- */

static void show_meters(const td_session *session, struct view *view)
{
    const struct person *p = &session->state->person;
    view->meters = true;
    view->agitation = session_agitation(session);
    view->understanding = fix_topm(p->E);
    view->rapport = fix_topm(p->R);
    view->trust = fix_topm(p->T);
    view->hope = fix_topm(p->H);
    view->autonomy = fix_topm(p->U);
    view->rupture = p->err;
    view->contact = contact_of(p);
    view->stage = p->stage;
}

static void hide_meters(struct view *view)
{
    view->agitation = view->understanding = view->rapport = view->trust = NONE;
    view->hope = view->autonomy = view->rupture = view->contact = view->stage = NONE;
}

static void show_lines(const td_session *session, bool acts, struct view *view)
{
    int32_t menu[LIMIT_MENU];
    view->choice_count = session_menu(session, menu);
    for (int i = 0; i < view->choice_count; i++) {
        enum act act = session->scenario->choices[menu[i]].move.act;
        view->choices[i] = (struct view_choice){menu[i], acts ? act : ACT_COUNT};
    }
}

static void show_deck(const td_session *session, struct view *view)
{
    for (int i = 0; i < session->scenario->inject_count; i++) {
        if (session->state->injects_done >> i & 1)
            continue;
        const struct event *card = &session->scenario->inject[i];
        view->injects |= UINT64_C(1) << i;
        if (card->suggested && condition_holds(session, card->condition))
            view->injects_suggested |= UINT64_C(1) << i;
    }
}

static uint8_t open_scene_moves(const td_session *session)
{
    uint8_t open = 0;
    for (int i = 0; i < session->scenario->scene_count; i++)
        open |= (uint8_t)(1 << session->scenario->scene[i].kind);
    return (uint8_t)(open & ~session->state->scene_done);
}

static void show_means(const td_session *session, enum seat seat, struct view *view)
{
    enum { ALL_HELP = (1 << help_kind_count) - 1 };
    if (session->state->phase != PHASE_TALK || session->state->frozen)
        return;
    view->may_choose = seat_may(seat, VERB_choose) && view->choice_count > 0;
    view->may_pause = seat_may(seat, VERB_pause);
    view->may_wait = seat_may(seat, VERB_wait);
    view->may_observe = seat_may(seat, VERB_observe) && session->scenario->channel != CHANNEL_telephone;
    view->may_withdraw = seat_may(seat, VERB_withdraw);
    view->may_handover = seat_may(seat, VERB_handover) && session_can_hand_over(session);
    if (seat_may(seat, VERB_help))
        view->help_open = (uint8_t)(ALL_HELP & ~view->help_called);
    if (seat_may(seat, VERB_move))
        view->scene_open = open_scene_moves(session);
    if (seat_may(seat, VERB_assess))
        view->prompts = session_prompts(session);
    while (view->prompts && !(view->prompts >> (view->prompt + 1) & 1))
        view->prompt++;
    view->prompt = view->prompts ? view->prompt + 1 : NONE;
}

void session_view(const td_session *session, enum seat seat, struct view *ret)
{
    unsigned sight = sight_of(seat, session->setup.mode);
    struct view view = {.prompt = NONE};
    show_scene(session, &view);
    show_body(session, &view);
    show_help(session, &view);
    if (sight & SEES_METERS)
        show_meters(session, &view);
    else
        hide_meters(&view);
    if (sight & SEES_LINES)
        show_lines(session, (sight & SEES_ACTS) != 0, &view);
    if (sight & SEES_DECK)
        show_deck(session, &view);
    show_means(session, seat, &view);
    *ret = view;
}
