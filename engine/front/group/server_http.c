/* server_http.c - requests in, answers out: every header and body has a bound, and a page of elsewhere can
 * neither read nor write here.  One answer a connection: a phone asks for a few files and then talks over a
 * websocket. */
#include "server_parts.h"

#include "clock.h"
#include "memory.h"
#include <libwebsockets.h>

enum { HEADER_ROOM = 2048, QUERY_PIECES = 8 };
enum { STATUS_TOO_MANY = 429 };

/* --- reading ------------------------------------------------------------------------------------------ */

/* A header as a text in buf; no pointer if it is longer. */
static td_str header(struct lws *wsi, enum lws_token_indexes token, char *buf, int size)
{
    int len = lws_hdr_total_length(wsi, token);
    if (len <= 0)
        return (td_str){buf, 0};
    if (len + 1 > size || lws_hdr_copy(wsi, buf, size, token) < 0)
        return (td_str){NULL, 0};
    return (td_str){buf, (size_t)len};
}

static bool read_query(struct lws *wsi, struct request *request)
{
    for (int i = 0; i < QUERY_PIECES; i++) {
        char piece[REQUEST_QUERY];
        int got = lws_hdr_copy_fragment(wsi, piece, sizeof piece, WSI_TOKEN_HTTP_URI_ARGS, i);
        if (got < 0)
            return got == -1 || i == 0; /* no more */
        if (!request_add_query(request, (td_str){piece, (size_t)got}))
            return false;
    }
    return true;
}

int http_request(struct server *server, struct link *link, td_str path, bool post, struct request *ret)
{
    char host[REQUEST_HOST + 1], origin[REQUEST_HOST + 16], cookie[512], lang[128], length[16];
    struct lws *wsi = link->wsi;
    const struct request_head head = {
        .path = path,
        .post = post,
        .host = header(wsi, WSI_TOKEN_HOST, host, sizeof host),
        .origin = header(wsi, WSI_TOKEN_ORIGIN, origin, sizeof origin),
        .cookie = header(wsi, WSI_TOKEN_HTTP_COOKIE, cookie, sizeof cookie),
        .lang = header(wsi, WSI_TOKEN_HTTP_ACCEPT_LANGUAGE, lang, sizeof lang),
        .length = header(wsi, WSI_TOKEN_HTTP_CONTENT_LENGTH, length, sizeof length),
        .chunked = lws_hdr_total_length(wsi, WSI_TOKEN_HTTP_TRANSFER_ENCODING) > 0,
    };
    const int status = request_read(&head, &server->self, ret);
    ret->from = link->from;
    memcpy(link->host, ret->host, sizeof link->host);
    if (status != REQUEST_GOOD)
        return status;
    return read_query(wsi, ret) ? REQUEST_GOOD : HTTP_STATUS_REQ_URI_TOO_LONG;
}

/* --- answering at once --------------------------------------------------------------------------------- */

static int answer_now(struct link *link, int status, const struct server_file *file)
{
    link->answer = (struct answer){.status = status, .type = file != NULL ? file->type : NULL};
    link->file = file;
    link->has_answer = true;
    link->deadline = clock_ms() + ANSWER_MS;
    lws_callback_on_writable(link->wsi);
    return 0;
}

static const struct server_file *find_file(const struct server *server, td_str path)
{
    for (int i = 0; i < server->file_count; i++)
        if (str_is(path, server->files[i].path))
            return &server->files[i];
    return NULL;
}

/* The room answers. */
static int hand_over(struct server *server, struct link *link)
{
    struct letter letter = {.kind = LETTER_REQUEST, .id = link->id, .request = link->request};
    link->deadline = clock_ms() + ANSWER_MS;
    if (!relay_post(server->relay, &letter))
        return answer_now(link, HTTP_STATUS_SERVICE_UNAVAILABLE, NULL);
    link->request = NULL;
    return 0;
}

int http_asked(struct server *server, struct link *link, td_str path)
{
    const bool post = lws_hdr_total_length(link->wsi, WSI_TOKEN_POST_URI) > 0;
    if (!post && lws_hdr_total_length(link->wsi, WSI_TOKEN_GET_URI) <= 0)
        return answer_now(link, HTTP_STATUS_METHOD_NOT_ALLOWED, NULL);
    if (!door_request(&server->door, link->from, clock_ms()))
        return answer_now(link, STATUS_TOO_MANY, NULL);
    struct request request;
    int status = http_request(server, link, path, post, &request);
    if (status != 0)
        return answer_now(link, status, NULL);
    if (request.route == ROUTE_NOT_ALLOWED || request.route == ROUTE_SOCKET)
        return answer_now(link, HTTP_STATUS_METHOD_NOT_ALLOWED, NULL);
    if (request.route == ROUTE_FILE) {
        const struct server_file *file = find_file(server, path);
        return answer_now(link, file != NULL ? HTTP_STATUS_OK : HTTP_STATUS_NOT_FOUND, file);
    }
    link->request = memory_std.resize(memory_std.context, NULL, sizeof *link->request);
    *link->request = request;
    return post ? 0 : hand_over(server, link);
}

int http_body(struct server *server, struct link *link, td_str piece)
{
    (void)server;
    struct request *request = link->request;
    if (link->has_answer)
        return 0; /* refused already: let it run out */
    return request != NULL && request_add_body(request, piece) ? 0 : -1;
}

