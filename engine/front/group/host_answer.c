/* host_answer.c - what is sent back: replies, redirections, pages. */
#include "host_parts.h"

static const char HTML[] = "text/html; charset=utf-8"; /* not shown */
enum { SEE_OTHER = 303, FOUND_OK = 200 };

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

static void write_page(struct host *host, const struct request *request, int member, struct writer *w)
{
    const struct tongue *tongue = tongue_find(&host->tongues, lang_of(host, request));
    struct page page = {.words = tongue->library.words,
                        .title = texts_get(tongue->tale.texts, tongue->tale.source, TD_STR("title")),
                        .refusal = refusal_of(host, request)};
    if (request->route == ROUTE_ROOM_PAGE)
        room_page(host, member, &page, w);
    else if (request->route == ROUTE_CONSOLE_PAGE && host_is_instructor(host, member))
        page_console(w, &page);
    else if (request->route == ROUTE_CONSOLE_PAGE)
        page_pin(w, &page);
    else if (request->route == ROUTE_SCREEN_PAGE)
        page_screen(w, &page, str_of(host->shown));
    else
        join_page(host, request, &page, w);
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
    struct answer answer = {.status = FOUND_OK, .type = HTML};
    writer_init(&w, &host->batch);
    write_page(host, letter->request, outcome->member, &w);
    relay_answer(host->relay, letter->id, &answer, writer_str(&w));
}
