/* face.c - the nose, the cheeks' colour, the folds that age and feeling draw; sweat, tears, rain. */
#include "parts.h"

#include "fix.h"

static int32_t nose_len(const struct body *b)
{
    return (b->who->nose_length - 500) * 8 / 500 - pm(5, b->young) + pm(2, b->old);
}

static int32_t nose_half(const struct body *b)
{
    return 15 + (b->who->nose_width - 500) * 5 / 500 - pm(2, b->feminine) - pm(1, b->young) +
           b->pose->nostril * 2 / 1000;
}

static void nose_side(struct pen *pen, const struct body *b)
{
    int away = -key_side(b);
    int32_t n = nose_half(b), tip = 36 + nose_len(b);
    struct pt shape[7] = {head_pt(b, away * 7, -12, 68),     head_pt(b, away * 4, 8, 78),
                          head_pt(b, away * 3, tip - 8, 92), head_pt(b, away * 5, tip + 5, 90),
                          head_pt(b, away * n, tip + 5, 70), head_pt(b, away * (n - 2), tip - 6, 70),
                          head_pt(b, away * 13, 2, 62)};
    struct pen_paint paint =
        paint_linear(shape[2], colour_alpha(skin_deep(b, 300), 380), shape[4], colour_alpha(skin_deep(b, 100), 700));
    smooth(pen, shape, 7);
    pen_fill(pen, &paint);
}

static void nose_base(struct pen *pen, const struct body *b)
{
    int32_t n = nose_half(b), tip = 36 + nose_len(b);
    pen_rgba deep = skin_deep(b, -60);
    soft_spot(pen, head_pt(b, -key_side(b) * 3, tip + 13, 72), PEN_U(19), PEN_U(8), colour_alpha(deep, 520));
    for (int side = -1; side <= 1; side += 2) {
        int32_t flare = b->pose->nostril * 2 / 1000;
        struct pt hole[5] = {head_pt(b, side * 4, tip + 6, 84), head_pt(b, side * (8 + flare), tip + 3, 82),
                             head_pt(b, side * (n - 3), tip + 6, 76),
                             head_pt(b, side * (9 + flare), tip + 9 + flare, 78), head_pt(b, side * 5, tip + 8, 82)};
        smooth(pen, hole, 5);
        pen_fill_colour(pen, colour_alpha(tone(b, colour_mix(b->who->skin, 0x2a0a08ff, 780), 200), 880));
        fold(pen, head_pt(b, side * (n - 3), tip - 9, 74), head_pt(b, side * (n - 2), tip + 8, 72), side * PEN_U(-5),
             PEN_U(3), colour_alpha(deep, 620));
    }
}

static void nose_light(struct pen *pen, const struct body *b)
{
    int lit = key_side(b);
    int32_t tip = 36 + nose_len(b);
    pen_rgba bright = skin_tone(b, 1350);
    fold(pen, head_pt(b, lit * 1, -6, 70), head_pt(b, lit * 2, tip - 6, 92), PEN_U(1), PEN_U(7),
         colour_alpha(bright, 330));
    soft_spot(pen, head_pt(b, lit * 4, tip - 2, 94), PEN_U(8), PEN_U(6), colour_alpha(bright, 560));
    soft_spot(pen, head_pt(b, 0, tip, 92), PEN_U(15), PEN_U(12),
              colour_alpha(tone(b, 0xd0503cff, 800), 60 + b->pose->flush * 3 / 10));
}

