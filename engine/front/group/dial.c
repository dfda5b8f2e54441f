/* dial.c - just enough of HTTP and of RFC 6455 to sit in a room: no pieces, no compression, text only. */
#include "dial.h"

#include "dial_seal.h"
#include <netdb.h>
#include <sys/random.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

enum { ANSWER_BYTES = 1 << 16, PATIENCE_S = 20, MASK = 4 };
enum { OP_TEXT = 1, OP_CLOSE = 8, OP_PING = 9, OP_PONG = 10, FIN = 0x80, LONG = 126, LONGER = 127 };

static bool copy_until(const char **at, const char *ends, char *ret, size_t size)
{
    size_t len = strcspn(*at, ends);
    if (len == 0 || len >= size)
        return false;
    memcpy(ret, *at, len);
    ret[len] = '\0';
    *at += len;
    return true;
}

bool dial_url_read(const char *text, struct dial_url *ret)
{
    static const char plain[] = "http://", sealed[] = "https://", code[] = "?code=";
    *ret = (struct dial_url){.port = "80"};
    if (strncmp(text, plain, sizeof plain - 1) == 0)
        text += sizeof plain - 1;
    else if (strncmp(text, sealed, sizeof sealed - 1) == 0) {
        *ret = (struct dial_url){.port = "443", .sealed = true};
        text += sizeof sealed - 1;
    }
    if (!copy_until(&text, ":/?", ret->host, sizeof ret->host))
        return false;
    if (*text == ':') {
        text++;
        if (!copy_until(&text, "/?", ret->port, sizeof ret->port))
            return false;
    }
    const char *given = strstr(text, code);
    if (given == NULL)
        return true;
    given += sizeof code - 1;
    return copy_until(&given, "&#", ret->code, sizeof ret->code);
}

/* --- the connection -------------------------------------------------------------------------------------- */

