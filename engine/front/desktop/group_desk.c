/* group_desk.c - the room is opened inside the program, and this window sits in it as everybody else does: it dials
 * its own machine, with the PIN, and says what the pages say. */
#include "group_desk.h"

#include "clock.h"
#include "group_save.h"
#include "memory.h"
#include "qr.h"

enum { PORT = 8080, PER_ADDRESS = 80, NOISE = 80, LAST_BYTES = 4096, PRIVATE_FILE = 0600, PRIVATE_FOLDER = 0700 };

/* --- the room that broke off ------------------------------------------------------------------------------- */

/* Beside the rooms: the path of the one that was open last, its code, our seat in it, its port; a line
 * each. */
struct last_room {
    const char *file, *code, *token;
    int port;
};

static const char *last_path(struct group_desk *group)
{
    struct library *l = group->library;
    return l->home != NULL ? path_join(&group->arena, path_join(&group->arena, l->home, "rooms"), "last") : NULL;
}

static bool read_last(struct group_desk *group, struct last_room *ret)
{
    td_str bytes;
    const char *path = last_path(group);
    if (path == NULL || !file_exists(path) || file_read(&group->arena, path, LAST_BYTES, &bytes) != NULL)
        return false;
    ret->file = arena_cstr(&group->arena, str_line(&bytes));
    ret->code = arena_cstr(&group->arena, str_line(&bytes));
    ret->token = arena_cstr(&group->arena, str_line(&bytes));
    int64_t port = PORT;
    (void)str_int(str_line(&bytes), 1, 65535, &port);
    ret->port = (int)port;
    return ret->file[0] != '\0' && file_exists(ret->file);
}

/* We sit where everybody sits: at the address that is our own machine's. */
static struct dial_url own_url(const struct group_desk *group)
{
    struct dial_url url;
    const char *colon = strrchr(group->facts.address, ':');
    if (!dial_url_read("http://127.0.0.1", &url) || colon == NULL)
        return url;
    const size_t len = strlen(colon + 1);
    if (len < sizeof url.port)
        memcpy(url.port, colon + 1, len + 1);
    return url;
}

static void write_last(struct group_desk *group)
{
    struct writer w;
    char token[40];
    const char *path = last_path(group);
    if (path == NULL || group->here.line == NULL)
        return;
    seat_line_token(group->here.line, token);
    writer_init(&w, &group->arena);
    w_text(&w, group->facts.file);
    w_char(&w, '\n');
    w_text(&w, group->facts.code);
    w_char(&w, '\n');
    w_text(&w, token);
    w_char(&w, '\n');
    w_text(&w, own_url(group).port);
    w_char(&w, '\n');
    (void)file_write(path, writer_str(&w), PRIVATE_FILE);
}

static void forget_last(struct group_desk *group)
{
    const char *path = last_path(group);
    if (path != NULL && file_exists(path))
        (void)remove(path);
}

/* --- beginning ------------------------------------------------------------------------------------------------ */

static void offer(struct group_desk *group)
{
    struct seats_model *m = &group->here.model;
    struct last_room last;
    for (int i = 0; i < group->wish.card_count && i < GROUP_CARDS; i++) {
        const struct ui_card *card = &group->wish.cards[i];
        group->cards[i] = (struct seats_card){card->name, card->title, card->setting, card->minutes};
        m->card_count = i + 1;
    }
    m->cards = group->cards;
    m->languages = group->wish.languages;
    m->language_count = group->wish.language_count;
    group->here.app.language = group->wish.language;
    group->here.app.mode = group->settings->mode;
    group->here.app.rung = group->settings->rung;
    if (read_last(group, &last))
        m->again = str_of(last.code);
}

static void dial_in(struct group_desk *group);

void group_desk_open(struct group_desk *group, struct library *library, const struct settings *settings,
                     struct canvas *canvas, const struct group_wish *wish, void (*wake)(void *context), void *context)
{
    memset(group, 0, sizeof *group);
    arena_init(&group->arena, &memory_std);
    group->library = library;
    group->settings = settings;
    group->wish = *wish;
    group->wake = wake;
    group->context = context;
    sight_init(&group->here, wish->url != NULL ? FACE_JOIN : FACE_SETUP, library, canvas, settings);
    offer(group);
    if (wish->url == NULL)
        return;
    seats_set_field(&group->here.app, FIELD_ADDRESS, str_of(wish->url));
    seats_set_field(&group->here.app, FIELD_CODE, str_of(wish->code != NULL ? wish->code : ""));
    seats_set_field(&group->here.app, FIELD_NAME, str_of(wish->name != NULL ? wish->name : ""));
    enum seat seat;
    if (wish->role != NULL && seat_find(str_of(wish->role), &seat))
        group->here.app.wants = (int32_t)seat;
    if (wish->name != NULL)
        dial_in(group);
}

