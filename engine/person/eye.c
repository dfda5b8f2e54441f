/* eye.c - eyes and brows: where people look first.
 * An eye is drawn in its own flat space, x outward and 17 units half wide, and laid on the head by
 * the two projected corners, so that the farther eye narrows as the head turns. */
#include "parts.h"

#include "fix.h"

struct eye {
    const struct body *b;
    int side;
    int32_t up, low; /* heights of the lids above and below the corners' line, 1/256 units */
    struct pt iris;  /* its middle */
};

#define HALF PEN_U(17)

static void eye_build(struct eye *e, const struct body *b, int side)
{
    const struct person_pose *p = b->pose;
    *e = (struct eye){.b = b, .side = side};
    int32_t lid = p->lid - (p->gaze_y > 0 ? p->gaze_y * 38 / 100 : 0) - b->old / 12;
    int32_t size = 960 + b->who->eye_size / 5 + b->young / 6;
    int32_t up = pm(pm(PEN_U(9), size), lid);
    int32_t low = pm(pm(PEN_U(6), size), 1000 - p->squint / 2);
    e->up = mix(up, -low * 7 / 10, p->blink);
    e->low = low;
    int32_t turn = clamp32(-b->yaw * 1000 / TURN_DEG(50), -900, 900);
    int32_t tip = clamp32(-b->pitch * 1000 / TURN_DEG(40), -700, 700);
    e->iris.x = e->side * clamp32(p->gaze_x + turn, -1000, 1000) * 8 * 256 / 1000;
    tip = pm(tip, 1000 - clamp32(p->gaze_y, 0, 1000)); /* looking down, the eyes do not make up for the head */
    e->iris.y = clamp32(p->gaze_y * 9 / 10 + tip, -900, 1000) * 6 * 256 / 1000;
}

static int32_t tilt(const struct eye *e)
{
    return PEN_U(e->b->who->eye_tilt - 500) / 220 + PEN_U(1);
}

/* Half the opening: the upper lid's line, from the inner corner to the outer. */
static void upper_line(struct pen *pen, const struct eye *e, int32_t raise, bool from_inner)
{
    struct pt in = {-HALF, PEN_U(2)}, out = {HALF, -tilt(e)};
    struct pt c1 = {-PEN_U(10), -(e->up + raise) * 13 / 10}, c2 = {PEN_U(7), -(e->up + raise) * 15 / 10};
    if (from_inner)
        pen_curve(pen, c1, c2, out);
    else
        pen_curve(pen, c2, c1, in);
}

static void opening_path(struct pen *pen, const struct eye *e)
{
    pen_move(pen, (struct pt){-HALF, PEN_U(2)});
    upper_line(pen, e, 0, true);
    pen_curve(pen, (struct pt){PEN_U(9), e->low * 13 / 10}, (struct pt){-PEN_U(7), e->low * 14 / 10},
              (struct pt){-HALF, PEN_U(2)});
    pen_close(pen);
}

static void ball_draw(struct pen *pen, const struct eye *e)
{
    const struct body *b = e->b;
    pen_rgba white = colour_mix(0xf6f1ecff, 0xe8a79cff, b->pose->eye_red * 45 / 100);
    int32_t level = e->side == key_side(b) ? 960 : 780;
    shape_box(pen, (struct pt){-PEN_U(20), -PEN_U(24)}, PEN_U(40), PEN_U(40));
    pen_fill_colour(pen, tone(b, white, level));
    if (b->pose->eye_red > 200)
        for (int s = -1; s <= 1; s += 2)
            soft_spot(pen, (struct pt){s * HALF, PEN_U(1)}, PEN_U(9), PEN_U(7),
                      colour_alpha(tone(b, 0xc8402eff, 800), b->pose->eye_red * 6 / 10));
    soft_spot(pen, (struct pt){-HALF, PEN_U(3)}, PEN_U(5), PEN_U(4), tone(b, 0xd08a7eff, level));
}

static void iris_draw(struct pen *pen, const struct eye *e)
{
    const struct body *b = e->b;
    int32_t r = PEN_U(8) + 60 + b->young / 4;
    struct pen_paint paint = paint_radial(pt_add(e->iris, 0, PEN_U(3)), r * 12 / 10,
                                          tone(b, colour_mix(b->who->iris, 0xffffffff, 190), 1100),
                                          tone(b, colour_mix(b->who->iris, 0x000000ff, 420), 700));
    shape_oval(pen, e->iris, r, r);
    pen_fill(pen, &paint);
    shape_oval(pen, e->iris, r - 100, r - 100);
    pen_stroke_colour(pen, 250, colour_alpha(0x120c08ff, 620));
    int32_t pupil = PEN_U(3) + b->pose->pupil * 256 / 1000;
    shape_oval(pen, e->iris, pupil, pupil);
    pen_fill_colour(pen, 0x0b0706ff);
    int lit = key_side(b) * e->side; /* local x is outward */
    shape_oval(pen, pt_add(e->iris, lit * PEN_U(3), -PEN_U(3)), 600, 600);
    pen_fill_colour(pen, 0xfffffff0);
    shape_oval(pen, pt_add(e->iris, -lit * PEN_U(3), PEN_U(4)), 300, 300);
    pen_fill_colour(pen, 0xffffff90);
    if (b->pose->tears > 200) {
        fold(pen, (struct pt){-PEN_U(13), e->low * 9 / 10}, (struct pt){PEN_U(13), e->low * 8 / 10}, PEN_U(-2),
             PEN_U(3), colour_alpha(0xffffffff, b->pose->tears * 8 / 10));
    }
}

