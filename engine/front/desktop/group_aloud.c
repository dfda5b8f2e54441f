/* group_aloud.c - from the tree of a seat to sentences. */
#include "group_aloud.h"

#include "aloud.h"
#include "hash.h"

static bool is_news(const struct ui_node *node)
{
    return node->state & UI_LIVE || node->role == ROLE_SPEECH || node->role == ROLE_CHOICE;
}

/* Without its figures, which are those of clocks. */
static uint64_t hash_of(const struct ui *ui)
{
    uint64_t hash = HASH_START;
    for (int i = ui->modal; i < ui->node_count; i++) {
        td_str name = ui->nodes[i].name;
        for (size_t k = 0; is_news(&ui->nodes[i]) && k < name.len; k++)
            if (name.ptr[k] < '0' || name.ptr[k] > '9')
                hash = hash_bytes(hash, &name.ptr[k], 1);
    }
    return hash_finish(hash);
}

static void say_news(struct writer *w, const struct ui *ui)
{
    for (int i = ui->modal; i < ui->node_count; i++)
        if (is_news(&ui->nodes[i]))
            aloud_node(w, &ui->nodes[i]);
}

td_str group_aloud_next(struct group_aloud *a, const struct sight *sight, struct arena *arena)
{
    struct writer w;
    const struct ui *ui = &sight->ui;
    const struct seats_app *app = &sight->app;
    const struct ui_node *focus = app->focus_shown ? ui_find(ui, app->focus) : NULL;
    bool chosen = focus && focus->state & UI_ON;
    struct group_aloud now = {app->face, app->sheet, app->focus, hash_of(ui), chosen, true};
    writer_init(&w, arena);
    if (!a->begun || a->face != now.face || a->sheet != now.sheet)
        aloud_page(&w, ui);
    else if (a->news != now.news)
        say_news(&w, ui);
    else if (focus && (!ui_same(a->focus, now.focus) || a->chosen != chosen))
        aloud_focus(&w, sight->library->words, ui, focus, a->focus);
    *a = now;
    return writer_str(&w);
}
