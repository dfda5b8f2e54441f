/* decisions.c - what turned the encounter, and every decision with its items (MODEL.md 7.3). */
#include "book.h"

/* --- how it was said --------------------------------------------------------------------------------------- */

static td_str voice_of(struct book *b, const struct step *step)
{
    int32_t tone = step->command.tone;
    return book_word(b, tone > 0 ? "delivery.voice.soft" : tone < 0 ? "delivery.voice.firm" : "delivery.voice.steady");
}

static td_str pace_of(struct book *b, const struct step *step)
{
    int32_t pace = step->command.pace;
    return book_word(b, pace > 0 ? "delivery.pace.slow" : pace < 0 ? "delivery.pace.fast" : "delivery.pace.normal");
}

static td_str delivery(struct book *b, const struct step *step)
{
    const struct word_arg args[] = {
        ARG_TEXT("voice", voice_of(b, step)),
        ARG_TEXT("pace", pace_of(b, step)),
        ARG_INT("cm", step->move.dist),
        ARG_INT("seconds", step->command.number / 1000),
    };
    if (step->command.verb == VERB_pause)
        return book_say(b, "report.delivery.silence", args, 4);
    return book_say(b, step->move.dist == NONE ? "report.delivery.no-distance" : "report.delivery", args, 4);
}

/* What the person answered, and said next. */
static td_str answered(struct book *b, const struct step *step)
{
    td_str reaction = page_line(&b->page, step->reaction), line = page_line(&b->page, step->line);
    struct writer w;
    writer_init(&w, b->arena);
    w_str(&w, reaction);
    if (reaction.len > 0 && line.len > 0)
        w_char(&w, ' ');
    w_str(&w, line);
    return writer_str(&w);
}

/* --- a question instead of a lecture ------------------------------------------------------------------------ */

static const char *question_by_act(const struct step *step)
{
    if (step->command.verb == VERB_help)
        return "report.ask.help";
    if (step->command.verb == VERB_pause)
        return "report.ask.silence";
    if (step->move.act == ACT_PROMISE)
        return "report.ask.promise";
    if (step->move.act == ACT_REPAIR)
        return "report.ask.repair";
    return step->premature ? "report.ask.step" : NULL;
}

static const char *question_of(const struct step *step)
{
    const char *id = question_by_act(step);
    if (id != NULL)
        return id;
    if (step->delta.trigger > 0)
        return "report.ask.sore";
    if (step->verdict == VERDICT_HARMFUL)
        return step->after.agitation > step->passed ? "report.ask.hope" : "report.ask.again";
    if (step->verdict == VERDICT_WEAK)
        return "report.ask.cue";
    return step->after.agitation < step->passed - 20 ? "report.ask.noticed" : "report.ask.next";
}

/* --- the lines that were there ------------------------------------------------------------------------------ */

static td_str alternative(struct book *b, const struct step *step, int index)
{
    const struct alternative *alt = &step->alt[index];
    const struct word_arg args[] = {
        ARG_TEXT("line", page_choice(&b->page, alt->choice)),
        ARG_TEXT("act", page_act(&b->page, alt->move.act)),
        ARG_TEXT("change", page_between(&b->page, step->before.agitation, alt->agitation)),
        ARG_TEXT("reaction", page_line(&b->page, alt->reaction)),
    };
    return book_say(b, alt->choice == ACTION_PAUSE ? "report.alternative.silence" : "report.alternative", args, 4);
}

static void add_alternatives(struct book *b, struct doc *parent, const struct step *step)
{
    if (step->alt_count < 2)
        return;
    book_text(b, parent, TD_STR(""))->label = book_word(b, "report.item.instead");
    struct doc *list = doc_add(b->arena, parent, DOC_LIST, TD_STR(""));
    for (int i = 0; i < step->alt_count; i++) {
        if (i == step->alt_chosen)
            continue;
        struct doc *item = book_text(b, list, alternative(b, step, i));
        if (i == step->alt_best)
            item->label = book_word(b, "report.best");
    }
}

/* --- one decision ------------------------------------------------------------------------------------------- */

static void add_term(struct book *b, struct doc *terms, const char *id, td_str text)
{
    if (text.len > 0)
        book_text(b, terms, text)->label = book_word(b, id);
}

static td_str joined(struct book *b, td_str first, td_str second)
{
    struct writer w;
    writer_init(&w, b->arena);
    w_str(&w, first);
    if (first.len > 0 && second.len > 0)
        w_char(&w, ' ');
    w_str(&w, second);
    return writer_str(&w);
}

