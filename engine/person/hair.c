/* hair.c - hair as volume: a mass round the skull, a hairline, strands that follow it, one sheen.
 * A style is a row of a table (how far it stands off, how it frames the face, how long it falls). */
#include "parts.h"

#include "fix.h"

struct style {
    int16_t top, sides; /* how far it stands off the skull, units */
    int16_t line[5][2]; /* the hairline on the right half, middle to temple */
    int16_t end;        /* the slice at which it ends at the sides */
    int16_t length;     /* of what falls behind, units below the eyes; 0 none */
    int16_t ragged;     /* permille: how broken the fringe is */
};

static const struct style styles[] = {
    [HAIR_BALD] = {1, 2, {{0, -104}, {20, -104}, {44, -92}, {62, -60}, {67, -24}}, 4, 0, 0},
    [HAIR_RECEDING] = {5, 4, {{0, -80}, {16, -84}, {38, -92}, {52, -70}, {60, -34}}, 4, 0, 300},
    [HAIR_CROPPED] = {6, 3, {{0, -74}, {22, -75}, {44, -70}, {54, -52}, {62, -26}}, 4, 0, 0},
    [HAIR_SHORT] = {17, 5, {{0, -70}, {20, -66}, {40, -70}, {55, -50}, {63, -22}}, 4, 0, 900},
    [HAIR_PARTED] = {20, 8, {{0, -70}, {22, -77}, {42, -66}, {56, -44}, {63, -18}}, 4, 0, 0},
    [HAIR_BOB] = {17, 13, {{0, -60}, {20, -66}, {44, -50}, {58, -22}, {62, 14}}, 7, 92, 0},
    [HAIR_LONG] = {16, 11, {{0, -62}, {18, -70}, {42, -52}, {57, -24}, {62, 12}}, 7, 214, 0},
    [HAIR_BUN] = {10, 4, {{0, -72}, {22, -73}, {44, -64}, {56, -42}, {62, -16}}, 4, 0, 0},
    [HAIR_CURLS] = {26, 24, {{0, -64}, {20, -68}, {40, -60}, {53, -36}, {60, -4}}, 7, 78, 1000},
    [HAIR_COILS] = {38, 30, {{0, -70}, {22, -70}, {42, -62}, {54, -42}, {62, -18}}, 4, 0, 500},
};

static const struct style *style_of(const struct body *b)
{
    return &styles[b->who->hair_style];
}

static bool covered(const struct body *b)
{
    return b->who->headwear == HEAD_HIJAB;
}

static bool has_hat(const struct body *b)
{
    return b->who->headwear != HEAD_BARE;
}

bool hair_over_ears(const struct body *b)
{
    return style_of(b)->end > 4;
}

static pen_rgba hair_colour(const struct body *b)
{
    pen_rgba hair = colour_mix(b->who->hair, 0xd9d6d1ff, b->who->grey);
    return colour_mix(hair, 0x08080aff, b->who->wet * 35 / 100);
}

static struct pt crown_top(const struct body *b, int32_t share, int32_t top)
{
    struct pt left = head_edge(b, 0, -1, top / 2), right = head_edge(b, 0, 1, top / 2);
    return pt_add(pt_mix(left, right, share), 0, -PEN_U(top));
}

/* Big hair rounds in again at its lower end. */
static int32_t standing_off(const struct style *s, int slice, int32_t sides, int32_t top)
{
    int32_t grow = sides + (top - sides) * (s->end - slice) / (s->end * 3 / 2 + 1);
    if (sides > 18 && slice >= s->end - 1)
        return slice == s->end ? grow * 5 / 10 : grow * 9 / 10;
    return grow;
}

/* The outside of the mass from the right side's end over the crown to the left side's end. */
static int outside(const struct body *b, const struct style *s, struct pt *out)
{
    int n = 0;
    int32_t top = has_hat(b) ? 2 : s->top, sides = has_hat(b) && s->sides > 12 ? 10 : s->sides;
    for (int i = s->end; i >= 0; i--)
        out[n++] = head_edge(b, i, 1, standing_off(s, i, sides, top));
    out[n++] = crown_top(b, 860, top * 8 / 10);
    out[n++] = crown_top(b, 440, top);
    out[n++] = crown_top(b, 140, top * 8 / 10);
    for (int i = 0; i <= s->end; i++)
        out[n++] = head_edge(b, i, -1, standing_off(s, i, sides, top));
    return n;
}

