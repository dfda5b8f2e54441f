/* scene_telling.c - what was said and seen since the last decision, one part under another. */
#include "scene_parts.h"

enum { EXCHANGES_TO_MENTION = 5 };

static struct ui_style part_style(const struct page *p, const struct column *c, enum ui_part_kind kind, int32_t speech)
{
    const struct ui_theme *t = &p->ui->theme;
    int32_t seen = c->close == ALL_CLOSE ? 20 : 22;
    switch (kind) {
    case PART_ECHO: return style_of(UI_REGULAR, 14, 19, t->second);
    case PART_ACTION: return style_of(UI_ITALIC, c->close == ALL_CLOSE ? 15 : 16, seen, t->second);
    case PART_SPEECH: return style_of(UI_MEDIUM, speech, speech * (c->close == ALL_CLOSE ? 32 : 33) / 25, t->text);
    case PART_EVENT:
        return style_of(UI_ITALIC, c->close == ALL_CLOSE ? 15 : 16, seen, t->contrast ? t->text : 0xd9c9a3ff);
    case PART_NEWS:
    case PART_HEARD: return style_of(UI_REGULAR, 14, 19, t->good);
    case PART_FEEDBACK:
    case PART_TRUTH: break; /* see aside() */
    }
    return style_of(UI_REGULAR, 15, 22, t->text);
}

/* What the program says of it, beside the talk: behind a bar. */
static int32_t aside(struct page *p, const struct column *c, int32_t y, td_str text, struct ui_action action, bool draw)
{
    struct ui *ui = p->ui;
    struct ui_style style =
        style_of(UI_REGULAR, c->close == ALL_CLOSE ? 14 : 15, c->close == ALL_CLOSE ? 19 : 21, ui->theme.text);
    int32_t pad = ui_u(ui, 13), above = ui_u(ui, c->close == ALL_CLOSE ? 4 : 6), w = c->w - 2 * pad,
            high = ui_para(ui, 0, 0, w, style, text, false) + 2 * above;
    struct ui_rect rect = {c->x, y, c->w, high};
    if (!draw)
        return high + ui_u(ui, 8);
    ui_edge_box(ui, rect, 6, ui->theme.contrast ? ui->theme.ground : 0x1f2c38c0,
                ui->theme.contrast ? ui->theme.line : 0, ui->theme.contrast ? 1 : 0);
    ui_box(ui, (struct ui_rect){rect.x, rect.y, ui_u(ui, 3), rect.h}, 1, ui->theme.accent);
    ui_para(ui, c->x + pad, y + above, w, style, text, true);
    ui_set(ui, ui_node(ui, action.kind ? ROLE_BUTTON : ROLE_TEXT, text, rect, action), UI_LIVE);
    focus_ring(p, rect, 6, action);
    return high + ui_u(ui, 8);
}

/* Where the sentence that begins a text ends, with its quotation mark and the space behind it. */
static size_t sentence_end(td_str text)
{
    for (size_t i = 0; i + 1 < text.len; i++) {
        size_t at = i + 1;
        if (text.ptr[i] != '.' && text.ptr[i] != '!' && text.ptr[i] != '?')
            continue;
        while (at < text.len && (unsigned char)text.ptr[at] >= 0x80) /* ” ’ » and the space before » */
            at++;
        if (at < text.len && text.ptr[at] == ' ')
            return at + 1;
    }
    return text.len;
}

/* What was used and how it went always stay. */
static td_str without_last(td_str text, int32_t less)
{
    enum { KEPT = 2 };
    int32_t count = 0, kept;
    for (size_t at = 0; at < text.len; count++)
        at += sentence_end((td_str){text.ptr + at, text.len - at});
    kept = count - less < KEPT ? KEPT : count - less;
    size_t end = 0;
    for (int32_t i = 0; i < kept && end < text.len; i++)
        end += sentence_end((td_str){text.ptr + end, text.len - end});
    return (td_str){text.ptr, end};
}

static int32_t feedback(struct page *p, const struct column *c, int32_t y, td_str text, bool draw)
{
    td_str shown = without_last(text, c->less);
    bool folded = shown.len < text.len, folds = folded || p->app->unfolded;
    if (folded)
        shown = say_join(&p->say, shown, "", say_word(&p->say, "ui.feedback.more"));
    int32_t high = aside(p, c, y, shown, folds ? DEED(DEED_UNFOLD, 0, 0) : DEED(0, 0, 0), draw);
    if (draw)
        p->ui->nodes[p->ui->node_count - 1].name = text; /* read out whole */
    return high;
}

