/* canvas.c - boxes, lines and pictures by our own raster, text by glyphs.c. */
#include "canvas.h"

#include "memory.h"
#include "motion.h"
#include "paths.h"
#include "pen_raster.h"
#include "people.h"
#include "shape.h"
#include <string.h>

enum { PICTURES = 12, PEOPLE = 12, CLIPS = 8, BAND = 128 };

struct picture { /* a still scene */
    char place[40], identity[PERSON_ID_MAX + 1];
    struct ui_rect rect; /* size alone counts */
    int32_t zoom, centre_x, centre_y;
    uint32_t *data;
    uint32_t used;
};

struct canvas {
    struct arena arena;
    const char *assets;
    struct glyphs *glyphs;
    struct tableau *live;
    uint32_t *larger; /* a live scene of which a part is shown */
    size_t larger_size;
    struct pen_raster raster;
    bool raster_ready;
    const struct person_state *person;
    struct person_identity people[PEOPLE];
    int people_count;
    char lost[PEOPLE][PERSON_ID_MAX + 1]; /* who could not be read */
    int lost_count, lost_told;
    struct picture pictures[PICTURES];
    uint32_t clock;
    bool hurry, whole;
};

struct canvas *canvas_create(const char *assets, const char **ret_missing)
{
    struct canvas *c = memory_std.resize(memory_std.context, NULL, sizeof *c);
    memset(c, 0, sizeof *c);
    arena_init(&c->arena, &memory_std);
    c->assets = arena_cstr(&c->arena, str_of(assets));
    c->glyphs = glyphs_create(path_join(&c->arena, assets, "fonts"), ret_missing);
    c->live = tableau_create();
    return c;
}

static void forget_pictures(struct canvas *c)
{
    for (int i = 0; i < PICTURES; i++) {
        memory_std.resize(memory_std.context, c->pictures[i].data, 0);
        c->pictures[i] = (struct picture){0};
    }
}

void canvas_destroy(struct canvas *c)
{
    if (!c)
        return;
    forget_pictures(c);
    if (c->raster_ready)
        pen_raster_finish(&c->raster);
    tableau_destroy(c->live);
    memory_std.resize(memory_std.context, c->larger, 0);
    glyphs_destroy(c->glyphs);
    arena_finish(&c->arena);
    memory_std.resize(memory_std.context, c, 0);
}

struct ui_measure canvas_measure(struct canvas *c)
{
    return c->glyphs ? glyphs_measure(c->glyphs) : ui_measure_fixed;
}

bool canvas_writes(const struct canvas *c)
{
    return c->glyphs && glyphs_any(c->glyphs);
}

void canvas_person(struct canvas *c, const struct person_state *state)
{
    c->person = state;
}

void canvas_hurry(struct canvas *c, bool hurry)
{
    c->hurry = hurry;
}

bool canvas_is_whole(const struct canvas *c)
{
    return c->whole;
}

static void put_name(char *to, size_t size, td_str name)
{
    size_t length = name.len < size - 1 ? name.len : size - 1;
    if (length > 0) /* no name has no address */
        memcpy(to, name.ptr, length);
    to[length] = '\0';
}

/* --- people ------------------------------------------------------------------------------------------- */

static bool load_person(struct canvas *c, td_str id, struct person_identity *ret)
{
    struct arena arena;
    struct diags diags;
    file_fault fault;
    arena_init(&arena, &memory_std);
    diags_init(&diags, &arena);
    bool good = people_load(&arena, c->assets, arena_cstr(&arena, id), &diags, ret, &fault);
    arena_finish(&arena);
    return good;
}

/* Who could not be read is not looked for again with every frame. */
static bool is_lost(const struct canvas *c, td_str id)
{
    for (int i = 0; i < c->lost_count; i++)
        if (str_is(id, c->lost[i]))
            return true;
    return false;
}

