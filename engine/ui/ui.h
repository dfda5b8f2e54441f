/* ui.h - a screen as data: a tree of what is there and a list of what to draw.
 * A screen is a function that fills a struct ui; nothing is drawn here.  Every part that a learner
 * can reach has a role, a name, a state, a rectangle and an action: focus order, self-voicing,
 * mouse, gamepad and the tests read the same tree.  Integer pixels, permille scale. */
#ifndef TD_UI_UI_H
#define TD_UI_UI_H

#include "arena.h"
#include "pen.h"
#include "writer.h"

struct ui_rect {
    int32_t x, y, w, h;
};

enum ui_font { UI_REGULAR, UI_MEDIUM, UI_SEMIBOLD, UI_BOLD, UI_ITALIC, UI_FONT_COUNT };

/* How wide a text is, in pixels; px is the height of an em.  Injected, so that layout can be tested
 * without fonts. */
struct ui_measure {
    int32_t (*width)(void *context, enum ui_font font, int32_t px, td_str text);
    void *context;
};
/* Every character is half an em wide: the first implementation, and the one of the tests. */
extern const struct ui_measure ui_measure_fixed;

/* What a part does when it is used.  kind 0: nothing.  Two actions are the same part if all three
 * numbers are equal, so focus survives a new layout. */
struct ui_action {
    int32_t kind, a, b;
};
bool ui_same(struct ui_action a, struct ui_action b);

enum ui_role {
    ROLE_SCREEN,
    ROLE_GROUP,
    ROLE_HEADING,
    ROLE_TEXT,
    ROLE_SPEECH,
    ROLE_BUTTON,
    ROLE_CHOICE,
    ROLE_OPTION,
    ROLE_TAB,
    ROLE_FIELD,
    ROLE_METER,
    ROLE_PICTURE,
    ROLE_COUNT
};
const char *ui_role_name(enum ui_role role);

/* chosen; cannot be used; news, to be read out; what Enter does when nothing has the focus */
enum ui_state { UI_ON = 1, UI_OFF = 2, UI_LIVE = 4, UI_FIRST = 8 };

struct ui_node {
    enum ui_role role;
    td_str name, hint; /* hint: what it is for, shown and read out while it has the focus or the pointer; or empty */
    unsigned state;
    struct ui_rect rect, clip; /* clip: the part of the window it may be seen in */
    struct ui_action action;
    char key; /* its own key: '1', ' ', 'l', 27 for Escape; 0 = none */
    int depth;
    int scroll; /* index of the scroll area it lies in, or -1 */
};

enum ui_op_kind {
    OP_BOX,     /* rounded, filled with fill, edged with edge */
    OP_SHADE,   /* fill at the left (or the top) to edge at the right (or the bottom) */
    OP_LINE,    /* through points; dashed */
    OP_DOT,     /* round, filled and edged */
    OP_TEXT,    /* one line, centred vertically in rect, its left end at rect.x */
    OP_TICK,    /* a check mark in rect */
    OP_SCENE,   /* a place, with a person if identity is not empty */
    OP_CORNERS, /* what lies outside rounded corners, in fill */
    OP_CLIP,    /* from here on only within rect */
    OP_UNCLIP,
    OP_KIND_COUNT
};

struct ui_op {
    enum ui_op_kind kind;
    struct ui_rect rect;
    pen_rgba fill, edge;
    int32_t radius, width; /* width: of an edge or a line */
    bool vertical, dashed, live;
    bool from_right; /* OP_TEXT: of a text that is read from right to left */
    enum ui_font font;
    int32_t size;
    td_str text;                      /* OP_TEXT; OP_SCENE: the place's name */
    td_str identity;                  /* OP_SCENE */
    int32_t zoom, centre_x, centre_y; /* OP_SCENE: permille of the picture */
    const struct ui_rect *points;     /* OP_LINE: x, y of each */
    int point_count;
};

/* The colours of SCREENS.md, or those of high contrast. */
struct ui_theme {
    pen_rgba ground, deeper, surface, raised, selected, line, text, second, accent, ink, good, good_ink, harm, harm_ink,
        slip, slip_ink, fair, fair_ink, veil, card, track, grid, step[5], step_text;
    bool contrast;
};
struct ui_theme ui_theme_plain(void);
struct ui_theme ui_theme_contrast(void);

/* UI_LATEST: an offset that a screen still has to make a number of: where the latest words are. */
enum { UI_SCROLLS = 6, UI_LATEST = 1 << 24 };
struct ui_scroll {
    struct ui_rect view;
    int32_t content;
    int32_t strip;           /* at its foot: of the arrow that says there is more; 0 where there is not */
    int clip_op, first_node; /* where it begins in the two lists */
};

struct ui {
    struct arena *arena;
    struct ui_measure measure;
    struct ui_theme theme;
    int32_t width, height; /* of the window, pixels */
    int32_t scale;         /* permille: pixels per unit of a window 720 units high */
    int32_t text_size;     /* 100..200 percent */
    struct ui_action focus, hover;
    bool focus_shown;
    int32_t offset[UI_SCROLLS]; /* how far each scroll area is down, pixels */

