/* screen_encounter.c - the person on the left with their hands in sight; what was said, what can be said,
 * how, and what else can be done on the right and below.  Nothing is lost when there is too little room: what
 * was said and the lines scroll each for itself, and a row says how many lines are still below. */
#include "scene_parts.h"

enum { CROWDED_TEXT = 110, LARGE_TEXT = 140, AREA_TOLD = 0, AREA_LINES = 1, AREAS = 2 };

/* --- where things are --------------------------------------------------------------------------------- */

static bool is_crowded(const struct ui *ui)
{
    return ui->text_size > CROWDED_TEXT || 2 * ui->width < 3 * ui->height;
}

int32_t ui_scene_width(const struct ui *ui)
{
    int32_t share = ui->text_size > LARGE_TEXT ? 380 : is_crowded(ui) ? 440 : 450;
    return ui->width * share / 1000;
}

struct column scene_column(const struct page *p)
{
    const struct ui *ui = p->ui;
    bool crowded = is_crowded(ui);
    int32_t x = ui_scene_width(ui), w = ui->width - x - ui_u(ui, 36), most = ui_u(ui, crowded ? 1000 : 760);
    return (struct column){.x = x, .w = w > most ? most : w, .top = ui_u(ui, crowded ? 14 : 22), .crowded = crowded};
}

void scene_ground(struct page *p, const struct column *c)
{
    struct ui *ui = p->ui;
    int32_t w = ui->width, h = ui->height, from = c->x - ui_u(ui, 114);
    struct ui_op *scene = ui_op(ui, OP_SCENE, (struct ui_rect){0, 0, w, h});
    scene->text = place_names[p->model->scenario->place];
    scene->identity = p->model->scenario->identity;
    scene->zoom = 1000;
    scene->live = true;
    if (ui->theme.contrast) {
        ui_box(ui, (struct ui_rect){c->x - ui_u(ui, 24), 0, w - c->x + ui_u(ui, 24), h}, 0, ui->theme.ground);
        return;
    }
    int32_t middle = c->x + ui_u(ui, 66);
    ui_shade(ui, (struct ui_rect){from, 0, middle - from, h}, false, 0x0b111800, 0x0b1118d8);
    ui_shade(ui, (struct ui_rect){middle, 0, w - middle, h}, false, 0x0b1118d8, 0x0b1118f0);
    ui_shade(ui, (struct ui_rect){0, h - ui_u(ui, 128), w, ui_u(ui, 64)}, true, 0x0b111800, 0x0b1118c0);
    ui_box(ui, (struct ui_rect){0, h - ui_u(ui, 64), w, ui_u(ui, 64)}, 0, 0x0b1118c0);
}

/* --- the lines ------------------------------------------------------------------------------------------- */

static int32_t lines_gap(const struct page *p, const struct column *c)
{
    return ui_u(p->ui, c->close ? 5 : p->snug ? 7 : 9);
}

/* *ret_below, unless NULL: how many of them do not end above bottom. */
static int32_t lines(struct page *p, const struct column *c, int32_t y, bool draw, int32_t bottom, int *ret_below)
{
    const struct view *v = p->model->view;
    int32_t top = y;
    int below = 0;
    p->snug = v->choice_count > 4 || c->crowded || c->close;
    p->tight = c->close != ROOMY;
    for (int i = 0; i < v->choice_count; i++) {
        struct ui_rect rect = {c->x, y, c->w, 0};
        y += choice_row(p, rect, (char)('1' + i),
                        say_text(&p->say, p->model->scenario->choices[v->choices[i].choice].id), TD_STR(""), false,
                        DEED(DEED_CHOOSE, i, 0), ROLE_CHOICE, draw);
        below += y > bottom;
        y += lines_gap(p, c);
    }
    int32_t high = y - top - lines_gap(p, c);
    p->snug = p->tight = false;
    if (ret_below)
        *ret_below = below;
    return high;
}

/* --- with room ------------------------------------------------------------------------------------------- */

static int32_t band_gap(const struct column *c)
{
    return c->close == ALL_CLOSE ? 9 : 12;
}

/* Everything as large as there is room for: first with what the learner said, then without it, then the lines
 * closer, then the feedback without its last sentences.  *ret_lines: how high the lines are then.  0 if nothing
 * helps, or if the learner has unfolded the feedback. */
static int32_t speech_size(struct page *p, struct column *c, int32_t *ret_lines)
{
    static const struct {
        bool brief;
        enum closeness close;
        int32_t less, sizes[3];
    } tries[] = {
        {false, ROOMY, 0, {25, 22, 20}},
        {true, ROOMY, 0, {22, 21, 20}},
        {true, LINES_CLOSE, 0, {22, 20, 19}},
        {true, ALL_CLOSE, 0, {20, 19, 18}},
        {true, ALL_CLOSE, 1, {20, 19, 18}},
        {true, ALL_CLOSE, 2, {20, 19, 18}},
        {true, ALL_CLOSE, SENTENCES, {19, 18, 17}},
    };
    int32_t band = scene_figures(p, c, 0, false);
    for (size_t t = 0; t < sizeof tries / sizeof *tries && !p->app->unfolded; t++) {
        c->brief = tries[t].brief;
        c->close = tries[t].close;
        c->less = tries[t].less;
        *ret_lines = lines(p, c, 0, false, INT32_MAX, NULL);
        int32_t room = c->bottom - c->top - band - *ret_lines - ui_u(p->ui, band > 0 ? 2 * band_gap(c) : band_gap(c));
        for (int i = 0; i < 3; i++)
            if (scene_telling(p, c, 0, tries[t].sizes[i], false, NULL) <= room)
                return tries[t].sizes[i];
    }
    return 0;
}

