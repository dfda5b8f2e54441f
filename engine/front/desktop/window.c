/* window.c - events in, what changed out.  The place and the person are drawn every frame while an
 * encounter runs; everything else only when something happened. */
#include "window.h"

#include "aloud.h"
#include "cli.h"
#include "clock.h"
#include "desk.h"
#include "desk_sound.h"
#include "environment.h"
#include "memory.h"
#include "window_key.h"
#include "window_surface.h"
#if TALKDOWN_GROUP
#include "group_window.h"
#endif
#include <SDL.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <time.h>

enum { FRAME_MS = 16, WIDE = 1280, HIGH = 720, LEAST_WIDE = 640, LEAST_HIGH = 480, HOLD_MS = 1200, HOLD_MOST_S = 120 };

struct window {
    struct desk desk;
    struct desk_sound sound;
    SDL_Window *window;
    SDL_GameController *pad;
    struct window_surface size;
    int64_t last_ms, space_since;
    bool redraw, redraw_whole; /* whole: with pictures that are not painted yet */
    struct aloud aloud;
    int64_t frames, slowest_us, started_ms;
    clock_t live_cpu; /* what the frames of an encounter cost */
    int64_t live_frames;
    bool ready;  /* sound and gamepads have been asked for */
    int display; /* for the projector of a group: from 1; 0: any other than ours */
    bool lost;   /* decisions of a group are not on the disk */
    bool report; /* TALKDOWN_FRAMES is set: figures at the end */
    int32_t times[4096];
};

bool window_possible(void)
{
    struct stat in;
    bool fed = fstat(0, &in) == 0 && (S_ISFIFO(in.st_mode) || (S_ISREG(in.st_mode) && in.st_size > 0));
    bool display = environment("DISPLAY") || environment("WAYLAND_DISPLAY") || environment("SDL_VIDEODRIVER");
    return display && !fed;
}

/* --- where the window was --------------------------------------------------------------------------------- */

struct remembered {
    int x, y, w, h;
};

static const char *place_file(struct window *w)
{
    struct library *l = w->desk.library;
    return l->home ? path_join(&l->arena, l->home, "window") : NULL;
}

static struct remembered read_place(struct window *w)
{
    struct remembered r = {SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED, WIDE, HIGH};
    const char *path = place_file(w);
    td_str bytes;
    int64_t n[4];
    if (!path || file_read(&w->desk.library->arena, path, 200, &bytes))
        return r;
    bytes = str_line(&bytes);
    for (int i = 0; i < 4; i++)
        if (!str_int(str_word(&bytes), i < 2 ? -20000 : LEAST_HIGH, 20000, &n[i]))
            return r;
    return (struct remembered){(int)n[0], (int)n[1], (int)n[2], (int)n[3]};
}

static void write_place(struct window *w)
{
    struct writer text;
    int n[4];
    const char *path = place_file(w);
    if (!path || w->desk.settings->full_screen || folder_make(w->desk.library->home, 0700))
        return;
    SDL_GetWindowPosition(w->window, &n[0], &n[1]);
    SDL_GetWindowSize(w->window, &n[2], &n[3]);
    writer_init(&text, &w->desk.library->arena);
    for (int i = 0; i < 4; i++) {
        if (i)
            w_char(&text, ' ');
        w_int(&text, n[i]);
    }
    w_char(&text, '\n');
    file_write(path, writer_str(&text), 0600);
}

/* --- drawing ------------------------------------------------------------------------------------------------ */

static bool is_live(const struct window *w)
{
    const struct ui_app *app = &w->desk.app;
    bool in_sight = app->sheet == SHEET_NONE || app->sheet == SHEET_PROMPT; /* a question is about who is there */
    return (app->screen == SCREEN_ENCOUNTER && in_sight && w->desk.plays) ||
           (app->screen == SCREEN_WATCH && w->desk.watch);
}

