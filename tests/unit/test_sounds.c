/* test_sounds.c - sound measured in numbers: loops without a seam, levels, lips, words that are spoken. */
#include "dsp.h"
#include "memory.h"
#include "spoken.h"
#include "synth.h"
#include "viseme.h"
#include "vocal.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
/* after those: */
#include <cmocka.h>

/* ---- places ---- */

static float step_between(const struct clip *clip, int a, int b)
{
    float most = 0;
    for (int c = 0; c < clip->channels; c++) {
        float d = (float)(clip->samples[a * clip->channels + c] - clip->samples[b * clip->channels + c]);
        most = fmaxf(most, fabsf(d));
    }
    return most;
}

static float level_of(const struct clip *clip, int from, int frames)
{
    double sum = 0;
    for (int i = 0; i < frames; i++) {
        int at = (from + i + clip->frames) % clip->frames;
        double x = clip->samples[at * clip->channels] / 32768.0;
        sum += x * x;
    }
    return dsp_db((float)sqrt(sum / frames));
}

/* The step over the seam is one that occurs anyway, and so is the change of level. */
static void check_seam(const struct clip *clip)
{
    float most = 0, jump = 0;
    for (int i = 1; i < clip->frames; i++)
        most = fmaxf(most, step_between(clip, i, i - 1));
    assert_true(step_between(clip, 0, clip->frames - 1) <= most);
    int piece = clip->rate / 10;
    for (int i = piece; i + piece < clip->frames; i += piece)
        jump = fmaxf(jump, fabsf(level_of(clip, i, piece) - level_of(clip, i - piece, piece)));
    assert_true(fabsf(level_of(clip, 0, piece) - level_of(clip, -piece, piece)) <= jump);
}

static int peak_of(const struct clip *clip)
{
    int peak = 0;
    for (int i = 0; i < clip->frames * clip->channels; i++)
        peak = abs(clip->samples[i]) > peak ? abs(clip->samples[i]) : peak;
    return peak;
}

static void every_place_is_a_soft_loop_without_a_seam(void **state)
{
    (void)state;
    for (int place = 0; place < SETTING_COUNT; place++) {
        struct clip clip = synth_place((enum setting)place);
        assert_int_equal(clip.channels, 2);
        assert_true(clip_ms(&clip) >= 15000);
        check_seam(&clip);
        float level = level_of(&clip, 0, clip.frames);
        assert_true(level > -48 && level < -36); /* an ordinary voice, at -30, stands well above it */
        assert_true(peak_of(&clip) < 16384);
        clip_finish(&clip);
    }
}

static void a_place_always_sounds_the_same_and_never_like_another(void **state)
{
    (void)state;
    struct clip one = synth_place(SETTING_CALLS), two = synth_place(SETTING_CALLS),
                other = synth_place(SETTING_BENEFITS);
    size_t size = (size_t)one.frames * 2 * sizeof(int16_t);
    assert_memory_equal(one.samples, two.samples, size);
    assert_memory_not_equal(one.samples, other.samples, size);
    clip_finish(&one);
    clip_finish(&two);
    clip_finish(&other);
}

/* Zero crossings a second: how bright a sound is, whatever its level. */
static int crossings(const struct clip *clip)
{
    int count = 0;
    for (int i = 1; i < clip->frames; i++)
        count += (clip->samples[i * clip->channels] < 0) != (clip->samples[(i - 1) * clip->channels] < 0);
    return (int)((int64_t)count * clip->rate / clip->frames);
}

static void rain_is_brighter_than_a_diesel_under_a_roof(void **state)
{
    (void)state;
    struct clip rain = synth_place(SETTING_BRIDGE), bus = synth_place(SETTING_BUS);
    assert_true(crossings(&rain) > 2 * crossings(&bus));
    clip_finish(&rain);
    clip_finish(&bus);
}

