/* test_scenario_draft.c - from a draft to a finished scenario: ids that stay, words that move, a layout
 * that people can read. */
#include "draft.h"
#include "memory.h"
#include "pretty.h"
#include "test_memory.h"
#include "writer.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>
/* after those: */
#include <cmocka.h>

struct fixture {
    struct test_memory memory;
    struct arena arena;
    struct diags diags;
    struct draft_result result;
};

static int set_up(void **state)
{
    struct fixture *f = calloc(1, sizeof *f);
    arena_init(&f->arena, &memory_std);
    test_memory_init(&f->memory);
    *state = f;
    return 0;
}

static int tear_down(void **state)
{
    struct fixture *f = *state;
    arena_finish(&f->arena);
    int left = f->memory.blocks;
    free(f);
    return left;
}

/* ' stands for ". */
static td_str quoted(struct fixture *f, const char *json)
{
    char *copy = arena_cstr(&f->arena, str_of(json));
    for (char *at = copy; *at != '\0'; at++)
        if (*at == '\'')
            *at = '"';
    return str_of(copy);
}

static td_status finish(struct fixture *f, td_str draft, td_str before, td_str words)
{
    struct draft_file files[] = {{TD_STR("draft"), draft}, {TD_STR("before"), before}, {TD_STR("words"), words}};
    diags_init(&f->diags, &f->arena);
    return draft_finish(&f->memory.allocator, &f->arena, files[0], files[1], files[2], &f->diags, &f->result);
}

static void finish_new(struct fixture *f, const char *draft)
{
    td_str none = {NULL, 0};
    assert_int_equal(finish(f, quoted(f, draft), none, none), TD_OK);
}

static bool has(td_str text, const char *part)
{
    size_t len = strlen(part);
    for (size_t at = 0; at + len <= text.len; at++)
        if (memcmp(text.ptr + at, part, len) == 0)
            return true;
    return false;
}

static void check_has(struct fixture *f, td_str text, const char *json)
{
    td_str part = quoted(f, json);
    if (!has(text, arena_cstr(&f->arena, part)))
        fail_msg("%s does not stand in\n%.*s", json, (int)text.len, text.ptr);
}

#define DRAFT                                                                                                         \
    "{'id': 's', 'lang': 'en', 'last_id': 0, 'words': {'title': 'T'},"                                                \
    " 'facts': [{'id': 'dog', 'kind': 'hook', 'say': 'He has a dog.'}],"                                              \
    " 'nodes': [{'id': 'n', 'lines': [{'say': 'Go.'}], 'choices': ["                                                  \
    "   {'act': 'mirror', 'say': 'Go?', 'why': 'His word.', 'reactions': [{'say': 'Yes.'}]},"                         \
    "   {'id': 'sorry', 'act': 'repair', 'say': 'Sorry.', 'why': 'True.', 'reactions': [{'say': 'No.'}]},"            \
    "   {'act': 'label', 'say': 'Hm.', 'why': 'So.', 'when': {'said': ['sorry']}, 'reactions': [{'say': 'Go.'}]}]}]," \
    " 'silence': [{'say': '[He waits.]'}],"                                                                           \
    " 'prompts': [{'id': 'p', 'kind': 'risk', 'say': 'Risk?', 'options': [{'id': 'o-a', 'say': 'Low.'}, 'o-b'],"      \
    "  'key': ['o-a']}],"                                                                                             \
    " 'demands': [{'id': 'd', 'pressed': 'Well?'}]}"

static void every_choice_and_line_gets_an_id_down_the_page(void **state)
{
    struct fixture *f = *state;
    finish_new(f, DRAFT);
    assert_int_equal(f->result.made, 8);
    assert_true(str_is(f->result.last, "8"));
    check_has(f, f->result.scenario, "'last_id': 8");
    check_has(f, f->result.scenario, "'lines': [{'id': 'l001'}]");
    check_has(f, f->result.scenario, "{'id': 'c002', 'act': 'mirror', 'reactions': [{'id': 'l003'}]}");
    check_has(f, f->result.scenario, "'silence': [{'id': 'l008'}]");
}

