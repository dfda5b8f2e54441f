/* test_voices.c - lines spoken by every kind of voice, measured: length, pitch, level, in the directions of
 * MODEL.md 3.2.  Without flite there is nothing to measure, and the tests say so. */
#include "child.h"
#include "dsp.h"
#include "memory.h"
#include "utter.h"
#include "voice_espeak.h"
#include "voice_flite.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
/* after those: */
#include <cmocka.h>

static const char line[] = "[He turns.] Don\u2019t come any closer. You all just talk, and talk\u2026";

static struct utter_request request_for(enum voice_kind kind, int32_t agitation, int32_t despair)
{
    struct person_state state = {.agitation = agitation, .despair = despair};
    struct voice_mood mood = voice_mood_of(&state);
    return (struct utter_request){.line = str_of(line),
                                  .lang = "en",
                                  .timbre = {.kind = kind, .pitch = 1000, .tract = 1000, .rate = 1000},
                                  .prosody = voice_prosody(&mood)};
}

/* ---- measures ---- */

struct measure {
    float level; /* dB */
    float pitch; /* Hz, the middle of what is voiced */
    int ms;      /* of the line */
    int rests;   /* ms of silence within */
    int peak;
};

/* How like itself x is a lag later, -1 to 1. */
static float likeness(const float *x, int count, int lag)
{
    float both = 0, one = 1e-9f, other = 1e-9f;
    for (int i = 0; i < count; i++) {
        both += x[i] * x[i + lag];
        one += x[i] * x[i];
        other += x[i + lag] * x[i + lag];
    }
    return both / sqrtf(one * other);
}

/* The shortest lag that is nearly as good as the best; 0 if the piece is not voiced. */
static float pitch_of_piece(const float *x, int rate)
{
    enum { LAGS = 400 };
    float like[LAGS], best = 0;
    int least = rate / 420, most = rate / 65;
    for (int lag = least; lag < most && lag < LAGS; lag++) {
        like[lag] = likeness(x, rate / 30, lag);
        best = fmaxf(best, like[lag]);
    }
    for (int lag = least; lag < most && lag < LAGS && best > 0.75f; lag++)
        if (like[lag] > 0.92f * best && like[lag] >= like[lag + 1 < most ? lag + 1 : lag])
            return (float)rate / (float)lag;
    return 0;
}

static int by_size(const void *a, const void *b)
{
    float x = *(const float *)a, y = *(const float *)b;
    return (x > y) - (x < y);
}

/* The mean without the tenth at either end, where the finding goes wrong. */
static float middle_pitch(const float *x, int count, int rate, float quiet)
{
    enum { PIECES = 1000 };
    float found[PIECES];
    int n = 0, step = rate / 40, reach = rate / 30 + rate / 65;
    for (int i = 0; i + reach < count && n < PIECES; i += step) {
        float pitch = dsp_db(dsp_rms(x + i, step)) > quiet ? pitch_of_piece(x + i, rate) : 0;
        if (pitch > 0)
            found[n++] = pitch;
    }
    qsort(found, (size_t)n, sizeof *found, by_size);
    float sum = 0;
    int out = n / 10, used = n - 2 * out;
    for (int i = out; i < n - out; i++)
        sum += logf(found[i]);
    return n > 0 ? expf(sum / (float)used) : 0;
}

static struct measure measure(const struct clip *clip)
{
    struct measure m = {.ms = clip_ms(clip)};
    float *x = dsp_alloc(clip->frames);
    int step = clip->rate / 100;
    dsp_take(clip, 0, x);
    m.level = dsp_speech_level(x, clip->frames, clip->rate);
    m.pitch = middle_pitch(x, clip->frames, clip->rate, m.level - 12);
    for (int i = 0; i < clip->frames; i++)
        m.peak = abs(clip->samples[i]) > m.peak ? abs(clip->samples[i]) : m.peak;
    for (int i = 0; i + step <= clip->frames; i += step)
        m.rests += dsp_rms(x + i, step) < 1e-4f ? 10 : 0;
    dsp_free(x);
    return m;
}

static struct measure spoken(enum voice_kind kind, int32_t agitation, int32_t despair)
{
    struct utter_request request = request_for(kind, agitation, despair);
    struct utterance u;
    assert_true(utter(&request, &u));
    struct measure m = measure(&u.clip);
    assert_true(u.lips.count > 20 && u.lips.ms >= m.ms);
    utterance_finish(&u);
    return m;
}

static void need_flite(void)
{
    struct utter_request request = request_for(VOICE_WOMAN, 0, 0);
    struct vocal v;
    if (!voice_flite_speak("yes", &request.timbre, &request.prosody, 1, &v))
        skip();
    vocal_finish(&v);
}

