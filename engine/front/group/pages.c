/* pages.c - HTML, piece by piece; every text that comes from anywhere else is escaped on its way in. */
#include "pages.h"

#include "json.h"
#include "memory.h"

enum { VIEW_BYTES = 1 << 20, VIEW_VALUES = 50000 };

/* --- pieces --------------------------------------------------------------------------------------------- */

static void w_html(struct writer *w, td_str text)
{
    for (size_t i = 0; i < text.len; i++)
        switch (text.ptr[i]) {
        case '<': w_text(w, "&lt;"); break;
        case '>': w_text(w, "&gt;"); break;
        case '&': w_text(w, "&amp;"); break;
        case '"': w_text(w, "&quot;"); break;
        case '\'': w_text(w, "&#39;"); break;
        default: w_char(w, text.ptr[i]);
        }
}

static void w_say(struct writer *w, const struct page *page, const char *id)
{
    struct arena arena;
    struct writer sentence;
    arena_init(&arena, &memory_std);
    writer_init(&sentence, &arena);
    words_write(&sentence, page->words, id, WORDS_THEY, NULL, 0);
    w_html(w, writer_str(&sentence));
    arena_finish(&arena);
}

/* An element with one sentence in it. */
static void w_element(struct writer *w, const struct page *page, const char *open, const char *id, const char *close)
{
    w_text(w, open);
    w_say(w, page, id);
    w_text(w, close);
}

static void w_head(struct writer *w, const struct page *page, const char *title, const char *body_class,
                   const char *head)
{
    w_text(w, "<!doctype html>\n<html lang=\""); /* not shown */
    w_html(w, words_lang(page->words));
    w_text(
        w,
        "\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">" /* not shown */
        "<title>"); /* not shown */
    w_say(w, page, title);
    w_text(w,
           " \xc2\xb7 Talkdown</title><link rel=\"icon\" href=\"/icon.svg\"><link rel=\"stylesheet\" " /* not shown */
           "href=\"/web.css\">");                                                                      /* not shown */
    w_text(w, head);
    w_text(w, "</head><body class=\""); /* not shown */
    w_text(w, body_class);
    w_text(w, "\">");
}

static void w_refusal(struct writer *w, const struct page *page)
{
    char id[64] = "refused.";
    if (page->refusal.len == 0 || page->refusal.len > sizeof id - 10)
        return;
    memcpy(id + 8, page->refusal.ptr, page->refusal.len);
    id[8 + page->refusal.len] = '\0';
    if (words_has(page->words, str_of(id)))
        w_element(w, page, "<p class=\"banner\" role=\"alert\">", id, "</p>"); /* not shown */
}

static void w_label(struct writer *w, const struct page *page, const char *for_id, const char *id)
{
    w_text(w, "<label for=\""); /* not shown */
    w_text(w, for_id);
    w_element(w, page, "\"><span>", id, "</span></label>");
}

static void w_scripts(struct writer *w, const char *own)
{
    w_text(
        w,
        "<script src=\"/room.js\" defer></script><script src=\"/debrief.js\" defer></script><script src=\"/"); /* not shown */
    w_text(w, own);
    w_text(w, "\" defer></script>");
}

static void w_live(struct writer *w)
{
    w_text(
        w,
        "<p id=\"line\" class=\"banner-line\" role=\"alert\"></p><p id=\"status\" class=\"status second\" " /* not shown */
        "role=\"status\"></p>"
        "<p id=\"live\" class=\"away\" aria-live=\"polite\"></p>"); /* not shown */
}

/* --- joining --------------------------------------------------------------------------------------------- */

static void w_roles(struct writer *w, const struct page *page)
{
    static const char *const roles[] = {"voter", "observer", "coach", "board", "leader", "primary", "role-player"};
    w_label(w, page, "role", "web.join.role");
    w_element(w, page, "<select id=\"role\" name=\"role\"><option value=\"\">", "web.join.role-any", /* not shown */
              "</option>");                                                                          /* not shown */
    for (size_t i = 0; i < sizeof roles / sizeof *roles; i++) {
        struct writer id;
        writer_init(&id, w->arena);
        w_text(&id, "seat.");
        w_text(&id, roles[i]);
        w_text(&id, ".name");
        w_char(&id, '\0');
        w_text(w, "<option value=\""); /* not shown */
        w_text(w, roles[i]);
        w_element(w, page, "\">", writer_str(&id).ptr, "</option>");
    }
    w_text(w, "</select>");
}