static void a_temporary_name_is_replaced_wherever_it_is_used(void **state)
{
    struct fixture *f = *state;
    finish_new(f, DRAFT);
    check_has(f, f->result.scenario, "{'id': 'c004', 'act': 'repair'");
    check_has(f, f->result.scenario, "'when': {'said': ['c004']}");
    assert_false(has(f->result.scenario, "sorry"));
}

static void words_move_to_the_text_file_in_the_order_of_the_story(void **state)
{
    struct fixture *f = *state;
    finish_new(f, DRAFT);
    assert_int_equal(f->result.moved, 16);
    assert_false(has(f->result.scenario, "\"say\"") || has(f->result.scenario, "\"why\""));
    assert_false(has(f->result.scenario, "\"words\"") || has(f->result.scenario, "\"pressed\""));
    check_has(f, f->result.texts,
              "{\n  'format': 'talkdown-text-1',\n  'scenario': 's',\n  'lang': 'en',\n  'texts': {\n"
              "    'title': 'T',\n    'dog': 'He has a dog.',\n    'l001': 'Go.',\n    'c002': 'Go?',\n"
              "    'c002.why': 'His word.',\n    'l003': 'Yes.',\n    'c004': 'Sorry.',\n    'c004.why': 'True.',\n"
              "    'l005': 'No.',\n    'c006': 'Hm.',\n    'c006.why': 'So.',\n    'l007': 'Go.',\n"
              "    'l008': '[He waits.]',\n    'p': 'Risk?',\n    'o-a': 'Low.',\n    'd.pressed': 'Well?'\n  }\n}\n");
    check_has(f, f->result.scenario, "'options': ['o-a', 'o-b']");
}

static void finishing_twice_changes_nothing(void **state)
{
    struct fixture *f = *state;
    finish_new(f, DRAFT);
    td_str scenario = f->result.scenario, texts = f->result.texts;
    assert_int_equal(finish(f, scenario, scenario, texts), TD_OK);
    assert_true(str_eq(f->result.scenario, scenario));
    assert_true(str_eq(f->result.texts, texts));
    assert_int_equal(f->result.made + f->result.moved, 0);
}

static void the_same_draft_again_gives_the_same_ids(void **state)
{
    struct fixture *f = *state;
    finish_new(f, DRAFT);
    td_str scenario = f->result.scenario, texts = f->result.texts;
    assert_int_equal(finish(f, quoted(f, DRAFT), scenario, texts), TD_OK);
    assert_true(str_eq(f->result.scenario, scenario));
    assert_true(str_eq(f->result.texts, texts));
    assert_int_equal(f->result.made, 0);
}

/* Both lines say "Go."; the first keeps l001, the other l007, and the new one between gets a new id. */
static void a_new_line_gets_a_new_id_and_moves_no_other(void **state)
{
    struct fixture *f = *state;
    finish_new(f, "{'id': 's', 'nodes': [{'id': 'n', 'lines': [{'say': 'Go.'}, {'say': 'Go.'}]}]}");
    td_str scenario = f->result.scenario, texts = f->result.texts;
    td_str longer =
        quoted(f, "{'id': 's', 'nodes': [{'id': 'n', 'lines': [{'say': 'Go.'}, {'say': 'Stay.'}, {'say': 'Go.'}]}]}");
    assert_int_equal(finish(f, longer, scenario, texts), TD_OK);
    check_has(f, f->result.scenario, "'lines': [{'id': 'l001'}, {'id': 'l003'}, {'id': 'l002'}]");
    check_has(f, f->result.scenario, "'last_id': 3");
}

