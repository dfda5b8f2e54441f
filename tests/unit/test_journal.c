/* test_journal.c - a play as text: written, read, cut, damaged, and the tree of attempts in it. */
#include "journal.h"
#include "stage.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>

#include <cmocka.h>

struct desk {
    struct arena arena;
    struct diags diags;
    td_journal *journal;
    td_status status;
};

static void read_text(struct desk *desk, td_str text)
{
    *desk = (struct desk){0};
    arena_init(&desk->arena, &stage_memory);
    diags_init(&desk->diags, &desk->arena);
    desk->status = journal_read(&stage_memory, TD_STR("a.play"), text, &desk->diags, &desk->journal);
}

static void clear(struct desk *desk)
{
    journal_destroy(desk->journal);
    arena_finish(&desk->arena);
}

static td_str written(struct desk *desk)
{
    struct writer w;
    writer_init(&w, &desk->arena);
    journal_write(&w, desk->journal);
    return writer_str(&w);
}

#define HEADER                                                          \
    "talkdown-journal 1\n"                                              \
    "model 1 00000000000000a1\n"                                        \
    "scenario bridge-rail 00000000000000b2 words en 00000000000000c3\n" \
    "setup seed 18446744073709551615 noise 80 mode practice preset solo rung personal\n"
#define CHECK " ~0123456789abcdef\n"
#define BODY                                                                \
    "- primary feel 7\n"                                                    \
    "1 primary begin" CHECK "2 primary choose c014 after 3200 tone 1" CHECK \
    "- primary note \"He looked at his hands.\\n\\u00e9\"\n"                \
    "- board board hook \"his daughter\"\n"                                 \
    "- board board fact daughter\n"                                         \
    "- voter vote c015 \"calmer\"\n"                                        \
    "- voter vote c016\n"                                                   \
    "- observer seen label\n"                                               \
    "- observer sheet asks 4 \"asked twice\"\n"                             \
    "- coach hint \"name it\"\n"                                            \
    "- instructor flag\n"                                                   \
    "- primary rate listening 60\n"                                         \
    "- primary moment 2\n"                                                  \
    "- primary x-later whatever a later version says\n"                     \
    "3 primary pause 10000" CHECK

static void a_journal_is_written_as_it_was_read(void **state)
{
    (void)state;
    struct desk desk;
    read_text(&desk, TD_STR(HEADER BODY));
    assert_int_equal(desk.status, TD_OK);
    assert_int_equal(desk.diags.count, 0);
    assert_true(str_is(written(&desk), HEADER BODY));
    const struct journal_header *h = &desk.journal->header;
    assert_true(h->setup.seed == UINT64_MAX);
    assert_int_equal(h->setup.noise, 80);
    assert_int_equal(h->setup.mode, MODE_practice);
    assert_string_equal(h->setup.preset, "solo");
    assert_int_equal(h->rules_hash, 0xb2);
    assert_int_equal(desk.journal->entry_count, 3);
    assert_int_equal(desk.journal->mark_count, 13);
    assert_int_equal(desk.journal->marks[0].after, 0);
    assert_int_equal(desk.journal->marks[1].after, 2);
    assert_int_equal(desk.journal->attempt_count, 1);
    assert_int_equal(desk.journal->intact, strlen(HEADER BODY));
    assert_false(desk.journal->cut || desk.journal->damaged_line);
    clear(&desk);
}

static void keys_of_a_later_version_are_kept_if_they_may_be_ignored(void **state)
{
    (void)state;
    static const char later[] =
        "talkdown-journal 1\nmodel 1 00000000000000a1\n"
        "scenario s 00000000000000b2 words fr-CA 00000000000000c3\n"
        "setup seed 7 noise 0 mode guided preset class-vote rung class x-room 12 x-place north\n";
    struct desk desk;
    read_text(&desk, str_of(later));
    assert_int_equal(desk.status, TD_OK);
    assert_true(str_is(written(&desk), later));
    clear(&desk);
    read_text(&desk, TD_STR("talkdown-journal 1\nmodel 1 00000000000000a1\n"
                            "scenario s 00000000000000b2 words fr 00000000000000c3\n"
                            "setup seed 7 noise 0 mode guided preset solo rung class gravity 12\n"));
    assert_int_equal(desk.status, TD_E_VERSION);
    clear(&desk);
    read_text(&desk, TD_STR("talkdown-journal 2\nanything\n"));
    assert_int_equal(desk.status, TD_E_VERSION);
    assert_string_equal(desk.diags.items[0].code, D_UNKNOWN_VERSION);
    clear(&desk);
}

