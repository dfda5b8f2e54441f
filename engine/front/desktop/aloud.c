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

void aloud_node(struct writer *w, const struct ui_node *node)
{
    if (node->key > ' ' && node->key < 127) {
        w_char(w, node->key);
        w_text(w, ". ");
    }
    w_str(w, node->name);
    w_char(w, '\n');
}

/* The group a part stands in: "Listening" above "70". */
static const struct ui_node *group_of(const struct ui *ui, const struct ui_node *node)
{
    int depth = node->depth;
    for (const struct ui_node *n = node - 1; n >= ui->nodes; n--) {
        if (n->depth < depth && n->role == ROLE_GROUP)
            return n;
        depth = n->depth < depth ? n->depth : depth;
    }
    return NULL;
}

void aloud_focus(struct writer *w, const struct words *words, const struct ui *ui, const struct ui_node *node,
                 struct ui_action before)
{
    static const char *const roles[ROLE_COUNT] = {[ROLE_BUTTON] = "ui.role.button",
                                                  [ROLE_CHOICE] = "ui.role.choice",
                                                  [ROLE_OPTION] = "ui.role.option",
                                                  [ROLE_TAB] = "ui.role.tab",
                                                  [ROLE_FIELD] = "ui.role.field"};
    const struct ui_node *last = ui_find(ui, before), *group = group_of(ui, node);
    if (group && (!last || group_of(ui, last) != group) && group->name.len > 0) {
        w_str(w, group->name);
        w_text(w, ". ");
    }
    if (node->key > ' ' && node->key < 127) {
        w_char(w, node->key);
        w_text(w, ". ");
    }
    w_str(w, node->name);
    if (roles[node->role]) {
        w_text(w, ", ");
        w_str(w, words_get(words, str_of(roles[node->role])));
    }
    if (node->state & UI_ON) {
        w_text(w, ", ");
        w_str(w, words_get(words, TD_STR("ui.role.chosen")));
    }
    if (node->hint.len > 0) {
        w_text(w, ". ");
        w_str(w, node->hint);
    }
    w_char(w, '\n');
}

static void scene(struct writer *w, const struct ui *ui)
{
    for (int i = 0; i < ui->node_count; i++)
        if (ui->nodes[i].state & UI_LIVE || ui->nodes[i].role == ROLE_CHOICE)
            aloud_node(w, &ui->nodes[i]);
}

void aloud_page(struct writer *w, const struct ui *ui)
{
    for (int i = ui->modal; i < ui->node_count && writer_str(w).len < PAGE_MOST; i++) {
        enum ui_role role = ui->nodes[i].role;
        if (role == ROLE_HEADING || role == ROLE_TEXT || role == ROLE_SPEECH)
            aloud_node(w, &ui->nodes[i]);
    }
}

td_str aloud_next(struct aloud *a, const struct desk *d, struct arena *arena)
{
    struct writer w;
    bool asked = d->app.focus.kind == DEED_HINT; /* a hint is read to whoever asked for it, by key or by mouse */
    const struct ui_node *focus = d->app.focus_shown || asked ? ui_find(&d->ui, d->app.focus) : NULL;
    bool chosen = focus && focus->state & UI_ON;
    struct aloud now = {d->app.screen, d->app.sheet, d->app.focus, count_of(d), chosen, true};
    bool moved = !a->begun || a->screen != now.screen || a->sheet != now.sheet;
    writer_init(&w, arena);
    if (is_scene(d) && (moved || a->count != now.count))
        scene(&w, &d->ui);
    else if (moved)
        aloud_page(&w, &d->ui);
    else if (focus && (!ui_same(a->focus, now.focus) || a->chosen != now.chosen))
        aloud_focus(&w, d->library->words, &d->ui, focus, a->focus);
    *a = now;
    return writer_str(&w);
}