/* The part of the window in which the person and the weather move. */
static struct raster_box live_box(const struct window *w)
{
    return (struct raster_box){0, 0, ui_scene_width(&w->desk.ui), w->size.height};
}

static void draw(struct window *w, struct raster_box box)
{
    window_surface_draw(w->window, box, w->desk.canvas, &w->desk.ui);
}

static void fit(struct window *w)
{
    w->size = window_surface_of(w->window);
    w->redraw = true;
}

/* --- reading aloud ------------------------------------------------------------------------------------------- */

static void read_aloud(struct window *w)
{
    if (!w->desk.settings->self_voicing || !w->sound.sound)
        return;
    td_str text = aloud_next(&w->aloud, &w->desk, &w->desk.frame);
    if (text.len > 0)
        sound_read(w->sound.sound, text, w->desk.library->lang, true);
}

/* --- one frame -------------------------------------------------------------------------------------------------- */

static void note_time(struct window *w, int64_t from)
{
    int64_t us = (int64_t)SDL_GetPerformanceCounter() - from;
    us = us * 1000000 / (int64_t)SDL_GetPerformanceFrequency();
    w->times[w->frames % 4096] = (int32_t)us;
    w->frames++;
    w->slowest_us = us > w->slowest_us ? us : w->slowest_us;
}

static void frame(struct window *w)
{
    int64_t now = clock_ms(), from = (int64_t)SDL_GetPerformanceCounter();
    bool live = is_live(w);
    if (live)
        desk_move_person(&w->desk, (uint32_t)(now - w->last_ms), false);
    desk_sound_tick(&w->sound, &w->desk, now);
    w->last_ms = now;
    if (w->desk.stale || w->redraw) {
        desk_layout(&w->desk, w->size.width, w->size.height);
        canvas_hurry(w->desk.canvas, !w->redraw_whole);
        draw(w, (struct raster_box){0, 0, w->size.width, w->size.height});
        w->redraw = w->redraw_whole = !canvas_is_whole(w->desk.canvas);
        read_aloud(w);
        if (ui_types(&w->desk.app))
            SDL_StartTextInput();
        else
            SDL_StopTextInput();
        if (w->frames == 0 && w->report)
            fprintf(stderr, "first frame after %d ms, %d ms of one core\n", /* not shown: a measurement */
                    (int)(clock_ms() - w->started_ms), (int)(clock() * 1000 / CLOCKS_PER_SEC));
    } else if (live && !w->desk.settings->less_motion) {
        clock_t before = clock();
        draw(w, live_box(w));
        w->live_cpu += clock() - before;
        w->live_frames++;
    } else {
        return;
    }
    note_time(w, from);
}

/* --- events ----------------------------------------------------------------------------------------------------- */

static void full_screen(struct window *w, bool on)
{
    w->desk.settings->full_screen = on;
    w->desk.app.settings[SET_full_screen] = on;
    SDL_SetWindowFullscreen(w->window, on ? SDL_WINDOW_FULLSCREEN_DESKTOP : 0);
    fit(w);
}

static void scroll(struct window *w, int notches)
{
    struct ui *ui = &w->desk.ui;
    int x, y;
    SDL_GetMouseState(&x, &y);
    x = (int)((float)x * w->size.mouse_x);
    y = (int)((float)y * w->size.mouse_y);
    bool moved = ui_wheel(&w->desk.app, ui, x, y, notches);
    for (int i = ui->scroll_count - 1; i >= 0 && !moved; i--) {
        struct ui_rect view = ui->scrolls[i].view;
        moved = ui_wheel(&w->desk.app, ui, view.x, view.y, notches);
    }
    w->desk.stale = true;
}

static void use(struct window *w, struct ui_action action)
{
    struct ui_request r = ui_use(&w->desk.app, &w->desk.model, &w->desk.frame, action);
    desk_do(&w->desk, &r);
}

static bool is_silence(const struct window *w, int key)
{
    char own = w->desk.app.keys.of[USE_silence];
    return key == own && w->desk.app.screen == SCREEN_ENCOUNTER && is_live(w) && ui_by_key(&w->desk.ui, own);
}

