/* torso.c - the trunk under its cloth: one outline from neck to hem that runs into the sleeves, one
 * light across it, and the folds that tension pulls. */
#include "parts.h"

struct pen_paint cloth_paint(const struct body *b, pen_rgba albedo)
{
    struct pt centre = {0, PEN_U(150) + b->lift};
    albedo = colour_mix(albedo, 0x0a1016ff, b->who->wet * 18 / 100); /* soaked cloth is darker */
    struct pen_paint paint = shaded(b, centre, PEN_U(230), albedo, 1060, 120);
    paint_between(&paint, 420, tone(b, albedo, 760));
    return paint;
}

int32_t torso_hem(const struct body *b)
{
    static const int16_t hems[] = {
        [TOP_JACKET] = 330, [TOP_BLAZER] = 356,  [TOP_HOODIE] = 326, [TOP_CARDIGAN] = 356,
        [TOP_COAT] = 470,   [TOP_SWEATER] = 322, [TOP_SHIRT] = 334,  [TOP_PUFFER] = 322,
    };
    int32_t hem = PEN_U(hems[b->who->top]);
    return b->pose->sit > 500 && hem > PEN_U(336) ? PEN_U(336) : hem;
}

/* How much wider than the body the garment hangs at the hem. */
static int32_t flare(const struct body *b)
{
    switch (b->who->top) {
    case TOP_COAT: return PEN_U(26);
    case TOP_PUFFER: return PEN_U(16);
    case TOP_HOODIE:
    case TOP_SWEATER: return PEN_U(4);
    default: return PEN_U(11);
    }
}

static int side_points(const struct body *b, int side, struct pt *out)
{
    const struct arm *arm = &b->arm[side < 0 ? ARM_LEFT : ARM_RIGHT];
    int32_t ease = flare(b);
    int n = 0;
    out[n++] = body_edge(b, side, b->torso[0].y);
    struct pt trapezius = body_edge(b, side, b->torso[1].y);
    out[n++] = (struct pt){trapezius.x - side * PEN_U(6), trapezius.y + PEN_U(2) - b->pose->shoulder_up / 3};
    out[n++] = pt_add(pt_mix(out[1], arm->s, 640), 0, -pm(arm->rs, 560));
    out[n++] = pt_add(arm->s, side * pm(arm->rs, 520), -pm(arm->rs, 560));
    out[n++] = pt_add(arm->s, side * pm(arm->rs, 600), pm(arm->rs, 500));
    out[n++] = pt_add(body_edge(b, side, PEN_U(90)), side * ease / 4, 0);
    out[n++] = pt_add(body_edge(b, side, PEN_U(150)), side * ease / 3, 0);
    out[n++] = pt_add(body_edge(b, side, PEN_U(215)), side * ease * 2 / 3, 0);
    out[n++] = pt_add(body_edge(b, side, PEN_U(290)), side * ease, 0);
    int32_t low = torso_hem(b);
    struct pt hem = body_edge(b, side, low < PEN_U(350) ? low : PEN_U(350));
    out[n++] = (struct pt){hem.x + side * (ease + (torso_hem(b) > PEN_U(400) ? PEN_U(12) : 0)), torso_hem(b)};
    return n;
}

void torso_path(struct pen *pen, const struct body *b)
{
    struct pt right[12], left[12];
    struct knot knots[32];
    int n = side_points(b, 1, right);
    side_points(b, -1, left);
    for (int i = 0; i < n; i++) {
        int32_t soft = i == n - 1 ? 250 : i == 0 ? 400 : 1000;
        knots[i] = (struct knot){right[i].x, right[i].y, soft};
        knots[2 * n - 1 - i] = (struct knot){left[i].x, left[i].y, soft};
    }
    /* The neckline dips in front, so that the neck stands in it. */
    struct pt root = v3_project(b->neck);
    int32_t w = PEN_U(34) - pm(PEN_U(6), b->feminine);
    knots[2 * n] = (struct knot){root.x - w, root.y, 1000};
    knots[2 * n + 1] = (struct knot){root.x, root.y + PEN_U(30), 1000};
    knots[2 * n + 2] = (struct knot){root.x + w, root.y, 1000};
    shape_closed(pen, knots, 2 * n + 3);
}

