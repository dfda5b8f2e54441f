/* test_wire_debrief.c - the group's debrief: how far observers agree, whose mark belongs to which decision,
 * the board against what was said, teams beside each other. */
#include "group_debrief.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "hall_talk.h"

/* --- agreement ------------------------------------------------------------------------------------------------ */

/* The example of Fleiss 1971 as it is usually printed: ten subjects, fourteen raters, five categories. */
static void kappa_is_that_of_the_textbook(void **state)
{
    (void)state;
    static const int32_t counts[10 * 5] = {
        0, 0, 0, 0, 14, 0, 2, 6, 4, 2, 0, 0, 3, 5, 6, 0, 3, 9, 2, 0, 2, 2, 8, 1, 1,
        7, 7, 0, 0, 0,  3, 2, 6, 3, 0, 2, 5, 3, 2, 2, 6, 5, 2, 1, 0, 0, 2, 2, 3, 7,
    };
    assert_int_equal(agreement_kappa(counts, 10, 5), 210);
    assert_int_equal(agreement_apart(counts, 5), 0);
    assert_int_equal(agreement_apart(counts + 5 * 5, 5), 538); /* 49 of 91 pairs differ */
}

static void kappa_at_its_edges(void **state)
{
    (void)state;
    static const int32_t all_agree[] = {3, 0, 0, 3}, one_word[] = {4, 0, 2, 0}, opposed[] = {1, 1, 1, 1};
    static const int32_t alone[] = {1, 0, 0, 1}, uneven[] = {3, 0, 0, 2, 1, 0};
    assert_int_equal(agreement_kappa(all_agree, 2, 2), 1000);
    assert_int_equal(agreement_kappa(one_word, 2, 2), 1000);
    assert_int_equal(agreement_kappa(opposed, 2, 2), -1000); /* Scott's pi of two who always differ */
    assert_int_equal(agreement_kappa(alone, 2, 2), AGREEMENT_NONE);
    assert_int_equal(agreement_kappa(uneven, 3, 2), 1000); /* who was rated once is left out */
    assert_int_equal(agreement_kappa(NULL, 0, 2), AGREEMENT_NONE);
    assert_int_equal(agreement_apart(alone, 2), AGREEMENT_NONE);
}

/* --- a whole session --------------------------------------------------------------------------------------------- */

struct session {
    struct hall hall;
    int boss, maria, tomas, aiko, lea, mo; /* primary coach board observer observer */
};

static void open_session(struct session *s)
{
    struct wire_setup setup = hall_setup(PRESET_team_table);
    hall_open(&s->hall, &setup);
    s->boss = hall_boss(&s->hall);
    s->maria = hall_join(&s->hall, "Maria", WIRE_ROLE(primary));
    s->tomas = hall_join(&s->hall, "Tomas", WIRE_ROLE(coach) | WIRE_ROLE(voter));
    s->aiko = hall_join(&s->hall, "Aiko", WIRE_ROLE(board) | WIRE_ROLE(voter));
    s->lea = hall_join(&s->hall, "Lea", WIRE_ROLE(observer));
    s->mo = hall_join(&s->hall, "Mo", WIRE_ROLE(observer));
    done(&s->hall, s->boss, "'do':'start'");
    done(&s->hall, s->boss, "'do':'next'");
}

static const char *whole_debrief(struct hall *hall, int team)
{
    struct writer w;
    writer_init(&w, &hall->arena);
    room_debrief(hall->room, team, TD_STR("en"), &w);
    w_char(&w, '\0');
    return writer_str(&w).ptr;
}