/* --- a seat in somebody else's room --------------------------------------------------------------------------- */

static void say_here(struct group_desk *group, const char *id)
{
    struct writer w;
    writer_init(&w, &group->arena);
    words_write(&w, group->library->words, id, WORDS_THEY, NULL, 0);
    group->here.model.refusal = writer_str(&w);
    group->here.stale = true;
}

static void dial_in(struct group_desk *group)
{
    struct seats_app *app = &group->here.app;
    struct seat_line_wish wish = {
        .kind = LINE_SEAT, .lang = group->library->lang, .wake = group->wake, .context = group->context};
    td_str code = seats_field(app, FIELD_CODE), name = seats_field(app, FIELD_NAME);
    if (!dial_url_read(arena_cstr(&group->arena, seats_field(app, FIELD_ADDRESS)), &wish.url)) {
        say_here(group, "group.bad-address");
        return;
    }
    if (code.len > 0 && code.len < sizeof wish.url.code) {
        memcpy(wish.url.code, code.ptr, code.len);
        wish.url.code[code.len] = '\0';
    }
    wish.name =
        arena_cstr(&group->arena, name.len > 0 ? name : words_get(group->library->words, TD_STR("value.learner.name")));
    wish.role = app->wants == NONE ? "" : arena_cstr(&group->arena, seat_name((enum seat)app->wants));
    sight_hold(&group->here, seat_line_open(&wish));
    sight_refused(&group->here, TD_STR(""));
    app->face = FACE_SEAT;
    app->focus = (struct ui_action){0, 0, 0};
}

/* The door was shut: back to where name and code can be put right. */
static void was_refused(struct group_desk *group)
{
    if (group->here.app.face != FACE_SEAT || group->here.line == NULL || group->here.model.view != NULL ||
        seat_line_state(group->here.line) != LINE_REFUSED)
        return;
    sight_hold(&group->here, NULL);
    group->here.model.up = true;
    group->here.app.face = FACE_JOIN;
}

/* --- a room of one's own ----------------------------------------------------------------------------------------- */

static uint64_t seed_of(const struct seats_app *app)
{
    int64_t seed;
    return str_int(seats_field(app, FIELD_SEED), 0, INT64_MAX, &seed) ? (uint64_t)seed : clock_seed();
}

static const char *lang_of(const struct group_desk *group)
{
    const int32_t i = group->here.app.language;
    return i >= 0 && i < group->wish.language_count ? group->wish.language_codes[i] : group->library->lang;
}

static void open_room(struct group_desk *group, const char *file, int port)
{
    struct seats_app *app = &group->here.app;
    struct host_wish wish = {
        .file = file, .lang = lang_of(group), .port = inside_free_port(port), .per_address = PER_ADDRESS};
    app->face = FACE_OPENING;
    app->focus = (struct ui_action){0, 0, 0};
    group->here.stale = true;
    group->here.model.trouble = TD_STR("");
    if (wish.port == 0) {
        group->here.model.trouble = words_get(group->library->words, TD_STR("group.no-port"));
        return;
    }
    if (file == NULL && group->wish.card_count > 0)
        wish.scenario = group->wish.cards[app->card].name;
    wish.setup.preset = (enum wire_preset)app->preset;
    wish.setup.teams = app->preset == PRESET_several_teams ? app->teams : 1;
    wish.setup.flow = (enum wire_flow)app->flow;
    wish.setup.play = (struct setup){
        .seed = seed_of(app), .noise = NOISE, .mode = (enum mode)app->mode, .rung = (enum rung)app->rung};
    group->inside = inside_open(&wish, group->wake, group->context);
}

static void open_again(struct group_desk *group)
{
    struct last_room last;
    if (read_last(group, &last))
        open_room(group, last.file, last.port); /* where the phones look for it */
}

static void sit_down(struct group_desk *group)
{
    struct last_room last;
    struct seat_line_wish wish = {.kind = LINE_CONSOLE,
                                  .url = own_url(group),
                                  .lang = group->library->lang,
                                  .pin = group->facts.pin,
                                  .wake = group->wake,
                                  .context = group->context};
    if (read_last(group, &last) && strcmp(last.file, group->facts.file) == 0 && last.token[0] != '\0')
        wish.token = last.token;
    sight_hold(&group->here, seat_line_open(&wish));
    group->here.app.face = FACE_CONSOLE;
    struct seats_model *m = &group->here.model;
    m->url = str_of(group->facts.url);
    m->address = str_of(group->facts.address);
    m->pin = str_of(group->facts.pin);
    m->file = str_of(group->facts.file);
    m->can_save = true;
    m->square.dark = qr_squares(&group->arena, group->facts.url, &m->square.side);
}

