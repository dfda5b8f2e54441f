/* place_benefits.c - the public side of a benefits office: counters behind glass, a number that is
 * not yours, leaflets, a queue ribbon. */
#include "scenery.h"

static void room(struct pen *pen)
{
    sc_fade_right(pen, SCENE_LEFT, 0, SCENE_WIDE, 580, 0xb9ae9cff, 0xd3cab8ff);
    sc_fade_down(pen, SCENE_LEFT, 0, SCENE_WIDE, 120, 0x4a443c50, 0x4a443c00);
    sc_quad(pen, (const int16_t[]){-160, 0, 1760, 0, 1760, 46, -160, 46}, 0xd8d2c4ff, 0xc4bcabff);
    for (int i = 0; i < 13; i++)
        sc_line(pen, -200 + i * 170, 0, -150 + i * 158, 46, 9, 0x8a806c60);
    for (int i = 0; i < 5; i++) {
        int16_t x = (int16_t)(-60 + i * 360);
        sc_quad(pen, (const int16_t[]){x, 6, (int16_t)(x + 170), 6, (int16_t)(x + 160), 32, (int16_t)(x + 12), 32},
                0xffffffff, 0xfaf8eeff);
        sc_glow(pen, x + 86, 24, 280, 120, 0xfffcf048);
    }
    sc_fade_down(pen, SCENE_LEFT, 556, SCENE_WIDE, 164, 0x6f7a84ff, 0x3c454eff);
    sc_grain(pen, 23, 260, SCENE_LEFT, 560, SCENE_WIDE, 160, 0xc8d4dcff, 0x14181eff, 38);
    sc_box(pen, SCENE_LEFT, 548, SCENE_WIDE, 9, 0x6f6656ff);
}

static void clerk(struct pen *pen, int32_t x)
{
    sc_oval(pen, x, 258, 26, 31, 0x8c7868ff);
    sc_oval(pen, x, 244, 28, 20, 0x5a4a40ff);
    struct pt p[6] = {{(x - 60) * 256, 372 * 256}, {(x - 52) * 256, 314 * 256}, {(x - 14) * 256, 292 * 256},
                      {(x + 14) * 256, 292 * 256}, {(x + 52) * 256, 314 * 256}, {(x + 60) * 256, 372 * 256}};
    shape_polygon(pen, p, 6);
    pen_fill_colour(pen, 0x6d7880ff);
    sc_round(pen, x + 26, 316, 66, 50, 4, 0x2c3238ff);
}

static void counter(struct pen *pen, int32_t x, int number)
{
    sc_box(pen, x, 120, 296, 256, 0x7a8890ff);
    sc_fade_down(pen, x + 8, 128, 280, 246, 0x9eacb2ff, 0xc2ccccff);
    sc_box(pen, x + 30, 160, 70, 90, 0xb4bebcff);
    sc_box(pen, x + 200, 150, 60, 60, 0xd8d2c2ff);
    if (number != 6)
        clerk(pen, x + 148);
    else
        sc_fade_down(pen, x + 8, 128, 280, 210, 0xd0c8b4ff, 0xb8ae98ff);
    sc_quad(pen,
            (const int16_t[]){(int16_t)(x + 40), 128, (int16_t)(x + 110), 128, (int16_t)(x + 50), 374, (int16_t)(x + 8),
                              374},
            0xffffff44, 0xffffff10);
    sc_quad(pen,
            (const int16_t[]){(int16_t)(x + 180), 128, (int16_t)(x + 200), 128, (int16_t)(x + 130), 374,
                              (int16_t)(x + 112), 374},
            0xffffff38, 0xffffff0c);
    for (int i = 0; i < 9; i++)
        sc_oval(pen, x + 148 + (i % 3 - 1) * 9, 296 + i / 3 * 9, 2, 2, 0x3c484e90);
    sc_round(pen, x + 108, 82, 84, 34, 5, 0x14181cff);
    for (int i = 0; i < number; i++)
        sc_box(pen, x + 122 + i * 9, 90, 5, 18, 0xff5a48ff);
    sc_box(pen, x - 8, 372, 312, 16, 0xd6b684ff);
    sc_box(pen, x - 8, 386, 312, 6, 0x8a6c46ff);
    sc_fade_down(pen, x, 392, 296, 160, 0xa88d68ff, 0x84694aff);
    sc_box(pen, x + 96, 374, 104, 8, 0x59636aff);
    sc_fade_right(pen, x + 290, 100, 16, 452, 0x9a8f7cff, 0x6a6050ff);
}

