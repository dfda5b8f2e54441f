/* transcript.c - what was said and done, in order, as it would be read aloud: nothing judged. */
#include "page.h"

static void say(const struct page *p, td_str told)
{
    if (told.len == 0)
        return;
    w_str(p->w, told);
    w_char(p->w, '\n');
}

/* --- what the person says, with the name in front of it ------------------------------------------- */

static td_str name_of(const struct page *p)
{
    return texts_get(p->debrief->texts, p->debrief->source, TD_STR("subject.name"));
}

/* [Directions] as they are, what is spoken by name: who reads along must not guess who said it. */
static void say_spoken(const struct page *p, td_str key)
{
    td_str rest = texts_get(p->debrief->texts, p->debrief->source, key);
    for (bool spoken = true; rest.len > 0; spoken = !spoken) {
        struct writer part;
        writer_init(&part, p->w->arena);
        const struct word_arg names[] = {ARG_TEXT("subject.name", name_of(p))};
        words_fill(&part, p->words, page_take(&rest, spoken ? '[' : ']'), names, 1);
        const struct word_arg args[] = {ARG_TEXT("name", name_of(p)), ARG_TEXT("line", writer_str(&part))};
        if (!spoken)
            say(p, writer_str(&part));
        else if (writer_str(&part).len > 0)
            page_say(p, "play.says", args, 2);
    }
}

static void say_line(const struct page *p, int32_t line)
{
    if (line != NONE)
        say_spoken(p, p->debrief->trace->scenario->lines[line].id);
}

/* --- what was done without a line --------------------------------------------------------------------- */

static td_str text_of(const struct page *p, td_str id)
{
    return texts_get(p->debrief->texts, p->debrief->source, id);
}

/* The answer to a question of the scenario: one of its own, a fact, or a name of the program's. */
static td_str answer_name(const struct page *p, enum prompt_kind kind, td_str id)
{
    if (kind == PROMPT_nature)
        return page_word(p, "nature.", id, ".name");
    if (kind == PROMPT_need)
        return page_word(p, "need.", id, ".name");
    return kind == PROMPT_emotion ? page_word(p, "emotion.", id, "") : text_of(p, id);
}

static void say_list(const struct page *p, const char *id, const td_str *items, int count)
{
    struct writer list;
    writer_init(&list, p->w->arena);
    for (int i = 0; i < count; i++) {
        if (i > 0)
            w_char(&list, ' ');
        w_str(&list, items[i]);
    }
    const struct word_arg args[] = {ARG_TEXT("items", writer_str(&list))};
    page_say(p, id, args, 1);
}

static void say_picks(const struct page *p, const struct command *c)
{
    td_str items[COMMAND_IDS];
    for (int32_t i = 0; i < c->id_count; i++)
        items[i] = text_of(p, str_of(c->ids[i]));
    say_list(p, "transcript.picked", items, c->id_count);
    for (int32_t i = 0; i < c->id_count; i++) {
        td_str answer = texts_part(p->debrief->texts, p->debrief->source, str_of(c->ids[i]), "answer");
        if (answer.len > 0)
            say(p, answer);
    }
}

static td_str answer_of(const struct page *p, const struct prompt *prompt, const struct command *c)
{
    td_str names[COMMAND_IDS];
    struct writer joined;
    if (prompt->kind == PROMPT_step && c->number != NONE)
        return page_stage(p, c->number);
    if (c->number != NONE)
        return page_number(p, c->number);
    for (int32_t i = 0; i < c->id_count; i++)
        names[i] = answer_name(p, prompt->kind, str_of(c->ids[i]));
    writer_init(&joined, p->w->arena);
    words_join(&joined, p->words, names, c->id_count);
    return c->id_count > 0 ? writer_str(&joined) : page_word(p, "prompt.none", TD_STR(""), "");
}

static void say_answer(const struct page *p, const struct command *c)
{
    const td_scenario *s = p->debrief->trace->scenario;
    int index = scenario_find_prompt(s, str_of(c->id));
    if (index == NONE)
        return;
    const struct prompt *prompt = &s->prompts[index];
    const struct word_arg args[] = {
        ARG_TEXT("what", page_word(p, "prompt.", prompt_kind_names[prompt->kind], ".name")),
        ARG_TEXT("answer", answer_of(p, prompt, c)),
        ARG_INT("n", c->sure),
    };
    page_say(p, c->sure != NONE ? "transcript.answered-sure" : "transcript.answered", args, 3);
}

