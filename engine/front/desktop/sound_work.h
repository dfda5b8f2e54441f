/* sound_work.h - sound is made in a thread of its own, ahead of time, and kept: a frame never waits for it.
 * Everything made has a key; whoever wants it asks for the key until it is ready. */
#ifndef TD_FRONT_SOUND_WORK_H
#define TD_FRONT_SOUND_WORK_H

#include "sound_out.h"
#include "synth.h"
#include "utter.h"

struct sound_work;

enum work_kind { WORK_PLACE, WORK_UI, WORK_LINE, WORK_READING };

/* What is to be made.  Texts are copied when it is asked for. */
struct work_order {
    enum work_kind kind;
    int which;        /* PLACE, UI: of their enums */
    td_str text;      /* LINE, READING */
    const char *lang; /* LINE, READING: at most 15 letters count */
    struct voice_timbre timbre;
    struct prosody prosody;
    bool telephone;        /* LINE */
    const char *recording; /* LINE: a file that is played instead if it is there; NULL: none */
};

enum work_state { WORK_ABSENT, WORK_WAITING, WORK_READY, WORK_FAILED };

/* What was made: good until it is dropped; what is held is never dropped. */
struct work_piece {
    struct sound_chunk *chunk; /* NULL without a device */
    struct viseme_track *lips; /* of a line */
    int ms;
};

/* Starts the thread, which opens the device first.  Both calls belong to one thread, as do all below. */
struct sound_work *sound_work_open(void);
void sound_work_close(struct sound_work *work); /* NULL is fine; waits for what is being made now */
/* Whether the device has been tried, and if so whether there is one. */
bool sound_work_tried(struct sound_work *work, bool *ret_device);

/* The order's key, never 0.  The same order, the same key. */
uint64_t sound_work_key(const struct work_order *order);
/* Asks for it; an urgent one is made before those that are not.  Returns the key.  Dropped to make room: what
 * was longest not asked for.  0 if there is no room, because all is held. */
uint64_t sound_work_ask(struct sound_work *work, const struct work_order *order, bool urgent);
enum work_state sound_work_look(struct sound_work *work, uint64_t key, struct work_piece *ret);
void sound_work_hold(struct sound_work *work, uint64_t key, bool held);

#endif
