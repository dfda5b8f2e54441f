/* join.c - the verb `join URL`: a seat in a group session, in a window or, with --text and where there is no display,
 * in the terminal.  What is seen there is printed as it changes; a number says or votes for a line, words are kept as a note. */
#include "dial.h"
#include "hash.h"
#include "json.h"
#include "library.h"
#include "memory.h"
#include "verbs.h"
#if TALKDOWN_DESKTOP
#include "window.h"
#endif
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { VIEW_VALUES = 20000, LINES = 8, LINE_BYTES = 512, ID_BYTES = 40 };

struct seat_at {
    struct library *library;
    int fd;
    bool primary;              /* a number speaks; otherwise it votes */
    char ids[LINES][ID_BYTES]; /* of the lines on offer */
    int count;
    uint64_t shown; /* hash of what was printed last */
    char typed[LINE_BYTES];
    size_t typed_len;
};

/* --- what is seen ------------------------------------------------------------------------------------------ */

static td_str text_of(const struct json_at *object, const char *key)
{
    struct json_at value;
    return json_get(object, key, &value) ? json_string(&value) : (td_str){"", 0};
}

static void put_pieces(struct writer *w, const struct json_at *scene, const char *key)
{
    struct json_at list, item;
    if (!json_get(scene, key, &list))
        return;
    for (bool more = json_first(&list, &item); more; more = json_next(&item)) {
        td_str seen = text_of(&item, "seen");
        if (seen.len > 0)
            w_char(w, '[');
        w_str(w, seen.len > 0 ? seen : text_of(&item, "said"));
        w_text(w, seen.len > 0 ? "]\n" : "\n");
    }
}

static void put_scene(struct writer *w, const struct json_at *view)
{
    struct json_at scene;
    if (!json_get(view, "scene", &scene))
        return;
    w_str(w, text_of(&scene, "briefing"));
    if (text_of(&scene, "you_said").len > 0) {
        w_text(w, "> ");
        w_str(w, text_of(&scene, "you_said"));
        w_char(w, '\n');
    }
    static const char *const keys[] = {"opening", "answer", "line", "look", "ending"};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        put_pieces(w, &scene, keys[i]);
}

static void put_lines(struct seat_at *seat, struct writer *w, const struct json_at *view)
{
    struct json_at lines, line;
    seat->count = 0;
    if (!json_get(view, "lines", &lines))
        return;
    for (bool more = json_first(&lines, &line); more && seat->count < LINES; more = json_next(&line)) {
        td_str id = text_of(&line, "id");
        if (id.len >= ID_BYTES)
            continue;
        memcpy(seat->ids[seat->count], id.ptr, id.len);
        seat->ids[seat->count++][id.len] = '\0';
        w_int(w, seat->count);
        w_text(w, ". ");
        w_str(w, text_of(&line, "text"));
        w_char(w, '\n');
    }
}

static bool is_primary(const struct json_at *view)
{
    struct json_at you, roles, role;
    if (!json_get(view, "you", &you) || !json_get(&you, "roles", &roles))
        return false;
    for (bool more = json_first(&roles, &role); more; more = json_next(&role))
        if (str_is(json_string(&role), "primary"))
            return true;
    return false;
}

static void put_state(struct seat_at *seat, struct writer *w, const struct json_at *view)
{
    struct json_at room, part;
    struct writer id;
    writer_init(&id, w->arena);
    if (!json_get(view, "room", &room))
        return;
    w_text(&id, "web.segment.");
    w_str(&id, text_of(&room, "phase"));
    w_char(&id, '\0');
    words_write(w, seat->library->words, writer_str(&id).ptr, WORDS_THEY, NULL, 0);
    w_char(w, '\n');
    if (json_get(view, "frozen", &part)) {
        words_write(w, seat->library->words, "web.frozen.pause", WORDS_THEY, NULL, 0);
        w_char(w, '\n');
    }
}

/* Prints the view if it says something new. */
static void show(struct seat_at *seat, struct arena *arena, const struct json_at *view)
{
    struct writer w;
    writer_init(&w, arena);
    put_state(seat, &w, view);
    put_scene(&w, view);
    put_lines(seat, &w, view);
    seat->primary = is_primary(view);
    td_str text = writer_str(&w);
    uint64_t hash = hash_str(HASH_START, text);
    if (hash == seat->shown)
        return;
    seat->shown = hash;
    w_char(&w, '\n');
    fwrite(writer_str(&w).ptr, 1, writer_str(&w).len, stdout);
    fflush(stdout);
}

static void say_refusal(struct seat_at *seat, td_str code)
{
    char id[64] = "refused.";
    if (code.len == 0 || code.len > sizeof id - 10)
        return;
    memcpy(id + 8, code.ptr, code.len);
    id[8 + code.len] = '\0';
    library_say(seat->library, false, words_has(seat->library->words, str_of(id)) ? id : "refused.bad-message", NULL,
                0);
}

/* A message from the host.  false: the line is gone. */
static bool take(struct seat_at *seat)
{
    struct arena arena;
    struct diags diags;
    td_str text;
    arena_init(&arena, &memory_std);
    diags_init(&diags, &arena);
    bool good = dial_take(seat->fd, &arena, &text);
    struct json_doc *doc =
        good ? json_open(&memory_std, TD_STR("host"), text, (struct json_limits){DIAL_TEXT, VIEW_VALUES}, &diags)
             : NULL;
    if (doc != NULL) {
        struct json_at root = json_root(doc), view;
        if (json_get(&root, "view", &view))
            show(seat, &arena, &view);
        say_refusal(seat, text_of(&root, "no"));
        json_close(doc);
    }
    arena_finish(&arena);
    return good;
}

