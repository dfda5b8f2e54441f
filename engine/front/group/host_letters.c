/* host_letters.c - what comes in, and what it does to the room.
 * Guesses at the code and the PIN are counted by address; a token works where its owner is, and nobody counts those
 * of a room that is over: a class behind one address still has them in its browsers. */
#include "host_parts.h"

#include "clock.h"
#include "memory.h"
#include <sys/random.h>

enum { PINS_WRONG_MOST = 40 };
static const char LOCKED_OUT[] = "locked-out";

int64_t host_now(const struct host *host)
{
    return clock_ms() - host->base;
}

bool host_is_instructor(const struct host *host, int member)
{
    return member >= 0 && (room_roles(host->room, member) & WIRE_ROLE(instructor)) != 0;
}

bool host_knows(struct host *host, int member, struct address from)
{
    struct guest *guest = &host->guests[member];
    const bool here = guest->lines > 0 || (guest->polled != 0 && clock_ms() - guest->polled < HOST_POLL_MS);
    if (guest->bound && (here || host_is_instructor(host, member)) && !address_same(guest->from, from))
        return false;
    guest->bound = true;
    guest->from = from;
    return true;
}

void host_here(struct host *host, int member)
{
    struct guest *guest = &host->guests[member];
    const bool here = guest->lines > 0 || (guest->polled != 0 && clock_ms() - guest->polled < HOST_POLL_MS);
    if (here != guest->here && !room_is_gone(host->room, member))
        room_here(host->room, host_now(host), member, here);
    guest->here = here;
}

/* --- guesses ---------------------------------------------------------------------------------------------- */

static bool guess(struct door *door, struct address from, bool right)
{
    door_guessed(door, from, clock_ms(), right);
    return right;
}

/* NULL: the code is right. */
static const char *try_code(struct host *host, struct address from, td_str code)
{
    if (door_locked(&host->codes, from, clock_ms()) > 0)
        return LOCKED_OUT;
    return guess(&host->codes, from, room_code_is(host->room, code)) ? NULL : WIRE_WRONG_CODE;
}

/* Many addresses that guess together are stopped too; at the machine itself one may always try. */
static const char *try_pin(struct host *host, struct address from, td_str pin)
{
    const bool many = host->pins_wrong >= PINS_WRONG_MOST && !address_is_local(from);
    if (door_locked(&host->pins, from, clock_ms()) > 0 || many)
        return LOCKED_OUT;
    if (guess(&host->pins, from, room_pin_is(host->room, pin)))
        return NULL;
    host->pins_wrong++;
    return WIRE_WRONG_PIN;
}

/* 128 bits of chance are no guess: one that nobody has is left from another room.  And whoever has a seat keeps it
 * while somebody behind the same address has to wait for wrong codes. */
static int member_of_token(struct host *host, struct address from, td_str token)
{
    int member = token.len == 0 ? NONE : room_find(host->room, token);
    return member >= 0 && host_knows(host, member, from) ? member : HOST_STRANGER;
}

/* --- lines ------------------------------------------------------------------------------------------------- */

static void turn_away(struct host *host, struct caller *caller)
{
    relay_close(host->relay, caller->id, 4403);
    caller->open = false;
}

static void recognise(struct host *host, struct caller *caller, int member)
{
    caller->member = member;
    caller->sent = false;
    if (member < 0)
        return;
    host->guests[member].lines++;
    host_here(host, member);
}

static bool may_project(struct host *host, const struct request *request)
{
    char code[32];
    if (address_is_local(request->from))
        return true;
    if (form_field(str_of(request->query), "code", code, sizeof code))
        return try_code(host, request->from, str_of(code)) == NULL;
    return member_of_token(host, request->from, str_of(request->token)) >= 0;
}

static void open_line(struct host *host, const struct letter *letter)
{
    const struct request *request = letter->request;
    struct caller *caller = &host->callers[letter->id.line];
    char as[16];
    *caller = (struct caller){
        .open = true, .id = letter->id, .from = request->from, .member = HOST_STRANGER, .since = clock_ms()};
    if (form_field(str_of(request->query), "as", as, sizeof as) && strcmp(as, "screen") == 0) {
        if (may_project(host, request))
            recognise(host, caller, WIRE_PROJECTOR);
        else
            turn_away(host, caller);
        return;
    }
    if (request->token[0] == '\0')
        return; /* no browser: it will say */
    int member = member_of_token(host, request->from, str_of(request->token));
    if (member >= 0)
        recognise(host, caller, member);
    else
        turn_away(host, caller);
}

