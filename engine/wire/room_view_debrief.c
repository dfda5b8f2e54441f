/* room_view_debrief.c - the group's debrief, page by page: settle and the person's card, the primary's own
 * rating, the board against what was said, the timeline with everybody's marks, three questions, one what-if,
 * what to keep and what to change.  Reasons, evidence and taps have no names. */
#include "group_debrief.h"
#include "room_view.h"

struct pages {
    const struct look *look;
    const struct review *review;
    struct writer *w;
};

static const struct step *step_of(const struct pages *p, int decided)
{
    return &p->review->trace.steps[p->review->decided[decided].step];
}

static td_str said_text(const struct pages *p, int32_t choice)
{
    return choice >= 0 ? look_text(p->look, p->look->room->scenario->choices[choice].id) : TD_STR("");
}

static td_str said_at(const struct pages *p, int decided)
{
    return said_text(p, step_of(p, decided)->choice);
}

/* --- settle: the person's card, and how it ended ------------------------------------------------------------------ */

static void facts(const struct pages *p, const char *key, bool told)
{
    const td_scenario *s = p->look->room->scenario;
    w_json_open(p->w, key, '[');
    for (int i = 0; i < s->fact_count; i++) {
        td_str text = look_text(p->look, s->facts[i].id);
        if (text.len > 0 && team_knows(p->look->room, p->look->team, i) == told)
            w_json_text(p->w, NULL, text);
    }
    w_char(p->w, ']');
}

static void page_settle(const struct pages *p)
{
    const td_scenario *s = p->look->room->scenario;
    w_json_open(p->w, "card", '{');
    w_json_text(p->w, "name", look_text(p->look, TD_STR("subject.name")));
    w_json_text(p->w, "emotion", emotion_names[s->emotion]);
    w_json_text(p->w, "need", need_names[s->need]);
    facts(p, "told", true);
    facts(p, "not_told", false);
    w_char(p->w, '}');
    if (p->review->trace.outcome != outcome_count)
        w_json_text(p->w, "outcome", outcome_names[p->review->trace.outcome]);
}

/* --- self: the rating first, the figures beside it only then --------------------------------------------------------- */

static int32_t own_rating(const struct pages *p, enum dimension dimension)
{
    const struct wire_room *room = p->look->room;
    for (int i = room->record_count - 1; i >= 0; i--) {
        const struct record *r = &room->records[i];
        if (r->kind == RECORD_RATE && r->team == p->look->team &&
            r->attempt == play_attempt(room->teams[r->team].play) && str_is(r->text, dimension_name(dimension)))
            return r->score;
    }
    return NONE;
}

static void page_self(const struct pages *p)
{
    w_json_open(p->w, "ratings", '[');
    for (int i = 0; i < DIM_COUNT; i++) {
        int32_t own = own_rating(p, (enum dimension)i);
        w_json_open(p->w, NULL, '{');
        w_json_text(p->w, "item", str_of(dimension_name((enum dimension)i)));
        if (own != NONE)
            w_json_int(p->w, "self", own);
        if (own != NONE || p->look->room->page_seen > PAGE_self)
            w_json_int(p->w, "score", p->review->debrief.score.dim[i].value);
        w_char(p->w, '}');
    }
    w_char(p->w, ']');
}

/* --- the board against what was said ------------------------------------------------------------------------------------- */

static void board_row(const struct pages *p, const struct board_fact *fact)
{
    const td_scenario *s = p->look->room->scenario;
    w_json_open(p->w, NULL, '{');
    w_json_text(p->w, "fact", s->facts[fact->fact].id);
    w_json_text(p->w, "kind", fact_kind_names[s->facts[fact->fact].kind]);
    w_json_may_text(p->w, "text", look_text(p->look, s->facts[fact->fact].id));
    w_json_bool(p->w, "said", fact->number != NONE);
    if (fact->number != NONE)
        w_json_int(p->w, "story_ms", fact->story_ms);
    w_json_bool(p->w, "caught", fact->entry != NONE);
    if (fact->entry != NONE) {
        const struct record *entry = &p->look->room->records[fact->entry];
        w_json_int(p->w, "entry", fact->entry + 1);
        w_json_text(p->w, "as", entry->text);
        w_json_bool(p->w, "guessed", fact->guessed);
        if (fact->number != NONE)
            w_json_int(p->w, "late_ms", entry->story_ms > fact->story_ms ? entry->story_ms - fact->story_ms : 0);
    }
    w_char(p->w, '}');
}

