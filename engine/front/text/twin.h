/* twin.h - the text twin: the whole program for somebody who listens to it or reads it line by line.
 * It plays the same views through the same commands as the desktop and writes the same plays.  What is
 * in here is only what undo would not restore: the console, the delivery set for the next line. */
#ifndef TD_FRONT_TWIN_H
#define TD_FRONT_TWIN_H

#include "console.h"
#include "encounter.h"
#include "settings.h"
#include "view.h"

/* How the next line is said; the middle again after each exchange. */
struct delivery {
    int32_t tone, pace; /* -1..1 */
    int32_t dist;       /* cm, or NONE = as it is */
};

struct twin {
    struct library *library;
    struct settings *settings;
    struct console console;
    struct arena page;     /* memory from one prompt to the next */
    struct encounter play; /* library NULL: none yet */
    bool plays;            /* there is one */
    struct view view;      /* what the learner may know now */
    struct delivery next;
    uint32_t skipped;     /* prompts not to be asked again, bits */
    int32_t looked_back;  /* last command that had its feedback */
    bool figures_due;     /* meters and time are still to be said, after a question */
    int32_t stage_before; /* the step before the last exchange, or NONE */
    bool retell;          /* the lines to choose from are to be said (again) */
    int64_t asked_at;     /* when the learner was last asked what to say */
    file_fault said_trouble;
    bool told_words;    /* the list of other words has been given */
    bool told_figures;  /* ... and what the figures mean */
    int32_t figures[4]; /* as they were said last: agitation, understanding, rapport, trust, 0 to 100 */
    bool in_options;    /* the settings are open */
};

/* Every function that asks returns false where the learner stops: then all go back to where the play
 * is closed. */

/* --- say.c: sentences of the program ---------------------------------------------------------------- */
/* What is spoken of: the person's pronoun, or `they` before there is one. */
int twin_person(const struct twin *t);
void twin_say(struct twin *t, const char *id, const struct word_arg *args, int count);
/* Unless the learner wants it short, or only where they want everything. */
void twin_say_full(struct twin *t, const char *id, const struct word_arg *args, int count);
/* head + name + tail as an id and as its text; in the page. */
const char *twin_id(struct twin *t, const char *head, td_str name, const char *tail);
td_str twin_word(struct twin *t, const char *head, td_str name, const char *tail);
td_str twin_sentence(struct twin *t, const char *id, const struct word_arg *args, int count);
td_str twin_capital(struct twin *t, td_str text);
td_str twin_time(struct twin *t, int64_t ms); /* "06:32" */
/* "1. text" for a list to choose from. */
void twin_row(struct twin *t, int32_t n, td_str text);

/* --- speech.c: the scenario's texts ------------------------------------------------------------------ */
/* The text of a key with its places filled. */
td_str twin_text(struct twin *t, td_str key);
/* What this person's body shows in a state ("hostile", "despair"), if the scenario says so itself; else empty. */
td_str twin_own_cue(struct twin *t, td_str state);
/* The name of the person as far as it is known; the same at the beginning of a sentence. */
td_str twin_called(const struct twin *t);
td_str twin_name(struct twin *t);
/* Directions as sentences, what is spoken as speech. */
void twin_tell(struct twin *t, td_str text);
void twin_tell_line(struct twin *t, int32_t line);
/* The same as one paragraph. */
td_str twin_told(struct twin *t, td_str text);
/* The same on one line without brackets, for lists. */
td_str twin_plain(struct twin *t, td_str text);

/* --- typed.c: what was typed -------------------------------------------------------------------------- */
/* clang-format off */
#define TD_KEYS(X) \
    X(silence) \
    X(wait) \
    X(look) \
    X(voice) \
    X(pace) \
    X(distance) \
    X(help) \
    X(move) \
    X(note) \
    X(board) \
    X(repeat) \
    X(keys) \
    X(review) \
    X(settings) \
    X(stop) \
    X(withdraw) \
    X(handover) \
    X(hint) \
    X(support) \
    X(meters) \
    X(rewind)
/* clang-format on */
enum key {
#define X(name) KEY_##name,
    TD_KEYS(X)
#undef X
        KEY_COUNT,
    KEY_AMBIGUOUS, /* could be several; *ret_names says which */
};
extern const char *const key_names[KEY_COUNT];
/* Is the word one of the text with this id ("key.yes")?  Whole words; case does not matter. */
bool typed_is(struct twin *t, td_str word, const char *id);
/* Which of the keys is meant: a whole word, or the beginning of just one.  KEY_COUNT: none. */
enum key typed_key(struct twin *t, td_str word, td_str *ret_names);
/* A number and nothing else. */
bool typed_number(td_str text, int64_t least, int64_t most, int64_t *ret);
/* Cuts the next word off a list: "1, 3 4". */
td_str typed_item(td_str *rest);
/* Which of these names begins like this, or else has a word that does: its index; NONE if none or several. */
int typed_among(struct twin *t, td_str text, const td_str *names, int count);
/* The text in small letters. */
td_str typed_small(struct twin *t, td_str text);

