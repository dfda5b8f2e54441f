/* sound_reader.c - the screen read aloud: a short queue, which a new place of the focus sweeps away. */
#include "sound_parts.h"

void sound_reader_stop(struct sound *sound)
{
    if (sound->reading_plays)
        sound_out_stop(CHANNEL_READER, 20);
    for (int i = 0; i < sound->reading_count; i++)
        sound_work_hold(sound->work, sound->readings[i], false);
    sound->reading_count = 0;
    sound->reading_plays = false;
}

void sound_read(struct sound *sound, td_str text, const char *lang, bool interrupt)
{
    if (interrupt)
        sound_reader_stop(sound);
    if (!sound->options.on || !sound->options.self_voicing || text.len == 0 || sound->reading_count == READINGS)
        return;
    struct work_order order = {.kind = WORK_READING, .text = text, .lang = lang};
    uint64_t key = sound_work_ask(sound->work, &order, true);
    if (!key)
        return;
    sound_work_hold(sound->work, key, true);
    sound->readings[sound->reading_count++] = key;
}

/* The same text may stand in the queue twice. */
static void drop_first(struct sound *sound)
{
    uint64_t done = sound->readings[0];
    bool again = false;
    for (int i = 1; i < sound->reading_count; i++) {
        sound->readings[i - 1] = sound->readings[i];
        again = again || sound->readings[i] == done;
    }
    sound->reading_count--;
    sound->reading_plays = false;
    if (!again)
        sound_work_hold(sound->work, done, false);
}

void sound_reader_tick(struct sound *sound)
{
    struct work_piece piece;
    bool tried, device;
    if (sound->reading_plays && !sound_out_plays(CHANNEL_READER))
        drop_first(sound);
    if (sound->reading_count == 0 || sound->reading_plays)
        return;
    tried = sound_work_tried(sound->work, &device);
    enum work_state state = sound_work_look(sound->work, sound->readings[0], &piece);
    if (state == WORK_READY) {
        sound_out_play(CHANNEL_READER, piece.chunk, false, 0);
        sound->reading_plays = true;
    } else if (state != WORK_WAITING || (tried && !device)) {
        drop_first(sound);
    }
}

bool sound_reads(const struct sound *sound)
{
    return sound->reading_count > 0;
}
