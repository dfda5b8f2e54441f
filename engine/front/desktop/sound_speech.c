/* sound_speech.c - the person's line: asked for, waited for, heard, and shown on the lips. */
#include "sound_parts.h"

#include "memory.h"
#include "spoken.h"

/* A caption must not stand there for long before the voice; the device plays a buffer later than it is told. */
enum { WAIT_MOST_MS = 2500, DEVICE_LATE_MS = 35 };

static struct work_order order_of(const struct sound_line *line)
{
    struct voice_mood mood = voice_mood_of(line->state);
    return (struct work_order){.kind = WORK_LINE,
                               .text = line->text,
                               .lang = line->lang,
                               .timbre = voice_timbre_of(line->who),
                               .prosody = voice_prosody(&mood),
                               .telephone = line->telephone,
                               .recording = line->recording};
}

static bool is_heard(struct sound *sound)
{
    bool device;
    bool tried = sound_work_tried(sound->work, &device);
    return sound->options.on && sound->options.voices && (!tried || device);
}

void sound_prepare(struct sound *sound, const struct sound_line *line)
{
    struct work_order order = order_of(line);
    if (is_heard(sound))
        sound_work_ask(sound->work, &order, false);
}

static void begin(struct sound *sound, enum speech_phase phase, const struct viseme_track *lips, int32_t ms)
{
    sound->speech.phase = phase;
    sound->speech.since = sound->now + (phase == SPEECH_HEARD ? DEVICE_LATE_MS : 0);
    sound->speech.lips = lips;
    sound->speech.ms = ms;
}

static void show_only(struct sound *sound)
{
    begin(sound, SPEECH_SHOWN, &sound->speech.silent, sound->speech.silent.ms);
}

static void make_silent(struct speech *speech, const struct sound_line *line, const struct prosody *prosody)
{
    struct arena arena;
    arena_init(&arena, &memory_std);
    viseme_from_text(spoken_of(&arena, line->text), prosody->rate, &speech->silent);
    arena_finish(&arena);
}

void sound_say(struct sound *sound, const struct sound_line *line)
{
    struct work_order order = order_of(line);
    sound_hush(sound);
    make_silent(&sound->speech, line, &order.prosody);
    if (sound->speech.silent.count < 2 && !line->recording)
        return; /* not a word in it */
    sound->speech.key = is_heard(sound) ? sound_work_ask(sound->work, &order, true) : 0;
    begin(sound, SPEECH_WAITS, NULL, 0);
    if (sound->speech.key)
        sound_work_hold(sound->work, sound->speech.key, true);
    else
        show_only(sound);
}

void sound_hush(struct sound *sound)
{
    if (sound->speech.phase == SPEECH_HEARD)
        sound_out_stop(CHANNEL_VOICE, 60);
    if (sound->speech.key)
        sound_work_hold(sound->work, sound->speech.key, false);
    viseme_finish(&sound->speech.silent);
    sound->speech = (struct speech){0};
}

static void wait_for(struct sound *sound)
{
    struct work_piece piece;
    bool late = sound->now - sound->speech.since > WAIT_MOST_MS;
    enum work_state state = sound_work_look(sound->work, sound->speech.key, &piece);
    if (state == WORK_READY && is_heard(sound)) {
        sound_out_play(CHANNEL_VOICE, piece.chunk, false, 0);
        begin(sound, SPEECH_HEARD, piece.lips, piece.ms);
    } else if (state != WORK_WAITING || late || !is_heard(sound)) {
        show_only(sound);
    }
}

void sound_speech_tick(struct sound *sound)
{
    struct speech *s = &sound->speech;
    if (s->phase == SPEECH_WAITS)
        wait_for(sound);
    else if (s->phase != SPEECH_NONE && sound->now - s->since >= s->ms)
        sound_hush(sound);
}

bool sound_speaks(const struct sound *sound)
{
    return sound->speech.phase != SPEECH_NONE;
}

void sound_lips(const struct sound *sound, int32_t *ret_open, int32_t *ret_round)
{
    *ret_open = *ret_round = 0;
    if (sound->speech.lips)
        viseme_at(sound->speech.lips, (int32_t)(sound->now - sound->speech.since), ret_open, ret_round);
}
