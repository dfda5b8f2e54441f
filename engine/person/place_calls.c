/* place_calls.c - a call-taker's room at night: a wall of screens, one desk lamp, the town asleep in
 * the window.  Who calls is not here; the caller is seen as one imagines them, in this light. */
#include "scenery.h"

static void room(struct pen *pen)
{
    sc_fade_right(pen, SCENE_LEFT, 0, SCENE_WIDE, 720, 0x0f1826ff, 0x18222fff);
    sc_fade_down(pen, SCENE_LEFT, 0, SCENE_WIDE, 40, 0x05080cff, 0x0c121aff);
    for (int i = 0; i < 7; i++)
        sc_box(pen, SCENE_LEFT + i * 300, 40, 3, 520, 0x05080c80);
    sc_fade_down(pen, SCENE_LEFT, 560, SCENE_WIDE, 160, 0x0c1119ff, 0x05080cff);
}

static void window(struct pen *pen)
{
    sc_box(pen, -130, 66, 620, 300, 0x0a0f16ff);
    sc_fade_down(pen, -120, 76, 600, 280, 0x0f1c34ff, 0x34405cff);
    for (int i = 0; i < 22; i++) {
        int32_t x = -120 + sc_pick(111, i, 570), h = 40 + sc_pick(112, i, 110), w = 30;
        sc_box(pen, x, 356 - h, w, h, i % 2 ? 0x121c2cff : 0x182438ff);
        for (int k = 0; k < h / 9; k++)
            if (sc_pick(113, i * 20 + k, 3) == 0)
                sc_box(pen, x + 5 + sc_pick(114, i * 20 + k, 20), 360 - h + k * 9, 3, 4,
                       sc_pick(115, k + i, 3) ? 0xf4c878d0 : 0xbcdcf0d0);
    }
    sc_glow(pen, 180, 356, 340, 80, 0xf0a86038);
    for (int i = 0; i < 30; i++) {
        int32_t y = 84 + i * 9;
        if (y < 150)
            sc_fade_down(pen, -124, y, 608, 5, 0x2c3a4eff, 0x1a2433ff);
    }
    sc_box(pen, 176, 76, 8, 280, 0x0a0f16ff);
    sc_quad(pen, (const int16_t[]){-60, 80, 40, 80, -60, 352, -120, 352}, 0xffffff0c, 0xffffff04);
}

static void map_screen(struct pen *pen, int32_t x, int32_t y, int32_t w, int32_t h)
{
    sc_round(pen, x - 8, y - 8, w + 16, h + 16, 8, 0x05080cff);
    sc_fade_down(pen, x, y, w, h, 0x103a4cff, 0x0c2838ff);
    for (int i = 0; i < 9; i++) {
        int32_t a = y + sc_pick(121, i, h), c = y + sc_pick(122, i, h);
        sc_line(pen, x, a, x + w, c, i % 3 ? 10 : 24, i % 3 ? 0x3f8a9c80 : 0x6fc0c8a0);
        int32_t p = x + sc_pick(123, i, w);
        sc_line(pen, p, y, p + sc_pick(124, i, 60) - 30, y + h, 10, 0x3f8a9c70);
    }
    sc_glow(pen, x + w * 3 / 5, y + h / 2, 46, 46, 0xff8a5090);
    sc_oval(pen, x + w * 3 / 5, y + h / 2, 6, 6, 0xffd090ff);
    sc_oval(pen, x + w / 4, y + h / 3, 4, 4, 0x9cf0c8ff);
    sc_oval(pen, x + w * 4 / 5, y + h * 3 / 4, 4, 4, 0x9cf0c8ff);
    sc_glow(pen, x + w / 2, y + h / 2, w, h, 0x50b8cc30);
}

static void list_screen(struct pen *pen, int32_t x, int32_t y, int32_t w, int32_t h)
{
    sc_round(pen, x - 8, y - 8, w + 16, h + 16, 8, 0x05080cff);
    sc_fade_down(pen, x, y, w, h, 0x182438ff, 0x101a2aff);
    for (int i = 0; i < h / 18; i++) {
        pen_rgba c = i == 2 ? 0xf2b84bff : 0x7f98b0ff;
        sc_round(pen, x + 10, y + 10 + i * 18, 8, 8, 2, i % 4 ? 0x4fa88cff : 0xe07a5fff);
        sc_round(pen, x + 26, y + 11 + i * 18, (w - 60) * (400 + sc_pick(125, i, 600)) / 1000, 6, 3,
                 colour_alpha(c, 700));
    }
    sc_glow(pen, x + w / 2, y + h / 2, w, h, 0x5a7ca830);
}

