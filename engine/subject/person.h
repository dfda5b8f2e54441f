/* person.h - the person in crisis: a flat value that one exchange changes.
 * The update order is law (MODEL.md 6.5); the vectors of MODEL.md 6.13 pin it. */
#ifndef TD_SUBJECT_PERSON_H
#define TD_SUBJECT_PERSON_H

#include "fix.h"
#include "profile.h"

enum { DEBT_MAX = 4, LEDGER_E = 0, LEDGER_R, LEDGER_T, LEDGER_U, LEDGER_COUNT };

struct person {
    int32_t P, L;                 /* phasic arousal, tonic load; Q16, as of the last event */
    int32_t E, R, T, U, H, C;     /* understanding, rapport, trust, autonomy, hope, commitment; Q16 */
    int32_t F;                    /* fatigue, Q16 */
    int32_t err;                  /* open rupture, permille */
    int32_t ledger[LEDGER_COUNT]; /* what errors took, Q16 */
    int32_t turn;                 /* exchanges finished */
    int32_t debt[DEBT_MAX];       /* due turns of false promises, 0 = none */
    int16_t habit[ACT_COUNT];     /* familiarity, permille */
    int16_t question_run, rush;
    int8_t stage;          /* 0..4 */
    int8_t top_stage;      /* highest ever */
    int8_t hot_exchanges;  /* in a row with A >= boil */
    int8_t cold_exchanges; /* in a row with U < 80 and R < 80 */
    bool asked_suicide;    /* directly, ever */
    uint8_t unused[5];     /* always 0: no hidden padding, so two persons compare as bytes */
};
_Static_assert(sizeof(struct person) == 19 * 4 + (ACT_COUNT + 2) * 2 + 10, "a person has no padding");

/* One line as the model hears it.  Ranges: q 0..1000, tone -2..2, pace -2..1, dist 0..1000 cm or
 * -1 for none, dt 0..3600 s, complexity 0..3, trigger 0..400. */
struct move {
    enum act act;
    int32_t q, tone, pace, dist, dt, complexity, trigger;
    bool hook;         /* touches a known hook */
    bool hook_unknown; /* HOOK before its disclosure: counts as M at stage 0 */
};
#define MOVE_DEFAULT ((struct move){.act = ACT_ENC, .q = 1000, .dist = -1, .dt = 45, .complexity = 1})

struct luck {
    uint64_t seed;
    int32_t amp; /* permille; 80 in play */
};

/* Where a change of agitation came from, permille of A; the six parts sum to the change. */
struct delta {
    int32_t time, words, delivery, space, trigger, promise;
};

enum person_outcome { PERSON_OPEN, PERSON_ESCALATED, PERSON_CONTACT_LOST, PERSON_RESOLVED };

/* Was something promised falsely that has not been found out yet? */
static inline bool person_owes(const struct person *person)
{
    return (person->debt[0] | person->debt[1] | person->debt[2] | person->debt[3]) != 0;
}
_Static_assert(DEBT_MAX == 4, "all debts are asked for");

struct person person_start(const struct profile *profile);

/* One exchange.  delta may be NULL (the fast way).  Pure: the same arguments, the same bytes. */
enum person_outcome person_exchange(const struct model *model, const struct profile *profile, struct luck luck,
                                    const struct move *move, struct person *person, struct delta *delta);

/* The longest time that may pass in one call, seconds. */
enum { PERSON_SECONDS_MAX = 65535 };

/* Time alone: decay of P and L, fatigue; seconds 0..PERSON_SECONDS_MAX.  Splitting the time changes
 * nothing only if the caller adds it up: call once per event with the whole time since the last one. */
void person_wait(const struct profile *profile, int32_t seconds, struct person *person);
/* Time in which nothing soothes: fatigue alone. */
void person_tire(const struct profile *profile, int32_t seconds, struct person *person);
/* P and L as they would be seconds after the last event, for showing; changes nothing. */
int32_t person_agitation_after(const struct profile *profile, const struct person *person, int32_t seconds);

/* A declared event from outside (door, siren, scene move): permille steps, |each| <= 150.
 * A rise of P and a fall of U are scaled by sens. */
void person_event(const struct profile *profile, int32_t p, int32_t u, int32_t t, int32_t h, struct person *person);
/* A promise the scenario kept: T step +120 (MODEL.md 6.8). */
void person_promise_kept(struct person *person);
/* LABEL of the reaction right after a hot button: halves what remains of the spike of P, Q16. */
void person_spike_named(int32_t spike, struct person *person);

int32_t person_agitation(const struct person *person); /* permille, rounded */
int32_t person_agitation_q16(const struct person *person);
int person_band_plain(int32_t agitation); /* 0..4 by 200, 400, 600, 800 */
/* With the hysteresis of 30 permille around the band shown before. */
int person_band_shown(int32_t agitation, int before);

/* 7.2: how good a state is, permille; a guide for comparing moves, never shown as a number. */
int32_t person_potential(const struct person *person);

uint64_t person_hash(uint64_t h, const struct person *person);

/* The laws I1..I19 of MODEL.md 6.11 that need no oracle, on one profile, pairs of states under the same
 * luck.  The name of the first law that fails ("I8") with its case number, or NULL. */
struct law_report {
    const char *law; /* NULL: all hold */
    int case_number;
};
struct law_report person_check_laws(const struct model *model, const struct profile *profile, uint64_t seed, int pairs);

#endif