static void an_id_is_never_used_again(void **state)
{
    struct fixture *f = *state;
    td_str none = {NULL, 0};
    td_str before = quoted(f, "{'id': 's', 'last_id': 40, 'nodes': []}");
    td_str draft = quoted(f, "{'id': 's', 'last_id': 7, 'nodes': [{'id': 'n', 'lines': [{'say': 'Go.'}]}]}");
    assert_int_equal(finish(f, draft, before, none), TD_OK); /* the counter of the file that is replaced */
    check_has(f, f->result.scenario, "'id': 'l041'");
    assert_int_equal(finish(f, draft, none, none), TD_OK); /* of the draft */
    check_has(f, f->result.scenario, "'id': 'l008'");
    td_str higher = quoted(f, "{'id': 's', 'last_id': 7, 'silence': [{'id': 'l090'}, {'say': 'Go.'}]}");
    assert_int_equal(finish(f, higher, none, none), TD_OK); /* of the highest there is */
    check_has(f, f->result.scenario, "'silence': [{'id': 'l090'}, {'id': 'l091'}]");
}

static void new_words_replace_the_old_ones_and_nothing_else_is_dropped(void **state)
{
    struct fixture *f = *state;
    td_str none = {NULL, 0};
    td_str words = quoted(f, "{'texts': {'kept': 'for later', 'l001': 'Old.', 'title': 'T'}}");
    td_str draft = quoted(f, "{'id': 's', 'silence': [{'id': 'l001', 'say': 'New.'}], 'x-words': {'say': 'mine'}}");
    assert_int_equal(finish(f, draft, none, words), TD_OK);
    check_has(f, f->result.texts, "'title': 'T',\n    'l001': 'New.',\n    'kept': 'for later'\n");
    assert_false(has(f->result.texts, "Old."));
    check_has(f, f->result.scenario, "'x-words': {'say': 'mine'}"); /* the author's own is left alone */
}

static void two_words_for_one_key_are_refused(void **state)
{
    struct fixture *f = *state;
    td_str none = {NULL, 0};
    td_str draft = quoted(f, "{'id': 's', 'facts': [{'id': 'a', 'say': 'x'}], 'events': [{'id': 'a', 'say': 'y'}]}");
    assert_int_equal(finish(f, draft, none, none), TD_E_INVALID);
    assert_string_equal(f->diags.items[0].code, "duplicate-id");
    draft = quoted(f, "{'id': 's', 'events': [{'say': 'y'}]}");
    assert_int_equal(finish(f, draft, none, none), TD_E_INVALID);
    assert_string_equal(f->diags.items[0].code, "missing-key");
    assert_int_equal(finish(f, TD_STR("[1]"), none, none), TD_E_INVALID);
    assert_int_equal(finish(f, TD_STR("{"), none, none), TD_E_SYNTAX);
}

static void the_language_of_a_draft_may_become_a_file_name(void **state)
{
    static const struct {
        const char *draft, *lang;
    } rows[] = {
        {"{'lang': 'fr'}", "fr"},          {"{'lang': 'pt-BR'}", "pt-BR"}, {"{}", "en"}, {"{'lang': 5}", "en"},
        {"{'lang': '../../etc/x'}", "en"}, {"{'lang': ''}", "en"},         {"[", "en"},
    };
    struct fixture *f = *state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct draft_file file = {TD_STR("draft"), quoted(f, rows[i].draft)};
        assert_true(str_is(draft_language(&f->memory.allocator, &f->arena, file), rows[i].lang));
    }
}

/* --- translations --- */

static void a_plain_translation_is_marked_and_a_marked_one_stays(void **state)
{
    struct fixture *f = *state;
    int count = 0;
    td_str stamped;
    struct draft_file originals = {TD_STR("en"), quoted(f, "{'texts': {'a': 'One', 'b': 'Two', 'c': 'Three'}}")};
    struct draft_file french = {TD_STR("fr"),
                                quoted(f, "{'scenario': 's', 'lang': 'fr', 'texts': {'z': 'Rien', 'b': {'text': "
                                          "'Deux', 'of': '00000000'}, 'a': 'Un'}}")};
    diags_init(&f->diags, &f->arena);
    assert_int_equal(draft_stamp(&f->memory.allocator, &f->arena, originals, french, &f->diags, &stamped, &count),
                     TD_OK);
    assert_int_equal(count, 1);
    struct writer w;
    writer_init(&w, &f->arena);
    w_text(&w, "\"texts\": {\n    \"a\": {\"text\": \"Un\", \"of\": \"");
    w_str(&w, texts_mark(&f->arena, TD_STR("One")));
    w_text(&w, "\"},\n    \"b\": {\"text\": \"Deux\", \"of\": \"00000000\"},\n    \"z\": \"Rien\"\n  }\n}\n");
    assert_true(has(stamped, arena_cstr(&f->arena, writer_str(&w))));
}

