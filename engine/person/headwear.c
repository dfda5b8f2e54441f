/* headwear.c - hijab, caps, a beanie; glasses. */
#include "parts.h"

static pen_rgba cloth(const struct body *b)
{
    return b->who->headwear_colour;
}

/* ---- hijab ---- */

static void hijab_behind(struct pen *pen, const struct body *b)
{
    struct pt ring[10];
    for (int i = 0; i < 5; i++) {
        ring[i] = head_edge(b, 1 + i * 2, 1, 8 + i * 2);
        ring[9 - i] = head_edge(b, 1 + i * 2, -1, 8 + i * 2);
    }
    pen_save(pen);
    pen_translate(pen, b->head.x, b->head.y);
    pen_rotate(pen, b->pose->head_roll);
    smooth(pen, ring, 10);
    pen_fill_colour(pen, tone(b, cloth(b), 160));
    pen_restore(pen);
}

static int hijab_opening(const struct body *b, struct pt *out)
{
    static const int16_t half[6][2] = {{0, -66}, {30, -62}, {52, -36}, {60, 4}, {52, 48}, {30, 82}};
    int n = 0;
    for (int i = 0; i < 6; i++)
        out[n++] = head_on(b, -half[i][0], half[i][1], 1);
    out[n++] = pt_add(head_edge(b, HEAD_SLICES - 1, 0, 0), 0, PEN_U(-1));
    for (int i = 5; i > 0; i--)
        out[n++] = head_on(b, half[i][0], half[i][1], 1);
    return n;
}

/* A ring of cloth: the outside one way round, the face's opening the other. */
static void hijab_path(struct pen *pen, const struct body *b)
{
    struct pt ring[24];
    int n = 0;
    for (int i = 0; i < HEAD_SLICES - 1; i++)
        ring[n++] = head_edge(b, i, 1, i < 3 ? 12 : i < 7 ? 14 : 15);
    ring[n++] = pt_add(head_edge(b, HEAD_SLICES - 1, 0, 0), 0, PEN_U(22));
    for (int i = HEAD_SLICES - 2; i >= 0; i--)
        ring[n++] = head_edge(b, i, -1, i < 3 ? 12 : i < 7 ? 14 : 15);
    smooth(pen, ring, n);
    n = hijab_opening(b, ring);
    smooth(pen, ring, n);
}

static void hijab_folds(struct pen *pen, const struct body *b)
{
    pen_rgba dark = colour_alpha(tone(b, cloth(b), -160), 520);
    pen_rgba bright = colour_alpha(tone(b, cloth(b), 1280), 420);
    int lit = key_side(b);
    for (int side = -1; side <= 1; side += 2) {
        fold(pen, head_on(b, side * 20, -70, 4), head_edge(b, 4, side, 9), side * PEN_U(10), PEN_U(4), dark);
        fold(pen, head_edge(b, 5, side, 4), head_on(b, side * 20, 100, 0), side * PEN_U(-9), PEN_U(5), dark);
        fold(pen, head_edge(b, 6, side, 10), head_on(b, side * 8, 112, 0), side * PEN_U(-12), PEN_U(4), dark);
        fold(pen, head_edge(b, 3, side, 8), head_on(b, side * 58, 30, 4), side * PEN_U(5), PEN_U(3), dark);
    }
    fold(pen, head_on(b, lit * 4, -88, 8), head_edge(b, 3, lit, 8), lit * PEN_U(-8), PEN_U(7), bright);
    fold(pen, head_edge(b, 5, lit, 9), head_edge(b, 8, lit, 8), lit * PEN_U(3), PEN_U(6), bright);
}