static void wall_screens(struct pen *pen)
{
    map_screen(pen, 640, 70, 380, 210);
    list_screen(pen, 1056, 70, 210, 210);
    map_screen(pen, 1302, 70, 250, 210);
}

static void desk(struct pen *pen)
{
    sc_quad(pen, (const int16_t[]){520, 520, 1760, 500, 1760, 560, 470, 590}, 0x4a3c34ff, 0x2c241fff);
    sc_quad(pen, (const int16_t[]){470, 590, 1760, 560, 1760, 720, 480, 720}, 0x1f1a18ff, 0x0c0a0aff);
    sc_line(pen, 474, 589, 1760, 559, 20, 0xf2b86040);
    map_screen(pen, 690, 346, 236, 138);
    list_screen(pen, 956, 342, 220, 138);
    for (int i = 0; i < 2; i++) {
        sc_line(pen, 808 + i * 258, 490, 808 + i * 258, 520, 140, 0x0a0d12ff);
        sc_oval(pen, 808 + i * 258, 522, 60, 9, 0x0c1016ff);
    }
    sc_quad(pen, (const int16_t[]){730, 540, 930, 534, 944, 560, 718, 568}, 0x222830ff, 0x11151bff);
    for (int r = 0; r < 3; r++)
        for (int i = 0; i < 14; i++)
            sc_round(pen, 738 + i * 14 - r * 3, 541 + r * 8 - i / 5, 10, 5, 2, 0x5a6672a0);
    sc_round(pen, 1010, 520, 30, 34, 5, 0xb8c0c4ff);
    sc_oval(pen, 1025, 521, 14, 4, 0x2c1c14ff);
}

static void lamp(struct pen *pen)
{
    sc_glow(pen, 1300, 500, 420, 260, 0xf8b86038);
    sc_glow(pen, 1290, 540, 180, 60, 0xffd08a70);
    sc_line(pen, 1380, 540, 1360, 420, 46, 0x14181eff);
    sc_line(pen, 1360, 420, 1310, 390, 46, 0x14181eff);
    sc_quad(pen, (const int16_t[]){1292, 376, 1330, 396, 1312, 430, 1256, 402}, 0xb8863cff, 0x7a5424ff);
    sc_quad(pen, (const int16_t[]){1256, 402, 1312, 430, 1310, 436, 1256, 409}, 0xfff0c8ff, 0xffdc98ff);
    sc_oval(pen, 1382, 542, 34, 9, 0x14181eff);
}

static void headset(struct pen *pen)
{
    pen_move(pen, (struct pt){PEN_U(1090), PEN_U(540)});
    pen_curve(pen, (struct pt){PEN_U(1080), PEN_U(484)}, (struct pt){PEN_U(1170), PEN_U(484)},
              (struct pt){PEN_U(1166), PEN_U(536)});
    pen_stroke_colour(pen, PEN_U(6), 0x2c343cff);
    sc_oval(pen, 1091, 542, 13, 17, 0x3a444eff);
    sc_oval(pen, 1167, 538, 13, 17, 0x3a444eff);
    sc_line(pen, 1090, 556, 1124, 568, 30, 0x2c343cff);
    sc_oval(pen, 1127, 568, 7, 5, 0x4f5a64ff);
}

static void back(struct pen *pen)
{
    room(pen);
    window(pen);
    wall_screens(pen);
    sc_grain(pen, 25, 90, SCENE_LEFT, 40, SCENE_WIDE, 520, 0x7fa8c8ff, 0x000000ff, 34);
    desk(pen);
    headset(pen);
    lamp(pen);
    sc_vignette(pen, 720);
}

/* The newest call waits: a small lamp that swells and sinks. */
static void back_live(struct pen *pen, const struct place_view *view)
{
    int32_t glow = view->still ? 700 : 600 + turn_sin((int32_t)(view->ms * 33u)) * 400 / TURN_ONE;
    sc_glow(pen, 868, 175, 60, 60, colour_alpha(0xff8a5080, glow));
    sc_oval(pen, 1200, 536, 5, 4, colour_alpha(0xf2b84bff, glow));
    sc_glow(pen, 1200, 536, 24, 18, colour_alpha(0xf2b84b80, glow));
}

static struct light light(const struct place_view *view)
{
    (void)view;
    return (struct light){
        .lit = {820, 930, 1020},
        .shade = {250, 290, 390},
        .key_x = 620,
        .key_y = -480,
        .rim = 0xf4b060c0,
        .rim_side = -1,
        .ground = 0x00000080,
    };
}

const struct place_painter painter_calls = {"call-desk-night", back, back_live, NULL, NULL, light, STANCE_STAND};
