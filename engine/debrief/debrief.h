/* debrief.h - what a play has to teach: a pure function of a trace (MODEL.md 7.2 to 7.5).
 * Everything here is data: which decisions to open first, which sentence each one gets and with what
 * filled in.  The writers turn it into text or JSON in a language; they decide nothing. */
#ifndef TD_DEBRIEF_DEBRIEF_H
#define TD_DEBRIEF_DEBRIEF_H

#include "score.h"
#include "words.h"

/* What the learner said about the play before any verdict: from the marks of the journal. */
struct self_rating {
    int32_t feel;            /* 0..10, or NONE */
    int32_t rate[DIM_COUNT]; /* 0..100, or NONE */
    int32_t moments[3];      /* command numbers, or NONE */
};

enum turning_kind { TURNING_LOSS, TURNING_GAIN };
struct turning {
    int32_t step; /* index in trace.steps */
    enum turning_kind kind;
    int32_t swing; /* potential against the best line, or gained; permille */
};

/* One sentence to be written: ids from the most particular to the general, and figures to fill in. */
enum { SENTENCE_IDS = 6, ID_BYTES = 64 };
struct sentence {
    char ids[SENTENCE_IDS][ID_BYTES];
    int id_count;
    int32_t stage;            /* the step it speaks of */
    int32_t n, before, after; /* where it counts something: exchanges, trust of a hundred */
};

struct what_if {        /* the curve that would have been: the better line, then a skilled helper */
    int32_t step;       /* where it leaves the real one */
    int32_t *agitation; /* after each exchange from there on; permille */
    int64_t *story_ms;  /* story time of each, from the start of the talk */
    int32_t *choices;   /* what was said: choice index or ACTION_PAUSE; the first is the better line */
    int count;
    enum outcome outcome; /* outcome_count while open */
};

/* The situation board, held against what was really told (MODEL.md 2.2): a row for each thing written on it, then
 * one for each thing that was told and never written down. */
enum board_verdict {
    BOARD_CAUGHT,   /* it was told, and stands there */
    BOARD_EARLY,    /* it stood there before it was told: guessed */
    BOARD_HEADING,  /* told, but under a heading that misleads: a sore point taken for a hook */
    BOARD_MISHEARD, /* nobody had told it, and nobody did */
    BOARD_OWN,      /* nothing in the story to hold it against */
    BOARD_MISSED,   /* told, and not on the board */
    BOARD_VERDICTS
};
struct board_row {
    enum board_verdict verdict;
    td_str kind, text; /* as it was written; text empty where a fact was picked, both for BOARD_MISSED */
    int32_t fact;      /* index, or NONE */
    int32_t told;      /* step that disclosed it, or NONE */
    int64_t noted_ms;  /* story time of the note; NONE for BOARD_MISSED */
    int32_t late;      /* BOARD_CAUGHT, BOARD_HEADING: whole minutes between the telling and the note */
};

/* What somebody noted during the play: the learner, a coach, an observer, the instructor. */
struct side_note {
    int32_t step; /* behind which, or NONE: before the first */
    bool after;   /* written when it was all over */
    enum seat seat;
    td_str kind, text; /* "note" "hint" "flag" */
};

/* The decision that a note stands beside: the last one before it, or the first of all; trace->count if there is none. */
int32_t debrief_note_beside(const struct trace *trace, const struct side_note *note);

enum { TURNING_MAX = 4, STRENGTH_MAX = 3, QUESTION_MAX = 3, VOICE_MAX = 3 };

typedef struct td_debrief {
    const struct trace *trace;
    const td_texts *texts, *source; /* the scenario's words, and those of its own language */
    td_score score;
    struct self_rating self;
    struct turning turning[TURNING_MAX];
    int turning_count;
    struct what_if what_if; /* from the costliest turning point; count 0 if there is none */
    int32_t last_chance;    /* step after which the intended end was out of reach, or NONE */
    struct {
        int32_t step;
        const char *id;
    } strengths[STRENGTH_MAX]; /* "strength.<kind>" */
    int strength_count;
    struct {
        int32_t step;
        const char *id;
    } questions[QUESTION_MAX]; /* "inquiry.<kind>" */
    int question_count;
    struct {
        int32_t step;
        const char *id;
    } voice[VOICE_MAX]; /* "voice.end.<kind>" */
    int voice_count;
    const char *drill;   /* "drill.<skill>" */
    int32_t replay_step; /* to try again from, or NONE */
    const struct board_row *board;
    int board_count;
    bool board_kept;      /* the learner wrote something on it */
    int32_t board_unsaid; /* facts of the story that were never told */
    const struct side_note *notes;
    int note_count;
} td_debrief;

