/* say.h - the words of a screen: by id, of the scenario, times. */
#ifndef TD_UI_SAY_H
#define TD_UI_SAY_H

#include "app.h"

struct say {
    const struct ui_model *model;
    struct arena *arena;
};

td_str say_word(const struct say *s, const char *id);
td_str say_with(const struct say *s, const char *id, const struct word_arg *args, int count);
/* head + name + tail as an id. */
td_str say_of(const struct say *s, const char *head, td_str name, const char *tail);
td_str say_capital(const struct say *s, td_str text);
td_str say_stage(const struct say *s, int32_t stage);
/* A text of the scenario with its places filled. */
td_str say_text(const struct say *s, td_str key);
/* What the person is called, as far as it is known; with a capital. */
td_str say_called(const struct say *s);
td_str say_name(const struct say *s);
td_str say_time(const struct say *s, int64_t ms); /* "06:32" */
td_str say_number(const struct say *s, int64_t n);
td_str say_change(const struct say *s, int32_t permille); /* "+12", "−7", "0" */
td_str say_join(const struct say *s, td_str a, const char *between, td_str b);
/* Without brackets, on one line. */
td_str say_plain(const struct say *s, td_str text);
/* The line of a step: a choice's words, silence, or the call. */
td_str say_step(const struct say *s, const struct step *step);
td_str say_body(const struct say *s, const struct view *view, int look);
/* Whether the person is with whoever looks, or listens. */
td_str say_regard(const struct say *s, const struct view *view);
const char *say_state(const struct view *view);
/* The same of the figures of a step: what the body showed, and the state's name. */
td_str say_figures(const struct say *s, const struct figures *figures);
td_str say_state_name(const struct say *s, const struct figures *figures);

/* What happened between two views, as parts to be shown one under another (moment.c). */
void ui_moment_build(const struct ui_model *model, struct arena *arena, const struct view *before,
                     const struct command *done, struct ui_moment *ret);
/* The scene as it is found, with what was said last. */
void ui_moment_now(const struct ui_model *model, struct arena *arena, bool opening, struct ui_moment *ret);
void ui_moment_add(struct ui_moment *moment, enum ui_part_kind kind, td_str text);

#endif
