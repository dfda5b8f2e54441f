/* head.c - the head's outline, its skin in the light, ears, and the order of what lies on it; and
 * the neck that carries it. */
#include "parts.h"

#include "fix.h"

static pen_rgba skin_now(const struct body *b)
{
    pen_rgba skin = colour_mix(b->who->skin, 0xc8665aff, b->pose->flush * 90 / 1000);
    return colour_mix(skin, 0xb9bdbcff, b->pose->pallor * 200 / 1000);
}

pen_rgba skin_tone(const struct body *b, int32_t level)
{
    return tone(b, skin_now(b), level);
}

pen_rgba skin_deep(const struct body *b, int32_t level)
{
    return tone(b, colour_mix(skin_now(b), 0x4a1a12ff, 480), level);
}

void face_path(struct pen *pen, const struct body *b)
{
    struct knot knots[2 * HEAD_SLICES];
    for (int i = 0; i < HEAD_SLICES; i++) {
        struct pt right = head_edge(b, i, 1, 0), left = head_edge(b, i, -1, 0);
        knots[i] = (struct knot){right.x, right.y, 1000};
        knots[2 * HEAD_SLICES - 1 - i] = (struct knot){left.x, left.y, 1000};
    }
    shape_closed(pen, knots, 2 * HEAD_SLICES);
}

static void ear_draw(struct pen *pen, const struct body *b, int side)
{
    int32_t big = 900 + b->who->ears / 5 + b->old / 8;
    struct pt edge = head_edge(b, 4, side, 0);
    struct pt at = {edge.x - side * PEN_U(3), pt_mix(edge, head_edge(b, 5, side, 0), 350).y};
    int32_t facing = clamp32(1000 - side * b->yaw * 1000 / TURN_DEG(42), 0, 1500);
    if (facing < 150)
        return;
    int32_t w = pm(pm(PEN_U(13), big), facing > 1000 ? 1000 : facing);
    int32_t inset = facing > 1000 ? pm(PEN_U(34), (facing - 1000) * 2) : 0;
    at.x -= side * inset;
    int32_t h = pm(PEN_U(25), big);
    struct pt shape[7] = {pt_add(at, side * -w / 3, -h * 6 / 10), pt_add(at, side * w / 2, -h),
                          pt_add(at, side * w, -h / 2),           pt_add(at, side * w * 8 / 10, h / 4),
                          pt_add(at, side * w / 2, h * 9 / 10),   pt_add(at, side * w / 10, h),
                          pt_add(at, side * -w / 3, h * 4 / 10)};
    int32_t level = side == key_side(b) ? 880 : 430;
    pen_rgba warm = colour_mix(skin_tone(b, level), tone(b, 0xd8604aff, level), 120 + b->pose->flush * 260 / 1000);
    smooth(pen, shape, 7);
    pen_fill_colour(pen, warm);
    fold(pen, pt_add(at, side * w * 3 / 10, -h * 7 / 10), pt_add(at, side * w * 4 / 10, h * 5 / 10), side * PEN_U(6),
         PEN_U(4), colour_alpha(skin_deep(b, level - 150), 620));
    fold(pen, pt_add(at, side * w / 10, -h * 3 / 10), pt_add(at, side * w * 2 / 10, h * 4 / 10), side * PEN_U(2),
         PEN_U(5), colour_alpha(skin_deep(b, level - 250), 700));
}

/* The plane of the head that is turned from the light, from the temple down to the jaw. */
static void side_plane(struct pen *pen, const struct body *b)
{
    int away = -key_side(b);
    static const int16_t inner[6][2] = {{30, -96}, {47, -62}, {50, -30}, {58, 4}, {46, 30}, {36, 60}};
    struct pt points[14];
    int n = 0;
    for (int i = 0; i < 6; i++)
        points[n++] = head_on(b, away * inner[i][0], inner[i][1], 0);
    points[n++] = head_on(b, away * 24, 92, 0);
    for (int i = HEAD_SLICES - 2; i >= 1; i -= 2)
        points[n++] = head_edge(b, i, away, 3);
    struct pt from = head_on(b, away * 26, 10, 0), to = head_edge(b, 5, away, 0);
    struct pen_paint paint =
        paint_linear(from, colour_alpha(skin_deep(b, 200), 60), to, colour_alpha(skin_deep(b, 40), 620));
    smooth(pen, points, n);
    pen_fill(pen, &paint);
}

static void skull_light(struct pen *pen, const struct body *b)
{
    int lit = key_side(b);
    soft_spot(pen, head_on(b, lit * 24, -56, 0), PEN_U(40), PEN_U(26), colour_alpha(skin_tone(b, 1320), 300));
    soft_spot(pen, head_on(b, lit * 42, 22, 0), PEN_U(20), PEN_U(15), colour_alpha(skin_tone(b, 1300), 300));
    soft_spot(pen, head_on(b, lit * 6, 86, 0), PEN_U(14), PEN_U(9), colour_alpha(skin_tone(b, 1250), 260));
    soft_spot(pen, head_on(b, -lit * 6, 102, -6), PEN_U(40), PEN_U(16), colour_alpha(skin_deep(b, 0), 420));
    for (int side = -1; side <= 1; side += 2)
        soft_spot(pen, head_on(b, side * 44, 52, 0), PEN_U(16), PEN_U(22),
                  colour_alpha(skin_deep(b, 160),
                               120 + (500 - b->who->cheeks) / 3 + b->old / 6 + (b->heavy < 0 ? -b->heavy / 6 : 0)));
}

