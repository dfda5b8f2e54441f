/* host_answer.c - what is sent back: replies, redirections, pages. */
#include "group_export.h"
#include "host_parts.h"

static const char HTML[] = "text/html; charset=utf-8"; /* not shown */
enum { SEE_OTHER = 303, FOUND_OK = 200, NOT_FOUND = 404 };

static void redirect(struct host *host, const struct letter *letter, const struct outcome_of_letter *outcome)
{
    struct answer answer = {.status = SEE_OTHER};
    struct writer w;
    writer_init(&w, &host->batch);
    w_text(&w, outcome->to);
    if (outcome->refusal != NULL) {
        w_text(&w, "?no=");
        w_text(&w, outcome->refusal);
    }
    w_char(&w, '\0');
    memcpy(answer.location, writer_str(&w).ptr, writer_str(&w).len);
    memcpy(answer.cookie, outcome->cookie, sizeof answer.cookie);
    relay_answer(host->relay, letter->id, &answer, (td_str){"", 0});
}

/* What the address says was refused; only a name, looked up among ours. */
static td_str refusal_of(struct host *host, const struct request *request)
{
    char code[48];
    if (!form_field(str_of(request->query), "no", code, sizeof code))
        return (td_str){"", 0};
    return arena_copy(&host->batch, str_of(code));
}

static td_str lang_of(struct host *host, const struct request *request)
{
    char lang[16];
    if (form_field(str_of(request->query), "lang", lang, sizeof lang))
        return arena_copy(&host->batch, str_of(lang));
    return str_of(request->lang);
}

static void join_page(struct host *host, const struct request *request, const struct page *page, struct writer *w)
{
    char code[32] = "";
    (void)host;
    (void)form_field(str_of(request->query), "code", code, sizeof code);
    page_join(w, page, str_of(code));
}

/* Which language a view speaks; a quotation mark inside a text would have a backslash before it. */
static td_str view_lang(td_str view)
{
    static const char key[] = "\"lang\":\"";
    size_t at = 0;
    while (at + sizeof key - 1 < view.len && memcmp(view.ptr + at, key, sizeof key - 1) != 0)
        at++;
    if (at + sizeof key - 1 >= view.len)
        return (td_str){"", 0};
    td_str lang = {view.ptr + at + sizeof key - 1, 0};
    while (lang.ptr + lang.len < view.ptr + view.len && lang.ptr[lang.len] != '"')
        lang.len++;
    return lang;
}

/* The view in the member's language; the page around it speaks the same. */
static void room_page(struct host *host, int member, struct page *page, struct writer *w)
{
    struct writer view;
    writer_init(&view, &host->batch);
    room_view(host->room, member, (td_str){"", 0}, &view);
    page->words = tongue_find(&host->tongues, view_lang(writer_str(&view)))->library.words;
    page_room(w, page, writer_str(&view));
}

/* What is said on top of a page: what the address says, or that the seat is one of a room that is over. */
static td_str told_on_top(struct host *host, const struct request *request, int member)
{
    td_str said = refusal_of(host, request);
    const bool stale = request->route == ROUTE_CONSOLE_PAGE && member < 0 && request->token[0] != '\0';
    return said.len == 0 && stale ? TD_STR("console-over") : said;
}

static void write_page(struct host *host, const struct request *request, const struct outcome_of_letter *outcome,
                       struct writer *w)
{
    const int member = outcome->member;
    /* The wall speaks the room's language, whatever the browser of the machine behind it asks for. */
    const struct tongue *tongue = request->route == ROUTE_SCREEN_PAGE
                                      ? &host->tongues.items[0]
                                      : tongue_find(&host->tongues, lang_of(host, request));
    struct page page = {.words = tongue->library.words,
                        .title = texts_get(tongue->tale.texts, tongue->tale.source, TD_STR("title")),
                        .refusal = told_on_top(host, request, member),
                        .kept = room_session(host->room, 0)->setup.rung != RUNG_practice};
    if (request->route == ROUTE_ROOM_PAGE)
        room_page(host, member, &page, w);
    else if (request->route == ROUTE_CONSOLE_PAGE && host_is_instructor(host, member))
        page_console(w, &page);
    else if (request->route == ROUTE_CONSOLE_PAGE)
        page_pin(w, &page);
    else if (request->route == ROUTE_SCREEN_PAGE && outcome->barred)
        page_over(w, &page);
    else if (request->route == ROUTE_SCREEN_PAGE)
        page_screen(w, &page, str_of(host->shown));
    else
        join_page(host, request, &page, w);
}