const struct person_identity *canvas_identity(struct canvas *c, td_str id)
{
    for (int i = 0; i < c->people_count; i++)
        if (str_is(id, c->people[i].id))
            return &c->people[i];
    if (id.len == 0 || c->people_count == PEOPLE || is_lost(c, id))
        return NULL;
    if (load_person(c, id, &c->people[c->people_count]))
        return &c->people[c->people_count++];
    if (c->lost_count < PEOPLE)
        put_name(c->lost[c->lost_count++], sizeof c->lost[0], id);
    return NULL;
}

const char *canvas_lost(struct canvas *c)
{
    return c->lost_told < c->lost_count ? c->lost[c->lost_told++] : NULL;
}

const char *canvas_lost_font(struct canvas *c)
{
    return c->glyphs ? glyphs_broken(c->glyphs) : NULL;
}

/* --- pictures ------------------------------------------------------------------------------------------- */

static bool is_picture(const struct picture *p, const struct ui_op *op)
{
    return p->data && str_is(op->text, p->place) && str_is(op->identity, p->identity) && p->rect.w == op->rect.w &&
           p->rect.h == op->rect.h && p->zoom == op->zoom && p->centre_x == op->centre_x && p->centre_y == op->centre_y;
}

static int clamp(int v, int least, int most)
{
    return v < least ? least : v > most ? most : v;
}

/* The scene at its zoom, and the part of it that is wanted. */
static void paint_picture(struct canvas *c, struct picture *p, const struct ui_op *op)
{
    int w = op->rect.w, h = op->rect.h, tall = h * op->zoom / 1000;
    if (tall < w / 2)
        tall = w / 2; /* no place is painted wider than that */
    int wide = tall * 16 / 9;
    wide = wide < w ? w : wide;
    struct raster_pixels all = {memory_std.resize(memory_std.context, NULL, (size_t)wide * (size_t)tall * 4), wide,
                                tall, wide};
    struct person_state state = {.agitation = 450, .distance_cm = 220, .seed = 7, .ms = 2300, .still = true};
    enum setting place = SETTING_BRIDGE;
    place_find(op->text, &place);
    state.stance = place_stance(place);
    person_state_settle(&state);
    struct tableau_scene scene = {.who = canvas_identity(c, op->identity), .state = &state, .place = place};
    struct tableau *tableau = tableau_create();
    tableau_draw(tableau, all, &scene);
    tableau_destroy(tableau);
    int x = clamp(wide * op->centre_x / 1000 - w / 2, 0, wide - w),
        y = clamp(tall * op->centre_y / 1000 - h / 2, 0, tall - h);
    for (int row = 0; row < h; row++)
        memcpy(p->data + (ptrdiff_t)row * w, all.data + (ptrdiff_t)(y + row) * wide + x, (size_t)w * 4);
    memory_std.resize(memory_std.context, all.data, 0);
}

static struct picture *picture_of(struct canvas *c, const struct ui_op *op)
{
    struct picture *oldest = &c->pictures[0];
    for (int i = 0; i < PICTURES; i++) {
        if (is_picture(&c->pictures[i], op)) {
            c->pictures[i].used = ++c->clock;
            return &c->pictures[i];
        }
        if (c->pictures[i].used < oldest->used)
            oldest = &c->pictures[i];
    }
    if (c->hurry) {
        c->whole = false;
        return NULL;
    }
    uint32_t *data = memory_std.resize(memory_std.context, oldest->data, (size_t)op->rect.w * (size_t)op->rect.h * 4);
    *oldest = (struct picture){
        .rect = op->rect, .zoom = op->zoom, .centre_x = op->centre_x, .centre_y = op->centre_y, .data = data};
    put_name(oldest->place, sizeof oldest->place, op->text);
    put_name(oldest->identity, sizeof oldest->identity, op->identity);
    oldest->used = ++c->clock;
    paint_picture(c, oldest, op);
    return oldest;
}

