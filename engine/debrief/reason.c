/* reason.c - which sentence explains a step where the author left none: its lesson, or else the act at
 * that step of the stairway with that quality, from the most particular to the general. */
#include "debrief.h"
#include "lesson.h"

static void add_act(struct sentence *s, enum act act, const char *tail)
{
    static const char head[] = "template.";
    td_str name = act_name(act);
    size_t more = strlen(tail);
    if (s->id_count == SENTENCE_IDS || sizeof head + name.len + more > ID_BYTES)
        return;
    char *id = s->ids[s->id_count++];
    memcpy(id, head, sizeof head - 1);
    memcpy(id + sizeof head - 1, name.ptr, name.len);
    memcpy(id + sizeof head - 1 + name.len, tail, more + 1);
}

static void add_verdict(struct sentence *s, enum verdict verdict)
{
    static const char head[] = "template.verdict.";
    if (s->id_count == SENTENCE_IDS)
        return;
    char *id = s->ids[s->id_count++];
    memcpy(id, head, sizeof head - 1);
    memcpy(id + sizeof head - 1, verdict_name(verdict), strlen(verdict_name(verdict)) + 1);
}

static const char *quality_of(const struct step *step)
{
    return step->move.q < 350 ? ".low" : step->move.q < 700 ? ".part" : ".good";
}

void debrief_reason(const td_debrief *debrief, int32_t at, struct sentence *ret)
{
    const struct step *step = &debrief->trace->steps[at];
    struct sentence s = {.stage = step->before.stage};
    debrief_lesson(debrief, at, &s);
    char tail[16] = ".0";
    tail[1] = (char)('0' + step->before.stage);
    memcpy(tail + 2, quality_of(step), strlen(quality_of(step)) + 1);
    add_act(&s, step->move.act, tail);
    add_act(&s, step->move.act, quality_of(step));
    add_act(&s, step->move.act, "");
    add_verdict(&s, step->verdict);
    *ret = s;
}
