/* draft_words.h - what the halves of finishing a draft share: numbering and writing in draft.c, the
 * text file in draft_words.c. */
#ifndef TD_SCENARIO_DRAFT_WORDS_H
#define TD_SCENARIO_DRAFT_WORDS_H

#include "draft.h"
#include "id_index.h"
#include "writer.h"

struct text {
    td_str key, text;
    int32_t twin; /* the next text of the same words in the present file, or NONE */
    bool taken;   /* its id belongs to a line of the draft */
    bool written;
};

struct draft {
    struct arena *a;
    struct diags *diags;
    int32_t last_id;
    int made, moved;
    struct grow ids;         /* td_str: of every choice and line in the order of the file */
    int32_t next;            /* of them, while writing */
    struct id_index renamed; /* the draft's own name of a choice -> number in ids */
    struct grow fresh;       /* struct text: the inline words, in the order of the file */
    struct id_index fresh_keys;
    struct grow old; /* struct text: of the present text file */
    struct id_index old_keys, old_words;
    struct writer out;
};

extern const struct json_limits draft_limits;

/* The string of a member, or empty. */
td_str draft_string(const struct json_at *at, const char *key);
/* The author's own key, x-something? */
bool draft_is_own(const struct json_at *at);
/* id, or id.part. */
td_str draft_key(struct draft *d, td_str id, const char *part);

/* Learns the texts of the present file; doc may be NULL. */
void draft_see_texts(struct draft *d, const struct json_doc *doc);
/* The new text file for a finished scenario. */
td_str draft_write_texts(struct draft *d, const struct json_at *finished);

#endif
