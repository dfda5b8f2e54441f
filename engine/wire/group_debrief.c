/* group_debrief.c - the room's marks laid over the play. */
#include "group_debrief.h"

enum { CATEGORIES = TECHNIQUE_COUNT, SCORES = 5 };

/* --- which decision a record belongs to ---------------------------------------------------------------------------- */

/* The decision written next after this line of the journal, or last up to it; 0: none. */
static int32_t decision_near(const td_journal *journal, int32_t number, bool after)
{
    int32_t at = after ? number + 1 : number;
    for (; at >= 1 && at <= journal->entry_count; at += after ? 1 : -1) {
        enum verb verb = journal->entries[at - 1].command.verb;
        if (team_decides(verb))
            return at;
        if (verb == VERB_rewind)
            return 0; /* what was said there was about a branch that was left just then */
    }
    return 0;
}

int review_find(const struct review *review, int32_t number)
{
    for (int i = 0; i < review->decided_all && number > 0; i++) {
        const struct decided *decided = &review->decided[i];
        if (decided->trace->steps[decided->step].number == number)
            return i;
    }
    return NONE;
}

static int find_decision(const struct review *review, const struct record *record)
{
    bool before = record->kind == RECORD_VOTE || record->kind == RECORD_HINT;
    return review_find(review, decision_near(review->journal, record->number, before));
}

int review_decision_of(const struct wire_room *room, const struct review *review, int record)
{
    return record < review->indexed ? review->belongs[record] : find_decision(review, &room->records[record]);
}

static void index_records(const struct wire_room *room, struct review *review)
{
    review->belongs = arena_new(&review->arena, int32_t, (size_t)room->record_count + 1);
    for (int i = 0; i < room->record_count; i++)
        review->belongs[i] = find_decision(review, &room->records[i]);
    review->indexed = room->record_count;
}

/* --- votes and taps ------------------------------------------------------------------------------------------------------ */

static void count_vote(const struct wire_room *room, struct review *review, int record)
{
    const struct record *vote = &room->records[record];
    int at = review_decision_of(room, review, record);
    if (at == NONE)
        return;
    struct decided *decided = &review->decided[at];
    const struct step *step = &decided->trace->steps[decided->step];
    for (int i = 0; i < step->alt_count; i++) {
        if (step->alt[i].choice != vote->value)
            continue;
        decided->votes[i]++;
        decided->voters++;
        return;
    }
}

/* Of each observer the last thing tapped at each decision is what they say it was. */
static void count_taps(const struct wire_room *room, int team, const struct review *review, int32_t *counts)
{
    int32_t *last =
        room->mem->resize(room->mem->context, NULL,
                          sizeof *last * (size_t)(room->member_count + 1) * (size_t)(review->decided_count + 1));
    int cells = room->member_count * review->decided_count;
    for (int i = 0; i < cells; i++)
        last[i] = NONE;
    for (int i = 0; i < room->record_count; i++) {
        const struct record *r = &room->records[i];
        if (r->kind != RECORD_TAP || r->team != team || r->state == TAP_UNDONE || r->member == NONE)
            continue;
        int at = review_decision_of(room, review, i);
        if (at != NONE && at < review->decided_count)
            last[at * room->member_count + r->member] = r->value;
    }
    memset(counts, 0, sizeof *counts * CATEGORIES * (size_t)review->decided_count);
    for (int i = 0; i < cells; i++)
        if (last[i] != NONE)
            counts[i / room->member_count * CATEGORIES + last[i]]++;
    room->mem->resize(room->mem->context, last, 0);
}

static int32_t *tap_table(const struct wire_room *room, const struct review *review)
{
    return room->mem->resize(room->mem->context, NULL,
                             sizeof(int32_t) * CATEGORIES * (size_t)(review->decided_count + 1));
}

static void find_disagreement(const struct wire_room *room, int team, struct review *review)
{
    int32_t *taps = tap_table(room, review);
    count_taps(room, team, review, taps);
    for (int i = 0; i < review->decided_all; i++) {
        struct decided *decided = &review->decided[i];
        const bool tapped = i < review->decided_count;
        int32_t apart = tapped ? agreement_apart(taps + i * CATEGORIES, CATEGORIES) : AGREEMENT_NONE;
        decided->observers = apart != AGREEMENT_NONE;
        decided->apart = decided->observers ? apart : agreement_apart(decided->votes, ALTERNATIVES_MAX);
    }
    room->mem->resize(room->mem->context, taps, 0);
}

