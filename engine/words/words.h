/* words.h - every sentence of the program, by id, in the learner's language.
 * The engine works with codes; the words for people are chosen here and nowhere else, so that a
 * language is one file (assets/lang/<lang>.json) and no sentence can hide in the code.
 *
 * A text is a whole sentence with {named} places in it, never a piece to be glued to another.
 * Where grammar wants it, a text has variants: by the person spoken of (he, she, they) and by
 * number (one, other), in any nesting:
 *     "notice.quiet": {"he": "He has gone quiet.", "she": "She has gone quiet.", "they": "..."}
 *     "left": {"one": "{n} exchange left.", "other": "{n} exchanges left."}
 * A list of strings is one text of several lines. */
#ifndef TD_WORDS_WORDS_H
#define TD_WORDS_WORDS_H

#include "diag.h"
#include "writer.h"

struct words;

/* Who is spoken of; the same order as TD_PRONOUNS of scenario.h, so an enum pronoun may be passed. */
enum { WORDS_HE, WORDS_SHE, WORDS_THEY, WORDS_PERSONS };

/* What fills one {name}: a text or a number.  The names of a sentence stand in the file. */
struct word_arg {
    const char *name;
    td_str text;
    int64_t number;
    bool is_number;
};
#define ARG_TEXT(arg_name, value) ((struct word_arg){.name = (arg_name), .text = (value)})
#define ARG_INT(arg_name, value) ((struct word_arg){.name = (arg_name), .number = (value), .is_number = true})

/* Reads a language file.  fallback (NULL for English itself) is asked where this one has no text; it
 * is borrowed and must outlive *ret.  Against a fallback, texts that are missing, unknown or have
 * other places are warnings.  All faults go to diags; on success *ret is the caller's, to be freed with
 * words_destroy(), otherwise it is untouched.  bytes may be freed afterwards. */
td_status words_load(const td_allocator *mem, td_str file, td_str bytes, struct diags *diags,
                     const struct words *fallback, struct words **ret);
/* The language "xx" that nobody speaks, made from another: "[!! ... !!]" around every text.  What is
 * shown without the marks did not come from here.  source is borrowed as in words_load(). */
void words_pseudo(const td_allocator *mem, const struct words *source, struct words **ret);
void words_destroy(struct words *words);

/* "en", "fr", ... */
td_str words_lang(const struct words *words);

/* Values that hold for the whole program run: {service.crisis_line}, {learner.name}, ...  A name is
 * good if the language file has a text "value.<name>", which stands in as long as nothing is set.
 * Copies value.  false and nothing changed if there is no such name. */
bool words_set_value(struct words *words, td_str name, td_str value);
/* Sets values from an institution's overlay file {"format":"talkdown-overlay-1","values":{...}}.
 * All faults go to diags; nothing is set unless the whole file is good. */
td_status words_overlay(struct words *words, td_str file, td_str bytes, struct diags *diags);

/* Is there a text with this id, here or in the fall-back? */
bool words_has(const struct words *words, td_str id);
/* The text as it stands in the file (of a text with variants the last: they, other), its places not
 * filled in.  Falls back to the other language, then to id itself, so that a gap is seen.  Lives as
 * long as words, or as id. */
td_str words_get(const struct words *words, td_str id);

/* Appends the sentence id for person (WORDS_HE ...), its places filled from args, then from the
 * values.  A text with one/other looks at the argument "n", or else at the first number.  A place
 * that nobody fills stays as it stands, braces and all. */
void words_write(struct writer *w, const struct words *words, const char *id, int person, const struct word_arg *args,
                 int count);
/* The same with the first of several ids that has a text: from the most particular to the general. */
void words_write_first(struct writer *w, const struct words *words, const char *const *ids, int id_count, int person,
                       const struct word_arg *args, int count);
/* Fills the places of a text from elsewhere, such as a scenario's line. */
void words_fill(struct writer *w, const struct words *words, td_str text, const struct word_arg *args, int count);
/* "a, b and c". */
void words_join(struct writer *w, const struct words *words, const td_str *items, int count);

/* For tests and tools: all ids of this file in its order, index 0 .. words_count() - 1. */
int words_count(const struct words *words);
td_str words_id(const struct words *words, int index);
/* One variant of a text: person and plural (0 one, 1 other); equal where the text has none. */
td_str words_variant(const struct words *words, td_str id, int person, int plural);

#endif
