/* room_view_debrief.c - the group's debrief, page by page: settle and the person's card, the primary's own
 * rating, the board against what was said, the timeline (room_view_timeline.c), three questions, one what-if, what
 * to keep and what to change; and last of all, when no second attempt can be spoilt by it, what was never told.
 * A page that this room has nothing to put on is not among its pages. */
#include "room_pages.h"

const struct step *pages_step(const struct pages *p, int decided)
{
    const struct decided *d = &p->review->decided[decided];
    return &d->trace->steps[d->step];
}

td_str pages_said(const struct pages *p, int32_t choice)
{
    return choice >= 0 ? look_text(p->look, p->look->room->scenario->choices[choice].id) : TD_STR("");
}

td_str pages_say(const struct pages *p, const char *id, const struct word_arg *args, int count)
{
    struct writer text;
    writer_init(&text, p->w->arena);
    words_write(&text, p->look->lang->words, id, (int)p->look->room->scenario->pronoun, args, count);
    return writer_str(&text);
}

static td_str said_at(const struct pages *p, int decided)
{
    return pages_said(p, pages_step(p, decided)->choice);
}

/* --- settle: the person's card, and how it ended ------------------------------------------------------------------ */

enum telling { TOLD, PROMISED, UNTOLD };

static bool is_told_as(const struct pages *p, int32_t fact, enum telling how)
{
    const struct wire_room *room = p->look->room;
    const bool promise = room->scenario->facts[fact].kind == FACT_promise;
    if (how == UNTOLD)
        return review_is_untold(room, p->look->team, fact);
    return team_knows(room, p->look->team, fact) && promise == (how == PROMISED);
}

static void facts(const struct pages *p, const char *key, enum telling how)
{
    const td_scenario *s = p->look->room->scenario;
    w_json_open(p->w, key, '[');
    for (int i = 0; i < s->fact_count; i++) {
        td_str text = look_text(p->look, s->facts[i].id);
        if (text.len > 0 && is_told_as(p, i, how))
            w_json_text(p->w, NULL, text);
    }
    w_char(p->w, ']');
}