int32_t review_tap_kappa(const struct wire_room *room, int team, const struct review *review)
{
    int32_t *taps = tap_table(room, review);
    count_taps(room, team, review, taps);
    int32_t kappa = agreement_kappa(taps, review->decided_count, CATEGORIES);
    room->mem->resize(room->mem->context, taps, 0);
    return kappa;
}

/* --- sheets ------------------------------------------------------------------------------------------------------------------ */

static bool rates(const struct member *m, int team, int item)
{
    return !m->gone && m->team == team && m->sheet[item].score > 0;
}

void review_sheet(const struct wire_room *room, int team, int item, struct sheet_sum *ret)
{
    struct sheet_sum sum = {.low = SCORES, .high = 0};
    int32_t total = 0;
    for (int i = 0; i < room->member_count; i++) {
        const struct member *m = room->members[i];
        if (!rates(m, team, item))
            continue;
        int32_t score = m->sheet[item].score;
        total += score;
        sum.raters++;
        sum.low = score < sum.low ? score : sum.low;
        sum.high = score > sum.high ? score : sum.high;
    }
    sum.mean = sum.raters > 0 ? total * 1000 / sum.raters : 0;
    *ret = sum;
}

int32_t review_sheet_kappa(const struct wire_room *room, int team)
{
    int32_t counts[ITEM_COUNT * SCORES] = {0};
    for (int item = 0; item < ITEM_COUNT; item++)
        for (int i = 0; i < room->member_count; i++)
            if (rates(room->members[i], team, item))
                counts[item * SCORES + room->members[i]->sheet[item].score - 1]++;
    return agreement_kappa(counts, ITEM_COUNT, SCORES);
}

/* --- the board ----------------------------------------------------------------------------------------------------------------- */

/* What a board must not lack; of everything else that was told it is good to have it. */
static bool is_for_board(enum fact_kind kind)
{
    return kind == FACT_hook || kind == FACT_trigger || kind == FACT_risk || kind == FACT_demand ||
           kind == FACT_promise;
}

/* Whoever plays the person says what they have told. */
static void find_told(const struct wire_room *room, int team, struct board_fact *fact)
{
    int32_t told = told_record(room, team, fact->fact);
    if (told == NONE || fact->number != NONE)
        return;
    fact->number = room->records[told].number;
    fact->story_ms = room->records[told].story_ms;
}

bool review_is_untold(const struct wire_room *room, int team, int32_t fact)
{
    const td_scenario *s = room->scenario;
    const td_str text = texts_get(room->langs[0].texts, room->langs[0].source, s->facts[fact].id);
    return s->facts[fact].kind != FACT_promise && text.len > 0 && !team_knows(room, team, fact);
}

/* Plays the attempt once more and notes when each thing was first said. */
static void find_disclosures(const struct wire_room *room, int team, struct review *review)
{
    const td_scenario *s = room->scenario;
    review->board = arena_new(&review->arena, struct board_fact, (size_t)s->fact_count + 1);
    for (int i = 0; i < s->fact_count; i++)
        review->board[review->board_count++] =
            (struct board_fact){.fact = i, .number = NONE, .entry = NONE, .wanted = is_for_board(s->facts[i].kind)};
    td_session *session = session_create(room->mem, s, room->model, &review->journal->header.setup);
    for (int k = 0; k < review->trace.count; k++) {
        const struct step *step = &review->trace.steps[k];
        const char *reason;
        session_apply(session, &step->command, &reason);
        for (int i = 0; i < review->board_count; i++) {
            struct board_fact *fact = &review->board[i];
            if (fact->number != NONE || !memory_has(&session->state->known, fact->fact))
                continue;
            fact->number = step->number;
            fact->story_ms = session->state->story_ms;
        }
    }
    session_destroy(session);
    for (int i = 0; i < review->board_count; i++)
        find_told(room, team, &review->board[i]);
}

static char folded(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || (unsigned char)c >= 0x80;
}

