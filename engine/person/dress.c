/* dress.c - what makes a garment: the opening at the neck and what shows in it, collar, lapels, hood,
 * zip, buttons, pockets, quilting.  All of it lies on the trunk and turns and breathes with it. */
#include "parts.h"

static struct pt on(const struct body *b, int32_t across, int32_t y)
{
    return body_front(b, across, PEN_U(y) + pm(b->lift, y < 300 ? 1000 - y * 3 : 0));
}

/* On the neck's root: x in units from its middle, y from the shoulder line. */
static struct pt at_neck(const struct body *b, int32_t x, int32_t y)
{
    struct pt root = v3_project(b->neck);
    return pt_add(root, pm(PEN_U(x), 1000 - pm(180, b->feminine)), PEN_U(y));
}

static pen_rgba outer_tone(const struct body *b, int32_t level)
{
    return tone(b, b->who->outer, level);
}

static pen_rgba seam(const struct body *b)
{
    return colour_alpha(outer_tone(b, -220), 640);
}

/* An opening from the neck down to depth, half as wide as its share says; filled with what is under. */
static void opening(struct pen *pen, const struct body *b, int32_t depth, int32_t half_low, pen_rgba inner)
{
    struct knot ring[11];
    struct pt p[11] = {at_neck(b, -52, -26),
                       at_neck(b, -46, 6),
                       on(b, -half_low - 60, depth / 2),
                       on(b, -half_low, depth),
                       on(b, half_low, depth),
                       on(b, half_low + 60, depth / 2),
                       at_neck(b, 46, 6),
                       at_neck(b, 52, -26),
                       at_neck(b, 38, -2),
                       at_neck(b, 0, depth < 100 ? 14 : 26),
                       at_neck(b, -38, -2)};
    knots_from(ring, p, 11, 600);
    ring[3].soft = ring[4].soft = 150;
    shape_closed(pen, ring, 11);
    struct pen_paint paint = paint_linear(p[0], tone(b, inner, key_side(b) < 0 ? 900 : 380), p[7],
                                          tone(b, inner, key_side(b) < 0 ? 380 : 900));
    pen_fill(pen, &paint);
    soft_spot(pen, at_neck(b, 0, 6), PEN_U(48), PEN_U(34), colour_alpha(tone(b, inner, -200), 420));
}

/* Edges of an open front, left and right, with a dark line and a lit lip. */
static void front_edges(struct pen *pen, const struct body *b, int32_t half_top, int32_t half_low, int32_t from,
                        int32_t to)
{
    for (int side = -1; side <= 1; side += 2) {
        struct pt line[4] = {at_neck(b, side * 50, -22), on(b, side * (half_top), from),
                             on(b, side * (half_top + half_low) / 2, (from + to) / 2), on(b, side * half_low, to)};
        smooth_line(pen, line, 4);
        pen_stroke_colour(pen, PEN_U(4), seam(b));
        for (int i = 0; i < 4; i++)
            line[i] = pt_add(line[i], side * PEN_U(3), 0);
        smooth_line(pen, line, 4);
        pen_stroke_colour(pen, 500, colour_alpha(outer_tone(b, 1250), 420));
    }
}

/* The neck of a T-shirt or jumper: a ribbed band round the throat. */
static void round_collar(struct pen *pen, const struct body *b, pen_rgba colour, int32_t width)
{
    struct pt band[5] = {at_neck(b, -48, -18), at_neck(b, -32, 16), at_neck(b, 0, 30), at_neck(b, 32, 16),
                         at_neck(b, 48, -18)};
    smooth_line(pen, band, 5);
    pen_stroke_colour(pen, PEN_U(width), tone(b, colour, 560));
    for (int i = 0; i < 5; i++)
        band[i].y -= PEN_U(width) / 3;
    smooth_line(pen, band, 5);
    pen_stroke_colour(pen, PEN_U(1), colour_alpha(tone(b, colour, -200), 620));
}

