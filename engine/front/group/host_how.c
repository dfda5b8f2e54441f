/* host_how.c - how to come in, for an instructor with a full room and no hands free: the projector, the page of
 * one's own, the phones, and what to do when they find nothing. */
#include "host_parts.h"

#include "qr.h"
#include <stdio.h>

static void w_port(struct writer *w, const struct host *host, int port)
{
    if (port == (host->sealed ? 443 : 80))
        return;
    w_char(w, ':');
    w_int(w, port);
}

/* What phones are told: as was wished; else a name of the certificate, for phones believe no other; else the
 * address of the likeliest network. */
static const char *first_name(struct host *host, const struct host_wish *wish)
{
    if (wish->address != NULL)
        host->name = wish->address;
    if (wish->address != NULL || host->name != NULL)
        return host->name;
    if (wish->bind != NULL)
        return wish->bind;
    struct address_of_ours *all = arena_new(&host->arena, struct address_of_ours, ADDRESSES);
    return address_each(all) > 0 ? all[0].text : "127.0.0.1";
}

void host_find_address(struct host *host, const struct host_wish *wish)
{
    struct writer w;
    writer_init(&w, &host->batch);
    w_text(&w, first_name(host, wish));
    w_port(&w, host, wish->port);
    td_str text = writer_str(&w);
    size_t len = text.len < sizeof host->address - 1 ? text.len : sizeof host->address - 1;
    memcpy(host->address, text.ptr, len);
    host->address[len] = '\0';
    host->shown = host->sealed ? host_url(host, "", false) : host->address;
}

static void w_scheme(struct writer *w, const struct host *host)
{
    w_text(w, host->sealed ? "https://" : "http://");
}

const char *host_url(struct host *host, const char *rest, bool code)
{
    struct writer w;
    writer_init(&w, &host->arena);
    w_scheme(&w, host);
    w_text(&w, host->address);
    w_text(&w, rest);
    if (code)
        w_str(&w, room_code(host->room));
    w_char(&w, '\0');
    return writer_str(&w).ptr;
}

static void say(const struct host *host, bool error, const char *id, const struct word_arg *args, int count)
{
    fputc('\n', error ? stderr : stdout);
    library_say(&host->tongues.items[0].library, error, id, args, count);
}

static void say_square(struct host *host)
{
    struct writer square;
    writer_init(&square, &host->batch);
    if (qr_terminal(&square, host_url(host, "/?code=", true)))
        fwrite(writer_str(&square).ptr, 1, writer_str(&square).len, stdout);
}

/* A laptop in two networks may have told phones the wrong one. */
static void say_others(struct host *host, const struct host_wish *wish)
{
    struct address_of_ours all[ADDRESSES];
    const int count = wish->bind != NULL || wish->address != NULL ? 0 : address_each(all);
    if (count == 0 && wish->bind == NULL && wish->address == NULL)
        say(host, false, "host.no-network", NULL, 0);
    if (count < 2 || host->sealed)
        return;
    say(host, false, "host.others", NULL, 0);
    for (int i = 1; i < count; i++) {
        struct writer url;
        writer_init(&url, &host->batch);
        w_scheme(&url, host);
        w_text(&url, all[i].text);
        w_port(&url, host, wish->port);
        const struct word_arg args[] = {ARG_TEXT("url", writer_str(&url)), ARG_TEXT("name", str_of(all[i].interface))};
        library_say(&host->tongues.items[0].library, false, "host.other", args, 2);
    }
}

static void say_uncovered(struct host *host, const struct host_wish *wish)
{
    const char *name = first_name(host, wish);
    const struct word_arg args[] = {ARG_TEXT("path", str_of(wish->certificate)), ARG_TEXT("name", str_of(name))};
    if (!seal_covers(&host->batch, wish->certificate, name))
        say(host, true, "host.not-covered", args, 2);
}

/* The same for a program that has us inside it. */
static void tell_opener(struct host *host)
{
    const struct host_open open = {.code = arena_cstr(&host->arena, room_code(host->room)),
                                   .pin = arena_cstr(&host->arena, room_pin(host->room)),
                                   .url = host_url(host, "/?code=", true),
                                   .address = host->shown,
                                   .file = host->path,
                                   .relay = host->relay};
    host->opener->opened(host->opener->context, &open);
}

static void add_option(struct writer *w, const char *name, const char *value)
{
    if (value == NULL)
        return;
    w_text(w, name);
    w_text(w, value);
}

/* What opens this room again where its phones look for it. */
static td_str again_options(struct host *host, const struct host_wish *wish)
{
    struct writer w;
    char port[12];
    writer_init(&w, &host->arena);
    snprintf(port, sizeof port, "%d", wish->port);
    add_option(&w, " --port ", port);
    add_option(&w, " --bind ", wish->bind);
    add_option(&w, " --address ", wish->address);
    add_option(&w, " --cert ", wish->certificate);
    add_option(&w, " --key ", wish->key);
    return writer_str(&w);
}

void host_say_how(struct host *host, const struct host_wish *wish)
{
    if (host->opener != NULL) {
        tell_opener(host);
        return;
    }
    const struct word_arg args[] = {
        ARG_TEXT("url", str_of(host_url(host, "/?code=", true))),
        ARG_TEXT("address", str_of(host_url(host, "", false))),
        ARG_TEXT("code", room_code(host->room)),
        ARG_TEXT("screen", str_of(host_url(host, "/screen?code=", true))),
        ARG_TEXT("console", str_of(host_url(host, "/console", false))),
        ARG_TEXT("pin", room_pin(host->room)),
        ARG_TEXT("path", str_of(host->path)),
        ARG_TEXT("scenario", host->scenario->id),
        ARG_TEXT("again", again_options(host, wish)),
    };
    const int count = sizeof args / sizeof *args;
    say_square(host);
    say(host, false, host->again ? "host.open-again" : "host.open", args, count);
    say_others(host, wish);
    if (host->sealed)
        say_uncovered(host, wish);
    say(host, false, "host.stuck", args, count);
    const enum rung rung = room_session(host->room, 0)->setup.rung;
    const bool kept = rung == RUNG_personal || rung == RUNG_class;
    say(host, false, kept ? "host.keeps" : "host.kept-not", args, count);
    fflush(stdout);
}
