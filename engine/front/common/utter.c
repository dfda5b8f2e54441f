/* utter.c - chooses who speaks: flite for English, espeak-ng for the rest and in flite's stead. */
#include "utter.h"

#include "hash.h"
#include "memory.h"
#include "spoken.h"
#include "voice_espeak.h"
#include "voice_flite.h"

static bool is_english(const char *lang)
{
    return strncmp(lang, "en", 2) == 0 && (lang[2] == '\0' || lang[2] == '-');
}

/* The pseudo-language of the tests is English underneath. */
static const char *language_of(const char *lang)
{
    return strcmp(lang, "xx") == 0 ? "en" : lang;
}

static uint64_t seed_of(td_str text)
{
    return hash_finish(hash_str(HASH_START, text));
}

static bool speak(const struct utter_request *r, td_str text, struct arena *arena, struct vocal *ret)
{
    const char *lang = language_of(r->lang);
    if (is_english(lang) &&
        voice_flite_speak(spoken_ascii(arena, text).ptr, &r->timbre, &r->prosody, seed_of(text), ret))
        return true;
    return voice_espeak_speak(text, lang, &r->timbre, &r->prosody, ret);
}

static void finish_vocal(struct vocal *vocal, struct utterance *ret)
{
    *ret = (struct utterance){.clip = vocal_clip(vocal)};
    vocal_lips(vocal, &ret->lips);
    vocal_finish(vocal);
}

bool utter(const struct utter_request *request, struct utterance *ret)
{
    struct arena arena;
    struct vocal vocal;
    arena_init(&arena, &memory_std);
    td_str text = spoken_of(&arena, request->line);
    bool heard = text.len > 0 && speak(request, text, &arena, &vocal);
    if (heard) {
        vocal_rest(&vocal, &request->prosody, seed_of(text));
        vocal_shape(&vocal, &request->prosody);
        if (request->telephone)
            vocal_telephone(&vocal);
        finish_vocal(&vocal, ret);
    }
    arena_finish(&arena);
    return heard;
}

bool utter_plainly(td_str text, const char *lang, int32_t rate, struct utterance *ret)
{
    static const struct voice_timbre clear = {.kind = VOICE_WOMAN, .pitch = 1000, .tract = 1000, .rate = 1000};
    struct prosody plain = {.rate = rate, .pitch = 1000, .spread = 1000, .level = 80, .effort = 200, .pause = 700};
    struct arena arena;
    struct vocal vocal;
    arena_init(&arena, &memory_std);
    lang = language_of(lang);
    bool heard = voice_espeak_speak(text, lang, &clear, &plain, &vocal) ||
                 (is_english(lang) && voice_flite_speak(spoken_ascii(&arena, text).ptr, &clear, &plain, 1, &vocal));
    arena_finish(&arena);
    if (!heard)
        return false;
    vocal_shape(&vocal, &plain);
    finish_vocal(&vocal, ret);
    return true;
}

void utterance_finish(struct utterance *utterance)
{
    clip_finish(&utterance->clip);
    viseme_finish(&utterance->lips);
}