static void a_journal_without_a_whole_header_is_none(void **state)
{
    (void)state;
    static const char *const rows[] = {
        "",
        "\n",
        "talkdown-journal",
        "talkdown-journal 1",
        "talkdown-journal one\n",
        "{\"format\":\"talkdown-scenario-1\"}\n",
        "talkdown-journal 1\nmodel 1 a1\n",
        "talkdown-journal 1\nmodel 1 00000000000000a1 more\n",
        "talkdown-journal 1\nmodel 1 00000000000000a1\nscenario Bridge 00000000000000b2 words en 00000000000000c3\n",
        "talkdown-journal 1\nmodel 1 00000000000000a1\nscenario s 00000000000000b2 words e/n 00000000000000c3\n",
        "talkdown-journal 1\nmodel 1 00000000000000a1\nscenario s 00000000000000b2 words en 00000000000000c3\n"
        "setup seed 18446744073709551616 noise 80 mode practice preset solo rung personal\n",
        "talkdown-journal 1\nmodel 1 00000000000000a1\nscenario s 00000000000000b2 words en 00000000000000c3\n"
        "setup seed 1 noise 1001 mode practice preset solo rung personal\n",
        "talkdown-journal 1\nmodel 1 00000000000000a1\nscenario s 00000000000000b2 words en 00000000000000c3\n"
        "setup seed 1 noise 80 mode fun preset solo rung personal\n",
        "talkdown-journal 1\nmodel 1 00000000000000a1\nscenario s 00000000000000b2 words en 00000000000000c3\n"
        "setup seed 1 noise 80 mode practice preset solo rung personal",
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct desk desk;
        print_message("# row %d\n", (int)i);
        read_text(&desk, str_of(rows[i]));
        assert_int_equal(desk.status, TD_E_SYNTAX);
        assert_null(desk.journal);
        assert_int_equal(desk.diags.errors, 1);
        assert_string_equal(desk.diags.items[0].code, D_JOURNAL_HEADER);
        assert_true(desk.diags.items[0].line >= 1);
        clear(&desk);
    }
}

static void a_last_line_without_an_end_is_left_out_and_said(void **state)
{
    (void)state;
    static const char whole[] = HEADER "1 primary begin" CHECK;
    static const char tail[] = "2 primary choose c014 after 3200 ~0123456789abcdef";
    for (size_t len = 1; len < sizeof tail; len++) {
        char text[1024];
        memcpy(text, whole, sizeof whole - 1);
        memcpy(text + sizeof whole - 1, tail, len);
        struct desk desk;
        read_text(&desk, (td_str){text, sizeof whole - 1 + len});
        assert_int_equal(desk.status, TD_OK);
        assert_true(desk.journal->cut);
        assert_int_equal(desk.journal->entry_count, 1);
        assert_int_equal(desk.journal->intact, sizeof whole - 1);
        assert_int_equal(desk.diags.warnings, 1);
        assert_int_equal(desk.diags.errors, 0);
        clear(&desk);
    }
}

static void what_comes_before_a_damaged_line_is_kept(void **state)
{
    (void)state;
    static const struct {
        const char *line, *code;
        int column;
    } rows[] = {
        {"3 primary begin" CHECK, "journal-number", 1},
        {"x primary begin" CHECK, "journal-line", 1},
        {"2 primary dance" CHECK, "journal-line", 11},
        {"2 primary choose c014 tone 5" CHECK, "journal-line", 28},
        {"2 primary choose c014\n", "journal-line", 22},
        {"2 primary choose c014 ~0123456789ABCDEF\n", "journal-line", 40},
        {"2 primary rewind 2" CHECK, "journal-rewind", 1},
        {"2 primary rewind 99" CHECK, "journal-rewind", 1},
        {"- primary note no quotes\n", "journal-mark", 1},
        {"- primary note \"open\n", "journal-mark", 1},
        {"- primary note \"a\" b\n", "journal-mark", 1},
        {"- primary note \"\\u0000\"\n", "journal-mark", 1},
        {"- primary note \"\\ud800\"\n", "journal-mark", 1},
        {"- primary note \"\xff\"\n", "journal-mark", 1},
        {"- primary note \"tab\there\"\n", "journal-mark", 1},
        {"- nobody note \"a\"\n", "journal-mark", 1},
        {"- primary feel 11\n", "journal-mark", 1},
        {"- primary feel\n", "journal-mark", 1},
        {"- primary rate listening\n", "journal-mark", 1},
        {"- observer sheet asks 6\n", "journal-mark", 1},
        {"- board board hook\n", "journal-mark", 1},
        {"-\n", "journal-line", 1},
        {"\n", "journal-line", 1},
        {"2 primary begin ~0123456789abcdef ~0123456789abcde\n", "journal-line", 51},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char text[1024];
        struct desk desk;
        print_message("# row %d\n", (int)i);
        snprintf(text, sizeof text, HEADER "1 primary begin" CHECK "%s2 primary begin" CHECK, rows[i].line);
        read_text(&desk, str_of(text));
        assert_int_equal(desk.status, TD_OK);
        assert_int_equal(desk.journal->damaged_line, 6);
        assert_int_equal(desk.journal->entry_count, 1);
        assert_int_equal(desk.journal->intact, strlen(HEADER "1 primary begin" CHECK));
        assert_int_equal(desk.diags.errors, 1);
        assert_string_equal(desk.diags.items[0].code, rows[i].code);
        assert_int_equal(desk.diags.items[0].line, 6);
        assert_int_equal(desk.diags.items[0].column, rows[i].column);
        clear(&desk);
    }
}