/* Two decisions that stay and, between them, one that a rewind left. */
static void play_it(struct session *s)
{
    struct hall *h = &s->hall;
    done(h, s->boss, "'do':'open'");
    done(h, s->tomas, "'do':'vote','choice':'c004','reason':'a name first'");
    done(h, s->aiko, "'do':'vote','choice':'c009','reason':'make it small'");
    done(h, s->tomas, "'do':'hint','technique':'introduce'");
    done(h, s->maria, "'do':'choose','choice':'c004'");
    done(h, s->lea, "'do':'seen','technique':'introduce'");
    done(h, s->mo, "'do':'seen','technique':'introduce'");
    done(h, s->boss, "'do':'flag','text':'good start'");
    done(h, s->maria, "'do':'choose','choice':'c011'"); /* left by the rewind */
    done(h, s->lea, "'do':'seen','technique':'false_promise'");
    done(h, s->boss, "'do':'flag','text':'grey flag'");
    done(h, s->boss, "'do':'rewind','back':1");
    done(h, s->maria, "'do':'choose','choice':'c007'");
    done(h, s->lea, "'do':'seen','technique':'mirror'");
    done(h, s->mo, "'do':'seen','technique':'label'");
    done(h, s->aiko, "'do':'board','kind':'fact','text':'He worked at the warehouse'");
    done(h, s->aiko, "'do':'board','kind':'trigger','text':'They took his badge away'");
    done(h, s->aiko, "'do':'board','kind':'hook','text':'a dog'");
    done(h, s->lea, "'do':'sheet','item':'calm','score':5,'text':'never raised her voice'");
    done(h, s->mo, "'do':'sheet','item':'calm','score':4");
    done(h, s->lea, "'do':'sheet','item':'risk','score':2");
    done(h, s->mo, "'do':'sheet','item':'risk','score':2");
    done(h, s->boss, "'do':'end'");
}

static void marks_lie_where_they_belong_and_grey_ones_with_their_branch(void **state)
{
    (void)state;
    struct session s;
    open_session(&s);
    play_it(&s);
    const struct wire_room *room = s.hall.room;
    const struct review *review = room->teams[0].review;
    assert_non_null(review);
    assert_int_equal(review->decided_count, 2);
    assert_int_equal(review->decided_all, 3);
    assert_true(review->decided[2].grey);
    int flags[3] = {0, 0, 0};
    for (int i = 0; i < room->record_count; i++) {
        if (room->records[i].kind != RECORD_FLAG)
            continue;
        int at = review_decision_of(room, review, i);
        assert_int_not_equal(at, NONE);
        flags[at]++;
    }
    assert_int_equal(flags[0], 1);
    assert_int_equal(flags[1], 0);
    assert_int_equal(flags[2], 1);
    assert_int_equal(review->decided[0].voters, 2);
    assert_int_equal(review->decided[1].voters, 0);
    assert_true(review->decided[0].observers);
    assert_int_equal(review->decided[0].apart, 0);
    assert_int_equal(review->decided[1].apart, 1000); /* mirror against label */
    assert_int_equal(review_most_apart(review), 1);
    const char *text = whole_debrief(&s.hall, 0);
    assert_true(says(text, "'text':'good start'"));
    assert_true(says(text, "'text':'grey flag'"));
    assert_true(says(text, "'reasons':['a name first']"));
    assert_true(says(text, "'kind':'hint','technique':'introduce','fate':'used'"));
    assert_true(says(text, "'method':'fleiss-kappa'"));
    assert_true(
        says(text, "'item':'calm','raters':2,'mean':4500,'low':4,'high':5,'evidence':['never raised her voice']"));
    assert_true(says(text, "'kind':'apart'"));
    assert_false(says(text, "Lea"));
    assert_false(says(text, "Aiko"));
    hall_close(&s.hall);
}

/* The part of a text behind the last of some words, or none. */
static const char *behind(const char *text, const char *quoted)
{
    char part[128];
    put_quoted(part, sizeof part, quoted);
    const char *found = strstr(text, part);
    return found ? found + strlen(part) : "";
}

static void everything_that_happened_stands_on_one_line(void **state)
{
    (void)state;
    struct session s;
    open_session(&s);
    struct hall *h = &s.hall;
    done(h, s.boss, "'do':'flag','text':'before anybody spoke'");
    done(h, s.maria, "'do':'choose','choice':'c004'");
    done(h, s.boss, "'do':'inject','text':'A door bangs.','effect':'disturbs'");
    done(h, s.boss, "'do':'inject','text':'It begins to rain.','effect':'none'");
    done(h, s.maria, "'do':'choose','choice':'c011'");
    done(h, s.boss, "'do':'seen','technique':'missed'");
    done(h, s.boss, "'do':'rewind','back':1");
    done(h, s.boss, "'do':'override','choice':'c009'");
    done(h, s.boss, "'do':'end'");
    const char *line = behind(whole_debrief(h, 0), "'timeline':[");
    static const char *const rows[] = {
        "'verb':'mark'",        "before anybody spoke", "'verb':'choose'", "'why':'",           "'verb':'inject'",
        "A door bangs.",        "It begins to rain",    "'grey':true",     "'verdict':'",       "'why':'",
        "'technique':'missed'", "'verb':'rewind'",      "was taken back",  "'verb':'override'",
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        line = behind(line, rows[i]);
        if (*line == '\0')
            fail_msg("%s is missing, or stands elsewhere", rows[i]);
    }
    hall_close(h);
}

