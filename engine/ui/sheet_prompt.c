/* sheet_prompt.c - a question about the person, who stays in sight beside it and whose last words stand above it:
 * nobody is asked about what has just been covered up.  Every word that belongs to the trade is explained. */
#include "sheet_parts.h"

enum { LARGE_TEXT = 140, NUMBERS = 11 };

static struct ui_style small_style(const struct page *p)
{
    return style_of(UI_REGULAR, 14, 20, p->ui->theme.second);
}

/* --- what was said last ------------------------------------------------------------------------------------- */

static bool is_quoted(enum ui_part_kind kind)
{
    return kind == PART_SPEECH || kind == PART_ACTION || kind == PART_EVENT;
}

static int32_t quoted(struct page *p, struct ui_rect r, int32_t y, bool draw)
{
    struct ui *ui = p->ui;
    const struct ui_moment *m = p->model->moment;
    int32_t top = y;
    y += ui_para(ui, r.x, y, r.w, style_of(UI_SEMIBOLD, 14, 20, ui->theme.accent), say_name(&p->say), draw);
    for (int i = 0; m && i < m->count; i++) {
        bool said = m->parts[i].kind == PART_SPEECH;
        struct ui_style style =
            said ? style_of(UI_MEDIUM, 17, 23, ui->theme.text) : style_of(UI_ITALIC, 15, 20, ui->theme.second);
        if (!is_quoted(m->parts[i].kind))
            continue;
        int32_t high = ui_para(ui, r.x, y, r.w, style, m->parts[i].text, draw);
        if (draw)
            ui_node(ui, said ? ROLE_SPEECH : ROLE_TEXT, m->parts[i].text, (struct ui_rect){r.x, y, r.w, high},
                    DEED(0, 0, 0));
        y += high + ui_u(ui, 2);
    }
    return y - top;
}

/* Never more than its share, and then it scrolls; returns what is left of the sheet below it. */
static struct ui_rect quote(struct page *p, struct ui_rect r)
{
    struct ui *ui = p->ui;
    int32_t pad = ui_u(ui, 14), bar = ui_u(ui, 3), share = r.h * (ui->text_size > LARGE_TEXT ? 32 : 40) / 100;
    struct ui_rect inner = {r.x + pad, r.y, r.w - 2 * pad, 0};
    int32_t whole = quoted(p, inner, 0, false), high = whole < share ? whole : share;
    ui_box(ui, (struct ui_rect){r.x, r.y, bar, high}, 1, ui->theme.accent);
    int32_t y = r.y - ui_scroll_start(ui, (struct ui_rect){inner.x, r.y, r.w - pad, high});
    ui_scroll_end(ui, y + quoted(p, inner, y, true));
    high += ui_u(ui, 14);
    return (struct ui_rect){r.x, r.y + high, r.w, r.h - high};
}

/* --- numbers -------------------------------------------------------------------------------------------------- */

/* Eleven in one row as wide as the sheet, or where they are too wide for that in as many as they need.
 * *ret_one: whether it is one row. */
static int32_t number_row(struct page *p, struct ui_rect r, int32_t y, int32_t step, const char *name, bool *ret_one)
{
    struct ui *ui = p->ui;
    const bool sure = step > 1;
    const int32_t chosen = sure ? p->app->sure : p->app->number, deed = sure ? DEED_SURE : DEED_ANSWER;
    int32_t gap = ui_u(ui, 5), wide = (r.w - (NUMBERS - 1) * gap) / NUMBERS,
            least = ui_width(ui, style_of(UI_SEMIBOLD, 15, 20, 0), say_number(&p->say, 10 * step)) + ui_u(ui, 18);
    *ret_one = wide >= least;
    struct flow flow = flow_of(r.x, y, r.w, gap);
    ui_enter(ui, ROLE_GROUP, say_word(&p->say, name), (struct ui_rect){r.x, y, r.w, button_height(p)});
    for (int32_t i = 0; i < NUMBERS; i++) {
        struct ui_rect b = flow_place(&flow, *ret_one ? wide : least, button_height(p));
        button(p, b, say_number(&p->say, i * step), TD_STR(""), chosen == i * step ? BUTTON_CHOSEN : BUTTON_PLAIN,
               DEED(deed, i * step, 0));
    }
    ui_leave(ui);
    return flow_bottom(&flow) - y + ui_u(ui, 4);
}

