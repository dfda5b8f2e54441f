/* bench_start.c - from the start of the process to the first picture with choices, and its peak memory: the
 * desktop going on with a play of bridge-rail, with SDL's dummy driver, software drawing and no sound.
 * Beside it, in turns with it, a bare window of SDL that is filled once.  Wall time, because that is what a learner
 * waits; and the processor time of the median, because a busy machine lies. */
#define POISON_SPARES_THE_ENVIRONMENT
#include "files.h"
#include "memory.h"

#include <ftw.h>
#include <SDL.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { RUNS = 15, LINES_KEPT = 9, WIDE = 1280, HIGH = 800 };

struct measured {
    double milliseconds, processor, megabytes;
};

/* The page before the first start has been read. */
static bool write_settings(const char *home)
{
    char path[64];
    snprintf(path, sizeof path, "%s/settings.json", home);
    return file_write(path, TD_STR("{\"format\": \"talkdown-settings-1\", \"stance\": 1000}\n"), 0600) == NULL;
}

/* The beginning of a kept play: it stands at a menu. */
static bool write_play(const char *path)
{
    const char *data = getenv("TALKDOWN_DATA");
    char kept[1024];
    struct arena a;
    td_str bytes;
    snprintf(kept, sizeof kept, "%s/scenarios/bridge-rail/plays/good.play", data ? data : ".");
    arena_init(&a, &memory_std);
    bool good = file_read(&a, kept, 1 << 20, &bytes) == NULL;
    size_t len = 0;
    for (int lines = 0; good && len < bytes.len && lines < LINES_KEPT; len++)
        lines += bytes.ptr[len] == '\n';
    good = good && file_write(path, (td_str){bytes.ptr, len}, 0600) == NULL;
    arena_finish(&a);
    return good;
}

static int bare_window(void)
{
    SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
    if (SDL_Init(SDL_INIT_VIDEO) != 0)
        return 1;
    SDL_Window *window = SDL_CreateWindow("bare", 0, 0, WIDE, HIGH, 0);
    SDL_Surface *surface = window ? SDL_GetWindowSurface(window) : NULL;
    SDL_Rect all = {0, 0, WIDE, HIGH};
    if (!surface || SDL_FillRect(surface, NULL, 0x203040) != 0)
        return 1;
    return SDL_UpdateWindowSurfaceRects(window, &all, 1); /* ends here */
}

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static double used_ms(const struct timeval *t)
{
    return (double)t->tv_sec * 1e3 + (double)t->tv_usec / 1e3;
}

/* As another process; one that does not come to its first picture ends the benchmark. */
static struct measured run(char *const arguments[])
{
    struct rusage usage;
    int status = 1;
    double start = now();
    pid_t child = fork();
    if (child == 0) {
        setenv("LD_PRELOAD", FIRST_FRAME, 1);
        execv(arguments[0], arguments);
        _exit(127);
    }
    if (child < 0 || wait4(child, &status, 0, &usage) != child || status != 0) {
        fprintf(stderr, "bench_start: %s showed no picture\n", arguments[0]);
        exit(1);
    }
    return (struct measured){now() - start, used_ms(&usage.ru_utime) + used_ms(&usage.ru_stime),
                             (double)usage.ru_maxrss / 1024};
}

static int by_time(const void *a, const void *b)
{
    double x = ((const struct measured *)a)->milliseconds, y = ((const struct measured *)b)->milliseconds;
    return x < y ? -1 : x > y;
}

static void report(const char *what, struct measured runs[RUNS], const char *target)
{
    qsort(runs, RUNS, sizeof *runs, by_time);
    printf("%-38s %6.1f %6.1f %6.1f ms %6.1f ms %6.1f MB   %s\n", what, runs[0].milliseconds,
           runs[RUNS / 2].milliseconds, runs[RUNS - 1].milliseconds, runs[RUNS / 2].processor, runs[RUNS / 2].megabytes,
           target);
}

static void measure(const char *home, char *play)
{
    char program[] = PROGRAM, verb[] = "play", scenario[] = "bridge-rail", resume[] = "--resume";
    char self[] = "/proc/self/exe", nothing_else[] = "bare";
    struct measured ours[RUNS], bare[RUNS];
    setenv("SDL_VIDEODRIVER", "dummy", 1);
    setenv("SDL_AUDIODRIVER", "dummy", 1);
    setenv("TALKDOWN_HOME", home, 1);
    for (int i = 0; i < RUNS; i++) {
        ours[i] = run((char *[]){program, verb, scenario, resume, play, NULL});
        bare[i] = run((char *[]){self, nothing_else, NULL});
    }
    printf("%-38s %6s %6s %6s %12s %7s\n", "start to the first picture, wall time", "min", "median", "max", "processor",
           "peak");
    report("bridge-rail, its choices on the screen", ours, "target: under 60 ms, under 64 MB");
    report("a bare window of SDL", bare, "(19 ms, 16 MB where the target was set)");
}

static int remove_one(const char *path, const struct stat *about, int flag, struct FTW *at)
{
    (void)about;
    (void)flag;
    (void)at;
    return remove(path);
}

int main(int argc, char **argv)
{
    (void)argv;
    char home[] = "/tmp/talkdown-bench-XXXXXX", play[64];
    if (argc > 1)
        return bare_window();
    if (mkdtemp(home) == NULL)
        return 1;
    snprintf(play, sizeof play, "%s/begun.play", home);
    bool written = write_settings(home) && write_play(play);
    if (written)
        measure(home, play);
    nftw(home, remove_one, 8, FTW_DEPTH | FTW_PHYS);
    return written ? 0 : 1;
}
