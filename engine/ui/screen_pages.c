/* screen_pages.c - the quiet pages: before the first start, support, settings, progress, and the course and
 * the drills as far as there are any. */
#include "widgets.h"

static struct ui_style body(const struct page *p)
{
    return style_of(UI_REGULAR, 16, 24, p->ui->theme.contrast ? p->ui->theme.text : 0xd4dee5ff);
}

static void ground(struct page *p)
{
    ui_box(p->ui, (struct ui_rect){0, 0, p->ui->width, p->ui->height}, 0, p->ui->theme.ground);
}

/* --- before the first start ------------------------------------------------------------------------------- */

void screen_stance(struct page *p)
{
    struct ui *ui = p->ui;
    int32_t w = ui->width - 2 * ui_u(ui, 60), most = ui_u(ui, 760), foot = button_height(p) + ui_u(ui, 60);
    w = w > most ? most : w;
    int32_t x = (ui->width - w) / 2;
    ground(p);
    ui_enter(ui, ROLE_SCREEN, say_word(&p->say, "stance.page.title"), (struct ui_rect){0, 0, ui->width, ui->height});
    struct ui_rect view = {x - ui_u(ui, 6), 0, w + ui_u(ui, 20), ui->height - foot};
    int32_t y = ui_u(ui, 70) - ui_scroll_start(ui, view);
    y += ui_text(ui, ROLE_TEXT, x, y, w, style_of(UI_BOLD, 21, 30, ui->theme.accent), say_word(&p->say, "app.name"));
    y += ui_text(ui, ROLE_TEXT, x, y, w, style_of(UI_REGULAR, 15, 22, ui->theme.second),
                 say_word(&p->say, "app.tagline")) +
         ui_u(ui, 30);
    y += ui_text(ui, ROLE_HEADING, x, y, w, style_of(UI_SEMIBOLD, 29, 38, ui->theme.text),
                 say_word(&p->say, "stance.page.title")) +
         ui_u(ui, 14);
    y += ui_text(ui, ROLE_TEXT, x, y, w, body(p), say_word(&p->say, "stance.page.text")) + ui_u(ui, 20);
    y += ui_text(ui, ROLE_TEXT, x, y, w, body(p), say_word(&p->say, "stance.page.privacy")) + ui_u(ui, 12);
    ui_scroll_end(ui, y);
    td_str label = say_word(&p->say, "ui.continue");
    struct ui_rect b = {x, ui->height - foot + ui_u(ui, 16), button_width(p, label, TD_STR("")) + ui_u(ui, 20),
                        button_height(p) + ui_u(ui, 4)};
    button(p, b, label, TD_STR(""), BUTTON_FIRST, DEED(DEED_STANCE_READ, 0, 0));
    ui_leave(ui);
}

/* --- pages beside the column ----------------------------------------------------------------------------------- */

struct beside {
    int32_t x, w, y;
};

static struct beside beside_start(struct page *p, enum ui_screen here, const char *title)
{
    struct ui *ui = p->ui;
    ground(p);
    ui_enter(ui, ROLE_SCREEN, say_word(&p->say, title), (struct ui_rect){0, 0, ui->width, ui->height});
    struct beside b = {.x = ui_u(ui, 48)};
    bool playing = p->app->back == SCREEN_ENCOUNTER || p->app->back == SCREEN_DEBRIEF ||
                   p->app->back == SCREEN_ENDING || p->app->back == SCREEN_RATING || p->app->back == SCREEN_CONTENT ||
                   p->app->back == SCREEN_BRIEFING;
    if (!playing)
        b.x = navigation(p, here) + ui_u(ui, 36);
    int32_t most = ui_u(ui, 820), foot = playing ? button_height(p) + ui_u(ui, 40) : 0;
    b.w = ui->width - b.x - ui_u(ui, 48);
    b.w = b.w > most ? most : b.w;
    if (playing) {
        struct flow flow = flow_of(b.x, ui->height - foot + ui_u(ui, 16), b.w, ui_u(ui, 12));
        ui_key(ui,
               flow_button(p, &flow, say_word(&p->say, "ui.back"), say_word(&p->say, "ui.key.escape"), BUTTON_FIRST,
                           DEED(DEED_BACK, 0, 0)),
               27);
    }
    b.y = ui_u(ui, 30) -
          ui_scroll_start(ui, (struct ui_rect){b.x - ui_u(ui, 8), 0, b.w + ui_u(ui, 26), ui->height - foot});
    b.y += ui_text(ui, ROLE_HEADING, b.x, b.y, b.w, style_of(UI_SEMIBOLD, 29, 38, ui->theme.text),
                   say_word(&p->say, title)) +
           ui_u(ui, 16);
    return b;
}