static td_str reason(struct book *b, int32_t at)
{
    struct reasons reasons = item_reasons(&b->page, at, book_subject(b));
    return joined(b, reasons.text[0], reasons.text[1]);
}

static td_str source_of(struct book *b, const struct step *step)
{
    td_str id = page_id(&b->page, "act.", act_name(step->move.act), ".source");
    return words_has(b->page.words, id) ? book_word(b, id.ptr) : TD_STR("");
}

static td_str what_it_was(struct book *b, const struct step *step)
{
    const struct word_arg args[] = {
        ARG_TEXT("act", page_act(&b->page, step->move.act)),
        ARG_TEXT("definition", book_item(b, item_definition, step)),
    };
    return book_say(b, "report.act", args, 2);
}

static void add_notes(struct book *b, struct doc *terms, int32_t at)
{
    const td_debrief *d = b->debrief;
    for (int i = 0; i < d->note_count; i++) {
        const struct side_note *note = &d->notes[i];
        if (note->after || debrief_note_beside(d->trace, note) != at)
            continue;
        struct doc *term = book_text(b, terms, book_quoted(b, note->text));
        term->label = note->seat == SEAT_primary ? book_word(b, "report.item.note")
                                                 : book_named(b, "seat.", seat_name(note->seat), ".name");
    }
}

static void add_items(struct book *b, struct doc *fold, int32_t at)
{
    const struct step *step = book_step(b, at);
    struct doc *terms = doc_add(b->arena, fold, DOC_TERMS, TD_STR(""));
    add_term(b, terms, "report.item.how", delivery(b, step));
    add_term(b, terms, "report.item.answer", answered(b, step));
    add_term(b, terms, "report.item.act", what_it_was(b, step));
    add_term(b, terms, "report.item.need", book_item(b, item_need, step));
    add_term(b, terms, "report.item.stage", book_item(b, item_stage, step));
    add_term(b, terms, "report.item.cues", book_item(b, item_cues, step));
    add_term(b, terms, "report.item.parts", book_item(b, item_parts, step));
    add_term(b, terms, "report.item.why", reason(b, at));
    add_term(b, terms, "report.item.source", source_of(b, step));
    add_term(b, terms, "report.item.question", book_word(b, question_of(step)));
    add_notes(b, terms, at);
    add_alternatives(b, fold, step);
}

static td_str place_of(struct book *b, const struct step *step)
{
    return page_id(&b->page, "d", book_number(b, step->number), "");
}

static bool is_turning(const td_debrief *d, int32_t at)
{
    for (int i = 0; i < d->turning_count; i++)
        if (d->turning[i].step == at)
            return true;
    return false;
}

static td_str said(struct book *b, const struct step *step)
{
    return step->command.verb == VERB_pause ? book_word(b, "report.you-silent")
                                            : book_quoted(b, page_said(&b->page, step));
}

static td_str verdict_and_change(struct book *b, const struct step *step, bool turning)
{
    const struct word_arg args[] = {
        ARG_TEXT("verdict", step->alt_count > 0 ? book_verdict(b, step->verdict) : book_word(b, "report.unjudged")),
        ARG_TEXT("change", page_between(&b->page, step->before.agitation, step->after.agitation)),
    };
    return book_say(b, turning ? "report.summary.turning" : "report.summary", args, 2);
}

static void add_decision(struct book *b, struct doc *section, int32_t at)
{
    const struct step *step = book_step(b, at);
    struct doc *fold = doc_add(b->arena, section, DOC_FOLD, said(b, step));
    fold->label = page_time(&b->page, step->story_ms);
    fold->alt = verdict_and_change(b, step, is_turning(b->debrief, at));
    fold->style = book_style(step->alt_count > 0 ? step->verdict : VERDICT_NO_DIFFERENCE);
    fold->id = place_of(b, step);
    add_items(b, fold, at);
}

void book_decisions(struct book *b, struct doc *root)
{
    const struct trace *trace = b->debrief->trace;
    if (trace->exchange_count == 0)
        return;
    struct doc *section = book_section(b, root, "report.decisions");
    section->long_form = true;
    const struct word_arg args[] = {ARG_INT("n", trace->exchange_count)};
    book_text(b, section, book_say(b, "report.decisions.intro", args, 1))->style = STYLE_SMALL;
    for (int32_t i = 0; i < trace->count; i++)
        if (trace->steps[i].exchange)
            add_decision(b, section, i);
}