static void the_interface_sounds_softly_and_begins_and_ends_in_silence(void **state)
{
    (void)state;
    for (int sound = 0; sound < UI_SOUNDS; sound++) {
        struct clip clip = synth_ui((enum ui_sound)sound);
        assert_true(clip_ms(&clip) > 40 && clip_ms(&clip) < 1000);
        assert_true(peak_of(&clip) > 300 && peak_of(&clip) < 8192);
        assert_true(abs(clip.samples[0]) < 40 && abs(clip.samples[clip.frames - 1]) < 40);
        clip_finish(&clip);
    }
}

/* ---- files ---- */

static void a_clip_survives_its_wav_file(void **state)
{
    (void)state;
    struct arena arena;
    struct clip clip = clip_make(100, 2, 22050), back;
    for (int i = 0; i < 200; i++)
        clip.samples[i] = (int16_t)(i * 300 - 30000);
    arena_init(&arena, &memory_std);
    assert_true(clip_read_wav(clip_wav(&arena, &clip), &back));
    assert_int_equal(back.frames, 100);
    assert_int_equal(back.channels, 2);
    assert_int_equal(back.rate, 22050);
    assert_memory_equal(clip.samples, back.samples, 400);
    clip_finish(&back);
    clip_finish(&clip);
    arena_finish(&arena);
}

/* What a cut or garbled file holds is refused or read as far as it goes; nothing is read beyond it (the
 * sanitizers watch). */
static void a_damaged_wav_file_is_no_danger(void **state)
{
    (void)state;
    struct arena arena;
    struct clip clip = clip_make(50, 1, 16000);
    arena_init(&arena, &memory_std);
    td_str good = clip_wav(&arena, &clip);
    for (size_t len = 0; len < good.len; len++) {
        char *copy = malloc(len + 1);
        memcpy(copy, good.ptr, len);
        struct clip back = {0};
        bool read = clip_read_wav((td_str){copy, len}, &back);
        assert_true(read == (len >= 44));
        clip_finish(&back);
        free(copy);
    }
    for (size_t at = 0; at < 44; at++) {
        char copy[200];
        memcpy(copy, good.ptr, good.len);
        copy[at] = (char)0xff;
        struct clip back = {0};
        if (clip_read_wav((td_str){copy, good.len}, &back))
            assert_true(back.frames <= 50 && (back.channels == 1 || back.channels == 2));
        clip_finish(&back);
    }
    clip_finish(&clip);
    arena_finish(&arena);
}

/* ---- effort ---- */

/* A buzz of 120 Hz, as strong at 4 kHz as below, in syllables. */
static struct vocal buzz(void)
{
    struct vocal v = {.count = 16000, .rate = 16000};
    v.x = dsp_alloc(v.count);
    for (int i = 0; i < v.count; i++)
        v.x[i] = 0.1f * (float)(i % 133 == 0) * (i / 2000 % 2 ? 1.0f : 0.25f) + 0.02f * sinf(0.0471f * (float)i);
    return v;
}

static float share_above(const struct vocal *v, float hz)
{
    struct biquad high = biquad_high((float)v->rate, hz, 0.707f);
    float *x = dsp_alloc(v->count);
    for (int i = 0; i < v->count; i++)
        x[i] = biquad_step(&high, v->x[i]);
    float share = dsp_rms(x, v->count) / dsp_rms(v->x, v->count);
    dsp_free(x);
    return share;
}

static float peak_in(const struct vocal *v)
{
    float peak = 0;
    for (int i = 0; i < v->count; i++) {
        assert_true(isfinite(v->x[i]));
        peak = fmaxf(peak, fabsf(v->x[i]));
    }
    return peak;
}

