/* room.c - a room's life and its memory: made, freed, asked who is there, and told who has to look again. */
#include "room_parts.h"

#define X(name, code) const char WIRE_##name[] = code;
TD_WIRE_REASONS(X)
#undef X

#define NAMED(text)            \
    {                          \
        text, sizeof(text) - 1 \
    }
const td_str wire_preset_names[] = {NAMED("back-to-back"), NAMED("team-table"),    NAMED("fishbowl"),
                                    NAMED("class-vote"),   NAMED("several-teams"), {NULL, 0}};

enum { NOISE_IN_PLAY = 80, VOTE_SECONDS = 20 };

static void *get(const struct wire_room *room, void *block, size_t size)
{
    return room->mem->resize(room->mem->context, block, size);
}

void pile_add(const td_allocator *mem, struct pile *pile, td_str text)
{
    if (text.len > pile->size - pile->len) {
        size_t size = pile->size ? pile->size : 1024;
        while (size - pile->len < text.len)
            size *= 2;
        pile->ptr = mem->resize(mem->context, pile->ptr, size);
        pile->size = size;
    }
    if (text.len > 0)
        memcpy(pile->ptr + pile->len, text.ptr, text.len);
    pile->len += text.len;
}

/* --- made and freed ---------------------------------------------------------------------------- */

static void keep_setup(struct wire_room *room, const struct wire_setup *setup)
{
    td_str preset = wire_preset_names[setup->preset];
    room->setup = *setup;
    memset(room->setup.play.preset, 0, sizeof room->setup.play.preset);
    memcpy(room->setup.play.preset, preset.ptr, preset.len);
    if (setup->preset != PRESET_several_teams || setup->teams < 1)
        room->setup.teams = 1;
    room->setup.teams = clamp32(room->setup.teams, 1, WIRE_TEAMS);
    if (setup->vote_seconds == 0)
        room->setup.vote_seconds = VOTE_SECONDS;
    room->setup.vote_seconds = clamp32(room->setup.vote_seconds, VOTE_SECONDS_MIN, VOTE_SECONDS_MAX);
}

static void make_teams(struct wire_room *room)
{
    struct journal_header header =
        journal_header_for(room->scenario, room->langs[0].texts, room->model, &room->setup.play);
    struct arena arena;
    struct writer w;
    arena_init(&arena, room->mem);
    writer_init(&w, &arena);
    journal_write_header(&w, &header);
    for (int i = 0; i < room->setup.teams; i++) {
        struct team *team = &room->teams[i];
        *team = (struct team){.timeouts = TIMEOUTS,
                              .brainstorms = BRAINSTORMS,
                              .hint = NONE,
                              .said = SAID_NOTHING,
                              .back = NONE,
                              .was = NONE,
                              .typed = NONE,
                              .frozen_ends = INT64_MAX};
        team->play = play_create(room->mem, room->scenario, room->model, &header);
        team->shown = play_session(team->play)->state->happened;
        pile_add(room->mem, &team->journal, writer_str(&w));
    }
    arena_finish(&arena);
}

struct wire_room *room_new(const td_allocator *mem, const td_scenario *scenario, const struct model *model,
                           const struct wire_lang *langs, int lang_count, const struct wire_setup *setup)
{
    struct wire_room *room = mem->resize(mem->context, NULL, sizeof *room);
    memset(room, 0, sizeof *room);
    room->mem = mem;
    room->scenario = scenario;
    room->model = model;
    room->lang_count = lang_count < WIRE_LANGS ? lang_count : WIRE_LANGS;
    memcpy(room->langs, langs, sizeof *langs * (size_t)room->lang_count);
    arena_init(&room->arena, mem);
    room->clock.index = NONE;
    room->clock.since = INT64_MIN;
    room->projector_serial = 1;
    keep_setup(room, setup);
    make_teams(room);
    return room;
}

/* Words that are quickly said across a room, and mean no harm; four letters each. */
static const char code_words[][5] = {
    "KEEP", "CALM", "HELP", "TALK", "HEAR", "OPEN", "HOME", "HAND", "ROOM", "TIME", "WARM", "KIND", "SAFE",
    "SLOW", "SOFT", "NEAR", "LAMP", "PATH", "RAIN", "LEAF", "TREE", "BIRD", "LAKE", "HILL", "MOON", "STAR",
    "WAVE", "WIND", "SAND", "SNOW", "FERN", "MOSS", "BOAT", "DOOR", "SEAT", "SHOE", "COAT", "BELL", "BOOK",
    "CARD", "NOTE", "PAGE", "SONG", "TUNE", "BAND", "DRUM", "FARM", "BARN", "MILK", "RICE", "CORN", "PEAR",
    "PLUM", "MINT", "SALT", "CAKE", "BLUE", "GOLD", "ROSE", "LIME", "NINE", "FIVE", "FOUR", "WORD",
};
enum { CODE_WORDS = sizeof code_words / sizeof code_words[0], CODE_NUMBERS = 10000 };

static uint64_t number_from(const uint8_t *bytes)
{
    uint64_t number = 0;
    for (int i = 0; i < 8; i++)
        number = number << 8 | bytes[i];
    return number;
}

static void make_code(struct wire_room *room)
{
    uint64_t chance = number_from(room->setup.entropy);
    uint32_t digits = (uint32_t)(chance / CODE_WORDS % CODE_NUMBERS);
    memcpy(room->code, code_words[chance % CODE_WORDS], 4);
    room->code[4] = '-';
    for (int i = 0; i < 4; i++, digits /= 10)
        room->code[8 - i] = (char)('0' + digits % 10);
    room->key = number_from(room->setup.entropy + 8);
}

