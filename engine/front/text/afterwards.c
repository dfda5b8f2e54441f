/* afterwards.c - how it ended; then the learner's own view, before anybody else's; then the debrief; then
 * once more from any decision. */
#include "twin.h"

#include "debrief.h"
#include "memory.h"

/* --- the ending ----------------------------------------------------------------------------------------- */

static bool is_harm(const struct view *v)
{
    return v->outcome == OUTCOME_harm_despite_calm;
}

void twin_ending(struct twin *t)
{
    td_str outcome = outcome_names[t->view.outcome];
    console_gap(&t->console);
    twin_say(t, "play.ended", NULL, 0);
    twin_say(t, twin_id(t, "outcome.", outcome, ".title"), NULL, 0);
    if (is_harm(&t->view) && t->settings->skip_harm) {
        twin_say(t, "outcome.skip-harm", NULL, 0);
    } else {
        twin_say(t, twin_id(t, "outcome.", outcome, ".text"), NULL, 0);
        if (t->view.ending != NONE)
            twin_tell(t, twin_text(t, t->play.tale.scenario->endings[t->view.ending].id));
    }
    if (is_harm(&t->view))
        twin_say(t, "outcome.after-harm", NULL, 0);
    console_gap(&t->console);
    console_put(&t->console, twin_text(t, TD_STR("closing.support")));
}

/* --- one's own view --------------------------------------------------------------------------------------- */

static bool mark(struct twin *t, const char *kind, const char *name, int64_t number)
{
    struct writer w;
    writer_init(&w, &t->page);
    w_text(&w, kind);
    w_text(&w, name);
    w_char(&w, ' ');
    w_int(&w, number);
    return encounter_mark(&t->play, SEAT_primary, writer_str(&w));
}

/* The number of the command with which the attempt that is going on began. */
static int32_t attempt_begun(const td_journal *journal)
{
    for (int i = journal->entry_count - 1; i >= 0; i--)
        if (journal->entries[i].command.verb == VERB_rewind)
            return journal->entries[i].number;
    return 0;
}

/* Has the learner said this of this attempt already?  word: the first of the mark's rest, or "" for any. */
static bool is_marked(const struct twin *t, const char *kind, const char *word)
{
    td_journal *journal = encounter_journal(&t->play);
    int32_t begun = attempt_begun(journal);
    bool found = false;
    for (int i = 0; i < journal->mark_count && !found; i++) {
        td_str rest = journal->marks[i].rest;
        found = journal->marks[i].after >= begun && str_is(journal->marks[i].kind, kind) &&
                (word[0] == '\0' || str_is(str_word(&rest), word));
    }
    journal_destroy(journal);
    return found;
}

static bool ask_feeling(struct twin *t)
{
    int64_t feel = NONE;
    td_str note;
    if (is_marked(t, "feel", ""))
        return true;
    if (!twin_ask_number(t, QUESTION("debrief.feel"), 0, 10, &feel))
        return false;
    if (feel != NONE)
        mark(t, "feel", "", feel);
    if (!twin_ask_words(t, QUESTION("debrief.feel.note"), &note))
        return false;
    return twin_note_keep(t, note);
}

static bool ask_rating(struct twin *t, const char *name)
{
    const struct word_arg args[] = {
        ARG_TEXT("dimension", twin_word(t, "dimension.", str_of(name), ".name")),
        ARG_TEXT("what", twin_word(t, "dimension.", str_of(name), ".what")),
    };
    const struct question question = {.id = "debrief.rate.ask", .args = args, .count = 2};
    int64_t rating = NONE;
    if (!twin_ask_number(t, &question, 0, 100, &rating))
        return false;
    if (rating != NONE)
        mark(t, "rate ", name, rating);
    return true;
}

static bool ask_ratings(struct twin *t)
{
    bool said = false;
    for (int i = 0; i < DIM_COUNT; i++) {
        const char *name = dimension_name((enum dimension)i);
        if (is_marked(t, "rate", name))
            continue;
        if (!said) {
            console_gap(&t->console);
            twin_say(t, "debrief.rate", NULL, 0);
        }
        said = true;
        if (!ask_rating(t, name))
            return false;
    }
    return true;
}

static td_str step_line(struct twin *t, const struct step *step)
{
    td_str said = twin_said(t, step);
    return said.len > 0 ? said : twin_sentence(t, "debrief.silence", NULL, 0);
}

/* The question, and every decision by the number it has in the journal: what one rates, reviews, goes back to. */
static td_str decision_list(struct twin *t, const char *id, const struct trace *trace)
{
    struct writer w;
    writer_init(&w, &t->page);
    w_str(&w, twin_sentence(t, id, NULL, 0));
    for (int i = 0; i < trace->count; i++) {
        const struct step *step = &trace->steps[i];
        const struct word_arg args[] = {
            ARG_INT("n", step->number),
            ARG_TEXT("time", twin_time(t, step->story_ms)),
            ARG_TEXT("line", step_line(t, step)),
        };
        if (!step->exchange)
            continue;
        w_char(&w, '\n');
        w_str(&w, twin_sentence(t, "debrief.moments.row", args, 3));
    }
    return writer_str(&w);
}