static bool stands_for_something(const struct pages *p, int32_t record)
{
    for (int i = 0; i < p->review->board_count; i++)
        if (p->review->board[i].entry == record)
            return true;
    return false;
}

static void page_board(const struct pages *p)
{
    const struct wire_room *room = p->look->room;
    w_json_open(p->w, "facts", '[');
    for (int i = 0; i < p->review->board_count; i++)
        board_row(p, &p->review->board[i]);
    w_char(p->w, ']');
    w_json_open(p->w, "others", '[');
    for (int i = 0; i < room->record_count; i++) {
        const struct record *r = &room->records[i];
        if (r->kind != RECORD_BOARD || r->team != p->look->team || r->state != 0 || stands_for_something(p, i))
            continue;
        w_json_open(p->w, NULL, '{');
        w_json_int(p->w, "entry", i + 1);
        w_json_text(p->w, "kind", fact_kind_names[r->value]);
        w_json_text(p->w, "text", r->text);
        w_json_int(p->w, "story_ms", r->story_ms);
        w_json_bool(p->w, "misheard", r->match == MATCH_NOTHING);
        w_char(p->w, '}');
    }
    w_char(p->w, ']');
}

/* --- the timeline ------------------------------------------------------------------------------------------------------------ */

static void votes(const struct pages *p, int decided)
{
    const struct decided *d = &p->review->decided[decided];
    const struct step *step = step_of(p, decided);
    if (d->voters == 0)
        return;
    w_json_open(p->w, "votes", '[');
    for (int i = 0; i < step->alt_count; i++) {
        if (d->votes[i] == 0)
            continue;
        w_json_open(p->w, NULL, '{');
        w_json_text(p->w, "text", said_text(p, step->alt[i].choice));
        w_json_int(p->w, "count", d->votes[i]);
        w_json_bool(p->w, "said", i == step->alt_chosen);
        w_json_bool(p->w, "best", i == step->alt_best);
        w_char(p->w, '}');
    }
    w_char(p->w, ']');
}

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
        w_json_text(p->w, "kind", r->kind == RECORD_FLAG ? TD_STR("flag") : TD_STR("inject"));
    }
    w_json_may_text(p->w, "text", r->text);
    w_char(p->w, '}');
}

static bool is_on_timeline(const struct record *r)
{
    return (r->kind == RECORD_TAP && r->state != TAP_UNDONE) || r->kind == RECORD_HINT || r->kind == RECORD_FLAG ||
           r->kind == RECORD_INJECT || r->kind == RECORD_TAG;
}

