/* group_snapshot.c - a room led to a moment by a scripted group, and one seat's sight of it drawn once. */
#include "group_snapshot.h"

#include "memory.h"
#include "player.h"
#include "qr.h"
#include "sight.h"
#include "view.h"
#include "wire_room.h"
#include <stdio.h>

enum { SEED = 7, NOISE = 80, VOTERS = 12, EXCHANGES = 5, ALL_EXCHANGES = 60, A_SECOND = 1000, SAID_MS = 9000 };

enum moment {
    MOMENT_NONE,
    MOMENT_LOBBY,
    MOMENT_BRIEF,
    MOMENT_PLAY,
    MOMENT_VOTE,
    MOMENT_SHOWN,
    MOMENT_FROZEN,
    MOMENT_DEBRIEF
};
enum who { WHO_BOSS, WHO_SCREEN, WHO_PRIMARY, WHO_VOTER, WHO_COACH, WHO_BOARD, WHO_OBSERVER };

static const struct way {
    const char *name;
    enum seats_face face;
    enum seats_sheet sheet;
    enum moment moment;
    enum who who;
    enum wire_page page;
} ways[] = {
    {"group", FACE_SETUP, OVER_NOTHING, MOMENT_NONE, WHO_BOSS, PAGE_settle},
    {"join", FACE_JOIN, OVER_NOTHING, MOMENT_NONE, WHO_BOSS, PAGE_settle},
    {"lobby", FACE_CONSOLE, OVER_NOTHING, MOMENT_LOBBY, WHO_BOSS, PAGE_settle},
    {"console", FACE_CONSOLE, OVER_NOTHING, MOMENT_VOTE, WHO_BOSS, PAGE_settle},
    {"console-inject", FACE_CONSOLE, OVER_INJECT, MOMENT_PLAY, WHO_BOSS, PAGE_settle},
    {"console-tag", FACE_CONSOLE, OVER_TAG, MOMENT_PLAY, WHO_BOSS, PAGE_settle},
    {"console-past", FACE_CONSOLE, OVER_PAST, MOMENT_PLAY, WHO_BOSS, PAGE_settle},
    {"console-override", FACE_CONSOLE, OVER_OVERRIDE, MOMENT_PLAY, WHO_BOSS, PAGE_settle},
    {"console-people", FACE_CONSOLE, OVER_PEOPLE, MOMENT_PLAY, WHO_BOSS, PAGE_settle},
    {"console-debrief", FACE_CONSOLE, OVER_NOTHING, MOMENT_DEBRIEF, WHO_BOSS, PAGE_timeline},
    {"projector", FACE_SCREEN, OVER_NOTHING, MOMENT_PLAY, WHO_SCREEN, PAGE_settle},
    {"projector-lobby", FACE_SCREEN, OVER_NOTHING, MOMENT_LOBBY, WHO_SCREEN, PAGE_settle},
    {"projector-brief", FACE_SCREEN, OVER_NOTHING, MOMENT_BRIEF, WHO_SCREEN, PAGE_settle},
    {"projector-vote", FACE_SCREEN, OVER_NOTHING, MOMENT_VOTE, WHO_SCREEN, PAGE_settle},
    {"projector-result", FACE_SCREEN, OVER_NOTHING, MOMENT_SHOWN, WHO_SCREEN, PAGE_settle},
    {"projector-frozen", FACE_SCREEN, OVER_NOTHING, MOMENT_FROZEN, WHO_SCREEN, PAGE_settle},
    {"projector-settle", FACE_SCREEN, OVER_NOTHING, MOMENT_DEBRIEF, WHO_SCREEN, PAGE_settle},
    {"projector-self", FACE_SCREEN, OVER_NOTHING, MOMENT_DEBRIEF, WHO_SCREEN, PAGE_self},
    {"projector-board", FACE_SCREEN, OVER_NOTHING, MOMENT_DEBRIEF, WHO_SCREEN, PAGE_board},
    {"projector-timeline", FACE_SCREEN, OVER_NOTHING, MOMENT_DEBRIEF, WHO_SCREEN, PAGE_timeline},
    {"projector-questions", FACE_SCREEN, OVER_NOTHING, MOMENT_DEBRIEF, WHO_SCREEN, PAGE_questions},
    {"projector-what-if", FACE_SCREEN, OVER_NOTHING, MOMENT_DEBRIEF, WHO_SCREEN, PAGE_what_if},
    {"projector-keep", FACE_SCREEN, OVER_NOTHING, MOMENT_DEBRIEF, WHO_SCREEN, PAGE_keep},
    {"seat-primary", FACE_SEAT, OVER_NOTHING, MOMENT_PLAY, WHO_PRIMARY, PAGE_settle},
    {"seat-voter", FACE_SEAT, OVER_NOTHING, MOMENT_VOTE, WHO_VOTER, PAGE_settle},
    {"seat-coach", FACE_SEAT, OVER_NOTHING, MOMENT_PLAY, WHO_COACH, PAGE_settle},
    {"seat-board", FACE_SEAT, OVER_NOTHING, MOMENT_PLAY, WHO_BOARD, PAGE_settle},
    {"seat-observer", FACE_SEAT, OVER_NOTHING, MOMENT_PLAY, WHO_OBSERVER, PAGE_settle},
};

