/* place_school.c - a school corridor after the bell: lockers running away to a window, low sun on
 * the floor. */
#include "scenery.h"

#define VX 780 /* the vanishing point */

/* A point on the plane of the left wall: depth 0 near (x = -160), 1000 at the end (x = 640). */
static int16_t wall_x(int32_t depth)
{
    return (int16_t)(-420 + (1060 * (int64_t)depth) / 1000);
}

/* The y of a line that is at y0 at x = -420 and runs to the vanishing point. */
static int16_t along(int32_t x, int32_t y0)
{
    return (int16_t)(y0 + (int64_t)(HORIZON - y0) * (x + 420) / (VX + 420));
}

static void shell(struct pen *pen)
{
    sc_fade_right(pen, SCENE_LEFT, 0, SCENE_WIDE, 720, 0xc9b58fff, 0xdcc9a2ff);
    sc_quad(pen, (const int16_t[]){-420, -560, 640, 80, 920, 80, 2000, -560}, 0xb5a588ff, 0xe6dcc4ff);
    for (int i = 0; i < 4; i++) {
        int32_t y = 60 - i * i * 22 - i * 10, w = 34 + i * 34;
        sc_quad(pen,
                (const int16_t[]){(int16_t)(VX - w), (int16_t)y, (int16_t)(VX + w), (int16_t)y, (int16_t)(VX + w + 12),
                                  (int16_t)(y - 10 - i * 6), (int16_t)(VX - w - 12), (int16_t)(y - 10 - i * 6)},
                0xfffcf0ff, 0xfff6dcff);
    }
    sc_quad(pen, (const int16_t[]){640, 300, 920, 300, 2100, 900, -1300, 1180}, 0xb99f75ff, 0x6d5c46ff);
    for (int i = -7; i < 9; i++)
        sc_line(pen, VX + i * 18, 300, VX + i * 190, 720, 8, 0x4a3a2838);
    for (int i = 0; i < 6; i++)
        sc_line(pen, SCENE_LEFT, 316 + i * i * 15, SCENE_RIGHT, 316 + i * i * 15, 7, 0x4a3a2830);
}

static void end_window(struct pen *pen)
{
    sc_box(pen, 640, 80, 280, 222, 0x9c855fff);
    sc_fade_down(pen, 662, 96, 236, 150, 0xfff6d8ff, 0xf6cf8cff);
    sc_glow(pen, 740, 240, 90, 50, 0x9aa06a90);
    sc_glow(pen, 850, 246, 80, 60, 0x8a965e90);
    for (int i = 1; i < 4; i++)
        sc_box(pen, 662 + i * 59 - 3, 96, 6, 150, 0x8a7450ff);
    sc_box(pen, 662, 160, 236, 5, 0x8a7450ff);
    sc_fade_down(pen, 650, 250, 260, 52, 0x7d6a4aff, 0x65543aff);
    sc_glow(pen, 780, 176, 430, 280, 0xffe2a060);
    sc_bystander(pen, 716, 306, 108, 0x5f4c34d0);
    sc_bystander(pen, 742, 304, 98, 0x6a563cd0);
    sc_quad(pen, (const int16_t[]){700, 302, 860, 302, 1080, 720, 420, 720}, 0xffe6a880, 0xffe6a830);
}

static void locker(struct pen *pen, int index)
{
    int32_t a = wall_x(index * 1000 / 13), b = wall_x((index + 1) * 1000 / 13) - 2;
    static const pen_rgba colours[3] = {0x3f6f8cff, 0x467a95ff, 0x3a6782ff};
    pen_rgba colour = colours[index % 3];
    for (int row = 0; row < 2; row++) {
        int32_t top = row ? 392 : 22, end = row ? 790 : 384;
        int16_t face[8] = {(int16_t)a, along(a, top), (int16_t)a, along(a, end),
                           (int16_t)b, along(b, end), (int16_t)b, along(b, top)};
        sc_quad(pen, face, colour_mix(colour, 0x000000ff, 200), colour_mix(colour, 0xffe2b0ff, 120 + index * 22));
        for (int slot = 0; slot < 3; slot++) {
            int32_t y = top + 40 + slot * 16, x0 = a + (b - a) / 4, x1 = b - (b - a) / 4;
            sc_line(pen, x0, along(x0, y), x1, along(x1, y), 26 - index, 0x16303fb0);
        }
        int32_t hx = b - (b - a) / 6;
        sc_line(pen, hx, along(hx, top + 150), hx, along(hx, top + 190), 40 - index * 2, 0xd6e0e2c0);
        sc_line(pen, a, along(a, top), a, along(a, end), 14, 0x9cc4d480);
    }
}

