/* bench_frame.c - frames of an animated person in a place at 1920 x 1080, one thread: the whole left-hand
 * side of the encounter, weather included; and what painting a place for the first time takes.
 * Targets: 99th percentile of a frame under 16.6 ms; the person's box under 9 ms. */
#include "memory.h"
#include "motion.h"
#include "tableau.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { WIDE = 1920, HIGH = 1080, FRAMES = 240 };

static double milliseconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static int by_size(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return x < y ? -1 : x > y;
}

/* The person's box on the picture, a little generous. */
static struct raster_box box_of(const struct person_identity *who, const struct person_state *state, enum setting place)
{
    struct place_view view = {.width = 720 * WIDE / HIGH, .ms = state->ms};
    struct person_pose pose = person_pose(who, state);
    struct person_box box = person_bounds(who, &pose);
    struct pt stand = place_stand(place, &view);
    double scale = HIGH / 720.0 / 256.0, person = scale * PLACE_SCALE / 1000.0;
    struct raster_box out = {(int)(stand.x * scale + box.x * person), (int)(stand.y * scale + box.y * person),
                             (int)(stand.x * scale + (box.x + box.width) * person), HIGH};
    out.x0 = out.x0 < 0 ? 0 : out.x0;
    out.y0 = out.y0 < 0 ? 0 : out.y0;
    out.x1 = out.x1 > WIDE ? WIDE : out.x1;
    return out;
}

/* Agitation goes up and down through all bands while the frames are counted. */
static void frames(enum setting place, bool only_box, struct raster_pixels pixels, double times[FRAMES])
{
    struct person_identity who = person_identity_default();
    who.wet = place == SETTING_BRIDGE ? 900 : 0;
    struct person_state target = {.distance_cm = 220, .seed = 3, .stance = place_stance(place)};
    struct person_motion motion;
    struct tableau *tableau = tableau_create();
    struct tableau_scene scene = {.who = &who, .state = &motion.shown, .place = place};
    person_motion_start(&motion, &target);
    double start = milliseconds();
    tableau_prepare(tableau, WIDE, HIGH, &scene);
    double prepared = milliseconds() - start;
    for (int i = 0; i < FRAMES; i++) {
        target.agitation = i * 1000 / FRAMES;
        person_motion_step(&motion, &target, 16);
        start = milliseconds();
        if (only_box)
            tableau_draw_box(tableau, pixels, box_of(&who, &motion.shown, place), &scene);
        else
            tableau_draw(tableau, pixels, &scene);
        times[i] = milliseconds() - start;
    }
    tableau_destroy(tableau);
    qsort(times, FRAMES, sizeof *times, by_size);
    printf("  %-18s %-8s %6.1f %6.1f %6.1f   first %5.0f\n", place_name(place), only_box ? "box" : "whole",
           times[FRAMES / 2], times[FRAMES * 99 / 100], times[FRAMES - 1], prepared);
}

int main(void)
{
    static double times[FRAMES];
    struct raster_pixels pixels = {memory_std.resize(memory_std.context, NULL, (size_t)WIDE * HIGH * 4), WIDE, HIGH,
                                   WIDE};
    printf("frame: a person in a place at 1920 x 1080, one thread; ms of processor time\n");
    printf("  %-18s %-8s %6s %6s %6s   (target: 99th percentile 16.6, box 9)\n", "place", "drawn", "50th", "99th",
           "most");
    static const enum setting places[] = {SETTING_BRIDGE, SETTING_HOSPITAL};
    for (int i = 0; i < 2; i++) {
        frames(places[i], false, pixels, times);
        frames(places[i], true, pixels, times);
    }
    memory_std.resize(memory_std.context, pixels.data, 0);
    return 0;
}
