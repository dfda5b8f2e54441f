/* place_shelter.c - the front desk of a night shelter: brick, a lamp, keys on hooks, coats, an urn,
 * and rain on the one window. */
#include "brush.h"
#include "scenery.h"

static void bricks(struct pen *pen)
{
    sc_fade_right(pen, SCENE_LEFT, 0, SCENE_WIDE, 570, 0x4c3c36ff, 0x8c6548ff);
    for (int row = 0; row < 24; row++)
        for (int i = 0; i < 36; i++) {
            int32_t x = SCENE_LEFT + i * 56 - (row & 1) * 28, y = row * 24;
            int32_t vary = sc_pick(81, row * 40 + i, 100);
            sc_box(pen, x + 1, y + 1, 53, 21, colour_alpha(vary > 50 ? 0xc08a66ff : 0x2a1c18ff, 30 + vary));
        }
    sc_fade_down(pen, SCENE_LEFT, 360, SCENE_WIDE, 210, 0x5d6a5cff, 0x434e45ff);
    sc_box(pen, SCENE_LEFT, 356, SCENE_WIDE, 7, 0x8a937cff);
    sc_fade_down(pen, SCENE_LEFT, 566, SCENE_WIDE, 154, 0x6a4d38ff, 0x2c2019ff);
    for (int i = 0; i < 22; i++)
        sc_line(pen, 500 + (i - 10) * 66, 568, 500 + (i - 10) * 160, 720, 8, 0x1c120c60);
}

static void window(struct pen *pen)
{
    sc_box(pen, -30, 70, 220, 220, 0x2c241eff);
    sc_fade_down(pen, -20, 80, 200, 200, 0x16222eff, 0x30404cff);
    sc_glow(pen, 60, 230, 60, 44, 0xf2b86070);
    sc_glow(pen, 140, 200, 30, 30, 0xe0604850);
    for (int i = 0; i < 60; i++) {
        int32_t x = -18 + sc_pick(82, i, 196), y = 82 + sc_pick(83, i, 190);
        sc_line(pen, x, y, x + 1, y + 4 + sc_pick(84, i, 18), 9, 0xb4c8d858);
    }
    sc_box(pen, 76, 80, 8, 200, 0x2c241eff);
    sc_box(pen, -20, 172, 200, 7, 0x2c241eff);
    sc_box(pen, -40, 288, 240, 12, 0x6b5844ff);
}

static void coats(struct pen *pen)
{
    static const pen_rgba colours[5] = {0x5a3f38ff, 0x3c4a5aff, 0x6b6a3eff, 0x2f2f36ff, 0x7a4a38ff};
    sc_box(pen, 500, 132, 250, 12, 0x7a5638ff);
    for (int i = 0; i < 5; i++) {
        int32_t x = 520 + i * 48, low = 300 + sc_pick(85, i, 60);
        struct pt coat[9] = {
            {PEN_U(x), PEN_U(146)},      {PEN_U(x + 24), PEN_U(166)},    {PEN_U(x + 30), PEN_U(230)},
            {PEN_U(x + 34), PEN_U(low)}, {PEN_U(x + 4), PEN_U(low + 8)}, {PEN_U(x - 30), PEN_U(low - 3)},
            {PEN_U(x - 28), PEN_U(228)}, {PEN_U(x - 22), PEN_U(168)},    {PEN_U(x - 4), PEN_U(148)}};
        struct pen_paint paint = paint_linear((struct pt){PEN_U(x - 28), 0}, colour_mix(colours[i], 0x000000ff, 420),
                                              (struct pt){PEN_U(x + 30), 0}, colour_mix(colours[i], 0xffc890ff, 160));
        smooth(pen, coat, 9);
        pen_fill(pen, &paint);
        fold(pen, coat[8], (struct pt){PEN_U(x - 2), PEN_U(low)}, PEN_U(3), PEN_U(3), 0x00000060);
        fold(pen, (struct pt){PEN_U(x + 20), PEN_U(178)}, (struct pt){PEN_U(x + 16), PEN_U(low - 20)}, PEN_U(-3),
             PEN_U(6), 0x00000050);
        fold(pen, (struct pt){PEN_U(x - 18), PEN_U(176)}, (struct pt){PEN_U(x - 16), PEN_U(low - 34)}, PEN_U(3),
             PEN_U(5), 0x00000044);
        sc_oval(pen, x, 146, 4, 4, 0xc8a878ff);
    }
}

