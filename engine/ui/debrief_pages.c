/* debrief_pages.c - the panel below the curve: one decision explained, what else could have been said from
 * the same moment, the whole talk with what was done well first, and the figures with their reasons.
 * Sentences and figures are those of the saved report. */
#include "debrief_parts.h"

static struct ui_style body(const struct page *p)
{
    return style_of(UI_REGULAR, 15, 22, p->ui->theme.contrast ? p->ui->theme.text : 0xd4dee5ff);
}

static struct ui_style small(const struct page *p)
{
    return style_of(UI_REGULAR, 14, 20, p->ui->theme.second);
}

/* --- panels ------------------------------------------------------------------------------------------- */

void debrief_panel(struct page *p, struct ui_rect rect)
{
    const struct ui_theme *t = &p->ui->theme;
    ui_edge_box(p->ui, rect, 14, t->surface, t->contrast ? t->line : 0, t->contrast ? 1 : 0);
}

struct area area_start(struct page *p, struct ui_rect rect, struct ui_rect view)
{
    struct area a = {p->ui->op_count, p->ui->scroll_now < 0, view, rect, view.y};
    debrief_panel(p, rect);
    return a;
}

void area_scroll(struct page *p, struct area *a)
{
    if (a->own)
        a->y -= ui_scroll_start(p->ui, a->view);
}

int32_t area_end(struct page *p, const struct area *a)
{
    if (a->own) {
        ui_scroll_end(p->ui, a->y);
        return a->rect.h;
    }
    p->ui->ops[a->op].rect.h = a->y - a->rect.y + ui_u(p->ui, 8);
    return p->ui->ops[a->op].rect.h;
}

const struct step *debrief_step(const struct page *p)
{
    const struct trace *t = p->model->trace;
    return p->app->step == NONE || !t || p->app->step >= t->count ? NULL : &t->steps[p->app->step];
}

bool debrief_has_better(const struct step *s)
{
    return s && s->alt_count > 0 && s->alt_best != s->alt_chosen && s->verdict != VERDICT_STRONG &&
           s->verdict != VERDICT_NO_DIFFERENCE;
}

/* --- one decision --------------------------------------------------------------------------------------- */

static td_str why(struct page *p, int32_t step)
{
    struct writer w;
    writer_init(&w, p->ui->arena);
    debrief_write_why(&w, p->model->debrief, p->model->words, step, say_called(&p->say));
    return say_plain(&p->say, writer_str(&w));
}

static td_str moved(struct page *p, const struct step *s)
{
    const struct word_arg args[] = {
        ARG_INT("from", (s->before.agitation + 5) / 10), ARG_INT("to", (s->after.agitation + 5) / 10),
        ARG_TEXT("step", say_of(&p->say, "stage.", say_number(&p->say, s->before.stage), ".name"))};
    return say_with(&p->say, "ui.moved", args, 3);
}

/* time, words, delivery, space, sore point, promise, what happened outside: each its own figure. */
static int32_t parts(struct page *p, int32_t x, int32_t y, int32_t w, const struct step *s)
{
    const struct {
        const char *id;
        int32_t permille;
    } shares[] = {{"delta.time.name", s->delta.time},         {"delta.words.name", s->delta.words},
                  {"delta.delivery.name", s->delta.delivery}, {"delta.space.name", s->delta.space},
                  {"delta.trigger.name", s->delta.trigger},   {"delta.promise.name", s->delta.promise},
                  {"delta.outside.name", s->outside}};
    struct ui *ui = p->ui;
    struct flow flow = flow_of(x, y, w, ui_u(ui, 8));
    struct ui_style style = style_of(UI_REGULAR, 13, 18, ui->theme.text);
    for (size_t i = 0; i < sizeof shares / sizeof *shares; i++) {
        if (shares[i].permille > -5 && shares[i].permille < 5)
            continue;
        td_str text = say_join(&p->say, say_capital(&p->say, say_word(&p->say, shares[i].id)), "  ",
                               say_change(&p->say, shares[i].permille));
        struct ui_rect rect = flow_place(&flow, ui_width(ui, style, text) + ui_u(ui, 18), ui_t(ui, 18) + ui_u(ui, 8));
        pen_rgba edge = shares[i].permille > 0 ? (ui->theme.contrast ? ui->theme.accent : 0xe07a5fff) : ui->theme.good;
        ui_edge_box(ui, rect, 8, ui->theme.ground, edge, ui_u(ui, 1));
        ui_label(ui, rect, style, text, 1);
        ui_node(ui, ROLE_METER, text, rect, DEED(0, 0, 0));
    }
    return flow_bottom(&flow) - y;
}

