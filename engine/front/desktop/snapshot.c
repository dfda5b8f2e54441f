/* snapshot.c - a desk led to a screen by commands or by a scripted player, then drawn once. */
#include "snapshot.h"

#include "desk_parts.h"
#include "harmless.h"
#include "memory.h"
#include "player.h"
#include "say.h"
#include <stdio.h>
#include <string.h>

enum { SEED = 7, SOME_EXCHANGES = 7, ALL_EXCHANGES = 60, WATCHED = 2, COMMANDS_BYTES = 1 << 20 };

/* Where a line of a file stands. */
struct spot {
    int line, column;
    td_str typed;
};

/* How far the encounter has to be for each screen. */
enum reach { REACH_NOTHING, REACH_CARD, REACH_BRIEFING, REACH_SCENE, REACH_END };
struct way {
    const char *name;
    enum ui_screen screen;
    enum ui_sheet sheet;
    enum reach reach;
};
static const struct way ways[] = {
    {"stance", SCREEN_STANCE, SHEET_NONE, REACH_NOTHING},
    {"home", SCREEN_HOME, SHEET_NONE, REACH_NOTHING},
    {"content", SCREEN_CONTENT, SHEET_NONE, REACH_CARD},
    {"briefing", SCREEN_BRIEFING, SHEET_NONE, REACH_BRIEFING},
    {"encounter", SCREEN_ENCOUNTER, SHEET_NONE, REACH_SCENE},
    {"pause", SCREEN_ENCOUNTER, SHEET_PAUSE, REACH_SCENE},
    {"help", SCREEN_ENCOUNTER, SHEET_HELP, REACH_SCENE},
    {"notes", SCREEN_ENCOUNTER, SHEET_NOTES, REACH_SCENE},
    {"moves", SCREEN_ENCOUNTER, SHEET_MOVES, REACH_SCENE},
    {"prompt", SCREEN_ENCOUNTER, SHEET_PROMPT, REACH_SCENE},
    {"delivery", SCREEN_ENCOUNTER, SHEET_DELIVERY, REACH_SCENE},
    {"review", SCREEN_ENCOUNTER, SHEET_REVIEW, REACH_SCENE},
    {"ending", SCREEN_ENDING, SHEET_NONE, REACH_END},
    {"rating", SCREEN_RATING, SHEET_NONE, REACH_END},
    {"debrief", SCREEN_DEBRIEF, SHEET_NONE, REACH_END},
    {"progress", SCREEN_PROGRESS, SHEET_NONE, REACH_NOTHING},
    {"settings", SCREEN_SETTINGS, SHEET_NONE, REACH_NOTHING},
    {"support", SCREEN_SUPPORT, SHEET_NONE, REACH_NOTHING},
    {"course", SCREEN_COURSE, SHEET_NONE, REACH_NOTHING},
    {"drills", SCREEN_DRILLS, SHEET_NONE, REACH_NOTHING},
    {"watch", SCREEN_WATCH, SHEET_NONE, REACH_END},
};

static const struct way *way_to(const char *screen)
{
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++)
        if (strcmp(ways[i].name, screen) == 0)
            return &ways[i];
    return NULL;
}

bool snapshot_knows(const char *screen)
{
    return way_to(screen) != NULL;
}

static void play_on(struct desk *d, int exchanges)
{
    for (int i = 0; i < exchanges && d->view.phase == PHASE_TALK; i++) {
        const td_session *session = play_session(d->play.play);
        struct command c =
            desk_picked(d->play.tale.scenario, player_choose(PLAYER_with_errors_repaired, session, d->play.tale.texts));
        desk_command(d, &c);
    }
}

/* --- where somebody's commands lead ------------------------------------------------------------------ */

static bool told(struct desk *d, const char *id, const char *file, const struct spot *at, const char *reason)
{
    struct say say = {&d->model, &d->frame};
    const struct word_arg args[] = {
        ARG_TEXT("path", str_of(file)), ARG_INT("line", at->line), ARG_INT("column", at->column),
        ARG_TEXT("typed", harmless(&d->frame, at->typed)),
        ARG_TEXT("reason", reason ? say_of(&say, "refused.", str_of(reason), "") : TD_STR(""))};
    library_say(d->library, true, id, args, 5);
    return false;
}