static void hijab_front(struct pen *pen, const struct body *b)
{
    struct pen_paint paint = shaded(b, (struct pt){0, 0}, PEN_U(120), cloth(b), 1050, 160);
    hijab_path(pen, b);
    pen_fill(pen, &paint);
    pen_save(pen);
    hijab_path(pen, b);
    pen_clip(pen);
    hijab_folds(pen, b);
    pen_restore(pen);
    struct pt rim[16];
    int n = hijab_opening(b, rim);
    smooth(pen, rim, n);
    pen_stroke_colour(pen, PEN_U(3), colour_alpha(tone(b, cloth(b), -120), 620));
    if (b->light->rim & 255u) {
        for (int i = 0; i < 8; i++)
            rim[i] = head_edge(b, i, b->light->rim_side, 12);
        smooth_line(pen, rim, 8);
        pen_stroke_colour(pen, PEN_U(4), colour_alpha(b->light->rim, 620));
    }
}

/* The cloth over neck, shoulders and breast. */
static void hijab_drape(struct pen *pen, const struct body *b)
{
    struct pt chin = pt_add(b->head, 0, PEN_U(86));
    struct pt left = pt_mix(chin, b->arm[ARM_LEFT].s, 640), right = pt_mix(chin, b->arm[ARM_RIGHT].s, 640);
    struct pt ring[10] = {pt_add(chin, PEN_U(-58), PEN_U(-40)),     pt_add(chin, 0, PEN_U(-50)),
                          pt_add(chin, PEN_U(58), PEN_U(-40)),      pt_add(chin, PEN_U(60), PEN_U(6)),
                          pt_add(right, PEN_U(4), PEN_U(-16)),      body_front(b, 640, PEN_U(92) + b->lift),
                          body_front(b, 230, PEN_U(150) + b->lift), body_front(b, -420, PEN_U(128) + b->lift),
                          body_front(b, -700, PEN_U(76) + b->lift), pt_add(left, PEN_U(-4), PEN_U(-16))};
    struct pen_paint paint = shaded(b, pt_add(chin, 0, PEN_U(60)), PEN_U(130), cloth(b), 1000, 120);
    smooth(pen, ring, 10);
    pen_fill(pen, &paint);
    pen_save(pen);
    smooth(pen, ring, 10);
    pen_clip(pen);
    pen_rgba dark = colour_alpha(tone(b, cloth(b), -180), 560);
    pen_rgba bright = colour_alpha(tone(b, cloth(b), 1250), 320);
    soft_spot(pen, pt_add(chin, 0, PEN_U(14)), PEN_U(64), PEN_U(30), colour_alpha(dark, 900));
    for (int i = 0; i < 5; i++) {
        struct pt from = pt_add(chin, PEN_U(-62 + i * 6), PEN_U(-4 + i * 12));
        struct pt to = body_front(b, 560 - i * 150, PEN_U(64 + i * 19) + b->lift);
        fold(pen, from, to, PEN_U(-16 - i * 3), PEN_U(6), dark);
        fold(pen, pt_add(from, PEN_U(2), PEN_U(7)), pt_add(to, PEN_U(-8), PEN_U(5)), PEN_U(-16 - i * 3), PEN_U(3),
             bright);
    }
    pen_restore(pen);
}

/* ---- caps ---- */

static void dome_path(struct pen *pen, const struct body *b, int32_t grow, int32_t top, int from)
{
    struct pt ring[14];
    int n = 0;
    for (int i = from; i >= 0; i--)
        ring[n++] = head_edge(b, i, 1, grow);
    struct pt l = head_edge(b, 0, -1, grow), r = head_edge(b, 0, 1, grow);
    ring[n++] = pt_add(pt_mix(l, r, 500), 0, -PEN_U(top));
    for (int i = 0; i <= from; i++)
        ring[n++] = head_edge(b, i, -1, grow);
    struct knot knots[20];
    knots_from(knots, ring, n, 1000);
    knots[0].soft = knots[n - 1].soft = 300;
    struct pt front = head_on(b, 0, from == 2 ? -54 : -50, grow);
    knots[n] = (struct knot){front.x, front.y, 1000};
    shape_closed(pen, knots, n + 1);
}

