/* message.c - the table of messages, and the values that every field may have.
 * A row is read from left to right by reader and writer alike: what is not in it is not in the message. */
#include "message_shape.h"

#define NAMED(text)            \
    {                          \
        text, sizeof(text) - 1 \
    }
#define X(name) NAMED(#name),
const td_str watch_names[] = {TD_WATCHES(X){NULL, 0}};
const td_str sheet_item_names[] = {TD_SHEET_ITEMS(X){NULL, 0}};
const td_str typed_effect_names[] = {TD_TYPED_EFFECTS(X){NULL, 0}};
static const td_str do_names[] = {TD_MESSAGES(X){NULL, 0}};
#undef X
const td_str wire_page_names[] = {NAMED("settle"),   NAMED("self"),      NAMED("beside"),  NAMED("board"),
                                  NAMED("timeline"), NAMED("questions"), NAMED("what-if"), NAMED("keep"),
                                  NAMED("close"),    {NULL, 0}};
const td_str wire_how_names[] = {
    NAMED("random"), NAMED("rotate"), NAMED("run-through"), NAMED("stop-and-discuss"), {NULL, 0}};
const td_str hand_over_names[] = {NAMED("name"),     NAMED("hooks"), NAMED("triggers"),
                                  NAMED("promises"), NAMED("risk"),  {NULL, 0}};
/* In the order of enum seat. */
const td_str wire_role_names[] = {NAMED("primary"), NAMED("coach"),      NAMED("board"),
                                  NAMED("leader"),  NAMED("observer"),   NAMED("role-player"),
                                  NAMED("voter"),   NAMED("instructor"), {NULL, 0}};

/* clang-format off */
#define AT(member) offsetof(struct wire_message, member)
#define MUST true
#define MAY false
#define ID(key, must) {key, FIELD_ID, AT(id), 1, LIMIT_ID_BYTES, NULL, must}
#define IDS(key, least, must) {key, FIELD_IDS, AT(ids), least, WIRE_IDS, NULL, must}
#define TEXT(key, bytes, words, must) {key, FIELD_TEXT, AT(text), bytes, words, NULL, must}
#define NUM(key, member, low, high, must) {key, FIELD_INT, AT(member), low, high, NULL, must}
#define YES(key, member, must) {key, FIELD_BOOL, AT(member), 0, 1, NULL, must}
#define NAME(key, names, must) {key, FIELD_NAME, AT(kind), 0, 0, names, must}
#define SETS(key, member, names, must) {key, FIELD_SET, AT(member), 0, 0, names, must}
#define AFTER {"after", FIELD_LONG, AT(after), 0, 0, NULL, MAY}
#define DIST NUM("dist", dist, DIST_MIN, DIST_MAX, MAY)
#define TONE NUM("tone", tone, -1, 1, MAY)
#define TEAM NUM("team", team, 0, WIRE_TEAMS - 1, MAY)
#define SEAT(must) NUM("seat", seat, 0, WIRE_MEMBERS - 1, must)
#define ENTRY(must) NUM("entry", entry, 1, ENTRY_MAX, must)
#define FIELDS(...) (const struct field[]){__VA_ARGS__, {0}}
#define NOTHING (const struct field[]){{0}}
#define PRIMARY WIRE_ROLE(primary)
#define BOSS WIRE_ROLE(instructor)
#define WATCHERS (WIRE_ROLE(observer) | WIRE_ROLE(instructor) | WIRE_ROLE(role_player))