/* --- the whole talk in a table --------------------------------------------------------------------------------- */

static td_str better_line(struct book *b, const struct step *step)
{
    bool none = step->alt_count < 2 || step->alt_best == step->alt_chosen || step->verdict == VERDICT_NO_DIFFERENCE;
    return none ? TD_STR("\xe2\x80\x93") : page_choice(&b->page, step->alt[step->alt_best].choice);
}

static void add_glance_row(struct book *b, struct doc *table, const struct step *step)
{
    const struct word_arg figures[] = {
        ARG_TEXT("now", book_number(b, page_rounded(step->after.agitation))),
        ARG_TEXT("change", page_between(&b->page, step->before.agitation, step->after.agitation)),
    };
    const td_str cells[] = {
        page_time(&b->page, step->story_ms),
        step->command.verb == VERB_pause ? book_word(b, "report.you-silent") : page_said(&b->page, step),
        step->alt_count > 0 ? book_verdict(b, step->verdict) : book_word(b, "report.unjudged"),
        book_say(b, "report.glance.agitation", figures, 2),
        better_line(b, step),
    };
    struct doc *row = book_row(b, table, cells, 5);
    row->first->next->next->style = book_style(step->alt_count > 0 ? step->verdict : VERDICT_NO_DIFFERENCE);
}

void book_glance(struct book *b, struct doc *root)
{
    static const char *const heads[] = {"report.glance.when", "report.glance.said", "report.glance.verdict",
                                        "report.glance.heat", "report.glance.better"};
    const struct trace *trace = b->debrief->trace;
    if (trace->exchange_count == 0)
        return;
    struct doc *section = book_section(b, root, "report.glance");
    struct doc *table = book_table(b, section, "report.glance.caption", heads, 5);
    for (int i = 0; i < trace->count; i++)
        if (trace->steps[i].exchange)
            add_glance_row(b, table, &trace->steps[i]);
}

/* --- what turned it ------------------------------------------------------------------------------------------- */

static const char *turning_heading(const td_debrief *d, const struct turning *turning)
{
    switch (debrief_turning_words(d, (int)(turning - d->turning))) {
    case TURNING_HELPED: return "report.turning.gain";
    case TURNING_FURTHER: return "report.turning.further";
    case TURNING_SMALL: return "report.turning.small";
    case TURNING_COST_MOST: return "report.turning.loss";
    case TURNING_COST_TOO: break;
    }
    return "report.turning.loss.too";
}

static void add_better(struct book *b, struct doc *card, const struct step *step)
{
    if (step->alt_count < 2 || step->alt_best == step->alt_chosen)
        return;
    book_text(b, card, alternative(b, step, step->alt_best))->label = book_word(b, "report.best");
}

static void add_card(struct book *b, struct doc *section, const struct turning *turning)
{
    const struct step *step = book_step(b, turning->step);
    struct reasons reasons = item_reasons(&b->page, turning->step, book_subject(b));
    const struct word_arg args[] = {ARG_TEXT("time", page_time(&b->page, step->story_ms))};
    struct doc *card = doc_add(b->arena, section, DOC_CARD, book_say(b, turning_heading(b->debrief, turning), args, 1));
    card->style = book_style(step->verdict);
    card->label = verdict_and_change(b, step, false);
    book_text(b, card, said(b, step))->style = STYLE_LEAD;
    td_str answer = answered(b, step);
    if (answer.len > 0)
        book_text(b, card, answer)->label = book_word(b, "report.item.answer");
    for (int i = 0; i < REASONS; i++)
        book_lines(b, card, TD_STR(""), reasons.text[i]);
    if (turning->kind == TURNING_LOSS)
        add_better(b, card, step);
    book_text(b, card, book_item(b, item_parts, step))->style = STYLE_SMALL;
    doc_add(b->arena, card, DOC_LINK, book_word(b, "report.turning.more"))->id = place_of(b, step);
}

void book_turning(struct book *b, struct doc *root)
{
    const td_debrief *d = b->debrief;
    if (d->turning_count == 0)
        return;
    struct doc *section = book_section(b, root, "debrief.turning");
    for (int i = 0; i < d->turning_count; i++)
        if (debrief_is_opened(d, i))
            add_card(b, section, &d->turning[i]);
}
