/* seat_line.c - a socket on one side, the newest view and the messages still to be sent on the other.
 * The last of the two who hold it, the thread and its owner, gives it back. */
#include "seat_line.h"

#include "clock.h"
#include "json.h"
#include "memory.h"
#include <poll.h>
#include <pthread.h>
#include <sys/socket.h>
#include <unistd.h>

enum { WAITING = 16, MESSAGE = 2048, TOKEN = 40, VALUES = 40000, AGAIN_MS = 500, AGAIN_MOST_MS = 4000, LOST_MOST = 6 };

struct seat_line {
    pthread_mutex_t lock;
    int owners;
    bool over;
    enum seat_line_state state;
    int fd, bell[2]; /* bell: written to when there is something to send, or it is over */
    struct seat_line_wish wish;
    struct arena arena; /* of the wish */
    char *newest;       /* memory_std */
    size_t newest_len;
    int64_t newest_at;
    bool is_new, trouble, has_refusal;
    char refusal[LINE_REASON], token[TOKEN];
    char waiting[WAITING][MESSAGE + 1];
    int first, count;
    int lost; /* lines in a row that were gone before a view had come */
};

static void give_back(struct seat_line *line)
{
    pthread_mutex_lock(&line->lock);
    const bool last = --line->owners == 0;
    pthread_mutex_unlock(&line->lock);
    if (!last)
        return;
    memory_std.resize(memory_std.context, line->newest, 0);
    close(line->bell[0]);
    close(line->bell[1]);
    arena_finish(&line->arena);
    pthread_mutex_destroy(&line->lock);
    memory_std.resize(memory_std.context, line, 0);
}

static bool is_over(struct seat_line *line)
{
    pthread_mutex_lock(&line->lock);
    const bool over = line->over;
    pthread_mutex_unlock(&line->lock);
    return over;
}

/* Nobody is woken who has gone. */
static void wake(struct seat_line *line)
{
    pthread_mutex_lock(&line->lock);
    if (!line->over && line->wish.wake != NULL)
        line->wish.wake(line->wish.context);
    pthread_mutex_unlock(&line->lock);
}

static void now_is(struct seat_line *line, enum seat_line_state state)
{
    pthread_mutex_lock(&line->lock);
    line->state = state;
    pthread_mutex_unlock(&line->lock);
    wake(line);
}

static void put(char *to, size_t size, td_str text)
{
    const size_t len = text.len < size - 1 ? text.len : size - 1;
    if (len > 0)
        memcpy(to, text.ptr, len);
    to[len] = '\0';
}

static void refused(struct seat_line *line, td_str reason)
{
    pthread_mutex_lock(&line->lock);
    put(line->refusal, sizeof line->refusal, reason);
    line->has_refusal = true;
    pthread_mutex_unlock(&line->lock);
}

/* --- what comes ------------------------------------------------------------------------------------------ */

static void keep_view(struct seat_line *line, td_str text)
{
    pthread_mutex_lock(&line->lock);
    line->newest = memory_std.resize(memory_std.context, line->newest, text.len + 1);
    memcpy(line->newest, text.ptr, text.len);
    line->newest_len = text.len;
    line->newest_at = clock_ms();
    line->is_new = true;
    line->lost = 0;
    pthread_mutex_unlock(&line->lock);
}

static void read_message(struct seat_line *line, const struct json_at *root, td_str text)
{
    struct json_at part, trouble;
    if (json_get(root, "view", &part))
        keep_view(line, text);
    if (json_get(root, "no", &part))
        refused(line, json_string(&part));
    if (json_get(root, "host", &part)) {
        const bool full = json_get(&part, "trouble", &trouble);
        pthread_mutex_lock(&line->lock);
        line->trouble = full;
        pthread_mutex_unlock(&line->lock);
    }
}