static void cheeks_draw(struct pen *pen, const struct body *b)
{
    int32_t flush = b->pose->flush;
    int32_t dark = 1000 - (int32_t)((b->who->skin >> 24) & 255u) * 1000 / 255;
    pen_rgba red = tone(b, colour_mix(0xd8402cff, 0x9c2018ff, dark * 2), 760);
    for (int side = -1; side <= 1; side += 2) {
        soft_spot(pen, head_on(b, side * 41, 32, 0), PEN_U(44), PEN_U(36), colour_alpha(red, 60 + flush * 30 / 100));
        if (flush > 500)
            soft_spot(pen, head_on(b, side * 26, -52, 0), PEN_U(30), PEN_U(22),
                      colour_alpha(red, (flush - 500) * 4 / 10));
    }
    soft_spot(pen, head_on(b, 0, 22, 0), PEN_U(40), PEN_U(24), colour_alpha(red, flush * 20 / 100));
    if (b->pose->pallor > 150)
        soft_spot(pen, head_on(b, 0, 20, 0), PEN_U(70), PEN_U(80),
                  colour_alpha(tone(b, 0xaab4b8ff, 800), b->pose->pallor / 5));
}

/* Across the brow: drawn by age, deepened by raising. */
static void forehead_lines(struct pen *pen, const struct body *b)
{
    int32_t strength = clamp32(b->pose->forehead / 2 + b->old * 5 / 10 - b->young / 3, 0, 900);
    pen_rgba line = colour_alpha(skin_deep(b, 260), strength);
    int32_t lift = b->pose->brow_inner * 3 / 1000;
    for (int i = 0; i < 3; i++) {
        int32_t y = -48 - i * 9 - lift, half = 34 - i * 4;
        fold(pen, head_on(b, -half, y + 2, 0), head_on(b, -2, y - 1 - lift, 0), PEN_U(3), PEN_U(2) + 60, line);
        fold(pen, head_on(b, half, y + 2, 0), head_on(b, 3, y - lift, 0), PEN_U(-3), PEN_U(2), line);
    }
}

static void knit_lines(struct pen *pen, const struct body *b)
{
    pen_rgba line = colour_alpha(skin_deep(b, 120), b->pose->knit * 7 / 10 + b->old / 6);
    int32_t up = b->pose->brow_inner * 5 / 1000;
    fold(pen, head_on(b, -6, -36 - up, 1), head_on(b, -7, -16 - up / 2, 1), PEN_U(2), PEN_U(3), line);
    fold(pen, head_on(b, 6, -38 - up, 1), head_on(b, 7, -17 - up / 2, 1), PEN_U(-2), PEN_U(3), line);
    if (b->pose->nose_wrinkle > 100) {
        pen_rgba wrinkle = colour_alpha(skin_deep(b, 160), b->pose->nose_wrinkle * 6 / 10);
        for (int side = -1; side <= 1; side += 2)
            for (int i = 0; i < 2; i++)
                fold(pen, head_pt(b, side * 3, -4 + i * 7, 76), head_pt(b, side * 11, -8 + i * 8, 68), side * PEN_U(1),
                     PEN_U(2), wrinkle);
    }
}

/* From the wing of the nose round the mouth: pulled by a snarl, a sob, and the years. */
static void cheek_folds(struct pen *pen, const struct body *b)
{
    int32_t pull = b->pose->teeth / 2 + b->pose->stretch / 3 + b->pose->clench / 6 +
                   (b->pose->corner < 0 ? -b->pose->corner / 3 : 0);
    int32_t strength = clamp32(110 + pull + b->old * 5 / 10 - b->young / 8, 0, 820);
    strength = pm(strength, 660 + b->old * 34 / 100 - b->young / 6);
    pen_rgba line = colour_alpha(skin_deep(b, 160), strength);
    int32_t wide = b->pose->stretch * 5 / 1000;
    for (int side = -1; side <= 1; side += 2) {
        fold(pen, head_on(b, side * 18, 36, 1), head_on(b, side * (35 + wide), 64 + b->pose->mouth_open * 8 / 1000, 1),
             side * PEN_U(6), PEN_U(4), line);
        if (b->old > 200 || b->pose->corner < -350)
            fold(pen, head_on(b, side * (30 + wide), 68, 1), head_on(b, side * 29, 84, 1), side * PEN_U(3), PEN_U(3),
                 colour_alpha(line, 400 + b->old / 2));
        if (b->old > 400)
            for (int i = -1; i <= 1; i++)
                fold(pen, head_on(b, side * 52, 1 + i * 3, 0), head_on(b, side * 62, i * 8 + 1, 0), side * PEN_U(i),
                     PEN_U(2), colour_alpha(skin_deep(b, 200), b->old * 5 / 10));
        if (b->pose->clench > 300)
            soft_spot(pen, head_on(b, side * 54, 60, 0), PEN_U(9), PEN_U(16),
                      colour_alpha(skin_deep(b, 60), b->pose->clench / 3));
    }
}