int http_body_whole(struct server *server, struct link *link)
{
    return link->request != NULL && !link->has_answer ? hand_over(server, link) : 0;
}

/* --- writing -------------------------------------------------------------------------------------------- */

struct headers {
    struct lws *wsi;
    unsigned char *start, *at, *end;
    bool full;
};

static void put_header(struct headers *h, const char *name, td_str value)
{
    h->full = h->full || lws_add_http_header_by_name(h->wsi, (const unsigned char *)name,
                                                     (const unsigned char *)value.ptr, (int)value.len, &h->at, h->end);
}

/* What a page may do: what comes from here, and nothing else. */
static td_str page_policy(const struct server *server, const struct link *link, struct arena *arena)
{
    struct writer w;
    writer_init(&w, arena);
    w_text(&w,
           "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; " /* not shown */
           "connect-src 'self' ");                                                                      /* not shown */
    w_text(&w, server->self.sealed ? "wss://" : "ws://");
    w_text(&w, link->host[0] != '\0' ? link->host : "localhost");
    w_text(&w, "; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"); /* not shown */
    return writer_str(&w);
}

static td_str cookie_of(const struct answer *answer, bool sealed, struct arena *arena)
{
    struct writer w;
    writer_init(&w, arena);
    bool forget = strcmp(answer->cookie, "-") == 0;
    w_text(&w, "talkdown=");
    w_text(&w, forget ? "" : answer->cookie);
    w_text(&w, "; Path=/; HttpOnly; SameSite=Strict; ");  /* not shown */
    w_text(&w, sealed ? "Secure; Max-Age=" : "Max-Age="); /* not shown */
    w_text(&w, forget ? "0" : "86400");
    return writer_str(&w);
}

static td_str disposition_of(const struct answer *answer, struct arena *arena)
{
    struct writer w;
    writer_init(&w, arena);
    w_text(&w, "attachment; filename=\""); /* not shown */
    w_text(&w, answer->saved_as);
    w_char(&w, '"');
    return writer_str(&w);
}

static size_t body_size(const struct link *link)
{
    return link->file != NULL ? link->file->bytes.len : link->answer.body.len;
}

static bool write_headers(struct server *server, struct link *link)
{
    unsigned char buf[LWS_PRE + HEADER_ROOM];
    struct headers h = {link->wsi, buf + LWS_PRE, buf + LWS_PRE, buf + sizeof buf, false};
    const struct answer *answer = &link->answer;
    h.full = lws_add_http_header_status(link->wsi, (unsigned)answer->status, &h.at, h.end) != 0;
    if (answer->type != NULL)
        put_header(&h, "content-type:", str_of(answer->type));
    if (answer->cookie[0] != '\0')
        put_header(&h, "set-cookie:", cookie_of(answer, server->self.sealed, &server->arena));
    if (answer->location[0] != '\0')
        put_header(&h, "location:", str_of(answer->location));
    if (answer->saved_as[0] != '\0')
        put_header(&h, "content-disposition:", disposition_of(answer, &server->arena));
    put_header(&h, "cache-control:", str_of(link->file != NULL && link->file->kept ? "max-age=3600" : "no-store"));
    put_header(&h, "content-security-policy:", page_policy(server, link, &server->arena));
    put_header(&h, "x-content-type-options:", TD_STR("nosniff"));
    put_header(&h, "referrer-policy:", TD_STR("same-origin"));
    put_header(&h, "cross-origin-resource-policy:", TD_STR("same-origin"));
    put_header(&h, "connection:", TD_STR("close"));
    h.full = h.full || lws_add_http_header_content_length(link->wsi, body_size(link), &h.at, h.end) != 0;
    return !h.full && lws_finalize_write_http_header(link->wsi, h.start, &h.at, h.end) == 0;
}

static int write_piece(struct server *server, struct link *link)
{
    td_str body = link->file != NULL ? link->file->bytes : link->answer.body;
    size_t left = body.len - link->sent, size = left < PIECE_BYTES ? left : PIECE_BYTES;
    unsigned char *buf = arena_alloc(&server->arena, LWS_PRE + size);
    memcpy(buf + LWS_PRE, body.ptr + link->sent, size);
    link->sent += size;
    bool last = link->sent == body.len;
    if (lws_write(link->wsi, buf + LWS_PRE, size, last ? LWS_WRITE_HTTP_FINAL : LWS_WRITE_HTTP) < 0 || last)
        return -1; /* lws sends what it still holds, then closes */
    lws_callback_on_writable(link->wsi);
    return 0;
}

int http_write(struct server *server, struct link *link)
{
    if (!link->has_answer && !relay_take_answer(server->relay, link->id.line, &link->answer))
        return 0; /* woken for something else */
    link->has_answer = true;
    struct arena_mark mark = arena_mark(&server->arena);
    int result = -1;
    if (link->headers_sent)
        result = write_piece(server, link);
    else if (write_headers(server, link)) {
        link->headers_sent = true;
        result = body_size(link) > 0 ? 0 : -1;
        lws_callback_on_writable(link->wsi);
    }
    arena_rewind(&server->arena, mark);
    return result;
}
