/* scenario.h - a checked, immutable scenario: what the loader hands to everybody else.
 * Plain arrays and indices; -1 (NONE) where there is nothing.  Words are not in here: every object has
 * a text id, looked up in a struct texts.  All of it lives in the scenario's arena. */
#ifndef TD_SCENARIO_SCENARIO_H
#define TD_SCENARIO_SCENARIO_H

#include "limits.h"
#include "person.h"

enum { NONE = -1 };

/* Several small closed lists, each named in the files by these words: underscores become hyphens, but
 * for the outcomes, which are spelt as everywhere else in the program. */
#define TD_SECTORS(X) X(health) X(security) X(education) X(social) X(emergency) X(transport) X(home) X(office)
#define TD_STANCES(X) \
    X(first_responder) X(security) X(nurse) X(teacher) X(support_worker) X(call_taker) X(colleague) X(bystander)
#define TD_PLACES(X)     \
    X(bridge_night_rain) \
    X(hospital_waiting)  \
    X(school_corridor) X(shelter_desk) X(stairwell) X(bus_terminal) X(benefits_counter) X(call_desk_night)
#define TD_CHANNELS(X) X(face) X(door) X(telephone)
#define TD_PRONOUNS(X) X(he) X(she) X(they)
#define TD_EMOTIONS(X) X(anger) X(fear) X(shame) X(grief) X(despair) X(confusion) X(loneliness)
#define TD_NEEDS(X) X(content) X(relational) X(identity) X(process)
#define TD_BANDS(X) X(calm) X(anxious) X(agitated) X(hostile) X(crisis)
#define TD_FACT_KINDS(X) X(fact) X(hook) X(decoy) X(trigger) X(risk) X(name) X(demand) X(promise)
#define TD_BRIEF_CLASSES(X) X(known) X(assumed) X(needed)
#define TD_HELP_KINDS(X) X(crisis_team) X(medical) X(supervisor) X(police) X(interpreter)
#define TD_SCENE_KINDS(X) X(step_back) X(step_in) X(sit) X(light_down) X(noise_down) X(audience_away) X(offer_water)
#define TD_OUTCOMES(X) \
    X(resolved) X(stabilised) X(stalemate) X(contact_lost) X(escalated) X(harm_despite_calm) X(withdrawn)
#define TD_PROMPT_KINDS(X) X(agitation) X(nature) X(emotion) X(need) X(known) X(step) X(risk) X(custom)
#define TD_PROMPT_MOMENTS(X) X(start) X(first) X(exchange) X(before_influence) X(before_close)
#define TD_DELIVERIES(X) X(soft) X(firm) X(slow) X(fast) X(close) X(far)
#define TD_CONTENT_NOTES(X) \
    X(suicide)              \
    X(self_harm_talk)       \
    X(job_loss)             \
    X(bereavement)          \
    X(psychosis)            \
    X(intoxication) X(threats) X(weapon_talk) X(domestic) X(children) X(illness) X(racism) X(police) X(homelessness)

#define TD_ENUM(name, PREFIX, LIST) enum name { LIST(PREFIX##_X) name##_count };
#define SECTOR_X(n) SECTOR_##n,
#define STANCE_X(n) STANCE_##n,
#define PLACE_X(n) PLACE_##n,
#define CHANNEL_X(n) CHANNEL_##n,
#define PRONOUN_X(n) PRONOUN_##n,
#define EMOTION_X(n) EMOTION_##n,
#define NEED_X(n) NEED_##n,
#define BAND_X(n) BAND_##n,
#define FACT_X(n) FACT_##n,
#define BRIEF_X(n) BRIEF_##n,
#define HELP_X(n) HELP_##n,
#define SCENE_X(n) SCENE_##n,
#define OUTCOME_X(n) OUTCOME_##n,
#define PROMPT_X(n) PROMPT_##n,
#define MOMENT_X(n) MOMENT_##n,
#define DELIVERY_X(n) DELIVERY_##n,
#define NOTE_X(n) NOTE_##n,
TD_ENUM(sector, SECTOR, TD_SECTORS)
TD_ENUM(stance, STANCE, TD_STANCES)
TD_ENUM(place, PLACE, TD_PLACES)
TD_ENUM(talk_channel, CHANNEL, TD_CHANNELS)
TD_ENUM(pronoun, PRONOUN, TD_PRONOUNS)
TD_ENUM(emotion, EMOTION, TD_EMOTIONS)
TD_ENUM(need, NEED, TD_NEEDS)
TD_ENUM(band, BAND, TD_BANDS)
TD_ENUM(fact_kind, FACT, TD_FACT_KINDS)
TD_ENUM(brief_class, BRIEF, TD_BRIEF_CLASSES)
TD_ENUM(help_kind, HELP, TD_HELP_KINDS)
TD_ENUM(scene_kind, SCENE, TD_SCENE_KINDS)
TD_ENUM(outcome, OUTCOME, TD_OUTCOMES)
TD_ENUM(prompt_kind, PROMPT, TD_PROMPT_KINDS)
TD_ENUM(prompt_moment, MOMENT, TD_PROMPT_MOMENTS)
TD_ENUM(delivery_mark, DELIVERY, TD_DELIVERIES)
TD_ENUM(content_note, NOTE, TD_CONTENT_NOTES)