static void left_wall(struct pen *pen)
{
    sc_quad(pen, (const int16_t[]){-420, -560, -420, 940, 640, 302, 640, 80}, 0x8c7c62ff, 0xd6c094ff);
    for (int i = 0; i < 13; i++)
        locker(pen, i);
    sc_quad(pen, (const int16_t[]){-420, 10, -420, 24, 640, 154, 640, 151}, 0x2c4f62ff, 0x5f8294ff);
    sc_quad(pen, (const int16_t[]){-420, 790, -420, 940, 640, 302, 640, 260}, 0x2a241cff, 0x6f5c42ff);
}

static void right_wall(struct pen *pen)
{
    sc_quad(pen, (const int16_t[]){920, 80, 920, 302, 2000, 880, 2000, -560}, 0xd9c498ff, 0x9c8766ff);
    sc_quad(pen, (const int16_t[]){1010, 60, 1010, 340, 1130, 404, 1130, 8}, 0x7a5230ff, 0x8e6240ff);
    sc_quad(pen, (const int16_t[]){1040, 96, 1040, 200, 1100, 208, 1100, 82}, 0xdce8e0ff, 0xb9ccc6ff);
    sc_oval(pen, 1020, 246, 5, 6, 0xe6c884ff);
    sc_quad(pen, (const int16_t[]){1190, 20, 1190, 300, 1460, 360, 1460, -80}, 0xb98a56ff, 0xa87844ff);
    for (int i = 0; i < 14; i++) {
        static const pen_rgba papers[5] = {0xf6f0dcff, 0xf2d27aff, 0xe8937aff, 0xa8cde0ff, 0xc2dca0ff};
        int32_t x = 1206 + i % 5 * 48, y = 20 + i / 5 * 92 - (x - 1190) / 6 + sc_pick(71, i, 14);
        int32_t w = 34 + sc_pick(72, i, 8), h = 50 + sc_pick(73, i, 28);
        sc_quad(pen,
                (const int16_t[]){(int16_t)x, (int16_t)y, (int16_t)(x + w), (int16_t)(y - 6), (int16_t)(x + w),
                                  (int16_t)(y + h), (int16_t)x, (int16_t)(y + h - 4)},
                papers[i % 5], colour_mix(papers[i % 5], 0x705838ff, 240));
        sc_oval(pen, x + w / 2, y + 2, 3, 3, 0xb03c30ff);
    }
    sc_quad(pen, (const int16_t[]){1540, -110, 1540, 590, 1760, 720, 1760, -180}, 0x74502eff, 0x5c3e22ff);
}

static void back(struct pen *pen)
{
    shell(pen);
    end_window(pen);
    right_wall(pen);
    left_wall(pen);
    sc_grain(pen, 13, 140, SCENE_LEFT, 0, SCENE_WIDE, 720, 0xfff2d0ff, 0x3a2a18ff, 34);
    sc_glow(pen, 780, 230, 700, 420, 0xffdc9c38);
    sc_reflection(pen, 780, 310, 240, 360, 0xfff0c060);
    sc_vignette(pen, 480);
}

static struct light light(const struct place_view *view)
{
    (void)view;
    return (struct light){
        .lit = {1050, 1000, 910},
        .shade = {520, 480, 480},
        .key_x = 640,
        .key_y = -520,
        .rim = 0xbfd8e8a0,
        .rim_side = -1,
        .ground = 0x2a1c1070,
    };
}

const struct place_painter painter_school = {"school-corridor", back, NULL, NULL, NULL, light, STANCE_STAND};