/* The hairline from the left temple across the forehead to the right; a parting leans it. */
static int hairline(const struct body *b, const struct style *s, struct pt *out)
{
    int n = 0;
    int32_t back = pm(5, b->old) + pm(4, 1000 - b->feminine);
    int32_t lean =
        b->who->hair_style == HAIR_PARTED || b->who->hair_style == HAIR_BOB || b->who->hair_style == HAIR_LONG ? 14 : 0;
    for (int i = -4; i <= 4; i++) {
        int j = i < 0 ? -i : i;
        int32_t side = i < 0 ? -1 : 1;
        int32_t zig = s->ragged && j < 4 ? ((i & 1) ? 6 : -3) * s->ragged / 1000 : 0;
        int32_t x = side * s->line[j][0] + (j < 3 ? lean * (3 - j) / 3 : 0);
        int32_t y = s->line[j][1] - (j < 3 ? back : 0) + zig - (lean && j == 0 ? 7 : 0);
        out[n++] = head_on(b, x, y, 2);
    }
    return n;
}

static void mass_path(struct pen *pen, const struct body *b, const struct style *s)
{
    struct pt points[40];
    struct knot knots[40];
    int n = outside(b, s, points);
    for (int i = 0; i < n; i++)
        knots[i] = (struct knot){points[i].x, points[i].y, 1000};
    if (s->end > 5) { /* back up along the cheek */
        struct pt low = head_on(b, -63, 44, 0);
        knots[n++] = (struct knot){low.x, low.y, 500};
    }
    int line = hairline(b, s, points);
    for (int i = 0; i < line; i++)
        knots[n + i] = (struct knot){points[i].x, points[i].y, s->ragged > 500 && (i & 1) ? 250 : 900};
    n += line;
    if (s->end > 5) {
        struct pt low = head_on(b, 63, 44, 0);
        knots[n++] = (struct knot){low.x, low.y, 500};
    }
    shape_closed(pen, knots, n);
}

static void bumpy_outside(struct pen *pen, const struct body *b, const struct style *s, int32_t bump)
{
    struct pt points[40];
    int n = outside(b, s, points);
    for (int i = 0; i + 1 < n; i++)
        for (int k = 0; k < 2; k++) {
            struct pt at = pt_mix(points[i], points[i + 1], k * 500);
            int32_t r = bump - (i * 5 + k * 3) % 4 * bump / 9;
            shape_oval(pen, at, r, r);
        }
}

static struct pen_paint hair_paint(const struct body *b)
{
    struct pen_paint paint = shaded(b, (struct pt){0, PEN_U(-40)}, PEN_U(120), hair_colour(b), 1000, 160);
    paint_between(&paint, 450, tone(b, hair_colour(b), 640));
    return paint;
}

/* Strands from a point of the parting down both sides, inside the mass. */
static void strands(struct pen *pen, const struct body *b, const struct style *s)
{
    pen_rgba bright = colour_alpha(tone(b, colour_mix(hair_colour(b), 0xffffffff, 190), 1150), 330);
    pen_rgba dark = colour_alpha(tone(b, colour_mix(hair_colour(b), 0x000000ff, 450), 400), 480);
    struct pt rim[40], line[9];
    int n = outside(b, s, rim);
    hairline(b, s, line);
    for (int i = 1; i + 1 < n; i++) {
        int32_t across = i * 8000 / (n - 1);
        struct pt root = pt_mix(line[8 - across / 1000], line[across >= 8000 ? 0 : 7 - across / 1000], across % 1000);
        struct pt tip = pt_mix(rim[i], root, 60);
        int32_t bend = (i < n / 2 ? 1 : -1) * PEN_U(9);
        fold(pen, root, tip, bend, 620 + (i % 3) * 200, i % 2 ? bright : dark);
        fold(pen, pt_mix(root, rim[i + 1], 120), pt_mix(rim[i + 1], root, 240), bend, 500, i % 2 ? dark : bright);
    }
}

static void sheen(struct pen *pen, const struct body *b, const struct style *s)
{
    int lit = key_side(b);
    struct pt a = head_on(b, lit * 52, -66, s->sides), c = head_on(b, -lit * 18, -92, s->top);
    int32_t strength = 180 + b->who->wet / 3;
    pen_rgba glow = tone(b, colour_mix(hair_colour(b), 0xffffffff, 420), 1200);
    struct pt mid = pt_mix(a, c, 460);
    soft_spot(pen, mid, PEN_U(34), PEN_U(15), colour_alpha(glow, strength));
    fold(pen, pt_add(a, 0, PEN_U(9)), pt_add(c, lit * PEN_U(8), PEN_U(8)), lit * PEN_U(6), PEN_U(2),
         colour_alpha(glow, strength / 2));
}

