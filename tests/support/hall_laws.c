/* hall_laws.c - laws of group sessions. */
#include "hall_laws.h"

#include "message_shape.h"

#include <stdio.h>
#include <stdlib.h>

enum { STEPS_MAX = 400, PEOPLE_MAX = 12, LOOK_EVERY = 16, AGAIN_EVERY = 120 };
static const char pin[] = "90817263";

struct crowd {
    struct hall hall;
    struct bytes bytes;
    struct hall_fault fault;
    int step;
};

static bool broken(struct crowd *c, const char *law, const char *detail)
{
    if (!c->fault.law) {
        c->fault.law = law;
        c->fault.step = c->step;
        snprintf(c->fault.detail, sizeof c->fault.detail, "%s", detail);
    }
    return true;
}

/* --- drawing a message ------------------------------------------------------------------------------------------ */

static void put(char *to, td_str id)
{
    size_t len = id.len < LIMIT_ID_BYTES ? id.len : LIMIT_ID_BYTES;
    memcpy(to, id.ptr, len);
    to[len] = '\0';
}

static td_str draw_id(struct crowd *c)
{
    static const char *const others[] = {"label",     "mirror", "slow_down", "good",  "fr",    "xx",   "none",
                                         "listening", "ap-sit", "b-alone",   "c9999", "badge", "talk", "daughter"};
    const td_scenario *s = stage_mini();
    int32_t menu[LIMIT_MENU];
    int count = session_menu(room_session(c->hall.room, 0), menu);
    uint32_t kind = take_below(&c->bytes, 8);
    if (kind < 4 && count > 0)
        return s->choices[menu[take_below(&c->bytes, (uint64_t)count)]].id;
    if (kind == 4 && s->inject_count > 0)
        return s->inject[take_below(&c->bytes, (uint64_t)s->inject_count)].id;
    if (kind == 5 && s->prompt_count > 0)
        return s->prompts[take_below(&c->bytes, (uint64_t)s->prompt_count)].id;
    return str_of(others[take_below(&c->bytes, sizeof others / sizeof others[0])]);
}

static int32_t *number_at(struct wire_message *m, const struct field *field)
{
    return (int32_t *)(void *)((char *)m + field->offset);
}

static int count_names(const td_str *names)
{
    int count = 0;
    while (names[count].ptr)
        count++;
    return count;
}

/* A reason that can be found again in a view that should not have it. */
static void draw_text(struct wire_message *m, int member, int32_t max)
{
    int len = snprintf(m->text, sizeof m->text, "zebra%d says", member);
    m->text_len = len < max ? len : max;
    m->text[m->text_len] = '\0';
}

static void draw_field(struct crowd *c, const struct field *field, int member, struct wire_message *m)
{
    switch (field->type) {
    case FIELD_ID: put((char *)m + field->offset, draw_id(c)); break;
    case FIELD_IDS:
        m->id_count = (int32_t)take_below(&c->bytes, 3);
        for (int i = 0; i < m->id_count; i++)
            put(m->ids[i], draw_id(c));
        break;
    case FIELD_TEXT: draw_text(m, member, field->low); break;
    case FIELD_LONG: m->after = (int64_t)take_below(&c->bytes, 60000); break;
    case FIELD_INT:
        *number_at(m, field) = field->high - field->low > 1000 && take_below(&c->bytes, 4) > 0
                                   ? take_between(&c->bytes, field->low, field->low + 40)
                                   : take_between(&c->bytes, field->low, field->high);
        break;
    case FIELD_BOOL: *number_at(m, field) = (int32_t)take_below(&c->bytes, 2); break;
    case FIELD_NAME: *number_at(m, field) = (int32_t)take_below(&c->bytes, (uint64_t)count_names(field->names)); break;
    case FIELD_SET:
        *number_at(m, field) = (int32_t)take_below(&c->bytes, UINT64_C(1) << count_names(field->names));
        break;
    case FIELD_END: break;
    }
}

