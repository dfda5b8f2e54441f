/* face_screen.c - the projector: only the scene, readable from eight metres.
 * Whatever has to be read is at least a twentieth of the height of the picture.  Where there is more of it than fits,
 * the person gives way first, then what was said before; the letters never become smaller than LEAST.  Only
 * a long briefing has smaller ones, because what keeps people safe stands under it and does not give way. */
#include "seat_parts.h"

enum {
    LEAST = 36, /* units of 720: a twentieth */
    SMALL = 28, /* in the lobby, where there is time to read */
    LINE = 42,
    MARGIN = 40,
    FOOT = 62,
    SIDE = 47,   /* percent of the width that the person has, */
    NEARLY = 30, /* or has when there is much to read */
};

static struct ui_style big(const struct seat_page *s, int32_t size)
{
    return style_of(UI_MEDIUM, size, size * 5 / 4, s->ui->theme.text);
}

static struct ui_style dim(const struct seat_page *s, int32_t size)
{
    return style_of(UI_REGULAR, size, size * 5 / 4, s->ui->theme.second);
}

/* --- texts that have to fit ------------------------------------------------------------------------------------- */

struct block {
    td_str text;
    struct ui_style style;
    char letter; /* of an option, or 0 */
    bool spare;  /* can be left out */
    int32_t n;   /* votes, or NONE */
};
enum { BLOCKS = 16 };
struct stack {
    struct block items[BLOCKS];
    int count;
};

static void add(struct stack *stack, td_str text, struct ui_style style, bool spare)
{
    if (text.len > 0 && stack->count < BLOCKS)
        stack->items[stack->count++] = (struct block){text, style, 0, spare, NONE};
}

static int32_t indent_of(const struct seat_page *s, const struct block *b)
{
    return b->letter ? ui_t(s->ui, 56) : 0;
}

static int32_t figure_of(const struct seat_page *s, const struct block *b)
{
    return b->n != NONE ? ui_t(s->ui, 72) : 0;
}

static int32_t block_height(const struct seat_page *s, const struct block *b, int32_t w)
{
    int32_t inner = w - indent_of(s, b) - figure_of(s, b);
    return ui_para(s->ui, 0, 0, inner, b->style, b->text, false) + ui_u(s->ui, b->letter ? 14 : 10);
}

static int32_t stack_height(const struct seat_page *s, const struct stack *stack, int32_t w)
{
    int32_t high = 0;
    for (int i = 0; i < stack->count; i++)
        high += block_height(s, &stack->items[i], w);
    return high;
}

/* Leaves out the first that can be; false: there is none. */
static bool drop_one(struct stack *stack)
{
    for (int i = 0; i < stack->count; i++) {
        if (!stack->items[i].spare)
            continue;
        for (int k = i; k + 1 < stack->count; k++)
            stack->items[k] = stack->items[k + 1];
        stack->count--;
        return true;
    }
    return false;
}

static void draw_letter(struct seat_page *s, int32_t x, int32_t y, char letter, struct ui_style style)
{
    struct writer w;
    writer_init(&w, s->ui->arena);
    w_char(&w, letter);
    style.font = UI_BOLD;
    style.colour = s->ui->theme.accent;
    ui_label(s->ui, (struct ui_rect){x, y, ui_t(s->ui, 50), ui_t(s->ui, style.leading)}, style, writer_str(&w), 0);
}

static int32_t draw_block(struct seat_page *s, const struct block *b, int32_t x, int32_t y, int32_t w)
{
    struct ui *ui = s->ui;
    int32_t indent = indent_of(s, b), figure = figure_of(s, b), high = block_height(s, b, w);
    if (b->letter)
        draw_letter(s, x, y, b->letter, b->style);
    if (b->n != NONE) {
        struct ui_style strong = b->style;
        strong.font = UI_BOLD;
        ui_label(ui, (struct ui_rect){x + w - figure, y, figure, ui_t(ui, strong.leading)}, strong,
                 say_number(s->say, b->n), 2);
    }
    ui_para(ui, x + indent, y, w - indent - figure, b->style, b->text, true);
    td_str name = b->n != NONE ? join_two(s, b->text, ": ", say_number(s->say, b->n)) : b->text;
    ui_node(ui, b->letter ? ROLE_CHOICE : ROLE_SPEECH, name, (struct ui_rect){x, y, w, high}, SEAT(0, 0, 0));
    ui_set(ui, ui->node_count - 1, UI_LIVE);
    return high;
}