static void lapels(struct pen *pen, const struct body *b, int32_t depth, int32_t wide)
{
    for (int side = -1; side <= 1; side += 2) {
        struct pt p[6] = {at_neck(b, side * 56, -30),     at_neck(b, side * (64 + wide / 6), 2),
                          on(b, side * (330 + wide), 46), on(b, side * (330 + wide) - side * 60, 64),
                          on(b, side * 80, depth),        at_neck(b, side * 42, 6)};
        struct knot ring[6];
        knots_from(ring, p, 6, 250);
        shape_closed(pen, ring, 6);
        struct pen_paint paint = shaded(b, p[2], PEN_U(50), b->who->outer, side == key_side(b) ? 1160 : 760,
                                        side == key_side(b) ? 640 : 260);
        pen_fill(pen, &paint);
        shape_closed(pen, ring, 6);
        pen_stroke_colour(pen, 420, colour_alpha(outer_tone(b, -220), 520));
        fold(pen, pt_add(p[2], 0, PEN_U(4)), pt_add(p[4], side * PEN_U(6), 0), side * PEN_U(-7), PEN_U(7),
             colour_alpha(outer_tone(b, -240), 420));
        fold(pen, p[2], pt_mix(p[5], p[1], 300), side * PEN_U(1), 600, seam(b));
    }
}

static void shirt_collar(struct pen *pen, const struct body *b, pen_rgba colour)
{
    for (int side = -1; side <= 1; side += 2) {
        struct pt p[5] = {at_neck(b, side * 50, -34), at_neck(b, side * 56, -8), at_neck(b, side * 34, 40),
                          at_neck(b, side * 3, 22), at_neck(b, side * 30, 2)};
        struct knot ring[5];
        knots_from(ring, p, 5, 300);
        shape_closed(pen, ring, 5);
        struct pen_paint paint = shaded(b, p[2], PEN_U(34), colour, side == key_side(b) ? 1060 : 700, 420);
        pen_fill(pen, &paint);
        shape_closed(pen, ring, 5);
        pen_stroke_colour(pen, 300, colour_alpha(tone(b, colour, -200), 520));
    }
}

static void buttons(struct pen *pen, const struct body *b, int32_t across, int32_t from, int32_t to, int count,
                    pen_rgba colour)
{
    for (int i = 0; i < count; i++) {
        struct pt at = on(b, across, from + (to - from) * i / (count > 1 ? count - 1 : 1));
        shape_oval(pen, pt_add(at, 120, 200), PEN_U(4), PEN_U(4));
        pen_fill_colour(pen, colour_alpha(outer_tone(b, -260), 560));
        shape_oval(pen, at, PEN_U(3) + 128, PEN_U(3) + 128);
        pen_fill_colour(pen, tone(b, colour, 760));
    }
}

static void centre_line(struct pen *pen, const struct body *b, int32_t across, int32_t from, int32_t to, int32_t width,
                        pen_rgba colour)
{
    struct pt line[4] = {on(b, across, from), on(b, across, (from * 2 + to) / 3), on(b, across, (from + to * 2) / 3),
                         on(b, across, to)};
    smooth_line(pen, line, 4);
    pen_stroke_colour(pen, width, colour);
}

static void slant_pockets(struct pen *pen, const struct body *b, int32_t y)
{
    for (int side = -1; side <= 1; side += 2) {
        struct pt a = on(b, side * 480, y), c = on(b, side * 690, y + 50);
        fold(pen, a, c, side * PEN_U(2), PEN_U(4), seam(b));
        fold(pen, pt_add(a, side * PEN_U(5), PEN_U(-1)), pt_add(c, side * PEN_U(5), PEN_U(-2)), side * PEN_U(2), 420,
             colour_alpha(outer_tone(b, 1250), 520));
    }
}

