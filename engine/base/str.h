/* str.h - text is a slice: a pointer and a length, never a terminator to forget.
 * Nothing here allocates or keeps anything; a slice cut from another lives as long as that one. */
#ifndef TD_BASE_STR_H
#define TD_BASE_STR_H

#include "poison.h"
#include "talkdown.h"
#include <string.h>

static inline td_str str_of(const char *terminated)
{
    return (td_str){terminated, strlen(terminated)};
}

static inline bool str_eq(td_str a, td_str b)
{
    return a.len == b.len && (a.len == 0 || memcmp(a.ptr, b.ptr, a.len) == 0);
}

static inline bool str_is(td_str a, const char *terminated)
{
    return str_eq(a, str_of(terminated));
}

/* Byte order, on every machine; a prefix comes first.  < 0, 0 or > 0. */
int str_cmp(td_str a, td_str b);
bool str_starts(td_str text, td_str prefix);

/* Cuts the first word (bytes up to a space) off *rest and skips the spaces behind it.
 * Returns an empty slice at the end, and also where *rest begins with a space. */
td_str str_word(td_str *rest);
/* Cuts the first line off *rest, without its \n; a \r before it is dropped too.
 * The last line may lack its \n; ask rest->len before the call to tell the end from an empty line. */
td_str str_line(td_str *rest);

/* Decimal, optional minus, nothing else, within [min, max]; false and *ret untouched otherwise. */
bool str_int(td_str text, int64_t min, int64_t max, int64_t *ret);
/* Exactly 16 lower-case hexadecimal digits; false and *ret untouched otherwise. */
bool str_hex64(td_str text, uint64_t *ret);

/* Edit distance in bytes, for "did you mean"; two swapped neighbours count once (optimal string
 * alignment); capped at 9.  Linear in the longer length, so hostile names cost little. */
int str_distance(td_str a, td_str b);
/* The index of the name nearest to wrong, the first of equals; -1 if none is near enough to be
 * a slip of the pen: more than 3 edits, or more than half of the letters. */
int str_nearest(td_str wrong, const td_str *names, int count);

/* The length in bytes of the code point at the front of text; 0 if there is none or it is not
 * valid (RFC 3629: no surrogates, no overlongs, nothing above U+10FFFF). */
size_t utf8_size(td_str text);
/* The length of the longest valid UTF-8 prefix. */
size_t utf8_valid_prefix(td_str text);
/* Decodes one code point of text, which is not empty, and moves *text on.  A byte that is not valid
 * comes out as U+FFFD, one at a time. */
uint32_t utf8_next(td_str *text);
/* Writes a code point (no surrogate, at most U+10FFFF); returns its length, 1 to 4. */
size_t utf8_put(char ret[4], uint32_t code);
/* How many code points valid UTF-8 has. */
size_t utf8_count(td_str text);
/* The longest prefix of valid UTF-8 that has at most max bytes and splits no code point. */
td_str utf8_cut(td_str text, size_t max);

#endif
