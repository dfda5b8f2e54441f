/* seats.c - a face laid out, and what keys and clicks do to it. */
#include "seat_parts.h"

enum { PASSES = 2 };

struct seats_app seats_new(enum seats_face face)
{
    return (struct seats_app){.face = face,
                              .text_size = 100,
                              .preset = 3, /* class vote: what most rooms begin with */
                              .teams = 2,
                              .rung = 1,
                              .mode = 1,
                              .wants = NONE,
                              .seat = NONE,
                              .effect = NONE,
                              .picked = NONE,
                              .approach = NONE,
                              .moment = NONE,
                              .number = NONE};
}

/* --- layout ------------------------------------------------------------------------------------------------ */

static void (*const faces[FACE_COUNT])(struct seat_page *) = {
    [FACE_SETUP] = face_setup,   [FACE_OPENING] = face_opening, [FACE_CONSOLE] = face_console,
    [FACE_SCREEN] = face_screen, [FACE_JOIN] = face_join,       [FACE_SEAT] = face_seat,
};

static void lay_out(struct seats_app *app, const struct seats_model *model, struct ui *ui)
{
    struct ui_model words = {.words = model->words};
    struct ui_app alone = ui_app_new(); /* for the widgets: no encounter of one's own is open */
    struct seat_page s = {.p = {.ui = ui, .say = {&words, ui->arena}, .app = &alone, .model = &words},
                          .ui = ui,
                          .app = app,
                          .model = model,
                          .view = model->view};
    s.say = &s.p.say;
    ui_box(ui, (struct ui_rect){0, 0, ui->width, ui->height}, 0, ui->theme.ground);
    faces[app->face](&s);
    if (app->face == FACE_CONSOLE && app->sheet != OVER_NOTHING)
        face_sheet(&s);
}

void seats_layout(struct seats_app *app, const struct seats_model *model, struct arena *arena,
                  struct ui_measure measure, int32_t width, int32_t height, struct ui *ret)
{
    for (int pass = 0; pass < PASSES; pass++) {
        ui_start(ret, arena, measure, width, height, app->face == FACE_SCREEN ? 100 : app->text_size, app->contrast);
        ret->focus = app->focus;
        ret->hover = app->hover;
        ret->focus_shown = app->focus_shown;
        memcpy(ret->offset, app->offset, sizeof ret->offset);
        lay_out(app, model, ret);
        if (app->focus_shown)
            ui_reveal(ret);
        const bool settled = memcmp(ret->offset, app->offset, sizeof ret->offset) == 0;
        memcpy(app->offset, ret->offset, sizeof ret->offset);
        if (settled)
            return;
    }
}

/* --- typing ------------------------------------------------------------------------------------------------ */

bool seats_types(const struct seats_app *app)
{
    return app->focus.kind == SEAT_FIELD;
}

static struct seats_typed *open_field(struct seats_app *app)
{
    return &app->field[app->focus.a];
}

void seats_typed(struct seats_app *app, td_str text)
{
    if (!seats_types(app))
        return;
    struct seats_typed *field = open_field(app);
    td_str fits = utf8_cut(text, (size_t)(SEATS_FIELD_BYTES - field->length));
    if (fits.len > 0)
        memcpy(field->text + field->length, fits.ptr, fits.len);
    field->length += (int)fits.len;
    field->text[field->length] = '\0';
}

void seats_set_field(struct seats_app *app, enum seats_field field, td_str text)
{
    td_str fits = utf8_cut(text, SEATS_FIELD_BYTES);
    if (fits.len > 0)
        memcpy(app->field[field].text, fits.ptr, fits.len);
    app->field[field].length = (int)fits.len;
    app->field[field].text[fits.len] = '\0';
}

td_str seats_field(const struct seats_app *app, enum seats_field field)
{
    return (td_str){app->field[field].text, (size_t)app->field[field].length};
}

static void erase(struct seats_typed *field)
{
    while (field->length > 0 && ((unsigned char)field->text[--field->length] & 0xC0) == 0x80)
        continue;
    field->text[field->length] = '\0';
}

/* --- keys -------------------------------------------------------------------------------------------------- */

static const struct seats_request nothing = {.wish = SEATS_NOTHING};

static struct seats_request use_node(struct seats_app *app, const struct seats_model *model, const struct ui_node *node)
{
    if (!node)
        return nothing;
    const struct ui_action action = node->action; /* the tree may go while it is done */
    app->focus = action;
    return seats_use(app, model, action);
}

static void move_focus(struct seats_app *app, const struct ui *ui, int key)
{
    app->focus_shown = true;
    switch (key) {
    case KEY_NEXT: app->focus = ui_focus_step(ui, app->focus, 1); return;
    case KEY_PREVIOUS: app->focus = ui_focus_step(ui, app->focus, -1); return;
    case KEY_UP: app->focus = ui_focus_toward(ui, app->focus, 0, -1); return;
    case KEY_DOWN: app->focus = ui_focus_toward(ui, app->focus, 0, 1); return;
    case KEY_LEFT: app->focus = ui_focus_toward(ui, app->focus, -1, 0); return;
    case KEY_RIGHT: app->focus = ui_focus_toward(ui, app->focus, 1, 0); return;
    default: return;
    }
}

/* Enter in a field goes to what comes behind it: the next field, or the button that sends it. */
static struct seats_request enter_field(struct seats_app *app, const struct seats_model *model, const struct ui *ui)
{
    app->focus = ui_focus_step(ui, app->focus, 1);
    app->focus_shown = true;
    const struct ui_node *node = ui_find(ui, app->focus);
    return node && node->role == ROLE_BUTTON ? use_node(app, model, node) : nothing;
}

struct seats_request seats_press(struct seats_app *app, const struct seats_model *model, const struct ui *ui, int key)
{
    if (key >= KEY_UP && key <= KEY_PREVIOUS) {
        move_focus(app, ui, key);
        return nothing;
    }
    if (key == KEY_ESCAPE && seats_types(app)) {
        app->focus = SEAT(0, 0, 0);
        return nothing;
    }
    if (seats_types(app)) {
        if (key == KEY_ERASE)
            erase(open_field(app));
        return key == KEY_ENTER ? enter_field(app, model, ui) : nothing;
    }
    const struct ui_node *node = key == KEY_ENTER || key == KEY_ERASE ? NULL : ui_by_key(ui, (char)key);
    if (!node && (key == KEY_ENTER || key == ' '))
        node = ui_find(ui, app->focus);
    if (!node && key == KEY_ENTER)
        node = ui_first(ui);
    return use_node(app, model, node);
}

struct seats_request seats_click(struct seats_app *app, const struct seats_model *model, const struct ui *ui, int32_t x,
                                 int32_t y)
{
    app->focus_shown = false;
    return use_node(app, model, ui_at(ui, x, y));
}

bool seats_hover(struct seats_app *app, const struct ui *ui, int32_t x, int32_t y)
{
    return ui_hover_at(ui, &app->hover, x, y);
}

bool seats_wheel(struct seats_app *app, const struct ui *ui, int32_t x, int32_t y, int32_t notches)
{
    const int area = ui_scroll_at(ui, x, y);
    if (area < 0)
        return false;
    app->focus_shown = false;
    return ui_scroll_by(ui, app->offset, area, notches);
}