/* The file's words for one of the lists above: a table of names in list order, ended by {NULL, 0}. */
extern const td_str sector_names[], stance_names[], place_names[], talk_channel_names[], pronoun_names[],
    emotion_names[], need_names[], band_names[], fact_kind_names[], brief_class_names[], help_kind_names[],
    scene_kind_names[], outcome_names[], prompt_kind_names[], prompt_moment_names[], delivery_names[],
    content_note_names[];
/* Index of a name in such a table, or NONE. */
int name_find(const td_str *names, td_str name);

/* Memory: facts first, then flags; a set of bits. */
enum { MEMORY_WORDS = LIMIT_MEMORY / 64 };
struct memory {
    uint64_t bits[MEMORY_WORDS];
};
static inline bool memory_has(const struct memory *m, int bit)
{
    return m->bits[bit >> 6] >> (bit & 63) & 1;
}
static inline void memory_set(struct memory *m, int bit)
{
    m->bits[bit >> 6] |= UINT64_C(1) << (bit & 63);
}

/* A slice of the scenario's pool of small indices. */
struct span {
    int32_t first, count;
};

/* The ranges a condition can ask about: permille, but exchange counts and minute is minutes. */
enum cond_value {
    CV_AGITATION,
    CV_UNDERSTANDING,
    CV_RAPPORT,
    CV_TRUST,
    CV_AUTONOMY,
    CV_HOPE,
    CV_COMMITMENT,
    CV_RUPTURE,
    CV_EXCHANGE,
    CV_MINUTE,
    CV_COUNT
};
enum cond_flag { COND_ASKED_YES = 1, COND_ASKED_NO = 2, COND_PROMISED_YES = 4, COND_PROMISED_NO = 8 };

/* All parts must hold.  Index 0 of scenario.conditions always holds. */
struct condition {
    uint8_t stages; /* bit per stage, 0 = any */
    uint8_t bands;
    uint8_t help_called, help_arrived; /* every bit asked for */
    uint8_t flags;                     /* enum cond_flag */
    uint8_t outcomes;                  /* endings: bit per outcome, 0 = any */
    uint8_t delivery;                  /* bit per delivery mark: any of */
    uint8_t specificity;               /* number of parts */
    uint64_t last_acts;                /* bit per act: any of; 0 = any */
    uint16_t ranges;                   /* bit per cond_value that is asked */
    struct span range;                 /* in range_pool: for each asked value, low then high */
    struct span have, have_not;        /* memory bits */
    struct span said, not_said;        /* choices */
    struct span visited, not_visited;  /* nodes */
    struct span any;                   /* conditions, one must hold */
};

/* What play asks of a condition first: the parts that most of them have, in sixteen bytes side by side, so
 * that a whole scenario's stay in the nearest cache.  Made by scenario_index() from what is written above;
 * for each condition, and once more for each choice, line and storylet that has it.
 *
 * The mask answers at once what is one thing out of a few.  A moment has two rows, one for stage and band,
 * one for whether the question was asked and something promised; a gate lets a moment through if it has both
 * bits. */
