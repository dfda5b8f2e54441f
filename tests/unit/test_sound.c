/* test_sound.c - the desktop's sound against SDL's device that writes to a file: what would be heard, and that
 * nothing waits, fails or hangs where there is no device. */
#define POISON_SPARES_THE_ENVIRONMENT
#include "clock.h"
#include "dsp.h"
#include "files.h"
#include "memory.h"
#include "sound_parts.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
/* after those: */
#include <cmocka.h>

enum { PATIENCE_MS = 20000 };

static const struct person_state calm = {.agitation = 100}, furious = {.agitation = 900};

static const char *heard_path(void)
{
    static char path[128];
    snprintf(path, sizeof path, "/tmp/talkdown-heard-%ld.raw", (long)getpid());
    return path;
}

/* The device writes as fast as the mixer makes it, or in time: tests that wait for a line use the first. */
static struct sound *open_to_file(void)
{
    setenv("SDL_AUDIODRIVER", "disk", 1);
    setenv("SDL_DISKAUDIOFILE", heard_path(), 1);
    setenv("SDL_DISKAUDIODELAY", "12", 1);
    return sound_open();
}

static void let_pass(struct sound *sound)
{
    usleep(4000);
    sound_tick(sound, clock_ms());
}

static void wait_for_device(struct sound *sound)
{
    bool device;
    int64_t end = clock_ms() + PATIENCE_MS;
    while (!sound_work_tried(sound->work, &device) && clock_ms() < end)
        let_pass(sound);
    assert_true(sound_work_tried(sound->work, &device));
}

static void need_device(struct sound *sound)
{
    wait_for_device(sound);
    if (sound_is_here(sound))
        return;
    sound_close(sound);
    skip();
}

struct heard {
    float db; /* of the loudest half second */
    int peak;
    bool any;
};

/* What the device was given; the file is removed. */
static struct heard heard(void)
{
    struct heard h = {.db = -120};
    struct arena arena;
    td_str bytes = {0};
    arena_init(&arena, &memory_std);
    if (file_read(&arena, heard_path(), 64 << 20, &bytes) == NULL) {
        struct clip clip = {(int16_t *)(void *)arena_cstr(&arena, bytes), (int)(bytes.len / 4), 2, 22050};
        float *x = dsp_alloc(clip.frames);
        dsp_take(&clip, 0, x);
        for (int i = 0; i + 11025 <= clip.frames; i += 2205) {
            float db = dsp_db(dsp_rms(x + i, 11025));
            h.db = db > h.db ? db : h.db;
        }
        for (int i = 0; i < 2 * clip.frames; i++)
            h.peak = abs(clip.samples[i]) > h.peak ? abs(clip.samples[i]) : h.peak;
        dsp_free(x);
        h.any = clip.frames > 0;
    }
    arena_finish(&arena);
    unlink(heard_path());
    return h;
}

static struct sound_line line_of(const char *text, const struct person_identity *who, const struct person_state *state)
{
    return (struct sound_line){.text = str_of(text), .lang = "en", .who = who, .state = state};
}

/* Says it to its end; returns how far the lips opened. */
static int32_t widest_while_said(struct sound *sound, const struct sound_line *line)
{
    int32_t widest = 0;
    int64_t end = clock_ms() + PATIENCE_MS;
    sound_say(sound, line);
    while (sound_speaks(sound) && clock_ms() < end) {
        int32_t open, round;
        let_pass(sound);
        sound_lips(sound, &open, &round);
        widest = open > widest ? open : widest;
    }
    assert_false(sound_speaks(sound));
    return widest;
}

static void without_a_device_the_lips_move_and_nothing_fails(void **state)
{
    (void)state;
    struct person_identity who = person_identity_default();
    setenv("SDL_AUDIODRIVER", "no-such-driver", 1);
    struct sound *sound = sound_open();
    sound_place(sound, SETTING_BRIDGE);
    sound_ui(sound, UI_SOUND_CHOOSE);
    wait_for_device(sound);
    assert_false(sound_is_here(sound));
    struct sound_line line = line_of("Go away!", &who, &furious);
    sound_prepare(sound, &line);
    assert_true(widest_while_said(sound, &line) > 300);
    sound->options.self_voicing = true;
    sound_read(sound, TD_STR("Begin"), "en", true);
    let_pass(sound);
    assert_false(sound_reads(sound));
    sound_close(sound);
}

static void a_line_is_heard_and_the_lips_follow(void **state)
{
    (void)state;
    struct person_identity who = person_identity_default();
    struct sound *sound = open_to_file();
    need_device(sound);
    sound_set(sound, &(struct sound_options){.on = true, .voices = true, .volume = 100});
    struct sound_line line = line_of("[Turns.] Don't you walk away from me.", &who, &furious);
    assert_true(widest_while_said(sound, &line) > 300);
    sound_close(sound);
    struct heard h = heard();
    assert_true(h.any && h.peak < 32700);
    struct utterance u;
    struct utter_request probe = {
        TD_STR("yes"), "en", voice_timbre_of(&who), {.rate = 1000, .pitch = 1000, .spread = 1000}, false};
    if (!utter(&probe, &u))
        return; /* no voice on this machine: the lips were all there was to see */
    utterance_finish(&u);
    assert_true(h.db > -30);
}