/* How much was never told, and not what: somebody may want to try again. */
static void page_settle(const struct pages *p)
{
    const td_scenario *s = p->look->room->scenario;
    w_json_open(p->w, "card", '{');
    w_json_text(p->w, "name", look_text(p->look, TD_STR("subject.name")));
    w_json_text(p->w, "emotion", emotion_names[s->emotion]);
    w_json_text(p->w, "need", need_names[s->need]);
    facts(p, "told", TOLD);
    facts(p, "promised", PROMISED);
    w_json_int(p->w, "untold", p->review->untold);
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

/* Somebody speaks for the team, and says first how it was. */
static bool has_own_view(const struct pages *p)
{
    bool rated = false;
    for (int i = 0; i < DIM_COUNT; i++)
        rated |= own_rating(p, (enum dimension)i) != NONE;
    return rated || role_holder(p->look->room, p->look->team, SEAT_primary) != NONE;
}

bool pages_score_shown(const struct pages *p)
{
    bool all = true;
    for (int i = 0; i < DIM_COUNT; i++)
        all &= own_rating(p, (enum dimension)i) != NONE;
    return p->whole || all || !has_own_view(p) || p->look->room->page_seen > PAGE_self;
}

/* The total, and in words what it means and what held it down. */
static void total(const struct pages *p)
{
    const td_score *score = &p->review->debrief.score;
    const td_str band = look_word(p->look, "score.band.", str_of(score_band_name(score->band)), "");
    const struct word_arg args[] = {ARG_INT("points", score->total), ARG_TEXT("band", band),
                                    ARG_INT("limit", score_cap_limit(score->cap))};
    w_json_int(p->w, "total", score->total);
    w_json_open(p->w, "total_says", '[');
    w_json_text(p->w, NULL, pages_say(p, "score.total", args, 3));
    if (score->cap != CAP_NONE) {
        const td_str id = look_id(p->look, "cap.", str_of(score_cap_name(score->cap)), "");
        w_json_text(p->w, NULL, pages_say(p, id.ptr, args, 3));
    }
    w_char(p->w, ']');
}

static void page_self(const struct pages *p)
{
    const bool shown = pages_score_shown(p);
    w_json_bool(p->w, "own", has_own_view(p));
    w_json_open(p->w, "ratings", '[');
    for (int i = 0; i < DIM_COUNT; i++) {
        int32_t own = own_rating(p, (enum dimension)i);
        w_json_open(p->w, NULL, '{');
        w_json_text(p->w, "item", str_of(dimension_name((enum dimension)i)));
        if (own != NONE)
            w_json_int(p->w, "self", own);
        if (own != NONE || shown)
            w_json_int(p->w, "score", p->review->debrief.score.dim[i].value);
        w_char(p->w, '}');
    }
    w_char(p->w, ']');
    if (shown)
        total(p);
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

/* What an entry may be said to mean; the instructor alone knows all of it. */
static void could_mean(const struct pages *p)
{
    const td_scenario *s = p->look->room->scenario;
    w_json_open(p->w, "could", '[');
    for (int i = 0; i < p->review->board_count; i++) {
        const td_str id = s->facts[p->review->board[i].fact].id;
        w_json_open(p->w, NULL, '{');
        w_json_text(p->w, "fact", id);
        w_json_may_text(p->w, "text", look_text(p->look, id));
        w_char(p->w, '}');
    }
    w_char(p->w, ']');
}

/* What the board has, what it should have, and without a board everything. */
static bool stands_on_page(const struct review *review, const struct board_fact *fact)
{
    return fact->entry != NONE || (fact->number != NONE && (fact->wanted || !review->board_kept));
}

/* A board can be held only against what was told. */
static void page_board(const struct pages *p)
{
    const struct wire_room *room = p->look->room;
    w_json_bool(p->w, "kept", p->review->board_kept);
    w_json_open(p->w, "facts", '[');
    for (int i = 0; i < p->review->board_count; i++)
        if (stands_on_page(p->review, &p->review->board[i]))
            board_row(p, &p->review->board[i]);
    w_char(p->w, ']');
    if (p->look->boss)
        could_mean(p);
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

/* --- three questions ------------------------------------------------------------------------------------------------------------ */

struct asked {
    const char *kind;
    int decided; /* NONE: it is not asked */
};

/* The step at which the last thing was told, and what; NONE. */
static int last_told(const struct pages *p, int32_t *ret_fact)
{
    int best = NONE;
    int64_t latest = -1;
    for (int i = 0; i < p->review->board_count; i++) {
        const struct board_fact *fact = &p->review->board[i];
        int at = fact->number == NONE ? NONE : review_find(p->review, fact->number);
        if (at == NONE || at >= p->review->decided_count || fact->story_ms <= latest)
            continue;
        latest = fact->story_ms;
        best = at;
        *ret_fact = fact->fact;
    }
    return best;
}

/* The decision that the room went back to last, as it was taken the second time. */
static int taken_again(const struct pages *p)
{
    const td_journal *journal = p->review->journal;
    for (int i = journal->entry_count - 1; i >= 0; i--) {
        if (journal->entries[i].command.verb != VERB_rewind || journal->entries[i].command.number <= 1)
            continue;
        for (int k = 0; k < p->review->decided_count; k++)
            if (pages_step(p, k)->number > journal->entries[i].number)
                return review_begins_round(p->review, i) ? NONE : k;
    }
    return NONE;
}

static td_str line_asked(const struct pages *p, int decided)
{
    const struct step *step = pages_step(p, decided);
    td_str line = said_at(p, decided);
    if (step->command.verb == VERB_heard)
        line = look_word(p->look, "act.", act_name(step->move.act), ".name");
    return line.len > 0 ? line : look_word(p->look, "debrief.silence", TD_STR(""), "");
}

static void question(const struct pages *p, const struct asked *asked, int32_t fact)
{
    const struct step *step = pages_step(p, asked->decided);
    const struct word_arg args[] = {
        ARG_TEXT("line", line_asked(p, asked->decided)),
        ARG_TEXT("fact", fact == NONE ? TD_STR("") : look_text(p->look, p->look->room->scenario->facts[fact].id))};
    const td_str id = look_id(p->look, "group.question.", str_of(asked->kind), "");
    w_json_open(p->w, NULL, '{');
    w_json_text(p->w, "kind", str_of(asked->kind));
    w_json_int(p->w, "number", step->number);
    w_json_int(p->w, "from", step->before.agitation);
    w_json_int(p->w, "to", step->after.agitation);
    w_json_text(p->w, "text", pages_say(p, id.ptr, args, 2));
    w_char(p->w, '}');
}

/* This very question, or, if wanted, another one about the same decision. */
static bool was_asked(const struct asked *rows, const int *used, int asked, int row, bool decision_too)
{
    bool was = false;
    for (int k = 0; k < asked; k++)
        was |= used[k] == row || (decision_too && rows[used[k]].decided == rows[row].decided);
    return was;
}

/* The largest rise, the largest fall, the greatest disagreement; where one of them is missing, or two are about the
 * same decision, something else that happened in this very talk. */
static void page_questions(const struct pages *p)
{
    enum { QUESTIONS = 3 };
    int32_t fact = NONE;
    const int count = p->review->decided_count, told = last_told(p, &fact);
    const struct asked rows[] = {{"rise", review_turn(p->review, 1)},
                                 {"fall", review_turn(p->review, -1)},
                                 {"apart", review_most_apart(p->review)},
                                 {"again", taken_again(p)},
                                 {"told", told},
                                 {"last", count > 0 ? count - 1 : NONE},
                                 {"first", count > 0 ? 0 : NONE}};
    int used[QUESTIONS], asked = 0;
    w_json_open(p->w, "questions", '[');
    for (int pass = 0; pass < 2; pass++)
        for (int i = 0; i < (int)(sizeof rows / sizeof *rows) && asked < QUESTIONS; i++) {
            if (rows[i].decided == NONE || was_asked(rows, used, asked, i, pass == 0))
                continue;
            used[asked++] = i;
            question(p, &rows[i], fact);
        }
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
    if (other->count == 0) {
        w_json_text(p->w, "none", p->look->room->setup.human ? TD_STR("human") : TD_STR("even"));
        return;
    }
    const struct step *step = &trace->steps[other->step];
    w_json_int(p->w, "number", step->number);
    w_json_int(p->w, "at_ms", step->story_ms);
    w_json_may_text(p->w, "said", pages_said(p, step->choice));
    w_json_may_text(p->w, "instead", pages_said(p, other->choices[0]));
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
        const struct attempted *attempt = &p->review->attempts[round->attempt - 1];
        w_json_int(p->w, "round", i + 1);
        w_json_int(p->w, "score", attempt->score);
        talk_beside(p, &attempt->trace, round->decisions);
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

/* --- before everybody goes --------------------------------------------------------------------------------------- */

/* Whom to turn to, for everybody; and for whoever leads, what to say aloud. */
static void page_close(const struct pages *p)
{
    facts(p, "not_told", UNTOLD);
    w_json_open(p->w, "help", '[');
    w_json_text(p->w, NULL, pages_say(p, "debrief.hard-day", NULL, 0));
    w_json_text(p->w, NULL, pages_say(p, "report.support", NULL, 0));
    w_char(p->w, ']');
    if (!p->look->boss && !p->whole)
        return;
    td_str aloud = pages_say(p, "group.close.aloud", NULL, 0);
    w_json_open(p->w, "aloud", '[');
    while (aloud.len > 0)
        w_json_text(p->w, NULL, str_line(&aloud));
    w_char(p->w, ']');
}

/* --- the whole ------------------------------------------------------------------------------------------------------------------------------ */

static void (*const write_page[PAGE_COUNT])(const struct pages *p) = {
    [PAGE_settle] = page_settle,   [PAGE_self] = page_self,         [PAGE_beside] = page_beside,
    [PAGE_board] = page_board,     [PAGE_timeline] = page_timeline, [PAGE_questions] = page_questions,
    [PAGE_what_if] = page_what_if, [PAGE_keep] = page_keep,         [PAGE_close] = page_close,
};

/* Is there anything to put on this page? */
static bool has_page(const struct pages *p, enum wire_page page)
{
    const struct wire_room *room = p->look->room;
    switch (page) {
    case PAGE_beside: return debrief_has_beside(room);
    case PAGE_board: return p->review->board_kept || role_holder(room, p->look->team, SEAT_board) != NONE;
    case PAGE_timeline: return p->review->decided_all > 0;
    case PAGE_questions:
    case PAGE_what_if: return p->review->decided_count > 0;
    case PAGE_settle:
    case PAGE_self:
    case PAGE_keep:
    case PAGE_close:
    case PAGE_COUNT: break;
    }
    return true;
}

static void list_pages(const struct pages *p)
{
    w_json_open(p->w, "pages", '[');
    for (int page = 0; page < PAGE_COUNT; page++)
        if (has_page(p, (enum wire_page)page))
            w_json_text(p->w, NULL, wire_page_names[page]);
    w_char(p->w, ']');
}

void view_debrief(const struct look *look)
{
    const struct pages pages = {.look = look, .review = look->room->teams[look->team].review, .w = look->w};
    if (look->room->phase != ROOM_DEBRIEF || !pages.review)
        return;
    w_json_open(look->w, "debrief", '{');
    w_json_text(look->w, "page", wire_page_names[look->room->page]);
    w_json_int(look->w, "team", look->team);
    list_pages(&pages);
    write_page[look->room->page](&pages);
    w_char(look->w, '}');
}

void view_debrief_pages(const struct look *look, const struct review *review)
{
    const struct pages pages = {.look = look, .review = review, .w = look->w, .whole = true};
    list_pages(&pages);
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