static td_str alternative_text(struct page *p, const struct step *s)
{
    const struct alternative *best = &s->alt[s->alt_best];
    td_str line = best->choice >= 0 ? say_text(&p->say, p->model->scenario->choices[best->choice].id)
                                    : say_word(&p->say, "debrief.silence");
    const struct word_arg args[] = {
        ARG_TEXT("line", line),
        ARG_TEXT("act", say_of(&p->say, "act.", act_name(best->move.act), ".name")),
        ARG_INT("to", (best->agitation + 5) / 10),
    };
    return say_with(&p->say, best->choice >= 0 ? "ui.stronger" : "ui.stronger-silence", args, 3);
}

static int32_t better(struct page *p, int32_t x, int32_t y, int32_t w, const struct step *s)
{
    struct ui *ui = p->ui;
    int32_t badge = ui_t(ui, 26);
    if (!debrief_has_better(s))
        return 0;
    verdict_badge(p, (struct ui_rect){x, y, badge, ui_t(ui, 22)}, VERDICT_STRONG);
    int32_t left = badge + ui_u(ui, 10);
    return ui_text(ui, ROLE_TEXT, x + left, y, w - left, style_of(UI_REGULAR, 15, 22, ui->theme.text),
                   alternative_text(p, s)) +
           ui_u(ui, 8);
}

static int32_t detail_head(struct page *p, int32_t x, int32_t y, int32_t w, const struct step *s)
{
    struct ui *ui = p->ui;
    int32_t badge = ui_t(ui, 26);
    const struct word_arg quote[] = {ARG_TEXT("text", say_step(&p->say, s))};
    td_str said = s->choice == ACTION_PAUSE ? say_step(&p->say, s) : say_with(&p->say, "quote", quote, 1);
    verdict_badge(p, (struct ui_rect){x, y, badge, ui_t(ui, 22)}, s->verdict);
    int32_t left = badge + ui_u(ui, 10);
    return ui_text(ui, ROLE_HEADING, x + left, y, w - left, style_of(UI_SEMIBOLD, 15, 22, ui->theme.text),
                   say_join(&p->say, say_time(&p->say, s->story_ms), "   ", said));
}

static int32_t sentence(struct page *p, int32_t x, int32_t y, int32_t w, struct ui_style style, td_str text)
{
    return text.len > 0 ? ui_text(p->ui, ROLE_TEXT, x, y, w, style, text) + ui_u(p->ui, 5) : 0;
}

/* What the act is, what the step asked for, what the body showed. */
static int32_t background(struct page *p, int32_t x, int32_t y, int32_t w, const struct step *s)
{
    struct say *say = &p->say;
    int32_t top = y;
    td_str stage = say_number(say, s->before.stage);
    const struct word_arg step[] = {ARG_TEXT("stage", say_of(say, "stage.", stage, ".name")),
                                    ARG_TEXT("needs", say_of(say, "stage.", stage, ".needs"))};
    td_str before = say_figures(say, &s->before), after = say_figures(say, &s->after);
    const struct word_arg cues[] = {ARG_TEXT("before", before), ARG_TEXT("after", after),
                                    ARG_TEXT("band_before", say_state_name(say, &s->before)),
                                    ARG_TEXT("band_after", say_state_name(say, &s->after))};
    if (s->choice >= 0)
        y += sentence(p, x, y, w, small(p), say_of(say, "act.", act_name(s->move.act), ".is"));
    y += sentence(p, x, y, w, small(p), say_with(say, "debrief.stage", step, 2));
    y += sentence(p, x, y, w, small(p),
                  say_with(say, str_eq(before, after) ? "debrief.cues.same" : "debrief.cues", cues, 4));
    if (s->after.rupture >= 150)
        y += sentence(p, x, y, w, small(p), say_word(say, "debrief.rupture"));
    return y - top;
}

