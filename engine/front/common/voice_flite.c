/* voice_flite.c - a line spoken by flite with a melody of our own.
 * Flite's knobs for pitch work in one of the three voices only, and shifting the finished sound moves the
 * vocal tract along with it, so that an angry man becomes a cartoon.  We let flite predict the line and stop
 * it before it makes sound; rewrite the track of pitch; and have its vocoder make the sound from that. */
#include "voice_flite.h"

#if TALKDOWN_FLITE

#include "dsp.h"
#include "memory.h"
#include "rng.h"
#include <dlfcn.h>
#include <flite/cst_cg.h>
#include <flite/flite.h>
#include <math.h>
#include <pthread.h>

#undef srand /* flite draws the noise of breath from rand(): seeded, a line always sounds the same */

/* The voices' libraries come without headers, are several megabytes each, and most runs are silent: each is
 * loaded when it is first wanted. */
typedef cst_voice *(*voice_maker)(const char *folder);

static const struct {
    const char *library, *maker;
    float pitch; /* Hz, of an ordinary speaker */
} kinds[] = {
    [VOICE_WOMAN] = {"libflite_cmu_us_slt.so.1", "register_cmu_us_slt", 176},
    [VOICE_MAN] = {"libflite_cmu_us_rms.so.1", "register_cmu_us_rms", 104},
    [VOICE_OLD_MAN] = {"libflite_cmu_us_awb.so.1", "register_cmu_us_awb", 116},
};

enum { KINDS = sizeof kinds / sizeof *kinds };

/* Flite's voices are single things of the whole program, and keep their settings in themselves. */
static pthread_mutex_t one_at_a_time = PTHREAD_MUTEX_INITIALIZER;
static cst_voice *voices[KINDS];

static int stop_at_once(const cst_wave *wave, int start, int size, int last,
                        struct cst_audio_streaming_info_struct *asi)
{
    (void)wave, (void)start, (void)size, (void)last, (void)asi;
    return CST_AUDIO_STREAM_STOP;
}

/* NULL if that voice is not installed. */
static voice_maker maker_of(enum voice_kind kind)
{
    void *library = dlopen(kinds[kind].library, RTLD_NOW | RTLD_LOCAL); /* stays: the voice lives in it */
    void *maker = library ? dlsym(library, kinds[kind].maker) : NULL;
    voice_maker made = NULL;
    memcpy(&made, &maker, sizeof made); /* POSIX promises that this works, C has no words for it */
    return made;
}

static cst_voice *voice_of(enum voice_kind kind)
{
    voice_maker maker = voices[kind] ? NULL : maker_of(kind);
    if (!maker)
        return voices[kind];
    flite_init();
    cst_audio_streaming_info *stop = new_audio_streaming_info();
    stop->asc = stop_at_once;
    stop->min_buffsize = 64;
    voices[kind] = maker(NULL);
    feat_set(voices[kind]->features, "streaming_info", audio_streaming_info_val(stop));
    return voices[kind];
}

/* The middle of the melody: the mean of the logarithm over what is voiced; 0 if nothing is. */
static float middle_of(const cst_track *track)
{
    double sum = 0;
    int voiced = 0;
    for (int i = 0; i < track->num_frames; i++)
        if (track->frames[i][0] > 20) {
            sum += log((double)track->frames[i][0]);
            voiced++;
        }
    return voiced > 0 ? (float)(sum / voiced) : 0;
}

struct melody {
    float middle; /* Hz */
    float spread; /* factor */
    float tremor; /* share of the pitch */
    uint64_t seed;
};

/* A voice shakes about five times a second, not evenly. */
static float tremble(const struct melody *m, int frame, float seconds)
{
    float uneven = (float)rng_pick(m->seed, (uint64_t)frame, 2001) / 1000 - 1;
    return 1 + m->tremor * (0.75f * sinf(6.2831853f * 5.3f * seconds) + 0.25f * uneven);
}

static void rewrite_pitch(cst_track *track, const struct melody *m)
{
    float was = middle_of(track);
    for (int i = 0; i < track->num_frames; i++) {
        float *pitch = &track->frames[i][0];
        if (*pitch <= 20)
            continue;
        float hz = m->middle * expf(m->spread * (logf(*pitch) - was)) * tremble(m, i, track->times[i]);
        *pitch = fmaxf(50, fminf(520, hz));
    }
}

