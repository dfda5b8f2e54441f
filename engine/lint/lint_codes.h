/* lint_codes.h - every finding of the linter: its name in C, its stable code, its weight, the unit of its numbers.
 * Codes are for ever: tests, translations ("lint.<code>" and "lint.<code>.do" in assets/lang) and authors'
 * scripts name them.  Add rows, never rename one.  Each row says what stands in measured, limit, of and subject. */
#ifndef TD_LINT_CODES_H
#define TD_LINT_CODES_H

/* Rows are for reading and adding, not for aligning. */
/* clang-format off */
#define LINT_CODES(X) \
    /* the players: what each must and must not reach (engine/MODEL.md 5) */ \
    X(SKILLED_FAILS, "skilled-fails", ERROR, COUNT) /* plays that reach the intended end; the least; plays */ \
    X(UNSKILLED_WINS, "unskilled-wins", ERROR, COUNT) /* plays won; the most; plays; subject: the player */ \
    X(RANDOM_WINS, "random-wins", ERROR, SHARE) /* share scored 70; the most; plays */ \
    X(TESTWISE_WINS, "testwise-wins", WARNING, COUNT) /* plays won; the most; plays; subject: the player */ \
    /* the story: what play ever reaches */ \
    X(NODE_NEVER_REACHED, "node-never-reached", ERROR, COUNT) /* of: exchanges tried */ \
    X(CHOICE_NEVER_OFFERED, "choice-never-offered", ERROR, COUNT) /* of: exchanges tried */ \
    X(ENDING_NEVER_REACHED, "ending-never-reached", ERROR, COUNT) /* of: exchanges tried; subject: the outcome */ \
    X(IMPOSSIBLE_GATE, "impossible-gate", ERROR, POINT) /* nearest value met; value asked for; subject: of what */ \
    X(EVENT_NEVER_HAPPENS, "event-never-happens", WARNING, COUNT) /* of: exchanges tried */ \
    X(PROMPT_NEVER_ASKED, "prompt-never-asked", WARNING, COUNT) /* of: exchanges tried */ \
    X(LINE_NEVER_HEARD, "line-never-heard", NOTE, COUNT) /* of: exchanges tried; subject: node or choice */ \
    X(DEAD_END, "dead-end", ERROR, COUNT) /* exchanges that plays stay; most; of: times entered */ \
    X(NOTHING_TO_SAY, "nothing-to-say", ERROR, COUNT) /* a moment with an empty menu */ \
    X(FEW_OPTIONS, "few-options", WARNING, COUNT) /* least offered; wanted; of: moments with so few */ \
    /* fairness: what is on the menu */ \
    X(UNFAIR_MOMENT, "unfair-moment", ERROR, COUNT) /* times every line did harm; most; of: times met; subject: step */ \
    X(NO_WORKABLE_OPTION, "no-workable-option", WARNING, SHARE) /* share of moments; most; of; subject: the step */ \
    X(HIDDEN_HOOK, "hidden-hook", WARNING, COUNT) /* times offered before it was told; most; of; subject: fact */ \
    X(HIDDEN_TRIGGER, "hidden-trigger", WARNING, COUNT) /* the same of a sore point nobody can know of */ \
    X(TOO_RUDE, "too-rude", WARNING, COUNT) /* rude lines among a node's own; most; of: its lines */ \
    X(FEW_PLAUSIBLE, "few-plausible", ERROR, COUNT) /* lines nobody would call rude; least; of: its lines */ \
    X(NO_TEMPTATION, "no-temptation", WARNING, SHARE) /* early decisions with one; least; of: early decisions */ \
    X(DIRECT_QUESTION_LATE, "direct-question-late", ERROR, COUNT) /* offered; least; of: moments; subject: step */ \
    X(NO_HINT_BESIDE, "no-hint-beside", WARNING, COUNT) /* of: menus with the direct question */ \
    /* giveaways: can it be won by looking at the menu? */ \
    X(LONGEST_IS_BEST, "longest-is-best", ERROR, SHARE) /* share of decisions; most; of: decisions */ \
    X(FIRST_IS_BEST, "first-is-best", ERROR, SHARE) \
    X(NICEST_IS_BEST, "nicest-is-best", ERROR, SHARE) \
    X(COMPLEX_IS_BEST, "complex-is-best", ERROR, SHARE) \
    X(KEYWORD_IS_BEST, "keyword-is-best", ERROR, SHARE) /* of lines with the word; most; of; subject: the word */ \
    /* worth: does it matter what is chosen? */ \
    X(NEVER_MATTERS, "never-matters", WARNING, POINT) /* widest spread; least; of: times met */ \
    X(LITTLE_DIFFERENCE, "little-difference", NOTE, POINT) /* mean spread; least; of: times met */ \
    X(DOMINATED_CHOICE, "dominated-choice", WARNING, POINT) /* mean loss; -; of: times offered; subject: by which */ \
    X(TWIN_CHOICES, "twin-choices", WARNING, POINT) /* widest difference; least; of; subject: the other */ \
    /* the diet of acts */ \
    X(ACT_TOO_COMMON, "act-too-common", WARNING, SHARE) /* share of all lines; most; of: lines; subject: act */ \
    X(ACT_UNUSED, "act-unused", NOTE, COUNT) /* subject: the act */ \
    /* the person's lines */ \
    X(FALLBACK_LINES, "fallback-lines", WARNING, SHARE) /* heard lines that fit nothing in particular; most; of */ \
    X(LINE_REPEATS, "line-repeats", NOTE, COUNT) /* most often in one play; most; of: plays with a repeat */ \
    /* the words */ \
    X(OPTION_TOO_LONG, "option-too-long", WARNING, COUNT) /* words; most */ \
    X(HARD_OPTIONS, "hard-options", WARNING, GRADE) /* reading grade of all lines; most; of: words */ \
    X(HARD_TEXT, "hard-text", WARNING, GRADE) /* reading grade; most; of: words; subject: text */ \
    X(STIGMA_WORD, "stigma-word", ERROR, COUNT) /* subject: the word; instead: what to say */ \
    X(STIGMA_SPOKEN, "stigma-spoken", NOTE, COUNT) /* the person, or a mistake, says it; subject: the word */ \
    X(METHOD_DETAIL, "method-detail", WARNING, COUNT) /* subject: the words to review */ \
    X(JARGON_SPOKEN, "jargon-spoken", NOTE, COUNT) /* subject: the word in the person's mouth */ \
    /* what the file says of itself */ \
    X(NAMES_TO_REVIEW, "names-to-review", NOTE, COUNT) /* names met; subject: the names */ \
    X(DIFFICULTY_OFF, "difficulty-off", WARNING, POINT) /* measured; as the file says */ \
    X(NOT_REVIEWED, "not-reviewed", WARNING, COUNT)
/* clang-format on */

enum lint_code {
#define X(name, code, severity, unit) LINT_##name,
    LINT_CODES(X)
#undef X
        LINT_CODE_COUNT
};

#endif
