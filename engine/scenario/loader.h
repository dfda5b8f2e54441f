/* loader.h - what the parts of the loader share while one scenario is being read, and how they read.
 *
 * Two rounds.  The survey (survey.c) only learns the names of everything that can be referred to, so
 * that a reference may point forward; then each part is compiled once, from the top of the file to its
 * end.  A fault never stops the round: the value counts as absent, and reading goes on, so that an
 * author sees everything that is wrong in one run. */
#ifndef TD_SCENARIO_LOADER_H
#define TD_SCENARIO_LOADER_H

#include "form.h"
#include "id_index.h"
#include "writer.h"

#define SCENARIO_FORMAT "talkdown-scenario-1"
#define TEXT_FORMAT "talkdown-text-1"

struct loader {
    const td_allocator *mem;
    const struct model *model;
    struct diags *diags;
    struct arena scratch; /* this call's */
    td_scenario *s;       /* being built; what stays is in its arena */
    struct json_at root;
    struct root_fields file; /* its members */

    struct grow nodes, choices, lines, conditions, targets, pool, ranges, options, overrides, prompt_options;
    struct id_index node_ids, choice_ids, memory_ids, demand_ids, party_ids;
    struct id_index text_ids; /* what has words of its own, whose key its id is; without the numbered ones */
    uint64_t *choice_numbers, *line_numbers; /* the numbered ones: a bit each, up to last_id */
    int32_t choice_total;                    /* that the survey saw */
    bool knows_choices;                      /* choice_ids is filled: only when somebody asks */
    bool whole;                              /* every index that was given away has its entry */
};

/* --- faults; the severity is that of the code.  at: the value, or with _key the key before it. --- */
void load_fault(struct loader *l, const struct json_at *at, const char *code, td_str subject, td_str detail);
void load_fault_near(struct loader *l, const struct json_at *at, const char *code, td_str subject, td_str detail,
                     td_str nearest);
void load_fault_key(struct loader *l, const struct json_at *at, const char *code, td_str subject, td_str detail,
                    td_str nearest);
/* "low..high" and a number as text, in scratch. */
td_str load_range_text(struct loader *l, int64_t low, int64_t high);
td_str load_int_text(struct loader *l, int64_t value);
td_str load_type_name(enum json_type type);
/* Appends a name to "a, b, c". */
void load_list_name(struct writer *w, td_str name);

/* --- objects and values --- */

/* Reads the members of an object into ret, the _fields struct of the form: what is absent or faulty
 * stays zero, and given() says so.  false if at is no object. */
bool load_object(struct loader *l, const struct json_at *at, const struct form *form, void *ret);

static inline bool given(const struct json_at *at)
{
    return at->value != NULL;
}
/* The same as json_first(), but false for what is not given. */
bool load_first(const struct json_at *list, struct json_at *ret);
int load_count(const struct json_at *list);

int32_t load_int(const struct json_at *at, int32_t otherwise);
bool load_bool(const struct json_at *at, bool otherwise);
/* The index in a closed list. */
int32_t load_name(const struct json_at *at, const td_str *names, int32_t otherwise);
/* A bit for every name of a FIELD_NAMES. */
uint32_t load_names(const struct json_at *at, const td_str *names);
/* A copy in the scenario's arena; empty if not given. */
td_str load_text(struct loader *l, const struct json_at *at);
/* Numbers of a FIELD_INTS within low..high, at most max; others are faults.  Returns how many. */
int load_ints(struct loader *l, const struct json_at *at, int32_t low, int32_t high, int32_t *ret, int max);
const td_str *load_texts(struct loader *l, const struct json_at *at, int *ret_count);

/* The fault for a string that should have named an act. */
void load_unknown_act(struct loader *l, const struct json_at *at);

/* Takes an id in the one name space of text keys.  false if it is taken: *ret_holder is the section. */
bool load_take(struct loader *l, td_str id, td_str section, td_str *ret_holder);
/* The id of an object that has words: copied, and taken in the one name space of text keys. */
td_str load_id(struct loader *l, const struct json_at *at);
/* The same for what the tool numbers, c001 or l001; letter is 'c' or 'l'. */
td_str load_made_id(struct loader *l, const struct json_at *at, char letter);

/* --- references --- */

/* The value a name has in ids, or NONE with a fault of this code. */
int32_t load_ref(struct loader *l, const struct json_at *at, const struct id_index *ids, const char *code);
int32_t load_ref_node(struct loader *l, const struct json_at *at);
/* A fact of one of these kinds (bits of enum fact_kind; 0 = any) as memory bit. */
int32_t load_ref_fact(struct loader *l, const struct json_at *at, uint32_t kinds);
/* Lists of references as a span of the pool. */
struct span load_ref_facts(struct loader *l, const struct json_at *list);
struct span load_ref_flags(struct loader *l, const struct json_at *list);
struct span load_ref_nodes(struct loader *l, const struct json_at *list);
struct span load_ref_choices(struct loader *l, const struct json_at *list);

/* --- the parts --- */

void load_survey(struct loader *l);
/* Few stories ask what was said, so the names of choices are learnt when the first one does. */
void load_learn_choices(struct loader *l);
void compile_head(struct loader *l);
void compile_memory(struct loader *l); /* facts, flags, variants */
void compile_briefing(struct loader *l);
void compile_story(struct loader *l); /* nodes, floating choices, what is said at any time */
void compile_sides(struct loader *l); /* events, demands, third parties, help, scene moves */
void compile_prompts(struct loader *l);
void compile_endings(struct loader *l);

/* The index of the condition; 0 for one that always holds, or is not given. */
int32_t compile_condition(struct loader *l, const struct json_at *at);
/* The same for endings, which may ask for the outcome. */
int32_t compile_ending_condition(struct loader *l, const struct json_at *at);
/* A list of things said, those that always fit last.  form: form_line or form_reaction. */
struct span compile_lines(struct loader *l, const struct json_at *list, const struct form *form);
/* A fault if nothing in the list fits always. */
void compile_need_fallback(struct loader *l, const struct json_at *list, struct span lines);
/* form: form_effect or form_scene_effect. */
struct effect compile_effect(struct loader *l, const struct json_at *at, const struct form *form);
/* Sets profile fields, each within its range, and keeps them in the override pool. */
struct span compile_overrides(struct loader *l, const struct json_at *at, struct profile *profile);
int32_t compile_tag(const struct json_at *at);

/* The whole, once everything is compiled and in its place in l->s. */
void load_check_links(struct loader *l); /* every node can be reached and left; puts the storylets in order */
void load_check_uses(struct loader *l);  /* what is declared is used, and what is used can happen */
/* Item number index of a list, for a late fault. */
struct json_at list_item(const struct json_at *list, int32_t index);

/* What json_open() found wrong, as a status. */
td_status load_status_of_syntax(const struct diags *diags);

/* Of all that is not wording.  Needs no loader. */
uint64_t scenario_rules_hash(const struct json_at *root);

#endif
