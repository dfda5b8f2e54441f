/* room_view_teams.c - several teams at once: all of it for the instructor; for the wall only what anybody who
 * passes by would see of each, so that no team learns from it what another was told. */
#include "room_view.h"

static int people_of(const struct wire_room *room, int team)
{
    int people = 0;
    for (int i = 0; i < room->member_count; i++)
        people += !room->members[i]->gone && room->members[i]->team == team && !has_role(room, i, SEAT_instructor);
    return people;
}

static void open_team(const struct look *look, int team, const struct view *v)
{
    struct writer *w = look->w;
    out_open(w, NULL, '{');
    out_int(w, "team", team);
    out_int(w, "people", people_of(look->room, team));
    out_int(w, "exchange", v->exchanges);
    out_bool(w, "frozen", look->room->teams[team].frozen);
}

/* --- the instructor's ------------------------------------------------------------------------------------ */

static void one_team(const struct look *look, int team)
{
    struct writer *w = look->w;
    struct view v;
    session_view(room_session(look->room, team), SEAT_instructor, &v);
    open_team(look, team, &v);
    out_int(w, "agitation", v.agitation);
    out_int(w, "stage", v.stage);
    out_bool(w, "stopped", look->room->teams[team].stopped);
    if (v.phase == PHASE_OVER)
        out_text(w, "outcome", outcome_names[v.outcome]);
    out_close(w, '}');
}

void view_teams(const struct look *look)
{
    if (look->room->setup.teams < 2)
        return;
    out_open(look->w, "all_teams", '[');
    for (int team = 0; team < look->room->setup.teams; team++)
        one_team(look, team);
    out_close(look->w, ']');
}

/* --- the wall's --------------------------------------------------------------------------------------------- */

static void one_on_the_wall(const struct look *look, int team)
{
    struct look other = *look;
    struct writer *w = look->w;
    other.team = team;
    look_fill(&other);
    open_team(look, team, &other.view);
    if (!look->room->setup.human) {
        out_text(w, "state", look_state(&other.view));
        out_text(w, "cue", look_cue(&other, 0));
    }
    out_bool(w, "over", other.view.phase == PHASE_OVER);
    if (look->room->meter)
        out_int(w, "agitation", session_agitation(room_session(look->room, team)));
    out_close(w, '}');
}

bool look_is_wall(const struct look *look)
{
    enum wire_phase phase = look->room->phase;
    return look->projector && look->room->setup.teams > 1 && phase >= ROOM_PLAY && phase <= ROOM_FEEDBACK;
}

void view_wall(const struct look *look)
{
    if (!look_is_wall(look))
        return;
    out_open(look->w, "wall", '[');
    for (int team = 0; team < look->room->setup.teams; team++)
        one_on_the_wall(look, team);
    out_close(look->w, ']');
}
