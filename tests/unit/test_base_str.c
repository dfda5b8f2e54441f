/* test_base_str.c - slices: cutting, comparing, reading numbers, the nearest name. */
#include "str.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

static void assert_str(td_str got, const char *want)
{
    if (!str_is(got, want))
        fail_msg("\"%.*s\" instead of \"%s\"", (int)got.len, got.ptr, want);
}

static void equal_slices_have_equal_bytes_and_lengths(void **state)
{
    (void)state;
    assert_true(str_eq(TD_STR("calm"), str_of("calm")));
    assert_true(str_eq(TD_STR("a\0b"), TD_STR("a\0b")));
    assert_false(str_eq(TD_STR("a\0b"), TD_STR("a\0c")));
    assert_false(str_eq(TD_STR("calm"), TD_STR("calmer")));
    assert_true(str_eq((td_str){NULL, 0}, TD_STR("")));
    assert_true(str_is((td_str){NULL, 0}, ""));
}

static void order_is_by_bytes_and_a_prefix_comes_first(void **state)
{
    (void)state;
    static const td_str sorted[] = {{NULL, 0}, {"\0", 1}, {"A", 1},        {"a", 1},   {"a\0", 2},
                                    {"ab", 2}, {"b", 1},  {"\xC3\xA9", 2}, {"\xFF", 1}};
    int count = (int)(sizeof sorted / sizeof *sorted);
    for (int i = 0; i < count; i++)
        for (int j = 0; j < count; j++) {
            int order = str_cmp(sorted[i], sorted[j]);
            assert_int_equal((order > 0) - (order < 0), (i > j) - (i < j));
        }
}

static void a_prefix_is_no_longer_than_the_text(void **state)
{
    (void)state;
    assert_true(str_starts(TD_STR("label"), TD_STR("lab")));
    assert_true(str_starts(TD_STR("label"), TD_STR("label")));
    assert_true(str_starts(TD_STR("label"), TD_STR("")));
    assert_true(str_starts((td_str){NULL, 0}, TD_STR("")));
    assert_false(str_starts(TD_STR("lab"), TD_STR("label")));
    assert_false(str_starts(TD_STR("label"), TD_STR("Lab")));
}

static void words_are_cut_at_spaces_until_nothing_is_left(void **state)
{
    (void)state;
    td_str rest = TD_STR("primary choose   b14 \ttab");
    assert_str(str_word(&rest), "primary");
    assert_str(str_word(&rest), "choose");
    assert_str(str_word(&rest), "b14");
    assert_str(str_word(&rest), "\ttab"); /* only a space is a space */
    assert_str(str_word(&rest), "");
    assert_int_equal(rest.len, 0);
    assert_str(str_word(&rest), "");
}

static void a_leading_space_shows_as_an_empty_word(void **state)
{
    (void)state;
    td_str rest = TD_STR("  wait 5");
    assert_str(str_word(&rest), "");
    assert_str(rest, "wait 5");
    td_str none = {NULL, 0};
    assert_str(str_word(&none), "");
}

static void lines_lose_their_end_in_every_common_form(void **state)
{
    (void)state;
    td_str rest = TD_STR("one\ntwo\r\n\n\r\nthr\ree\r\nlast\r");
    assert_str(str_line(&rest), "one");
    assert_str(str_line(&rest), "two");
    assert_str(str_line(&rest), "");
    assert_str(str_line(&rest), "");
    assert_str(str_line(&rest), "thr\ree");
    assert_str(str_line(&rest), "last\r"); /* no \n follows: the \r is text */
    assert_int_equal(rest.len, 0);
    assert_str(str_line(&rest), "");
}

struct number_row {
    const char *text;
    int64_t min, max;
    bool good;
    int64_t value;
};

static const struct number_row number_table[] = {
    {"0", -9, 9, true, 0},
    {"-0", -9, 9, true, 0},
    {"007", 0, 9, true, 7},
    {"-5", -5, 5, true, -5},
    {"5", -5, 5, true, 5},
    {"6", -5, 5, false, 0},
    {"-6", -5, 5, false, 0},
    {"9223372036854775807", INT64_MIN, INT64_MAX, true, INT64_MAX},
    {"-9223372036854775808", INT64_MIN, INT64_MAX, true, INT64_MIN},
    {"9223372036854775808", INT64_MIN, INT64_MAX, false, 0},
    {"-9223372036854775809", INT64_MIN, INT64_MAX, false, 0},
    {"18446744073709551616", INT64_MIN, INT64_MAX, false, 0},
    {"99999999999999999999999999", INT64_MIN, INT64_MAX, false, 0},
    {"", -9, 9, false, 0},
    {"-", -9, 9, false, 0},
    {"--1", -9, 9, false, 0},
    {"+1", -9, 9, false, 0},
    {" 1", -9, 9, false, 0},
    {"1 ", -9, 9, false, 0},
    {"1.0", -9, 9, false, 0},
    {"1e2", -9, 999, false, 0},
    {"0x1", -9, 9, false, 0},
    {"\xD9\xA1", -9, 9, false, 0}, /* an Arabic one */
    {"1-", -9, 9, false, 0},
};