static void marks(const struct pages *p, int decided)
{
    enum { MARKS_MAX = 40 };
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

static void one_moment(const struct pages *p, int decided)
{
    const struct decided *d = &p->review->decided[decided];
    const struct step *step = step_of(p, decided);
    struct writer *w = p->w;
    w_json_open(w, NULL, '{');
    w_json_int(w, "number", step->number);
    w_json_text(w, "verb", verb_name(step->command.verb));
    w_json_may_text(w, "text", said_at(p, decided));
    if (step->move.act != ACT_COUNT)
        w_json_text(w, "act", act_name(step->move.act));
    w_json_int(w, "story_ms", step->after_ms);
    w_json_int(w, "from", step->before.agitation);
    w_json_int(w, "to", step->after.agitation);
    w_json_int(w, "stage", step->after.stage);
    if (step->alt_count > 0 || step->command.verb == VERB_heard)
        w_json_text(w, "verdict", str_of(verdict_name(step->verdict)));
    if (step->alt_count > 0)
        w_json_may_text(w, "better",
                        step->alt_best != step->alt_chosen ? said_text(p, step->alt[step->alt_best].choice)
                                                           : TD_STR(""));
    if (d->apart != AGREEMENT_NONE) {
        w_json_int(w, "apart", d->apart);
        w_json_text(w, "apart_of", d->observers ? TD_STR("observers") : TD_STR("voters"));
    }
    votes(p, decided);
    marks(p, decided);
    w_char(w, '}');
}

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

static void page_timeline(const struct pages *p)
{
    int opened = review_most_apart(p->review);
    if (opened != NONE)
        w_json_int(p->w, "opened", step_of(p, opened)->number);
    w_json_open(p->w, "timeline", '[');
    for (int i = 0; i < p->review->decided_count; i++)
        one_moment(p, i);
    w_char(p->w, ']');
    sheets(p);
    agreement(p);
}

/* --- three questions ------------------------------------------------------------------------------------------------------------ */

static void question(const struct pages *p, const char *kind, const char *id, int decided)
{
    if (decided == NONE)
        return;
    const struct step *step = step_of(p, decided);
    td_str line = said_at(p, decided);
    if (step->command.verb == VERB_heard)
        line = look_word(p->look, "act.", act_name(step->move.act), ".name");
    if (line.len == 0)
        line = look_word(p->look, "debrief.silence", TD_STR(""), "");
    const struct word_arg args[] = {ARG_TEXT("line", line)};
    struct writer text;
    writer_init(&text, p->w->arena);
    words_write(&text, p->look->lang->words, id, (int)p->look->room->scenario->pronoun, args, 1);
    w_json_open(p->w, NULL, '{');
    w_json_text(p->w, "kind", str_of(kind));
    w_json_int(p->w, "number", step->number);
    w_json_int(p->w, "from", step->before.agitation);
    w_json_int(p->w, "to", step->after.agitation);
    w_json_text(p->w, "text", writer_str(&text));
    w_char(p->w, '}');
}

static void page_questions(const struct pages *p)
{
    w_json_open(p->w, "questions", '[');
    question(p, "rise", "group.question.rise", review_turn(p->review, 1));
    question(p, "fall", "group.question.fall", review_turn(p->review, -1));
    question(p, "apart", "group.question.apart", review_most_apart(p->review));
    w_char(p->w, ']');
}

/* --- one what-if -------------------------------------------------------------------------------------------------------------------- */

static void point(struct writer *w, int64_t ms, int32_t agitation)
{
    w_json_open(w, NULL, '[');
    w_json_int(w, NULL, ms);
    w_json_int(w, NULL, agitation);
    w_char(w, ']');
}

/* [[story ms, agitation] ...]: the beginning, and after every exchange. */
static void curve_of(const struct pages *p, const char *key, const struct trace *trace)
{
    w_json_open(p->w, key, '[');
    point(p->w, 0, trace->start.agitation);
    for (int i = 0; i < trace->count; i++)
        if (trace->steps[i].exchange)
            point(p->w, trace->steps[i].after_ms, trace->steps[i].after.agitation);
    w_char(p->w, ']');
}

static void page_what_if(const struct pages *p)
{
    const struct what_if *other = &p->review->debrief.what_if;
    const struct trace *trace = &p->review->trace;
    curve_of(p, "real", trace);
    if (other->count == 0)
        return;
    const struct step *step = &trace->steps[other->step];
    w_json_int(p->w, "number", step->number);
    w_json_may_text(p->w, "said", said_text(p, step->choice));
    w_json_may_text(p->w, "instead", said_text(p, other->choices[0]));
    w_json_open(p->w, "curve", '[');
    point(p->w, step->story_ms, step->before.agitation);
    for (int i = 0; i < other->count; i++)
        point(p->w, other->story_ms[i], other->agitation[i]);
    w_char(p->w, ']');
    if (other->outcome != outcome_count)
        w_json_text(p->w, "outcome_then", outcome_names[other->outcome]);
}

/* --- keep and change, teams beside each other -------------------------------------------------------------------------------------------- */

static void words_of_all(const struct pages *p, const char *key, bool keep)
{
    w_json_open(p->w, key, '[');
    for (int i = 0; i < p->look->room->member_count; i++) {
        const struct member *m = p->look->room->members[i];
        td_str text = keep ? m->keep : m->change;
        if (m->team == p->look->team && text.len > 0)
            w_json_text(p->w, NULL, text);
    }
    w_char(p->w, ']');
}

static void page_keep(const struct pages *p)
{
    words_of_all(p, "keep", true);
    words_of_all(p, "change", false);
}

/* The first decision at which two teams on one seed said different things; NONE. */
static int parted(const struct review *a, const struct review *b)
{
    for (int i = 0; i < a->decided_count && i < b->decided_count; i++) {
        const struct step *one = &a->trace.steps[a->decided[i].step], *other = &b->trace.steps[b->decided[i].step];
        if (one->choice != other->choice || one->command.verb != other->command.verb)
            return i;
    }
    return a->decided_count == b->decided_count  ? NONE
           : a->decided_count < b->decided_count ? a->decided_count
                                                 : b->decided_count;
}

static void talk_beside(const struct pages *p, const struct trace *trace, int decisions)
{
    struct writer *w = p->w;
    w_json_int(w, "decisions", decisions);
    w_json_int(w, "start", trace->start.agitation);
    w_json_int(w, "end", trace->end.agitation);
    w_json_int(w, "stage", trace->top_stage);
    if (trace->outcome != outcome_count)
        w_json_text(w, "outcome", outcome_names[trace->outcome]);
    curve_of(p, "curve", trace);
}

static void team_beside(const struct pages *p, int team)
{
    const struct review *review = p->look->room->teams[team].review;
    struct writer *w = p->w;
    if (!review)
        return;
    w_json_open(w, NULL, '{');
    w_json_int(w, "team", team);
    w_json_int(w, "score", review->debrief.score.total);
    int apart = team == p->look->team ? NONE : parted(p->review, review);
    if (apart != NONE)
        w_json_int(w, "parted_at", apart + 1);
    talk_beside(p, &review->trace, review->decided_count);
    w_char(w, '}');
}

/* What evaluators wrote of one round; the last word on each item counts. */
static void round_sheet(const struct pages *p, int after, int upto)
{
    const struct wire_room *room = p->look->room;
    int32_t scores[ITEM_COUNT] = {0};
    for (int i = 0; i < room->record_count; i++) {
        const struct record *r = &room->records[i];
        if (r->kind == RECORD_SHEET && r->team == p->look->team && r->attempt > after && r->attempt <= upto)
            scores[r->value] = r->score;
    }
    w_json_open(p->w, "sheet", '{');
    for (int item = 0; item < ITEM_COUNT; item++)
        if (scores[item] > 0)
            w_json_int(p->w, sheet_item_names[item].ptr, scores[item]);
    w_char(p->w, '}');
}

static void rounds_beside(const struct pages *p)
{
    int before = 0;
    w_json_open(p->w, "rounds", '[');
    for (int i = 0; i < p->review->round_count; i++) {
        const struct talked *round = &p->review->rounds[i];
        w_json_open(p->w, NULL, '{');
        w_json_int(p->w, "round", i + 1);
        talk_beside(p, &round->trace, round->decisions);
        round_sheet(p, before, round->attempt);
        w_char(p->w, '}');
        before = round->attempt;
    }
    w_char(p->w, ']');
}

static void page_beside(const struct pages *p)
{
    const struct wire_room *room = p->look->room;
    if (room->setup.preset == PRESET_back_to_back)
        rounds_beside(p);
    if (room->setup.teams < 2)
        return;
    w_json_open(p->w, "teams", '[');
    for (int team = 0; team < room->setup.teams; team++)
        team_beside(p, team);
    w_char(p->w, ']');
}

/* --- the whole ------------------------------------------------------------------------------------------------------------------------------ */

static void (*const write_page[PAGE_COUNT])(const struct pages *p) = {
    [PAGE_settle] = page_settle,   [PAGE_self] = page_self,         [PAGE_beside] = page_beside,
    [PAGE_board] = page_board,     [PAGE_timeline] = page_timeline, [PAGE_questions] = page_questions,
    [PAGE_what_if] = page_what_if, [PAGE_keep] = page_keep,
};

void view_debrief(const struct look *look)
{
    struct pages pages = {.look = look, .review = look->room->teams[look->team].review, .w = look->w};
    if (look->room->phase != ROOM_DEBRIEF || !pages.review)
        return;
    w_json_open(look->w, "debrief", '{');
    w_json_text(look->w, "page", wire_page_names[look->room->page]);
    w_json_int(look->w, "team", look->team);
    write_page[look->room->page](&pages);
    w_char(look->w, '}');
}

void view_debrief_pages(const struct look *look, const struct review *review)
{
    const struct pages pages = {.look = look, .review = review, .w = look->w};
    for (int page = 0; page < PAGE_COUNT; page++)
        write_page[page](&pages);
}

void room_debrief(const struct wire_room *room, int team, td_str lang, struct writer *w)
{
    struct look look = look_at(room, WIRE_PROJECTOR, lang, w);
    const struct review *review = room->teams[team].review;
    w_char(w, '{');
    look.team = team;
    if (review) {
        w_json_text(w, "scenario", room->scenario->id);
        w_json_text(w, "preset", wire_preset_names[room->setup.preset]);
        w_json_int(w, "team", team);
        w_json_int(w, "attempt", review->journal->attempt_count);
        view_debrief_pages(&look, review);
    }
    w_char(w, '}');
}
