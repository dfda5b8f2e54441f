/* room_report.c - the group's debrief as one document to keep, as far as the privacy ladder lets it be kept.
 *
 *     practice   nothing at all
 *     personal   everything the pages show, and who sat where, by the names they gave
 *     class      everything the pages show; who sat where by their seats alone
 *     record     that it took place: topic, minutes, how many people
 *
 * On no rung does a vote, a tap, a sheet or a word of the pages say whose it was, or who stopped the scene. */
#include "group_debrief.h"
#include "room_view.h"

enum { MINUTE_MS = 60000 };

static void seats(const struct look *look, bool names)
{
    w_json_open(look->w, "seats", '[');
    for (int i = 0; i < look->room->member_count; i++) {
        const struct member *m = look->room->members[i];
        if (m->gone)
            continue;
        w_json_open(look->w, NULL, '{');
        if (names)
            w_json_text(look->w, "name", str_of(m->name));
        w_json_int(look->w, "team", m->team);
        w_json_open(look->w, "roles", '[');
        for (int seat = 0; seat < SEAT_COUNT; seat++)
            if ((m->roles >> seat & 1) != 0)
                w_json_text(look->w, NULL, seat_name((enum seat)seat));
        w_char(look->w, ']');
        w_char(look->w, '}');
    }
    w_char(look->w, ']');
}

static int people(const struct wire_room *room)
{
    int count = 0;
    for (int i = 0; i < room->member_count; i++)
        count += !room->members[i]->gone && (room->members[i]->roles & WIRE_ROLE(instructor)) == 0;
    return count;
}

static int exchanges(const struct trace *trace)
{
    int count = 0;
    for (int i = 0; i < trace->count; i++)
        count += trace->steps[i].exchange;
    return count;
}

static void one_attempt(const struct look *look, const struct review *review, int attempt)
{
    const struct trace *trace = &review->attempts[attempt - 1].trace;
    w_json_open(look->w, NULL, '{');
    w_json_int(look->w, "attempt", attempt);
    w_json_int(look->w, "exchanges", exchanges(trace));
    w_json_int(look->w, "start", trace->start.agitation);
    w_json_int(look->w, "end", trace->end.agitation);
    w_json_int(look->w, "stage", trace->top_stage);
    w_json_int(look->w, "score", review->attempts[attempt - 1].score);
    if (trace->outcome != outcome_count)
        w_json_text(look->w, "outcome", outcome_names[trace->outcome]);
    w_char(look->w, '}');
}

/* The first, which nothing overwrites, beside the last; those between were tries from the middle of it.  Rounds are
 * no attempts: they are laid beside each other by themselves. */
static void attempts(const struct look *look, const struct review *review)
{
    const int last = review->journal->attempt_count;
    if (last < 2 || review->round_count > 1)
        return;
    w_json_open(look->w, "attempts", '[');
    one_attempt(look, review, 1);
    one_attempt(look, review, last);
    w_char(look->w, ']');
}

static void whole_team(struct look *look, int team)
{
    const struct review *review = look->room->teams[team].review;
    look->team = team;
    if (!review)
        return;
    w_json_open(look->w, NULL, '{');
    w_json_int(look->w, "team", team);
    view_debrief_pages(look, review);
    attempts(look, review);
    w_char(look->w, '}');
}

static void head(const struct look *look, enum rung rung)
{
    struct writer *w = look->w;
    const struct wire_room *room = look->room;
    w_json_text(w, "format", TD_STR("talkdown-group-debrief-1"));
    w_json_text(w, "rung", rung_names[rung]);
    w_json_text(w, "lang", words_lang(look->lang->words));
    w_json_text(w, "scenario", room->scenario->id);
    w_json_text(w, "title", look_text(look, TD_STR("title")));
    w_json_may_text(w, "setting", look_text(look, TD_STR("setting")));
    w_json_text(w, "preset", wire_preset_names[room->setup.preset]);
    w_json_int(w, "minutes", (room->now + MINUTE_MS / 2) / MINUTE_MS);
    w_json_int(w, "people", people(room));
}

bool room_report(struct wire_room *room, td_str lang, struct writer *w)
{
    const enum rung rung = room->teams[0].play != NULL ? room_session(room, 0)->setup.rung : RUNG_practice;
    if (rung == RUNG_practice || room->phase < ROOM_PLAY)
        return false;
    if (!room->teams[0].review)
        debrief_open(room);
    struct look look = look_at(room, WIRE_PROJECTOR, lang, w);
    w_char(w, '{');
    head(&look, rung);
    if (rung != RUNG_record) {
        seats(&look, rung == RUNG_personal);
        w_json_open(w, "teams", '[');
        for (int team = 0; team < room->setup.teams; team++)
            whole_team(&look, team);
        w_char(w, ']');
    }
    w_char(w, '}');
    return true;
}
