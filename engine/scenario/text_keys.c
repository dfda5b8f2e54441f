/* text_keys.c - walks a scenario in the order of its file and names every text. */
#include "text_keys.h"

struct tour {
    const td_scenario *s;
    void (*see)(void *context, const struct text_wanted *wanted);
    void *context;
};

static void want(const struct tour *t, td_str key, const char *part, enum text_kind kind, bool required, td_str where)
{
    struct text_wanted wanted = {key, part, kind, required, where};
    if (key.len > 0) /* a faulty scenario may have objects without an id */
        t->see(t->context, &wanted);
}

/* How this person's body shows each band, where the program's own cue would not fit what they are doing. */
static void want_cues(const struct tour *t)
{
    for (int state = 0; state < TEXT_LOOK_STATES; state++)
        for (int way = 0; way < TEXT_LOOKS; way++)
            want(t, TD_STR("cue"), text_look_parts[state][way], TEXT_CARD, false, TD_STR("scenario"));
}

static void want_head(const struct tour *t)
{
    static const char *const keys[] = {"title", "setting", "summary", "briefing", "you", "opening"};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        want(t, str_of(keys[i]), NULL, TEXT_CARD, true, TD_STR("scenario"));
    want(t, TD_STR("subject"), "name", TEXT_CARD, true, TD_STR("scenario"));
    want(t, TD_STR("subject"), "called", TEXT_CARD, true, TD_STR("scenario"));
    want(t, TD_STR("closing"), "support", TEXT_CARD, false, TD_STR("scenario"));
    want_cues(t);
}

static void want_lines(const struct tour *t, struct span lines, td_str where)
{
    for (int32_t i = 0; i < lines.count; i++)
        want(t, t->s->lines[lines.first + i].id, NULL, TEXT_LINE, true, where);
}

static void want_choices(const struct tour *t, struct span choices, td_str where)
{
    for (int32_t i = 0; i < choices.count; i++) {
        const struct choice *choice = &t->s->choices[choices.first + i];
        want(t, choice->id, NULL, TEXT_CHOICE, true, where);
        want(t, choice->id, "why", TEXT_WHY, true, where);
        want_lines(t, choice->reactions, where);
    }
}

static void want_nodes(const struct tour *t)
{
    for (int i = 0; i < t->s->node_count; i++) {
        const struct node *node = &t->s->nodes[i];
        want_lines(t, node->lines, node->id);
        want_choices(t, node->choices, node->id);
        want_lines(t, node->silence, node->id);
    }
}

static void want_at_any_time(const struct tour *t)
{
    const td_scenario *s = t->s;
    want_choices(t, s->floating, TD_STR("floating"));
    want_lines(t, s->silence, TD_STR("silence"));
    want_lines(t, s->observe, TD_STR("observe"));
    want_lines(t, s->repeat, TD_STR("repeat"));
    want_lines(t, s->open_wound, TD_STR("open_wound"));
    want_lines(t, s->harsh, TD_STR("harsh"));
    for (int i = 0; i < s->help_count; i++) {
        want_lines(t, s->help[i].announce, TD_STR("help"));
        want_lines(t, s->help[i].worded_threat, TD_STR("help"));
        want_lines(t, s->help[i].arrive, TD_STR("help"));
    }
    for (int i = 0; i < s->scene_count; i++)
        want_lines(t, s->scene[i].reactions, TD_STR("scene"));
}

static void want_cards(const struct tour *t)
{
    const td_scenario *s = t->s;
    for (int i = 0; i < s->fact_count; i++)
        want(t, s->facts[i].id, NULL, TEXT_CARD, true, TD_STR("facts"));
    for (int i = 0; i < s->briefing_count; i++) {
        want(t, s->briefing[i].id, NULL, TEXT_CARD, true, TD_STR("briefing"));
        if (s->briefing[i].class == BRIEF_needed)
            want(t, s->briefing[i].id, "answer", TEXT_CARD, false, TD_STR("briefing"));
    }
    for (int i = 0; i < s->approach_count; i++)
        want(t, s->approach[i].id, NULL, TEXT_CARD, true, TD_STR("approach"));
    for (int i = 0; i < s->event_count; i++)
        want(t, s->events[i].id, NULL, TEXT_CARD, true, TD_STR("events"));
    for (int i = 0; i < s->inject_count; i++)
        want(t, s->inject[i].id, NULL, TEXT_CARD, true, TD_STR("inject"));
    for (int i = 0; i < s->ending_count; i++)
        want(t, s->endings[i].id, NULL, TEXT_CARD, true, TD_STR("endings"));
}

/* Demands and third parties may share the id, and so the words, of the fact that tells of them. */
static void want_demands(const struct tour *t)
{
    for (int i = 0; i < t->s->demand_count; i++) {
        want(t, t->s->demands[i].id, NULL, TEXT_CARD, false, TD_STR("demands"));
        want(t, t->s->demands[i].id, "pressed", TEXT_LINE, false, TD_STR("demands"));
    }
    for (int i = 0; i < t->s->party_count; i++)
        want(t, t->s->parties[i].id, NULL, TEXT_CARD, false, TD_STR("third_parties"));
}

static void want_prompts(const struct tour *t)
{
    for (int i = 0; i < t->s->prompt_count; i++) {
        const struct prompt *prompt = &t->s->prompts[i];
        want(t, prompt->id, NULL, TEXT_CARD, prompt->options.count > 0, TD_STR("prompts"));
        for (int32_t k = 0; k < prompt->options.count; k++)
            want(t, t->s->prompt_options[prompt->options.first + k].id, NULL, TEXT_CARD, true, TD_STR("prompts"));
    }
}

void texts_wanted(const td_scenario *s, void (*see)(void *context, const struct text_wanted *wanted), void *context)
{
    struct tour t = {s, see, context};
    want_head(&t);
    want_cards(&t);
    want_nodes(&t);
    want_at_any_time(&t);
    want_demands(&t);
    want_prompts(&t);
}
