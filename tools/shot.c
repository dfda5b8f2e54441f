/* shot.c - the verb `shot SCREEN -o F.png`: a screen drawn without a display.
 * What a test can compare, an author can look at.  A screen is one row of the table below: its name
 * and the function that fills the pixels. */
#include "files.h"
#include "library.h"
#include "memory.h"
#include "motion.h"
#include "people.h"
#include "tableau.h"
#include "verbs.h"
#if TALKDOWN_DESKTOP
#include "snapshot.h"
#endif
#if TALKDOWN_DESKTOP && TALKDOWN_GROUP
#include "group_snapshot.h"
#endif

#include <cairo.h>
#include <string.h>

struct shot {
    const char *out;
    int width, height; /* 0: the screen's own size */
    const char *identity;
    enum person_manner manner;
    int place; /* -1: in the studio */
    int agitation;
    int despair, recovery;
    int distance;
    int contact, turned;
    bool sit;
    int ms;
    const char *screen, *scenario, *commands, *mode;
    bool tree;
    int theme, text_size;
    bool agitated; /* --agitation was given */
};

struct screen {
    const char *name;
    int width, height;
    /* Fills all of pixels; false: the reader has been told why not. */
    bool (*draw)(const struct shot *shot, struct library *library, struct raster_pixels pixels);
};

/* ---- person ---- */

static struct person_state state_of(const struct shot *shot)
{
    struct person_state state = {
        .agitation = shot->agitation,
        .manner = shot->manner,
        .despair = shot->despair,
        .recovery = shot->recovery,
        .contact = shot->contact,
        .turned = shot->turned,
        .sit = shot->sit ? 1000 : 0,
        .distance_cm = shot->distance,
        .seed = 7,
        .ms = (uint32_t)shot->ms,
    };
    return state;
}

/* A picture is not taken in the middle of a blink. */
static void open_eyes(const struct person_identity *who, struct person_state *state)
{
    person_state_settle(state);
    for (int i = 0; i < 20 && person_pose(who, state).blink > 0; i++) {
        state->ms += 250;
        person_state_settle(state);
    }
}

static bool draw_person(const struct shot *shot, struct library *library, struct raster_pixels pixels)
{
    struct person_identity who;
    if (!people_read(library, shot->identity, &who))
        return false;
    struct person_state state = state_of(shot);
    struct tableau_scene scene = {.who = &who, .state = &state, .studio = shot->place < 0};
    if (!scene.studio) {
        scene.place = (enum setting)shot->place;
        state.stance = place_stance(scene.place);
    }
    open_eyes(&who, &state);
    struct tableau *tableau = tableau_create();
    tableau_draw(tableau, pixels, &scene);
    tableau_destroy(tableau);
    return true;
}

static bool draw_place(const struct shot *shot, struct library *library, struct raster_pixels pixels)
{
    (void)library;
    struct person_state nobody = {.ms = (uint32_t)shot->ms};
    struct tableau_scene scene = {.state = &nobody,
                                  .place = shot->place < 0 ? SETTING_BRIDGE : (enum setting)shot->place};
    struct tableau *tableau = tableau_create();
    tableau_draw(tableau, pixels, &scene);
    tableau_destroy(tableau);
    return true;
}

/* ---- the screens of the desktop ---- */

#if TALKDOWN_DESKTOP
static bool draw_screen(const struct shot *shot, struct library *library, struct raster_pixels pixels)
{
    const struct snapshot wish = {
        .screen = shot->screen,
        .scenario = shot->scenario,
        .commands = shot->commands,
        .mode = shot->mode,
        .text_size = shot->text_size,
        .contrast = shot->theme == 1,
        .agitation = shot->agitated ? shot->agitation : -1,
        .tree = shot->tree,
    };
#if TALKDOWN_GROUP
    if (group_snapshot_knows(shot->screen))
        return group_snapshot_take(library, &wish, pixels);
#endif
    return snapshot_take(library, &wish, pixels);
}
#endif

static const struct screen screens[] = {
    {"person", 640, 720, draw_person},
    {"place", 1280, 720, draw_place},
#if TALKDOWN_DESKTOP
    {"*", 1280, 720, draw_screen},
#endif
};

enum { SCREENS = sizeof screens / sizeof *screens };

/* ---- the file ---- */

static cairo_status_t keep_bytes(void *closure, const unsigned char *data, unsigned int length)
{
    struct writer *out = closure;
    w_str(out, (td_str){(const char *)data, length});
    return CAIRO_STATUS_SUCCESS;
}

static bool write_png(struct library *library, const char *path, cairo_surface_t *surface)
{
    struct writer png;
    writer_init(&png, &library->arena);
    file_fault fault = "error.unwritable";
    if (cairo_surface_write_to_png_stream(surface, keep_bytes, &png) == CAIRO_STATUS_SUCCESS)
        fault = file_write(path, writer_str(&png), 0644);
    if (!fault)
        return true;
    struct word_arg args[] = {ARG_TEXT("path", str_of(path))};
    library_say(library, true, fault, args, 1);
    return false;
}