static void shut_line(struct host *host, const struct letter *letter)
{
    struct caller *caller = &host->callers[letter->id.line];
    if (caller->id.turn != letter->id.turn)
        return;
    if (caller->member >= 0) {
        host->guests[caller->member].lines--;
        host_here(host, caller->member);
    }
    caller->open = false;
    caller->member = HOST_STRANGER;
}

/* {"v":1,"do":"hello","token":"..."}: whoever is no browser says so who they are. */
static void greet(struct host *host, struct caller *caller, td_str bytes)
{
    struct diags diags;
    struct json_at token;
    diags_init(&diags, &host->batch);
    int member = HOST_STRANGER;
    struct json_doc *doc = json_open(&memory_std, TD_STR("hello"), bytes, (struct json_limits){2048, 16}, &diags);
    if (doc != NULL) {
        struct json_at root = json_root(doc);
        if (json_get(&root, "token", &token))
            member = member_of_token(host, caller->from, json_string(&token));
        json_close(doc);
    }
    if (member >= 0)
        recognise(host, caller, member);
    else
        turn_away(host, caller);
}

static void hear(struct host *host, const struct letter *letter, struct writer *log, struct outcome_of_letter *ret)
{
    struct caller *caller = &host->callers[letter->id.line];
    if (!caller->open || caller->id.turn != letter->id.turn)
        return;
    if (caller->member == HOST_STRANGER) {
        greet(host, caller, letter->bytes);
        return;
    }
    struct writer reply;
    writer_init(&reply, &host->batch);
    if (caller->member == WIRE_PROJECTOR)
        wire_send_reply(&reply, NONE, REFUSED_NOT_YOUR_RIGHT); /* it only shows */
    else
        room_say(host->room, host_now(host), caller->member, letter->bytes, log, &reply);
    ret->reply = writer_str(&reply);
}

/* --- forms -------------------------------------------------------------------------------------------------- */

static bool fill_entropy(uint8_t *bytes)
{
    return getrandom(bytes, WIRE_ENTROPY, 0) == WIRE_ENTROPY;
}

static unsigned wanted_role(td_str name)
{
    enum seat seat;
    return name.len > 0 && seat_find(name, &seat) ? 1u << seat : 0;
}

static void let_in(struct host *host, const struct request *request, struct wire_join *join, struct writer *log,
                   struct outcome_of_letter *ret)
{
    int member;
    if (!fill_entropy(join->entropy)) {
        ret->refusal = WIRE_ROOM_FULL;
        return;
    }
    if (!room_join(host->room, host_now(host), join, log, &member, &ret->refusal))
        return;
    ret->refusal = NULL;
    td_str token = room_token(host->room, member);
    memcpy(ret->cookie, token.ptr, token.len);
    ret->cookie[token.len] = '\0';
    ret->member = member;
    host->guests[member] = (struct guest){.bound = true, .from = request->from, .polled = clock_ms()};
    host_here(host, member);
}

static void join_room(struct host *host, const struct request *request, struct writer *log,
                      struct outcome_of_letter *ret)
{
    char code[32], name[WIRE_NAME_BYTES * 2] = "", role[32] = "", lang[16] = "";
    const td_str form = {request->body, request->body_len};
    ret->to = "/";
    ret->refusal =
        form_field(form, "code", code, sizeof code) ? try_code(host, request->from, str_of(code)) : WIRE_WRONG_CODE;
    if (ret->refusal != NULL)
        return;
    (void)form_field(form, "name", name, sizeof name);
    (void)form_field(form, "role", role, sizeof role);
    (void)form_field(form, "lang", lang, sizeof lang);
    struct wire_join join = {
        .name = str_of(name), .lang = str_of(lang), .wants = wanted_role(str_of(role)), .team = NONE};
    join.wants &= ~WIRE_ROLE(instructor);
    let_in(host, request, &join, log, ret);
    if (ret->refusal == NULL)
        ret->to = "/room";
}

/* Whoever knows the PIN comes back to the seat of an instructor who is not here, or to their own in a second tab;
 * otherwise every new tab would be one more instructor.  NONE: there is none to come back to. */
static int seat_to_come_back_to(const struct host *host, int asking)
{
    if (host_is_instructor(host, asking))
        return asking;
    for (int i = 0; i < room_members(host->room); i++)
        if (!room_is_gone(host->room, i) && host_is_instructor(host, i) && host->guests[i].lines == 0)
            return i;
    return NONE;
}

