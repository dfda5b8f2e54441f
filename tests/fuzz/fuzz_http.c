/* fuzz_http.c - any bytes as a request to a room's host: its first line, its headers, its query and its body.
 * Refused with a status, or taken apart within its bounds; what it asks of the room is done or refused with a
 * reason; and what an address says is never markup on a page. */
#include "dial.h"
#include "hall.h"
#include "pages.h"
#include "request.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { INPUT_MAX = 16 * 1024, LONG_HEADER = 512 };

static void demand(bool holds)
{
    if (!holds)
        abort();
}

/* A header is handed on as the server does it: none of those that are too long. */
static td_str bounded(td_str value)
{
    return value.len > LONG_HEADER ? (td_str){NULL, 0} : value;
}

/* The lines of the input: path, host, origin, cookie, language, length, pieces of the query; the body is the rest. */
static int take_apart(td_str *text, const struct request_self *self, uint8_t shape, struct request *ret)
{
    struct request_head head = {.post = (shape & 1) != 0, .chunked = (shape & 2) != 0};
    td_str *const fields[] = {&head.path, &head.host, &head.origin, &head.cookie, &head.lang, &head.length};
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        *fields[i] = bounded(str_line(text));
    head.path = head.path.ptr != NULL ? head.path : TD_STR("/");
    const int status = request_read(&head, self, ret);
    if (status == REQUEST_GOOD && ret->host[0] == '\0')
        abort();
    if (status == REQUEST_GOOD && head.post && head.origin.len > 0)
        demand(request_origin_good(head.origin, head.host, self->sealed) && str_is(head.host, ret->host));
    td_str query = str_line(text);
    while (query.len > 0) {
        const char *amp = memchr(query.ptr, '&', query.len);
        const size_t len = amp != NULL ? (size_t)(amp - query.ptr) : query.len;
        if (!request_add_query(ret, (td_str){query.ptr, len}))
            break;
        query = (td_str){query.ptr + len + (amp != NULL), query.len - len - (amp != NULL)};
    }
    return status;
}

static void check_bounds(const struct request *request)
{
    demand(memchr(request->query, '\0', sizeof request->query) != NULL);
    demand(strspn(request->token, "0123456789abcdef") == strlen(request->token) &&
           strlen(request->token) <= REQUEST_TOKEN);
    demand(strspn(request->lang, "abcdefghijklmnopqrstuvwxyz") == strlen(request->lang));
    demand(request->body_len <= REQUEST_BODY);
}

static void check_field(td_str form, const char *name)
{
    char value[32];
    if (!form_field(form, name, value, sizeof value))
        return;
    demand(strlen(value) < sizeof value && utf8_valid_prefix(str_of(value)) == strlen(value));
}

static int count(td_str text, char c)
{
    int n = 0;
    for (size_t i = 0; i < text.len; i++)
        n += text.ptr[i] == c;
    return n;
}

/* What stands in the address comes back in the page that asks for a name. */
static void check_page(const struct request *request, struct arena *arena)
{
    char code[32] = "", refusal[48] = "";
    struct writer with, without;
    struct page page = {.words = hall_langs()[0].words, .title = TD_STR("mini")};
    (void)form_field(str_of(request->query), "code", code, sizeof code);
    (void)form_field(str_of(request->query), "no", refusal, sizeof refusal);
    writer_init(&with, arena);
    writer_init(&without, arena);
    page_join(&without, &page, TD_STR(""));
    page_join(&with, &page, str_of(code));
    demand(count(writer_str(&with), '<') == count(writer_str(&without), '<') &&
           count(writer_str(&with), '"') == count(writer_str(&without), '"'));
    page.refusal = str_of(refusal);
    page_join(&with, &page, str_of(code));
}

/* The form as the host hands it to the room: somebody new, and a message of theirs. */
static void hand_over(const struct request *request, struct arena *arena)
{
    const td_str form = {request->body, request->body_len};
    char name[WIRE_NAME_BYTES * 2] = "";
    struct wire_setup setup = hall_setup(PRESET_class_vote);
    struct wire_message message;
    struct hall hall;
    struct writer page_of;
    const char *reason = NULL;
    int member = NONE;
    hall_open(&hall, &setup);
    (void)form_field(form, "name", name, sizeof name);
    struct wire_join join = {.name = str_of(name), .lang = TD_STR("en"), .team = NONE};
    if (room_join(hall.room, hall.now, &join, &hall.log, &member, &reason)) {
        const struct page page = {.words = hall_langs()[0].words, .title = TD_STR("mini")};
        if (wire_message_from_form(&stage_memory, form, &message, &reason))
            (void)room_do(hall.room, hall.now, member, &message, &hall.log, &reason);
        else
            demand(reason != NULL);
        writer_init(&page_of, arena);
        page_room(&page_of, &page, str_of(hall_view(&hall, member)));
        demand(page_of.len > 0);
    } else
        demand(reason != NULL);
    hall_close(&hall);
}

/* The other end: what somebody types as an address of a room. */
static void as_address(td_str text, struct arena *arena)
{
    struct dial_url url;
    if (!dial_url_read(arena_cstr(arena, text), &url))
        return;
    demand(strlen(url.host) < sizeof url.host && strlen(url.port) < sizeof url.port &&
           strlen(url.code) < sizeof url.code && url.host[0] != '\0');
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char *const names[] = {"code", "name", "role", "lang", "pin", "as", "no"};
    if (size == 0 || size > INPUT_MAX)
        return 0;
    td_str text = {(const char *)data + 1, size - 1};
    const struct request_self self = {.port = 8080, .sealed = (data[0] & 4) != 0, .name = "room.example"};
    struct arena arena;
    struct request request;
    arena_init(&arena, &stage_memory);
    as_address(text, &arena);
    const int status = take_apart(&text, &self, data[0], &request);
    const bool fits = request_add_body(&request, text);
    demand(fits == (text.len <= REQUEST_BODY));
    check_bounds(&request);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        check_field(str_of(request.query), names[i]);
        check_field(text, names[i]);
    }
    check_page(&request, &arena);
    if (status == REQUEST_GOOD && fits && (request.route == ROUTE_JOIN || request.route == ROUTE_DO))
        hand_over(&request, &arena);
    arena_finish(&arena);
    return 0;
}
