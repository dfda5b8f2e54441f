/* form.h - what an object of a scenario file may contain: one table per kind of object.
 * The tables are the contract of the format as the program sees it; assets/schema/scenario-1.json is
 * the same contract for editors, and a test holds the two together.  Keys that begin with "x-" are
 * the author's own and allowed everywhere. */
#ifndef TD_SCENARIO_FORM_H
#define TD_SCENARIO_FORM_H

#include "json.h"
#include "scenario.h"

enum field_kind {
    FIELD_ID,   /* small letters, digits, hyphens */
    FIELD_TEXT, /* a string with something in it */
    FIELD_INT,  /* low..high */
    FIELD_BOOL,
    FIELD_NAME,    /* one of a closed list */
    FIELD_ACT,     /* one of the 33 acts */
    FIELD_IDS,     /* low..high ids, none twice */
    FIELD_NAMES,   /* low..high names of a closed list, none twice */
    FIELD_INTS,    /* low..high whole numbers; which ones, the reader says */
    FIELD_TEXTS,   /* low..high strings with something in them */
    FIELD_OBJECTS, /* low..high objects */
    FIELD_OBJECT,
    FIELD_ANY,   /* the reader looks at it */
    FIELD_WORDS, /* words inline: in drafts only */
};

struct field {
    td_str name;
    enum field_kind kind;
    bool required;
    int32_t low, high;
    const td_str *names;
};

struct form {
    const struct field *fields;
    int count;
};

enum { LAST_ID_MOST = 999999 };

/* X(key, kind, required, low, high, names) */
#define MUST true
#define MAY false

#define ROOT_FIELDS(X)                                       \
    X(format, TEXT, MUST, 0, 0, NULL)                        \
    X(id, ID, MUST, 0, 0, NULL)                              \
    X(lang, TEXT, MUST, 0, 0, NULL)                          \
    X(last_id, INT, MUST, 0, LAST_ID_MOST, NULL)             \
    X(sector, NAME, MUST, 0, 0, sector_names)                \
    X(stance, NAME, MUST, 0, 0, stance_names)                \
    X(place, NAME, MUST, 0, 0, place_names)                  \
    X(channel, NAME, MUST, 0, 0, talk_channel_names)         \
    X(minutes, INT, MUST, 1, 120, NULL)                      \
    X(outcomes, INTS, MUST, 0, 5, NULL)                      \
    X(modules, INTS, MUST, 0, 7, NULL)                       \
    X(budget, OBJECT, MUST, 0, 0, NULL)                      \
    X(intended_outcome, NAME, MUST, 0, 0, intended_names)    \
    X(difficulty, INT, MUST, 100, 3000, NULL)                \
    X(content_notes, NAMES, MUST, 0, 14, content_note_names) \
    X(services, TEXTS, MAY, 0, 16, NULL)                     \
    X(sources, TEXTS, MUST, 0, 64, NULL)                     \
    X(reviewed_by, TEXTS, MUST, 0, 64, NULL)                 \
    X(distance, OBJECT, MAY, 0, 0, NULL)                     \
    X(delivery, OBJECT, MAY, 0, 0, NULL)                     \
    X(subject, OBJECT, MUST, 0, 0, NULL)                     \
    X(facts, OBJECTS, MAY, 0, LIMIT_MEMORY, NULL)            \
    X(flags, IDS, MAY, 0, LIMIT_MEMORY, NULL)                \
    X(variants, OBJECTS, MAY, 0, LIMIT_AXES, NULL)           \
    X(briefing, OBJECT, MAY, 0, 0, NULL)                     \
    X(start, ID, MUST, 0, 0, NULL)                           \
    X(nodes, OBJECTS, MUST, 1, LIMIT_NODES, NULL)            \
    X(floating, OBJECTS, MAY, 0, LIMIT_FLOATING, NULL)       \
    X(silence, OBJECTS, MUST, 1, LIMIT_LINES_PER_LIST, NULL) \
    X(observe, OBJECTS, MAY, 0, LIMIT_LINES_PER_LIST, NULL)  \
    X(repeat, OBJECTS, MAY, 0, LIMIT_LINES_PER_LIST, NULL)   \
    X(reactions, OBJECT, MAY, 0, 0, NULL)                    \
    X(events, OBJECTS, MAY, 0, LIMIT_EVENTS, NULL)           \
    X(demands, OBJECTS, MAY, 0, LIMIT_DEMANDS, NULL)         \
    X(third_parties, OBJECTS, MAY, 0, LIMIT_PARTIES, NULL)   \
    X(help, OBJECTS, MAY, 0, LIMIT_HELP, NULL)               \
    X(scene, OBJECTS, MAY, 0, LIMIT_SCENE, NULL)             \
    X(prompts, OBJECTS, MAY, 0, LIMIT_PROMPTS, NULL)         \
    X(endings, OBJECTS, MUST, 1, LIMIT_ENDINGS, NULL)        \
    X(inject, OBJECTS, MAY, 0, LIMIT_EVENTS, NULL)           \
    X(words, WORDS, MAY, 0, 0, NULL)                         \
    X(texts, WORDS, MAY, 0, 0, NULL)

