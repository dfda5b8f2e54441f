/* group_window.c - events of two windows in, what changed out.  The projector's window only shows: a key that is
 * pressed there is the instructor's, but for F11, which fills the projector with it. */
#include "group_window.h"

#include "clock.h"
#include "desk_sound.h"
#include "group_aloud.h"
#include "window_key.h"
#include "window_surface.h"
#include <SDL.h>
#include <stdio.h>

enum { FRAME_MS = 33, TICK_MS = 250, WIDE = 1280, HIGH = 720, LEAST_WIDE = 640, LEAST_HIGH = 480 };

/* One window, and whose sight is in it. */
struct pane {
    SDL_Window *window; /* NULL: none */
    struct sight *sight;
    struct window_surface size;
    bool redraw;
};

struct group_window {
    struct group_desk desk;
    struct pane here, screen;
    struct settings *settings;
    struct desk_sound *sound;
    struct group_aloud aloud; /* of the first window: a projector reads nothing aloud */
    int64_t ticked_ms, moved_ms, move_at;
    bool quit;
    Uint32 woken; /* the event of something new from another thread */
};

static void wake(void *context)
{
    const struct group_window *w = context;
    SDL_Event event;
    memset(&event, 0, sizeof event);
    event.type = w->woken;
    SDL_PushEvent(&event);
}

/* --- drawing ------------------------------------------------------------------------------------------------ */

static void fit(struct pane *pane)
{
    pane->size = window_surface_of(pane->window);
    pane->redraw = true;
}

static void draw(struct pane *pane, struct raster_box box)
{
    window_surface_draw(pane->window, box, pane->sight->canvas, &pane->sight->ui);
}

/* Where somebody moves: on the projector what is said covers the rest. */
static bool moving_box(const struct group_window *w, const struct pane *pane, struct raster_box *ret)
{
    enum { SEEN = 60 }; /* percent of the width */
    struct ui_rect live;
    if (w->settings->less_motion || !pane->sight->moving || !sight_scene(pane->sight, &live) || live.x < 0 ||
        live.y < 0 || live.x + live.w > pane->size.width || live.y + live.h > pane->size.height)
        return false;
    *ret = (struct raster_box){live.x, live.y, live.x + live.w, live.y + live.h};
    if (pane == &w->screen)
        ret->x1 = live.x + live.w * SEEN / 100;
    return true;
}

static void read_aloud(struct group_window *w)
{
    if (!w->settings->self_voicing)
        return;
    td_str text = group_aloud_next(&w->aloud, w->here.sight, &w->here.sight->frame);
    if (text.len > 0)
        sound_read(w->sound->sound, text, w->desk.library->lang, true);
}

/* As in an encounter: F3 reads everything aloud, and again ends that. */
static void switch_voice(struct group_window *w)
{
    struct library *library = w->desk.library;
    w->settings->self_voicing = !w->settings->self_voicing;
    settings_write(&w->here.sight->frame, library->home, w->settings);
    desk_sound_obey(w->sound, w->settings);
    w->aloud.begun = false;
    w->here.sight->stale = true;
}

static void frame(struct group_window *w, struct pane *pane, uint32_t ms, bool moves)
{
    struct raster_box live;
    if (!pane->window)
        return;
    if (moves)
        sight_move(pane->sight, ms, false, pane == &w->here, w->settings->less_motion);
    if (pane->sight->stale || pane->redraw) {
        sight_layout(pane->sight, pane->size.width, pane->size.height);
        draw(pane, (struct raster_box){0, 0, pane->size.width, pane->size.height});
        pane->redraw = false;
        if (pane == &w->here)
            read_aloud(w);
    } else if (moves && moving_box(w, pane, &live)) {
        draw(pane, live);
    }
}

/* On a machine that is busy people move less often; what is typed is answered all the same. */
static void frames(struct group_window *w, int64_t now)
{
    enum { SHARE = 4 };
    const bool moves = now >= w->move_at;
    frame(w, &w->here, (uint32_t)(now - w->moved_ms), moves);
    frame(w, &w->screen, (uint32_t)(now - w->moved_ms), moves);
    if (!moves)
        return;
    const int64_t cost = clock_ms() - now;
    w->moved_ms = now;
    w->move_at = now + (cost * SHARE > FRAME_MS ? cost * SHARE : FRAME_MS);
}

/* --- the second window ---------------------------------------------------------------------------------------- */

static void full_screen(struct pane *pane)
{
    const bool on = (SDL_GetWindowFlags(pane->window) & SDL_WINDOW_FULLSCREEN_DESKTOP) != 0;
    SDL_SetWindowFullscreen(pane->window, on ? 0 : SDL_WINDOW_FULLSCREEN_DESKTOP);
    fit(pane);
}