static void numbers_are_decimal_whole_and_within_their_range(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof number_table / sizeof *number_table; i++) {
        const struct number_row *row = &number_table[i];
        int64_t value = 4711;
        bool good = str_int(str_of(row->text), row->min, row->max, &value);
        if (good != row->good || value != (row->good ? row->value : 4711))
            fail_msg("row %zu, \"%s\": %d, %lld", i, row->text, good, (long long)value);
    }
}

static void hashes_are_sixteen_lower_case_digits(void **state)
{
    (void)state;
    uint64_t value = 1;
    assert_true(str_hex64(TD_STR("0123456789abcdef"), &value));
    assert_true(value == UINT64_C(0x0123456789abcdef));
    assert_true(str_hex64(TD_STR("ffffffffffffffff"), &value));
    assert_true(value == UINT64_MAX);
    static const char *const bad[] = {"",
                                      "0123456789abcde",
                                      "0123456789abcdef0",
                                      "0123456789abcdeF",
                                      "0x23456789abcdef",
                                      "0123456789abcdeg",
                                      " 123456789abcdef"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        assert_false(str_hex64(str_of(bad[i]), &value));
        assert_true(value == UINT64_MAX);
    }
}

struct distance_row {
    const char *a, *b;
    int distance;
};

static const struct distance_row distance_table[] = {
    {"", "", 0},
    {"label", "label", 0},
    {"label", "lable", 1}, /* swapped */
    {"label", "labe", 1},
    {"label", "labels", 1},
    {"label", "lapel", 1},
    {"", "abc", 3},
    {"kitten", "sitting", 3},
    {"ca", "abc", 3}, /* optimal string alignment: no edit inside a swap */
    {"abcdefgh", "", 8},
    {"abcdefghi", "", 9},
    {"abcdefghij", "", 9},
    {"aaaaaaaaaaaa", "bbbbbbbbbbbb", 9},
    {"open_question", "closed_question", 4},
    {"paraphrase", "parafrase", 2},
    {"xxabcdefgh", "abcdefghxx", 4},
};

static void edit_distance_counts_slips_up_to_nine(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof distance_table / sizeof *distance_table; i++) {
        const struct distance_row *row = &distance_table[i];
        int there = str_distance(str_of(row->a), str_of(row->b));
        int back = str_distance(str_of(row->b), str_of(row->a));
        if (there != row->distance || back != row->distance)
            fail_msg("\"%s\" and \"%s\": %d, %d", row->a, row->b, there, back);
    }
}

/* The whole table, slowly and without a band, to have something to agree with. */
static int plain_distance(td_str a, td_str b)
{
    static int cell[40][40];
    for (size_t i = 0; i <= a.len; i++)
        for (size_t j = 0; j <= b.len; j++) {
            int best = (int)(i + j);
            if (i > 0 && j > 0) {
                best = cell[i - 1][j - 1] + (a.ptr[i - 1] != b.ptr[j - 1]);
                best = cell[i - 1][j] + 1 < best ? cell[i - 1][j] + 1 : best;
                best = cell[i][j - 1] + 1 < best ? cell[i][j - 1] + 1 : best;
            }
            if (i > 1 && j > 1 && a.ptr[i - 1] == b.ptr[j - 2] && a.ptr[i - 2] == b.ptr[j - 1] &&
                cell[i - 2][j - 2] + 1 < best)
                best = cell[i - 2][j - 2] + 1;
            cell[i][j] = best;
        }
    return cell[a.len][b.len] < 9 ? cell[a.len][b.len] : 9;
}