/* A part of the scene as it is now, nearer than the whole. */
static void draw_larger(struct canvas *c, struct raster_pixels pixels, struct raster_box box, const struct ui_op *op,
                        const struct tableau_scene *scene)
{
    const struct ui_rect r = op->rect;
    int tall = r.h * op->zoom / 1000, wide = tall * 16 / 9;
    wide = wide < r.w ? r.w : wide;
    const size_t size = (size_t)wide * (size_t)tall * sizeof *c->larger;
    if (size != c->larger_size)
        c->larger = memory_std.resize(memory_std.context, c->larger, size);
    c->larger_size = size;
    tableau_draw(c->live, (struct raster_pixels){c->larger, wide, tall, wide}, scene);
    const int x = clamp(wide * op->centre_x / 1000 - r.w / 2, 0, wide - r.w),
              y = clamp(tall * op->centre_y / 1000 - r.h / 2, 0, tall - r.h);
    for (int row = box.y0; row < box.y1; row++)
        memcpy(pixels.data + (ptrdiff_t)row * pixels.stride + box.x0,
               c->larger + (ptrdiff_t)(y + row - r.y) * wide + x + box.x0 - r.x, (size_t)(box.x1 - box.x0) * 4);
}

/* The scene as it is now, in the rectangle of the op: the whole window, or a picture in it. */
static void draw_live(struct canvas *c, struct raster_pixels pixels, struct raster_box box, const struct ui_op *op)
{
    const struct ui_rect r = op->rect;
    enum setting place = SETTING_BRIDGE;
    if (r.x < 0 || r.y < 0 || r.x + r.w > pixels.width || r.y + r.h > pixels.height)
        return;
    place_find(op->text, &place);
    struct tableau_scene scene = {
        .who = c->person ? canvas_identity(c, op->identity) : NULL, .state = c->person, .place = place};
    if (op->zoom > 1000) {
        draw_larger(c, pixels, box, op, &scene);
        return;
    }
    struct raster_pixels part = {pixels.data + (ptrdiff_t)r.y * pixels.stride + r.x, r.w, r.h, pixels.stride};
    tableau_draw_box(c->live, part, (struct raster_box){box.x0 - r.x, box.y0 - r.y, box.x1 - r.x, box.y1 - r.y},
                     &scene);
}

static void draw_scene(struct canvas *c, struct raster_pixels pixels, struct raster_box box, const struct ui_op *op)
{
    if (op->rect.w <= 0 || op->rect.h <= 0)
        return;
    if (op->live) {
        forget_pictures(c); /* they belong to other pages, and an encounter is long */
        draw_live(c, pixels, box, op);
        return;
    }
    const struct picture *p = picture_of(c, op);
    if (!p)
        return;
    for (int y = box.y0; y < box.y1; y++)
        memcpy(pixels.data + (ptrdiff_t)y * pixels.stride + box.x0,
               p->data + (ptrdiff_t)(y - op->rect.y) * op->rect.w + box.x0 - op->rect.x, (size_t)(box.x1 - box.x0) * 4);
}

/* --- shapes ------------------------------------------------------------------------------------------------ */

static struct pt at(int32_t x, int32_t y)
{
    return (struct pt){PEN_U(x), PEN_U(y)};
}

static void round_path(struct pen *pen, struct ui_rect r, int32_t radius)
{
    if (radius > r.h / 2)
        radius = r.h / 2;
    if (radius > r.w / 2)
        radius = r.w / 2;
    if (radius > 0)
        shape_round_box(pen, at(r.x, r.y), PEN_U(r.w), PEN_U(r.h), PEN_U(radius));
    else
        shape_box(pen, at(r.x, r.y), PEN_U(r.w), PEN_U(r.h));
}

static void draw_box(struct pen *pen, const struct ui_op *op)
{
    if (op->fill & 255) {
        round_path(pen, op->rect, op->radius);
        pen_fill_colour(pen, op->fill);
    }
    if (op->width > 0 && op->edge & 255) { /* inside the rectangle */
        int32_t half = PEN_U(op->width) / 2, radius = PEN_U(op->radius) - half;
        struct pt corner = {PEN_U(op->rect.x) + half, PEN_U(op->rect.y) + half};
        if (radius > 0)
            shape_round_box(pen, corner, PEN_U(op->rect.w) - 2 * half, PEN_U(op->rect.h) - 2 * half, radius);
        else
            shape_box(pen, corner, PEN_U(op->rect.w) - 2 * half, PEN_U(op->rect.h) - 2 * half);
        pen_stroke_colour(pen, PEN_U(op->width), op->edge);
    }
}

