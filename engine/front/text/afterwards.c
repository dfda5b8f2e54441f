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

static bool ask_feeling(struct twin *t)
{
    int64_t feel = NONE;
    td_str note;
    if (!twin_ask_number(t, "debrief.feel", NULL, 0, 0, 10, &feel))
        return false;
    if (feel != NONE)
        mark(t, "feel", "", feel);
    if (!twin_ask(t, "debrief.feel.note", NULL, 0, &note))
        return false;
    return twin_note_keep(t, note);
}

static bool ask_ratings(struct twin *t)
{
    console_gap(&t->console);
    twin_say(t, "debrief.rate", NULL, 0);
    for (int i = 0; i < DIM_COUNT; i++) {
        const char *name = dimension_name((enum dimension)i);
        const struct word_arg args[] = {
            ARG_TEXT("dimension", twin_word(t, "dimension.", str_of(name), ".name")),
            ARG_TEXT("what", twin_word(t, "dimension.", str_of(name), ".what")),
        };
        int64_t rating = NONE;
        if (!twin_ask_number(t, "debrief.rate.ask", args, 2, 0, 100, &rating))
            return false;
        if (rating != NONE)
            mark(t, "rate ", name, rating);
    }
    return true;
}

static td_str step_line(struct twin *t, const struct step *step)
{
    if (step->choice >= 0)
        return twin_text(t, t->play.tale.scenario->choices[step->choice].id);
    if (step->command.verb == VERB_help)
        return twin_word(t, "help.", help_kind_names[step->command.kind], step->command.threat ? ".threat" : ".say");
    return twin_sentence(t, "debrief.silence", NULL, 0);
}

/* Every decision by the number it has in the journal: what one rates, reviews and goes back to. */
static void say_decisions(struct twin *t, const struct trace *trace)
{
    for (int i = 0; i < trace->count; i++) {
        const struct step *step = &trace->steps[i];
        const struct word_arg args[] = {
            ARG_INT("n", step->number),
            ARG_TEXT("time", twin_time(t, step->story_ms)),
            ARG_TEXT("line", step_line(t, step)),
        };
        if (step->exchange)
            twin_say(t, "debrief.moments.row", args, 3);
    }
}

static bool is_decision(const struct trace *trace, int64_t number)
{
    for (int i = 0; i < trace->count; i++)
        if (trace->steps[i].exchange && trace->steps[i].number == number)
            return true;
    return false;
}

enum { MOMENTS = 3 };

/* How many there are, or NONE where one of them is none or there are too many. */
static int moments_of(const struct trace *trace, td_str typed, int64_t ret[MOMENTS])
{
    int count = 0;
    for (td_str item = typed_item(&typed); item.len > 0; item = typed_item(&typed)) {
        if (count == MOMENTS || !typed_number(item, 1, NUMBER_MAX, &ret[count]) || !is_decision(trace, ret[count]))
            return NONE;
        count++;
    }
    return count;
}

static bool ask_moments(struct twin *t, const struct trace *trace)
{
    int64_t numbers[MOMENTS];
    td_str typed;
    int count = NONE;
    if (trace->exchange_count == 0)
        return true;
    console_gap(&t->console);
    while (count == NONE) {
        twin_say(t, "debrief.moments", NULL, 0);
        say_decisions(t, trace);
        if (!twin_line(t, &typed))
            return false;
        bool skip = typed_is(t, typed, "key.none") || typed_is(t, typed, "key.skip");
        count = skip ? 0 : moments_of(trace, typed, numbers);
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

/* Of this attempt there is a rating already: the play was left in the debrief and taken up again. */
static bool was_rated(const struct twin *t)
{
    td_journal *journal = encounter_journal(&t->play);
    int32_t begun = 0;
    bool rated = false;
    for (int i = 0; i < journal->entry_count; i++)
        if (journal->entries[i].command.verb == VERB_rewind)
            begun = journal->entries[i].number;
    for (int i = 0; i < journal->mark_count; i++)
        rated = rated || (journal->marks[i].after >= begun &&
                          (str_is(journal->marks[i].kind, "feel") || str_is(journal->marks[i].kind, "rate")));
    journal_destroy(journal);
    return rated;
}

static bool ask_again(struct twin *t, bool *ret_again)
{
    struct command rewind = twin_command(VERB_rewind);
    struct trace trace;
    int64_t number = 0;
    td_journal *journal = encounter_journal(&t->play);
    encounter_trace(&t->play, journal, &t->page, false, &trace);
    journal_destroy(journal);
    console_gap(&t->console);
    say_decisions(t, &trace);
    if (!twin_ask_number(t, "debrief.again", NULL, 0, 1, play_count(t->play.play), &number))
        return false;
    *ret_again = number > 0;
    if (number == 0)
        return true;
    rewind.number = (int32_t)number;
    t->skipped = 0;
    return twin_do(t, &rewind);
}

bool twin_afterwards(struct twin *t, bool *ret_again)
{
    struct arena arena;
    *ret_again = false;
    arena_init(&arena, &memory_std);
    twin_ending(t);
    bool go_on = was_rated(t) || own_view(t, &arena);
    if (go_on)
        say_debrief(t, &arena);
    arena_finish(&arena);
    return go_on && ask_again(t, ret_again);
}
