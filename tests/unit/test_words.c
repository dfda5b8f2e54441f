/* test_words.c - sentences by id: variants, places, fall-backs, faults.
 * The language files that ship are judged in test_language.c. */
#include "test_memory.h"
#include "words.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>
/* after those: */
#include <cmocka.h>

struct fixture {
    struct test_memory memory;
    struct arena arena;
    struct diags diags;
    struct words *english;
};

static const char english_text[] =
    "{\"format\":\"talkdown-words-1\",\"lang\":\"en\",\"texts\":{"
    "\"plain\":\"Nothing to fill in.\","
    "\"hello\":\"Hello {name}, from {place}.\","
    "\"quiet\":{\"he\":\"He is quiet.\",\"she\":\"She is quiet.\",\"they\":\"They are quiet.\"},"
    "\"left\":{\"one\":\"{n} exchange left.\",\"other\":\"{n} exchanges left.\"},"
    "\"gave\":{\"he\":{\"one\":\"He gave {n} reason.\",\"other\":\"He gave {n} reasons.\"},"
    "\"she\":{\"one\":\"She gave {n} reason.\",\"other\":\"She gave {n} reasons.\"},"
    "\"they\":{\"one\":\"They gave {n} reason.\",\"other\":\"They gave {n} reasons.\"}},"
    "\"lines\":[\"first\",\"\",\"third\"],"
    "\"call\":\"Ring {service.crisis_line}.\","
    "\"value.service.crisis_line\":\"your crisis line\","
    "\"value.learner.name\":\"Alex\","
    "\"list.next\":\"{a}, {b}\",\"list.last\":\"{a} and {b}\","
    "\"json\":\"One object: {\\\"act\\\":\\\"label\\\"} {} {Not} {not closed\","
    "\"only-english\":\"Not yet in any other.\""
    "}}";

static const char french_text[] =
    "{\"format\":\"talkdown-words-1\",\"lang\":\"fr\",\"one\":[0,1],\"texts\":{"
    "\"plain\":\"Rien à remplir.\",\"hello\":\"{place} : bonjour {name}.\","
    "\"quiet\":{\"he\":\"Il se tait.\",\"she\":\"Elle se tait.\",\"they\":\"La personne se tait.\"},"
    "\"left\":{\"one\":\"{n} échange restant.\",\"other\":\"{n} échanges restants.\"},"
    "\"gave\":\"Raisons : {n}.\",\"lines\":\"une seule\",\"call\":\"Appelez {service.crisis_line}.\","
    "\"value.service.crisis_line\":\"votre ligne de crise\",\"value.learner.name\":\"Alex\","
    "\"list.next\":\"{a}, {b}\",\"list.last\":\"{a} et {b}\",\"json\":\"{}\"}}";

static td_status load(struct fixture *f, const char *text, const struct words *fallback, struct words **ret)
{
    diags_init(&f->diags, &f->arena);
    return words_load(&f->memory.allocator, TD_STR("words.json"), str_of(text), &f->diags, fallback, ret);
}

static int set_up(void **state)
{
    struct fixture *f = calloc(1, sizeof *f);
    *state = f;
    arena_init(&f->arena, test_memory_init(&f->memory));
    return load(f, english_text, NULL, &f->english) == TD_OK && f->diags.count == 0 ? 0 : -1;
}

static int tear_down(void **state)
{
    struct fixture *f = *state;
    words_destroy(f->english);
    arena_finish(&f->arena);
    int left = f->memory.blocks;
    free(f);
    return left; /* anything still held fails the test */
}

static const char *said(struct fixture *f, const struct words *words, const char *id, int person,
                        const struct word_arg *args, int count)
{
    struct writer w;
    writer_init(&w, &f->arena);
    words_write(&w, words, id, person, args, count);
    return arena_cstr(&f->arena, writer_str(&w));
}

static void a_sentence_comes_by_its_id(void **state)
{
    struct fixture *f = *state;
    assert_string_equal(said(f, f->english, "plain", WORDS_HE, NULL, 0), "Nothing to fill in.");
    assert_true(str_is(words_lang(f->english), "en"));
    assert_true(words_has(f->english, TD_STR("plain")));
    assert_false(words_has(f->english, TD_STR("plai")));
    assert_false(words_has(f->english, TD_STR("")));
}

