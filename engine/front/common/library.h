/* library.h - everything a verb needs to work on a scenario or a play, loaded in one call.
 * Faults are printed as they are found, each with its place, in the reader's language. */
#ifndef TD_FRONT_LIBRARY_H
#define TD_FRONT_LIBRARY_H

#include "journal.h"
#include "paths.h"
#include "words.h"

/* The program's words and the model: loaded once, at the start of a verb. */
struct library {
    struct arena arena;
    const char *data; /* folder of scenarios and assets */
    const char *home; /* folder of the learner, or NULL */
    struct words *english;
    struct words *words;       /* the language asked for; may be english itself */
    const char *lang;          /* "en", "fr", "xx" */
    const char *lost_lang;     /* the settings ask for this one and it is not there, or NULL */
    bool unread;               /* what was named last could not be read: see library_refusal() */
    struct model own_model;    /* from --model FILE */
    const struct model *model; /* that, or the built-in one */
};

/* lang: "en", "fr", "xx" (the pseudo-language of the tests), or NULL for what the learner's settings say;
 * where they say nothing or name one that is not there (lost_lang), what LC_ALL, LC_MESSAGES or LANG say.
 * model_file may be NULL.  false: the reader has been told why; the exit status is CLI_USAGE. */
bool library_open(const char *lang, const char *model_file, struct library *ret);
void library_close(struct library *library);
/* Changes the language of the program.  false: there is none of that name, and nothing changes. */
bool library_speak(struct library *library, const char *lang);
/* Those that are installed: "en and fr".  In the library's arena. */
td_str library_languages(struct library *library);

/* A scenario with its words. */
struct tale {
    td_scenario *scenario;
    td_texts *source; /* in the scenario's own language */
    td_texts *texts;  /* in the language asked for; source itself where there is no other */
    const char *path; /* of scenario.json */
    td_str bytes;     /* the file, for the frozen copy beside plays */
    int errors, warnings;
};

/* name: an id under scenarios/, a folder, or a path of a scenario.json.  quiet: warnings are counted
 * but not printed.  false: the reader has been told. */
bool tale_open(struct library *library, const char *name, bool quiet, struct tale *ret);
void tale_close(struct tale *tale);
/* Its words in the library's language, where there are any. */
void tale_speak(struct library *library, struct tale *tale);
/* The path of the scenario.json that name means, or NULL if there is none. */
const char *tale_find(struct library *library, const char *name);

/* The scenario a journal at path was played in, by the hash of its rules: a scenario.json beside the play,
 * the one in the library, or the copy frozen when it was played.  false, silently, if there is none. */
bool tale_for(struct library *library, const char *path, const td_journal *journal, struct tale *ret);
/* The same for another record at path of how a scenario with these rules was played. */
bool tale_by_rules(struct library *library, const char *path, td_str scenario, uint64_t rules, struct tale *ret);
/* A journal and its scenario; where none has the same rules, the one of that name, and the reader is told. */
bool play_open(struct library *library, const char *path, td_journal **ret_journal, struct tale *ret_tale);

/* The exit status after tale_open() or play_open() refused: CLI_USAGE where what was named is not there or cannot
 * be read, CLI_NO where it was read and is no scenario or no play. */
int library_refusal(const struct library *library);

/* Says on stderr that a play has no such attempt. */
void library_say_no_attempt(const struct library *library, int attempt, const td_journal *journal);

/* Says on stderr where and why a replay left its journal, and what that means for what is shown; nothing where
 * all went well. */
void library_say_replay(const struct library *library, const struct replay_report *report);

/* Prints every diagnostic as "file:line:column: code: sentence" to stderr.  Returns how many errors. */
int library_print_diags(const struct library *library, const struct diags *diags, bool quiet_warnings);

/* Prints a sentence of the program to stdout or stderr with a line end. */
void library_say(const struct library *library, bool error, const char *id, const struct word_arg *args, int count);

#endif
