/* room_view_scene.c - the scene as every eye in the room has it, the vote, and what a seat may do now. */
#include "room_view.h"

/* --- the person ------------------------------------------------------------------------------------------------------- */

td_str look_state(const struct view *v)
{
    return v->despair ? TD_STR("despair") : v->recovery ? TD_STR("recovery") : band_names[v->cue_band];
}

td_str look_cue(const struct look *look, int step)
{
    static const char *const seen[] = {".1", ".2", ".3", ".4", ".5"};
    static const char *const heard[] = {".1.voice", ".2.voice", ".3.voice", ".4.voice", ".5.voice"};
    td_str name = look_state(&look->view);
    td_str own = texts_look(look->lang->texts, look->lang->source, name, look->view.exchanges);
    if (step == 0 && own.len > 0)
        return own;
    bool face = look->room->scenario->channel == CHANNEL_face;
    return look_word(look, "cue.", name, face ? seen[step] : heard[step]);
}

static void body(const struct look *look)
{
    enum { CUES = 5 };
    const struct view *v = &look->view;
    struct writer *w = look->w;
    /* A person who is there shows what they show; how the model has them is for those who play and judge. */
    if (look->room->setup.human && !(look->roles & (WIRE_ROLE(role_player) | WIRE_ROLE(instructor))))
        return;
    w_json_int(w, "band", v->cue_band);
    w_json_text(w, "state", look_state(v));
    w_json_text(w, "cue", look_cue(look, 0));
    if (v->cue_step > 0 && v->observed != NONE)
        look_pieces(look, "look", look_text(look, look->room->scenario->lines[v->observed].id));
    else if (v->cue_step > 0 && v->cue_step < CUES)
        w_json_text(w, "look_cue", look_cue(look, v->cue_step));
    if (v->dist != NONE)
        w_json_int(w, "dist", v->dist);
}

/* --- what was said ------------------------------------------------------------------------------------------------------- */

static void spoken(const struct look *look)
{
    const struct team *team = &look->room->teams[look->team];
    const td_scenario *s = look->room->scenario;
    const struct view *v = &look->view;
    bool shown = !look->room->setup.human; /* a person who plays the person speaks for themselves */
    if (team->said >= 0)
        w_json_text(look->w, "you_said", look_text(look, s->choices[team->said].id));
    if (team->said == ACTION_PAUSE)
        w_json_bool(look->w, "you_silent", v->exchanges > 0);
    if (shown && v->reaction != NONE)
        look_pieces(look, "answer", look_text(look, s->lines[v->reaction].id));
    if (shown && v->line != NONE)
        look_pieces(look, "line", look_text(look, s->lines[v->line].id));
}

static void one_event(const struct look *look, td_str text)
{
    if (text.len == 0)
        return;
    w_json_open(look->w, NULL, '{');
    look_pieces(look, "text", text);
    w_char(look->w, '}');
}

static void arrivals(const struct look *look, const struct event_note *shown)
{
    for (int kind = 0; kind < help_kind_count; kind++) {
        if (!(shown->arrived >> kind & 1))
            continue;
        if (kind == shown->arrived_help && shown->arrive_line != NONE)
            one_event(look, look_text(look, look->room->scenario->lines[shown->arrive_line].id));
        else
            one_event(look, look_word(look, "help.", help_kind_names[kind], ".arrives"));
    }
}

static void events(const struct look *look)
{
    const struct team *team = &look->room->teams[look->team];
    const td_scenario *s = look->room->scenario;
    const struct event_note *shown = &team->shown;
    w_json_open(look->w, "events", '[');
    for (int i = 0; i < s->event_count; i++)
        if (shown->events >> i & 1)
            one_event(look, look_text(look, s->events[i].id));
    if (shown->inject != NONE)
        one_event(look, look_text(look, s->inject[shown->inject].id));
    if (shown->demand_pressed != NONE)
        one_event(look,
                  texts_part(look->lang->texts, look->lang->source, s->demands[shown->demand_pressed].id, "pressed"));
    arrivals(look, shown);
    if (team->typed != NONE) {
        w_json_open(look->w, NULL, '{');
        w_json_text(look->w, "typed", look->room->records[team->typed].text);
        w_char(look->w, '}');
    }
    w_char(look->w, ']');
}

static void help(const struct look *look)
{
    const struct view *v = &look->view;
    if (v->help_called == 0)
        return;
    w_json_open(look->w, "help", '[');
    for (int kind = 0; kind < help_kind_count; kind++) {
        if (!(v->help_called >> kind & 1))
            continue;
        w_json_open(look->w, NULL, '{');
        w_json_text(look->w, "kind", help_kind_names[kind]);
        w_json_bool(look->w, "here", v->help_arrived >> kind & 1);
        w_json_int(look->w, "seconds", v->help_seconds[kind]);
        w_char(look->w, '}');
    }
    w_char(look->w, ']');
}