static void what_was_never_told_waits_for_the_last_page(void **state)
{
    (void)state;
    struct session s;
    open_session(&s);
    play_it(&s);
    struct hall *h = &s.hall;
    const struct review *review = h->room->teams[0].review;
    const char *settle = hall_view(h, s.lea);
    assert_true(review->untold > 0);
    assert_int_equal(number_at(behind(settle, "'untold':")), review->untold);
    assert_false(says(settle, "'not_told'"));
    done(h, s.boss, "'do':'show','page':'board','anyway':true");
    assert_false(says(hall_view(h, s.lea), "'said':false"));
    assert_false(says(hall_view(h, s.lea), "'could'"));
    assert_true(says(hall_view(h, s.boss), "'could':["));
    done(h, s.boss, "'do':'show','page':'close','anyway':true");
    const char *list = behind(hall_view(h, s.lea), "'not_told':["), *end = strstr(list, "]");
    int count = 0;
    for (; list < end; list++)
        count += *list == '"';
    assert_int_equal(count / 2, review->untold);
    assert_true(says(hall_view(h, WIRE_PROJECTOR), "'help':["));
    assert_false(says(hall_view(h, WIRE_PROJECTOR), "'aloud'"));
    assert_true(says(hall_view(h, s.boss), "'aloud':["));
    hall_close(h);
}

/* Nobody speaks alone, nobody keeps a board: no empty columns, no board held against nothing. */
static void a_page_stands_there_only_with_something_on_it(void **state)
{
    (void)state;
    struct wire_setup setup = hall_setup(PRESET_class_vote);
    struct hall h;
    hall_open(&h, &setup);
    int boss = hall_boss(&h), voter = hall_join(&h, "Ann", WIRE_ROLE(voter));
    hall_join(&h, "Ben", WIRE_ROLE(voter));
    done(&h, boss, "'do':'start'");
    done(&h, boss, "'do':'next'");
    done(&h, boss, "'do':'override','choice':'c004'");
    done(&h, boss, "'do':'end'");
    assert_true(
        says(hall_view(&h, voter), "'pages':['settle','self','timeline','questions','what-if','keep','close']"));
    done(&h, boss, "'do':'show','page':'self'");
    assert_true(says(hall_view(&h, voter), "'own':false"));
    assert_true(says(hall_view(&h, voter), "'total_says':['"));
    assert_true(says(hall_view(&h, WIRE_PROJECTOR), "'score':"));
    hall_close(&h);
}

static const struct board_fact *on_board(const struct wire_room *room, const struct review *review, const char *id)
{
    for (int i = 0; i < review->board_count; i++)
        if (str_is(room->scenario->facts[review->board[i].fact].id, id))
            return &review->board[i];
    abort(); /* another story than this test was written for */
}

static void the_board_is_checked_against_what_was_said(void **state)
{
    (void)state;
    struct session s;
    open_session(&s);
    play_it(&s);
    const struct wire_room *room = s.hall.room;
    const struct review *review = room->teams[0].review;
    const struct board_fact *badge = on_board(room, review, "badge"), *daughter = on_board(room, review, "daughter");
    assert_int_not_equal(badge->number, NONE); /* said on the way to the door */
    assert_int_not_equal(badge->entry, NONE);
    assert_true(badge->guessed);
    assert_int_equal(daughter->number, NONE);
    assert_int_equal(daughter->entry, NONE);
    char inside[96];
    snprintf(inside, sizeof inside, "'do':'match','entry':%d,'fact':'daughter'", badge->entry + 1);
    done(&s.hall, s.boss, inside);
    assert_int_equal(badge->entry, NONE);
    assert_false(daughter->guessed);
    assert_int_not_equal(daughter->entry, NONE);
    snprintf(inside, sizeof inside, "'do':'match','entry':%d,'fact':'none'", daughter->entry + 1);
    done(&s.hall, s.boss, inside);
    assert_true(says(whole_debrief(&s.hall, 0), "'misheard':true"));
    hall_close(&s.hall);
}

