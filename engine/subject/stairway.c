/* stairway.c - gates on what the person feels, not a script of steps.
 * Each stage asks for understanding, rapport, trust and calm; losing them loses the stage again,
 * with some slack so that nobody flickers between two. */
#include "stairway.h"

enum { GATE_SLACK = 90, HOPE_NEEDED = 350 };

/* The variables a gate asks about, permille. */
struct standing {
    int32_t A, E, R, T;
};

static bool gate_holds(const struct profile *profile, const struct standing *s, int stage)
{
    int32_t gate = profile->gate;
    switch (stage) {
    case 1: return s->E >= share(300, gate) - GATE_SLACK;
    case 2: return s->E >= share(520, gate) - GATE_SLACK && s->A <= 810;
    case 3: return s->R >= share(540, gate) - GATE_SLACK && s->T >= share(420, gate) - GATE_SLACK && s->A <= 650;
    default: return true;
    }
}

static bool gate_opens(const struct profile *profile, const struct standing *s, const struct person *p, int stage)
{
    int32_t gate = profile->gate;
    switch (stage) {
    case 1: return s->E >= share(300, gate);
    case 2: return s->E >= share(520, gate) && s->A <= 720;
    case 3: return s->R >= share(540, gate) && s->T >= share(420, gate) && s->E >= share(480, gate) && s->A <= 560;
    default: /* calm is not safe: a suicidal person must have been asked, and must see a reason to go on */
        return as_permille(p->C) >= 620 && s->A <= 420 &&
               (!profile->suicidal || (p->asked_suicide && as_permille(p->H) >= HOPE_NEEDED));
    }
}

void stairway_move(const struct profile *profile, int32_t agitation, struct person *p)
{
    struct standing s = {agitation, as_permille(p->E), as_permille(p->R), as_permille(p->T)};
    if (p->stage == STAGE_TOP)
        return;
    for (int stage = 1; stage <= p->stage; stage++)
        if (!gate_holds(profile, &s, stage)) {
            p->stage = (int8_t)(stage - 1);
            return;
        }
    if (gate_opens(profile, &s, p, p->stage + 1))
        p->stage++;
    if (p->stage > p->top_stage)
        p->top_stage = p->stage;
}