/* What came back for the things that were asked first: it is known from then on. */
static void answers(const struct look *look)
{
    const td_scenario *s = look->room->scenario;
    for (int i = 0; i < s->briefing_count; i++) {
        td_str answer = texts_part(look->lang->texts, look->lang->source, s->briefing[i].id, "answer");
        if (!(look->view.picked >> i & 1) || answer.len == 0)
            continue;
        w_json_open(look->w, NULL, '{');
        w_json_text(look->w, "text", answer);
        w_json_bool(look->w, "assumed", false);
        w_char(look->w, '}');
    }
}

static void briefing(const struct look *look)
{
    const td_scenario *s = look->room->scenario;
    struct writer *w = look->w;
    w_json_text(w, "briefing", look_text(look, TD_STR("briefing")));
    w_json_text(w, "you_are", look_text(look, TD_STR("you")));
    w_json_open(w, "known", '[');
    for (int i = 0; i < s->briefing_count; i++) {
        if (s->briefing[i].class == BRIEF_needed)
            continue;
        w_json_open(w, NULL, '{');
        w_json_text(w, "text", look_text(look, s->briefing[i].id));
        w_json_bool(w, "assumed", s->briefing[i].class == BRIEF_assumed);
        w_char(w, '}');
    }
    answers(look);
    w_char(w, ']');
}

/* After a rewind, until somebody decides anew: what it was that has not been done now. */
static void gone_back(const struct look *look)
{
    const struct team *team = &look->room->teams[look->team];
    if (team->back == NONE || look->room->phase != ROOM_PLAY)
        return;
    const struct command *command = &play_entry(team->play, team->back - 1)->command;
    int32_t choice = scenario_find_choice(look->room->scenario, str_of(command->id));
    w_json_open(look->w, "back", '{');
    w_json_int(look->w, "number", team->back);
    w_json_text(look->w, "verb", verb_name(command->verb));
    if (choice != NONE)
        w_json_text(look->w, "text", look_text(look, look->room->scenario->choices[choice].id));
    w_char(look->w, '}');
}

static void ending(const struct look *look)
{
    const struct view *v = &look->view;
    w_json_text(look->w, "outcome", outcome_names[v->outcome]);
    if (v->ending != NONE)
        look_pieces(look, "ending", look_text(look, look->room->scenario->endings[v->ending].id));
}

void view_scene(const struct look *look)
{
    static const char *const phases[] = {"briefing", "talk", "over"};
    const struct view *v = &look->view;
    struct writer *w = look->w;
    enum wire_phase phase = look->room->phase;
    if (phase == ROOM_LOBBY || phase == ROOM_CLOSED || look_is_wall(look))
        return;
    w_json_open(w, "scene", '{');
    w_json_text(w, "phase", str_of(phases[v->phase]));
    w_json_int(w, "attempt", play_attempt(look->room->teams[look->team].play));
    w_json_text(w, "name", look_name(look));
    if (phase == ROOM_BRIEF) {
        briefing(look);
    } else {
        w_json_int(w, "story_ms", v->story_ms);
        w_json_int(w, "exchange", v->exchanges);
        w_json_int(w, "left", v->exchanges_left);
        if (v->exchanges == 0)
            look_pieces(look, "opening", look_text(look, TD_STR("opening")));
        body(look);
        spoken(look);
        gone_back(look);
        events(look);
        help(look);
    }
    if (v->phase == PHASE_OVER)
        ending(look);
    w_char(w, '}');
}

/* --- the vote ---------------------------------------------------------------------------------------------------------------- */

static void own_vote(const struct look *look)
{
    if (!look->who || look->who->vote == NONE)
        return;
    w_json_open(look->w, "yours", '{');
    w_json_text(look->w, "choice", look->room->scenario->choices[look->who->vote].id);
    w_json_may_text(look->w, "reason", str_of(look->who->reason));
    w_char(look->w, '}');
}

/* Whoever has no lines before them can read what was voted for only here. */
static void vote_texts(const struct look *look, const struct vote *vote)
{
    w_json_open(look->w, "texts", '{');
    for (int i = 0; i < vote->count; i++) {
        td_str id = look->room->scenario->choices[vote->menu[i]].id;
        w_json_item(look->w);
        w_json(look->w, id);
        w_char(look->w, ':');
        w_json(look->w, look_text(look, id));
    }
    w_char(look->w, '}');
}

