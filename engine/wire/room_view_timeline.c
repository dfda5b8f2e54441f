/* room_view_timeline.c - the one line on which everything stands that happened in a session: decisions with votes,
 * taps, hints, flags and why each was what it was; what was brought in; where the room went back, with the branch
 * that was left grey beside the one that was taken; rounds.  Then the observers' sheets.  None of it has names. */
#include "room_pages.h"

#include "page.h"

/* --- votes -------------------------------------------------------------------------------------------------------- */

/* In the voters' own words, at most eight each; never whose they are. */
static void reasons(const struct pages *p, int decided, int32_t choice)
{
    enum { REASONS_MAX = 12 };
    const struct wire_room *room = p->look->room;
    int count = 0;
    for (int i = 0; i < room->record_count && count < REASONS_MAX; i++) {
        const struct record *r = &room->records[i];
        if (r->kind != RECORD_VOTE || r->team != p->look->team || r->value != choice || r->text.len == 0 ||
            review_decision_of(room, p->review, i) != decided)
            continue;
        if (count++ == 0)
            w_json_open(p->w, "reasons", '[');
        w_json_text(p->w, NULL, r->text);
    }
    if (count > 0)
        w_char(p->w, ']');
}

static void votes(const struct pages *p, int decided)
{
    const struct decided *d = &p->review->decided[decided];
    const struct step *step = pages_step(p, decided);
    if (d->voters == 0)
        return;
    w_json_open(p->w, "votes", '[');
    for (int i = 0; i < step->alt_count; i++) {
        if (d->votes[i] == 0)
            continue;
        w_json_open(p->w, NULL, '{');
        w_json_text(p->w, "text", pages_said(p, step->alt[i].choice));
        w_json_int(p->w, "count", d->votes[i]);
        w_json_bool(p->w, "said", i == step->alt_chosen);
        w_json_bool(p->w, "best", i == step->alt_best);
        reasons(p, decided, step->alt[i].choice);
        w_char(p->w, '}');
    }
    w_char(p->w, ']');
}

/* --- marks -------------------------------------------------------------------------------------------------------- */

static void one_mark(const struct pages *p, const struct record *r)
{
    static const char *const fates[] = {"open", "used", "ignored"};
    w_json_open(p->w, NULL, '{');
    if (r->kind == RECORD_TAP) {
        w_json_text(p->w, "kind", TD_STR("tap"));
        w_json_text(p->w, "technique", technique_name(r->value));
    } else if (r->kind == RECORD_HINT) {
        w_json_text(p->w, "kind", TD_STR("hint"));
        if (r->value != NONE)
            w_json_text(p->w, "technique", technique_name(r->value));
        w_json_text(p->w, "fate", str_of(fates[r->state]));
    } else if (r->kind == RECORD_TAG) {
        w_json_text(p->w, "kind", TD_STR("tag"));
        w_json_int(p->w, "percent", r->score);
    } else {
        w_json_text(p->w, "kind", TD_STR("flag"));
    }
    w_json_may_text(p->w, "text", r->text);
    w_char(p->w, '}');
}

static bool is_on_timeline(const struct record *r)
{
    return (r->kind == RECORD_TAP && r->state != TAP_UNDONE) || r->kind == RECORD_HINT || r->kind == RECORD_FLAG ||
           r->kind == RECORD_TAG;
}

static void marks(const struct pages *p, int decided)
{
    enum { MARKS_MAX = 200 };
    const struct wire_room *room = p->look->room;
    int count = 0;
    w_json_open(p->w, "marks", '[');
    for (int i = 0; i < room->record_count && count < MARKS_MAX; i++) {
        const struct record *r = &room->records[i];
        if (r->team != p->look->team || !is_on_timeline(r) || review_decision_of(room, p->review, i) != decided)
            continue;
        one_mark(p, r);
        count++;
    }
    w_char(p->w, ']');
}

/* --- a decision --------------------------------------------------------------------------------------------------- */

