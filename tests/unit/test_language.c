/* test_language.c - the language files that ship: complete, alike, and typeset.
 * Every name the engine can hand to a front must have its words, and no text may belong to a name
 * that is gone; a translation has the same places as its source. */
#define POISON_SPARES_THE_ENVIRONMENT
#include "debrief.h"
#include "laws.h"
#include "test_memory.h"
#include "view.h"
#include "wire_reasons.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
/* after those: */
#include <cmocka.h>

enum { FILE_MAX = 4 * 1024 * 1024, IDS_MAX = 8000 };

struct fixture {
    struct test_memory memory;
    struct arena arena;
    struct diags diags;
    struct words *english, *french;
    bool expected[IDS_MAX]; /* by index in english: a name of the engine stands behind it */
    int missing;
};

static td_str read_language(struct arena *arena, const char *lang)
{
    char path[4096];
    const char *data = getenv("TALKDOWN_DATA");
    assert_non_null(data);
    snprintf(path, sizeof path, "%s/assets/lang/%s.json", data, lang);
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    char *bytes = arena_alloc(arena, FILE_MAX);
    size_t size = fread(bytes, 1, FILE_MAX, file);
    assert_true(size > 0 && size < FILE_MAX);
    fclose(file);
    return (td_str){bytes, size};
}

static struct words *load(struct fixture *f, const char *lang, const struct words *fallback)
{
    struct words *words = NULL;
    td_str bytes = read_language(&f->arena, lang);
    td_status status = words_load(&f->memory.allocator, str_of(lang), bytes, &f->diags, fallback, &words);
    for (int i = 0; i < f->diags.count; i++)
        print_message("# %s.json:%d:%d: %s %.*s %.*s\n", lang, f->diags.items[i].line, f->diags.items[i].column,
                      f->diags.items[i].code, (int)f->diags.items[i].subject.len, f->diags.items[i].subject.ptr,
                      (int)f->diags.items[i].detail.len, f->diags.items[i].detail.ptr);
    return status == TD_OK ? words : NULL;
}

static int set_up(void **state)
{
    struct fixture *f = calloc(1, sizeof *f);
    *state = f;
    arena_init(&f->arena, test_memory_init(&f->memory));
    diags_init(&f->diags, &f->arena);
    f->english = load(f, "en", NULL);
    f->french = f->english == NULL ? NULL : load(f, "fr", f->english);
    return f->french == NULL || words_count(f->english) > IDS_MAX;
}

static int tear_down(void **state)
{
    struct fixture *f = *state;
    words_destroy(f->french);
    words_destroy(f->english);
    arena_finish(&f->arena);
    int left = f->memory.blocks;
    free(f);
    return left;
}

/* --- the names of the engine -------------------------------------------------------------------- */

static void expect(struct fixture *f, const char *head, td_str name, const char *tail)
{
    char id[120];
    int length = snprintf(id, sizeof id, "%s%.*s%s", head, (int)name.len, name.ptr, tail);
    for (int i = 0; i < words_count(f->english); i++) {
        if (!str_eq(words_id(f->english, i), (td_str){id, (size_t)length}))
            continue;
        f->expected[i] = true;
        return;
    }
    print_message("# no text: %s\n", id);
    f->missing++;
}

static void expect_tails(struct fixture *f, const char *head, td_str name, const char *tails)
{
    td_str rest = str_of(tails);
    if (rest.len == 0)
        expect(f, head, name, "");
    while (rest.len > 0) {
        char tail[40];
        td_str word = str_word(&rest);
        snprintf(tail, sizeof tail, "%.*s", (int)word.len, word.ptr);
        expect(f, head, name, tail);
    }
}

static void expect_list(struct fixture *f, const char *head, const td_str *names, const char *tails)
{
    for (int i = 0; names[i].ptr != NULL; i++)
        expect_tails(f, head, names[i], tails);
}