static struct wire_message draw_message(struct crowd *c, int member)
{
    static const enum wire_do often[] = {DO_choose, DO_vote, DO_choose, DO_play,
                                         DO_seen,   DO_vote, DO_rewind, DO_reveal};
    enum wire_do what = take_below(&c->bytes, 3) == 0 ? often[take_below(&c->bytes, sizeof often / sizeof often[0])]
                                                      : (enum wire_do)take_below(&c->bytes, DO_COUNT);
    struct wire_message m = wire_message_empty(what);
    for (const struct field *field = message_fields(what); field->key; field++)
        if (field->required || take_below(&c->bytes, 2) == 0)
            draw_field(c, field, member, &m);
    return m;
}

/* --- looking ------------------------------------------------------------------------------------------------------ */

static bool is_json(const char *text)
{
    struct arena arena;
    struct diags diags;
    arena_init(&arena, &stage_memory);
    diags_init(&diags, &arena);
    struct json_doc *doc =
        json_open(&stage_memory, TD_STR("view"), str_of(text), (struct json_limits){1 << 20, 100000}, &diags);
    bool good = doc != NULL;
    json_close(doc);
    arena_finish(&arena);
    return good;
}

static void look_for_leaks(struct crowd *c, int member, const char *view)
{
    const struct wire_room *room = c->hall.room;
    unsigned roles = member == WIRE_PROJECTOR ? 0 : room_roles(room, member);
    bool boss = roles & WIRE_ROLE(instructor), feels = roles & WIRE_ROLE(role_player);
    bool meter = strstr(view, "\"meters\":{") != NULL;
    if (strstr(view, pin))
        broken(c, "a PIN is in nobody's view", view);
    for (int i = 0; i < room_members(room); i++)
        if (!room_is_gone(room, i) && strstr(view, room_token(room, i).ptr))
            broken(c, "a token is in nobody's view", view);
    if (meter && !boss && !feels && room_session(room, 0)->setup.mode == MODE_assessment)
        broken(c, "in assessment only who plays the person or leads sees the meter", view);
    if (strstr(view, "\"deck\"") && !boss)
        broken(c, "the deck is the instructor's", view);
    if (strstr(view, "\"counts\"") && !boss && !strstr(view, "\"state\":\"revealed\""))
        broken(c, "counts are shown when the vote is", view);
    if (strstr(view, "\"minority\"") && !boss && !strstr(view, "\"state\":\"revealed\""))
        broken(c, "reasons are shown when the vote is", view);
    if (strstr(view, "\"lines\":[") &&
        !(roles & (WIRE_ROLE(primary) | WIRE_ROLE(coach) | WIRE_ROLE(voter) | WIRE_ROLE(instructor))))
        broken(c, "lines are for those who choose, vote or coach", view);
    if (strstr(view, "\"act\":") && !(roles & (WIRE_ROLE(coach) | WIRE_ROLE(instructor))) &&
        !strstr(view, "\"debrief\"") && room_session(room, 0)->setup.mode != MODE_guided)
        broken(c, "the technique of a line is hidden", view);
}

static void look_at(struct crowd *c, int member)
{
    const char *view = hall_view(&c->hall, member);
    if (!is_json(view))
        broken(c, "a view is JSON", view);
    look_for_leaks(c, member, view);
}

/* Of a team everybody has the same. */
static void compare_hashes(struct crowd *c)
{
    const struct wire_room *room = c->hall.room;
    for (int i = 0; i < room_members(room); i++) {
        if (room_is_gone(room, i))
            continue;
        const char *view = hall_view(&c->hall, i), *team = strstr(view, "\"team\":");
        char wanted[32];
        snprintf(wanted, sizeof wanted, "\"hash\":\"%016llx\"",
                 (unsigned long long)room_public_hash(room, team ? team[7] - '0' : 0));
        if (!strstr(view, wanted))
            broken(c, "every seat of a team has the same public hash", view);
    }
}