static bool apply(struct desk *d, const struct command *command, const char *file, const struct spot *at)
{
    const char *reason = NULL;
    if (command->verb == VERB_pick)
        return encounter_do(&d->play, command, &reason) == TD_OK || told(d, "error.bad-move", file, at, reason);
    if (command->verb == VERB_begin && d->view.phase == PHASE_BRIEFING) {
        desk_picks(d, &(struct command){.id_count = 0});
        return true;
    }
    if (command->verb == VERB_rewind) {
        desk_again(d, command);
        return true;
    }
    return desk_command(d, command) || told(d, "error.bad-move", file, at, d->refused);
}

static bool mark(struct desk *d, td_str line)
{
    enum seat seat;
    td_str rest = {line.ptr + 2, line.len - 2};
    return seat_find(str_word(&rest), &seat) && encounter_mark(&d->play, seat, rest);
}

static bool play_line(struct desk *d, const char *file, struct spot *at)
{
    struct command command;
    at->column = 1;
    if (at->typed.len == 0 || at->typed.ptr[0] == '#')
        return true;
    if (str_starts(at->typed, TD_STR("- ")))
        return mark(d, at->typed) || told(d, "error.bad-command", file, at, NULL);
    if (command_parse(at->typed, &command, &at->column) != TD_OK)
        return told(d, "error.bad-command", file, at, NULL);
    at->column = 1;
    return apply(d, &command, file, at);
}

static bool play_list(struct desk *d, const char *file, td_str bytes)
{
    struct spot at = {0};
    while (bytes.len > 0) {
        at.line++;
        at.typed = str_line(&bytes);
        if (!play_line(d, file, &at))
            return false;
    }
    return true;
}

static void keep_marks(struct desk *d, const td_journal *journal, int32_t after)
{
    for (int i = 0; i < journal->mark_count; i++) {
        const struct mark *m = &journal->marks[i];
        if (m->after != after)
            continue;
        struct say say = {&d->model, &d->frame};
        encounter_mark(&d->play, m->seat, say_join(&say, m->kind, " ", m->rest));
    }
}

/* The scenario, the seed and the rest are those the play names. */
static bool play_journal(struct desk *d, const char *file)
{
    td_journal *journal;
    if (!play_open(d->library, file, &journal, &d->tale))
        return false;
    d->tale_open = true;
    desk_begin_with(d, &journal->header.setup);
    bool good = true;
    keep_marks(d, journal, 0);
    for (int i = 0; i < journal->entry_count && good; i++) {
        const struct entry *e = &journal->entries[i];
        const struct spot at = {.line = e->line};
        good = apply(d, &e->command, file, &at);
        keep_marks(d, journal, e->number);
    }
    journal_destroy(journal);
    return good;
}

/* What was measured when it was played stands; nothing is measured now. */
static bool play_file(struct desk *d, const char *file, td_str bytes, const char *scenario)
{
    int untimed = d->settings->untimed;
    bool good;
    d->settings->untimed = true;
    if (str_starts(bytes, TD_STR("talkdown-journal "))) {
        good = play_journal(d, file);
    } else if ((good = desk_start(d, scenario))) {
        desk_begin(d);
        good = play_list(d, file, bytes);
    }
    d->settings->untimed = untimed;
    return good;
}

static bool play_commands(struct desk *d, const struct way *way, const char *file, const char *scenario)
{
    td_str bytes;
    file_fault fault = file_read(&d->library->arena, file, COMMANDS_BYTES, &bytes);
    const struct word_arg args[] = {ARG_TEXT("path", str_of(file))};
    if (fault)
        library_say(d->library, true, fault, args, 1);
    if (fault || !play_file(d, file, bytes, scenario))
        return false;
    if (way->screen != SCREEN_ENDING || d->view.phase == PHASE_OVER)
        return true;
    library_say(d->library, true, "shot.not-over", args, 1);
    return false;
}