#define BUDGET_FIELDS(X)                              \
    X(exchanges, INT, MUST, 1, LIMIT_EXCHANGES, NULL) \
    X(minutes, INT, MUST, 1, LIMIT_STORY_MINUTES, NULL)

#define DISTANCE_FIELDS(X)              \
    X(start, INT, MUST, 50, 1000, NULL) \
    X(fixed, BOOL, MAY, 0, 0, NULL)

#define DELIVERY_FIELDS(X)                 \
    X(soft_unheard, BOOL, MAY, 0, 0, NULL) \
    X(slow_loses, BOOL, MAY, 0, 0, NULL)   \
    X(far_unheard, INT, MAY, 100, 1000, NULL)

#define SUBJECT_FIELDS(X)                       \
    X(identity, ID, MUST, 0, 0, NULL)           \
    X(pronoun, NAME, MUST, 0, 0, pronoun_names) \
    X(profile, ANY, MUST, 0, 0, NULL)           \
    X(overrides, OBJECT, MAY, 0, 0, NULL)       \
    X(expressive, BOOL, MUST, 0, 0, NULL)       \
    X(emotion, NAME, MUST, 0, 0, emotion_names) \
    X(need, NAME, MUST, 0, 0, need_names)

#define FACT_FIELDS(X)                         \
    X(id, ID, MUST, 0, 0, NULL)                \
    X(kind, NAME, MUST, 0, 0, fact_kind_names) \
    X(when, OBJECT, MAY, 0, 0, NULL)           \
    X(strength, INT, MAY, 0, 400, NULL)        \
    X(tag, NAME, MAY, 0, 0, trigger_tag_names) \
    X(say, WORDS, MAY, 0, 0, NULL)

#define AXIS_FIELDS(X)          \
    X(id, ID, MUST, 0, 0, NULL) \
    X(options, OBJECTS, MUST, 2, LIMIT_OPTIONS, NULL)

#define OPTION_FIELDS(X)          \
    X(id, ID, MUST, 0, 0, NULL)   \
    X(set, IDS, MAY, 0, 16, NULL) \
    X(overrides, OBJECT, MAY, 0, 0, NULL)

#define BRIEFING_FIELDS(X)                                 \
    X(items, OBJECTS, MUST, 1, LIMIT_BRIEFING_ITEMS, NULL) \
    X(pick, INT, MAY, 0, LIMIT_PICKED, NULL)               \
    X(approach, OBJECTS, MAY, 0, 8, NULL)

#define ITEM_FIELDS(X)                            \
    X(id, ID, MUST, 0, 0, NULL)                   \
    X(class, NAME, MUST, 0, 0, brief_class_names) \
    X(key, BOOL, MAY, 0, 0, NULL)                 \
    X(say, WORDS, MAY, 0, 0, NULL)

#define APPROACH_FIELDS(X)         \
    X(id, ID, MUST, 0, 0, NULL)    \
    X(key, BOOL, MAY, 0, 0, NULL)  \
    X(sets, IDS, MAY, 0, 16, NULL) \
    X(say, WORDS, MAY, 0, 0, NULL)

