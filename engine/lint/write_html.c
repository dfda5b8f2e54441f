/* write_html.c - the report as a page that stands alone: the verdict first, then what to mend, then the story as
 * plays went through it, then the figures.  No script and nothing fetched, so it can be mailed and printed. */
#include "map.h"
#include "sheet.h"

/* --- the findings ----------------------------------------------------------------------------------------- */

enum { QUOTE_BYTES = 200 };
enum { SHOWN = 6 }; /* of one code; the rest is folded away */

static void put_place(const struct sheet *p, const struct lint_finding *finding)
{
    size_t from = finding->file.len;
    while (from > 0 && finding->file.ptr[from - 1] != '/')
        from--;
    sheet_raw(p, "<span class=\"place\">");
    lint_put_html(p->w, (td_str){finding->file.ptr + from, finding->file.len - from});
    if (finding->line > 0) {
        sheet_raw(p, ":");
        w_int(p->w, finding->line);
        sheet_raw(p, ":");
        w_int(p->w, finding->column);
    }
    sheet_raw(p, "</span>");
}

/* The words of the line or choice that is meant. */
static void put_quote(const struct sheet *p, td_str id, bool node)
{
    td_str text = lint_quote(p->arena, p->own, p->report->scenario, id, node, QUOTE_BYTES);
    if (text.len == 0)
        return;
    sheet_raw(p, "<p class=\"q\"><span class=\"place\">");
    lint_put_html(p->w, id);
    sheet_raw(p, "</span> <q>");
    lint_put_html(p->w, text);
    sheet_raw(p, "</q></p>");
}

static void put_finding(const struct sheet *p, const struct lint_finding *finding)
{
    sheet_raw(p, "<li><p>");
    lint_put_html(p->w, lint_sentence(p->arena, p->words, finding, false));
    sheet_raw(p, " ");
    put_place(p, finding);
    sheet_raw(p, "</p>");
    put_quote(p, finding->id, finding->node);
    if (lint_names_another(finding->code))
        put_quote(p, finding->subject, false);
    if (finding->example_count > 0) {
        const struct word_arg args[] = {ARG_TEXT("list", lint_examples(p->arena, p->words, finding))};
        sheet_paragraph(p, "lint.seen-at", args, 1);
    }
    sheet_raw(p, "</li>\n");
}

static int count_of_code(const struct lint_report *report, int first)
{
    int count = 1;
    while (first + count < report->count && report->findings[first + count].code == report->findings[first].code)
        count++;
    return count;
}

/* All findings of one code: what to do about them once, then each. */
static void put_code(const struct sheet *p, int first, int count)
{
    const struct lint_finding *finding = &p->report->findings[first];
    static const char *const severity[] = {"lint.error", "lint.warning", "lint.note"};
    sheet_raw(p, "<section class=\"s");
    w_int(p->w, (int64_t)lint_severity(finding->code));
    sheet_raw(p, "\"><h3><span class=\"badge\">");
    sheet_say(p, severity[lint_severity(finding->code)], NULL, 0);
    sheet_raw(p, "</span> ");
    sheet_raw(p, lint_code_name(finding->code));
    sheet_raw(p, count > 1 ? " × " : "");
    if (count > 1)
        w_int(p->w, count);
    sheet_raw(p, "</h3>\n<p class=\"do\">");
    lint_put_html(p->w, lint_sentence(p->arena, p->words, finding, true));
    sheet_raw(p, "</p>\n<ul>\n");
    for (int i = 0; i < count; i++) {
        if (i == SHOWN) {
            const struct word_arg args[] = {ARG_INT("n", count - SHOWN)};
            sheet_raw(p, "</ul>\n<details><summary>");
            sheet_say(p, "lint.page.more", args, 1);
            sheet_raw(p, "</summary>\n<ul>\n");
        }
        put_finding(p, finding + i);
    }
    sheet_raw(p, count > SHOWN ? "</ul></details></section>\n" : "</ul></section>\n");
}

static void put_findings(const struct sheet *p)
{
    sheet_heading(p, "lint.page.findings");
    if (p->report->count == 0)
        sheet_paragraph(p, "lint.page.none", NULL, 0);
    for (int i = 0; i < p->report->count;) {
        int count = count_of_code(p->report, i);
        put_code(p, i, count);
        i += count;
    }
}

/* --- the figures ------------------------------------------------------------------------------------------ */

