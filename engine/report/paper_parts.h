/* paper_parts.h - what the files of the paper session share. */
#ifndef TD_REPORT_PAPER_PARTS_H
#define TD_REPORT_PAPER_PARTS_H

#include "book.h"
#include "paper.h"
#include "paper_tally.h"

enum { PAPER_LISTS = 16, PAPER_LIST_FROM = 4 }; /* that many acts and more are a list */

struct paper {
    struct book book;
    const td_scenario *scenario;
    const td_texts *texts, *source;
    const struct paper_plan *plan;
    struct paper_tally tally;
    uint64_t lists[PAPER_LISTS]; /* sets of acts that conditions ask for, too long to be said each time */
    int list_count;
    bool named; /* boxes are told by their words too, where somebody reads while others wait */
};

/* Who takes part, and what they need; of each preset. */
enum {
    PAPER_VOTES = 1,
    PAPER_COACHES = 2,
    PAPER_BOARD = 4,
    PAPER_HANDS_OVER = 8,
    PAPER_OWN = 16,
    PAPER_OBSERVES = 32,
    PAPER_ROLES = 64, /* cards for more than one role */
    PAPER_SIZES = 4,  /* of a class, that the list of what to print knows */
    PAPER_STOPS = 8,  /* stop cards on a sheet: A7 on A4 */
};
struct paper_cast {
    const char *preset;
    enum seat seats[6]; /* that are dealt a card */
    int seat_count;
    unsigned needs;
    int32_t sizes[PAPER_SIZES]; /* people */
    int32_t together;           /* people who have a talk of their own; 0: all in one */
};
const struct paper_cast *paper_cast_of(const struct paper_plan *plan);

/* A text of the scenario, its places filled in; as a quotation where it is a line to be said. */
td_str paper_text(struct paper *p, td_str key);
td_str paper_part(struct paper *p, td_str key, const char *part);
/* A sentence with one number, or one text. */
td_str paper_number(struct paper *p, const char *id, int64_t n);
td_str paper_with(struct paper *p, const char *id, td_str text);
td_str paper_joined(struct paper *p, const td_str *items, int count);

/* Moments are numbered from 1, the first being where the talk begins. */
int32_t paper_moment(const struct paper *p, int32_t node);
int32_t paper_node(const struct paper *p, int32_t moment);
/* "12B": the moment and the letter of a choice; "F3" of those for any moment. */
td_str paper_choice(struct paper *p, int32_t choice);
/* The choices of a moment in the order of their letters: neither the author's nor the best first. */
int paper_order(const struct paper *p, int32_t node, int32_t ret[LIMIT_CHOICES_PER_NODE]);

/* A condition in words, empty where it always holds.  steps: also which steps it asks for. */
td_str paper_when(struct paper *p, int32_t condition, bool steps);
/* The lists that conditions speak of: found, and written down. */
void paper_find_lists(struct paper *p);
void paper_add_lists(struct paper *p, struct doc *part);
bool paper_fits_step(const struct paper *p, int32_t condition, int step);
/* "Tick 3 and 14." for what a line or choice leaves in memory; empty if nothing. */
td_str paper_ticks(struct paper *p, struct span sets, struct span discloses);
/* A box of the record sheet: its number and what it is. */
/* Enough of a text to know it again. */
td_str paper_shortened(struct paper *p, td_str text);
int paper_box_count(const struct paper *p);
td_str paper_box(struct paper *p, int32_t bit);

/* The parts, in order. */
void paper_how(struct paper *p, struct doc *root);
void paper_print_list(struct paper *p, struct doc *root);
void paper_stop_cards(struct paper *p, struct doc *root);
void paper_clock(struct paper *p, struct doc *root);
void paper_briefing(struct paper *p, struct doc *root);
void paper_cards(struct paper *p, struct doc *root);
void paper_forms(struct paper *p, struct doc *root);
void paper_record(struct paper *p, struct doc *root);
void paper_moments(struct paper *p, struct doc *root);
void paper_anywhere(struct paper *p, struct doc *root);
void paper_next(struct paper *p, struct doc *root);
void paper_ends(struct paper *p, struct doc *root);
void paper_debrief(struct paper *p, struct doc *root);
void paper_safe(struct paper *p, struct doc *root);
void paper_foot(struct paper *p, struct doc *root); /* help, and what this is not */

#endif