/* false: the line is gone. */
static bool take(struct seat_line *line, int fd)
{
    struct arena arena;
    struct diags diags;
    td_str text;
    arena_init(&arena, &memory_std);
    diags_init(&diags, &arena);
    const bool good = dial_take(fd, &arena, &text);
    struct json_doc *doc =
        good ? json_open(&memory_std, TD_STR("host"), text, (struct json_limits){DIAL_TEXT, VALUES}, &diags) : NULL;
    if (doc != NULL) {
        const struct json_at root = json_root(doc);
        read_message(line, &root, text);
        json_close(doc);
        wake(line);
    }
    arena_finish(&arena);
    return good;
}

/* --- what goes -------------------------------------------------------------------------------------------- */

static bool next_to_send(struct seat_line *line, char ret[MESSAGE + 1])
{
    pthread_mutex_lock(&line->lock);
    const bool any = line->count > 0 && !line->over;
    if (any) {
        memcpy(ret, line->waiting[line->first], MESSAGE + 1);
        line->first = (line->first + 1) % WAITING;
        line->count--;
    }
    pthread_mutex_unlock(&line->lock);
    return any;
}

static bool send_waiting(struct seat_line *line, int fd)
{
    char message[MESSAGE + 1];
    while (next_to_send(line, message))
        if (!dial_send(fd, str_of(message)))
            return false;
    return true;
}

static void hear_bell(struct seat_line *line)
{
    char bytes[64];
    (void)!read(line->bell[0], bytes, sizeof bytes);
}

/* Until the line is gone or it is over. */
static void hold(struct seat_line *line, int fd)
{
    struct pollfd both[] = {{.fd = fd, .events = POLLIN}, {.fd = line->bell[0], .events = POLLIN}};
    bool good = send_waiting(line, fd);
    while (good && !is_over(line)) {
        if (poll(both, 2, -1) < 0)
            continue;
        if (both[1].revents != 0)
            hear_bell(line);
        good = (both[0].revents == 0 || take(line, fd)) && send_waiting(line, fd);
    }
}

/* --- dialling ----------------------------------------------------------------------------------------------- */

/* Asks to be let in.  false: not now, or not at all (then the state says so). */
static bool be_let_in(struct seat_line *line, struct arena *arena)
{
    const struct seat_line_wish *wish = &line->wish;
    td_str token = {"", 0}, reason = {"", 0};
    const file_fault fault =
        wish->kind == LINE_CONSOLE
            ? dial_console(arena, &wish->url, wish->pin, wish->lang, &token, &reason)
            : dial_join(arena, &wish->url, wish->url.code, wish->name, wish->role, wish->lang, &token, &reason);
    if (fault == NULL && token.len == 0) {
        refused(line, reason.len > 0 ? reason : TD_STR("bad-message"));
        now_is(line, LINE_REFUSED);
        return false;
    }
    pthread_mutex_lock(&line->lock);
    put(line->token, sizeof line->token, token);
    pthread_mutex_unlock(&line->lock);
    return fault == NULL;
}

static int dial(struct seat_line *line, struct arena *arena)
{
    file_fault fault;
    if (line->wish.kind == LINE_SCREEN)
        return dial_watch(arena, &line->wish.url, &fault);
    if (line->token[0] == '\0' && !be_let_in(line, arena))
        return -1;
    return dial_open(arena, &line->wish.url, str_of(line->token), &fault);
}

static void have_socket(struct seat_line *line, int fd)
{
    pthread_mutex_lock(&line->lock);
    line->fd = fd;
    if (fd >= 0 && line->over)
        (void)shutdown(fd, SHUT_RDWR);
    pthread_mutex_unlock(&line->lock);
}

static void one_try(struct seat_line *line)
{
    struct arena arena;
    arena_init(&arena, &memory_std);
    const int fd = dial(line, &arena);
    arena_finish(&arena);
    if (fd < 0)
        return;
    have_socket(line, fd);
    now_is(line, LINE_UP);
    line->lost++;
    hold(line, fd);
    have_socket(line, -1);
    dial_close(fd);
    if (line->lost < LOST_MOST)
        now_is(line, LINE_DIALLING);
    else { /* it answers and hangs up: the seat is no longer ours */
        refused(line, TD_STR("gone"));
        now_is(line, LINE_REFUSED);
    }
}

