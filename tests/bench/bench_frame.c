/* bench_frame.c - the desktop at 1920 x 1080 on one thread: its first frame, the frames of an encounter as the
 * window draws them, what a decision costs, the debrief's making, and the memory of all that; then frames of an
 * animated person in a place alone, weather included, and what painting a place for the first time takes.
 * Targets: first frame 60 ms; 99th percentile of a frame 16.6 ms; the person's box 9 ms; 64 MB. */
#include "memory.h"
#include "motion.h"
#if TALKDOWN_DESKTOP
#include "desk_parts.h"
#include "player.h"
#endif
#include "tableau.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
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

#if TALKDOWN_DESKTOP
static void row(const char *what, double value, double most, const char *target)
{
    printf("  %-44s %6.1f %6.1f   (target: %s)\n", what, value, most, target);
}

static void draw(struct desk *d, struct raster_pixels pixels, struct raster_box box)
{
    if (d->stale)
        desk_layout(d, WIDE, HIGH);
    canvas_draw(d->canvas, pixels, box, &d->ui);
}

/* As window.c does it: the part in which the person and the weather move. */
static void live_frames(struct desk *d, struct raster_pixels pixels, double times[FRAMES])
{
    struct raster_box live = {0, 0, WIDE * 469 / 1000, HIGH};
    for (int i = 0; i < FRAMES; i++) {
        double start = milliseconds();
        desk_move_person(d, 16, false);
        draw(d, pixels, live);
        times[i] = milliseconds() - start;
    }
    qsort(times, FRAMES, sizeof *times, by_size);
    row("a frame of the encounter, ms: 99th, most", times[FRAMES * 99 / 100], times[FRAMES - 1], "16.6");
}

/* To the end of the play: the command, the layout, all of the window. */
static void decisions(struct desk *d, struct raster_pixels pixels)
{
    double sum = 0, most = 0;
    int count = 0;
    for (bool goes_on = true; goes_on && d->view.phase == PHASE_TALK; count += goes_on) {
        struct command c = desk_picked(
            d->play.tale.scenario, player_choose(PLAYER_with_errors, play_session(d->play.play), d->play.tale.texts));
        double start = milliseconds();
        d->app.sheet = SHEET_NONE;
        goes_on = desk_command(d, &c);
        draw(d, pixels, (struct raster_box){0, 0, WIDE, HIGH});
        double took = milliseconds() - start;
        sum += took;
        most = took > most ? took : most;
    }
    row("a decision and its picture, ms: mean, most", sum / (count > 0 ? count : 1), most, "33, two frames");
}

static void the_desktop(struct raster_pixels pixels, double times[FRAMES])
{
    struct library library;
    struct settings settings = settings_unset();
    struct desk *d = calloc(1, sizeof *d);
    struct raster_box all = {0, 0, WIDE, HIGH};
    struct rusage usage;
    memory_settle();
    settings.stance = STANCE_VERSION;
    double start = milliseconds();
    if (!library_open("en", NULL, &library) || !desk_open(d, &library, &settings))
        exit(1);
    d->keeping = KEEP_NOT;
    d->seed = 7;
    canvas_hurry(d->canvas, true);
    draw(d, pixels, all);
    row("the first frame, ms, all loading included", milliseconds() - start, milliseconds() - start, "60");
    canvas_hurry(d->canvas, false);
    draw(d, pixels, all);
    desk_start(d, "bridge-rail");
    desk_begin(d);
    desk_picks(d, &(struct command){.id_count = 0});
    d->app.sheet = SHEET_NONE;
    d->stale = true;
    draw(d, pixels, all);
    live_frames(d, pixels, times);
    decisions(d, pixels);
    start = milliseconds();
    desk_debrief(d);
    double built = milliseconds() - start;
    draw(d, pixels, all);
    row("the debrief, ms: made, and with its picture", built, milliseconds() - start, "16.6");
    getrusage(RUSAGE_SELF, &usage);
    row("memory at its most, MB, without sound", (double)usage.ru_maxrss / 1024, (double)usage.ru_maxrss / 1024, "64");
    desk_close(d);
    library_close(&library);
    free(d);
}
#endif

int main(void)
{
    static double times[FRAMES];
    struct raster_pixels pixels = {memory_std.resize(memory_std.context, NULL, (size_t)WIDE * HIGH * 4), WIDE, HIGH,
                                   WIDE};
#if TALKDOWN_DESKTOP
    printf("desktop: at 1920 x 1080, one thread; processor time\n");
    the_desktop(pixels, times);
#endif
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
