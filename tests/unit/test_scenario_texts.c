/* test_scenario_texts.c - the words of a scenario: looked up, translated, and what may not stand in one. */
#include "environment.h"
#include "files.h"
#include "memory.h"
#include "scenario.h"
#include "test_memory.h"
#include "writer.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
/* after those: */
#include <cmocka.h>

struct fixture {
    struct test_memory memory;
    struct arena arena;
    struct diags diags;
    td_scenario *scenario;
    td_str bytes; /* of the English words */
    td_texts *english;
};

static td_str read_mini(struct fixture *f, const char *name)
{
    char path[1024];
    td_str bytes = {NULL, 0};
    snprintf(path, sizeof path, "%s/data/mini/%s", environment("TALKDOWN_TESTS"), name);
    file_read(&f->arena, path, LIMIT_FILE_BYTES, &bytes);
    return bytes;
}

static td_status load(struct fixture *f, td_str bytes, const td_texts *source, td_texts **ret)
{
    diags_init(&f->diags, &f->arena);
    return texts_load(&f->memory.allocator, f->scenario, source, TD_STR("text"), bytes, &f->diags, ret);
}

static int set_up(void **state)
{
    struct fixture *f = calloc(1, sizeof *f);
    *state = f;
    arena_init(&f->arena, &memory_std);
    diags_init(&f->diags, &f->arena);
    test_memory_init(&f->memory);
    td_str scenario = read_mini(f, "scenario.json");
    f->bytes = read_mini(f, "text.en.json");
    if (scenario_load(&f->memory.allocator, &model_built_in, TD_STR("s"), scenario, &f->diags, &f->scenario) != TD_OK)
        return -1;
    return load(f, f->bytes, NULL, &f->english) == TD_OK && f->diags.count == 0 ? 0 : -1;
}

static int tear_down(void **state)
{
    struct fixture *f = *state;
    texts_destroy(f->english);
    scenario_destroy(f->scenario);
    arena_finish(&f->arena);
    int left = f->memory.blocks;
    free(f);
    return left;
}

/* The English words with the text of one key replaced (a JSON value). */
static td_str with_text(struct fixture *f, const char *key, const char *value)
{
    struct writer w, head;
    td_str text = f->bytes;
    size_t at = 0;
    writer_init(&head, &f->arena);
    w_json(&head, str_of(key));
    w_text(&head, ": ");
    td_str wanted = writer_str(&head);
    while (at + wanted.len <= text.len && memcmp(text.ptr + at, wanted.ptr, wanted.len) != 0)
        at++;
    assert_true(at + wanted.len <= text.len);
    size_t end = at;
    while (text.ptr[end] != '\n')
        end++;
    bool comma = text.ptr[end - 1] == ',';
    writer_init(&w, &f->arena);
    w_str(&w, (td_str){text.ptr, at + wanted.len});
    w_text(&w, value);
    w_text(&w, comma ? "," : "");
    w_str(&w, (td_str){text.ptr + end, text.len - end});
    return writer_str(&w);
}

/* A text file of French with these members of "texts". */
static td_str french(struct fixture *f, const char *members)
{
    struct writer w;
    writer_init(&w, &f->arena);
    w_text(&w, "{\"format\": \"talkdown-text-1\", \"scenario\": \"mini\", \"lang\": \"fr\", \"texts\": {");
    w_text(&w, members);
    w_text(&w, "}}");
    return writer_str(&w);
}

static int count_code(const struct fixture *f, const char *code)
{
    int count = 0;
    for (int i = 0; i < f->diags.count; i++)
        count += strcmp(f->diags.items[i].code, code) == 0;
    return count;
}

static const struct diag *find_code(const struct fixture *f, const char *code)
{
    for (int i = 0; i < f->diags.count; i++)
        if (strcmp(f->diags.items[i].code, code) == 0)
            return &f->diags.items[i];
    fail_msg("%s is not told", code);
    return NULL;
}

/* --- looking up --- */