static void put_players(const struct sheet *p)
{
    static const char *const heads[] = {"lint.page.player",  "lint.page.resolved", "lint.page.intended",
                                        "lint.page.score",   "lint.page.most",     "lint.page.exchanges",
                                        "lint.page.minutes", "lint.page.marks"};
    sheet_open_table(p, "lint.page.players", heads, 8);
    for (int i = 0; i < PLAYER_COUNT; i++) {
        const struct lint_player *row = &p->report->players[i];
        sheet_raw(p, row->misses ? "<tr class=\"misses\">" : "<tr>");
        sheet_cell(p, "th scope=\"row\"", str_of(player_name((enum player)i)));
        sheet_number_cell(p, row->resolved);
        sheet_number_cell(p, row->intended);
        sheet_number_cell(p, row->score);
        sheet_number_cell(p, row->most);
        sheet_number_cell(p, row->exchanges);
        sheet_number_cell(p, row->minutes);
        sheet_cell(p, "td class=\"n\"",
                   sheet_sentence(p, row->misses ? "lint.page.misses" : "lint.page.kept", NULL, 0));
        sheet_raw(p, "</tr>\n");
    }
    sheet_close_table(p);
}

static void put_giveaways(const struct sheet *p)
{
    static const char *const heads[] = {"lint.page.mark", "lint.page.best", "lint.page.chance", "lint.page.decisions"};
    static const char *const marks[] = {"lint.mark.longest", "lint.mark.first", "lint.mark.nicest",
                                        "lint.mark.complex"};
    sheet_open_table(p, "lint.page.giveaways", heads, 4);
    for (int i = 0; i < LINT_MARKS; i++) {
        const struct lint_giveaway *sum = &p->report->giveaways[i];
        sheet_raw(p, "<tr>");
        sheet_cell(p, "th scope=\"row\"", sheet_sentence(p, marks[i], NULL, 0));
        sheet_number_cell(p, (sum->share + 5) / 10);
        sheet_number_cell(p, (sum->chance + 5) / 10);
        sheet_number_cell(p, sum->decisions);
        sheet_raw(p, "</tr>\n");
    }
    sheet_close_table(p);
}

/* Bars of one length a line; the number stands beside each. */
static void put_diet(const struct sheet *p)
{
    static const char *const heads[] = {"lint.page.act", "lint.page.lines"};
    sheet_open_table(p, "lint.page.diet", heads, 2);
    for (int act = 0; act < ACT_COUNT; act++) {
        struct writer id;
        writer_init(&id, p->arena);
        w_text(&id, "act.");
        w_str(&id, act_name((enum act)act));
        w_text(&id, ".name");
        int32_t width = p->report->acts[act] * 400 / (p->report->scenario->choice_count + 1);
        sheet_raw(p, "<tr>");
        sheet_cell(p, "th scope=\"row\"", words_get(p->words, writer_str(&id)));
        sheet_raw(p,
                  "<td class=\"n\"><svg class=\"bar\" aria-hidden=\"true\" width=\"120\" height=\"10\"><rect width=\"");
        w_int(p->w, width > 120 ? 120 : width);
        sheet_raw(p, "\" height=\"10\"/></svg> ");
        w_int(p->w, p->report->acts[act]);
        sheet_raw(p, "</td></tr>\n");
    }
    sheet_close_table(p);
}

static td_str where_next(const struct sheet *p, int32_t node)
{
    enum { NEXT = 3 };
    const td_scenario *s = p->report->scenario;
    td_str list[NEXT];
    int count = 0;
    for (int i = 0; i < p->report->way_count && count < NEXT; i++) {
        const struct lint_way *way = &p->report->ways[i];
        if (way->from == node)
            list[count++] = way->to < 0 ? s->endings[~way->to].id : s->nodes[way->to].id;
    }
    struct writer w;
    writer_init(&w, p->arena);
    words_join(&w, p->words, list, count);
    return writer_str(&w);
}

/* What the map shows, for those who cannot see it. */
static void put_moments(const struct sheet *p)
{
    static const char *const heads[] = {"lint.page.moment", "lint.page.plays", "lint.page.skilled", "lint.page.first",
                                        "lint.page.next"};
    sheet_open_table(p, "lint.page.moments", heads, 5);
    for (int i = 0; i < p->report->scenario->node_count; i++) {
        const struct lint_node_flow *flow = &p->report->nodes[i];
        sheet_raw(p, "<tr>");
        const struct word_arg args[] = {ARG_TEXT("id", p->report->scenario->nodes[i].id)};
        sheet_cell(p, "th scope=\"row\"",
                   flow->flavour && flow->plays > 0 ? sheet_sentence(p, "lint.page.flavour", args, 1) : args[0].text);
        sheet_cell(p, "td class=\"n\"", lint_share(p->arena, flow->plays, p->report->plays));
        sheet_cell(p, "td class=\"n\"", lint_share(p->arena, flow->skilled, p->report->runs));
        sheet_cell(p, "td class=\"n\"",
                   flow->first == NONE ? TD_STR("–") : lint_number(p->arena, p->words, LINT_GRADE, flow->first));
        sheet_cell(p, "td", where_next(p, i));
        sheet_raw(p, "</tr>\n");
    }
    sheet_close_table(p);
}