static void too_much_is_refused_by_its_size(void **state)
{
    (void)state;
    size_t len = LIMIT_JOURNAL_BYTES + 1;
    char *text = malloc(len);
    memset(text, '\n', len);
    struct desk desk;
    read_text(&desk, (td_str){text, len});
    assert_int_equal(desk.status, TD_E_LIMIT);
    assert_string_equal(desk.diags.items[0].code, D_TOO_LARGE);
    clear(&desk);
    free(text);
}

static void the_text_of_a_mark_comes_back_as_it_was_typed(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena, &stage_memory);
    td_str rest = TD_STR("hook \"a\\\"b\\\\c\\n\\t\\u00e9\\ud83d\\ude42\" 3"), word, text;
    assert_true(mark_word(&rest, &word));
    assert_true(str_is(word, "hook"));
    assert_false(mark_word(&rest, &word));
    assert_true(mark_text(&arena, &rest, &text));
    assert_true(str_is(text, "a\"b\\c\n\t\xc3\xa9\xf0\x9f\x99\x82"));
    assert_true(str_is(rest, "3"));
    assert_false(mark_text(&arena, &rest, &text));
    arena_finish(&arena);
}

/* --- attempts -------------------------------------------------------------------------------- */

static void expect_path(const td_journal *journal, int attempt, const int *numbers, int count)
{
    int32_t path[32];
    assert_int_equal(journal_path(journal, attempt, path), count);
    for (int i = 0; i < count; i++)
        assert_int_equal(journal->entries[path[i]].number, numbers[i]);
}

static void every_attempt_has_its_own_way_from_the_start(void **state)
{
    (void)state;
    struct desk desk;
    read_text(&desk,
              TD_STR(HEADER "1 primary begin" CHECK "2 primary choose a" CHECK "3 primary choose b" CHECK
                            "4 primary choose c" CHECK "5 primary rewind 3" CHECK "6 primary choose d" CHECK
                            "7 primary rewind 6" CHECK "8 primary rewind 4" CHECK "9 primary choose e" CHECK
                            "10 primary rewind 1" CHECK "11 primary rewind 9" CHECK "12 primary rewind 5" CHECK));
    assert_int_equal(desk.status, TD_OK);
    assert_int_equal(desk.journal->attempt_count, 7);
    expect_path(desk.journal, 1, (const int[]){1, 2, 3, 4}, 4);
    expect_path(desk.journal, 2, (const int[]){1, 2, 6}, 3);
    expect_path(desk.journal, 3, (const int[]){1, 2}, 2);
    expect_path(desk.journal, 4, (const int[]){1, 2, 3, 9}, 4);
    expect_path(desk.journal, 5, (const int[]){0}, 0);
    expect_path(desk.journal, 6, (const int[]){1, 2, 3}, 3);
    expect_path(desk.journal, 7, (const int[]){1, 2, 3, 4}, 4); /* before the first rewind */
    expect_path(desk.journal, 8, (const int[]){0}, 0);
    clear(&desk);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_journal_is_written_as_it_was_read),
        cmocka_unit_test(keys_of_a_later_version_are_kept_if_they_may_be_ignored),
        cmocka_unit_test(a_journal_without_a_whole_header_is_none),
        cmocka_unit_test(a_last_line_without_an_end_is_left_out_and_said),
        cmocka_unit_test(what_comes_before_a_damaged_line_is_kept),
        cmocka_unit_test(too_much_is_refused_by_its_size),
        cmocka_unit_test(the_text_of_a_mark_comes_back_as_it_was_typed),
        cmocka_unit_test(every_attempt_has_its_own_way_from_the_start),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
