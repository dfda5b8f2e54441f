/* moment.c - telling what has just happened, news first: the body, the answer, what came from outside,
 * what was learnt, the figures, the time; then the lines to choose from. */
#include "twin.h"

enum { EXCHANGES_TO_MENTION = 5 };

/* --- what you did ------------------------------------------------------------------------------------ */

static void echo_line(struct twin *t, td_str line)
{
    const struct word_arg args[] = {ARG_TEXT("line", line)};
    twin_say_full(t, "play.you-said", args, 1);
}

static void echo_help(struct twin *t, const struct command *c)
{
    td_str kind = help_kind_names[c->kind];
    echo_line(t, twin_word(t, "help.", kind, c->threat ? ".threat" : ".say"));
    const struct word_arg args[] = {
        ARG_TEXT("kind", twin_word(t, "help.", kind, ".name")),
        ARG_INT("n", (t->view.help_seconds[c->kind] + 59) / 60),
    };
    if (t->view.help_seconds[c->kind] > 0)
        twin_say(t, "help.called", args, 2);
}

static void echo_silence(struct twin *t, const struct command *c)
{
    const struct word_arg args[] = {ARG_INT("n", c->number / 1000)};
    twin_say_full(t, "play.you-silent", args, 1);
}

static void echo_wait(struct twin *t, const struct view *before)
{
    int64_t seconds = (t->view.story_ms - before->story_ms) / 1000;
    const struct word_arg args[] = {ARG_INT("n", seconds < 60 ? seconds : seconds / 60)};
    twin_say(t, seconds < 60 ? "play.time.seconds" : "play.you-waited", args, 1);
}

static void echo(struct twin *t, const struct view *before, const struct command *c)
{
    switch (c->verb) {
    case VERB_choose: echo_line(t, twin_text(t, str_of(c->id))); return;
    case VERB_pause: echo_silence(t, c); return;
    case VERB_wait: echo_wait(t, before); return;
    case VERB_observe: twin_say_full(t, "play.looked", NULL, 0); return;
    case VERB_help: echo_help(t, c); return;
    case VERB_move: twin_tell(t, twin_word(t, "scene.", scene_kind_names[c->kind], ".did")); return;
    case VERB_assess: twin_say(t, "prompt.thanks", NULL, 0); return;
    case VERB_pick:
    case VERB_begin:
    case VERB_handover:
    case VERB_withdraw:
    case VERB_rewind:
    case VERB_freeze:
    case VERB_resume:
    case VERB_inject:
    case VERB_tag:
    case VERB_override:
    case VERB_end:
    case VERB_heard:
    case VERB_COUNT: return;
    }
}

/* What one would notice of one's own delivery, whatever the mode: that half of it was blown away. */
static void say_lost(struct twin *t, const struct command *c)
{
    const td_scenario *s = t->play.tale.scenario;
    if (c->verb != VERB_choose)
        return;
    if (s->soft_unheard && c->tone > 0)
        twin_say(t, "delivery.lost-soft", NULL, 0);
    if (s->far_unheard != NONE && t->view.dist != NONE && t->view.dist >= s->far_unheard)
        twin_say(t, "delivery.lost-far", NULL, 0);
    if (s->slow_loses && c->pace > 0)
        twin_say(t, "delivery.lost-slow", NULL, 0);
}

/* --- the body ------------------------------------------------------------------------------------------- */

static td_str state_shown(const struct view *v)
{
    return v->despair ? TD_STR("despair") : v->recovery ? TD_STR("recovery") : band_names[v->cue_band];
}

/* step: 1 what anybody sees, 2 to 5 what one sees who looks closely. */
static void say_body(struct twin *t, int step)
{
    td_str own = twin_own_cue(t, state_shown(&t->view));
    if (step == 1 && own.len > 0) {
        twin_tell(t, own);
        return;
    }
    static const char *const seen[] = {".1", ".2", ".3", ".4", ".5"};
    static const char *const heard[] = {".1.voice", ".2.voice", ".3.voice", ".4.voice", ".5.voice"};
    bool face = t->play.tale.scenario->channel == CHANNEL_face;
    const char *id = twin_id(t, "cue.", state_shown(&t->view), face ? seen[step - 1] : heard[step - 1]);
    twin_say(t, id, NULL, 0);
}

static void say_regard(struct twin *t)
{
    bool face = t->play.tale.scenario->channel == CHANNEL_face;
    twin_say(t, twin_id(t, "regard.", regard_names[t->view.regard], face ? "" : ".voice"), NULL, 0);
}

static void say_body_news(struct twin *t, const struct view *before)
{
    bool changed = !str_eq(state_shown(before), state_shown(&t->view));
    if (before->phase != PHASE_TALK || changed || t->settings->verbosity == VERBOSITY_EXTRA)
        say_body(t, 1);
    if (view_regard_changed(before, &t->view))
        say_regard(t);
}

/* The author's closer look first; where there is none, what such a body does.  The same look twice running is
 * nothing more to see. */
static void say_look(struct twin *t, const struct view *before)
{
    enum { CUES = 5 };
    int32_t observed = t->view.happened.observed;
    bool same = observed != NONE && observed == before->observed;
    if (observed != NONE && !same)
        twin_tell_line(t, observed);
    else if (observed == NONE && t->view.cue_step < CUES)
        say_body(t, t->view.cue_step + 1);
    else
        twin_say(t, "play.looked.nothing", NULL, 0);
}

/* --- what came of it ------------------------------------------------------------------------------------- */

/* Who is called without the author having foreseen it gets the program's own answer. */
static void say_answer(struct twin *t, const struct command *c)
{
    if (!t->view.happened.spoke)
        return;
    if (c->verb == VERB_help && t->view.reaction == NONE)
        twin_tell(t, twin_sentence(t, c->threat ? "help.answer-threat" : "help.answer", NULL, 0));
    twin_tell_line(t, t->view.reaction);
    twin_tell_line(t, t->view.line);
}