enum { MOOD_ROWS = STAGE_COUNT * band_count, MOMENT_ROWS = MOOD_ROWS + 4 };
static inline int mood_row(int stage, int band)
{
    return stage * band_count + band;
}
static inline int talk_row(bool asked, bool promised)
{
    return MOOD_ROWS + 2 * asked + promised;
}
/* What has to be looked at besides: bits. */
enum gate_rest {
    REST_KNOWN = 1,  /* have, have_not of the gate */
    REST_MEMORY = 2, /* the condition's own, where they are more than one bit */
    REST_MARKS = 4,  /* outcomes, delivery, last_acts */
    REST_RANGES = 8, /* all of them, where there are more than the gate's one */
    REST_HELP = 16,
    REST_SAID = 32,
    REST_VISITED = 64,
    REST_ANY = 128
};
enum gate_flag {
    GATE_ONCE = 1,    /* choice: may be said once */
    GATE_TRACES = 2,  /* choice, line: it leaves some in memory or leads somewhere: ask the record */
    GATE_GUARDED = 4, /* line: discloses a fact that has a guard */
    GATE_AGAIN = 8,   /* storylet: may be chosen again */
    GATE_URGENT = 16, /* storylet: priority above 0 */
    GATE_DIRECT = 32  /* choice: asks directly about suicide */
};
struct gate {
    uint32_t mask; /* bit per row */
    uint16_t span; /* now[value] - low is at most this; where nothing is asked, always */
    int16_t low;
    uint8_t value; /* enum cond_value */
    uint8_t specificity;
    uint8_t rest;           /* enum gate_rest */
    uint8_t flags;          /* enum gate_flag */
    int16_t have, have_not; /* one memory bit each, or NONE */
    int32_t condition;
};

/* Long lists of gates at once: floating choices, events, storylets.  For every row of a moment the set of
 * those that let it through, and one for every exchange; the sets of now, intersected, leave a few, and of
 * these only some have to be asked further.  Memory only ever grows, so what waits for one thing to be known,
 * or is shut out by it, is moved when that is learnt and not asked again. */
enum { SIEVE_FLOATING = 0, SIEVE_EVENTS = 1, SIEVE_STORYLETS = 2 };
struct sieve {
    int32_t words;                /* of 64 gates: floating, events, storylets from the third on */
    int32_t turns;                /* exchanges done: none to the whole budget */
    const uint64_t *open;         /* for each word one for each of MOMENT_ROWS */
    const uint64_t *turn;         /* for each word one for each of turns */
    const uint64_t *ask;          /* those that have more than the sieve knows: ask the gate */
    const uint64_t *waiting;      /* shut at first, until something is known */
    const uint64_t *frees, *bars; /* all words for each memory bit: what learning it lets through, or shuts out */
};

/* The same for a few gates, at most eight: bit i for the i-th. */
struct few {
    uint8_t open[MOMENT_ROWS];
    uint8_t ask; /* has more than a mask: ask its gate */
};
enum { FEW_GATES = 8 };
struct node_menu {
    struct few few; /* its own choices */
    uint8_t once;   /* may be said once */
};
_Static_assert((int)LIMIT_CHOICES_PER_NODE <= (int)FEW_GATES, "a node's choices are few");
/* Lines to pick one of, the most specific first, equals in the order of the file. */
struct line_list {
    struct few few;
    bool too_many;             /* for a list: look at each */
    uint8_t place[FEW_GATES];  /* in the span */
    uint8_t rivals[FEW_GATES]; /* bits: those behind it that are as specific */
};

struct target {
    int32_t condition, node;
};

/* Something the person says or does: a node's line, a reaction, an announcement. */
struct line {
    td_str id;
    td_str cue; /* a gesture that goes with it, "hand-lower"; may be empty */
    int32_t condition;
    struct span discloses; /* memory bits; not eligible while a fact's own guard fails */
    struct span sets;
    int32_t to; /* node, or NONE */
};

struct choice {
    td_str id;
    int32_t node;     /* NONE: floating */
    struct move move; /* dist -1; trigger is filled at run time */
    int8_t need;
    int32_t names;                         /* memory bit of the fact it touches, or NONE */
    int32_t demand, promise, grant, party; /* index / memory bit, or NONE */
    bool live;                             /* third party in person, not a message */
    bool once;
    int32_t condition;
    struct span sets, discloses;
    struct span to;        /* targets */
    struct span reactions; /* lines; the last has no condition */
    struct span exclude;   /* floating: nodes where it is not offered */
};

struct node {
    td_str id, topic;
    bool storylet, discuss, scene_break;
    bool again;    /* may be chosen as a storylet a second time; a `to` leads here in any case */
    int32_t entry; /* condition */
    int16_t priority;
    int32_t raises; /* demand, or NONE */
    struct span lines, choices, silence;
};

struct fact {
    td_str id;
    enum fact_kind kind;
    int32_t guard;    /* condition */
    int16_t strength; /* trigger 0..400; decoy 250 */
    int8_t tag;       /* enum trigger_tag or NONE */
};

