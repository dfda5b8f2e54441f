/* seat_deeds.c - what using a part of a face does: to the face itself, or as a message to the room. */
#include "seat_parts.h"

const char *const seat_whispers[] = {"label",   "pause",    "suicide_question", "mirror",
                                     "summary", "validate", "open_question",    "repair"};
const char *const seat_hearable[] = {
    "open_question", "paraphrase", "label", "mirror",           "encourager",   "i_message",       "pause",
    "summary",       "validate",   "hook",  "suicide_question", "offer_choice", "closed_question", "advice",
    "minimise",      "order",      "argue"};
const char *const seat_marks[] = {"good", "missed", "talk"};

static const struct seats_request nothing = {.wish = SEATS_NOTHING};

static struct seats_request asked(enum seats_wish wish)
{
    return (struct seats_request){.wish = wish};
}

static struct seats_request say(struct wire_message message)
{
    return (struct seats_request){.wish = SEATS_SAY, .message = message};
}

static struct seats_request simple(enum wire_do what)
{
    return say(wire_message_empty(what));
}

static void put_id(char *to, td_str id)
{
    size_t len = id.len < LIMIT_ID_BYTES ? id.len : LIMIT_ID_BYTES;
    if (len > 0)
        memcpy(to, id.ptr, len);
    to[len] = '\0';
}

static void put_text(struct wire_message *m, td_str text, size_t most)
{
    text = utf8_cut(text, most);
    m->text_len = (int32_t)wire_clean_text(text, most, m->text);
}

static struct seats_request with_id(enum wire_do what, td_str id)
{
    struct wire_message m = wire_message_empty(what);
    if (id.len == 0)
        return nothing;
    put_id(m.id, id);
    return say(m);
}

static struct seats_request with_number(enum wire_do what, int32_t number)
{
    struct wire_message m = wire_message_empty(what);
    m.number = number;
    return say(m);
}

static struct seats_request with_kind(enum wire_do what, int32_t kind)
{
    struct wire_message m = wire_message_empty(what);
    m.kind = kind;
    return say(m);
}

/* What was typed into a field, and the field is empty again.  Nothing typed: nothing said. */
static struct seats_request with_typed(struct seats_app *app, struct wire_message m, enum seats_field field,
                                       size_t most)
{
    put_text(&m, seats_field(app, field), most);
    if (m.text_len == 0)
        return nothing;
    seats_set_field(app, field, TD_STR(""));
    return say(m);
}

/* The id of the place-th of a list of the view. */
static td_str id_at(const struct json_at *view, const char *list, int32_t place)
{
    struct json_at items, item;
    if (!view || !json_get(view, list, &items) || !read_item(&items, place, &item))
        return (td_str){"", 0};
    return read_text(&item, "id");
}

static void over(struct seats_app *app, enum seats_sheet sheet)
{
    app->sheet = sheet;
    app->focus = SEAT(0, 0, 0);
    app->items = 0;
    app->effect = NONE;
    app->seat = sheet == OVER_ROLE ? app->seat : NONE;
    seats_set_field(app, FIELD_WORDS, TD_STR(""));
    memset(app->offset, 0, sizeof app->offset);
}

static struct seats_request done(struct seats_app *app, struct seats_request request)
{
    if (request.wish != SEATS_NOTHING)
        over(app, OVER_NOTHING);
    return request;
}

/* --- setting up ---------------------------------------------------------------------------------------------- */

static struct seats_request in_setup(struct seats_app *app, struct ui_action action)
{
    switch (action.kind) {
    case SEAT_CARD: app->card = action.a; return nothing;
    case SEAT_PRESET: app->preset = action.a; return nothing;
    case SEAT_TEAMS: app->teams = action.a; return nothing;
    case SEAT_LANGUAGE: app->language = action.a; return nothing;
    case SEAT_RUNG: app->rung = action.a; return nothing;
    case SEAT_MODE: app->mode = action.a; return nothing;
    case SEAT_FLOW: app->flow = action.a; return nothing;
    case SEAT_WANTS: app->wants = action.a; return nothing;
    case SEAT_OPEN: return asked(SEATS_OPEN);
    case SEAT_AGAIN_ROOM: return asked(SEATS_AGAIN);
    case SEAT_JOIN: return asked(SEATS_JOIN);
    case SEAT_TO_JOIN:
        app->face = FACE_JOIN;
        app->focus = SEAT(0, 0, 0);
        return nothing;
    default: return nothing;
    }
}

/* --- the instructor -------------------------------------------------------------------------------------------- */

static struct seats_request tag(struct seats_app *app)
{
    struct wire_message m = wire_message_empty(DO_tag);
    if (app->seat == NONE)
        return nothing;
    m.seat = app->seat;
    m.items = app->items;
    return done(app, say(m));
}

