/* host.c - a room from its opening to its end: read back or made, written down, served. */
#include "host_parts.h"

#include "clock.h"
#include "memory.h"
#include "plays.h"
#include "qr.h"
#include <signal.h>
#include <sys/random.h>
#include <sys/stat.h>

enum { WATCH_MS = 500, PIN_DIGITS = 6, PRIVATE_FILE = 0600, PRIVATE_FOLDER = 0700, ASSET_BYTES = 1 << 20 };

static volatile sig_atomic_t asked_to_end;

static void end_asked(int signal_number)
{
    (void)signal_number;
    asked_to_end = 1;
}

static void listen_to_signals(void)
{
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = end_asked;
    sigemptyset(&action.sa_mask);
    sigaction(SIGINT, &action, NULL);
    sigaction(SIGTERM, &action, NULL);
    signal(SIGPIPE, SIG_IGN);
}

static struct library *first_library(struct host *host)
{
    return &host->tongues.items[0].library;
}

static bool told(struct host *host, const char *id, const char *path)
{
    const struct word_arg args[] = {ARG_TEXT("path", str_of(path)), ARG_TEXT("name", str_of(path))};
    if (host->opener != NULL)
        host->opener->trouble(host->opener->context, id, path);
    else
        library_say(first_library(host), true, id, args, 2);
    return false;
}

/* --- the file of the room ------------------------------------------------------------------------------- */

/* <home>/rooms/<date>-<scenario>.room, by the rule by which plays are named. */
static bool name_file(struct host *host)
{
    struct library *library = first_library(host);
    file_fault fault;
    const char *play = plays_new_path(library, host->scenario->id, &fault);
    if (play == NULL)
        return told(host, fault, "plays");
    const char *folder = path_join(&host->arena, library->home, "rooms");
    fault = folder_make(folder, PRIVATE_FOLDER);
    if (fault != NULL)
        return told(host, fault, folder);
    struct writer name;
    writer_init(&name, &host->arena);
    td_str last = path_last(play);
    w_str(&name, (td_str){last.ptr, last.len - (sizeof ".play" - 1)});
    w_text(&name, ".room");
    host->path = path_join(&host->arena, folder, arena_cstr(&host->arena, writer_str(&name)));
    return true;
}

/* Waits until the disk has it; what it refuses stays in memory and is tried again with the next. */
static void write_down(struct host *host, const struct writer *log)
{
    if (writer_str(log).len == 0)
        return;
    autosave_write(host->save, writer_str(log));
    autosave_wait(host->save);
}

static bool open_file(struct host *host, size_t keep)
{
    file_fault fault = file_exists(host->path) ? NULL : file_write_new(host->path, (td_str){"", 0}, PRIVATE_FILE);
    if (fault == NULL)
        host->save = autosave_open(host->path, keep, &fault);
    return host->save != NULL || told(host, fault, host->path);
}

static bool restore(struct host *host, td_str bytes)
{
    struct wire_restored report;
    struct writer log;
    writer_init(&log, &host->batch);
    host->room = room_restore(&memory_std, host->scenario, first_library(host)->model, host->tongues.wire,
                              host->tongues.count, bytes, &log, &report);
    if (host->room == NULL && host->opener != NULL)
        return told(host, "group.unreadable", host->path);
    if (host->room == NULL) {
        const struct word_arg args[] = {ARG_TEXT("path", str_of(host->path)), ARG_INT("line", report.line)};
        library_say(first_library(host), true, room_file_why(&report), args, 2);
        return false;
    }
    host->base = clock_ms() - room_time(host->room);
    if (!open_file(host, report.intact))
        return false;
    write_down(host, &log);
    return true;
}

