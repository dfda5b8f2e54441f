/* paper_book.c - the scenario as a book: numbered moments, each with what the person says, the lines to choose from,
 * what each does to the two numbers on each step, what is answered, and where to go on. */
#include "paper_parts.h"

static struct doc *section(struct paper *p, struct doc *root, const char *id, bool page)
{
    struct doc *doc = book_section(&p->book, root, id);
    doc->page = page;
    return doc;
}

static td_str sentences(struct paper *p, const td_str *items, int count)
{
    struct writer w;
    writer_init(&w, p->book.arena);
    for (int i = 0; i < count; i++) {
        if (items[i].len == 0)
            continue;
        if (writer_str(&w).len > 0)
            w_char(&w, ' ');
        w_str(&w, items[i]);
    }
    return writer_str(&w);
}

static td_str go_to(struct paper *p, int32_t node)
{
    return node == NONE ? TD_STR("") : paper_number(p, "paper.go", paper_moment(p, node));
}

/* --- what the person says ------------------------------------------------------------------------------------------ */

static td_str label_of(struct paper *p, int32_t condition, bool first)
{
    td_str when = paper_when(p, condition, true);
    if (when.len == 0)
        return first ? TD_STR("") : book_word(&p->book, "paper.otherwise");
    return paper_with(p, "paper.if", when);
}

static void add_line(struct paper *p, struct doc *list, const struct line *line, bool first)
{
    const td_str parts[] = {paper_text(p, line->id), paper_ticks(p, line->sets, line->discloses), go_to(p, line->to)};
    book_text(&p->book, list, sentences(p, parts, 3))->label = label_of(p, line->condition, first);
}

/* The most particular first: the first that fits is said. */
static void add_lines(struct paper *p, struct doc *parent, struct span lines)
{
    enum { MOST_PARTS = 16 };
    struct doc *list = doc_add(p->book.arena, parent, DOC_LIST, TD_STR(""));
    bool first = true;
    for (int parts = MOST_PARTS; parts >= 0; parts--)
        for (int32_t i = lines.first; i < lines.first + lines.count; i++) {
            const struct line *line = &p->scenario->lines[i];
            const int has = p->scenario->conditions[line->condition].specificity;
            if ((has > MOST_PARTS ? MOST_PARTS : has) != parts)
                continue;
            add_line(p, list, line, first);
            first = false;
        }
}

/* --- the lines to choose from ---------------------------------------------------------------------------------------- */

/* "3 down, 4 closer": agitation, then connection; in words, because somebody reads it while others wait. */
static td_str effect_text(struct paper *p, struct paper_effect effect)
{
    const int a = effect.agitation, c = effect.connection;
    td_str parts[2];
    int count = 0;
    if (a != 0)
        parts[count++] = paper_number(p, a < 0 ? "paper.effect.down" : "paper.effect.up", a < 0 ? -a : a);
    if (c != 0)
        parts[count++] = paper_number(p, c < 0 ? "paper.effect.away" : "paper.effect.closer", c < 0 ? -c : c);
    if (count == 0)
        return book_word(&p->book, "paper.effect.none");
    struct writer w;
    writer_init(&w, p->book.arena);
    w_str(&w, parts[0]);
    if (count > 1) {
        w_text(&w, ", ");
        w_str(&w, parts[1]);
    }
    return writer_str(&w);
}

static td_str offered_text(struct paper *p, int32_t index, td_str letter)
{
    const struct choice *choice = &p->scenario->choices[index];
    td_str when = paper_when(p, choice->condition, true);
    const td_str parts[] = {letter, paper_text(p, choice->id),
                            when.len > 0 ? paper_with(p, "paper.only-if", when) : TD_STR(""),
                            choice->once ? TD_STR("") : book_word(&p->book, "paper.again")};
    return sentences(p, parts, 4);
}

static void add_offer(struct paper *p, struct doc *table, int32_t index, td_str letter)
{
    td_str cells[1 + PAPER_TOP];
    cells[0] = offered_text(p, index, letter);
    for (int step = 0; step < PAPER_TOP; step++)
        cells[1 + step] = effect_text(p, paper_effect_of(&p->tally, &p->scenario->choices[index], step));
    struct doc *row = book_row(&p->book, table, cells, 1 + PAPER_TOP);
    for (struct doc *cell = row->first->next; cell != NULL; cell = cell->next)
        cell->style = STYLE_NUMBER;
}

static struct doc *offers(struct paper *p, struct doc *parent)
{
    struct doc *table = doc_add(p->book.arena, parent, DOC_TABLE, book_word(&p->book, "paper.offers.caption"));
    td_str heads[1 + PAPER_TOP];
    heads[0] = book_word(&p->book, "paper.offers");
    for (int step = 0; step < PAPER_TOP; step++)
        heads[1 + step] = paper_number(p, "paper.step", step + 1);
    book_row(&p->book, table, heads, 1 + PAPER_TOP);
    return table;
}

/* --- what is answered ---------------------------------------------------------------------------------------------------- */

