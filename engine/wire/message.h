/* message.h - what a seat of a group session can ask for: bytes <-> one small value.
 * One table says of every message which fields it has, in which range, and which roles may send it; reader,
 * writer and rights all ask that table, so that they cannot disagree.  The canonical text of a message is
 * also what the room's log keeps: write, then read back, then do.
 *
 * A message is one JSON object: {"v":1,"n":12,"do":"vote","choice":"c014","reason":"she asks"}. */
#ifndef TD_WIRE_MESSAGE_H
#define TD_WIRE_MESSAGE_H

#include "command.h"
#include "writer.h"

enum {
    WIRE_VERSION = 1,
    WIRE_MESSAGE_BYTES = 2048, /* one message, as JSON or as a form */
    WIRE_TEXT_BYTES = 240,     /* the longest free text in one */
    WIRE_IDS = COMMAND_IDS,
    WIRE_MEMBERS = 640, /* people in one room, gone ones too */
    WIRE_TEAMS = 10,
    WIRE_COUNTER_MAX = 2147483647,
    READING_SECONDS_MAX = 60, /* before a vote opens by itself */
};

/* A person's roles: bits by enum seat, several at once. */
#define WIRE_ROLE(name) (1u << SEAT_##name)
enum { WIRE_ANYBODY = (1 << SEAT_COUNT) - 1 };

/* What an observer looks at: "listening" ... */
#define TD_WATCHES(X) X(listening) X(dignity) X(eyes) X(safety)
enum watch {
#define X(name) WATCH_##name,
    TD_WATCHES(X)
#undef X
        WATCH_COUNT
};
/* The seven items of an observer's sheet (DEFINITIONS.md 6). */
#define TD_SHEET_ITEMS(X) X(values) X(fear) X(asks) X(guides) X(agreement) X(calm) X(risk)
enum sheet_item {
#define X(name) ITEM_##name,
    TD_SHEET_ITEMS(X)
#undef X
        ITEM_COUNT
};
/* The screens of the group's debrief, in their order (PRODUCT.md); beside: teams, or rounds, where there are
 * several; close: what was never told, and a word before everybody goes. */
#define TD_PAGES(X) X(settle) X(self) X(beside) X(board) X(timeline) X(questions) X(what_if) X(keep) X(close)
enum wire_page {
#define X(name) PAGE_##name,
    TD_PAGES(X)
#undef X
        PAGE_COUNT
};
/* What a typed card does to the person; the instructor confirms it.  In a journal "x-disturbs" ... */
#define TD_TYPED_EFFECTS(X) X(none) X(disturbs) X(shames) X(crowds) X(calms) X(hope)
enum typed_effect {
#define X(name) TYPED_##name,
    TD_TYPED_EFFECTS(X)
#undef X
        TYPED_COUNT
};
enum wire_how { HOW_random, HOW_rotate, HOW_run_through, HOW_stop_and_discuss };
/* As written; ended by {NULL, 0}, for name_find(). */
extern const td_str watch_names[], sheet_item_names[], wire_page_names[], typed_effect_names[], wire_how_names[];

/* name; then see message.c for its fields and rights */
/* clang-format off */
#define TD_MESSAGES(X)                                                                                         \
    X(choose) X(pause) X(wait) X(observe) X(help) X(move) X(handover) X(withdraw) X(assess) X(pick) X(timeout) \
    X(used) X(rate) X(feel) X(vote) X(hint) X(board) X(unboard) X(brainstorm) X(tag) X(seen) X(undo) X(sheet)  \
    X(heard) X(told) X(note) X(keep) X(change) X(stop) X(leave) X(lang) X(start) X(next) X(freeze) X(resume) X(flag)   \
    X(inject) X(rewind) X(override) X(open) X(close) X(reveal) X(play) X(decide) X(discuss) X(meter) X(role)   \
    X(assign) X(lock) X(remove) X(extend) X(flow) X(votetime) X(look) X(end) X(show) X(match) X(again)         \
    X(finish) X(reading)
/* clang-format on */
enum wire_do {
#define X(name) DO_##name,
    TD_MESSAGES(X)
#undef X
        DO_COUNT
};

/* Fields that a message does not mention are NONE, 0 or empty, as wire_message_empty() has them. */
struct wire_message {
    enum wire_do what;
    int32_t n;                              /* the sender's own counter, to be echoed; or NONE */
    char id[LIMIT_ID_BYTES + 1];            /* choice, technique, prompt, card, item, effect's card, language */
    char ids[WIRE_IDS][LIMIT_ID_BYTES + 1]; /* pick, assess */
    int32_t id_count;                       /* NONE: not mentioned */
    char text[WIRE_TEXT_BYTES + 1];         /* words of a person; the bytes of text_len */
    int32_t text_len;
    int32_t number; /* ms, value, score, minutes, seconds, rewind's to */
    int32_t back;   /* rewind: decisions */
    int32_t sure;   /* assess */
    int32_t q;      /* heard */
    int32_t tone, pace;
    int32_t dist;
    int32_t kind;      /* index in the list the field names: help_kind, scene_kind, fact_kind, watch ...; NONE */
    int32_t items;     /* HAND_... bits; NONE: not mentioned */
    int32_t roles;     /* WIRE_ROLE bits; NONE */
    int32_t seat;      /* a member's number */
    int32_t team;      /* NONE: the sender's, or all */
    int32_t entry;     /* number of a board entry or a flag */
    int32_t on;        /* 0, 1, NONE */
    int32_t threat;    /* 0, 1, NONE */
    int32_t assistant; /* 0, 1, NONE */
    int32_t anyway;    /* 0, 1, NONE */
    int64_t after;     /* ms, NONE */
};

struct wire_message wire_message_empty(enum wire_do what);

/* Reads one message.  On failure *reason is one of the codes of wire_reasons.h, and *ret is untouched but
 * for its counter n, if one could be read (else NONE), so that the refusal can say what it refuses. */
bool wire_message_read(const td_allocator *mem, td_str bytes, struct wire_message *ret, const char **reason);
/* The same from the body of a form, application/x-www-form-urlencoded: do=vote&choice=c014&reason=she+asks. */
bool wire_message_from_form(const td_allocator *mem, td_str bytes, struct wire_message *ret, const char **reason);
/* The canonical JSON, on one line; read(write(m)) == m. */
void wire_message_write(struct writer *w, const struct wire_message *message);

td_str wire_do_name(enum wire_do what);
/* The roles that may send it at all, WIRE_ROLE bits.  When is the room's business. */
unsigned wire_do_roles(enum wire_do what);

/* A text as the room keeps it: at most max bytes of UTF-8 without control and direction characters, blanks
 * joined; copied into ret (max + 1 bytes, terminated).  Returns its length. */
size_t wire_clean_text(td_str text, size_t max, char *ret);
/* Runs of anything but blanks. */
int wire_count_words(td_str text);

#endif