static void effort_makes_a_voice_brighter_and_its_level_is_as_ordered(void **state)
{
    (void)state;
    float before = 0;
    for (int32_t effort = -1000; effort <= 1000; effort += 500) {
        struct vocal v = buzz();
        struct prosody p = {.effort = effort, .level = 20};
        vocal_shape(&v, &p);
        assert_true(fabsf(dsp_speech_level(v.x, v.count, v.rate) - (VOICE_CALM_DB + 2)) < 1);
        assert_true(share_above(&v, 3000) > before);
        before = share_above(&v, 3000);
        vocal_finish(&v);
    }
}

static void no_level_clips_and_silence_stays_silent(void **state)
{
    (void)state;
    struct vocal v = buzz(), silent = {.x = dsp_alloc(800), .count = 800, .rate = 16000};
    struct prosody p = {.effort = 1000, .level = 600, .tremor = 1000};
    vocal_shape(&v, &p);
    vocal_shape(&silent, &p);
    assert_true(peak_in(&v) < 0.985f && peak_in(&v) > 0.5f);
    assert_true(peak_in(&silent) < 1e-6f);
    vocal_finish(&v);
    vocal_finish(&silent);
}

static struct vocal three_words(void)
{
    static const struct vocal_part parts[] = {
        {"pau", false, 0, 3200},     {"aa", true, 3200, 6400},   {"m", true, 6400, 8000},
        {"pau", false, 8000, 11200}, {"uw", true, 11200, 14400}, {"pau", false, 14400, 16000},
    };
    struct vocal v = buzz();
    v.part_count = 6;
    v.parts = memory_std.resize(memory_std.context, NULL, sizeof parts);
    memcpy(v.parts, parts, sizeof parts);
    return v;
}

static void rests_last_as_long_as_the_mood_wants(void **state)
{
    (void)state;
    static const int32_t pauses[] = {500, 1000, 2300};
    for (int i = 0; i < 3; i++) {
        struct vocal v = three_words();
        struct prosody p = {.pause = pauses[i]};
        vocal_rest(&v, &p, 1);
        assert_int_equal(v.part_count, 6);
        assert_int_equal(v.parts[3].to - v.parts[3].from, 3200 * pauses[i] / 1000);
        assert_int_equal(v.parts[5].to, v.count);
        for (int k = 1; k < v.part_count; k++)
            assert_int_equal(v.parts[k].from, v.parts[k - 1].to);
        vocal_finish(&v);
    }
}

static void broken_speech_catches_between_words_only(void **state)
{
    (void)state;
    struct vocal v = three_words();
    struct prosody p = {.pause = 1000, .broken = 1000};
    vocal_rest(&v, &p, 1);
    assert_int_equal(v.part_count, 7); /* behind "aa"; behind "m" there is a rest already */
    assert_string_equal(v.parts[2].phone, "pau");
    assert_true(v.parts[2].to - v.parts[2].from > 1000);
    vocal_finish(&v);
}

/* ---- lips ---- */

static void lips_close_for_m_open_for_ah_and_round_for_oo(void **state)
{
    (void)state;
    struct vocal v = three_words();
    struct viseme_track lips = {0};
    int32_t open, round, open_m, round_m;
    vocal_lips(&v, &lips);
    viseme_at(&lips, 300, &open, &round);
    viseme_at(&lips, 450, &open_m, &round_m);
    assert_true(open > 700 && open_m < 150);
    viseme_at(&lips, 800, &open, &round);
    assert_true(round > 700);
    viseme_at(&lips, 600, &open, &round);
    assert_true(open < 200);
    viseme_finish(&lips);
    vocal_finish(&v);
}

static void lips_are_shut_before_and_after_a_line(void **state)
{
    (void)state;
    struct viseme_track lips = {0};
    int32_t open = 1, round = 1;
    viseme_at(&lips, 10, &open, &round);
    assert_int_equal(open, 0);
    viseme_from_text(TD_STR("Go on then."), 1000, &lips);
    assert_true(lips.ms > 500 && lips.ms < 2000);
    viseme_at(&lips, -1, &open, &round);
    assert_int_equal(open, 0);
    viseme_at(&lips, lips.ms, &open, &round);
    assert_int_equal(open, 0);
    viseme_finish(&lips);
}