static void ribbed_hem(struct pen *pen, const struct body *b)
{
    int32_t hem = torso_hem(b) / 256;
    for (int i = -9; i <= 9; i++) {
        struct pt a = on(b, i * 105, hem - 20), c = on(b, i * 105, hem + 4);
        fold(pen, a, c, 0, 500, colour_alpha(seam(b), 620));
    }
    struct pt line[5];
    for (int i = 0; i < 5; i++)
        line[i] = on(b, (i - 2) * 500, hem - 22);
    smooth_line(pen, line, 5);
    pen_stroke_colour(pen, 500, seam(b));
}

static void jacket(struct pen *pen, const struct body *b)
{
    opening(pen, b, 340, 150, b->who->inner);
    round_collar(pen, b, b->who->inner, 6);
    front_edges(pen, b, 250, 200, 40, 340);
    for (int side = -1; side <= 1; side += 2) {
        struct pt p[5] = {at_neck(b, side * 46, -40), at_neck(b, side * 68, -14), on(b, side * 420, 24),
                          on(b, side * 262, 64), at_neck(b, side * 42, 10)};
        struct pen_paint paint = shaded(b, p[2], PEN_U(44), b->who->outer, side == key_side(b) ? 1180 : 720, 300);
        struct knot ring[5];
        knots_from(ring, p, 5, 500);
        shape_closed(pen, ring, 5);
        pen_fill(pen, &paint);
        shape_closed(pen, ring, 5);
        pen_stroke_colour(pen, 380, colour_alpha(outer_tone(b, -240), 560));
    }
    slant_pockets(pen, b, 232);
    for (int side = -1; side <= 1; side += 2)
        fold(pen, on(b, side * 860, 40), on(b, side * 300, 74), side * PEN_U(-3), 500, colour_alpha(seam(b), 700));
}

static void blazer(struct pen *pen, const struct body *b)
{
    opening(pen, b, 196, 60, b->who->inner);
    centre_line(pen, b, 0, 40, 196, 500, colour_alpha(tone(b, b->who->inner, -200), 420));
    shirt_collar(pen, b, b->who->inner);
    lapels(pen, b, 196, 90);
    centre_line(pen, b, 40, 196, 350, 600, seam(b));
    buttons(pen, b, 10, 206, 250, 2, b->who->accent);
    for (int side = -1; side <= 1; side += 2) {
        struct pt a = on(b, side * 470, 264), c = on(b, side * 830, 258);
        fold(pen, a, c, 0, PEN_U(4), seam(b));
    }
    fold(pen, on(b, 420, 110), on(b, 640, 104), 0, PEN_U(3), seam(b));
}

static void hood(struct pen *pen, const struct body *b)
{
    for (int side = -1; side <= 1; side += 2) {
        struct pt p[7] = {at_neck(b, side * 40, -46), at_neck(b, side * 74, -28), at_neck(b, side * 88, 2),
                          on(b, side * 420, 54),      on(b, side * 150, 78),      at_neck(b, side * 8, 44),
                          at_neck(b, side * 40, 8)};
        struct pen_paint paint = shaded(b, p[2], PEN_U(56), b->who->outer, side == key_side(b) ? 1160 : 700,
                                        side == key_side(b) ? 520 : 120);
        smooth(pen, p, 7);
        pen_fill(pen, &paint);
        fold(pen, p[1], p[4], side * PEN_U(-14), PEN_U(7), colour_alpha(outer_tone(b, -220), 520));
        fold(pen, p[2], p[3], side * PEN_U(-10), PEN_U(5), colour_alpha(outer_tone(b, -220), 420));
    }
}

