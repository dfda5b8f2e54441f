/* aloud.c - from the semantic tree to sentences: the same nodes that focus and the tests use. */
#include "aloud.h"

enum { PAGE_MOST = 1800 }; /* bytes: a page is begun, not recited */

static bool is_scene(const struct desk *d)
{
    return (d->app.screen == SCREEN_ENCOUNTER || d->app.screen == SCREEN_WATCH) && d->app.sheet == SHEET_NONE;
}

static int32_t count_of(const struct desk *d)
{
    return d->watch ? d->model.watched : d->plays ? play_count(d->play.play) : 0;
}

static void say(struct writer *w, const struct ui_node *node)
{
    if (node->key > ' ' && node->key < 127) {
        w_char(w, node->key);
        w_text(w, ". ");
    }
    w_str(w, node->name);
    w_char(w, '\n');
}

static void scene(struct writer *w, const struct ui *ui)
{
    for (int i = 0; i < ui->node_count; i++)
        if (ui->nodes[i].state & UI_LIVE || ui->nodes[i].role == ROLE_CHOICE)
            say(w, &ui->nodes[i]);
}

static void page(struct writer *w, const struct ui *ui)
{
    for (int i = ui->modal; i < ui->node_count && writer_str(w).len < PAGE_MOST; i++) {
        enum ui_role role = ui->nodes[i].role;
        if (role == ROLE_HEADING || role == ROLE_TEXT || role == ROLE_SPEECH)
            say(w, &ui->nodes[i]);
    }
}

td_str aloud_next(struct aloud *a, const struct desk *d, struct arena *arena)
{
    struct writer w;
    struct aloud now = {d->app.screen, d->app.sheet, d->app.focus, count_of(d), true};
    bool moved = !a->begun || a->screen != now.screen || a->sheet != now.sheet;
    const struct ui_node *focus = d->app.focus_shown ? ui_find(&d->ui, now.focus) : NULL;
    writer_init(&w, arena);
    if (is_scene(d) && (moved || a->count != now.count))
        scene(&w, &d->ui);
    else if (moved)
        page(&w, &d->ui);
    else if (focus && !ui_same(a->focus, now.focus))
        say(&w, focus);
    *a = now;
    return writer_str(&w);
}