/* The widest share of the picture that the person can keep; then the stack, in the middle of what is free. */
static void draw_stack(struct seat_page *s, struct stack *stack, int32_t top, int32_t bottom, bool person)
{
    static const int32_t shares[] = {SIDE, NEARLY, 0};
    struct ui *ui = s->ui;
    int32_t margin = ui_u(ui, MARGIN), x = margin, w = ui->width - 2 * margin, high = 0;
    do {
        for (size_t i = person ? 0 : 2; i < 3; i++) {
            x = shares[i] > 0 ? ui->width * shares[i] / 100 : margin;
            w = ui->width - x - margin;
            high = stack_height(s, stack, w);
            if (high <= bottom - top)
                break;
        }
    } while (high > bottom - top && drop_one(stack));
    const struct ui_theme *t = &ui->theme;
    int32_t from = x - ui_u(ui, 150);
    if (x > margin && !t->contrast) {
        ui_shade(ui, (struct ui_rect){from, 0, ui_u(ui, 150), ui->height}, false, 0x0b111800, 0x0b1118e0);
        ui_box(ui, (struct ui_rect){x, 0, ui->width - x, ui->height}, 0, 0x0b1118e0);
    } else {
        int32_t edge = x > margin ? x - ui_u(ui, 16) : 0;
        ui_box(ui, (struct ui_rect){edge, 0, ui->width - edge, ui->height}, 0, t->contrast ? t->ground : 0x0b1118e6);
    }
    int32_t y = top + (bottom - top - high) / 2;
    y = y < top ? top : y;
    for (int i = 0; i < stack->count; i++)
        y += draw_block(s, &stack->items[i], x, y, w);
}

/* --- the person ---------------------------------------------------------------------------------------------------- */

static void scenery(struct seat_page *s)
{
    struct ui *ui = s->ui;
    struct json_at scene;
    struct ui_rect all = {0, 0, ui->width, ui->height};
    struct ui_op *op = ui_op(ui, OP_SCENE, all);
    op->text = s->model->place;
    op->identity = s->model->identity;
    op->zoom = 1000;
    op->live = true;
    td_str cue =
        s->view && json_get(s->view, "scene", &scene) ? say_plain(s->say, read_text(&scene, "cue")) : TD_STR("");
    ui_node(ui, ROLE_PICTURE, cue.len > 0 ? cue : word_of(s, "place.", s->model->place, ""), all, SEAT(0, 0, 0));
}

/* --- the foot ---------------------------------------------------------------------------------------------------------- */

static void foot_line(struct seat_page *s, td_str left, td_str right, bool bright)
{
    struct ui *ui = s->ui;
    int32_t margin = ui_u(ui, MARGIN), high = ui_u(ui, FOOT), y = ui->height - high;
    const struct ui_style style = bright ? style_of(UI_SEMIBOLD, LEAST, 44, ui->theme.text) : dim(s, LEAST);
    int32_t wide = ui_width(ui, style, right);
    ui_box(ui, (struct ui_rect){0, y, ui->width, high}, 0, ui->theme.contrast ? ui->theme.ground : 0x0b1118d0);
    ui_label(ui, (struct ui_rect){margin, y, ui->width - 2 * margin - wide - ui_u(ui, 20), high}, style, left, 0);
    ui_label(ui, (struct ui_rect){ui->width - margin - wide, y, wide, high}, style, right, 2);
    ui_node(ui, ROLE_TEXT, join_two(s, left, " ", right), (struct ui_rect){0, y, ui->width, high}, SEAT(0, 0, 0));
}

