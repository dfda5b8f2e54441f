/* test_group.c - the host's own halves: who may come in and how often, what a request may say, and what the two
 * threads hand each other. */
#include "door.h"
#include "memory.h"
#include "relay.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

static struct address numbered(int n)
{
    struct address a = {{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff, 10, 0, 0, 0}};
    a.bytes[14] = (uint8_t)(n >> 8);
    a.bytes[15] = (uint8_t)n;
    return a;
}

/* --- the door -------------------------------------------------------------------------------------------- */

static void an_address_has_so_many_connections_and_no_more(void **state)
{
    (void)state;
    struct door *door = calloc(1, sizeof *door);
    door_init(door, 3);
    for (int i = 0; i < 3; i++)
        assert_true(door_enter(door, numbered(1), 1000));
    assert_false(door_enter(door, numbered(1), 1000));
    assert_true(door_enter(door, numbered(2), 1000)); /* somebody else's are theirs */
    door_leave(door, numbered(1), 2000);
    assert_true(door_enter(door, numbered(1), 2000));
    free(door);
}

static void handshakes_are_counted_by_address(void **state)
{
    (void)state;
    struct door *door = calloc(1, sizeof *door);
    door_init(door, 3);
    for (int i = 0; i < DOOR_ARRIVALS; i++)
        assert_true(door_greet(door, numbered(1), 1000));
    assert_false(door_greet(door, numbered(1), 1000));
    assert_true(door_greet(door, numbered(2), 1000));
    for (int i = 0; i < DOOR_ARRIVING; i++)
        assert_true(door_greet(door, numbered(1), 2000));
    assert_false(door_greet(door, numbered(1), 2000));
    free(door);
}

static void wrong_guesses_lock_an_address_out_for_longer_each_time(void **state)
{
    (void)state;
    struct door *door = calloc(1, sizeof *door);
    int64_t now = 1000;
    door_init(door, 3);
    for (int i = 0; i < DOOR_GUESSES - 1; i++)
        door_guessed(door, numbered(1), now, false);
    assert_int_equal(door_locked(door, numbered(1), now), 0);
    door_guessed(door, numbered(1), now, false);
    assert_int_equal(door_locked(door, numbered(1), now), DOOR_WAIT_MS);
    assert_int_equal(door_locked(door, numbered(2), now), 0);
    now += DOOR_WAIT_MS;
    assert_int_equal(door_locked(door, numbered(1), now), 0);
    for (int i = 0; i < DOOR_GUESSES; i++)
        door_guessed(door, numbered(1), now, false);
    assert_int_equal(door_locked(door, numbered(1), now), 2 * DOOR_WAIT_MS);
    free(door);
}

static void a_right_guess_forgives_the_wrong_ones(void **state)
{
    (void)state;
    struct door *door = calloc(1, sizeof *door);
    door_init(door, 3);
    for (int round = 0; round < 10; round++) {
        for (int i = 0; i < DOOR_GUESSES - 1; i++)
            door_guessed(door, numbered(1), 1000, false);
        door_guessed(door, numbered(1), 1000, true);
    }
    assert_int_equal(door_locked(door, numbered(1), 1000), 0);
    free(door);
}

/* Ten thousand strangers cannot make the table forget who is locked out or connected. */
static void a_crowd_of_addresses_pushes_nobody_out_who_matters(void **state)
{
    (void)state;
    struct door *door = calloc(1, sizeof *door);
    door_init(door, 1);
    assert_true(door_enter(door, numbered(1), 1000));
    for (int i = 0; i < DOOR_GUESSES; i++)
        door_guessed(door, numbered(2), 1000, false);
    for (int i = 100; i < 10100; i++)
        (void)door_request(door, numbered(i), 1001);
    assert_false(door_enter(door, numbered(1), 1002));
    assert_true(door_locked(door, numbered(2), 1002) > 0);
    free(door);
}

