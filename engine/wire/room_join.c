/* room_join.c - who comes, as whom, and who goes: seats are given by hand, by choice, by lot or in turn. */
#include "room_parts.h"

#include "rng.h"

#define SINGLE_ROLES (WIRE_ROLE(primary) | WIRE_ROLE(coach) | WIRE_ROLE(leader) | WIRE_ROLE(role_player))

uint32_t room_draw(struct wire_room *room, uint32_t below)
{
    return rng_pick(room->key, (uint64_t)room->draws++, below);
}

/* --- which role ------------------------------------------------------------------------------------ */

/* The roles that a preset fills one after the other; whoever comes later is the last of them. */
static const enum seat order[PRESET_COUNT][6] = {
    [PRESET_back_to_back] = {SEAT_role_player, SEAT_primary, SEAT_observer, SEAT_COUNT},
    [PRESET_team_table] = {SEAT_primary, SEAT_coach, SEAT_board, SEAT_leader, SEAT_observer, SEAT_COUNT},
    [PRESET_fishbowl] = {SEAT_primary, SEAT_coach, SEAT_board, SEAT_leader, SEAT_observer, SEAT_COUNT},
    [PRESET_class_vote] = {SEAT_voter, SEAT_COUNT},
    [PRESET_several_teams] = {SEAT_primary, SEAT_coach, SEAT_board, SEAT_leader, SEAT_observer, SEAT_COUNT},
};

static unsigned open_role(const struct wire_room *room, int team)
{
    const enum seat *seat = order[room->setup.preset];
    while (seat[1] != SEAT_COUNT && role_holder(room, team, *seat) != NONE)
        seat++;
    return 1u << *seat;
}

/* What somebody asked for, as far as it is to be had. */
static unsigned choose_roles(const struct wire_room *room, int team, unsigned wants)
{
    unsigned got = 0;
    wants &= ~WIRE_ROLE(instructor);
    for (int seat = 0; seat < SEAT_COUNT; seat++) {
        bool alone = SINGLE_ROLES >> seat & 1;
        if ((wants >> seat & 1) && !(alone && role_holder(room, team, (enum seat)seat) != NONE))
            got |= 1u << seat;
    }
    return got ? got : open_role(room, team);
}

static int team_size(const struct wire_room *room, int team)
{
    int size = 0;
    for (int i = 0; i < room->member_count; i++)
        size += !room->members[i]->gone && room->members[i]->team == team && !has_role(room, i, SEAT_instructor);
    return size;
}

static int smallest_team(const struct wire_room *room)
{
    int best = 0;
    for (int i = 1; i < room->setup.teams; i++)
        if (team_size(room, i) < team_size(room, best))
            best = i;
    return best;
}

/* Observers look at four things; the one that fewest look at is next. */
static int open_watch(const struct wire_room *room, int team)
{
    int looking[WATCH_COUNT] = {0}, best = 0;
    for (int i = 0; i < room->member_count; i++)
        if (!room->members[i]->gone && room->members[i]->team == team && room->members[i]->watch != NONE)
            looking[room->members[i]->watch]++;
    for (int watch = 1; watch < WATCH_COUNT; watch++)
        if (looking[watch] < looking[best])
            best = watch;
    return best;
}

/* Of one kind there is one in a team: who has it now gives it up. */
static void make_room_for(struct wire_room *room, int member, unsigned roles)
{
    for (int i = 0; i < room->member_count; i++)
        if (i != member && room->members[i]->team == room->members[member]->team)
            room->members[i]->roles &= ~(roles & SINGLE_ROLES);
}

void give_roles(struct wire_room *room, int member, unsigned roles)
{
    struct member *m = room_at(room, member);
    make_room_for(room, member, roles);
    m->roles = roles;
    if (!(roles & WIRE_ROLE(voter)))
        m->vote = NONE;
    if (!(roles & WIRE_ROLE(observer)))
        m->watch = NONE;
    else if (m->watch == NONE)
        m->watch = open_watch(room, m->team);
}

/* --- coming ------------------------------------------------------------------------------------------ */

static bool name_taken(const struct wire_room *room, const char *name)
{
    for (int i = 0; i < room->member_count; i++)
        if (!room->members[i]->gone && str_is(str_of(room->members[i]->name), name))
            return true;
    return false;
}

/* Two Marias are Maria and Maria 2. */
static void settle_name(const struct wire_room *room, td_str wanted, char *ret)
{
    enum { ROOM_FOR_NUMBER = 4 };
    size_t len = wire_clean_text(wanted, WIRE_NAME_BYTES - ROOM_FOR_NUMBER, ret);
    for (int number = 2; name_taken(room, ret); number++) {
        char digits[ROOM_FOR_NUMBER];
        int count = 0, rest = number;
        for (; rest > 0; rest /= 10)
            digits[count++] = (char)('0' + rest % 10);
        ret[len] = ' ';
        for (int i = 0; i < count; i++)
            ret[len + 1 + (size_t)i] = digits[count - 1 - i];
        ret[len + 1 + (size_t)count] = '\0';
    }
}

static int find_lang(const struct wire_room *room, td_str lang)
{
    for (int i = 0; i < room->lang_count; i++)
        if (str_eq(words_lang(room->langs[i].words), lang))
            return i;
    return 0;
}

static struct member *add_member(struct wire_room *room)
{
    if (room->member_count == room->member_room) {
        room->member_room = room->member_room ? room->member_room * 2 : 16;
        room->members =
            room->mem->resize(room->mem->context, room->members, sizeof(struct member *) * (size_t)room->member_room);
    }
    struct member *member = room->mem->resize(room->mem->context, NULL, sizeof *member);
    memset(member, 0, sizeof *member);
    member->watch = member->vote = NONE;
    member->serial = 1;
    room->members[room->member_count++] = member;
    return member;
}