/* What to mind besides the answer. */
static td_str warning_of(struct paper *p, const struct choice *choice)
{
    enum { WOUND = 3 }; /* points of agitation at the foot of the stairway */
    if (choice->move.act == ACT_PROMISE)
        return book_word(&p->book, "paper.false-promise");
    if (choice->move.act == ACT_REPAIR)
        return book_word(&p->book, "paper.repair");
    if (choice->move.act == ACT_SUICQ)
        return book_word(&p->book, "paper.asks");
    return paper_effect_of(&p->tally, choice, 0).agitation >= WOUND ? book_word(&p->book, "paper.hurts") : TD_STR("");
}

static td_str targets_of(struct paper *p, const struct choice *choice)
{
    enum { MOST = 8 };
    td_str texts[MOST];
    int count = 0;
    for (int32_t i = choice->to.first; i < choice->to.first + choice->to.count && count < MOST; i++) {
        const struct target *target = &p->scenario->targets[i];
        td_str when = paper_when(p, target->condition, true);
        const struct word_arg args[] = {ARG_TEXT("what", when), ARG_INT("n", paper_moment(p, target->node))};
        texts[count++] = when.len > 0 ? book_say(&p->book, "paper.go-if", args, 2) : go_to(p, target->node);
    }
    return sentences(p, texts, count);
}

static void add_answer(struct paper *p, struct doc *parent, int32_t index, td_str letter)
{
    const struct choice *choice = &p->scenario->choices[index];
    const td_str parts[] = {warning_of(p, choice), paper_ticks(p, choice->sets, choice->discloses),
                            targets_of(p, choice)};
    const struct word_arg args[] = {
        ARG_TEXT("letter", letter),
        ARG_TEXT("act", book_named(&p->book, "act.", act_name(choice->move.act), ".short"))};
    book_text(&p->book, parent, sentences(p, parts, 3))->label = book_say(&p->book, "paper.answer", args, 2);
    add_lines(p, parent, choice->reactions);
}

/* --- one moment ------------------------------------------------------------------------------------------------------------ */

static td_str letter(struct paper *p, int place)
{
    struct writer w;
    writer_init(&w, p->book.arena);
    w_char(&w, (char)('A' + place));
    return writer_str(&w);
}

static void add_moment(struct paper *p, struct doc *root, int32_t number)
{
    int32_t order[LIMIT_CHOICES_PER_NODE];
    const int32_t at = paper_node(p, number);
    const struct node *node = &p->scenario->nodes[at];
    const int count = paper_order(p, at, order);
    struct doc *moment = doc_add(p->book.arena, root, DOC_SECTION, paper_number(p, "paper.moment", number));
    if (node->lines.count > 0) {
        book_text(&p->book, moment, book_word(&p->book, "paper.says"))->style = STYLE_LEAD;
        add_lines(p, moment, node->lines);
    }
    if (count > 0) {
        struct doc *table = offers(p, moment);
        for (int i = 0; i < count; i++)
            add_offer(p, table, order[i], letter(p, i));
    }
    for (int i = 0; i < count; i++)
        add_answer(p, moment, order[i], letter(p, i));
    if (node->silence.count > 0) {
        book_text(&p->book, moment, TD_STR(""))->label = book_word(&p->book, "paper.if-silent");
        add_lines(p, moment, node->silence);
    }
}

void paper_moments(struct paper *p, struct doc *root)
{
    struct doc *head = section(p, root, "paper.book", true);
    book_lines(&p->book, head, TD_STR(""), book_word(&p->book, "paper.book.how"));
    paper_add_lists(p, head);
    for (int32_t number = 1; number <= p->scenario->node_count; number++)
        add_moment(p, root, number);
}

/* --- lines for any moment, and silence ---------------------------------------------------------------------------------- */

void paper_anywhere(struct paper *p, struct doc *root)
{
    const struct span floating = p->scenario->floating;
    td_str cells[1 + PAPER_TOP] = {book_word(&p->book, "paper.silence.row")};
    struct doc *part = section(p, root, "paper.anywhere", true);
    book_lines(&p->book, part, TD_STR(""), book_word(&p->book, "paper.anywhere.how"));
    paper_add_lists(p, part);
    p->named = true;
    struct doc *table = offers(p, part);
    for (int32_t i = floating.first; i < floating.first + floating.count; i++)
        add_offer(p, table, i, paper_choice(p, i));
    for (int step = 0; step < PAPER_TOP; step++)
        cells[1 + step] = effect_text(p, paper_effect_of_silence(&p->tally, step));
    book_row(&p->book, table, cells, 1 + PAPER_TOP);
    for (int32_t i = floating.first; i < floating.first + floating.count; i++)
        add_answer(p, part, i, paper_choice(p, i));
    if (p->scenario->silence.count > 0) {
        book_text(&p->book, part, TD_STR(""))->label = book_word(&p->book, "paper.if-silent");
        add_lines(p, part, p->scenario->silence);
    }
    p->named = false;
}