/* What its two ends mean, each under its own end. */
static int32_t ends(struct page *p, struct ui_rect r, int32_t y, bool one, const char *low, const char *high)
{
    struct ui *ui = p->ui;
    int32_t line = ui_t(ui, 18), gap = ui_u(ui, 5), row = (r.w - (NUMBERS - 1) * gap) / NUMBERS * NUMBERS;
    struct ui_style style = style_of(UI_REGULAR, 13, 18, ui->theme.second);
    row += (NUMBERS - 1) * gap;
    td_str a = say_word(&p->say, low), b = say_word(&p->say, high);
    if (!one)
        return ui_para(ui, r.x, y, r.w, style, say_join(&p->say, a, " – ", b), true) + ui_u(ui, 10);
    ui_label(ui, (struct ui_rect){r.x, y, row / 2, line}, style, a, 0);
    ui_label(ui, (struct ui_rect){r.x + row / 2, y, row - row / 2, line}, style, b, 2);
    return line + ui_u(ui, 10);
}

static int32_t scale(struct page *p, struct ui_rect r, int32_t y)
{
    bool one;
    int32_t top = y;
    y += number_row(p, r, y, 1, "prompt.agitation.ask", &one);
    y += ends(p, r, y, one, "prompt.scale.low", "prompt.scale.high");
    return y - top;
}

static int32_t how_sure(struct page *p, struct ui_rect r, int32_t y)
{
    bool one;
    int32_t top = y;
    y += ui_text(p->ui, ROLE_TEXT, r.x, y, r.w, small_style(p), say_word(&p->say, "ui.how-sure")) + ui_u(p->ui, 6);
    y += number_row(p, r, y, 10, "ui.how-sure", &one);
    return y - top;
}

/* --- things to choose from ---------------------------------------------------------------------------------------- */

static int32_t option(struct page *p, struct ui_rect r, int32_t y, int i, td_str text, td_str under, bool keyed)
{
    return sheet_row(p, r, y, text, under, p->app->answers >> i & 1, DEED(DEED_ANSWER, i, 0),
                     keyed && i < 9 ? (char)('1' + i) : 0);
}

/* is: what follows the name of each in the id of its explanation, or NULL. */
static int32_t named(struct page *p, struct ui_rect r, int32_t y, const td_str *names, const char *head,
                     const char *tail, const char *is)
{
    int32_t top = y;
    for (int i = 0; names[i].ptr; i++)
        y += option(p, r, y, i, say_capital(&p->say, say_of(&p->say, head, names[i], tail)),
                    is ? say_capital(&p->say, say_of(&p->say, head, names[i], is)) : TD_STR(""), true);
    return y - top;
}

static int32_t facts(struct page *p, struct ui_rect r, int32_t y)
{
    int32_t top = y;
    for (int i = 0; i < p->model->scenario->fact_count && i < UI_ANSWERS; i++)
        if (memory_has(&p->model->view->known, i))
            y += option(p, r, y, i, say_text(&p->say, p->model->scenario->facts[i].id), TD_STR(""), false);
    return y - top;
}

static int32_t options(struct page *p, struct ui_rect r, int32_t y, const struct prompt *prompt)
{
    int32_t top = y;
    for (int32_t i = 0; i < prompt->options.count; i++)
        y += option(p, r, y, i, say_text(&p->say, p->model->scenario->prompt_options[prompt->options.first + i].id),
                    TD_STR(""), true);
    return y - top;
}

static int32_t stages(struct page *p, struct ui_rect r, int32_t y)
{
    int32_t top = y;
    for (int i = 0; i < STAGE_COUNT; i++)
        y += option(p, r, y, i, say_stage(&p->say, i), say_of(&p->say, "stage.", say_number(&p->say, i), ".is"), true);
    return y - top;
}

static int32_t ways_to_answer(struct page *p, struct ui_rect r, int32_t y, const struct prompt *prompt)
{
    static const td_str natures[] = {{"expressive", 10}, {"instrumental", 12}, {NULL, 0}};
    switch (prompt->kind) {
    case PROMPT_agitation: return scale(p, r, y);
    case PROMPT_nature: return named(p, r, y, natures, "nature.", ".name", ".is");
    case PROMPT_emotion: return named(p, r, y, emotion_names, "emotion.", "", NULL);
    case PROMPT_need: return named(p, r, y, need_names, "need.", ".name", ".is");
    case PROMPT_known: return facts(p, r, y);
    case PROMPT_step: return stages(p, r, y);
    case PROMPT_risk:
    case PROMPT_custom: return options(p, r, y, prompt);
    case prompt_kind_count: break;
    }
    return 0;
}

