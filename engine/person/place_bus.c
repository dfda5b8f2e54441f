/* place_bus.c - a bus terminal at dusk: a glass front with buses behind it, an amber departure board,
 * steel benches, a floor wet from shoes. */
#include "scenery.h"

static void outside(struct pen *pen)
{
    sc_fade_down(pen, SCENE_LEFT, 0, SCENE_WIDE, 460, 0x2c3a5cff, 0xd98a5cff);
    sc_fade_down(pen, SCENE_LEFT, 220, SCENE_WIDE, 240, 0xe8a06a00, 0x3a3840ff);
    for (int i = 0; i < 20; i++) {
        int32_t x = SCENE_LEFT + i * 98, h = 40 + sc_pick(101, i, 90);
        sc_box(pen, x, 300 - h, 70 + sc_pick(102, i, 40), h + 60, 0x2a3048d0);
    }
    sc_fade_down(pen, SCENE_LEFT, 396, SCENE_WIDE, 90, 0x3c3a42ff, 0x23242aff);
}

static void bus(struct pen *pen, int32_t x, pen_rgba colour)
{
    sc_glow(pen, x + 150, 448, 210, 16, 0x0c0c10c0);
    sc_round(pen, x, 236, 300, 200, 18, colour_mix(colour, 0x000000ff, 200));
    sc_fade_down(pen, x + 6, 242, 288, 60, colour_mix(colour, 0xffc890ff, 240), colour);
    sc_round(pen, x + 16, 262, 268, 86, 10, 0x141a22ff);
    sc_fade_down(pen, x + 22, 268, 256, 74, 0xf6d090e0, 0xb8884ce0);
    sc_box(pen, x + 146, 264, 8, 84, 0x141a22ff);
    for (int i = 0; i < 4; i++)
        sc_bystander(pen, x + 52 + i * 58 + (i > 1 ? 14 : 0), 356, 78, 0x3a2c24c0);
    sc_round(pen, x + 70, 244, 160, 15, 4, 0x0c0e10ff);
    for (int i = 0; i < 14; i++)
        sc_box(pen, x + 80 + i * 10, 248, 6, 7, i % 5 == 3 ? 0x0c0e10ff : 0xffb040ff);
    for (int i = 0; i < 2; i++) {
        sc_oval(pen, x + 34 + i * 232, 398, 15, 11, 0xfff4d0ff);
        sc_glow(pen, x + 34 + i * 232, 398, 80, 60, 0xffe8b070);
        sc_oval(pen, x + 44 + i * 212, 434, 24, 16, 0x0c0c10ff);
    }
    sc_line(pen, x + 60, 414, x + 240, 414, 30, 0x0c0c1080);
}

static void glass(struct pen *pen)
{
    for (int i = 0; i < 9; i++) {
        int32_t x = -110 + i * 216;
        sc_fade_right(pen, x, 60, 13, 420, 0x5a6470ff, 0x1c2228ff);
        sc_quad(pen,
                (const int16_t[]){(int16_t)(x + 50), 70, (int16_t)(x + 90), 70, (int16_t)(x + 50), 470,
                                  (int16_t)(x + 14), 470},
                0xffffff18, 0xffffff04);
    }
    sc_box(pen, SCENE_LEFT, 176, SCENE_WIDE, 8, 0x262c34ff);
    sc_box(pen, SCENE_LEFT, 452, SCENE_WIDE, 24, 0x20252cff);
    sc_box(pen, SCENE_LEFT, 452, SCENE_WIDE, 3, 0x8a96a080);
}

static void roof(struct pen *pen)
{
    sc_quad(pen, (const int16_t[]){-160, 0, 1760, 0, 1760, 64, -160, 64}, 0x181e26ff, 0x323c48ff);
    for (int i = 0; i < 11; i++)
        sc_quad(pen,
                (const int16_t[]){(int16_t)(-200 + i * 190), 0, (int16_t)(-160 + i * 190), 0, (int16_t)(-120 + i * 180),
                                  64, (int16_t)(-138 + i * 180), 64},
                0x0c1016ff, 0x222a34ff);
    for (int i = 0; i < 5; i++) {
        sc_round(pen, -40 + i * 360, 44, 150, 8, 4, 0xf2f8ffff);
        sc_glow(pen, 35 + i * 360, 50, 240, 120, 0xd8e8ff38);
    }
}

