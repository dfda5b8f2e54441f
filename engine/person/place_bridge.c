/* place_bridge.c - a high bridge at night in rain: the town's lights beyond the water, the cable
 * hanging through the picture, one lamp on the outer edge, and the rail between us and him. */
#include "scenery.h"

static void sky(struct pen *pen)
{
    sc_fade_down(pen, SCENE_LEFT, 0, SCENE_WIDE, HORIZON + 10, 0x0a121dff, 0x2a3d50ff);
    sc_glow(pen, 420, HORIZON, 620, 130, 0x8a6a4a60);
    sc_glow(pen, 1050, HORIZON, 520, 110, 0x6a5a5050);
    for (int i = 0; i < 26; i++) /* low cloud */
        sc_glow(pen, SCENE_LEFT + sc_pick(3, i, SCENE_WIDE), 10 + sc_pick(4, i, 110), 120 + sc_pick(5, i, 200),
                16 + sc_pick(6, i, 20), i % 2 ? 0x3c4c5e48 : 0x0a111a58);
}

static void windows(struct pen *pen, int index, int32_t x, int32_t y, int32_t w, int32_t h)
{
    for (int i = 0; i < w * h / 260; i++) {
        int32_t wx = x + 4 + sc_pick(31, index * 97 + i * 2, w - 8),
                wy = y + 5 + sc_pick(31, index * 97 + i * 2 + 1, h - 6);
        pen_rgba colour = sc_pick(33, index + i, 5) ? 0xf4c67aff : 0xbfdcf0ff;
        sc_box(pen, wx / 5 * 5, wy / 6 * 6, 2, 3, colour_alpha(colour, 260 + sc_pick(32, i + index, 500)));
    }
}

static void town(struct pen *pen)
{
    for (int layer = 0; layer < 2; layer++)
        for (int i = 0; i < 34; i++) {
            int32_t x = SCENE_LEFT + i * 58 + sc_pick(21 + (uint64_t)layer, i, 40);
            int32_t h = (layer ? 18 : 34) + sc_pick(22 + (uint64_t)layer, i, layer ? 46 : 84),
                    w = 34 + sc_pick(23, i, 44);
            sc_fade_down(pen, x, HORIZON - h, w, h + 4, layer ? 0x121b27ff : 0x22303fff,
                         layer ? 0x1a2632ff : 0x34424eff);
            if (layer)
                windows(pen, i, x, HORIZON - h, w, h);
        }
    sc_fade_down(pen, SCENE_LEFT, HORIZON - 40, SCENE_WIDE, 60, 0x5a5f6400, 0x5a646c60);
}

static void water(struct pen *pen)
{
    sc_fade_down(pen, SCENE_LEFT, HORIZON + 4, SCENE_WIDE, 716 - HORIZON, 0x243544ff, 0x080d14ff);
    for (int i = 0; i < 46; i++) {
        int32_t x = SCENE_LEFT + sc_pick(41, i, SCENE_WIDE), h = 60 + sc_pick(42, i, 240);
        pen_rgba colour = sc_pick(43, i, 4) ? 0xf0b468ff : 0xb4d0e6ff;
        sc_reflection(pen, x, HORIZON + 6, 5 + sc_pick(44, i, 9), h, colour_alpha(colour, 90 + sc_pick(45, i, 130)));
    }
    for (int i = 0; i < 150; i++) { /* ripples, wider as they come nearer */
        int32_t y = HORIZON + 8 + sc_pick(51, i, 100) * sc_pick(52, i, 100) * 5 / 100, near = y - HORIZON;
        int32_t x = SCENE_LEFT + sc_pick(53, i, SCENE_WIDE), w = 14 + near / 4;
        sc_line(pen, x, y, x + w, y, 8 + near / 30, i % 3 ? 0x05090e60 : 0x8fa8bc22);
    }
}

static struct pt along_curve(const struct pt p[4], int32_t t)
{
    struct pt a = pt_mix(p[0], p[1], t), b = pt_mix(p[1], p[2], t), c = pt_mix(p[2], p[3], t);
    return pt_mix(pt_mix(a, b, t), pt_mix(b, c, t), t);
}

/* One big cable hangs through, hangers drop from it to the deck on which we stand. */
static void cable(struct pen *pen)
{
    static const struct pt line[4] = {
        {PEN_U(-200), PEN_U(-60)}, {PEN_U(260), PEN_U(190)}, {PEN_U(880), PEN_U(250)}, {PEN_U(1800), PEN_U(-120)}};
    for (int i = 0; i < 15; i++) {
        struct pt top = along_curve(line, 20 + i * 68);
        sc_line(pen, top.x / 256, top.y / 256, top.x / 256, 560, 22, 0x070c12ff);
        sc_line(pen, top.x / 256 - 1, top.y / 256, top.x / 256 - 1, 560, 6, 0x5b6f80a0);
    }
    pen_move(pen, line[0]);
    pen_curve(pen, line[1], line[2], line[3]);
    pen_stroke_colour(pen, PEN_U(9), 0x070c12ff);
    pen_move(pen, pt_add(line[0], 0, -600));
    pen_curve(pen, pt_add(line[1], 0, -600), pt_add(line[2], 0, -600), pt_add(line[3], 0, -600));
    pen_stroke_colour(pen, PEN_U(2), 0x6f8496a0);
}

/* Where he stands: a ledge as wide as a shoe, and the drop beyond it. */
static void ledge(struct pen *pen)
{
    sc_fade_down(pen, SCENE_LEFT, 470, SCENE_WIDE, 250, 0x04070b00, 0x04070be0);
    sc_glow(pen, 940, 470, 300, 60, 0xf2b05030);
}