static void an_allowance_refills_with_time_and_never_overflows(void **state)
{
    (void)state;
    struct bucket bucket = {0};
    int taken = 0;
    while (bucket_take(&bucket, 5000, 10, 20))
        taken++;
    assert_int_equal(taken, 20);
    assert_false(bucket_take(&bucket, 5099, 10, 20));
    assert_true(bucket_take(&bucket, 5100, 10, 20));
    assert_false(bucket_take(&bucket, 5100, 10, 20));
    for (taken = 0; bucket_take(&bucket, INT64_C(1) << 40, 10, 20);)
        taken++;
    assert_int_equal(taken, 20);
}

/* --- requests ------------------------------------------------------------------------------------------------ */

static void only_our_own_names_are_ours(void **state)
{
    (void)state;
    static const struct {
        const char *host;
        bool good;
    } rows[] = {
        {"127.0.0.1:8080", true},   {"localhost:8080", true},     {"127.0.0.1:8081", false},
        {"127.0.0.1", false},       {"evil.example:8080", false}, {"", false},
        {":8080", false},           {"127.0.0.1:", false},        {"127.0.0.1:8080:8080", false},
        {"[::1]:8080", true},       {"192.0.2.1:8080", false},    {"localhost.evil:8080", false},
        {"127.0.0.1:99999", false}, {"127.1:8080", false},        {"0x7f.1:8080", false},
    };
    const struct request_self self = {.port = 8080};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (request_host_good(str_of(rows[i].host), &self) != rows[i].good)
            fail_msg("%s", rows[i].host);
}

static void the_name_that_phones_are_told_leads_here(void **state)
{
    (void)state;
    const struct request_self plain = {.port = 80, .name = "room.example"},
                              sealed = {.port = 443, .sealed = true, .name = "room.example"};
    assert_true(request_host_good(TD_STR("room.example"), &plain));
    assert_true(request_host_good(TD_STR("Room.Example:80"), &plain));
    assert_true(request_host_good(TD_STR("room.example"), &sealed));
    assert_true(request_host_good(TD_STR("127.0.0.1"), &sealed));
    assert_false(request_host_good(TD_STR("room.example:80"), &sealed));
    assert_false(request_host_good(TD_STR("aroom.example"), &plain));
    assert_false(request_host_good(TD_STR("room.example.evil"), &plain));
}

static void a_page_from_elsewhere_is_known_by_its_origin(void **state)
{
    (void)state;
    const td_str host = TD_STR("10.0.0.5:8080");
    assert_true(request_origin_good(TD_STR(""), host, false));
    assert_true(request_origin_good(TD_STR("http://10.0.0.5:8080"), host, false));
    assert_false(request_origin_good(TD_STR("null"), host, false));
    assert_false(request_origin_good(TD_STR("https://10.0.0.5:8080"), host, false));
    assert_false(request_origin_good(TD_STR("http://10.0.0.5"), host, false));
    assert_true(request_origin_good(TD_STR("https://10.0.0.5:8080"), host, true));
    assert_false(request_origin_good(TD_STR("http://10.0.0.5:8080"), host, true));
    assert_false(request_origin_good(TD_STR("http://10.0.0.5:8080.evil.example"), host, false));
}

static void a_cookie_is_found_among_others_or_not_at_all(void **state)
{
    (void)state;
    char token[REQUEST_TOKEN + 1] = "";
    assert_true(request_cookie(TD_STR("a=b; talkdown=0123abcd; c=d"), token));
    assert_string_equal(token, "0123abcd");
    assert_false(request_cookie(TD_STR("talkdown="), token));
    assert_false(request_cookie(TD_STR("talkdown=../../x"), token));
    assert_false(request_cookie(TD_STR("nottalkdown=0123"), token));
    assert_false(
        request_cookie(TD_STR("talkdown=00000000000000000000000000000000000000000000000000000000000000000000"), token));
}