static void say_event(struct twin *t, td_str text)
{
    if (text.len > 0)
        twin_tell(t, text);
}

static void say_arrivals(struct twin *t)
{
    const struct event_note *happened = &t->view.happened;
    for (int kind = 0; kind < help_kind_count; kind++) {
        if (!(happened->arrived >> kind & 1))
            continue;
        td_str name = help_kind_names[kind];
        if (kind == happened->arrived_help && happened->arrive_line != NONE)
            twin_tell_line(t, happened->arrive_line);
        else
            twin_tell(t, twin_word(t, "help.", name, ".arrives"));
        const struct word_arg args[] = {ARG_TEXT("kind", twin_word(t, "help.", name, ".name"))};
        twin_say(t, t->view.may_handover ? "help.there" : "help.here", args, 1);
    }
}

static void say_outside(struct twin *t)
{
    const td_scenario *s = t->play.tale.scenario;
    const struct event_note *happened = &t->view.happened;
    for (int i = 0; i < s->event_count; i++)
        if (happened->events >> i & 1)
            say_event(t, twin_text(t, s->events[i].id));
    if (happened->inject != NONE)
        say_event(t, twin_text(t, s->inject[happened->inject].id));
    if (happened->demand_pressed != NONE)
        say_event(
            t, texts_part(t->play.tale.texts, t->play.tale.source, s->demands[happened->demand_pressed].id, "pressed"));
    say_arrivals(t);
}

/* In assessment the learner's own board is what counts, so it is not filled in for them. */
static void say_learned(struct twin *t, const struct view *before)
{
    const td_scenario *s = t->play.tale.scenario;
    for (int i = 0; i < s->fact_count && t->view.meters; i++) {
        if (!memory_has(&t->view.known, i) || memory_has(&before->known, i))
            continue;
        const struct word_arg args[] = {ARG_TEXT("fact", twin_text(t, s->facts[i].id))};
        twin_say_full(t, "play.learned", args, 1);
    }
}

/* --- figures and time ------------------------------------------------------------------------------------- */

static td_str stage_word(struct twin *t, int32_t stage)
{
    static const td_str digits[] = {{"0", 1}, {"1", 1}, {"2", 1}, {"3", 1}, {"4", 1}};
    return twin_word(t, "stage.", digits[stage], ".name");
}

static void say_step(struct twin *t)
{
    if (!t->view.meters || t->stage_before == NONE || t->stage_before == t->view.stage)
        return;
    const struct word_arg args[] = {ARG_TEXT("step", stage_word(t, t->view.stage))};
    twin_say(t, t->view.stage > t->stage_before ? "stage.up" : "stage.down", args, 1);
}

static void say_time(struct twin *t)
{
    const struct word_arg time[] = {ARG_TEXT("time", twin_time(t, t->view.story_ms))};
    const struct word_arg left[] = {ARG_INT("n", t->view.exchanges_left)};
    twin_say_full(t, "play.time", time, 1);
    if (t->view.exchanges_left <= EXCHANGES_TO_MENTION)
        twin_say(t, "play.exchanges-left", left, 1);
}

/* Not before a question that they would answer. */
void twin_figures(struct twin *t)
{
    if (!t->figures_due)
        return;
    t->figures_due = false;
    say_step(t);
    bool wanted = t->settings->verbosity != VERBOSITY_SHORT && t->view.meters;
    if (wanted && t->told_figures && t->stage_before != NONE)
        twin_meters_changed(t);
    else if (wanted)
        twin_meters(t);
    say_time(t);
}

static void figures_after(struct twin *t, int32_t stage)
{
    t->figures_due = true;
    t->stage_before = stage;
    if ((t->view.prompts & ~t->skipped) == 0)
        twin_figures(t);
}

void twin_change(struct twin *t, const struct view *before, const struct command *c)
{
    console_gap(&t->console);
    echo(t, before, c);
    say_lost(t, c);
    if (t->view.phase == PHASE_TALK)
        say_body_news(t, before);
    say_answer(t, c);
    if (c->verb == VERB_observe)
        say_look(t, before);
    say_outside(t);
    say_learned(t, before);
    if (t->view.phase != PHASE_TALK || c->verb == VERB_assess)
        return;
    twin_feedback(t);
    figures_after(t, before->phase == PHASE_TALK ? before->stage : NONE);
}

/* --- the moment -------------------------------------------------------------------------------------------- */

/* The first picture: what anybody would see who comes there. */
void twin_scene(struct twin *t)
{
    console_gap(&t->console);
    console_put(&t->console, twin_text(t, TD_STR("setting")));
    twin_tell(t, twin_text(t, TD_STR("opening")));
    say_body(t, 1);
    twin_tell_line(t, t->view.line);
    if (t->view.meters)
        twin_meters(t);
}

void twin_choices(struct twin *t)
{
    console_gap(&t->console);
    twin_say(t, "play.choices", NULL, 0);
    for (int i = 0; i < t->view.choice_count; i++)
        twin_row(t, i + 1, twin_text(t, t->play.tale.scenario->choices[t->view.choices[i].choice].id));
    if (t->view.may_handover)
        twin_say(t, "play.also.handover", NULL, 0);
    if (!t->told_words || t->settings->verbosity == VERBOSITY_EXTRA)
        twin_say(t, "play.also", NULL, 0);
    t->told_words = true;
}

void twin_moment_again(struct twin *t)
{
    console_gap(&t->console);
    say_body(t, 1);
    twin_tell_line(t, t->view.reaction);
    twin_tell_line(t, t->view.line);
    figures_after(t, NONE);
}
