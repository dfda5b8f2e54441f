/* screen_sheet.c - what lies over an encounter for a moment: pause, help, notes and board, the room, hand-over,
 * leaving, what was said so far.  The scene waits; nothing is timed.  Questions: sheet_prompt.c. */
#include "sheet_parts.h"

struct ui_style sheet_body(const struct page *p)
{
    return style_of(UI_REGULAR, 15, 22, p->ui->theme.contrast ? p->ui->theme.text : 0xd4dee5ff);
}

int32_t sheet_row(struct page *p, struct ui_rect r, int32_t y, td_str text, td_str under, bool on,
                  struct ui_action action, char key)
{
    int32_t high = choice_row(p, (struct ui_rect){r.x, y, r.w - ui_u(p->ui, 10), 0}, key, text, under, on, action,
                              ROLE_OPTION, true);
    return high + ui_u(p->ui, 8);
}

/* The same as something to do rather than to choose. */
static int32_t deed_row(struct page *p, struct ui_rect r, int32_t y, td_str text, td_str under, struct ui_action action,
                        char key)
{
    int32_t high = choice_row(p, (struct ui_rect){r.x, y, r.w - ui_u(p->ui, 10), 0}, key, text, under, false, action,
                              ROLE_BUTTON, true);
    return high + ui_u(p->ui, 8);
}

void sheet_back_button(struct page *p, struct flow *flow, const char *id)
{
    int node = flow_button(p, flow, say_word(&p->say, id), say_word(&p->say, "ui.key.escape"), BUTTON_PLAIN,
                           DEED(DEED_SHEET, SHEET_NONE, 0));
    ui_key(p->ui, node, 27);
}

struct ui_rect sheet_with_foot(struct page *p, struct ui_rect r, struct flow *ret)
{
    int32_t high = button_height(p);
    *ret = flow_of(r.x, r.y + r.h - high, r.w, ui_u(p->ui, 10));
    r.h -= high + ui_u(p->ui, 14);
    return r;
}

/* --- pause ------------------------------------------------------------------------------------------------ */

/* Two ways out that are easily taken for each other: what follows stands under each. */
static int32_t pause_row(struct page *p, struct ui_rect r, int32_t y, const char *id, const char *follows,
                         struct ui_action action)
{
    return deed_row(p, r, y, say_word(&p->say, id), follows ? say_word(&p->say, follows) : TD_STR(""), action, 0);
}

static void pause_sheet(struct page *p)
{
    const struct {
        const char *id, *follows;
        struct ui_action action;
        char key;
    } rows[] = {
        {"ui.review", NULL, DEED(DEED_SHEET, SHEET_REVIEW, 0), 'r'},
        {"ui.settings", NULL, DEED(DEED_GO, SCREEN_SETTINGS, 0), 0},
        {"ui.support", NULL, DEED(DEED_GO, SCREEN_SUPPORT, 0), 0},
        {"ui.stop-for-now", p->model->kept ? "ui.stop-for-now.is" : "ui.stop-for-now.lost", DEED(DEED_HOME, 0, 0), 0},
        {"ui.leave-scene", "ui.leave-scene.is", DEED(DEED_SHEET, SHEET_WITHDRAW, 0), 0},
    };
    struct ui *ui = p->ui;
    struct flow flow;
    struct ui_rect r =
        sheet_with_foot(p, sheet_start(p, say_word(&p->say, "ui.pause"), ui_u(ui, 520), ui_u(ui, 560)), &flow);
    int32_t y = r.y - ui_scroll_start(ui, r);
    y += ui_text(ui, ROLE_TEXT, r.x, y, r.w, sheet_body(p), say_word(&p->say, "ui.pause.text")) + ui_u(ui, 16);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        y += pause_row(p, r, y, rows[i].id, rows[i].follows, rows[i].action);
        ui_key(ui, ui->node_count - 1, rows[i].key);
    }
    ui_scroll_end(ui, y);
    ui_key(ui,
           flow_button(p, &flow, say_word(&p->say, "ui.continue"), say_word(&p->say, "ui.key.escape"), BUTTON_FIRST,
                       DEED(DEED_SHEET, SHEET_NONE, 0)),
           27);
    sheet_end(p);
}

/* --- how it is said ------------------------------------------------------------------------------------- */

static void delivery_sheet(struct page *p)
{
    struct ui *ui = p->ui;
    struct flow flow;
    struct ui_rect r =
        sheet_with_foot(p, sheet_start(p, say_word(&p->say, "ui.delivery"), ui_u(ui, 560), ui_u(ui, 480)), &flow);
    int32_t y = r.y - ui_scroll_start(ui, r);
    y += ui_text(ui, ROLE_TEXT, r.x, y, r.w, sheet_body(p), say_word(&p->say, "ui.delivery.is")) + ui_u(ui, 14);
    y += scene_delivery_rows(p, (struct ui_rect){r.x, y, r.w, 0});
    ui_scroll_end(ui, y);
    sheet_back_button(p, &flow, "ui.back");
    sheet_end(p);
}