static void every_text_is_found_by_its_key(void **state)
{
    const struct fixture *f = *state;
    assert_true(str_is(texts_get(f->english, NULL, TD_STR("title")), "A cup of tea"));
    assert_true(str_is(texts_get(f->english, NULL, TD_STR("c007")), "In the way?"));
    assert_true(str_starts(texts_part(f->english, NULL, TD_STR("c007"), "why"), TD_STR("Three of his own words")));
    assert_true(str_is(texts_part(f->english, NULL, TD_STR("subject"), "name"), "Ray"));
    assert_true(str_is(texts_get(f->english, NULL, TD_STR("subject.name")), "Ray"));
    assert_true(
        str_is(texts_part(f->english, NULL, TD_STR("police-demand"), "pressed"), "I asked you about the police."));
}

static void a_text_that_nobody_has_is_empty(void **state)
{
    const struct fixture *f = *state;
    static const char *const keys[] = {"", "c", "c007.", "c007.wh", "c007.whyy", "C007", "c999", "title.why"};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        assert_int_equal(texts_get(f->english, NULL, str_of(keys[i])).len, 0);
    assert_int_equal(texts_part(f->english, NULL, TD_STR("title"), "why").len, 0);
    assert_int_equal(texts_get(NULL, NULL, TD_STR("title")).len, 0);
}

/* --- translations --- */

static void a_translation_falls_back_to_the_original(void **state)
{
    struct fixture *f = *state;
    td_texts *fr = NULL;
    assert_int_equal(load(f, french(f, "\"title\": \"Une tasse de thé\""), f->english, &fr), TD_OK);
    assert_true(str_is(fr->lang, "fr"));
    assert_true(str_is(texts_get(fr, f->english, TD_STR("title")), "Une tasse de thé"));
    assert_true(str_is(texts_get(fr, f->english, TD_STR("c007")), "In the way?"));
    assert_int_equal(texts_get(fr, NULL, TD_STR("c007")).len, 0);
    assert_int_equal(f->diags.errors, 0);
    assert_int_equal(f->diags.warnings, f->english->count - 1); /* one for each that is missing */
    assert_int_equal(count_code(f, "missing-translation"), f->diags.count);
    texts_destroy(fr);
}

static void a_translation_marked_with_its_original_is_good(void **state)
{
    struct fixture *f = *state;
    td_texts *fr = NULL;
    struct writer w;
    writer_init(&w, &f->arena);
    w_text(&w, "\"title\": {\"text\": \"Une tasse de thé\", \"of\": \"");
    w_str(&w, texts_mark(&f->arena, TD_STR("A cup of tea")));
    w_text(&w, "\"}");
    assert_int_equal(load(f, french(f, arena_cstr(&f->arena, writer_str(&w))), f->english, &fr), TD_OK);
    assert_int_equal(count_code(f, "stale-translation"), 0);
    assert_true(str_is(texts_get(fr, f->english, TD_STR("title")), "Une tasse de thé"));
    texts_destroy(fr);
}

static void a_stale_translation_is_told_and_the_original_shown(void **state)
{
    struct fixture *f = *state;
    td_texts *fr = NULL;
    td_str text = french(f, "\"title\": {\"text\": \"Un verre d'eau\", \"of\": \"01234567\"}");
    assert_int_equal(load(f, text, f->english, &fr), TD_OK);
    const struct diag *d = find_code(f, "stale-translation");
    assert_int_equal(d->severity, DIAG_WARNING);
    assert_true(str_is(d->subject, "title"));
    assert_true(str_eq(d->detail, texts_mark(&f->arena, TD_STR("A cup of tea")))); /* what to write there now */
    assert_true(str_is(texts_get(fr, f->english, TD_STR("title")), "A cup of tea"));
    texts_destroy(fr);
}

static void a_mark_is_eight_hexadecimal_digits_of_the_text_alone(void **state)
{
    struct fixture *f = *state;
    td_str one = texts_mark(&f->arena, TD_STR("A cup of tea")), two = texts_mark(&f->arena, TD_STR("A cup of tea."));
    assert_int_equal(one.len, 8);
    for (size_t i = 0; i < one.len; i++)
        assert_non_null(strchr("0123456789abcdef", one.ptr[i]));
    assert_true(str_eq(one, texts_mark(&f->arena, TD_STR("A cup of tea"))));
    assert_false(str_eq(one, two));
}