static void put_endings(const struct sheet *p)
{
    static const char *const heads[] = {"lint.page.ending", "lint.page.outcome", "lint.page.share"};
    sheet_open_table(p, "lint.page.endings", heads, 3);
    for (int i = 0; i < p->report->scenario->ending_count; i++) {
        const struct ending *ending = &p->report->scenario->endings[i];
        sheet_raw(p, "<tr>");
        sheet_cell(p, "th scope=\"row\"", ending->id);
        sheet_cell(p, "td class=\"n\"", outcome_names[ending->outcome]);
        sheet_cell(p, "td class=\"n\"", lint_share(p->arena, p->report->endings[i], p->report->plays));
        sheet_raw(p, "</tr>\n");
    }
    sheet_close_table(p);
}

static void put_map(const struct sheet *p)
{
    sheet_heading(p, "lint.map.title");
    sheet_paragraph(p, "lint.map.text", NULL, 0);
    sheet_raw(p, "<figure>");
    lint_map_draw(p->arena, p->w, p->report, p->words);
    sheet_raw(p, "</figure>\n<details><summary>");
    sheet_say(p, "lint.page.as-table", NULL, 0);
    sheet_raw(p, "</summary>\n");
    put_moments(p);
    put_endings(p);
    sheet_raw(p, "</details>\n");
}

/* --- the page --------------------------------------------------------------------------------------------- */

static const char style[] =
    ":root{--ink:#1d2330;--soft:#4a5365;--line:#c9cfda;--paper:#fff;--wash:#f4f6f9;--bad:#9b1c1c;--warn:#7a4b00;"
    "--calm:#1f5c8a}"
    "*{box-sizing:border-box}body{margin:0 auto;max-width:64rem;padding:2rem 1.25rem 4rem;background:var(--paper);"
    "color:var(--ink);font:1rem/1.5 'Atkinson Hyperlegible',system-ui,sans-serif}"
    "h1{font-size:1.9rem;line-height:1.2;margin:0}h2{margin:2.5rem 0 .75rem;font-size:1.35rem}"
    "h3{font-size:1rem;margin:0 0 .25rem;font-weight:600}.lead{font-size:1.15rem;color:var(--soft);margin:.25rem 0 0}"
    ".verdict{border-left:6px solid var(--calm);background:var(--wash);padding:.75rem 1rem;margin:1.25rem 0}"
    ".verdict.bad{border-color:var(--bad)}";
static const char style_findings[] =
    "section{border:1px solid var(--line);border-radius:6px;padding:.75rem 1rem;margin:.75rem 0;break-inside:auto}"
    "section.s0{border-left:6px solid var(--bad)}section.s1{border-left:6px double var(--warn)}"
    "section.s2{border-left:2px solid var(--line)}.badge{display:inline-block;border:1px solid;border-radius:3px;"
    "padding:0 .4rem;font-size:.8rem;color:var(--soft)}.s0 .badge{color:#fff;background:var(--bad)}"
    ".s1 .badge{color:var(--warn)}.do{color:var(--soft);margin:.25rem 0}ul{margin:.5rem 0;padding-left:1.2rem}"
    "li{margin:.35rem 0;break-inside:avoid}li p{margin:0}q{color:var(--soft);font-style:italic}"
    ".q{margin:.1rem 0 0 1rem}.place{font:.85rem "
    "ui-monospace,monospace;color:var(--soft);overflow-wrap:anywhere}summary{cursor:pointer;"
    "padding:.3rem 0}";
static const char style_tables[] =
    ".wide{overflow-x:auto;margin:1rem 0}table{border-collapse:collapse;width:100%;font-size:.95rem}"
    "caption{text-align:left;font-weight:600;padding:.25rem 0}th,td{border-bottom:1px solid var(--line);"
    "padding:.25rem .5rem;text-align:left;vertical-align:top}.n{text-align:right;font-variant-numeric:tabular-nums}"
    "thead th{border-bottom:2px solid var(--ink)}tr.misses{font-weight:700}.bar{vertical-align:middle;"
    "background:var(--wash)}.bar rect{fill:var(--calm)}footer{margin-top:3rem;color:var(--soft);font-size:.9rem;"
    "border-top:1px solid var(--line);padding-top:1rem}";
