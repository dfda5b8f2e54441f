/* group_timeline.c - everything that happened, in its order: decisions with why each was what it was and what the room
 * thought of it (votes with their reasons, hints, flags, taps), what was brought in, where the room went back; then
 * the observers' sheets laid together and how far they agree.  Where they disagree most is opened first. */
#include "group_book.h"

/* --- marks ------------------------------------------------------------------------------------------------------ */

static td_str technique_of(struct book *b, const struct json_at *mark)
{
    td_str technique = member_text(mark, "technique");
    td_str own = page_id(&b->page, "web.mark.", technique, "");
    if (technique.len == 0)
        return TD_STR("");
    return words_has(b->page.words, own) ? book_word(b, arena_cstr(b->arena, own))
                                         : book_named(b, "act.", technique, ".short");
}

/* What a mark is, without a word of whose it was. */
static td_str told_mark(struct book *b, const struct json_at *mark)
{
    td_str kind = member_text(mark, "kind"), text = member_text(mark, "text"), technique = technique_of(b, mark);
    const struct word_arg args[] = {
        ARG_INT("n", member_int(mark, "percent", 0)), ARG_TEXT("text", text.len > 0 ? text : technique),
        ARG_TEXT("fate", book_named(b, "group.report.hint.", member_text(mark, "fate"), ""))};
    if (str_is(kind, "tap"))
        return technique;
    if (str_is(kind, "hint"))
        return book_say(b, "group.report.hint", args, 3);
    if (str_is(kind, "tag"))
        return book_say(b, "web.mark.tag", args, 1);
    return text.len > 0 ? book_say(b, "group.report.flag", args, 2) : book_word(b, "web.mark.flag");
}

/* The same thing tapped by several is one line with a number. */
static void add_marks(struct book *b, struct doc *parent, const struct json_at *moment)
{
    enum { KINDS = 40 };
    struct json_at marks, mark;
    td_str texts[KINDS];
    int counts[KINDS], kinds = 0;
    if (!json_get(moment, "marks", &marks))
        return;
    for (bool more = json_first(&marks, &mark); more; more = json_next(&mark)) {
        td_str text = told_mark(b, &mark);
        int at = 0;
        while (at < kinds && !str_eq(texts[at], text))
            at++;
        if (at == kinds && kinds == KINDS)
            break;
        counts[at] = at == kinds ? 1 : counts[at] + 1;
        texts[at] = text;
        kinds += at == kinds;
    }
    for (int i = 0; i < kinds; i++) {
        const struct word_arg args[] = {ARG_INT("n", counts[i]), ARG_TEXT("text", texts[i])};
        book_text(b, parent, counts[i] > 1 ? book_say(b, "group.report.times", args, 2) : texts[i])->label =
            i == 0 ? book_word(b, "group.report.marks") : TD_STR("");
    }
}

/* --- votes ------------------------------------------------------------------------------------------------------- */

/* " Why: “small words first”": the voters' own words, each once; empty where nobody gave a reason. */
static td_str reasons_of(struct book *b, const struct json_at *vote)
{
    enum { MOST = 12 };
    struct json_at reasons, reason;
    td_str texts[MOST];
    int count = 0;
    if (!json_get(vote, "reasons", &reasons))
        return TD_STR("");
    for (bool more = json_first(&reasons, &reason); more && count < MOST; more = json_next(&reason)) {
        const td_str text = book_quoted(b, json_string(&reason));
        bool twice = false;
        for (int i = 0; i < count; i++)
            twice |= str_eq(texts[i], text);
        if (!twice)
            texts[count++] = text;
    }
    struct writer joined;
    writer_init(&joined, b->arena);
    words_join(&joined, b->page.words, texts, count);
    const struct word_arg args[] = {ARG_TEXT("text", writer_str(&joined))};
    return book_say(b, "group.report.reasons", args, 1);
}

static void add_vote(struct book *b, struct doc *list, const struct json_at *vote)
{
    const struct word_arg args[] = {ARG_INT("n", member_int(vote, "count", 0)),
                                    ARG_TEXT("line", book_quoted(b, member_text(vote, "text")))};
    const td_str why = reasons_of(b, vote);
    struct writer w;
    writer_init(&w, b->arena);
    w_str(&w, book_say(b, member_is(vote, "said") ? "group.report.vote.said" : "group.report.vote", args, 2));
    if (why.len > 0)
        w_text(&w, ". ");
    w_str(&w, why);
    book_text(b, list, writer_str(&w))->style = member_is(vote, "best") ? STYLE_STRONG : STYLE_PLAIN;
}

static void add_votes(struct book *b, struct doc *parent, const struct json_at *moment)
{
    struct json_at votes, vote;
    if (!json_get(moment, "votes", &votes) || json_count(&votes) == 0)
        return;
    book_text(b, parent, TD_STR(""))->label = book_word(b, "group.report.votes");
    struct doc *list = doc_add(b->arena, parent, DOC_LIST, TD_STR(""));
    for (bool more = json_first(&votes, &vote); more; more = json_next(&vote))
        add_vote(b, list, &vote);
}

