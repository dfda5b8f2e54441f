/* utf8.c - code points in and out of UTF-8, exactly as RFC 3629 says.
 * An overlong or a surrogate that slips in here comes out somewhere as a forged quote or a
 * broken journal, so there is one place that decides. */
#include "str.h"

#include <assert.h>

static unsigned char byte_at(td_str text, size_t i)
{
    return (unsigned char)text.ptr[i];
}

static bool is_tail(unsigned char byte)
{
    return (byte & 0xC0) == 0x80;
}

/* How long a sequence is that begins so; 0 for a byte that begins none. */
static size_t size_by_lead(unsigned char lead)
{
    if (lead < 0x80)
        return 1;
    if (lead < 0xC2) /* a tail, or an overlong of two */
        return 0;
    if (lead < 0xE0)
        return 2;
    if (lead < 0xF0)
        return 3;
    return lead < 0xF5 ? 4 : 0;
}

/* The second byte has the narrow ranges: RFC 3629 section 4. */
static bool second_fits(unsigned char lead, unsigned char second)
{
    if (!is_tail(second))
        return false;
    switch (lead) {
    case 0xE0: return second >= 0xA0; /* else overlong */
    case 0xED: return second < 0xA0;  /* else a surrogate */
    case 0xF0: return second >= 0x90; /* else overlong */
    case 0xF4: return second < 0x90;  /* else above U+10FFFF */
    default: return true;
    }
}

size_t utf8_size(td_str text)
{
    if (text.len == 0)
        return 0;
    size_t size = size_by_lead(byte_at(text, 0));
    if (size > text.len)
        return 0;
    if (size > 1 && !second_fits(byte_at(text, 0), byte_at(text, 1)))
        return 0;
    for (size_t i = 2; i < size; i++)
        if (!is_tail(byte_at(text, i)))
            return 0;
    return size;
}

size_t utf8_valid_prefix(td_str text)
{
    size_t at = 0;
    while (at < text.len) {
        size_t size = utf8_size((td_str){text.ptr + at, text.len - at});
        if (size == 0)
            break;
        at += size;
    }
    return at;
}

static uint32_t decode(td_str text, size_t size)
{
    static const unsigned char lead_bits[5] = {0, 0x7F, 0x1F, 0x0F, 0x07};
    uint32_t code = byte_at(text, 0) & lead_bits[size];
    for (size_t i = 1; i < size; i++)
        code = code << 6 | (byte_at(text, i) & 0x3F);
    return code;
}

uint32_t utf8_next(td_str *text)
{
    assert(text->len > 0);
    size_t size = utf8_size(*text);
    uint32_t code = size > 0 ? decode(*text, size) : 0xFFFD;
    size_t step = size > 0 ? size : 1;
    text->ptr += step;
    text->len -= step;
    return code;
}

static char tail_of(uint32_t code, int shift)
{
    return (char)(0x80 | ((code >> shift) & 0x3F));
}

size_t utf8_put(char ret[4], uint32_t code)
{
    assert(code <= 0x10FFFF && (code < 0xD800 || code > 0xDFFF));
    if (code < 0x80) {
        ret[0] = (char)code;
        return 1;
    }
    if (code < 0x800) {
        ret[0] = (char)(0xC0 | code >> 6);
        ret[1] = tail_of(code, 0);
        return 2;
    }
    if (code < 0x10000) {
        ret[0] = (char)(0xE0 | code >> 12);
        ret[1] = tail_of(code, 6);
        ret[2] = tail_of(code, 0);
        return 3;
    }
    ret[0] = (char)(0xF0 | code >> 18);
    ret[1] = tail_of(code, 12);
    ret[2] = tail_of(code, 6);
    ret[3] = tail_of(code, 0);
    return 4;
}

size_t utf8_count(td_str text)
{
    size_t count = 0;
    for (size_t i = 0; i < text.len; i++)
        count += !is_tail(byte_at(text, i));
    return count;
}

td_str utf8_cut(td_str text, size_t max)
{
    if (text.len <= max)
        return text;
    while (max > 0 && is_tail(byte_at(text, max)))
        max--;
    return (td_str){text.ptr, max};
}