static void silence_begins(struct window *w)
{
    w->space_since = clock_ms();
    w->desk.app.silent = w->desk.settings->press_silence;
    w->desk.stale = true;
}

/* Short: the usual ten seconds.  Else as long as it was. */
static void silence_ends(struct window *w)
{
    int64_t held = w->space_since ? clock_ms() - w->space_since : 0;
    bool counts = w->space_since != 0;
    w->space_since = 0;
    w->desk.app.silent = false;
    w->desk.stale = true;
    if (!counts || !is_live(w))
        return;
    if (held < HOLD_MS)
        held = 0;
    else if (held < PAUSE_MS_MIN)
        held = PAUSE_MS_MIN;
    if (held > HOLD_MOST_S * 1000)
        held = HOLD_MOST_S * 1000;
    use(w, (struct ui_action){DEED_SILENCE, (int32_t)held / 1000 * 1000, 0});
}

/* Held from here to its release; or, for who cannot hold a key, from one press to the next. */
static void silence_key(struct window *w)
{
    if (w->space_since && w->desk.settings->press_silence)
        silence_ends(w);
    else
        silence_begins(w);
}

static void key_up(struct window *w, int key)
{
    if (key == w->desk.app.keys.of[USE_silence] && w->space_since && !w->desk.settings->press_silence)
        silence_ends(w);
}

static void key_down(struct window *w, const SDL_KeyboardEvent *event)
{
    int key = window_key(&event->keysym);
    bool typing = ui_types(&w->desk.app);
    if (event->keysym.sym == SDLK_F11) {
        full_screen(w, !w->desk.settings->full_screen);
    } else if (event->keysym.sym == SDLK_F3) {
        int on = !w->desk.settings->self_voicing;
        use(w, (struct ui_action){DEED_SETTING, SET_self_voicing, on});
        w->aloud.begun = false;
    } else if (event->keysym.sym == SDLK_PAGEUP || event->keysym.sym == SDLK_PAGEDOWN) {
        scroll(w, event->keysym.sym == SDLK_PAGEUP ? 6 : -6);
    } else if (is_silence(w, key)) {
        if (!event->repeat)
            silence_key(w);
    } else if (key && w->desk.app.silent) {
        silence_ends(w);
    } else if (key && (!typing || key < ' ') && !(event->repeat && (key >= ' ' || key == KEY_ENTER))) {
        desk_key(&w->desk, key);
    }
}

/* Silence can be held on a pad as on a key. */
static void pad(struct window *w, const SDL_ControllerButtonEvent *event)
{
    int key = window_pad_key(event->button, &w->desk.app.keys);
    bool down = event->type == SDL_CONTROLLERBUTTONDOWN;
    if (!down)
        key_up(w, key);
    else if (is_silence(w, key))
        silence_key(w);
    else
        desk_key(&w->desk, key);
}

static void window_event(struct window *w, const SDL_WindowEvent *event)
{
    if (event->event == SDL_WINDOWEVENT_SIZE_CHANGED)
        fit(w);
    if (event->event == SDL_WINDOWEVENT_EXPOSED)
        w->redraw = true;
}

static void click(struct window *w, int x, int y)
{
    const struct ui_node *node = ui_at(&w->desk.ui, x, y);
    if (w->desk.app.silent)
        silence_ends(w); /* whatever is clicked, speaking begins again */
    else if (node && node->action.kind == DEED_SILENCE && w->desk.settings->press_silence)
        silence_begins(w);
    else
        desk_click(&w->desk, x, y);
}