static void the_original_has_no_mark(void **state)
{
    struct fixture *f = *state;
    td_texts *texts = NULL;
    td_str text = with_text(f, "title", "{\"text\": \"A cup of tea\", \"of\": \"01234567\"}");
    assert_int_equal(load(f, text, NULL, &texts), TD_E_INVALID);
    assert_null(texts);
    assert_int_equal(count_code(f, "wrong-type"), 1);
}

static void the_hash_of_the_words_knows_every_word_and_no_order(void **state)
{
    struct fixture *f = *state;
    td_texts *a = NULL, *b = NULL, *c = NULL;
    assert_int_equal(load(f, french(f, "\"title\": \"un\", \"l003\": \"deux\""), f->english, &a), TD_OK);
    assert_int_equal(load(f, french(f, "\"l003\":   \"deux\", \"title\": \"un\""), f->english, &b), TD_OK);
    assert_int_equal(load(f, french(f, "\"title\": \"deux\", \"l003\": \"un\""), f->english, &c), TD_OK);
    assert_true(a->hash == b->hash);
    assert_true(a->hash != c->hash);
    texts_destroy(a);
    texts_destroy(b);
    texts_destroy(c);
}

/* --- what may stand in a text --- */

struct row {
    const char *key, *value;
    const char *code; /* NULL: good */
    const char *subject;
};

static void check_rows(struct fixture *f, const struct row *rows, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        td_texts *texts = NULL;
        load(f, with_text(f, rows[i].key, rows[i].value), NULL, &texts);
        texts_destroy(texts);
        if (rows[i].code == NULL && f->diags.count != 0)
            fail_msg("%s is good, but %s is told", rows[i].value, f->diags.items[0].code);
        if (rows[i].code == NULL)
            continue;
        if (f->diags.count != 1 || strcmp(f->diags.items[0].code, rows[i].code) != 0)
            fail_msg("%s: told is %s", rows[i].value, f->diags.count ? f->diags.items[0].code : "nothing");
        if (rows[i].subject != NULL && !str_is(f->diags.items[0].subject, rows[i].subject))
            fail_msg("%s: the subject is %.*s", rows[i].value, (int)f->diags.items[0].subject.len,
                     f->diags.items[0].subject.ptr);
    }
}

#define CHECK(state, rows) check_rows(*(state), rows, sizeof(rows) / sizeof *(rows))

static void stage_directions_stand_in_pairs_of_brackets(void **state)
{
    static const struct row rows[] = {
        {"l006", "\"[He nods.] Ray.\"", NULL, NULL},
        {"l006", "\"Ray. [He nods.] Yes. [And again.]\"", NULL, NULL},
        {"l006", "\"[He nods. Ray.\"", "markup-unbalanced", "l006"},
        {"l006", "\"He nods.] Ray.\"", "markup-unbalanced", "l006"},
        {"l006", "\"[He [slowly] nods.]\"", "markup-unbalanced", "l006"},
        {"l006", "\"][\"", "markup-unbalanced", "l006"},
        {"c007", "\"[softly] In the way?\"", "markup-in-choice", "c007"},
        {"c007.why", "\"He [sic] said it.\"", "markup-in-choice", "c007.why"},
        {"opening", "\"[He sits.] [It rains.]\"", NULL, NULL},
    };
    CHECK(state, rows);
}

static void place_holders_are_those_that_can_be_filled(void **state)
{
    static const struct row rows[] = {
        {"you", "\"{learner.name}, {learner.role}, {subject.name}, {service.crisis_line}\"", NULL, NULL},
        {"you", "\"{learner.nam}\"", "placeholder-unknown", "learner.nam"},
        {"you", "\"{service.crisis_team}\"", "placeholder-unknown", "service.crisis_team"}, /* not declared */
        {"you", "\"{}\"", "placeholder-unknown", ""},
        {"you", "\"{learner.name\"", "placeholder-open", "you"},
        {"you", "\"{learner.name {learner.role}\"", "placeholder-open", "you"},
        {"you", "\"learner.name}\"", "placeholder-open", "you"},
        {"c007", "\"Is {subject.name} your name?\"", NULL, NULL},
    };
    CHECK(state, rows);
}

