/* aloud.h - the screen as a listener gets it (F3): what is new first, then where one stands.
 * It only says what is to be read; sound.h reads it. */
#ifndef TD_FRONT_ALOUD_H
#define TD_FRONT_ALOUD_H

#include "desk.h"

struct aloud {
    enum ui_screen screen; /* when last asked, and so on */
    enum ui_sheet sheet;
    struct ui_action focus;
    int32_t count;
    bool chosen; /* the part with the focus */
    bool begun;
};

/* What is to be read now in place of what is being read: a new page from its heading on; in a scene what was
 * said and what the body shows, then the lines to choose from by their keys; else the part that has the focus.
 * Empty: nothing new.  In the arena. */
td_str aloud_next(struct aloud *aloud, const struct desk *desk, struct arena *arena);

/* Of any tree: one part by its key and its name; a page from its heading on, as far as somebody listens; and where
 * one stands: in which group if it is another than before, what it is called, what it is, how it stands, what for. */
void aloud_node(struct writer *w, const struct ui_node *node);
void aloud_page(struct writer *w, const struct ui *ui);
void aloud_focus(struct writer *w, const struct words *words, const struct ui *ui, const struct ui_node *node,
                 struct ui_action before);

#endif
