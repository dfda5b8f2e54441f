/* clip.c - samples in memory, and RIFF around them. */
#include "clip.h"

#include "memory.h"

enum { FRAMES_MOST = 192000 * 120 };

struct clip clip_make(int frames, int channels, int rate)
{
    struct clip clip = {NULL, frames > 0 ? frames : 0, channels, rate};
    size_t size = ((size_t)clip.frames * (size_t)channels + 1) * sizeof(int16_t);
    clip.samples = memory_std.resize(memory_std.context, NULL, size);
    memset(clip.samples, 0, size);
    return clip;
}

void clip_finish(struct clip *clip)
{
    memory_std.resize(memory_std.context, clip->samples, 0);
    *clip = (struct clip){0};
}

int clip_ms(const struct clip *clip)
{
    return clip->rate > 0 ? (int)((int64_t)clip->frames * 1000 / clip->rate) : 0;
}

static void put(struct writer *w, uint32_t value, int bytes)
{
    for (int i = 0; i < bytes; i++)
        w_char(w, (char)(value >> (8 * i) & 0xff));
}

td_str clip_wav(struct arena *arena, const struct clip *clip)
{
    uint32_t block = (uint32_t)clip->channels * 2, size = (uint32_t)clip->frames * block;
    struct writer w;
    writer_init(&w, arena);
    w_text(&w, "RIFF");
    put(&w, 36 + size, 4);
    w_text(&w, "WAVEfmt ");
    put(&w, 16, 4);
    put(&w, 1, 2); /* PCM */
    put(&w, (uint32_t)clip->channels, 2);
    put(&w, (uint32_t)clip->rate, 4);
    put(&w, (uint32_t)clip->rate * block, 4);
    put(&w, block, 2);
    put(&w, 16, 2);
    w_text(&w, "data");
    put(&w, size, 4);
    for (int i = 0; i < clip->frames * clip->channels; i++)
        put(&w, (uint16_t)clip->samples[i], 2);
    return writer_str(&w);
}

static uint32_t number(td_str bytes, size_t at, int count)
{
    uint32_t value = 0;
    for (int i = 0; i < count; i++)
        value |= (uint32_t)(unsigned char)bytes.ptr[at + (size_t)i] << (8 * i);
    return value;
}

/* The chunk of that name, cut to what is there; false if there is none. */
static bool find_chunk(td_str bytes, const char *name, td_str *ret)
{
    size_t at = 12;
    while (bytes.len >= at + 8) {
        size_t left = bytes.len - at - 8, size = number(bytes, at + 4, 4);
        if (memcmp(bytes.ptr + at, name, 4) == 0) {
            *ret = (td_str){bytes.ptr + at + 8, size < left ? size : left};
            return true;
        }
        if (size >= left)
            return false;
        at += 8 + size + (size & 1);
    }
    return false;
}

bool clip_read_wav(td_str bytes, struct clip *ret)
{
    td_str format, data;
    if (bytes.len < 12 || memcmp(bytes.ptr, "RIFF", 4) != 0 || memcmp(bytes.ptr + 8, "WAVE", 4) != 0)
        return false;
    if (!find_chunk(bytes, "fmt ", &format) || format.len < 16 || !find_chunk(bytes, "data", &data))
        return false;
    uint32_t channels = number(format, 2, 2), rate = number(format, 4, 4);
    if (number(format, 0, 2) != 1 || channels < 1 || channels > 2 || number(format, 14, 2) != 16)
        return false;
    size_t frames = data.len / 2 / channels;
    if (rate < 4000 || rate > 192000 || frames > FRAMES_MOST)
        return false;
    *ret = clip_make((int)frames, (int)channels, (int)rate);
    for (size_t i = 0; i < frames * channels; i++)
        ret->samples[i] = (int16_t)number(data, 2 * i, 2);
    return true;
}
