/* book.c - small helpers of the sections: a sentence by its id, a table, a row. */
#include "book.h"

const struct step *book_step(const struct book *b, int32_t i)
{
    return &b->debrief->trace->steps[i];
}

static td_str without_line_end(td_str text)
{
    while (text.len > 0 && (text.ptr[text.len - 1] == '\n' || text.ptr[text.len - 1] == ' '))
        text.len--;
    return text;
}

td_str book_say(struct book *b, const char *id, const struct word_arg *args, int count)
{
    struct writer w;
    writer_init(&w, b->arena);
    words_write(&w, b->page.words, id, b->page.person, args, count);
    return without_line_end(writer_str(&w));
}

td_str book_word(struct book *b, const char *id)
{
    return book_say(b, id, NULL, 0);
}

td_str book_named(struct book *b, const char *head, td_str name, const char *tail)
{
    return page_word(&b->page, head, name, tail);
}

td_str book_number(struct book *b, int64_t value)
{
    return page_number(&b->page, value);
}

td_str book_subject(struct book *b)
{
    return texts_get(b->debrief->texts, b->debrief->source, TD_STR("subject.name"));
}

td_str book_quoted(struct book *b, td_str text)
{
    const struct word_arg args[] = {ARG_TEXT("text", text)};
    return book_say(b, "quote", args, 1);
}

td_str book_item(struct book *b, void (*item)(const struct page *, const struct step *), const struct step *step)
{
    struct writer w;
    writer_init(&w, b->arena);
    struct page page = {&w, b->debrief, b->page.words, b->page.person};
    item(&page, step);
    return without_line_end(writer_str(&w));
}

enum doc_style book_style(enum verdict verdict)
{
    static const enum doc_style styles[VERDICT_COUNT] = {STYLE_EVEN, STYLE_STRONG, STYLE_WORKABLE, STYLE_WEAK,
                                                         STYLE_HARMFUL};
    return styles[verdict];
}

td_str book_verdict(struct book *b, enum verdict verdict)
{
    return book_named(b, "verdict.", str_of(verdict_name(verdict)), ".name");
}

struct doc *book_text(struct book *b, struct doc *parent, td_str text)
{
    return doc_add(b->arena, parent, DOC_TEXT, text);
}

void book_lines(struct book *b, struct doc *parent, td_str label, td_str text)
{
    while (text.len > 0) {
        td_str line = without_line_end(str_line(&text));
        if (line.len == 0)
            continue;
        book_text(b, parent, line)->label = label;
        label = TD_STR("");
    }
}

struct doc *book_section(struct book *b, struct doc *parent, const char *id)
{
    return doc_add(b->arena, parent, DOC_SECTION, book_word(b, id));
}

struct doc *book_row(struct book *b, struct doc *table, const td_str *cells, int count)
{
    struct doc *row = doc_add(b->arena, table, DOC_ROW, TD_STR(""));
    for (int i = 0; i < count; i++)
        doc_add(b->arena, row, DOC_CELL, cells[i]);
    return row;
}

struct doc *book_table(struct book *b, struct doc *parent, const char *caption, const char *const *heads, int count)
{
    struct doc *table = doc_add(b->arena, parent, DOC_TABLE, book_word(b, caption));
    struct doc *row = doc_add(b->arena, table, DOC_ROW, TD_STR(""));
    for (int i = 0; i < count; i++)
        doc_add(b->arena, row, DOC_CELL, book_word(b, heads[i]));
    return table;
}