static td_str next_token(td_str *rest)
{
    size_t at = 0, end;
    while (at < rest->len && !is_letter(rest->ptr[at]))
        at++;
    for (end = at; end < rest->len && is_letter(rest->ptr[end]);)
        end++;
    td_str token = {rest->ptr + at, end - at};
    *rest = (td_str){rest->ptr + end, rest->len - end};
    return token;
}

static bool same_folded(td_str a, td_str b)
{
    bool same = a.len == b.len;
    for (size_t i = 0; same && i < a.len; i++)
        same = folded(a.ptr[i]) == folded(b.ptr[i]);
    return same;
}

/* Words of four letters and more that two texts share: good enough to propose, not to decide. */
static int words_in_common(td_str a, td_str b)
{
    enum { LONG_ENOUGH = 4 };
    int common = 0;
    for (td_str word = next_token(&a); word.len > 0; word = next_token(&a)) {
        td_str rest = b;
        bool found = false;
        for (td_str other = next_token(&rest); other.len > 0 && !found; other = next_token(&rest))
            found = word.len >= LONG_ENOUGH && same_folded(word, other);
        common += found;
    }
    return common;
}

static bool is_entry(const struct record *r, int team)
{
    return r->kind == RECORD_BOARD && r->team == team && r->state == 0;
}

static int resemblance(const struct wire_room *room, const struct record *entry, int32_t fact)
{
    int best = 0;
    for (int i = 0; i < room->lang_count; i++) {
        td_str text = texts_get(room->langs[i].texts, room->langs[i].source, room->scenario->facts[fact].id);
        int common = words_in_common(entry->text, text);
        best = common > best ? common : best;
    }
    return best;
}

/* An entry that nobody has matched yet is proposed for the fact it most resembles. */
static void match_entry(const struct wire_room *room, const struct record *entry, struct review *review)
{
    struct board_fact *best = NULL;
    int best_common = 0;
    for (int i = 0; i < review->board_count; i++) {
        struct board_fact *fact = &review->board[i];
        int common = entry->match == NONE ? resemblance(room, entry, fact->fact) : entry->match == fact->fact;
        if (common > best_common) {
            best = fact;
            best_common = common;
        }
    }
    bool better = best && (best->entry == NONE || (best->guessed && entry->match != NONE));
    if (!better)
        return;
    best->entry = (int32_t)(entry - room->records);
    best->guessed = entry->match == NONE;
}

static void fill_board(const struct wire_room *room, int team, struct review *review)
{
    for (int i = 0; i < review->board_count; i++)
        review->board[i].entry = NONE;
    review->board_kept = false;
    for (int i = 0; i < room->record_count; i++) {
        if (!is_entry(&room->records[i], team))
            continue;
        review->board_kept = true;
        if (room->records[i].match != MATCH_NOTHING)
            match_entry(room, &room->records[i], review);
    }
}

/* --- the whole --------------------------------------------------------------------------------------------------------------------- */

/* The attempts of rounds and the last one: nothing in them was left. */
static bool is_kept(const struct review *review, int attempt)
{
    bool kept = attempt == review->journal->attempt_count;
    for (int i = 0; i < review->round_count; i++)
        kept |= review->rounds[i].attempt == attempt;
    return kept;
}

/* On the way that led to the end of an attempt which was kept? */
static bool was_left(const struct review *review, int32_t number)
{
    bool left = true;
    for (int attempt = 1; attempt <= review->journal->attempt_count && left; attempt++) {
        const struct trace *trace = &review->attempts[attempt - 1].trace;
        for (int i = 0; i < trace->count && is_kept(review, attempt) && left; i++)
            left = trace->steps[i].number != number;
    }
    return left;
}

bool review_begins_round(const struct review *review, int entry)
{
    const struct entry *e = &review->journal->entries[entry];
    bool begins = false;
    for (int i = 0; i < review->round_count; i++)
        begins |= review->rounds[i].attempt + 1 == e->attempt && e->command.verb == VERB_rewind;
    return begins;
}

static void add_decisions(struct review *review, const struct trace *trace)
{
    for (int i = 0; i < trace->count; i++) {
        const struct step *step = &trace->steps[i];
        if (!team_decides(step->command.verb) || review_find(review, step->number) != NONE)
            continue;
        review->decided[review->decided_all++] = (struct decided){
            .trace = trace, .step = i, .grey = was_left(review, step->number), .apart = AGREEMENT_NONE};
    }
}

