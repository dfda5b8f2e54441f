/* arm.c - sleeves: the upper arm grows out of the shoulder in the trunk's own light, the forearm has
 * its own roundness, the cloth breaks at the elbow and ends in a cuff. */
#include "parts.h"

#include "fix.h"

static pen_rgba sleeve_colour(const struct body *b)
{
    return b->who->outer;
}

static int32_t bulk(const struct body *b)
{
    switch (b->who->top) {
    case TOP_PUFFER: return 1190;
    case TOP_COAT: return 1110;
    case TOP_HOODIE:
    case TOP_JACKET: return 1060;
    default: return 1000;
    }
}

static const struct arm_pose *pose_of(const struct body *b, const struct arm *arm)
{
    return &b->pose->arm[arm->side < 0 ? ARM_LEFT : ARM_RIGHT];
}

static bool hidden(const struct body *b, const struct arm *arm)
{
    return pose_of(b, arm)->hidden > 500;
}

bool arm_holds(const struct body *b, const struct arm *arm)
{
    return pose_of(b, arm)->world > 500;
}

/* The side of the arm that lies away from the key light, as a normal's sign. */
static int32_t dark_sign(const struct body *b, struct pt from, struct pt to)
{
    struct pt n = pt_normal(from, to, 1000);
    return n.x * b->light->key_x + n.y * b->light->key_y > 0 ? -1 : 1;
}

/* A strip along one side of a limb, from nothing at its beginning to width at its end. */
static void side_strip(struct pen *pen, struct pt a, int32_t ra, struct pt c, int32_t rc, int32_t sign, int32_t share)
{
    struct pt na = pt_normal(a, c, sign * ra);
    struct pt nc = pt_normal(a, c, sign * rc);
    struct pt inner = pt_add(c, pm(nc.x, 1000 - share), pm(nc.y, 1000 - share));
    struct pt middle = pt_mix(a, c, 500);
    struct pt nm = pt_normal(a, c, sign * (ra + rc) / 2);
    pen_move(pen, pt_add(a, na.x, na.y));
    pen_line(pen, pt_add(c, nc.x, nc.y));
    pen_line(pen, inner);
    pen_curve(pen, pt_add(middle, pm(nm.x, 1000 - share), pm(nm.y, 1000 - share)),
              pt_add(middle, pm(nm.x, 900 - share / 2), pm(nm.y, 900 - share / 2)), pt_add(a, na.x, na.y));
    pen_close(pen);
}

static void upper_shade(struct pen *pen, const struct body *b, const struct arm *arm)
{
    pen_rgba dark = tone(b, sleeve_colour(b), -140);
    int32_t sign = dark_sign(b, arm->s, arm->e);
    struct pen_paint paint = paint_linear(arm->s, colour_alpha(dark, 0), arm->e, colour_alpha(dark, 420));
    side_strip(pen, arm->s, arm->rs, arm->e, arm->re, sign, 900);
    pen_fill(pen, &paint);
    side_strip(pen, arm->s, arm->rs, arm->e, arm->re, sign, 480);
    pen_fill(pen, &paint);
}

static void upper_light(struct pen *pen, const struct body *b, const struct arm *arm)
{
    pen_rgba bright = tone(b, sleeve_colour(b), 1250);
    int32_t sign = -dark_sign(b, arm->s, arm->e);
    struct pt n = pt_normal(arm->s, arm->e, sign * pm(arm->rs, 500));
    struct pt from = pt_add(pt_mix(arm->s, arm->e, 60), n.x, n.y);
    struct pt to = pt_add(pt_mix(arm->s, arm->e, 800), pm(n.x, 800), pm(n.y, 800));
    fold(pen, from, to, sign * PEN_U(3), PEN_U(13), colour_alpha(bright, 260));
}

/* The side of the upper arm that looks outward, as a normal's sign. */
static int32_t rim_sign(const struct arm *arm)
{
    return pt_normal(arm->s, arm->e, 1000).x * arm->side > 0 ? 1 : -1;
}