static void hoodie(struct pen *pen, const struct body *b)
{
    opening(pen, b, 44, 60, b->who->inner);
    hood(pen, b);
    for (int side = -1; side <= 1; side += 2) {
        struct pt cord[4] = {at_neck(b, side * 17, 42), on(b, side * 130, 80), on(b, side * 150, 104),
                             on(b, side * 140, 128 + side * 6)};
        smooth_line(pen, cord, 4);
        pen_stroke_colour(pen, PEN_U(2), tone(b, b->who->accent, 820));
        shape_limb(pen, cord[3], PEN_U(2), pt_add(cord[3], 0, PEN_U(7)), PEN_U(2));
        pen_fill_colour(pen, tone(b, b->who->accent, 620));
    }
    struct pt pouch[6] = {on(b, -420, 226), on(b, 420, 226),  on(b, 640, 290),
                          on(b, 640, 316),  on(b, -640, 316), on(b, -640, 290)};
    struct knot ring[6];
    knots_from(ring, pouch, 6, 250);
    shape_closed(pen, ring, 6);
    pen_fill_colour(pen, colour_alpha(outer_tone(b, 200), 240));
    shape_closed(pen, ring, 6);
    pen_stroke_colour(pen, 560, seam(b));
    ribbed_hem(pen, b);
}

static void cardigan(struct pen *pen, const struct body *b)
{
    opening(pen, b, 380, 120, b->who->inner);
    if (b->feminine < 500) {
        centre_line(pen, b, 0, 40, 350, 500, colour_alpha(tone(b, b->who->inner, -200), 420));
        shirt_collar(pen, b, b->who->inner);
    } else {
        round_collar(pen, b, b->who->inner, 5);
    }
    front_edges(pen, b, 230, 150, 60, 360);
    for (int side = -1; side <= 1; side += 2)
        centre_line(pen, b, side * 300, 90, 350, 420, colour_alpha(seam(b), 620));
    buttons(pen, b, 250, 150, 320, 4, b->who->accent);
    for (int i = -8; i <= 8; i++) /* knit */
        if (i < -2 || i > 2)
            centre_line(pen, b, i * 112, 70, 350, 300, colour_alpha(outer_tone(b, -200), 120));
    for (int side = -1; side <= 1; side += 2)
        fold(pen, on(b, side * 470, 262), on(b, side * 760, 262), 0, PEN_U(4), seam(b));
}

static void coat(struct pen *pen, const struct body *b)
{
    opening(pen, b, 120, 60, b->who->inner);
    lapels(pen, b, 130, 150);
    centre_line(pen, b, 90, 130, 460, 700, seam(b));
    buttons(pen, b, 30, 150, 300, 3, b->who->accent);
    struct pt belt[4] = {on(b, -1000, 214), on(b, -300, 222), on(b, 300, 222), on(b, 1000, 214)};
    smooth_line(pen, belt, 4);
    pen_stroke_colour(pen, PEN_U(15), outer_tone(b, 520));
    for (int i = 0; i < 4; i++)
        belt[i].y += PEN_U(8);
    smooth_line(pen, belt, 4);
    pen_stroke_colour(pen, 500, seam(b));
    shape_round_box(pen, pt_add(on(b, 70, 222), PEN_U(-9), PEN_U(-11)), PEN_U(20), PEN_U(21), PEN_U(3));
    pen_stroke_colour(pen, PEN_U(3), tone(b, b->who->accent, 800));
    slant_pockets(pen, b, 252);
}

static void sweater(struct pen *pen, const struct body *b)
{
    opening(pen, b, 22, 90, b->who->inner);
    round_collar(pen, b, b->who->outer, 11);
    for (int i = -9; i <= 9; i++)
        centre_line(pen, b, i * 104, 40, 318, 330, colour_alpha(outer_tone(b, i % 3 ? -200 : 1250), 110));
    if (b->who->accent != b->who->outer)
        for (int row = 0; row < 2; row++) {
            struct pt band[5];
            for (int i = 0; i < 5; i++)
                band[i] = on(b, (i - 2) * 500, 84 + row * 22);
            smooth_line(pen, band, 5);
            pen_stroke_colour(pen, PEN_U(9), colour_alpha(tone(b, b->who->accent, 660), 820));
        }
    ribbed_hem(pen, b);
}

