/* sight.c - from the bytes of a line to a layout. */
#include "sight.h"

#include "clock.h"
#include "memory.h"

enum { VALUES = 40000, CLOSE_CM = 120, TALKING_CM = 220, SEED = 7, A_PICTURE_MS = 2300, BLINKS = 20, A_BLINK = 250 };

void sight_init(struct sight *sight, enum seats_face face, struct library *library, struct canvas *canvas,
                const struct settings *settings)
{
    memset(sight, 0, sizeof *sight);
    arena_init(&sight->frame, &memory_std);
    arena_init(&sight->text, &memory_std);
    sight->app = seats_new(face);
    sight->app.text_size = settings->text_size;
    sight->app.contrast = settings->contrast;
    sight->library = library;
    sight->canvas = canvas;
    sight->model.words = library->words;
    sight->model.up = true;
    sight->stale = true;
}

static void forget_view(struct sight *sight)
{
    sight->model.view = NULL;
    json_close(sight->doc);
    sight->doc = NULL;
    arena_finish(&sight->text);
    arena_init(&sight->text, &memory_std);
}

static void forget_tale(struct sight *sight)
{
    if (sight->tale_open)
        tale_close(&sight->tale);
    sight->tale_open = false;
    sight->model.person = false;
    sight->model.identity = sight->model.place = TD_STR("");
    sight->moving = false;
}

void sight_finish(struct sight *sight)
{
    seat_line_close(sight->line);
    forget_view(sight);
    forget_tale(sight);
    arena_finish(&sight->frame);
    arena_finish(&sight->text);
}

void sight_hold(struct sight *sight, struct seat_line *line)
{
    seat_line_close(sight->line);
    sight->line = line;
    forget_view(sight);
    forget_tale(sight);
    sight->model.up = line == NULL;
    sight->stale = true;
}

/* --- a view ---------------------------------------------------------------------------------------------- */

/* A name from elsewhere that cannot be a path. */
static bool is_plain(td_str name)
{
    for (size_t i = 0; i < name.len; i++)
        if (!((name.ptr[i] >= 'a' && name.ptr[i] <= 'z') || (name.ptr[i] >= '0' && name.ptr[i] <= '9') ||
              name.ptr[i] == '-'))
            return false;
    return name.len > 0;
}

/* Who the person is and where; a room that plays what is not installed here has neither. */
static void know_scenario(struct sight *sight)
{
    struct json_at room, scenario;
    if (sight->tale_open || !json_get(&sight->view, "room", &room) || !json_get(&room, "scenario", &scenario) ||
        !is_plain(json_string(&scenario)))
        return;
    const char *name = arena_cstr(&sight->text, json_string(&scenario));
    if (tale_find(sight->library, name) == NULL || !tale_open(sight->library, name, true, &sight->tale))
        return;
    sight->tale_open = true;
    sight->model.identity = sight->tale.scenario->identity;
    sight->model.place = place_names[sight->tale.scenario->place];
}

bool sight_show(struct sight *sight, td_str message, int64_t age)
{
    struct diags diags;
    struct json_at now;
    forget_view(sight);
    td_str text = arena_copy(&sight->text, message);
    diags_init(&diags, &sight->text);
    sight->doc = json_open(&memory_std, TD_STR("host"), text, (struct json_limits){DIAL_TEXT, VALUES}, &diags);
    if (sight->doc == NULL)
        return false;
    sight->root = json_root(sight->doc);
    if (!json_get(&sight->root, "view", &sight->view))
        return false;
    sight->room_at = json_get(&sight->root, "now", &now) ? json_int(&now) + age : 0;
    sight->taken_at = clock_ms();
    sight->model.view = &sight->view;
    sight->stale = true;
    know_scenario(sight);
    return true;
}

void sight_tell(struct sight *sight, const char *id)
{
    struct writer w;
    writer_init(&w, &sight->text);
    words_write(&w, sight->library->words, id, WORDS_THEY, NULL, 0);
    td_str sentence = utf8_cut(writer_str(&w), sizeof sight->refusal);
    memcpy(sight->refusal, sentence.ptr, sentence.len);
    sight->model.refusal = (td_str){sight->refusal, sentence.len};
    sight->stale = true;
}

