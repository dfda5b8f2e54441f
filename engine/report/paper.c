/* paper.c - the order of the sheets, and the numbers by which the book is kept together. */
#include "paper.h"
#include "hash.h"
#include "paper_parts.h"

/* --- words ------------------------------------------------------------------------------------------------------- */

static td_str filled(struct paper *p, td_str text)
{
    const struct word_arg args[] = {ARG_TEXT("subject.name", texts_get(p->texts, p->source, TD_STR("subject.name")))};
    struct writer w;
    writer_init(&w, p->book.arena);
    words_fill(&w, p->book.page.words, text, args, 1);
    return writer_str(&w);
}

td_str paper_text(struct paper *p, td_str key)
{
    return filled(p, texts_get(p->texts, p->source, key));
}

td_str paper_part(struct paper *p, td_str key, const char *part)
{
    return filled(p, texts_part(p->texts, p->source, key, part));
}

td_str paper_number(struct paper *p, const char *id, int64_t n)
{
    const struct word_arg args[] = {ARG_INT("n", n)};
    return book_say(&p->book, id, args, 1);
}

td_str paper_with(struct paper *p, const char *id, td_str text)
{
    const struct word_arg args[] = {ARG_TEXT("what", text)};
    return book_say(&p->book, id, args, 1);
}

td_str paper_joined(struct paper *p, const td_str *items, int count)
{
    struct writer w;
    writer_init(&w, p->book.arena);
    words_join(&w, p->book.page.words, items, count);
    return writer_str(&w);
}

/* --- numbers ------------------------------------------------------------------------------------------------------ */

/* The first moment and the one where the talk begins change places. */
int32_t paper_moment(const struct paper *p, int32_t node)
{
    return node == p->scenario->start ? 1 : node == 0 ? p->scenario->start + 1 : node + 1;
}

int32_t paper_node(const struct paper *p, int32_t moment)
{
    return moment == 1 ? p->scenario->start : moment - 1 == p->scenario->start ? 0 : moment - 1;
}

static uint64_t place_of(const struct paper *p, int32_t choice)
{
    return hash_finish(hash_str(HASH_START, p->scenario->choices[choice].id));
}

int paper_order(const struct paper *p, int32_t node, int32_t ret[LIMIT_CHOICES_PER_NODE])
{
    const struct span choices = p->scenario->nodes[node].choices;
    int count = 0;
    for (int32_t i = choices.first; i < choices.first + choices.count && count < LIMIT_CHOICES_PER_NODE; i++) {
        int at = count++;
        for (; at > 0 && place_of(p, ret[at - 1]) > place_of(p, i); at--)
            ret[at] = ret[at - 1];
        ret[at] = i;
    }
    return count;
}

td_str paper_choice(struct paper *p, int32_t choice)
{
    int32_t order[LIMIT_CHOICES_PER_NODE];
    struct writer w;
    const int32_t node = p->scenario->choices[choice].node;
    writer_init(&w, p->book.arena);
    if (node == NONE) {
        w_char(&w, 'F');
        w_int(&w, choice - p->scenario->floating.first + 1);
        return writer_str(&w);
    }
    const int count = paper_order(p, node, order);
    w_int(&w, paper_moment(p, node));
    for (int i = 0; i < count; i++)
        if (order[i] == choice)
            w_char(&w, (char)('A' + i));
    return writer_str(&w);
}

/* --- boxes ---------------------------------------------------------------------------------------------------------- */

int paper_box_count(const struct paper *p)
{
    return p->scenario->fact_count + p->scenario->flag_count;
}

td_str paper_shortened(struct paper *p, td_str text)
{
    enum { ENOUGH = 42 };
    struct writer w;
    size_t end = ENOUGH;
    if (text.len <= ENOUGH)
        return text;
    while (end > 0 && text.ptr[end] != ' ')
        end--;
    writer_init(&w, p->book.arena);
    w_str(&w, (td_str){text.ptr, end});
    w_text(&w, " \xe2\x80\xa6");
    return writer_str(&w);
}

static bool has_bit(const struct paper *p, struct span span, int32_t bit)
{
    bool has = false;
    for (int32_t i = 0; i < span.count; i++)
        has |= p->scenario->pool[span.first + i] == bit;
    return has;
}