static void compare_rooms(struct crowd *c, struct wire_room *again)
{
    struct wire_room *room = c->hall.room;
    for (int i = 0; i < room_members(room); i++) {
        room_here(room, c->hall.now, i, true);
        room_here(again, c->hall.now, i, true);
    }
    struct writer nothing;
    writer_init(&nothing, &c->hall.arena);
    for (int member = WIRE_PROJECTOR; member < room_members(room); member++) {
        const char *before = hall_view(&c->hall, member);
        c->hall.room = again;
        const char *after = hall_view(&c->hall, member);
        c->hall.room = room;
        if (strcmp(before, after) != 0)
            broken(c, "a room read again shows the same", after);
    }
    for (int team = 0; team < room_teams(room); team++) {
        const char *before = hall_journal(&c->hall, team);
        c->hall.room = again;
        if (strcmp(before, hall_journal(&c->hall, team)) != 0)
            broken(c, "a room read again has the same journals", before);
        c->hall.room = room;
    }
}

static void read_again(struct crowd *c)
{
    struct wire_restored report;
    hall_wait(&c->hall, 0); /* what is due now happens first */
    struct wire_room *again = hall_again(&c->hall, SIZE_MAX, &report);
    char detail[64];
    snprintf(detail, sizeof detail, "status %d at line %d", (int)report.status, report.line);
    if (!again) {
        broken(c, "a room's log can be read again", detail);
        return;
    }
    /* Time that passed since the last line is told to both. */
    struct writer more;
    writer_init(&more, &c->hall.arena);
    room_tick(again, room_time(c->hall.room), &more);
    if (more.len == 0)
        compare_rooms(c, again);
    else
        broken(c, "what was due is in the log already", writer_str(&more).ptr);
    room_destroy(again);
}

static void replay(struct crowd *c, int team)
{
    struct diags diags;
    td_journal *journal = NULL;
    diags_init(&diags, &c->hall.arena);
    td_status status = journal_read(&stage_memory, TD_STR("x"), str_of(hall_journal(&c->hall, team)), &diags, &journal);
    if (status != TD_OK || journal->damaged_line || diags.count) {
        broken(c, "a team's journal is an ordinary play", hall_journal(&c->hall, team));
        journal_destroy(journal);
        return;
    }
    for (int attempt = 1; attempt <= journal->attempt_count; attempt++) {
        td_session *session = session_create(&stage_memory, stage_mini(), &model_built_in, &journal->header.setup);
        if (journal_replay(journal, attempt, true, session).status != TD_OK)
            broken(c, "a team's journal can be verified", "");
        session_destroy(session);
    }
    journal_destroy(journal);
}

/* --- one step ------------------------------------------------------------------------------------------------------------ */

static void say(struct crowd *c, int member, td_str bytes)
{
    struct hall *h = &c->hall;
    struct writer reply;
    size_t written = h->log.len;
    uint64_t hash[WIRE_TEAMS] = {0};
    for (int team = 0; team < room_teams(h->room); team++)
        hash[team] = session_hash(room_session(h->room, team));
    writer_init(&reply, &h->arena);
    bool done = room_say(h->room, h->now, member, bytes, &h->log, &reply);
    if (done != (strstr(reply.ptr, "\"ok\":true") != NULL))
        broken(c, "a reply says whether it was done", reply.ptr);
    if (done == (h->log.len == written))
        broken(c, "what is done is written, what is refused is not", bytes.ptr);
    for (int team = 0; team < room_teams(h->room) && !done; team++)
        if (session_hash(room_session(h->room, team)) != hash[team])
            broken(c, "a refused message changes nothing", bytes.ptr);
}

static int draw_member(struct crowd *c)
{
    int count = room_members(c->hall.room);
    /* The instructor is number 0 and has most of the keys. */
    return take_below(&c->bytes, 3) == 0 ? 0 : (int)take_below(&c->bytes, (uint64_t)count);
}

static void someone_speaks(struct crowd *c)
{
    int member = draw_member(c);
    struct wire_message m = draw_message(c, member);
    struct writer w;
    if (m.what == DO_finish && take_below(&c->bytes, 4) > 0)
        m = wire_message_empty(DO_next);
    writer_init(&w, &c->hall.arena);
    wire_message_write(&w, &m);
    w_char(&w, '\0');
    say(c, member, (td_str){w.ptr, w.len - 1});
}

