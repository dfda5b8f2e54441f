/* pages.c - what can be looked up at any time: the words, what was said, the board, the figures, a hint,
 * and the page that is there for the learner. */
#include "twin.h"

#include "harmless.h"
#include "player.h"

/* --- the words one can use ------------------------------------------------------------------------------- */

void twin_keys(struct twin *t)
{
    console_gap(&t->console);
    twin_say(t, "play.words.heading", NULL, 0);
    twin_say(t, "play.words.number", NULL, 0);
    for (int key = 0; key < KEY_COUNT; key++) {
        if (key == KEY_keys)
            continue;
        const struct word_arg args[] = {
            ARG_TEXT("words", words_get(t->library->words, str_of(key_names[key]))),
            ARG_TEXT("what", twin_word(t, "play.word.", str_of(key_names[key] + sizeof "key." - 1), "")),
        };
        twin_say(t, "play.words.row", args, 2);
    }
}

bool twin_support(struct twin *t)
{
    console_gap(&t->console);
    twin_say(t, "support.title", NULL, 0);
    twin_say(t, "support.text", NULL, 0);
    td_str own = t->plays ? twin_text(t, TD_STR("closing.support")) : TD_STR("");
    console_put(&t->console, own);
    td_str typed;
    twin_say(t, "support.back", NULL, 0);
    return console_line(&t->console, &t->page, &typed) && !typed_is(t, typed, "key.stop");
}

/* --- what was said ---------------------------------------------------------------------------------------- */

/* A line of the person as one paragraph: what they did as it is, what they said by name. */
static td_str line_text(struct twin *t, int32_t line)
{
    return line == NONE ? TD_STR("") : twin_told(t, twin_text(t, t->play.tale.scenario->lines[line].id));
}

static td_str joined(struct twin *t, td_str a, td_str b)
{
    struct writer w;
    writer_init(&w, &t->page);
    w_str(&w, a);
    if (a.len > 0 && b.len > 0)
        w_char(&w, ' ');
    w_str(&w, b);
    return writer_str(&w);
}

td_str twin_said(struct twin *t, const struct step *step)
{
    if (step->command.verb == VERB_help)
        return twin_word(t, "help.", help_kind_names[step->command.kind], step->command.threat ? ".threat" : ".say");
    if (step->command.verb == VERB_heard)
        return twin_word(t, "act.", act_name(step->move.act), ".name");
    return step->choice >= 0 ? twin_text(t, t->play.tale.scenario->choices[step->choice].id) : TD_STR("");
}

static void say_step(struct twin *t, const struct step *step)
{
    const struct word_arg args[] = {
        ARG_INT("n", step->number),
        ARG_TEXT("time", twin_time(t, step->story_ms)),
        ARG_TEXT("line", twin_said(t, step)),
        ARG_TEXT("answer", joined(t, line_text(t, step->reaction), line_text(t, step->line))),
    };
    twin_say(t, step->choice == ACTION_PAUSE ? "play.review.silence" : "play.review.row", args, 4);
}

void twin_review(struct twin *t)
{
    struct trace trace;
    td_journal *journal = encounter_journal(&t->play);
    encounter_trace(&t->play, journal, &t->page, false, &trace);
    console_gap(&t->console);
    twin_say(t, trace.exchange_count > 0 ? "play.review.heading" : "play.review.nothing", NULL, 0);
    for (int i = 0; i < trace.count; i++)
        if (trace.steps[i].exchange)
            say_step(t, &trace.steps[i]);
    journal_destroy(journal);
}

/* --- figures and hints -------------------------------------------------------------------------------------- */

/* Files have permille, people see 0 to 100. */
static void take_figures(const struct view *v, int32_t ret[4])
{
    const int32_t permille[] = {v->agitation, v->understanding, v->rapport, v->trust};
    for (int i = 0; i < 4; i++)
        ret[i] = (permille[i] + 5) / 10;
}

void twin_meters(struct twin *t)
{
    static const td_str digits[] = {{"0", 1}, {"1", 1}, {"2", 1}, {"3", 1}, {"4", 1}};
    const struct view *v = &t->view;
    if (!v->meters) {
        twin_say(t, "play.meters.hidden", NULL, 0);
        return;
    }
    take_figures(v, t->figures);
    const struct word_arg args[] = {
        ARG_INT("agitation", t->figures[0]),
        ARG_INT("understanding", t->figures[1]),
        ARG_INT("rapport", t->figures[2]),
        ARG_INT("trust", t->figures[3]),
        ARG_TEXT("step", twin_word(t, "stage.", digits[v->stage], ".name")),
    };
    if (!t->told_figures) {
        twin_say(t, "play.meters.scale", NULL, 0);
        twin_say(t, "play.stairway", NULL, 0);
    }
    t->told_figures = true;
    twin_say(t, "play.meters", args, 5);
}

static int32_t difference(int32_t a, int32_t b)
{
    return a > b ? a - b : b - a;
}

static td_str changed_figure(struct twin *t, td_str name, int32_t was, int32_t now)
{
    const struct word_arg args[] = {ARG_INT("n", now), ARG_INT("by", difference(now, was))};
    const char *how = now > was ? ".up" : now < was ? ".down" : ".same";
    return twin_sentence(t, twin_id(t, "figures.", name, how), args, 2);
}