static void a_missing_sentence_shows_as_its_id(void **state)
{
    struct fixture *f = *state;
    assert_string_equal(said(f, f->english, "no.such.text", WORDS_SHE, NULL, 0), "no.such.text");
    assert_true(str_is(words_get(f->english, TD_STR("no.such.text")), "no.such.text"));
    assert_true(str_is(words_variant(f->english, TD_STR("nor.this"), WORDS_HE, 0), "nor.this"));
}

static void places_are_filled_by_name_in_any_order(void **state)
{
    struct fixture *f = *state;
    const struct word_arg args[] = {ARG_TEXT("place", TD_STR("Lyon")), ARG_TEXT("name", TD_STR("Ada"))};
    assert_string_equal(said(f, f->english, "hello", WORDS_HE, args, 2), "Hello Ada, from Lyon.");
}

static void a_place_nobody_fills_stays_visible(void **state)
{
    struct fixture *f = *state;
    const struct word_arg args[] = {ARG_INT("name", -7)};
    assert_string_equal(said(f, f->english, "hello", WORDS_HE, args, 1), "Hello -7, from {place}.");
}

static void braces_that_are_no_places_are_left_alone(void **state)
{
    struct fixture *f = *state;
    assert_string_equal(said(f, f->english, "json", WORDS_HE, NULL, 0),
                        "One object: {\"act\":\"label\"} {} {Not} {not closed");
}

static void an_argument_is_never_filled_in_again(void **state)
{
    struct fixture *f = *state;
    const struct word_arg args[] = {ARG_TEXT("name", TD_STR("{place}")), ARG_TEXT("place", TD_STR("{name}"))};
    assert_string_equal(said(f, f->english, "hello", WORDS_HE, args, 2), "Hello {place}, from {name}.");
}

static void the_person_chooses_the_variant(void **state)
{
    struct fixture *f = *state;
    assert_string_equal(said(f, f->english, "quiet", WORDS_HE, NULL, 0), "He is quiet.");
    assert_string_equal(said(f, f->english, "quiet", WORDS_SHE, NULL, 0), "She is quiet.");
    assert_string_equal(said(f, f->english, "quiet", WORDS_THEY, NULL, 0), "They are quiet.");
}

static void the_number_chooses_the_variant(void **state)
{
    struct fixture *f = *state;
    static const struct {
        int64_t n;
        const char *text;
    } cases[] = {
        {0, "0 exchanges left."},
        {1, "1 exchange left."},
        {2, "2 exchanges left."},
        {-1, "-1 exchanges left."},
        {INT64_MAX, "9223372036854775807 exchanges left."},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct word_arg args[] = {ARG_INT("n", cases[i].n)};
        assert_string_equal(said(f, f->english, "left", WORDS_HE, args, 1), cases[i].text);
    }
}

static void a_text_without_a_number_is_many(void **state)
{
    struct fixture *f = *state;
    const struct word_arg text[] = {ARG_TEXT("n", TD_STR("some"))};
    assert_string_equal(said(f, f->english, "left", WORDS_HE, text, 1), "some exchanges left.");
    assert_string_equal(said(f, f->english, "left", WORDS_HE, NULL, 0), "{n} exchanges left.");
}

static void the_argument_n_counts_before_other_numbers(void **state)
{
    struct fixture *f = *state;
    const struct word_arg args[] = {ARG_INT("other", 5), ARG_INT("n", 1)};
    assert_string_equal(said(f, f->english, "left", WORDS_HE, args, 2), "1 exchange left.");
    const struct word_arg first[] = {ARG_TEXT("text", TD_STR("x")), ARG_INT("count", 1)};
    assert_string_equal(said(f, f->english, "left", WORDS_HE, first, 2), "{n} exchange left.");
}

static void person_and_number_go_together(void **state)
{
    struct fixture *f = *state;
    const struct word_arg one[] = {ARG_INT("n", 1)}, many[] = {ARG_INT("n", 3)};
    assert_string_equal(said(f, f->english, "gave", WORDS_SHE, one, 1), "She gave 1 reason.");
    assert_string_equal(said(f, f->english, "gave", WORDS_SHE, many, 1), "She gave 3 reasons.");
    assert_string_equal(said(f, f->english, "gave", WORDS_HE, one, 1), "He gave 1 reason.");
    assert_string_equal(said(f, f->english, "gave", WORDS_THEY, many, 1), "They gave 3 reasons.");
    assert_true(str_is(words_get(f->english, TD_STR("gave")), "They gave {n} reasons."));
}

static void a_list_of_strings_is_lines(void **state)
{
    struct fixture *f = *state;
    assert_string_equal(said(f, f->english, "lines", WORDS_HE, NULL, 0), "first\n\nthird");
}