static void counts_and_lead(const struct look *look, const int32_t counts[LIMIT_MENU])
{
    const struct vote *vote = &look->room->teams[look->team].vote;
    bool tie;
    w_json_open(look->w, "counts", '{');
    for (int i = 0; i < vote->count; i++) {
        w_json_item(look->w);
        w_json(look->w, look->room->scenario->choices[vote->menu[i]].id);
        w_char(look->w, ':');
        w_int(look->w, counts[i]);
    }
    w_char(look->w, '}');
    if (!look->sees_lines)
        vote_texts(look, vote);
    int lead = vote_lead(look->room, look->team, &tie);
    if (lead != NONE)
        w_json_text(look->w, "lead", look->room->scenario->choices[vote->menu[lead]].id);
    w_json_bool(look->w, "tie", tie);
}

/* Why some chose otherwise: the reasons of all who are not with the most.  No names. */
static void minority(const struct look *look)
{
    enum { REASONS_MAX = 12 };
    const struct wire_room *room = look->room;
    bool tie;
    int lead = vote_lead(room, look->team, &tie), told = 0;
    int32_t most = lead == NONE ? NONE : room->teams[look->team].vote.menu[lead];
    w_json_open(look->w, "minority", '[');
    for (int i = 0; i < room->member_count && told < REASONS_MAX; i++) {
        const struct member *m = room->members[i];
        if (m->gone || m->team != look->team || m->vote == NONE || m->vote == most || m->reason[0] == '\0')
            continue;
        w_json_open(look->w, NULL, '{');
        w_json_text(look->w, "choice", room->scenario->choices[m->vote].id);
        w_json_text(look->w, "reason", str_of(m->reason));
        w_char(look->w, '}');
        told++;
    }
    w_char(look->w, ']');
}

void view_vote(const struct look *look)
{
    static const char *const states[] = {"", "reading", "open", "closed", "revealed"};
    const struct wire_room *room = look->room;
    const struct team *team = &room->teams[look->team];
    struct writer *w = look->w;
    bool counts_people = look->boss || look->projector || (look->roles & WIRE_ROLE(primary));
    bool sees_result = look->boss || team->vote.state == VOTE_REVEALED;
    int32_t counts[LIMIT_MENU];
    if (team->vote.state == VOTE_NONE || room->phase != ROOM_PLAY || look_is_wall(look))
        return;
    int cast = vote_cast(room, look->team, counts);
    w_json_open(w, "vote", '{');
    w_json_text(w, "state", str_of(states[team->vote.state]));
    if (vote_holds(room, look->team) && team->vote.ends != INT64_MAX)
        w_json_int(w, team->frozen ? "left" : "ends", team->vote.ends);
    w_json_bool(w, "decided", team->vote.decided);
    if (!vote_holds(room, look->team) && !team->vote.decided && vote_undecided(room, look->team))
        w_json_text(w, "ended", str_of(vote_undecided(room, look->team)));
    if (counts_people || sees_result) {
        w_json_int(w, "in", cast);
        w_json_int(w, "of", vote_electorate(room, look->team, false));
    }
    own_vote(look);
    if (look->projector && !sees_result)
        vote_texts(look, &team->vote); /* to be read aloud and talked about; how they stand, nobody sees yet */
    if (sees_result) {
        counts_and_lead(look, counts);
        minority(look);
    }
    w_char(w, '}');
}

/* --- what one may do ------------------------------------------------------------------------------------------------------------ */

static void kinds(const struct look *look, const char *key, const td_str *names, uint32_t bits)
{
    w_json_open(look->w, key, '[');
    for (int i = 0; names[i].ptr; i++)
        if (bits >> i & 1)
            w_json_text(look->w, NULL, names[i]);
    w_char(look->w, ']');
}

static void option(const struct look *look, td_str id, td_str text)
{
    w_json_open(look->w, NULL, '{');
    w_json_text(look->w, "id", id);
    w_json_text(look->w, "text", text);
    w_char(look->w, '}');
}

static void named_options(const struct look *look, const td_str *names, const char *head, const char *tail)
{
    for (int i = 0; names[i].ptr; i++)
        option(look, names[i], look_word(look, head, names[i], tail));
}

static void own_options(const struct look *look, const struct prompt *prompt)
{
    const td_scenario *s = look->room->scenario;
    for (int32_t i = prompt->options.first; i < prompt->options.first + prompt->options.count; i++)
        option(look, s->prompt_options[i].id, look_text(look, s->prompt_options[i].id));
}

/* Only what has been told can be named. */
static void told_options(const struct look *look, const struct view *v)
{
    const td_scenario *s = look->room->scenario;
    for (int i = 0; i < s->fact_count; i++)
        if (memory_has(&v->known, i) && look_text(look, s->facts[i].id).len > 0)
            option(look, s->facts[i].id, look_text(look, s->facts[i].id));
}

