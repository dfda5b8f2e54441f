/* raster_paint.c - colours along gradients, and laying them down. */
#include "raster.h"

#include <math.h>
#include <string.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

static uint32_t premultiplied(pen_rgba c)
{
    uint32_t a = c & 255u;
    uint32_t r = ((c >> 24) & 255u) * a + 127, g = ((c >> 16) & 255u) * a + 127, b = ((c >> 8) & 255u) * a + 127;
    return a << 24 | (r / 255) << 16 | (g / 255) << 8 | b / 255;
}

/* From the first entry's colour to the last one's in equal steps, each channel in 1/65536. */
static void ramp_between(uint32_t *ramp, int count, pen_rgba from, pen_rgba to)
{
    int32_t at[4], by[4];
    for (int i = 0; i < 4; i++) {
        int32_t a = (int32_t)((from >> (24 - 8 * i)) & 255u), b = (int32_t)((to >> (24 - 8 * i)) & 255u);
        at[i] = a * 65536 + 32768;
        by[i] = count > 1 ? (b - a) * 65536 / (count - 1) : 0;
    }
    for (int i = 0; i < count; i++) {
        uint32_t r = (uint32_t)at[0] >> 16, g = (uint32_t)at[1] >> 16, b = (uint32_t)at[2] >> 16,
                 alpha = (uint32_t)at[3] >> 16;
        ramp[i] = premultiplied(r << 24 | g << 16 | b << 8 | alpha);
        for (int channel = 0; channel < 4; channel++)
            at[channel] += by[channel];
    }
}

