/* test_base_numbers.c - fixed point, chance, hashes and drawn decisions: the same on every machine.
 * The known values were computed apart from this code, with unbounded integers. */
#include "bytes.h"
#include "fix.h"
#include "hash.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

struct retain_row {
    int32_t hl, dt, q16;
};

static const struct retain_row retain_table[] = {
    {180, 0, 65536},
    {180, 45, 55109},
    {180, 90, 46341},
    {180, 180, 32768},
    {180, 360, 16384},
    {180, 2879, 1},
    {180, 2880, 0},
    {2400, 1, 65518},
    {2400, 45, 64703},
    {2400, 2399, 32778},
    {3, 1, 52028},
    {7, 100, 3},
    {1, 1, 32768},
    {1, 15, 2},
    {1, 16, 0},
    {1, INT32_MAX, 0},
    {INT32_MAX, INT32_MAX, 32768},
    {INT32_MAX, INT32_MAX - 1, 32769},
    {INT32_MAX, 0, 65536},
};

static void what_halves_over_time_follows_the_table(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof retain_table / sizeof *retain_table; i++) {
        const struct retain_row *row = &retain_table[i];
        if (fix_retain(row->hl, row->dt) != row->q16)
            fail_msg("retain(%d, %d) = %d", (int)row->hl, (int)row->dt, (int)fix_retain(row->hl, row->dt));
    }
}

static void the_table_is_close_to_the_true_curve(void **state)
{
    (void)state;
    double curve = 1.0;
    for (int32_t dt = 0; dt <= 16000; dt++) {
        double error = fix_retain(1000, dt) / 65536.0 - curve;
        if (error > 0.00025 || error < -0.00025)
            fail_msg("off by %f at %d", error, (int)dt);
        curve *= 0.99930709299045252; /* 2^(-1/1000) */
    }
}

static void more_time_never_leaves_more(void **state)
{
    (void)state;
    static const int32_t half_lives[] = {1, 2, 3, 45, 180, 2400, 65537};
    for (size_t i = 0; i < sizeof half_lives / sizeof *half_lives; i++) {
        int32_t before = ONE;
        for (int32_t dt = 0; dt < 100000; dt++) {
            int32_t now = fix_retain(half_lives[i], dt);
            assert_true(now >= 0 && now <= before);
            before = now;
        }
    }
}

static void permille_and_q16_convert_there_and_back(void **state)
{
    (void)state;
    assert_int_equal(fix_pm(0), 0);
    assert_int_equal(fix_pm(1000), ONE);
    assert_int_equal(fix_pm(50), 3277);
    assert_int_equal(fix_pm(650), 42598);
    assert_int_equal(fix_pm(2000), 2 * ONE);
    assert_int_equal(fix_topm(ONE), 1000);
    assert_int_equal(fix_topm(42598), 650);
    for (int32_t permille = 0; permille <= 1000; permille++)
        assert_int_equal(fix_topm(fix_pm(permille)), permille);
}

static void a_step_stays_in_range_and_keeps_the_order(void **state)
{
    (void)state;
    for (int32_t d = -1500; d <= 1500; d += 25) {
        int32_t before = 0;
        for (int32_t x = 0; x <= ONE; x += 16) {
            int32_t next = fix_step(x, d);
            assert_true(next >= 0 && next <= ONE);
            assert_true(d >= 0 ? next >= x : next <= x);
            assert_true(next >= before);
            before = next;
        }
    }
    assert_int_equal(fix_step(12345, 0), 12345);
    assert_int_equal(fix_step(12345, 1000), ONE);
    assert_int_equal(fix_step(12345, 5000), ONE);
    assert_int_equal(fix_step(12345, -1000), 0);
    assert_int_equal(fix_step(12345, -5000), 0);
    assert_int_equal(fix_step(0, 500), 32768);
    assert_int_equal(fix_step(ONE, -250), 49152);
}

static void a_capped_step_stops_at_its_cap_and_never_lowers(void **state)
{
    (void)state;
    for (int32_t cap = 0; cap <= ONE; cap += 4096)
        for (int32_t x = 0; x <= ONE; x += 1024)
            for (int32_t d = 0; d <= 1200; d += 100) {
                int32_t next = fix_stepcap(x, d, cap);
                assert_true(next >= x);
                assert_true(next <= (x > cap ? x : cap));
            }
    assert_int_equal(fix_stepcap(1000, 1000, 20000), 20000);
    assert_int_equal(fix_stepcap(1000, 9999, 20000), 20000);
    assert_int_equal(fix_stepcap(30000, 500, 20000), 30000);
    assert_int_equal(fix_stepcap(30000, -500, 20000), fix_step(30000, -500));
}