static void mouse(struct window *w, const SDL_Event *event)
{
    if (event->type == SDL_MOUSEMOTION) {
        int x = (int)((float)event->motion.x * w->size.mouse_x), y = (int)((float)event->motion.y * w->size.mouse_y);
        w->desk.stale = ui_hover(&w->desk.app, &w->desk.ui, x, y) || w->desk.stale;
    } else if (event->type == SDL_MOUSEBUTTONDOWN && event->button.button == SDL_BUTTON_LEFT) {
        click(w, (int)((float)event->button.x * w->size.mouse_x), (int)((float)event->button.y * w->size.mouse_y));
    } else if (event->type == SDL_MOUSEWHEEL) {
        scroll(w, event->wheel.y);
    }
}

static void handle(struct window *w, const SDL_Event *event)
{
    switch (event->type) {
    case SDL_QUIT: w->desk.quit = true; return;
    case SDL_WINDOWEVENT: window_event(w, &event->window); return;
    case SDL_KEYDOWN: key_down(w, &event->key); break;
    case SDL_KEYUP: key_up(w, window_key(&event->key.keysym)); return;
    case SDL_TEXTINPUT:
        ui_typed(&w->desk.app, str_of(event->text.text));
        w->desk.stale = true;
        return;
    case SDL_MOUSEMOTION:
    case SDL_MOUSEBUTTONDOWN:
    case SDL_MOUSEWHEEL: mouse(w, event); break;
    case SDL_CONTROLLERDEVICEADDED:
        if (!w->pad)
            w->pad = SDL_GameControllerOpen(event->cdevice.which);
        return;
    case SDL_CONTROLLERBUTTONDOWN:
    case SDL_CONTROLLERBUTTONUP: pad(w, &event->cbutton); break;
    default: return;
    }
    bool full = w->desk.app.settings[SET_full_screen] != 0;
    if (full != ((SDL_GetWindowFlags(w->window) & SDL_WINDOW_FULLSCREEN_DESKTOP) != 0))
        full_screen(w, full);
}

/* --- from the first frame to the last ------------------------------------------------------------------------------ */

static bool open_window(struct window *w)
{
    SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
    SDL_SetHint(SDL_HINT_APP_NAME, "Talkdown"); /* not shown: what the desktop files it under */
    SDL_SetHint(SDL_HINT_VIDEO_X11_NET_WM_BYPASS_COMPOSITOR, "0");
    SDL_SetHint(SDL_HINT_NO_SIGNAL_HANDLERS, "0");
    if (SDL_Init(SDL_INIT_VIDEO) != 0)
        return false;
    struct remembered at = read_place(w);
    char title[64];
    td_str name = words_get(w->desk.library->words, TD_STR("app.name"));
    snprintf(title, sizeof title, "%.*s", (int)name.len, name.ptr);
    w->window = SDL_CreateWindow(title, at.x, at.y, at.w, at.h, SDL_WINDOW_RESIZABLE | SDL_WINDOW_ALLOW_HIGHDPI);
    if (!w->window)
        return false;
    SDL_SetWindowMinimumSize(w->window, LEAST_WIDE, LEAST_HIGH);
    if (w->desk.settings->full_screen)
        SDL_SetWindowFullscreen(w->window, SDL_WINDOW_FULLSCREEN_DESKTOP);
    fit(w);
    return true;
}

/* Until the next frame is due, if nothing is done before. */
static int wait_ms(const struct window *w)
{
    int64_t spent = clock_ms() - w->last_ms;
    if (is_live(w) || desk_sound_busy(&w->sound))
        return spent < FRAME_MS ? (int)(FRAME_MS - spent) : 0;
    return w->redraw ? 0 : 200;
}

/* After the first frame: asking for gamepads and for sound takes its time. */
static void ready(struct window *w)
{
    if (w->ready)
        return;
    SDL_InitSubSystem(SDL_INIT_GAMECONTROLLER);
    desk_sound_open(&w->sound);
    w->ready = true;
}

