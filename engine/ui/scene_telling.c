/* scene_telling.c - what was said and seen since the last decision, one part under another. */
#include "scene_parts.h"

enum { EXCHANGES_TO_MENTION = 5 };

static struct ui_style part_style(const struct page *p, enum ui_part_kind kind, int32_t speech)
{
    const struct ui_theme *t = &p->ui->theme;
    switch (kind) {
    case PART_ECHO: return style_of(UI_REGULAR, 14, 20, t->second);
    case PART_ACTION: return style_of(UI_ITALIC, 16, 23, t->second);
    case PART_SPEECH: return style_of(UI_MEDIUM, speech, speech * 34 / 25, t->text);
    case PART_EVENT: return style_of(UI_ITALIC, 16, 23, t->contrast ? t->text : 0xd9c9a3ff);
    case PART_NEWS: return style_of(UI_REGULAR, 14, 20, t->good);
    case PART_FEEDBACK: return style_of(UI_MEDIUM, 15, 22, t->accent);
    }
    return style_of(UI_REGULAR, 15, 22, t->text);
}

static int32_t part(struct page *p, const struct column *c, int32_t y, const struct ui_part *part, int32_t speech,
                    bool draw)
{
    struct ui_style style = part_style(p, part->kind, speech);
    int32_t high = ui_para(p->ui, c->x, y, c->w, style, part->text, draw);
    if (draw) {
        int node = ui_node(p->ui, part->kind == PART_SPEECH ? ROLE_SPEECH : ROLE_TEXT, part->text,
                           (struct ui_rect){c->x, y, c->w, high}, DEED(0, 0, 0));
        ui_set(p->ui, node, UI_LIVE);
    }
    return high + ui_u(p->ui, part->kind == PART_SPEECH ? 10 : 8);
}

static int32_t name_tag(struct page *p, const struct column *c, int32_t y, bool draw)
{
    struct ui_style style = style_of(UI_SEMIBOLD, 15, 22, p->ui->theme.accent);
    return ui_para(p->ui, c->x, y, c->w, style, say_name(&p->say), draw) + ui_u(p->ui, 5);
}

static int32_t notice(struct page *p, const struct column *c, int32_t y, td_str text, bool draw)
{
    struct ui_part warning = {PART_FEEDBACK, text};
    return text.len > 0 ? part(p, c, y, &warning, 25, draw) : 0;
}

/* Parts of one kind that follow each other are one paragraph. */
static struct ui_part joined(struct page *p, const struct ui_moment *m, int *i)
{
    struct ui_part one = m->parts[*i];
    bool joins = one.kind == PART_SPEECH || one.kind == PART_ACTION;
    while (joins && *i + 1 < m->count && m->parts[*i + 1].kind == one.kind)
        one.text = say_join(&p->say, one.text, " ", m->parts[++*i].text);
    return one;
}

static int32_t time_left(struct page *p, const struct column *c, int32_t y, int32_t speech, bool draw)
{
    int32_t left = p->model->view->exchanges_left;
    if (left > EXCHANGES_TO_MENTION || left <= 0)
        return 0;
    const struct word_arg args[] = {ARG_INT("n", left)};
    struct ui_part told = {PART_ECHO, say_with(&p->say, "play.exchanges-left", args, 1)};
    return part(p, c, y, &told, speech, draw);
}

int32_t scene_telling(struct page *p, const struct column *c, int32_t y, int32_t speech, bool draw, int32_t *ret_latest)
{
    const struct ui_moment *m = p->model->moment;
    int32_t top = y, latest = y;
    bool named = false;
    y += notice(p, c, y, p->model->trouble, draw) + notice(p, c, y, p->model->refusal, draw);
    for (int i = 0; m && i < m->count; i++) {
        struct ui_part next = joined(p, m, &i);
        if (next.kind == PART_ECHO && c->brief && m->count > 2)
            continue;
        if (next.kind == PART_SPEECH)
            latest = y;
        if (next.kind == PART_SPEECH && !named) {
            y += name_tag(p, c, y, draw);
            named = true;
        }
        y += part(p, c, y, &next, speech, draw);
    }
    y += notice(p, c, y, p->model->hint, draw);
    y += time_left(p, c, y, speech, draw);
    if (ret_latest)
        *ret_latest = latest - top;
    return y - top;
}