static void foot(struct seat_page *s)
{
    struct json_at room, clock, vote;
    if (!json_get(s->view, "room", &room))
        return;
    const bool votes = view_plays(s->view) && json_get(s->view, "vote", &vote);
    td_str told = votes ? vote_waits(s, &vote) : TD_STR("");
    if (votes && told.len == 0 && read_text(&vote, "ended").len > 0)
        told = word_of(s, "web.vote.", read_text(&vote, "ended"), "");
    if (told.len > 0) {
        foot_line(s, told, TD_STR(""), true);
        return;
    }
    if (votes && str_is(read_text(&vote, "state"), "open")) {
        const struct word_arg args[] = {ARG_INT("in", read_int(&vote, "in", 0)),
                                        ARG_INT("of", read_int(&vote, "of", 0))};
        td_str count = say_with(s->say, "group.vote-count", args, 2);
        foot_line(s, word(s, "web.vote.phone"), join_two(s, count, "   ", time_of(s, read_left(&vote, s->model->now))),
                  true);
        return;
    }
    td_str code = join_two(s, word(s, "web.code"), " ", read_text(&room, "code")), time = TD_STR("");
    if (json_get(s->view, "clock", &clock))
        time = join_two(s, word_of(s, "web.segment.", read_text(&room, "phase"), ""), " ",
                        time_of(s, read_left(&clock, s->model->now)));
    foot_line(s, code, time, false);
}

/* --- what is said ------------------------------------------------------------------------------------------------------- */

static void add_events(struct seat_page *s, struct stack *stack, const struct json_at *scene)
{
    struct json_at list, one;
    if (!json_get(scene, "events", &list))
        return;
    for (bool more = json_first(&list, &one); more; more = json_next(&one)) {
        add(stack, read_pieces(s->ui->arena, &one, "text", 0), dim(s, LEAST), true);
        add(stack, read_text(&one, "typed"), dim(s, LEAST), false);
    }
}

static void add_words(struct seat_page *s, struct stack *stack, const struct json_at *scene)
{
    struct arena *arena = s->ui->arena;
    add(stack, read_text(scene, "you_said"), dim(s, LEAST), true);
    add(stack, read_pieces(arena, scene, "opening", 0), dim(s, LEAST), true);
    add(stack, read_pieces(arena, scene, "answer", 'v'), dim(s, LEAST), true);
    td_str answer = read_pieces(arena, scene, "answer", 's'), line = read_pieces(arena, scene, "line", 's');
    add(stack, answer, big(s, LINE), line.len > 0);
    add(stack, read_pieces(arena, scene, "line", 'v'), dim(s, LEAST), true);
    add(stack, line, big(s, LINE), false);
    add_events(s, stack, scene);
    add(stack, read_pieces(arena, scene, "look", 0), dim(s, LEAST), true);
    add(stack, read_pieces(arena, scene, "ending", 0), big(s, LEAST), false);
}

/* The options with their letters; the votes beside them once they are shown. */
static void add_options(struct seat_page *s, struct stack *stack, const struct json_at *vote)
{
    struct json_at texts, text, counts, count;
    const bool shown = str_is(read_text(vote, "state"), "revealed") && json_get(vote, "counts", &counts);
    char letter = 'A', id[LIMIT_ID_BYTES + 1];
    if (!json_get(vote, "texts", &texts))
        return;
    for (bool more = json_first(&texts, &text); more && stack->count < BLOCKS; more = json_next(&text)) {
        td_str key = json_key(&text);
        if (key.len > LIMIT_ID_BYTES || key.len == 0)
            continue;
        memcpy(id, key.ptr, key.len);
        id[key.len] = '\0';
        int32_t n = shown && json_get(&counts, id, &count) ? (int32_t)json_int(&count) : NONE;
        stack->items[stack->count++] = (struct block){json_string(&text), big(s, LEAST), letter++, false, n};
    }
}

static void add_reasons(struct seat_page *s, struct stack *stack, const struct json_at *vote)
{
    struct json_at list, one;
    if (!json_get(vote, "minority", &list))
        return;
    for (bool more = json_first(&list, &one); more; more = json_next(&one))
        add(stack, join_two(s, TD_STR("– "), "", read_text(&one, "reason")), dim(s, LEAST), true);
}

/* When there are options to read, only what was said last stands over them. */
static void add_last(struct seat_page *s, struct stack *stack, const struct json_at *scene)
{
    td_str line = read_pieces(s->ui->arena, scene, "line", 's');
    if (line.len == 0)
        line = read_pieces(s->ui->arena, scene, "answer", 's');
    add(stack, line, big(s, LEAST), true);
}