static void list_decisions(struct review *review)
{
    review->decided = arena_new(&review->arena, struct decided, (size_t)review->journal->entry_count + 1);
    add_decisions(review, &review->trace);
    review->decided_count = review->decided_all;
    for (int i = 0; i + 1 < review->journal->attempt_count; i++)
        add_decisions(review, &review->attempts[i].trace);
}

static void list_rounds(const struct team *team, struct review *review)
{
    review->rounds = arena_new(&review->arena, struct talked, (size_t)team->round_count + 1);
    for (int i = 0; i < team->round_count; i++) {
        struct talked *round = &review->rounds[review->round_count++];
        *round = (struct talked){.attempt = team->rounds[i]};
        const struct trace *trace = &review->attempts[round->attempt - 1].trace;
        for (int k = 0; k < trace->count; k++)
            round->decisions += team_decides(trace->steps[k].command.verb);
    }
}

/* A look ahead takes its time: where somebody went back very often, only the newest attempts are judged. */
static void list_attempts(const struct wire_room *room, struct review *review)
{
    enum { JUDGED = 24 };
    const int count = review->journal->attempt_count;
    review->attempts = arena_new(&review->arena, struct attempted, (size_t)count + 1);
    for (int i = 0; i < count; i++) {
        struct attempted *attempt = &review->attempts[i];
        td_score score;
        trace_build(&review->arena, room->scenario, room->model, review->journal, i + 1, i + JUDGED >= count,
                    &attempt->trace);
        score_compute(&attempt->trace, &score);
        attempt->score = score.total;
    }
    review->trace = review->attempts[count - 1].trace;
}

struct review *review_build(const struct wire_room *room, int team)
{
    struct review *review = room->mem->resize(room->mem->context, NULL, sizeof *review);
    struct diags diags;
    memset(review, 0, sizeof *review);
    arena_init(&review->arena, room->mem);
    diags_init(&diags, &review->arena);
    td_str text = {room->teams[team].journal.ptr, room->teams[team].journal.len};
    td_status status = journal_read(room->mem, TD_STR("room"), text, &diags, &review->journal);
    if (status != TD_OK) { /* it grew beyond what a journal may be */
        review_destroy(review);
        return NULL;
    }
    list_attempts(room, review);
    debrief_build(&review->arena, &review->trace, review->journal, room->langs[0].texts, room->langs[0].source,
                  &review->debrief);
    list_rounds(&room->teams[team], review);
    list_decisions(review);
    for (int i = 0; i < room->scenario->fact_count; i++)
        review->untold += review_is_untold(room, team, i);
    find_disclosures(room, team, review);
    review_fill(room, team, review);
    return review;
}

void review_destroy(struct review *review)
{
    if (!review)
        return;
    const td_allocator *mem = review->arena.mem;
    journal_destroy(review->journal);
    arena_finish(&review->arena);
    mem->resize(mem->context, review, 0);
}

void review_fill(const struct wire_room *room, int team, struct review *review)
{
    index_records(room, review);
    for (int i = 0; i < review->decided_all; i++) {
        memset(review->decided[i].votes, 0, sizeof review->decided[i].votes);
        review->decided[i].voters = 0;
    }
    for (int i = 0; i < room->record_count; i++)
        if (room->records[i].kind == RECORD_VOTE && room->records[i].team == team)
            count_vote(room, review, i);
    find_disagreement(room, team, review);
    fill_board(room, team, review);
}

int review_most_apart(const struct review *review)
{
    int best = NONE;
    for (int i = 0; i < review->decided_count; i++) {
        const struct decided *d = &review->decided[i];
        const struct decided *b = best != NONE ? &review->decided[best] : NULL;
        bool sooner = !b || (d->observers && !b->observers) || (d->observers == b->observers && d->apart > b->apart);
        if (d->apart > 0 && sooner)
            best = i;
    }
    return best;
}

int review_turn(const struct review *review, int sign)
{
    int best = NONE;
    int32_t most = 0;
    for (int i = 0; i < review->decided_count; i++) {
        const struct step *step = &review->trace.steps[review->decided[i].step];
        int32_t change = sign * (step->after.agitation - step->before.agitation);
        if (change > most) {
            most = change;
            best = i;
        }
    }
    return best;
}
