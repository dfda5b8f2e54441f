/* transcript.c - what was said and done, in order, as it would be read aloud: nothing judged. */
#include "page.h"

static void say(const struct page *p, td_str told)
{
    if (told.len == 0)
        return;
    w_str(p->w, told);
    w_char(p->w, '\n');
}

static void say_line(const struct page *p, int32_t line)
{
    say(p, page_line(p, line));
}

static void say_text(const struct page *p, td_str key)
{
    say(p, page_told(p, key));
}

/* What has no words of its own: picks, answers, the hand-over, as the journal has it. */
static void say_command(const struct page *p, const struct command *command)
{
    char text[COMMAND_TEXT];
    size_t length = command_format(command, text);
    say(p, arena_copy(p->w->arena, (td_str){text, length}));
}

static void say_done(const struct page *p, const struct step *step)
{
    const struct command *c = &step->command;
    const struct word_arg said[] = {ARG_TEXT("line", page_said(p, step))};
    const struct word_arg seconds[] = {ARG_INT("n", c->number / 1000)};
    const struct word_arg minutes[] = {ARG_INT("n", (c->number + 30000) / 60000)};
    if (c->verb == VERB_choose || c->verb == VERB_override || c->verb == VERB_help)
        page_say(p, "play.you-said", said, 1);
    else if (c->verb == VERB_pause)
        page_say(p, "play.you-silent", seconds, 1);
    else if (c->verb == VERB_wait)
        page_say(p, "play.you-waited", minutes, 1);
    else if (c->verb == VERB_observe)
        page_say(p, "play.looked", NULL, 0);
    else if (c->verb == VERB_move)
        say(p, page_word_told(p, "scene.", scene_kind_names[c->kind], ".did"));
    else
        say_command(p, c);
}

/* What came from outside since the last command. */
static void say_events(const struct page *p, const struct event_note *h)
{
    const td_scenario *s = p->debrief->trace->scenario;
    for (int i = 0; i < s->event_count && i < 64; i++)
        if (h->events >> i & 1)
            say_text(p, s->events[i].id);
    if (h->inject != NONE)
        say_text(p, s->inject[h->inject].id);
    if (h->arrive_line != NONE)
        say_line(p, h->arrive_line);
    if (h->observed != NONE)
        say_line(p, h->observed);
}

static void say_step(const struct page *p, const struct step *step)
{
    w_str(p->w, page_time(p, step->story_ms));
    w_char(p->w, ' ');
    say_done(p, step);
    if (step->reaction != NONE)
        say_line(p, step->reaction);
    if (step->line != NONE)
        say_line(p, step->line);
    say_events(p, &step->happened);
}

void debrief_write_transcript(struct writer *w, const td_debrief *debrief, const struct words *words)
{
    struct page p = {w, debrief, words, (int)debrief->trace->scenario->pronoun};
    const struct trace *trace = debrief->trace;
    say_text(&p, TD_STR("opening"));
    for (int i = 0; i < trace->count; i++)
        say_step(&p, &trace->steps[i]);
    if (trace->ending != NONE)
        say_text(&p, trace->scenario->endings[trace->ending].id);
}