/* --- help, the room --------------------------------------------------------------------------------------------- */

static void help_sheet(struct page *p)
{
    struct ui *ui = p->ui;
    struct flow flow;
    struct ui_rect r =
        sheet_with_foot(p, sheet_start(p, say_word(&p->say, "ui.help"), ui_u(ui, 660), ui_u(ui, 600)), &flow);
    int32_t y = r.y - ui_scroll_start(ui, r);
    y += ui_text(ui, ROLE_TEXT, r.x, y, r.w, sheet_body(p), say_word(&p->say, "ui.help.how")) + ui_u(ui, 12);
    char key = '1';
    for (int kind = 0; kind < help_kind_count; kind++) {
        td_str name = help_kind_names[kind];
        if (!(p->model->view->help_open >> kind & 1))
            continue;
        y += deed_row(p, r, y, say_capital(&p->say, say_of(&p->say, "help.", name, ".name")),
                      say_of(&p->say, "help.", name, ".say"), DEED(DEED_CALL, kind, 0), key++);
    }
    y += ui_u(ui, 8);
    y += ui_text(ui, ROLE_HEADING, r.x, y, r.w, style_of(UI_SEMIBOLD, 14, 20, ui->theme.second),
                 say_word(&p->say, "ui.help.pressure")) +
         ui_u(ui, 6);
    for (int kind = 0; kind < help_kind_count; kind++)
        if (p->model->view->help_open >> kind & 1)
            y += deed_row(p, r, y, say_of(&p->say, "help.", help_kind_names[kind], ".threat"), TD_STR(""),
                          DEED(DEED_CALL, kind, 1), 0);
    ui_scroll_end(ui, y);
    sheet_back_button(p, &flow, "ui.back");
    sheet_end(p);
}

static void moves_sheet(struct page *p)
{
    struct ui *ui = p->ui;
    struct flow flow;
    struct ui_rect r =
        sheet_with_foot(p, sheet_start(p, say_word(&p->say, "ui.move"), ui_u(ui, 560), ui_u(ui, 480)), &flow);
    int32_t y = r.y - ui_scroll_start(ui, r);
    char key = '1';
    for (int kind = 0; kind < scene_kind_count; kind++)
        if (p->model->view->scene_open >> kind & 1)
            y += deed_row(p, r, y, say_capital(&p->say, say_of(&p->say, "scene.", scene_kind_names[kind], ".name")),
                          TD_STR(""), DEED(DEED_MOVE, kind, 0), key++);
    ui_scroll_end(ui, y);
    sheet_back_button(p, &flow, "ui.back");
    sheet_end(p);
}

/* --- notes and the board ------------------------------------------------------------------------------------------ */

/* What came back for a thing that was asked first in the briefing; empty where it was not asked. */
static td_str answer_to(const struct page *p, int item)
{
    const struct ui_model *m = p->model;
    return m->view->picked >> item & 1 ? texts_part(m->texts, m->source, m->scenario->briefing[item].id, "answer")
                                       : TD_STR("");
}

static int32_t known(struct page *p, struct ui_rect r, int32_t y)
{
    const td_scenario *s = p->model->scenario;
    int32_t top = y;
    int count = 0;
    if (!p->model->view->meters)
        return 0;
    for (int i = 0; i < s->briefing_count; i++)
        count += answer_to(p, i).len > 0;
    for (int i = 0; i < s->fact_count; i++)
        count += memory_has(&p->model->view->known, i);
    y += ui_text(p->ui, ROLE_HEADING, r.x, y, r.w, style_of(UI_SEMIBOLD, 15, 22, p->ui->theme.accent),
                 say_word(&p->say, count > 0 ? "play.board.known" : "play.board.nothing")) +
         ui_u(p->ui, 4);
    for (int i = 0; i < s->briefing_count; i++) {
        td_str answer = answer_to(p, i);
        if (answer.len > 0)
            y += ui_text(p->ui, ROLE_TEXT, r.x, y, r.w, sheet_body(p), say_join(&p->say, TD_STR("·"), " ", answer));
    }
    for (int i = 0; i < s->fact_count; i++) {
        if (!memory_has(&p->model->view->known, i))
            continue;
        y += ui_text(p->ui, ROLE_TEXT, r.x, y, r.w, sheet_body(p),
                     say_join(&p->say, TD_STR("·"), " ", say_text(&p->say, s->facts[i].id)));
    }
    return y - top + ui_u(p->ui, 16);
}

