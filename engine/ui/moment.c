/* moment.c - what has just happened, told in order: what you did, the body, the answer, what came from
 * outside, what was learnt. */
#include "say.h"

struct telling {
    struct say say;
    const struct view *view, *before;
    const struct command *done;
    struct ui_moment *to;
};

void ui_moment_add(struct ui_moment *moment, enum ui_part_kind kind, td_str text)
{
    if (text.len > 0 && moment->count < UI_PARTS)
        moment->parts[moment->count++] = (struct ui_part){kind, text};
}

static td_str trim(td_str text)
{
    while (text.len > 0 && (text.ptr[0] == ' ' || text.ptr[0] == '\n'))
        text = (td_str){text.ptr + 1, text.len - 1};
    while (text.len > 0 && (text.ptr[text.len - 1] == ' ' || text.ptr[text.len - 1] == '\n'))
        text.len--;
    return text;
}

/* [directions] are seen, the rest is spoken. */
static void tell(struct telling *t, enum ui_part_kind seen, td_str text)
{
    while (text.len > 0) {
        bool direction = text.ptr[0] == '[';
        const char *end = memchr(text.ptr, direction ? ']' : '[', text.len);
        size_t len = end ? (size_t)(end - text.ptr) : text.len;
        size_t skip = direction ? 1 : 0, used = direction && end ? len + 1 : len;
        ui_moment_add(t->to, direction ? seen : PART_SPEECH, trim((td_str){text.ptr + skip, len - skip}));
        text = (td_str){text.ptr + used, text.len - used};
    }
}

static void tell_line(struct telling *t, int32_t line)
{
    if (line != NONE)
        tell(t, PART_ACTION, say_text(&t->say, t->say.model->scenario->lines[line].id));
}

static void tell_done(struct telling *t)
{
    const struct command *c = t->done;
    const struct word_arg seconds[] = {ARG_INT("n", c->number / 1000)};
    td_str line = {0};
    if (c->verb == VERB_choose)
        line = say_text(&t->say, str_of(c->id));
    if (c->verb == VERB_help)
        line = say_of(&t->say, "help.", help_kind_names[c->kind], c->threat ? ".threat" : ".say");
    const struct word_arg args[] = {ARG_TEXT("line", line)};
    if (line.len > 0)
        ui_moment_add(t->to, PART_ECHO, say_with(&t->say, "play.you-said", args, 1));
    if (c->verb == VERB_pause)
        ui_moment_add(t->to, PART_ECHO, say_with(&t->say, "play.you-silent", seconds, 1));
    if (c->verb == VERB_observe)
        ui_moment_add(t->to, PART_ECHO, say_word(&t->say, "play.looked"));
    if (c->verb == VERB_move)
        tell(t, PART_EVENT, say_of(&t->say, "scene.", scene_kind_names[c->kind], ".did"));
}

static void tell_lost(struct telling *t)
{
    const td_scenario *s = t->say.model->scenario;
    if (t->done->verb != VERB_choose)
        return;
    if (s->soft_unheard && t->done->tone > 0)
        ui_moment_add(t->to, PART_NEWS, say_word(&t->say, "delivery.lost-soft"));
    if (s->far_unheard != NONE && t->view->dist != NONE && t->view->dist >= s->far_unheard)
        ui_moment_add(t->to, PART_NEWS, say_word(&t->say, "delivery.lost-far"));
    if (s->slow_loses && t->done->pace > 0)
        ui_moment_add(t->to, PART_NEWS, say_word(&t->say, "delivery.lost-slow"));
}

static void tell_body(struct telling *t)
{
    if (t->view->phase == PHASE_TALK && !str_is(str_of(say_state(t->before)), say_state(t->view)))
        ui_moment_add(t->to, PART_ACTION, say_body(&t->say, t->view, 1));
    if (view_regard_changed(t->before, t->view))
        ui_moment_add(t->to, PART_ACTION, say_regard(&t->say, t->view));
}

static void tell_look(struct telling *t)
{
    enum { CUES = 5 };
    if (t->view->happened.observed != NONE)
        tell_line(t, t->view->happened.observed);
    else if (t->view->cue_step < CUES)
        ui_moment_add(t->to, PART_ACTION, say_body(&t->say, t->view, t->view->cue_step + 1));
    else
        ui_moment_add(t->to, PART_ACTION, say_word(&t->say, "play.looked.nothing"));
}

static void tell_answer(struct telling *t)
{
    const struct command *c = t->done;
    if (!t->view->happened.spoke)
        return;
    if (c->verb == VERB_help && t->view->reaction == NONE)
        tell(t, PART_ACTION, say_word(&t->say, c->threat ? "help.answer-threat" : "help.answer"));
    tell_line(t, t->view->reaction);
    tell_line(t, t->view->line);
}