static bool make_chance(struct wire_setup *setup)
{
    uint8_t pin[PIN_DIGITS];
    if (getrandom(setup->entropy, sizeof setup->entropy, 0) != (ssize_t)sizeof setup->entropy ||
        getrandom(pin, sizeof pin, 0) != (ssize_t)sizeof pin)
        return false;
    if (setup->pin[0] != '\0')
        return true;
    for (int i = 0; i < PIN_DIGITS; i++)
        setup->pin[i] = (char)('0' + pin[i] % 10);
    setup->pin[PIN_DIGITS] = '\0';
    return true;
}

static bool create(struct host *host, struct wire_setup *setup)
{
    struct writer log;
    if (!make_chance(setup))
        return told(host, "error.unreadable", "random");
    if ((host->path == NULL && !name_file(host)) || !open_file(host, 0))
        return false;
    (void)plays_freeze(first_library(host), &host->tongues.items[0].tale); /* costs only what a change would */
    writer_init(&log, &host->batch);
    host->base = clock_ms();
    host->room = room_create(&memory_std, host->scenario, first_library(host)->model, host->tongues.wire,
                             host->tongues.count, setup, &log);
    write_down(host, &log);
    return true;
}

/* --- what the sockets' thread serves by itself ------------------------------------------------------------ */

static void add_file(struct host *host, const char *path, const char *type, td_str bytes, bool kept)
{
    host->files[host->file_count++] = (struct server_file){path, type, bytes, kept};
}