static void dome_draw(struct pen *pen, const struct body *b, int32_t grow, int32_t top, int from)
{
    struct pen_paint paint = shaded(b, (struct pt){0, PEN_U(-70)}, PEN_U(84), cloth(b), 1020, 180);
    dome_path(pen, b, grow, top, from);
    pen_fill(pen, &paint);
}

/* A visor that juts forward over the brow, with its shadow on the forehead. */
static void visor(struct pen *pen, const struct body *b, int32_t half, int32_t out, int32_t up)
{
    struct pt ring[7] = {head_on(b, -half, -50 - up, 4),
                         head_pt(b, -half * 9 / 10, -42 - up, 66 + out / 2),
                         head_pt(b, -half / 2, -33 - up, 80 + out),
                         head_pt(b, half / 2, -33 - up, 80 + out),
                         head_pt(b, half * 9 / 10, -42 - up, 66 + out / 2),
                         head_on(b, half, -50 - up, 4),
                         head_on(b, 0, -58 - up, 6)};
    struct pt shadow[6];
    for (int i = 0; i < 6; i++)
        shadow[i] = pt_add(ring[i], 0, PEN_U(i == 0 || i == 5 ? 4 : 9));
    pen_save(pen);
    face_path(pen, b);
    pen_clip(pen);
    smooth(pen, shadow, 6);
    pen_fill_colour(pen, colour_alpha(skin_deep(b, -100), 560));
    pen_restore(pen);
    struct pen_paint paint = paint_linear(ring[6], tone(b, cloth(b), 260), ring[2], tone(b, cloth(b), 1080));
    smooth(pen, ring, 7);
    pen_fill(pen, &paint);
    struct pt edge[4] = {ring[1], ring[2], ring[3], ring[4]};
    smooth_line(pen, edge, 4);
    pen_stroke_colour(pen, 640, colour_alpha(tone(b, colour_mix(cloth(b), 0xffffffff, 160), 1300), 640));
}

static void cap_draw(struct pen *pen, const struct body *b)
{
    dome_draw(pen, b, 7, 14, 3);
    pen_rgba seam = colour_alpha(tone(b, cloth(b), -200), 520);
    for (int i = -1; i <= 1; i++)
        fold(pen, head_on(b, i * 40, -60, 8), head_on(b, i * 6, -104, 8), PEN_U(-i * 7), 500, seam);
    shape_oval(pen, head_on(b, 0, -76, 9), PEN_U(11), PEN_U(9));
    pen_fill_colour(pen, tone(b, b->who->accent, 800));
    visor(pen, b, 62, 40, 7);
}

static void flat_cap_draw(struct pen *pen, const struct body *b)
{
    struct pt ring[8] = {head_edge(b, 3, 1, 5),
                         head_edge(b, 2, 1, 20),
                         pt_add(head_edge(b, 0, 1, 22), 0, PEN_U(-12)),
                         pt_add(head_edge(b, 0, -1, 22), 0, PEN_U(-12)),
                         head_edge(b, 2, -1, 20),
                         head_edge(b, 3, -1, 5),
                         head_on(b, -30, -56, 14),
                         head_on(b, 30, -56, 14)};
    struct pen_paint paint = shaded(b, (struct pt){0, PEN_U(-84)}, PEN_U(84), cloth(b), 1020, 180);
    smooth(pen, ring, 8);
    pen_fill(pen, &paint);
    pen_rgba weave = colour_alpha(tone(b, cloth(b), -200), 300);
    for (int i = -3; i <= 3; i++)
        fold(pen, head_on(b, i * 19, -60, 14), head_on(b, i * 13, -102, 12), PEN_U(-i * 2), 400, weave);
    visor(pen, b, 58, 26, 13);
}

