/* group_report.c - the order of the page: the screens of the group's debrief, one below the other. */
#include "group_book.h"

/* --- members of the document --------------------------------------------------------------------------------- */

td_str member_text(const struct json_at *object, const char *key)
{
    struct json_at value;
    return json_get(object, key, &value) ? json_string(&value) : TD_STR("");
}

int64_t member_int(const struct json_at *object, const char *key, int64_t otherwise)
{
    struct json_at value;
    return json_get(object, key, &value) ? json_int(&value) : otherwise;
}

bool member_is(const struct json_at *object, const char *key)
{
    struct json_at value;
    return json_get(object, key, &value) && json_bool(&value);
}

td_str group_percent(struct book *b, int64_t permille)
{
    return book_number(b, page_rounded((int32_t)permille));
}

td_str group_line(struct book *b, const struct json_at *moment)
{
    td_str text = member_text(moment, "text");
    return text.len > 0 ? book_quoted(b, text) : book_named(b, "web.verb.", member_text(moment, "verb"), "");
}

enum doc_style group_verdict_style(td_str verdict)
{
    for (int i = 0; i < VERDICT_COUNT; i++)
        if (str_is(verdict, verdict_name((enum verdict)i)))
            return book_style((enum verdict)i);
    return STYLE_PLAIN;
}

struct doc *group_section(struct book *b, struct doc *root, const struct json_at *team, const char *id)
{
    struct json_at beside;
    if (!json_get(team, "teams", &beside))
        return book_section(b, root, id);
    const struct word_arg args[] = {ARG_INT("n", member_int(team, "team", 0) + 1), ARG_TEXT("what", book_word(b, id))};
    return doc_add(b->arena, root, DOC_SECTION, book_say(b, "group.report.of-team", args, 2));
}

/* --- the head --------------------------------------------------------------------------------------------------- */

static void add_mast(struct book *b, struct doc *root, const struct json_at *all, td_str date)
{
    struct doc *mast = doc_add(b->arena, root, DOC_MAST, TD_STR(""));
    const struct word_arg args[] = {ARG_INT("n", member_int(all, "people", 0)),
                                    ARG_INT("minutes", member_int(all, "minutes", 0)), ARG_TEXT("date", date)};
    mast->label = book_word(b, "group.report.label");
    mast->alt = book_named(b, "preset.", member_text(all, "preset"), ".name");
    book_text(b, mast, member_text(all, "title"))->style = STYLE_TITLE;
    book_text(b, mast, member_text(all, "setting"))->style = STYLE_LEAD;
    book_text(b, mast, book_say(b, date.len > 0 ? "group.report.about-date" : "group.report.about", args, 3))->style =
        STYLE_SMALL;
}

static void add_seat(struct book *b, struct doc *list, const struct json_at *seat, int number)
{
    struct json_at roles, role;
    td_str names[SEAT_COUNT];
    int count = 0;
    if (json_get(seat, "roles", &roles))
        for (bool more = json_first(&roles, &role); more && count < SEAT_COUNT; more = json_next(&role))
            names[count++] = book_named(b, "seat.", json_string(&role), ".name");
    struct writer joined;
    writer_init(&joined, b->arena);
    words_join(&joined, b->page.words, names, count);
    td_str name = member_text(seat, "name");
    book_text(b, list, writer_str(&joined))->label = name.len > 0 ? name : book_number(b, number);
}

static void add_seats(struct book *b, struct doc *root, const struct json_at *all)
{
    struct json_at seats, seat;
    if (!json_get(all, "seats", &seats) || json_count(&seats) == 0)
        return;
    struct doc *section = book_section(b, root, "group.report.seats");
    struct doc *list = doc_add(b->arena, section, DOC_TERMS, TD_STR(""));
    int number = 1;
    for (bool more = json_first(&seats, &seat); more; more = json_next(&seat))
        add_seat(b, list, &seat, number++);
}

/* --- teams beside each other ------------------------------------------------------------------------------------- */