static const char *why_not(const struct wire_room *room, const struct wire_join *join)
{
    char name[WIRE_NAME_BYTES + 1];
    if (room->phase == ROOM_CLOSED)
        return WIRE_NOT_THIS_PHASE;
    if (room->member_count == WIRE_MEMBERS)
        return WIRE_ROOM_FULL;
    if (room->locked && !join->instructor)
        return WIRE_LOCKED;
    if (join->team != NONE && (join->team < 0 || join->team >= room->setup.teams))
        return WIRE_NO_SUCH_TEAM;
    return wire_clean_text(join->name, WIRE_NAME_BYTES, name) == 0 ? WIRE_NAME_NEEDED : NULL;
}

const char *join_member(struct wire_room *room, const struct wire_join *join, td_str token, int *ret)
{
    const char *refused = why_not(room, join);
    if (refused)
        return refused;
    char name[WIRE_NAME_BYTES + 1];
    settle_name(room, join->name, name);
    int team = join->team != NONE ? join->team : smallest_team(room), number = room->member_count;
    unsigned roles = join->instructor ? WIRE_ROLE(instructor) : choose_roles(room, team, join->wants);
    struct member *member = add_member(room);
    memcpy(member->name, name, sizeof name);
    memcpy(member->token, token.ptr, token.len < WIRE_TOKEN_BYTES ? token.len : WIRE_TOKEN_BYTES);
    member->lang = find_lang(room, join->lang);
    member->team = join->instructor ? 0 : team;
    give_roles(room, number, roles);
    vote_follow(room, member->team);
    touch_all(room);
    *ret = number;
    return NULL;
}

void member_leaves(struct wire_room *room, int member)
{
    struct member *m = room_at(room, member);
    m->gone = true;
    m->here = false;
    m->roles = 0;
    m->vote = m->watch = NONE;
    memset(m->token, 0, sizeof m->token);
    touch_all(room);
}

/* --- by hand, by lot, in turn --------------------------------------------------------------------------- */

const char *do_role(struct wire_room *room, int member, const struct wire_message *m)
{
    (void)member;
    if (room_is_gone(room, m->seat))
        return WIRE_NO_SUCH_SEAT;
    if (m->team != NONE && m->team >= room->setup.teams)
        return WIRE_NO_SUCH_TEAM;
    struct member *who = room_at(room, m->seat);
    /* The instructor's own seat cannot be given or taken here: it hangs on the PIN. */
    bool boss = who->roles & WIRE_ROLE(instructor);
    if (m->roles != NONE && !boss && (m->roles & (int)WIRE_ROLE(instructor)))
        return REFUSED_NOT_YOUR_RIGHT;
    if (m->team != NONE)
        who->team = m->team;
    if (m->roles != NONE)
        give_roles(room, m->seat, (unsigned)m->roles | (boss ? WIRE_ROLE(instructor) : 0));
    if (m->kind != NONE && (who->roles & WIRE_ROLE(observer)))
        who->watch = m->kind;
    if (m->assistant != NONE)
        who->assistant = m->assistant;
    vote_follow(room, who->team);
    touch_all(room);
    return NULL;
}

/* The people of a team in the order of their numbers, without instructors. */
static int list_team(const struct wire_room *room, int team, int ret[WIRE_MEMBERS])
{
    int count = 0;
    for (int i = 0; i < room->member_count; i++)
        if (!room->members[i]->gone && room->members[i]->team == team && !has_role(room, i, SEAT_instructor))
            ret[count++] = i;
    return count;
}

static void hand_out(struct wire_room *room, const int *people, const unsigned *roles, const int *watches, int count)
{
    for (int i = 0; i < count; i++) {
        struct member *m = room_at(room, people[i]);
        m->roles = roles[i];
        m->watch = watches[i];
        if (!(roles[i] & WIRE_ROLE(voter)))
            m->vote = NONE;
    }
}

/* Everybody takes the roles of the one before them. */
void roles_rotate(struct wire_room *room, int team)
{
    int people[WIRE_MEMBERS], watches[WIRE_MEMBERS];
    unsigned roles[WIRE_MEMBERS];
    int count = list_team(room, team, people);
    for (int i = 0; i < count; i++) {
        const struct member *before = room_at(room, people[(i + count - 1) % count]);
        roles[i] = before->roles;
        watches[i] = before->watch;
    }
    hand_out(room, people, roles, watches, count);
}

static void roles_shuffle(struct wire_room *room, int team)
{
    int people[WIRE_MEMBERS], watches[WIRE_MEMBERS];
    unsigned roles[WIRE_MEMBERS];
    int count = list_team(room, team, people);
    for (int i = 0; i < count; i++) {
        roles[i] = room_at(room, people[i])->roles;
        watches[i] = room_at(room, people[i])->watch;
    }
    for (int last = count - 1; last > 0; last--) {
        int at = (int)room_draw(room, (uint32_t)last + 1), other = people[last];
        people[last] = people[at];
        people[at] = other;
    }
    hand_out(room, people, roles, watches, count);
}

const char *do_assign(struct wire_room *room, int member, const struct wire_message *m)
{
    (void)member;
    for (int team = 0; team < room->setup.teams; team++) {
        if (m->kind == HOW_rotate)
            roles_rotate(room, team);
        else
            roles_shuffle(room, team);
    }
    touch_all(room);
    return NULL;
}
