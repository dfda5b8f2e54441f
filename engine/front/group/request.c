/* request.c - reading headers and forms, a bounded piece at a time. */
#include "request.h"

#include <strings.h>

#define COOKIE "talkdown="

enum route request_route(td_str path, bool post)
{
    static const struct {
        const char *path;
        bool post;
    } rows[] = {
#define X(name, posted, text) {text, posted},
        TD_ROUTES(X)
#undef X
    };
    bool known = false;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        known = known || str_is(path, rows[i].path);
        if (str_is(path, rows[i].path) && rows[i].post == post)
            return (enum route)i;
    }
    if (known || post)
        return ROUTE_NOT_ALLOWED;
    return str_is(path, "/ws") ? ROUTE_SOCKET : ROUTE_FILE;
}

/* Splits "1.2.3.4:8080", "[::1]:8080" or "localhost"; *ret_port stays as it is where none is named. */
static bool split_host(td_str host, char name[REQUEST_HOST + 1], int64_t *ret_port)
{
    size_t end = host.len;
    for (size_t i = host.len; i > 0 && host.ptr[i - 1] != ']'; i--)
        if (host.ptr[i - 1] == ':') {
            end = i - 1;
            break;
        }
    if (end < host.len && !str_int((td_str){host.ptr + end + 1, host.len - end - 1}, 1, 65535, ret_port))
        return false;
    td_str bare = {host.ptr, end};
    if (bare.len >= 2 && bare.ptr[0] == '[' && bare.ptr[bare.len - 1] == ']')
        bare = (td_str){bare.ptr + 1, bare.len - 2};
    if (bare.len == 0 || bare.len > REQUEST_HOST)
        return false;
    memcpy(name, bare.ptr, bare.len);
    name[bare.len] = '\0';
    return memchr(name, '\0', bare.len) == NULL;
}

bool request_host_good(td_str host, const struct request_self *self)
{
    char name[REQUEST_HOST + 1];
    int64_t asked = self->sealed ? 443 : 80;
    if (!split_host(host, name, &asked) || asked != self->port)
        return false;
    if (self->name != NULL && strcasecmp(name, self->name) == 0)
        return true;
    return strcmp(name, "localhost") == 0 || address_is_ours(name);
}

bool request_origin_good(td_str origin, td_str host, bool sealed)
{
    const td_str scheme = str_of(sealed ? "https://" : "http://");
    if (origin.len == 0)
        return true;
    if (!str_starts(origin, scheme))
        return false;
    return str_eq((td_str){origin.ptr + scheme.len, origin.len - scheme.len}, host);
}

static bool is_hex(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
}

bool request_cookie(td_str header, char ret[REQUEST_TOKEN + 1])
{
    const td_str key = TD_STR(COOKIE);
    for (size_t at = 0; at < header.len;) {
        while (at < header.len && (header.ptr[at] == ' ' || header.ptr[at] == ';'))
            at++;
        size_t end = at;
        while (end < header.len && header.ptr[end] != ';')
            end++;
        td_str pair = {header.ptr + at, end - at};
        if (str_starts(pair, key) && pair.len - key.len <= REQUEST_TOKEN) {
            td_str value = {pair.ptr + key.len, pair.len - key.len};
            size_t good = 0;
            while (good < value.len && is_hex(value.ptr[good]))
                good++;
            if (good == value.len && good > 0) {
                memcpy(ret, value.ptr, good);
                ret[good] = '\0';
                return true;
            }
        }
        at = end;
    }
    return false;
}

void request_lang(td_str header, char ret[REQUEST_LANG + 1])
{
    size_t len = 0;
    while (len < header.len && len < REQUEST_LANG && header.ptr[len] >= 'a' && header.ptr[len] <= 'z')
        len++;
    memcpy(ret, header.ptr, len);
    ret[len] = '\0';
}

/* --- forms ----------------------------------------------------------------------------------------- */

static int hex_value(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/* The next character of an encoded text, or -1. */
static int next_char(td_str *text)
{
    int c = (unsigned char)text->ptr[0];
    size_t size = 1;
    if (c == '+')
        c = ' ';
    else if (c == '%') {
        int high = text->len > 2 ? hex_value(text->ptr[1]) : -1;
        int low = text->len > 2 ? hex_value(text->ptr[2]) : -1;
        if (high < 0 || low < 0)
            return -1;
        c = high * 16 + low;
        size = 3;
    }
    *text = (td_str){text->ptr + size, text->len - size};
    return c;
}

static bool decode(td_str text, char *ret, size_t size)
{
    size_t len = 0;
    while (text.len > 0) {
        int c = next_char(&text);
        if (c <= 0 || len + 1 >= size)
            return false;
        ret[len++] = (char)c;
    }
    ret[len] = '\0';
    return utf8_valid_prefix((td_str){ret, len}) == len;
}

bool form_field(td_str form, const char *name, char *ret, size_t size)
{
    const td_str key = str_of(name);
    while (form.len > 0) {
        const char *amp = memchr(form.ptr, '&', form.len);
        td_str pair = {form.ptr, amp != NULL ? (size_t)(amp - form.ptr) : form.len};
        size_t used = pair.len + (amp != NULL);
        form = (td_str){form.ptr + used, form.len - used};
        if (pair.len > key.len && pair.ptr[key.len] == '=' && str_starts(pair, key))
            return decode((td_str){pair.ptr + key.len + 1, pair.len - key.len - 1}, ret, size);
    }
    return false;
}

/* --- the whole of it ---------------------------------------------------------------------------------- */

/* A body is announced with its length, and the length is one we take. */
static int body_status(const struct request_head *head)
{
    int64_t bytes;
    if (head->chunked || (head->length.ptr != NULL && head->length.len == 0))
        return REQUEST_LENGTH_REQUIRED;
    return head->length.ptr != NULL && str_int(head->length, 1, REQUEST_BODY, &bytes) ? REQUEST_GOOD
                                                                                      : REQUEST_TOO_LARGE;
}

int request_read(const struct request_head *head, const struct request_self *self, struct request *ret)
{
    memset(ret, 0, sizeof *ret);
    ret->route = request_route(head->path, head->post);
    if (head->host.ptr == NULL || head->host.len > REQUEST_HOST || !request_host_good(head->host, self))
        return REQUEST_MISDIRECTED;
    memcpy(ret->host, head->host.ptr, head->host.len);
    const bool guarded = head->post || ret->route == ROUTE_SOCKET;
    if (head->origin.ptr == NULL || (guarded && !request_origin_good(head->origin, head->host, self->sealed)))
        return REQUEST_FORBIDDEN;
    if (head->cookie.ptr != NULL)
        (void)request_cookie(head->cookie, ret->token);
    if (head->lang.ptr != NULL)
        request_lang(head->lang, ret->lang);
    return head->post ? body_status(head) : REQUEST_GOOD;
}

bool request_add_query(struct request *request, td_str piece)
{
    const size_t len = strlen(request->query);
    if (len + piece.len + 1 >= REQUEST_QUERY || (piece.len > 0 && memchr(piece.ptr, '\0', piece.len) != NULL))
        return false;
    char *at = request->query + len;
    if (len > 0)
        *at++ = '&';
    if (piece.len > 0)
        memcpy(at, piece.ptr, piece.len);
    at[piece.len] = '\0';
    return true;
}

bool request_add_body(struct request *request, td_str piece)
{
    if (piece.len > REQUEST_BODY - request->body_len)
        return false;
    if (piece.len > 0)
        memcpy(request->body + request->body_len, piece.ptr, piece.len);
    request->body_len += piece.len;
    return true;
}
