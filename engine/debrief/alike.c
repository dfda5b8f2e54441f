/* alike.c - compares texts word by word.  No dictionary: a stem is a common beginning, a small word is a short
 * one.  Good enough to hold a hurried note against what was said, and to keep a page from saying a thing twice. */
#include "alike.h"

enum { STEM = 4, ENDING = 3, WEIGHTY = 4 };

/* Letters, digits and whatever lies beyond ASCII, except the blanks and marks of punctuation there. */
static bool is_letter(uint32_t c)
{
    if (c < 0x80)
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    return c >= 0xC0 && c != 0xD7 && c != 0xF7 && !(c >= 0x2000 && c <= 0x206F) && c != 0xFFFD;
}

static uint32_t lower(uint32_t c)
{
    bool capital = (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7);
    return capital ? c + 0x20 : c;
}

bool alike_next(td_str *rest, td_str *ret)
{
    const char *start = NULL;
    while (rest->len > 0) {
        td_str here = *rest;
        bool letter = is_letter(utf8_next(rest));
        if (letter && start == NULL)
            start = here.ptr;
        if (letter || start == NULL)
            continue;
        *rest = here;
        break;
    }
    if (start == NULL)
        return false;
    *ret = (td_str){start, (size_t)(rest->ptr - start)};
    return true;
}

bool alike_word(td_str a, td_str b)
{
    size_t common = 0;
    while (a.len > 0 && b.len > 0) {
        td_str next_a = a, next_b = b;
        if (lower(utf8_next(&next_a)) != lower(utf8_next(&next_b)))
            break;
        a = next_a;
        b = next_b;
        common++;
    }
    size_t rest_a = utf8_count(a), rest_b = utf8_count(b);
    return rest_a + rest_b == 0 || (common >= STEM && rest_a <= ENDING && rest_b <= ENDING);
}

bool alike_holds(td_str text, td_str word)
{
    td_str other;
    while (alike_next(&text, &other))
        if (alike_word(other, word))
            return true;
    return false;
}

/* How many weighty words of a there are, and how many of them b has. */
static void count_shared(td_str a, td_str b, int *ret_all, int *ret_shared)
{
    td_str word;
    *ret_all = *ret_shared = 0;
    while (alike_next(&a, &word)) {
        if (utf8_count(word) < WEIGHTY)
            continue;
        (*ret_all)++;
        *ret_shared += alike_holds(b, word);
    }
}

bool alike_same(td_str a, td_str b)
{
    int all, shared;
    count_shared(a.len <= b.len ? a : b, a.len <= b.len ? b : a, &all, &shared);
    return all > 0 && 3 * shared >= 2 * all;
}