/* A vein at the temple, from the brow up into the hair. */
static void temple_vein(struct pen *pen, const struct body *b)
{
    if (b->pose->vein < 200)
        return;
    int side = key_side(b);
    pen_rgba line = colour_alpha(skin_deep(b, 420), (b->pose->vein - 200) * 6 / 10);
    fold(pen, head_on(b, side * 48, -34, 0), head_on(b, side * 43, -54, 0), side * PEN_U(4), PEN_U(3), line);
    fold(pen, head_on(b, side * 43, -53, 0), head_on(b, side * 50, -72, 0), side * PEN_U(-3), PEN_U(3), line);
}

static void chin_draw(struct pen *pen, const struct body *b)
{
    int32_t drop = b->pose->mouth_open * 15 / 1000;
    soft_spot(pen, head_on(b, 0, 72 + drop, 2), PEN_U(16), PEN_U(6), colour_alpha(skin_deep(b, 60), 440));
    if (b->pose->press > 300 || b->pose->corner < -400)
        for (int i = -1; i <= 1; i++)
            soft_spot(pen, head_on(b, i * 9, 82 + drop, 2), PEN_U(4), PEN_U(3), colour_alpha(skin_deep(b, 120), 240));
}

void face_draw(struct pen *pen, const struct body *b)
{
    cheeks_draw(pen, b);
    forehead_lines(pen, b);
    knit_lines(pen, b);
    temple_vein(pen, b);
    cheek_folds(pen, b);
    chin_draw(pen, b);
}

/* Turned away, the nose stands out beyond the cheek: its own outline, under the planes. */
static void nose_outline(struct pen *pen, const struct body *b)
{
    int far = b->yaw > 0 ? 1 : -1;
    int32_t tip = 36 + nose_len(b);
    int32_t lit = far == key_side(b) ? 980 : 560;
    struct pt shape[8] = {head_pt(b, -far * 9, -14, 64), head_pt(b, 0, -12, 68),        head_pt(b, 0, 8, 79),
                          head_pt(b, 0, tip - 8, 93),    head_pt(b, 0, tip + 1, 95),    head_pt(b, 0, tip + 9, 84),
                          head_pt(b, 0, tip + 12, 70),   head_pt(b, -far * 12, tip, 66)};
    struct pen_paint paint = paint_linear(shape[7], skin_tone(b, 820), shape[4], skin_tone(b, lit));
    smooth(pen, shape, 8);
    pen_fill(pen, &paint);
}

void nose_draw(struct pen *pen, const struct body *b)
{
    if (b->yaw > TURN_DEG(16) || b->yaw < TURN_DEG(-16))
        nose_outline(pen, b);
    nose_side(pen, b);
    nose_base(pen, b);
    nose_light(pen, b);
}

static void drop_draw(struct pen *pen, const struct body *b, struct pt at, int32_t r, int32_t alpha)
{
    pen_move(pen, pt_add(at, 0, -r * 2));
    pen_curve(pen, pt_add(at, r / 2, -r), pt_add(at, r, -r / 3), pt_add(at, r, r / 4));
    pen_curve(pen, pt_add(at, r, r * 12 / 10), pt_add(at, -r, r * 12 / 10), pt_add(at, -r, r / 4));
    pen_curve(pen, pt_add(at, -r, -r / 3), pt_add(at, -r / 2, -r), pt_add(at, 0, -r * 2));
    pen_close(pen);
    pen_fill_colour(pen, colour_alpha(tone(b, 0xcfe6f2ff, 1100), alpha * 6 / 10));
    shape_oval(pen, pt_add(at, -r / 3, 0), r / 4, r / 2);
    pen_fill_colour(pen, colour_alpha(0xffffffff, alpha * 8 / 10));
}