static void draw_shade(struct pen *pen, const struct ui_op *op)
{
    struct ui_rect r = op->rect;
    struct pt end = op->vertical ? at(r.x, r.y + r.h) : at(r.x + r.w, r.y);
    struct pen_paint paint = paint_linear(at(r.x, r.y), op->fill, end, op->edge);
    shape_box(pen, at(r.x, r.y), PEN_U(r.w), PEN_U(r.h));
    pen_fill(pen, &paint);
}

static void draw_dot(struct pen *pen, const struct ui_op *op)
{
    struct pt centre = {PEN_U(op->rect.x) + PEN_U(op->rect.w) / 2, PEN_U(op->rect.y) + PEN_U(op->rect.h) / 2};
    shape_oval(pen, centre, PEN_U(op->rect.w) / 2, PEN_U(op->rect.h) / 2);
    pen_fill_colour(pen, op->fill);
    if (op->width > 0) {
        int32_t half = PEN_U(op->width) / 2;
        shape_oval(pen, centre, PEN_U(op->rect.w) / 2 - half, PEN_U(op->rect.h) / 2 - half);
        pen_stroke_colour(pen, PEN_U(op->width), op->edge);
    }
}

static void draw_dashes(struct pen *pen, struct pt a, struct pt b, int32_t width, pen_rgba colour, int32_t *phase)
{
    int32_t length = pt_distance(a, b), dash = width * 3, at_now = 0;
    while (at_now < length) {
        int32_t left = dash - *phase % dash, end = at_now + left < length ? at_now + left : length;
        if (*phase / dash % 2 == 0) {
            pen_move(pen, pt_mix(a, b, (int32_t)((int64_t)at_now * 1000 / length)));
            pen_line(pen, pt_mix(a, b, (int32_t)((int64_t)end * 1000 / length)));
            pen_stroke_colour(pen, width, colour);
        }
        *phase += end - at_now;
        at_now = end;
    }
}

static void draw_line(struct pen *pen, const struct ui_op *op)
{
    int32_t phase = 0, width = PEN_U(op->width);
    for (int i = 1; i < op->point_count && op->dashed; i++)
        draw_dashes(pen, at(op->points[i - 1].x, op->points[i - 1].y), at(op->points[i].x, op->points[i].y), width,
                    op->fill, &phase);
    if (op->dashed || op->point_count < 2)
        return;
    pen_move(pen, at(op->points[0].x, op->points[0].y));
    for (int i = 1; i < op->point_count; i++)
        pen_line(pen, at(op->points[i].x, op->points[i].y));
    pen_stroke_colour(pen, width, op->fill);
}

static void draw_tick(struct pen *pen, const struct ui_op *op)
{
    int32_t side = PEN_U(op->rect.h < op->rect.w ? op->rect.h : op->rect.w);
    struct pt m = {PEN_U(op->rect.x) + PEN_U(op->rect.w) / 2, PEN_U(op->rect.y) + PEN_U(op->rect.h) / 2};
    pen_move(pen, pt_add(m, -side / 5, 0));
    pen_line(pen, pt_add(m, -side / 20, side / 6));
    pen_line(pen, pt_add(m, side / 4, -side / 6));
    pen_stroke_colour(pen, PEN_U(op->width), op->fill);
}

/* The four corners between the square and the round. */
static void draw_corners(struct pen *pen, const struct ui_op *op)
{
    struct ui_rect r = op->rect;
    int32_t size = PEN_U(op->radius), bend = size * 552 / 1000;
    for (int i = 0; i < 4; i++) {
        int32_t sx = i & 1 ? -1 : 1, sy = i & 2 ? -1 : 1;
        if (op->vertical && sy < 0)
            continue; /* only the upper two */
        struct pt c = at(i & 1 ? r.x + r.w : r.x, i & 2 ? r.y + r.h : r.y);
        pen_move(pen, c);
        pen_line(pen, pt_add(c, sx * size, 0));
        pen_curve(pen, pt_add(c, sx * (size - bend), 0), pt_add(c, 0, sy * (size - bend)), pt_add(c, 0, sy * size));
        pen_close(pen);
        pen_fill_colour(pen, op->fill);
    }
}

