/* test_gamepad.c - the real window, driven by a pad that SDL makes out of nothing: from the content note to
 * lines that are chosen and a play that is kept. */
#include "clock.h"
#include "memory.h"
#include "window.h"
#include <pthread.h>
#include <SDL.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

enum { PATIENCE_MS = 60000, PRESS_MS = 40, LINES_WANTED = 4 };

struct player {
    char home[64], file[96];
    SDL_Joystick *pad;
    int chosen, silences, presses;
};

static int count_in(const char *path, const char *word)
{
    struct arena arena;
    td_str bytes, all;
    int count = 0;
    arena_init(&arena, &memory_std);
    if (!file_read(&arena, path, 1 << 20, &all))
        for (bytes = all; bytes.len > 0;) {
            const char *line = arena_cstr(&arena, str_line(&bytes));
            count += strstr(line, word) != NULL;
        }
    arena_finish(&arena);
    return count;
}

static void press(struct player *p, int button)
{
    SDL_JoystickSetVirtualButton(p->pad, button, 1);
    SDL_Delay(PRESS_MS);
    SDL_JoystickSetVirtualButton(p->pad, button, 0);
    SDL_Delay(PRESS_MS);
    p->presses++;
}

static bool attach(struct player *p, int64_t end)
{
    while (!SDL_WasInit(SDL_INIT_GAMECONTROLLER) && clock_ms() < end)
        SDL_Delay(20);
    int index = SDL_JoystickAttachVirtual(SDL_JOYSTICK_TYPE_GAMECONTROLLER, SDL_CONTROLLER_AXIS_MAX,
                                          SDL_CONTROLLER_BUTTON_MAX, 1);
    p->pad = index >= 0 ? SDL_JoystickOpen(index) : NULL;
    return p->pad != NULL;
}

/* Past the content note and the briefing: A does the next thing on every page. */
static void begin(struct player *p, int64_t end)
{
    while (count_in(p->file, " begin") == 0 && clock_ms() < end)
        press(p, SDL_CONTROLLER_BUTTON_A);
}

/* Down and A is a line; X is silence; B closes what a question opened, or what it opened itself. */
static void *play(void *context)
{
    static const int steps[] = {SDL_CONTROLLER_BUTTON_A,         SDL_CONTROLLER_BUTTON_DPAD_DOWN,
                                SDL_CONTROLLER_BUTTON_A,         SDL_CONTROLLER_BUTTON_X,
                                SDL_CONTROLLER_BUTTON_B,         SDL_CONTROLLER_BUTTON_B,
                                SDL_CONTROLLER_BUTTON_DPAD_DOWN, SDL_CONTROLLER_BUTTON_A};
    struct player *p = context;
    int64_t end = clock_ms() + PATIENCE_MS;
    SDL_Event quit = {.type = SDL_QUIT};
    if (attach(p, end)) {
        begin(p, end);
        for (int i = 0; (p->chosen < LINES_WANTED || p->silences == 0) && clock_ms() < end; i++) {
            press(p, steps[i % (int)(sizeof steps / sizeof *steps)]);
            p->chosen = count_in(p->file, " choose ");
            p->silences = count_in(p->file, " pause ");
        }
    }
    SDL_PushEvent(&quit);
    return NULL;
}

static void an_encounter_is_played_with_a_gamepad_alone(void **state)
{
    (void)state;
    struct player p = {.chosen = 0};
    struct library library;
    struct settings settings = settings_unset();
    char command[128];
    pthread_t thread;
    snprintf(p.home, sizeof p.home, "/tmp/pad-XXXXXX");
    assert_non_null(mkdtemp(p.home));
    snprintf(p.file, sizeof p.file, "%s/pad.play", p.home);
    setenv("TALKDOWN_HOME", p.home, 1);
    setenv("SDL_VIDEODRIVER", "dummy", 1);
    setenv("SDL_AUDIODRIVER", "dummy", 1);
    setenv("SDL_JOYSTICK_ALLOW_BACKGROUND_EVENTS", "1", 1); /* a window without a desktop never has the focus */
    settings.stance = STANCE_VERSION;
    assert_true(library_open("en", NULL, &library));
    const struct window_wish wish = {.scenario = "bridge-rail", .save = p.file, .seed = 7};
    assert_int_equal(pthread_create(&thread, NULL, play, &p), 0);
    int status = window_run(&library, &settings, &wish);
    pthread_join(thread, NULL);
    library_close(&library);
    snprintf(command, sizeof command, "rm -rf %s", p.home);
    assert_int_equal(system(command), 0); /* NOLINT(cert-env33-c): a folder of our own making */
    assert_int_equal(status, 0);
    assert_true(p.chosen >= LINES_WANTED);
    assert_true(p.silences >= 1);
}

int main(void)
{
    cmocka_set_message_output(CM_OUTPUT_TAP);
    const struct CMUnitTest tests[] = {cmocka_unit_test(an_encounter_is_played_with_a_gamepad_alone)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
