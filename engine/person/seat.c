/* seat.c - what a sitting person sits on: a wheelchair that is theirs, or a plain chair. */
#include "parts.h"

static struct pt at(const struct body *b, int32_t x, int32_t y, int32_t z)
{
    return body_point(b, PEN_U(x), PEN_U(y), PEN_U(z));
}

static void bar(struct pen *pen, struct pt a, struct pt c, int32_t width, pen_rgba colour)
{
    pen_move(pen, a);
    pen_line(pen, c);
    pen_stroke_colour(pen, width, colour);
}

/* A wheel seen nearly from the front; turning the body opens it. */
static void wheel(struct pen *pen, const struct body *b, int side)
{
    struct pt o = at(b, side * 172, 424, 10);
    int32_t open = turn_sin(b->pose->yaw);
    int32_t rx = PEN_U(24) + q16(PEN_U(120), open < 0 ? -open : open), ry = PEN_U(146);
    pen_rgba tyre = tone(b, 0x1d2126ff, 620), rim = tone(b, 0xb4bcc4ff, 820);
    shape_oval(pen, o, rx, ry);
    pen_stroke_colour(pen, PEN_U(11), tyre);
    shape_oval(pen, o, rx, ry);
    pen_stroke_colour(pen, PEN_U(2), colour_alpha(tone(b, 0x6a737cff, 1000), 700));
    shape_oval(pen, pt_add(o, side * PEN_U(9), 0), rx - PEN_U(5), ry - PEN_U(15));
    pen_stroke_colour(pen, PEN_U(4), rim);
    for (int i = 0; i < 10; i++) {
        int32_t a = i * TURN_ONE / 10 + 2000;
        struct pt to = {o.x + q16(rx - PEN_U(5), turn_cos(a)), o.y + q16(ry - PEN_U(8), turn_sin(a))};
        bar(pen, o, to, 300, colour_alpha(rim, 560));
    }
    shape_oval(pen, o, PEN_U(9), PEN_U(11));
    pen_fill_colour(pen, tone(b, 0x3a4048ff, 800));
}

static void wheelchair_back(struct pen *pen, const struct body *b)
{
    struct pt ring[4] = {at(b, -128, 120, -50), at(b, 128, 120, -50), at(b, 136, 360, -40), at(b, -136, 360, -40)};
    struct knot knots[4];
    knots_from(knots, ring, 4, 300);
    shape_closed(pen, knots, 4);
    struct pen_paint paint = shaded(b, at(b, 0, 240, -50), PEN_U(160), 0x2a3038ff, 900, 200);
    pen_fill(pen, &paint);
    for (int side = -1; side <= 1; side += 2) {
        bar(pen, at(b, side * 132, 96, -56), at(b, side * 138, 400, -40), PEN_U(9), tone(b, 0x8d979fff, 760));
        bar(pen, at(b, side * 132, 96, -56), at(b, side * 150, 90, -90), PEN_U(14), tone(b, 0x15181cff, 620));
        wheel(pen, b, side);
    }
}

static void chair_back(struct pen *pen, const struct body *b)
{
    pen_rgba wood = 0x6b4a33ff;
    for (int side = -1; side <= 1; side += 2) {
        bar(pen, at(b, side * 112, 140, -66), at(b, side * 116, 360, -50), PEN_U(14), tone(b, wood, 620));
        bar(pen, at(b, side * 120, 380, -50), at(b, side * 124, 570, -50), PEN_U(13), tone(b, wood, 360));
        bar(pen, at(b, side * 124, 384, 120), at(b, side * 130, 590, 124), PEN_U(14), tone(b, wood, 520));
    }
    struct pt seat[4] = {at(b, -130, 366, -50), at(b, 130, 366, -50), at(b, 146, 384, 140), at(b, -146, 384, 140)};
    struct knot knots[4];
    knots_from(knots, seat, 4, 200);
    shape_closed(pen, knots, 4);
    pen_fill_colour(pen, tone(b, wood, 460));
    for (int i = 0; i < 2; i++)
        bar(pen, at(b, -112, 160 + i * 60, -66), at(b, 112, 160 + i * 60, -66), PEN_U(18), tone(b, wood, 560));
}

void seat_back(struct pen *pen, const struct body *b)
{
    if (b->who->wheelchair)
        wheelchair_back(pen, b);
    else if (b->pose->sit > 500)
        chair_back(pen, b);
}

void seat_front(struct pen *pen, const struct body *b)
{
    if (!b->who->wheelchair)
        return;
    for (int side = -1; side <= 1; side += 2) {
        bar(pen, at(b, side * 142, 276, -20), at(b, side * 144, 280, 110), PEN_U(15), tone(b, 0x1b1f24ff, 760));
        bar(pen, at(b, side * 144, 284, 104), at(b, side * 120, 560, 170), PEN_U(8), tone(b, 0x8d979fff, 760));
        bar(pen, at(b, side * 120, 562, 170), at(b, side * 52, 572, 200), PEN_U(13), tone(b, 0x2b3036ff, 760));
    }
}