static void w_languages(struct writer *w, const struct page *page)
{
    static const char *const langs[] = {"en", "fr"};
    w_label(w, page, "lang", "web.join.language");
    w_text(w, "<select id=\"lang\" name=\"lang\">"); /* not shown */
    for (size_t i = 0; i < 2; i++) {
        w_text(w, "<option value=\""); /* not shown */
        w_text(w, langs[i]);
        w_text(w, str_is(words_lang(page->words), langs[i]) ? "\" selected>" : "\">");
        w_say(w, page, i == 0 ? "language.en" : "language.fr");
        w_text(w, "</option>");
    }
    w_text(w, "</select>");
}

void page_join(struct writer *w, const struct page *page, td_str code)
{
    w_head(w, page, "web.join.title", "page", "");
    w_text(w, "<main class=\"phone\">"); /* not shown */
    w_element(w, page, "<h1>", "web.join.title", "</h1>");
    w_element(w, page, "<p class=\"second\">", "web.join.lead", "</p>");
    w_refusal(w, page);
    w_text(w, "<form class=\"card stack\" method=\"post\" action=\"/join\">"); /* not shown */
    w_label(w, page, "code", "web.join.code");
    w_text(w, "<input id=\"code\" name=\"code\" required maxlength=\"16\" autocomplete=\"off\" " /* not shown */
              "autocapitalize=\"characters\" spellcheck=\"false\" value=\"");                    /* not shown */
    w_html(w, code);
    w_text(w, "\">");
    w_label(w, page, "name", "web.join.name");
    w_text(w,
           "<input id=\"name\" name=\"name\" required maxlength=\"24\" autocomplete=\"given-name\">"); /* not shown */
    w_roles(w, page);
    w_languages(w, page);
    w_element(w, page, "<button class=\"main wide\">", "web.join.go", /* not shown */
              "</button></form></main></body></html>\n");             /* not shown */
}

void page_pin(struct writer *w, const struct page *page)
{
    w_head(w, page, "web.console.title", "page", "");
    w_text(w, "<main class=\"phone\">"); /* not shown */
    w_element(w, page, "<h1>", "web.console.title", "</h1>");
    w_element(w, page, "<p class=\"second\">", "web.console.pin-help", "</p>");
    w_refusal(w, page);
    w_text(w, "<form class=\"card stack\" method=\"post\" action=\"/console\">"); /* not shown */
    w_label(w, page, "pin", "web.console.pin");
    w_text(
        w,
        "<input id=\"pin\" name=\"pin\" type=\"password\" required maxlength=\"8\" inputmode=\"numeric\" " /* not shown */
        "autocomplete=\"off\">");                                        /* not shown */
    w_element(w, page, "<button class=\"main wide\">", "web.console.go", /* not shown */
              "</button></form></main></body></html>\n");                /* not shown */
}

/* --- one seat, without a script ---------------------------------------------------------------------------- */

static td_str text_of(const struct json_at *object, const char *key)
{
    struct json_at value;
    return json_get(object, key, &value) ? json_string(&value) : (td_str){"", 0};
}

/* A list of {"seen":..} and {"said":..}. */
static void w_pieces(struct writer *w, const struct json_at *object, const char *key, const char *open)
{
    struct json_at list, item;
    if (!json_get(object, key, &list))
        return;
    for (bool more = json_first(&list, &item); more; more = json_next(&item)) {
        td_str seen = text_of(&item, "seen"), said = text_of(&item, "said");
        w_text(w, seen.len > 0 ? "<p class=\"seen\">" : open);
        w_html(w, seen.len > 0 ? seen : said);
        w_text(w, "</p>");
    }
}

/* A sentence with one place in it, filled with what somebody wrote. */
static void w_filled(struct writer *w, const struct page *page, const char *id, const char *place, td_str text)
{
    struct arena arena;
    struct writer sentence;
    const struct word_arg args[] = {{.name = place, .text = text}};
    arena_init(&arena, &memory_std);
    writer_init(&sentence, &arena);
    words_write(&sentence, page->words, id, WORDS_THEY, args, 1);
    w_html(w, writer_str(&sentence));
    arena_finish(&arena);
}