void arm_upper(struct pen *pen, const struct body *b, const struct arm *arm)
{
    struct pen_paint paint = cloth_paint(b, sleeve_colour(b));
    shape_limb(pen, arm->s, pm(arm->rs, bulk(b)), arm->e, pm(arm->re, bulk(b)));
    pen_fill(pen, &paint);
    pen_save(pen);
    shape_limb(pen, arm->s, pm(arm->rs, bulk(b)), arm->e, pm(arm->re, bulk(b)));
    pen_clip(pen);
    upper_shade(pen, b, arm);
    upper_light(pen, b, arm);
    pen_rgba dark = colour_alpha(tone(b, sleeve_colour(b), -160), 420);
    struct pt n = pt_normal(arm->s, arm->e, arm->re);
    struct pt mid = pt_mix(arm->s, arm->e, 640);
    fold(pen, pt_add(mid, n.x, n.y), pt_add(pt_mix(arm->s, arm->e, 800), -n.x / 3, -n.y / 3), PEN_U(5), PEN_U(6), dark);
    fold(pen, pt_add(mid, -n.x, -n.y), pt_add(pt_mix(arm->s, arm->e, 760), n.x / 4, n.y / 4), PEN_U(-5), PEN_U(5),
         dark);
    if (arm->side == b->light->rim_side && (b->light->rim & 255u)) {
        struct pt rim = pt_normal(arm->s, arm->e, rim_sign(arm) * (pm(arm->rs, bulk(b)) - PEN_U(1)));
        struct pt line[3] = {pt_add(arm->s, rim.x * 4 / 5, rim.y * 4 / 5 - arm->rs / 2), pt_add(arm->s, rim.x, rim.y),
                             pt_add(arm->e, pm(rim.x, arm->re * 1000 / arm->rs), pm(rim.y, arm->re * 1000 / arm->rs))};
        struct pen_paint rim_paint = paint_linear(arm->s, colour_alpha(b->light->rim, 60), pt_mix(arm->s, arm->e, 500),
                                                  colour_alpha(b->light->rim, 640));
        smooth_line(pen, line, 3);
        pen_stroke(pen, PEN_U(6), &rim_paint);
    }
    pen_restore(pen);
}

/* The cuff's end lies a little short of the wrist. */
static struct pt cuff_at(const struct arm *arm)
{
    return pt_mix(arm->e, arm->w, 965);
}

/* Round at the elbow, flat at the cuff with the curve of a sleeve seen from a little above. */
static void lower_path(struct pen *pen, const struct body *b, const struct arm *arm)
{
    struct pt cuff = cuff_at(arm);
    int32_t re = pm(arm->re, bulk(b)), rw = pm(arm->rw, bulk(b));
    struct pt ne = pt_normal(arm->e, arm->w, re), nw = pt_normal(arm->e, arm->w, rw);
    struct pt belly = pt_mix(arm->e, cuff, 420);
    int32_t rb = pm(mix(re, rw, 420), 1070);
    struct pt nb = pt_normal(arm->e, arm->w, rb);
    struct pt back = {ne.y * 4 / 3, -ne.x * 4 / 3};
    int32_t open = arm->wrist.z > arm->elbow.z ? 300 : 160;
    struct pt end = {-pm(nw.y, open), pm(nw.x, open)};
    pen_move(pen, pt_add(arm->e, ne.x, ne.y));
    pen_curve(pen, pt_add(pt_mix(arm->e, belly, 500), nb.x, nb.y), pt_add(belly, nb.x, nb.y), pt_add(cuff, nw.x, nw.y));
    pen_curve(pen, pt_add(cuff, nw.x + end.x, nw.y + end.y), pt_add(cuff, end.x - nw.x, end.y - nw.y),
              pt_add(cuff, -nw.x, -nw.y));
    pen_curve(pen, pt_add(belly, -nb.x, -nb.y), pt_add(pt_mix(arm->e, belly, 500), -nb.x, -nb.y),
              pt_add(arm->e, -ne.x, -ne.y));
    pen_curve(pen, pt_add(arm->e, back.x - ne.x, back.y - ne.y), pt_add(arm->e, back.x + ne.x, back.y + ne.y),
              pt_add(arm->e, ne.x, ne.y));
    pen_close(pen);
}

static void elbow_folds(struct pen *pen, const struct body *b, const struct arm *arm)
{
    pen_rgba dark = colour_alpha(tone(b, sleeve_colour(b), -200), 520);
    struct pt n = pt_normal(arm->e, arm->w, pm(arm->re, bulk(b)));
    /* The inner side of the bend is the one that looks toward the shoulder. */
    int32_t sign = (int64_t)n.x * (arm->s.x - arm->e.x) + (int64_t)n.y * (arm->s.y - arm->e.y) > 0 ? 1 : -1;
    for (int i = 0; i < 3; i++) {
        struct pt from = pt_add(pt_mix(arm->e, arm->w, 30 + i * 110), sign * n.x, sign * n.y);
        struct pt to = pt_add(pt_mix(arm->e, arm->w, 10 + i * 200), -sign * pm(n.x, 300 - i * 160),
                              -sign * pm(n.y, 300 - i * 160));
        fold(pen, from, to, sign * PEN_U(4 - i * 4), PEN_U(6 - i), colour_alpha(dark, 1000 - i * 220));
    }
}