static void clamping_keeps_what_is_inside(void **state)
{
    (void)state;
    assert_int_equal(clamp32(5, 0, 10), 5);
    assert_int_equal(clamp32(-5, 0, 10), 0);
    assert_int_equal(clamp32(15, 0, 10), 10);
    assert_int_equal(clamp32(INT32_MIN, -1, 1), -1);
}

static void the_mix_is_splitmix64(void **state)
{
    (void)state;
    assert_true(rng_mix(0) == UINT32_C(0xe220a839));
    assert_true(rng_mix(1) == UINT32_C(0x910a2dec));
    assert_true(rng_mix(2) == UINT32_C(0x975835de));
    assert_true(rng_mix(1000003) == UINT32_C(0x5a0052b9));
    assert_true(rng_mix(UINT64_MAX) == UINT32_C(0xe4d97177));
}

static void luck_depends_on_seed_turn_and_channel_alone(void **state)
{
    (void)state;
    assert_int_equal(rng_noise(1, 0, 0, 80), 940);
    assert_int_equal(rng_noise(1, 1, 0, 80), 997);
    assert_int_equal(rng_noise(1, 0, 1, 80), 942);
    assert_int_equal(rng_noise(7, 12, 3, 80), 970);
    assert_int_equal(rng_noise(7, 12, 3, 0), 1000);
    assert_int_equal(rng_noise(7, 12, 3, 1000), 624);
    assert_int_equal(rng_noise(UINT64_MAX, UINT32_MAX, UINT32_MAX, 500), 1231);
    assert_int_equal(rng_pick(1, 0, 6), 3);
    assert_int_equal(rng_pick(1, 1, 6), 5);
    assert_int_equal(rng_pick(42, 1000, 1000), 363);
    assert_int_equal(rng_pick(5, 5, 1), 0);
    assert_true(rng_pick(UINT64_MAX, UINT64_MAX, UINT32_MAX) == UINT32_C(2403787745));
}

static void noise_stays_within_its_amplitude_and_leans_to_neither_side(void **state)
{
    (void)state;
    int64_t sum = 0;
    int near = 0;
    for (uint32_t turn = 0; turn < 20000; turn++) {
        int32_t factor = rng_noise(9, turn, 2, 80);
        assert_true(factor >= 920 && factor <= 1080);
        sum += factor;
        near += factor > 960 && factor < 1040;
    }
    assert_true(sum / 20000 >= 999 && sum / 20000 <= 1000);
    assert_true(near > 14000 && near < 16000); /* a triangle has three quarters in its middle half */
}

static void hashes_are_fnv_1a(void **state)
{
    (void)state;
    assert_true(hash_bytes(HASH_START, "", 0) == UINT64_C(0xcbf29ce484222325));
    assert_true(hash_bytes(HASH_START, NULL, 0) == HASH_START);
    assert_true(hash_bytes(HASH_START, "a", 1) == UINT64_C(0xaf63dc4c8601ec8c));
    assert_true(hash_bytes(HASH_START, "foobar", 6) == UINT64_C(0x85944171f73967e8));
    assert_true(hash_u64(HASH_START, UINT64_C(0x0102030405060708)) == UINT64_C(0x0c6d4496e17859d5));
    assert_true(hash_finish(hash_bytes(HASH_START, "foobar", 6)) == UINT64_C(0x404da9e3b74078c2));
}

static void a_number_is_hashed_little_end_first(void **state)
{
    (void)state;
    static const unsigned char bytes[8] = {8, 7, 6, 5, 4, 3, 2, 1};
    assert_true(hash_u64(1, UINT64_C(0x0102030405060708)) == hash_bytes(1, bytes, 8));
}

static void texts_are_hashed_with_their_borders(void **state)
{
    (void)state;
    uint64_t a = hash_str(hash_str(HASH_START, TD_STR("a")), TD_STR("bc"));
    uint64_t b = hash_str(hash_str(HASH_START, TD_STR("ab")), TD_STR("c"));
    assert_true(a != b);
    assert_true(hash_str(HASH_START, (td_str){NULL, 0}) == hash_str(HASH_START, TD_STR("")));
}