static struct seats_request give_role(struct seats_app *app, int32_t seat, int32_t watch)
{
    struct wire_message m = wire_message_empty(DO_role);
    if (app->seat == NONE)
        return nothing;
    m.seat = app->seat;
    m.roles = 1 << seat;
    m.kind = watch;
    return done(app, say(m));
}

static struct seats_request remove_seat(struct seats_app *app)
{
    struct wire_message m = wire_message_empty(DO_remove);
    m.seat = app->seat;
    return app->seat == NONE ? nothing : done(app, say(m));
}

static struct seats_request inject_own(struct seats_app *app)
{
    struct wire_message m = wire_message_empty(DO_inject);
    if (app->effect == NONE)
        return nothing;
    m.kind = app->effect;
    return done(app, with_typed(app, m, FIELD_WORDS, SEATS_FIELD_BYTES));
}

/* The newest flag that has no label yet; NONE. */
static int32_t bare_flag(const struct json_at *view)
{
    struct json_at flags, flag;
    int32_t found = NONE;
    if (view && json_get(view, "flags", &flags))
        for (bool more = json_first(&flags, &flag); more; more = json_next(&flag))
            if (read_text(&flag, "label").len == 0)
                found = read_int(&flag, "entry", NONE);
    return found;
}

static struct seats_request label(struct seats_app *app, const struct seats_model *model, int32_t mark)
{
    enum { LABEL = 60 };
    struct wire_message m = wire_message_empty(DO_flag);
    m.entry = bare_flag(model->view);
    if (mark == NONE)
        return done(app, with_typed(app, m, FIELD_WORDS, LABEL));
    char id[32] = "web.mark.";
    memcpy(id + 9, seat_marks[mark], strlen(seat_marks[mark]) + 1);
    put_text(&m, words_get(model->words, str_of(id)), LABEL);
    return done(app, say(m));
}

static struct seats_request rewind_to(struct seats_app *app, int32_t number, int32_t back)
{
    struct wire_message m = wire_message_empty(DO_rewind);
    m.number = number;
    m.back = back;
    return done(app, say(m));
}

static struct seats_request play_choice(struct seats_app *app, const struct seats_model *model, int32_t place)
{
    struct wire_message m = wire_message_empty(DO_play);
    if (place != NONE)
        put_id(m.id, id_at(model->view, "lines", place));
    return done(app, say(m));
}

static struct seats_request toggle(enum wire_do what, bool on)
{
    struct wire_message m = wire_message_empty(what);
    if (what == DO_flow)
        m.kind = on ? HOW_stop_and_discuss : HOW_run_through;
    else
        m.on = on;
    return say(m);
}

static struct seats_request match(const struct seats_model *model, int32_t entry, int32_t fact)
{
    struct wire_message m = wire_message_empty(DO_match);
    struct json_at debrief, facts, one;
    td_str id = TD_STR("none");
    if (fact != NONE && model->view && json_get(model->view, "debrief", &debrief) &&
        json_get(&debrief, "could", &facts) && read_item(&facts, fact, &one))
        id = read_text(&one, "fact");
    m.entry = entry;
    put_id(m.id, id);
    return say(m);
}

static struct seats_request more_time(int32_t minutes, bool anyway)
{
    struct wire_message m = wire_message_empty(DO_extend);
    m.number = minutes;
    m.anyway = anyway ? 1 : NONE;
    return say(m);
}

static struct seats_request look(int32_t team)
{
    struct wire_message m = wire_message_empty(DO_look);
    m.team = team;
    return say(m);
}

static struct seats_request show_page(struct seats_app *app, int32_t page)
{
    app->moment = NONE;
    return with_kind(DO_show, page);
}

