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

/* Steps climb to the right behind their string board; under them it is dark. */
static void stairs(struct pen *pen)
{
    sc_fade_right(pen, 1042, 0, 718, 574, 0x10141200, 0x101412c0);
    sc_quad(pen, (const int16_t[]){1090, 640, 1760, 94, 1760, 720, 1090, 720}, 0x4b5048ff, 0x1d211cff);
    for (int i = 12; i >= 0; i--) {
        int32_t x = 1096 + i * 54, y = 584 - i * 44;
        sc_fade_right(pen, x + 10, y, 600, 58, 0x666a5cff, 0x33372fff);
        sc_fade_right(pen, x, y - 4, 600, 12, 0xb0b29eff, 0x6c7062ff);
        sc_box(pen, x, y - 4, 600, 2, 0xdcdccc90);
        sc_fade_down(pen, x + 10, y + 8, 600, 10, 0x10140f90, 0x10140f00);
    }
    sc_quad(pen, (const int16_t[]){1088, 642, 1760, 94, 1760, 720, 1088, 720}, 0x4a5349ff, 0x2a302aff);
    sc_quad(pen, (const int16_t[]){1080, 646, 1760, 92, 1760, 128, 1080, 682}, 0x7a7462ff, 0x4e4a3eff);
    sc_box(pen, 1080, 646, 14, 60, 0x4a463aff);
    for (int i = 0; i < 5; i++) /* boarded up below */
        sc_line(pen, 1150 + i * 58, 640 - i * 47, 1150 + i * 58, 720, 14, 0x161a16a0);
    sc_fade_down(pen, 1088, 560, 672, 160, 0x080b0800, 0x080b08c0);
    sc_glow(pen, 1100, 706, 150, 22, 0x080b08a0);
}

/* Slabs that run back to the wall, a worn path between the doors, the tube's light on it. */
static void floor_slabs(struct pen *pen)
{
    for (int i = 0; i < 15; i++)
        sc_line(pen, 585 + (i - 7) * 130, 576, 585 + (i - 7) * 250, 720, 12, 0x1a1e1a70);
    sc_line(pen, SCENE_LEFT, 604, SCENE_RIGHT, 604, 10, 0x1a1e1a60);
    sc_line(pen, SCENE_LEFT, 652, SCENE_RIGHT, 652, 14, 0x1a1e1a60);
    sc_glow(pen, 585, 640, 520, 70, 0xdcecc050);
    sc_glow(pen, 281, 586, 120, 16, 0x0c100c90);
    sc_glow(pen, 945, 586, 120, 16, 0x0c100c90);
    for (int i = 0; i < 40; i++) /* cracks and stains */
        sc_glow(pen, SCENE_LEFT + sc_pick(92, i, SCENE_WIDE), 590 + sc_pick(93, i, 120), 20 + sc_pick(94, i, 60), 5,
                i % 2 ? 0x14181440 : 0xc8ccb828);
}

static void wheel(struct pen *pen, int32_t x, int32_t y, int32_t r)
{
    sc_oval(pen, x, y, r, r, 0x1a1d1cff);
    sc_oval(pen, x, y, r - 4, r - 4, 0x39423eff);
    sc_oval(pen, x, y, 3, 3, 0x8b948cff);
}

/* Its handle to the stairs, its hood up, nobody in it. */
static void pushchair(struct pen *pen)
{
    sc_glow(pen, 664, 582, 78, 9, 0x0c100ca0);
    sc_line(pen, 700, 558, 640, 492, 44, 0x242a2cff);
    sc_line(pen, 622, 562, 724, 424, 48, 0x2e3538ff);
    sc_line(pen, 724, 424, 742, 416, 78, 0x16191aff);
    sc_quad(pen, (const int16_t[8]){628, 496, 640, 520, 694, 520, 712, 440}, 0x3a1e1cff, 0x5a302bff);
    sc_quad(pen, (const int16_t[8]){636, 500, 646, 520, 698, 520, 690, 500}, 0x7a423aff, 0x5a302bff);
    sc_quad(pen, (const int16_t[8]){652, 446, 662, 408, 704, 398, 716, 446}, 0x84493fff, 0x5a302bff);
    sc_line(pen, 680, 404, 684, 446, 14, 0x4a2623ff);
    sc_line(pen, 652, 446, 716, 446, 24, 0x4a2623ff);
    sc_line(pen, 616, 528, 640, 500, 36, 0x2e3538ff);
    wheel(pen, 700, 558, 20);
    wheel(pen, 622, 564, 14);
}

/* A pipe that has always dripped, and somebody's pushchair. */
static void left_there(struct pen *pen)
{
    sc_fade_right(pen, 404, 0, 14, 574, 0x7b8474ff, 0x3c443cff);
    sc_box(pen, 400, 96, 22, 8, 0x555d53ff);
    sc_box(pen, 400, 420, 22, 8, 0x555d53ff);
    sc_fade_down(pen, 398, 428, 26, 140, 0x5a3c2450, 0x5a3c2400);
    pushchair(pen);
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
    floor_slabs(pen);
    glass_blocks(pen);
    door(pen, 196, 0x6d3f34ff, 2);
    scrawl(pen);
    letter_boxes(pen);
    left_there(pen);
    door(pen, 860, 0x3f5a68ff, 3);
    stairs(pen);
    banister(pen);
    sc_box(pen, 470, 20, 230, 12, 0x30362fff);
    sc_round(pen, 480, 30, 210, 9, 4, 0xf6ffe8ff);
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