/* --- ask.c: prompts ------------------------------------------------------------------------------------ */
/* A question: the author's own words, if there are any, then the program's.  Good as long as it is asked. */
struct question {
    td_str own;
    const char *id; /* NULL: what is asked has been said */
    const struct word_arg *args;
    int count;
};
#define QUESTION(name) (&(const struct question){.id = (name)})
/* Waits for a line; false where it is "stop".  The moment itself is asked like this, and nothing else. */
bool twin_line(struct twin *t, td_str *ret);
/* All the others say the question and wait for its answer.  "stop", "support" and "?" work at each of them;
 * "repeat", "review" and "settings" wherever the answer cannot be a text.  how: the id of what "?" says. */
bool twin_ask(struct twin *t, const struct question *question, const char *how, td_str *ret);
/* The same, where the question has just been said. */
bool twin_ask_again(struct twin *t, const struct question *question, const char *how, td_str *ret);
/* Any words on one line. */
bool twin_ask_words(struct twin *t, const struct question *question, td_str *ret);
/* Until it is a number from least to most; an empty line leaves *ret as it is. */
bool twin_ask_number(struct twin *t, const struct question *question, int64_t least, int64_t most, int64_t *ret);
bool twin_ask_yes(struct twin *t, const struct question *question, bool *ret);
/* Says the list, then waits for one of it by number or by name: *ret is its index, or NONE for an empty
 * line or "back".  first: what was typed behind the word that led here, tried before anything is asked. */
bool twin_ask_one(struct twin *t, const struct question *question, const td_str *names, int count, td_str first,
                  int32_t *ret);
/* Several of it by number, "all" or "none"; *ret is bits, -1 for an empty line. */
bool twin_ask_many(struct twin *t, const struct question *question, const td_str *names, int count, int most,
                   int64_t *ret);
/* Enter goes on. */
bool twin_ask_enter(struct twin *t, const struct question *question);

/* --- the parts of an evening -------------------------------------------------------------------------- */
/* opening.c: which encounter; before the first start; what it is about. */
bool twin_choose_scenario(struct twin *t, const char **ret_name, bool *ret_resume);
bool twin_stance(struct twin *t);
bool twin_content_note(struct twin *t, const struct tale *tale, bool *ret_go_on);
/* briefing.c */
bool twin_brief(struct twin *t);
/* What came back for the things that were asked first in the briefing: how many, and said one by one. */
int twin_answer_count(const struct twin *t);
void twin_answers(struct twin *t);
/* turn.c: plays until it is over. */
bool twin_encounter(struct twin *t);
/* Applies a command and waits until it is safe; a refusal is said. */
bool twin_do(struct twin *t, const struct command *command);
struct command twin_command(enum verb verb);
/* Says that the disk refuses, or that it is well again; each once. */
void twin_trouble(struct twin *t);
/* Says that no copy of the scenario could be kept, where that is so. */
void twin_unfrozen(struct twin *t);
/* moment.c */
void twin_scene(struct twin *t);
void twin_change(struct twin *t, const struct view *before, const struct command *command);
void twin_figures(struct twin *t); /* meters and time, if they are due */
void twin_choices(struct twin *t);
void twin_moment_again(struct twin *t);
/* deeds.c: what one can do besides speaking; rest: what was typed behind the word. */
bool twin_silence(struct twin *t, td_str rest);
bool twin_wait(struct twin *t, td_str rest);
bool twin_look(struct twin *t);
bool twin_help(struct twin *t, td_str rest);
bool twin_move(struct twin *t, td_str rest);
bool twin_handover(struct twin *t);
bool twin_withdraw(struct twin *t);
bool twin_rewind(struct twin *t, td_str rest);
/* delivery.c */
bool twin_delivery(struct twin *t, enum key key, td_str rest);
/* Delivery words behind a number: "2 soft slow".  false: one of them is none; nothing is set. */
bool twin_delivery_words(struct twin *t, td_str words);
void twin_delivery_reset(struct twin *t);
/* questions.c: the prompts of the scenario. */
bool twin_questions(struct twin *t);
/* pages.c */
void twin_keys(struct twin *t);
void twin_review(struct twin *t);
/* The line of a step that was one, or a call for help; "" for a silence. */
td_str twin_said(struct twin *t, const struct step *step);
bool twin_support(struct twin *t);
void twin_meters(struct twin *t);
/* What has moved since they were said last. */
void twin_meters_changed(struct twin *t);
void twin_hint(struct twin *t);
bool twin_note(struct twin *t, td_str rest);
bool twin_note_keep(struct twin *t, td_str note); /* an empty one is none; always true */
bool twin_board(struct twin *t, td_str rest);
/* options.c: settings */
bool twin_options(struct twin *t);
/* feedback.c */
void twin_feedback(struct twin *t);
/* afterwards.c: how it ended */
void twin_ending(struct twin *t);
/* the ending, one's own view, the debrief.  *ret_again: a new attempt has begun. */
bool twin_afterwards(struct twin *t, bool *ret_again);
/* Has the debrief of this attempt been heard to its end? */
bool twin_was_debriefed(const struct twin *t);

/* twin.c: the whole evening; the exit status. */
struct twin_wish {
    const char *scenario; /* or NULL */
    bool resume;
    const char *resume_file; /* or NULL: the newest */
    struct setup setup;
    const char *save; /* or NULL */
};
int twin_run(struct library *library, struct settings *settings, const char *broken, const struct twin_wish *wish);

/* script.c: `--commands`: every line applied and its view printed. */
int script_run(struct library *library, const char *scenario, const char *commands, const struct setup *setup,
               const char *save);

#endif
