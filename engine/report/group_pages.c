/* group_pages.c - the pages of the group's debrief that are read: the person's card, the own view before any figure,
 * the board beside what was told, three questions, what could have been, what to keep and what to change, and what
 * was never told. */
#include "group_book.h"

enum { MINUTE_MS = 60000 };

/* Texts of a list of strings, if there are any. */
static void add_texts(struct book *b, struct doc *section, const struct json_at *object, const char *key,
                      const char *heading)
{
    struct json_at list, item;
    if (!json_get(object, key, &list) || json_count(&list) == 0)
        return;
    book_text(b, section, book_word(b, heading))->style = STYLE_LEAD;
    struct doc *texts = doc_add(b->arena, section, DOC_LIST, TD_STR(""));
    for (bool more = json_first(&list, &item); more; more = json_next(&item))
        book_text(b, texts, json_string(&item));
}

void group_settle(struct book *b, struct doc *root, const struct json_at *team)
{
    struct json_at card;
    struct doc *section = group_section(b, root, team, "web.page.settle");
    td_str outcome = member_text(team, "outcome");
    book_text(b, section, book_word(b, "web.settle"));
    book_text(b, section, book_named(b, "outcome.", outcome.len > 0 ? outcome : TD_STR("open"), ".title"))->style =
        STYLE_LEAD;
    if (!json_get(team, "card", &card))
        return;
    const struct word_arg args[] = {
        ARG_TEXT("emotion", book_named(b, "emotion.", member_text(&card, "emotion"), "")),
        ARG_TEXT("need", book_named(b, "need.", member_text(&card, "need"), ".name")),
    };
    book_text(b, section, book_say(b, "web.settle.need", args, 2))->label = member_text(&card, "name");
    add_texts(b, section, &card, "told", "web.settle.told");
    add_texts(b, section, &card, "promised", "web.settle.promised");
    const struct word_arg untold[] = {ARG_INT("n", member_int(&card, "untold", 0))};
    if (untold[0].number > 0)
        book_text(b, section, book_say(b, "group.report.untold", untold, 1));
}

/* Only what this room had something for is among its pages. */
static bool has_page(const struct json_at *team, const char *name)
{
    struct json_at pages, page;
    bool has = false;
    if (!json_get(team, "pages", &pages))
        return false;
    for (bool more = json_first(&pages, &page); more; more = json_next(&page))
        has |= str_is(json_string(&page), name);
    return has;
}

/* --- the own view ----------------------------------------------------------------------------------------------- */

/* With what the negotiator said first; without it there is one column of figures. */
static void add_rating(struct book *b, struct doc *table, const struct json_at *rating, bool own_view)
{
    const int64_t own = member_int(rating, "self", NONE), computed = member_int(rating, "score", NONE);
    const td_str dash = TD_STR("\xe2\x80\x93"), figure = computed == NONE ? dash : book_number(b, computed);
    const td_str cells[] = {
        book_named(b, "dimension.", member_text(rating, "item"), ".name"),
        own_view ? own == NONE ? dash : book_number(b, own) : figure,
        figure,
        own == NONE || computed == NONE ? dash : page_change(&b->page, (int32_t)(10 * (own - computed))),
    };
    struct doc *row = book_row(b, table, cells, own_view ? 4 : 2);
    for (struct doc *cell = row->first->next; cell != NULL; cell = cell->next)
        cell->style = STYLE_NUMBER;
}

void group_self(struct book *b, struct doc *root, const struct json_at *team)
{
    static const char *const heads[] = {"report.self.what", "group.report.own", "report.self.computed",
                                        "report.self.apart"},
                             *const computed[] = {"report.self.what", "report.self.computed"};
    const bool own = member_is(team, "own");
    struct json_at ratings, rating, says;
    if (!json_get(team, "ratings", &ratings))
        return;
    struct doc *section = group_section(b, root, team, own ? "web.page.self" : "web.page.score");
    book_text(b, section, book_word(b, own ? "web.self" : "web.self.none"));
    struct doc *table = own ? book_table(b, section, "web.self.columns", heads, 4)
                            : book_table(b, section, "group.report.computed.caption", computed, 2);
    for (bool more = json_first(&ratings, &rating); more; more = json_next(&rating))
        add_rating(b, table, &rating, own);
    if (!json_get(team, "total_says", &says))
        return;
    bool first = true;
    for (bool more = json_first(&says, &rating); more; more = json_next(&rating), first = false)
        book_text(b, section, json_string(&rating))->style = first ? STYLE_LEAD : STYLE_PLAIN;
}

/* --- the board ----------------------------------------------------------------------------------------------------- */

static td_str judged(struct book *b, const struct json_at *fact, enum doc_style *ret_style)
{
    const int64_t late = member_int(fact, "late_ms", 0) / MINUTE_MS;
    const struct word_arg args[] = {ARG_INT("n", late)};
    const bool said = member_is(fact, "said"), caught = member_is(fact, "caught");
    *ret_style = !said ? STYLE_EVEN : !caught ? STYLE_WEAK : late > 0 ? STYLE_WORKABLE : STYLE_STRONG;
    if (!said)
        return book_word(b, "web.board.unsaid");
    if (!caught)
        return book_word(b, "board.missed");
    return late > 0 ? book_say(b, "board.late", args, 1) : book_word(b, "board.caught");
}

