/* room_file.h - a room's file, read where no room is open: its debrief can be had as long as the file is kept. */
#ifndef TD_FRONT_ROOM_FILE_H
#define TD_FRONT_ROOM_FILE_H

#include "tongues.h"

enum { ROOM_FILE_BYTES = 2 * WIRE_LOG_BYTES };

struct room_file {
    struct tongues tongues; /* the first is the library's language */
    struct wire_room *room;
};

/* Is this the beginning of a room's file? */
bool room_file_is(td_str bytes);
/* The scenario it was played by: of the same rules where such a one is to be found (the copy kept then, at least),
 * else of the same name.  A path or an id in the library's arena; NULL: this is no room's file. */
const char *room_file_scenario(struct library *library, const char *path, td_str bytes);
/* Plays it again.  bytes are the whole file at path; model: NULL or a file.  *ret is written in any case; false: the
 * reader has been told why, and there is nothing to close. */
bool room_file_open(struct library *library, const char *model, const char *path, td_str bytes, struct room_file *ret);
void room_file_close(struct room_file *file);
/* The id of the sentence that says why it could not be played again; its places are {path} and {line}. */
const char *room_file_why(const struct wire_restored *report);

#endif
