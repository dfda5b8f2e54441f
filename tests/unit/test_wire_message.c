/* test_wire_message.c - messages of a group session: read, refused with a reason, written and read again. */
#include "message_shape.h"
#include "quoted.h"
#include "stage.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>

#include <cmocka.h>

static bool read_quoted(const char *quoted, struct wire_message *ret, const char **reason)
{
    char text[4096];
    size_t len = put_quoted(text, sizeof text, quoted);
    return wire_message_read(&stage_memory, (td_str){text, len}, ret, reason);
}

static td_str written(struct arena *arena, const struct wire_message *m)
{
    struct writer w;
    writer_init(&w, arena);
    wire_message_write(&w, m);
    return writer_str(&w);
}

static void good_messages_are_written_as_they_were_read(void **state)
{
    (void)state;
    static const char *const rows[] = {
        "{'v':1,'do':'stop'}",
        "{'v':1,'n':0,'do':'stop'}",
        "{'v':1,'n':2147483647,'do':'leave'}",
        "{'v':1,'do':'choose','choice':'c014','tone':1,'pace':-1,'dist':220,'after':3200}",
        "{'v':1,'do':'pause'}",
        "{'v':1,'do':'pause','ms':3000}",
        "{'v':1,'do':'help','kind':'crisis-team','threat':false}",
        "{'v':1,'do':'move','kind':'step-back'}",
        "{'v':1,'do':'handover','items':[]}",
        "{'v':1,'do':'handover','items':['name','risk']}",
        "{'v':1,'do':'assess','prompt':'p-agit','value':0,'sure':0}",
        "{'v':1,'do':'assess','prompt':'p-risk','ids':[]}",
        "{'v':1,'do':'assess','prompt':'p-risk','ids':['a','b-2']}",
        "{'v':1,'do':'pick','ids':['b-alone']}",
        "{'v':1,'do':'vote','choice':'c014','reason':'she asks, he answers'}",
        "{'v':1,'do':'hint','technique':'slow_down'}",
        "{'v':1,'do':'hint','text':'ask about tonight'}",
        "{'v':1,'do':'board','kind':'hook','text':'\xc3\xa9l\xc3\xa8ve'}",
        "{'v':1,'do':'tag','seat':3,'items':['hooks','promises']}",
        "{'v':1,'do':'sheet','item':'agreement','score':5,'text':'yes'}",
        "{'v':1,'do':'heard','technique':'label','q':0,'tone':-1}",
        "{'v':1,'do':'inject','card':'i-press','team':9}",
        "{'v':1,'do':'inject','text':'A door slams.','effect':'disturbs'}",
        "{'v':1,'do':'rewind','to':12}",
        "{'v':1,'do':'rewind','back':1,'team':0}",
        "{'v':1,'do':'role','seat':0,'roles':[],'observer':'eyes','team':1,'assistant':true}",
        "{'v':1,'do':'assign','how':'rotate'}",
        "{'v':1,'do':'flow','how':'stop-and-discuss'}",
        "{'v':1,'do':'show','page':'what-if','anyway':true}",
        "{'v':1,'do':'match','entry':1,'fact':'none'}",
    };
    struct arena arena;
    arena_init(&arena, &stage_memory);
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct wire_message m, again;
        const char *reason = "";
        if (!read_quoted(rows[i], &m, &reason))
            fail_msg("row %d: %s: %s", (int)i, rows[i], reason);
        td_str text = written(&arena, &m);
        assert_int_equal(text.len, strlen(rows[i]));
        for (size_t k = 0; k < text.len; k++)
            assert_int_equal(text.ptr[k] == '"' ? '\'' : text.ptr[k], rows[i][k]);
        assert_true(wire_message_read(&stage_memory, text, &again, &reason));
        assert_true(str_eq(written(&arena, &again), text));
    }
    arena_finish(&arena);
}