static void a_place_is_heard_and_steps_back_for_a_voice(void **state)
{
    (void)state;
    struct person_identity who = person_identity_default();
    struct sound *sound = open_to_file();
    need_device(sound);
    sound_set(sound, &(struct sound_options){.on = true, .voices = true, .volume = 100});
    sound_place(sound, SETTING_BRIDGE);
    int64_t end = clock_ms() + PATIENCE_MS;
    while (!sound_out_plays(CHANNEL_PLACE) && clock_ms() < end)
        let_pass(sound);
    assert_true(sound_out_plays(CHANNEL_PLACE));
    assert_int_equal(sound->duck, 1000);
    struct sound_line line = line_of("You all just talk and talk and talk.", &who, &calm);
    sound_say(sound, &line);
    int32_t least = 1000;
    bool was_heard = false;
    while (sound_speaks(sound) && clock_ms() < end) {
        let_pass(sound);
        was_heard = was_heard || sound->speech.phase == SPEECH_HEARD;
        least = sound->duck < least ? sound->duck : least;
    }
    assert_true(!was_heard || least < 600);
    for (int i = 0; i < 300 && sound->duck < 1000; i++)
        let_pass(sound);
    assert_int_equal(sound->duck, 1000);
    sound_leave(sound);
    sound_close(sound);
    assert_true(heard().db > -48);
}

static void muted_is_silent_whatever_is_asked_for(void **state)
{
    (void)state;
    struct person_identity who = person_identity_default();
    struct sound *sound = open_to_file();
    need_device(sound);
    sound_set(sound, &(struct sound_options){.on = false, .voices = true, .self_voicing = true, .volume = 100});
    sound_place(sound, SETTING_BUS);
    sound_ui(sound, UI_SOUND_CHOOSE);
    sound_read(sound, TD_STR("Begin"), "en", false);
    struct sound_line line = line_of("Go on, then.", &who, &calm);
    assert_true(widest_while_said(sound, &line) > 300);
    sound_close(sound);
    assert_int_equal(heard().peak, 0);
}

static void a_recorded_line_wins(void **state)
{
    (void)state;
    struct person_identity who = person_identity_default();
    char path[128];
    snprintf(path, sizeof path, "/tmp/talkdown-recorded-%ld.wav", (long)getpid());
    struct clip tone = clip_make(22050 / 2, 1, 22050);
    for (int i = 0; i < tone.frames; i++)
        tone.samples[i] = (int16_t)(i % 60 < 30 ? 8000 : -8000);
    struct arena arena;
    arena_init(&arena, &memory_std);
    assert_null(file_write(path, clip_wav(&arena, &tone), 0600));
    arena_finish(&arena);
    clip_finish(&tone);
    struct sound *sound = open_to_file();
    need_device(sound);
    struct sound_line line = line_of("This would take far longer than half a second to say.", &who, &calm);
    line.recording = path;
    sound_say(sound, &line);
    int64_t end = clock_ms() + PATIENCE_MS;
    while (sound->speech.phase == SPEECH_WAITS && clock_ms() < end)
        let_pass(sound);
    assert_int_equal(sound->speech.phase, SPEECH_HEARD);
    assert_in_range(sound->speech.ms, 490, 510);
    sound_close(sound);
    unlink(path);
    unlink(heard_path());
}

static void reading_goes_in_order_and_an_interruption_sweeps_it_away(void **state)
{
    (void)state;
    struct sound *sound = open_to_file();
    need_device(sound);
    sound_set(sound, &(struct sound_options){.on = true, .self_voicing = true, .volume = 100});
    for (int i = 0; i < 20; i++)
        sound_read(sound, TD_STR("One"), "en", false);
    assert_int_equal(sound->reading_count, READINGS);
    sound_read(sound, TD_STR("Two"), "en", true);
    assert_int_equal(sound->reading_count, 1);
    int64_t end = clock_ms() + PATIENCE_MS;
    while (sound_reads(sound) && clock_ms() < end)
        let_pass(sound);
    assert_false(sound_reads(sound));
    sound_close(sound);
    unlink(heard_path());
}

static void asking_for_more_than_fits_drops_the_oldest_and_closing_does_not_hang(void **state)
{
    (void)state;
    struct person_identity who = person_identity_default();
    struct sound *sound = open_to_file();
    char text[40];
    for (int i = 0; i < 200; i++) {
        snprintf(text, sizeof text, "Number %d.", i);
        struct sound_line line = line_of(text, &who, &calm);
        i % 3 ? sound_prepare(sound, &line) : sound_say(sound, &line);
        if (i % 7 == 0)
            sound_hush(sound);
        sound_tick(sound, clock_ms());
    }
    int64_t begin = clock_ms();
    sound_close(sound);
    assert_true(clock_ms() - begin < PATIENCE_MS / 2);
    sound_close(NULL);
    unlink(heard_path());
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(without_a_device_the_lips_move_and_nothing_fails),
        cmocka_unit_test(a_line_is_heard_and_the_lips_follow),
        cmocka_unit_test(a_place_is_heard_and_steps_back_for_a_voice),
        cmocka_unit_test(muted_is_silent_whatever_is_asked_for),
        cmocka_unit_test(a_recorded_line_wins),
        cmocka_unit_test(reading_goes_in_order_and_an_interruption_sweeps_it_away),
        cmocka_unit_test(asking_for_more_than_fits_drops_the_oldest_and_closing_does_not_hang),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