static void beside_end(struct page *p, const struct beside *b)
{
    ui_scroll_end(p->ui, b->y + ui_u(p->ui, 24));
    ui_leave(p->ui);
}

void screen_support(struct page *p)
{
    struct beside b = beside_start(p, SCREEN_SUPPORT, "support.title");
    b.y += ui_text(p->ui, ROLE_TEXT, b.x, b.y, b.w, body(p), say_word(&p->say, "ui.support.text")) + ui_u(p->ui, 18);
    if (p->model->scenario)
        b.y += ui_text(p->ui, ROLE_TEXT, b.x, b.y, b.w, body(p), say_text(&p->say, TD_STR("closing.support"))) +
               ui_u(p->ui, 18);
    b.y += ui_text(p->ui, ROLE_TEXT, b.x, b.y, b.w, style_of(UI_REGULAR, 14, 20, p->ui->theme.second),
                   say_word(&p->say, "support.fill-in"));
    beside_end(p, &b);
}

static void empty_page(struct page *p, enum ui_screen here, const char *title, const char *text)
{
    struct beside b = beside_start(p, here, title);
    b.y += ui_text(p->ui, ROLE_TEXT, b.x, b.y, b.w, body(p), say_word(&p->say, text));
    beside_end(p, &b);
}

void screen_course(struct page *p)
{
    empty_page(p, SCREEN_COURSE, "ui.course", "ui.no-course");
}

void screen_drills(struct page *p)
{
    empty_page(p, SCREEN_DRILLS, "ui.drills", "ui.no-drills");
}

/* --- progress ---------------------------------------------------------------------------------------------------- */

static void past_row(struct page *p, struct beside *b, int index)
{
    struct ui *ui = p->ui;
    const struct ui_past *past = &p->model->past[index];
    struct ui_action action = DEED(DEED_PLAY, index, 0);
    struct ui_rect rect = {b->x, b->y, b->w, ui_t(ui, 44) + ui_u(ui, 24)};
    int32_t pad = ui_u(ui, 18), figure = ui_t(ui, 80), stairs = ui_u(ui, 130),
            text = rect.w - 2 * pad - figure - stairs;
    ui_edge_box(ui, rect, 12, ui_is_hover(ui, action) ? ui->theme.raised : ui->theme.surface,
                ui->theme.contrast ? ui->theme.line : 0, ui->theme.contrast ? 1 : 0);
    td_str under = say_join(&p->say, past->date, " · ", say_time(&p->say, past->story_ms));
    const struct word_arg attempt[] = {ARG_INT("n", past->attempt)};
    if (past->attempt != NONE)
        under = say_join(&p->say, under, " · ", say_with(&p->say, "debrief.attempt", attempt, 1));
    ui_label(ui, (struct ui_rect){rect.x + pad, rect.y + ui_u(ui, 12), text, ui_t(ui, 24)},
             style_of(UI_SEMIBOLD, 16, 24, ui->theme.text), past->title, 0);
    ui_label(ui, (struct ui_rect){rect.x + pad, rect.y + ui_u(ui, 12) + ui_t(ui, 24), text, ui_t(ui, 20)},
             style_of(UI_REGULAR, 14, 20, ui->theme.second), under, 0);
    stairs_small(p, rect.x + pad + text, rect.y + rect.h / 2 - ui_u(ui, 10), past->top_stage);
    td_str score = past->score == NONE ? say_word(&p->say, "ui.open-play") : say_number(&p->say, past->score);
    ui_label(ui, (struct ui_rect){rect.x + rect.w - pad - figure, rect.y, figure, rect.h},
             style_of(UI_SEMIBOLD, past->score == NONE ? 14 : 22, 28, ui->theme.text), score, 2);
    focus_ring(p, rect, 12, action);
    ui_node(ui, ROLE_BUTTON, say_join(&p->say, say_join(&p->say, past->title, ", ", under), ", ", score), rect, action);
    b->y += rect.h + ui_u(ui, 10);
}