static void leaflets(struct pen *pen)
{
    static const pen_rgba covers[5] = {0x4f7fa8ff, 0xc8803cff, 0x6f9a5cff, 0xa8587aff, 0xd8c05aff};
    sc_box(pen, -84, 180, 230, 372, 0x6a5e4cff);
    for (int i = 0; i < 16; i++) {
        int32_t x = -74 + i % 4 * 54, y = 190 + i / 4 * 90;
        sc_fade_down(pen, x, y, 46, 70, covers[(i * 3 + i / 4) % 5],
                     colour_mix(covers[(i * 3 + i / 4) % 5], 0x000000ff, 300));
        sc_box(pen, x + 7, y + 10, 32, 5, 0xffffffd0);
        sc_box(pen, x + 7, y + 20, 22, 3, 0xffffff90);
        sc_box(pen, x - 3, y + 56, 52, 22, 0x8a7c66ff);
    }
}

static void number_display(struct pen *pen)
{
    sc_box(pen, 598, 0, 7, 40, 0x3a3c3eff);
    sc_round(pen, 506, 36, 192, 66, 7, 0x101418ff);
    static const uint8_t digits[3] = {0x7e, 0x33, 0x5f}; /* seven segments */
    for (int d = 0; d < 3; d++)
        for (int s = 0; s < 7; s++) {
            static const int16_t seg[7][4] = {{4, 0, 18, 4},  {22, 3, 4, 16}, {22, 22, 4, 16}, {4, 38, 18, 4},
                                              {0, 22, 4, 16}, {0, 3, 4, 16},  {4, 19, 18, 4}};
            bool on = digits[d] >> (6 - s) & 1;
            sc_box(pen, 546 + d * 40 + seg[s][0], 48 + seg[s][1], seg[s][2], seg[s][3], on ? 0xff4a3cff : 0x3a1a18ff);
        }
    sc_glow(pen, 602, 68, 130, 60, 0xff4a3c30);
}

static void ribbon(struct pen *pen)
{
    for (int i = 0; i < 4; i++) {
        int32_t x = 700 + i * 250, y = 610 + i % 2 * 26;
        sc_glow(pen, x, y + 52, 46, 9, 0x10141890);
        sc_line(pen, x, 466 + i % 2 * 20, x, y + 46, 90, 0x3a4046ff);
        sc_line(pen, x - 2, 466 + i % 2 * 20, x - 2, y + 46, 20, 0xb8c4cc90);
        sc_oval(pen, x, y + 48, 34, 9, 0x2c3136ff);
        sc_oval(pen, x, 462 + i % 2 * 20, 9, 6, 0x22262aff);
        if (i == 3)
            break;
        pen_move(pen, (struct pt){x * 256, (478 + i % 2 * 20) * 256});
        pen_curve(pen, (struct pt){(x + 80) * 256, 520 * 256}, (struct pt){(x + 170) * 256, 520 * 256},
                  (struct pt){(x + 250) * 256, (498 - i % 2 * 20) * 256});
        pen_stroke_colour(pen, PEN_U(13), 0x2f5378ff);
    }
}

static void back(struct pen *pen)
{
    room(pen);
    leaflets(pen);
    for (int i = 0; i < 5; i++)
        counter(pen, 176 + i * 306, i == 1 ? 6 : 3 + i % 3);
    number_display(pen);
    sc_grain(pen, 21, 120, SCENE_LEFT, 50, SCENE_WIDE, 500, 0xffffffff, 0x3a3020ff, 30);
    ribbon(pen);
    sc_plant(pen, 1530, 600, 170, 0x5a7f4cff, 0x8a8478ff);
    sc_reflection(pen, 420, 562, 200, 130, 0xf4f0e040);
    sc_reflection(pen, 980, 562, 260, 130, 0xf4f0e040);
    sc_vignette(pen, 420);
}

static struct light light(const struct place_view *view)
{
    (void)view;
    return (struct light){
        .lit = {1030, 1010, 970},
        .shade = {530, 520, 530},
        .key_x = -360,
        .key_y = -800,
        .rim = 0xfff8e8a0,
        .rim_side = 1,
        .ground = 0x14181e70,
    };
}

const struct place_painter painter_benefits = {"benefits-counter", back, NULL, NULL, NULL, light, STANCE_STAND};