static void the_first_id_that_has_a_text_is_taken(void **state)
{
    struct fixture *f = *state;
    static const char *const ids[] = {"quiet.at.night", "quiet", "plain"};
    static const char *const none[] = {"no.one", "no.two"};
    struct writer w;
    writer_init(&w, &f->arena);
    words_write_first(&w, f->english, ids, 3, WORDS_SHE, NULL, 0);
    assert_true(str_is(writer_str(&w), "She is quiet."));
    writer_init(&w, &f->arena);
    words_write_first(&w, f->english, none, 2, WORDS_SHE, NULL, 0);
    assert_true(str_is(writer_str(&w), "no.two"));
}

static void items_are_joined_as_the_language_joins_them(void **state)
{
    struct fixture *f = *state;
    const td_str items[] = {TD_STR("name"), TD_STR("hooks"), TD_STR("risk"), TD_STR("promises")};
    static const char *const joined[] = {"", "name", "name and hooks", "name, hooks and risk",
                                         "name, hooks, risk and promises"};
    for (int count = 0; count <= 4; count++) {
        struct writer w;
        writer_init(&w, &f->arena);
        words_join(&w, f->english, items, count);
        assert_true(str_is(writer_str(&w), joined[count]));
    }
}

static void values_stand_in_until_they_are_set(void **state)
{
    struct fixture *f = *state;
    td_str line = TD_STR("service.crisis_line");
    assert_string_equal(said(f, f->english, "call", WORDS_HE, NULL, 0), "Ring your crisis line.");
    assert_true(words_set_value(f->english, line, TD_STR("Night Line")));
    assert_string_equal(said(f, f->english, "call", WORDS_HE, NULL, 0), "Ring Night Line.");
    assert_true(words_set_value(f->english, line, TD_STR("Day Line")));
    assert_string_equal(said(f, f->english, "call", WORDS_HE, NULL, 0), "Ring Day Line.");
    assert_false(words_set_value(f->english, TD_STR("service.unknown"), TD_STR("x")));
    const struct word_arg args[] = {ARG_TEXT("service.crisis_line", TD_STR("mine"))};
    assert_string_equal(said(f, f->english, "call", WORDS_HE, args, 1), "Ring mine.");
}

static void a_scenarios_line_is_filled_like_ours(void **state)
{
    struct fixture *f = *state;
    struct writer w;
    writer_init(&w, &f->arena);
    words_fill(&w, f->english, TD_STR("I'm {learner.name}. {service.crisis_line}? {subject.name}."), NULL, 0);
    assert_true(str_is(writer_str(&w), "I'm Alex. your crisis line? {subject.name}."));
}

static void an_overlay_sets_all_its_values_or_none(void **state)
{
    struct fixture *f = *state;
    td_str good = TD_STR("{\"format\":\"talkdown-overlay-1\",\"values\":{\"service.crisis_line\":\"Line A\"}}");
    td_str bad = TD_STR("{\"format\":\"talkdown-overlay-1\",\"values\":{\"service.crisis_line\":\"Line B\","
                        "\"service.crisis_lime\":\"C\",\"learner.name\":7}}");
    assert_int_equal(words_overlay(f->english, TD_STR("o.json"), good, &f->diags), TD_OK);
    assert_string_equal(said(f, f->english, "call", WORDS_HE, NULL, 0), "Ring Line A.");
    assert_int_equal(words_overlay(f->english, TD_STR("o.json"), bad, &f->diags), TD_E_INVALID);
    assert_string_equal(said(f, f->english, "call", WORDS_HE, NULL, 0), "Ring Line A.");
    assert_int_equal(f->diags.errors, 2);
    assert_string_equal(f->diags.items[0].code, D_OVERLAY_NAME);
    assert_true(str_is(f->diags.items[0].nearest, "service.crisis_line"));
    assert_string_equal(f->diags.items[1].code, D_OVERLAY_VALUE);
}

static void an_overlay_must_say_what_it_is(void **state)
{
    struct fixture *f = *state;
    static const char *const bad[] = {"{}",
                                      "[]",
                                      "7",
                                      "{\"format\":\"talkdown-overlay-1\"}",
                                      "{\"format\":\"talkdown-overlay-1\",\"values\":[]}",
                                      "{\"format\":\"talkdown-overlay-2\",\"values\":{}}"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        diags_init(&f->diags, &f->arena);
        assert_int_equal(words_overlay(f->english, TD_STR("o.json"), str_of(bad[i]), &f->diags), TD_E_INVALID);
        assert_string_equal(f->diags.items[0].code, D_OVERLAY_FILE);
    }
    assert_int_equal(words_overlay(f->english, TD_STR("o.json"), TD_STR("{"), &f->diags), TD_E_SYNTAX);
}

