/* lists.c - the tables. */
#include "lists.h"

#define LIST(...)                                                   \
    {                                                               \
        sizeof((const enum act[]){__VA_ARGS__}) / sizeof(enum act), \
        {                                                           \
            __VA_ARGS__                                             \
        }                                                           \
    }

const struct act_list skilled_list[STAGE_COUNT] = {
    LIST(ACT_INTRO, ACT_PAUSE, ACT_LABEL, ACT_MIRROR, ACT_OPENQ, ACT_PARA, ACT_ENC, ACT_LABEL),
    LIST(ACT_LABEL, ACT_PARA, ACT_OPENQ, ACT_VALID, ACT_SUMM, ACT_PAUSE),
    LIST(ACT_SUMM, ACT_VALID, ACT_HOOK, ACT_IMSG, ACT_HONEST, ACT_PARA, ACT_OPENQ, ACT_SUICQ),
    LIST(ACT_PROBSOLVE, ACT_CHOICE, ACT_SUMM, ACT_SUGGEST, ACT_VALID, ACT_PLAN),
    LIST(ACT_PLAN),
};
const int32_t skilled_qualities[QUALITY_LIST_MAX] = {700, 850, 1000};

const struct drawer drawer_listening_only = {
    LIST(ACT_ENC, ACT_PAUSE, ACT_OPENQ, ACT_MIRROR, ACT_LABEL, ACT_PARA, ACT_SUMM, ACT_IMSG), 2, {800, 1000}};
const struct drawer drawer_novice = {
    LIST(ACT_CLOSEDQ, ACT_ADVICE, ACT_MINIM, ACT_ENC, ACT_OPENQ, ACT_WHYQ, ACT_PARA, ACT_SUGGEST, ACT_VALID),
    3,
    {700, 850, 1000}};
const struct drawer drawer_fixer = {LIST(ACT_SUGGEST, ACT_PROBSOLVE, ACT_ADVICE, ACT_PLAN), 3, {700, 850, 1000}};
const struct drawer drawer_authoritarian = {
    LIST(ACT_ORDER, ACT_WHYQ, ACT_THREAT, ACT_CLOSEDQ, ACT_LIMIT, ACT_ORDER), 3, {700, 850, 1000}};
const struct drawer drawer_liar = {LIST(ACT_PROMISE, ACT_VALID, ACT_LABEL, ACT_PROMISE, ACT_SUGGEST), 2, {600, 1000}};
const struct drawer drawer_rushed = {LIST(ACT_SUGGEST, ACT_PROBSOLVE, ACT_PLAN, ACT_CHOICE), 1, {900}};
