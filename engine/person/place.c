/* place.c - the table of places, and how a scene is fitted into a picture of any width: the person
 * stands a quarter of the width from the left and the scene is laid round that point. */
#include "place.h"

#include "scenery.h"

static const struct place_painter *const painters[SETTING_COUNT] = {
    [SETTING_BRIDGE] = &painter_bridge,       [SETTING_HOSPITAL] = &painter_hospital,
    [SETTING_SCHOOL] = &painter_school,       [SETTING_SHELTER] = &painter_shelter,
    [SETTING_STAIRWELL] = &painter_stairwell, [SETTING_BUS] = &painter_bus,
    [SETTING_BENEFITS] = &painter_benefits,   [SETTING_CALLS] = &painter_calls,
};

#define STAND_X 320

static int32_t stand_x(const struct place_view *view)
{
    int32_t least = view->width / 2 < 250 ? view->width / 2 : 250; /* on a narrow picture */
    return view->width / 4 > least ? view->width / 4 : least;
}

bool place_find(td_str name, enum setting *ret)
{
    for (int i = 0; i < SETTING_COUNT; i++) {
        if (!str_is(name, painters[i]->name))
            continue;
        *ret = (enum setting)i;
        return true;
    }
    return false;
}

const char *place_name(enum setting place)
{
    return painters[place]->name;
}

static void enter_scene(struct pen *pen, const struct place_view *view)
{
    pen_save(pen);
    pen_translate(pen, PEN_U(stand_x(view) - STAND_X), 0);
}

void place_draw_back(struct pen *pen, enum setting place, const struct place_view *view)
{
    enter_scene(pen, view);
    painters[place]->back(pen);
    pen_restore(pen);
}

void place_draw_fore(struct pen *pen, enum setting place, const struct place_view *view)
{
    if (!painters[place]->fore)
        return;
    enter_scene(pen, view);
    painters[place]->fore(pen);
    pen_restore(pen);
}

void place_draw_back_live(struct pen *pen, enum setting place, const struct place_view *view)
{
    if (!painters[place]->back_live)
        return;
    enter_scene(pen, view);
    painters[place]->back_live(pen, view);
    pen_restore(pen);
}

void place_draw_fore_live(struct pen *pen, enum setting place, const struct place_view *view)
{
    if (!painters[place]->fore_live)
        return;
    enter_scene(pen, view);
    painters[place]->fore_live(pen, view);
    pen_restore(pen);
}

bool place_is_live(enum setting place)
{
    return painters[place]->back_live || painters[place]->fore_live;
}

struct light place_light(enum setting place, const struct place_view *view)
{
    return painters[place]->light(view);
}

struct pt place_stand(enum setting place, const struct place_view *view)
{
    (void)place;
    return (struct pt){PEN_U(stand_x(view)), PEN_U(HORIZON)};
}

enum person_stance place_stance(enum setting place)
{
    return painters[place]->stance;
}
