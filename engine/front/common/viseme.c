/* viseme.c - phones, loudness or letters into the shapes of a mouth. */
#include "viseme.h"

#include "dsp.h"
#include "fix.h"
#include "memory.h"
#include <math.h>

enum { LEVEL_STEP_MS = 40, LETTER_MS = 70 };

void viseme_finish(struct viseme_track *track)
{
    memory_std.resize(memory_std.context, track->at, 0);
    *track = (struct viseme_track){0};
}

void viseme_add(struct viseme_track *track, int32_t ms, int32_t open, int32_t round)
{
    if (track->count == track->room) {
        track->room = track->room ? 2 * track->room : 64;
        track->at = memory_std.resize(memory_std.context, track->at, (size_t)track->room * sizeof *track->at);
    }
    track->at[track->count++] = (struct viseme){ms, (int16_t)clamp32(open, 0, 1000), (int16_t)clamp32(round, 0, 1000)};
    track->ms = ms;
}

void viseme_phone(const char *phone, int32_t *ret_open, int32_t *ret_round)
{
    static const struct {
        const char *phones;
        int16_t open, round;
    } shapes[] = {
        {",pau,ssil,sil,", 0, 0},
        {",m,p,b,", 0, 100},
        {",f,v,", 90, 0},
        {",aa,ae,ay,aw,", 900, 80},
        {",ah,ax,eh,ey,er,axr,", 560, 60},
        {",ao,oy,ow,", 640, 700},
        {",uw,uh,w,", 280, 950},
        {",iy,ih,y,ix,", 300, 0},
        {",s,z,t,d,n,l,th,dh,k,g,ng,hh,", 180, 40},
        {",r,sh,zh,ch,jh,", 200, 420},
    };
    *ret_open = 220;
    *ret_round = 0;
    size_t len = strlen(phone);
    for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++)
        for (const char *at = strstr(shapes[i].phones, phone); at && len > 0 && phone[0] != ',';
             at = strstr(at + 1, phone))
            if (at[-1] == ',' && at[len] == ',') {
                *ret_open = shapes[i].open;
                *ret_round = shapes[i].round;
                return;
            }
}

void viseme_from_level(const struct clip *clip, struct viseme_track *ret)
{
    int step = clip->rate * LEVEL_STEP_MS / 1000;
    float *x = dsp_alloc(clip->frames), most = 0.01f;
    dsp_take(clip, 0, x);
    for (int i = 0; i + step <= clip->frames; i += step)
        most = fmaxf(most, dsp_rms(x + i, step));
    for (int i = 0; i + step <= clip->frames; i += step) {
        float share = dsp_rms(x + i, step) / most;
        viseme_add(ret, i / step * LEVEL_STEP_MS, (int32_t)(850 * sqrtf(share > 0.06f ? share : 0)), 120);
    }
    viseme_add(ret, clip_ms(clip) + 1, 0, 0);
    dsp_free(x);
}

/* Letters are near enough: what opens the mouth, what rounds it, what shuts it. */
static void letter_shape(uint32_t code, int32_t *ret_open, int32_t *ret_round)
{
    static const char *const as_phone[26] = {"aa", "b",  "k", "d", "eh", "f", "g", "hh", "ih", "jh", "k", "l",  "m",
                                             "n",  "ow", "p", "k", "r",  "s", "t", "uw", "v",  "w",  "k", "iy", "z"};
    uint32_t lower = code | 0x20;
    viseme_phone(lower >= 'a' && lower <= 'z' ? as_phone[lower - 'a']
                 : code >= 0xc0               ? "ah"
                                              : "pau",
                 ret_open, ret_round);
}

void viseme_from_text(td_str spoken, int32_t rate, struct viseme_track *ret)
{
    int32_t step = LETTER_MS * 1000 / clamp32(rate, 300, 3000), ms = 0;
    while (spoken.len > 0) {
        uint32_t code = utf8_next(&spoken);
        int32_t open, round;
        letter_shape(code, &open, &round);
        viseme_add(ret, ms, open, round);
        bool rest = code == '.' || code == ',' || code == '?' || code == '!' || code == 0x2026;
        ms += rest ? 5 * step : step;
    }
    viseme_add(ret, ms, 0, 0);
}

void viseme_at(const struct viseme_track *track, int32_t ms, int32_t *ret_open, int32_t *ret_round)
{
    *ret_open = *ret_round = 0;
    if (track->count < 2 || ms < track->at[0].ms || ms >= track->ms)
        return;
    int low = 0, high = track->count - 1;
    while (high - low > 1) {
        int middle = (low + high) / 2;
        if (track->at[middle].ms <= ms)
            low = middle;
        else
            high = middle;
    }
    const struct viseme *a = &track->at[low], *b = &track->at[high];
    int32_t span = b->ms > a->ms ? b->ms - a->ms : 1, in = clamp32(ms - a->ms, 0, span);
    *ret_open = a->open + (b->open - a->open) * in / span;
    *ret_round = a->round + (b->round - a->round) * in / span;
}