static void inside_draw(struct pen *pen, const struct eye *e)
{
    pen_save(pen);
    opening_path(pen, e);
    pen_clip(pen);
    ball_draw(pen, e);
    iris_draw(pen, e);
    /* The lid's shadow on the ball. */
    pen_move(pen, (struct pt){-HALF, PEN_U(2)});
    upper_line(pen, e, 0, true);
    upper_line(pen, e, -PEN_U(4), false);
    pen_close(pen);
    pen_fill_colour(pen, 0x2a181460);
    pen_restore(pen);
}

/* The lid's skin between its crease and its edge: wide when the eye is half shut. */
static void lid_skin(struct pen *pen, const struct eye *e)
{
    const struct body *b = e->b;
    int32_t crease = PEN_U(13) + pm(PEN_U(2), b->feminine) - pm(PEN_U(5), b->who->eye_fold) - e->up * 3 / 10;
    pen_move(pen, (struct pt){-HALF, PEN_U(2)});
    upper_line(pen, e, 0, true);
    pen_curve(pen, (struct pt){PEN_U(9), -(e->up + crease) * 13 / 10},
              (struct pt){-PEN_U(10), -(e->up + crease) * 11 / 10}, (struct pt){-HALF, PEN_U(2)});
    pen_close(pen);
    int32_t level = e->side == key_side(b) ? 820 : 480;
    pen_fill_colour(pen, colour_mix(skin_tone(b, level), skin_deep(b, level), 220 + b->pose->eye_red / 5));
    pen_move(pen, (struct pt){-HALF + PEN_U(1), -PEN_U(1)});
    pen_curve(pen, (struct pt){-PEN_U(9), -(e->up + crease) * 11 / 10},
              (struct pt){PEN_U(8), -(e->up + crease) * 13 / 10}, (struct pt){HALF + PEN_U(2), -tilt(e) - PEN_U(2)});
    pen_stroke_colour(pen, 360, colour_alpha(skin_deep(b, 80), 560 - b->who->eye_fold / 3));
}

/* A dark crescent along the upper lid; longer outward with lashes. */
static void lash_line(struct pen *pen, const struct eye *e)
{
    const struct body *b = e->b;
    int32_t thick = PEN_U(1) + 200 + b->who->lashes / 3;
    pen_rgba dark = tone(b, 0x1a0f0cff, 600);
    pen_move(pen, (struct pt){-HALF - 100, PEN_U(2)});
    upper_line(pen, e, thick, true);
    pen_line(pen, (struct pt){HALF + PEN_U(1) + b->who->lashes / 2, -tilt(e) - b->who->lashes / 3});
    pen_curve(pen, (struct pt){PEN_U(7), -e->up * 15 / 10 + 120}, (struct pt){-PEN_U(10), -e->up * 13 / 10 + 120},
              (struct pt){-HALF - 100, PEN_U(2)});
    pen_close(pen);
    pen_fill_colour(pen, dark);
    pen_move(pen, (struct pt){HALF, -tilt(e) + 100});
    pen_curve(pen, (struct pt){PEN_U(9), e->low * 13 / 10}, (struct pt){-PEN_U(3), e->low * 14 / 10},
              (struct pt){-PEN_U(12), PEN_U(3)});
    pen_stroke_colour(pen, 230, colour_alpha(dark, 330 + b->who->lashes / 4));
}

static void below_eye(struct pen *pen, const struct eye *e)
{
    const struct body *b = e->b;
    int32_t bag = clamp32(150 + b->old / 3 + b->pose->eye_red / 4 + b->pose->squint / 5 - b->young / 6, 40, 700);
    pen_rgba line = colour_alpha(skin_deep(b, 120), bag);
    fold(pen, (struct pt){-PEN_U(14), e->low + PEN_U(4)}, (struct pt){PEN_U(12), e->low + PEN_U(5)}, PEN_U(-4),
         PEN_U(3), line);
    if (b->pose->squint > 350)
        fold(pen, (struct pt){-PEN_U(11), e->low + PEN_U(2)}, (struct pt){PEN_U(15), e->low}, PEN_U(-3), PEN_U(2),
             colour_alpha(skin_deep(b, 120), b->pose->squint / 2));
}

