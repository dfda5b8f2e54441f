/* vocal_rest.c - where somebody is silent while they speak: long rests in despair, hardly any in a
 * quarrel, and catches of the breath where speech breaks. */
#include "vocal.h"

#include "dsp.h"
#include "memory.h"
#include "rng.h"

enum { LEAD_MS = 30, TAIL_MS = 60, REST_MOST_MS = 2200, CATCH_MS = 90, FADE_MS = 6 };

struct cut {
    const struct vocal *from;
    struct vocal to;
    int room;
};

static int samples(const struct vocal *v, int ms)
{
    return (int)((int64_t)v->rate * ms / 1000);
}

static float *room_for(struct cut *c, int count)
{
    if (c->to.count + count > c->room) {
        c->room = 2 * (c->to.count + count);
        c->to.x = memory_std.resize(memory_std.context, c->to.x, (size_t)c->room * sizeof(float));
    }
    float *at = c->to.x + c->to.count;
    c->to.count += count;
    return at;
}

/* The last samples so far fade out, so that silence does not begin with a click. */
static void fade_end(struct cut *c)
{
    int fade = samples(c->from, FADE_MS);
    if (!c->to.x || fade >= c->to.count)
        return;
    for (int i = 0; i < fade; i++)
        c->to.x[c->to.count - 1 - i] *= (float)i / (float)fade;
}

static void put_silence(struct cut *c, int count)
{
    fade_end(c);
    memset(room_for(c, count), 0, (size_t)count * sizeof(float));
}

static void put_sound(struct cut *c, int from, int count, bool fade_in)
{
    float *at = room_for(c, count);
    int fade = fade_in ? samples(c->from, FADE_MS) : 0;
    for (int i = 0; i < count; i++)
        at[i] = c->from->x[from + i] * (i < fade ? (float)i / (float)fade : 1);
}

static void put_part(struct cut *c, const struct vocal_part *part, int begin, bool word_end)
{
    struct vocal_part *next = &c->to.parts[c->to.part_count++];
    *next = *part;
    next->word_end = word_end;
    next->from = begin;
    next->to = c->to.count;
}

static bool is_rest(const struct vocal_part *part)
{
    return strcmp(part->phone, "pau") == 0;
}

static int rest_length(const struct cut *c, int index, const struct prosody *prosody)
{
    const struct vocal *v = c->from;
    const struct vocal_part *part = &v->parts[index];
    if (index == 0)
        return samples(v, LEAD_MS);
    if (index == v->part_count - 1)
        return samples(v, TAIL_MS);
    int64_t wanted = (int64_t)(part->to - part->from) * prosody->pause / 1000;
    return wanted < samples(v, REST_MOST_MS) ? (int)wanted : samples(v, REST_MOST_MS);
}

static void put_rest(struct cut *c, int index, const struct prosody *prosody)
{
    int begin = c->to.count;
    put_silence(c, rest_length(c, index, prosody));
    put_part(c, &c->from->parts[index], begin, false);
}

static void put_catch(struct cut *c, uint32_t luck)
{
    static const struct vocal_part silence = {.phone = "pau"};
    int begin = c->to.count;
    put_silence(c, samples(c->from, CATCH_MS + (int)(luck % 80)));
    put_part(c, &silence, begin, false);
}

/* The sound at index; true if silence follows that was not there before. */
static bool put_spoken(struct cut *c, int index, const struct prosody *prosody, uint64_t seed, bool fade_in)
{
    const struct vocal *v = c->from;
    const struct vocal_part *part = &v->parts[index];
    int begin = c->to.count;
    put_sound(c, part->from, part->to - part->from, fade_in);
    put_part(c, part, begin, part->word_end);
    bool inner = index + 1 < v->part_count && !is_rest(&v->parts[index + 1]);
    uint32_t luck = rng_pick(seed, (uint64_t)index, 1000);
    if (!part->word_end || !inner || luck >= (uint32_t)(prosody->broken > 0 ? prosody->broken : 0))
        return false;
    put_catch(c, luck);
    return true;
}

void vocal_rest(struct vocal *vocal, const struct prosody *prosody, uint64_t seed)
{
    if (vocal->part_count == 0)
        return;
    struct cut c = {.from = vocal, .to = {.rate = vocal->rate}};
    c.to.parts = memory_std.resize(memory_std.context, NULL, 2 * (size_t)vocal->part_count * sizeof *vocal->parts);
    room_for(&c, vocal->count);
    c.to.count = 0;
    bool after_silence = true;
    for (int i = 0; i < vocal->part_count; i++) {
        if (is_rest(&vocal->parts[i])) {
            put_rest(&c, i, prosody);
            after_silence = true;
        } else {
            after_silence = put_spoken(&c, i, prosody, seed, after_silence);
        }
    }
    vocal_finish(vocal);
    *vocal = c.to;
}
