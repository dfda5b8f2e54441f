/* server_socket.c - websockets: messages in, replies and the newest view out.
 * The view that the other side holds is kept, so that what is sent is the difference to that, however many
 * views were never sent in between. */
#include "server_parts.h"

#include "clock.h"
#include "envelope.h"
#include "memory.h"
#include <libwebsockets.h>

int socket_wanted(struct server *server, struct link *link)
{
    struct request request;
    if (link->request != NULL || !door_request(&server->door, link->from, clock_ms()) ||
        lws_hdr_total_length(link->wsi, WSI_TOKEN_GET_URI) <= 0)
        return -1;
    char path[16];
    if (lws_hdr_copy(link->wsi, path, sizeof path, WSI_TOKEN_GET_URI) < 0 ||
        http_request(server, link, str_of(path), false, &request) != 0 || request.route != ROUTE_SOCKET)
        return -1;
    link->request = memory_std.resize(memory_std.context, NULL, sizeof *link->request);
    *link->request = request;
    char whole[4];
    link->whole = form_field(str_of(request.query), "whole", whole, sizeof whole);
    return 0;
}

int socket_open(struct server *server, struct link *link)
{
    struct letter letter = {.kind = LETTER_OPEN, .id = link->id, .request = link->request};
    link->socket = true;
    link->deadline = 0;
    if (link->request == NULL || !relay_post(server->relay, &letter))
        return -1;
    link->request = NULL;
    link->told = true;
    return 0;
}

static int slow_down(struct server *server, struct link *link)
{
    struct arena_mark mark = arena_mark(&server->arena);
    struct writer w;
    writer_init(&w, &server->arena);
    envelope_slow_down(&w);
    if (link->impatience++ < LINK_PATIENCE)
        relay_reply(server->relay, link->id, writer_str(&w));
    arena_rewind(&server->arena, mark);
    lws_callback_on_writable(link->wsi);
    return link->impatience > LINK_PATIENCE ? -1 : 0;
}

static int hand_over(struct server *server, struct link *link)
{
    if (!bucket_take(&link->bucket, clock_ms(), LINK_RATE, LINK_BURST))
        return slow_down(server, link);
    char *copy = memory_std.resize(memory_std.context, NULL, link->said_len + 1);
    memcpy(copy, link->said, link->said_len);
    struct letter letter = {.kind = LETTER_SAID, .id = link->id, .bytes = {copy, link->said_len}};
    if (relay_post(server->relay, &letter)) {
        link->impatience -= link->impatience > 0;
        return 0;
    }
    letter_finish(&letter);
    return slow_down(server, link);
}

int socket_said(struct server *server, struct link *link, td_str piece, bool first, bool last)
{
    if (first)
        link->said_len = 0;
    if (link->said_len + piece.len > LINK_MESSAGE) {
        lws_close_reason(link->wsi, LWS_CLOSE_STATUS_MESSAGE_TOO_LARGE, NULL, 0);
        return -1;
    }
    if (piece.len > 0)
        memcpy(link->said + link->said_len, piece.ptr, piece.len);
    link->said_len += piece.len;
    return last ? hand_over(server, link) : 0;
}

/* --- out ------------------------------------------------------------------------------------------------- */

static int send_text(struct server *server, struct link *link, td_str text)
{
    unsigned char *buf = arena_alloc(&server->arena, LWS_PRE + text.len);
    memcpy(buf + LWS_PRE, text.ptr, text.len);
    return lws_write(link->wsi, buf + LWS_PRE, text.len, LWS_WRITE_TEXT) < (int)text.len ? -1 : 0;
}

static int send_view(struct server *server, struct link *link, uint32_t serial, int64_t now, td_str view)
{
    struct writer w;
    writer_init(&w, &server->arena);
    if (link->shown.ptr == NULL || link->whole)
        envelope_view(&w, serial, now, view);
    else
        envelope_difference(&w, link->shown_serial, serial, now, link->shown, view);
    memory_forget(&link->shown);
    link->shown = view;
    link->shown_serial = serial;
    return send_text(server, link, writer_str(&w));
}

int socket_write(struct server *server, struct link *link)
{
    td_str text;
    uint32_t serial;
    int64_t now;
    int result = 0;
    const int closing = relay_closing(server->relay, link->id.line);
    if (closing != 0) {
        lws_close_reason(link->wsi, (enum lws_close_status)closing, NULL, 0);
        return -1;
    }
    struct arena_mark mark = arena_mark(&server->arena);
    if (relay_take_reply(server->relay, link->id.line, &text)) {
        result = send_text(server, link, text);
        memory_forget(&text);
        lws_callback_on_writable(link->wsi);
    } else if (relay_take_view(server->relay, link->id.line, &serial, &now, &text)) {
        result = send_view(server, link, serial, now, text);
        lws_callback_on_writable(link->wsi);
    }
    arena_rewind(&server->arena, mark);
    return result;
}