void screen_progress(struct page *p)
{
    struct beside b = beside_start(p, SCREEN_PROGRESS, "ui.my-progress");
    for (int i = 0; i < p->model->past_count; i++)
        past_row(p, &b, i);
    if (p->model->past_count == 0)
        b.y += ui_text(p->ui, ROLE_TEXT, b.x, b.y, b.w, body(p), say_word(&p->say, "ui.no-progress"));
    beside_end(p, &b);
}

/* --- settings ------------------------------------------------------------------------------------------------------ */

static void setting_row(struct page *p, struct beside *b, const char *id, const struct option *options, int count,
                        int32_t chosen, enum ui_setting setting)
{
    struct ui *ui = p->ui;
    td_str name = say_word(&p->say, id);
    int32_t label = b->w * 38 / 100;
    int32_t high = ui_para(ui, 0, 0, label - ui_u(ui, 12), body(p), name, false);
    ui_para(ui, b->x, b->y + ui_u(ui, 6), label - ui_u(ui, 12), body(p), name, true);
    ui_enter(ui, ROLE_GROUP, name, (struct ui_rect){b->x, b->y, b->w, high});
    struct flow flow = flow_of(b->x + label, b->y, b->w - label, ui_u(ui, 8));
    for (int i = 0; i < count; i++)
        flow_button(p, &flow, options[i].label, TD_STR(""), options[i].value == chosen ? BUTTON_CHOSEN : BUTTON_PLAIN,
                    DEED(DEED_SETTING, (int32_t)setting, options[i].value));
    ui_leave(ui);
    int32_t low = flow_bottom(&flow);
    b->y = (low > b->y + high ? low : b->y + high) + ui_u(ui, 12);
}

static void switch_row(struct page *p, struct beside *b, const char *id, enum ui_setting setting)
{
    const struct option both[] = {{say_capital(&p->say, say_word(&p->say, "settings.on")), 1},
                                  {say_capital(&p->say, say_word(&p->say, "settings.off")), 0}};
    setting_row(p, b, id, both, 2, p->app->settings[setting], setting);
}

static void steps_row(struct page *p, struct beside *b, const char *id, enum ui_setting setting, const int32_t *values,
                      int count)
{
    struct option options[6];
    for (int i = 0; i < count; i++)
        options[i] = (struct option){say_join(&p->say, say_number(&p->say, values[i]), "", TD_STR(" %")), values[i]};
    setting_row(p, b, id, options, count, p->app->settings[setting], setting);
}

static void language_row(struct page *p, struct beside *b)
{
    struct option options[8];
    int count = p->model->language_count < 8 ? p->model->language_count : 8;
    for (int i = 0; i < count; i++)
        options[i] = (struct option){p->model->languages[i], i};
    setting_row(p, b, "ui.set.language", options, count, p->model->language, SET_language);
}

static td_str use_name(struct page *p, enum ui_key_use use)
{
    static const char *const names[USE_COUNT] = {[USE_silence] = "ui.silence", [USE_look] = "ui.look",
                                                 [USE_notes] = "ui.notes",     [USE_help] = "ui.help",
                                                 [USE_room] = "ui.move",       [USE_handover] = "ui.handover",
                                                 [USE_hint] = "ui.hint",       [USE_voice] = "delivery.voice",
                                                 [USE_pace] = "delivery.pace", [USE_distance] = "delivery.distance"};
    return say_capital(&p->say, say_word(&p->say, names[use]));
}

static td_str key_trouble(struct page *p)
{
    const struct ui_app *app = p->app;
    if (app->key_fault == KEY_FINE)
        return say_word(&p->say, "ui.keys.press");
    const struct word_arg args[] = {ARG_TEXT("key", key_name(p, app->key_refused)),
                                    ARG_TEXT("what", use_name(p, app->key_by))};
    return app->key_fault == KEY_TAKEN ? say_with(&p->say, "ui.keys.taken", args, 2)
                                       : say_word(&p->say, "ui.keys.reserved");
}

