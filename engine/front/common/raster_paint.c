/* raster_paint.c - colours along gradients, and laying them down. */
#include "raster.h"

#include <math.h>

static uint32_t premultiplied(pen_rgba c)
{
    uint32_t a = c & 255u;
    uint32_t r = ((c >> 24) & 255u) * a + 127, g = ((c >> 16) & 255u) * a + 127, b = ((c >> 8) & 255u) * a + 127;
    return a << 24 | (r / 255) << 16 | (g / 255) << 8 | b / 255;
}

/* Between stops the colours are mixed before they are multiplied by alpha, as cairo does. */
static void fill_ramp(uint32_t ramp[256], const struct pen_paint *paint)
{
    int stop = 0;
    for (int i = 0; i < 256; i++) {
        int32_t at = i * 1000 / 255;
        while (stop < paint->stops - 1 && at > paint->stop[stop + 1].at)
            stop++;
        const struct pen_stop *a = &paint->stop[stop], *b = &paint->stop[stop + 1 < paint->stops ? stop + 1 : stop];
        int32_t span = b->at - a->at;
        int32_t t = span > 0 ? (at - a->at) * 1000 / span : 0;
        ramp[i] = premultiplied(colour_mix(a->colour, b->colour, t));
    }
}

/* Pixels back to the pen's units. */
static bool invert(const float m[6], float out[6])
{
    float det = m[0] * m[3] - m[1] * m[2];
    if (fabsf(det) < 1e-12f)
        return false;
    out[0] = m[3] / det;
    out[1] = -m[1] / det;
    out[2] = -m[2] / det;
    out[3] = m[0] / det;
    out[4] = -(out[0] * m[4] + out[2] * m[5]);
    out[5] = -(out[1] * m[4] + out[3] * m[5]);
    return true;
}

static void make_linear(struct raster_paint *out, const struct pen_paint *paint, const float i[6])
{
    float ax = (float)paint->a.x, ay = (float)paint->a.y;
    float dx = (float)paint->b.x - ax, dy = (float)paint->b.y - ay, square = dx * dx + dy * dy;
    if (square < 1)
        return;
    float gx = dx / square * 255, gy = dy / square * 255;
    out->ax = gx * i[0] + gy * i[1];
    out->bx = gx * i[2] + gy * i[3];
    out->cx = gx * (i[4] - ax) + gy * (i[5] - ay) + 0.5f * (out->ax + out->bx);
}

static void make_radial(struct raster_paint *out, const struct pen_paint *paint, const float i[6])
{
    float k = 255 / (float)(paint->radius > 0 ? paint->radius : 1);
    out->ax = i[0] * k;
    out->bx = i[2] * k;
    out->cx = (i[4] - (float)paint->a.x) * k + 0.5f * (out->ax + out->bx);
    out->ay = i[1] * k;
    out->by = i[3] * k;
    out->cy = (i[5] - (float)paint->a.y) * k + 0.5f * (out->ay + out->by);
}

void raster_paint_make(struct raster_paint *out, const struct pen_paint *paint, const float m[6])
{
    float inverse[6];
    out->kind = paint->kind;
    out->ax = out->bx = out->cx = out->ay = out->by = out->cy = 0;
    out->colour = premultiplied(paint->stop[0].colour);
    if (paint->kind == PEN_SOLID)
        return;
    if (!invert(m, inverse)) {
        out->kind = PEN_SOLID;
        return;
    }
    fill_ramp(out->ramp, paint);
    if (paint->kind == PEN_LINEAR)
        make_linear(out, paint, inverse);
    else
        make_radial(out, paint, inverse);
}

/* Two channels at a time: x * a / 255 for both halves of 0x00ff00ff. */
static inline uint32_t scale2(uint32_t x, uint32_t a)
{
    uint32_t t = x * a + 0x00800080u;
    return ((t + ((t >> 8) & 0x00ff00ffu)) >> 8) & 0x00ff00ffu;
}

static inline uint32_t scaled(uint32_t colour, uint32_t a)
{
    return scale2(colour & 0x00ff00ffu, a) | scale2((colour >> 8) & 0x00ff00ffu, a) << 8;
}

static inline void lay(uint32_t *pixel, uint32_t colour, uint32_t coverage)
{
    if (coverage != 255)
        colour = scaled(colour, coverage);
    uint32_t alpha = colour >> 24;
    if (alpha == 255)
        *pixel = colour;
    else if (alpha != 0)
        *pixel = colour + scaled(*pixel, 255 - alpha);
}

static void span_solid(uint32_t colour, int count, const uint8_t *coverage, uint32_t *pixels)
{
    for (int i = 0; i < count; i++)
        if (coverage[i])
            lay(&pixels[i], colour, coverage[i]);
}

static inline int ramp_index(float t)
{
    return t <= 0 ? 0 : t >= 255 ? 255 : (int)t;
}

static void span_linear(const struct raster_paint *paint, float t, int count, const uint8_t *coverage, uint32_t *pixels)
{
    for (int i = 0; i < count; i++, t += paint->ax)
        if (coverage[i])
            lay(&pixels[i], paint->ramp[ramp_index(t)], coverage[i]);
}

static void span_radial(const struct raster_paint *paint, float u, float v, int count, const uint8_t *coverage,
                        uint32_t *pixels)
{
    for (int i = 0; i < count; i++, u += paint->ax, v += paint->ay) {
        if (!coverage[i])
            continue;
        float square = u * u + v * v;
        lay(&pixels[i], paint->ramp[square >= 65025 ? 255 : (int)sqrtf(square)], coverage[i]);
    }
}

void raster_paint_span(const struct raster_paint *paint, int x, int y, int count, const uint8_t *coverage,
                       uint32_t *pixels)
{
    float fx = (float)x, fy = (float)y;
    float t = paint->ax * fx + paint->bx * fy + paint->cx;
    if (paint->kind == PEN_SOLID)
        span_solid(paint->colour, count, coverage, pixels);
    else if (paint->kind == PEN_LINEAR)
        span_linear(paint, t, count, coverage, pixels);
    else
        span_radial(paint, t, paint->ay * fx + paint->by * fy + paint->cy, count, coverage, pixels);
}

void raster_over(const uint32_t *from, int count, uint32_t *to)
{
    for (int i = 0; i < count; i++)
        if (from[i])
            lay(&to[i], from[i], 255);
}
