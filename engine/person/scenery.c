/* scenery.c - the brushes of the places. */
#include "scenery.h"

#include "brush.h"
#include "rng.h"

static struct pt unit_pt(int32_t x, int32_t y)
{
    return (struct pt){x * 256, y * 256};
}

int32_t sc_pick(uint64_t seed, int index, int32_t below)
{
    return (int32_t)rng_pick(seed, (uint64_t)index, (uint32_t)below);
}

void sc_box(struct pen *pen, int32_t x, int32_t y, int32_t w, int32_t h, pen_rgba colour)
{
    shape_box(pen, unit_pt(x, y), w * 256, h * 256);
    pen_fill_colour(pen, colour);
}

void sc_fade_down(struct pen *pen, int32_t x, int32_t y, int32_t w, int32_t h, pen_rgba top, pen_rgba bottom)
{
    struct pen_paint paint = paint_linear(unit_pt(x, y), top, unit_pt(x, y + h), bottom);
    shape_box(pen, unit_pt(x, y), w * 256, h * 256);
    pen_fill(pen, &paint);
}

void sc_fade_right(struct pen *pen, int32_t x, int32_t y, int32_t w, int32_t h, pen_rgba left, pen_rgba right)
{
    struct pen_paint paint = paint_linear(unit_pt(x, y), left, unit_pt(x + w, y), right);
    shape_box(pen, unit_pt(x, y), w * 256, h * 256);
    pen_fill(pen, &paint);
}

void sc_round(struct pen *pen, int32_t x, int32_t y, int32_t w, int32_t h, int32_t r, pen_rgba colour)
{
    shape_round_box(pen, unit_pt(x, y), w * 256, h * 256, r * 256);
    pen_fill_colour(pen, colour);
}

void sc_quad(struct pen *pen, const int16_t c[8], pen_rgba from, pen_rgba to)
{
    struct pt p[4];
    for (int i = 0; i < 4; i++)
        p[i] = unit_pt(c[2 * i], c[2 * i + 1]);
    struct pen_paint paint = paint_linear(pt_mix(p[0], p[1], 500), from, pt_mix(p[2], p[3], 500), to);
    shape_polygon(pen, p, 4);
    pen_fill(pen, &paint);
}

void sc_line(struct pen *pen, int32_t x0, int32_t y0, int32_t x1, int32_t y1, int32_t tenths, pen_rgba colour)
{
    pen_move(pen, unit_pt(x0, y0));
    pen_line(pen, unit_pt(x1, y1));
    pen_stroke_colour(pen, tenths * 256 / 10, colour);
}

void sc_glow(struct pen *pen, int32_t x, int32_t y, int32_t rx, int32_t ry, pen_rgba colour)
{
    soft_spot(pen, unit_pt(x, y), rx * 256, ry * 256, colour);
}

void sc_oval(struct pen *pen, int32_t x, int32_t y, int32_t rx, int32_t ry, pen_rgba colour)
{
    shape_oval(pen, unit_pt(x, y), rx * 256, ry * 256);
    pen_fill_colour(pen, colour);
}

void sc_grain(struct pen *pen, uint64_t seed, int count, int32_t x, int32_t y, int32_t w, int32_t h, pen_rgba light,
              pen_rgba dark, int32_t strength)
{
    for (int i = 0; i < count; i++) {
        int32_t gx = x + sc_pick(seed, i * 4, w), gy = y + sc_pick(seed, i * 4 + 1, h);
        int32_t size = 6 + sc_pick(seed, i * 4 + 2, 60);
        pen_rgba colour = colour_alpha(sc_pick(seed, i * 4 + 3, 2) ? light : dark, strength);
        if (i % 3)
            soft_spot(pen, unit_pt(gx, gy), size * 256 * 2, size * 256 / 2, colour);
        else
            fold(pen, unit_pt(gx, gy), unit_pt(gx + size * 2, gy + sc_pick(seed, i, 7) - 3), 256, 300, colour);
    }
}