/* A tear wets the skin more than it shines: a path that swells and thins with the cheek, light only where it is
 * thickest, a bead where it has come to. */
static void tear_draw(struct pen *pen, const struct body *b, int side, int32_t tears)
{
    bool lit = side == key_side(b); /* never both alike */
    int32_t run = pm(lit ? 52 : 34, tears), from = lit ? 25 : 37;
    struct pt lid = head_on(b, side * from, 9, 2), cheek = head_on(b, side * (from + 5), 12 + run / 2, 2),
              end = head_on(b, side * (from + (lit ? 1 : 4)), 12 + run, 2);
    pen_rgba wet = colour_alpha(tone(b, colour_mix(b->who->skin, 0xd8ecf5ff, 620), 1050), tears * 42 / 100);
    pen_rgba shine = colour_alpha(tone(b, 0xffffffff, 1150), tears * (lit ? 62 : 38) / 100);
    fold(pen, lid, cheek, side * -PEN_U(1), PEN_U(4), wet);
    fold(pen, pt_mix(lid, cheek, 720), end, side * -PEN_U(1), PEN_U(5), wet);
    fold(pen, pt_mix(lid, cheek, 860), pt_mix(cheek, end, 820), side * -PEN_U(1), PEN_U(2), shine);
    soft_spot(pen, head_on(b, side * (from - 2), 10, 2), PEN_U(8), PEN_U(3), colour_alpha(shine, 420));
    drop_draw(pen, b, end, PEN_U(lit ? 2 : 1) + 150, tears * (lit ? 80 : 55) / 100);
}

static void tears_draw(struct pen *pen, const struct body *b)
{
    for (int side = -1; side <= 1 && b->pose->tears >= 120; side += 2)
        tear_draw(pen, b, side, b->pose->tears);
}

static void sweat_draw(struct pen *pen, const struct body *b)
{
    static const int16_t places[8][3] = {{-38, -52, 30}, {44, -44, 26}, {-58, -14, 28}, {22, -62, 22},
                                         {-14, -58, 20}, {57, 10, 26},  {-52, 40, 24},  {36, 48, 20}};
    int32_t sweat = b->pose->sweat;
    if (sweat < 200)
        return;
    for (int i = 0; i < 8; i++) {
        int32_t alpha = clamp32((sweat - 150 - i * 80) * 3, 0, 900);
        if (alpha > 40)
            drop_draw(pen, b, head_on(b, places[i][0], places[i][1], 1), PEN_U(places[i][2]) / 15, alpha * 8 / 10);
    }
    soft_spot(pen, head_on(b, key_side(b) * 18, -56, 0), PEN_U(26), PEN_U(12),
              colour_alpha(skin_tone(b, 1700), sweat * 3 / 10));
}

static void rain_draw(struct pen *pen, const struct body *b)
{
    static const int16_t places[9][3] = {{-46, -40, 20}, {30, -58, 22}, {52, -8, 20}, {-60, 12, 22}, {-34, 44, 20},
                                         {40, 52, 22},   {-8, -64, 18}, {14, 88, 20}, {-22, 76, 18}};
    if (b->who->wet < 200)
        return;
    for (int i = 0; i < 9; i++)
        drop_draw(pen, b, head_on(b, places[i][0], places[i][1], 1), PEN_U(places[i][2]) / 12, b->who->wet * 3 / 10);
    soft_spot(pen, head_on(b, key_side(b) * 22, -50, 0), PEN_U(24), PEN_U(14),
              colour_alpha(skin_tone(b, 1700), b->who->wet / 5));
    soft_spot(pen, head_on(b, key_side(b) * 45, 24, 0), PEN_U(12), PEN_U(9),
              colour_alpha(skin_tone(b, 1800), b->who->wet / 4));
}

void face_wet(struct pen *pen, const struct body *b)
{
    rain_draw(pen, b);
    sweat_draw(pen, b);
    tears_draw(pen, b);
}