/* --- one decision --------------------------------------------------------------------------------------------------- */

static void add_apart(struct book *b, struct doc *parent, const struct json_at *moment)
{
    const int64_t apart = member_int(moment, "apart", 0);
    const struct word_arg args[] = {ARG_TEXT("n", group_percent(b, apart))};
    const bool observers = str_is(member_text(moment, "apart_of"), "observers");
    if (apart > 0)
        book_text(b, parent,
                  book_say(b, observers ? "group.report.apart.observers" : "group.report.apart.voters", args, 1));
}

static void add_inside(struct book *b, struct doc *parent, const struct json_at *moment)
{
    td_str act = member_text(moment, "act"), better = member_text(moment, "better");
    const struct word_arg args[] = {ARG_TEXT("from", group_percent(b, member_int(moment, "from", 0))),
                                    ARG_TEXT("to", group_percent(b, member_int(moment, "to", 0))),
                                    ARG_TEXT("step", page_stage(&b->page, (int32_t)member_int(moment, "stage", 0))),
                                    ARG_TEXT("line", book_quoted(b, better))};
    book_text(b, parent, book_say(b, "group.report.change", args, 3))->label =
        act.len > 0 ? book_named(b, "act.", act, ".short") : TD_STR("");
    book_lines(b, parent, TD_STR(""), member_text(moment, "why"));
    if (str_is(member_text(moment, "verb"), "override"))
        book_text(b, parent, book_word(b, "web.verb.override"));
    if (better.len > 0)
        book_text(b, parent, book_say(b, "web.better", args, 4));
    add_votes(b, parent, moment);
    add_marks(b, parent, moment);
    add_apart(b, parent, moment);
}

static td_str verdict_of(struct book *b, const struct json_at *moment)
{
    td_str verdict = member_text(moment, "verdict");
    return verdict.len > 0 ? book_named(b, "verdict.", verdict, ".name") : TD_STR("");
}

static void add_moment(struct book *b, struct doc *section, const struct json_at *moment)
{
    const bool grey = member_is(moment, "grey");
    const struct word_arg args[] = {ARG_TEXT("verdict", verdict_of(b, moment))};
    struct doc *fold = doc_add(b->arena, section, DOC_FOLD, group_line(b, moment));
    fold->label = page_time(&b->page, member_int(moment, "at_ms", 0));
    fold->style = grey ? STYLE_EVEN : group_verdict_style(member_text(moment, "verdict"));
    fold->alt = grey ? book_say(b, "group.report.left", args, 1) : verdict_of(b, moment);
    add_inside(b, fold, moment);
}

/* Something that was no decision: brought in, gone back, a round, a mark that belongs to none. */
static void add_happening(struct book *b, struct doc *section, const struct json_at *row)
{
    td_str says = member_text(row, "says");
    struct json_at marks, mark;
    const bool round = str_is(member_text(row, "verb"), "round");
    const bool back = str_is(member_text(row, "verb"), "rewind"); /* says so itself */
    const td_str time = round || back ? TD_STR("") : page_time(&b->page, member_int(row, "story_ms", 0));
    if (says.len > 0) {
        struct doc *text = book_text(b, section, says);
        text->style = round ? STYLE_LEAD : STYLE_PLAIN;
        text->label = time;
    }
    if (!json_get(row, "marks", &marks))
        return;
    for (bool more = json_first(&marks, &mark); more; more = json_next(&mark))
        book_text(b, section, told_mark(b, &mark))->label = time;
}

/* The one to begin with stands on a card of its own, above the others. */
static void add_opened(struct book *b, struct doc *section, const struct json_at *team, const struct json_at *timeline)
{
    const int64_t opened = member_int(team, "opened", NONE);
    struct json_at moment;
    for (bool more = opened != NONE && json_first(timeline, &moment); more; more = json_next(&moment)) {
        if (member_int(&moment, "number", 0) != opened)
            continue;
        book_text(b, section, book_word(b, "web.apart"))->style = STYLE_LEAD;
        struct doc *card = doc_add(b->arena, section, DOC_CARD, group_line(b, &moment));
        card->label = verdict_of(b, &moment);
        card->style = group_verdict_style(member_text(&moment, "verdict"));
        add_inside(b, card, &moment);
    }
}

bool group_is_decision(const struct json_at *row)
{
    static const char *const others[] = {"inject", "rewind", "round", "mark"};
    const td_str verb = member_text(row, "verb");
    bool decision = true;
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        decision &= !str_is(verb, others[i]);
    return decision;
}