/* --- layout --- */

static td_str lay_out(struct fixture *f, td_str json)
{
    struct writer w;
    struct json_limits limits = {1 << 20, 100000};
    diags_init(&f->diags, &f->arena);
    struct json_doc *doc = json_open(&f->memory.allocator, TD_STR("j"), json, limits, &f->diags);
    assert_non_null(doc);
    struct json_at root = json_root(doc);
    writer_init(&w, &f->arena);
    pretty_write(&w, &root);
    json_close(doc);
    return writer_str(&w);
}

static void short_things_stand_in_one_line(void **state)
{
    static const char *const rows[][2] = {
        {"{'a':1,'b':[1,2,{'c':null}]}", "{\n  'a': 1,\n  'b': [1, 2, {'c': null}]\n}\n"},
        {"[]", "[]\n"},
        {"{}", "{}\n"},
        {"'x'", "'x'\n"},
        {"[-5,true,'\\n']", "[\n  -5,\n  true,\n  '\\n'\n]\n"},
    };
    struct fixture *f = *state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        td_str text = lay_out(f, quoted(f, rows[i][0]));
        if (!str_eq(text, quoted(f, rows[i][1])))
            fail_msg("%.*s", (int)text.len, text.ptr);
    }
}

static void long_things_are_opened_and_their_short_members_packed(void **state)
{
    struct fixture *f = *state;
    finish_new(
        f,
        "{'id': 's', 'nodes': [{'id': 'first-words', 'topic': 'work', 'choices': [{'id': 'c001', 'act': 'mirror', "
        "'q': 800, 'names': 'a-long-name-of-a-fact', 'discloses': ['another-long-name'], 'reactions': [{'id': 'l002', "
        "'when': {'band': ['hostile', 'crisis']}}, {'id': 'l003'}]}]}]}");
    check_has(f, f->result.scenario,
              "  'nodes': [\n"
              "    {\n"
              "      'id': 'first-words', 'topic': 'work',\n"
              "      'choices': [\n"
              "        {\n"
              "          'id': 'c001', 'act': 'mirror', 'q': 800, 'names': 'a-long-name-of-a-fact',\n"
              "          'discloses': ['another-long-name'],\n"
              "          'reactions': [{'id': 'l002', 'when': {'band': ['hostile', 'crisis']}}, {'id': 'l003'}]\n"
              "        }\n"
              "      ]\n"
              "    }\n"
              "  ]");
}

static void laid_out_twice_is_laid_out_once(void **state)
{
    struct fixture *f = *state;
    td_str once = lay_out(f, quoted(f, DRAFT));
    assert_true(str_eq(once, lay_out(f, once)));
}

int main(void)
{
#define T(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        T(every_choice_and_line_gets_an_id_down_the_page),
        T(a_temporary_name_is_replaced_wherever_it_is_used),
        T(words_move_to_the_text_file_in_the_order_of_the_story),
        T(finishing_twice_changes_nothing),
        T(the_same_draft_again_gives_the_same_ids),
        T(a_new_line_gets_a_new_id_and_moves_no_other),
        T(an_id_is_never_used_again),
        T(new_words_replace_the_old_ones_and_nothing_else_is_dropped),
        T(two_words_for_one_key_are_refused),
        T(the_language_of_a_draft_may_become_a_file_name),
        T(a_plain_translation_is_marked_and_a_marked_one_stays),
        T(short_things_stand_in_one_line),
        T(long_things_are_opened_and_their_short_members_packed),
        T(laid_out_twice_is_laid_out_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