static void no_number_can_be_dialled(void **state)
{
    static const struct row rows[] = {
        {"l006", "\"Ring 0205550147.\"", "real-telephone-number", "0205550147"},
        {"l006", "\"Ring 020 555 0147.\"", "real-telephone-number", "020 555 0147"},
        {"l006", "\"Ring (020) 555-0147!\"", "real-telephone-number", NULL},
        {"l006", "\"Ring +33 1.23.45.67.89\"", "real-telephone-number", "33 1.23.45.67.89"},
        {"l006",
         "\"Ring 01\xC2\xA0"
         "23\xE2\x80\xAF"
         "45 67\"",
         "real-telephone-number", NULL},
        {"l006", "\"Ring 116 123.\"", NULL, NULL}, /* six digits */
        {"l006", "\"It was 02:14, on the 21st, room 407.\"", NULL, NULL},
        {"l006", "\"2 of 3 and 4 of 5 and 6 of 7\"", NULL, NULL},
        {"l006", "\"Ring 911.\"", "emergency-number", "911"},
        {"l006", "\"Ring 112\"", "emergency-number", "112"},
        {"l006", "\"Bus 9112 is late.\"", NULL, NULL},
    };
    CHECK(state, rows);
}

static void nothing_invisible_stands_in_a_text(void **state)
{
    static const struct row rows[] = {
        {"l006", "\"Ray\\u001bc.\"", "forbidden-character", "U+001B"},
        {"l006", "\"Ray\\u007f.\"", "forbidden-character", "U+007F"},
        {"l006", "\"Ray\\u009b.\"", "forbidden-character", "U+009B"},
        {"l006", "\"Ray\\u202e.\"", "forbidden-character", "U+202E"},
        {"l006", "\"Ray\\u200b.\"", "forbidden-character", "U+200B"},
        {"l006", "\"Ray.\\nYes.\"", "forbidden-character", "U+000A"},
        {"l006", "\"Ray.\\tYes.\"", "forbidden-character", "U+0009"},
        {"briefing", "\"One.\\n\\nTwo.\"", NULL, NULL}, /* paragraphs */
        {"briefing", "\"One.\\tTwo.\"", "forbidden-character", "U+0009"},
        {"l006", "\"Été, Ζωή, 名前, شب\xE2\x80\x8Cبخیر.\"", NULL, NULL}, /* the joiners of a script are words */
    };
    CHECK(state, rows);
}

#define TEN "one two three four five six seven eight nine ten"

static void nobody_says_more_than_a_breath_holds(void **state)
{
    static const struct row rows[] = {
        {"c007", "\"" TEN " " TEN " one two three four five\"", NULL, NULL},
        {"c007", "\"" TEN " " TEN " one two three four five six\"", "choice-too-long", "c007"},
        {"l006", "\"" TEN " " TEN " one two three four five six\"", "line-too-long", "l006"},
        {"l006", "\"[" TEN " " TEN " " TEN "] " TEN "\"", NULL, NULL}, /* only what is spoken counts */
        {"l006", "\"" TEN " [He waits.] " TEN " [" TEN "] one two three four five\"", NULL, NULL},
        {"c007.why", "\"" TEN " " TEN " " TEN "\"", NULL, NULL},
        {"e-lost", "\"" TEN " " TEN " " TEN "\"", NULL, NULL},
    };
    CHECK(state, rows);
}

static void a_text_has_a_size(void **state)
{
    struct fixture *f = *state;
    td_texts *texts = NULL;
    struct writer w;
    writer_init(&w, &f->arena);
    w_char(&w, '"');
    for (int i = 0; i <= LIMIT_TEXT_BYTES; i++)
        w_char(&w, i % 10 == 9 ? ' ' : 'a');
    w_char(&w, '"');
    assert_int_equal(load(f, with_text(f, "briefing", arena_cstr(&f->arena, writer_str(&w))), NULL, &texts),
                     TD_E_INVALID);
    assert_int_equal(count_code(f, "text-too-long"), 1);
    assert_int_equal(load(f, with_text(f, "briefing", "\"\""), NULL, &texts), TD_E_INVALID);
    assert_int_equal(count_code(f, "empty-text"), 1);
}

/* --- against the scenario --- */