static struct seats_request in_console(struct seats_app *app, const struct seats_model *model, struct ui_action action)
{
    switch (action.kind) {
    case SEAT_OVER: over(app, (enum seats_sheet)action.a); return nothing;
    case SEAT_PROJECT: return asked(SEATS_PROJECT);
    case SEAT_TOGGLE: return toggle((enum wire_do)action.a, action.b != 0);
    case SEAT_BACK: return rewind_to(app, NONE, 1);
    case SEAT_REWIND: return rewind_to(app, action.a, NONE);
    case SEAT_OVERRIDE: return done(app, with_id(DO_override, id_at(model->view, "lines", action.a)));
    case SEAT_OVERRIDE_MORE: return done(app, with_id(DO_override, id_at(model->view, "overrides", action.a)));
    case SEAT_PLAY: return play_choice(app, model, action.a);
    case SEAT_INJECT: return done(app, with_id(DO_inject, id_at(model->view, "deck", action.a)));
    case SEAT_EFFECT: app->effect = action.a; return nothing;
    case SEAT_INJECT_OWN: return inject_own(app);
    case SEAT_FLAG: over(app, OVER_LABEL); return simple(DO_flag);
    case SEAT_LABEL: return label(app, model, action.a);
    case SEAT_WHO: app->seat = action.a; return nothing;
    case SEAT_ITEM: app->items ^= action.a; return nothing;
    case SEAT_TAG: return tag(app);
    case SEAT_ROLE_OF:
        app->seat = action.a;
        over(app, OVER_ROLE);
        return nothing;
    case SEAT_ROLE: return give_role(app, action.a, NONE);
    case SEAT_WATCH: return give_role(app, SEAT_observer, action.a);
    case SEAT_REMOVE: return remove_seat(app);
    case SEAT_ASSIGN: return with_kind(DO_assign, action.a);
    case SEAT_MINUTES: return more_time(action.a, action.b != 0);
    case SEAT_VOTETIME: return with_number(DO_votetime, action.a);
    case SEAT_LOOK: return look(action.a);
    case SEAT_PAGE: return show_page(app, action.a);
    case SEAT_MOMENT: app->moment = action.a; return nothing;
    case SEAT_MATCH: return match(model, action.a, action.b);
    case SEAT_SAVE: return asked(SEATS_SAVE);
    default: return nothing;
    }
}

/* --- the other seats ---------------------------------------------------------------------------------------------- */

static struct seats_request choose(struct seats_app *app, const struct seats_model *model, int32_t place)
{
    struct seats_request request = with_id(DO_choose, id_at(model->view, "lines", place));
    request.message.tone = app->tone;
    request.message.pace = app->pace;
    app->tone = app->pace = 0;
    return request;
}

static struct seats_request vote(struct seats_app *app, const struct seats_model *model)
{
    enum { REASON = 80 };
    td_str id = id_at(model->view, "lines", app->picked);
    if (id.len == 0)
        return nothing;
    struct wire_message m = wire_message_empty(DO_vote);
    put_id(m.id, id);
    put_text(&m, seats_field(app, FIELD_WORDS), REASON);
    seats_set_field(app, FIELD_WORDS, TD_STR(""));
    app->picked = NONE;
    return say(m);
}

static struct seats_request picks(struct seats_app *app, const struct seats_model *model)
{
    struct wire_message m = wire_message_empty(DO_pick);
    struct json_at may, pick, list, item;
    m.id_count = 0;
    if (!model->view || !json_get(model->view, "may", &may) || !json_get(&may, "pick", &pick))
        return nothing;
    for (int32_t i = 0; json_get(&pick, "items", &list) && read_item(&list, i, &item) && m.id_count < WIRE_IDS; i++)
        if (app->picks >> i & 1)
            put_id(m.ids[m.id_count++], read_text(&item, "id"));
    if (app->approach != NONE && m.id_count < WIRE_IDS && json_get(&pick, "approach", &list) &&
        read_item(&list, app->approach, &item))
        put_id(m.ids[m.id_count++], read_text(&item, "id"));
    return m.id_count > 0 ? say(m) : nothing;
}

/* The first question that is open; its options by their bits, or a figure. */
static struct seats_request answer(struct seats_app *app, const struct seats_model *model)
{
    struct wire_message m = wire_message_empty(DO_assess);
    struct json_at may, prompts, prompt, options, option;
    if (!model->view || !json_get(model->view, "may", &may) || !json_get(&may, "prompts", &prompts) ||
        !read_item(&prompts, 0, &prompt))
        return nothing;
    put_id(m.id, read_text(&prompt, "id"));
    if (json_get(&prompt, "options", &options)) {
        m.id_count = 0;
        for (int32_t i = 0; i < 32 && read_item(&options, i, &option) && m.id_count < WIRE_IDS; i++)
            if (app->picks >> i & 1)
                put_id(m.ids[m.id_count++], read_text(&option, "id"));
    } else {
        m.number = app->number;
    }
    if (m.number == NONE && m.id_count <= 0)
        return nothing;
    app->picks = 0;
    app->number = NONE;
    return say(m);
}

static struct seats_request hand_over(void)
{
    struct wire_message m = wire_message_empty(DO_handover);
    m.items = HAND_NAME | HAND_HOOKS | HAND_TRIGGERS | HAND_PROMISES | HAND_RISK;
    return say(m);
}

static struct seats_request score(struct seats_app *app, int32_t points)
{
    struct wire_message m = wire_message_empty(DO_sheet);
    m.kind = app->item;
    m.number = points;
    put_text(&m, seats_field(app, FIELD_MORE), SEATS_FIELD_BYTES);
    seats_set_field(app, FIELD_MORE, TD_STR(""));
    return say(m);
}