static void beanie_draw(struct pen *pen, const struct body *b)
{
    dome_draw(pen, b, 8, 16, 2);
    struct pt band[8] = {head_edge(b, 2, 1, 11),   head_edge(b, 3, 1, 10),  head_on(b, 34, -44, 9),
                         head_on(b, -34, -44, 9),  head_edge(b, 3, -1, 10), head_edge(b, 2, -1, 11),
                         head_on(b, -34, -70, 10), head_on(b, 34, -70, 10)};
    struct pen_paint paint = shaded(b, (struct pt){0, PEN_U(-56)}, PEN_U(84), cloth(b), 940, 100);
    smooth(pen, band, 8);
    pen_fill(pen, &paint);
    pen_rgba rib = colour_alpha(tone(b, cloth(b), -220), 420);
    for (int i = -6; i <= 6; i++)
        fold(pen, head_on(b, i * 10, -70 + i * i / 4, 10), head_on(b, i * 10, -46 + i * i / 3, 10), 0, 600, rib);
    for (int i = -4; i <= 4; i++)
        fold(pen, head_on(b, i * 14, -72 + i * i / 4, 9), head_on(b, i * 7, -108, 8), PEN_U(-i), 450,
             colour_alpha(rib, 600));
}

void headwear_behind(struct pen *pen, const struct body *b)
{
    if (b->who->headwear == HEAD_HIJAB)
        hijab_behind(pen, b);
}

void headwear_drape(struct pen *pen, const struct body *b)
{
    if (b->who->headwear == HEAD_HIJAB)
        hijab_drape(pen, b);
}

void headwear_front(struct pen *pen, const struct body *b)
{
    switch (b->who->headwear) {
    case HEAD_HIJAB: hijab_front(pen, b); break;
    case HEAD_CAP: cap_draw(pen, b); break;
    case HEAD_FLAT_CAP: flat_cap_draw(pen, b); break;
    case HEAD_BEANIE: beanie_draw(pen, b); break;
    default: break;
    }
}

/* ---- glasses ---- */

static void lens_path(struct pen *pen, const struct body *b, int side)
{
    bool round = b->who->glasses == GLASSES_ROUND;
    static const int16_t square_ring[8][2] = {{11, -12}, {31, -16}, {51, -13}, {53, 2},
                                              {48, 16},  {31, 19},  {15, 15},  {10, 2}};
    static const int16_t round_ring[8][2] = {{15, -12}, {31, -19}, {47, -13}, {52, 1},
                                             {46, 16},  {31, 22},  {16, 15},  {11, 1}};
    struct knot ring[8];
    for (int i = 0; i < 8; i++) {
        const int16_t *p = round ? round_ring[i] : square_ring[i];
        struct pt at = head_pt(b, side * p[0], p[1], 76 - p[0] / 4);
        ring[i] = (struct knot){at.x, at.y, round ? 1000 : 760};
    }
    shape_closed(pen, ring, 8);
}

void glasses_draw(struct pen *pen, const struct body *b)
{
    if (b->who->glasses == GLASSES_NONE)
        return;
    pen_rgba frame = tone(b, 0x1c2026ff, 700);
    for (int side = -1; side <= 1; side += 2) {
        lens_path(pen, b, side);
        struct pen_paint glass =
            paint_linear(head_pt(b, side * 16, -14, 70), 0xe8f4ff3c, head_pt(b, side * 44, 16, 66), 0xe8f4ff08);
        pen_fill(pen, &glass);
        lens_path(pen, b, side);
        pen_stroke_colour(pen, 600, frame);
        struct pt temple[2] = {head_pt(b, side * 52, -9, 62), head_edge(b, 4, side, 1)};
        smooth_line(pen, temple, 2);
        pen_stroke_colour(pen, 620, frame);
    }
    fold(pen, head_pt(b, -20, -9, 72), head_pt(b, -8, 10, 73), PEN_U(1), 500, 0xffffff70);
    struct pt bridge[3] = {head_pt(b, -11, -4, 74), head_pt(b, 0, -8, 78), head_pt(b, 11, -4, 74)};
    smooth_line(pen, bridge, 3);
    pen_stroke_colour(pen, 620, frame);
}
