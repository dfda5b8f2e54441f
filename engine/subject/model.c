/* model.c - questions asked of a table of coefficients. */
#include "acts.h"
#include "hash.h"

struct span {
    int32_t worst, best;
};

static struct span span_at(const struct model *model, int stage)
{
    struct span span = {model->m[0][stage], model->m[0][stage]};
    for (int act = 1; act < ACT_COUNT; act++) {
        int32_t m = model->m[act][stage];
        span.worst = m < span.worst ? m : span.worst;
        span.best = m > span.best ? m : span.best;
    }
    return span;
}

int32_t model_best(const struct model *model, int stage)
{
    return span_at(model, stage).best;
}

int32_t model_fit(const struct model *model, enum act act, int stage)
{
    struct span span = span_at(model, stage);
    if (span.best == span.worst) /* a table in which nothing matters: everything fits */
        return 1000;
    return 1000 * (model->m[act][stage] - span.worst) / (span.best - span.worst);
}

static uint64_t hash_shorts(uint64_t h, const int16_t *values, int count)
{
    for (int i = 0; i < count; i++)
        h = hash_u64(h, (uint64_t)values[i]);
    return h;
}

uint64_t model_hash(const struct model *model)
{
    uint64_t h = hash_u64(HASH_START, (uint64_t)model->version);
    for (int act = 0; act < ACT_COUNT; act++) {
        h = hash_shorts(h, model->m[act], STAGE_COUNT);
        h = hash_shorts(h, model->weight[act], CHANNEL_COUNT);
        h = hash_shorts(h, &model->ceiling[act], 1);
        h = hash_shorts(h, &model->habit[act], 1);
        h = hash_u64(h, model->class[act]);
    }
    return hash_finish(hash_shorts(h, model->gain, CHANNEL_COUNT));
}