/* Makes the debrief of a trace that was built with look_ahead.  The journal gives the self-rating, the board and the
 * notes of this attempt; their words are borrowed from it.  Memory of the arena. */
void debrief_build(struct arena *arena, const struct trace *trace, const td_journal *journal, const td_texts *texts,
                   const td_texts *source, td_debrief *ret);

/* What may be said of a turning point: not everything that fell short of the best line cost something. */
enum turning_words { TURNING_HELPED, TURNING_FURTHER, TURNING_SMALL, TURNING_COST_MOST, TURNING_COST_TOO };
enum turning_words debrief_turning_words(const td_debrief *debrief, int index);
/* Is this turning point opened by itself?  At most three: attention is limited.  With something that helped among
 * them, the two that cost most. */
bool debrief_is_opened(const td_debrief *debrief, int index);

/* The better line of a judged step and a skilled helper after it, played from that very moment. */
void debrief_what_if(struct arena *arena, const struct trace *trace, int32_t step, struct what_if *ret);

/* The commands of debrief->what_if as somebody would have given them, one by one: index 0 is the better line itself,
 * with the delivery of the real one.  Applied to the state before the step, they lead where what_if says. */
struct command debrief_better_command(const td_debrief *debrief, int index);
/* A line of the menu, or ACTION_PAUSE, as the learner's command with neutral delivery. */
struct command debrief_plain_command(const td_scenario *scenario, int32_t choice);

/* The reason for the verdict on one step; an author's own sentence for the line takes precedence. */
void debrief_reason(const td_debrief *debrief, int32_t at, struct sentence *ret);

/* The debrief as text: the lesson of MODEL.md 7.4 after the self-rating, then the whole talk and the score to look
 * things up in.  full: and every decision with all its items. */
void debrief_write_text(struct writer *w, const td_debrief *debrief, const struct words *words);
void debrief_write_full(struct writer *w, const td_debrief *debrief, const struct words *words);
/* A part of it by itself, for a screen: its heading on the first line (that of the outcome is its title), then one
 * sentence or row on each line.  Nothing at all where there is nothing to say. */
#define TD_DEBRIEF_PARTS(X) X(outcome) X(voice) X(self) X(strengths) X(what_if) X(answers) X(questions) X(next)
enum debrief_part {
#define X(name) DEBRIEF_##name,
    TD_DEBRIEF_PARTS(X)
#undef X
        DEBRIEF_PART_COUNT
};
void debrief_write_part(struct writer *w, const td_debrief *debrief, const struct words *words, enum debrief_part part);
/* How near the learner's view of themselves is to the computed one, with a line end; nothing without a rating. */
void debrief_write_calibration(struct writer *w, const td_debrief *debrief, const struct words *words);
/* One decision with its ten items, as text; what guided mode says right after a line. */
void debrief_write_step(struct writer *w, const td_debrief *debrief, const struct words *words, int32_t at);
/* Only the sentence that says why, with a line end: the author's own for the line, or the program's.
 * called: what the person is called so far. */
void debrief_write_why(struct writer *w, const td_debrief *debrief, const struct words *words, int32_t step,
                       td_str called);
/* Of a line that cost something: which one would have gone further, with a line end; else nothing. */
void debrief_write_instead(struct writer *w, const td_debrief *debrief, const struct words *words, int32_t step);
/* What was said and done, in order, nothing judged.  The trace needs no look-ahead for it. */
void debrief_write_transcript(struct writer *w, const td_debrief *debrief, const struct words *words);
/* The same data as JSON, with seed, inputs and model version, so that any run can be audited. */
void debrief_write_json(struct writer *w, const td_debrief *debrief, const struct words *words);
/* The rubric with every number explained. */
void score_write_text(struct writer *w, const td_score *score, const struct trace *trace, const struct words *words);
void score_write_json(struct writer *w, const td_score *score);

#endif