static int32_t note_field(struct page *p, struct ui_rect r, int32_t y)
{
    struct ui *ui = p->ui;
    struct ui_action action = DEED(DEED_FIELD, 0, 0);
    bool on = ui_same(p->app->focus, action);
    td_str typed = {p->app->note, (size_t)p->app->note_length};
    td_str shown = typed.len > 0 || on ? say_join(&p->say, typed, "", on ? TD_STR("▏") : TD_STR(""))
                                       : say_word(&p->say, "ui.write-here");
    struct ui_style style = style_of(UI_REGULAR, 16, 23, typed.len > 0 ? ui->theme.text : ui->theme.second);
    int32_t pad = ui_u(ui, 12), inner = r.w - 2 * pad - ui_u(ui, 10),
            high = ui_para(ui, 0, 0, inner, style, shown, false);
    struct ui_rect box = {r.x, y, r.w - ui_u(ui, 10), high + 2 * pad};
    ui_edge_box(ui, box, 9, ui->theme.ground,
                on                   ? ui->theme.accent
                : ui->theme.contrast ? ui->theme.line
                                     : 0xffffff2e,
                ui_u(ui, on ? 2 : 1));
    ui_para(ui, r.x + pad, y + pad, inner, style, shown, true);
    ui_node(ui, ROLE_FIELD, typed.len > 0 ? typed : say_word(&p->say, "ui.write-here"), box, action);
    return box.h + ui_u(ui, 10);
}

static const char *const board_ids[] = {"board.fact",   "board.hook",     "board.trigger", "board.risk",
                                        "board.demand", "board.deadline", "board.promise"};

static int32_t headings(struct page *p, struct ui_rect r, int32_t y)
{
    struct flow flow = flow_of(r.x, y, r.w - ui_u(p->ui, 10), ui_u(p->ui, 8));
    flow_button(p, &flow, say_word(&p->say, "ui.just-a-note"), TD_STR(""),
                p->app->board == NONE ? BUTTON_CHOSEN : BUTTON_PLAIN, DEED(DEED_BOARD, NONE, 0));
    for (int i = 0; i < 7; i++)
        flow_button(p, &flow, say_word(&p->say, board_ids[i]), TD_STR(""),
                    p->app->board == i ? BUTTON_CHOSEN : BUTTON_PLAIN, DEED(DEED_BOARD, i, 0));
    return flow_bottom(&flow) - y + ui_u(p->ui, 16);
}

/* What was kept, under its heading. */
static int32_t kept(struct page *p, struct ui_rect r, int32_t y)
{
    int32_t top = y;
    if (p->model->note_count == 0)
        return 0;
    y += ui_text(p->ui, ROLE_HEADING, r.x, y, r.w, style_of(UI_SEMIBOLD, 15, 22, p->ui->theme.accent),
                 say_word(&p->say, "ui.your-notes")) +
         ui_u(p->ui, 4);
    for (int i = p->model->note_count - 1; i >= 0; i--) {
        const struct ui_note *note = &p->model->notes[i];
        td_str head = note->board == NONE ? TD_STR("") : say_word(&p->say, board_ids[note->board]);
        y += ui_text(p->ui, ROLE_TEXT, r.x, y, r.w, sheet_body(p),
                     say_join(&p->say, TD_STR("·"), " ", say_join(&p->say, head, " | ", note->text)));
    }
    return y - top + ui_u(p->ui, 16);
}

static void notes_sheet(struct page *p)
{
    struct ui *ui = p->ui;
    struct flow flow;
    struct ui_rect r =
        sheet_with_foot(p, sheet_start(p, say_word(&p->say, "ui.notes"), ui_u(ui, 660), ui_u(ui, 600)), &flow);
    int32_t y = r.y + ui_u(ui, 3) - ui_scroll_start(ui, r);
    y += note_field(p, r, y);
    y += headings(p, r, y);
    y += kept(p, r, y);
    y += known(p, r, y);
    ui_scroll_end(ui, y);
    flow_button(p, &flow, say_word(&p->say, "ui.keep-note"), say_word(&p->say, "ui.key.enter"), BUTTON_FIRST,
                DEED(DEED_KEEP_NOTE, 0, 0));
    sheet_back_button(p, &flow, "ui.back");
    sheet_end(p);
}

/* --- leaving, handing over, what was said ------------------------------------------------------------------------------ */