/* Why it was what it was: the sentence of a single learner's debrief, in the reader's language. */
static void why(const struct pages *p, const struct decided *decided)
{
    const struct wire_lang *lang = p->look->lang;
    const td_debrief debrief = {.trace = decided->trace, .texts = lang->texts, .source = lang->source};
    struct writer text;
    writer_init(&text, p->w->arena);
    debrief_write_why(&text, &debrief, lang->words, decided->step, look_text(p->look, TD_STR("subject.name")));
    td_str sentence = writer_str(&text);
    while (sentence.len > 0 && sentence.ptr[sentence.len - 1] == '\n')
        sentence.len--;
    w_json_may_text(p->w, "why", sentence);
}

static void judged(const struct pages *p, const struct decided *decided, const struct step *step)
{
    if (step->alt_count == 0 && step->command.verb != VERB_heard)
        return;
    w_json_text(p->w, "verdict", str_of(verdict_name(step->verdict)));
    why(p, decided);
    if (step->alt_count > 0 && step->alt_best != step->alt_chosen && step->verdict != VERDICT_STRONG)
        w_json_may_text(p->w, "better", pages_said(p, step->alt[step->alt_best].choice));
}

static void one_moment(const struct pages *p, int decided)
{
    const struct decided *d = &p->review->decided[decided];
    const struct step *step = pages_step(p, decided);
    struct writer *w = p->w;
    w_json_open(w, NULL, '{');
    w_json_int(w, "number", step->number);
    w_json_text(w, "verb", verb_name(step->command.verb));
    w_json_may_text(w, "text", pages_said(p, step->choice));
    if (step->move.act != ACT_COUNT)
        w_json_text(w, "act", act_name(step->move.act));
    if (d->grey)
        w_json_bool(w, "grey", true);
    else if (decided >= p->review->decided_count)
        w_json_bool(w, "earlier", true); /* of a round before the last */
    w_json_int(w, "at_ms", step->story_ms);
    w_json_int(w, "story_ms", step->after_ms);
    w_json_int(w, "from", step->before.agitation);
    w_json_int(w, "to", step->after.agitation);
    w_json_int(w, "stage", step->after.stage);
    judged(p, d, step);
    if (d->apart != AGREEMENT_NONE) {
        w_json_int(w, "apart", d->apart);
        w_json_text(w, "apart_of", d->observers ? TD_STR("observers") : TD_STR("voters"));
    }
    votes(p, decided);
    marks(p, decided);
    w_char(w, '}');
}

/* --- what else stands on the line --------------------------------------------------------------------------------- */

/* The step of any attempt that a command of the journal became; NULL: it was none. */
static const struct step *step_numbered(const struct pages *p, int32_t number)
{
    for (int attempt = p->review->journal->attempt_count; attempt >= 1; attempt--) {
        const struct trace *trace = &p->review->attempts[attempt - 1].trace;
        for (int i = 0; i < trace->count; i++)
            if (trace->steps[i].number == number)
                return &trace->steps[i];
    }
    return NULL;
}

/* Story time when this command was done. */
static int64_t time_at(const struct pages *p, int32_t number)
{
    const struct step *step = step_numbered(p, number);
    return step ? step->after_ms : 0;
}

static void open_row(const struct pages *p, int32_t number, const char *verb, int64_t story_ms)
{
    w_json_open(p->w, NULL, '{');
    w_json_int(p->w, "number", number);
    w_json_text(p->w, "verb", str_of(verb));
    w_json_int(p->w, "story_ms", story_ms);
}

static void close_row(const struct pages *p)
{
    w_json_open(p->w, "marks", '[');
    w_char(p->w, ']');
    w_char(p->w, '}');
}

/* The words of a typed card are a record that stands behind the command. */
static td_str typed_words(const struct pages *p, int32_t number)
{
    const struct wire_room *room = p->look->room;
    for (int i = 0; i < room->record_count; i++) {
        const struct record *r = &room->records[i];
        if (r->kind == RECORD_INJECT && r->team == p->look->team && r->number == number)
            return r->text;
    }
    return TD_STR("");
}

