/* pictures.c - the tableau, seven times, as PNG. */
#include "pictures.h"

static const struct {
    const char *path;
    int32_t agitation, despair, recovery;
} rows[PICTURES] = {
    {"/person/calm.png", 100, 0, 0},        {"/person/anxious.png", 300, 0, 0}, {"/person/agitated.png", 500, 0, 0},
    {"/person/hostile.png", 700, 0, 0},     {"/person/crisis.png", 900, 0, 0},  {"/person/despair.png", 350, 1000, 0},
    {"/person/recovery.png", 120, 0, 1000},
};

#if TALKDOWN_CAIRO
#include "motion.h"
#include "people.h"
#include "tableau.h"
#include <cairo.h>

enum { TALKING_CM = 220, WIDTH = 960, HEIGHT = 540, SEED = 7, MS = 2300, BLINKS = 20, A_BLINK = 250 };

static cairo_status_t keep_bytes(void *closure, const unsigned char *data, unsigned int length)
{
    w_str(closure, (td_str){(const char *)data, length});
    return CAIRO_STATUS_SUCCESS;
}

static struct person_state state_of(int i, const td_scenario *scenario, enum setting place)
{
    struct person_state state = {
        .agitation = rows[i].agitation,
        .despair = rows[i].despair,
        .recovery = rows[i].recovery,
        .distance_cm = scenario->start_distance > 0 ? scenario->start_distance : TALKING_CM,
        .stance = place_stance(place),
        .seed = SEED,
        .ms = MS,
        .still = true,
    };
    person_state_settle(&state);
    return state;
}

/* A picture is not taken in the middle of a blink. */
static void open_eyes(const struct person_identity *who, struct person_state *state)
{
    for (int i = 0; i < BLINKS && person_pose(who, state).blink > 0; i++) {
        state->ms += A_BLINK;
        person_state_settle(state);
    }
}

static td_str paint(struct tableau *tableau, struct arena *arena, const struct tableau_scene *scene)
{
    struct writer png;
    writer_init(&png, arena);
    cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
    cairo_surface_flush(surface);
    struct raster_pixels pixels = {(uint32_t *)(void *)cairo_image_surface_get_data(surface), WIDTH, HEIGHT,
                                   cairo_image_surface_get_stride(surface) / 4};
    tableau_draw(tableau, pixels, scene);
    cairo_surface_mark_dirty(surface);
    (void)cairo_surface_write_to_png_stream(surface, keep_bytes, &png);
    cairo_surface_destroy(surface);
    return writer_str(&png);
}

void pictures_paint(struct library *library, const td_scenario *scenario, struct arena *arena,
                    struct picture ret[PICTURES])
{
    struct person_identity who;
    enum setting place = SETTING_BRIDGE;
    const bool known = people_read(library, arena_cstr(arena, scenario->identity), &who);
    place_find(place_names[scenario->place], &place);
    struct tableau *tableau = tableau_create();
    for (int i = 0; i < PICTURES; i++) {
        struct person_state state = state_of(i, scenario, place);
        struct tableau_scene scene = {.who = known ? &who : NULL, .state = &state, .place = place};
        if (known)
            open_eyes(&who, &state);
        ret[i] = (struct picture){rows[i].path, paint(tableau, arena, &scene)};
    }
    tableau_destroy(tableau);
}
#else
void pictures_paint(struct library *library, const td_scenario *scenario, struct arena *arena,
                    struct picture ret[PICTURES])
{
    (void)library;
    (void)scenario;
    (void)arena;
    for (int i = 0; i < PICTURES; i++)
        ret[i] = (struct picture){.path = rows[i].path};
}
#endif