static void the_banded_distance_equals_the_whole_table(void **state)
{
    (void)state;
    uint32_t luck = 12345;
    for (int round = 0; round < 20000; round++) {
        char text[2][32];
        td_str slice[2];
        for (int k = 0; k < 2; k++) {
            luck = luck * 1664525u + 1013904223u;
            slice[k] = (td_str){text[k], luck >> 27};
            for (size_t i = 0; i < slice[k].len; i++) {
                luck = luck * 1664525u + 1013904223u;
                text[k][i] = (char)('a' + (luck >> 30));
            }
        }
        assert_int_equal(str_distance(slice[0], slice[1]), plain_distance(slice[0], slice[1]));
    }
}

static void very_long_names_cost_little(void **state)
{
    (void)state;
    static char a[200000], b[200000];
    memset(a, 'x', sizeof a);
    memset(b, 'x', sizeof b);
    b[100000] = 'y';
    assert_int_equal(str_distance((td_str){a, sizeof a}, (td_str){b, sizeof b}), 1);
    assert_int_equal(str_distance((td_str){a, sizeof a}, (td_str){b, sizeof b - 4}), 5);
    assert_int_equal(str_distance((td_str){a, sizeof a}, TD_STR("x")), 9);
}

static void the_nearest_name_is_a_likely_slip_or_none(void **state)
{
    (void)state;
    const td_str names[] = {TD_STR("label"), TD_STR("mirror"), TD_STR("open_question"), TD_STR("closed_question"),
                            TD_STR("plan")};
    assert_int_equal(str_nearest(TD_STR("lable"), names, 5), 0);
    assert_int_equal(str_nearest(TD_STR("miror"), names, 5), 1);
    assert_int_equal(str_nearest(TD_STR("open-question"), names, 5), 2);
    assert_int_equal(str_nearest(TD_STR("plan"), names, 5), 4);
    assert_int_equal(str_nearest(TD_STR("paln"), names, 5), 4);
    assert_int_equal(str_nearest(TD_STR("lamp"), names, 5), -1); /* three edits of four letters */
    assert_int_equal(str_nearest(TD_STR("elephant"), names, 5), -1);
    assert_int_equal(str_nearest(TD_STR("x"), names, 5), -1);
    assert_int_equal(str_nearest(TD_STR(""), names, 5), -1);
    assert_int_equal(str_nearest(TD_STR("label"), names, 0), -1);
}

static void of_equally_near_names_the_first_is_named(void **state)
{
    (void)state;
    const td_str names[] = {TD_STR("beta"), TD_STR("meta")};
    assert_int_equal(str_nearest(TD_STR("zeta"), names, 2), 0);
}

struct utf8_row {
    const char *bytes;
    size_t size; /* of the first code point; 0: not valid */
    uint32_t code;
};

static const struct utf8_row utf8_table[] = {
    {"A", 1, 'A'},
    {"\x7F", 1, 0x7F},
    {"\x80", 0, 0},
    {"\xBF", 0, 0},
    {"\xC0\x80", 0, 0}, /* overlong NUL */
    {"\xC1\xBF", 0, 0},
    {"\xC2\x80", 2, 0x80},
    {"\xC3\xA9", 2, 0xE9},
    {"\xDF\xBF", 2, 0x7FF},
    {"\xC3", 0, 0},
    {"\xC3(", 0, 0},
    {"\xE0\x9F\xBF", 0, 0}, /* overlong */
    {"\xE0\xA0\x80", 3, 0x800},
    {"\xE2\x82\xAC", 3, 0x20AC},
    {"\xED\x9F\xBF", 3, 0xD7FF},
    {"\xED\xA0\x80", 0, 0}, /* surrogates */
    {"\xED\xBF\xBF", 0, 0},
    {"\xEE\x80\x80", 3, 0xE000},
    {"\xEF\xBF\xBF", 3, 0xFFFF},
    {"\xE2\x82", 0, 0},
    {"\xE2\x82(", 0, 0},
    {"\xF0\x8F\xBF\xBF", 0, 0}, /* overlong */
    {"\xF0\x90\x80\x80", 4, 0x10000},
    {"\xF0\x9F\x98\x80", 4, 0x1F600},
    {"\xF4\x8F\xBF\xBF", 4, 0x10FFFF},
    {"\xF4\x90\x80\x80", 0, 0}, /* beyond Unicode */
    {"\xF5\x80\x80\x80", 0, 0},
    {"\xF0\x9F\x98", 0, 0},
    {"\xF0\x9F\x98(", 0, 0},
    {"\xFE", 0, 0},
    {"\xFF", 0, 0},
    {"", 0, 0},
};