static void the_finish_spreads_one_bit_over_all(void **state)
{
    (void)state;
    for (int bit = 0; bit < 64; bit++) {
        uint64_t changed = hash_finish(12345) ^ hash_finish(12345 ^ UINT64_C(1) << bit);
        int count = 0;
        for (; changed != 0; changed &= changed - 1)
            count++;
        assert_true(count >= 16 && count <= 48);
    }
}

static void decisions_are_drawn_from_the_front_until_none_are_left(void **state)
{
    (void)state;
    static const uint8_t data[] = {5, 17, 0xFF, 1, 2};
    struct bytes b = bytes_from(data, sizeof data);
    assert_int_equal(take_byte(&b), 5);
    assert_int_equal(take_below(&b, 4), 1); /* 17 % 4: one byte tells four apart */
    assert_int_equal(take_below(&b, 256), 0xFF);
    assert_int_equal(take_below(&b, 300), 0x0102); /* two bytes */
    assert_int_equal(b.len, 0);
    assert_int_equal(take_byte(&b), 0);
    assert_int_equal(take_below(&b, 7), 0);
    assert_int_equal(take_between(&b, -3, 3), -3);
}

static void a_decision_takes_as_few_bytes_as_can_tell(void **state)
{
    (void)state;
    static const struct {
        uint32_t below;
        size_t used;
    } table[] = {{1, 1}, {2, 1}, {256, 1}, {257, 2}, {65536, 2}, {65537, 3}, {1u << 24, 3}, {UINT32_MAX, 4}};
    static const uint8_t data[8] = {0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF};
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        struct bytes b = bytes_from(data, sizeof data);
        assert_true(take_below(&b, table[i].below) < table[i].below);
        assert_int_equal(sizeof data - b.len, table[i].used);
    }
}

static void every_number_of_a_range_can_be_drawn(void **state)
{
    (void)state;
    bool seen[7] = {false};
    for (int i = 0; i < 256; i++) {
        uint8_t byte = (uint8_t)i;
        struct bytes b = bytes_from(&byte, 1);
        int32_t value = take_between(&b, -3, 3);
        assert_true(value >= -3 && value <= 3);
        seen[value + 3] = true;
    }
    for (int i = 0; i < 7; i++)
        assert_true(seen[i]);
}

static void the_widest_range_is_no_trap(void **state)
{
    (void)state;
    static const uint8_t data[4] = {0xFF, 0xFF, 0xFF, 0xFF};
    struct bytes b = bytes_from(data, sizeof data);
    assert_true(take_between(&b, INT32_MIN, INT32_MAX) == INT32_MAX);
    assert_true(take_between(&b, INT32_MIN, INT32_MAX) == INT32_MIN);
    b = bytes_from(data, sizeof data);
    assert_int_equal(take_between(&b, INT32_MAX, INT32_MAX), INT32_MAX);
}

static void a_seed_always_fills_the_same_bytes(void **state)
{
    (void)state;
    static const uint8_t want[6] = {238, 133, 54, 129, 27, 132};
    uint8_t got[6];
    bytes_fill(got, sizeof got, 7);
    assert_memory_equal(got, want, sizeof want);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_halves_over_time_follows_the_table),
        cmocka_unit_test(the_table_is_close_to_the_true_curve),
        cmocka_unit_test(more_time_never_leaves_more),
        cmocka_unit_test(permille_and_q16_convert_there_and_back),
        cmocka_unit_test(a_step_stays_in_range_and_keeps_the_order),
        cmocka_unit_test(a_capped_step_stops_at_its_cap_and_never_lowers),
        cmocka_unit_test(clamping_keeps_what_is_inside),
        cmocka_unit_test(the_mix_is_splitmix64),
        cmocka_unit_test(luck_depends_on_seed_turn_and_channel_alone),
        cmocka_unit_test(noise_stays_within_its_amplitude_and_leans_to_neither_side),
        cmocka_unit_test(hashes_are_fnv_1a),
        cmocka_unit_test(a_number_is_hashed_little_end_first),
        cmocka_unit_test(texts_are_hashed_with_their_borders),
        cmocka_unit_test(the_finish_spreads_one_bit_over_all),
        cmocka_unit_test(decisions_are_drawn_from_the_front_until_none_are_left),
        cmocka_unit_test(a_decision_takes_as_few_bytes_as_can_tell),
        cmocka_unit_test(every_number_of_a_range_can_be_drawn),
        cmocka_unit_test(the_widest_range_is_no_trap),
        cmocka_unit_test(a_seed_always_fills_the_same_bytes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
