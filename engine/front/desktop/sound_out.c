/* sound_out.c - SDL2_mixer, at the rate our own sound is made with: nothing is converted twice, and a minute
 * of it is five megabytes and not eleven. */
#include "sound_out.h"

#if TALKDOWN_MIXER

#include "loop.h"
#include "memory.h"
#include <dlfcn.h>
#include <SDL.h>
#include <SDL_mixer.h>
#include <stdatomic.h>

enum { BUFFER_FRAMES = 512 };

/* The mixer brings twenty libraries along, which take longer to load than our first frame may: they are loaded
 * with the device, beside the frames, and a machine without them is one without sound. */
#define MIXER_LIBRARY "libSDL2_mixer-2.0.so.0"
#define CALLS(X)              \
    X(SDL_InitSubSystem)      \
    X(SDL_QuitSubSystem)      \
    X(SDL_RWFromConstMem)     \
    X(SDL_RWFromFile)         \
    X(SDL_TLSCleanup)         \
    X(Mix_OpenAudioDevice)    \
    X(Mix_AllocateChannels)   \
    X(Mix_Init)               \
    X(Mix_HaltChannel)        \
    X(Mix_CloseAudio)         \
    X(Mix_Quit)               \
    X(Mix_LoadWAV_RW)         \
    X(Mix_FreeChunk)          \
    X(Mix_FadeInChannelTimed) \
    X(Mix_FadeOutChannel)     \
    X(Mix_Volume)             \
    X(Mix_Playing)

static struct {
#define X(name) __typeof__(name) *name;
    CALLS(X)
#undef X
} sdl;

static atomic_bool open; /* the device is one for the whole program, whoever asks */

static bool find_call(void *library, const char *name, void *ret_call, size_t size)
{
    void *call = dlsym(library, name);
    memcpy(ret_call, &call, size); /* POSIX promises that this works, C has no words for it */
    return call != NULL;
}

static bool load_mixer(void)
{
    void *library = dlopen(MIXER_LIBRARY, RTLD_NOW | RTLD_LOCAL); /* stays */
    bool all = library != NULL;
#define X(name) all = all && find_call(library, #name, &sdl.name, sizeof sdl.name);
    CALLS(X)
#undef X
    return all;
}

bool sound_out_open(void)
{
    if (!load_mixer() || sdl.SDL_InitSubSystem(SDL_INIT_AUDIO) != 0)
        return false;
    if (sdl.Mix_OpenAudioDevice(LOOP_RATE, AUDIO_S16SYS, 2, BUFFER_FRAMES, NULL, 0) != 0) {
        sdl.SDL_QuitSubSystem(SDL_INIT_AUDIO);
        return false;
    }
    sdl.Mix_AllocateChannels(CHANNELS);
    sdl.Mix_Init(MIX_INIT_OGG); /* recorded lines; without it they are as if they were not there */
    open = true;
    return true;
}

void sound_out_leave_thread(void)
{
    if (sdl.SDL_TLSCleanup)
        sdl.SDL_TLSCleanup();
}

void sound_out_close(void)
{
    if (!open)
        return;
    open = false;
    sdl.Mix_HaltChannel(-1);
    sdl.Mix_CloseAudio();
    sdl.Mix_Quit();
    sdl.SDL_QuitSubSystem(SDL_INIT_AUDIO);
}

static Mix_Chunk *mix(struct sound_chunk *chunk)
{
    return (Mix_Chunk *)(void *)chunk;
}

struct sound_chunk *sound_out_make(const struct clip *clip)
{
    if (!open || clip->frames == 0)
        return NULL;
    struct arena arena;
    arena_init(&arena, &memory_std);
    td_str wav = clip_wav(&arena, clip);
    Mix_Chunk *chunk = sdl.Mix_LoadWAV_RW(sdl.SDL_RWFromConstMem(wav.ptr, (int)wav.len), 1);
    arena_finish(&arena);
    return (struct sound_chunk *)(void *)chunk;
}

struct sound_chunk *sound_out_load(const char *path, struct viseme_track *ret_lips, int *ret_ms)
{
    Mix_Chunk *chunk = open ? sdl.Mix_LoadWAV_RW(sdl.SDL_RWFromFile(path, "rb"), 1) : NULL;
    if (!chunk)
        return NULL;
    struct clip clip = {(int16_t *)(void *)chunk->abuf, (int)(chunk->alen / 4), 2, LOOP_RATE}; /* only looked at */
    viseme_from_level(&clip, ret_lips);
    *ret_ms = clip_ms(&clip);
    return (struct sound_chunk *)(void *)chunk;
}

void sound_out_free(struct sound_chunk *chunk)
{
    if (chunk && open)
        sdl.Mix_FreeChunk(mix(chunk));
}

void sound_out_play(enum sound_channel channel, struct sound_chunk *chunk, bool for_ever, int fade_ms)
{
    if (chunk && open)
        sdl.Mix_FadeInChannelTimed((int)channel, mix(chunk), for_ever ? -1 : 0, fade_ms, -1);
}

void sound_out_stop(enum sound_channel channel, int fade_ms)
{
    if (open)
        sdl.Mix_FadeOutChannel((int)channel, fade_ms);
}

void sound_out_volume(enum sound_channel channel, int permille)
{
    if (open)
        sdl.Mix_Volume((int)channel, permille * MIX_MAX_VOLUME / 1000);
}

bool sound_out_plays(enum sound_channel channel)
{
    return open && sdl.Mix_Playing((int)channel);
}

#else

bool sound_out_open(void)
{
    return false;
}

void sound_out_leave_thread(void)
{
}

void sound_out_close(void)
{
}

struct sound_chunk *sound_out_make(const struct clip *clip)
{
    (void)clip;
    return NULL;
}

struct sound_chunk *sound_out_load(const char *path, struct viseme_track *ret_lips, int *ret_ms)
{
    (void)path, (void)ret_lips, (void)ret_ms;
    return NULL;
}

void sound_out_free(struct sound_chunk *chunk)
{
    (void)chunk;
}

void sound_out_play(enum sound_channel channel, struct sound_chunk *chunk, bool for_ever, int fade_ms)
{
    (void)channel, (void)chunk, (void)for_ever, (void)fade_ms;
}

void sound_out_stop(enum sound_channel channel, int fade_ms)
{
    (void)channel, (void)fade_ms;
}

void sound_out_volume(enum sound_channel channel, int permille)
{
    (void)channel, (void)permille;
}

bool sound_out_plays(enum sound_channel channel)
{
    (void)channel;
    return false;
}

#endif