static void utf8_is_what_rfc_3629_says(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof utf8_table / sizeof *utf8_table; i++) {
        const struct utf8_row *row = &utf8_table[i];
        td_str text = str_of(row->bytes);
        if (utf8_size(text) != row->size)
            fail_msg("row %zu: size %zu", i, utf8_size(text));
        if (row->size == 0)
            continue;
        char again[4];
        assert_int_equal(utf8_next(&text), row->code);
        assert_int_equal(text.len, strlen(row->bytes) - row->size);
        assert_int_equal(utf8_put(again, row->code), row->size);
        assert_memory_equal(again, row->bytes, row->size);
    }
}

static void every_code_point_survives_encoding(void **state)
{
    (void)state;
    for (uint32_t code = 0; code <= 0x10FFFF; code++) {
        char utf8[4];
        if (code >= 0xD800 && code <= 0xDFFF)
            continue;
        td_str text = {utf8, utf8_put(utf8, code)};
        if (utf8_valid_prefix(text) != text.len || utf8_next(&text) != code || text.len != 0)
            fail_msg("U+%04X", (unsigned)code);
    }
}

static void a_bad_byte_comes_out_as_a_replacement_and_is_passed(void **state)
{
    (void)state;
    td_str text = TD_STR("\xFF\xC3x");
    assert_int_equal(utf8_next(&text), 0xFFFD);
    assert_int_equal(utf8_next(&text), 0xFFFD);
    assert_int_equal(utf8_next(&text), 'x');
    assert_int_equal(text.len, 0);
}

static void the_valid_prefix_ends_before_the_first_bad_byte(void **state)
{
    (void)state;
    assert_int_equal(utf8_valid_prefix(TD_STR("")), 0);
    assert_int_equal(utf8_valid_prefix(TD_STR("caf\xC3\xA9")), 5);
    assert_int_equal(utf8_valid_prefix(TD_STR("caf\xE9 noir")), 3);
    assert_int_equal(utf8_valid_prefix(TD_STR("a\0b")), 3);
    assert_int_equal(utf8_valid_prefix(TD_STR("ab\xE2\x82")), 2);
}

static void counting_and_cutting_keep_characters_whole(void **state)
{
    (void)state;
    td_str text = TD_STR("d\xC3\xA9j\xC3\xA0 \xE2\x82\xAC \xF0\x9F\x98\x80");
    assert_int_equal(utf8_count(text), 8);
    assert_int_equal(utf8_count(TD_STR("")), 0);
    assert_str(utf8_cut(text, 100), "d\xC3\xA9j\xC3\xA0 \xE2\x82\xAC \xF0\x9F\x98\x80");
    assert_str(utf8_cut(text, text.len), "d\xC3\xA9j\xC3\xA0 \xE2\x82\xAC \xF0\x9F\x98\x80");
    assert_str(utf8_cut(text, text.len - 1), "d\xC3\xA9j\xC3\xA0 \xE2\x82\xAC ");
    assert_str(utf8_cut(text, 3), "d\xC3\xA9");
    assert_str(utf8_cut(text, 2), "d");
    assert_str(utf8_cut(text, 0), "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(equal_slices_have_equal_bytes_and_lengths),
        cmocka_unit_test(order_is_by_bytes_and_a_prefix_comes_first),
        cmocka_unit_test(a_prefix_is_no_longer_than_the_text),
        cmocka_unit_test(words_are_cut_at_spaces_until_nothing_is_left),
        cmocka_unit_test(a_leading_space_shows_as_an_empty_word),
        cmocka_unit_test(lines_lose_their_end_in_every_common_form),
        cmocka_unit_test(numbers_are_decimal_whole_and_within_their_range),
        cmocka_unit_test(hashes_are_sixteen_lower_case_digits),
        cmocka_unit_test(edit_distance_counts_slips_up_to_nine),
        cmocka_unit_test(the_banded_distance_equals_the_whole_table),
        cmocka_unit_test(very_long_names_cost_little),
        cmocka_unit_test(the_nearest_name_is_a_likely_slip_or_none),
        cmocka_unit_test(of_equally_near_names_the_first_is_named),
        cmocka_unit_test(utf8_is_what_rfc_3629_says),
        cmocka_unit_test(every_code_point_survives_encoding),
        cmocka_unit_test(a_bad_byte_comes_out_as_a_replacement_and_is_passed),
        cmocka_unit_test(the_valid_prefix_ends_before_the_first_bad_byte),
        cmocka_unit_test(counting_and_cutting_keep_characters_whole),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