/* Before anybody plays: what it is about, that anybody may stop it, who is there for whom it touches. */
static void w_care(struct writer *w, const struct page *page, const struct json_at *room)
{
    struct json_at list, one;
    w_text(w, "<section class=\"card\">"); /* not shown */
    enum { NOTES = 16 };
    td_str notes[NOTES];
    int count = 0;
    if (json_get(room, "content", &list))
        for (bool more = json_first(&list, &one); more && count < NOTES; more = json_next(&one))
            notes[count++] = json_string(&one);
    if (count > 0) {
        struct writer all;
        writer_init(&all, w->arena);
        words_join(&all, page->words, notes, count);
        w_text(w, "<p><b>");
        w_filled(w, page, "web.content", "what", writer_str(&all));
        w_element(w, page, "</b> ", "web.content.choice", "</p>"); /* not shown */
    }
    w_element(w, page, "<p>", "web.stop.rule", "</p><p>");
    w_html(w, text_of(room, "support"));
    w_text(w, "</p></section>");
}

static void w_farewell(struct writer *w, const struct page *page, const struct json_at *room)
{
    struct writer kept;
    writer_init(&kept, w->arena);
    w_text(&kept, "web.kept.");
    w_str(&kept, text_of(room, "rung"));
    w_char(&kept, '\0');
    w_element(w, page, "<section class=\"card\"><p>", "web.closed", "</p><p>"); /* not shown */
    w_html(w, text_of(room, "support"));
    w_element(w, page, "</p><p>", writer_str(&kept).ptr, "</p></section>");
}

/* After a way back: from where it goes on. */
static void w_back(struct writer *w, const struct page *page, const struct json_at *scene)
{
    struct json_at back;
    if (!json_get(scene, "back", &back))
        return;
    td_str line = text_of(&back, "text");
    w_text(w, "<p class=\"banner\">"); /* not shown */
    if (line.len > 0)
        w_filled(w, page, "web.back.line", "line", line);
    else
        w_say(w, page, "web.back.other");
    w_text(w, "</p>");
}

static void w_said(struct writer *w, const struct page *page, const struct json_at *scene)
{
    td_str said = text_of(scene, "you_said");
    struct json_at silent;
    if (said.len > 0) {
        w_text(w, "<p class=\"said\">"); /* not shown */
        w_html(w, said);
        w_text(w, "</p>");
    } else if (json_get(scene, "you_silent", &silent) && json_bool(&silent)) {
        w_element(w, page, "<p class=\"said\">", "web.silent", "</p>"); /* not shown */
    }
}

static void w_scene(struct writer *w, const struct page *page, const struct json_at *view)
{
    struct json_at scene, room;
    td_str phase = json_get(view, "room", &room) ? text_of(&room, "phase") : (td_str){"", 0};
    if (str_is(phase, "lobby"))
        w_element(w, page, "<section class=\"card\"><p>", "web.wait", "</p></section>"); /* not shown */
    if (str_is(phase, "lobby") || str_is(phase, "brief"))
        w_care(w, page, &room);
    if (str_is(phase, "closed"))
        w_farewell(w, page, &room);
    if (!json_get(view, "scene", &scene))
        return;
    w_text(w, "<section class=\"card words\"><h2>"); /* not shown */
    w_html(w, text_of(&scene, "name"));
    w_text(w, "</h2>");
    if (str_is(phase, "brief"))
        w_pieces(w, &scene, "briefing", "<p>");
    w_back(w, page, &scene);
    w_said(w, page, &scene);
    w_pieces(w, &scene, "opening", "<p>");
    w_pieces(w, &scene, "answer", "<p>");
    w_pieces(w, &scene, "line", "<p>");
    w_pieces(w, &scene, "ending", "<p>");
    w_text(w, "</section>");
}

static bool has_role(const struct json_at *view, const char *role)
{
    struct json_at you, roles, item;
    if (!json_get(view, "you", &you) || !json_get(&you, "roles", &roles))
        return false;
    for (bool more = json_first(&roles, &item); more; more = json_next(&item))
        if (str_is(json_string(&item), role))
            return true;
    return false;
}

static void w_choices(struct writer *w, const struct json_at *lines, td_str mine)
{
    struct json_at line;
    for (bool more = json_first(lines, &line); more; more = json_next(&line)) {
        td_str id = text_of(&line, "id");
        w_text(w, "<label class=\"pick\"><input type=\"radio\" name=\"choice\" required value=\""); /* not shown */
        w_html(w, id);
        w_text(w, str_eq(id, mine) && mine.len > 0 ? "\" checked><span>" : "\"><span>");
        w_html(w, text_of(&line, "text"));
        w_text(w, "</span></label>");
    }
}