static void hair_rim(struct pen *pen, const struct body *b, const struct style *s)
{
    if ((b->light->rim & 255u) == 0)
        return;
    struct pt rim[40];
    int n = outside(b, s, rim);
    int half = n / 2;
    const struct pt *from = b->light->rim_side > 0 ? rim : rim + half;
    smooth_line(pen, from, n - half);
    pen_stroke_colour(pen, PEN_U(5), colour_alpha(b->light->rim, 720));
}

/* Soaked hair clings and hangs in points. */
static void wet_points(struct pen *pen, const struct body *b)
{
    static const int16_t at[4][4] = {{-40, -92, -36, -56}, {-14, -94, -20, -48}, {10, -94, 2, -56}, {36, -90, 27, -58}};
    if (b->who->wet < 400 || has_hat(b))
        return;
    for (int i = 0; i < 4; i++)
        fold(pen, head_on(b, at[i][0], at[i][1], 3), head_on(b, at[i][2], at[i][3], 3), PEN_U(i + 4),
             PEN_U(8 - i % 2 * 2), tone(b, hair_colour(b), 520));
}

/* Sides of a bald head: a soft band that thins upward. */
static void bald_sides(struct pen *pen, const struct body *b)
{
    for (int side = -1; side <= 1; side += 2) {
        struct pt ring[7] = {head_edge(b, 2, side, 1),     head_edge(b, 3, side, 5),    head_edge(b, 4, side, 5),
                             head_edge(b, 5, side, 2),     head_on(b, side * 62, 2, 1), head_on(b, side * 61, -24, 1),
                             head_on(b, side * 56, -52, 1)};
        struct pen_paint paint = paint_linear(ring[0], colour_alpha(tone(b, hair_colour(b), 700), 200), ring[4],
                                              tone(b, hair_colour(b), 700));
        smooth(pen, ring, 7);
        pen_fill(pen, &paint);
    }
}

static void curl_texture(struct pen *pen, const struct body *b, const struct style *s)
{
    pen_rgba bright = colour_alpha(tone(b, colour_mix(hair_colour(b), 0xffffffff, 210), 1150), 420);
    pen_rgba dark = colour_alpha(tone(b, 0x000000ff, 0), 300);
    struct pt rim[40], line[9];
    int n = outside(b, s, rim);
    hairline(b, s, line);
    int32_t size = b->who->hair_style == HAIR_COILS ? PEN_U(3) : PEN_U(6);
    for (int i = 0; i < n; i++)
        for (int k = 0; k < 4; k++) {
            struct pt root = line[8 - i * 8 / n];
            struct pt at = pt_mix(rim[i], root, k * 260 + (i * 370) % 200);
            fold(pen, pt_add(at, -size, 0), pt_add(at, size, size / 3), size * 2 / 3, 500, (i + k) % 3 ? dark : bright);
        }
}

/* Turned, the head shows the hair that grows down to the nape behind the ear. */
static void nape_draw(struct pen *pen, const struct body *b, const struct style *s)
{
    int back = b->yaw > 0 ? -1 : 1;
    int32_t turned = clamp32(back * -b->yaw * 1000 / TURN_DEG(45), 0, 1000);
    if (turned < 180 || s->length)
        return;
    int32_t in = -back * pm(PEN_U(46), turned), grow = b->who->hair_style == HAIR_BALD ? 3
                                                       : s->sides > 12                 ? 12
                                                                                       : s->sides;
    struct pt ring[9];
    for (int i = 0; i < 4; i++) {
        ring[i] = head_edge(b, 2 + i, back, grow - i);
        ring[7 - i] = pt_add(head_edge(b, 2 + i, back, 0), in - i * in / 6, 0);
    }
    ring[8] = pt_add(ring[0], in / 2, PEN_U(-10));
    ring[4] = pt_add(ring[4], 0, PEN_U(8));
    struct pen_paint paint =
        paint_linear(ring[0], tone(b, hair_colour(b), 520), ring[4], colour_alpha(tone(b, hair_colour(b), 360), 500));
    smooth(pen, ring, 9);
    pen_fill(pen, &paint);
}