/* --- the list ------------------------------------------------------------------------------------------------- */

static struct raster_box meet(struct raster_box a, struct raster_box b)
{
    struct raster_box r = {a.x0 > b.x0 ? a.x0 : b.x0, a.y0 > b.y0 ? a.y0 : b.y0, a.x1 < b.x1 ? a.x1 : b.x1,
                           a.y1 < b.y1 ? a.y1 : b.y1};
    r.x1 = r.x1 < r.x0 ? r.x0 : r.x1;
    r.y1 = r.y1 < r.y0 ? r.y0 : r.y1;
    return r;
}

static struct raster_box box_of(struct ui_rect r)
{
    return (struct raster_box){r.x, r.y, r.x + r.w, r.y + r.h};
}

static bool is_empty(struct raster_box b)
{
    return b.x0 >= b.x1 || b.y0 >= b.y1;
}

static void draw_shape(struct pen *pen, const struct ui_op *op)
{
    switch (op->kind) {
    case OP_BOX: draw_box(pen, op); return;
    case OP_SHADE: draw_shade(pen, op); return;
    case OP_LINE: draw_line(pen, op); return;
    case OP_DOT: draw_dot(pen, op); return;
    case OP_TICK: draw_tick(pen, op); return;
    case OP_CORNERS: draw_corners(pen, op); return;
    case OP_TEXT:
    case OP_SCENE:
    case OP_CLIP:
    case OP_UNCLIP:
    case OP_KIND_COUNT: return;
    }
}

static void draw_op(struct canvas *c, struct raster_pixels pixels, struct raster_box box, const struct ui_op *op)
{
    struct raster_box own = op->kind == OP_LINE ? box : meet(box, box_of(op->rect));
    if (is_empty(own) && op->kind != OP_TEXT)
        return;
    if (op->kind == OP_TEXT) { /* letters may stand out of their line a little */
        int out = op->size;
        struct ui_rect r = {op->rect.x - out, op->rect.y - out, op->rect.w + 2 * out, op->rect.h + 2 * out};
        if (c->glyphs && !is_empty(meet(box, box_of(r))))
            glyphs_draw(c->glyphs, pixels, meet(box, box_of(r)), op);
        return;
    }
    if (op->kind == OP_SCENE) {
        draw_scene(c, pixels, own, op);
        return;
    }
    /* In bands: what a path covers is worked out for a whole box at a time, and a window is a large box. */
    for (struct raster_box band = own; band.y0 < own.y1; band.y0 += BAND) {
        band.y1 = band.y0 + BAND < own.y1 ? band.y0 + BAND : own.y1;
        pen_raster_again(&c->raster, pixels, 1, 0, 0);
        pen_raster_limit(&c->raster, band);
        draw_shape(&c->raster.pen, op);
    }
}

void canvas_draw(struct canvas *c, struct raster_pixels pixels, struct raster_box box, const struct ui *ui)
{
    struct raster_box stack[CLIPS] = {meet(box, (struct raster_box){0, 0, pixels.width, pixels.height})};
    int depth = 0;
    c->whole = true;
    if (c->raster_ready)
        pen_raster_again(&c->raster, pixels, 1, 0, 0);
    else
        pen_raster_init(&c->raster, pixels, 1, 0, 0);
    c->raster_ready = true;
    for (int i = 0; i < ui->op_count; i++) {
        const struct ui_op *op = &ui->ops[i];
        if (op->kind == OP_CLIP && depth + 1 < CLIPS) {
            stack[depth + 1] = meet(stack[depth], box_of(op->rect));
            depth++;
        } else if (op->kind == OP_UNCLIP && depth > 0) {
            depth--;
        } else if (!is_empty(stack[depth])) {
            draw_op(c, pixels, stack[depth], op);
        }
    }
}