void sc_reflection(struct pen *pen, int32_t x, int32_t y, int32_t w, int32_t h, pen_rgba colour)
{
    struct pen_paint paint = paint_linear(unit_pt(x, y), colour, unit_pt(x, y + h), colour & 0xffffff00u);
    if (w > 40) { /* broad light is soft */
        sc_glow(pen, x, y + h / 3, w * 6 / 10, h / 2, colour);
        sc_glow(pen, x, y + h / 2, w * 3 / 10, h * 6 / 10, colour_alpha(colour, 700));
    }
    for (int i = 0; i < 3 && w <= 40; i++) {
        struct pt p[6] = {unit_pt(x - w / 2 + i * w / 6, y),     unit_pt(x + w / 2 - i * w / 6, y),
                          unit_pt(x + w * 4 / 10, y + h / 3),    unit_pt(x + w / 4, y + h - i * h / 8),
                          unit_pt(x - w / 4, y + h - i * h / 7), unit_pt(x - w * 4 / 10, y + h / 2)};
        smooth(pen, p, 6);
        pen_fill(pen, &paint);
    }
    for (int i = 0; i < 5; i++) {
        int32_t ry = y + h * (i + 1) / 6 + sc_pick((uint64_t)x, i, 9);
        fold(pen, unit_pt(x - w * 6 / 10, ry), unit_pt(x + w * 6 / 10, ry + 1), 128, 500,
             colour_alpha(colour, 500 - i * 70));
    }
}

void sc_bystander(struct pen *pen, int32_t x, int32_t y, int32_t height, pen_rgba colour)
{
    int32_t h = height * 256;
    struct pt f = unit_pt(x, y);
    shape_oval(pen, pt_add(f, 0, -h * 92 / 100), h * 7 / 100, h * 85 / 1000);
    struct pt p[8] = {pt_add(f, -h * 14 / 100, -h * 76 / 100),
                      pt_add(f, 0, -h * 82 / 100),
                      pt_add(f, h * 14 / 100, -h * 76 / 100),
                      pt_add(f, h * 15 / 100, -h * 42 / 100),
                      pt_add(f, h * 9 / 100, 0),
                      pt_add(f, h * 1 / 100, -h * 30 / 100),
                      pt_add(f, -h * 8 / 100, 0),
                      pt_add(f, -h * 15 / 100, -h * 42 / 100)};
    smooth(pen, p, 8);
    pen_fill_colour(pen, colour);
}

void sc_plant(struct pen *pen, int32_t x, int32_t y, int32_t size, pen_rgba leaf, pen_rgba pot)
{
    for (int i = 0; i < 13; i++) {
        int32_t a = TURN_DEG(198) + i * TURN_DEG(12);
        int32_t len = size * (70 + sc_pick(77, i, 40)) * 256 / 100;
        struct pt root = unit_pt(x, y - size / 3), tip = pt_add(root, q16(turn_cos(a), len), q16(turn_sin(a), len));
        pen_rgba tone_of = colour_mix(leaf, i % 2 ? 0x08140cff : 0xcfe0a0ff, 140 + i * 12 % 160);
        fold(pen, root, tip, (i - 6) * size * 256 / 60, size * 256 / 7, tone_of);
    }
    int16_t body[8] = {(int16_t)(x - size / 4), (int16_t)(y - size / 3),
                       (int16_t)(x - size / 5), (int16_t)y,
                       (int16_t)(x + size / 5), (int16_t)y,
                       (int16_t)(x + size / 4), (int16_t)(y - size / 3)};
    sc_quad(pen, body, colour_mix(pot, 0xffffffff, 120), colour_mix(pot, 0x000000ff, 320));
}

void sc_vignette(struct pen *pen, int32_t strength)
{
    pen_rgba dark = colour_alpha(0x05080cff, strength);
    sc_fade_down(pen, SCENE_LEFT, 470, SCENE_WIDE, 250, dark & 0xffffff00u, dark);
    sc_fade_down(pen, SCENE_LEFT, 0, SCENE_WIDE, 90, colour_alpha(dark, 600), dark & 0xffffff00u);
    sc_fade_right(pen, SCENE_LEFT, 0, 260, 720, dark, dark & 0xffffff00u);
}

void sc_rain(struct pen *pen, const struct place_view *view, int depth, int count, pen_rgba colour)
{
    int32_t length = depth ? 74 : 30, speed = depth ? 1500 : 950, slant = depth ? 20 : 8;
    uint32_t ms = view->still ? 400 : view->ms;
    for (int i = 0; i < count; i++) {
        int32_t span = 720 + length * 2;
        int32_t offset = sc_pick(91 + (uint64_t)depth, i * 2, span);
        int64_t fallen = (int64_t)ms * (speed + sc_pick(91, i, 300)) / 1000 + offset;
        int32_t lap = (int32_t)(fallen / span), y = (int32_t)(fallen % span) - length;
        int32_t x = SCENE_LEFT + sc_pick(97 + (uint64_t)depth, i * 64 + lap % 64, SCENE_WIDE);
        fold(pen, unit_pt(x, y), unit_pt(x - slant, y + length), 0, depth ? 420 : 260, colour);
    }
}