void hair_front(struct pen *pen, const struct body *b)
{
    const struct style *s = style_of(b);
    if (covered(b))
        return;
    nape_draw(pen, b, s);
    if (b->who->hair_style == HAIR_BALD) {
        bald_sides(pen, b);
        return;
    }
    struct pen_paint paint = hair_paint(b);
    bool bumpy = b->who->hair_style == HAIR_CURLS || b->who->hair_style == HAIR_COILS;
    if (bumpy) {
        bumpy_outside(pen, b, s, b->who->hair_style == HAIR_COILS ? PEN_U(9) : PEN_U(13));
        pen_fill(pen, &paint);
    }
    mass_path(pen, b, s);
    pen_fill(pen, &paint);
    pen_save(pen);
    mass_path(pen, b, s);
    pen_clip(pen);
    if (bumpy) {
        curl_texture(pen, b, s);
    } else {
        strands(pen, b, s);
        sheen(pen, b, s);
    }
    if (!bumpy)
        hair_rim(pen, b, s);
    pen_restore(pen);
    wet_points(pen, b);
}

static void bun_draw(struct pen *pen, const struct body *b)
{
    struct pt at = pt_add(crown_top(b, 500 + (key_side(b) > 0 ? 40 : -40), 4), 0, -PEN_U(8));
    struct pen_paint paint = shaded(b, at, PEN_U(30), hair_colour(b), 900, 150);
    shape_oval(pen, at, PEN_U(29), PEN_U(25));
    pen_fill(pen, &paint);
    pen_rgba dark = colour_alpha(tone(b, 0x000000ff, 0), 260);
    for (int i = -1; i <= 1; i++)
        fold(pen, pt_add(at, PEN_U(-24), PEN_U(i * 8)), pt_add(at, PEN_U(24), PEN_U(i * 8 + 3)), PEN_U(6), 700, dark);
}

/* What falls behind the head, wider than the neck, longer than the jaw. */
static void fall_draw(struct pen *pen, const struct body *b, const struct style *s)
{
    int32_t end = PEN_U(s->length);
    int32_t wave = s->ragged ? PEN_U(8) : 0;
    struct pt ring[14];
    int n = 0;
    for (int i = 1; i <= 7; i += 2)
        ring[n++] = head_edge(b, i, 1, s->sides + (i > 4 ? 3 : 0));
    struct pt right = ring[n - 1], left = head_edge(b, 7, -1, s->sides + 3);
    ring[n++] = (struct pt){right.x + PEN_U(4) + wave, (right.y + end) / 2};
    ring[n++] = (struct pt){right.x - PEN_U(3), end};
    ring[n++] = (struct pt){(right.x + left.x) / 2, end + PEN_U(6)};
    ring[n++] = (struct pt){left.x + PEN_U(3), end};
    ring[n++] = (struct pt){left.x - PEN_U(4) - wave, (left.y + end) / 2};
    for (int i = 7; i >= 1; i -= 2)
        ring[n++] = head_edge(b, i, -1, s->sides + (i > 4 ? 3 : 0));
    smooth(pen, ring, n);
    struct pen_paint paint = paint_linear((struct pt){0, PEN_U(-60)}, tone(b, hair_colour(b), 420), (struct pt){0, end},
                                          tone(b, hair_colour(b), 120));
    pen_fill(pen, &paint);
    pen_rgba bright = colour_alpha(tone(b, colour_mix(hair_colour(b), 0xffffffff, 150), 900), 300);
    for (int i = 0; i < 5; i++)
        for (int side = -1; side <= 1; side += 2) {
            struct pt from = side > 0 ? right : left, to = {from.x - side * PEN_U(i * 9), end - PEN_U(6 + i * 5 % 12)};
            fold(pen, pt_add(from, -side * PEN_U(i * 5), PEN_U(-30)), to, side * (PEN_U(5) + wave / 2), 800, bright);
        }
}

void hair_behind(struct pen *pen, const struct body *b)
{
    const struct style *s = style_of(b);
    if (covered(b))
        return;
    pen_save(pen);
    pen_translate(pen, b->head.x, b->head.y);
    pen_rotate(pen, b->pose->head_roll);
    if (s->length)
        fall_draw(pen, b, s);
    if (b->who->hair_style == HAIR_BUN && !has_hat(b))
        bun_draw(pen, b);
    pen_restore(pen);
}