/* Why there is nothing to vote on now. */
static void w_no_vote(struct writer *w, const struct page *page, td_str state, td_str ended)
{
    const char *id = str_is(state, "reading") ? "web.vote.reading"
                     : str_is(state, "open")  ? "web.vote.paused"
                     : str_is(ended, "tie")   ? "web.vote.tie"
                     : ended.len > 0          ? "web.vote.nobody"
                     : state.len > 0          ? "web.vote.closed"
                                              : "web.vote.none";
    w_element(w, page, "<section class=\"card\"><p>", id, "</p></section>"); /* not shown */
}

static void w_vote(struct writer *w, const struct page *page, const struct json_at *view)
{
    struct json_at vote, lines, yours;
    const bool any = json_get(view, "vote", &vote);
    td_str state = any ? text_of(&vote, "state") : TD_STR(""), ended = any ? text_of(&vote, "ended") : TD_STR("");
    if (!has_role(view, "voter"))
        return;
    if (!str_is(state, "open") || !json_get(view, "lines", &lines) || json_get(view, "frozen", &yours)) {
        w_no_vote(w, page, state, ended);
        return;
    }
    td_str mine = json_get(&vote, "yours", &yours) ? text_of(&yours, "choice") : (td_str){"", 0};
    w_text(w,
           "<section class=\"card\"><form class=\"stack\" method=\"post\" action=\"/vote\"><fieldset " /* not shown */
           "class=\"stack\"><legend>");                                                                /* not shown */
    w_say(w, page, "web.vote.title");
    w_text(w, "</legend>");
    w_choices(w, &lines, mine);
    w_text(w, "</fieldset>");
    w_label(w, page, "reason", "web.vote.reason");
    w_text(w, "<input id=\"reason\" name=\"reason\" maxlength=\"80\">"); /* not shown */
    w_element(w, page, "<button class=\"main wide\">",                   /* not shown */
              mine.len > 0 ? "web.vote.change" : "web.vote.send",        /* not shown */
              "</button></form></section>");
}

static void w_choose(struct writer *w, const struct page *page, const struct json_at *view)
{
    struct json_at lines, may;
    if (!has_role(view, "primary") || !json_get(view, "lines", &lines) || !json_get(view, "may", &may))
        return;
    w_text(
        w,
        "<section class=\"card\"><form class=\"stack\" method=\"post\" action=\"/do\"><input type=\"hidden\" " /* not shown */
        "name=\"do\" value=\"choose\"><fieldset class=\"stack\"><legend>"); /* not shown */
    w_say(w, page, "web.say");
    w_text(w, "</legend>");
    w_choices(w, &lines, (td_str){"", 0});
    w_element(w, page, "</fieldset><button class=\"main wide\">", "web.say.go", /* not shown */
              "</button></form></section>");                                    /* not shown */
}

static void w_fallback(struct writer *w, const struct page *page, const struct json_at *view)
{
    struct json_at frozen, room;
    if (json_get(view, "frozen", &frozen))
        w_element(w, page, "<p class=\"banner\">", "web.frozen.pause", "</p>"); /* not shown */
    w_scene(w, page, view);
    const bool any = json_get(view, "room", &room);
    if (any && str_is(text_of(&room, "phase"), "closed"))
        return;
    w_vote(w, page, view);
    w_choose(w, page, view);
    if (any) {
        w_text(w, "<p class=\"second\">"); /* not shown */
        w_html(w, text_of(&room, "support"));
        w_text(w, "</p>");
    }
    w_element(w, page, "<p class=\"row\"><a class=\"button\" href=\"/room\">", "web.refresh", /* not shown */
              "</a></p>");                                                                    /* not shown */
    w_element(
        w, page,
        "<form method=\"post\" action=\"/do\"><input type=\"hidden\" name=\"do\" value=\"stop\"><button>", /* not shown */
        "web.stop", "</button></form>");
    w_element(w, page, "<p class=\"second\">", "web.scripts-off", "</p>"); /* not shown */
}