static void silent_lips_move_faster_in_a_hurry(void **state)
{
    (void)state;
    struct viseme_track slow = {0}, fast = {0};
    viseme_from_text(TD_STR("Nobody ever listens."), 850, &slow);
    viseme_from_text(TD_STR("Nobody ever listens."), 1250, &fast);
    assert_true(fast.ms * 5 < slow.ms * 4);
    viseme_finish(&slow);
    viseme_finish(&fast);
}

static void lips_follow_the_loudness_of_a_recording(void **state)
{
    (void)state;
    struct clip clip = clip_make(16000, 1, 16000);
    for (int i = 4000; i < 8000; i++)
        clip.samples[i] = (int16_t)(i % 100 < 50 ? 9000 : -9000);
    struct viseme_track lips = {0};
    int32_t open, round;
    viseme_from_level(&clip, &lips);
    viseme_at(&lips, 380, &open, &round);
    assert_true(open > 700);
    viseme_at(&lips, 800, &open, &round);
    assert_int_equal(open, 0);
    viseme_finish(&lips);
    clip_finish(&clip);
}

/* ---- words ---- */

static void only_what_is_said_is_spoken(void **state)
{
    (void)state;
    static const struct {
        const char *line, *spoken, *ascii;
    } cases[] = {
        {"[He turns.] Go on.", "Go on.", "Go on."},
        {"I [swallows] can\u2019t.", "I can\u2019t.", "I can't."},
        {"[A long silence.]", "", ""},
        {"", "", ""},
        {"[!!\u00cf s\u00e4\u00ee\u010f ["
         "hand up] go.!!]",
         "\u00cf s\u00e4\u00ee\u010f go.", "I sai go."},
        {"I\u2026 I don\u2019t\u2026", "I\u2026 I don\u2019t\u2026", "I, I don't."},
        {"Wait \u2014 no.", "Wait \u2014 no.", "Wait, no."},
        {"\u201cCalm down,\u201d he said.", "\u201cCalm down,\u201d he said.", "Calm down, he said."},
        {"Ren\u00e9e\nwaits [", "Ren\u00e9e waits", "Renee waits"},
        {"\u4f60\u597d", "\u4f60\u597d", ""},
    };
    struct arena arena;
    arena_init(&arena, &memory_std);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        td_str spoken = spoken_of(&arena, str_of(cases[i].line));
        assert_string_equal(spoken.ptr, cases[i].spoken);
        assert_string_equal(spoken_ascii(&arena, spoken).ptr, cases[i].ascii);
    }
    arena_finish(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_place_is_a_soft_loop_without_a_seam),
        cmocka_unit_test(a_place_always_sounds_the_same_and_never_like_another),
        cmocka_unit_test(rain_is_brighter_than_a_diesel_under_a_roof),
        cmocka_unit_test(the_interface_sounds_softly_and_begins_and_ends_in_silence),
        cmocka_unit_test(a_clip_survives_its_wav_file),
        cmocka_unit_test(a_damaged_wav_file_is_no_danger),
        cmocka_unit_test(effort_makes_a_voice_brighter_and_its_level_is_as_ordered),
        cmocka_unit_test(no_level_clips_and_silence_stays_silent),
        cmocka_unit_test(rests_last_as_long_as_the_mood_wants),
        cmocka_unit_test(broken_speech_catches_between_words_only),
        cmocka_unit_test(lips_close_for_m_open_for_ah_and_round_for_oo),
        cmocka_unit_test(lips_are_shut_before_and_after_a_line),
        cmocka_unit_test(silent_lips_move_faster_in_a_hurry),
        cmocka_unit_test(lips_follow_the_loudness_of_a_recording),
        cmocka_unit_test(only_what_is_said_is_spoken),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