/* Drawn before the talk: which row of the lots, and which of it; empty. */
static td_str box_of_lot(struct paper *p, int32_t bit)
{
    const td_scenario *s = p->scenario;
    for (int i = 0; i < s->axis_count; i++)
        for (int32_t k = 0; k < s->axes[i].options.count; k++) {
            const struct word_arg args[] = {ARG_INT("n", i + 1), ARG_INT("place", k + 1)};
            if (has_bit(p, s->options[s->axes[i].options.first + k].sets, bit))
                return book_say(&p->book, "paper.box.lot", args, 2);
        }
    return TD_STR("");
}

/* What has to be said, or to happen, so that it is ticked: the first of the book, and whether there are others. */
static td_str box_of_story(struct paper *p, int32_t bit)
{
    const td_scenario *s = p->scenario;
    td_str first = TD_STR("");
    int count = 0;
    for (int i = 0; i < s->approach_count; i++)
        if (has_bit(p, s->approach[i].sets, bit) && count++ == 0)
            first = paper_with(p, "paper.box.planned", paper_shortened(p, paper_text(p, s->approach[i].id)));
    for (int i = 0; i < s->choice_count; i++)
        if (has_bit(p, s->choices[i].sets, bit) && count++ == 0) {
            const struct word_arg args[] = {ARG_TEXT("line", paper_choice(p, i)),
                                            ARG_TEXT("what", paper_shortened(p, paper_text(p, s->choices[i].id)))};
            first = book_say(&p->book, "paper.box.said", args, 2);
        }
    for (int i = 0; i < s->line_count; i++)
        if (has_bit(p, s->lines[i].sets, bit) && count++ == 0)
            first = paper_with(p, "paper.box.answered", paper_shortened(p, paper_text(p, s->lines[i].id)));
    for (int i = 0; i < s->event_count; i++)
        if (has_bit(p, s->events[i].sets, bit) && count++ == 0)
            first = paper_with(p, "paper.box.happened", paper_shortened(p, paper_text(p, s->events[i].id)));
    for (int i = 0; i < s->inject_count; i++)
        if (has_bit(p, s->inject[i].sets, bit) && count++ == 0)
            first = paper_with(p, "paper.box.happened", paper_shortened(p, paper_text(p, s->inject[i].id)));
    return count > 1 ? paper_with(p, "paper.box.or-like", first) : first;
}

/* A fact in its own words, an author's note to himself by what makes it true. */
td_str paper_box(struct paper *p, int32_t bit)
{
    const td_scenario *s = p->scenario;
    if (bit >= s->fact_count) {
        td_str text = box_of_lot(p, bit);
        text = text.len > 0 ? text : box_of_story(p, bit);
        return text.len > 0 ? text : book_word(&p->book, "paper.box.never");
    }
    td_str text = paper_text(p, s->facts[bit].id);
    return text.len > 0 ? text : s->facts[bit].id;
}

static void add_bits(struct paper *p, struct span span, td_str *items, int *count, int most)
{
    for (int32_t i = 0; i < span.count && *count < most; i++)
        items[(*count)++] = book_number(&p->book, p->scenario->pool[span.first + i] + 1);
}

td_str paper_ticks(struct paper *p, struct span sets, struct span discloses)
{
    enum { MOST = 16 };
    td_str items[MOST];
    int count = 0;
    add_bits(p, discloses, items, &count, MOST);
    add_bits(p, sets, items, &count, MOST);
    return count > 0 ? paper_with(p, "paper.tick", paper_joined(p, items, count)) : TD_STR("");
}

/* --- the whole -------------------------------------------------------------------------------------------------------- */

struct doc *paper_build(struct arena *arena, const td_scenario *scenario, const td_texts *texts, const td_texts *source,
                        const struct model *model, const struct words *words, const struct paper_plan *plan)
{
    static void (*const parts[])(struct paper *, struct doc *) = {
        paper_how,      paper_safe,  paper_clock, paper_print_list, paper_stop_cards,
        paper_briefing, paper_cards, paper_forms, paper_record,     paper_moments,
        paper_anywhere, paper_next,  paper_ends,  paper_debrief,    paper_foot,
    };
    struct paper p = {.book = {.arena = arena}, .scenario = scenario, .texts = texts, .source = source, .plan = plan};
    writer_init(&p.book.scratch, arena);
    p.book.page = (struct page){&p.book.scratch, NULL, words, (int)scenario->pronoun};
    paper_tally_init(scenario, model, &p.tally);
    paper_find_lists(&p);
    struct doc *root = doc_new(arena, DOC_ROOT, paper_with(&p, "paper.title", paper_text(&p, TD_STR("title"))));
    root->alt = words_lang(words);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        parts[i](&p, root);
    return root;
}