static td_str from_to(struct book *b, const struct json_at *at, const char *from, const char *to)
{
    const struct word_arg args[] = {ARG_TEXT("from", group_percent(b, member_int(at, from, 0))),
                                    ARG_TEXT("to", group_percent(b, member_int(at, to, 0)))};
    return book_say(b, "group.report.from-to", args, 2);
}

static td_str outcome_of(struct book *b, const struct json_at *at)
{
    td_str outcome = member_text(at, "outcome");
    return book_named(b, "outcome.", outcome.len > 0 ? outcome : TD_STR("open"), ".title");
}

static void add_beside(struct book *b, struct doc *table, const struct json_at *team)
{
    const struct word_arg name[] = {ARG_INT("n", member_int(team, "team", 0) + 1)};
    const struct word_arg parted[] = {ARG_INT("n", member_int(team, "parted_at", 0))};
    const td_str cells[] = {
        book_say(b, "web.team.name", name, 1),
        book_number(b, member_int(team, "decisions", 0)),
        from_to(b, team, "start", "end"),
        page_stage(&b->page, (int32_t)member_int(team, "stage", 0)),
        book_number(b, member_int(team, "score", 0)),
        outcome_of(b, team),
        parted[0].number > 0 ? book_say(b, "web.team.parted", parted, 1) : TD_STR(""),
    };
    book_row(b, table, cells, 7);
}

static void add_teams(struct book *b, struct doc *root, const struct json_at *first)
{
    static const char *const heads[] = {"web.teams",          "group.report.decisions", "group.report.agitation",
                                        "group.report.step",  "group.report.score",     "group.report.ended",
                                        "group.report.parted"};
    struct json_at beside, team;
    if (!json_get(first, "teams", &beside))
        return;
    struct doc *section = book_section(b, root, "group.report.beside");
    struct doc *table = book_table(b, section, "group.report.beside.caption", heads, 7);
    for (bool more = json_first(&beside, &team); more; more = json_next(&team))
        add_beside(b, table, &team);
}

/* --- rounds beside each other --------------------------------------------------------------------------------------- */

/* What the evaluator of the round wrote: "stays calm 4, values the person 3". */
static td_str sheet_of(struct book *b, const struct json_at *round)
{
    static const char *const items[] = {"values", "fear", "asks", "guides", "agreement", "calm", "risk"};
    enum { ITEMS = sizeof items / sizeof *items };
    struct json_at sheet;
    td_str texts[ITEMS];
    int count = 0;
    if (!json_get(round, "sheet", &sheet))
        return TD_STR("");
    for (int i = 0; i < ITEMS; i++) {
        const struct word_arg args[] = {ARG_TEXT("item", group_item(b, str_of(items[i]))),
                                        ARG_INT("n", member_int(&sheet, items[i], 0))};
        if (args[1].number > 0)
            texts[count++] = book_say(b, "group.report.round.sheet", args, 2);
    }
    struct writer joined;
    writer_init(&joined, b->arena);
    words_join(&joined, b->page.words, texts, count);
    return writer_str(&joined);
}

static void add_rounds(struct book *b, struct doc *root, const struct json_at *team)
{
    static const char *const heads[] = {"group.report.round",    "group.report.decisions", "group.report.agitation",
                                        "group.report.step",     "group.report.score",     "group.report.ended",
                                        "group.report.round.saw"};
    struct json_at rounds, round;
    if (!json_get(team, "rounds", &rounds) || json_count(&rounds) == 0)
        return;
    struct doc *section = group_section(b, root, team, "group.report.rounds");
    struct doc *table = book_table(b, section, "group.report.rounds.caption", heads, 7);
    for (bool more = json_first(&rounds, &round); more; more = json_next(&round)) {
        const td_str cells[] = {
            book_number(b, member_int(&round, "round", 0)),
            book_number(b, member_int(&round, "decisions", 0)),
            from_to(b, &round, "start", "end"),
            page_stage(&b->page, (int32_t)member_int(&round, "stage", 0)),
            book_number(b, member_int(&round, "score", 0)),
            outcome_of(b, &round),
            sheet_of(b, &round),
        };
        book_row(b, table, cells, 7);
    }
}