static int32_t part(struct page *p, const struct column *c, int32_t y, const struct ui_part *part, int32_t speech,
                    bool draw)
{
    if (part->kind == PART_FEEDBACK)
        return feedback(p, c, y, part->text, draw);
    if (part->kind == PART_TRUTH)
        return aside(p, c, y, part->text, DEED(0, 0, 0), draw);
    struct ui_style style = part_style(p, c, part->kind, speech);
    int32_t high = ui_para(p->ui, c->x, y, c->w, style, part->text, draw);
    if (draw) {
        int node = ui_node(p->ui, part->kind == PART_SPEECH ? ROLE_SPEECH : ROLE_TEXT, part->text,
                           (struct ui_rect){c->x, y, c->w, high}, DEED(0, 0, 0));
        ui_set(p->ui, node, UI_LIVE);
    }
    return high + ui_u(p->ui, c->close == ALL_CLOSE ? 4 : part->kind == PART_SPEECH ? 9 : 6);
}

static int32_t name_tag(struct page *p, const struct column *c, int32_t y, bool draw)
{
    struct ui_style style = style_of(UI_SEMIBOLD, 15, 20, p->ui->theme.accent);
    return ui_para(p->ui, c->x, y, c->w, style, say_name(&p->say), draw) + ui_u(p->ui, c->close == ALL_CLOSE ? 0 : 3);
}

/* Parts of one kind that follow each other are one paragraph. */
static struct ui_part joined(struct page *p, const struct ui_moment *m, int *i)
{
    struct ui_part one = m->parts[*i];
    bool joins = one.kind == PART_SPEECH || one.kind == PART_ACTION || one.kind == PART_HEARD;
    const char *between = one.kind == PART_HEARD ? " · " : " ";
    while (joins && *i + 1 < m->count && m->parts[*i + 1].kind == one.kind)
        one.text = say_join(&p->say, one.text, between, m->parts[++*i].text);
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

/* Last, where the eye goes next.  *ret_first: where the first of them begins, unless there is none. */
static int32_t from_the_program(struct page *p, const struct column *c, int32_t y, bool draw, int32_t *ret_first)
{
    const struct ui_model *m = p->model;
    const struct {
        td_str text;
        struct ui_action action;
    } all[] = {{m->trouble, DEED(0, 0, 0)}, {m->refusal, DEED(0, 0, 0)}, {m->hint, DEED(DEED_HINT, 1, 0)}};
    int32_t top = y;
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        if (all[i].text.len == 0)
            continue;
        if (y == top)
            *ret_first = y;
        y += aside(p, c, y, all[i].text, all[i].action, draw);
        if (draw && all[i].action.kind)
            ui_hint(p->ui, p->ui->node_count - 1, say_word(&p->say, "ui.tip.hint-away"));
    }
    return y - top;
}

/* What stands elsewhere too: under "What was said so far", and under the notes. */
static bool is_left_out(const struct column *c, const struct ui_moment *m, enum ui_part_kind kind)
{
    return (kind == PART_ECHO && c->brief && m->count > 2) || (kind == PART_HEARD && c->less >= SENTENCES);
}

int32_t scene_telling(struct page *p, const struct column *c, int32_t y, int32_t speech, bool draw, int32_t *ret_latest)
{
    const struct ui_moment *m = p->model->moment;
    int32_t top = y, latest = y;
    bool named = false, echoed = true;
    for (int i = 0; m && i < m->count; i++) {
        struct ui_part next = joined(p, m, &i);
        if (is_left_out(c, m, next.kind))
            continue;
        if ((echoed && next.kind != PART_ECHO) || (p->app->unfolded && next.kind == PART_FEEDBACK))
            latest = y;
        echoed = echoed && next.kind == PART_ECHO;
        if (next.kind == PART_SPEECH && !named) {
            y += name_tag(p, c, y, draw);
            named = true;
        }
        y += part(p, c, y, &next, speech, draw);
    }
    y += time_left(p, c, y, speech, draw);
    y += from_the_program(p, c, y, draw, &latest);
    if (ret_latest)
        *ret_latest = latest - top;
    return y - top;
}
