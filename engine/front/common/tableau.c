/* tableau.c - layers kept as pixels, and the order in which a frame is laid down. */
#include "tableau.h"

#include "memory.h"
#include "pen_raster.h"
#include "shape.h"

#include <string.h>

struct layer {
    uint32_t *data;
    int width, height;
    int from, to; /* rows that hold anything: no others are kept */
};

struct tableau {
    struct pen_raster raster;
    bool raster_ready;
    bool kept; /* back and fore are of place, studio and size */
    enum setting place;
    bool studio;
    int width, height;
    struct layer back, fore;
};

struct tableau *tableau_create(void)
{
    struct tableau *tableau = memory_std.resize(memory_std.context, NULL, sizeof *tableau);
    memset(tableau, 0, sizeof *tableau);
    return tableau;
}

static void layer_finish(struct layer *layer)
{
    memory_std.resize(memory_std.context, layer->data, 0);
    *layer = (struct layer){0};
}

void tableau_destroy(struct tableau *tableau)
{
    if (!tableau)
        return;
    layer_finish(&tableau->back);
    layer_finish(&tableau->fore);
    if (tableau->raster_ready)
        pen_raster_finish(&tableau->raster);
    memory_std.resize(memory_std.context, tableau, 0);
}

static struct place_view view_of(const struct tableau_scene *scene, int width, int height)
{
    return (struct place_view){
        .width = 720 * width / (height > 0 ? height : 1),
        .ms = scene->state ? scene->state->ms : 0,
        .still = scene->state ? scene->state->still : false,
    };
}

/* The pen on these pixels, which begin down rows below the picture's upper edge; its unit is 1/720 of high. */
static struct pen *pen_below(struct tableau *tableau, struct raster_pixels pixels, int high, int down)
{
    float scale = (float)high / 720;
    if (tableau->raster_ready)
        pen_raster_again(&tableau->raster, pixels, scale, 0, (float)-down);
    else
        pen_raster_init(&tableau->raster, pixels, scale, 0, (float)-down);
    tableau->raster_ready = true;
    return &tableau->raster.pen;
}

static struct pen *pen_on(struct tableau *tableau, struct raster_pixels pixels, struct raster_box box)
{
    struct pen *pen = pen_below(tableau, pixels, pixels.height, 0);
    pen_raster_limit(&tableau->raster, box);
    return pen;
}

static void layer_start(struct layer *layer, int width, int height)
{
    layer_finish(layer);
    size_t size = (size_t)width * (size_t)height * sizeof(uint32_t);
    *layer = (struct layer){memory_std.resize(memory_std.context, NULL, size), width, height, 0, height};
    memset(layer->data, 0, size);
}

static void studio_ground(struct pen *pen, int32_t width)
{
    struct pen_paint paint = paint_linear((struct pt){0, 0}, 0x6d7a80ff, (struct pt){0, PEN_U(720)}, 0x3b464cff);
    shape_box(pen, (struct pt){0, 0}, PEN_U(width + 2), PEN_U(722));
    pen_fill(pen, &paint);
    struct pt middle = {PEN_U(width) / 2, PEN_U(250)};
    struct pen_paint glow = paint_radial(middle, PEN_U(420), 0xffffff30, 0xffffff00);
    shape_oval(pen, middle, PEN_U(420), PEN_U(420));
    pen_fill(pen, &glow);
}

static void draw_back(struct pen *pen, const struct tableau_scene *scene, const struct place_view *view)
{
    if (scene->studio)
        studio_ground(pen, view->width);
    else
        place_draw_back(pen, scene->place, view);
}

/* A layer is painted in bands: what the raster needs is as large as what it paints on. */
enum { BANDS = 4 };

static void paint_back(struct tableau *tableau, int width, int height, const struct tableau_scene *scene)
{
    struct place_view view = view_of(scene, width, height);
    layer_start(&tableau->back, width, height);
    for (int band = 0; band < BANDS; band++) {
        int from = height * band / BANDS, to = height * (band + 1) / BANDS;
        struct raster_pixels rows = {tableau->back.data + (size_t)from * (size_t)width, width, to - from, width};
        draw_back(pen_below(tableau, rows, height, from), scene, &view);
    }
}

static bool row_is_empty(const uint32_t *row, int width)
{
    for (int x = 0; x < width; x++)
        if (row[x] != 0)
            return false;
    return true;
}

/* Of the band's rows, which begin at from, the layer keeps those between its first and last that hold anything. */
static void keep_rows(struct layer *layer, const struct layer *band, int from)
{
    size_t row = (size_t)layer->width;
    for (int y = 0; y < band->height; y++) {
        if (row_is_empty(band->data + (size_t)y * row, layer->width))
            continue;
        if (!layer->data)
            layer->from = layer->to = from + y;
        size_t gap = (size_t)(from + y - layer->to) * row, had = (size_t)(layer->to - layer->from) * row;
        layer->data = memory_std.resize(memory_std.context, layer->data, (had + gap + row) * sizeof(uint32_t));
        memset(layer->data + had, 0, gap * sizeof(uint32_t));
        memcpy(layer->data + had + gap, band->data + (size_t)y * row, row * sizeof(uint32_t));
        layer->to = from + y + 1;
    }
}