static void cuff_draw(struct pen *pen, const struct body *b, const struct arm *arm)
{
    struct pt inner = pt_mix(arm->e, arm->w, 965 - 15000 / (pt_distance(arm->e, arm->w) / 256 + 15));
    struct pt nw = pt_normal(arm->e, arm->w, pm(arm->rw, bulk(b)) + PEN_U(1));
    pen_rgba line = colour_alpha(tone(b, sleeve_colour(b), -200), 620);
    struct pt bend = {-pm(nw.y, 240), pm(nw.x, 240)};
    pen_move(pen, pt_add(inner, nw.x, nw.y));
    pen_curve(pen, pt_add(inner, nw.x / 2 + bend.x, nw.y / 2 + bend.y),
              pt_add(inner, bend.x - nw.x / 2, bend.y - nw.y / 2), pt_add(inner, -nw.x, -nw.y));
    pen_stroke_colour(pen, PEN_U(2), line);
}

bool arm_toward(const struct arm *arm)
{
    return arm->wrist.z - arm->elbow.z > PEN_U(85);
}

/* One looks into the sleeve of an arm that comes at us: the wrist stands in it and does not end on it. */
static void cuff_mouth(struct pen *pen, const struct body *b, const struct arm *arm)
{
    struct pt cuff = cuff_at(arm);
    struct pt n = pt_normal(arm->e, arm->w, pm(arm->rw, bulk(b)));
    int32_t depth = clamp32((arm->wrist.z - arm->elbow.z) / 256 * 4, 300, 620);
    struct pt a = {-pm(n.y, depth), pm(n.x, depth)};
    pen_move(pen, pt_add(cuff, n.x, n.y));
    pen_curve(pen, pt_add(cuff, n.x + a.x, n.y + a.y), pt_add(cuff, a.x - n.x, a.y - n.y), pt_add(cuff, -n.x, -n.y));
    pen_curve(pen, pt_add(cuff, -n.x - a.x, -n.y - a.y), pt_add(cuff, n.x - a.x, n.y - a.y), pt_add(cuff, n.x, n.y));
    pen_close(pen);
    pen_fill_colour(pen, tone(b, sleeve_colour(b), -420));
}

static void lower_rim(struct pen *pen, const struct body *b, const struct arm *arm)
{
    if ((b->light->rim & 255u) == 0 || arm->side != b->light->rim_side)
        return;
    struct pt n = pt_normal(arm->e, arm->w, 1000);
    int32_t sign = n.x * b->light->rim_side > 0 ? 1 : -1;
    int32_t strength = n.x * sign * b->light->rim_side;
    struct pt ne = pt_normal(arm->e, arm->w, sign * (pm(arm->re, bulk(b)) - PEN_U(1)));
    struct pt nw = pt_normal(arm->e, arm->w, sign * (pm(arm->rw, bulk(b)) - PEN_U(1)));
    pen_move(pen, pt_add(arm->e, ne.x, ne.y));
    pen_line(pen, pt_add(arm->w, nw.x, nw.y));
    pen_stroke_colour(pen, PEN_U(4), colour_alpha(b->light->rim, strength * 6 / 10));
}

/* The garment over a hand that is in its pocket: the slit, and the hand's bulge below it. */
static void pocket_draw(struct pen *pen, const struct body *b, const struct arm *arm)
{
    struct pt cuff = cuff_at(arm), back = pt_mix(arm->w, arm->e, 160);
    int32_t r = pm(arm->rw, bulk(b)) + PEN_U(5);
    struct pt n = pt_normal(arm->e, arm->w, r), deep = {-n.y * 2, n.x * 2};
    struct pt tip = pt_add(cuff, deep.x, deep.y);
    struct pen_paint paint = cloth_paint(b, sleeve_colour(b));
    pen_move(pen, pt_add(back, n.x, n.y));
    pen_curve(pen, pt_add(cuff, n.x / 2, n.y / 2), pt_add(cuff, -n.x / 2, -n.y / 2), pt_add(back, -n.x, -n.y));
    pen_curve(pen, pt_add(tip, -n.x * 3 / 2, -n.y * 3 / 2), pt_add(tip, n.x * 3 / 2, n.y * 3 / 2),
              pt_add(back, n.x, n.y));
    pen_close(pen);
    pen_fill(pen, &paint);
    soft_spot(pen, pt_add(pt_mix(cuff, tip, 400), arm->side * PEN_U(5), PEN_U(6)), r, r,
              colour_alpha(tone(b, sleeve_colour(b), -60), 300));
    pen_move(pen, pt_add(back, n.x, n.y));
    pen_curve(pen, pt_add(cuff, n.x / 2, n.y / 2), pt_add(cuff, -n.x / 2, -n.y / 2), pt_add(back, -n.x, -n.y));
    pen_stroke_colour(pen, PEN_U(3), colour_alpha(tone(b, sleeve_colour(b), -260), 700));
}