/* names: one word each, divided by spaces. */
static void expect_words(struct fixture *f, const char *head, const char *names, const char *tails)
{
    td_str rest = str_of(names);
    while (rest.len > 0)
        expect_tails(f, head, str_word(&rest), tails);
}

static void expect_lists_of_the_scenario(struct fixture *f)
{
    expect_list(f, "sector.", sector_names, "");
    expect_list(f, "stance.", stance_names, "");
    expect_list(f, "place.", place_names, "");
    expect_list(f, "channel.", talk_channel_names, "");
    expect_list(f, "pronoun.", pronoun_names, "");
    expect_list(f, "emotion.", emotion_names, "");
    expect_list(f, "need.", need_names, ".name .is");
    expect_list(f, "band.", band_names, ".name .is");
    expect_list(f, "fact-kind.", fact_kind_names, "");
    expect_list(f, "help.", help_kind_names, ".name .say .threat .arrives");
    expect_list(f, "scene.", scene_kind_names, ".name .did");
    expect_list(f, "outcome.", outcome_names, ".title .text");
    expect_words(f, "outcome.", "open", ".title .text");
    expect_list(f, "prompt.", prompt_kind_names, ".name .ask");
    expect_list(f, "content.", content_note_names, "");
    expect_list(f, "briefing.", brief_class_names, "");
    expect_list(f, "mode.", mode_names, ".name .is");
    expect_list(f, "rung.", rung_names, ".name .is");
    expect_words(f, "nature.", "expressive instrumental", ".name .is");
}

static void expect_lists_of_the_model(struct fixture *f)
{
    static const char cues[] = ".1 .2 .3 .4 .5 .1.voice .2.voice .3.voice .4.voice .5.voice";
    for (int act = 0; act < ACT_COUNT; act++) {
        expect_tails(f, "act.", act_name((enum act)act), ".name .short .is .good .trap .source");
        expect(f, "template.", act_name((enum act)act), "");
        expect(f, "voice.end.", act_name((enum act)act), "");
    }
    for (int i = 0; i < PROFILE_COUNT; i++)
        expect_tails(f, "profile.", profile_name(i), ".name .is");
#define X(name) expect(f, "tag.", TD_STR(#name), "");
    TD_TRIGGER_TAGS(X)
#undef X
    expect_words(f, "stage.", "0 1 2 3 4", ".name .is .needs .sign");
    expect_list(f, "cue.", band_names, cues);
    expect_words(f, "cue.", "despair recovery", cues);
    expect_list(f, "regard.", regard_names, "");
    expect_list(f, "regard.", regard_names, ".voice");
    expect_words(f, "state.", "despair recovery", ".name .is");
    expect_words(f, "figure.", "agitation understanding rapport trust autonomy hope commitment rupture stage", "");
}

static void expect_lists_of_the_score(struct fixture *f)
{
    static const struct {
        const char *dimension, *parts;
    } rubric[] = {
        {"listening", ".quality .reflections .depth .variety .share"},
        {"timing", ".fit .step .premature .triples"},
        {"regulation", ".fall .rises"},
        {"safety", ".safety-question .suicide-question .distance .plan .help .prompts"},
        {"respect", ".start .major .minor .repaired .delivery"},
        {"outcome", ".outcome"},
        {"reading", ".estimates .person .board"},
    };
    for (size_t i = 0; i < sizeof rubric / sizeof *rubric; i++) {
        expect_words(f, "dimension.", rubric[i].dimension, ".name .what .why .low .mid .high");
        expect_words(f, "dimension.", rubric[i].dimension, rubric[i].parts);
    }
    for (int d = 0; d < DIM_COUNT; d++)
        assert_string_equal(rubric[d].dimension, dimension_name((enum dimension)d));
    for (int cap = CAP_NONE + 1; cap < CAP_COUNT; cap++)
        expect(f, "cap.", str_of(score_cap_name((enum score_cap)cap)), "");
    for (int band = SCORE_NOT_YET; band <= SCORE_PROFICIENT; band++) {
        expect(f, "score.band.", str_of(score_band_name((enum score_band)band)), "");
        expect(f, "score.band.", str_of(score_band_name((enum score_band)band)), ".is");
    }
    for (int verdict = 0; verdict < VERDICT_COUNT; verdict++) {
        expect_tails(f, "verdict.", str_of(verdict_name((enum verdict)verdict)), ".name .is");
        expect(f, "template.verdict.", str_of(verdict_name((enum verdict)verdict)), "");
    }
    expect_list(f, "voice.end.", outcome_names, "");
}