static void tell_arrivals(struct telling *t)
{
    const struct event_note *happened = &t->view->happened;
    for (int kind = 0; kind < help_kind_count; kind++) {
        if (!(happened->arrived >> kind & 1))
            continue;
        td_str name = help_kind_names[kind];
        if (kind == happened->arrived_help && happened->arrive_line != NONE)
            tell_line(t, happened->arrive_line);
        else
            tell(t, PART_EVENT, say_of(&t->say, "help.", name, ".arrives"));
        const struct word_arg args[] = {ARG_TEXT("kind", say_of(&t->say, "help.", name, ".name"))};
        ui_moment_add(t->to, PART_NEWS, say_with(&t->say, t->view->may_handover ? "help.there" : "help.here", args, 1));
    }
}

static void tell_outside(struct telling *t)
{
    const td_scenario *s = t->say.model->scenario;
    const struct event_note *happened = &t->view->happened;
    for (int i = 0; i < s->event_count; i++)
        if (happened->events >> i & 1)
            tell(t, PART_EVENT, say_text(&t->say, s->events[i].id));
    if (happened->inject != NONE)
        tell(t, PART_EVENT, say_text(&t->say, s->inject[happened->inject].id));
    if (happened->demand_pressed != NONE)
        tell(t, PART_EVENT,
             texts_part(t->say.model->texts, t->say.model->source, s->demands[happened->demand_pressed].id, "pressed"));
    tell_arrivals(t);
}

static void tell_called(struct telling *t)
{
    const struct command *c = t->done;
    if (c->verb != VERB_help || t->view->help_seconds[c->kind] <= 0)
        return;
    const struct word_arg args[] = {ARG_TEXT("kind", say_of(&t->say, "help.", help_kind_names[c->kind], ".name")),
                                    ARG_INT("n", (t->view->help_seconds[c->kind] + 59) / 60)};
    ui_moment_add(t->to, PART_NEWS, say_with(&t->say, "help.called", args, 2));
}

/* In assessment the learner's own board is what counts. */
static void tell_learned(struct telling *t)
{
    const td_scenario *s = t->say.model->scenario;
    for (int i = 0; i < s->fact_count && t->view->meters; i++) {
        if (!memory_has(&t->view->known, i) || memory_has(&t->before->known, i))
            continue;
        const struct word_arg args[] = {ARG_TEXT("fact", say_text(&t->say, s->facts[i].id))};
        ui_moment_add(t->to, PART_HEARD, say_with(&t->say, "play.learned", args, 1));
    }
}

/* What stood before, kept where a question or a look does not replace it. */
static void keep_speech(struct telling *t)
{
    tell_line(t, t->view->reaction);
    tell_line(t, t->view->line);
}

void ui_moment_build(const struct ui_model *model, struct arena *arena, const struct view *before,
                     const struct command *done, struct ui_moment *ret)
{
    struct telling t = {{model, arena}, model->view, before, done, ret};
    *ret = (struct ui_moment){.exchange = model->view->exchanges};
    tell_done(&t);
    tell_lost(&t);
    tell_body(&t);
    tell_answer(&t);
    if (done->verb == VERB_observe)
        tell_look(&t);
    tell_outside(&t);
    tell_called(&t);
    tell_learned(&t);
    bool spoke = false;
    for (int i = 0; i < ret->count; i++)
        spoke = spoke || ret->parts[i].kind == PART_SPEECH;
    if (!spoke && model->view->phase == PHASE_TALK)
        keep_speech(&t);
}

/* What came back for the things that were asked first. */
static void tell_briefed(struct telling *t)
{
    const struct ui_model *m = t->say.model;
    bool begun = false;
    for (int i = 0; i < m->scenario->briefing_count; i++) {
        td_str answer = texts_part(m->texts, m->source, m->scenario->briefing[i].id, "answer");
        if (!(t->view->picked >> i & 1) || answer.len == 0)
            continue;
        if (!begun)
            ui_moment_add(t->to, PART_NEWS, say_word(&t->say, "briefing.answers"));
        begun = true;
        ui_moment_add(t->to, PART_NEWS, answer);
    }
}

void ui_moment_now(const struct ui_model *model, struct arena *arena, bool opening, struct ui_moment *ret)
{
    struct telling t = {{model, arena}, model->view, model->view, NULL, ret};
    *ret = (struct ui_moment){.exchange = model->view->exchanges};
    if (opening) {
        tell_briefed(&t);
        tell(&t, PART_EVENT, say_text(&t.say, TD_STR("opening")));
    }
    ui_moment_add(ret, PART_ACTION, say_body(&t.say, model->view, 1));
    keep_speech(&t);
}