static const struct way *way_to(const char *screen)
{
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++)
        if (strcmp(ways[i].name, screen) == 0)
            return &ways[i];
    return NULL;
}

bool group_snapshot_knows(const char *screen)
{
    return way_to(screen) != NULL;
}

/* --- the scripted group ---------------------------------------------------------------------------------------- */

struct cast {
    struct library *library;
    struct tale tale;
    struct wire_lang lang;
    struct wire_room *room;
    struct arena arena;
    struct writer log;
    int64_t now;
    int boss, primary, coach, board, observer, voters[VOTERS];
};

static int enter(struct cast *cast, td_str name, unsigned wants, bool instructor)
{
    const char *reason;
    int member = NONE;
    struct wire_join join = {
        .name = name, .lang = words_lang(cast->library->words), .wants = wants, .team = NONE, .instructor = instructor};
    join.entropy[0] = (uint8_t)(room_members(cast->room) + 1);
    if (room_join(cast->room, cast->now, &join, &cast->log, &member, &reason))
        room_here(cast->room, cast->now, member, true);
    return member;
}

static void say(struct cast *cast, int member, const struct wire_message *message)
{
    const char *reason;
    cast->now += A_SECOND;
    (void)room_do(cast->room, cast->now, member, message, &cast->log, &reason);
}

static void simple(struct cast *cast, int member, enum wire_do what)
{
    const struct wire_message m = wire_message_empty(what);
    say(cast, member, &m);
}

static void put(char *to, td_str text, size_t most)
{
    const size_t len = text.len < most ? text.len : most;
    memcpy(to, text.ptr, len);
    to[len] = '\0';
}

/* What a listener would say who still makes mistakes; a silence is one too. */
static void one_line(struct cast *cast)
{
    const td_session *session = room_session(cast->room, 0);
    const int32_t choice = player_choose(PLAYER_with_errors_repaired, session, cast->tale.texts);
    struct wire_message m = wire_message_empty(choice >= 0 ? DO_choose : DO_pause);
    if (choice >= 0)
        put(m.id, cast->tale.scenario->choices[choice].id, LIMIT_ID_BYTES);
    m.after = SAID_MS;
    cast->now += SAID_MS;
    simple(cast, cast->boss, DO_open);
    simple(cast, cast->boss, DO_decide);
    say(cast, cast->primary, &m);
}

static void one_vote(struct cast *cast, int voter)
{
    struct view view;
    struct wire_message m = wire_message_empty(DO_vote);
    session_view(room_session(cast->room, 0), SEAT_voter, &view);
    const int place = voter % 5 == 4 ? 1 : voter % 7 == 6 ? 2 : 0;
    if (view.choice_count == 0)
        return;
    put(m.id, cast->tale.scenario->choices[view.choices[place % view.choice_count].choice].id, LIMIT_ID_BYTES);
    if (place == 1) {
        td_str reason = words_get(cast->library->words, TD_STR("web.mark.talk"));
        put(m.text, reason, WIRE_TEXT_BYTES);
        m.text_len = (int32_t)reason.len;
    }
    say(cast, cast->voters[voter], &m);
}