/* --- where next ----------------------------------------------------------------------------------------------------------- */

static void add_next(struct paper *p, struct doc *table, int32_t index)
{
    const struct node *node = &p->scenario->nodes[index];
    td_str when = paper_when(p, node->entry, false);
    const struct word_arg args[] = {ARG_INT("n", paper_moment(p, index))};
    const td_str cells[] = {book_say(&p->book, node->priority > 0 ? "paper.next.urgent" : "paper.next.number", args, 1),
                            when.len > 0 ? when : book_word(&p->book, "paper.next.always"),
                            node->again ? book_word(&p->book, "paper.next.again") : TD_STR("")};
    book_row(&p->book, table, cells, 3);
}

void paper_next(struct paper *p, struct doc *root)
{
    static const char *const heads[] = {"paper.next.moment", "paper.next.when", "paper.next.note"};
    struct doc *part = section(p, root, "paper.next", true);
    book_lines(&p->book, part, TD_STR(""), book_word(&p->book, "paper.next.how"));
    for (int step = 0; step < PAPER_TOP; step++) {
        struct doc *table = book_table(&p->book, part, "paper.next", heads, 3);
        const struct word_arg args[] = {ARG_INT("n", step + 1), ARG_TEXT("what", page_stage(&p->book.page, step))};
        table->text = book_say(&p->book, "paper.next.step", args, 2);
        for (int i = 0; i < p->scenario->storylet_count; i++)
            if (paper_fits_step(p, p->scenario->nodes[p->scenario->storylets[i]].entry, step))
                add_next(p, table, p->scenario->storylets[i]);
    }
}

/* --- events, help, endings -------------------------------------------------------------------------------------------------- */

static void add_event(struct paper *p, struct doc *list, const struct event *event, bool card)
{
    struct paper_effect effect = {(int8_t)(event->effect.P / 20), (int8_t)(event->effect.T / 20)};
    td_str when = paper_when(p, event->condition, true);
    const td_str parts[] = {paper_text(p, event->id), paper_with(p, "paper.effect", effect_text(p, effect)),
                            paper_ticks(p, event->sets, event->discloses), go_to(p, event->to)};
    td_str label = when.len > 0 ? paper_with(p, "paper.if", when) : TD_STR("");
    if (event->minute != NONE)
        label = paper_number(p, "paper.from-count", event->minute);
    if (card)
        label = book_word(&p->book, "paper.card-in");
    book_text(&p->book, list, sentences(p, parts, 4))->label = label;
}

static void add_events(struct paper *p, struct doc *part)
{
    const td_scenario *s = p->scenario;
    if (s->event_count + s->inject_count == 0)
        return;
    book_text(&p->book, part, book_word(&p->book, "paper.events"))->style = STYLE_LEAD;
    struct doc *list = doc_add(p->book.arena, part, DOC_LIST, TD_STR(""));
    for (int i = 0; i < s->event_count; i++)
        add_event(p, list, &s->events[i], false);
    for (int i = 0; i < s->inject_count; i++)
        add_event(p, list, &s->inject[i], true);
}

static void add_help(struct paper *p, struct doc *part)
{
    const td_scenario *s = p->scenario;
    book_text(&p->book, part, book_word(&p->book, "paper.help"))->style = STYLE_LEAD;
    for (int i = 0; i < s->help_count; i++) {
        const struct help *help = &s->help[i];
        book_text(&p->book, part, paper_number(p, "paper.help.minutes", help->minutes))->label =
            book_named(&p->book, "help.", help_kind_names[help->kind], ".name");
        add_lines(p, part, help->announce);
        if (help->arrive.count > 0)
            book_text(&p->book, part, TD_STR(""))->label = book_word(&p->book, "paper.help.arrives");
        add_lines(p, part, help->arrive);
    }
}

static void add_ending(struct paper *p, struct doc *list, const struct ending *ending)
{
    td_str when = paper_when(p, ending->condition, true);
    const struct word_arg args[] = {
        ARG_TEXT("outcome", book_named(&p->book, "outcome.", outcome_names[ending->outcome], ".title")),
        ARG_TEXT("what", when)};
    book_text(&p->book, list, paper_text(p, ending->id))->label =
        book_say(&p->book, when.len > 0 ? "paper.ending.if" : "paper.ending", args, 2);
}

void paper_ends(struct paper *p, struct doc *root)
{
    const td_scenario *s = p->scenario;
    struct doc *part = section(p, root, "paper.ends", true);
    add_events(p, part);
    add_help(p, part);
    book_text(&p->book, part, book_word(&p->book, "paper.endings"))->style = STYLE_LEAD;
    book_lines(&p->book, part, TD_STR(""), paper_number(p, "paper.endings.how", s->budget_exchanges));
    struct doc *list = doc_add(p->book.arena, part, DOC_LIST, TD_STR(""));
    for (int i = 0; i < s->ending_count; i++)
        add_ending(p, list, &s->endings[i]);
}
