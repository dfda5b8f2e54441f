/* voice_espeak.c - a line spoken by the program espeak-ng, caught as a WAV file from its output. */
#include "voice_espeak.h"

#include "child.h"
#include "dsp.h"
#include "fix.h"
#include "memory.h"
#include <stdio.h>

enum { WORDS_A_MINUTE = 160, SOUND_MOST = 8 << 20, WAIT_MS = 10000, TEXT_MOST = 4000 };

static bool is_language(const char *lang)
{
    size_t len = strlen(lang);
    return len >= 2 && len <= 12 && strspn(lang, "abcdefghijklmnopqrstuvwxyz-") == len && lang[0] != '-';
}

static const char *variant_of(enum voice_kind kind)
{
    switch (kind) {
    case VOICE_WOMAN: return "f2";
    case VOICE_MAN: return "m3";
    case VOICE_OLD_MAN: return "m1";
    }
    return "m3";
}

static bool run(td_str text, const char *lang, const struct voice_timbre *timbre, const struct prosody *prosody,
                struct writer *out)
{
    int64_t rate = (int64_t)WORDS_A_MINUTE * prosody->rate * timbre->rate / 1000000;
    int64_t pitch = 50 + ((int64_t)prosody->pitch * timbre->pitch / 1000 - 1000) / 10;
    char voice[32], speed[8], height[8];
    char name[] = "espeak-ng", in[] = "--stdin", to[] = "--stdout", v[] = "-v", s[] = "-s", p[] = "-p";
    snprintf(voice, sizeof voice, "%s+%s", lang, variant_of(timbre->kind));
    snprintf(speed, sizeof speed, "%d", clamp32((int32_t)rate, 80, 450));
    snprintf(height, sizeof height, "%d", clamp32((int32_t)pitch, 0, 99));
    char *const argv[] = {name, in, to, v, voice, s, speed, p, height, NULL};
    return child_run(argv, utf8_cut(text, TEXT_MOST), SOUND_MOST, WAIT_MS, out);
}

bool voice_espeak_speak(td_str text, const char *lang, const struct voice_timbre *timbre, const struct prosody *prosody,
                        struct vocal *ret)
{
    struct arena arena;
    arena_init(&arena, &memory_std);
    struct writer out;
    writer_init(&out, &arena);
    struct clip clip;
    bool heard = text.len > 0 && is_language(lang) && run(text, lang, timbre, prosody, &out) &&
                 clip_read_wav(writer_str(&out), &clip);
    arena_finish(&arena);
    if (!heard)
        return false;
    heard = clip.frames > 0;
    if (heard) {
        *ret = (struct vocal){.x = dsp_alloc(clip.frames), .count = clip.frames, .rate = clip.rate};
        dsp_take(&clip, 0, ret->x);
    }
    clip_finish(&clip);
    return heard;
}
