/* questions.c - the few questions a scenario asks the learner: how agitated, which step, what need.
 * The scene waits.  An empty answer leaves the question open; it is not asked again this time. */
#include "twin.h"

#include "clock.h"

enum { CHOICES_MOST = LIMIT_MEMORY };

struct answers { /* to choose from: what is shown and what is written */
    td_str shown[CHOICES_MOST], id[CHOICES_MOST];
    int count;
};

static void add_answer(struct answers *a, td_str id, td_str shown)
{
    a->id[a->count] = id;
    a->shown[a->count++] = shown;
}

static void add_names(struct twin *t, const td_str *names, const char *head, const char *tail, struct answers *a)
{
    for (int i = 0; names[i].ptr != NULL; i++)
        add_answer(a, names[i], twin_word(t, head, names[i], tail));
}

static void add_facts(struct twin *t, struct answers *a)
{
    const td_scenario *s = t->play.tale.scenario;
    for (int i = 0; i < s->fact_count; i++)
        if (memory_has(&t->view.known, i))
            add_answer(a, s->facts[i].id, twin_text(t, s->facts[i].id));
}

static void add_options(struct twin *t, const struct prompt *prompt, struct answers *a)
{
    const td_scenario *s = t->play.tale.scenario;
    for (int32_t i = 0; i < prompt->options.count; i++) {
        td_str id = s->prompt_options[prompt->options.first + i].id;
        add_answer(a, id, twin_text(t, id));
    }
}

static void add_stages(struct twin *t, struct answers *a)
{
    static const td_str digits[] = {{"0", 1}, {"1", 1}, {"2", 1}, {"3", 1}, {"4", 1}};
    for (int i = 0; i < STAGE_COUNT; i++)
        add_answer(a, digits[i], twin_word(t, "stage.", digits[i], ".name"));
}

static void collect(struct twin *t, const struct prompt *prompt, struct answers *a)
{
    static const td_str natures[] = {{"expressive", 10}, {"instrumental", 12}, {NULL, 0}};
    switch (prompt->kind) {
    case PROMPT_nature: add_names(t, natures, "nature.", ".name", a); return;
    case PROMPT_emotion: add_names(t, emotion_names, "emotion.", "", a); return;
    case PROMPT_need: add_names(t, need_names, "need.", ".name", a); return;
    case PROMPT_known: add_facts(t, a); return;
    case PROMPT_step: add_stages(t, a); return;
    case PROMPT_risk:
    case PROMPT_custom: add_options(t, prompt, a); return;
    case PROMPT_agitation:
    case prompt_kind_count: return;
    }
}

static void put_id(char *to, td_str id)
{
    memcpy(to, id.ptr, id.len);
    to[id.len] = '\0';
}

/* An author's own question stands alone; the program's is for those without. */
static const char *question_id(struct twin *t, const struct prompt *prompt)
{
    if (prompt->options.count > 0 && twin_text(t, prompt->id).len > 0)
        return "prompt.numbers";
    return twin_id(t, "prompt.", prompt_kind_names[prompt->kind], ".ask");
}

/* --- the ways to answer.  *ret_given: something was answered -------------------------------------------- */

static bool ask_scale(struct twin *t, const struct question *question, struct command *c, bool *ret_given)
{
    int64_t number = NONE;
    if (!twin_ask_number(t, question, 0, 10, &number))
        return false;
    c->number = (int32_t)number;
    *ret_given = number != NONE;
    return true;
}

static bool ask_single(struct twin *t, const struct question *question, bool step, const struct answers *a,
                       struct command *c, bool *ret_given)
{
    int32_t one;
    if (!twin_ask_one(t, question, a->shown, a->count, TD_STR(""), &one))
        return false;
    *ret_given = one != NONE;
    if (one == NONE)
        return true;
    if (step) {
        c->number = one;
        return true;
    }
    put_id(c->ids[0], a->id[one]);
    c->id_count = 1;
    return true;
}

static bool ask_several(struct twin *t, const struct question *question, const struct answers *a, struct command *c,
                        bool *ret_given)
{
    int64_t bits;
    if (!twin_ask_many(t, question, a->shown, a->count, COMMAND_IDS, &bits))
        return false;
    *ret_given = bits >= 0;
    for (int i = 0; i < a->count && bits > 0; i++)
        if (bits >> i & 1)
            put_id(c->ids[c->id_count++], a->id[i]);
    return true;
}

static bool ask_by_kind(struct twin *t, const struct prompt *prompt, struct command *c, bool *ret_given)
{
    enum { BITS = 62 };
    struct answers *a = arena_new(&t->page, struct answers, 1);
    const struct question question = {.own = twin_text(t, prompt->id), .id = question_id(t, prompt)};
    if (prompt->kind == PROMPT_agitation)
        return ask_scale(t, &question, c, ret_given);
    collect(t, prompt, a);
    if (a->count > BITS)
        a->count = BITS;
    if (prompt->kind == PROMPT_known || prompt->kind == PROMPT_risk || prompt->kind == PROMPT_custom)
        return ask_several(t, &question, a, c, ret_given);
    return ask_single(t, &question, prompt->kind == PROMPT_step, a, c, ret_given);
}

static bool ask_question(struct twin *t, int32_t index)
{
    const struct prompt *prompt = &t->play.tale.scenario->prompts[index];
    struct command assess = twin_command(VERB_assess);
    bool given = false;
    int64_t sure = NONE;
    console_gap(&t->console);
    twin_say(t, "prompt.intro", NULL, 0);
    if (prompt->kind == PROMPT_agitation && t->view.meters)
        twin_say(t, "prompt.by-eye", NULL, 0);
    t->asked_at = clock_ms();
    if (!ask_by_kind(t, prompt, &assess, &given))
        return false;
    t->skipped |= UINT32_C(1) << index;
    if (!given)
        return true;
    if (!twin_ask_number(t, QUESTION("prompt.sure"), 0, 100, &sure))
        return false;
    put_id(assess.id, prompt->id);
    assess.sure = (int32_t)sure;
    return twin_do(t, &assess);
}

bool twin_questions(struct twin *t)
{
    for (int32_t i = 0; i < t->play.tale.scenario->prompt_count; i++)
        if ((t->view.prompts & ~t->skipped) >> i & 1)
            if (!ask_question(t, i))
                return false;
    return true;
}