void sight_refused(struct sight *sight, td_str code)
{
    char id[80] = "refused.";
    sight->stale = true;
    sight->model.refusal = (td_str){sight->refusal, 0};
    if (code.len == 0 || code.len > sizeof id - 10)
        return;
    memcpy(id + 8, code.ptr, code.len);
    id[8 + code.len] = '\0';
    sight_tell(sight, words_has(sight->library->words, str_of(id)) ? id : "refused.bad-message");
}

void sight_take(struct sight *sight)
{
    struct arena arena;
    td_str text;
    int64_t age;
    char reason[LINE_REASON];
    if (sight->line == NULL)
        return;
    arena_init(&arena, &memory_std);
    if (seat_line_take(sight->line, &arena, &text, &age))
        (void)sight_show(sight, text, age);
    arena_finish(&arena);
    if (seat_line_refusal(sight->line, reason))
        sight_refused(sight, str_of(reason));
    const bool up = seat_line_state(sight->line) == LINE_UP, full = seat_line_trouble(sight->line);
    sight->stale = sight->stale || up != sight->model.up || full != sight->model.disk_full;
    sight->model.up = up;
    sight->model.disk_full = full;
}

/* --- the layout ------------------------------------------------------------------------------------------------ */

void sight_layout(struct sight *sight, int width, int height)
{
    arena_finish(&sight->frame);
    arena_init(&sight->frame, &memory_std);
    sight->model.now = sight->room_at + (clock_ms() - sight->taken_at);
    seats_layout(&sight->app, &sight->model, &sight->frame, canvas_measure(sight->canvas), width, height, &sight->ui);
    sight->stale = false;
}

bool sight_scene(const struct sight *sight, struct ui_rect *ret)
{
    for (int i = 0; i < sight->ui.op_count; i++) {
        if (sight->ui.ops[i].kind != OP_SCENE)
            continue;
        *ret = sight->ui.ops[i].rect;
        return true;
    }
    return false;
}

/* --- the person --------------------------------------------------------------------------------------------------- */

static struct person_state state_of(const struct sight *sight, const struct seats_person *seen, bool close, bool still)
{
    const td_scenario *scenario = sight->tale.scenario;
    enum setting place = SETTING_BRIDGE;
    struct person_state state = {.agitation = seen->agitation,
                                 .despair = seen->despair,
                                 .recovery = seen->recovery,
                                 .distance_cm = seen->distance != NONE ? seen->distance : TALKING_CM,
                                 .seed = SEED,
                                 .still = still};
    if (close)
        state.distance_cm = CLOSE_CM;
    person_manner_find(profile_name(scenario->profile_index), &state.manner);
    place_find(place_names[scenario->place], &place);
    state.stance = place_stance(place);
    return state;
}

static void take_picture(struct sight *sight, struct person_state state)
{
    const struct person_identity *who = canvas_identity(sight->canvas, sight->tale.scenario->identity);
    state.ms = A_PICTURE_MS;
    person_state_settle(&state);
    for (int i = 0; who && i < BLINKS && person_pose(who, &state).blink > 0; i++) {
        state.ms += A_BLINK;
        person_state_settle(&state);
    }
    person_motion_start(&sight->motion, &state);
}

void sight_move(struct sight *sight, uint32_t ms, bool at_once, bool close, bool still)
{
    struct seats_person seen;
    const bool here = sight->tale_open && seats_person(sight->model.view, &seen);
    sight->stale = sight->stale || here != sight->model.person;
    sight->model.person = here;
    if (!here)
        return;
    struct person_state state = state_of(sight, &seen, close, still);
    if (at_once || !sight->moving)
        take_picture(sight, state);
    else
        person_motion_step(&sight->motion, &state, ms);
    sight->moving = true;
    canvas_person(sight->canvas, &sight->motion.shown);
}
