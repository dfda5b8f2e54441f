/* legs.c - hips, legs and feet, standing or sitting. */
#include "parts.h"

struct leg {
    struct v3 hip, knee, ankle;
    struct pt h, k, a;
    int32_t rh, rk, ra;
};

static struct leg leg_build(const struct body *b, int side)
{
    int32_t sit = b->pose->sit;
    int32_t wide = PEN_U(10) * b->pose->stance_width / 1000;
    int32_t x = pm(PEN_U(58), 1000 + pm(160, b->heavy));
    struct leg leg;
    leg.hip = (struct v3){side * x, PEN_U(322), 0};
    struct v3 standing = {side * (x + wide), PEN_U(536), PEN_U(14)};
    struct v3 sitting = {side * (x + PEN_U(22)), PEN_U(352), PEN_U(196)};
    leg.knee = v3_mix(standing, sitting, sit);
    leg.ankle = v3_add(
        leg.knee, v3_mix((struct v3){side * wide, PEN_U(212), PEN_U(-10)}, (struct v3){0, PEN_U(206), PEN_U(6)}, sit));
    leg.hip = v3_yaw(leg.hip, b->pose->yaw);
    leg.knee = v3_yaw(leg.knee, b->pose->yaw);
    leg.ankle = v3_yaw(leg.ankle, b->pose->yaw);
    leg.h = v3_project(leg.hip);
    leg.k = v3_project(leg.knee);
    leg.a = v3_project(leg.ankle);
    int32_t girth = 1000 + pm(220, b->heavy) - pm(60, b->young);
    leg.rh = pm(PEN_U(60), girth);
    leg.rk = v3_size(pm(PEN_U(44), girth), leg.knee.z);
    leg.ra = v3_size(PEN_U(31), leg.ankle.z);
    return leg;
}

static void leg_folds(struct pen *pen, const struct body *b, const struct leg *leg, int side)
{
    pen_rgba dark = colour_alpha(tone(b, b->who->legs, -160), 460);
    struct pt n = pt_normal(leg->k, leg->a, leg->rk);
    fold(pen, pt_add(leg->k, n.x, n.y), pt_add(leg->k, -n.x / 4, PEN_U(16)), PEN_U(4), PEN_U(5), dark);
    fold(pen, pt_add(leg->k, -n.x, -n.y + PEN_U(8)), pt_add(leg->k, n.x / 4, PEN_U(26)), PEN_U(-4), PEN_U(5), dark);
    fold(pen, pt_add(leg->h, -side * leg->rh, PEN_U(20)), pt_add(leg->h, side * PEN_U(22), PEN_U(52)), side * PEN_U(5),
         PEN_U(6), dark);
    fold(pen, pt_add(leg->a, -leg->ra, PEN_U(-24)), pt_add(leg->a, leg->ra / 2, PEN_U(-14)), PEN_U(-4), PEN_U(5), dark);
}

static void shoe_draw(struct pen *pen, const struct body *b, const struct leg *leg, int side)
{
    struct pt toe = pt_add(leg->a, side * PEN_U(16), PEN_U(34));
    struct pt shape[6] = {pt_add(leg->a, -leg->ra, PEN_U(4)), pt_add(leg->a, leg->ra, PEN_U(4)),
                          pt_add(toe, PEN_U(30), PEN_U(-6)),  pt_add(toe, PEN_U(26), PEN_U(12)),
                          pt_add(toe, PEN_U(-26), PEN_U(12)), pt_add(toe, PEN_U(-32), PEN_U(-6))};
    struct pen_paint paint = shaded(b, leg->a, PEN_U(36), b->who->shoes, 900, 100);
    smooth(pen, shape, 6);
    pen_fill(pen, &paint);
}

static void leg_draw(struct pen *pen, const struct body *b, int side)
{
    struct leg leg = leg_build(b, side);
    shoe_draw(pen, b, &leg, side);
    struct pen_paint paint = shaded(b, leg.k, PEN_U(90), b->who->legs, 900, 40);
    struct pen_paint low = shaded(b, leg.k, PEN_U(90), b->who->legs, 760, -60);
    shape_limb(pen, leg.k, leg.rk, leg.a, leg.ra);
    pen_fill(pen, b->pose->sit > 500 ? &low : &paint);
    shape_limb(pen, leg.h, leg.rh, leg.k, leg.rk);
    pen_fill(pen, &paint);
    leg_folds(pen, b, &leg, side);
}

static void skirt_draw(struct pen *pen, const struct body *b)
{
    struct leg left = leg_build(b, -1), right = leg_build(b, 1);
    struct pt waist_l = body_edge(b, -1, PEN_U(230)), waist_r = body_edge(b, 1, PEN_U(230));
    struct pt points[8] = {waist_l,
                           waist_r,
                           pt_add(right.h, right.rh, 0),
                           pt_add(right.k, right.rk + PEN_U(14), PEN_U(40)),
                           pt_add(right.k, right.rk, PEN_U(96)),
                           pt_add(left.k, -left.rk, PEN_U(96)),
                           pt_add(left.k, -left.rk - PEN_U(14), PEN_U(40)),
                           pt_add(left.h, -left.rh, 0)};
    struct pen_paint paint = shaded(b, pt_mix(left.h, right.k, 500), PEN_U(150), b->who->legs, 940, 40);
    smooth(pen, points, 8);
    pen_fill(pen, &paint);
    pen_rgba dark = colour_alpha(tone(b, b->who->legs, -160), 520);
    for (int i = -2; i <= 2; i++)
        fold(pen, pt_add(pt_mix(left.h, right.h, 500 + i * 180), 0, PEN_U(20)),
             pt_add(pt_mix(left.k, right.k, 500 + i * 260), 0, PEN_U(88)), PEN_U(i * 3), PEN_U(7), dark);
}

void legs_draw(struct pen *pen, const struct body *b)
{
    int far = b->pose->yaw > 0 ? 1 : -1;
    if (b->who->legwear == LEGS_SKIRT) {
        for (int side = -1; side <= 1; side += 2) {
            struct leg leg = leg_build(b, side);
            shoe_draw(pen, b, &leg, side);
            shape_limb(pen, leg.k, PEN_U(30), leg.a, PEN_U(20));
            pen_fill_colour(pen, tone(b, 0x2a2a30ff, 500));
        }
        skirt_draw(pen, b);
        return;
    }
    leg_draw(pen, b, far);
    leg_draw(pen, b, -far);
}