static void paths_lead_to_pages_by_their_method(void **state)
{
    (void)state;
    assert_int_equal(request_route(TD_STR("/"), false), ROUTE_JOIN_PAGE);
    assert_int_equal(request_route(TD_STR("/join"), true), ROUTE_JOIN);
    assert_int_equal(request_route(TD_STR("/join"), false), ROUTE_NOT_ALLOWED);
    assert_int_equal(request_route(TD_STR("/console"), false), ROUTE_CONSOLE_PAGE);
    assert_int_equal(request_route(TD_STR("/console"), true), ROUTE_CONSOLE);
    assert_int_equal(request_route(TD_STR("/ws"), false), ROUTE_SOCKET);
    assert_int_equal(request_route(TD_STR("/anything"), false), ROUTE_FILE);
    assert_int_equal(request_route(TD_STR("/anything"), true), ROUTE_NOT_ALLOWED);
}

static void a_form_gives_its_fields_decoded(void **state)
{
    (void)state;
    char value[16];
    const td_str form = TD_STR("name=Ana%20Luc%C3%ADa&code=keep+4821&empty=&bad=%zz&nul=%00&names=x");
    assert_true(form_field(form, "name", value, sizeof value));
    assert_string_equal(value, "Ana Luc\xc3\xad"
                               "a");
    assert_true(form_field(form, "code", value, sizeof value));
    assert_string_equal(value, "keep 4821");
    assert_true(form_field(form, "empty", value, sizeof value));
    assert_string_equal(value, "");
    assert_false(form_field(form, "bad", value, sizeof value));
    assert_false(form_field(form, "nul", value, sizeof value));
    assert_false(form_field(form, "absent", value, sizeof value));
    assert_false(form_field(form, "name", value, 4)); /* refused, never cut */
    assert_false(form_field(TD_STR("name=%ff%fe"), "name", value, sizeof value));
}

/* Whatever the bytes are, nothing is read or written out of bounds (the sanitizers watch) and what is given is text. */
static void any_bytes_at_all_can_stand_in_a_request(void **state)
{
    (void)state;
    static const char letters[] = "=&%+;: talkdown=0aF[]./\xc3\xff\x01";
    char value[24], token[REQUEST_TOKEN + 1], lang[REQUEST_LANG + 1];
    uint64_t x = 7;
    for (int round = 0; round < 20000; round++) {
        char bytes[64];
        size_t len = 0;
        x = x * UINT64_C(6364136223846793005) + 1442695040888963407u;
        for (; len < (x >> 58); len++) {
            x = x * UINT64_C(6364136223846793005) + 1442695040888963407u;
            bytes[len] = letters[(x >> 33) % (sizeof letters - 1)];
        }
        char *exact = malloc(len + 1); /* so that one byte too far is seen */
        memcpy(exact, bytes, len);
        const td_str text = {exact, len};
        if (form_field(text, "a", value, sizeof value))
            assert_int_equal(utf8_valid_prefix(str_of(value)), strlen(value));
        (void)request_cookie(text, token);
        (void)request_host_good(text, &(struct request_self){.port = 8080, .sealed = true, .name = "room.example"});
        request_lang(text, lang);
        assert_true(strlen(lang) <= REQUEST_LANG);
        free(exact);
    }
}

/* --- the relay --------------------------------------------------------------------------------------------------- */

static void count_wakes(void *context)
{
    ++*(int *)context;
}

static void of_many_views_only_the_newest_waits(void **state)
{
    (void)state;
    int wakes = 0;
    struct relay *relay = relay_create(count_wakes, &wakes);
    const struct relay_id id = relay_line(relay, 5);
    relay_view(relay, id, 1, 10, TD_STR("old"));
    relay_view(relay, id, 2, 20, TD_STR("newest"));
    uint32_t serial;
    int64_t now;
    td_str view;
    int32_t line;
    assert_true(relay_next_line(relay, &line));
    assert_int_equal(line, 5);
    assert_false(relay_next_line(relay, &line));
    assert_true(relay_take_view(relay, 5, &serial, &now, &view));
    assert_int_equal(serial, 2);
    assert_int_equal(now, 20);
    assert_true(str_is(view, "newest"));
    memory_forget(&view);
    assert_false(relay_take_view(relay, 5, &serial, &now, &view));
    relay_wake(relay);
    assert_int_equal(wakes, 1);
    relay_destroy(relay);
}

