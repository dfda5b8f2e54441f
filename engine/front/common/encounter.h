/* encounter.h - a play that is going on, with its journal in memory and on the disk.
 * Every front plays through this: a command is applied, its line joins the journal, the autosave makes
 * it durable, and only then is the answer shown.  When the disk refuses, the play goes on in memory and
 * every further decision tries to write all of it. */
#ifndef TD_FRONT_ENCOUNTER_H
#define TD_FRONT_ENCOUNTER_H

#include "autosave.h"
#include "plays.h"
#include "trace.h"

enum keeping {
    KEEP_IN_PLAYS, /* in the learner's folder, under a new name */
    KEEP_IN_FILE,  /* in the file that was named */
    KEEP_NOT,      /* in memory alone */
};

struct encounter {
    struct library *library;
    struct tale tale;
    struct setup setup;
    struct play *play;
    struct arena arena;
    struct writer text; /* the journal as it stands */
    enum keeping keeping;
    const char *path;      /* of the file, or NULL as long as there is none */
    size_t on_disk;        /* bytes that were in the file before we wrote to it */
    struct autosave *save; /* NULL: no file could be opened, or none is wanted */
    file_fault trouble;    /* why the last decision is not on the disk, or NULL */
    file_fault unfrozen;   /* why no copy of the scenario could be kept beside the play, or NULL */
};

/* Begins a play.  The tale becomes the encounter's.  file: for KEEP_IN_FILE.  Never fails: see trouble. */
void encounter_begin(struct library *library, struct tale *tale, const struct setup *setup, enum keeping keeping,
                     const char *file, struct encounter *ret);
/* Goes on with the play at path.  Where a line of it is damaged or does not fit, the reader is told which, the file
 * is set aside whole, and the play goes on from the line before it, in a new one.  false: the reader has been told
 * why it cannot go on. */
bool encounter_resume(struct library *library, const char *path, struct encounter *ret);
/* Writes what is open, stops the autosave, gives everything back.  false: decisions were lost. */
bool encounter_end(struct encounter *encounter);
/* Removes the file: at the rung `practice`, when the debrief is left. */
void encounter_forget(struct encounter *encounter);

/* Applies a command as play_apply() does and hands its line to the autosave. */
td_status encounter_do(struct encounter *encounter, const struct command *command, const char **reason);
/* A mark of the learner's: "note \"...\"", "feel 7".  false if it is none. */
bool encounter_mark(struct encounter *encounter, enum seat seat, td_str kind_and_rest);
/* Has the disk acknowledged everything, or refused it?  For those who draw meanwhile. */
bool encounter_settled(struct encounter *encounter);
/* Waits for that. */
void encounter_wait(struct encounter *encounter);

/* The journal so far, read back from its text; the caller's, journal_destroy(). */
td_journal *encounter_journal(const struct encounter *encounter);
/* The attempt that is going on, played again step by step; in the arena, as is *ret. */
void encounter_trace(const struct encounter *encounter, const td_journal *journal, struct arena *arena, bool look_ahead,
                     struct trace *ret);

#endif
