/* whom_html.c - whom one meets, as two tables: everybody, and each group against the others. */
#include "sheet.h"

static void put_people(const struct sheet *p, const struct lint_person *people, int count)
{
    static const char *const heads[] = {"lint.whom.scenario", "lint.whom.identity", "lint.whom.groups",
                                        "lint.whom.profile",  "lint.whom.hard",     "lint.whom.bad"};
    sheet_open_table(p, "lint.whom.people", heads, 6);
    for (int i = 0; i < count; i++) {
        sheet_raw(p, "<tr>");
        sheet_cell(p, "th scope=\"row\"", people[i].scenario);
        sheet_cell(p, "td class=\"n\"", people[i].identity);
        sheet_cell(p, "td class=\"n\"", lint_person_words(p->arena, p->words, &people[i]));
        sheet_cell(p, "td class=\"n\"", people[i].profile);
        sheet_cell(p, "td class=\"n\"", lint_measure(p->arena, p->words, people[i].difficulty));
        sheet_cell(p, "td class=\"n\"", lint_measure(p->arena, p->words, people[i].danger));
        sheet_raw(p, "</tr>\n");
    }
    sheet_close_table(p);
}

static void put_row(const struct sheet *p, enum lint_group group, const struct lint_group_row *row)
{
    static const char *const bonds[] = {"lint.whom.unknown", "lint.whom.no-pattern", "lint.whom.pattern"};
    const int32_t measures[] = {row->difficulty, row->others_difficulty, row->danger, row->others_danger, row->harder,
                                row->worse};
    sheet_raw(p, row->bond == LINT_BOND_SEEN ? "<tr class=\"misses\">" : "<tr>");
    sheet_cell(p, "th scope=\"row\"", lint_group_words(p->arena, p->words, group));
    sheet_number_cell(p, row->people);
    sheet_number_cell(p, row->others);
    for (size_t i = 0; i < sizeof measures / sizeof *measures; i++)
        sheet_cell(p, "td class=\"n\"", lint_measure(p->arena, p->words, measures[i]));
    sheet_cell(p, "td class=\"n\"", sheet_sentence(p, bonds[row->bond], NULL, 0));
    sheet_raw(p, "</tr>\n");
}

static void put_groups(const struct sheet *p, const struct lint_group_row *rows)
{
    static const char *const heads[] = {"lint.whom.group",      "lint.whom.count",       "lint.whom.count-others",
                                        "lint.whom.hard",       "lint.whom.hard-others", "lint.whom.bad",
                                        "lint.whom.bad-others", "lint.whom.pairs-hard",  "lint.whom.pairs-bad",
                                        "lint.whom.together"};
    sheet_open_table(p, "lint.whom.table", heads, 10);
    for (int group = 0; group < LINT_GROUP_COUNT; group++)
        if (rows[group].people > 0)
            put_row(p, (enum lint_group)group, &rows[group]);
    sheet_close_table(p);
}

void sheet_whom(const struct sheet *p, const struct lint_person *people, int count)
{
    struct lint_group_row rows[LINT_GROUP_COUNT];
    const struct word_arg args[] = {ARG_INT("n", count), ARG_INT("least", LINT_WHOM_LEAST)};
    bool told = false;
    lint_compare(people, count, rows);
    for (int group = 0; group < LINT_GROUP_COUNT; group++)
        told |= rows[group].bond != LINT_BOND_UNKNOWN;
    sheet_heading(p, "lint.whom.title");
    sheet_paragraph(p, told ? "lint.whom.rest" : "lint.whom.too-few", args, 2);
    put_people(p, people, count);
    if (told)
        put_groups(p, rows);
    sheet_paragraph(p, "lint.whom.how", args, 2);
}
