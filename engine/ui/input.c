/* input.c - keys, clicks, the wheel: each becomes a new focus or a part that is used. */
#include "widgets.h"

static const struct ui_request nothing = {.wish = WISH_NOTHING};

bool ui_types(const struct ui_app *app)
{
    return app->screen == SCREEN_ENCOUNTER && app->sheet == SHEET_NOTES && app->focus.kind == DEED_FIELD;
}

void ui_typed(struct ui_app *app, td_str text)
{
    if (!ui_types(app))
        return;
    td_str fits = utf8_cut(text, (size_t)(UI_NOTE_BYTES - app->note_length));
    memcpy(app->note + app->note_length, fits.ptr, fits.len);
    app->note_length += (int)fits.len;
}

static void erase(struct ui_app *app)
{
    while (app->note_length > 0 && ((unsigned char)app->note[--app->note_length] & 0xC0) == 0x80)
        continue;
}

static struct ui_request use_node(struct ui_app *app, const struct ui_model *model, struct arena *arena,
                                  const struct ui_node *node)
{
    if (!node)
        return nothing;
    struct ui_action action = node->action; /* the tree may go while it is done */
    app->focus = action;
    return ui_use(app, model, arena, action);
}

static void move_focus(struct ui_app *app, const struct ui *ui, int key)
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

static int32_t turned(int32_t value)
{
    return value == 1 ? 0 : value == 0 ? -1 : 1;
}

static int32_t further(const struct ui_app *app, const struct ui_model *model)
{
    int32_t now = ui_distance_now(app, model);
    return now == UI_CLOSE_CM ? UI_TALKING_CM : now == UI_TALKING_CM ? UI_BACK_CM : UI_CLOSE_CM;
}

/* The next of three: soft, steady, firm; slow, normal, fast; close, talking, backed off. */
static bool turn_delivery(struct ui_app *app, const struct ui_model *model, int key)
{
    if (app->screen != SCREEN_ENCOUNTER || (app->sheet != SHEET_NONE && app->sheet != SHEET_DELIVERY))
        return false;
    if (key == app->keys.of[USE_voice])
        app->tone = turned(app->tone);
    else if (key == app->keys.of[USE_pace])
        app->pace = turned(app->pace);
    else if (key == app->keys.of[USE_distance] && model->view && model->view->distance_free)
        app->dist = further(app, model);
    else
        return false;
    return true;
}

/* The key that is pressed next belongs to the use that was chosen; Escape keeps the old one. */
static struct ui_request take_key(struct ui_app *app, int key)
{
    enum ui_key_use use = (enum ui_key_use)app->key_asked;
    app->key_fault = KEY_FINE;
    if (key == KEY_ESCAPE) {
        app->key_asked = NONE;
        return nothing;
    }
    app->key_refused = (char)key;
    app->key_fault = ui_keys_give(&app->keys, use, key, &app->key_by);
    if (app->key_fault != KEY_FINE)
        return nothing;
    app->key_asked = NONE;
    return (struct ui_request){.wish = WISH_KEYS};
}

static struct ui_request escape(struct ui_app *app, const struct ui_model *model, struct arena *arena,
                                const struct ui *ui)
{
    const struct ui_node *node = ui_by_key(ui, KEY_ESCAPE);
    if (node)
        return use_node(app, model, arena, node);
    if (app->sheet != SHEET_NONE)
        return ui_use(app, model, arena, DEED(DEED_SHEET, SHEET_NONE, 0));
    return nothing;
}

/* One of several is chosen already: Enter once more goes on. */
static bool is_settled(const struct ui_node *node)
{
    return node->state & UI_ON && (node->action.kind == DEED_APPROACH || node->action.kind == DEED_MODE);
}

struct ui_request ui_press(struct ui_app *app, const struct ui_model *model, struct arena *arena, const struct ui *ui,
                           int key)
{
    if (app->screen == SCREEN_SETTINGS && app->key_asked != NONE)
        return take_key(app, key);
    if (key >= KEY_UP && key <= KEY_PREVIOUS) {
        move_focus(app, ui, key);
        return nothing;
    }
    if (key == KEY_ESCAPE)
        return escape(app, model, arena, ui);
    if (ui_types(app)) {
        if (key == KEY_ERASE)
            erase(app);
        return key == KEY_ENTER ? ui_use(app, model, arena, DEED(DEED_KEEP_NOTE, 0, 0)) : nothing;
    }
    if (turn_delivery(app, model, key))
        return nothing;
    const struct ui_node *node = key == KEY_ENTER || key == KEY_ERASE ? NULL : ui_by_key(ui, (char)key);
    if (!node && (key == KEY_ENTER || key == ' '))
        node = ui_find(ui, app->focus);
    if (!node || (key == KEY_ENTER && is_settled(node)))
        node = key == KEY_ENTER ? ui_first(ui) : node;
    return use_node(app, model, arena, node);
}

struct ui_request ui_click(struct ui_app *app, const struct ui_model *model, struct arena *arena, const struct ui *ui,
                           int32_t x, int32_t y)
{
    app->focus_shown = false;
    return use_node(app, model, arena, ui_at(ui, x, y));
}

bool ui_hover(struct ui_app *app, const struct ui *ui, int32_t x, int32_t y)
{
    return ui_hover_at(ui, &app->hover, x, y);
}

bool ui_wheel(struct ui_app *app, const struct ui *ui, int32_t x, int32_t y, int32_t notches)
{
    const int area = ui_scroll_at(ui, x, y);
    if (area < 0)
        return false;
    app->focus_shown = false;
    return ui_scroll_by(ui, app->offset, area, notches);
}