static const struct shape_of_message {
    const struct field *fields;
    unsigned roles;
} shapes[DO_COUNT] = {
    [DO_choose] = {FIELDS(ID("choice", MUST), TONE, NUM("pace", pace, -1, 1, MAY), DIST, AFTER), PRIMARY},
    [DO_pause] = {FIELDS(NUM("ms", number, PAUSE_MS_MIN, PAUSE_MS_MAX, MAY), DIST, AFTER), PRIMARY},
    [DO_wait] = {FIELDS(NUM("ms", number, 1, WAIT_MS_MAX, MUST)), PRIMARY},
    [DO_observe] = {NOTHING, PRIMARY},
    [DO_help] = {FIELDS(NAME("kind", help_kind_names, MUST), YES("threat", threat, MAY), AFTER), PRIMARY},
    [DO_move] = {FIELDS(NAME("kind", scene_kind_names, MUST)), PRIMARY},
    [DO_handover] = {FIELDS(SETS("items", items, hand_over_names, MUST)), PRIMARY | WIRE_ROLE(leader)},
    [DO_withdraw] = {NOTHING, PRIMARY},
    [DO_assess] = {FIELDS(ID("prompt", MUST), NUM("value", number, 0, 100, MAY), IDS("ids", 0, MAY),
                          NUM("sure", sure, 0, 100, MAY), AFTER), PRIMARY},
    [DO_pick] = {FIELDS(IDS("ids", 1, MUST)), PRIMARY},
    [DO_timeout] = {NOTHING, PRIMARY},
    [DO_used] = {FIELDS(YES("yes", on, MUST)), PRIMARY},
    [DO_rate] = {FIELDS(ID("item", MUST), NUM("score", number, 0, 100, MUST)), PRIMARY},
    [DO_feel] = {FIELDS(NUM("score", number, 0, 10, MUST)), WIRE_ANYBODY},
    [DO_vote] = {FIELDS(ID("choice", MUST), TEXT("reason", 80, 8, MAY)), WIRE_ROLE(voter)},
    [DO_hint] = {FIELDS(ID("technique", MAY), TEXT("text", 120, 12, MAY)), WIRE_ROLE(coach)},
    [DO_board] = {FIELDS(NAME("kind", fact_kind_names, MUST), TEXT("text", 160, 0, MUST)), WIRE_ROLE(board)},
    [DO_unboard] = {FIELDS(ENTRY(MUST)), WIRE_ROLE(board) | BOSS},
    [DO_brainstorm] = {NOTHING, WIRE_ROLE(leader)},
    [DO_tag] = {FIELDS(SEAT(MUST), SETS("items", items, hand_over_names, MAY)), WIRE_ROLE(leader) | BOSS},
    [DO_seen] = {FIELDS(ID("technique", MUST)), WATCHERS},
    [DO_undo] = {NOTHING, WATCHERS},
    [DO_sheet] = {FIELDS(NAME("item", sheet_item_names, MUST), NUM("score", number, 1, 5, MUST),
                         TEXT("text", 240, 0, MAY)), WIRE_ROLE(observer) | BOSS},
    [DO_heard] = {FIELDS(ID("technique", MUST), NUM("q", q, 0, 1000, MAY), TONE), WATCHERS},
    [DO_told] = {FIELDS(ID("fact", MUST), YES("on", on, MAY)), WATCHERS},
    [DO_note] = {FIELDS(TEXT("text", 240, 0, MUST)), WIRE_ANYBODY},
    [DO_keep] = {FIELDS(TEXT("text", 120, 0, MUST)), WIRE_ANYBODY},
    [DO_change] = {FIELDS(TEXT("text", 120, 0, MUST)), WIRE_ANYBODY},
    [DO_stop] = {NOTHING, WIRE_ANYBODY},
    [DO_leave] = {NOTHING, WIRE_ANYBODY},
    [DO_lang] = {FIELDS(ID("id", MUST)), WIRE_ANYBODY},
    [DO_start] = {NOTHING, BOSS},
    [DO_next] = {NOTHING, BOSS},
    [DO_freeze] = {FIELDS(TEAM), BOSS},
    [DO_resume] = {FIELDS(TEAM), BOSS},
    [DO_flag] = {FIELDS(ENTRY(MAY), TEXT("text", 60, 0, MAY), TEAM), BOSS},
    [DO_inject] = {FIELDS(ID("card", MAY), TEXT("text", 240, 0, MAY), NAME("effect", typed_effect_names, MAY), TEAM),
                   BOSS},
    [DO_rewind] = {FIELDS(NUM("to", number, 1, 20000, MAY), NUM("back", back, 1, 200, MAY), TEAM), BOSS},
    [DO_override] = {FIELDS(ID("choice", MUST), TEAM), BOSS},
    [DO_open] = {FIELDS(TEAM), BOSS},
    [DO_close] = {FIELDS(TEAM), BOSS},
    [DO_reveal] = {FIELDS(TEAM), BOSS},
    [DO_play] = {FIELDS(ID("choice", MAY), TEAM), BOSS},
    [DO_decide] = {FIELDS(TEAM), BOSS},
    [DO_discuss] = {FIELDS(TEAM), BOSS},
    [DO_meter] = {FIELDS(YES("on", on, MUST)), BOSS},
    [DO_role] = {FIELDS(SEAT(MUST), SETS("roles", roles, wire_role_names, MAY), NAME("observer", watch_names, MAY),
                        TEAM, YES("assistant", assistant, MAY)), BOSS},
    [DO_assign] = {FIELDS(NAME("how", wire_how_names, MUST)), BOSS},
    [DO_lock] = {FIELDS(YES("on", on, MUST)), BOSS},
    [DO_remove] = {FIELDS(SEAT(MUST)), BOSS},
    [DO_extend] = {FIELDS(NUM("minutes", number, 1, 30, MUST), YES("anyway", anyway, MAY)), BOSS},
    [DO_flow] = {FIELDS(NAME("how", wire_how_names, MUST)), BOSS},
    [DO_votetime] = {FIELDS(NUM("seconds", number, 15, 30, MUST)), BOSS},
    [DO_reading] = {FIELDS(NUM("seconds", number, 0, READING_SECONDS_MAX, MUST)), BOSS},
    [DO_look] = {FIELDS(NUM("team", team, 0, WIRE_TEAMS - 1, MUST)), BOSS},
    [DO_end] = {FIELDS(TEAM), BOSS},
    [DO_show] = {FIELDS(NAME("page", wire_page_names, MUST), YES("anyway", anyway, MAY)), BOSS},
    [DO_match] = {FIELDS(ENTRY(MUST), ID("fact", MUST), TEAM), BOSS},
    [DO_again] = {NOTHING, BOSS},
    [DO_finish] = {NOTHING, BOSS},
};
/* clang-format on */