static void expect_codes(struct fixture *f)
{
    for (int i = 0; i < diag_code_count(); i++)
        expect(f, "diag.", str_of(diag_code(i)), "");
    expect(f, "diag.", TD_STR("nearest"), "");
#define X(name, code) expect(f, "refused.", TD_STR(code), "");
    TD_REFUSALS(X)
    TD_WIRE_REASONS(X)
#undef X
    expect(f, "refused.", TD_STR("locked-out"), ""); /* by the host of a room, not the room */
    expect(f, "refused.", TD_STR("room-over"), "");
    expect(f, "refused.", TD_STR("console-over"), "");
    expect(f, "refused.", TD_STR("too-long"), ""); /* by the journal, not the session */
    for (int seat = 0; seat < SEAT_COUNT; seat++)
        expect_tails(f, "seat.", seat_name((enum seat)seat), ".name .is");
    expect_words(f, "handover.", "name hooks triggers promises risk", "");
    expect_words(f, "delta.", "time words delivery space trigger promise outside", ".name .up .down");
    expect_words(f, "debrief.part.", "time words delivery space trigger promise outside", "");
    expect_words(f, "learning.", "1 2 3 4 5", "");
    expect_words(f, "module.", "1 2 3", "");
    expect_words(f, "preset.", "solo back-to-back team-table fishbowl class-vote several-teams", ".name .is");
}

static void expect_everything(struct fixture *f)
{
    expect_lists_of_the_scenario(f);
    expect_lists_of_the_model(f);
    expect_lists_of_the_score(f);
    expect_codes(f);
}

static void every_name_of_the_engine_has_its_words(void **state)
{
    struct fixture *f = *state;
    expect_everything(f);
    assert_int_equal(f->missing, 0);
}

/* Families whose every member is a name of the engine. */
static bool is_closed_family(td_str id)
{
    static const char *const closed[] = {
        "sector.",   "stance.", "place.",  "channel.", "pronoun.",    "emotion.",  "need.",    "fact-kind.",
        "scene.",    "mode.",   "rung.",   "nature.",  "act.",        "profile.",  "tag.",     "cue.",
        "state.",    "figure.", "regard.", "cap.",     "verdict.",    "diag.",     "refused.", "seat.",
        "learning.", "module.", "preset.", "band.",    "score.band.", "dimension."};
    for (size_t i = 0; i < sizeof closed / sizeof *closed; i++)
        if (str_starts(id, str_of(closed[i])))
            return !str_starts(id, TD_STR("stance.page.")); /* a page of its own */
    return false;
}

static void no_text_belongs_to_a_name_that_is_gone(void **state)
{
    struct fixture *f = *state;
    int strays = 0;
    expect_everything(f);
    for (int i = 0; i < words_count(f->english); i++) {
        td_str id = words_id(f->english, i);
        if (f->expected[i] || !is_closed_family(id))
            continue;
        print_message("# nobody is called so: %.*s\n", (int)id.len, id.ptr);
        strays++;
    }
    assert_int_equal(strays, 0);
}

/* --- the two languages ----------------------------------------------------------------------------- */