static void *run(void *context)
{
    struct seat_line *line = context;
    struct pollfd bell = {.fd = line->bell[0], .events = POLLIN};
    int wait = AGAIN_MS;
    while (!is_over(line)) {
        if (seat_line_state(line) != LINE_REFUSED)
            one_try(line);
        wait = line->lost > 1 && wait < AGAIN_MOST_MS ? 2 * wait : AGAIN_MS;
        if (!is_over(line) && poll(&bell, 1, seat_line_state(line) == LINE_REFUSED ? -1 : wait) > 0)
            hear_bell(line);
    }
    give_back(line);
    return NULL;
}

/* --- the owner's side ------------------------------------------------------------------------------------- */

static void keep_wish(struct seat_line *line, const struct seat_line_wish *wish)
{
    static const char none[] = "";
    const char **texts[] = {&line->wish.name, &line->wish.role, &line->wish.lang, &line->wish.pin, &line->wish.token};
    line->wish = *wish;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        *texts[i] = *texts[i] != NULL ? arena_cstr(&line->arena, str_of(*texts[i])) : none;
    put(line->token, sizeof line->token, str_of(line->wish.token));
}

struct seat_line *seat_line_open(const struct seat_line_wish *wish)
{
    pthread_t thread;
    struct seat_line *line = memory_std.resize(memory_std.context, NULL, sizeof *line);
    memset(line, 0, sizeof *line);
    arena_init(&line->arena, &memory_std);
    pthread_mutex_init(&line->lock, NULL);
    line->owners = 2;
    line->fd = -1;
    keep_wish(line, wish);
    if (pipe(line->bell) == 0 && pthread_create(&thread, NULL, run, line) == 0) {
        pthread_detach(thread);
        return line;
    }
    line->owners = 1;
    give_back(line);
    return NULL;
}

enum seat_line_state seat_line_state(struct seat_line *line)
{
    pthread_mutex_lock(&line->lock);
    const enum seat_line_state state = line->state;
    pthread_mutex_unlock(&line->lock);
    return state;
}

static void ring(struct seat_line *line)
{
    const char one = 1;
    (void)!write(line->bell[1], &one, 1);
}

void seat_line_say(struct seat_line *line, td_str message)
{
    if (message.len > MESSAGE)
        return;
    pthread_mutex_lock(&line->lock);
    if (line->count == WAITING) {
        line->first = (line->first + 1) % WAITING;
        line->count--;
    }
    put(line->waiting[(line->first + line->count++) % WAITING], MESSAGE + 1, message);
    pthread_mutex_unlock(&line->lock);
    ring(line);
}

bool seat_line_take(struct seat_line *line, struct arena *arena, td_str *ret, int64_t *ret_age)
{
    pthread_mutex_lock(&line->lock);
    const bool any = line->is_new;
    if (any) {
        *ret = arena_copy(arena, (td_str){line->newest, line->newest_len});
        *ret_age = clock_ms() - line->newest_at;
    }
    line->is_new = false;
    pthread_mutex_unlock(&line->lock);
    return any;
}

bool seat_line_refusal(struct seat_line *line, char ret[LINE_REASON])
{
    pthread_mutex_lock(&line->lock);
    const bool any = line->has_refusal;
    if (any)
        memcpy(ret, line->refusal, LINE_REASON);
    line->has_refusal = false;
    pthread_mutex_unlock(&line->lock);
    return any;
}

bool seat_line_trouble(struct seat_line *line)
{
    pthread_mutex_lock(&line->lock);
    const bool trouble = line->trouble;
    pthread_mutex_unlock(&line->lock);
    return trouble;
}

void seat_line_token(struct seat_line *line, char ret[40])
{
    pthread_mutex_lock(&line->lock);
    memcpy(ret, line->token, TOKEN);
    pthread_mutex_unlock(&line->lock);
}

void seat_line_close(struct seat_line *line)
{
    if (line == NULL)
        return;
    pthread_mutex_lock(&line->lock);
    line->over = true;
    if (line->fd >= 0)
        (void)shutdown(line->fd, SHUT_RDWR);
    pthread_mutex_unlock(&line->lock);
    ring(line);
    give_back(line);
}
