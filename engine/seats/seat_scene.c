/* seat_scene.c - the person and what happens, as a seat sees it; the person's picture and the events are the
 * console's too. */
#include "face_parts.h"

void scene_person(struct seat_page *s, struct ui_rect rect, int32_t zoom, int32_t centre_y)
{
    struct ui *ui = s->ui;
    struct ui_op *op = ui_op(ui, OP_SCENE, rect);
    op->text = s->model->place;
    op->identity = s->model->identity;
    op->zoom = zoom;
    op->centre_x = 330;
    op->centre_y = centre_y;
    op->live = true;
    op = ui_op(ui, OP_CORNERS, rect);
    op->fill = ui->theme.ground;
    op->radius = ui_u(ui, 12);
}

int32_t card_picture(struct seat_page *s, int32_t x, int32_t y, int32_t w)
{
    struct ui *ui = s->ui;
    struct json_at scene;
    if (!s->model->person || !json_get(s->view, "scene", &scene))
        return y;
    struct ui_rect rect = {x, y, w, w * 56 / 100};
    scene_person(s, rect, 1500, 380);
    ui_node(ui, ROLE_PICTURE, say_plain(s->say, read_text(&scene, "cue")), rect, SEAT(0, 0, 0));
    return y + rect.h + ui_u(ui, 14);
}

/* --- what happens ------------------------------------------------------------------------------------------------ */

void scene_events(struct panel *panel, const struct json_at *scene)
{
    struct json_at list, one;
    if (!json_get(scene, "events", &list))
        return;
    for (bool more = json_first(&list, &one); more; more = json_next(&one)) {
        panel_second(panel, read_pieces(panel->s->ui->arena, &one, "text", 0));
        panel_second(panel, read_text(&one, "typed"));
    }
}

static void help(struct panel *panel, const struct json_at *scene)
{
    struct seat_page *s = panel->s;
    struct json_at list, one;
    if (!json_get(scene, "help", &list))
        return;
    for (bool more = json_first(&list, &one); more; more = json_next(&one)) {
        const struct word_arg args[] = {
            ARG_TEXT("kind", say_capital(s->say, word_of(s, "help.", read_text(&one, "kind"), ".name"))),
            ARG_INT("n", read_int(&one, "seconds", 0) / 60)};
        panel_second(panel, say_with(s->say, read_flag(&one, "here") ? "web.help.here" : "web.help.coming", args, 2));
    }
}

static void briefing(struct panel *panel, const struct json_at *scene)
{
    struct seat_page *s = panel->s;
    struct json_at known, one;
    panel_plain(panel, read_text(scene, "briefing"));
    if (json_get(scene, "known", &known))
        for (bool more = json_first(&known, &one); more; more = json_next(&one))
            panel_second(panel, join_two(s, read_text(&one, "text"), " ",
                                         read_flag(&one, "assumed") ? word(s, "web.assumed") : TD_STR("")));
    panel_care(panel);
}

int32_t card_scene(struct seat_page *s, int32_t x, int32_t y, int32_t w)
{
    static const char *const keys[] = {"opening", "answer", "line", "look", "ending"};
    struct ui *ui = s->ui;
    struct json_at scene;
    if (!json_get(s->view, "scene", &scene) || view_is(s->view, "debrief"))
        return y;
    struct panel panel = panel_begin(s, x, y, w, say_capital(s->say, read_text(&scene, "name")));
    if (view_is(s->view, "brief"))
        briefing(&panel, &scene);
    panel_alert(&panel, back_text(s));
    panel_second(&panel, read_text(&scene, "you_said"));
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        td_str text = read_pieces(ui->arena, &scene, keys[i], 0);
        panel_text(&panel, style_of(UI_MEDIUM, 19, 27, ui->theme.text), text);
        if (text.len > 0)
            ui_set(ui, ui->node_count - 1, UI_LIVE);
    }
    scene_events(&panel, &scene);
    help(&panel, &scene);
    panel_second(&panel, say_plain(s->say, read_text(&scene, "look_cue").len > 0 ? read_text(&scene, "look_cue")
                                                                                 : read_text(&scene, "cue")));
    return panel_end(&panel);
}
