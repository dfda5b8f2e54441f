/* sound.c - the place that is heard, soft sounds of the interface, and who is louder than whom. */
#include "sound_parts.h"

#include "fix.h"
#include "memory.h"

/* Ducked by ten decibels the loudest place, rain on a bridge, lies twelve below the quietest voice, an old man's in
 * despair. */
enum { PLACE_FADE_MS = 900, DUCKED = 310, DUCK_STEP_MS = 300 };

/* A sign that comes late answers nothing: all of them are made before the first is wanted. */
static void warm_up(struct sound *sound)
{
    for (int i = 0; i < UI_SOUNDS; i++) {
        struct work_order order = {.kind = WORK_UI, .which = i};
        sound->ui_keys[i] = sound_work_ask(sound->work, &order, false);
    }
}

struct sound *sound_open(void)
{
    struct sound *sound = memory_std.resize(memory_std.context, NULL, sizeof *sound);
    *sound = (struct sound){.work = sound_work_open(), .place = NO_PLACE, .duck = 1000};
    sound->options = (struct sound_options){.on = true, .voices = true, .volume = 70};
    warm_up(sound);
    return sound;
}

void sound_close(struct sound *sound)
{
    if (!sound)
        return;
    sound_work_close(sound->work);
    viseme_finish(&sound->speech.silent);
    memory_std.resize(memory_std.context, sound, 0);
}

bool sound_device(struct sound *sound)
{
    bool device;
    return sound_work_tried(sound->work, &device) && device;
}

bool sound_is_here(struct sound *sound)
{
    return sound_device(sound);
}

/* ---- volumes ---- */

/* Ears hear ratios: half of the slider is a quarter of the amplitude. */
static int32_t master(const struct sound *sound)
{
    int32_t percent = clamp32(sound->options.volume, 0, 100);
    return sound->options.on ? percent * percent / 10 : 0;
}

static void set_volumes(const struct sound *sound)
{
    int32_t all = master(sound);
    sound_out_volume(CHANNEL_PLACE, all * sound->duck / 1000);
    sound_out_volume(CHANNEL_VOICE, sound->options.voices ? all : 0);
    sound_out_volume(CHANNEL_READER, sound->options.self_voicing ? all : 0);
    sound_out_volume(CHANNEL_UI, all);
    sound_out_volume(CHANNEL_UI_2, all);
}

/* The place steps back while somebody speaks. */
static void move_duck(struct sound *sound, int64_t ms)
{
    int32_t target = sound->speech.phase == SPEECH_HEARD || sound->reading_plays ? DUCKED : 1000;
    int32_t most = (int32_t)clamp32((int32_t)(ms > 1000 ? 1000 : ms), 0, 1000) * (1000 - DUCKED) / DUCK_STEP_MS;
    sound->duck += clamp32(target - sound->duck, -most, most);
}

void sound_set(struct sound *sound, const struct sound_options *options)
{
    sound->options = *options;
    if (!options->on || !options->self_voicing)
        sound_reader_stop(sound);
    set_volumes(sound);
}

/* ---- the place ---- */

static void ask_place(struct sound *sound)
{
    struct work_order order = {.kind = WORK_PLACE, .which = sound->place};
    if (sound->place != NO_PLACE && sound->options.on)
        sound->place_key = sound_work_ask(sound->work, &order, false);
}

void sound_place(struct sound *sound, enum setting place)
{
    if (sound->place == (int)place)
        return;
    sound_leave(sound);
    sound->place = (int)place;
    ask_place(sound);
}

void sound_leave(struct sound *sound)
{
    if (sound->heard_place) {
        sound_out_stop(CHANNEL_PLACE, PLACE_FADE_MS / 3);
        sound_work_hold(sound->work, sound->heard_place, false);
    }
    sound->heard_place = sound->place_key = 0;
    sound->place = NO_PLACE;
}

static void start_place(struct sound *sound)
{
    struct work_piece piece;
    if (sound->place == NO_PLACE || sound->heard_place || !sound->options.on)
        return;
    enum work_state state = sound_work_look(sound->work, sound->place_key, &piece);
    if (state == WORK_ABSENT)
        ask_place(sound); /* it was muted, or dropped while it waited */
    if (state != WORK_READY)
        return;
    sound->heard_place = sound->place_key;
    sound_work_hold(sound->work, sound->heard_place, true);
    sound_out_play(CHANNEL_PLACE, piece.chunk, true, PLACE_FADE_MS);
}

/* ---- the interface ---- */

void sound_ui(struct sound *sound, enum ui_sound which)
{
    struct work_order order = {.kind = WORK_UI, .which = (int)which};
    struct work_piece piece;
    if (!sound->options.on || (unsigned)which >= UI_SOUNDS)
        return;
    sound->ui_keys[which] = sound_work_ask(sound->work, &order, true);
    if (sound_work_look(sound->work, sound->ui_keys[which], &piece) != WORK_READY)
        return;
    sound->ui_channel = sound->ui_channel == CHANNEL_UI ? CHANNEL_UI_2 : CHANNEL_UI;
    sound_out_play((enum sound_channel)sound->ui_channel, piece.chunk, false, 0);
}

void sound_tick(struct sound *sound, int64_t now)
{
    int64_t ms = now > sound->now ? now - sound->now : 0;
    sound->now = now;
    start_place(sound);
    sound_speech_tick(sound);
    sound_reader_tick(sound);
    move_duck(sound, ms);
    set_volumes(sound);
}