/* --- the second attempt -------------------------------------------------------------------------------------------- */

static void add_attempt(struct book *b, struct doc *table, const struct json_at *attempt)
{
    const td_str cells[] = {
        book_number(b, member_int(attempt, "attempt", 0)),
        book_number(b, member_int(attempt, "exchanges", 0)),
        from_to(b, attempt, "start", "end"),
        page_stage(&b->page, (int32_t)member_int(attempt, "stage", 0)),
        book_number(b, member_int(attempt, "score", 0)),
        outcome_of(b, attempt),
    };
    book_row(b, table, cells, 6);
}

/* Each time somebody went back, in words; where all of it was played again, both attempts beside each other. */
void group_again(struct book *b, struct doc *root, const struct json_at *team)
{
    static const char *const heads[] = {"group.report.attempt", "group.report.decisions", "group.report.agitation",
                                        "group.report.step",    "group.report.score",     "group.report.ended"};
    struct json_at attempts, attempt, timeline, row, rounds;
    bool anew = false;
    if (json_get(team, "rounds", &rounds) && json_count(&rounds) > 0)
        return;
    struct doc *section = group_section(b, root, team, "group.report.again");
    if (!json_get(team, "attempts", &attempts) || !json_get(team, "timeline", &timeline)) {
        book_text(b, section, book_word(b, "group.report.again.none"));
        return;
    }
    for (bool more = json_first(&timeline, &row); more; more = json_next(&row)) {
        if (!str_is(member_text(&row, "verb"), "rewind"))
            continue;
        book_text(b, section, member_text(&row, "says"));
        anew |= member_is(&row, "anew");
    }
    if (!anew)
        return;
    struct doc *table = book_table(b, section, "group.report.again.caption", heads, 6);
    for (bool more = json_first(&attempts, &attempt); more; more = json_next(&attempt))
        add_attempt(b, table, &attempt);
}

/* --- the whole --------------------------------------------------------------------------------------------------------- */

static void add_team(struct book *b, struct doc *root, const struct json_at *team)
{
    static void (*const pages[])(struct book *, struct doc *, const struct json_at *) = {
        group_settle,    group_self,    add_rounds, group_board, group_timeline, group_sheets,
        group_questions, group_what_if, group_keep, group_again, group_close,
    };
    for (size_t i = 0; i < sizeof pages / sizeof *pages; i++)
        pages[i](b, root, team);
}

static void add_foot(struct book *b, struct doc *root, const struct json_at *all)
{
    struct doc *foot = doc_add(b->arena, root, DOC_FOOT, TD_STR(""));
    book_text(b, foot, book_word(b, "debrief.hard-day"))->style = STYLE_LEAD;
    book_lines(b, foot, TD_STR(""), book_word(b, "report.support"));
    book_text(b, foot, book_named(b, "group.report.privacy.", member_text(all, "rung"), ""));
    book_text(b, foot, book_word(b, "debrief.claims"));
}

struct doc *group_report_build(struct arena *arena, const struct json_at *root, const struct words *words, int person,
                               td_str date)
{
    struct book b = {.arena = arena};
    struct json_at teams, team;
    const struct word_arg args[] = {ARG_TEXT("title", member_text(root, "title"))};
    writer_init(&b.scratch, arena);
    b.page = (struct page){&b.scratch, NULL, words, person};
    struct doc *doc = doc_new(arena, DOC_ROOT, book_say(&b, "group.report.title", args, 1));
    doc->alt = words_lang(words);
    add_mast(&b, doc, root, date);
    if (json_get(root, "teams", &teams) && json_first(&teams, &team)) {
        add_teams(&b, doc, &team);
        bool more = true;
        for (; more; more = json_next(&team))
            add_team(&b, doc, &team);
    }
    add_seats(&b, doc, root);
    add_foot(&b, doc, root);
    return doc;
}