/* Agitation always; of the others those that moved: four figures a turn are noise to somebody who listens. */
void twin_meters_changed(struct twin *t)
{
    enum { WORTH_SAYING = 2 }; /* smaller steps wait until they have added up */
    static const td_str names[] = {{"agitation", 9}, {"understanding", 13}, {"rapport", 7}, {"trust", 5}};
    int32_t now[4];
    take_figures(&t->view, now);
    td_str all = changed_figure(t, names[0], t->figures[0], now[0]);
    for (int i = 1; i < 4; i++) {
        if (difference(now[i], t->figures[i]) < WORTH_SAYING)
            continue;
        const struct word_arg pair[] = {ARG_TEXT("a", all),
                                        ARG_TEXT("b", changed_figure(t, names[i], t->figures[i], now[i]))};
        all = twin_sentence(t, "figures.next", pair, 2);
        t->figures[i] = now[i];
    }
    t->figures[0] = now[0];
    const struct word_arg args[] = {ARG_TEXT("figures", all)};
    twin_say(t, "figures.all", args, 1);
}

/* What a skilled helper would do now: the technique, not the line. */
void twin_hint(struct twin *t)
{
    if (t->play.setup.mode != MODE_guided || t->view.phase != PHASE_TALK) {
        twin_say(t, "play.hint.none", NULL, 0);
        return;
    }
    const td_session *session = play_session(t->play.play);
    int32_t choice = player_choose(PLAYER_skilled, session, NULL);
    td_str act = act_name(choice == ACTION_PAUSE ? ACT_PAUSE : t->play.tale.scenario->choices[choice].move.act);
    const struct word_arg args[] = {
        ARG_TEXT("act", twin_word(t, "act.", act, ".name")),
        ARG_TEXT("is", twin_word(t, "act.", act, ".is")),
    };
    twin_say(t, "play.hint", args, 2);
}

/* --- notes and the board ----------------------------------------------------------------------------------------- */

/* heading: of a board, or "". */
static bool keep_text(struct twin *t, const char *kind, const char *heading, td_str text)
{
    struct writer w;
    writer_init(&w, &t->page);
    w_text(&w, kind);
    w_text(&w, heading);
    w_char(&w, ' ');
    w_json(&w, text);
    return encounter_mark(&t->play, SEAT_primary, writer_str(&w));
}

bool twin_note_keep(struct twin *t, td_str note)
{
    if (note.len > 0 && keep_text(t, "note", "", note))
        twin_say(t, "play.note.kept", NULL, 0);
    return true;
}

bool twin_note(struct twin *t, td_str rest)
{
    if (rest.len == 0 && !twin_ask_words(t, QUESTION("play.note.ask"), &rest))
        return false;
    return twin_note_keep(t, rest);
}

/* heading: as in the ids of its words.  mark: as journals have it; `fact` itself is followed by an id there. */
static const struct {
    const char *heading, *mark;
} board_kinds[] = {
    {"fact", "told"},     {"hook", "hook"},         {"trigger", "trigger"}, {"risk", "risk"},
    {"demand", "demand"}, {"deadline", "deadline"}, {"promise", "promise"}, {"name", "name"},
};
enum { BOARD_KINDS = sizeof board_kinds / sizeof *board_kinds };

/* What has been told; in assessment the learner keeps the board alone. */
static void say_known(struct twin *t)
{
    const td_scenario *s = t->play.tale.scenario;
    int count = twin_answer_count(t);
    for (int i = 0; i < s->fact_count; i++)
        count += memory_has(&t->view.known, i);
    twin_say(t, count > 0 ? "play.board.known" : "play.board.nothing", NULL, 0);
    twin_answers(t);
    for (int i = 0; i < s->fact_count; i++)
        if (memory_has(&t->view.known, i))
            console_put(&t->console, twin_text(t, s->facts[i].id));
}

static td_str heading_word(struct twin *t, td_str mark)
{
    for (int i = 0; i < BOARD_KINDS; i++)
        if (str_is(mark, board_kinds[i].mark))
            return twin_word(t, "board.", str_of(board_kinds[i].heading), "");
    return harmless(&t->page, mark);
}

static void say_own_entry(struct twin *t, const struct mark *mark)
{
    td_str rest = mark->rest, kind, text;
    if (!mark_word(&rest, &kind) || !mark_text(&t->page, &rest, &text))
        return;
    const struct word_arg args[] = {ARG_TEXT("kind", heading_word(t, kind)),
                                    ARG_TEXT("text", harmless(&t->page, text))};
    twin_say(t, "play.board.row", args, 2);
}

static void say_own_board(struct twin *t)
{
    td_journal *journal = encounter_journal(&t->play);
    for (int i = 0; i < journal->mark_count; i++)
        if (str_is(journal->marks[i].kind, "board"))
            say_own_entry(t, &journal->marks[i]);
    journal_destroy(journal);
}

static int heading_of(struct twin *t, td_str word)
{
    for (int i = 0; i < BOARD_KINDS; i++)
        if (typed_is(t, word, twin_id(t, "key.board.", str_of(board_kinds[i].heading), "")))
            return i;
    return NONE;
}

/* "hook his dog": the first word says under which heading; what has none is a fact.  Nothing is lost. */
static void write_board(struct twin *t, td_str typed)
{
    enum { FACTS = 0 };
    td_str text = typed, word = str_word(&text);
    int kind = heading_of(t, word);
    if (kind == NONE || text.len == 0)
        text = typed;
    if (!keep_text(t, "board ", board_kinds[kind == NONE ? FACTS : kind].mark, text))
        return;
    const struct word_arg args[] = {ARG_TEXT("text", text)};
    twin_say(t, "board.added", args, 1);
}

bool twin_board(struct twin *t, td_str rest)
{
    if (rest.len == 0) {
        console_gap(&t->console);
        if (t->view.meters)
            say_known(t);
        say_own_board(t);
        if (!twin_ask_words(t, QUESTION("play.board.ask"), &rest))
            return false;
    }
    if (rest.len > 0 && !typed_is(t, rest, "key.back"))
        write_board(t, rest);
    return true;
}