static void withdraw_sheet(struct page *p)
{
    struct ui *ui = p->ui;
    struct flow flow;
    struct ui_rect r =
        sheet_with_foot(p, sheet_start(p, say_word(&p->say, "ui.leave-scene"), ui_u(ui, 520), ui_u(ui, 260)), &flow);
    ui_text(ui, ROLE_TEXT, r.x, r.y, r.w, sheet_body(p), say_word(&p->say, "ui.leave-scene.text"));
    flow_button(p, &flow, say_word(&p->say, "ui.stay"), TD_STR(""), BUTTON_FIRST, DEED(DEED_SHEET, SHEET_NONE, 0));
    flow_button(p, &flow, say_word(&p->say, "ui.withdraw"), TD_STR(""), BUTTON_PLAIN, DEED(DEED_LEAVE, 0, 0));
    sheet_end(p);
}

static void handover_sheet(struct page *p)
{
    static const char *const ids[] = {"handover.name", "handover.hooks", "handover.triggers", "handover.promises",
                                      "handover.risk"};
    struct ui *ui = p->ui;
    struct flow flow;
    struct ui_rect r =
        sheet_with_foot(p, sheet_start(p, say_word(&p->say, "ui.handover"), ui_u(ui, 600), ui_u(ui, 520)), &flow);
    int32_t y = r.y - ui_scroll_start(ui, r);
    y += ui_text(ui, ROLE_TEXT, r.x, y, r.w, sheet_body(p), say_word(&p->say, "ui.handover.ask")) + ui_u(ui, 12);
    for (int i = 0; i < 5; i++)
        y += sheet_row(p, r, y, say_capital(&p->say, say_word(&p->say, ids[i])), TD_STR(""), p->app->passed_on >> i & 1,
                       DEED(DEED_PASS_ON, 1 << i, 0), 0);
    ui_scroll_end(ui, y);
    flow_button(p, &flow, say_word(&p->say, "ui.handover"), TD_STR(""), BUTTON_FIRST, DEED(DEED_HAND_OVER, 0, 0));
    sheet_back_button(p, &flow, "ui.back");
    sheet_end(p);
}

static td_str answer_of(struct page *p, const struct step *s)
{
    td_str a = {0}, b = {0};
    if (s->reaction != NONE)
        a = say_plain(&p->say, say_text(&p->say, p->model->scenario->lines[s->reaction].id));
    if (s->line != NONE)
        b = say_plain(&p->say, say_text(&p->say, p->model->scenario->lines[s->line].id));
    return say_join(&p->say, a, " ", b);
}

static void review_sheet(struct page *p)
{
    struct ui *ui = p->ui;
    struct flow flow;
    struct ui_rect r =
        sheet_with_foot(p, sheet_start(p, say_word(&p->say, "ui.review"), ui_u(ui, 700), ui_u(ui, 640)), &flow);
    int32_t y = r.y - ui_scroll_start(ui, r), w = r.w - ui_u(ui, 18);
    const struct trace *t = p->model->trace;
    for (int i = 0; t && i < t->count; i++) {
        if (!t->steps[i].exchange)
            continue;
        const struct word_arg args[] = {ARG_TEXT("line", say_step(&p->say, &t->steps[i]))};
        td_str said = t->steps[i].choice == ACTION_PAUSE ? say_step(&p->say, &t->steps[i])
                                                         : say_with(&p->say, "play.you-said", args, 1);
        y += ui_text(ui, ROLE_TEXT, r.x, y, w, style_of(UI_REGULAR, 14, 20, ui->theme.second),
                     say_join(&p->say, say_time(&p->say, t->steps[i].story_ms), "  ", said));
        y += ui_text(ui, ROLE_SPEECH, r.x, y, w, sheet_body(p), answer_of(p, &t->steps[i])) + ui_u(ui, 12);
    }
    if (!t || t->exchange_count == 0)
        y += ui_text(ui, ROLE_TEXT, r.x, y, w, sheet_body(p), say_word(&p->say, "play.review.nothing"));
    ui_scroll_end(ui, y);
    sheet_back_button(p, &flow, "ui.back");
    sheet_end(p);
}

void screen_sheet(struct page *p)
{
    static void (*const sheets[SHEET_COUNT])(struct page *) = {
        [SHEET_PAUSE] = pause_sheet,       [SHEET_HELP] = help_sheet,     [SHEET_NOTES] = notes_sheet,
        [SHEET_MOVES] = moves_sheet,       [SHEET_PROMPT] = sheet_prompt, [SHEET_WITHDRAW] = withdraw_sheet,
        [SHEET_HANDOVER] = handover_sheet, [SHEET_REVIEW] = review_sheet, [SHEET_DELIVERY] = delivery_sheet,
    };
    sheets[p->app->sheet](p);
}