static void someone_babbles(struct crowd *c)
{
    char noise[64];
    size_t len = take_below(&c->bytes, sizeof noise - 1);
    for (size_t i = 0; i < len; i++)
        noise[i] = (char)take_byte(&c->bytes);
    noise[len] = '\0';
    say(c, draw_member(c), (td_str){noise, len});
}

static void someone_comes_or_goes(struct crowd *c)
{
    struct hall *h = &c->hall;
    int member = draw_member(c);
    if (take_below(&c->bytes, 2) == 0 && room_members(h->room) < PEOPLE_MAX)
        hall_join(h, "Maria", take_below(&c->bytes, 256));
    else if (!room_is_gone(h->room, member))
        room_here(h->room, h->now, member, take_below(&c->bytes, 2));
}

static void time_goes_by(struct crowd *c)
{
    static const int32_t steps[] = {0, 1, 500, 5000, 20000, 60000, 400000};
    hall_wait(&c->hall, steps[take_below(&c->bytes, sizeof steps / sizeof steps[0])]);
    if (room_due(c->hall.room) < room_time(c->hall.room))
        broken(c, "what is due lies ahead", "");
}

static void check_phase(struct crowd *c)
{
    for (int team = 0; team < room_teams(c->hall.room); team++)
        if (room_phase(c->hall.room) == ROOM_PLAY && room_session(c->hall.room, team)->state->phase == PHASE_BRIEFING)
            broken(c, "in play every team's talk has begun", "");
}

static void one_step(struct crowd *c)
{
    uint32_t kind = take_below(&c->bytes, 16);
    c->hall.now += 250;
    if (kind < 12)
        someone_speaks(c);
    else if (kind < 13)
        someone_babbles(c);
    else if (kind < 14)
        someone_comes_or_goes(c);
    else
        time_goes_by(c);
}

static void open_hall(struct crowd *c)
{
    struct wire_setup setup = hall_setup((enum wire_preset)take_below(&c->bytes, PRESET_COUNT));
    setup.play.mode = (enum mode)take_below(&c->bytes, 3);
    setup.play.seed = take_below(&c->bytes, 1000);
    setup.teams = take_between(&c->bytes, 1, 3);
    setup.human = take_below(&c->bytes, 6) == 0;
    setup.flow = (enum wire_flow)take_below(&c->bytes, 2);
    setup.minutes = (int)take_below(&c->bytes, 90);
    memcpy(setup.pin, pin, sizeof pin);
    hall_open(&c->hall, &setup);
    hall_boss(&c->hall);
    for (uint32_t i = take_below(&c->bytes, 7); i > 0; i--)
        hall_join(&c->hall, "Ann", 0);
    hall_say(&c->hall, 0, "'do':'start'");
    hall_say(&c->hall, 0, "'do':'next'");
}

struct hall_fault hall_laws_broken(const uint8_t *data, size_t size)
{
    struct crowd c = {.bytes = bytes_from(data, size)};
    open_hall(&c);
    for (c.step = 0; c.step < STEPS_MAX && c.bytes.len > 0 && !c.fault.law; c.step++) {
        one_step(&c);
        check_phase(&c);
        if (c.step % LOOK_EVERY == 0)
            look_at(&c, (int)take_below(&c.bytes, (uint64_t)room_members(c.hall.room) + 1) - 1);
        if (c.step % AGAIN_EVERY == AGAIN_EVERY - 1)
            read_again(&c);
    }
    for (int member = WIRE_PROJECTOR; member < room_members(c.hall.room) && !c.fault.law; member++)
        look_at(&c, member);
    if (!c.fault.law) {
        compare_hashes(&c);
        read_again(&c);
    }
    for (int team = 0; team < room_teams(c.hall.room) && !c.fault.law; team++)
        replay(&c, team);
    hall_close(&c.hall);
    return c.fault;
}