/* A session with others has the window until it is left. */
#if TALKDOWN_GROUP
static void group_session(struct window *w, const struct window_wish *wish)
{
    bool quit = false;
    struct desk *d = &w->desk;
    const struct group_wish group = {.url = wish->join,
                                     .code = wish->join_code,
                                     .name = wish->join_name,
                                     .role = wish->join_role,
                                     .cards = d->cards,
                                     .card_count = d->model.card_count,
                                     .languages = d->languages,
                                     .language_codes = d->language_codes,
                                     .language_count = d->model.language_count,
                                     .language = d->model.language,
                                     .display = w->display};
    d->group = false;
    ready(w);
    const struct group_frame frame = {w->window, d->library, d->settings, d->canvas, &w->sound};
    w->lost = !group_window_run(&frame, &group, &quit) || w->lost;
    d->app.settings[SET_self_voicing] = d->settings->self_voicing;
    w->aloud.begun = false;
    d->quit = d->quit || quit || wish->join;
    fit(w);
    d->stale = true;
}
#else
static void group_session(struct window *w, const struct window_wish *wish)
{
    (void)wish;
    w->desk.group = false;
}
#endif

static void loop(struct window *w)
{
    SDL_Event event;
    w->last_ms = clock_ms();
    while (!w->desk.quit) {
        if (w->desk.group)
            group_session(w, &(struct window_wish){0});
        frame(w);
        ready(w);
        int wait = wait_ms(w);
        if (!SDL_WaitEventTimeout(&event, wait > 0 ? wait : 1))
            continue;
        handle(w, &event);
        while (!w->desk.stale && SDL_PollEvent(&event)) /* what was clicked is laid out before the next click */
            handle(w, &event);
    }
}

static int by_size(const void *a, const void *b)
{
    return *(const int32_t *)a - *(const int32_t *)b;
}

static void report(struct window *w)
{
    size_t count = (size_t)(w->frames < 4096 ? w->frames : 4096);
    if (!w->report || count == 0)
        return;
    qsort(w->times, count, sizeof *w->times, by_size);
    if (w->live_frames > 0)
        fprintf(stderr, "a moving frame costs %d us of one core\n", /* not shown: a measurement */
                (int)(w->live_cpu * 1000000 / CLOCKS_PER_SEC / w->live_frames));
    fprintf(stderr, "frames %d, median %d us, 99th %d us, slowest %d us\n", /* not shown: a measurement */
            (int)w->frames, (int)w->times[count / 2], (int)w->times[count * 99 / 100], (int)w->slowest_us);
}

static void begin_with(struct window *w, const struct window_wish *wish)
{
    if (wish->save)
        w->desk.save = wish->save;
    w->desk.seed = wish->seed;
    if (wish->resume)
        desk_resume(&w->desk, wish->resume_file);
    else if (wish->scenario && w->desk.settings->stance >= STANCE_VERSION)
        desk_start(&w->desk, wish->scenario);
}

int window_run(struct library *library, struct settings *settings, const struct window_wish *wish)
{
    memory_settle();
    struct window *w = memory_std.resize(memory_std.context, NULL, sizeof *w);
    memset(w, 0, sizeof *w);
    w->started_ms = clock_ms();
    w->display = wish->display;
    w->report = environment("TALKDOWN_FRAMES") != NULL;
    bool readable = desk_open(&w->desk, library, settings), opened = readable && open_window(w);
    if (wish->broken)
        desk_notice(&w->desk, "settings.broken", "file", wish->broken);
    if (opened) {
        begin_with(w, wish);
        if (wish->join)
            group_session(w, wish);
        loop(w);
        write_place(w);
    } else {
        readable ? (void)fprintf(stderr, "%s\n", SDL_GetError())
                 : library_say(library, true, "desk.no-typeface", NULL, 0);
    }
    desk_sound_close(&w->sound);
    bool safe = desk_close(&w->desk);
    report(w);
    if (w->window)
        SDL_DestroyWindow(w->window);
    SDL_Quit();
    const bool lost = w->lost;
    memory_std.resize(memory_std.context, w, 0);
    return opened && safe && !lost ? CLI_OK : CLI_NO;
}