static void shirt(struct pen *pen, const struct body *b)
{
    opening(pen, b, 70, 4, b->who->skin);
    shirt_collar(pen, b, b->who->outer);
    centre_line(pen, b, 50, 60, 330, 560, seam(b));
    centre_line(pen, b, -60, 66, 330, 360, colour_alpha(seam(b), 520));
    buttons(pen, b, 0, 84, 300, 5, b->who->accent);
    struct pt pocket[4] = {on(b, 330, 92), on(b, 640, 90), on(b, 640, 132), on(b, 330, 136)};
    shape_polygon(pen, pocket, 4);
    pen_stroke_colour(pen, 420, colour_alpha(seam(b), 700));
}

static void puffer(struct pen *pen, const struct body *b)
{
    opening(pen, b, 40, 70, b->who->inner);
    for (int y = 52; y < 320; y += 38) {
        struct pt line[5];
        for (int i = 0; i < 5; i++)
            line[i] = on(b, (i - 2) * 520, y + (i == 2 ? 3 : 0));
        smooth_line(pen, line, 5);
        pen_stroke_colour(pen, PEN_U(4), colour_alpha(outer_tone(b, -220), 420));
        for (int i = 0; i < 5; i++)
            line[i].y += PEN_U(11);
        smooth_line(pen, line, 5);
        pen_stroke_colour(pen, PEN_U(8), colour_alpha(outer_tone(b, 1300), 200));
    }
    centre_line(pen, b, 0, 30, 320, PEN_U(4), outer_tone(b, 160));
    centre_line(pen, b, 0, 30, 320, 300, tone(b, b->who->accent, 900));
    for (int side = -1; side <= 1; side += 2) {
        struct pt p[6] = {at_neck(b, side * 40, -44), at_neck(b, side * 68, -34), at_neck(b, side * 72, 2),
                          at_neck(b, side * 40, 34),  at_neck(b, side * 1, 40),   at_neck(b, side * 30, 2)};
        struct pen_paint paint = shaded(b, p[2], PEN_U(44), b->who->outer, side == key_side(b) ? 1160 : 700, 200);
        smooth(pen, p, 6);
        pen_fill(pen, &paint);
        fold(pen, p[1], p[4], side * PEN_U(-12), PEN_U(4), seam(b));
    }
}

void dress_draw(struct pen *pen, const struct body *b)
{
    switch (b->who->top) {
    case TOP_JACKET: jacket(pen, b); break;
    case TOP_BLAZER: blazer(pen, b); break;
    case TOP_HOODIE: hoodie(pen, b); break;
    case TOP_CARDIGAN: cardigan(pen, b); break;
    case TOP_COAT: coat(pen, b); break;
    case TOP_SWEATER: sweater(pen, b); break;
    case TOP_SHIRT: shirt(pen, b); break;
    case TOP_PUFFER: puffer(pen, b); break;
    default: break;
    }
}

/* A hood or a high collar seen behind the neck. */
void dress_behind(struct pen *pen, const struct body *b)
{
    int32_t style = b->who->top;
    if (style == TOP_SWEATER)
        return;
    int32_t up = style == TOP_HOODIE ? 50 : style == TOP_PUFFER ? 46 : 36;
    int32_t wide = style == TOP_HOODIE ? 80 : 56;
    struct pt ring[6] = {at_neck(b, -wide, 0),   at_neck(b, -wide * 8 / 10, -up),
                         at_neck(b, 0, -up - 8), at_neck(b, wide * 8 / 10, -up),
                         at_neck(b, wide, 0),    at_neck(b, 0, 20)};
    smooth(pen, ring, 6);
    pen_fill_colour(pen, tone(b, style == TOP_BLAZER ? b->who->inner : b->who->outer, 60));
}