static void a_gap_falls_back_to_the_other_language(void **state)
{
    struct fixture *f = *state;
    struct words *french = NULL;
    assert_int_equal(load(f, french_text, f->english, &french), TD_OK);
    assert_string_equal(said(f, french, "plain", WORDS_HE, NULL, 0), "Rien à remplir.");
    assert_string_equal(said(f, french, "only-english", WORDS_HE, NULL, 0), "Not yet in any other.");
    const struct word_arg args[] = {ARG_TEXT("place", TD_STR("Lyon")), ARG_TEXT("name", TD_STR("Ada"))};
    assert_string_equal(said(f, french, "hello", WORDS_HE, args, 2), "Lyon : bonjour Ada.");
    words_destroy(french);
}

static void zero_is_singular_in_french_and_plural_in_english(void **state)
{
    struct fixture *f = *state;
    struct words *french = NULL;
    assert_int_equal(load(f, french_text, f->english, &french), TD_OK);
    const struct word_arg zero[] = {ARG_INT("n", 0)};
    assert_string_equal(said(f, f->english, "left", WORDS_HE, zero, 1), "0 exchanges left.");
    assert_string_equal(said(f, french, "left", WORDS_HE, zero, 1), "0 échange restant.");
    words_destroy(french);
}

static void a_translation_is_held_against_its_source(void **state)
{
    struct fixture *f = *state;
    struct words *other = NULL;
    const char *text = "{\"format\":\"talkdown-words-1\",\"lang\":\"de\",\"texts\":{"
                       "\"hello\":\"Hallo {nam}.\",\"plaim\":\"x\"}}";
    assert_int_equal(load(f, text, f->english, &other), TD_OK);
    assert_int_equal(f->diags.errors, 0);
    assert_string_equal(f->diags.items[0].code, D_WORDS_PLACES);
    assert_true(str_is(f->diags.items[0].subject, "hello") && str_is(f->diags.items[0].detail, "name"));
    assert_string_equal(f->diags.items[1].code, D_WORDS_UNKNOWN);
    assert_true(str_is(f->diags.items[1].nearest, "plain"));
    assert_int_equal(f->diags.warnings, 2 + words_count(f->english) - 1);
    assert_string_equal(f->diags.items[2].code, D_WORDS_MISSING);
    words_destroy(other);
}

static void a_language_file_with_a_fault_is_refused(void **state)
{
    struct fixture *f = *state;
    static const struct {
        const char *text, *code;
    } cases[] = {
        {"{}", D_WORDS_FILE},
        {"[]", D_WORDS_FILE},
        {"{\"format\":\"talkdown-words-2\",\"lang\":\"en\",\"texts\":{}}", D_WORDS_FILE},
        {"{\"format\":\"talkdown-words-1\",\"texts\":{}}", D_WORDS_FILE},
        {"{\"format\":\"talkdown-words-1\",\"lang\":\"en\",\"texts\":[]}", D_WORDS_FILE},
        {"{\"format\":\"talkdown-words-1\",\"lang\":\"en\",\"one\":[1],\"texts\":{}}", D_WORDS_FILE},
        {"{\"format\":\"talkdown-words-1\",\"lang\":\"en\",\"one\":[\"a\",2],\"texts\":{}}", D_WORDS_FILE},
        {"{\"format\":\"talkdown-words-1\",\"lang\":\"en\",\"texts\":{\"A\":\"x\"}}", D_WORDS_ID},
        {"{\"format\":\"talkdown-words-1\",\"lang\":\"en\",\"texts\":{\"\":\"x\"}}", D_WORDS_ID},
        {"{\"format\":\"talkdown-words-1\",\"lang\":\"en\",\"texts\":{\"a\":7}}", D_WORDS_TEXT},
        {"{\"format\":\"talkdown-words-1\",\"lang\":\"en\",\"texts\":{\"a\":[\"x\",7]}}", D_WORDS_TEXT},
        {"{\"format\":\"talkdown-words-1\",\"lang\":\"en\",\"texts\":{\"a\":null}}", D_WORDS_TEXT},
        {"{\"format\":\"talkdown-words-1\",\"lang\":\"en\",\"texts\":{\"a\":{}}}", D_WORDS_VARIANTS},
        {"{\"format\":\"talkdown-words-1\",\"lang\":\"en\",\"texts\":{\"a\":{\"he\":\"x\"}}}", D_WORDS_VARIANTS},
        {"{\"format\":\"talkdown-words-1\",\"lang\":\"en\",\"texts\":{\"a\":{\"he\":\"x\",\"she\":\"y\","
         "\"it\":\"z\"}}}",
         D_WORDS_VARIANTS},
        {"{\"format\":\"talkdown-words-1\",\"lang\":\"en\",\"texts\":{\"a\":{\"one\":\"x\",\"he\":\"y\"}}}",
         D_WORDS_VARIANTS},
        {"{\"format\":\"talkdown-words-1\",\"lang\":\"en\",\"texts\":{\"a\":{\"one\":\"x\",\"other\":"
         "{\"one\":\"x\",\"other\":\"y\"}}}}",
         D_WORDS_VARIANTS},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct words *words = NULL;
        assert_int_equal(load(f, cases[i].text, NULL, &words), TD_E_INVALID);
        assert_null(words);
        assert_string_equal(f->diags.items[0].code, cases[i].code);
        assert_int_equal(f->diags.errors, 1);
    }
}