static int32_t decision_page(struct page *p, int32_t x, int32_t y, int32_t w)
{
    struct ui *ui = p->ui;
    const struct step *s = debrief_step(p);
    int32_t top = y, gap = ui_u(ui, 7);
    if (!s)
        return ui_text(ui, ROLE_TEXT, x, y, w, body(p), say_word(&p->say, "ui.choose-decision"));
    y += detail_head(p, x, y, w, s) + gap;
    td_str verdict = say_capital(&p->say, say_of(&p->say, "verdict.", str_of(verdict_name(s->verdict)), ".name"));
    td_str reason = say_join(&p->say, say_join(&p->say, verdict, ". ", why(p, p->app->step)), " ", moved(p, s));
    y += ui_text(ui, ROLE_TEXT, x, y, w, body(p), reason) + gap;
    y += better(p, x, y, w, s);
    y += parts(p, x, y, w, s) + ui_u(ui, 12);
    y += background(p, x, y, w, s);
    return y - top;
}

/* --- what else could have been said ------------------------------------------------------------------------ */

static td_str answer_of(struct page *p, int32_t line)
{
    return line == NONE ? TD_STR("") : say_plain(&p->say, say_text(&p->say, p->model->scenario->lines[line].id));
}

static int32_t alternative(struct page *p, int32_t x, int32_t y, int32_t w, const struct step *s, int i)
{
    struct ui *ui = p->ui;
    const struct alternative *alt = &s->alt[i];
    int32_t left = ui_t(ui, 26) + ui_u(ui, 10), change_w = ui_t(ui, 44), top = y, text_w = w - left - change_w;
    const struct word_arg quote[] = {ARG_TEXT(
        "text", alt->choice >= 0 ? say_text(&p->say, p->model->scenario->choices[alt->choice].id) : TD_STR(""))};
    td_str line = alt->choice >= 0 ? say_with(&p->say, "quote", quote, 1)
                                   : say_capital(&p->say, say_word(&p->say, "debrief.silence"));
    td_str change = say_change(&p->say, alt->agitation - s->before.agitation);
    if (i == s->alt_best)
        verdict_badge(p, (struct ui_rect){x, y, ui_t(ui, 26), ui_t(ui, 22)}, VERDICT_STRONG);
    ui_label(ui, (struct ui_rect){x + w - change_w, y, change_w, ui_t(ui, 22)}, body(p), change, 2);
    y += ui_para(ui, x + left, y, text_w, style_of(UI_MEDIUM, 15, 22, ui->theme.text), line, true);
    td_str act =
        alt->choice >= 0 ? say_capital(&p->say, say_of(&p->say, "act.", act_name(alt->move.act), ".name")) : TD_STR("");
    td_str under = say_join(&p->say, act, ". ", answer_of(p, alt->reaction));
    y += ui_para(ui, x + left, y, text_w, small(p), under, true);
    ui_node(ui, ROLE_TEXT, say_join(&p->say, say_join(&p->say, line, " ", under), ", ", change),
            (struct ui_rect){x, top, w, y - top}, DEED(0, 0, 0));
    return y - top + ui_u(ui, 9);
}

static int32_t instead_page(struct page *p, int32_t x, int32_t y, int32_t w)
{
    struct ui *ui = p->ui;
    const struct step *s = debrief_step(p);
    int32_t top = y;
    if (!s || s->alt_count < 2)
        return ui_text(ui, ROLE_TEXT, x, y, w, body(p), say_word(&p->say, "ui.choose-decision"));
    y += detail_head(p, x, y, w, s) + ui_u(ui, 7);
    y += sentence(p, x, y, w, small(p), say_word(&p->say, "debrief.instead"));
    if (s->alt_best != s->alt_chosen)
        y += alternative(p, x, y, w, s, s->alt_best);
    for (int i = 0; i < s->alt_count; i++)
        if (i != s->alt_chosen && i != s->alt_best)
            y += alternative(p, x, y, w, s, i);
    return y - top;
}

/* --- the sections of the report ------------------------------------------------------------------------------ */

static td_str trimmed(td_str text)
{
    while (text.len > 0 && text.ptr[0] == ' ')
        text = (td_str){text.ptr + 1, text.len - 1};
    return text;
}

/* The first line that is not empty is the heading. */
static int32_t section(struct page *p, int32_t x, int32_t y, int32_t w, td_str text, struct ui_style style)
{
    int32_t top = y;
    bool headed = false;
    while (text.len > 0) {
        td_str line = trimmed(str_line(&text));
        if (line.len == 0)
            continue;
        if (headed)
            y += ui_text(p->ui, ROLE_TEXT, x, y, w, style, line) + ui_u(p->ui, 5);
        else
            y += ui_text(p->ui, ROLE_HEADING, x, y, w, style_of(UI_SEMIBOLD, 15, 22, p->ui->theme.text), line) +
                 ui_u(p->ui, 3);
        headed = true;
    }
    return y > top ? y - top + ui_u(p->ui, 10) : 0;
}

