/* room_debrief.c - when the group's debrief is made: once, as the talks are over. */
#include "group_debrief.h"

void debrief_open(struct wire_room *room)
{
    debrief_close(room);
    for (int team = 0; team < room->setup.teams; team++)
        room->teams[team].review = review_build(room, team);
}

void debrief_close(struct wire_room *room)
{
    for (int team = 0; team < room->setup.teams; team++) {
        review_destroy(room->teams[team].review);
        room->teams[team].review = NULL;
    }
}

bool debrief_has_beside(const struct wire_room *room)
{
    return room->setup.teams > 1 || room->setup.preset == PRESET_back_to_back;
}

void debrief_refill(struct wire_room *room)
{
    for (int team = 0; team < room->setup.teams; team++)
        if (room->teams[team].review)
            review_fill(room, team, room->teams[team].review);
}