/* --- together ------------------------------------------------------------------------------------------------------- */

static td_str question(struct page *p, const struct prompt *prompt)
{
    td_str own = say_text(&p->say, prompt->id);
    if (own.len > 0)
        return own;
    return prompt->kind == PROMPT_known ? say_word(&p->say, "ui.known.ask")
                                        : say_of(&p->say, "prompt.", prompt_kind_names[prompt->kind], ".ask");
}

static int32_t explained(struct page *p, struct ui_rect r, int32_t y, const struct prompt *prompt)
{
    bool several = prompt->kind == PROMPT_known || prompt->kind == PROMPT_risk || prompt->kind == PROMPT_custom;
    td_str text = prompt->kind == PROMPT_known ? say_word(&p->say, "ui.known.is") : TD_STR("");
    text = say_join(&p->say, text, " ", several ? say_word(&p->say, "ui.choose-any") : TD_STR(""));
    if (text.len == 0)
        return 0;
    return ui_text(p->ui, ROLE_TEXT, r.x, y, r.w, small_style(p), text) + ui_u(p->ui, 8);
}

static void buttons(struct page *p, struct flow *flow, const struct prompt *prompt)
{
    bool ready = p->app->answers != 0 || p->app->number != NONE || prompt->kind == PROMPT_known;
    int node = flow_button(p, flow, say_word(&p->say, "ui.answer"), TD_STR(""), ready ? BUTTON_FIRST : BUTTON_OFF,
                           DEED(DEED_ANSWERED, 0, 0));
    if (!ready)
        ui_set(p->ui, node, UI_OFF);
    ui_key(p->ui,
           flow_button(p, flow, say_word(&p->say, "ui.skip"), say_word(&p->say, "ui.key.escape"), BUTTON_PLAIN,
                       DEED(DEED_SKIP, 0, 0)),
           27);
}

static int32_t contents(struct page *p, struct ui_rect r, int32_t y, const struct prompt *prompt)
{
    int32_t top = y;
    y += ui_text(p->ui, ROLE_TEXT, r.x, y, r.w, style_of(UI_MEDIUM, 18, 25, p->ui->theme.text), question(p, prompt)) +
         ui_u(p->ui, 8);
    y += explained(p, r, y, prompt);
    y += ways_to_answer(p, r, y, prompt) + ui_u(p->ui, 6);
    y += how_sure(p, r, y);
    return y - top;
}

static struct ui_rect start(struct page *p, int32_t height, struct flow *ret)
{
    return sheet_with_foot(p, sheet_start(p, say_word(&p->say, "prompt.intro"), ui_u(p->ui, 700), height), ret);
}

static struct ui_rect beside_bar(const struct page *p, struct ui_rect r)
{
    return (struct ui_rect){r.x, r.y, r.w - ui_u(p->ui, 12), r.h};
}

/* As high as it has to be: laid out once to be measured, and forgotten. */
static int32_t height(struct page *p, const struct prompt *prompt)
{
    const struct ui before = *p->ui;
    struct flow flow;
    int32_t most = ui_u(p->ui, 664),
            all = most < p->ui->height - 2 * ui_u(p->ui, 28) ? most : p->ui->height - 2 * ui_u(p->ui, 28);
    struct ui_rect r = start(p, most, &flow), rest = quote(p, r);
    int32_t used = rest.y - r.y + contents(p, beside_bar(p, rest), rest.y, prompt) + ui_u(p->ui, 6);
    *p->ui = before;
    return used < r.h ? all - (r.h - used) : all;
}

void sheet_prompt(struct page *p)
{
    struct ui *ui = p->ui;
    struct flow flow;
    int32_t at = ui_prompt_now(p->app, p->model);
    if (at == NONE) {
        start(p, ui_u(ui, 200), &flow);
        sheet_back_button(p, &flow, "ui.continue");
        sheet_end(p);
        return;
    }
    const struct prompt *prompt = &p->model->scenario->prompts[at];
    struct ui_rect r = quote(p, start(p, height(p, prompt), &flow));
    int32_t y = r.y + ui_u(ui, 3) - ui_scroll_start(ui, r);
    ui_scroll_end(ui, y + contents(p, beside_bar(p, r), y, prompt));
    buttons(p, &flow, prompt);
    sheet_end(p);
}