static struct seats_request rate(const struct seats_model *model, int32_t dimension, int32_t points)
{
    struct json_at debrief, ratings, one;
    struct wire_message m = wire_message_empty(DO_rate);
    if (!model->view || !json_get(model->view, "debrief", &debrief) || !json_get(&debrief, "ratings", &ratings) ||
        !read_item(&ratings, dimension, &one))
        return nothing;
    put_id(m.id, read_text(&one, "item"));
    m.number = points;
    return say(m);
}

static struct seats_request used(bool yes)
{
    struct wire_message m = wire_message_empty(DO_used);
    m.on = yes;
    return say(m);
}

static struct seats_request unboard(int32_t entry)
{
    struct wire_message m = wire_message_empty(DO_unboard);
    m.entry = entry;
    return say(m);
}

static struct seats_request as_primary(struct seats_app *app, const struct seats_model *model, struct ui_action action)
{
    switch (action.kind) {
    case SEAT_CHOOSE: return choose(app, model, action.a);
    case SEAT_TONE: app->tone = action.a; return nothing;
    case SEAT_PACE: app->pace = action.a; return nothing;
    case SEAT_PAUSE: return simple(DO_pause);
    case SEAT_MINUTE: return with_number(DO_wait, 60000);
    case SEAT_CALL: return with_kind(DO_help, action.a);
    case SEAT_MOVE: return with_kind(DO_move, action.a);
    case SEAT_HAND_OVER: return hand_over();
    case SEAT_USED: return used(action.a != 0);
    case SEAT_PICK:
    case SEAT_OPTION: app->picks ^= (uint32_t)action.a; return nothing;
    case SEAT_APPROACH: app->approach = action.a; return nothing;
    case SEAT_PICKS: return picks(app, model);
    case SEAT_NUMBER: app->number = action.a; return nothing;
    case SEAT_ANSWER: return answer(app, model);
    case SEAT_RATE: return rate(model, action.a, action.b);
    default: return nothing;
    }
}

static struct seats_request as_other(struct seats_app *app, const struct seats_model *model, struct ui_action action)
{
    enum { WHISPER = 120, ENTRY = 160, LESSON = 120 };
    struct wire_message board = wire_message_empty(DO_board);
    board.kind = app->board;
    switch (action.kind) {
    case SEAT_PICK_VOTE: app->picked = action.a; return nothing;
    case SEAT_VOTE: return vote(app, model);
    case SEAT_TECHNIQUE: return with_id(DO_hint, str_of(seat_whispers[action.a]));
    case SEAT_WHISPER: return with_typed(app, wire_message_empty(DO_hint), FIELD_WORDS, WHISPER);
    case SEAT_KIND: app->board = action.a; return nothing;
    case SEAT_WRITE: return with_typed(app, board, FIELD_WORDS, ENTRY);
    case SEAT_UNBOARD: return unboard(action.a);
    case SEAT_SEEN:
        return with_id(
            DO_seen, str_of(action.a < SEAT_HEARABLE ? seat_hearable[action.a] : seat_marks[action.a - SEAT_HEARABLE]));
    case SEAT_HEARD: return with_id(DO_heard, str_of(seat_hearable[action.a]));
    case SEAT_SHEET_ITEM: app->item = action.a; return nothing;
    case SEAT_SCORE: return score(app, action.a);
    case SEAT_NOTE: return with_typed(app, wire_message_empty(DO_note), FIELD_MORE, SEATS_FIELD_BYTES);
    case SEAT_KEEP: return with_typed(app, wire_message_empty(DO_keep), FIELD_WORDS, LESSON);
    case SEAT_CHANGE: return with_typed(app, wire_message_empty(DO_change), FIELD_MORE, LESSON);
    case SEAT_WHO: app->seat = action.a; return nothing;
    case SEAT_ITEM: app->items ^= action.a; return nothing;
    case SEAT_TAG: return tag(app);
    default: return as_primary(app, model, action);
    }
}

struct seats_request seats_use(struct seats_app *app, const struct seats_model *model, struct ui_action action)
{
    switch (action.kind) {
    case SEAT_NONE: return nothing;
    case SEAT_FIELD: app->focus = action; return nothing;
    case SEAT_LEAVE: return asked(SEATS_LEAVE);
    case SEAT_SAY: app->sheet = OVER_NOTHING; return simple((enum wire_do)action.a);
    default: break;
    }
    switch (app->face) {
    case FACE_SETUP:
    case FACE_JOIN:
    case FACE_OPENING: return in_setup(app, action);
    case FACE_CONSOLE: return in_console(app, model, action);
    case FACE_SEAT: return as_other(app, model, action);
    case FACE_SCREEN:
    case FACE_COUNT: return nothing;
    }
    return nothing;
}
