/* test_alike.c - do two short texts speak of the same thing? */
#include "alike.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
/* after those: */
#include <cmocka.h>

static void words_are_runs_of_letters(void **state)
{
    (void)state;
    td_str rest = TD_STR("  \xe2\x80\x9cJosie\xe2\x80\x9d, his\xc2\xa0"
                         "daughter."),
           word;
    static const char *const wanted[] = {"Josie", "his", "daughter"};
    for (int i = 0; i < 3; i++) {
        assert_true(alike_next(&rest, &word));
        assert_true(str_is(word, wanted[i]));
    }
    assert_false(alike_next(&rest, &word));
}

static void a_word_is_itself_in_either_case_and_with_another_ending(void **state)
{
    (void)state;
    static const struct {
        const char *a, *b;
        bool same;
    } cases[] = {
        {"dog", "Dog", true},
        {"dog", "dogs", false}, /* too short to have an ending */
        {"lorry", "Lorries", true},
        {"walked", "walk", true},
        {"\xc3\x89"
         "cole",
         "\xc3\xa9"
         "coles",
         true},
        {"brother", "broken", false},
        {"daughter", "doubt", false},
        {"", "", true},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(alike_word(str_of(cases[i].a), str_of(cases[i].b)), cases[i].same);
}

static void two_sentences_are_the_same_when_their_weighty_words_are(void **state)
{
    (void)state;
    td_str author = TD_STR("You asked him to act before he felt understood.");
    assert_true(alike_same(author, TD_STR("He did not feel understood before you asked him to act.")));
    assert_false(alike_same(author, TD_STR("Silence would have cost nothing here.")));
    assert_false(alike_same(author, TD_STR("")));
}

static void broken_bytes_do_no_harm(void **state)
{
    (void)state;
    td_str word, rest = {"\xff\xfe"
                         "abc\xc3",
                         6};
    assert_true(alike_next(&rest, &word));
    assert_true(str_is(word, "abc"));
    assert_false(alike_next(&rest, &word));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_are_runs_of_letters),
        cmocka_unit_test(a_word_is_itself_in_either_case_and_with_another_ending),
        cmocka_unit_test(two_sentences_are_the_same_when_their_weighty_words_are),
        cmocka_unit_test(broken_bytes_do_no_harm),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
