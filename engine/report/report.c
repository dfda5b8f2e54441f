/* report.c - the order of the page. */
#include "book.h"

static td_str title_of(struct book *b)
{
    const struct word_arg args[] = {
        ARG_TEXT("title", texts_get(b->debrief->texts, b->debrief->source, TD_STR("title")))};
    return book_say(b, "report.title", args, 1);
}

struct doc *report_build(struct arena *arena, const td_debrief *debrief, const struct words *words,
                         const struct report_about *about)
{
    static void (*const sections[])(struct book *, struct doc *) = {
        book_mast,   book_strengths, book_curve, book_turning, book_self,      book_voice, book_next,
        book_glance, book_answers,   book_board, book_score,   book_decisions, book_foot};
    struct book b = {.arena = arena, .debrief = debrief, .about = about};
    writer_init(&b.scratch, arena);
    b.page = (struct page){&b.scratch, debrief, words, (int)debrief->trace->scenario->pronoun};
    struct doc *root = doc_new(arena, DOC_ROOT, title_of(&b));
    root->alt = words_lang(words);
    for (size_t i = 0; i < sizeof sections / sizeof *sections; i++)
        sections[i](&b, root);
    return root;
}
