/* mouth.c - lips, teeth and the dark between them; beards. */
#include "parts.h"

#include "fix.h"

struct mouth {
    int32_t half;        /* half width */
    int32_t corner;      /* how much lower (positive) the corners lie */
    int32_t up, down;    /* how far the lips' inner edges are from the line of the mouth */
    int32_t top, bottom; /* thickness of the lips */
    int32_t y;           /* of the line */
};

/* All in tenths of the head's units, so that small movements are smooth. */
static struct mouth mouth_build(const struct body *b)
{
    const struct person_pose *p = b->pose;
    struct mouth m;
    int32_t full = 600 + b->who->lips * 8 / 10 + pm(140, b->feminine) - b->old / 5;
    int32_t thin = 1000 - p->press * 62 / 100;
    m.half = 240 - pm(15, b->young) + p->stretch * 50 / 1000 - p->press * 8 / 1000 - p->mouth_open * 30 / 1000 -
             pm(p->mouth_round * 95 / 1000, p->mouth_open + 300);
    m.corner = -p->corner * 85 / 1000;
    m.corner = pm(m.corner, 1000 - p->mouth_open * 5 / 10) + p->mouth_open * 45 / 1000;
    m.up = p->mouth_open * 66 / 1000 + p->teeth * 34 / 1000;
    m.down = p->mouth_open * 250 / 1000 + p->teeth * 20 / 1000;
    m.top = pm(pm(72, full), thin) - p->teeth * 18 / 1000;
    m.bottom = pm(pm(96, full), thin) - p->teeth * 22 / 1000;
    m.y = 585 - p->press * 6 / 1000;
    return m;
}

/* On the bow of the jaw: x, y in tenths. */
static struct pt at(const struct body *b, int32_t x, int32_t y)
{
    int32_t z = 735 - x * x / 480;
    struct v3 v = v3_pitch(v3_yaw((struct v3){x * 256 / 10, y * 256 / 10, z * 256 / 10}, b->yaw), b->pitch);
    return (struct pt){pm(v.x, b->head_scale), pm(v.y, b->head_scale)};
}

/* How far the lips are apart across the mouth (-1000..1000): an arch above, a bowl below. */
static int32_t parted(bool upper, int32_t across)
{
    int32_t off = across * across / 1000;
    return upper ? 1000 - off * (450 + off * 55 / 100) / 1000 : 1000 - off;
}

/* The corners' pull, which hardly reaches the middle. */
static int32_t pulled(int32_t across)
{
    int32_t off = across * across / 1000;
    return off * off / 1000;
}

static struct pt lip_edge(const struct body *b, const struct mouth *m, bool upper, int32_t across)
{
    int32_t bow = upper ? -pm(m->up, parted(true, across)) : pm(m->down, parted(false, across));
    return at(b, pm(m->half, across), m->y + pm(m->corner, pulled(across)) + bow);
}

static void inner_edge(const struct body *b, const struct mouth *m, bool upper, struct pt out[5])
{
    static const int16_t share[5] = {-1000, -560, 0, 560, 1000};
    for (int i = 0; i < 5; i++)
        out[i] = lip_edge(b, m, upper, share[i]);
}

static void inside_path(struct pen *pen, const struct body *b, const struct mouth *m)
{
    struct pt top[5], low[5];
    struct knot ring[8];
    inner_edge(b, m, true, top);
    inner_edge(b, m, false, low);
    for (int i = 0; i < 5; i++)
        ring[i] = (struct knot){top[i].x, top[i].y, i == 0 || i == 4 ? 400 : 1000};
    for (int i = 3; i >= 1; i--)
        ring[8 - i] = (struct knot){low[i].x, low[i].y, 1000};
    shape_closed(pen, ring, 8);
}

/* A row of teeth: hidden behind its lip on one side, nearly straight on the other, dark toward the cheeks. */
static void teeth_row(struct pen *pen, const struct body *b, const struct mouth *m, bool upper, int32_t height)
{
    int32_t half = pm(m->half, upper ? 820 : 600), gum = upper ? m->y - m->up - 10 : m->y + m->down + 10;
    int32_t edge = upper ? gum + 10 + height : gum - 10 - height, bend = upper ? -height / 4 : height / 3;
    struct pt ring[6] = {at(b, -half, gum),        at(b, 0, gum),  at(b, half, gum),
                         at(b, half, edge + bend), at(b, 0, edge), at(b, -half, edge + bend)};
    smooth(pen, ring, 6);
    pen_rgba enamel = tone(b, 0xede4d6ff, upper ? 800 : 440);
    struct pen_paint paint =
        paint_linear(ring[0], colour_mix(enamel, 0x47141aff, 620), ring[2], colour_mix(enamel, 0x47141aff, 700));
    paint_between(&paint, 480, enamel);
    pen_fill(pen, &paint);
    for (int i = -2; upper && i <= 2; i++)
        fold(pen, at(b, i * half / 4 - half / 8, gum), at(b, i * half / 4 - half / 8, edge - 3), 0, 220,
             colour_alpha(0x6a4a40ff, 220));
}