static bool reach(struct desk *d, const struct way *way, const struct snapshot *wish)
{
    const char *scenario = wish->scenario ? wish->scenario : "bridge-rail";
    if (way->reach == REACH_NOTHING)
        return true;
    if (wish->commands && way->reach > REACH_BRIEFING)
        return play_commands(d, way, wish->commands, scenario);
    if (!desk_start(d, scenario))
        return false;
    if (way->reach == REACH_CARD)
        return true;
    desk_begin(d);
    if (way->reach == REACH_BRIEFING)
        return true;
    desk_picks(d, &(struct command){.id_count = 0});
    play_on(d, way->reach == REACH_END ? ALL_EXCHANGES : SOME_EXCHANGES);
    return true;
}

static void arrive(struct desk *d, const struct way *way)
{
    d->app.screen = way->screen;
    d->app.sheet = way->sheet;
    if (way->screen == SCREEN_ENCOUNTER && way->sheet == SHEET_REVIEW)
        desk_trace(d, false);
    if (way->screen == SCREEN_DEBRIEF) {
        desk_debrief(d);
        desk_what_if(d, d->app.step);
    }
    if (way->screen == SCREEN_WATCH) {
        desk_debrief(d);
        desk_watch(d, d->app.step);
        for (int i = 0; i < WATCHED; i++)
            desk_watch_next(d);
    }
    if (way->screen == SCREEN_ENCOUNTER || way->reach == REACH_NOTHING)
        d->app.back = SCREEN_HOME;
}

/* The body, and every figure beside it, as they would be at this agitation. */
static void show_person(struct desk *d, int agitation)
{
    if (!d->plays)
        return;
    if (agitation >= 0) {
        d->view.agitation = d->view.meters ? agitation : d->view.agitation;
        d->view.cue_band = agitation < 1000 ? agitation / 200 : 4;
        d->view.despair = d->view.recovery = false;
    }
    desk_move_person(d, 0, true);
    if (agitation < 0)
        return;
    struct person_state state = d->motion.shown;
    state.agitation = agitation;
    state.despair = state.recovery = state.contact = 0;
    desk_pose_person(d, &state);
}

/* Half an em for every character: the same on every machine. */
static void print_tree(struct desk *d, int width, int height)
{
    struct writer w;
    ui_layout(&d->app, &d->model, &d->frame, ui_measure_fixed, width, height, &d->ui);
    writer_init(&w, &d->frame);
    ui_dump_tree(&w, &d->ui);
    w_char(&w, '\n');
    ui_dump_ops(&w, &d->ui);
    td_str text = writer_str(&w);
    fwrite(text.ptr, 1, text.len, stdout);
}

bool snapshot_take(struct library *library, const struct snapshot *wish, struct raster_pixels pixels)
{
    static const char *const modes[] = {"guided", "practice", "assessment"};
    struct settings settings = settings_unset();
    struct desk *d = memory_std.resize(memory_std.context, NULL, sizeof *d);
    const struct way *way = way_to(wish->screen);
    settings.text_size = wish->text_size;
    settings.contrast = wish->contrast;
    settings.stance = STANCE_VERSION;
    for (int i = 0; wish->mode && i < 3; i++)
        if (strcmp(modes[i], wish->mode) == 0)
            settings.mode = i;
    if (!desk_open(d, library, &settings))
        library_say(library, true, "desk.no-typeface", NULL, 0);
    d->keeping = KEEP_NOT;
    d->seed = SEED;
    bool good = way && reach(d, way, wish);
    if (good) {
        arrive(d, way);
        show_person(d, wish->agitation);
        desk_layout(d, pixels.width, pixels.height);
        canvas_draw(d->canvas, pixels, (struct raster_box){0, 0, pixels.width, pixels.height}, &d->ui);
        if (wish->tree)
            print_tree(d, pixels.width, pixels.height);
    }
    desk_close(d);
    memory_std.resize(memory_std.context, d, 0);
    return good;
}
