/* feedback.c - what a line did and why: at once in guided mode, at the breaks of the scene in practice, never
 * before the end in assessment.  A verdict is a word for the debrief, behind the learner's own rating: at a break
 * the reasons stand alone. */
#include "twin.h"

#include "debrief.h"
#include "memory.h"

/* instead: with the line that would have gone further, where one would. */
static td_str why_text(struct twin *t, const td_debrief *debrief, int32_t step, bool instead)
{
    struct writer w;
    writer_init(&w, &t->page);
    debrief_write_why(&w, debrief, t->library->words, step, twin_called(t));
    if (instead)
        debrief_write_instead(&w, debrief, t->library->words, step);
    return twin_plain(t, writer_str(&w));
}

static void say_line_again(struct twin *t, const struct step *step)
{
    bool silent = step->command.verb == VERB_pause;
    const struct word_arg args[] = {
        ARG_TEXT("line", twin_said(t, step)),
        ARG_INT("n", silent ? step->command.number / 1000 : 0),
    };
    twin_say(t, silent ? "play.you-silent" : "play.you-said", args, 2);
}

static void say_verdict(struct twin *t, const td_debrief *debrief, int32_t at)
{
    const struct step *step = &debrief->trace->steps[at];
    const struct word_arg args[] = {
        ARG_TEXT("verdict", twin_capital(t, twin_word(t, "verdict.", str_of(verdict_name(step->verdict)), ".name"))),
        ARG_TEXT("why", why_text(t, debrief, at, true)),
    };
    twin_say(t, step->verdict == VERDICT_STRONG ? "play.feedback.good" : "play.feedback", args, 2);
}

static bool is_due(const struct twin *t, const struct step *step)
{
    return step->exchange && step->number > t->looked_back;
}

static void look_back(struct twin *t, const td_debrief *debrief, bool at_break)
{
    const struct trace *trace = debrief->trace;
    for (int i = 0; i < trace->count; i++) {
        if (!is_due(t, &trace->steps[i]))
            continue;
        if (!at_break) {
            say_verdict(t, debrief, i);
            continue;
        }
        say_line_again(t, &trace->steps[i]);
        console_put(&t->console, why_text(t, debrief, i, false));
    }
    t->looked_back = play_count(t->play.play);
}

/* A break with no line to look back on is none. */
static bool has_due(const struct twin *t, const struct trace *trace)
{
    for (int i = 0; i < trace->count; i++)
        if (is_due(t, &trace->steps[i]))
            return true;
    return false;
}

void twin_feedback(struct twin *t)
{
    bool guided = t->play.setup.mode == MODE_guided;
    bool at_break = t->play.setup.mode == MODE_practice && t->view.scene_break;
    if ((!guided && !at_break) || play_count(t->play.play) == t->looked_back)
        return;
    struct arena arena;
    struct trace trace;
    td_debrief debrief;
    arena_init(&arena, &memory_std);
    td_journal *journal = encounter_journal(&t->play);
    encounter_trace(&t->play, journal, &arena, true, &trace);
    debrief_build(&arena, &trace, journal, t->play.tale.texts, t->play.tale.source, &debrief);
    if (at_break && has_due(t, &trace)) {
        console_gap(&t->console);
        twin_say(t, "play.scene-break", NULL, 0);
    }
    look_back(t, &debrief, at_break);
    journal_destroy(journal);
    arena_finish(&arena);
}
