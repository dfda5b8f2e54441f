/* room_log.c - the room's file: what happened to it, a line each, in order.
 *
 *     talkdown-room 1
 *     room code KEEP-4821 pin 4711 preset class-vote teams 1 minutes 0 vote 20 flow run-through human no key 0123...
 *     j talkdown-journal 1                 the head that all journals have
 *     > 1200 join 0 <token> en any 00 no "Maria"
 *     > 1900 say 0 {"v":1,"do":"start"}
 *     > 2500 stop 0                        a silent stop: the team, and nobody's name
 *     > 9000 auto close 0                  what the clock did by itself
 *     j0 1 instructor begin ~0123...       a line of team 0's journal, brought by the input above it
 *
 * The lines with > are the room: read again, they make it again.  Those with j are what the journals say,
 * and prove on reading that it is the same room. */
#include "room_parts.h"

/* --- writing -------------------------------------------------------------------------------------------------------- */

static void w_word(struct writer *w, td_str word)
{
    w_char(w, ' ');
    w_str(w, word);
}

static void w_field(struct writer *w, const char *name, td_str value)
{
    w_word(w, str_of(name));
    w_word(w, value);
}

static void w_number(struct writer *w, const char *name, int64_t value)
{
    w_word(w, str_of(name));
    w_char(w, ' ');
    w_int(w, value);
}

void log_head(const struct wire_room *room, struct writer *w)
{
    const struct wire_setup *s = &room->setup;
    w_text(w, "talkdown-room 1\nroom");
    w_field(w, "code", room_code(room));
    w_field(w, "pin", s->pin[0] ? str_of(s->pin) : TD_STR("-"));
    w_field(w, "preset", wire_preset_names[s->preset]);
    w_number(w, "teams", s->teams);
    w_number(w, "minutes", s->minutes);
    w_number(w, "vote", s->vote_seconds);
    w_field(w, "flow", wire_how_names[s->flow == FLOW_RUN_THROUGH ? HOW_run_through : HOW_stop_and_discuss]);
    w_field(w, "human", s->human ? TD_STR("yes") : TD_STR("no"));
    w_text(w, " key ");
    w_hex64(w, room->key);
    w_char(w, '\n');
    const struct pile *journal = &room->teams[0].journal;
    td_str rest = {journal->ptr, journal->len};
    while (rest.len > 0) {
        w_text(w, "j ");
        w_str(w, str_line(&rest));
        w_char(w, '\n');
    }
}

static void begin_line(const struct wire_room *room, const char *what, struct writer *log)
{
    w_text(log, "> ");
    w_int(log, room->now);
    w_word(log, str_of(what));
}

static void end_line(struct wire_room *room, td_str brought, size_t before, struct writer *log)
{
    w_char(log, '\n');
    w_str(log, brought);
    room->logged += log->len - before;
}

void log_join(struct wire_room *room, int member, const struct wire_join *join, td_str brought, struct writer *log)
{
    static const char digits[] = "0123456789abcdef";
    char clean[WIRE_NAME_BYTES + 1];
    size_t before = log->len, len = wire_clean_text(join->name, WIRE_NAME_BYTES, clean);
    begin_line(room, "join ", log);
    w_int(log, member);
    w_word(log, room_token(room, member));
    w_word(log, words_lang(room->langs[room_at(room, member)->lang].words));
    w_char(log, ' ');
    if (join->team == NONE)
        w_text(log, "any");
    else
        w_int(log, join->team);
    w_char(log, ' ');
    w_char(log, digits[join->wants >> 4 & 15]);
    w_char(log, digits[join->wants & 15]);
    w_text(log, join->instructor ? " yes " : " no ");
    w_json(log, (td_str){clean, len});
    end_line(room, brought, before, log);
}

void log_say(struct wire_room *room, int member, const struct wire_message *m, td_str brought, struct writer *log)
{
    struct wire_message quiet = *m;
    size_t before = log->len;
    quiet.n = NONE; /* the sender's counter is nobody's business */
    if (m->what == DO_stop) {
        begin_line(room, "stop ", log);
        w_int(log, room_at(room, member)->team);
    } else {
        begin_line(room, "say ", log);
        w_int(log, member);
        w_char(log, ' ');
        wire_message_write(log, &quiet);
    }
    end_line(room, brought, before, log);
}

void log_auto(struct wire_room *room, const char *what, int team, td_str brought, struct writer *log)
{
    size_t before = log->len;
    begin_line(room, "auto ", log);
    w_text(log, what);
    w_char(log, ' ');
    w_int(log, team);
    end_line(room, brought, before, log);
}