struct variant_option {
    td_str id;
    struct span sets;
    struct span overrides; /* in override_pool */
};
struct override {
    td_str field;
    int32_t value;
};
struct variant_axis {
    td_str id;
    struct span options;
};

struct effect { /* permille steps, |x| <= 150 */
    int16_t P, U, T, H;
};

struct event {
    td_str id;
    int32_t minute;    /* NONE: on its condition alone; otherwise from then on, when that holds */
    int32_t condition; /* of a card of the inject deck: when it is worth playing */
    bool suggested;    /* inject deck: point it out to the instructor then */
    struct effect effect;
    int8_t tag;
    int32_t arrives; /* third party or NONE */
    int32_t raises;  /* demand or NONE */
    int32_t to;      /* node or NONE */
    struct span sets, discloses;
};

struct demand {
    td_str id, topic;
    int32_t deadline; /* story minute, or NONE */
};

struct party {
    td_str id;
    int32_t tpi;       /* permille; added to the profile's own */
    int32_t name_fact; /* memory bit of the fact that tells of them, or NONE */
};

struct help {
    enum help_kind kind;
    int32_t minutes;
    bool needed, handover;
    struct span announce, worded_threat; /* reactions; may be empty: program texts */
    struct span arrive;                  /* lines on arrival */
};

struct scene_move {
    enum scene_kind kind;
    struct effect effect;
    struct span reactions;
};

struct prompt {
    td_str id;
    enum prompt_kind kind;
    enum prompt_moment moment;
    int32_t exchange;    /* for MOMENT_exchange */
    struct span options; /* in option_pool */
};
struct prompt_option {
    td_str id;
    bool key;
};

struct briefing_item {
    td_str id;
    enum brief_class class;
    bool key;
    struct span sets; /* of an approach: what is so once the talk begins that way */
};

struct ending {
    td_str id;
    enum outcome outcome;
    int32_t condition;
    int16_t grade;
};

struct id_slots { /* open addressing, a power of two: index + 1, 0 = free */
    const int32_t *slot;
    uint32_t mask;
};

enum { SCENARIO_BLOCKS = 10 };

typedef struct td_scenario {
    struct arena arena;
    td_str id, lang;
    enum sector sector;
    enum stance stance;
    enum place place;
    enum talk_channel channel;
    int32_t minutes, budget_exchanges, budget_minutes, difficulty, last_id;
    uint8_t outcomes, modules; /* bit n = number n */
    enum outcome intended;
    int32_t start_distance; /* cm; NONE where distance plays no part */
    bool distance_fixed, soft_unheard, slow_loses;
    int32_t far_unheard; /* cm, NONE = never */
    td_str identity;
    enum pronoun pronoun;
    int profile_index;
    struct profile profile; /* with the scenario's overrides, before a variant's */
    bool expressive;
    enum emotion emotion;
    enum need need;
    const td_str *content_notes, *services, *sources, *reviewed_by;
    int content_note_count, service_count, source_count, reviewer_count;

    const struct fact *facts; /* memory bits 0 .. fact_count-1 */
    const td_str *flags;      /* memory bits fact_count .. */
    int fact_count, flag_count;
    const struct variant_axis *axes;
    const struct variant_option *options;
    const struct override *override_pool;
    int axis_count, option_count;
    const struct briefing_item *briefing, *approach;
    int briefing_count, approach_count, briefing_pick;

    int32_t start; /* node */
    const struct node *nodes;
    const struct choice *choices;
    const struct line *lines;
    const struct condition *conditions;
    const struct target *targets;
    const int32_t *pool; /* what a struct span of plain indices points into */
    const int16_t *range_pool;
    int node_count, choice_count, line_count, condition_count;
    struct span floating;     /* choices (contiguous) */
    const int32_t *storylets; /* node indices: the first eligible one wins (priority, specificity, file) */
    int storylet_count;
    struct span silence, repeat, open_wound, harsh; /* lines */
    struct span observe;                            /* lines */
    const struct event *events, *inject;
    const struct demand *demands;
    const struct party *parties;
    const struct help *help;
    const struct scene_move *scene;
    const struct prompt *prompts;
    const struct prompt_option *prompt_options;
    const struct ending *endings;
    int event_count, inject_count, demand_count, party_count, help_count, scene_count, prompt_count, ending_count;
    void *blocks[SCENARIO_BLOCKS]; /* the loader's own arrays, freed with the scenario */
    uint64_t rules_hash;           /* of all that is not wording; key order and white space do not matter */
    /* Made by scenario_index(): as many as conditions, choices, lines, storylets; not part of the rules. */
    const struct gate *gates, *choice_gates, *line_gates, *storylet_gates, *event_gates;
    struct sieve sieve;
    uint16_t deadlines;                     /* bits: demands that have one */
    const struct node_menu *node_menus;     /* per node */
    const struct line_list *node_lists;     /* per node: its lines */
    const struct line_list *reaction_lists; /* per choice */
    struct line_list repeat_list, open_wound_list, harsh_list;
    const uint64_t *node_excludes;            /* per node, bits: floating choices that are not offered there */
    uint64_t floating_turns, floating_again;  /* bits: those that take turns; those that may be said again */
    const int32_t *node_storylet;             /* place of a node in storylets, or NONE */
    struct id_slots node_slots, choice_slots; /* for the finders below */
} td_scenario;
/* Spans: .lines/.silence/.reactions/.observe/... are contiguous in lines[]; .choices in choices[];
 * .to in targets[]; .any, .have, .said, .visited, .sets, .discloses, .exclude go through pool[]. */

