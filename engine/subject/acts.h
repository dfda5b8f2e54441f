/* acts.h - the 33 acts a line can be, and the one table of coefficients that says what they do.
 * The table is data: assets/model/acts.json, from which the built-in one is generated; a
 * practitioner may edit a copy and pass it in.  Reasons and sources stand beside its numbers; what
 * they mean is in engine/MODEL.md. */
#ifndef TD_SUBJECT_ACTS_H
#define TD_SUBJECT_ACTS_H

#include "json.h"

/* The version whose vectors are law; any changed number makes a new one. */
#define MODEL_VERSION 1

/* name on command lines and in files, code of MODEL.md 6.10, class */
#define TD_ACTS(X)                   \
    X(introduce, INTRO, AFF)         \
    X(encourager, ENC, AFF)          \
    X(pause, PAUSE, AFF)             \
    X(open_question, OPENQ, MID)     \
    X(mirror, MIRROR, AFF)           \
    X(label, LABEL, AFF)             \
    X(paraphrase, PARA, MID)         \
    X(summary, SUMM, MID)            \
    X(i_message, IMSG, MID)          \
    X(validate, VALID, AFF)          \
    X(hook, HOOK, MID)               \
    X(honest, HONEST, MID)           \
    X(repair, REPAIR, AFF)           \
    X(suicide_question, SUICQ, MID)  \
    X(safety_question, SAFEQ, MID)   \
    X(limit, LIMIT, MID)             \
    X(offer_choice, CHOICE, COG)     \
    X(problem_solve, PROBSOLVE, COG) \
    X(suggest, SUGGEST, COG)         \
    X(plan, PLAN, COG)               \
    X(third_party, TPI, COG)         \
    X(challenge, CHALLENGE, COG)     \
    X(inform, INFORM, COG)           \
    X(closed_question, CLOSEDQ, ERR) \
    X(why_question, WHYQ, ERR)       \
    X(advice, ADVICE, ERR)           \
    X(minimise, MINIM, ERR)          \
    X(interrupt, INTERRUPT, ERR)     \
    X(order, ORDER, ERR)             \
    X(argue, ARGUE, ERR)             \
    X(moralise, MORAL, ERR)          \
    X(false_promise, PROMISE, ERR)   \
    X(threat, THREAT, ERR)

enum act {
#define X(name, code, class) ACT_##code,
    TD_ACTS(X)
#undef X
        ACT_COUNT
};

/* A set of acts: one bit each. */
#define ACT_BIT(code) (UINT64_C(1) << ACT_##code)
static inline bool act_in(enum act act, uint64_t set)
{
    return (set >> act & 1) != 0;
}

/* The sets that more than one part needs. */
#define ACTS_QUESTIONS (ACT_BIT(OPENQ) | ACT_BIT(CLOSEDQ) | ACT_BIT(WHYQ) | ACT_BIT(SAFEQ) | ACT_BIT(SUICQ))

enum act_class { CLASS_AFF, CLASS_MID, CLASS_COG, CLASS_ERR };

enum { STAGE_COUNT = 5, CHANNEL_COUNT = 8 };
enum channel { CH_P, CH_L, CH_E, CH_R, CH_T, CH_U, CH_H, CH_C };

/* One table, immutable once made.  All shares in permille. */
struct model {
    int32_t version; /* 1 */
    uint64_t hash;   /* model_hash() of it */
    int16_t m[ACT_COUNT][STAGE_COUNT];
    int16_t weight[ACT_COUNT][CHANNEL_COUNT];
    int16_t ceiling[ACT_COUNT]; /* of E, 1000 = none */
    int16_t habit[ACT_COUNT];   /* HABF */
    uint8_t class[ACT_COUNT];
    int16_t gain[CHANNEL_COUNT];
};

extern const struct model model_built_in;

/* Reads a coefficient file.  Every fault goes to diags; *ret is written only on success.
 * TD_E_VERSION for another version of the model, TD_E_INVALID for everything else that is wrong. */
td_status model_read(struct json_doc *doc, struct diags *diags, struct model *ret);
/* Of the version and every number: two tables that answer alike have the same hash. */
uint64_t model_hash(const struct model *model);

td_str act_name(enum act act);
/* The short code of the tables: "OPENQ". */
td_str act_code(enum act act);
enum act_class act_class(enum act act);
/* false if no act has this name. */
bool act_find(td_str name, enum act *ret);
/* The name nearest to a wrong one, or empty. */
td_str act_nearest(td_str name);

/* Groups that score, debrief and prompts share (MODEL.md 7.1). */
bool act_is_listening(enum act act);
bool act_is_reflection(enum act act);
bool act_is_complex_reflection(enum act act);
bool act_is_question(enum act act);
bool act_is_influence(enum act act); /* class COG */
bool act_is_major_error(enum act act);
bool act_is_minor_error(enum act act);

/* M, best and worst M over all acts at a stage, and fit = 1000 (M - worst) / (best - worst). */
int32_t model_fit(const struct model *model, enum act act, int stage);
int32_t model_best(const struct model *model, int stage);

#endif
