/* test_cli.c - options are found wherever they stand, and every misuse is told once, with the
 * nearest valid name. */
#include "cli.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

enum { WORDS_MAX = 16 };

static struct cli typed(const char *line, char *buffer, size_t size, char *words[WORDS_MAX])
{
    int count = 0;
    snprintf(buffer, size, "%s", line);
    for (char *save = NULL, *word = strtok_r(buffer, " ", &save); word && count < WORDS_MAX;
         word = strtok_r(NULL, " ", &save))
        words[count++] = word;
    struct cli cli;
    cli_init(&cli, "play", count, words);
    return cli;
}

#define TYPED(line)          \
    char buffer_[256];       \
    char *words_[WORDS_MAX]; \
    struct cli cli = typed(line, buffer_, sizeof buffer_, words_)

/* What is said on stderr from here to heard(). */
struct ear {
    FILE *file;
    int saved;
};

static struct ear listen(void)
{
    struct ear ear = {tmpfile(), dup(STDERR_FILENO)};
    fflush(stderr);
    dup2(fileno(ear.file), STDERR_FILENO);
    return ear;
}

static void heard(struct ear ear, char *ret, size_t size)
{
    fflush(stderr);
    dup2(ear.saved, STDERR_FILENO);
    close(ear.saved);
    rewind(ear.file);
    ret[fread(ret, 1, size - 1, ear.file)] = '\0';
    fclose(ear.file);
}

static void options_are_found_on_either_side_of_the_arguments(void **state)
{
    (void)state;
    TYPED("bridge-rail --seed 7 --text extra --mode=guided");
    static const char *const modes[] = {"practice", "guided", "assessment"};
    assert_int_equal(cli_int(&cli, "seed", 1, 1000, 1), 7);
    assert_true(cli_flag(&cli, "text"));
    assert_false(cli_flag(&cli, "json"));
    assert_int_equal(cli_choice(&cli, "mode", modes, 3, 0), 1);
    assert_true(cli_done(&cli, 1, 2));
    assert_int_equal(cli.argc, 2);
    assert_string_equal(cli.argv[0], "bridge-rail");
    assert_string_equal(cli.argv[1], "extra");
}

static void what_is_not_given_has_its_default(void **state)
{
    (void)state;
    TYPED("");
    static const char *const modes[] = {"practice", "guided"};
    assert_int_equal(cli_int(&cli, "seed", 1, 9, -5), -5);
    assert_null(cli_option(&cli, "save"));
    assert_int_equal(cli_choice(&cli, "mode", modes, 2, -1), -1);
    assert_true(cli_done(&cli, 0, 0));
}

static void an_option_with_an_optional_value_stands_alone_or_takes_the_next_word(void **state)
{
    (void)state;
    const char *value = "untouched";
    {
        TYPED("--resume --text");
        assert_true(cli_maybe(&cli, "resume", &value));
        assert_null(value);
    }
    {
        TYPED("--resume night.play");
        assert_true(cli_maybe(&cli, "resume", &value));
        assert_string_equal(value, "night.play");
        assert_true(cli_done(&cli, 0, 0));
    }
}

static void a_negative_number_and_a_lone_dash_are_values_and_not_options(void **state)
{
    (void)state;
    TYPED("--tone -1 --moves - -3 -");
    assert_int_equal(cli_int(&cli, "tone", -1, 1, 0), -1);
    assert_string_equal(cli_option(&cli, "moves"), "-");
    assert_true(cli_done(&cli, 2, 2));
    assert_string_equal(cli.argv[0], "-3");
    assert_string_equal(cli.argv[1], "-");
}

static void behind_two_dashes_nothing_is_an_option(void **state)
{
    (void)state;
    TYPED("--text -- --json -x");
    assert_true(cli_flag(&cli, "text"));
    assert_false(cli_flag(&cli, "json"));
    assert_true(cli_done(&cli, 2, 2));
    assert_string_equal(cli.argv[0], "--json");
    assert_string_equal(cli.argv[1], "-x");
}

static void a_one_letter_name_has_one_dash(void **state)
{
    (void)state;
    TYPED("person -o out.png");
    assert_string_equal(cli_option(&cli, "o"), "out.png");
    assert_true(cli_done(&cli, 1, 1));
}

static void an_option_that_begins_like_another_is_another(void **state)
{
    (void)state;
    TYPED("--seedling 3");
    assert_int_equal(cli_int(&cli, "seed", 1, 9, 1), 1);
    assert_int_equal(cli_int(&cli, "seedling", 1, 9, 1), 3);
    assert_true(cli_done(&cli, 0, 0));
}