static int connect_plainly(const struct dial_url *url)
{
    struct addrinfo hints = {.ai_socktype = SOCK_STREAM}, *all = NULL;
    const struct timeval patience = {.tv_sec = PATIENCE_S};
    int fd = -1;
    if (getaddrinfo(url->host, url->port, &hints, &all) != 0)
        return -1;
    for (const struct addrinfo *at = all; at != NULL && fd < 0; at = at->ai_next) {
        fd = socket(at->ai_family, at->ai_socktype | SOCK_CLOEXEC, at->ai_protocol);
        if (fd < 0)
            continue;
        setsockopt(fd, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
        if (connect(fd, at->ai_addr, at->ai_addrlen) == 0)
            break;
        close(fd);
        fd = -1;
    }
    freeaddrinfo(all);
    return fd;
}

static int connect_to(const struct dial_url *url, file_fault *fault)
{
    const int fd = connect_plainly(url);
    *fault = fd < 0 ? "error.no-host" : NULL;
    return fd >= 0 && url->sealed ? dial_seal(fd, url->host, fault) : fd;
}

static bool send_all(int fd, const void *bytes, size_t count)
{
    const char *at = bytes;
    while (count > 0) {
        ssize_t sent = send(fd, at, count, MSG_NOSIGNAL);
        if (sent <= 0)
            return false;
        at += sent;
        count -= (size_t)sent;
    }
    return true;
}

static bool take_all(int fd, void *bytes, size_t count)
{
    char *at = bytes;
    while (count > 0) {
        ssize_t got = recv(fd, at, count, 0);
        if (got <= 0)
            return false;
        at += got;
        count -= (size_t)got;
    }
    return true;
}

/* --- HTTP --------------------------------------------------------------------------------------------------- */

static void w_form(struct writer *w, const char *name, const char *value)
{
    static const char digits[] = "0123456789ABCDEF";
    w_text(w, name);
    w_char(w, '=');
    for (const char *c = value; *c != '\0'; c++) {
        const unsigned char byte = (unsigned char)*c;
        if ((byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9') || byte == '-')
            w_char(w, *c);
        else {
            w_char(w, '%');
            w_char(w, digits[byte >> 4]);
            w_char(w, digits[byte & 15]);
        }
    }
}

static void w_head(struct writer *w, const struct dial_url *url, const char *request)
{
    w_text(w, request);
    w_text(w, " HTTP/1.1\r\nHost: "); /* not shown */
    w_text(w, url->host);
    w_char(w, ':');
    w_text(w, url->port);
    w_text(w, "\r\n");
}

/* The value behind name in the headers, as far as it has letters, digits, '-'. */
static td_str value_after(td_str headers, const char *name)
{
    const size_t len = strlen(name);
    for (size_t i = 0; i + len < headers.len; i++) {
        if (memcmp(headers.ptr + i, name, len) != 0)
            continue;
        td_str value = {headers.ptr + i + len, 0};
        while (i + len + value.len < headers.len && strchr("\r\n;& ", value.ptr[value.len]) == NULL)
            value.len++;
        return value;
    }
    return (td_str){"", 0};
}

/* To the empty line, or to the end. */
static td_str take_headers(int fd, struct arena *arena)
{
    char *buf = arena_alloc(arena, ANSWER_BYTES);
    size_t len = 0;
    while (len < ANSWER_BYTES - 1 && recv(fd, buf + len, 1, 0) == 1) {
        len++;
        if (len >= 4 && memcmp(buf + len - 4, "\r\n\r\n", 4) == 0)
            break;
    }
    return (td_str){buf, len};
}

static file_fault post(struct arena *arena, const struct dial_url *url, const char *to, const char *lang, td_str form,
                       td_str *ret, td_str *refusal)
{
    struct writer request;
    file_fault fault;
    int fd = connect_to(url, &fault);
    if (fd < 0)
        return fault;
    writer_init(&request, arena);
    w_head(&request, url, to);
    w_text(&request, "Accept-Language: "); /* not shown */
    w_text(&request, lang);
    w_text(&request, "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: "); /* not shown */
    w_int(&request, (int64_t)form.len);
    w_text(&request, "\r\n\r\n");
    w_str(&request, form);
    td_str answer = {"", 0};
    if (send_all(fd, writer_str(&request).ptr, writer_str(&request).len))
        answer = take_headers(fd, arena);
    close(fd);
    *ret = value_after(answer, "talkdown=");
    *refusal = value_after(answer, "?no=");
    return answer.len > 0 ? NULL : "error.no-host";
}

file_fault dial_join(struct arena *arena, const struct dial_url *url, const char *code, const char *name,
                     const char *role, const char *lang, td_str *ret, td_str *refusal)
{
    struct writer form;
    writer_init(&form, arena);
    w_form(&form, "code", code);
    w_form(&form, "&name", name);
    w_form(&form, "&role", role);
    w_form(&form, "&lang", lang);
    return post(arena, url, "POST /join", lang, writer_str(&form), ret, refusal);
}

file_fault dial_console(struct arena *arena, const struct dial_url *url, const char *pin, const char *lang, td_str *ret,
                        td_str *refusal)
{
    struct writer form;
    writer_init(&form, arena);
    w_form(&form, "pin", pin);
    return post(arena, url, "POST /console", lang, writer_str(&form), ret, refusal);
}

/* --- the websocket -------------------------------------------------------------------------------------------- */

static bool send_frame(int fd, int op, td_str text)
{
    unsigned char head[4 + MASK], mask[MASK], body[4096];
    size_t at = 0;
    if (text.len > sizeof body || getrandom(mask, sizeof mask, 0) != MASK)
        return false;
    head[at++] = (unsigned char)(FIN | op);
    if (text.len < LONG)
        head[at++] = (unsigned char)(FIN | text.len);
    else {
        head[at++] = FIN | LONG;
        head[at++] = (unsigned char)(text.len >> 8);
        head[at++] = (unsigned char)(text.len & 0xff);
    }
    memcpy(head + at, mask, MASK);
    at += MASK;
    for (size_t i = 0; i < text.len; i++)
        body[i] = (unsigned char)(text.ptr[i] ^ mask[i % MASK]);
    return send_all(fd, head, at) && send_all(fd, body, text.len);
}

bool dial_send(int fd, td_str text)
{
    return send_frame(fd, OP_TEXT, text);
}

static bool take_frame(int fd, struct arena *arena, int *ret_op, td_str *ret)
{
    unsigned char head[2], size[8];
    if (!take_all(fd, head, sizeof head))
        return false;
    size_t len = head[1] & 0x7f;
    const size_t more = len == LONG ? 2 : len == LONGER ? 8 : 0;
    if (!take_all(fd, size, more))
        return false;
    for (size_t i = 0; i < more; i++)
        len = i == 0 ? size[0] : len << 8 | size[i];
    if (len > DIAL_TEXT || (head[1] & FIN) != 0)
        return false;
    char *text = arena_alloc(arena, len + 1);
    *ret_op = head[0] & 0x0f;
    *ret = (td_str){text, len};
    return take_all(fd, text, len);
}

bool dial_take(int fd, struct arena *arena, td_str *ret)
{
    int op;
    if (!take_frame(fd, arena, &op, ret) || op == OP_CLOSE)
        return false;
    if (op == OP_PING && !send_frame(fd, OP_PONG, *ret))
        return false;
    if (op != OP_TEXT)
        ret->len = 0; /* and nobody waits here for the next, who may have something to say meanwhile */
    return true;
}

/* A socket that speaks websocket, or -1. */
static int open_socket(struct arena *arena, const struct dial_url *url, const char *what, file_fault *fault)
{
    struct writer request;
    int fd = connect_to(url, fault);
    if (fd < 0)
        return -1;
    *fault = "error.no-host";
    writer_init(&request, arena);
    w_head(&request, url, what);
    w_text(&request, "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n" /* not shown */
                     "Sec-WebSocket-Key: dGFsa2Rvd24gam9pbnM9PQ==\r\n\r\n");                      /* not shown */
    if (send_all(fd, writer_str(&request).ptr, writer_str(&request).len) &&
        str_starts(take_headers(fd, arena), TD_STR("HTTP/1.1 101")))
        return fd;
    close(fd);
    return -1;
}

int dial_open(struct arena *arena, const struct dial_url *url, td_str token, file_fault *fault)
{
    struct writer hello;
    int fd = open_socket(arena, url, "GET /ws?whole=1", fault);
    if (fd < 0)
        return -1;
    writer_init(&hello, arena);
    w_text(&hello, "{\"v\":1,\"do\":\"hello\",\"token\":");
    w_json(&hello, token);
    w_char(&hello, '}');
    if (dial_send(fd, writer_str(&hello)))
        return fd;
    close(fd);
    return -1;
}

int dial_watch(struct arena *arena, const struct dial_url *url, file_fault *fault)
{
    struct writer what;
    writer_init(&what, arena);
    w_text(&what, "GET /ws?whole=1&as=screen");
    if (url->code[0] != '\0')
        w_form(&what, "&code", url->code);
    w_char(&what, '\0');
    return open_socket(arena, url, writer_str(&what).ptr, fault);
}

void dial_close(int fd)
{
    enum { PIECE = 4096, PIECES = 256 };
    const struct timeval second = {.tv_sec = 1};
    char piece[PIECE];
    setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &second, sizeof second);
    shutdown(fd, SHUT_WR);
    for (int i = 0; i < PIECES && recv(fd, piece, sizeof piece, 0) > 0; i++)
        ;
    close(fd);
}