static void fixed(struct page *p, const struct column *c, int32_t speech, int32_t lines_high)
{
    int32_t band = scene_figures(p, c, c->top, true), said = scene_telling(p, c, 0, speech, false, NULL);
    int32_t gap = band > 0 ? ui_u(p->ui, band_gap(c)) : 0,
            free_room = c->bottom - c->top - band - gap - lines_high - said;
    int32_t most = ui_u(p->ui, 24), down = free_room / 3 > most ? most : free_room / 3;
    scene_telling(p, c, c->top + band + gap + down, speech, true, NULL);
    lines(p, c, c->bottom - lines_high, true, INT32_MAX, NULL);
}

/* --- with too little ----------------------------------------------------------------------------------------- */

/* Scrolls, and begins at the last words of the person or at the end, whichever comes first. */
static void told_area(struct page *p, const struct column *c, struct ui_rect view, int32_t speech)
{
    struct ui *ui = p->ui;
    int32_t latest, high = scene_telling(p, c, 0, speech, false, &latest), span = high - view.h;
    if (ui->offset[AREA_TOLD] == UI_LATEST)
        ui->offset[AREA_TOLD] = span <= 0 ? 0 : latest < span ? latest : span;
    int32_t y = view.y - ui_scroll_start(ui, view);
    y += scene_telling(p, c, y, speech, true, NULL);
    ui_scroll_end(ui, y);
}

static void more_row(struct page *p, const struct column *c, struct ui_rect rect, struct ui_rect view)
{
    struct ui *ui = p->ui;
    int32_t at = ui->offset[AREA_LINES];
    int below;
    lines(p, c, view.y - at, false, view.y + view.h, &below);
    const struct word_arg args[] = {ARG_INT("n", below)};
    td_str label = below > 0 ? say_with(&p->say, "ui.more-lines", args, 1) : say_word(&p->say, "ui.first-lines");
    button(p, rect, label, below > 0 ? TD_STR("↓") : TD_STR("↑"), BUTTON_PLAIN, DEED(DEED_MORE, AREA_LINES, 0));
}

static void lines_area(struct page *p, const struct column *c, struct ui_rect room, int32_t lines_high)
{
    struct ui *ui = p->ui;
    int32_t row = ui_t(ui, 20) + ui_u(ui, 6), gap = ui_u(ui, 6);
    struct ui_rect view = {room.x, room.y, room.w, room.h - row - gap};
    const struct ui_action page = ui->page;
    int32_t y = view.y - ui_scroll_start(ui, view);
    lines(p, c, y, true, INT32_MAX, NULL);
    ui->page = DEED(0, 0, 0); /* the row below does that here */
    ui_scroll_end(ui, y + lines_high);
    ui->page = page;
    more_row(p, c, (struct ui_rect){c->x, room.y + room.h - row, c->w, row}, view);
}

/* What was said has what the lines leave, but never less than its share: then the lines scroll too. */
static int32_t told_high(struct page *p, const struct column *c, int32_t room, int32_t lines_high, int32_t speech)
{
    int32_t said = scene_telling(p, c, 0, speech, false, NULL),
            share = room * (p->ui->text_size > LARGE_TEXT ? 44 : 32) / 100,
            most = room - lines_high > share ? room - lines_high : share;
    return said < most ? said : most;
}

static void shared(struct page *p, struct column *c, int32_t lines_high)
{
    struct ui *ui = p->ui;
    int32_t speech = ui->text_size > LARGE_TEXT ? 20 : 18, gap = ui_u(ui, 10), top = c->top;
    c->brief = false; /* what scrolls can as well be whole */
    c->less = 0;
    int32_t band = scene_figures(p, c, top, true);
    top += band > 0 ? band + gap : 0;
    int32_t room = c->bottom - top - gap, said = told_high(p, c, room, lines_high, speech);
    struct ui_rect view = {c->x - ui_u(ui, 6), top, c->w + ui_u(ui, 18), said},
                   rest = {view.x, top + said + gap, view.w, room - said};
    told_area(p, c, view, speech);
    if (lines_high <= rest.h)
        lines(p, c, c->bottom - lines_high, true, INT32_MAX, NULL);
    else
        lines_area(p, c, rest, lines_high);
}

static void talk(struct page *p, struct column *c)
{
    int32_t lines_high = 0, speech = speech_size(p, c, &lines_high);
    if (speech > 0) {
        fixed(p, c, speech, lines_high);
        return;
    }
    c->close = c->crowded ? ROOMY : ALL_CLOSE;
    shared(p, c, lines(p, c, 0, false, INT32_MAX, NULL));
}

void screen_encounter(struct page *p)
{
    struct ui *ui = p->ui;
    struct column c = scene_column(p);
    int32_t foot = ui->height - ui_u(ui, 18);
    ui_enter(ui, ROLE_SCREEN, say_text(&p->say, TD_STR("title")), (struct ui_rect){0, 0, ui->width, ui->height});
    scene_ground(p, &c);
    struct bar bar = scene_bar_plan(p, &c);
    c.bottom = foot - bar.high - ui_u(ui, 14);
    int32_t top = c.top;
    c.top += scene_status_height(p, &c);
    if (!scene_is_asked(p)) /* a question has the last words itself, and no line can be said meanwhile */
        talk(p, &c);
    ui->scroll_count = AREAS; /* a sheet has its own areas after these */
    scene_bar(p, &c, &bar, foot);
    scene_status(p, &c, top);
    ui_leave(ui);
}