static void inside_draw(struct pen *pen, const struct body *b, const struct mouth *m)
{
    int32_t gap = m->up + m->down;
    if (gap < 14)
        return;
    pen_save(pen);
    inside_path(pen, b, m);
    pen_clip(pen);
    inside_path(pen, b, m);
    pen_fill_colour(pen, tone(b, 0x47141aff, 560));
    if (gap > 90)
        soft_spot(pen, at(b, 0, m->y + m->down - 20), PEN_U(15), PEN_U(9), colour_alpha(tone(b, 0xb8564fff, 720), 820));
    if (gap > 30)
        teeth_row(pen, b, m, true, pm(clamp32(gap * 30 / 100, 10, 54), 1000 - b->pose->mouth_round / 2));
    if (b->pose->teeth > 500)
        teeth_row(pen, b, m, false, clamp32(gap * 10 / 100, 6, 24));
    pen_restore(pen);
}

static pen_rgba lip_colour(const struct body *b)
{
    pen_rgba lip = colour_mix(b->who->lip, b->who->skin, b->pose->press * 4 / 10 + b->old / 5);
    return colour_mix(lip, 0x8d8a96ff, b->pose->pallor * 4 / 10);
}

static void upper_lip(struct pen *pen, const struct body *b, const struct mouth *m)
{
    struct pt in[5];
    inner_edge(b, m, true, in);
    struct knot ring[12];
    static const int16_t x[7] = {-1030, -640, -230, 0, 230, 640, 1030};
    static const int16_t rise[7] = {0, 520, 1000, 780, 1000, 520, 0};
    int n = 0;
    for (int i = 0; i < 7; i++) {
        int32_t across = clamp32(x[i], -1000, 1000);
        int32_t bow = pm(m->up, parted(true, across)) + pm(m->top, rise[i]);
        struct pt p = at(b, pm(m->half, x[i]), m->y + pm(m->corner, pulled(across)) - bow);
        ring[n++] = (struct knot){p.x, p.y, i == 0 || i == 6 ? 200 : 800};
    }
    for (int i = 4; i >= 0; i--)
        if (i > 0 && i < 4)
            ring[n++] = (struct knot){in[i].x, in[i].y, 1000};
    shape_closed(pen, ring, n);
    struct pen_paint paint =
        paint_linear(at(b, 0, m->y - m->up - m->top), tone(b, lip_colour(b), 640), at(b, 0, m->y - m->up),
                     tone(b, colour_mix(lip_colour(b), 0x4a1a16ff, 300), 560));
    pen_fill(pen, &paint);
}

static void lower_lip(struct pen *pen, const struct body *b, const struct mouth *m)
{
    struct pt in[5];
    inner_edge(b, m, false, in);
    struct knot ring[10];
    int n = 0;
    for (int i = 0; i < 5; i++)
        ring[n++] = (struct knot){in[i].x, in[i].y, i == 0 || i == 4 ? 200 : 1000};
    static const int16_t x[3] = {560, 0, -560};
    for (int i = 0; i < 3; i++) {
        int32_t bow = pm(m->down, parted(false, x[i])) + pm(m->bottom, i == 1 ? 1000 : 740);
        struct pt p = at(b, pm(m->half, x[i]), m->y + pm(m->corner, pulled(x[i])) + bow);
        ring[n++] = (struct knot){p.x, p.y, 1000};
    }
    shape_closed(pen, ring, n);
    struct pen_paint paint = paint_linear(at(b, 0, m->y + m->down), tone(b, lip_colour(b), 900),
                                          at(b, 0, m->y + m->down + m->bottom), tone(b, lip_colour(b), 520));
    pen_fill(pen, &paint);
    struct pt shine = at(b, key_side(b) * 50, m->y + m->down + m->bottom * 4 / 10);
    soft_spot(pen, shine, PEN_U(8), PEN_U(2) + m->bottom, colour_alpha(tone(b, 0xffe6dcff, 1100), 260));
}