#define COND_FIELDS(X)                            \
    X(stage, INTS, MAY, 1, 5, NULL)               \
    X(band, NAMES, MAY, 1, 5, band_names)         \
    X(knows, IDS, MAY, 1, 32, NULL)               \
    X(not_knows, IDS, MAY, 1, 32, NULL)           \
    X(flags, IDS, MAY, 1, 32, NULL)               \
    X(not_flags, IDS, MAY, 1, 32, NULL)           \
    X(said, IDS, MAY, 1, 32, NULL)                \
    X(not_said, IDS, MAY, 1, 32, NULL)            \
    X(visited, IDS, MAY, 1, 32, NULL)             \
    X(not_visited, IDS, MAY, 1, 32, NULL)         \
    X(agitation, INTS, MAY, 2, 2, NULL)           \
    X(understanding, INTS, MAY, 2, 2, NULL)       \
    X(rapport, INTS, MAY, 2, 2, NULL)             \
    X(trust, INTS, MAY, 2, 2, NULL)               \
    X(autonomy, INTS, MAY, 2, 2, NULL)            \
    X(hope, INTS, MAY, 2, 2, NULL)                \
    X(commitment, INTS, MAY, 2, 2, NULL)          \
    X(rupture, INTS, MAY, 2, 2, NULL)             \
    X(exchange, INTS, MAY, 2, 2, NULL)            \
    X(minute, INTS, MAY, 2, 2, NULL)              \
    X(last_act, TEXTS, MAY, 1, ACT_COUNT, NULL)   \
    X(help, NAMES, MAY, 1, 5, help_kind_names)    \
    X(arrived, NAMES, MAY, 1, 5, help_kind_names) \
    X(asked, BOOL, MAY, 0, 0, NULL)               \
    X(delivery, NAMES, MAY, 1, 6, delivery_names) \
    X(promised, BOOL, MAY, 0, 0, NULL)            \
    X(outcome, NAMES, MAY, 1, 7, outcome_names)   \
    X(any, OBJECTS, MAY, 1, 16, NULL)

#define NODE_FIELDS(X)                                         \
    X(id, ID, MUST, 0, 0, NULL)                                \
    X(topic, ID, MAY, 0, 0, NULL)                              \
    X(entry, OBJECT, MAY, 0, 0, NULL)                          \
    X(again, BOOL, MAY, 0, 0, NULL)                            \
    X(discuss, BOOL, MAY, 0, 0, NULL)                          \
    X(scene_break, BOOL, MAY, 0, 0, NULL)                      \
    X(raises, ID, MAY, 0, 0, NULL)                             \
    X(lines, OBJECTS, MAY, 0, LIMIT_LINES_PER_LIST, NULL)      \
    X(choices, OBJECTS, MUST, 0, LIMIT_CHOICES_PER_NODE, NULL) \
    X(silence, OBJECTS, MAY, 0, LIMIT_LINES_PER_LIST, NULL)

#define ENTRY_FIELDS(X)              \
    X(when, OBJECT, MAY, 0, 0, NULL) \
    X(priority, INT, MAY, -1000, 1000, NULL)

/* Something said or done by the person.  The same with and without a way on. */
#define LINE_FIELDS(X)                  \
    X(id, ID, MUST, 0, 0, NULL)         \
    X(when, OBJECT, MAY, 0, 0, NULL)    \
    X(discloses, IDS, MAY, 0, 16, NULL) \
    X(sets, IDS, MAY, 0, 16, NULL)      \
    X(cue, ID, MAY, 0, 0, NULL)         \
    X(say, WORDS, MAY, 0, 0, NULL)

#define REACTION_FIELDS(X) \
    LINE_FIELDS(X)         \
    X(to, ID, MAY, 0, 0, NULL)