static void board(struct pen *pen)
{
    sc_box(pen, 618, 0, 8, 66, 0x14181eff);
    sc_box(pen, 906, 0, 8, 66, 0x14181eff);
    sc_round(pen, 560, 64, 412, 152, 8, 0x0a0c0fff);
    for (int row = 0; row < 5; row++) {
        int32_t y = 80 + row * 26;
        for (int i = 0; i < 40; i++) {
            bool gap = i == 4 || i == 5 || i > 33 - sc_pick(103, row, 4) || (i > 20 + sc_pick(104, row, 5) && i < 30);
            if (!gap)
                sc_box(pen, 576 + i * 9 + (i > 29 ? 18 : 0), y + sc_pick(105, row * 41 + i, 4), 6,
                       8 + sc_pick(106, row * 41 + i, 6), row == 1 ? 0xff6a4ae0 : 0xffb648e0);
        }
    }
    sc_glow(pen, 766, 140, 300, 140, 0xffa83828);
}

static void floor_of(struct pen *pen)
{
    sc_fade_down(pen, SCENE_LEFT, 476, SCENE_WIDE, 244, 0x6c6a70ff, 0x2c2e36ff);
    for (int i = -10; i < 14; i++)
        sc_line(pen, 760 + i * 92, 476, 760 + i * 320, 720, 8, 0x16181e48);
    for (int i = 0; i < 5; i++)
        sc_line(pen, SCENE_LEFT, 492 + i * i * 13, SCENE_RIGHT, 492 + i * i * 13, 7, 0x16181e40);
    for (int i = 0; i < 4; i++)
        sc_reflection(pen, 30 + i * 390, 480, 110, 220, 0xf0b87858);
    for (int i = 0; i < 5; i++)
        sc_reflection(pen, 35 + i * 360, 500, 120, 200, 0xd8e8ff40);
    sc_quad(pen, (const int16_t[]){SCENE_LEFT, 600, SCENE_RIGHT, 600, SCENE_RIGHT, 616, SCENE_LEFT, 616}, 0xd8a83070,
            0xb88c2870);
}

static void bench(struct pen *pen, int32_t x)
{
    sc_glow(pen, x + 150, 590, 190, 14, 0x0c0e12b0);
    for (int i = 0; i < 4; i++) {
        sc_round(pen, x + i * 78, 452, 70, 58, 8, 0x8c98a4ff);
        sc_fade_down(pen, x + 4 + i * 78, 456, 62, 26, 0xe6f0f860, 0xe6f0f800);
        for (int k = 0; k < 8; k++)
            sc_oval(pen, x + 14 + i * 78 + k % 4 * 14, 476 + k / 4 * 14, 3, 3, 0x3c4650a0);
        sc_quad(pen,
                (const int16_t[]){(int16_t)(x + i * 78), 514, (int16_t)(x + 70 + i * 78), 514,
                                  (int16_t)(x + 76 + i * 78), 534, (int16_t)(x - 6 + i * 78), 534},
                0xa8b4c0ff, 0x56606aff);
    }
    sc_line(pen, x - 6, 540, x + 316, 540, 70, 0x3a424aff);
    sc_line(pen, x + 40, 542, x + 34, 588, 60, 0x4a545eff);
    sc_line(pen, x + 270, 542, x + 276, 588, 60, 0x4a545eff);
}

static void back(struct pen *pen)
{
    outside(pen);
    bus(pen, -120, 0x3f6f9cff);
    bus(pen, 470, 0xb84a3cff);
    bus(pen, 1060, 0x4f8a6cff);
    glass(pen);
    roof(pen);
    board(pen);
    floor_of(pen);
    sc_bystander(pen, 1216, 520, 244, 0x23262eff);
    sc_bystander(pen, 1284, 516, 222, 0x2c3038ff);
    sc_round(pen, 1302, 476, 34, 42, 5, 0x1c1f26ff);
    sc_bystander(pen, 66, 508, 214, 0x2a2e37ff);
    bench(pen, 660);
    sc_grain(pen, 19, 90, SCENE_LEFT, 480, SCENE_WIDE, 240, 0xffe0c0ff, 0x0a0c10ff, 40);
    sc_fade_right(pen, 1360, 0, 60, 720, 0x49525cff, 0x1a1f26ff);
    sc_box(pen, 1366, 0, 4, 720, 0x96a4b080);
    sc_vignette(pen, 560);
}

static struct light light(const struct place_view *view)
{
    (void)view;
    return (struct light){
        .lit = {960, 980, 1030},
        .shade = {400, 380, 440},
        .key_x = -420,
        .key_y = -780,
        .rim = 0xf8b070d8,
        .rim_side = 1,
        .ground = 0x080a1080,
    };
}

const struct place_painter painter_bus = {"bus-terminal", back, NULL, NULL, NULL, light, STANCE_STAND};