/* What was done well comes first; the person's own voice stands in the person's own letters. */
static int32_t talk_page(struct page *p, int32_t x, int32_t y, int32_t w)
{
    static const enum debrief_part order[] = {DEBRIEF_strengths, DEBRIEF_outcome, DEBRIEF_voice,     DEBRIEF_what_if,
                                              DEBRIEF_self,      DEBRIEF_answers, DEBRIEF_questions, DEBRIEF_next};
    struct ui_style voice = style_of(UI_ITALIC, 16, 23, p->ui->theme.text);
    int32_t top = y;
    for (size_t i = 0; i < sizeof order / sizeof *order; i++) {
        struct writer w2;
        writer_init(&w2, p->ui->arena);
        debrief_write_part(&w2, p->model->debrief, p->model->words, order[i]);
        y += section(p, x, y, w, writer_str(&w2), order[i] == DEBRIEF_voice ? voice : body(p));
    }
    return y - top;
}

static int32_t figures_page(struct page *p, int32_t x, int32_t y, int32_t w)
{
    struct writer text;
    writer_init(&text, p->ui->arena);
    score_write_text(&text, &p->model->debrief->score, p->model->trace, p->model->words);
    return section(p, x, y, w, writer_str(&text), body(p));
}

/* --- the panel ------------------------------------------------------------------------------------------------- */

static int32_t tabs(struct page *p, int32_t x, int32_t y, int32_t w)
{
    static const char *const names[TAB_COUNT] = {"ui.tab.decision", "ui.tab.instead", "ui.tab.talk", "ui.tab.figures"};
    struct ui *ui = p->ui;
    struct flow flow = flow_of(x, y, w, ui_u(ui, 4));
    int32_t high = ui_t(ui, 20) + ui_u(ui, 10);
    for (int32_t i = 0; i < TAB_COUNT; i++) {
        struct ui_action action = DEED(DEED_TAB, i, 0);
        bool on = p->app->tab == i;
        td_str name = say_word(&p->say, names[i]);
        struct ui_style style = style_of(on ? UI_SEMIBOLD : UI_REGULAR, 14, 20, on ? ui->theme.text : ui->theme.second);
        struct ui_rect rect =
            flow_place(&flow, ui_width(ui, style_of(UI_SEMIBOLD, 14, 20, 0), name) + ui_u(ui, 20), high);
        if (on || ui_is_hover(ui, action))
            ui_edge_box(ui, rect, 8, on ? ui->theme.selected : ui->theme.raised,
                        ui->theme.contrast ? ui->theme.accent : 0, ui->theme.contrast && on ? 2 : 0);
        ui_label(ui, rect, style, name, 1);
        focus_ring(p, ui_inset(rect, ui_u(ui, 2)), 7, action);
        int node = ui_node(ui, ROLE_TAB, name, rect, action);
        if (on)
            ui_set(ui, node, UI_ON);
    }
    return flow_bottom(&flow) - y;
}

int32_t debrief_pages(struct page *p, struct ui_rect rect)
{
    static int32_t (*const pages[TAB_COUNT])(struct page *, int32_t, int32_t, int32_t) = {decision_page, instead_page,
                                                                                          talk_page, figures_page};
    struct ui *ui = p->ui;
    int32_t pad = ui_u(ui, 18), x = rect.x + pad, w = rect.w - 2 * pad - ui_u(ui, 6);
    struct area a = area_start(p, rect, ui_inset(rect, ui_u(ui, 4)));
    ui_enter(ui, ROLE_GROUP, say_word(&p->say, "debrief.heading"), rect);
    int32_t head = tabs(p, x - ui_u(ui, 8), rect.y + ui_u(ui, 8), w) + ui_u(ui, 14);
    a.view.y = a.y = rect.y + head;
    a.view.h = rect.h - head - ui_u(ui, 4);
    area_scroll(p, &a);
    a.y += ui_u(ui, 4);
    a.y += pages[p->app->tab](p, x, a.y, w);
    int32_t high = area_end(p, &a);
    ui_leave(ui);
    return high;
}