static void meter(struct seat_page *s)
{
    struct ui *ui = s->ui;
    struct json_at m;
    if (!json_get(s->view, "meters", &m))
        return;
    int32_t high = ui_u(ui, 18), w = ui->width * 30 / 100, x = ui_u(ui, MARGIN), y = ui_u(ui, MARGIN);
    td_str name =
        join_two(s, say_capital(s->say, word(s, "figure.agitation")), " ", percent_of(s, read_int(&m, "agitation", 0)));
    ui_label(ui, (struct ui_rect){x, y, w, ui_t(ui, 44)}, big(s, LEAST), name, 0);
    meter_bar(&s->p, (struct ui_rect){x, y + ui_t(ui, 46), w, high}, read_int(&m, "agitation", 0), ui->theme.good);
    ui_node(ui, ROLE_METER, name, (struct ui_rect){x, y, w, ui_t(ui, 46) + high}, SEAT(0, 0, 0));
}

static void play(struct seat_page *s)
{
    struct stack stack = {.count = 0};
    struct json_at scene, vote, frozen;
    if (!json_get(s->view, "scene", &scene))
        return;
    const bool voting = json_get(s->view, "vote", &vote) && read_count(&vote, "texts") > 0 &&
                        (str_is(read_text(&vote, "state"), "open") || str_is(read_text(&vote, "state"), "revealed"));
    scenery(s);
    if (json_get(s->view, "frozen", &frozen))
        add(&stack, word_of(s, "web.frozen.", read_text(&frozen, "why"), ""),
            style_of(UI_SEMIBOLD, 48, 60, s->ui->theme.accent), false);
    add(&stack, back_text(s), style_of(UI_SEMIBOLD, LEAST, LEAST * 5 / 4, s->ui->theme.accent), false);
    if (voting) {
        add(&stack, str_is(read_text(&vote, "state"), "revealed") ? vote_ended(s, &vote, ".room") : TD_STR(""),
            style_of(UI_SEMIBOLD, LEAST, LEAST * 5 / 4, s->ui->theme.accent), false);
        add_last(s, &stack, &scene);
        add_options(s, &stack, &vote);
        add_reasons(s, &stack, &vote);
    } else {
        add_words(s, &stack, &scene);
    }
    draw_stack(s, &stack, ui_u(s->ui, 20), s->ui->height - ui_u(s->ui, FOOT + 10), true);
    meter(s);
    foot(s);
}

/* --- before and after -------------------------------------------------------------------------------------------------------- */

/* What it is about, that anybody may stop it, who is there for whom it touches: none of it gives way. */
static void add_care(const struct seat_page *s, struct stack *stack, int32_t size)
{
    add(stack, care_about(s), dim(s, size), false);
    add(stack, word(s, "web.stop.rule"), dim(s, size), false);
    add(stack, care_support(s), dim(s, size), false);
}

static void lobby(struct seat_page *s)
{
    struct ui *ui = s->ui;
    struct json_at room;
    if (!json_get(s->view, "room", &room))
        return;
    int32_t margin = ui_u(ui, 60), side = ui->height * 56 / 100, most = ui->width * 40 / 100;
    side = side < most ? side : most;
    bool square = s->model->square.side > 0;
    int32_t x = margin + (square ? side + margin : 0), w = ui->width - x - ui_u(ui, MARGIN);
    struct stack stack = {.count = 0};
    add(&stack, word(s, "web.join.title"), style_of(UI_SEMIBOLD, 58, 72, ui->theme.text), false);
    add(&stack, s->model->address, big(s, 46), false);
    add(&stack, join_two(s, word(s, "web.code"), " ", read_text(&room, "code")),
        style_of(UI_BOLD, 58, 72, ui->theme.accent), false);
    add(&stack, word(s, "web.same-network"), dim(s, LEAST), true);
    add(&stack, word_n(s, "web.here", read_int(&room, "here", 0)), big(s, LEAST), false);
    add_care(s, &stack, SMALL);
    while (stack_height(s, &stack, w) > ui->height && drop_one(&stack))
        ;
    int32_t y = (ui->height - stack_height(s, &stack, w)) / 2;
    if (square)
        seat_square(s, (struct ui_rect){margin, (ui->height - side) / 2, side, side});
    for (int i = 0; i < stack.count; i++)
        y += draw_block(s, &stack.items[i], x, y, w);
}