static void a_misspelt_key_is_missing_here_and_unused_there(void **state)
{
    struct fixture *f = *state;
    td_texts *texts = NULL;
    td_str text = f->bytes;
    char *copy = arena_cstr(&f->arena, text);
    char *key = strstr(copy, "\"c007.why\"");
    assert_non_null(key);
    memcpy(key, "\"c007.hwy\"", 10);
    assert_int_equal(load(f, (td_str){copy, text.len}, NULL, &texts), TD_E_INVALID);
    assert_true(str_is(find_code(f, "missing-text")->subject, "c007.why"));
    assert_true(str_is(find_code(f, "missing-text")->detail, "first-words"));
    assert_true(str_is(find_code(f, "unused-text")->nearest, "c007.why"));
}

static void all_that_is_missing_is_told(void **state)
{
    struct fixture *f = *state;
    td_texts *texts = NULL;
    td_str none = TD_STR("{\"format\": \"talkdown-text-1\", \"scenario\": \"mini\", \"lang\": \"en\", \"texts\": {}}");
    assert_int_equal(load(f, none, NULL, &texts), TD_E_INVALID);
    assert_int_equal(f->diags.errors, f->english->count - 1); /* the line of an unanswered demand may be missing */
}

static void bytes_that_are_no_text_file_are_refused(void **state)
{
    static const struct {
        const char *bytes, *code;
    } rows[] = {
        {"", "empty-file"},
        {"[]", "wrong-type"},
        {"{}", "missing-key"},
        {"{\"format\": \"talkdown-text-1\", \"scenario\": \"mini\", \"lang\": \"en\", \"texts\": []}", "wrong-type"},
        {"{\"format\": \"text\", \"scenario\": \"mini\", \"lang\": \"en\", \"texts\": {}}", "wrong-format"},
        {"{\"format\": \"talkdown-text-1\", \"scenario\": \"other\", \"lang\": \"en\", \"texts\": {}}",
         "wrong-scenario"},
        {"{\"format\": \"talkdown-text-1\", \"scenario\": \"mini\", \"lang\": \"fr\", \"texts\": {}}",
         "wrong-language"},
        {"{\"format\": \"talkdown-text-1\", \"scenario\": \"mini\", \"lang\": \"F\", \"texts\": {}}", "bad-language"},
    };
    struct fixture *f = *state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        td_texts *texts = NULL;
        assert_int_not_equal(load(f, str_of(rows[i].bytes), NULL, &texts), TD_OK);
        assert_null(texts);
        assert_true(count_code(f, rows[i].code) > 0);
    }
}

static void a_body_has_up_to_three_ways_to_show_a_state(void **state)
{
    struct fixture *f = *state;
    td_texts *own = NULL;
    td_str bytes = french(f, "\"cue.calm\": \"[Un.]\", \"cue.calm.3\": \"[Trois.]\"");
    assert_int_equal(load(f, bytes, f->english, &own), TD_OK);
    assert_true(str_is(texts_look(own, f->english, TD_STR("calm"), 0), "[Un.]"));
    assert_true(str_is(texts_look(own, f->english, TD_STR("calm"), 1), "[Trois.]"));
    assert_true(str_is(texts_look(own, f->english, TD_STR("calm"), 2), "[Un.]"));
    assert_int_equal(texts_look(own, f->english, TD_STR("despair"), 1).len, 0);
    texts_destroy(own);
}

int main(void)
{
#define T(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        T(every_text_is_found_by_its_key),
        T(a_text_that_nobody_has_is_empty),
        T(a_translation_falls_back_to_the_original),
        T(a_translation_marked_with_its_original_is_good),
        T(a_stale_translation_is_told_and_the_original_shown),
        T(a_mark_is_eight_hexadecimal_digits_of_the_text_alone),
        T(the_original_has_no_mark),
        T(the_hash_of_the_words_knows_every_word_and_no_order),
        T(stage_directions_stand_in_pairs_of_brackets),
        T(place_holders_are_those_that_can_be_filled),
        T(no_number_can_be_dialled),
        T(nothing_invisible_stands_in_a_text),
        T(nobody_says_more_than_a_breath_holds),
        T(a_text_has_a_size),
        T(a_misspelt_key_is_missing_here_and_unused_there),
        T(all_that_is_missing_is_told),
        T(bytes_that_are_no_text_file_are_refused),
        T(a_body_has_up_to_three_ways_to_show_a_state),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