static void what_is_meant_for_somebody_who_left_reaches_nobody(void **state)
{
    (void)state;
    int wakes = 0;
    struct relay *relay = relay_create(count_wakes, &wakes);
    const struct relay_id gone = relay_line(relay, 3);
    relay_reply(relay, gone, TD_STR("for the one before"));
    (void)relay_line(relay, 3);
    relay_view(relay, gone, 1, 1, TD_STR("secret"));
    relay_reply(relay, gone, TD_STR("secret"));
    relay_close(relay, gone, 4403);
    td_str text;
    uint32_t serial;
    int64_t now;
    assert_false(relay_take_reply(relay, 3, &text));
    assert_false(relay_take_view(relay, 3, &serial, &now, &text));
    assert_int_equal(relay_closing(relay, 3), 0);
    relay_destroy(relay);
}

static void whoever_takes_no_replies_is_let_go_not_waited_for(void **state)
{
    (void)state;
    int wakes = 0;
    struct relay *relay = relay_create(count_wakes, &wakes);
    const struct relay_id id = relay_line(relay, 0);
    for (int i = 0; i < RELAY_REPLIES; i++)
        relay_reply(relay, id, TD_STR("reply"));
    assert_int_equal(relay_closing(relay, 0), 0);
    relay_reply(relay, id, TD_STR("one too many"));
    assert_int_not_equal(relay_closing(relay, 0), 0);
    relay_destroy(relay);
}

static void a_full_ring_refuses_and_keeps_what_it_has(void **state)
{
    (void)state;
    int wakes = 0;
    struct relay *relay = relay_create(count_wakes, &wakes);
    const struct relay_id id = relay_line(relay, 1);
    struct letter letter = {.kind = LETTER_SHUT, .id = id}, got[4];
    for (int i = 0; i < RELAY_LETTERS; i++)
        assert_true(relay_post(relay, &letter));
    assert_false(relay_post(relay, &letter));
    assert_int_equal(relay_wait(relay, 0, got, 4), 4);
    assert_true(relay_post(relay, &letter));
    relay_stop(relay);
    assert_false(relay_post(relay, &letter));
    assert_int_equal(wakes, 1);
    relay_destroy(relay);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_address_has_so_many_connections_and_no_more),
        cmocka_unit_test(handshakes_are_counted_by_address),
        cmocka_unit_test(wrong_guesses_lock_an_address_out_for_longer_each_time),
        cmocka_unit_test(a_right_guess_forgives_the_wrong_ones),
        cmocka_unit_test(a_crowd_of_addresses_pushes_nobody_out_who_matters),
        cmocka_unit_test(an_allowance_refills_with_time_and_never_overflows),
        cmocka_unit_test(only_our_own_names_are_ours),
        cmocka_unit_test(the_name_that_phones_are_told_leads_here),
        cmocka_unit_test(a_page_from_elsewhere_is_known_by_its_origin),
        cmocka_unit_test(a_cookie_is_found_among_others_or_not_at_all),
        cmocka_unit_test(paths_lead_to_pages_by_their_method),
        cmocka_unit_test(a_form_gives_its_fields_decoded),
        cmocka_unit_test(any_bytes_at_all_can_stand_in_a_request),
        cmocka_unit_test(of_many_views_only_the_newest_waits),
        cmocka_unit_test(what_is_meant_for_somebody_who_left_reaches_nobody),
        cmocka_unit_test(whoever_takes_no_replies_is_let_go_not_waited_for),
        cmocka_unit_test(a_full_ring_refuses_and_keeps_what_it_has),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