static void shelves(struct pen *pen)
{
    sc_box(pen, 1010, 90, 420, 300, 0x4a3526ff);
    for (int row = 0; row < 3; row++) {
        sc_fade_down(pen, 1018, 98 + row * 98, 404, 84, 0x2a1c14ff, 0x3a2a1eff);
        for (int i = 0; i < 6; i++) {
            static const pen_rgba stuff[6] = {0x8c9aa0ff, 0xb87a50ff, 0x6d7f5cff, 0xd8c8a8ff, 0x7a5a6aff, 0x50687aff};
            int32_t x = 1026 + i * 66, h = 34 + sc_pick(86, row * 9 + i, 36), w = 40 + sc_pick(87, row * 7 + i, 20);
            pen_rgba c = stuff[(row * 5 + i * 2) % 6];
            sc_round(pen, x, 182 + row * 98 - h, w, h, row == 1 ? 12 : 5, colour_mix(c, 0x20140cff, 300));
            sc_fade_right(pen, x + 4, 186 + row * 98 - h, w / 3, h - 8, 0xffffff30, 0xffffff00);
        }
        sc_box(pen, 1012, 182 + row * 98, 416, 9, 0x8a6442ff);
    }
}

static void key_board(struct pen *pen)
{
    sc_round(pen, 806, 120, 150, 160, 5, 0x8e6a44ff);
    sc_round(pen, 812, 126, 138, 148, 4, 0x6e4e30ff);
    for (int i = 0; i < 12; i++) {
        int32_t x = 832 + i % 4 * 32, y = 144 + i / 4 * 46;
        sc_oval(pen, x, y, 3, 3, 0xe8cf98ff);
        if (sc_pick(88, i, 4)) {
            sc_line(pen, x, y + 3, x, y + 26, 26, 0xc8b068ff);
            sc_oval(pen, x, y + 26, 5, 5, 0xb0603fff);
        }
    }
}

static void desk_lamp(struct pen *pen)
{
    sc_glow(pen, 1000, 470, 560, 420, 0xf8c07048);
    sc_glow(pen, 980, 520, 230, 120, 0xffd89070);
    sc_line(pen, 1060, 556, 1040, 440, 50, 0x20242aff);
    sc_line(pen, 1040, 440, 990, 404, 50, 0x20242aff);
    sc_quad(pen, (const int16_t[]){970, 392, 1012, 408, 1000, 446, 934, 424}, 0x2f5f50ff, 0x1c3c34ff);
    sc_quad(pen, (const int16_t[]){936, 424, 1000, 446, 998, 450, 936, 430}, 0xffe8b0ff, 0xffdc90ff);
    sc_oval(pen, 1062, 558, 32, 8, 0x20242aff);
}

static void desk(struct pen *pen)
{
    sc_quad(pen, (const int16_t[]){640, 556, 1760, 540, 1760, 584, 610, 600}, 0xb07c4cff, 0x8a5c34ff);
    sc_quad(pen, (const int16_t[]){610, 600, 1760, 584, 1760, 720, 620, 720}, 0x6e4a2cff, 0x38241aff);
    for (int i = 0; i < 6; i++)
        sc_line(pen, 700 + i * 190, 600, 706 + i * 190, 720, 12, 0x2a180e80);
    sc_line(pen, 614, 600, 1760, 584, 20, 0xe8b87860);
    desk_lamp(pen);
    sc_quad(pen, (const int16_t[]){790, 562, 900, 560, 916, 584, 776, 588}, 0xf4ecd8ff, 0xd8ccb0ff);
    for (int i = 0; i < 4; i++)
        sc_line(pen, 800, 567 + i * 5, 886 + i * 3, 566 + i * 5, 9, 0x8a8070a0);
    sc_line(pen, 880, 586, 930, 570, 30, 0x3c5f8cff);
    sc_round(pen, 712, 540, 30, 34, 5, 0xd8dcd8ff);
    sc_oval(pen, 727, 541, 14, 4, 0x5a3a26ff);
    sc_round(pen, 1210, 470, 84, 84, 12, 0xaab2b4ff);
    sc_fade_right(pen, 1214, 476, 26, 74, 0xffffff90, 0xffffff00);
    sc_round(pen, 1206, 460, 92, 16, 7, 0x7c868aff);
    sc_box(pen, 1246, 530, 12, 14, 0x20242aff);
}

static void back(struct pen *pen)
{
    bricks(pen);
    window(pen);
    coats(pen);
    key_board(pen);
    shelves(pen);
    sc_grain(pen, 15, 120, SCENE_LEFT, 0, SCENE_WIDE, 560, 0xffc890ff, 0x0c0806ff, 44);
    sc_round(pen, 250, 470, 160, 96, 18, 0x3f4a3cff);
    sc_round(pen, 262, 446, 136, 40, 18, 0x525e4aff);
    sc_line(pen, 262, 500, 400, 500, 20, 0x1c241c80);
    desk(pen);
    sc_fade_right(pen, SCENE_LEFT, 0, 760, 720, 0x0c0c1480, 0x0c0c1400);
    sc_vignette(pen, 620);
}

static struct light light(const struct place_view *view)
{
    (void)view;
    return (struct light){
        .lit = {1040, 930, 800},
        .shade = {370, 330, 350},
        .key_x = 700,
        .key_y = -320,
        .rim = 0x9fb8d8a8,
        .rim_side = -1,
        .ground = 0x10080470,
    };
}

const struct place_painter painter_shelter = {"shelter-desk", back, NULL, NULL, NULL, light, STANCE_STAND};