/* The line between closed lips carries most of the expression. */
static void mouth_line(struct pen *pen, const struct body *b, const struct mouth *m)
{
    int32_t closed = clamp32(1000 - (m->up + m->down) * 22, 0, 1000);
    pen_rgba dark = tone(b, colour_mix(b->who->skin, 0x2a0a0aff, 760), 420);
    struct pt in[5];
    inner_edge(b, m, true, in);
    if (closed > 0) {
        smooth_line(pen, in, 5);
        pen_stroke_colour(pen, 560, colour_alpha(dark, closed * 9 / 10));
    }
    for (int side = -1; side <= 1; side += 2) {
        struct pt end = in[side < 0 ? 0 : 4];
        soft_spot(pen, end, PEN_U(5), PEN_U(5), colour_alpha(skin_deep(b, 0), 420));
        int32_t pull = b->pose->corner < 0 ? -b->pose->corner : 0;
        fold(pen, end, at(b, side * (m->half + 34), m->y + m->corner + 18 + pull * 22 / 1000), side * 200, 500,
             colour_alpha(dark, 200 + pull / 3));
    }
}

void mouth_draw(struct pen *pen, const struct body *b)
{
    struct mouth m = mouth_build(b);
    inside_draw(pen, b, &m);
    upper_lip(pen, b, &m);
    lower_lip(pen, b, &m);
    mouth_line(pen, b, &m);
}

/* The jaw's part of the face below a line that dips under the cheekbones and frames the mouth. */
static void beard_path(struct pen *pen, const struct body *b, int32_t grow)
{
    struct pt ring[24];
    int n = 0;
    for (int i = 4; i < HEAD_SLICES; i++)
        ring[n++] = head_edge(b, i, 1, grow);
    for (int i = HEAD_SLICES - 1; i >= 4; i--)
        ring[n++] = head_edge(b, i, -1, grow);
    static const int16_t inner[6][2] = {{-60, 10}, {-50, 38}, {-22, 44}, {22, 44}, {50, 38}, {60, 10}};
    for (int i = 0; i < 6; i++)
        ring[n++] = head_on(b, inner[i][0], inner[i][1], 0);
    smooth(pen, ring, n);
}

static pen_rgba beard_colour(const struct body *b)
{
    return colour_mix(b->who->hair, 0xd8d5d0ff, b->who->grey);
}

static void beard_hairs(struct pen *pen, const struct body *b, int32_t length)
{
    pen_rgba bright = colour_alpha(tone(b, colour_mix(beard_colour(b), 0xffffffff, 160), 900), 420);
    for (int row = 0; row < 3; row++)
        for (int i = -4; i <= 4; i++) {
            int32_t y = 62 + row * 13 - i * i, x = i * 12;
            struct pt from = head_on(b, x, y, 1);
            fold(pen, from, pt_add(from, PEN_U(i) / 2, PEN_U(length)), PEN_U(i) / 4, 420, bright);
        }
}

static void moustache_draw(struct pen *pen, const struct body *b, pen_rgba colour)
{
    for (int side = -1; side <= 1; side += 2) {
        struct pt ring[6] = {head_on(b, side * 1, 46, 4),  head_on(b, side * 14, 47, 4), head_on(b, side * 27, 56, 2),
                             head_on(b, side * 31, 66, 2), head_on(b, side * 22, 57, 4), head_on(b, side * 3, 53, 4)};
        smooth(pen, ring, 6);
        pen_fill_colour(pen, colour);
    }
}

void beard_draw(struct pen *pen, const struct body *b)
{
    int32_t style = b->who->beard;
    if (style == BEARD_NONE)
        return;
    int32_t strength = style == BEARD_STUBBLE ? 260 : 900;
    pen_rgba colour = colour_alpha(tone(b, beard_colour(b), 620), strength);
    if (style != BEARD_MOUSTACHE) {
        beard_path(pen, b, style == BEARD_FULL ? 7 : 2);
        struct pen_paint paint =
            paint_linear(head_on(b, 0, style == BEARD_STUBBLE ? 34 : 20, 0),
                         colour_alpha(colour, style == BEARD_STUBBLE ? 0 : 300), head_on(b, 0, 66, 0), colour);
        pen_fill(pen, &paint);
    }
    if (style != BEARD_STUBBLE) {
        moustache_draw(pen, b, colour);
        if (style != BEARD_MOUSTACHE)
            beard_hairs(pen, b, style == BEARD_FULL ? 12 : 7);
    }
}