/* Between stops the colours are mixed before they are multiplied by alpha, as cairo does. */
static void fill_ramp(uint32_t ramp[256], const struct pen_paint *paint)
{
    int from = 0;
    for (int stop = 0; stop + 1 < paint->stops; stop++) {
        const struct pen_stop *a = &paint->stop[stop], *b = &paint->stop[stop + 1];
        int to = b->at * 255 / 1000;
        if (to > from)
            ramp_between(ramp + from, to - from + 1, a->colour, b->colour);
        from = to > from ? to : from;
    }
    uint32_t last = premultiplied(paint->stop[paint->stops - 1].colour);
    for (int i = from; i < 256; i++)
        ramp[i] = last;
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

enum { CHUNK = 64 }; /* pixels whose colours are worked out before they are laid down */

#ifdef __SSE2__
/* Eight channels at a time: a * b / 255, rounded. */
static inline __m128i product(__m128i a, __m128i b)
{
    __m128i t = _mm_add_epi16(_mm_mullo_epi16(a, b), _mm_set1_epi16(128));
    return _mm_srli_epi16(_mm_add_epi16(t, _mm_srli_epi16(t, 8)), 8);
}

/* Two pixels, each channel in sixteen bits. */
static inline __m128i over2(__m128i colour, __m128i below)
{
    __m128i alpha = _mm_shufflehi_epi16(_mm_shufflelo_epi16(colour, 0xff), 0xff);
    return _mm_add_epi16(colour, product(below, _mm_sub_epi16(_mm_set1_epi16(255), alpha)));
}

/* Four pixels; most of a shape is covered wholly and needs no share. */
static inline void lay_four(const uint32_t *colours, uint32_t coverage, uint32_t *pixels)
{
    __m128i zero = _mm_setzero_si128();
    __m128i colour = _mm_loadu_si128((const __m128i *)(const void *)colours);
    __m128i below = _mm_loadu_si128((const __m128i *)(const void *)pixels);
    __m128i low = _mm_unpacklo_epi8(colour, zero), high = _mm_unpackhi_epi8(colour, zero);
    if (coverage != 0xffffffffu) {
        __m128i share = _mm_cvtsi32_si128((int)coverage);
        share = _mm_unpacklo_epi8(share, share);
        share = _mm_unpacklo_epi16(share, share);
        low = product(low, _mm_unpacklo_epi8(share, zero));
        high = product(high, _mm_unpackhi_epi8(share, zero));
    }
    low = over2(low, _mm_unpacklo_epi8(below, zero));
    high = over2(high, _mm_unpackhi_epi8(below, zero));
    _mm_storeu_si128((__m128i *)(void *)pixels, _mm_packus_epi16(low, high));
}
/* How far out four points of a radial gradient lie, as places in its ramp. */
static inline void ramp_roots(const float squares[4], int32_t ret[4])
{
    __m128 square = _mm_min_ps(_mm_loadu_ps(squares), _mm_set1_ps(65025));
    _mm_storeu_si128((__m128i *)(void *)ret, _mm_cvttps_epi32(_mm_sqrt_ps(square)));
}
#else
static void ramp_roots(const float squares[4], int32_t ret[4])
{
    for (int i = 0; i < 4; i++)
        ret[i] = squares[i] >= 65025 ? 255 : (int32_t)sqrtf(squares[i]);
}

static void lay_four(const uint32_t *colours, uint32_t coverage, uint32_t *pixels)
{
    uint8_t share[4];
    memcpy(share, &coverage, 4);
    for (int i = 0; i < 4; i++)
        lay(&pixels[i], colours[i], share[i]);
}
#endif

static void lay_chunk(const uint32_t *colours, const uint8_t *coverage, int count, uint32_t *pixels)
{
    int i = 0;
    for (; i + 4 <= count; i += 4) {
        uint32_t four;
        memcpy(&four, coverage + i, 4);
        if (four == 0)
            continue;
        if (four == 0xffffffffu && (colours[i] & colours[i + 1] & colours[i + 2] & colours[i + 3]) >= 0xff000000u)
            memcpy(pixels + i, colours + i, 16);
        else
            lay_four(colours + i, four, pixels + i);
    }
    for (; i < count; i++)
        lay(&pixels[i], colours[i], coverage[i]);
}

static inline int ramp_index(int32_t t)
{
    return t <= 0 ? 0 : t >= 255 << 16 ? 255 : t >> 16;
}

/* The parameter runs on in 1/65536, cut where a very steep gradient would leave the numbers. */
static void chunk_linear(const struct raster_paint *paint, float t, int count, uint32_t *colours)
{
    float step = paint->ax;
    if (fabsf(t) > 16000 || fabsf(step) > 240) {
        for (int i = 0; i < count; i++, t += step)
            colours[i] = paint->ramp[t <= 0 ? 0 : t >= 255 ? 255 : (int)t];
        return;
    }
    int32_t at = (int32_t)(t * 65536), by = (int32_t)(step * 65536);
    for (int i = 0; i < count; i++, at += by)
        colours[i] = paint->ramp[ramp_index(at)];
}

static void chunk_radial(const struct raster_paint *paint, float u, float v, int count, uint32_t *colours)
{
    for (int i = 0; i < count; i += 4) {
        float squares[4];
        int32_t index[4];
        for (int k = 0; k < 4; k++, u += paint->ax, v += paint->ay)
            squares[k] = u * u + v * v;
        ramp_roots(squares, index);
        for (int k = 0; k < 4; k++) /* beyond count, but within the chunk */
            colours[i + k] = paint->ramp[index[k]];
    }
}

/* How many of the coverages from the beginning on are nothing, in eights. */
static int empty_run(const uint8_t *coverage, int count)
{
    int i = 0;
    uint64_t eight;
    for (; i + 8 <= count; i += 8) {
        memcpy(&eight, coverage + i, 8);
        if (eight != 0)
            break;
    }
    return i;
}

static void paint_chunk(const struct raster_paint *paint, int x, int y, int count, uint32_t *colours)
{
    float fx = (float)x, fy = (float)y;
    float t = paint->ax * fx + paint->bx * fy + paint->cx;
    if (paint->kind == PEN_LINEAR)
        chunk_linear(paint, t, count, colours);
    else
        chunk_radial(paint, t, paint->ay * fx + paint->by * fy + paint->cy, count, colours);
}

/* The same colour all along a row: a gradient that runs down is so in most of what a place is made of. */
static bool is_even(const struct raster_paint *paint)
{
    return paint->kind == PEN_SOLID || (paint->kind == PEN_LINEAR && paint->ax == 0);
}

static uint32_t even_colour(const struct raster_paint *paint, int y)
{
    uint32_t colour = paint->colour;
    if (paint->kind == PEN_LINEAR)
        chunk_linear(paint, paint->bx * (float)y + paint->cx, 1, &colour);
    return colour;
}

void raster_paint_span(const struct raster_paint *paint, int x, int y, int count, const uint8_t *coverage,
                       uint32_t *pixels)
{
    uint32_t colours[CHUNK];
    const bool even = is_even(paint);
    if (even) {
        const uint32_t colour = even_colour(paint, y);
        for (int i = 0; i < CHUNK; i++)
            colours[i] = colour;
    }
    for (int from = empty_run(coverage, count); from < count; from += empty_run(coverage + from, count - from)) {
        int some = count - from < CHUNK ? count - from : CHUNK;
        if (!even)
            paint_chunk(paint, x + from, y, some, colours);
        lay_chunk(colours, coverage + from, some, pixels + from);
        from += some;
    }
}

void raster_over(const uint32_t *from, int count, uint32_t *to)
{
    static const uint32_t whole = 0xffffffffu;
    int i = 0;
    for (; i + 4 <= count; i += 4) {
        if ((from[i] | from[i + 1] | from[i + 2] | from[i + 3]) == 0)
            continue;
        if ((from[i] & from[i + 1] & from[i + 2] & from[i + 3]) >= 0xff000000u)
            memcpy(to + i, from + i, 16);
        else
            lay_four(from + i, whole, to + i);
    }
    for (; i < count; i++)
        lay(&to[i], from[i], 255);
}