static void add_fact(struct book *b, struct doc *table, const struct json_at *fact)
{
    enum doc_style style;
    td_str text = member_text(fact, "text"), verdict = judged(b, fact, &style);
    const td_str cells[] = {
        text.len > 0 ? text : member_text(fact, "fact"),
        member_is(fact, "said") ? page_time(&b->page, member_int(fact, "story_ms", 0)) : TD_STR("\xe2\x80\x93"),
        member_text(fact, "as"),
        verdict,
    };
    book_row(b, table, cells, 4)->last->style = style;
}

static void add_others(struct book *b, struct doc *section, const struct json_at *team)
{
    struct json_at others, other;
    if (!json_get(team, "others", &others) || json_count(&others) == 0)
        return;
    book_text(b, section, book_word(b, "web.board.others"))->style = STYLE_LEAD;
    struct doc *list = doc_add(b->arena, section, DOC_LIST, TD_STR(""));
    for (bool more = json_first(&others, &other); more; more = json_next(&other)) {
        struct doc *item = book_text(b, list, member_text(&other, "text"));
        item->label = book_named(b, "board.", member_text(&other, "kind"), "");
        if (!member_is(&other, "misheard"))
            continue;
        item->style = STYLE_HARMFUL;
        book_text(b, list, book_word(b, "board.misheard"))->style = STYLE_SMALL;
    }
}

void group_board(struct book *b, struct doc *root, const struct json_at *team)
{
    static const char *const heads[] = {"report.board.truth", "report.board.told", "group.report.on-board",
                                        "report.board.verdict"};
    struct json_at facts, fact;
    if (!has_page(team, "board") || !json_get(team, "facts", &facts))
        return;
    struct doc *section = group_section(b, root, team, "web.page.board");
    struct doc *table = book_table(b, section, "group.report.board.caption", heads, 4);
    for (bool more = json_first(&facts, &fact); more; more = json_next(&fact))
        add_fact(b, table, &fact);
    add_others(b, section, team);
}

/* --- questions, and what could have been ----------------------------------------------------------------------------- */

void group_questions(struct book *b, struct doc *root, const struct json_at *team)
{
    struct json_at questions, question;
    if (!json_get(team, "questions", &questions) || json_count(&questions) == 0)
        return;
    struct doc *section = group_section(b, root, team, "web.page.questions");
    struct doc *list = doc_add(b->arena, section, DOC_LIST, TD_STR(""));
    for (bool more = json_first(&questions, &question); more; more = json_next(&question))
        book_text(b, list, member_text(&question, "text"))->style = STYLE_LEAD;
}

void group_what_if(struct book *b, struct doc *root, const struct json_at *team)
{
    if (!has_page(team, "what-if"))
        return;
    struct doc *section = group_section(b, root, team, "web.page.what-if");
    td_str instead = member_text(team, "instead"), said = member_text(team, "said"),
           then = member_text(team, "outcome_then");
    if (instead.len == 0) {
        const bool human = str_is(member_text(team, "none"), "human");
        book_text(b, section, book_word(b, human ? "web.what-if.human" : "web.what-if.none"));
        return;
    }
    const struct word_arg args[] = {
        ARG_TEXT("time", page_time(&b->page, member_int(team, "at_ms", 0))),
        ARG_TEXT("said", said.len > 0 ? book_quoted(b, said) : book_word(b, "web.verb.pause")),
        ARG_TEXT("instead", book_quoted(b, instead)),
        ARG_TEXT("outcome", then.len > 0 ? book_named(b, "outcome.", then, ".title") : TD_STR("")),
    };
    book_text(b, section, book_say(b, "web.what-if", args, 3))->style = STYLE_LEAD;
    struct doc *chart = doc_add(b->arena, section, DOC_CHART, book_word(b, "web.curve"));
    chart->chart = group_chart(b, team, true);
    chart->alt = book_word(b, "web.what-if.key");
    if (then.len > 0)
        book_text(b, section, book_say(b, "web.what-if.end", args, 4));
    book_text(b, section, book_word(b, "web.what-if.how"))->style = STYLE_SMALL;
}

void group_keep(struct book *b, struct doc *root, const struct json_at *team)
{
    struct json_at keep, change;
    const bool some = (json_get(team, "keep", &keep) && json_count(&keep) > 0) ||
                      (json_get(team, "change", &change) && json_count(&change) > 0);
    struct doc *section = group_section(b, root, team, "web.page.keep");
    if (!some)
        book_text(b, section, book_word(b, "group.report.keep.none"));
    add_texts(b, section, team, "keep", "web.keep");
    add_texts(b, section, team, "change", "web.change");
}

/* What nobody found out: folded up, and after a word of warning; then what to say as everybody goes. */
void group_close(struct book *b, struct doc *root, const struct json_at *team)
{
    struct json_at untold, item;
    struct doc *section = group_section(b, root, team, "web.page.close");
    add_texts(b, section, team, "aloud", "web.close.aloud");
    if (!json_get(team, "not_told", &untold) || json_count(&untold) == 0) {
        book_text(b, section, book_word(b, "web.close.all-told"));
        return;
    }
    book_text(b, section, book_word(b, "group.report.untold.before"));
    struct doc *fold = doc_add(b->arena, section, DOC_FOLD, book_word(b, "web.settle.not-told"));
    struct doc *list = doc_add(b->arena, fold, DOC_LIST, TD_STR(""));
    for (bool more = json_first(&untold, &item); more; more = json_next(&item))
        book_text(b, list, json_string(&item));
}