/* A card of the story, told as a debrief tells it: what is seen as a sentence, what is said in quotes. */
static td_str card_words(const struct pages *p, td_str id)
{
    const struct wire_lang *lang = p->look->lang;
    const td_debrief debrief = {.trace = &p->review->trace, .texts = lang->texts, .source = lang->source};
    struct writer scratch;
    writer_init(&scratch, p->w->arena);
    const struct page page = {&scratch, &debrief, lang->words, (int)p->look->room->scenario->pronoun};
    return page_told(&page, id);
}

static void says_inject(const struct pages *p, td_str text)
{
    const struct word_arg args[] = {ARG_TEXT("text", text)};
    w_json_text(p->w, "says", pages_say(p, "group.way.inject", args, 1));
}

static void brought_in(const struct pages *p, const struct entry *entry)
{
    const td_str typed = typed_words(p, entry->number), id = str_of(entry->command.id);
    const struct step *step = step_numbered(p, entry->number);
    open_row(p, entry->number, "inject", time_at(p, entry->number));
    says_inject(p, typed.len > 0 ? typed : card_words(p, id));
    if (step) {
        w_json_int(p->w, "from", step->before.agitation);
        w_json_int(p->w, "to", step->after.agitation);
    }
    close_row(p);
}

/* A card that was typed and does nothing by itself is a record and no command. */
static void told_in(const struct pages *p, const struct record *record)
{
    open_row(p, record->number, "inject", time_at(p, record->number));
    says_inject(p, record->text);
    close_row(p);
}

/* In words: back to which moment; and what came of either way, once figures may be seen. */
static td_str way_back(const struct pages *p, const struct entry *entry, td_str line, int64_t story_ms)
{
    static const char *const ids[2][2] = {{"group.way.back", "group.way.back.scored"},
                                          {"group.way.anew", "group.way.anew.scored"}};
    const struct page page = {p->w, NULL, p->look->lang->words, (int)p->look->room->scenario->pronoun};
    const struct word_arg quoted[] = {ARG_TEXT("line", line)};
    const struct word_arg args[] = {ARG_TEXT("time", page_time(&page, story_ms)),
                                    ARG_TEXT("line", line.len > 0
                                                         ? pages_say(p, "group.quoted", quoted, 1)
                                                         : look_word(p->look, "debrief.silence", TD_STR(""), "")),
                                    ARG_INT("before", p->review->attempts[entry->attempt - 2].score),
                                    ARG_INT("after", p->review->attempts[entry->attempt - 1].score)};
    return pages_say(p, ids[entry->command.number <= 1][pages_score_shown(p)], args, 4);
}

static void went_back(const struct pages *p, const struct entry *entry)
{
    const int32_t to = entry->command.number;
    const struct step *left = step_numbered(p, to);
    const int64_t story_ms = left ? left->story_ms : 0;
    const int at = review_find(p->review, to);
    const td_str line = at == NONE ? TD_STR("") : pages_said(p, pages_step(p, at)->choice);
    open_row(p, entry->number, "rewind", story_ms);
    w_json_bool(p->w, "anew", to <= 1);
    w_json_text(p->w, "says", way_back(p, entry, line, story_ms));
    if (pages_score_shown(p)) {
        w_json_int(p->w, "before", p->review->attempts[entry->attempt - 2].score);
        w_json_int(p->w, "after", p->review->attempts[entry->attempt - 1].score);
    }
    close_row(p);
}

static void round_row(const struct pages *p, int32_t number, int round)
{
    const struct word_arg args[] = {ARG_INT("n", round)};
    open_row(p, number, "round", 0);
    w_json_text(p->w, "says", pages_say(p, "group.way.round", args, 1));
    close_row(p);
}