static void key_row(struct page *p, struct beside *b, enum ui_key_use use)
{
    struct ui *ui = p->ui;
    bool asked = p->app->key_asked == (int32_t)use;
    int32_t label = b->w * 38 / 100, high = button_height(p);
    td_str what = use_name(p, use), key = asked ? TD_STR("…") : key_name(p, p->app->keys.of[use]);
    const struct word_arg args[] = {ARG_TEXT("what", what), ARG_TEXT("key", key)};
    struct ui_action action = DEED(DEED_KEY, (int32_t)use, 0);
    ui_label(ui, (struct ui_rect){b->x, b->y, label - ui_u(ui, 12), high}, body(p), what, 0);
    struct ui_rect rect = {b->x + label, b->y, button_width(p, key, TD_STR("")), high};
    int node = button(p, rect, key, TD_STR(""), asked ? BUTTON_CHOSEN : BUTTON_PLAIN, action);
    ui->nodes[node].name = say_with(&p->say, "ui.keys.row", args, 2);
    if (asked) {
        int32_t x = rect.x + rect.w + ui_u(ui, 14), w = b->x + b->w - x;
        int32_t tall = ui_text(ui, ROLE_TEXT, x, b->y + ui_u(ui, 6), w, style_of(UI_MEDIUM, 15, 22, ui->theme.accent),
                               key_trouble(p));
        ui_set(ui, ui->node_count - 1, UI_LIVE);
        high = tall + ui_u(ui, 6) > high ? tall + ui_u(ui, 6) : high;
    }
    b->y += high + ui_u(ui, 8);
}

static void keys_section(struct page *p, struct beside *b)
{
    struct ui *ui = p->ui;
    b->y += ui_u(ui, 14);
    b->y += ui_text(ui, ROLE_HEADING, b->x, b->y, b->w, style_of(UI_SEMIBOLD, 19, 28, ui->theme.text),
                    say_word(&p->say, "settings.keys")) +
            ui_u(ui, 8);
    for (int i = 0; i < USE_COUNT; i++)
        key_row(p, b, (enum ui_key_use)i);
    struct flow flow = flow_of(b->x, b->y + ui_u(ui, 6), b->w, ui_u(ui, 8));
    flow_button(p, &flow, say_word(&p->say, "ui.keys.usual"), TD_STR(""), BUTTON_PLAIN, DEED(DEED_KEYS_USUAL, 0, 0));
    b->y = flow_bottom(&flow);
}

void screen_settings(struct page *p)
{
    static const int32_t sizes[] = {100, 125, 150, 175, 200}, volumes[] = {0, 25, 50, 70, 100};
    struct beside b = beside_start(p, SCREEN_SETTINGS, "ui.settings");
    struct option modes[3], rungs[4];
    static const char *const mode_ids[] = {"mode.guided.name", "mode.practice.name", "mode.assessment.name"};
    static const char *const rung_ids[] = {"rung.practice.name", "rung.personal.name", "rung.class.name",
                                           "rung.record.name"};
    for (int i = 0; i < 3; i++)
        modes[i] = (struct option){say_word(&p->say, mode_ids[i]), i};
    for (int i = 0; i < 4; i++)
        rungs[i] = (struct option){say_word(&p->say, rung_ids[i]), i};
    language_row(p, &b);
    steps_row(p, &b, "ui.set.text-size", SET_text_size, sizes, 5);
    switch_row(p, &b, "ui.set.contrast", SET_contrast);
    switch_row(p, &b, "ui.set.less-motion", SET_less_motion);
    switch_row(p, &b, "ui.full-screen", SET_full_screen);
    switch_row(p, &b, "ui.set.self-voicing", SET_self_voicing);
    if (p->model->sound_here) {
        switch_row(p, &b, "ui.set.sound", SET_sound);
        steps_row(p, &b, "ui.volume", SET_volume, volumes, 5);
        switch_row(p, &b, "ui.set.voices", SET_voices);
    } else {
        b.y += ui_text(p->ui, ROLE_TEXT, b.x, b.y, b.w, body(p), say_word(&p->say, "ui.no-sound")) + ui_u(p->ui, 12);
    }
    switch_row(p, &b, "ui.set.skip-harm", SET_skip_harm);
    setting_row(p, &b, "ui.how-to-play", modes, 3, p->app->settings[SET_mode], SET_mode);
    setting_row(p, &b, "ui.set.kept", rungs, 4, p->app->settings[SET_rung], SET_rung);
    switch_row(p, &b, "ui.set.press-silence", SET_press_silence);
    switch_row(p, &b, "ui.set.untimed", SET_untimed);
    keys_section(p, &b);
    beside_end(p, &b);
}