const struct field *message_fields(enum wire_do what)
{
    return shapes[what].fields;
}

td_str wire_do_name(enum wire_do what)
{
    return do_names[what];
}

bool message_find(td_str name, enum wire_do *ret)
{
    int found = name_find(do_names, name);
    if (found != NONE)
        *ret = (enum wire_do)found;
    return found != NONE;
}

unsigned wire_do_roles(enum wire_do what)
{
    return shapes[what].roles;
}

struct wire_message wire_message_empty(enum wire_do what)
{
    return (struct wire_message){.what = what,
                                 .n = NONE,
                                 .id_count = NONE,
                                 .number = NONE,
                                 .back = NONE,
                                 .sure = NONE,
                                 .q = NONE,
                                 .dist = NONE,
                                 .kind = NONE,
                                 .items = NONE,
                                 .roles = NONE,
                                 .seat = NONE,
                                 .team = NONE,
                                 .entry = NONE,
                                 .on = NONE,
                                 .threat = NONE,
                                 .assistant = NONE,
                                 .anyway = NONE,
                                 .after = NONE};
}

/* Some messages say one thing of two. */
bool message_is_whole(const struct wire_message *m)
{
    bool has_id = *m->id != '\0', has_text = m->text_len > 0, has_number = m->number != NONE;
    if (m->what == DO_hint)
        return has_id != has_text;
    if (m->what == DO_inject)
        return has_id ? !has_text && m->kind == NONE : has_text && m->kind != NONE;
    if (m->what == DO_rewind)
        return has_number == (m->back == NONE);
    if (m->what == DO_assess)
        return has_number == (m->id_count == NONE);
    if (m->what == DO_assign)
        return m->kind == HOW_random || m->kind == HOW_rotate;
    return m->what != DO_flow || m->kind == HOW_run_through || m->kind == HOW_stop_and_discuss;
}

/* --- words of people ----------------------------------------------------------------------------- */

/* Control characters, and those that turn the direction of what follows: a name must not be able to
 * rewrite the line it stands in. */
static bool is_harmful(uint32_t code)
{
    return code < 0x20 || (code >= 0x7F && code < 0xA0) || code == 0x2028 || code == 0x2029 || code == 0xFEFF ||
           (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069) || code == 0x200E ||
           code == 0x200F || code == 0x200B || code == 0xFFFD;
}

static bool is_blank(uint32_t code)
{
    return code == ' ' || code == 0xA0 || code == '\t' || code == '\n' || code == '\r';
}

size_t wire_clean_text(td_str text, size_t max, char *ret)
{
    size_t len = 0;
    bool blank = false;
    while (text.len > 0) {
        uint32_t code = utf8_next(&text);
        char bytes[4];
        if (is_blank(code)) {
            blank = len > 0;
            continue;
        }
        if (is_harmful(code))
            continue;
        size_t size = utf8_put(bytes, code);
        if (len + (blank ? 1 : 0) + size > max)
            break;
        if (blank)
            ret[len++] = ' ';
        blank = false;
        memcpy(ret + len, bytes, size);
        len += size;
    }
    ret[len] = '\0';
    return len;
}

int wire_count_words(td_str text)
{
    int count = 0;
    bool inside = false;
    for (size_t i = 0; i < text.len; i++) {
        count += !inside && text.ptr[i] != ' ';
        inside = text.ptr[i] != ' ';
    }
    return count;
}