static cst_wave *vocode(const cst_utterance *said)
{
    cst_cg_db *db = val_cg_db(utt_feat_val(said, "cg_db"));
    cst_track *track = val_track(utt_feat_val(said, "param_track"));
    const cst_track *strength = db->mixed_excitation ? val_track(utt_feat_val(said, "str_track")) : NULL;
    cst_track *smooth = db->do_mlpg ? mlpg(track, db) : NULL;
    cst_wave *wave = mlsa_resynthesis(smooth ? smooth : track, strength, db, NULL, 0);
    if (smooth)
        delete_track(smooth);
    return wave;
}

static bool ends_word(const cst_item *segment)
{
    const cst_item *sound = item_as(segment, "SylStructure");
    const cst_item *syllable = sound && !item_next(sound) ? item_parent(sound) : NULL;
    return syllable && !item_next(syllable);
}

#define SOUNDS "Segment" /* flite's name, not shown */

/* What flite says of the line's sounds: where each ends. */
static void take_parts(const cst_utterance *said, struct vocal *v, float tract)
{
    int count = 0, from = 0;
    for (const cst_item *s = relation_head(utt_relation(said, SOUNDS)); s; s = item_next(s))
        count++;
    v->parts = memory_std.resize(memory_std.context, NULL, (size_t)(count + 1) * sizeof *v->parts);
    for (const cst_item *s = relation_head(utt_relation(said, SOUNDS)); s; s = item_next(s)) {
        struct vocal_part *part = &v->parts[v->part_count++];
        *part = (struct vocal_part){.from = from, .word_end = ends_word(s)};
        snprintf(part->phone, sizeof part->phone, "%s", item_feat_string(s, "name"));
        int end = (int)(item_feat_float(s, "end") * (float)v->rate / tract);
        part->to = end < from ? from : end > v->count ? v->count : end;
        from = part->to;
    }
    if (v->part_count > 0)
        v->parts[v->part_count - 1].to = v->count;
}

static bool take_wave(const cst_utterance *said, cst_wave *wave, float tract, struct vocal *ret)
{
    if (!wave || wave->num_samples <= 0)
        return false;
    *ret = (struct vocal){.count = wave->num_samples, .rate = (int)((float)wave->sample_rate * tract)};
    ret->x = dsp_alloc(ret->count);
    for (int i = 0; i < ret->count; i++)
        ret->x[i] = (float)wave->samples[i] / 32768;
    take_parts(said, ret, tract);
    return true;
}

/* A smaller vocal tract is the sound of an ordinary one played faster; so it is first spoken slower and
 * lower by as much. */
static bool speak(const char *text, const struct voice_timbre *timbre, const struct prosody *prosody, uint64_t seed,
                  struct vocal *ret)
{
    cst_voice *voice = voice_of(timbre->kind);
    if (!voice)
        return false;
    float tract = (float)timbre->tract / 1000;
    float rate = (float)prosody->rate * (float)timbre->rate / 1e6f;
    srand((unsigned)seed);
    feat_set_float(voice->features, "duration_stretch", tract / rate);
    cst_utterance *said = flite_synth_text(text, voice);
    if (!said)
        return false;
    bool heard = false;
    if (feat_present(said->features, "param_track")) {
        struct melody melody = {
            .middle = kinds[timbre->kind].pitch / tract * (float)timbre->pitch * (float)prosody->pitch / 1e6f,
            .spread = (float)prosody->spread / 1000,
            .tremor = 0.09f * (float)prosody->tremor / 1000,
            .seed = seed,
        };
        rewrite_pitch(val_track(utt_feat_val(said, "param_track")), &melody);
        cst_wave *wave = vocode(said);
        heard = take_wave(said, wave, tract, ret);
        if (wave)
            delete_wave(wave);
    }
    delete_utterance(said);
    return heard;
}

bool voice_flite_is_here(void)
{
    return true;
}

static bool has_sound(const char *text)
{
    for (; *text; text++)
        if ((*text >= 'a' && *text <= 'z') || (*text >= 'A' && *text <= 'Z') || (*text >= '0' && *text <= '9'))
            return true;
    return false;
}

bool voice_flite_speak(const char *text, const struct voice_timbre *timbre, const struct prosody *prosody,
                       uint64_t seed, struct vocal *ret)
{
    if (!has_sound(text))
        return false;
    pthread_mutex_lock(&one_at_a_time);
    bool heard = speak(text, timbre, prosody, seed, ret);
    pthread_mutex_unlock(&one_at_a_time);
    return heard;
}

#else

bool voice_flite_is_here(void)
{
    return false;
}

bool voice_flite_speak(const char *text, const struct voice_timbre *timbre, const struct prosody *prosody,
                       uint64_t seed, struct vocal *ret)
{
    (void)text, (void)timbre, (void)prosody, (void)seed, (void)ret;
    return false;
}

#endif
