/* paper_cast.c - who takes part in each preset on paper: the same people as on the screen; which sheets they need, and
 * how many of each to print for a class of what size. */
#include "paper_parts.h"

static const struct paper_cast casts[] = {
    {"back-to-back",
     {SEAT_role_player, SEAT_primary, SEAT_observer},
     3,
     PAPER_ROLES | PAPER_OBSERVES | PAPER_OWN,
     {3, 6, 12, 24},
     3},
    {"team-table",
     {SEAT_primary, SEAT_coach, SEAT_board, SEAT_leader, SEAT_observer},
     5,
     PAPER_ROLES | PAPER_OBSERVES | PAPER_OWN | PAPER_COACHES | PAPER_BOARD | PAPER_HANDS_OVER,
     {4, 5, 6, 8},
     0},
    {"fishbowl",
     {SEAT_primary, SEAT_coach, SEAT_board, SEAT_leader, SEAT_observer},
     5,
     PAPER_ROLES | PAPER_OBSERVES | PAPER_OWN | PAPER_COACHES | PAPER_BOARD | PAPER_HANDS_OVER,
     {8, 12, 16, 24},
     0},
    {"class-vote", {SEAT_voter}, 1, PAPER_VOTES, {10, 20, 30, 50}, 0},
    {"several-teams",
     {SEAT_primary, SEAT_coach, SEAT_board, SEAT_leader, SEAT_observer},
     5,
     PAPER_ROLES | PAPER_OBSERVES | PAPER_OWN | PAPER_COACHES | PAPER_BOARD | PAPER_HANDS_OVER,
     {12, 24, 36, 60},
     6},
};

const struct paper_cast *paper_cast_of(const struct paper_plan *plan)
{
    const int count = (int)(sizeof casts / sizeof *casts);
    int at = 0;
    while (at + 1 < count && !str_is(str_of(plan->preset), casts[at].preset))
        at++;
    return &casts[at];
}

/* --- how many of each ---------------------------------------------------------------------------------------------- */

/* Sets of people that each have a talk of their own. */
static int32_t tables(const struct paper_cast *cast, int32_t people)
{
    return cast->together > 0 ? people / cast->together : 1;
}

static int32_t stops(const struct paper_cast *cast, int32_t people)
{
    (void)cast;
    return (people + 1 + PAPER_STOPS - 1) / PAPER_STOPS; /* one for whoever leads, too */
}

static int32_t each(const struct paper_cast *cast, int32_t people)
{
    (void)cast;
    return people;
}

static int32_t watching(const struct paper_cast *cast, int32_t people)
{
    const int32_t busy = 4 * tables(cast, people);
    if (cast->together == 3)
        return people; /* each evaluates once */
    return people > busy ? people - busy : 1;
}

static int32_t two(const struct paper_cast *cast, int32_t people)
{
    return 2 * tables(cast, people);
}

static int32_t speaking(const struct paper_cast *cast, int32_t people)
{
    return cast->together == 3 ? people : two(cast, people);
}

static const struct {
    const char *id; /* the sheet's own heading */
    unsigned need;  /* PAPER_... ; 0: always */
    int32_t (*copies)(const struct paper_cast *cast, int32_t people);
} sheets[] = {
    {"paper.stop", 0, stops},
    {"paper.roles", PAPER_ROLES, tables},
    {"paper.observer", PAPER_OBSERVES, watching},
    {"paper.techniques", PAPER_COACHES, tables},
    {"paper.board", PAPER_BOARD, tables},
    {"paper.slips", PAPER_VOTES, each},
    {"paper.handover", PAPER_HANDS_OVER, two},
    {"paper.own", PAPER_OWN, speaking},
    {"paper.person", 0, tables},
    {"paper.rest", 0, tables},
};

void paper_print_list(struct paper *p, struct doc *root)
{
    const struct paper_cast *cast = paper_cast_of(p->plan);
    struct doc *part = book_section(&p->book, root, "paper.print");
    struct doc *table = doc_add(p->book.arena, part, DOC_TABLE, book_word(&p->book, "paper.print.how"));
    td_str cells[1 + PAPER_SIZES] = {book_word(&p->book, "paper.print.sheet")};
    for (int i = 0; i < PAPER_SIZES; i++)
        cells[1 + i] = paper_number(p, "paper.print.people", cast->sizes[i]);
    book_row(&p->book, table, cells, 1 + PAPER_SIZES);
    for (size_t row = 0; row < sizeof sheets / sizeof *sheets; row++) {
        if (sheets[row].need != 0 && (cast->needs & sheets[row].need) == 0)
            continue;
        cells[0] = book_word(&p->book, sheets[row].id);
        for (int i = 0; i < PAPER_SIZES; i++)
            cells[1 + i] = book_number(&p->book, sheets[row].copies(cast, cast->sizes[i]));
        book_row(&p->book, table, cells, 1 + PAPER_SIZES);
    }
}
