/* check_uses.c - what is declared is used, and what is used can happen.
 * An author who renames a flag or forgets a disclosure sees nothing wrong while playing; this is the
 * only place where it shows. */
#include "loader.h"

struct uses {
    bool *disclosed, *set, *asked, *named, *promised, *kept; /* by memory bit */
    bool *raised, *answered;                                 /* by demand */
    bool *heard;                                             /* by third party */
};

static void mark_all(const td_scenario *s, struct span bits, bool *marks)
{
    for (int32_t i = 0; i < bits.count; i++)
        marks[s->pool[bits.first + i]] = true;
}

static void mark(int32_t index, bool *marks)
{
    if (index != NONE)
        marks[index] = true;
}

static void see_conditions(const td_scenario *s, struct uses *uses)
{
    for (int i = 0; i < s->condition_count; i++) {
        mark_all(s, s->conditions[i].have, uses->asked);
        mark_all(s, s->conditions[i].have_not, uses->asked);
    }
}

static void see_lines(const td_scenario *s, struct uses *uses)
{
    for (int i = 0; i < s->line_count; i++) {
        mark_all(s, s->lines[i].discloses, uses->disclosed);
        mark_all(s, s->lines[i].sets, uses->set);
    }
}

static void see_choices(const td_scenario *s, struct uses *uses)
{
    for (int i = 0; i < s->choice_count; i++) {
        const struct choice *c = &s->choices[i];
        mark_all(s, c->discloses, uses->disclosed);
        mark_all(s, c->sets, uses->set);
        mark(c->names, uses->named);
        mark(c->promise, uses->promised);
        mark(c->grant, uses->kept);
        mark(c->demand, uses->answered);
        mark(c->party, uses->heard);
    }
}

static void see_events(const td_scenario *s, const struct event *events, int count, struct uses *uses)
{
    for (int i = 0; i < count; i++) {
        mark_all(s, events[i].discloses, uses->disclosed);
        mark_all(s, events[i].sets, uses->set);
        mark(events[i].raises, uses->raised);
        mark(events[i].arrives, uses->heard);
    }
}

static void see_the_rest(const td_scenario *s, struct uses *uses)
{
    for (int i = 0; i < s->node_count; i++)
        mark(s->nodes[i].raises, uses->raised);
    for (int i = 0; i < s->option_count; i++)
        mark_all(s, s->options[i].sets, uses->set);
    for (int i = 0; i < s->approach_count; i++)
        mark_all(s, s->approach[i].sets, uses->set);
}

static struct uses find_uses(struct loader *l)
{
    const td_scenario *s = l->s;
    size_t bits = (size_t)(s->fact_count + s->flag_count);
    bool *marks = arena_new(&l->scratch, bool, bits * 6);
    struct uses uses = {
        marks,
        marks + bits,
        marks + 2 * bits,
        marks + 3 * bits,
        marks + 4 * bits,
        marks + 5 * bits,
        arena_new(&l->scratch, bool, (size_t)s->demand_count),
        arena_new(&l->scratch, bool, (size_t)s->demand_count),
        arena_new(&l->scratch, bool, (size_t)s->party_count),
    };
    see_conditions(s, &uses);
    see_lines(s, &uses);
    see_choices(s, &uses);
    see_events(s, s->events, s->event_count, &uses);
    see_events(s, s->inject, s->inject_count, &uses);
    see_the_rest(s, &uses);
    return uses;
}

static void tell(struct loader *l, bool wrong, const struct json_at *at, const char *code, td_str subject)
{
    if (wrong && form_is_id(subject)) /* what has no name was told of already */
        load_fault(l, at, code, subject, TD_STR(""));
}