/* The words in one language. */
typedef struct td_texts {
    struct arena arena;
    td_str lang;
    uint64_t hash;
    const struct text_entry *entries; /* in the order of the file */
    int count;
    struct id_slots slots;
} td_texts;

/* Loads and checks a scenario.  All faults go to diags, errors and warnings; *ret is written (the
 * caller's, to be freed with scenario_destroy) only if there was no error.  bytes may go afterwards. */
td_status scenario_load(const td_allocator *mem, const struct model *model, td_str file, td_str bytes,
                        struct diags *diags, td_scenario **ret);
/* The same, but a scenario with faults is handed out too, if it could be read far enough: only to find
 * the faults of its words in the same run, never to be played.  The status tells. */
td_status scenario_load_faulty(const td_allocator *mem, const struct model *model, td_str file, td_str bytes,
                               struct diags *diags, td_scenario **ret);
void scenario_destroy(td_scenario *scenario);
/* Tries every law of the model on the scenario's own profiles, which takes a while (half a second and
 * less each): for authors, not for play.  file and bytes as in scenario_load(); TD_E_INVALID if a law
 * is broken. */
td_status scenario_check_laws(const td_allocator *mem, const struct model *model, const td_scenario *scenario,
                              td_str file, td_str bytes, struct diags *diags);

/* Loads words and checks them against the scenario: missing, unused, too long, bad mark-up,
 * placeholders.  source: the words in the scenario's own language (NULL when these are they);
 * missing or stale translations are warnings and fall back. */
td_status texts_load(const td_allocator *mem, const td_scenario *scenario, const td_texts *source, td_str file,
                     td_str bytes, struct diags *diags, td_texts **ret);
void texts_destroy(td_texts *texts);
/* The text of a key; with a fall back to source where it has none.  Empty if nobody has it. */
td_str texts_get(const td_texts *texts, const td_texts *source, td_str key);
/* The text of key + "." + part: texts_part(t, s, choice->id, "why"). */
td_str texts_part(const td_texts *texts, const td_texts *source, td_str key, const char *part);
/* How this person's body shows a state ("agitated", "despair"), where the scenario says so itself; empty where it
 * does not.  There may be a second and a third way: each turn takes the next one. */
enum { TEXT_LOOKS = 3, TEXT_LOOK_STATES = 7 };
extern const char *const text_look_parts[TEXT_LOOK_STATES][TEXT_LOOKS];
td_str texts_look(const td_texts *texts, const td_texts *source, td_str state, int32_t turn);

/* The mark of an original, to stand as "of" beside its translation: 8 hexadecimal digits. */
enum { TEXT_MARK_LENGTH = 8 };
td_str texts_mark(struct arena *a, td_str text);

/* The last step of making a scenario, by the loader or by hand: derives what play looks things up in
 * (gates, slots) from the arrays.  Takes memory of its arena. */
void scenario_index(td_scenario *s);

int scenario_find_choice(const td_scenario *s, td_str id); /* index or NONE */
int scenario_find_node(const td_scenario *s, td_str id);
int scenario_find_fact(const td_scenario *s, td_str id);
int scenario_find_event(const td_scenario *s, td_str id);
int scenario_find_inject(const td_scenario *s, td_str id);
int scenario_find_prompt(const td_scenario *s, td_str id);

#endif