void page_room(struct writer *w, const struct page *page, td_str view)
{
    struct arena arena;
    struct diags diags;
    arena_init(&arena, &memory_std);
    diags_init(&diags, &arena);
    struct json_doc *doc =
        json_open(&memory_std, TD_STR("view"), view, (struct json_limits){VIEW_BYTES, VIEW_VALUES}, &diags);
    w_head(w, page, "web.room.title", "page",
           "<noscript><meta http-equiv=\"refresh\" content=\"8;url=/room\"></noscript>"); /* not shown */
    w_text(w, "<div class=\"phone\"><header><h1>");                                       /* not shown */
    w_html(w, page->title);
    w_text(
        w,
        "</h1><span id=\"you\" class=\"second\"></span><span id=\"clock\" class=\"second\"></span></header>"); /* not shown */
    w_refusal(w, page);
    w_live(w);
    w_text(w, "<main id=\"main\"><div id=\"fallback\" data-part=\"fallback\">"); /* not shown */
    if (doc != NULL) {
        struct json_at root = json_root(doc);
        w_fallback(w, page, &root);
        json_close(doc);
    }
    w_text(
        w,
        "</div></main></div><footer class=\"foot\" id=\"foot\" hidden><div><button type=\"button\" id=\"stop\">"); /* not shown */
    w_say(w, page, "web.stop");
    w_text(w, "</button></div></footer>");
    w_scripts(w, "phone.js");
    w_text(w, "</body></html>\n");
    arena_finish(&arena);
}

/* --- console and projector ---------------------------------------------------------------------------------- */

/* Shown by the script when the session is over. */
static void w_files(struct writer *w, const struct page *page)
{
    static const struct {
        const char *link, *id;
    } rows[] = {
        {"<a class=\"button\" download href=\"/debrief.html\">", "web.files.html"}, /* not shown */
        {"<a class=\"button\" download href=\"/debrief.pdf\">", "web.files.pdf"},   /* not shown */
        {"<a class=\"button\" download href=\"/debrief.csv\">", "web.files.csv"},   /* not shown */
        {"<a class=\"button\" download href=\"/debrief.json\">", "web.files.json"}, /* not shown */
    };
    if (!page->kept)
        return;
    w_text(w, "<footer id=\"files\" class=\"row files\" hidden>"); /* not shown */
    w_element(w, page, "<span>", "web.files", "</span>");
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        w_element(w, page, rows[i].link, rows[i].id, "</a>");
    w_text(w, "</footer>");
}

void page_console(struct writer *w, const struct page *page)
{
    w_head(w, page, "web.console.title", "console", "<link rel=\"stylesheet\" href=\"/screen.css\">"); /* not shown */
    w_text(w, "<header><h1>");
    w_say(w, page, "web.console.name");
    w_text(
        w,
        "</h1><p class=\"grow second\"><span id=\"title\"></span> \xc2\xb7 <span id=\"joined\"></span> " /* not shown */
        "\xc2\xb7 ");                                                                                    /* not shown */
    w_say(w, page, "web.code");
    w_text(w, " <span id=\"code\" class=\"code\"></span></p><div id=\"head\"></div></header>"); /* not shown */
    w_live(w);
    w_element(w, page, "<noscript><p class=\"banner\">", "web.needs-script", "</p></noscript>");        /* not shown */
    w_text(w, "<main><div id=\"left\"></div><div id=\"middle\"></div><div id=\"right\"></div></main>"); /* not shown */
    w_files(w, page);
    w_scripts(w, "console.js");
    w_text(w, "</body></html>\n");
}

void page_over(struct writer *w, const struct page *page)
{
    w_head(w, page, "web.screen.title", "page", "");
    w_element(w, page, "<main class=\"phone\"><h1>", "web.screen.title", "</h1>");                /* not shown */
    w_element(w, page, "<p class=\"banner\">", "web.over.screen", "</p></main></body></html>\n"); /* not shown */
}

void page_screen(struct writer *w, const struct page *page, td_str address)
{
    w_head(w, page, "web.screen.title", "screen\" data-address=\"", /* not shown */
           "<link rel=\"stylesheet\" href=\"/screen.css\">");       /* not shown */
    w->len -= 2; /* the end of the tag: the address comes before it */
    w_html(w, address);
    w_text(
        w,
        "\"><img id=\"back\" class=\"backdrop\" alt=\"\"><div class=\"shade\"></div><main id=\"main\"></main>"); /* not shown */
    w_element(w, page, "<noscript><p class=\"banner\">", "web.needs-script", "</p></noscript>"); /* not shown */
    w_text(w, "<p id=\"line\" class=\"banner cut\" role=\"alert\"></p>");                        /* not shown */
    w_scripts(w, "screen.js");
    w_text(w, "</body></html>\n");
}