#define CHOICE_FIELDS(X)                                       \
    X(id, ID, MUST, 0, 0, NULL)                                \
    X(act, ACT, MUST, 0, 0, NULL)                              \
    X(q, INT, MAY, 0, 1000, NULL)                              \
    X(tone, INT, MAY, -2, 2, NULL)                             \
    X(pace, INT, MAY, -2, 1, NULL)                             \
    X(dt, INT, MAY, 1, 3600, NULL)                             \
    X(complexity, INT, MAY, 0, 3, NULL)                        \
    X(need, NAME, MAY, 0, 0, need_names)                       \
    X(names, ID, MAY, 0, 0, NULL)                              \
    X(demand, ID, MAY, 0, 0, NULL)                             \
    X(promise, ID, MAY, 0, 0, NULL)                            \
    X(grant, ID, MAY, 0, 0, NULL)                              \
    X(party, ID, MAY, 0, 0, NULL)                              \
    X(live, BOOL, MAY, 0, 0, NULL)                             \
    X(when, OBJECT, MAY, 0, 0, NULL)                           \
    X(once, BOOL, MAY, 0, 0, NULL)                             \
    X(sets, IDS, MAY, 0, 16, NULL)                             \
    X(discloses, IDS, MAY, 0, 16, NULL)                        \
    X(to, ANY, MAY, 0, 0, NULL)                                \
    X(reactions, OBJECTS, MUST, 1, LIMIT_LINES_PER_LIST, NULL) \
    X(say, WORDS, MAY, 0, 0, NULL)                             \
    X(why, WORDS, MAY, 0, 0, NULL)

#define FLOATING_FIELDS(X) \
    CHOICE_FIELDS(X)       \
    X(exclude, IDS, MAY, 0, 64, NULL)

#define TARGET_FIELDS(X)        \
    X(to, ID, MUST, 0, 0, NULL) \
    X(when, OBJECT, MAY, 0, 0, NULL)

#define GENERIC_FIELDS(X)                                      \
    X(open_wound, OBJECTS, MAY, 0, LIMIT_LINES_PER_LIST, NULL) \
    X(harsh, OBJECTS, MAY, 0, LIMIT_LINES_PER_LIST, NULL)

#define EVENT_FIELDS(X)                        \
    X(id, ID, MUST, 0, 0, NULL)                \
    X(at, OBJECT, MAY, 0, 0, NULL)             \
    X(when, OBJECT, MAY, 0, 0, NULL)           \
    X(effect, OBJECT, MAY, 0, 0, NULL)         \
    X(tag, NAME, MAY, 0, 0, trigger_tag_names) \
    X(sets, IDS, MAY, 0, 16, NULL)             \
    X(discloses, IDS, MAY, 0, 16, NULL)        \
    X(arrives, ID, MAY, 0, 0, NULL)            \
    X(raises, ID, MAY, 0, 0, NULL)             \
    X(to, ID, MAY, 0, 0, NULL)                 \
    X(say, WORDS, MAY, 0, 0, NULL)

#define INJECT_FIELDS(X) \
    EVENT_FIELDS(X)      \
    X(suggested, BOOL, MAY, 0, 0, NULL)

#define MOMENT_FIELDS(X) X(minutes, INT, MUST, 0, LIMIT_STORY_MINUTES, NULL)

#define EFFECT_FIELDS(X)            \
    X(P, INT, MAY, -150, 150, NULL) \
    X(U, INT, MAY, -150, 150, NULL) \
    X(T, INT, MAY, -150, 150, NULL) \
    X(H, INT, MAY, -150, 150, NULL)

#define DEMAND_FIELDS(X)                 \
    X(id, ID, MUST, 0, 0, NULL)          \
    X(topic, ID, MAY, 0, 0, NULL)        \
    X(deadline, OBJECT, MAY, 0, 0, NULL) \
    X(say, WORDS, MAY, 0, 0, NULL)       \
    X(pressed, WORDS, MAY, 0, 0, NULL)

#define PARTY_FIELDS(X)                  \
    X(id, ID, MUST, 0, 0, NULL)          \
    X(tpi, INT, MUST, -1000, 1000, NULL) \
    X(name_fact, ID, MAY, 0, 0, NULL)    \
    X(say, WORDS, MAY, 0, 0, NULL)

#define HELP_FIELDS(X)                                            \
    X(kind, NAME, MUST, 0, 0, help_kind_names)                    \
    X(minutes, INT, MUST, 0, 120, NULL)                           \
    X(needed, BOOL, MAY, 0, 0, NULL)                              \
    X(handover, BOOL, MAY, 0, 0, NULL)                            \
    X(announce, OBJECTS, MAY, 0, LIMIT_LINES_PER_LIST, NULL)      \
    X(worded_threat, OBJECTS, MAY, 0, LIMIT_LINES_PER_LIST, NULL) \
    X(arrive, OBJECTS, MAY, 0, LIMIT_LINES_PER_LIST, NULL)