static bool take(const struct screen *screen, const struct shot *shot, struct library *library)
{
    int width = shot->width ? shot->width : screen->width, height = shot->height ? shot->height : screen->height;
    cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height);
    cairo_surface_flush(surface);
    struct raster_pixels pixels = {(uint32_t *)(void *)cairo_image_surface_get_data(surface), width, height,
                                   cairo_image_surface_get_stride(surface) / 4};
    bool good = screen->draw(shot, library, pixels);
    cairo_surface_mark_dirty(surface);
    good = good && (!shot->out || write_png(library, shot->out, surface));
    cairo_surface_destroy(surface);
    return good;
}

/* ---- the command line ---- */

/* "1280x720", each from 64 to 4096. */
static bool parse_size(const char *text, struct shot *shot)
{
    const char *cross = strchr(text, 'x');
    int64_t width, height;
    if (!cross || !str_int((td_str){text, (size_t)(cross - text)}, 64, 4096, &width) ||
        !str_int(str_of(cross + 1), 64, 4096, &height))
        return false;
    shot->width = (int)width;
    shot->height = (int)height;
    return true;
}

static int misused(struct cli *cli, const char *id, const char *typed)
{
    struct cli_fill fills[] = {{"typed", typed}, {"option", typed}};
    return cli_misused(cli, id, fills, 2);
}

static const struct screen *find_screen(const char *name)
{
    for (int i = 0; i < SCREENS; i++)
        if (strcmp(screens[i].name, name) == 0)
            return &screens[i];
#if TALKDOWN_DESKTOP
    if (snapshot_knows(name))
        return &screens[SCREENS - 1];
#endif
#if TALKDOWN_DESKTOP && TALKDOWN_GROUP
    if (group_snapshot_knows(name))
        return &screens[SCREENS - 1];
#endif
    return NULL;
}

static const char *const profiles[] = {
    "default",     "reactive-expressive",    "suicidal-despair", "paranoid-psychosis",
    "intoxicated", "instrumental-proactive", "grief-trauma"};
enum { PROFILES = sizeof profiles / sizeof *profiles };

static void ask_person(struct cli *cli, struct shot *shot)
{
    static const char *const states[] = {"plain", "despair", "recovery"};
    shot->identity = cli_option(cli, "identity");
    shot->identity = shot->identity ? shot->identity : "daniel";
    person_manner_find(str_of(profiles[cli_choice(cli, "profile", profiles, PROFILES, 0)]), &shot->manner);
    const char *places[SETTING_COUNT];
    for (int i = 0; i < SETTING_COUNT; i++)
        places[i] = place_name((enum setting)i);
    shot->place = cli_choice(cli, "place", places, SETTING_COUNT, -1);
    int asked = (int)cli_int(cli, "agitation", 0, 1000, -1);
    shot->agitated = asked >= 0;
    shot->agitation = asked >= 0 ? asked : 300;
    int state = cli_choice(cli, "state", states, 3, 0);
    shot->despair = state == 1 ? 1000 : 0;
    shot->recovery = state == 2 ? 1000 : 0;
    shot->distance = (int)cli_int(cli, "distance", 60, 900, 220);
    shot->contact = (int)cli_int(cli, "contact", -1000, 1000, 0);
    shot->turned = (int)cli_int(cli, "turned", -1000, 1000, 0);
    shot->sit = cli_flag(cli, "sit");
    shot->ms = (int)cli_int(cli, "ms", 0, 86400000, 2300);
}

static void ask_screen(struct cli *cli, struct shot *shot)
{
    static const char *const themes[] = {"default", "high-contrast"};
    static const char *const modes[] = {"guided", "practice", "assessment"};
    shot->scenario = cli_option(cli, "scenario");
    shot->commands = cli_option(cli, "commands");
    shot->tree = cli_flag(cli, "tree");
    shot->mode = modes[cli_choice(cli, "mode", modes, 3, 1)];
    shot->theme = cli_choice(cli, "theme", themes, 2, 0);
    shot->text_size = (int)cli_int(cli, "text-size", 100, 200, 100);
}

int verb_shot(struct cli *cli)
{
    struct shot shot = {0};
    const char *size = cli_option(cli, "size");
    const char *lang = cli_option(cli, "lang");
    shot.out = cli_option(cli, "o");
    ask_person(cli, &shot);
    ask_screen(cli, &shot);
    if (!cli_done(cli, 1, 1))
        return CLI_USAGE;
    const struct screen *screen = find_screen(cli->argv[0]);
    if (!screen)
        return misused(cli, "shot.no-screen", cli->argv[0]);
    shot.screen = cli->argv[0];
    if (!shot.out && !shot.tree)
        return misused(cli, "cli.needs-value", "-o");
    if (size && !parse_size(size, &shot))
        return misused(cli, "shot.not-a-size", size);
    struct library library;
    if (!library_open(lang, NULL, &library))
        return CLI_NO;
    bool good = take(screen, &shot, &library);
    library_close(&library);
    return good ? CLI_OK : CLI_NO;
}