/* The chest's own roundness: a breast's or a belly's shadow, the hollow between. */
static void draw_form(struct pen *pen, const struct body *b)
{
    pen_rgba shadow = colour_alpha(tone(b, b->who->outer, -120), 420);
    int away = -key_side(b);
    struct pt flank = body_front(b, away * 960, PEN_U(180));
    soft_spot(pen, flank, PEN_U(46), PEN_U(170), shadow);
    if (b->feminine > 500 && b->young < 800) {
        for (int side = -1; side <= 1; side += 2) {
            struct pt breast = body_front(b, side * 470, PEN_U(104) + b->lift);
            soft_spot(pen, pt_add(breast, side * PEN_U(4), PEN_U(20)), PEN_U(44), PEN_U(20), colour_alpha(shadow, 620));
        }
    }
    if (b->heavy > 150)
        soft_spot(pen, body_front(b, 0, PEN_U(292)), PEN_U(100), PEN_U(24), colour_alpha(shadow, 700));
}

/* From the armpits toward the chest; deeper as shoulders rise and arms work. */
static void draw_armpit_folds(struct pen *pen, const struct body *b)
{
    int32_t strength = 280 + b->pose->shoulder_up * 200 / PEN_U(36);
    pen_rgba dark = colour_alpha(tone(b, b->who->outer, -180), strength);
    for (int side = -1; side <= 1; side += 2) {
        struct pt pit = body_front(b, side * 930, PEN_U(92) + b->lift);
        struct pt up = pt_add(b->arm[side < 0 ? ARM_LEFT : ARM_RIGHT].s, -side * PEN_U(20), PEN_U(4));
        fold(pen, pit, up, side * PEN_U(5), PEN_U(5), dark);
        fold(pen, pt_add(pit, -side * PEN_U(2), PEN_U(4)), body_front(b, side * 560, PEN_U(70) + b->lift),
             side * PEN_U(-5), PEN_U(5), colour_alpha(dark, 700));
        fold(pen, pt_add(pit, side * PEN_U(1), PEN_U(10)), body_front(b, side * 640, PEN_U(134) + b->lift),
             side * PEN_U(5), PEN_U(5), colour_alpha(dark, 520));
    }
}

/* Cloth gathers at the waist when the trunk slumps or turns. */
static void draw_waist_folds(struct pen *pen, const struct body *b)
{
    int32_t slack = 300 + b->pose->slump * 300 / PEN_U(26) + b->pose->sit / 4;
    pen_rgba dark = colour_alpha(tone(b, b->who->outer, -160), slack);
    for (int side = -1; side <= 1; side += 2) {
        for (int i = 0; i < 3; i++) {
            int32_t y = PEN_U(206 + i * 27);
            fold(pen, body_front(b, side * 985, y), body_front(b, side * (620 - i * 60), y + PEN_U(15 - i * 9)),
                 side * PEN_U(7 - i * 3), PEN_U(6 - i), colour_alpha(dark, 1000 - i * 150));
        }
    }
}

/* Drops stand on soaked cloth and run down it. */
static void draw_wet(struct pen *pen, const struct body *b)
{
    static const int16_t at[14][3] = {{-760, 30, 14},  {-520, 64, 20},  {-820, 120, 16}, {-640, 178, 24},
                                      {-880, 232, 18}, {-420, 262, 20}, {-700, 290, 14}, {720, 36, 18},
                                      {540, 88, 14},   {860, 140, 22},  {640, 206, 16},  {820, 262, 20},
                                      {460, 280, 16},  {900, 80, 12}};
    int32_t wet = b->who->wet;
    if (wet < 200)
        return;
    pen_rgba glint = colour_alpha(tone(b, colour_mix(b->who->outer, 0xffffffff, 600), 1300), wet * 4 / 10);
    for (int i = 0; i < 14; i++) {
        struct pt drop = body_front(b, at[i][0], PEN_U(at[i][1]) + b->lift);
        fold(pen, drop, pt_add(drop, at[i][0] / 12, PEN_U(at[i][2])), 100, 420, glint);
        shape_oval(pen, pt_add(drop, at[i][0] / 12, PEN_U(at[i][2])), 330, 460);
        pen_fill_colour(pen, glint);
    }
}

void torso_draw(struct pen *pen, const struct body *b)
{
    struct pen_paint paint = cloth_paint(b, b->who->outer);
    torso_path(pen, b);
    pen_fill(pen, &paint);
    pen_save(pen);
    torso_path(pen, b);
    pen_clip(pen);
    draw_form(pen, b);
    draw_waist_folds(pen, b);
    dress_draw(pen, b);
    draw_armpit_folds(pen, b);
    draw_wet(pen, b);
    pen_restore(pen);
}
