/* briefing.c - what is known and what is only assumed, what to find out first, and how to begin. */
#include "twin.h"

enum { ITEMS_MOST = LIMIT_BRIEFING_ITEMS };

static int items_of(const struct twin *t, enum brief_class class, td_str *ret)
{
    const td_scenario *s = t->play.tale.scenario;
    int count = 0;
    for (int i = 0; i < s->briefing_count; i++)
        if (s->briefing[i].class == class)
            ret[count++] = s->briefing[i].id;
    return count;
}

static void say_items(struct twin *t, enum brief_class class, const char *heading, const char *note)
{
    td_str ids[ITEMS_MOST];
    int count = items_of(t, class, ids);
    if (count == 0)
        return;
    console_gap(&t->console);
    twin_say(t, heading, NULL, 0);
    for (int i = 0; i < count; i++)
        console_put(&t->console, twin_text(t, ids[i]));
    if (note != NULL)
        twin_say(t, note, NULL, 0);
}

static void add_id(struct command *pick, td_str id)
{
    char *to = pick->ids[pick->id_count++];
    memcpy(to, id.ptr, id.len);
    to[id.len] = '\0';
}

static bool pick_needed(struct twin *t, struct command *pick)
{
    td_str ids[ITEMS_MOST], names[ITEMS_MOST];
    int count = items_of(t, BRIEF_needed, ids);
    int most = t->play.tale.scenario->briefing_pick;
    int64_t bits;
    if (count == 0 || most == 0)
        return true;
    for (int i = 0; i < count; i++)
        names[i] = twin_text(t, ids[i]);
    console_gap(&t->console);
    const struct word_arg args[] = {ARG_INT("n", most)};
    twin_say(t, "briefing.pick", args, 1);
    if (!twin_ask_many(t, QUESTION("briefing.needed"), names, count, most, &bits))
        return false;
    for (int i = 0; i < count && bits > 0; i++)
        if (bits >> i & 1)
            add_id(pick, ids[i]);
    return true;
}

static bool pick_approach(struct twin *t, struct command *pick)
{
    const td_scenario *s = t->play.tale.scenario;
    td_str names[ITEMS_MOST];
    int32_t one;
    if (s->approach_count == 0)
        return true;
    for (int i = 0; i < s->approach_count; i++)
        names[i] = twin_text(t, s->approach[i].id);
    console_gap(&t->console);
    if (!twin_ask_one(t, QUESTION("briefing.approach"), names, s->approach_count, TD_STR(""), &one))
        return false;
    if (one != NONE)
        add_id(pick, s->approach[one].id);
    return true;
}

/* Empty where it was not asked, or nothing came back. */
static td_str answer_to(const struct twin *t, int item)
{
    const struct tale *tale = &t->play.tale;
    if (!(t->view.picked >> item & 1))
        return TD_STR("");
    return texts_part(tale->texts, tale->source, tale->scenario->briefing[item].id, "answer");
}

int twin_answer_count(const struct twin *t)
{
    int count = 0;
    for (int i = 0; i < t->play.tale.scenario->briefing_count; i++)
        count += answer_to(t, i).len > 0;
    return count;
}

void twin_answers(struct twin *t)
{
    for (int i = 0; i < t->play.tale.scenario->briefing_count; i++)
        if (answer_to(t, i).len > 0)
            console_put(&t->console, answer_to(t, i));
}

/* What came back over the radio for each thing that was asked first. */
static void say_answered(struct twin *t)
{
    if (twin_answer_count(t) == 0)
        return;
    console_gap(&t->console);
    twin_say(t, "briefing.answers", NULL, 0);
    twin_answers(t);
}

static void say_what_is_known(struct twin *t)
{
    console_gap(&t->console);
    twin_say(t, "briefing.heading", NULL, 0);
    console_put(&t->console, twin_text(t, TD_STR("briefing")));
    console_gap(&t->console);
    twin_say(t, "briefing.you", NULL, 0);
    console_put(&t->console, twin_text(t, TD_STR("you")));
    say_items(t, BRIEF_known, "briefing.known", NULL);
    say_items(t, BRIEF_assumed, "briefing.assumed", "briefing.assumed.note");
}

bool twin_brief(struct twin *t)
{
    struct command pick = twin_command(VERB_pick), begin = twin_command(VERB_begin);
    say_what_is_known(t);
    if (!pick_needed(t, &pick) || !pick_approach(t, &pick))
        return false;
    if (pick.id_count > 0 && !twin_do(t, &pick))
        return false;
    say_answered(t);
    console_gap(&t->console);
    if (!twin_ask_enter(t, QUESTION("briefing.start")))
        return false;
    return twin_do(t, &begin);
}
