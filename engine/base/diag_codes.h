/* diag_codes.h - every diagnostic the engine can give: its name in C, its stable code, its severity.
 * Codes are for ever: tests, translations ("diag.<code>" in assets/lang) and authors' scripts name
 * them.  Add rows, never rename one.  Each row says what subject and detail hold, if anything. */
#ifndef TD_BASE_DIAG_CODES_H
#define TD_BASE_DIAG_CODES_H

/* Rows are for reading and adding, not for aligning. */
/* clang-format off */
#define DIAG_CODES(X) \
    /* base/json: the text is not JSON that we read */ \
    X(EMPTY_FILE, "empty-file", DIAG_ERROR) /* white space at most */ \
    X(TOO_LARGE, "too-large", DIAG_ERROR) /* detail: the most bytes allowed */ \
    X(TOO_MANY_VALUES, "too-many-values", DIAG_ERROR) /* detail: the most values allowed */ \
    X(TOO_DEEP, "too-deep", DIAG_ERROR) /* detail: the deepest nesting allowed */ \
    X(BYTE_ORDER_MARK, "byte-order-mark", DIAG_ERROR) \
    X(NOT_UTF8, "not-utf8", DIAG_ERROR) /* subject: the byte, as 0xE9 */ \
    X(NUL_BYTE, "nul-byte", DIAG_ERROR) \
    X(CONTROL_CHARACTER, "control-character", DIAG_ERROR) /* subject: U+0007; detail: its escape */ \
    X(BAD_JSON, "bad-json", DIAG_ERROR) /* subject: what stands there; detail: what may */ \
    X(VALUE_EXPECTED, "value-expected", DIAG_ERROR) /* subject: what stands there */ \
    X(BAD_WORD, "bad-word", DIAG_ERROR) /* subject: the word; nearest: true ... */ \
    X(BAD_NUMBER, "bad-number", DIAG_ERROR) /* subject: as written */ \
    X(NUMBER_NOT_INTEGER, "number-not-integer", DIAG_ERROR) /* subject: as written */ \
    X(NUMBER_TOO_LARGE, "number-too-large", DIAG_ERROR) /* subject: as written; detail: the most */ \
    X(BAD_ESCAPE, "bad-escape", DIAG_ERROR) /* subject: as written */ \
    X(NUL_ESCAPE, "nul-escape", DIAG_ERROR) /* subject: \u0000 */ \
    X(LONE_SURROGATE, "lone-surrogate", DIAG_ERROR) /* subject: as written */ \
    X(STRING_NOT_CLOSED, "string-not-closed", DIAG_ERROR) /* at its first quote */ \
    X(BRACKET_NOT_CLOSED, "bracket-not-closed", DIAG_ERROR) /* at it; subject: it; detail: its partner */ \
    X(DUPLICATE_KEY, "duplicate-key", DIAG_ERROR) /* at the second; subject: the key */ \
    X(MISSING_COMMA, "missing-comma", DIAG_ERROR) /* where it belongs */ \
    X(TRAILING_COMMA, "trailing-comma", DIAG_ERROR) /* at the comma */ \
    X(MISSING_COLON, "missing-colon", DIAG_ERROR) /* where it belongs; subject: the key */ \
    X(UNQUOTED_KEY, "unquoted-key", DIAG_ERROR) /* subject: the key */ \
    X(SINGLE_QUOTES, "single-quotes", DIAG_ERROR) \
    X(COMMENT, "comment", DIAG_ERROR) /* JSON has none; subject: how it begins */ \
    X(TEXT_AFTER_END, "text-after-end", DIAG_ERROR) /* subject: what stands there */ \
    X(OUT_OF_MEMORY, "out-of-memory", DIAG_ERROR) \
    /* words: the program's own sentences, and an institution's overlay */ \
    X(WORDS_FILE, "words-file", DIAG_ERROR) /* detail: what should be there */ \
    X(WORDS_ID, "words-id", DIAG_ERROR) /* subject: the id */ \
    X(WORDS_TEXT, "words-text", DIAG_ERROR) /* neither text, lines nor variants */ \
    X(WORDS_VARIANTS, "words-variants", DIAG_ERROR) /* detail: the names that must be there */ \
    X(WORDS_MISSING, "words-missing", DIAG_WARNING) /* subject: the id */ \
    X(WORDS_UNKNOWN, "words-unknown", DIAG_WARNING) /* subject: the id */ \
    X(WORDS_PLACES, "words-places", DIAG_WARNING) /* subject: the id; detail: the {place} */ \
    X(OVERLAY_FILE, "overlay-file", DIAG_ERROR) /* detail: the format */ \
    X(OVERLAY_NAME, "overlay-name", DIAG_ERROR) /* subject: the name */ \
    X(OVERLAY_VALUE, "overlay-value", DIAG_ERROR) /* subject: the name */ \
    /* scenario: the shape of a file */ \
    X(WRONG_FORMAT, "wrong-format", DIAG_ERROR) /* detail: what it must say */ \
    X(UNKNOWN_VERSION, "unknown-version", DIAG_ERROR) /* detail: the one we read */ \
    X(UNKNOWN_KEY, "unknown-key", DIAG_ERROR) /* detail: the keys there are */ \
    X(KEY_NOT_HERE, "key-not-here", DIAG_ERROR) /* detail: where it belongs */ \
    X(MISSING_KEY, "missing-key", DIAG_ERROR) /* subject: the key */ \
    X(WRONG_TYPE, "wrong-type", DIAG_ERROR) /* subject: found; detail: wanted */ \
    X(OUT_OF_RANGE, "out-of-range", DIAG_ERROR) /* detail: low..high */ \
    X(RANGE_REVERSED, "range-reversed", DIAG_ERROR) /* subject: as written */ \
    X(NOT_IN_LIST, "not-in-list", DIAG_ERROR) /* detail: the list */ \
    X(TOO_FEW, "too-few", DIAG_ERROR) /* detail: the least */ \
    X(TOO_MANY, "too-many", DIAG_ERROR) /* detail: the most */ \
    X(LISTED_TWICE, "listed-twice", DIAG_ERROR) /* subject: the item */ \
    X(EMPTY_TEXT, "empty-text", DIAG_ERROR) /* subject: key or text id */ \
    X(INLINE_WORDS, "inline-words", DIAG_ERROR) /* subject: the key */ \
    /* scenario: names */ \
    X(BAD_ID, "bad-id", DIAG_ERROR) /* subject: the id */ \
    X(BAD_LANGUAGE, "bad-language", DIAG_ERROR) /* subject: the tag */ \
    X(BAD_SERVICE, "bad-service", DIAG_ERROR) /* subject: the name */ \
    X(DUPLICATE_ID, "duplicate-id", DIAG_ERROR) /* detail: where it stands first */ \
    X(HAND_MADE_ID, "hand-made-id", DIAG_WARNING) /* detail: the form of a made one */ \
    X(ID_ABOVE_LAST, "id-above-last", DIAG_ERROR) /* detail: last_id */ \
    X(UNKNOWN_NODE, "unknown-node", DIAG_ERROR) /* subject: the name */ \
    X(UNKNOWN_FACT, "unknown-fact", DIAG_ERROR) /* subject: the name */ \
    X(UNKNOWN_FLAG, "unknown-flag", DIAG_ERROR) /* subject: the name */ \
    X(UNKNOWN_CHOICE, "unknown-choice", DIAG_ERROR) /* subject: the name */ \
    X(UNKNOWN_DEMAND, "unknown-demand", DIAG_ERROR) /* subject: the name */ \
    X(UNKNOWN_PARTY, "unknown-party", DIAG_ERROR) /* subject: the name */ \
    X(UNKNOWN_OPTION, "unknown-option", DIAG_ERROR) /* subject: the name */ \
    X(UNKNOWN_FIELD, "unknown-field", DIAG_ERROR) /* subject: the field */ \
    X(WRONG_KIND, "wrong-kind", DIAG_ERROR) /* detail: the kinds allowed */ \
    /* scenario: the story as a whole */ \
    X(NO_FALLBACK, "no-fallback", DIAG_ERROR) /* subject: the list */ \
    X(TOO_FEW_CHOICES, "too-few-choices", DIAG_ERROR) /* detail: the least */ \
    X(FEW_CHOICES, "few-choices", DIAG_WARNING) /* detail: the number wanted */ \
    X(TOO_MANY_CHOICES, "too-many-choices", DIAG_ERROR) /* detail: the most shown */ \
    X(UNREACHABLE_NODE, "unreachable-node", DIAG_ERROR) /* subject: the node */ \
    X(DEAD_END, "dead-end", DIAG_WARNING) /* subject: the node */ \
    X(MISSING_ENDING, "missing-ending", DIAG_ERROR) /* subject: the outcome */ \
    X(NEVER_HOLDS, "never-holds", DIAG_ERROR) /* subject: asked and ruled out */ \
    X(FACT_NEVER_DISCLOSED, "fact-never-disclosed", DIAG_WARNING) /* subject: the fact */ \
    X(HOOK_NEVER_DISCLOSED, "hook-never-disclosed", DIAG_ERROR) /* subject: the hook */ \
    X(HOOK_NEVER_USED, "hook-never-used", DIAG_WARNING) /* subject: the hook or decoy */ \
    X(TRIGGER_NEVER_TOUCHED, "trigger-never-touched", DIAG_WARNING) /* subject: the trigger */ \
    X(FLAG_NEVER_SET, "flag-never-set", DIAG_WARNING) /* subject: the flag */ \
    X(FLAG_NEVER_ASKED, "flag-never-asked", DIAG_WARNING) /* subject: the flag */ \
    X(DEMAND_NEVER_RAISED, "demand-never-raised", DIAG_WARNING) /* subject: the demand */ \
    X(DEMAND_NEVER_ANSWERED, "demand-never-answered", DIAG_WARNING) /* subject: the demand */ \
    X(PROMISE_NEVER_KEPT, "promise-never-kept", DIAG_WARNING) /* subject: the promise */ \
    X(PROMISE_NEVER_MADE, "promise-never-made", DIAG_ERROR) /* subject: the promise */ \
    X(PARTY_NEVER_HEARD, "party-never-heard", DIAG_WARNING) /* subject: the third party */ \
    X(UNNAMED_HOOK, "unnamed-hook", DIAG_ERROR) /* subject: the choice */ \
    X(SUICIDE_QUESTION_MISSING, "suicide-question-missing", DIAG_ERROR) /* detail: the stages without */ \
    X(NO_HANDOVER, "no-handover", DIAG_ERROR) \
    X(DISTANCE_ON_TELEPHONE, "distance-on-telephone", DIAG_ERROR) /* subject: the key */ \
    X(NOT_REVIEWED, "not-reviewed", DIAG_WARNING) \
    X(LAW_BROKEN, "law-broken", DIAG_ERROR) /* subject: I8; detail: its case */ \
    X(UNKNOWN_IDENTITY, "unknown-identity", DIAG_WARNING) /* subject: the person */ \
    X(FOLDER_NAME, "folder-name", DIAG_WARNING) /* detail: the folder */ \
    /* scenario: the words */ \
    X(NO_TEXTS, "no-texts", DIAG_ERROR) /* subject: the file name */ \
    X(WRONG_SCENARIO, "wrong-scenario", DIAG_ERROR) /* detail: ours */ \
    X(WRONG_LANGUAGE, "wrong-language", DIAG_ERROR) /* detail: as the file name says */ \
    X(MISSING_TEXT, "missing-text", DIAG_ERROR) /* detail: where it is said */ \
    X(UNUSED_TEXT, "unused-text", DIAG_WARNING) /* subject: the text id; nearest */ \
    X(TEXT_TOO_LONG, "text-too-long", DIAG_ERROR) /* detail: the most bytes */ \
    X(CHOICE_TOO_LONG, "choice-too-long", DIAG_WARNING) /* detail: the most words */ \
    X(LINE_TOO_LONG, "line-too-long", DIAG_WARNING) /* detail: the most words */ \
    X(MARKUP_UNBALANCED, "markup-unbalanced", DIAG_ERROR) /* subject: the text id */ \
    X(MARKUP_IN_CHOICE, "markup-in-choice", DIAG_ERROR) /* subject: the text id */ \
    X(PLACEHOLDER_UNKNOWN, "placeholder-unknown", DIAG_ERROR) /* detail: those there are */ \
    X(PLACEHOLDER_OPEN, "placeholder-open", DIAG_ERROR) /* subject: the text id */ \
    X(REAL_TELEPHONE_NUMBER, "real-telephone-number", DIAG_ERROR) /* subject: the digits */ \
    X(EMERGENCY_NUMBER, "emergency-number", DIAG_WARNING) /* subject: the digits */ \
    X(FORBIDDEN_CHARACTER, "forbidden-character", DIAG_ERROR) /* subject: U+200B; detail: text id */ \
    X(MISSING_TRANSLATION, "missing-translation", DIAG_WARNING) /* subject: the text id */ \
    X(STALE_TRANSLATION, "stale-translation", DIAG_WARNING) /* detail: the mark it needs now */ \
    /* journal: a play as it was kept */ \
    X(JOURNAL_HEADER, "journal-header", DIAG_ERROR) /* subject: the line; detail: what belongs there */ \
    X(JOURNAL_LINE, "journal-line", DIAG_ERROR) /* neither command nor mark; subject: the line */ \
    X(JOURNAL_NUMBER, "journal-number", DIAG_ERROR) /* subject: the number; detail: the one expected */ \
    X(JOURNAL_REWIND, "journal-rewind", DIAG_ERROR) /* subject: a command not given before */ \
    X(JOURNAL_MARK, "journal-mark", DIAG_ERROR) /* subject: the mark */ \
    X(JOURNAL_CUT, "journal-cut", DIAG_WARNING) /* the last line had no end */
/* clang-format on */

/* D_EMPTY_FILE and so on: the code as text.  Name these instead of spelling a code, and a slip of
 * the pen does not compile. */
#define DIAG_DECLARE(name, code, severity) extern const char D_##name[];
DIAG_CODES(DIAG_DECLARE)

#endif
