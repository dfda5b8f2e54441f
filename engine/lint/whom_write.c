/* whom_write.c - whom one meets, as text and as JSON: the table itself, and honestly how little few scenarios say. */
#include "whom.h"

#include "write.h"

td_str lint_group_words(struct arena *arena, const struct words *words, enum lint_group group)
{
    struct writer id;
    writer_init(&id, arena);
    w_text(&id, "lint.whom.");
    w_text(&id, lint_group_trait(group));
    w_char(&id, '.');
    w_text(&id, lint_group_name(group));
    return words_get(words, writer_str(&id));
}

td_str lint_person_words(struct arena *arena, const struct words *words, const struct lint_person *person)
{
    td_str names[LINT_GROUP_COUNT];
    struct writer w;
    int count = 0;
    for (int group = 0; group < LINT_GROUP_COUNT; group++)
        if (person->groups >> group & 1)
            names[count++] = lint_group_words(arena, words, (enum lint_group)group);
    writer_init(&w, arena);
    words_join(&w, words, names, count);
    return writer_str(&w);
}

/* --- for people ------------------------------------------------------------------------------------------- */

static void put_line(struct writer *w, const struct words *words, const char *id, const struct word_arg *args,
                     int count)
{
    w_str(w, lint_say(w->arena, words, id, args, count));
    w_char(w, '\n');
}

static void put_person(struct writer *w, const struct words *words, const struct lint_person *person)
{
    const struct word_arg args[] = {
        ARG_TEXT("scenario", person->scenario),
        ARG_TEXT("identity", person->identity),
        ARG_TEXT("groups", lint_person_words(w->arena, words, person)),
        ARG_TEXT("profile", person->profile),
        ARG_TEXT("difficulty", lint_measure(w->arena, words, person->difficulty)),
        ARG_TEXT("danger", lint_number(w->arena, words, LINT_SHARE, person->danger)),
    };
    put_line(w, words, "lint.whom.person", args, 6);
}

static void put_group(struct writer *w, const struct words *words, enum lint_group group,
                      const struct lint_group_row *row)
{
    const struct word_arg args[] = {
        ARG_TEXT("group", lint_group_words(w->arena, words, group)),
        ARG_INT("n", row->people),
        ARG_INT("others", row->others),
        ARG_TEXT("difficulty", lint_measure(w->arena, words, row->difficulty)),
        ARG_TEXT("others-difficulty", lint_measure(w->arena, words, row->others_difficulty)),
        ARG_TEXT("danger", lint_measure(w->arena, words, row->danger)),
        ARG_TEXT("others-danger", lint_measure(w->arena, words, row->others_danger)),
        ARG_TEXT("harder", lint_measure(w->arena, words, row->harder)),
        ARG_TEXT("worse", lint_measure(w->arena, words, row->worse)),
    };
    put_line(w, words, row->bond == LINT_BOND_SEEN ? "lint.whom.seen" : "lint.whom.none", args, 9);
}

void lint_whom_write_text(struct writer *w, const struct lint_person *people, int count, const struct words *words)
{
    struct lint_group_row rows[LINT_GROUP_COUNT];
    const struct word_arg args[] = {ARG_INT("n", count), ARG_INT("least", LINT_WHOM_LEAST)};
    int told = 0;
    put_line(w, words, "lint.whom.head", args, 2);
    for (int i = 0; i < count; i++)
        put_person(w, words, &people[i]);
    lint_compare(people, count, rows);
    for (int group = 0; group < LINT_GROUP_COUNT; group++) {
        if (rows[group].bond == LINT_BOND_UNKNOWN)
            continue;
        put_group(w, words, (enum lint_group)group, &rows[group]);
        told++;
    }
    put_line(w, words, told == 0 ? "lint.whom.too-few" : "lint.whom.rest", args, 2);
}

/* --- for programs ----------------------------------------------------------------------------------------- */

static void put_measure(struct writer *w, const char *name, int32_t value)
{
    if (value != NONE) {
        w_json_int(w, name, value);
        return;
    }
    w_json_key(w, name);
    w_text(w, "null");
}

void lint_person_write_json(struct writer *w, const struct lint_person *person)
{
    w_json_text(w, "identity", person->identity);
    w_json_text(w, "profile", person->profile);
    w_json_key(w, "groups");
    w_char(w, '[');
    for (int group = 0; group < LINT_GROUP_COUNT; group++) {
        if (!(person->groups >> group & 1))
            continue;
        w_json_item(w);
        w_char(w, '"');
        w_text(w, lint_group_trait((enum lint_group)group));
        w_char(w, '.');
        w_text(w, lint_group_name((enum lint_group)group));
        w_char(w, '"');
    }
    w_char(w, ']');
    put_measure(w, "difficulty", person->difficulty);
    w_json_int(w, "danger", person->danger);
}

static void put_row(struct writer *w, enum lint_group group, const struct lint_group_row *row)
{
    w_json_item(w);
    w_char(w, '{');
    w_json_text(w, "trait", str_of(lint_group_trait(group)));
    w_json_text(w, "group", str_of(lint_group_name(group)));
    w_json_int(w, "people", row->people);
    w_json_int(w, "others", row->others);
    put_measure(w, "difficulty", row->difficulty);
    put_measure(w, "others_difficulty", row->others_difficulty);
    put_measure(w, "danger", row->danger);
    put_measure(w, "others_danger", row->others_danger);
    put_measure(w, "harder_pairs", row->harder);
    put_measure(w, "worse_pairs", row->worse);
    w_json_text(w, "pattern", str_of(lint_bond_name(row->bond)));
    w_char(w, '}');
}

void lint_whom_write_json(struct writer *w, const struct lint_person *people, int count)
{
    struct lint_group_row rows[LINT_GROUP_COUNT];
    lint_compare(people, count, rows);
    w_text(w, "{\"people\":[");
    for (int i = 0; i < count; i++) {
        w_json_item(w);
        w_char(w, '{');
        w_json_text(w, "scenario", people[i].scenario);
        lint_person_write_json(w, &people[i]);
        w_char(w, '}');
    }
    w_text(w, "],\"groups\":[");
    for (int group = 0; group < LINT_GROUP_COUNT; group++)
        put_row(w, (enum lint_group)group, &rows[group]);
    w_char(w, ']');
    w_json_int(w, "least", LINT_WHOM_LEAST);
    w_text(w, "}\n");
}
