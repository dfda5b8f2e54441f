/* place_stairwell.c - a landing in a block of flats: concrete, two doors, letter boxes, stairs going
 * up into the dark, and a tube that does not burn steadily. */
#include "scenery.h"

static void walls(struct pen *pen)
{
    sc_fade_right(pen, SCENE_LEFT, 0, SCENE_WIDE, 580, 0x5f6a5cff, 0x8a9078ff);
    sc_fade_down(pen, SCENE_LEFT, 0, SCENE_WIDE, 580, 0x161c1850, 0x161c1800);
    sc_fade_down(pen, SCENE_LEFT, 330, SCENE_WIDE, 250, 0x4a5f58ff, 0x3a4c48ff);
    sc_box(pen, SCENE_LEFT, 324, SCENE_WIDE, 7, 0x2c3a36ff);
    sc_fade_down(pen, SCENE_LEFT, 574, SCENE_WIDE, 146, 0x6a6c62ff, 0x34362fff);
    sc_box(pen, SCENE_LEFT, 568, SCENE_WIDE, 8, 0x2a322eff);
}

static void door(struct pen *pen, int32_t x, pen_rgba colour, int number)
{
    sc_box(pen, x - 12, 108, 194, 464, 0x2a2f2aff);
    sc_fade_right(pen, x, 118, 170, 454, colour_mix(colour, 0x000000ff, 260), colour);
    for (int i = 0; i < 2; i++) {
        sc_round(pen, x + 22, 150 + i * 212, 126, 178, 4, colour_mix(colour, 0x000000ff, 330));
        sc_round(pen, x + 26, 155 + i * 212, 120, 172, 4, colour_mix(colour, 0xffffff00, 60) | 255u);
    }
    sc_oval(pen, x + 85, 196, 6, 6, 0x20201cff);
    sc_oval(pen, x + 85, 195, 3, 3, 0xd8c890ff);
    sc_round(pen, x + 54, 340, 62, 12, 3, 0xc8b478ff);
    sc_oval(pen, x + 152, 356, 9, 9, 0xd0bc84ff);
    for (int i = 0; i < number; i++)
        sc_box(pen, x + 74 + i * 10, 132, 6, 12, 0xe8dcb0ff);
    sc_round(pen, x + 8, 566, 154, 12, 4, 0x5a4638ff);
}

static void letter_boxes(struct pen *pen)
{
    sc_box(pen, 664, 170, 168, 136, 0x3c443eff);
    for (int i = 0; i < 12; i++) {
        int32_t x = 670 + i % 4 * 40, y = 176 + i / 4 * 43;
        sc_fade_down(pen, x, y, 36, 38, 0xa4aca0ff, 0x747e74ff);
        sc_box(pen, x + 6, y + 7, 24, 4, 0x20241fff);
        sc_oval(pen, x + 18, y + 26, 3, 3, 0x2c312cff);
        if (sc_pick(91, i, 4) == 0)
            sc_quad(pen,
                    (const int16_t[]){(int16_t)(x + 8), (int16_t)(y + 2), (int16_t)(x + 28), (int16_t)(y - 5),
                                      (int16_t)(x + 30), (int16_t)(y + 9), (int16_t)(x + 8), (int16_t)(y + 10)},
                    0xf4f0e4ff, 0xd8d2c0ff);
    }
}

static void glass_blocks(struct pen *pen)
{
    for (int row = 0; row < 7; row++)
        for (int i = 0; i < 3; i++) {
            int32_t x = -36 + i * 46, y = 40 + row * 46;
            sc_fade_down(pen, x, y, 42, 42, 0x8fb0a8ff, 0x5c7f7cff);
            sc_round(pen, x + 6, y + 6, 26, 26, 7, 0xb4d0c660);
            sc_line(pen, x + 8, y + 34, x + 34, y + 9, 20, 0xe6f4ec40);
        }
    sc_glow(pen, 30, 190, 190, 240, 0xa8d0c440);
    sc_quad(pen, (const int16_t[]){-30, 576, 100, 576, 300, 720, 20, 720}, 0xb8dcd030, 0xb8dcd000);
}

