/* console.c - reads with signals let in only while it waits, so that none is lost or comes at a bad time. */
#include "console.h"

#include "harmless.h"
#include <errno.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <sys/select.h>
#include <unistd.h>

enum { WIDTH_UNKNOWN = 80, WIDTH_LEAST = 20 };

static volatile sig_atomic_t interrupted; /* a signal handler can reach nothing else */

static void note_interrupt(int signal)
{
    (void)signal;
    interrupted = 1;
}

static const int stops[] = {SIGINT, SIGTERM, SIGHUP};

void console_open(struct console *c)
{
    sigset_t blocked;
    struct sigaction action = {.sa_handler = note_interrupt};
    *c = (struct console){
        .out = stdout, .typed = isatty(STDIN_FILENO), .shown = isatty(STDOUT_FILENO), .last_blank = true};
    sigemptyset(&blocked);
    for (size_t i = 0; i < sizeof stops / sizeof *stops; i++) {
        sigaction(stops[i], &action, NULL);
        sigaddset(&blocked, stops[i]);
    }
    sigprocmask(SIG_BLOCK, &blocked, NULL);
}

/* --- out ----------------------------------------------------------------------------------------- */

static size_t wrap_width(const struct console *c)
{
    struct winsize size;
    bool known = ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
    int width = known ? size.ws_col : WIDTH_UNKNOWN;
    if (c->width > 0 && (c->width < width || !known))
        width = c->width;
    return (size_t)(width < WIDTH_LEAST ? WIDTH_LEAST : width);
}

/* The part of the line that fits: up to the last space that does, or a word that is too long by itself. */
static td_str fitting(td_str line, size_t width)
{
    size_t columns = 0, fits = 0;
    td_str rest = line;
    while (rest.len > 0) {
        size_t here = (size_t)(rest.ptr - line.ptr);
        if (rest.ptr[0] == ' ' && here > 0)
            fits = here;
        if (columns >= width && fits > 0)
            return (td_str){line.ptr, fits};
        utf8_next(&rest);
        columns++;
    }
    return line;
}

static void put_wrapped(struct console *c, td_str line)
{
    size_t width = wrap_width(c);
    do {
        td_str part = fitting(line, width);
        fwrite(part.ptr, 1, part.len, c->out);
        fputc('\n', c->out);
        line = (td_str){line.ptr + part.len, line.len - part.len};
        while (line.len > 0 && line.ptr[0] == ' ')
            line = (td_str){line.ptr + 1, line.len - 1};
    } while (line.len > 0);
}

static void put_line(struct console *c, td_str line)
{
    if (c->shown) {
        put_wrapped(c, line);
        return;
    }
    fwrite(line.ptr, 1, line.len, c->out);
    fputc('\n', c->out);
}

void console_put(struct console *c, td_str text)
{
    while (text.len > 0) {
        td_str line = str_line(&text);
        if (line.len == 0) {
            console_gap(c);
            continue;
        }
        put_line(c, line);
        c->last_blank = false;
    }
}

void console_gap(struct console *c)
{
    if (!c->last_blank)
        fputc('\n', c->out);
    c->last_blank = true;
}

/* --- in ------------------------------------------------------------------------------------------ */

/* Waits until there is something to read.  false: interrupted. */
static bool wait_for_input(void)
{
    fd_set in;
    sigset_t open;
    sigprocmask(SIG_SETMASK, NULL, &open);
    for (size_t i = 0; i < sizeof stops / sizeof *stops; i++)
        sigdelset(&open, stops[i]);
    do {
        FD_ZERO(&in);
        FD_SET(STDIN_FILENO, &in);
        if (pselect(STDIN_FILENO + 1, &in, NULL, NULL, NULL, &open) >= 0)
            return !interrupted;
    } while (errno == EINTR && !interrupted);
    return !interrupted;
}

static bool fill(struct console *c)
{
    ssize_t got;
    if (!wait_for_input())
        return false;
    do
        got = read(STDIN_FILENO, c->buffer, sizeof c->buffer);
    while (got < 0 && errno == EINTR);
    c->at = 0;
    c->have = got > 0 ? (size_t)got : 0;
    return got > 0;
}

/* Bytes up to the end of the line, which may come in several pieces.  false: nothing came at all. */
static bool take_line(struct console *c, struct writer *w)
{
    bool any = false;
    for (;;) {
        if (c->at == c->have && !fill(c))
            return any && !interrupted;
        any = true;
        char byte = c->buffer[c->at++];
        if (byte == '\n')
            return true;
        if (writer_str(w).len < CONSOLE_LINE_BYTES)
            w_char(w, byte);
    }
}

static bool is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\r';
}

static td_str trimmed(td_str text)
{
    while (text.len > 0 && is_space(text.ptr[0]))
        text = (td_str){text.ptr + 1, text.len - 1};
    while (text.len > 0 && is_space(text.ptr[text.len - 1]))
        text.len--;
    return text;
}

bool console_line(struct console *c, struct arena *arena, td_str *ret)
{
    struct writer w;
    writer_init(&w, arena);
    fflush(c->out);
    if (c->ended || !take_line(c, &w)) {
        c->ended = true;
        return false;
    }
    *ret = harmless(arena, trimmed(writer_str(&w)));
    if (c->typed) /* Enter has ended a line of the screen, too: an empty one is a gap already */
        c->last_blank = ret->len == 0;
    return true;
}