/* What can be answered; where a number is, nothing. */
static void options(const struct look *look, const struct prompt *prompt, const struct view *v)
{
    static const td_str natures[] = {{"expressive", 10}, {"instrumental", 12}, {NULL, 0}};
    static const td_str steps[] = {{"0", 1}, {"1", 1}, {"2", 1}, {"3", 1}, {"4", 1}, {NULL, 0}};
    if (prompt->kind == PROMPT_agitation)
        return;
    w_json_bool(look->w, "many",
                prompt->kind == PROMPT_known || prompt->kind == PROMPT_risk || prompt->kind == PROMPT_custom);
    w_json_open(look->w, "options", '[');
    switch (prompt->kind) {
    case PROMPT_nature: named_options(look, natures, "nature.", ".name"); break;
    case PROMPT_emotion: named_options(look, emotion_names, "emotion.", ""); break;
    case PROMPT_need: named_options(look, need_names, "need.", ".name"); break;
    case PROMPT_step: named_options(look, steps, "stage.", ".name"); break;
    case PROMPT_known: told_options(look, v); break;
    case PROMPT_risk:
    case PROMPT_custom: own_options(look, prompt); break;
    case PROMPT_agitation:
    case prompt_kind_count: break;
    }
    w_char(look->w, ']');
}

/* The author's own words, or those that every question of the kind has. */
static td_str asked(const struct look *look, const struct prompt *prompt)
{
    td_str own = look_text(look, prompt->id);
    return own.len > 0 ? own : look_word(look, "prompt.", prompt_kind_names[prompt->kind], ".ask");
}

static void prompts(const struct look *look, const struct view *v)
{
    const td_scenario *s = look->room->scenario;
    w_json_open(look->w, "prompts", '[');
    for (int i = 0; i < s->prompt_count; i++) {
        if (!(v->prompts >> i & 1))
            continue;
        w_json_open(look->w, NULL, '{');
        w_json_text(look->w, "id", s->prompts[i].id);
        w_json_text(look->w, "kind", prompt_kind_names[s->prompts[i].kind]);
        w_json_text(look->w, "text", asked(look, &s->prompts[i]));
        options(look, &s->prompts[i], v);
        w_char(look->w, '}');
    }
    w_char(look->w, ']');
}

static void picks(const struct look *look)
{
    const td_scenario *s = look->room->scenario;
    w_json_open(look->w, "pick", '{');
    w_json_int(look->w, "count", s->briefing_pick);
    w_json_open(look->w, "items", '[');
    for (int i = 0; i < s->briefing_count; i++) {
        if (s->briefing[i].class != BRIEF_needed)
            continue;
        w_json_open(look->w, NULL, '{');
        w_json_text(look->w, "id", s->briefing[i].id);
        w_json_text(look->w, "text", look_text(look, s->briefing[i].id));
        w_char(look->w, '}');
    }
    w_char(look->w, ']');
    w_json_open(look->w, "approach", '[');
    for (int i = 0; i < s->approach_count; i++) {
        w_json_open(look->w, NULL, '{');
        w_json_text(look->w, "id", s->approach[i].id);
        w_json_text(look->w, "text", look_text(look, s->approach[i].id));
        w_char(look->w, '}');
    }
    w_char(look->w, ']');
    w_char(look->w, '}');
}

static void may_primary(const struct look *look)
{
    struct view v;
    struct writer *w = look->w;
    const struct team *team = &look->room->teams[look->team];
    session_view(room_session(look->room, look->team), SEAT_primary, &v);
    bool waits = vote_holds(look->room, look->team) || look->room->setup.human;
    w_json_bool(w, "choose", v.may_choose && !waits);
    w_json_bool(w, "pause", v.may_pause && !waits);
    w_json_bool(w, "wait", v.may_wait);
    w_json_bool(w, "observe", v.may_observe);
    w_json_bool(w, "withdraw", v.may_withdraw);
    w_json_bool(w, "handover", v.may_handover);
    w_json_bool(w, "distance", v.distance_free);
    kinds(look, "help", help_kind_names, v.help_open);
    kinds(look, "move", scene_kind_names, v.scene_open);
    prompts(look, &v);
    w_json_int(w, "timeouts", team->timeouts);
}

void view_may(const struct look *look)
{
    struct writer *w = look->w;
    const struct team *team = &look->room->teams[look->team];
    bool primary = look->roles & WIRE_ROLE(primary), leader = look->roles & WIRE_ROLE(leader);
    enum wire_phase phase = look->room->phase;
    if (!(primary || leader) || phase < ROOM_BRIEF || phase > ROOM_PAUSE)
        return;
    w_json_open(w, "may", '{');
    if (primary && phase == ROOM_BRIEF)
        picks(look);
    if (primary && phase == ROOM_PLAY)
        may_primary(look);
    if (leader && phase == ROOM_PLAY) {
        w_json_int(w, "brainstorms", team->brainstorms);
        w_json_bool(w, "tag", true);
        if (!primary)
            w_json_bool(w, "handover", session_can_hand_over(room_session(look->room, look->team)));
    }
    w_char(w, '}');
}