static void head_rim(struct pen *pen, const struct body *b)
{
    if ((b->light->rim & 255u) == 0)
        return;
    struct pt edge[5];
    for (int i = 0; i < 5; i++)
        edge[i] = head_edge(b, 3 + i, b->light->rim_side, 0);
    struct pen_paint paint =
        paint_linear(edge[0], colour_alpha(b->light->rim, 700), edge[4], colour_alpha(b->light->rim, 0));
    smooth_line(pen, edge, 5);
    pen_stroke(pen, PEN_U(6), &paint);
}

static void skin_draw(struct pen *pen, const struct body *b)
{
    struct pen_paint paint = shaded(b, (struct pt){0, 0}, PEN_U(104), skin_now(b), 1110, 400);
    paint_between(&paint, 500, skin_tone(b, 900));
    face_path(pen, b);
    pen_fill(pen, &paint);
}

void head_draw(struct pen *pen, const struct body *b)
{
    pen_save(pen);
    pen_translate(pen, b->head.x, b->head.y);
    pen_rotate(pen, b->pose->head_roll);
    skin_draw(pen, b);
    pen_save(pen);
    face_path(pen, b);
    pen_clip(pen);
    side_plane(pen, b);
    skull_light(pen, b);
    beard_draw(pen, b);
    face_draw(pen, b);
    head_rim(pen, b);
    pen_restore(pen);
    nose_draw(pen, b);
    eyes_draw(pen, b);
    mouth_draw(pen, b);
    brows_draw(pen, b);
    hair_front(pen, b);
    if (b->who->headwear != HEAD_HIJAB && !hair_over_ears(b)) {
        ear_draw(pen, b, -1);
        ear_draw(pen, b, 1);
    }
    face_wet(pen, b);
    glasses_draw(pen, b);
    headwear_front(pen, b);
    pen_restore(pen);
}

static void neck_points(const struct body *b, struct pt out[8])
{
    int32_t w = PEN_U(mix(48, 37, b->feminine)) + pm(PEN_U(8), b->heavy > 0 ? b->heavy : b->heavy / 2);
    w += pm(PEN_U(4), b->pose->neck_tension) - pm(PEN_U(4), b->young);
    struct pt root = v3_project(b->neck);
    struct pt top = pt_add(b->head, -b->yaw * 256 * 7 / 10 / TURN_DEG(4), PEN_U(64));
    int32_t flare = pm(w, 1060);
    out[0] = pt_add(top, -w, 0);
    out[1] = pt_add(pt_mix(top, root, 600), -w - PEN_U(1), 0);
    out[2] = pt_add(root, -flare, PEN_U(4));
    out[3] = pt_add(root, -PEN_U(22), PEN_U(34));
    out[4] = pt_add(root, PEN_U(22), PEN_U(34));
    out[5] = pt_add(root, flare, PEN_U(4));
    out[6] = pt_add(pt_mix(top, root, 600), w + PEN_U(1), 0);
    out[7] = pt_add(top, w, 0);
}

/* The two cords from behind the ears to the notch between the collar bones. */
static void neck_cords(struct pen *pen, const struct body *b, const struct pt p[8])
{
    int32_t strength = 130 + b->pose->neck_tension * 5 / 10 + b->old / 5;
    pen_rgba dark = colour_alpha(skin_deep(b, 40), strength);
    struct pt notch = pt_add(pt_mix(p[3], p[4], 500), 0, PEN_U(-16));
    for (int side = -1; side <= 1; side += 2) {
        struct pt from = side < 0 ? pt_mix(p[0], p[7], 80) : pt_mix(p[0], p[7], 920);
        fold(pen, pt_add(from, 0, PEN_U(16)), pt_add(notch, side * PEN_U(8), 0), side * PEN_U(5),
             PEN_U(5) + pm(PEN_U(4), b->pose->neck_tension), dark);
        fold(pen, pt_add(notch, side * PEN_U(9), PEN_U(6)), pt_add(notch, side * PEN_U(42), PEN_U(-2)),
             side * PEN_U(-3), PEN_U(5), colour_alpha(dark, 800));
        if (b->pose->vein > 300)
            fold(pen, pt_add(from, -side * PEN_U(8), PEN_U(30)), pt_add(notch, side * PEN_U(24), PEN_U(-10)),
                 side * PEN_U(-4), PEN_U(3), colour_alpha(dark, b->pose->vein * 7 / 10));
    }
    if (b->feminine < 400 && b->young < 500)
        soft_spot(pen, pt_add(pt_mix(p[1], p[6], 500), 0, PEN_U(2)), PEN_U(8), PEN_U(10),
                  colour_alpha(skin_deep(b, 100), 300));
}

void neck_draw(struct pen *pen, const struct body *b)
{
    struct pt p[8];
    neck_points(b, p);
    struct pen_paint paint = shaded(b, pt_mix(p[1], p[6], 500), PEN_U(48), skin_now(b), 820, 120);
    smooth(pen, p, 8);
    pen_fill(pen, &paint);
    pen_save(pen);
    smooth(pen, p, 8);
    pen_clip(pen);
    struct pt under = pt_add(b->head, -pm(PEN_U(12), b->light->key_x), PEN_U(104));
    soft_spot(pen, under, PEN_U(74), PEN_U(56), colour_alpha(skin_deep(b, -120), 640));
    if (b->pose->flush > 300)
        soft_spot(pen, pt_mix(p[3], p[4], 500), PEN_U(50), PEN_U(40),
                  colour_alpha(tone(b, 0xc8402eff, 700), (b->pose->flush - 300) / 2));
    neck_cords(pen, b, p);
    pen_restore(pen);
}