#define SCENE_FIELDS(X)                         \
    X(kind, NAME, MUST, 0, 0, scene_kind_names) \
    X(effect, OBJECT, MAY, 0, 0, NULL)          \
    X(reactions, OBJECTS, MAY, 0, LIMIT_LINES_PER_LIST, NULL)

#define SCENE_EFFECT_FIELDS(X)      \
    X(P, INT, MAY, -150, 150, NULL) \
    X(U, INT, MAY, -150, 150, NULL)

#define PROMPT_FIELDS(X)                         \
    X(id, ID, MUST, 0, 0, NULL)                  \
    X(at, TEXT, MUST, 0, 0, NULL)                \
    X(kind, NAME, MUST, 0, 0, prompt_kind_names) \
    X(options, IDS, MAY, 2, 8, NULL)             \
    X(key, IDS, MAY, 1, 8, NULL)                 \
    X(say, WORDS, MAY, 0, 0, NULL)

#define ENDING_FIELDS(X)                        \
    X(id, ID, MUST, 0, 0, NULL)                 \
    X(outcome, NAME, MUST, 0, 0, outcome_names) \
    X(when, OBJECT, MAY, 0, 0, NULL)            \
    X(grade, INT, MAY, 0, 1000, NULL)           \
    X(say, WORDS, MAY, 0, 0, NULL)

#define TEXT_ROOT_FIELDS(X)           \
    X(format, TEXT, MUST, 0, 0, NULL) \
    X(scenario, ID, MUST, 0, 0, NULL) \
    X(lang, TEXT, MUST, 0, 0, NULL)   \
    X(texts, OBJECT, MUST, 0, 0, NULL)

#define TRANSLATED_FIELDS(X)        \
    X(text, TEXT, MUST, 0, 0, NULL) \
    X(of, TEXT, MUST, 0, 0, NULL)

/* X(name in C, LIST): every kind of object, for the tables, their enums and the test of the schema. */
#define FORMS(X)                  \
    X(root, ROOT)                 \
    X(budget, BUDGET)             \
    X(distance, DISTANCE)         \
    X(delivery, DELIVERY)         \
    X(subject, SUBJECT)           \
    X(fact, FACT)                 \
    X(axis, AXIS)                 \
    X(option, OPTION)             \
    X(briefing, BRIEFING)         \
    X(item, ITEM)                 \
    X(approach, APPROACH)         \
    X(condition, COND)            \
    X(node, NODE)                 \
    X(entry, ENTRY)               \
    X(line, LINE)                 \
    X(reaction, REACTION)         \
    X(choice, CHOICE)             \
    X(floating, FLOATING)         \
    X(target, TARGET)             \
    X(generic, GENERIC)           \
    X(event, EVENT)               \
    X(inject, INJECT)             \
    X(moment, MOMENT)             \
    X(effect, EFFECT)             \
    X(demand, DEMAND)             \
    X(party, PARTY)               \
    X(help, HELP)                 \
    X(scene, SCENE)               \
    X(scene_effect, SCENE_EFFECT) \
    X(prompt, PROMPT)             \
    X(ending, ENDING)             \
    X(text_root, TEXT_ROOT)       \
    X(translated, TRANSLATED)

/* struct choice_fields { struct json_at id, act, q, ...; }: where load_object() puts what it found. */
#define FIELD_MEMBER(key, kind, required, low, high, names) struct json_at key;
#define FORM_STRUCT(name, LIST)     \
    struct name##_fields {          \
        LIST##_FIELDS(FIELD_MEMBER) \
    };
FORMS(FORM_STRUCT)

#define FORM_DECLARE(name, LIST) extern const struct form form_##name;
FORMS(FORM_DECLARE)

bool form_is_id(td_str text);
bool form_is_language(td_str tag); /* "en", "pt-BR" */

/* Closed lists that only the format has. */
extern const td_str intended_names[]; /* outcomes a scenario may aim at: resolved, stabilised */
extern const td_str trigger_tag_names[];

#endif