static void both_languages_have_the_same_texts_and_places(void **state)
{
    struct fixture *f = *state;
    assert_int_equal(words_count(f->english), words_count(f->french));
    assert_int_equal(f->diags.errors, 0);
    assert_int_equal(f->diags.warnings, 0); /* missing, unknown, other places: each is a warning */
}

typedef int check_text(td_str id, td_str text);

static int check_every_form(const struct words *words, check_text *check)
{
    int bad = 0;
    for (int i = 0; i < words_count(words); i++) {
        td_str id = words_id(words, i);
        for (int form = 0; form < WORDS_PERSONS * 2; form++) {
            td_str text = words_variant(words, id, form / 2, form % 2);
            if (check(id, text) == 0)
                continue;
            print_message("# %.*s: %.*s\n", (int)id.len, id.ptr, (int)text.len, text.ptr);
            bad++;
            break;
        }
    }
    return bad;
}

static bool contains(td_str text, const char *part)
{
    size_t length = strlen(part);
    for (size_t i = 0; i + length <= text.len; i++)
        if (memcmp(text.ptr + i, part, length) == 0)
            return true;
    return false;
}

/* Command lines and the words a learner types keep to the keyboard. */
static bool is_typed(td_str id)
{
    return str_starts(id, TD_STR("usage.")) || str_starts(id, TD_STR("key."));
}

static int is_empty(td_str id, td_str text)
{
    (void)id;
    return text.len == 0;
}

static int has_a_telephone_number(td_str id, td_str text)
{
    int run = 0;
    (void)id;
    for (size_t i = 0; i < text.len; i++) {
        run = text.ptr[i] >= '0' && text.ptr[i] <= '9' ? run + 1 : 0;
        if (run >= 5)
            return 1;
    }
    return contains(text, "911") || contains(text, "988") || contains(text, "112");
}

static int has_typewriter_quotes(td_str id, td_str text)
{
    return !is_typed(id) && (contains(text, "\"") || contains(text, "'"));
}

static int is_badly_spaced(td_str id, td_str text)
{
    static const char *const wrong[] = {" ;", " :", " !", " ?", " %", "« ", " »", "  ."};
    if (is_typed(id))
        return 0;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        if (contains(text, wrong[i]))
            return 1;
    return 0;
}

/* A French ; : ! ? or closing guillemet follows a space that does not break. */
static int lacks_its_space(td_str id, td_str text)
{
    if (is_typed(id))
        return 0;
    for (size_t i = 1; i < text.len; i++) {
        char c = text.ptr[i], before = text.ptr[i - 1];
        unsigned char after = i + 1 < text.len ? (unsigned char)text.ptr[i + 1] : ' ';
        bool inside = (c == ':' || c == '?') && after < 0x80 && after > ' ' && after != '{'; /* 02:14, http://a/?code */
        if ((c == ';' || c == '!' || c == '?' || c == ':') && !inside && (unsigned char)before != 0xa0 && before != '?')
            return 1;
    }
    return 0;
}

static void no_text_is_empty(void **state)
{
    struct fixture *f = *state;
    assert_int_equal(check_every_form(f->english, is_empty) + check_every_form(f->french, is_empty), 0);
}

static void no_text_has_a_telephone_number(void **state)
{
    struct fixture *f = *state;
    assert_int_equal(
        check_every_form(f->english, has_a_telephone_number) + check_every_form(f->french, has_a_telephone_number), 0);
}

static void quotes_and_apostrophes_are_typeset(void **state)
{
    struct fixture *f = *state;
    assert_int_equal(
        check_every_form(f->english, has_typewriter_quotes) + check_every_form(f->french, has_typewriter_quotes), 0);
}

static void french_spaces_do_not_break(void **state)
{
    struct fixture *f = *state;
    assert_int_equal(check_every_form(f->french, is_badly_spaced) + check_every_form(f->french, lacks_its_space), 0);
}

/* --- what the debrief may say ------------------------------------------------------------------------ */