/* --- what is typed ----------------------------------------------------------------------------------------- */

static bool say_line(struct seat_at *seat, td_str line)
{
    struct arena arena;
    struct writer w;
    int64_t number;
    if (line.len == 0)
        return true;
    arena_init(&arena, &memory_std);
    writer_init(&w, &arena);
    if (str_int(line, 1, seat->count, &number)) {
        w_text(&w, seat->primary ? "{\"v\":1,\"do\":\"choose\",\"choice\":" : "{\"v\":1,\"do\":\"vote\",\"choice\":");
        w_json(&w, str_of(seat->ids[number - 1]));
    } else if (str_is(line, "stop") || str_is(line, "leave")) {
        w_text(&w, "{\"v\":1,\"do\":");
        w_json(&w, line);
    } else {
        w_text(&w, "{\"v\":1,\"do\":\"note\",\"text\":");
        w_json(&w, utf8_cut(line, 240));
    }
    w_char(&w, '}');
    bool good = dial_send(seat->fd, writer_str(&w));
    arena_finish(&arena);
    return good && !str_is(line, "leave");
}

/* false: no more input, or the line is gone. */
static bool type(struct seat_at *seat)
{
    ssize_t got = read(STDIN_FILENO, seat->typed + seat->typed_len, sizeof seat->typed - seat->typed_len);
    if (got <= 0)
        return false;
    seat->typed_len += (size_t)got;
    td_str rest = {seat->typed, seat->typed_len};
    while (memchr(rest.ptr, '\n', rest.len) != NULL)
        if (!say_line(seat, str_line(&rest)))
            return false;
    if (rest.len == sizeof seat->typed)
        rest.len = 0; /* nobody types as much in one line */
    memmove(seat->typed, rest.ptr, rest.len);
    seat->typed_len = rest.len;
    return true;
}

/* Until one side has had enough. */
static int sit(struct seat_at *seat)
{
    struct pollfd both[] = {{.fd = seat->fd, .events = POLLIN}, {.fd = STDIN_FILENO, .events = POLLIN}};
    for (;;) {
        if (poll(both, 2, -1) < 0)
            return CLI_NO;
        if (both[0].revents != 0 && !take(seat)) {
            library_say(seat->library, false, "join.gone", NULL, 0);
            return CLI_NO;
        }
        if (both[1].revents != 0 && !type(seat))
            return CLI_OK;
    }
}

static int join(struct library *library, const struct dial_url *url, const char *code, const char *name,
                const char *role)
{
    struct seat_at seat = {.library = library};
    struct arena arena;
    td_str token, refusal;
    file_fault fault;
    arena_init(&arena, &memory_std);
    fault = dial_join(&arena, url, code, name, role, library->lang, &token, &refusal);
    seat.fd = fault == NULL && token.len > 0 ? dial_open(&arena, url, token, &fault) : -1;
    const struct word_arg args[] = {ARG_TEXT("path", str_of(url->host)), ARG_TEXT("name", str_of(url->host))};
    if (seat.fd < 0 && fault != NULL)
        library_say(library, true, fault, args, 2);
    else if (seat.fd < 0)
        say_refusal(&seat, refusal);
    int status = seat.fd < 0 ? CLI_NO : sit(&seat);
    if (seat.fd >= 0)
        dial_close(seat.fd);
    arena_finish(&arena);
    return status;
}

/* The same seat with the look of the desktop; it asks for a name if none was given. */
static int join_window(struct library *library, const char *url, const char *code, const char *name, const char *role)
{
#if TALKDOWN_DESKTOP
    struct settings settings;
    const struct window_wish wish = {.broken = settings_read(&library->arena, library->home, &settings),
                                     .join = url,
                                     .join_code = code,
                                     .join_name = name,
                                     .join_role = role};
    return window_run(library, &settings, &wish);
#else
    (void)library, (void)url, (void)code, (void)name, (void)role;
    return CLI_NO;
#endif
}

static bool has_window(void)
{
#if TALKDOWN_DESKTOP
    return window_possible();
#else
    return false;
#endif
}

int verb_join(struct cli *cli)
{
    struct dial_url url;
    const char *code = cli_option(cli, "code"), *name = cli_option(cli, "name"), *role = cli_option(cli, "role");
    const char *lang = cli_option(cli, "lang");
    const bool text = cli_flag(cli, "text");
    if (!cli_done(cli, 1, 1))
        return CLI_USAGE;
    if (!dial_url_read(cli->argv[0], &url))
        return cli_misused(cli, "join.url", NULL, 0);
    struct library library;
    if (!library_open(lang, NULL, &library))
        return CLI_NO;
    const char *anybody = arena_cstr(&library.arena, words_get(library.words, TD_STR("value.learner.name")));
    int status = !text && has_window() ? join_window(&library, cli->argv[0], code != NULL ? code : url.code, name, role)
                                       : join(&library, &url, code != NULL ? code : url.code,
                                              name != NULL ? name : anybody, role != NULL ? role : "");
    library_close(&library);
    return status;
}