static void check_fact(struct loader *l, const struct json_at *at, const struct fact *fact, const struct uses *uses)
{
    int i = at->index;
    switch (fact->kind) {
    case FACT_hook:
        tell(l, !uses->disclosed[i], at, D_HOOK_NEVER_DISCLOSED, fact->id);
        tell(l, !uses->named[i], at, D_HOOK_NEVER_USED, fact->id);
        break;
    case FACT_decoy: tell(l, !uses->named[i], at, D_HOOK_NEVER_USED, fact->id); break;
    case FACT_trigger: tell(l, !uses->named[i], at, D_TRIGGER_NEVER_TOUCHED, fact->id); break;
    case FACT_promise:
        tell(l, uses->promised[i] && !uses->kept[i], at, D_PROMISE_NEVER_KEPT, fact->id);
        tell(l, uses->kept[i] && !uses->promised[i], at, D_PROMISE_NEVER_MADE, fact->id);
        break;
    case FACT_fact:
    case FACT_risk:
    case FACT_name:
    case FACT_demand:
    case fact_kind_count: tell(l, !uses->disclosed[i], at, D_FACT_NEVER_DISCLOSED, fact->id); break;
    }
}

static void check_memory(struct loader *l, const struct uses *uses)
{
    struct json_at item;
    const td_scenario *s = l->s;
    for (bool more = load_first(&l->file.facts, &item); more; more = json_next(&item))
        check_fact(l, &item, &s->facts[item.index], uses);
    for (bool more = load_first(&l->file.flags, &item); more; more = json_next(&item)) {
        int bit = s->fact_count + item.index;
        tell(l, uses->asked[bit] && !uses->set[bit], &item, D_FLAG_NEVER_SET, s->flags[item.index]);
        tell(l, !uses->asked[bit], &item, D_FLAG_NEVER_ASKED, s->flags[item.index]);
    }
}

static void check_demands(struct loader *l, const struct uses *uses)
{
    struct json_at item;
    const td_scenario *s = l->s;
    for (bool more = load_first(&l->file.demands, &item); more; more = json_next(&item)) {
        tell(l, !uses->raised[item.index], &item, D_DEMAND_NEVER_RAISED, s->demands[item.index].id);
        tell(l, !uses->answered[item.index], &item, D_DEMAND_NEVER_ANSWERED, s->demands[item.index].id);
    }
    for (bool more = load_first(&l->file.third_parties, &item); more; more = json_next(&item))
        tell(l, !uses->heard[item.index], &item, D_PARTY_NEVER_HEARD, s->parties[item.index].id);
}

/* --- what this kind of story needs --- */

enum { SUICIDE_STAGES = 1 << 1 | 1 << 2 | 1 << 3 };

static unsigned stages_of_the_question(const td_scenario *s)
{
    unsigned stages = 0;
    for (int i = 0; i < s->choice_count; i++) {
        unsigned of_choice = s->conditions[s->choices[i].condition].stages;
        if (s->choices[i].move.act == ACT_SUICQ)
            stages |= of_choice == 0 ? SUICIDE_STAGES : of_choice;
    }
    return stages;
}

/* Asking directly does no harm and not asking may: the learner must always be able to. */
static void check_suicide_question(struct loader *l)
{
    struct writer w;
    unsigned stages = stages_of_the_question(l->s);
    if (!l->s->profile.suicidal || (stages & SUICIDE_STAGES) == SUICIDE_STAGES)
        return;
    writer_init(&w, &l->scratch);
    for (int stage = 1; stage <= 3; stage++)
        if (!(stages >> stage & 1))
            load_list_name(&w, load_int_text(l, stage));
    load_fault(l, given(&l->file.floating) ? &l->file.floating : &l->root, D_SUICIDE_QUESTION_MISSING, TD_STR(""),
               writer_str(&w));
}

static void check_handover(struct loader *l)
{
    if (l->s->intended != OUTCOME_stabilised)
        return;
    for (int i = 0; i < l->s->help_count; i++)
        if (l->s->help[i].handover)
            return;
    load_fault(l, &l->file.intended_outcome, D_NO_HANDOVER, TD_STR(""), TD_STR(""));
}

void load_check_uses(struct loader *l)
{
    struct uses uses = find_uses(l);
    check_memory(l, &uses);
    check_demands(l, &uses);
    check_suicide_question(l);
    check_handover(l);
}