/* A place that is not among these would stand in the debrief with its braces on. */
static int has_a_strange_place(td_str id, td_str text)
{
    static const char *const known[] = {"act",   "stage", "best", "best_act", "n",       "before",
                                        "after", "band",  "from", "to",       "subject", "help"};
    char place[40];
    if (!str_starts(id, TD_STR("template.")))
        return 0;
    size_t places = 0, found = 0;
    for (size_t i = 0; i < text.len; i++)
        places += text.ptr[i] == '{';
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        snprintf(place, sizeof place, "{%s}", known[i]);
        for (size_t at = 0; at + strlen(place) <= text.len; at++)
            found += memcmp(text.ptr + at, place, strlen(place)) == 0;
    }
    return places != found;
}

static void templates_use_only_what_the_debrief_knows(void **state)
{
    struct fixture *f = *state;
    assert_int_equal(check_every_form(f->english, has_a_strange_place), 0);
    assert_int_equal(check_every_form(f->french, has_a_strange_place), 0);
}

/* Person and place names stand anywhere: a sentence may not begin with one that is written small. */
static void the_defaults_of_values_are_noun_phrases(void **state)
{
    struct fixture *f = *state;
    static const char *const names[] = {"value.service.crisis_line", "value.service.crisis_team",
                                        "value.service.emergency", "value.service.follow_up"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        td_str english = words_get(f->english, str_of(names[i])), french = words_get(f->french, str_of(names[i]));
        assert_true(english.len > 0 && english.ptr[english.len - 1] != '.');
        assert_true(french.len > 0 && french.ptr[french.len - 1] != '.');
        assert_true(english.ptr[0] >= 'a' && english.ptr[0] <= 'z');
        assert_true(french.ptr[0] >= 'a' && french.ptr[0] <= 'z');
    }
}

static void the_pseudo_language_leaves_no_sentence_out(void **state)
{
    struct fixture *f = *state;
    struct words *xx = NULL;
    words_pseudo(&f->memory.allocator, f->english, &xx);
    assert_int_equal(words_count(xx), words_count(f->english));
    for (int i = 0; i < words_count(xx); i++) {
        td_str id = words_id(xx, i), text = words_get(xx, id);
        bool inner = str_starts(id, TD_STR("value.")) || str_starts(id, TD_STR("list."));
        if ((str_starts(text, TD_STR("[!! ")) && contains(text, " !!]")) == inner)
            fail_msg("%.*s: %.*s", (int)id.len, id.ptr, (int)text.len, text.ptr);
    }
    words_destroy(xx);
}

/* The card numbers them as they stand in laws[]: a law that moved would be told as another one. */
static void the_laws_are_told_as_they_are_tried(void **state)
{
    struct fixture *f = *state;
    char id[16];
    for (int i = 0; i < law_count; i++) {
        snprintf(id, sizeof id, "law.%d", i + 1);
        td_str told = words_get(f->english, str_of(id));
        if (!str_is(told, laws[i].says))
            fail_msg("%s: %.*s; laws[%d] says %s", id, (int)told.len, told.ptr, i, laws[i].says);
        assert_true(words_has(f->french, str_of(id)));
    }
    snprintf(id, sizeof id, "law.%d", law_count + 1);
    assert_false(words_has(f->english, str_of(id)));
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(every_name_of_the_engine_has_its_words),
        TEST(no_text_belongs_to_a_name_that_is_gone),
        TEST(both_languages_have_the_same_texts_and_places),
        TEST(no_text_is_empty),
        TEST(no_text_has_a_telephone_number),
        TEST(quotes_and_apostrophes_are_typeset),
        TEST(french_spaces_do_not_break),
        TEST(templates_use_only_what_the_debrief_knows),
        TEST(the_defaults_of_values_are_noun_phrases),
        TEST(the_pseudo_language_leaves_no_sentence_out),
        TEST(the_laws_are_told_as_they_are_tried),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