/* The display that was asked for; else any other than ours; -1: there is none. */
static int projector_of(const struct group_window *w)
{
    const int wanted = w->desk.wish.display, count = SDL_GetNumVideoDisplays();
    if (wanted > 0 && wanted <= count)
        return wanted - 1;
    if (wanted > 0)
        sight_tell(w->here.sight, "group.no-display");
    return count > 1 ? 1 - (SDL_GetWindowDisplayIndex(w->here.window) > 0) : -1;
}

/* On the projector at once where there is one, else beside the first.  Nobody's own window is covered. */
static void open_screen(struct group_window *w)
{
    char title[64];
    const int other = projector_of(w);
    const bool there = other >= 0;
    const int at = there ? (int)SDL_WINDOWPOS_CENTERED_DISPLAY(other) : (int)SDL_WINDOWPOS_UNDEFINED;
    td_str name = words_get(w->desk.screen_words.words, TD_STR("web.screen.title"));
    snprintf(title, sizeof title, "%.*s", (int)name.len, name.ptr);
    w->screen = (struct pane){.sight = &w->desk.screen};
    w->screen.window = SDL_CreateWindow(title, at, at, WIDE, HIGH, SDL_WINDOW_RESIZABLE | SDL_WINDOW_ALLOW_HIGHDPI);
    if (!w->screen.window)
        return;
    SDL_SetWindowMinimumSize(w->screen.window, LEAST_WIDE, LEAST_HIGH);
    if (there && other != SDL_GetWindowDisplayIndex(w->here.window))
        SDL_SetWindowFullscreen(w->screen.window, SDL_WINDOW_FULLSCREEN_DESKTOP);
    fit(&w->screen);
}

static void close_screen(struct group_window *w)
{
    if (w->screen.window)
        SDL_DestroyWindow(w->screen.window);
    w->screen = (struct pane){0};
}

static void follow_screen(struct group_window *w)
{
    if (w->desk.projecting && !w->screen.window)
        open_screen(w);
    else if (!w->desk.projecting && w->screen.window)
        close_screen(w);
}

static void do_it(struct group_window *w, const struct seats_request *request)
{
    if (request->wish == SEATS_PROJECT && w->desk.projecting)
        close_screen(w); /* before what it shows is gone */
    group_desk_do(&w->desk, request);
    follow_screen(w);
}

/* --- events ----------------------------------------------------------------------------------------------------- */

static struct pane *pane_of(struct group_window *w, Uint32 id)
{
    return w->screen.window && SDL_GetWindowID(w->screen.window) == id ? &w->screen : &w->here;
}

static void scroll(struct group_window *w, int notches)
{
    struct sight *sight = w->here.sight;
    int x, y;
    SDL_GetMouseState(&x, &y);
    x = (int)((float)x * w->here.size.mouse_x);
    y = (int)((float)y * w->here.size.mouse_y);
    if (!seats_wheel(&sight->app, &sight->ui, x, y, notches) && sight->ui.scroll_count > 0) {
        struct ui_rect view = sight->ui.scrolls[0].view;
        seats_wheel(&sight->app, &sight->ui, view.x, view.y, notches);
    }
    sight->stale = true;
}

static void press(struct group_window *w, int key)
{
    struct sight *sight = w->here.sight;
    const struct seats_request r = seats_press(&sight->app, &sight->model, &sight->ui, key);
    sight->stale = true;
    do_it(w, &r);
}

static void key_down(struct group_window *w, const SDL_KeyboardEvent *event)
{
    struct sight *sight = w->here.sight;
    const int key = window_key(&event->keysym);
    const bool typing = seats_types(&sight->app);
    if (event->keysym.sym == SDLK_F11) {
        full_screen(pane_of(w, event->windowID));
    } else if (event->keysym.sym == SDLK_F3) {
        switch_voice(w);
    } else if (event->keysym.sym == SDLK_PAGEUP || event->keysym.sym == SDLK_PAGEDOWN) {
        scroll(w, event->keysym.sym == SDLK_PAGEUP ? 6 : -6);
    } else if (key && (!typing || key < ' ') && !(event->repeat && key >= ' ')) {
        press(w, key);
    }
}

/* A pad moves and presses as in an encounter; its other buttons are the learner's own keys, where a face has them.
 * While something is typed they would be letters. */
static void pad_down(struct group_window *w, const SDL_ControllerButtonEvent *event)
{
    const int key = window_pad_key(event->button, &w->settings->keys);
    if (key && (!seats_types(&w->here.sight->app) || key < ' '))
        press(w, key);
}