static bool is_decision(const struct trace *trace, int64_t number)
{
    for (int i = 0; i < trace->count; i++)
        if (trace->steps[i].exchange && trace->steps[i].number == number)
            return true;
    return false;
}

enum { MOMENTS = 3 };

static void say_item(struct twin *t, const char *id, td_str item)
{
    const struct word_arg args[] = {ARG_TEXT("typed", item), ARG_INT("n", MOMENTS)};
    twin_say(t, id, args, 2);
}

static bool is_among(const int64_t *numbers, int count, int64_t number)
{
    for (int i = 0; i < count; i++)
        if (numbers[i] == number)
            return true;
    return false;
}

/* How many there are; NONE, and it is said, where one of them is none or there are too many. */
static int moments_of(struct twin *t, const struct trace *trace, td_str typed, int64_t ret[MOMENTS])
{
    int count = 0;
    bool said = false;
    for (td_str item = typed_item(&typed); item.len > 0; item = typed_item(&typed)) {
        int64_t number = 0;
        if (!typed_number(item, 1, NUMBER_MAX, &number) || !is_decision(trace, number)) {
            say_item(t, "debrief.moments.wrong", item);
            return NONE;
        }
        if (is_among(ret, count, number)) {
            if (!said)
                say_item(t, "ask.twice", item);
            said = true;
            continue;
        }
        if (count == MOMENTS) {
            say_item(t, "debrief.moments.too-many", item);
            return NONE;
        }
        ret[count++] = number;
    }
    return count;
}

static bool ask_moments(struct twin *t, const struct trace *trace)
{
    const struct question question = {.own = decision_list(t, "debrief.moments", trace)};
    int64_t numbers[MOMENTS];
    td_str typed;
    int count = NONE;
    if (trace->exchange_count == 0 || is_marked(t, "moment", ""))
        return true;
    console_gap(&t->console);
    if (!twin_ask(t, &question, "ask.how.moments", &typed))
        return false;
    for (;;) {
        bool skip = typed_is(t, typed, "key.none") || typed_is(t, typed, "key.skip");
        count = skip ? 0 : moments_of(t, trace, typed, numbers);
        if (count != NONE)
            break;
        if (!twin_ask_again(t, &question, "ask.how.moments", &typed))
            return false;
    }
    for (int i = 0; i < count; i++)
        mark(t, "moment", "", numbers[i]);
    return true;
}

/* --- the debrief ------------------------------------------------------------------------------------------- */

static void say_debrief(struct twin *t, struct arena *arena)
{
    struct trace trace;
    td_debrief debrief;
    struct writer w;
    td_journal *journal = encounter_journal(&t->play);
    encounter_trace(&t->play, journal, arena, true, &trace);
    debrief_build(arena, &trace, journal, t->play.tale.texts, t->play.tale.source, &debrief);
    writer_init(&w, arena);
    debrief_write_text(&w, &debrief, t->library->words);
    console_gap(&t->console);
    console_put(&t->console, writer_str(&w));
    journal_destroy(journal);
}

static bool own_view(struct twin *t, struct arena *arena)
{
    struct trace trace;
    td_journal *journal = encounter_journal(&t->play);
    encounter_trace(&t->play, journal, arena, false, &trace);
    journal_destroy(journal);
    console_gap(&t->console);
    twin_say(t, "debrief.heading", NULL, 0);
    twin_say(t, "debrief.welcome", NULL, 0);
    bool go_on = ask_feeling(t) && ask_ratings(t) && ask_moments(t, &trace);
    encounter_wait(&t->play);
    return go_on;
}

static bool ask_again(struct twin *t, bool *ret_again)
{
    struct command rewind = twin_command(VERB_rewind);
    struct trace trace;
    int64_t number = 0;
    td_journal *journal = encounter_journal(&t->play);
    encounter_trace(&t->play, journal, &t->page, false, &trace);
    journal_destroy(journal);
    const struct question question = {.own = decision_list(t, "debrief.again", &trace)};
    console_gap(&t->console);
    if (!twin_ask_number(t, &question, 1, play_count(t->play.play), &number))
        return false;
    *ret_again = number > 0;
    if (number == 0)
        return true;
    rewind.number = (int32_t)number;
    t->skipped = 0;
    return twin_do(t, &rewind);
}

bool twin_was_debriefed(const struct twin *t)
{
    return is_marked(t, "debriefed", "");
}

/* Whoever stops from here on has left nothing open. */
static void mark_debriefed(struct twin *t)
{
    if (!twin_was_debriefed(t))
        encounter_mark(&t->play, SEAT_primary, TD_STR("debriefed"));
    encounter_wait(&t->play);
}

bool twin_afterwards(struct twin *t, bool *ret_again)
{
    struct arena arena;
    *ret_again = false;
    arena_init(&arena, &memory_std);
    twin_ending(t);
    bool go_on = twin_was_debriefed(t) || own_view(t, &arena);
    if (go_on) {
        say_debrief(t, &arena);
        mark_debriefed(t);
    }
    arena_finish(&arena);
    return go_on && ask_again(t, ret_again);
}
