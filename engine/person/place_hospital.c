/* place_hospital.c - a waiting room by day that has been waited in for hours: blue chairs, a window
 * with half-shut blinds, the double doors nobody comes out of. */
#include "scenery.h"

static void room(struct pen *pen)
{
    sc_fade_right(pen, SCENE_LEFT, 0, SCENE_WIDE, 560, 0xa9bfb9ff, 0xc6d2caff);
    sc_fade_down(pen, SCENE_LEFT, 0, SCENE_WIDE, 560, 0x30484c40, 0xdfe8e010);
    sc_fade_down(pen, SCENE_LEFT, 380, SCENE_WIDE, 170, 0x7fa09bff, 0x6a8d8aff);
    sc_box(pen, SCENE_LEFT, 372, SCENE_WIDE, 9, 0xd9e2d8ff);
    sc_box(pen, SCENE_LEFT, 381, SCENE_WIDE, 2, 0x4a6a6860);
    sc_fade_down(pen, SCENE_LEFT, 548, SCENE_WIDE, 172, 0x8c9a96ff, 0x4d5c5cff);
    sc_box(pen, SCENE_LEFT, 540, SCENE_WIDE, 9, 0x46605eff);
    for (int i = -6; i < 16; i++)
        sc_line(pen, 700 + (i - 5) * 92, 549, 700 + (i - 5) * 260, 720, 8, 0x3a4a4a40);
    sc_line(pen, SCENE_LEFT, 582, SCENE_RIGHT, 582, 7, 0x3a4a4a38);
    sc_line(pen, SCENE_LEFT, 634, SCENE_RIGHT, 634, 9, 0x3a4a4a38);
}

static void ceiling(struct pen *pen)
{
    sc_quad(pen, (const int16_t[]){-160, 0, 1760, 0, 1760, 34, -160, 34}, 0xd3dbd4ff, 0xbac6c0ff);
    sc_box(pen, SCENE_LEFT, 33, SCENE_WIDE, 3, 0x6a7f7c80);
    for (int i = 0; i < 4; i++) {
        int32_t x = -40 + i * 430;
        sc_quad(pen,
                (const int16_t[]){(int16_t)x, 2, (int16_t)(x + 200), 2, (int16_t)(x + 186), 22, (int16_t)(x + 14), 22},
                0xffffffff, 0xeef6f2ff);
        sc_glow(pen, x + 100, 14, 330, 130, 0xf4fff850);
    }
}

static void window(struct pen *pen)
{
    sc_box(pen, -60, 88, 262, 236, 0x58706eff);
    sc_fade_down(pen, -50, 97, 242, 218, 0xe8f4fbff, 0xc9dde2ff);
    for (int i = 0; i < 6; i++)
        sc_glow(pen, -30 + i * 44, 306 - sc_pick(4, i, 24), 40, 40 + sc_pick(5, i, 30), 0x7f9c8390);
    for (int i = 0; i < 15; i++) {
        sc_fade_down(pen, -54, 97 + i * 9, 250, 6, 0xf3f6f2ff, 0xb9c6c2ff);
        sc_box(pen, -54, 103 + i * 9, 250, 1, 0x5a6e6c90);
    }
    sc_box(pen, 66, 97, 6, 218, 0x6a8280ff);
    sc_box(pen, -66, 320, 276, 10, 0xdde6deff);
    sc_box(pen, -66, 330, 276, 5, 0x54706e70);
    sc_quad(pen, (const int16_t[]){-50, 549, 210, 549, 420, 720, 60, 720}, 0xf4fff440, 0xf4fff400);
}

static void doors(struct pen *pen)
{
    sc_box(pen, 968, 116, 330, 430, 0x5f7b79ff);
    for (int i = 0; i < 2; i++) {
        int32_t x = 980 + i * 156;
        sc_fade_right(pen, x, 128, 150, 418, i ? 0x9db4b4ff : 0xafc3c1ff, 0x87a2a2ff);
        sc_round(pen, x + 46, 168, 58, 132, 6, 0x3f5a5aff);
        sc_fade_down(pen, x + 51, 173, 48, 122, 0xf8f2d8ff, 0xd9e0c8ff);
        sc_bystander(pen, x + 80 - i * 8, 300, 112 + i * 10, 0x6f8a86a0);
        sc_box(pen, x, 452, 150, 70, 0xc3ccc9ff);
        sc_box(pen, i ? x + 8 : x + 130, 330, 11, 74, 0xe6ece9ff);
    }
    sc_glow(pen, 1134, 240, 240, 200, 0xfff4d040);
    sc_round(pen, 1044, 72, 180, 32, 5, 0x2f5f8cff);
    for (int i = 0; i < 3; i++)
        sc_round(pen, 1060 + i * 50, 85, 38 - i * 6, 6, 3, 0xe8f2f6ff);
    sc_reflection(pen, 1130, 550, 250, 150, 0xf2f6e050);
}