static void come_back(struct host *host, const struct request *request, int member, struct outcome_of_letter *ret)
{
    td_str token = room_token(host->room, member);
    memcpy(ret->cookie, token.ptr, token.len);
    ret->cookie[token.len] = '\0';
    ret->member = member;
    host->guests[member].bound = true;
    host->guests[member].from = request->from;
}

static void join_console(struct host *host, const struct request *request, struct writer *log,
                         struct outcome_of_letter *ret)
{
    char pin[WIRE_PIN_MAX + 1];
    struct writer name;
    const struct tongue *tongue = tongue_find(&host->tongues, str_of(request->lang));
    ret->to = "/console";
    ret->refusal = form_field((td_str){request->body, request->body_len}, "pin", pin, sizeof pin)
                       ? try_pin(host, request->from, str_of(pin))
                       : WIRE_WRONG_PIN;
    if (ret->refusal != NULL)
        return;
    const int seat = seat_to_come_back_to(host, ret->member);
    if (seat != NONE) {
        come_back(host, request, seat, ret);
        return;
    }
    writer_init(&name, &host->batch);
    words_write(&name, tongue->library.words, "seat.instructor.name", WORDS_THEY, NULL, 0);
    struct wire_join join = {.name = writer_str(&name),
                             .lang = str_of(tongue->library.lang),
                             .wants = WIRE_ROLE(instructor),
                             .team = NONE,
                             .instructor = true};
    let_in(host, request, &join, log, ret);
}

/* A message as a form: of a vote, where the page says no more than that. */
static void do_form(struct host *host, const struct request *request, struct writer *log, struct outcome_of_letter *ret)
{
    struct wire_message message;
    struct writer form;
    writer_init(&form, &host->batch);
    if (request->route == ROUTE_VOTE)
        w_text(&form, "do=vote&");
    w_str(&form, (td_str){request->body, request->body_len});
    ret->to = "/room";
    if (ret->member < 0)
        ret->to = "/";
    else if (wire_message_from_form(&memory_std, writer_str(&form), &message, &ret->refusal) &&
             room_do(host->room, host_now(host), ret->member, &message, log, &ret->refusal))
        ret->refusal = NULL;
}

/* Whoever comes with the token of another room is told that it is over. */
static void turn_to_the_door(const struct request *request, struct outcome_of_letter *ret)
{
    if (ret->member >= 0)
        return;
    ret->to = "/";
    ret->refusal = request->token[0] != '\0' ? "room-over" : NULL;
}

static void ask(struct host *host, const struct letter *letter, struct writer *log, struct outcome_of_letter *ret)
{
    const struct request *request = letter->request;
    ret->member = member_of_token(host, request->from, str_of(request->token));
    switch (request->route) {
    case ROUTE_JOIN: join_room(host, request, log, ret); break;
    case ROUTE_CONSOLE: join_console(host, request, log, ret); break;
    case ROUTE_VOTE:
    case ROUTE_DO: do_form(host, request, log, ret); break;
    case ROUTE_ROOM_PAGE: turn_to_the_door(request, ret); break;
    case ROUTE_SCREEN_PAGE: ret->barred = !may_project(host, request); break;
    case ROUTE_JOIN_PAGE:
    case ROUTE_CONSOLE_PAGE:
    case ROUTE_KEEP_HTML:
    case ROUTE_KEEP_PDF:
    case ROUTE_KEEP_CSV:
    case ROUTE_KEEP_JSON:
    case ROUTE_SOCKET:
    case ROUTE_FILE:
    case ROUTE_NOT_ALLOWED: break;
    }
    if (ret->member >= 0 && request->route != ROUTE_SCREEN_PAGE) {
        host->guests[ret->member].polled = clock_ms();
        host_here(host, ret->member);
    }
}

void host_letter(struct host *host, const struct letter *letter, struct writer *log, struct outcome_of_letter *ret)
{
    *ret = (struct outcome_of_letter){.member = HOST_STRANGER};
    switch (letter->kind) {
    case LETTER_OPEN: open_line(host, letter); break;
    case LETTER_SHUT: shut_line(host, letter); break;
    case LETTER_SAID: hear(host, letter, log, ret); break;
    case LETTER_REQUEST: ask(host, letter, log, ret); break;
    }
}