/* --- the debrief to keep ------------------------------------------------------------------------------------- */

/* What may be saved of the room, by the page's path; false: it is none of these. */
static bool is_to_keep(enum route route, enum group_file *ret_file, const char **ret_type, const char **ret_end)
{
    static const struct {
        enum route route;
        enum group_file file;
        const char *type, *end;
    } rows[] = {
        {ROUTE_KEEP_HTML, GROUP_HTML, HTML, ".html"},
        {ROUTE_KEEP_PDF, GROUP_PDF, "application/pdf", ".pdf"},
        {ROUTE_KEEP_CSV, GROUP_CSV, "text/csv; charset=utf-8", ".csv"}, /* not shown */
        {ROUTE_KEEP_JSON, GROUP_JSON, "application/json", ".json"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        if (rows[i].route != route)
            continue;
        *ret_file = rows[i].file;
        *ret_type = rows[i].type;
        *ret_end = rows[i].end;
        return true;
    }
    return false;
}

static void name_file(const struct host *host, const char *end, char ret[48])
{
    static const char begin[] = "talkdown-"; /* not shown */
    const td_str id = host->scenario->id;
    const size_t room = sizeof((struct answer *)0)->saved_as - sizeof begin - strlen(end);
    const size_t len = id.len < room ? id.len : room;
    memcpy(ret, begin, sizeof begin - 1);
    memcpy(ret + sizeof begin - 1, id.ptr, len);
    memcpy(ret + sizeof begin - 1 + len, end, strlen(end) + 1);
}

/* The instructor's alone, and only when nothing more is decided: it tells everything. */
static void keep(struct host *host, const struct letter *letter, int member, struct answer *answer,
                 enum group_file file, const char *type, const char *end)
{
    const struct group_wish wish = {.file = file};
    td_str body = {"", 0};
    const struct tongue *tongue = tongue_find(&host->tongues, lang_of(host, letter->request));
    answer->status = NOT_FOUND;
    if (host_is_instructor(host, member) && room_phase(host->room) >= ROOM_DEBRIEF &&
        group_export(&host->batch, host->room, tongue, &wish, &body) == NULL) {
        answer->status = FOUND_OK;
        answer->type = type;
        name_file(host, end, answer->saved_as);
    }
    relay_answer(host->relay, letter->id, answer, body);
}

void host_reply(struct host *host, const struct letter *letter, const struct outcome_of_letter *outcome)
{
    if (letter->kind == LETTER_SAID && outcome->reply.len > 0)
        relay_reply(host->relay, letter->id, outcome->reply);
    if (letter->kind != LETTER_REQUEST)
        return;
    if (outcome->to != NULL) {
        redirect(host, letter, outcome);
        return;
    }
    struct writer w;
    struct answer answer = {.status = FOUND_OK};
    enum group_file file;
    const char *end;
    if (is_to_keep(letter->request->route, &file, &answer.type, &end)) {
        const char *type = answer.type;
        answer.type = NULL;
        keep(host, letter, outcome->member, &answer, file, type, end);
        return;
    }
    answer.type = HTML;
    writer_init(&w, &host->batch);
    write_page(host, letter->request, outcome, &w);
    relay_answer(host->relay, letter->id, &answer, writer_str(&w));
}
