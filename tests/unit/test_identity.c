/* test_identity.c - the files of assets/people, and what is refused in one. */
#define POISON_SPARES_THE_ENVIRONMENT
#include "identity.h"
#include "stage.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
/* after those: */
#include <cmocka.h>

static const char *const people[] = {"daniel", "grace", "ines", "joseph", "linh", "mia", "samira", "tomasz", "walter"};
enum { PEOPLE = sizeof people / sizeof *people };

/* Reads text in which ' stands for "; *code is the first fault or "". */
static bool read_text(const char *text, struct person_identity *who, char code[40], int *line)
{
    struct arena arena;
    struct diags diags;
    char json[2000];
    snprintf(json, sizeof json, "%s", text);
    for (char *c = json; *c; c++)
        *c = *c == '\'' ? '"' : *c;
    arena_init(&arena, &stage_memory);
    diags_init(&diags, &arena);
    bool good = person_identity_read(&stage_memory, TD_STR("test.json"), str_of(json), &diags, who);
    snprintf(code, 40, "%s", diags.count ? diags.items[0].code : "");
    *line = diags.count ? diags.items[0].line : 0;
    assert_int_equal(good, diags.errors == 0);
    arena_finish(&arena);
    return good;
}

static void a_wrong_file_is_refused_with_its_reason_and_place(void **state)
{
    (void)state;
    static const struct {
        const char *text, *code;
        int line;
    } rows[] = {
        {"{'id':'x'}", "", 0},
        {"{'id':'x',\n'age':40,\n'skin':'#a0b1c2','hair_style':'bun','wheelchair':true}", "", 0},
        {"{'id':'x','x-note':['anything']}", "", 0},
        {"{'age':40}", "missing-key", 1},
        {"[]", "wrong-type", 1},
        {"{'id':'x',\n'agee':40}", "unknown-key", 2},
        {"{'id':'x',\n'age':'40'}", "wrong-type", 2},
        {"{'id':'x',\n'age':11}", "out-of-range", 2},
        {"{'id':'x',\n\n'build':1001}", "out-of-range", 3},
        {"{'id':'x','skin':'#A0B1C2'}", "wrong-format", 1},
        {"{'id':'x','skin':'red'}", "wrong-format", 1},
        {"{'id':'x','skin':7}", "wrong-type", 1},
        {"{'id':'x','hair_style':'mullet'}", "not-in-list", 1},
        {"{'id':'x','hair_style':''}", "not-in-list", 1},
        {"{'id':'x','wheelchair':1}", "wrong-type", 1},
        {"{'id':''}", "out-of-range", 1},
        {"{'id':7}", "wrong-type", 1},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct person_identity who = {.age = -7};
        char code[40];
        int line;
        bool good = read_text(rows[i].text, &who, code, &line);
        assert_string_equal(code, rows[i].code);
        assert_int_equal(line, rows[i].line);
        if (!good)
            assert_int_equal(who.age, -7); /* untouched */
    }
}

static void what_is_written_is_what_is_seen(void **state)
{
    (void)state;
    struct person_identity who;
    char code[40];
    int line;
    assert_true(read_text(
        "{'id':'ann','age':77,'skin':'#0a0bfc','top':'coat','headwear':'flat-cap','wheelchair':true,'nose_width':0}",
        &who, code, &line));
    assert_string_equal(who.id, "ann");
    assert_int_equal(who.age, 77);
    assert_int_equal(who.skin, 0x0a0bfcff);
    assert_int_equal(who.top, TOP_COAT);
    assert_int_equal(who.headwear, HEAD_FLAT_CAP);
    assert_int_equal(who.wheelchair, 1);
    assert_int_equal(who.nose_width, 0);
    assert_int_equal(who.chin, person_identity_default().chin);
}

static struct person_identity load(const char *id)
{
    const char *data = getenv("TALKDOWN_DATA");
    char path[512], bytes[8192];
    snprintf(path, sizeof path, "%s/assets/people/%s.json", data ? data : ".", id);
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    size_t len = fread(bytes, 1, sizeof bytes, file);
    fclose(file);
    struct arena arena;
    struct diags diags;
    struct person_identity who;
    arena_init(&arena, &stage_memory);
    diags_init(&diags, &arena);
    assert_true(person_identity_read(&stage_memory, str_of(path), (td_str){bytes, len}, &diags, &who));
    assert_string_equal(who.id, id);
    arena_finish(&arena);
    return who;
}

static void everybody_can_be_read_and_nobody_looks_like_another(void **state)
{
    (void)state;
    struct person_identity all[PEOPLE];
    for (int i = 0; i < PEOPLE; i++)
        all[i] = load(people[i]);
    for (int i = 0; i < PEOPLE; i++)
        for (int j = 0; j < i; j++) {
            const struct person_identity *a = &all[i], *b = &all[j];
            int differences = (a->hair_style != b->hair_style) + (a->headwear != b->headwear) + (a->top != b->top) +
                              (a->beard != b->beard) + (a->glasses != b->glasses) + (a->wheelchair != b->wheelchair) +
                              (abs(a->age - b->age) > 8) + (abs(a->build - b->build) > 150) +
                              (abs(a->masculine - b->masculine) > 300) + (abs(a->height - b->height) > 40);
            assert_true(differences >= 3);
        }
}

static void the_people_cover_what_people_are(void **state)
{
    (void)state;
    int young = 0, old = 0, women = 0, hijab = 0, glasses = 0, chair = 0, beard = 0, cap = 0, dark = 0;
    for (int i = 0; i < PEOPLE; i++) {
        struct person_identity who = load(people[i]);
        young += who.age < 18;
        old += who.age > 70;
        women += who.masculine < 300;
        hijab += who.headwear == HEAD_HIJAB;
        glasses += who.glasses != GLASSES_NONE;
        chair += who.wheelchair;
        beard += who.beard > BEARD_STUBBLE;
        cap += who.headwear == HEAD_CAP || who.headwear == HEAD_FLAT_CAP;
        dark += (who.skin >> 24) < 0xa0;
    }
    assert_true(young && old && women >= 4 && hijab && glasses && chair && beard && cap && dark >= 2);
}

static void daniel_is_wet_and_in_his_early_forties(void **state)
{
    (void)state;
    struct person_identity daniel = load("daniel");
    assert_in_range(daniel.age, 40, 44);
    assert_true(daniel.wet > 500);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_wrong_file_is_refused_with_its_reason_and_place),
        cmocka_unit_test(what_is_written_is_what_is_seen),
        cmocka_unit_test(everybody_can_be_read_and_nobody_looks_like_another),
        cmocka_unit_test(the_people_cover_what_people_are),
        cmocka_unit_test(daniel_is_wet_and_in_his_early_forties),
    };
    return cmocka_run_group_tests_name("identity", tests, NULL, NULL);
}