static void say_handover(const struct page *p, const struct command *c)
{
    static const char *const ids[] = {"handover.name", "handover.hooks", "handover.triggers", "handover.promises",
                                      "handover.risk"};
    enum { ITEMS = sizeof ids / sizeof *ids };
    td_str items[ITEMS];
    struct writer joined;
    int count = 0;
    for (int i = 0; i < ITEMS; i++)
        if (c->kind >> i & 1)
            items[count++] = page_word(p, ids[i], TD_STR(""), "");
    writer_init(&joined, p->w->arena);
    words_join(&joined, p->words, items, count);
    const struct word_arg args[] = {
        ARG_TEXT("items", count > 0 ? writer_str(&joined) : page_word(p, "handover.none", TD_STR(""), ""))};
    page_say(p, "handover.done", args, 1);
}

/* The instructor's keys have no words here: they stand as the journal has them. */
static void say_command(const struct page *p, const struct command *command)
{
    char text[COMMAND_TEXT];
    size_t length = command_format(command, text);
    say(p, arena_copy(p->w->arena, (td_str){text, length}));
}

static void say_deed(const struct page *p, const struct command *c)
{
    if (c->verb == VERB_pick)
        say_picks(p, c);
    else if (c->verb == VERB_assess)
        say_answer(p, c);
    else if (c->verb == VERB_handover)
        say_handover(p, c);
    else if (c->verb == VERB_begin || c->verb == VERB_withdraw)
        page_say(p, c->verb == VERB_begin ? "transcript.begun" : "transcript.withdrawn", NULL, 0);
    else
        say_command(p, c);
}

/* --- one step ------------------------------------------------------------------------------------------- */

static void say_done(const struct page *p, const struct step *step)
{
    const struct command *c = &step->command;
    const struct word_arg said[] = {ARG_TEXT("line", page_said(p, step))};
    const struct word_arg seconds[] = {ARG_INT("n", c->number / 1000)};
    const struct word_arg minutes[] = {ARG_INT("n", (c->number + 30000) / 60000)};
    if (c->verb == VERB_choose || c->verb == VERB_override || c->verb == VERB_help)
        page_say(p, "play.you-said", said, 1);
    else if (c->verb == VERB_heard)
        say(p, page_said(p, step));
    else if (c->verb == VERB_pause)
        page_say(p, "play.you-silent", seconds, 1);
    else if (c->verb == VERB_wait)
        page_say(p, "play.you-waited", minutes, 1);
    else if (c->verb == VERB_observe)
        page_say(p, "play.looked", NULL, 0);
    else if (c->verb == VERB_move)
        say(p, page_word_told(p, "scene.", scene_kind_names[c->kind], ".did"));
    else
        say_deed(p, c);
}

/* What came from outside since the last command. */
static void say_events(const struct page *p, const struct event_note *h)
{
    const td_scenario *s = p->debrief->trace->scenario;
    for (int i = 0; i < s->event_count && i < 64; i++)
        if (h->events >> i & 1)
            say_spoken(p, s->events[i].id);
    if (h->inject != NONE)
        say_spoken(p, s->inject[h->inject].id);
    say_line(p, h->arrive_line);
    say_line(p, h->observed);
}

static void say_step(const struct page *p, const struct step *step)
{
    w_str(p->w, page_time(p, step->story_ms));
    w_char(p->w, ' ');
    say_done(p, step);
    say_line(p, step->reaction);
    say_line(p, step->line);
    say_events(p, &step->happened);
}

void debrief_write_transcript(struct writer *w, const td_debrief *debrief, const struct words *words)
{
    struct page p = {w, debrief, words, (int)debrief->trace->scenario->pronoun};
    const struct trace *trace = debrief->trace;
    say_spoken(&p, TD_STR("opening"));
    for (int i = 0; i < trace->count; i++)
        say_step(&p, &trace->steps[i]);
    if (trace->ending != NONE)
        say_spoken(&p, trace->scenario->endings[trace->ending].id);
}