/* The next bridge up the river, small, with its own light. */
static void far_bridge(struct pen *pen)
{
    sc_quad(pen, (const int16_t[]){1182, 40, 1196, 40, 1200, 178, 1178, 178}, 0x1a2531ff, 0x2a3846ff);
    sc_quad(pen, (const int16_t[]){1222, 40, 1234, 40, 1240, 178, 1220, 178}, 0x17212cff, 0x263341ff);
    sc_box(pen, 1186, 66, 46, 7, 0x1a2531ff);
    sc_box(pen, 1186, 112, 46, 6, 0x1a2531ff);
    sc_fade_right(pen, 1040, 150, 720, 7, 0x1a253100, 0x1a2531ff);
    for (int i = 0; i < 12; i++)
        sc_oval(pen, 1090 + i * 44, 147, 2, 2, 0xf4cf9090);
    sc_oval(pen, 1209, 38, 3, 3, 0xff6a50ff);
    sc_glow(pen, 1209, 38, 26, 26, 0xff5a4050);
    sc_reflection(pen, 1209, HORIZON + 8, 14, 120, 0xe0504050);
}

static void lamp(struct pen *pen)
{
    sc_line(pen, 1000, 720, 992, 96, 90, 0x0a0f15ff);
    sc_line(pen, 996, 720, 989, 96, 14, 0x8a7450b0);
    sc_line(pen, 992, 98, 936, 78, 60, 0x0a0f15ff);
    sc_round(pen, 902, 70, 48, 11, 5, 0x141a20ff);
    sc_round(pen, 906, 79, 40, 5, 2, 0xffe2a8ff);
    sc_glow(pen, 926, 82, 420, 330, 0xf2b05038);
    sc_glow(pen, 926, 84, 190, 160, 0xf8c07050);
    sc_glow(pen, 926, 84, 60, 46, 0xffe6b8b0);
    sc_glow(pen, 926, 250, 210, 260, 0xf2b0501c); /* rain in the light */
    sc_glow(pen, 930, 360, 34, 210, 0xf2b8605c);
    for (int i = 0; i < 64; i++) { /* broken by the ripples, wider and weaker as it comes nearer */
        int32_t down = sc_pick(71, i, 330), y = 196 + down, half = 4 + sc_pick(72, i, 8 + down / 16);
        int32_t x = 930 - half + sc_pick(73, i, 20 + down / 14) - 10 - down / 28;
        sc_line(pen, x, y, x + 2 * half, y, 14 + down / 16, colour_alpha(0xf6c878ff, 300 - down * 8 / 10));
    }
}

static void back(struct pen *pen)
{
    sky(pen);
    town(pen);
    water(pen);
    far_bridge(pen);
    cable(pen);
    ledge(pen);
    lamp(pen);
    sc_grain(pen, 7, 90, SCENE_LEFT, 180, SCENE_WIDE, 520, 0x9fb4c6ff, 0x000000ff, 40);
    sc_vignette(pen, 620);
}

static void back_live(struct pen *pen, const struct place_view *view)
{
    sc_rain(pen, view, 0, 70, 0xb6cce032);
}

static void tube(struct pen *pen, int32_t y, int32_t thick)
{
    sc_fade_down(pen, SCENE_LEFT, y, SCENE_WIDE, thick, 0x58687600, 0x0a0e13ff);
    sc_fade_down(pen, SCENE_LEFT, y, SCENE_WIDE, thick, 0x4a5a68ff, 0x0b1016ff);
    sc_fade_down(pen, SCENE_LEFT, y + thick / 5, SCENE_WIDE, thick / 4, 0xa9bccb90, 0x5a6a7800);
    sc_fade_right(pen, 440, y, 540, thick / 2, 0xf2b05000, 0xf2b05088);
    sc_fade_right(pen, 980, y, 700, thick / 2, 0xf2b05088, 0xf2b05000);
}

/* Drops hang under the rail and catch the lamp. */
static void drops(struct pen *pen, int32_t y)
{
    for (int i = 0; i < 60; i++) {
        int32_t x = SCENE_LEFT + sc_pick(61, i, SCENE_WIDE);
        sc_oval(pen, x, y + sc_pick(62, i, 3), 1, 1 + sc_pick(63, i, 2), i % 4 ? 0xb4c8d870 : 0xf4cf9090);
    }
}

static void fore(struct pen *pen)
{
    for (int i = 0; i < 42; i++) {
        int32_t x = SCENE_LEFT + i * 46;
        sc_fade_right(pen, x, 556, 9, 170, 0x3a4854ff, 0x0a0e13ff);
        sc_box(pen, x + 2, 556, 1, 170, 0x93a8b870);
    }
    for (int x = -120; x < SCENE_RIGHT; x += 368) {
        sc_fade_right(pen, x, 534, 30, 190, 0x44535fff, 0x0a0e13ff);
        sc_box(pen, x + 5, 540, 2, 180, 0x9fb3c280);
    }
    tube(pen, 640, 16);
    tube(pen, 532, 26);
    drops(pen, 558);
    drops(pen, 656);
    sc_fade_down(pen, SCENE_LEFT, 600, SCENE_WIDE, 120, 0x05080c00, 0x05080cd0);
}

static void fore_live(struct pen *pen, const struct place_view *view)
{
    sc_rain(pen, view, 1, 30, 0xd4e4f03c);
}

static struct light light(const struct place_view *view)
{
    (void)view;
    return (struct light){
        .lit = {900, 900, 940},
        .shade = {250, 310, 400},
        .key_x = -560,
        .key_y = -600,
        .rim = 0xf4b660f0,
        .rim_side = 1,
        .ground = 0x00000000,
        .rain = 1000,
    };
}

const struct place_painter painter_bridge = {"bridge-night-rain", back, back_live, fore, fore_live, light, STANCE_RAIL};
