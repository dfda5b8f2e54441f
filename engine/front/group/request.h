/* request.h - what of an HTTP request matters to us, taken out of its headers and checked.
 * The texts come from strangers: every one has a bound, and what does not fit is refused, never cut. */
#ifndef TD_FRONT_REQUEST_H
#define TD_FRONT_REQUEST_H

#include "address.h"

enum {
    REQUEST_BODY = 4096,
    REQUEST_QUERY = 256,
    REQUEST_TOKEN = 64,
    REQUEST_HOST = 128,
    REQUEST_LANG = 16,
};

/* Pages that are made for each caller; everything else is a file of ours. */
/* clang-format off */
#define TD_ROUTES(X) \
    X(JOIN_PAGE, false, "/") \
    X(JOIN, true, "/join") \
    X(ROOM_PAGE, false, "/room") \
    X(VOTE, true, "/vote") \
    X(DO, true, "/do") \
    X(CONSOLE_PAGE, false, "/console") \
    X(CONSOLE, true, "/console") \
    X(SCREEN_PAGE, false, "/screen") \
    X(KEEP_HTML, false, "/debrief.html") \
    X(KEEP_PDF, false, "/debrief.pdf") \
    X(KEEP_CSV, false, "/debrief.csv") \
    X(KEEP_JSON, false, "/debrief.json")
/* clang-format on */
enum route {
#define X(name, post, path) ROUTE_##name,
    TD_ROUTES(X)
#undef X
        ROUTE_SOCKET,
    ROUTE_FILE,
    ROUTE_NOT_ALLOWED, /* such a path, but not by this method */
};

struct request {
    enum route route;
    struct address from;
    char query[REQUEST_QUERY + 1];
    char token[REQUEST_TOKEN + 1]; /* of the cookie, or empty */
    char host[REQUEST_HOST + 1];
    char lang[REQUEST_LANG + 1]; /* the first language the browser asks for: "fr" */
    char body[REQUEST_BODY + 1];
    size_t body_len;
};

/* Under what we can be reached. */
struct request_self {
    int port;
    bool sealed;      /* https */
    const char *name; /* the one that phones are told besides our addresses, or NULL */
};

/* The headers that matter, as they came; one with no pointer is longer than any that we take. */
struct request_head {
    td_str path, host, origin, cookie, lang;
    td_str length; /* Content-Length; empty: none */
    bool post, chunked;
};
enum {
    REQUEST_GOOD = 0,
    REQUEST_FORBIDDEN = 403,
    REQUEST_LENGTH_REQUIRED = 411,
    REQUEST_TOO_LARGE = 413,
    REQUEST_MISDIRECTED = 421,
};
/* Takes a request apart: 0, or the status to refuse it with.  The query and the body are added afterwards. */
int request_read(const struct request_head *head, const struct request_self *self, struct request *ret);
/* One more piece of the query, "code=KEEP-4821"; of the body.  false: more than there is room for. */
bool request_add_query(struct request *request, td_str piece);
bool request_add_body(struct request *request, td_str piece);

enum route request_route(td_str path, bool post);
/* Is `Host: text` a name for us: the one that phones are told, an address of this machine or "localhost", with our
 * port?  A browser led here by a name from elsewhere says that name. */
bool request_host_good(td_str host, const struct request_self *self);
/* `Origin: text` of a page that may talk to us: none at all (not a browser), or http://HOST, and https://HOST where
 * we are that. */
bool request_origin_good(td_str origin, td_str host, bool sealed);
/* The value of our cookie in a Cookie header; false if it has none that could be ours. */
bool request_cookie(td_str header, char ret[REQUEST_TOKEN + 1]);
/* "fr-CA,fr;q=0.9,en;q=0.8" is "fr". */
void request_lang(td_str header, char ret[REQUEST_LANG + 1]);

/* One field of application/x-www-form-urlencoded, decoded into ret (size bytes with its end).  false: it is
 * not there, does not fit, or holds bytes that no text has. */
bool form_field(td_str form, const char *name, char *ret, size_t size);

#endif