static void chair(struct pen *pen, int32_t x, int32_t y)
{
    sc_fade_down(pen, x, y, 78, 66, 0x4f86a8ff, 0x376a8cff);
    sc_round(pen, x, y - 6, 78, 20, 10, 0x5c94b6ff);
    sc_quad(pen,
            (const int16_t[]){(int16_t)(x - 2), (int16_t)(y + 68), (int16_t)(x + 80), (int16_t)(y + 68),
                              (int16_t)(x + 86), (int16_t)(y + 92), (int16_t)(x - 8), (int16_t)(y + 92)},
            0x6aa2c2ff, 0x2c5674ff);
    sc_line(pen, x + 4, y + 94, x, y + 142, 44, 0x8b9896ff);
    sc_line(pen, x + 74, y + 94, x + 78, y + 142, 44, 0x8b9896ff);
    sc_glow(pen, x + 40, y + 146, 62, 9, 0x1c2c2c90);
}

static void table(struct pen *pen)
{
    sc_glow(pen, 812, 626, 120, 14, 0x1c2c2c90);
    sc_oval(pen, 812, 560, 96, 18, 0xd8c8a8ff);
    sc_oval(pen, 812, 564, 96, 18, 0xa88e66ff);
    sc_oval(pen, 812, 558, 94, 16, 0xe0d2b4ff);
    sc_line(pen, 812, 576, 812, 622, 110, 0x8a7a60ff);
    sc_quad(pen, (const int16_t[]){770, 551, 822, 549, 830, 562, 764, 564}, 0xc95f4fff, 0xa84438ff);
    sc_quad(pen, (const int16_t[]){806, 548, 862, 552, 858, 566, 800, 560}, 0x6f9ab0ff, 0x4f7a90ff);
    sc_round(pen, 846, 536, 17, 22, 3, 0xf6f2e8ff);
}

static void wall_things(struct pen *pen)
{
    sc_oval(pen, 700, 110, 33, 33, 0x3a4c4cff);
    sc_oval(pen, 700, 110, 29, 29, 0xf6f8f2ff);
    sc_line(pen, 700, 110, 700, 90, 25, 0x2a3636ff);
    sc_line(pen, 700, 110, 714, 118, 25, 0x2a3636ff);
    sc_box(pen, 560, 186, 96, 128, 0xf1efe6ff);
    sc_fade_down(pen, 566, 192, 84, 62, 0xf0b48cff, 0xd77f6aff);
    sc_oval(pen, 608, 226, 20, 20, 0xfbe3c8ff);
    for (int i = 0; i < 5; i++)
        sc_box(pen, 568, 264 + i * 9, 74 - sc_pick(9, i, 26), 3, 0x8a9692c0);
    sc_box(pen, 760, 206, 120, 84, 0xe7ece6ff);
    sc_fade_down(pen, 766, 212, 108, 72, 0x9cc0c8ff, 0x6f9a94ff);
    sc_fade_down(pen, 766, 262, 108, 22, 0x5f8a6cff, 0x3f6650ff);
    sc_oval(pen, 846, 232, 9, 9, 0xfbe8b8ff);
    sc_quad(pen, (const int16_t[]){780, 264, 806, 236, 822, 252, 846, 264}, 0x7fa088ff, 0x4f7a5cff);
    sc_box(pen, 400, 200, 90, 58, 0x9cb4afff);
    for (int i = 0; i < 3; i++)
        sc_box(pen, 406 + i * 28, 206, 22, 46, i == 1 ? 0xd9d2b0ff : 0xc6d8dcff);
}

static void back(struct pen *pen)
{
    room(pen);
    ceiling(pen);
    window(pen);
    wall_things(pen);
    doors(pen);
    sc_grain(pen, 11, 130, SCENE_LEFT, 40, SCENE_WIDE, 510, 0xffffffff, 0x2a4a48ff, 34);
    for (int i = 0; i < 6; i++)
        chair(pen, 226 + i * 94 + (i > 3 ? 8 : 0), 412);
    sc_plant(pen, 1360, 590, 150, 0x4f7f55ff, 0xd8d4c8ff);
    sc_plant(pen, 30, 580, 120, 0x5f8f5cff, 0xb0603fff);
    table(pen);
    sc_grain(pen, 12, 60, SCENE_LEFT, 556, SCENE_WIDE, 164, 0xffffffff, 0x1c2c2cff, 40);
    sc_vignette(pen, 360);
}

static struct light light(const struct place_view *view)
{
    (void)view;
    return (struct light){
        .lit = {1010, 1030, 1010},
        .shade = {520, 580, 590},
        .key_x = -620,
        .key_y = -640,
        .rim = 0xfffbe6b0,
        .rim_side = 1,
        .ground = 0x1c2c2c70,
    };
}

const struct place_painter painter_hospital = {"hospital-waiting", back, NULL, NULL, NULL, light, STANCE_STAND};