/* ---- tests ---- */

static void check_directions(enum voice_kind kind)
{
    static const int32_t steps[] = {0, 250, 500, 750, 950};
    struct measure before = spoken(kind, 0, 0);
    for (size_t i = 1; i < sizeof steps / sizeof *steps; i++) {
        struct measure now = spoken(kind, steps[i], 0);
        assert_true(now.level > before.level + 1);
        assert_true(now.pitch > before.pitch);
        assert_true(now.ms - now.rests < before.ms - before.rests); /* sounds follow each other faster */
        assert_true(now.peak < 32200);
        before = now;
    }
}

static void every_voice_gets_louder_higher_and_faster_with_agitation(void **state)
{
    (void)state;
    need_flite();
    check_directions(VOICE_WOMAN);
    check_directions(VOICE_MAN);
    check_directions(VOICE_OLD_MAN);
}

static void a_shout_is_fifteen_decibels_and_a_third_above_calm(void **state)
{
    (void)state;
    need_flite();
    struct measure calm = spoken(VOICE_MAN, 0, 0), shout = spoken(VOICE_MAN, 900, 0);
    assert_true(shout.level - calm.level > 14 && shout.level - calm.level < 17);
    assert_true(shout.pitch / calm.pitch > 1.25f && shout.pitch / calm.pitch < 1.5f);
}

static void despair_is_quieter_lower_slower_with_longer_rests(void **state)
{
    (void)state;
    need_flite();
    for (int kind = VOICE_WOMAN; kind <= VOICE_OLD_MAN; kind++) {
        struct measure calm = spoken((enum voice_kind)kind, 0, 0), low = spoken((enum voice_kind)kind, 300, 1000);
        assert_true(low.level < calm.level - 4);
        assert_true(low.pitch < calm.pitch);
        assert_true(low.ms > calm.ms * 5 / 4 && low.rests > calm.rests);
    }
}

static void a_timbre_moves_the_pitch_by_what_it_says(void **state)
{
    (void)state;
    need_flite();
    struct utter_request request = request_for(VOICE_WOMAN, 0, 0);
    struct utterance u;
    float pitch[2];
    for (int i = 0; i < 2; i++) {
        request.timbre.pitch = i ? 1250 : 1000;
        request.timbre.tract = i ? 1100 : 1000; /* must not add to it */
        assert_true(utter(&request, &u));
        pitch[i] = measure(&u.clip).pitch;
        utterance_finish(&u);
    }
    assert_true(pitch[1] / pitch[0] > 1.18f && pitch[1] / pitch[0] < 1.32f);
}

static void the_same_line_is_the_same_sound(void **state)
{
    (void)state;
    need_flite();
    struct utter_request request = request_for(VOICE_MAN, 900, 0);
    struct utterance one, other, two;
    assert_true(utter(&request, &one));
    request.timbre.kind = VOICE_WOMAN;
    assert_true(utter(&request, &other)); /* nothing of it may stay behind */
    request.timbre.kind = VOICE_MAN;
    assert_true(utter(&request, &two));
    assert_int_equal(one.clip.frames, two.clip.frames);
    assert_memory_equal(one.clip.samples, two.clip.samples, (size_t)one.clip.frames * sizeof(int16_t));
    utterance_finish(&one);
    utterance_finish(&two);
    utterance_finish(&other);
}

static void what_is_not_speech_makes_no_sound(void **state)
{
    (void)state;
    static const char *const lines[] = {"", "[He looks at the water.]", "   ", "\u2026", "...", "[", "]"};
    struct utter_request request = request_for(VOICE_MAN, 0, 0);
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        struct utterance u = {0};
        request.line = str_of(lines[i]);
        if (utter(&request, &u)) /* espeak-ng, where it is, may read a mark aloud */
            utterance_finish(&u);
        else
            assert_null(u.clip.samples);
    }
}

static void an_unknown_or_hostile_language_is_silence(void **state)
{
    (void)state;
    static const char *const languages[] = {"zz", "", "-w", "../fr", "fr;ls", "FR"};
    struct utter_request request = request_for(VOICE_MAN, 0, 0);
    struct utterance u = {0};
    for (size_t i = 0; i < sizeof languages / sizeof *languages; i++) {
        request.lang = languages[i];
        assert_false(utter(&request, &u));
        assert_null(u.clip.samples);
    }
}