struct wire_room *room_create(const td_allocator *mem, const td_scenario *scenario, const struct model *model,
                              const struct wire_lang *langs, int lang_count, const struct wire_setup *setup,
                              struct writer *log)
{
    struct wire_room *room = room_new(mem, scenario, model, langs, lang_count, setup);
    make_code(room);
    size_t before = log->len;
    log_head(room, log);
    room->logged = log->len - before;
    return room;
}

void room_destroy(struct wire_room *room)
{
    if (!room)
        return;
    debrief_close(room);
    for (int i = 0; i < room->setup.teams; i++) {
        play_destroy(room->teams[i].play);
        get(room, room->teams[i].journal.ptr, 0);
    }
    for (int i = 0; i < room->member_count; i++)
        get(room, room->members[i], 0);
    get(room, room->members, 0);
    get(room, room->records, 0);
    arena_finish(&room->arena);
    get(room, room, 0);
}

/* --- who is there ------------------------------------------------------------------------------ */

struct member *room_at(const struct wire_room *room, int member)
{
    return room->members[member];
}

bool has_role(const struct wire_room *room, int member, enum seat seat)
{
    return room_at(room, member)->roles >> seat & 1;
}

int role_holder(const struct wire_room *room, int team, enum seat seat)
{
    for (int i = 0; i < room->member_count; i++)
        if (!room->members[i]->gone && room->members[i]->team == team && has_role(room, i, seat))
            return i;
    return NONE;
}

int room_members(const struct wire_room *room)
{
    return room->member_count;
}

bool room_is_gone(const struct wire_room *room, int member)
{
    return member < 0 || member >= room->member_count || room->members[member]->gone;
}

unsigned room_roles(const struct wire_room *room, int member)
{
    return room_is_gone(room, member) ? 0 : room->members[member]->roles;
}

td_str room_token(const struct wire_room *room, int member)
{
    return str_of(room->members[member]->token);
}

td_str room_code(const struct wire_room *room)
{
    return str_of(room->code);
}

td_str room_pin(const struct wire_room *room)
{
    return str_of(room->setup.pin);
}

enum wire_phase room_phase(const struct wire_room *room)
{
    return room->phase;
}

int room_teams(const struct wire_room *room)
{
    return room->setup.teams;
}

int64_t room_time(const struct wire_room *room)
{
    return room->now;
}

const td_session *room_session(const struct wire_room *room, int team)
{
    return play_session(room->teams[team].play);
}

uint64_t room_public_hash(const struct wire_room *room, int team)
{
    return session_public_hash(room_session(room, team));
}

void room_journal(const struct wire_room *room, int team, struct writer *w)
{
    const struct pile *journal = &room->teams[team].journal;
    w_str(w, (td_str){journal->ptr, journal->len});
}

/* --- secrets: compared without telling how far they agreed ---------------------------------------- */

static bool same_secret(td_str a, td_str b)
{
    unsigned char differs = a.len != b.len;
    for (size_t i = 0; i < a.len && i < b.len; i++)
        differs |= (unsigned char)(a.ptr[i] ^ b.ptr[i]);
    return differs == 0;
}

bool room_code_is(const struct wire_room *room, td_str typed)
{
    char code[WIRE_CODE_BYTES];
    size_t len = 0;
    for (size_t i = 0; i < typed.len && len < sizeof code; i++) {
        char c = typed.ptr[i];
        if (c == ' ' || c == '-')
            continue;
        if (len == 4)
            code[len++] = '-';
        code[len++] = c >= 'a' && c <= 'z' ? (char)(c - 'a' + 'A') : c;
    }
    return same_secret((td_str){code, len}, room_code(room));
}

bool room_pin_is(const struct wire_room *room, td_str typed)
{
    return same_secret(typed, str_of(room->setup.pin));
}

int room_find(const struct wire_room *room, td_str token)
{
    int found = NONE;
    for (int i = 0; i < room->member_count; i++)
        if (!room->members[i]->gone && same_secret(token, room_token(room, i)))
            found = i;
    return found;
}

/* --- who has to look again ------------------------------------------------------------------------ */

void touch_member(struct wire_room *room, int member)
{
    if (member != NONE)
        room->members[member]->serial++;
}

void touch_console(struct wire_room *room)
{
    room->projector_serial++;
    for (int i = 0; i < room->member_count; i++)
        if (has_role(room, i, SEAT_instructor))
            touch_member(room, i);
}

void touch_team(struct wire_room *room, int team)
{
    room->projector_serial++;
    for (int i = 0; i < room->member_count; i++)
        if (room->members[i]->team == team || has_role(room, i, SEAT_instructor))
            touch_member(room, i);
}

void touch_all(struct wire_room *room)
{
    room->projector_serial++;
    for (int i = 0; i < room->member_count; i++)
        touch_member(room, i);
}

uint32_t room_serial(const struct wire_room *room, int member)
{
    return member == WIRE_PROJECTOR ? room->projector_serial : room->members[member]->serial;
}

/* --- records ---------------------------------------------------------------------------------------- */

struct record *room_record(struct wire_room *room, enum record_kind kind, int team, int member, td_str text)
{
    if (room->record_count == room->record_room) {
        room->record_room = room->record_room ? room->record_room * 2 : 64;
        room->records = get(room, room->records, sizeof *room->records * (size_t)room->record_room);
    }
    struct record *record = &room->records[room->record_count++];
    *record = (struct record){.kind = kind,
                              .team = team,
                              .member = member,
                              .number = play_count(room->teams[team].play),
                              .attempt = play_attempt(room->teams[team].play),
                              .story_ms = room_session(room, team)->state->story_ms,
                              .at = room->now,
                              .value = NONE,
                              .match = NONE,
                              .text = arena_copy(&room->arena, text)};
    return record;
}