static bool add_assets(struct host *host)
{
    static const char JS[] = "text/javascript; charset=utf-8", CSS[] = "text/css; charset=utf-8"; /* not shown */
    static const struct {
        const char *path, *file, *type;
    } rows[] = {
        {"/web.css", "assets/web/web.css", CSS},
        {"/screen.css", "assets/web/screen.css", CSS},
        {"/room.js", "assets/web/room.js", JS},
        {"/debrief.js", "assets/web/debrief.js", JS},
        {"/phone.js", "assets/web/phone.js", JS},
        {"/console.js", "assets/web/console.js", JS},
        {"/screen.js", "assets/web/screen.js", JS},
        {"/icon.svg", "assets/web/icon.svg", "image/svg+xml"},
        {"/font/regular.otf", "assets/fonts/Inter-Regular.otf", "font/otf"},
        {"/font/semibold.otf", "assets/fonts/Inter-SemiBold.otf", "font/otf"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const char *path = path_join(&host->arena, first_library(host)->data, rows[i].file);
        td_str bytes;
        file_fault fault = file_read(&host->arena, path, ASSET_BYTES, &bytes);
        if (fault != NULL)
            return told(host, fault, path);
        add_file(host, rows[i].path, rows[i].type, bytes, true);
    }
    return true;
}

static void add_words(struct host *host)
{
    for (int i = 0; i < host->tongues.count; i++) {
        struct writer path;
        writer_init(&path, &host->arena);
        w_text(&path, "/words.");
        w_text(&path, host->tongues.items[i].library.lang);
        w_text(&path, ".json");
        add_file(host, arena_cstr(&host->arena, writer_str(&path)), "application/json", /* not shown */
                 host->tongues.items[i].webwords, true);
    }
}

static void add_pictures(struct host *host)
{
    pictures_paint(first_library(host), host->scenario, &host->arena, host->pictures);
    for (int i = 0; i < PICTURES; i++)
        if (host->pictures[i].png.len > 0)
            add_file(host, host->pictures[i].path, "image/png", host->pictures[i].png, true);
}

/* The square that leads a phone here, and its place among the files: filled in when the port is known. */
static void add_square(struct host *host, const char *url)
{
    struct writer svg;
    writer_init(&svg, &host->arena);
    if (qr_svg(&svg, url))
        add_file(host, "/join.svg", "image/svg+xml", writer_str(&svg), false);
}

/* --- opening ------------------------------------------------------------------------------------------------ */

static bool serve(struct host *host, const struct host_wish *wish)
{
    file_fault fault;
    if (!add_assets(host))
        return false;
    add_words(host);
    add_pictures(host);
    host_find_address(host, wish);
    add_square(host, host_url(host, "/?code=", true));
    struct server_setup setup = {.bind = wish->bind,
                                 .self = {wish->port, host->sealed, host->name},
                                 .certificate = wish->certificate,
                                 .key = wish->key,
                                 .per_address = wish->per_address,
                                 .files = host->files,
                                 .file_count = host->file_count};
    host->server = server_start(&setup, &fault);
    if (host->server == NULL)
        return told(host, fault, host->address);
    host->relay = server_relay(host->server);
    return true;
}

/* --- going on --------------------------------------------------------------------------------------------------- */

static int wait_ms(const struct host *host)
{
    int64_t until = room_due(host->room) - host_now(host);
    return until < 0 ? 0 : until < WATCH_MS ? (int)until : WATCH_MS;
}

static void notice_trouble(struct host *host)
{
    file_fault now = autosave_trouble(host->save);
    if (now == host->trouble)
        return;
    host->trouble = now;
    if (now != NULL)
        (void)told(host, now, host->path);
    const td_str text =
        now != NULL ? TD_STR("{\"v\":1,\"host\":{\"trouble\":\"disk\"}}") : TD_STR("{\"v\":1,\"host\":{}}");
    for (int i = 0; i < RELAY_LINES; i++)
        if (host->callers[i].open && host_is_instructor(host, host->callers[i].member))
            relay_reply(host->relay, host->callers[i].id, text);
}

/* One round: what came in, to the room, to the disk, and only then back out. */
static void round_once(struct host *host, struct letter *letters, struct outcome_of_letter *outcomes)
{
    struct writer log;
    writer_init(&log, &host->batch);
    const int count = relay_wait(host->relay, wait_ms(host), letters, HOST_BATCH);
    for (int i = 0; i < count; i++)
        host_letter(host, &letters[i], &log, &outcomes[i]);
    room_tick(host->room, host_now(host), &log);
    host_watch(host);
    write_down(host, &log);
    notice_trouble(host);
    for (int i = 0; i < count; i++)
        host_reply(host, &letters[i], &outcomes[i]);
    host_send_views(host);
    relay_wake(host->relay);
    for (int i = 0; i < count; i++)
        letter_finish(&letters[i]);
    arena_finish(&host->batch);
    arena_init(&host->batch, &memory_std);
}

static void go_on(struct host *host)
{
    struct letter *letters = arena_new(&host->arena, struct letter, HOST_BATCH);
    struct outcome_of_letter *outcomes = arena_new(&host->arena, struct outcome_of_letter, HOST_BATCH);
    while (!asked_to_end && !relay_stopped(host->relay))
        round_once(host, letters, outcomes);
}

/* --- the end -------------------------------------------------------------------------------------------------------- */

/* Each team's play, beside the room's file: an ordinary play, for debrief, replay and score. */
static void keep_plays(struct host *host)
{
    for (int team = 0; team < room_teams(host->room); team++) {
        struct writer play, path;
        writer_init(&play, &host->arena);
        writer_init(&path, &host->arena);
        room_journal(host->room, team, &play);
        w_text(&path, host->path);
        w_char(&path, '.');
        w_int(&path, team + 1);
        w_text(&path, ".play");
        w_char(&path, '\0');
        file_fault fault = file_write(writer_str(&path).ptr, writer_str(&play), PRIVATE_FILE);
        if (fault != NULL)
            (void)told(host, fault, writer_str(&path).ptr);
    }
}

/* What is left of a session that is over goes by the privacy ladder: at `practice` nothing, at `record` that it
 * took place.  One that broke off before its debrief can always be opened again. */
static void leave_behind(struct host *host)
{
    const enum rung rung = room_session(host->room, 0)->setup.rung;
    if (room_phase(host->room) < ROOM_DEBRIEF)
        return;
    if (rung == RUNG_personal || rung == RUNG_class)
        keep_plays(host);
    else
        (void)remove(host->path);
    if (rung == RUNG_record)
        (void)plays_note_completion(first_library(host), host->scenario);
}

static int finish(struct host *host, bool good)
{
    server_stop(host->server);
    bool whole = autosave_close(host->save);
    if (host->room != NULL && good)
        leave_behind(host);
    room_destroy(host->room);
    tongues_close(&host->tongues);
    arena_finish(&host->batch);
    arena_finish(&host->arena);
    memory_std.resize(memory_std.context, host, 0);
    return good && whole ? 0 : 1;
}

/* The scenario of the file, with the rules by which it was played so far; else the one that was asked for. */
static const char *scenario_of(struct host *host, const struct host_wish *wish, td_str bytes)
{
    struct library library;
    if (bytes.len == 0 || !library_open(wish->lang, wish->model, &library))
        return wish->scenario;
    const char *found = room_file_scenario(&library, wish->file, bytes);
    found = found != NULL ? arena_cstr(&host->arena, str_of(found)) : wish->scenario;
    library_close(&library);
    return found;
}

/* What can be wrong before any word is loaded is said in the learner's language all the same. */
static bool told_early(const struct host_wish *wish, const char *id, const char *path)
{
    struct library library;
    const struct word_arg args[] = {ARG_TEXT("path", str_of(path)), ARG_TEXT("name", str_of(path)), ARG_INT("line", 1)};
    if (wish->opener != NULL)
        wish->opener->trouble(wish->opener->context, id, path);
    else if (library_open(wish->lang, NULL, &library)) {
        library_say(&library, true, id, args, 3);
        library_close(&library);
    }
    return false;
}

static bool take_seal(struct host *host, const struct host_wish *wish)
{
    struct seal seal;
    host->sealed = wish->certificate != NULL;
    if (!host->sealed)
        return true;
    file_fault fault = seal_look(&host->arena, wish->certificate, wish->key, &seal);
    if (fault != NULL)
        return told_early(wish, fault, seal.at);
    if (seal.name[0] != '\0')
        host->name = arena_cstr(&host->arena, str_of(seal.name));
    return true;
}

static bool open_room(struct host *host, const struct host_wish *wish)
{
    td_str bytes = {"", 0};
    struct wire_setup setup = wish->setup;
    host->path = wish->file;
    if (wish->file != NULL && file_exists(wish->file)) {
        file_fault fault = file_read(&host->arena, wish->file, ROOM_FILE_BYTES, &bytes);
        if (fault != NULL) /* never taken for an empty one: it would be written over */
            return told_early(wish, fault, wish->file);
    }
    const char *scenario = scenario_of(host, wish, bytes);
    if (scenario == NULL)
        return told_early(wish, bytes.len > 0 ? "host.unreadable" : "error.not-found",
                          wish->file != NULL ? wish->file : "");
    if (!tongues_open(wish->lang, wish->model, scenario, &host->tongues))
        return false;
    host->scenario = host->tongues.items[0].tale.scenario;
    host->again = bytes.len > 0;
    return host->again ? restore(host, bytes) : create(host, &setup);
}

int host_run(const struct host_wish *wish)
{
    struct host *host = memory_std.resize(memory_std.context, NULL, sizeof *host);
    memset(host, 0, sizeof *host);
    arena_init(&host->arena, &memory_std);
    arena_init(&host->batch, &memory_std);
    door_init(&host->codes, DOOR_CONNECTIONS);
    door_init(&host->pins, DOOR_CONNECTIONS);
    host->opener = wish->opener;
    if (host->opener == NULL)
        listen_to_signals();
    else
        signal(SIGPIPE, SIG_IGN);
    const bool good = take_seal(host, wish) && open_room(host, wish) && serve(host, wish);
    if (good) {
        host_say_how(host, wish);
        go_on(host);
    }
    return finish(host, good);
}
