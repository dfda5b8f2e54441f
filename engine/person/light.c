/* light.c - albedo times light. */
#include "light.h"

static uint32_t lit_channel(pen_rgba albedo, int shift, int32_t factor)
{
    int32_t value = (int32_t)((albedo >> shift) & 255u) * factor / 1000;
    return (uint32_t)(value > 255 ? 255 : value < 0 ? 0 : value) << shift;
}

pen_rgba light_tone(const struct light *light, pen_rgba albedo, int32_t level)
{
    uint32_t r = lit_channel(albedo, 24, mix(light->shade[0], light->lit[0], level));
    uint32_t g = lit_channel(albedo, 16, mix(light->shade[1], light->lit[1], level));
    uint32_t b = lit_channel(albedo, 8, mix(light->shade[2], light->lit[2], level));
    return r | g | b | (albedo & 255u);
}

struct light light_studio(void)
{
    return (struct light){
        .lit = {1040, 1020, 990},
        .shade = {520, 520, 580},
        .key_x = -620,
        .key_y = -640,
        .rim = 0xdfe8f0a0,
        .rim_side = 1,
        .ground = 0x10182060,
    };
}