static void a_page_is_shown_when_it_is_opened(void **state)
{
    (void)state;
    struct session s;
    open_session(&s);
    play_it(&s);
    struct hall *h = &s.hall;
    assert_true(says(hall_view(h, s.lea), "'page':'settle'"));
    assert_true(says(hall_view(h, s.lea), "'told':["));
    assert_false(says(hall_view(h, s.lea), "'timeline':"));
    assert_false(says(hall_view(h, WIRE_PROJECTOR), "'score'"));
    done(h, s.boss, "'do':'show','page':'self'");
    assert_false(says(hall_view(h, s.maria), "'score':"));
    done(h, s.maria, "'do':'rate','item':'listening','score':40");
    assert_true(says(hall_view(h, s.maria), "'item':'listening','self':40,'score':"));
    static const char *const pages[] = {"board", "timeline", "questions", "what-if", "keep"};
    static const char *const parts[] = {"'facts':[", "'timeline':[", "'questions':[{'kind':", "'real':[[0,",
                                        "'keep':["};
    for (size_t i = 0; i < sizeof pages / sizeof pages[0]; i++) {
        char inside[64];
        snprintf(inside, sizeof inside, "'do':'show','page':'%s'", pages[i]);
        done(h, s.boss, inside);
        assert_true(says(hall_view(h, s.lea), parts[i]));
        assert_true(says(hall_view(h, WIRE_PROJECTOR), parts[i]));
    }
    done(h, s.lea, "'do':'keep','text':'her voice'");
    assert_true(says(hall_view(h, WIRE_PROJECTOR), "'keep':['her voice']"));
    hall_close(h);
}

static void teams_stand_beside_each_other(void **state)
{
    (void)state;
    struct hall h;
    int boss = hall_open_teams(&h, 2), a = hall_join(&h, "a", 0), b = hall_join(&h, "b", 0);
    done(&h, boss, "'do':'start'");
    done(&h, boss, "'do':'next'");
    done(&h, a, "'do':'choose','choice':'c004'");
    done(&h, b, "'do':'choose','choice':'c004'");
    done(&h, a, "'do':'choose','choice':'c007'");
    done(&h, b, "'do':'choose','choice':'c009'");
    done(&h, boss, "'do':'end'");
    const char *text = whole_debrief(&h, 0);
    assert_true(says(text, "'teams':[{'team':0,'score':"));
    assert_true(says(text, "'parted_at':2"));
    hall_close(&h);
}

static void a_room_restored_in_its_debrief_has_the_same_debrief(void **state)
{
    (void)state;
    struct session s;
    open_session(&s);
    play_it(&s);
    struct wire_restored report;
    const char *before = whole_debrief(&s.hall, 0);
    struct wire_room *again = hall_again(&s.hall, SIZE_MAX, &report);
    assert_non_null(again);
    room_destroy(s.hall.room);
    s.hall.room = again;
    assert_string_equal(whole_debrief(&s.hall, 0), before);
    hall_close(&s.hall);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(kappa_is_that_of_the_textbook),
        cmocka_unit_test(kappa_at_its_edges),
        cmocka_unit_test(marks_lie_where_they_belong_and_grey_ones_with_their_branch),
        cmocka_unit_test(everything_that_happened_stands_on_one_line),
        cmocka_unit_test(what_was_never_told_waits_for_the_last_page),
        cmocka_unit_test(a_page_stands_there_only_with_something_on_it),
        cmocka_unit_test(the_board_is_checked_against_what_was_said),
        cmocka_unit_test(a_page_is_shown_when_it_is_opened),
        cmocka_unit_test(teams_stand_beside_each_other),
        cmocka_unit_test(a_room_restored_in_its_debrief_has_the_same_debrief),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