    struct ui_node *nodes;
    int node_count, node_room;
    struct ui_op *ops;
    int op_count, op_room;
    struct ui_scroll scrolls[UI_SCROLLS];
    int scroll_count, scroll_now; /* the area that is open, or -1 */
    td_str on_name, back_name;    /* what the part that scrolls an area is called: further, and from its beginning */
    struct ui_action page;        /* its action; .a becomes the area.  kind 0: there is no such part */
    int depth;
    int modal; /* the first node that can be reached: a sheet lies over those before it */
    struct ui_rect clip;
};

/* Begins an empty screen.  Strings given to it are borrowed until the screen is thrown away. */
void ui_start(struct ui *ui, struct arena *arena, struct ui_measure measure, int32_t width, int32_t height,
              int32_t text_size, bool contrast);

/* Units of 720p to pixels: lengths, and sizes of text. */
int32_t ui_u(const struct ui *ui, int32_t units);
int32_t ui_t(const struct ui *ui, int32_t units);

/* Adds a part; returns its index.  What is added until ui_leave() lies inside it. */
int ui_node(struct ui *ui, enum ui_role role, td_str name, struct ui_rect rect, struct ui_action action);
int ui_enter(struct ui *ui, enum ui_role role, td_str name, struct ui_rect rect);
void ui_leave(struct ui *ui);
void ui_key(struct ui *ui, int node, char key);
void ui_set(struct ui *ui, int node, unsigned state);
void ui_hint(struct ui *ui, int node, td_str hint);
bool ui_is_focus(const struct ui *ui, struct ui_action action);
bool ui_is_hover(const struct ui *ui, struct ui_action action);

struct ui_op *ui_op(struct ui *ui, enum ui_op_kind kind, struct ui_rect rect);
void ui_box(struct ui *ui, struct ui_rect rect, int32_t radius, pen_rgba fill);
void ui_edge_box(struct ui *ui, struct ui_rect rect, int32_t radius, pen_rgba fill, pen_rgba edge, int32_t width);
void ui_shade(struct ui *ui, struct ui_rect rect, bool vertical, pen_rgba from, pen_rgba to);
void ui_dot(struct ui *ui, int32_t x, int32_t y, int32_t radius, pen_rgba fill, pen_rgba edge, int32_t width);
void ui_line(struct ui *ui, const struct ui_rect *points, int count, int32_t width, pen_rgba colour, bool dashed);
void ui_clip(struct ui *ui, struct ui_rect rect);
void ui_unclip(struct ui *ui);

/* Text.  size and leading in units; all heights and widths that come back are pixels. */
struct ui_style {
    enum ui_font font;
    int32_t size, leading;
    pen_rgba colour;
};
int32_t ui_width(const struct ui *ui, struct ui_style style, td_str text);
/* Whether a text is read from right to left: its first letter of any script says so (UAX 9, P2). */
bool ui_from_right(td_str text);
/* One line, cut with "…" if it is wider than rect; centred vertically.  align: 0 left, 1 middle, 2 right. */
void ui_label(struct ui *ui, struct ui_rect rect, struct ui_style style, td_str text, int align);
/* Wrapped to width, at the right if it is read from there; returns the height.  \n ends a line.  draw false: only measures. */
int32_t ui_para(struct ui *ui, int32_t x, int32_t y, int32_t width, struct ui_style style, td_str text, bool draw);
/* The same as a part of the tree. */
int32_t ui_text(struct ui *ui, enum ui_role role, int32_t x, int32_t y, int32_t width, struct ui_style style,
                td_str text);

/* Scroll areas: what is drawn between the two moves up by the returned number. */
int32_t ui_scroll_start(struct ui *ui, struct ui_rect view);
/* bottom: where the contents ended, moved as they are. */
void ui_scroll_end(struct ui *ui, int32_t bottom);

/* The next (step 1) or previous (-1) part that can be used; from none the first or the last. */
struct ui_action ui_focus_step(const struct ui *ui, struct ui_action from, int step);
/* The nearest in a direction; from itself if there is none. */
struct ui_action ui_focus_toward(const struct ui *ui, struct ui_action from, int dx, int dy);
const struct ui_node *ui_find(const struct ui *ui, struct ui_action action);
const struct ui_node *ui_at(const struct ui *ui, int32_t x, int32_t y);
/* What the pointer is on now, put into hover; true if that is something else than before. */
bool ui_hover_at(const struct ui *ui, struct ui_action *hover, int32_t x, int32_t y);
/* The innermost scroll area at a point; -1: none. */
int ui_scroll_at(const struct ui *ui, int32_t x, int32_t y);
/* Turns a scroll area by notches of a wheel (upwards: > 0), no further than its contents reach; offsets: of all
 * areas.  True if it moved. */
bool ui_scroll_by(const struct ui *ui, int32_t *offsets, int area, int32_t notches);
const struct ui_node *ui_by_key(const struct ui *ui, char key);
const struct ui_node *ui_first(const struct ui *ui);
/* Moves offsets so that the part with the focus can be seen; true if something moved. */
bool ui_reveal(struct ui *ui);

/* Both lists as text, for tests and for people. */
void ui_dump_tree(struct writer *w, const struct ui *ui);
void ui_dump_ops(struct writer *w, const struct ui *ui);

static inline struct ui_rect ui_inset(struct ui_rect r, int32_t by)
{
    return (struct ui_rect){r.x + by, r.y + by, r.w - 2 * by, r.h - 2 * by};
}
bool ui_inside(struct ui_rect r, int32_t x, int32_t y);
struct ui_rect ui_meet(struct ui_rect a, struct ui_rect b);

#endif