static void what_is_no_json_is_a_fault_of_syntax(void **state)
{
    struct fixture *f = *state;
    struct words *words = NULL;
    assert_int_equal(load(f, "", NULL, &words), TD_E_SYNTAX);
    assert_int_equal(load(f, "{\"format\":", NULL, &words), TD_E_SYNTAX);
    assert_int_equal(load(f, "{\"a\":1,\"a\":2}", NULL, &words), TD_E_SYNTAX);
    assert_null(words);
}

static void the_pseudo_language_marks_every_text_and_keeps_its_places(void **state)
{
    struct fixture *f = *state;
    struct words *xx = NULL;
    words_pseudo(&f->memory.allocator, f->english, &xx);
    assert_true(str_is(words_lang(xx), "xx"));
    assert_int_equal(words_count(xx), words_count(f->english));
    assert_string_equal(said(f, xx, "quiet", WORDS_SHE, NULL, 0), "[!! She is quiet. !!]");
    const struct word_arg args[] = {ARG_INT("n", 1)};
    assert_string_equal(said(f, xx, "left", WORDS_HE, args, 1), "[!! 1 exchange left. !!]");
    assert_string_equal(said(f, xx, "call", WORDS_HE, NULL, 0), "[!! Ring your crisis line. !!]");
    assert_string_equal(said(f, xx, "lines", WORDS_HE, NULL, 0), "[!! first !!]\n\n[!! third !!]");
    words_destroy(xx);
}

static void nothing_is_written_for_a_file_that_failed(void **state)
{
    struct fixture *f = *state;
    struct words *words = f->english;
    assert_int_equal(load(f, "{\"format\":\"talkdown-words-1\",\"lang\":\"en\",\"texts\":{\"a\":7}}", NULL, &words),
                     TD_E_INVALID);
    assert_ptr_equal(words, f->english);
    words_destroy(NULL);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(a_sentence_comes_by_its_id),
        TEST(a_missing_sentence_shows_as_its_id),
        TEST(places_are_filled_by_name_in_any_order),
        TEST(a_place_nobody_fills_stays_visible),
        TEST(braces_that_are_no_places_are_left_alone),
        TEST(an_argument_is_never_filled_in_again),
        TEST(the_person_chooses_the_variant),
        TEST(the_number_chooses_the_variant),
        TEST(a_text_without_a_number_is_many),
        TEST(the_argument_n_counts_before_other_numbers),
        TEST(person_and_number_go_together),
        TEST(a_list_of_strings_is_lines),
        TEST(the_first_id_that_has_a_text_is_taken),
        TEST(items_are_joined_as_the_language_joins_them),
        TEST(values_stand_in_until_they_are_set),
        TEST(a_scenarios_line_is_filled_like_ours),
        TEST(an_overlay_sets_all_its_values_or_none),
        TEST(an_overlay_must_say_what_it_is),
        TEST(a_gap_falls_back_to_the_other_language),
        TEST(zero_is_singular_in_french_and_plural_in_english),
        TEST(a_translation_is_held_against_its_source),
        TEST(a_language_file_with_a_fault_is_refused),
        TEST(what_is_no_json_is_a_fault_of_syntax),
        TEST(the_pseudo_language_marks_every_text_and_keeps_its_places),
        TEST(nothing_is_written_for_a_file_that_failed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