static void mouse(struct group_window *w, const SDL_Event *event)
{
    struct sight *sight = w->here.sight;
    if (event->type == SDL_MOUSEMOTION && pane_of(w, event->motion.windowID) == &w->here) {
        int x = (int)((float)event->motion.x * w->here.size.mouse_x),
            y = (int)((float)event->motion.y * w->here.size.mouse_y);
        sight->stale = seats_hover(&sight->app, &sight->ui, x, y) || sight->stale;
    } else if (event->type == SDL_MOUSEBUTTONDOWN && event->button.button == SDL_BUTTON_LEFT &&
               pane_of(w, event->button.windowID) == &w->here) {
        const struct seats_request r =
            seats_click(&sight->app, &sight->model, &sight->ui, (int)((float)event->button.x * w->here.size.mouse_x),
                        (int)((float)event->button.y * w->here.size.mouse_y));
        do_it(w, &r);
    } else if (event->type == SDL_MOUSEWHEEL) {
        scroll(w, event->wheel.y);
    }
}

static void window_event(struct group_window *w, const SDL_WindowEvent *event)
{
    struct pane *pane = pane_of(w, event->windowID);
    if (event->event == SDL_WINDOWEVENT_SIZE_CHANGED)
        fit(pane);
    if (event->event == SDL_WINDOWEVENT_EXPOSED)
        pane->redraw = true;
    if (event->event != SDL_WINDOWEVENT_CLOSE)
        return;
    if (pane == &w->screen) {
        const struct seats_request r = {.wish = SEATS_PROJECT};
        do_it(w, &r);
    } else {
        w->quit = true;
    }
}

static void handle(struct group_window *w, const SDL_Event *event)
{
    switch (event->type) {
    case SDL_QUIT: w->quit = true; return;
    case SDL_WINDOWEVENT: window_event(w, &event->window); return;
    case SDL_KEYDOWN: key_down(w, &event->key); return;
    case SDL_TEXTINPUT:
        seats_typed(&w->here.sight->app, str_of(event->text.text));
        w->here.sight->stale = true;
        return;
    case SDL_MOUSEMOTION:
    case SDL_MOUSEBUTTONDOWN:
    case SDL_MOUSEWHEEL: mouse(w, event); return;
    case SDL_CONTROLLERDEVICEADDED: SDL_GameControllerOpen(event->cdevice.which); return; /* open until the end */
    case SDL_CONTROLLERBUTTONDOWN: pad_down(w, &event->cbutton); return;
    default: return;
    }
}

/* --- the loop ------------------------------------------------------------------------------------------------------ */

/* Clocks on both screens go on by themselves. */
static void tick(struct group_window *w, int64_t now)
{
    if (now - w->ticked_ms < TICK_MS)
        return;
    w->ticked_ms = now;
    if (seats_ticks(&w->here.sight->model))
        w->here.sight->stale = true;
    if (w->screen.window && seats_ticks(&w->screen.sight->model))
        w->screen.sight->stale = true;
}

static void follow_typing(const struct group_window *w)
{
    if (seats_types(&w->here.sight->app))
        SDL_StartTextInput();
    else
        SDL_StopTextInput();
}

static int wait_ms(const struct group_window *w)
{
    const bool alive = w->here.sight->moving || (w->screen.window && w->screen.sight->moving);
    const int64_t left = w->move_at - clock_ms();
    if (w->here.sight->stale || (w->screen.window && w->screen.sight->stale))
        return 1;
    if (!alive || w->settings->less_motion)
        return TICK_MS;
    return left < 1 ? 1 : left < TICK_MS ? (int)left : TICK_MS;
}

static void one_round(struct group_window *w)
{
    SDL_Event event;
    const int64_t now = clock_ms();
    group_desk_take(&w->desk);
    tick(w, now);
    sound_tick(w->sound->sound, now);
    frames(w, now);
    if (!SDL_WaitEventTimeout(&event, wait_ms(w)))
        return;
    handle(w, &event);
    follow_typing(w);
    while (!w->here.sight->stale && SDL_PollEvent(&event)) /* what was clicked is laid out before the next click */
        handle(w, &event);
    follow_typing(w);
}

bool group_window_run(const struct group_frame *frame, const struct group_wish *wish, bool *ret_quit)
{
    struct group_window *w = SDL_calloc(1, sizeof *w);
    w->settings = frame->settings;
    w->sound = frame->sound;
    w->woken = SDL_RegisterEvents(1);
    group_desk_open(&w->desk, frame->library, frame->settings, frame->canvas, wish, wake, w);
    desk_sound_obey(w->sound, w->settings);
    w->here = (struct pane){.window = frame->window, .sight = &w->desk.here};
    fit(&w->here);
    w->moved_ms = clock_ms();
    while (!w->quit && !w->desk.over)
        one_round(w);
    close_screen(w);
    *ret_quit = w->quit;
    const bool whole = group_desk_close(&w->desk);
    canvas_person(frame->canvas, NULL);
    SDL_StopTextInput();
    SDL_free(w);
    return whole;
}