/* votes: a class that votes on every line; otherwise a team whose negotiator speaks. */
static void open_cast(struct cast *cast, bool votes)
{
    td_str names = TD_STR(
        "Noor Maria Tomas Aiko Sam Ada Ben Chiara David Elif Finn Gus Hana Ivo Jun Kofi Lea"); /* not shown: people */
    struct wire_setup setup = {.play = {.seed = SEED, .noise = NOISE, .mode = MODE_practice, .rung = RUNG_class},
                               .preset = votes ? PRESET_class_vote : PRESET_team_table,
                               .teams = 1,
                               .pin = "471100",
                               .entropy = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16}};
    cast->lang = (struct wire_lang){cast->tale.texts, cast->tale.source, cast->library->words};
    cast->room =
        room_create(&memory_std, cast->tale.scenario, cast->library->model, &cast->lang, 1, &setup, &cast->log);
    cast->boss = enter(cast, str_word(&names), WIRE_ROLE(instructor), true);
    cast->primary = enter(cast, str_word(&names), WIRE_ROLE(primary), false);
    cast->coach = enter(cast, str_word(&names), WIRE_ROLE(coach), false);
    cast->board = enter(cast, str_word(&names), WIRE_ROLE(board), false);
    cast->observer = enter(cast, str_word(&names), WIRE_ROLE(observer), false);
    for (int i = 0; i < VOTERS; i++)
        cast->voters[i] = enter(cast, str_word(&names), WIRE_ROLE(voter), false);
}

static void write_board(struct cast *cast)
{
    const td_scenario *s = cast->tale.scenario;
    for (int i = 0; i < s->fact_count && i < 2; i++) {
        struct wire_message m = wire_message_empty(DO_board);
        td_str text = utf8_cut(texts_get(cast->tale.texts, cast->tale.source, s->facts[i].id), 160);
        if (text.len == 0)
            continue;
        m.kind = (int32_t)s->facts[i].kind;
        put(m.text, text, WIRE_TEXT_BYTES);
        m.text_len = (int32_t)text.len;
        say(cast, cast->board, &m);
    }
}

static void mark(struct cast *cast)
{
    struct wire_message m = wire_message_empty(DO_seen);
    memcpy(m.id, "label", sizeof "label"); /* not shown: a name of the protocol */
    say(cast, cast->observer, &m);
    simple(cast, cast->boss, DO_flag);
    for (int item = 0; item < 3; item++) {
        m = wire_message_empty(DO_sheet);
        m.kind = item;
        m.number = 3 + item % 2;
        say(cast, cast->observer, &m);
    }
}

static void talk(struct cast *cast, int exchanges)
{
    struct view view;
    for (int i = 0; i < exchanges; i++) {
        session_view(room_session(cast->room, 0), SEAT_primary, &view);
        if (view.phase != PHASE_TALK)
            return;
        one_line(cast);
    }
}

static void vote(struct cast *cast)
{
    simple(cast, cast->boss, DO_open);
    for (int i = 0; i < VOTERS - 1; i++)
        one_vote(cast, i);
}

static void say_lessons(struct cast *cast)
{
    static const char *const ids[] = {"sheet.asks", "sheet.calm", "sheet.values"};
    for (int i = 0; i < 3; i++) {
        struct wire_message m = wire_message_empty(i == 2 ? DO_change : DO_keep);
        td_str text = utf8_cut(words_get(cast->library->words, str_of(ids[i])), 120);
        put(m.text, text, WIRE_TEXT_BYTES);
        m.text_len = (int32_t)text.len;
        say(cast, cast->voters[i], &m);
    }
}

static void debrief(struct cast *cast, enum wire_page page)
{
    talk(cast, ALL_EXCHANGES);
    simple(cast, cast->boss, DO_end);
    say_lessons(cast);
    for (int i = 0; i <= (int)page; i++) {
        struct wire_message m = wire_message_empty(DO_show);
        m.kind = i;
        m.anyway = 1;
        say(cast, cast->boss, &m);
    }
}

static void lead_to(struct cast *cast, const struct way *way)
{
    if (way->moment <= MOMENT_LOBBY)
        return;
    simple(cast, cast->boss, DO_start);
    if (way->moment == MOMENT_BRIEF)
        return;
    simple(cast, cast->boss, DO_next);
    talk(cast, EXCHANGES);
    write_board(cast);
    mark(cast);
    if (way->moment == MOMENT_VOTE || way->moment == MOMENT_SHOWN)
        vote(cast);
    if (way->moment == MOMENT_SHOWN)
        simple(cast, cast->boss, DO_reveal);
    if (way->moment == MOMENT_FROZEN)
        simple(cast, cast->boss, DO_freeze);
    if (way->moment == MOMENT_DEBRIEF)
        debrief(cast, way->page);
}

static int member_of(const struct cast *cast, enum who who)
{
    switch (who) {
    case WHO_BOSS: return cast->boss;
    case WHO_SCREEN: return WIRE_PROJECTOR;
    case WHO_PRIMARY: return cast->primary;
    case WHO_VOTER: return cast->voters[VOTERS - 1];
    case WHO_COACH: return cast->coach;
    case WHO_BOARD: return cast->board;
    case WHO_OBSERVER: return cast->observer;
    }
    return NONE;
}