static struct stack briefing_at(struct seat_page *s, int32_t size)
{
    struct json_at room, scene, known, one;
    struct stack stack = {.count = 0};
    if (!json_get(s->view, "room", &room) || !json_get(s->view, "scene", &scene))
        return stack;
    add(&stack, read_text(&room, "title"), style_of(UI_SEMIBOLD, size + 14, size + 26, s->ui->theme.text), false);
    add(&stack, read_text(&room, "setting"), dim(s, size), true);
    add(&stack, read_text(&scene, "briefing"), big(s, size), false);
    if (json_get(&scene, "known", &known))
        for (bool more = json_first(&known, &one); more; more = json_next(&one))
            add(&stack,
                join_two(s, read_text(&one, "text"), " ",
                         read_flag(&one, "assumed") ? word(s, "web.assumed") : TD_STR("")),
                dim(s, size), true);
    add_care(s, &stack, size);
    return stack;
}

static void briefing(struct seat_page *s)
{
    enum { STEP = 2, SMALLEST = 24 };
    const int32_t top = ui_u(s->ui, 20), bottom = s->ui->height - ui_u(s->ui, FOOT + 10),
                  w = s->ui->width - 2 * ui_u(s->ui, MARGIN);
    struct stack stack = briefing_at(s, LEAST);
    for (int32_t size = LEAST; size >= SMALLEST; size -= STEP) {
        stack = briefing_at(s, size);
        while (stack_height(s, &stack, w) > bottom - top && drop_one(&stack))
            ;
        if (stack_height(s, &stack, w) <= bottom - top)
            break;
    }
    draw_stack(s, &stack, top, bottom, false);
    foot(s);
}

/* The last page. */
static void farewell(struct seat_page *s)
{
    struct stack stack = {.count = 0};
    add(&stack, word(s, "web.closed"), big(s, 48), false);
    add(&stack, care_support(s), big(s, LEAST), false);
    add(&stack, care_kept(s), dim(s, LEAST), false);
    draw_stack(s, &stack, 0, s->ui->height, false);
}

static int32_t debrief_at(struct seat_page *s, int32_t size, int32_t most)
{
    struct ui *ui = s->ui;
    struct json_at room;
    struct panel panel = {
        .s = s, .x = ui_u(ui, MARGIN), .y = ui_u(ui, 24), .w = ui->width - 2 * ui_u(ui, MARGIN), .most = most};
    td_str page = json_get(s->view, "room", &room) ? read_text(&room, "page") : TD_STR("");
    ui_enter(ui, ROLE_GROUP, word(s, "web.debrief"), (struct ui_rect){0, 0, ui->width, ui->height});
    panel_text(&panel, style_of(UI_SEMIBOLD, size + 8, size + 18, ui->theme.accent), word_of(s, "web.page.", page, ""));
    debrief_page(&panel, size);
    ui_leave(ui);
    return panel.y;
}

/* As large as it can be and still be whole; then as much of it as there is room for. */
static void debrief(struct seat_page *s)
{
    enum { MOST = 38, SMALLEST = 26, STEP = 2 };
    static const int32_t shares[] = {0, 18, 12, 8, 6, 4};
    struct ui *ui = s->ui;
    const struct ui before = *ui;
    const int32_t bottom = ui->height - ui_u(ui, FOOT + 6);
    int32_t size = MOST, y = 0;
    for (size_t share = 0; share < sizeof shares / sizeof *shares; share++) {
        for (size = share == 0 ? MOST : SMALLEST; size >= SMALLEST; size -= STEP) {
            *ui = before;
            y = debrief_at(s, size, shares[share]);
            if (y <= bottom)
                break;
        }
        if (y <= bottom)
            break;
    }
    foot(s);
}

static void centred(struct seat_page *s, td_str text)
{
    struct stack stack = {.count = 0};
    add(&stack, text, big(s, 48), false);
    draw_stack(s, &stack, 0, s->ui->height, false);
}

void face_screen(struct seat_page *s)
{
    struct ui *ui = s->ui;
    ui_enter(ui, ROLE_SCREEN, word(s, "web.screen.title"), (struct ui_rect){0, 0, ui->width, ui->height});
    if (!s->view)
        centred(s, word(s, "group.opening"));
    else if (view_is(s->view, "lobby"))
        lobby(s);
    else if (view_is(s->view, "brief"))
        briefing(s);
    else if (view_plays(s->view))
        play(s);
    else if (view_is(s->view, "debrief"))
        debrief(s);
    else if (view_is(s->view, "feedback"))
        centred(s, word(s, "web.segment.feedback"));
    else
        farewell(s);
    ui_leave(ui);
}