static void socket_draw(struct pen *pen, const struct eye *e)
{
    const struct body *b = e->b;
    int32_t depth = 300 + b->old / 5 + (b->pose->brow_inner < 0 ? -b->pose->brow_inner / 4 : 0) - b->young / 6;
    int32_t inner = e->side == key_side(b) ? 0 : 160;
    soft_spot(pen, (struct pt){-PEN_U(6), -PEN_U(7)}, PEN_U(27), PEN_U(18),
              colour_alpha(skin_deep(b, 160), depth + inner));
    soft_spot(pen, (struct pt){-PEN_U(14), -PEN_U(3)}, PEN_U(10), PEN_U(14),
              colour_alpha(skin_deep(b, 0), 260 + inner));
    soft_spot(pen, (struct pt){-PEN_U(2), PEN_U(9)}, PEN_U(20), PEN_U(8),
              colour_alpha(skin_deep(b, 260), 160 + b->pose->eye_red / 4 + b->old / 6));
}

static int32_t eye_x(const struct body *b)
{
    return 31 + (b->who->eye_gap - 500) * 4 / 500;
}

/* Lays the eye's own space on the head. */
static void enter(struct pen *pen, const struct body *b, int side)
{
    int32_t x = eye_x(b), half = 18 + (b->who->eye_size - 500) * 2 / 500;
    struct pt in = head_pt(b, side * (x - half), 1, 63), out = head_pt(b, side * (x + half), 0, 52);
    struct pt at = pt_mix(in, out, 500);
    struct pen_matrix m = {
        .xx = (int32_t)((int64_t)(out.x - in.x) * TURN_ONE / (2 * HALF)),
        .yx = (int32_t)((int64_t)(out.y - in.y) * TURN_ONE / (2 * HALF)),
        .xy = 0,
        .yy = pm(turn_cos(b->pitch), b->head_scale),
        .x0 = at.x,
        .y0 = at.y,
    };
    pen_transform(pen, &m);
}

void eyes_draw(struct pen *pen, const struct body *b)
{
    for (int side = -1; side <= 1; side += 2) {
        struct eye e;
        if (head_facing(b, -side * -TURN_DEG(28)) < 140)
            continue;
        eye_build(&e, b, side);
        pen_save(pen);
        enter(pen, b, side);
        socket_draw(pen, &e);
        lid_skin(pen, &e);
        inside_draw(pen, &e);
        lash_line(pen, &e);
        below_eye(pen, &e);
        pen_restore(pen);
    }
}

struct brow_line {
    struct pt top[4], under[4];
};

static struct brow_line brow_build(const struct body *b, int side)
{
    const struct person_pose *p = b->pose;
    static const int16_t x[4] = {13, 27, 42, 55}, y[4] = {-22, -29, -30, -21};
    static const int16_t inner_share[4] = {1000, 620, 200, 0}, outer_share[4] = {0, 180, 800, 1000};
    int32_t weight = 6 + b->who->brow_weight * 5 / 1000 - pm(3, b->feminine);
    static const int16_t thick[4] = {900, 1000, 760, 120};
    struct brow_line line;
    for (int i = 0; i < 4; i++) {
        int32_t lift = (p->brow_inner * inner_share[i] + p->brow_outer * outer_share[i]) / 1000 * 11 / 1000;
        int32_t in = p->knit * (i < 2 ? 5 - i * 2 : 0) / 1000;
        int32_t px = side * (x[i] - in), py = y[i] - lift;
        line.top[i] = head_on(b, px, py - weight * thick[i] / 1000 + (i == 0), 3);
        line.under[i] = head_on(b, px, py, 3);
    }
    return line;
}

static void brow_hairs(struct pen *pen, const struct brow_line *line, int side, pen_rgba colour)
{
    for (int i = 0; i < 6; i++) { /* the thin end has room for none */
        int seg = i / 3;
        int32_t t = i % 3 * 330 + 120;
        struct pt low = pt_mix(line->under[seg], line->under[seg + 1], t);
        struct pt high = pt_mix(line->top[seg], line->top[seg + 1], t);
        struct pt tip = pt_add(high, side * PEN_U(2 + seg * 2), seg == 0 ? -PEN_U(1) : PEN_U(seg - 1));
        fold(pen, low, tip, side * 150, 420, colour);
    }
}

void brows_draw(struct pen *pen, const struct body *b)
{
    pen_rgba hair = colour_mix(b->who->brow, 0xb9b6b2ff, b->who->grey * 7 / 10);
    for (int side = -1; side <= 1; side += 2) {
        struct brow_line line = brow_build(b, side);
        struct pt shape[8];
        for (int i = 0; i < 4; i++) {
            shape[i] = line.top[i];
            shape[7 - i] = line.under[i];
        }
        pen_rgba colour = tone(b, hair, side == key_side(b) ? 820 : 500);
        smooth(pen, shape, 8);
        pen_fill_colour(pen, colour_alpha(colour, 960));
        brow_hairs(pen, &line, side, colour);
    }
}
