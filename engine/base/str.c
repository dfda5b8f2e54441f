/* str.c - cutting, comparing and reading slices.
 * Every function takes any bytes at all: what it is asked about may come from a stranger. */
#include "str.h"

int str_cmp(td_str a, td_str b)
{
    size_t common = a.len < b.len ? a.len : b.len;
    int order = common > 0 ? memcmp(a.ptr, b.ptr, common) : 0;
    if (order != 0)
        return order;
    return (a.len > b.len) - (a.len < b.len);
}

bool str_starts(td_str text, td_str prefix)
{
    return text.len >= prefix.len && str_eq((td_str){text.ptr, prefix.len}, prefix);
}

/* The front of *rest up to len goes to the caller. */
static td_str cut_front(td_str *rest, size_t len)
{
    td_str front = {rest->ptr, len};
    if (len > 0) { /* the pointer of an empty slice may be NULL */
        rest->ptr += len;
        rest->len -= len;
    }
    return front;
}

td_str str_word(td_str *rest)
{
    size_t len = 0;
    while (len < rest->len && rest->ptr[len] != ' ')
        len++;
    td_str word = cut_front(rest, len);
    size_t spaces = 0;
    while (spaces < rest->len && rest->ptr[spaces] == ' ')
        spaces++;
    cut_front(rest, spaces);
    return word;
}

td_str str_line(td_str *rest)
{
    const char *end = rest->len > 0 ? memchr(rest->ptr, '\n', rest->len) : NULL;
    if (end == NULL)
        return cut_front(rest, rest->len);
    td_str line = cut_front(rest, (size_t)(end - rest->ptr));
    cut_front(rest, 1);
    if (line.len > 0 && line.ptr[line.len - 1] == '\r')
        line.len--;
    return line;
}

/* Digits only, at least one; false when it is none or does not fit. */
static bool read_magnitude(td_str digits, uint64_t *ret)
{
    uint64_t value = 0;
    if (digits.len == 0)
        return false;
    for (size_t i = 0; i < digits.len; i++) {
        if (digits.ptr[i] < '0' || digits.ptr[i] > '9')
            return false;
        uint64_t digit = (uint64_t)(digits.ptr[i] - '0');
        if (value > (UINT64_MAX - digit) / 10)
            return false;
        value = value * 10 + digit;
    }
    *ret = value;
    return true;
}

bool str_int(td_str text, int64_t min, int64_t max, int64_t *ret)
{
    bool negative = text.len > 0 && text.ptr[0] == '-';
    uint64_t magnitude;
    if (negative)
        cut_front(&text, 1);
    if (!read_magnitude(text, &magnitude))
        return false;
    if (magnitude > (uint64_t)INT64_MAX + (negative ? 1 : 0))
        return false;
    /* -(m - 1) - 1: INT64_MIN has no positive twin to negate */
    int64_t value = negative && magnitude > 0 ? -(int64_t)(magnitude - 1) - 1 : (int64_t)magnitude;
    if (value < min || value > max)
        return false;
    *ret = value;
    return true;
}

static int hex_digit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

bool str_hex64(td_str text, uint64_t *ret)
{
    uint64_t value = 0;
    if (text.len != 16)
        return false;
    for (size_t i = 0; i < text.len; i++) {
        int digit = hex_digit(text.ptr[i]);
        if (digit < 0)
            return false;
        value = value << 4 | (uint64_t)digit;
    }
    *ret = value;
    return true;
}

enum { CAP = 9, BAND = 2 * CAP + 1 };

/* Three rows of the classic table, but only the diagonal band that can stay under the cap:
 * cell k of row i stands for the column i + k - CAP. */
struct band {
    int cell[3][BAND];
};

static int *band_row(struct band *b, size_t i)
{
    return b->cell[i % 3];
}

static int band_get(struct band *b, size_t i, int k)
{
    return k < 0 || k >= BAND ? CAP : band_row(b, i)[k];
}

static int least(int a, int b)
{
    return a < b ? a : b;
}

/* The distance of a's first i bytes to b's first j, where k is j's place in the band; i, j > 0. */
static int band_cell(struct band *b, td_str x, td_str y, size_t i, size_t j, int k)
{
    int best = band_get(b, i - 1, k) + (x.ptr[i - 1] != y.ptr[j - 1]);
    best = least(best, band_get(b, i, k - 1) + 1);
    best = least(best, band_get(b, i - 1, k + 1) + 1);
    if (i > 1 && j > 1 && x.ptr[i - 1] == y.ptr[j - 2] && x.ptr[i - 2] == y.ptr[j - 1])
        best = least(best, band_get(b, i - 2, k) + 1); /* two neighbours swapped */
    return least(best, CAP);
}

static void band_fill(struct band *b, td_str x, td_str y, size_t i)
{
    for (int k = 0; k < BAND; k++) {
        int64_t j = (int64_t)i + k - CAP;
        int *cell = &band_row(b, i)[k];
        if (j < 0 || j > (int64_t)y.len)
            *cell = CAP;
        else if (i == 0 || j == 0)
            *cell = least((int)(i == 0 ? j : (int64_t)i), CAP);
        else
            *cell = band_cell(b, x, y, i, (size_t)j, k);
    }
}

int str_distance(td_str a, td_str b)
{
    size_t apart = a.len > b.len ? a.len - b.len : b.len - a.len;
    struct band band = {0};
    if (apart >= CAP)
        return CAP;
    for (size_t i = 0; i <= a.len; i++)
        band_fill(&band, a, b, i);
    return band_get(&band, a.len, (int)((int64_t)b.len - (int64_t)a.len) + CAP);
}

int str_nearest(td_str wrong, const td_str *names, int count)
{
    int best = -1;
    int best_distance = wrong.len / 2 < 3 ? (int)(wrong.len / 2) + 1 : 4; /* one more than allowed */
    for (int i = 0; i < count; i++) {
        int distance = str_distance(wrong, names[i]);
        if (distance < best_distance) {
            best = i;
            best_distance = distance;
        }
    }
    return best;
}