/* Asks like `play` does, and says whether all was well. */
static bool ask_like_play(struct cli *cli)
{
    static const char *const modes[] = {"guided", "practice", "assessment"};
    cli_flag(cli, "text");
    cli_int(cli, "seed", 1, 1000, 1);
    cli_choice(cli, "mode", modes, 3, 0);
    cli_option(cli, "save");
    cli_option(cli, "o");
    return cli_done(cli, 1, 1);
}

static void every_misuse_is_named(void **state)
{
    (void)state;
    static const struct {
        const char *line, *said;
    } rows[] = {
        {"x --sed 3", "there is no option --sed. Did you mean --seed?"},
        {"x --txet", "there is no option --txet. Did you mean --text?"},
        {"x --seed=7 --savee=f", "there is no option --savee=f. Did you mean --save?"},
        {"x --purple", "there is no option --purple\n"},
        {"x -q", "there is no option -q"},
        {"x --seed", "--seed needs a value"},
        {"x --save --text", "--save needs a value"},
        {"x --seed 0", "--seed wants a whole number from 1 to 1000, not 0"},
        {"x --seed 1001", "--seed wants a whole number from 1 to 1000, not 1001"},
        {"x --seed 99999999999999999999", "--seed wants a whole number from 1 to 1000, not 99999999999999999999"},
        {"x --seed 7a", "--seed wants a whole number from 1 to 1000, not 7a"},
        {"x --seed=", "--seed wants a whole number from 1 to 1000, not \n"},
        {"x --mode hard", "--mode is one of: guided, practice, assessment; not hard"},
        {"x --text=yes", "--text takes no value"},
        {"x --text --text", "--text is given twice"},
        {"x --seed 1 --seed 2", "--seed is given twice"},
        {"", "something is missing"},
        {"x y", "y is one argument too many"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        TYPED(rows[i].line);
        char text[1024];
        struct ear ear = listen();
        bool well = ask_like_play(&cli);
        heard(ear, text, sizeof text);
        assert_false(well);
        if (!strstr(text, rows[i].said))
            fail_msg("row %zu: \"%s\" says: %s", i, rows[i].line, text);
        assert_non_null(strstr(text, "talkdown play: "));
        assert_non_null(strstr(text, "Try: talkdown play --help"));
    }
}

static void of_several_faults_only_the_first_is_told(void **state)
{
    (void)state;
    TYPED("x y --seed 0 --mode hard --purple");
    char text[1024];
    struct ear ear = listen();
    assert_false(ask_like_play(&cli));
    heard(ear, text, sizeof text);
    assert_non_null(strstr(text, "--seed wants"));
    assert_null(strstr(text, "--mode is"));
    assert_null(strstr(text, "purple"));
    assert_null(strstr(text, "too many"));
}

static void a_suggestion_is_near_or_not_made(void **state)
{
    (void)state;
    static const char *const verbs[] = {"play", "check", "replay", "score"};
    assert_string_equal(cli_nearest("chek", verbs, 4), "check");
    assert_string_equal(cli_nearest("repaly", verbs, 4), "replay");
    assert_null(cli_nearest("certificate", verbs, 4));
    assert_null(cli_nearest("", verbs, 4));
}

static void a_text_without_an_id_shows_the_id_and_braces_stay_when_nothing_fills_them(void **state)
{
    (void)state;
    char text[200];
    FILE *out = tmpfile();
    cli_say(out, "no.such.id", NULL, 0);
    cli_say(out, "cli.version", NULL, 0);
    cli_say(out, "cli.version", &(struct cli_fill){"version", "{version}"}, 1);
    rewind(out);
    text[fread(text, 1, sizeof text - 1, out)] = '\0';
    fclose(out);
    assert_string_equal(text, "no.such.id\ntalkdown {version}\ntalkdown {version}\n");
    assert_false(cli_has_text("no.such.id"));
    assert_true(cli_has_text("usage.help"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(options_are_found_on_either_side_of_the_arguments),
        cmocka_unit_test(what_is_not_given_has_its_default),
        cmocka_unit_test(an_option_with_an_optional_value_stands_alone_or_takes_the_next_word),
        cmocka_unit_test(a_negative_number_and_a_lone_dash_are_values_and_not_options),
        cmocka_unit_test(behind_two_dashes_nothing_is_an_option),
        cmocka_unit_test(a_one_letter_name_has_one_dash),
        cmocka_unit_test(an_option_that_begins_like_another_is_another),
        cmocka_unit_test(every_misuse_is_named),
        cmocka_unit_test(of_several_faults_only_the_first_is_told),
        cmocka_unit_test(a_suggestion_is_near_or_not_made),
        cmocka_unit_test(a_text_without_an_id_shows_the_id_and_braces_stay_when_nothing_fills_them),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