/* Steps climb to the right, away from the landing. */
static void stairs(struct pen *pen)
{
    sc_quad(pen, (const int16_t[]){1130, 572, 1760, 60, 1760, 720, 1130, 720}, 0x3c403aff, 0x22251fff);
    for (int i = 0; i < 12; i++) {
        int32_t x = 1110 + i * 54, y = 560 - i * 44;
        sc_fade_down(pen, x, y, 700, 14, 0xa2a492ff, 0x7b7e6eff);
        sc_fade_right(pen, x, y + 14, 700, 34, 0x53564aff, 0x2c2f28ff);
        sc_line(pen, x, y + 1, x + 700, y + 1, 16, 0xd6d6c070);
    }
}

static void banister(struct pen *pen)
{
    for (int i = 0; i < 13; i++)
        sc_line(pen, 1086 + i * 54, 330 - i * 44, 1086 + i * 54, 580 - i * 44, 34, 0x1c211dff);
    for (int i = 0; i < 13; i++)
        sc_line(pen, 1085 + i * 54, 330 - i * 44, 1085 + i * 54, 580 - i * 44, 8, 0x7c8a7cb0);
    sc_line(pen, 1064, 344, 1760, -220, 150, 0x5a3420ff);
    sc_line(pen, 1064, 339, 1760, -225, 36, 0xb87848ff);
    sc_line(pen, 1070, 330, 1070, 580, 120, 0x2a2f2aff);
    sc_oval(pen, 1070, 324, 14, 14, 0x7a4a2cff);
}

static void scrawl(struct pen *pen)
{
    static const int16_t line[9][2] = {{438, 420}, {462, 396}, {470, 440}, {492, 400}, {506, 436},
                                       {524, 404}, {548, 420}, {530, 446}, {566, 428}};
    struct pt p[9];
    for (int i = 0; i < 9; i++)
        p[i] = (struct pt){line[i][0] * 256, line[i][1] * 256};
    struct knot knots[9];
    for (int i = 0; i < 9; i++)
        knots[i] = (struct knot){p[i].x, p[i].y, 1000};
    shape_open(pen, knots, 9);
    pen_stroke_colour(pen, PEN_U(5), 0xb8463aa0);
}

static void back(struct pen *pen)
{
    walls(pen);
    sc_grain(pen, 17, 200, SCENE_LEFT, 0, SCENE_WIDE, 570, 0xd0d4b8ff, 0x0c120eff, 46);
    glass_blocks(pen);
    door(pen, 196, 0x6d3f34ff, 2);
    scrawl(pen);
    letter_boxes(pen);
    door(pen, 860, 0x3f5a68ff, 3);
    stairs(pen);
    banister(pen);
    sc_box(pen, 470, 20, 230, 12, 0x30362fff);
    sc_round(pen, 480, 30, 210, 9, 4, 0xf6ffe8ff);
    for (int i = 0; i < 40; i++) /* cracks and stains on the floor */
        sc_glow(pen, SCENE_LEFT + sc_pick(92, i, SCENE_WIDE), 590 + sc_pick(93, i, 120), 20 + sc_pick(94, i, 60), 5,
                i % 2 ? 0x14181440 : 0xc8ccb828);
    sc_vignette(pen, 640);
}

/* Mostly steady; now and then it stumbles for a tenth of a second. */
static int32_t tube(const struct place_view *view)
{
    if (view->still)
        return 1000;
    uint32_t beat = view->ms / 90;
    return sc_pick(95, (int)(beat / 30), 3) == 0 && sc_pick(96, (int)beat, 4) == 0 ? 620 : 1000;
}

static void back_live(struct pen *pen, const struct place_view *view)
{
    int32_t on = tube(view);
    sc_glow(pen, 585, 40, 520, 330, colour_alpha(0xe6ffd050, on));
    sc_glow(pen, 585, 36, 180, 70, colour_alpha(0xf8ffe890, on));
}

static struct light light(const struct place_view *view)
{
    int32_t on = tube(view);
    return (struct light){
        .lit = {pm(940, on), pm(1000, on), pm(880, on)},
        .shade = {370, 420, 390},
        .key_x = 420,
        .key_y = -800,
        .rim = 0xb8e0d0a0,
        .rim_side = -1,
        .ground = 0x080c0a80,
    };
}

const struct place_painter painter_stairwell = {"stairwell", back, back_live, NULL, NULL, light, STANCE_STAND};