static const char style_map[] =
    "figure{margin:1rem 0}figure svg{width:100%;height:auto}.way{fill:none;stroke:#9aa3b2;stroke-opacity:.55}"
    ".way.skilled{stroke:#1f5c8a;stroke-opacity:.7}.way.back{stroke-dasharray:4 5}rect{stroke:#1d2330}"
    "text{text-anchor:middle;font-family:inherit;fill:#1d2330}.name{font-size:12px;font-weight:600}"
    ".share{font-size:11px}.h0 rect{fill:#fff}.h1 rect{fill:#f6eddc}.h2 rect{fill:#f3d9a8}.h3 rect{fill:#efbd6b}"
    ".h4 rect{fill:#e79a3c;stroke-width:2}.ending rect{stroke-width:2}";
static const char style_print[] =
    "@media print{body{max-width:none;padding:0;font-size:10pt}@page{margin:16mm 14mm}h2{break-after:avoid}"
    "figure svg{max-height:240mm}.wide{overflow:visible}thead{display:table-header-group}tr{break-inside:avoid}"
    "details::details-content{content-visibility:visible;block-size:auto}}";

static void put_head(const struct sheet *p, td_str title)
{
    sheet_raw(p, "<!doctype html>\n<html lang=\"");
    lint_put_html(p->w, words_lang(p->words));
    sheet_raw(
        p, "\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n<title>");
    lint_put_html(p->w, title);
    sheet_raw(p, "</title>\n<style>");
    sheet_raw(p, style);
    sheet_raw(p, style_findings);
    sheet_raw(p, style_tables);
    sheet_raw(p, style_map);
    sheet_raw(p, style_print);
    sheet_raw(p, "</style>\n</head>\n<body>\n<main>\n");
}

static void put_title(const struct sheet *p)
{
    sheet_raw(p, "<h1>");
    lint_put_html(p->w, texts_get(p->own->texts, p->own->source, TD_STR("title")));
    sheet_raw(p, "</h1>\n<p class=\"lead\">");
    sheet_say(p, "lint.page.title", NULL, 0);
    sheet_raw(p, "</p>\n");
}

static void put_verdict(const struct sheet *p)
{
    const struct lint_report *report = p->report;
    bool bad = report->totals[LINT_ERROR] > 0;
    const struct word_arg args[] = {
        ARG_TEXT("scenario", report->scenario->id),
        ARG_INT("errors", report->totals[LINT_ERROR]),
        ARG_INT("warnings", report->totals[LINT_WARNING]),
        ARG_INT("notes", report->totals[LINT_NOTE]),
        ARG_INT("plays", report->plays),
        ARG_INT("exchanges", report->exchanges),
        ARG_INT("moments", report->moments),
        ARG_INT("decisions", report->decisions),
        ARG_INT("seed", (int64_t)report->seed),
    };
    sheet_raw(p, bad ? "<div class=\"verdict bad\"><p><strong>" : "<div class=\"verdict\"><p><strong>");
    sheet_say(p, bad ? "lint.page.bad" : "lint.page.good", args, 9);
    sheet_raw(p, "</strong></p>\n");
    sheet_paragraph(p, "lint.total", args, 9);
    sheet_paragraph(p, "lint.figure.plays", args, 9);
    sheet_raw(p, "</div>\n");
}

static void put_texts(const struct sheet *p)
{
    const struct word_arg args[] = {
        ARG_TEXT("grade", lint_number(p->arena, p->words, LINT_GRADE, p->report->grade)),
        ARG_INT("heard", p->report->found.lines_heard),
        ARG_INT("lines", p->report->found.lines),
        ARG_TEXT("fallbacks", lint_share(p->arena, p->report->fallbacks, p->report->heard)),
    };
    sheet_paragraph(p, "lint.figure.grade", args, 4);
    sheet_paragraph(p, "lint.figure.lines", args, 4);
}

void lint_html_open(struct writer *w, td_str title, const struct words *words)
{
    const struct sheet page = {.w = w, .arena = w->arena, .words = words};
    put_head(&page, title);
}

void lint_html_report(struct writer *w, const struct lint_report *report, const struct lint_words *words)
{
    const struct sheet page = {w, w->arena, words->words, report, words};
    put_title(&page);
    put_verdict(&page);
    put_findings(&page);
    put_map(&page);
    sheet_heading(&page, "lint.page.figures");
    put_players(&page);
    put_giveaways(&page);
    put_diet(&page);
    put_texts(&page);
}

void lint_html_close(struct writer *w, const struct lint_figures *figures, const struct lint_person *people, int count,
                     const struct words *words)
{
    const struct sheet page = {.w = w, .arena = w->arena, .words = words};
    const struct word_arg args[] = {
        ARG_INT("seed", (int64_t)figures->seed),
        ARG_INT("runs", figures->runs),
        ARG_INT("noise", figures->noise),
    };
    sheet_whom(&page, people, count);
    sheet_raw(&page, "</main>\n<footer>");
    sheet_paragraph(&page, "lint.page.foot", args, 3);
    sheet_raw(&page, "</footer>\n</body>\n</html>\n");
}
