/* test_voice.c - what is heard: louder, higher, faster as agitation rises; flat and slow in despair. */
#include "voice.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>
/* after those: */
#include <cmocka.h>

static struct prosody prosody_of(int32_t agitation, int32_t despair, int32_t recovery, enum person_manner manner)
{
    struct person_state state = {
        .agitation = agitation, .despair = despair, .recovery = recovery, .manner = manner, .distance_cm = 220};
    struct voice_mood mood = voice_mood_of(&state);
    return voice_prosody(&mood);
}

static struct prosody prosody_at(int32_t agitation)
{
    return prosody_of(agitation, 0, 0, MANNER_PLAIN);
}

static void each_band_begins_with_the_level_pitch_and_rate_of_the_model(void **state)
{
    (void)state;
    static const int32_t rows[5][3] = {
        {0, 1000, 1000}, {20, 1080, 1100}, {50, 1150, 1150}, {100, 1250, 1200}, {150, 1350, 1240}};
    for (int band = 0; band < 5; band++) {
        struct prosody p = prosody_at(band * 200);
        assert_int_equal(p.level, rows[band][0]);
        assert_int_equal(p.pitch, rows[band][1]);
        assert_int_equal(p.rate, rows[band][2]);
    }
}

static void agitation_never_makes_a_voice_quieter_lower_slower_or_softer(void **state)
{
    (void)state;
    struct prosody before = prosody_at(0);
    for (int32_t agitation = VOICE_STEP; agitation <= 1000; agitation += VOICE_STEP) {
        struct prosody now = prosody_at(agitation);
        assert_true(now.level > before.level || agitation > 800);
        assert_true(now.level >= before.level && now.pitch >= before.pitch && now.rate >= before.rate);
        assert_true(now.spread >= before.spread && now.effort >= before.effort && now.pause <= before.pause);
        before = now;
    }
}

static void only_crisis_breaks_speech_into_pieces(void **state)
{
    (void)state;
    assert_int_equal(prosody_at(500).broken, 0);
    assert_true(prosody_at(900).broken > 100);
}

static void despair_is_quiet_low_slow_and_on_one_note_however_agitated(void **state)
{
    (void)state;
    struct prosody calm = prosody_at(0);
    for (int32_t agitation = 0; agitation <= 1000; agitation += 250) {
        struct prosody p = prosody_of(agitation, 1000, 0, MANNER_PLAIN);
        assert_true(p.level < calm.level && p.pitch < calm.pitch && p.rate < calm.rate);
        assert_true(p.spread * 2 < calm.spread && p.pause >= 2 * calm.pause && p.effort < 0);
    }
}

static void recovery_is_three_decibels_down_and_trembles(void **state)
{
    (void)state;
    struct prosody p = prosody_of(300, 0, 1000, MANNER_PLAIN);
    assert_int_equal(p.level, -30);
    assert_int_equal(p.pitch, 950);
    assert_int_equal(p.rate, 850);
    assert_true(p.tremor > prosody_at(0).tremor);
}

static void every_manner_is_heard(void **state)
{
    (void)state;
    struct prosody plain = prosody_of(500, 0, 0, MANNER_PLAIN);
    static const enum person_manner manners[] = {MANNER_DESPAIR, MANNER_GUARDED, MANNER_DRUNK, MANNER_COOL,
                                                 MANNER_GRIEF};
    for (size_t i = 0; i < sizeof manners / sizeof *manners; i++) {
        struct prosody p = prosody_of(500, 0, 0, manners[i]);
        assert_memory_not_equal(&p, &plain, sizeof p);
    }
    assert_true(prosody_of(500, 0, 0, MANNER_DRUNK).rate < plain.rate);
    assert_true(prosody_of(900, 0, 0, MANNER_COOL).pitch < prosody_at(900).pitch);
}

static void states_that_round_to_one_step_share_one_sound(void **state)
{
    (void)state;
    struct person_state a = {.agitation = 476}, b = {.agitation = 524}, c = {.agitation = 526};
    struct voice_mood one = voice_mood_of(&a), two = voice_mood_of(&b), three = voice_mood_of(&c);
    assert_int_equal(voice_mood_key(&one), voice_mood_key(&two));
    assert_int_not_equal(voice_mood_key(&two), voice_mood_key(&three));
}

static void every_mood_has_a_key_of_its_own(void **state)
{
    (void)state;
    uint32_t seen[6 * 21 * 5 * 5];
    int count = 0;
    for (int manner = MANNER_PLAIN; manner <= MANNER_GRIEF; manner++)
        for (int a = 0; a <= 1000; a += VOICE_STEP)
            for (int d = 0; d <= 1000; d += VOICE_TURN)
                for (int r = 0; r <= 1000; r += VOICE_TURN) {
                    struct voice_mood mood = {a, d, r, (enum person_manner)manner};
                    seen[count++] = voice_mood_key(&mood);
                }
    for (int i = 0; i < count; i++)
        for (int j = i + 1; j < count; j++)
            assert_int_not_equal(seen[i], seen[j]);
}

static void a_state_out_of_range_sounds_like_the_nearest_one_in_it(void **state)
{
    (void)state;
    struct prosody low = prosody_at(-5000), high = prosody_at(5000), calm = prosody_at(0), most = prosody_at(1000);
    assert_memory_equal(&low, &calm, sizeof low);
    assert_memory_equal(&high, &most, sizeof high);
}

static struct voice_timbre timbre_of(const char *id, int32_t masculine, int32_t age)
{
    struct person_identity who = person_identity_default();
    memcpy(who.id, id, strlen(id) + 1);
    who.masculine = masculine;
    who.age = age;
    return voice_timbre_of(&who);
}

static void sex_and_age_choose_the_voice(void **state)
{
    (void)state;
    assert_int_equal(timbre_of("a", 100, 30).kind, VOICE_WOMAN);
    assert_int_equal(timbre_of("a", 100, 80).kind, VOICE_WOMAN);
    assert_int_equal(timbre_of("a", 900, 30).kind, VOICE_MAN);
    assert_int_equal(timbre_of("a", 900, 70).kind, VOICE_OLD_MAN);
    assert_true(timbre_of("a", 100, 13).pitch > timbre_of("a", 100, 30).pitch);
    assert_true(timbre_of("a", 100, 13).tract > timbre_of("a", 100, 30).tract);
    assert_true(timbre_of("a", 100, 85).pitch < timbre_of("a", 100, 50).pitch);
}

static void two_people_alike_in_body_are_not_one_voice(void **state)
{
    (void)state;
    struct voice_timbre a = timbre_of("anna", 100, 30), b = timbre_of("berta", 100, 30);
    assert_memory_not_equal(&a, &b, sizeof a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_band_begins_with_the_level_pitch_and_rate_of_the_model),
        cmocka_unit_test(agitation_never_makes_a_voice_quieter_lower_slower_or_softer),
        cmocka_unit_test(only_crisis_breaks_speech_into_pieces),
        cmocka_unit_test(despair_is_quiet_low_slow_and_on_one_note_however_agitated),
        cmocka_unit_test(recovery_is_three_decibels_down_and_trembles),
        cmocka_unit_test(every_manner_is_heard),
        cmocka_unit_test(states_that_round_to_one_step_share_one_sound),
        cmocka_unit_test(every_mood_has_a_key_of_its_own),
        cmocka_unit_test(a_state_out_of_range_sounds_like_the_nearest_one_in_it),
        cmocka_unit_test(sex_and_age_choose_the_voice),
        cmocka_unit_test(two_people_alike_in_body_are_not_one_voice),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