static void bad_messages_are_refused_with_a_reason(void **state)
{
    (void)state;
    static const struct {
        const char *text, *reason;
    } rows[] = {
        {"", "bad-message"},
        {"{", "bad-message"},
        {"[]", "bad-message"},
        {"{} x", "bad-message"},
        {"{'v':1,'do':'stop','do':'stop'}", "bad-message"},
        {"{}", "bad-version"},
        {"{'v':2,'do':'stop'}", "bad-version"},
        {"{'v':'1','do':'stop'}", "bad-version"},
        {"{'v':1}", "unknown-do"},
        {"{'v':1,'do':'shutdown'}", "unknown-do"},
        {"{'v':1,'do':7}", "unknown-do"},
        {"{'v':1,'n':-1,'do':'stop'}", "bad-field"},
        {"{'v':1,'n':2147483648,'do':'stop'}", "bad-field"},
        {"{'v':1,'do':'stop','who':'me'}", "bad-field"},
        {"{'v':1,'do':'choose'}", "bad-field"},
        {"{'v':1,'do':'choose','choice':''}", "bad-field"},
        {"{'v':1,'do':'choose','choice':'C014'}", "bad-field"},
        {"{'v':1,'do':'choose','choice':'c 1'}", "bad-field"},
        {"{'v':1,'do':'choose','choice':'abcdefghijklmnopqrstuvwxyz0123456'}", "bad-field"},
        {"{'v':1,'do':'choose','choice':'c014','tone':2}", "bad-field"},
        {"{'v':1,'do':'choose','choice':'c014','dist':49}", "bad-field"},
        {"{'v':1,'do':'choose','choice':'c014','after':-1}", "bad-field"},
        {"{'v':1,'do':'pause','ms':2999}", "bad-field"},
        {"{'v':1,'do':'wait','ms':0}", "bad-field"},
        {"{'v':1,'do':'help','kind':'army'}", "bad-field"},
        {"{'v':1,'do':'help','kind':'police','threat':1}", "bad-field"},
        {"{'v':1,'do':'handover','items':'name'}", "bad-field"},
        {"{'v':1,'do':'handover','items':['shoes']}", "bad-field"},
        {"{'v':1,'do':'pick','ids':[]}", "bad-field"},
        {"{'v':1,'do':'pick','ids':['a','b','c','d','e','f','g','h','i','j','k','l','m']}", "bad-field"},
        {"{'v':1,'do':'assess','prompt':'p'}", "bad-field"},
        {"{'v':1,'do':'assess','prompt':'p','value':1,'ids':['a']}", "bad-field"},
        {"{'v':1,'do':'vote','choice':'c1','reason':'a b c d e f g h i'}", "too-many-words"},
        {"{'v':1,'do':'hint'}", "bad-field"},
        {"{'v':1,'do':'note','text':'  '}", "bad-field"},
        {"{'v':1,'do':'sheet','item':'calm','score':6}", "bad-field"},
        {"{'v':1,'do':'inject','text':'x'}", "bad-field"},
        {"{'v':1,'do':'inject','card':'x','effect':'calms'}", "bad-field"},
        {"{'v':1,'do':'rewind'}", "bad-field"},
        {"{'v':1,'do':'rewind','to':1,'back':1}", "bad-field"},
        {"{'v':1,'do':'tag','seat':640}", "bad-field"},
        {"{'v':1,'do':'assign','how':'run-through'}", "bad-field"},
        {"{'v':1,'do':'votetime','seconds':31}", "bad-field"},
        {"{'v':1,'do':'freeze','team':10}", "bad-field"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct wire_message m;
        const char *reason = "(good)";
        bool good = read_quoted(rows[i].text, &m, &reason);
        if (good || strcmp(reason, rows[i].reason) != 0)
            fail_msg("row %d: %s: wanted %s, was %s", (int)i, rows[i].text, rows[i].reason, reason);
    }
}

static void a_refusal_can_say_which_message_it_refuses(void **state)
{
    (void)state;
    struct wire_message m = {.n = 5};
    const char *reason;
    assert_false(read_quoted("{'v':1,'n':41,'do':'choose'}", &m, &reason));
    assert_int_equal(m.n, 41);
    assert_false(read_quoted("nonsense", &m, &reason));
    assert_int_equal(m.n, NONE);
}

static void what_is_too_long_is_not_cut_but_refused(void **state)
{
    (void)state;
    char text[WIRE_MESSAGE_BYTES * 2];
    struct wire_message m;
    const char *reason;
    for (int letters = 238; letters < 260; letters++) {
        int len = snprintf(text, sizeof text, "{\"v\":1,\"do\":\"note\",\"text\":\"%0*d\"}", letters, 0);
        bool good = wire_message_read(&stage_memory, (td_str){text, (size_t)len}, &m, &reason);
        assert_int_equal(good, letters <= 240);
        if (!good)
            assert_string_equal(reason, "message-too-long");
    }
    int len = snprintf(text, sizeof text, "{\"v\":1,\"do\":\"note\",\"text\":\"%0*d\"}", WIRE_MESSAGE_BYTES, 0);
    assert_false(wire_message_read(&stage_memory, (td_str){text, (size_t)len}, &m, &reason));
    assert_string_equal(reason, "message-too-long");
    /* Characters of several bytes at the edge. */
    td_str e = TD_STR("\xe2\x82\xac");
    for (int count = 70; count < 90; count++) {
        struct arena arena;
        struct writer w;
        arena_init(&arena, &stage_memory);
        writer_init(&w, &arena);
        w_text(&w, "{\"v\":1,\"do\":\"note\",\"text\":\"");
        for (int i = 0; i < count; i++) {
            w_str(&w, e);
            if (i % 20 == 19)
                w_char(&w, ' ');
        }
        w_text(&w, "\"}");
        bool good = wire_message_read(&stage_memory, writer_str(&w), &m, &reason);
        assert_int_equal(good, count * 3 + (count - 1) / 20 <= WIRE_TEXT_BYTES);
        arena_finish(&arena);
    }
}

static void words_of_people_cannot_rewrite_the_page(void **state)
{
    (void)state;
    static const struct {
        const char *text, *clean;
    } rows[] = {
        {"Maria", "Maria"},
        {"  Maria \t of \n Port  ", "Maria of Port"},
        {"a\x01"
         "b\x7f"
         "c",
         "abc"},
        {"a\xe2\x80\xae"
         "b\xe2\x81\xa6"
         "c\xe2\x80\x8f"
         "d",
         "abcd"},
        {"\xef\xbb\xbf"
         "a",
         "a"},
        {"a\xff\xfe"
         "b",
         "ab"},
        {"\xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d", "\xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d"},
        {"", ""},
        {" \xc2\xa0 ", ""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char clean[64], again[64];
        size_t len = wire_clean_text(str_of(rows[i].text), sizeof clean - 1, clean);
        assert_string_equal(clean, rows[i].clean);
        assert_int_equal(wire_clean_text((td_str){clean, len}, sizeof again - 1, again), len);
        assert_string_equal(again, clean);
    }
    char tiny[8];
    assert_int_equal(wire_clean_text(TD_STR("ab\xe2\x82\xac"), 4, tiny), 2); /* no half characters */
}

static void a_form_says_the_same_as_json(void **state)
{
    (void)state;
    static const struct {
        const char *form, *json;
    } rows[] = {
        {"do=stop", "{'v':1,'do':'stop'}"},
        {"do=vote&choice=c014&reason=she+asks%2C+first",
         "{'v':1,'do':'vote','choice':'c014','reason':'she asks, first'}"},
        {"choice=c014&do=vote&reason=", "{'v':1,'do':'vote','choice':'c014'}"},
        {"do=handover&items=name&items=risk", "{'v':1,'do':'handover','items':['name','risk']}"},
        {"do=handover&items=name,risk", "{'v':1,'do':'handover','items':['name','risk']}"},
        {"do=assess&prompt=p-agit&value=7&sure=60", "{'v':1,'do':'assess','prompt':'p-agit','value':7,'sure':60}"},
        {"do=help&kind=police&threat=on", "{'v':1,'do':'help','kind':'police','threat':true}"},
        {"do=note&text=100%+sure+%e2%82%ac", "{'v':1,'do':'note','text':'100% sure \xe2\x82\xac'}"},
        {"v=1&n=3&do=leave", "{'v':1,'do':'leave'}"},
    };
    struct arena arena;
    arena_init(&arena, &stage_memory);
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct wire_message form, json;
        const char *reason = "";
        if (!wire_message_from_form(&stage_memory, str_of(rows[i].form), &form, &reason))
            fail_msg("row %d: %s", (int)i, reason);
        assert_true(read_quoted(rows[i].json, &json, &reason));
        assert_true(str_eq(written(&arena, &form), written(&arena, &json)));
    }
    arena_finish(&arena);
    static const struct {
        const char *form, *reason;
    } bad[] = {
        {"", "unknown-do"},
        {"do=", "unknown-do"},
        {"do=vote", "bad-field"},
        {"do=vote&choice=c1&choice=c2", "bad-field"},
        {"do=vote&choice=c1&token=abc", "bad-field"},
        {"do=wait&ms=1e9", "bad-field"},
        {"a&a&a&a&a&a&a&a&a&a&a&a&a&a&a&a&a&a&a&a&a&a&a&a&a&a&a&a&a&a&a&a&a&a&a&a&a&a&a&a&a&a&do=stop", "bad-message"},
    };
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        struct wire_message m;
        const char *reason = "(good)";
        bool good = wire_message_from_form(&stage_memory, str_of(bad[i].form), &m, &reason);
        if (good || strcmp(reason, bad[i].reason) != 0)
            fail_msg("row %d: %s: wanted %s, was %s", (int)i, bad[i].form, bad[i].reason, reason);
    }
}

static void every_message_has_somebody_who_may_send_it(void **state)
{
    (void)state;
    for (int what = 0; what < DO_COUNT; what++) {
        enum wire_do back;
        assert_non_null(message_fields((enum wire_do)what));
        assert_int_not_equal(wire_do_roles((enum wire_do)what), 0);
        assert_true(message_find(wire_do_name((enum wire_do)what), &back));
        assert_int_equal(back, what);
    }
    for (int seat = 0; seat < SEAT_COUNT; seat++)
        assert_true(str_eq(wire_role_names[seat], seat_name((enum seat)seat)));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(good_messages_are_written_as_they_were_read),
        cmocka_unit_test(bad_messages_are_refused_with_a_reason),
        cmocka_unit_test(a_refusal_can_say_which_message_it_refuses),
        cmocka_unit_test(what_is_too_long_is_not_cut_but_refused),
        cmocka_unit_test(words_of_people_cannot_rewrite_the_page),
        cmocka_unit_test(a_form_says_the_same_as_json),
        cmocka_unit_test(every_message_has_somebody_who_may_send_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