static void notice_room(struct group_desk *group)
{
    char path[1024];
    const char *trouble = inside_trouble(group->inside, path);
    const enum inside_state state = inside_state(group->inside);
    if (state == INSIDE_OPEN && group->here.app.face == FACE_OPENING) {
        inside_facts(group->inside, &group->facts);
        sit_down(group);
    }
    if (state != INSIDE_FAILED || group->here.app.face != FACE_OPENING || group->here.model.trouble.len > 0)
        return;
    struct writer w;
    const struct word_arg args[] = {ARG_TEXT("path", str_of(path)), ARG_TEXT("name", str_of(path)), ARG_INT("line", 1)};
    writer_init(&w, &group->arena);
    words_write(&w, group->library->words, trouble != NULL ? trouble : "group.not-opened", WORDS_THEY, args, 3);
    group->here.model.trouble = writer_str(&w);
    group->here.stale = true;
}

/* Once our own seat has a token it is written beside the room's file. */
static void remember_room(struct group_desk *group)
{
    char token[40];
    if (group->here.app.face != FACE_CONSOLE || group->here.line == NULL || group->here.model.again.len > 0)
        return;
    seat_line_token(group->here.line, token);
    if (token[0] == '\0')
        return;
    write_last(group);
    group->here.model.again = str_of(group->facts.code);
}

/* --- the projector ---------------------------------------------------------------------------------------------------- */

static void open_screen(struct group_desk *group)
{
    const char *missing;
    struct seat_line_wish wish = {.kind = LINE_SCREEN,
                                  .url = own_url(group),
                                  .lang = lang_of(group),
                                  .wake = group->wake,
                                  .context = group->context};
    if (!library_open(lang_of(group), NULL, &group->screen_words))
        return;
    group->screen_canvas = canvas_create(path_join(&group->arena, group->library->data, "assets"), &missing);
    sight_init(&group->screen, FACE_SCREEN, &group->screen_words, group->screen_canvas, group->settings);
    group->screen.model.address = str_of(group->facts.address);
    group->screen.model.square = group->here.model.square;
    sight_hold(&group->screen, seat_line_open(&wish));
    group->screen_opened = true;
}

static void close_screen(struct group_desk *group)
{
    if (!group->screen_opened)
        return;
    sight_finish(&group->screen);
    canvas_destroy(group->screen_canvas);
    library_close(&group->screen_words);
    group->screen_opened = false;
}

static void project(struct group_desk *group)
{
    if (group->inside == NULL)
        return;
    group->projecting = !group->projecting;
    if (group->projecting && !group->screen_opened)
        open_screen(group);
    else if (!group->projecting)
        close_screen(group);
    group->projecting = group->screen_opened;
    group->here.model.projecting = group->projecting;
    group->here.stale = true;
}

/* --- all of it ------------------------------------------------------------------------------------------------------------ */

void group_desk_take(struct group_desk *group)
{
    if (group->inside != NULL)
        notice_room(group);
    sight_take(&group->here);
    was_refused(group);
    remember_room(group);
    if (!group->screen_opened)
        return;
    sight_take(&group->screen);
    if (group->screen.app.moment != group->here.app.moment) {
        group->screen.app.moment = group->here.app.moment; /* the decision that the instructor has open */
        group->screen.stale = true;
    }
}

static void say(struct group_desk *group, const struct wire_message *message)
{
    struct arena arena;
    struct writer w;
    if (group->here.line == NULL)
        return;
    arena_init(&arena, &memory_std);
    writer_init(&w, &arena);
    wire_message_write(&w, message);
    seat_line_say(group->here.line, writer_str(&w));
    arena_finish(&arena);
}

void group_desk_do(struct group_desk *group, const struct seats_request *request)
{
    group->here.stale = true;
    if (request->wish != SEATS_NOTHING)
        sight_refused(&group->here, TD_STR(""));
    switch (request->wish) {
    case SEATS_NOTHING: return;
    case SEATS_SAY: say(group, &request->message); return;
    case SEATS_OPEN: open_room(group, NULL, PORT); return;
    case SEATS_AGAIN: open_again(group); return;
    case SEATS_JOIN: dial_in(group); return;
    case SEATS_PROJECT: project(group); return;
    case SEATS_SAVE: group->here.model.saved = group_save(group->library, group->facts.file, &group->arena); return;
    case SEATS_LEAVE: group->over = true; return;
    }
}

/* A session that came to its debrief is not one that broke off. */
static bool is_done(const struct group_desk *group)
{
    struct json_at room, phase;
    return group->here.model.view != NULL && json_get(&group->here.view, "room", &room) &&
           json_get(&room, "phase", &phase) &&
           (str_is(json_string(&phase), "debrief") || str_is(json_string(&phase), "closed"));
}

bool group_desk_close(struct group_desk *group)
{
    if (group->here.app.face == FACE_CONSOLE && is_done(group))
        forget_last(group);
    close_screen(group);
    sight_finish(&group->here);
    const bool whole = inside_close(group->inside);
    arena_finish(&group->arena);
    return whole;
}
