/* group_snapshot.h - the screens of a group session as pictures or as text, without a window and without a network:
 * a room in memory, with people who always do the same. */
#ifndef TD_FRONT_GROUP_SNAPSHOT_H
#define TD_FRONT_GROUP_SNAPSHOT_H

#include "snapshot.h"

bool group_snapshot_knows(const char *screen);
/* As snapshot_take(). */
bool group_snapshot_take(struct library *library, const struct snapshot *wish, struct raster_pixels pixels);

#endif