static void paint_fore(struct tableau *tableau, int width, int height, const struct tableau_scene *scene)
{
    struct place_view view = view_of(scene, width, height);
    struct layer band = {0};
    layer_finish(&tableau->fore);
    tableau->fore = (struct layer){.width = width, .height = height};
    for (int i = 0; i < BANDS && !scene->studio; i++) {
        int from = height * i / BANDS, to = height * (i + 1) / BANDS;
        layer_start(&band, width, to - from);
        struct raster_pixels rows = {band.data, width, to - from, width};
        place_draw_fore(pen_below(tableau, rows, height, from), scene->place, &view);
        keep_rows(&tableau->fore, &band, from);
    }
    layer_finish(&band);
}

void tableau_prepare(struct tableau *tableau, int width, int height, const struct tableau_scene *scene)
{
    if (tableau->kept && tableau->place == scene->place && tableau->studio == scene->studio &&
        tableau->width == width && tableau->height == height)
        return;
    paint_back(tableau, width, height, scene);
    paint_fore(tableau, width, height, scene);
    raster_cover_finish(&tableau->raster.cover); /* as wide as the picture; frames need a person's box */
    tableau->kept = true;
    tableau->place = scene->place;
    tableau->studio = scene->studio;
    tableau->width = width;
    tableau->height = height;
}

static void lay_back(const struct tableau *tableau, struct raster_pixels pixels, struct raster_box box)
{
    for (int y = box.y0; y < box.y1; y++)
        memcpy(pixels.data + (size_t)y * (size_t)pixels.stride + box.x0,
               tableau->back.data + (size_t)y * (size_t)tableau->width + box.x0,
               (size_t)(box.x1 - box.x0) * sizeof(uint32_t));
}

static void lay_fore(const struct tableau *tableau, struct raster_pixels pixels, struct raster_box box)
{
    const struct layer *fore = &tableau->fore;
    int from = box.y0 > fore->from ? box.y0 : fore->from, to = box.y1 < fore->to ? box.y1 : fore->to;
    if (!fore->data)
        return;
    for (int y = from; y < to; y++)
        raster_over(fore->data + (size_t)(y - fore->from) * (size_t)fore->width + box.x0, box.x1 - box.x0,
                    pixels.data + (size_t)y * (size_t)pixels.stride + box.x0);
}

struct figure {
    struct person_pose pose;
    struct light light;
    struct pt stand;
};

static struct figure figure_of(const struct tableau_scene *scene, const struct place_view *view)
{
    struct figure f = {.light = scene->studio ? light_studio() : place_light(scene->place, view)};
    f.stand = scene->studio ? (struct pt){PEN_U(view->width) / 2, PEN_U(172)} : place_stand(scene->place, view);
    if (scene->who)
        f.pose = person_pose(scene->who, scene->state);
    return f;
}

static void draw_figure(struct pen *pen, const struct tableau_scene *scene, const struct figure *f, bool hold)
{
    if (!scene->who)
        return;
    pen_save(pen);
    pen_translate(pen, f->stand.x, f->stand.y);
    pen_scale(pen, PLACE_SCALE, PLACE_SCALE);
    if (hold)
        person_draw_hold(pen, scene->who, &f->pose, &f->light);
    else
        person_draw(pen, scene->who, &f->pose, &f->light);
    pen_restore(pen);
}

void tableau_draw_box(struct tableau *tableau, struct raster_pixels pixels, struct raster_box box,
                      const struct tableau_scene *scene)
{
    if (pixels.width <= 0 || pixels.height <= 0)
        return;
    tableau_prepare(tableau, pixels.width, pixels.height, scene);
    struct place_view view = view_of(scene, pixels.width, pixels.height);
    struct figure figure = figure_of(scene, &view);
    lay_back(tableau, pixels, box);
    struct pen *pen = pen_on(tableau, pixels, box);
    if (!scene->studio)
        place_draw_back_live(pen, scene->place, &view);
    draw_figure(pen, scene, &figure, false);
    lay_fore(tableau, pixels, box);
    draw_figure(pen, scene, &figure, true);
    if (!scene->studio)
        place_draw_fore_live(pen, scene->place, &view);
}

void tableau_draw(struct tableau *tableau, struct raster_pixels pixels, const struct tableau_scene *scene)
{
    tableau_draw_box(tableau, pixels, (struct raster_box){0, 0, pixels.width, pixels.height}, scene);
}
