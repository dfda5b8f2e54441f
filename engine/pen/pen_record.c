/* pen_record.c - each call of the pen as one line of text. */
#include "pen_record.h"

static struct writer *out_of(struct pen *pen)
{
    return pen->impl;
}

/* 1/256 as a decimal with at most two places, rounded to nearest. */
static void w_unit(struct writer *out, int32_t value)
{
    int64_t hundredths = ((int64_t)value * 100 + (value < 0 ? -128 : 128)) / 256;
    if (hundredths < 0) {
        w_char(out, '-');
        hundredths = -hundredths;
    }
    w_int(out, hundredths / 100);
    if (hundredths % 100 == 0)
        return;
    w_char(out, '.');
    w_char(out, (char)('0' + hundredths % 100 / 10));
    if (hundredths % 10 != 0)
        w_char(out, (char)('0' + hundredths % 10));
}

static void w_pt(struct writer *out, struct pt p)
{
    w_char(out, ' ');
    w_unit(out, p.x);
    w_char(out, ' ');
    w_unit(out, p.y);
}

static void w_colour(struct writer *out, pen_rgba colour)
{
    static const char digits[] = "0123456789abcdef";
    w_text(out, " #");
    for (int shift = 28; shift >= 0; shift -= 4)
        w_char(out, digits[(colour >> shift) & 15u]);
}

static void w_paint(struct writer *out, const struct pen_paint *paint)
{
    if (paint->kind == PEN_SOLID) {
        w_colour(out, paint->stop[0].colour);
        return;
    }
    w_text(out, paint->kind == PEN_LINEAR ? " linear" : " radial");
    w_pt(out, paint->a);
    if (paint->kind == PEN_LINEAR)
        w_pt(out, paint->b);
    else {
        w_char(out, ' ');
        w_unit(out, paint->radius);
    }
    for (int i = 0; i < paint->stops; i++) {
        w_char(out, ' ');
        w_int(out, paint->stop[i].at);
        w_colour(out, paint->stop[i].colour);
    }
}

static void record_word(struct pen *pen, const char *word)
{
    w_text(out_of(pen), word);
    w_char(out_of(pen), '\n');
}

static void record_save(struct pen *pen)
{
    record_word(pen, "save");
}

static void record_restore(struct pen *pen)
{
    record_word(pen, "restore");
}

static void record_transform(struct pen *pen, const struct pen_matrix *m)
{
    struct writer *out = out_of(pen);
    const int32_t linear[4] = {m->xx, m->yx, m->xy, m->yy};
    w_text(out, "transform");
    for (int i = 0; i < 4; i++) {
        w_char(out, ' ');
        w_int(out, linear[i]);
    }
    w_pt(out, (struct pt){m->x0, m->y0});
    w_char(out, '\n');
}

static void record_move(struct pen *pen, struct pt to)
{
    w_text(out_of(pen), "M");
    w_pt(out_of(pen), to);
    w_char(out_of(pen), '\n');
}

static void record_line(struct pen *pen, struct pt to)
{
    w_text(out_of(pen), "L");
    w_pt(out_of(pen), to);
    w_char(out_of(pen), '\n');
}

static void record_curve(struct pen *pen, struct pt c1, struct pt c2, struct pt to)
{
    w_text(out_of(pen), "C");
    w_pt(out_of(pen), c1);
    w_pt(out_of(pen), c2);
    w_pt(out_of(pen), to);
    w_char(out_of(pen), '\n');
}

static void record_close(struct pen *pen)
{
    record_word(pen, "Z");
}

static void record_fill(struct pen *pen, const struct pen_paint *paint)
{
    w_text(out_of(pen), "fill");
    w_paint(out_of(pen), paint);
    w_char(out_of(pen), '\n');
}

static void record_stroke(struct pen *pen, int32_t width, enum pen_cap cap, const struct pen_paint *paint)
{
    struct writer *out = out_of(pen);
    w_text(out, cap == PEN_ROUND ? "stroke " : "stroke-butt ");
    w_unit(out, width);
    w_paint(out, paint);
    w_char(out, '\n');
}

static void record_clip(struct pen *pen)
{
    record_word(pen, "clip");
}

static void record_group_begin(struct pen *pen)
{
    record_word(pen, "group");
}

static void record_group_end(struct pen *pen, int32_t alpha)
{
    w_text(out_of(pen), "group-end ");
    w_int(out_of(pen), alpha);
    w_char(out_of(pen), '\n');
}

static void record_text(struct pen *pen, struct pt at, int32_t size, pen_rgba colour, td_str run)
{
    struct writer *out = out_of(pen);
    w_text(out, "text");
    w_pt(out, at);
    w_char(out, ' ');
    w_unit(out, size);
    w_colour(out, colour);
    w_char(out, ' ');
    w_json(out, run);
    w_char(out, '\n');
}

static const struct pen_ops record_ops = {
    .save = record_save,
    .restore = record_restore,
    .transform = record_transform,
    .move = record_move,
    .line = record_line,
    .curve = record_curve,
    .close = record_close,
    .fill = record_fill,
    .stroke = record_stroke,
    .clip = record_clip,
    .group_begin = record_group_begin,
    .group_end = record_group_end,
    .text = record_text,
};

struct pen pen_record(struct writer *out)
{
    return (struct pen){&record_ops, out};
}