static void french_is_spoken_where_espeak_is_installed(void **state)
{
    (void)state;
    struct utter_request calm = request_for(VOICE_MAN, 0, 0), shout = request_for(VOICE_MAN, 900, 0);
    struct utterance u;
    calm.line = shout.line = TD_STR("[Il se retourne.] N\u2019approchez pas. Personne ne m\u2019\u00e9coute.");
    calm.lang = shout.lang = "fr";
    if (!utter(&calm, &u))
        skip();
    struct measure low = measure(&u.clip);
    utterance_finish(&u);
    assert_true(utter(&shout, &u));
    struct measure high = measure(&u.clip);
    assert_true(u.lips.count > 10);
    utterance_finish(&u);
    assert_true(high.level > low.level + 12 && high.pitch > low.pitch && high.ms < low.ms);
}

static void a_child_gives_back_what_it_was_given(void **state)
{
    (void)state;
    struct arena arena;
    struct writer out;
    char name[] = "cat";
    char *const argv[] = {name, NULL};
    arena_init(&arena, &memory_std);
    char *much = arena_alloc(&arena, 300000); /* more than any pipe holds */
    memset(much, 'x', 300000);
    writer_init(&out, &arena);
    assert_true(child_run(argv, (td_str){much, 300000}, 1 << 20, 20000, &out));
    assert_int_equal(out.len, 300000);
    arena_finish(&arena);
}

static void a_child_that_fails_talks_too_much_or_hangs_is_no_answer(void **state)
{
    (void)state;
    char no[] = "talkdown-no-such-program", fails[] = "false", cat[] = "cat", sleep[] = "sleep", long_time[] = "30";
    char *const missing[] = {no, NULL}, *const failing[] = {fails, NULL}, *const echo[] = {cat, NULL},
                *const hanging[] = {sleep, long_time, NULL};
    struct arena arena;
    struct writer out;
    arena_init(&arena, &memory_std);
    writer_init(&out, &arena);
    assert_false(child_run(missing, TD_STR("a"), 10, 1000, &out));
    assert_false(child_run(failing, TD_STR("a"), 10, 5000, &out));
    assert_false(child_run(echo, TD_STR("eleven bytes"), 10, 5000, &out));
    assert_false(child_run(hanging, TD_STR("a"), 10, 50, &out));
    arena_finish(&arena);
}

/* ---- the telephone ---- */

/* Level of what lies around hz, against all of it. */
static float share(const struct clip *clip, float hz)
{
    float *x = dsp_alloc(clip->frames), all, part;
    struct biquad once = biquad_band((float)clip->rate, hz, 2), again = once;
    dsp_take(clip, 0, x);
    all = dsp_rms(x, clip->frames);
    for (int i = 0; i < clip->frames; i++)
        x[i] = biquad_step(&again, biquad_step(&once, x[i]));
    part = dsp_rms(x, clip->frames);
    dsp_free(x);
    return dsp_db(part) - dsp_db(all);
}

static void a_telephone_carries_the_middle_and_not_the_ends_as_loud_as_before(void **state)
{
    (void)state;
    struct utter_request request = request_for(VOICE_MAN, 300, 0);
    struct utterance plain, far;
    if (!utter(&request, &plain))
        skip();
    request.telephone = true;
    assert_true(utter(&request, &far));
    assert_int_equal(plain.clip.frames, far.clip.frames);
    assert_true(share(&far.clip, 110) < share(&plain.clip, 110) - 12);
    assert_true(share(&far.clip, 6000) < share(&plain.clip, 6000) - 6);
    assert_true(share(&far.clip, 1000) > share(&plain.clip, 1000) - 1);
    struct measure here = measure(&plain.clip), there = measure(&far.clip);
    assert_true(fabsf(here.level - there.level) < 1.5f);
    assert_true(there.peak < 32767);
    utterance_finish(&plain);
    utterance_finish(&far);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_voice_gets_louder_higher_and_faster_with_agitation),
        cmocka_unit_test(a_shout_is_fifteen_decibels_and_a_third_above_calm),
        cmocka_unit_test(despair_is_quieter_lower_slower_with_longer_rests),
        cmocka_unit_test(a_timbre_moves_the_pitch_by_what_it_says),
        cmocka_unit_test(the_same_line_is_the_same_sound),
        cmocka_unit_test(what_is_not_speech_makes_no_sound),
        cmocka_unit_test(an_unknown_or_hostile_language_is_silence),
        cmocka_unit_test(a_telephone_carries_the_middle_and_not_the_ends_as_loud_as_before),
        cmocka_unit_test(french_is_spoken_where_espeak_is_installed),
        cmocka_unit_test(a_child_gives_back_what_it_was_given),
        cmocka_unit_test(a_child_that_fails_talks_too_much_or_hangs_is_no_answer),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