/* --- the picture ------------------------------------------------------------------------------------------------------ */

static void show(struct cast *cast, const struct way *way, struct sight *sight)
{
    struct writer view, envelope;
    const int member = member_of(cast, way->who);
    writer_init(&view, &cast->arena);
    writer_init(&envelope, &cast->arena);
    room_view(cast->room, member, TD_STR(""), &view);
    wire_send_full(&envelope, room_serial(cast->room, member), cast->now, writer_str(&view));
    (void)sight_show(sight, writer_str(&envelope), 0);
    if (way->face == FACE_SEAT || way->face == FACE_SETUP)
        return;
    static const char url[] = "http://192.168.4.20:8080/?code=KEEP-4821"; /* not shown: it is drawn */
    sight->model.address = TD_STR("192.168.4.20:8080");
    sight->model.pin = TD_STR("471100");
    sight->model.square.dark = qr_squares(&cast->arena, url, &sight->model.square.side);
}

static void offer(struct cast *cast, struct sight *sight)
{
    struct seats_card *card = arena_new(&cast->arena, struct seats_card, 1);
    td_str *names = arena_new(&cast->arena, td_str, 2);
    *card = (struct seats_card){.title = texts_get(cast->tale.texts, cast->tale.source, TD_STR("title")),
                                .setting = texts_get(cast->tale.texts, cast->tale.source, TD_STR("setting")),
                                .minutes = cast->tale.scenario->minutes};
    names[0] = words_get(cast->library->words, TD_STR("language.en"));
    names[1] = words_get(cast->library->words, TD_STR("language.fr"));
    sight->model.cards = card;
    sight->model.card_count = 1;
    sight->model.languages = names;
    sight->model.language_count = 2;
    sight->model.again = TD_STR("KEEP-4821");
}

static void print_tree(struct sight *sight, struct arena *arena, int width, int height)
{
    struct writer w;
    seats_layout(&sight->app, &sight->model, arena, ui_measure_fixed, width, height, &sight->ui);
    writer_init(&w, arena);
    ui_dump_tree(&w, &sight->ui);
    w_char(&w, '\n');
    ui_dump_ops(&w, &sight->ui);
    fwrite(writer_str(&w).ptr, 1, writer_str(&w).len, stdout);
}

static void draw(struct cast *cast, const struct way *way, const struct snapshot *wish, struct raster_pixels pixels)
{
    struct settings settings = settings_unset();
    const char *missing;
    struct sight *sight = memory_std.resize(memory_std.context, NULL, sizeof *sight);
    struct canvas *canvas = canvas_create(path_join(&cast->arena, cast->library->data, "assets"), &missing);
    settings.text_size = wish->text_size;
    settings.contrast = wish->contrast;
    sight_init(sight, way->face, cast->library, canvas, &settings);
    sight->app.sheet = way->sheet;
    offer(cast, sight);
    if (way->moment != MOMENT_NONE)
        show(cast, way, sight);
    sight_move(sight, 0, true, way->face != FACE_SCREEN, true);
    sight->model.now = sight->room_at; /* no time goes by in a picture */
    seats_layout(&sight->app, &sight->model, &sight->frame, canvas_measure(canvas), pixels.width, pixels.height,
                 &sight->ui);
    canvas_draw(canvas, pixels, (struct raster_box){0, 0, pixels.width, pixels.height}, &sight->ui);
    if (wish->tree)
        print_tree(sight, &cast->arena, pixels.width, pixels.height);
    sight_finish(sight);
    canvas_destroy(canvas);
    memory_std.resize(memory_std.context, sight, 0);
}

bool group_snapshot_take(struct library *library, const struct snapshot *wish, struct raster_pixels pixels)
{
    const struct way *way = way_to(wish->screen);
    struct cast cast = {.library = library};
    if (!tale_open(library, wish->scenario ? wish->scenario : "bridge-rail", true, &cast.tale))
        return false;
    arena_init(&cast.arena, &memory_std);
    writer_init(&cast.log, &cast.arena);
    open_cast(&cast, way->moment != MOMENT_PLAY && way->moment != MOMENT_FROZEN);
    lead_to(&cast, way);
    draw(&cast, way, wish, pixels);
    room_destroy(cast.room);
    arena_finish(&cast.arena);
    tale_close(&cast.tale);
    return true;
}
