/* qr.c - libqrencode's squares, drawn. */
#include "qr.h"

#include <qrencode.h>

enum { QUIET = 4 };

static QRcode *encode(const char *text)
{
    return QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M);
}

static bool is_dark(const QRcode *code, int x, int y)
{
    if (x < 0 || y < 0 || x >= code->width || y >= code->width)
        return false;
    return (code->data[y * code->width + x] & 1) != 0;
}

/* A row's dark squares, neighbours joined. */
static void svg_row(struct writer *w, const QRcode *code, int y)
{
    for (int x = 0; x < code->width; x++) {
        int from = x;
        while (is_dark(code, x, y))
            x++;
        if (x == from)
            continue;
        w_char(w, 'M');
        w_int(w, from + QUIET);
        w_char(w, ' ');
        w_int(w, y + QUIET);
        w_char(w, 'h');
        w_int(w, x - from);
        w_text(w, "v1h-");
        w_int(w, x - from);
        w_char(w, 'z');
    }
}

bool qr_svg(struct writer *w, const char *text)
{
    QRcode *code = encode(text);
    if (code == NULL)
        return false;
    w_text(w, "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 "); /* not shown */
    w_int(w, code->width + 2 * QUIET);
    w_char(w, ' ');
    w_int(w, code->width + 2 * QUIET);
    w_text(w, "\"><rect width=\"100%\" height=\"100%\" fill=\"#fff\"/><path d=\""); /* not shown */
    for (int y = 0; y < code->width; y++)
        svg_row(w, code, y);
    w_text(w, "\" fill=\"#000\"/></svg>\n"); /* not shown */
    QRcode_free(code);
    return true;
}

bool qr_terminal(struct writer *w, const char *text)
{
    static const char *const halves[] = {"\xe2\x96\x88", "\xe2\x96\x84", "\xe2\x96\x80",
                                         " "}; /* by lower, upper dark */
    QRcode *code = encode(text);
    if (code == NULL)
        return false;
    for (int y = -2; y < code->width + 2; y += 2) {
        w_text(w, "  ");
        for (int x = -2; x < code->width + 2; x++)
            w_text(w, halves[is_dark(code, x, y) + 2 * is_dark(code, x, y + 1)]);
        w_char(w, '\n');
    }
    QRcode_free(code);
    return true;
}

const uint8_t *qr_squares(struct arena *arena, const char *text, int32_t *ret_side)
{
    QRcode *code = encode(text);
    if (code == NULL)
        return NULL;
    uint8_t *dark = arena_new(arena, uint8_t, (size_t)code->width * (size_t)code->width);
    for (int y = 0; y < code->width; y++)
        for (int x = 0; x < code->width; x++)
            dark[y * code->width + x] = is_dark(code, x, y);
    *ret_side = code->width;
    QRcode_free(code);
    return dark;
}