static void one_entry(const struct pages *p, int index, int *round)
{
    const struct entry *entry = &p->review->journal->entries[index];
    const int at = team_decides(entry->command.verb) ? review_find(p->review, entry->number) : NONE;
    if (at != NONE)
        one_moment(p, at);
    if (entry->command.verb == VERB_inject)
        brought_in(p, entry);
    if (entry->command.verb == VERB_rewind && review_begins_round(p->review, index))
        round_row(p, entry->number, ++*round);
    else if (entry->command.verb == VERB_rewind && entry->attempt > 1)
        went_back(p, entry);
}

/* Marks of no decision: before the first one, or after the last was taken back. */
static void loose_marks(const struct pages *p, int32_t number)
{
    const struct wire_room *room = p->look->room;
    for (int i = 0; i < room->record_count; i++) {
        const struct record *r = &room->records[i];
        if (r->team != p->look->team || r->number != number)
            continue;
        if (r->kind == RECORD_INJECT && r->value == TYPED_none)
            told_in(p, r);
        if (!is_on_timeline(r) || review_decision_of(room, p->review, i) != NONE)
            continue;
        open_row(p, number, "mark", time_at(p, number));
        w_json_open(p->w, "marks", '[');
        one_mark(p, r);
        w_char(p->w, ']');
        w_char(p->w, '}');
    }
}

/* --- observers' sheets -------------------------------------------------------------------------------------------- */

static void evidence(const struct pages *p, int item)
{
    enum { EVIDENCE_MAX = 12 };
    const struct wire_room *room = p->look->room;
    int count = 0;
    w_json_open(p->w, "evidence", '[');
    for (int i = 0; i < room->member_count && count < EVIDENCE_MAX; i++) {
        const struct member *m = room->members[i];
        if (m->gone || m->team != p->look->team || m->sheet[item].score == 0 || m->sheet[item].text.len == 0)
            continue;
        w_json_text(p->w, NULL, m->sheet[item].text);
        count++;
    }
    w_char(p->w, ']');
}

static void sheets(const struct pages *p)
{
    w_json_open(p->w, "sheets", '[');
    for (int item = 0; item < ITEM_COUNT; item++) {
        struct sheet_sum sum;
        review_sheet(p->look->room, p->look->team, item, &sum);
        if (sum.raters == 0)
            continue;
        w_json_open(p->w, NULL, '{');
        w_json_text(p->w, "item", sheet_item_names[item]);
        w_json_int(p->w, "raters", sum.raters);
        w_json_int(p->w, "mean", sum.mean);
        w_json_int(p->w, "low", sum.low);
        w_json_int(p->w, "high", sum.high);
        evidence(p, item);
        w_char(p->w, '}');
    }
    w_char(p->w, ']');
}

static void agreement(const struct pages *p)
{
    int32_t on_sheets = review_sheet_kappa(p->look->room, p->look->team);
    int32_t on_taps = review_tap_kappa(p->look->room, p->look->team, p->review);
    w_json_open(p->w, "agreement", '{');
    w_json_text(p->w, "method", TD_STR("fleiss-kappa"));
    if (on_sheets != AGREEMENT_NONE)
        w_json_int(p->w, "sheets", on_sheets);
    if (on_taps != AGREEMENT_NONE)
        w_json_int(p->w, "taps", on_taps);
    w_char(p->w, '}');
}

void page_timeline(const struct pages *p)
{
    const td_journal *journal = p->review->journal;
    int opened = review_most_apart(p->review), round = 1;
    if (opened != NONE)
        w_json_int(p->w, "opened", pages_step(p, opened)->number);
    w_json_open(p->w, "timeline", '[');
    if (p->review->round_count > 1)
        round_row(p, 0, 1);
    loose_marks(p, 0);
    for (int i = 0; i < journal->entry_count; i++) {
        one_entry(p, i, &round);
        loose_marks(p, journal->entries[i].number);
    }
    w_char(p->w, ']');
    sheets(p);
    agreement(p);
}