void arm_lower(struct pen *pen, const struct body *b, const struct arm *arm)
{
    pen_rgba cloth = sleeve_colour(b);
    int32_t sign = dark_sign(b, arm->e, arm->w);
    int32_t r = pm(arm->re, bulk(b));
    struct pt n = pt_normal(arm->e, arm->w, sign * r);
    int32_t near = arm->wrist.z > PEN_U(60) ? 90 : 0;
    struct pen_paint paint = cloth_paint(b, cloth);
    pen_rgba bright = tone(b, cloth, 1120 + near), dark = tone(b, cloth, -160);
    struct pen_paint roundness = paint_linear(pt_add(arm->e, -n.x, -n.y), colour_alpha(bright, 420),
                                              pt_add(arm->e, n.x, n.y), colour_alpha(dark, 620));
    paint_between(&roundness, 380, colour_alpha(bright, 60));
    paint_between(&roundness, 560, colour_alpha(dark, 60));
    lower_path(pen, b, arm);
    pen_fill(pen, &paint);
    pen_save(pen);
    lower_path(pen, b, arm);
    pen_clip(pen);
    /* From nothing at the elbow, so that it does not show where one arm's half ends. */
    struct pt back = pt_mix(arm->e, arm->w, -100);
    shape_limb(pen, pt_mix(arm->e, arm->w, 140), pm(r, 1100), pt_mix(arm->e, arm->w, 1100), pm(r, 1100));
    pen_fill(pen, &roundness);
    soft_spot(pen, back, pm(r, 1500), pm(r, 1500),
              colour_alpha(tone(b, cloth, arm->side == key_side(b) ? 700 : 300), 500));
    elbow_folds(pen, b, arm);
    lower_rim(pen, b, arm);
    cuff_draw(pen, b, arm);
    pen_restore(pen);
    if (arm_toward(arm) && !hidden(b, arm) && !arm_holds(b, arm))
        cuff_mouth(pen, b, arm);
    if (hidden(b, arm))
        pocket_draw(pen, b, arm);
}

/* The hand's root goes into the sleeve: the forearm again, over a hand that was drawn after it. */
void arm_cuff(struct pen *pen, const struct body *b, const struct arm *arm)
{
    struct pt from = pt_add(arm->e, 3 * (arm->e.x - arm->w.x), 3 * (arm->e.y - arm->w.y));
    struct pt end = pt_mix(arm->e, arm->w, 985), n = pt_normal(arm->e, arm->w, 2 * arm->re);
    pen_save(pen);
    pen_move(pen, pt_add(from, n.x, n.y));
    pen_line(pen, pt_add(end, n.x, n.y));
    pen_line(pen, pt_add(end, -n.x, -n.y));
    pen_line(pen, pt_add(from, -n.x, -n.y));
    pen_close(pen);
    pen_clip(pen);
    arm_lower(pen, b, arm);
    pen_restore(pen);
}

/* What the forearm and hand throw on the trunk; the caller has clipped to the trunk. */
void arm_shadow(struct pen *pen, const struct body *b, const struct arm *arm)
{
    if (arm->wrist.z < PEN_U(40))
        return;
    pen_rgba dark = colour_alpha(tone(b, b->who->outer, -260), 420);
    int32_t away = arm->wrist.z / 9;
    int32_t dx = -pm(away, b->light->key_x), dy = -pm(away, b->light->key_y) + PEN_U(3);
    shape_limb(pen, pt_add(arm->e, dx, dy), pm(arm->re, bulk(b)), pt_add(arm->w, dx, dy), pm(arm->rw, bulk(b)));
    if (!hidden(b, arm)) {
        struct pt tip = v3_project(v3_along(arm->wrist, arm->fingers, PEN_U(70)));
        shape_limb(pen, pt_add(arm->w, dx, dy), arm->rw, pt_add(tip, dx, dy), pm(arm->rw, 800));
    }
    pen_fill_colour(pen, dark);
}