void group_timeline(struct book *b, struct doc *root, const struct json_at *team)
{
    struct json_at timeline, moment;
    struct doc *section = group_section(b, root, team, "web.page.timeline");
    if (!json_get(team, "timeline", &timeline) || json_count(&timeline) == 0) {
        book_text(b, section, book_word(b, "group.report.no-decision"));
        return;
    }
    struct doc *chart = doc_add(b->arena, section, DOC_CHART, book_word(b, "group.report.curve"));
    chart->chart = group_chart(b, team, false);
    chart->alt = book_word(b, "group.report.curve.alt");
    add_opened(b, section, team, &timeline);
    book_text(b, section, book_word(b, "group.report.all-decisions"))->style = STYLE_LEAD;
    for (bool more = json_first(&timeline, &moment); more; more = json_next(&moment))
        if (group_is_decision(&moment))
            add_moment(b, section, &moment);
        else
            add_happening(b, section, &moment);
}

/* --- sheets ------------------------------------------------------------------------------------------------------------ */

/* Thousandths with so many digits behind the point, in the reader's way. */
static td_str decimal(struct book *b, int64_t thousandths, int digits)
{
    static const int64_t units[] = {1000, 100, 10, 1};
    struct writer w;
    writer_init(&w, b->arena);
    const int64_t size = thousandths < 0 ? -thousandths : thousandths;
    const int64_t rounded = (size + units[digits] / 2) / units[digits], scale = 1000 / units[digits];
    if (thousandths < 0 && rounded > 0)
        w_text(&w, "\xe2\x88\x92");
    w_int(&w, rounded / scale);
    w_str(&w, book_word(b, "web.decimal"));
    for (int64_t unit = scale / 10; unit > 0; unit /= 10)
        w_int(&w, rounded % scale / unit % 10);
    return writer_str(&w);
}

td_str group_item(struct book *b, td_str item)
{
    td_str text = book_named(b, "sheet.", item, "");
    const char *colon = memchr(text.ptr, ':', text.len);
    if (colon == NULL)
        return text;
    td_str name = {text.ptr, (size_t)(colon - text.ptr)};
    while (name.len > 2 && name.ptr[name.len - 2] == '\xc2' && name.ptr[name.len - 1] == '\xa0')
        name.len -= 2; /* French has a blank before the colon */
    return name;
}

static void add_evidence(struct book *b, struct doc *list, const struct json_at *sheet)
{
    struct json_at evidence, item;
    if (!json_get(sheet, "evidence", &evidence))
        return;
    for (bool more = json_first(&evidence, &item); more; more = json_next(&item))
        book_text(b, list, book_quoted(b, json_string(&item)))->label = group_item(b, member_text(sheet, "item"));
}

static void add_sheet(struct book *b, struct doc *table, const struct json_at *sheet)
{
    const struct word_arg args[] = {ARG_INT("n", member_int(sheet, "raters", 0)),
                                    ARG_INT("low", member_int(sheet, "low", 0)),
                                    ARG_INT("high", member_int(sheet, "high", 0))};
    const td_str cells[] = {group_item(b, member_text(sheet, "item")), decimal(b, member_int(sheet, "mean", 0), 1),
                            book_say(b, "web.spread", args, 3)};
    book_row(b, table, cells, 3);
}

static void add_agreement(struct book *b, struct doc *section, const struct json_at *team)
{
    static const char *const keys[] = {"sheets", "taps"}, *const ids[] = {"web.kappa.sheets", "web.kappa.taps"};
    struct json_at agreement, kappa;
    bool some = false;
    if (!json_get(team, "agreement", &agreement))
        return;
    for (int i = 0; i < 2; i++) {
        if (!json_get(&agreement, keys[i], &kappa))
            continue;
        const struct word_arg args[] = {ARG_TEXT("k", decimal(b, json_int(&kappa), 2))};
        book_text(b, section, book_say(b, ids[i], args, 1));
        some = true;
    }
    if (some)
        book_text(b, section, book_word(b, "group.report.kappa"))->style = STYLE_SMALL;
}

void group_sheets(struct book *b, struct doc *root, const struct json_at *team)
{
    static const char *const heads[] = {"report.self.what", "group.report.mean", "group.report.spread"};
    struct json_at sheets, sheet;
    if (!json_get(team, "sheets", &sheets) || json_count(&sheets) == 0)
        return;
    struct doc *section = group_section(b, root, team, "web.sheets");
    struct doc *table = book_table(b, section, "sheet.scale", heads, 3);
    for (bool more = json_first(&sheets, &sheet); more; more = json_next(&sheet))
        add_sheet(b, table, &sheet);
    add_agreement(b, section, team);
    struct doc *list = doc_add(b->arena, section, DOC_LIST, TD_STR(""));
    for (bool more = json_first(&sheets, &sheet); more; more = json_next(&sheet))
        add_evidence(b, list, &sheet);
}
