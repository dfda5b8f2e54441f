/* console_room.c - the instructor's cards of the room: who is there, the board, what the observers saw, the clock. */
#include "face_parts.h"

#include "session.h"
#include "wire_room.h"

/* Whoever has a role: up to three by name, more by their number. */
struct holders {
    td_str names;
    int32_t count, away;
};

static struct holders holders_of(struct seat_page *s, const char *role)
{
    enum { NAMED = 3 };
    struct json_at list, one, roles;
    struct holders h = {TD_STR(""), 0, 0};
    if (!s->view || !json_get(s->view, "people", &list))
        return h;
    for (bool more = json_first(&list, &one); more; more = json_next(&one)) {
        if (!json_get(&one, "roles", &roles) || !read_has(&roles, role))
            continue;
        h.names = join_two(s, h.names, ", ", read_text(&one, "name"));
        h.count++;
        h.away += !read_flag(&one, "here");
    }
    if (h.count > NAMED)
        h.names = say_number(s->say, h.count);
    if (h.away > 0)
        h.names = join_two(s, h.names, " · ", word_n(s, "group.count-away", h.away));
    return h;
}

int32_t console_people(struct seat_page *s, int32_t x, int32_t y, int32_t w)
{
    struct panel panel = panel_begin(s, x, y, w, word(s, "web.people"));
    for (int seat = 0; seat < SEAT_COUNT; seat++) {
        struct holders h = holders_of(s, seat_name((enum seat)seat).ptr);
        if (h.count > 0)
            panel_row(&panel, word_of(s, "seat.", seat_name((enum seat)seat), ".name"), h.names);
    }
    struct flow flow = panel_flow(&panel);
    flow_key(s, &flow, word(s, "group.roles"), 'q', BUTTON_PLAIN, SEAT(SEAT_OVER, OVER_PEOPLE, 0));
    flow_key(s, &flow, word(s, "web.assign.random"), 0, BUTTON_PLAIN, SEAT(SEAT_ASSIGN, HOW_random, 0));
    flow_key(s, &flow, word(s, "web.assign.rotate"), 0, BUTTON_PLAIN, SEAT(SEAT_ASSIGN, HOW_rotate, 0));
    if (view_plays(s->view))
        flow_key(s, &flow, word(s, "web.tag"), 't', BUTTON_PLAIN, SEAT(SEAT_OVER, OVER_TAG, 0));
    panel_flowed(&panel, &flow);
    return panel_end(&panel);
}

int32_t console_board(struct seat_page *s, int32_t x, int32_t y, int32_t w)
{
    struct json_at list, one;
    if (!s->view || !json_get(s->view, "board", &list))
        return y;
    struct panel panel = panel_begin(s, x, y, w, word(s, "seat.board.name"));
    for (bool more = json_first(&list, &one); more; more = json_next(&one))
        panel_plain(&panel,
                    join_two(s, word_of(s, "board.", read_text(&one, "kind"), ""), ": ", read_text(&one, "text")));
    if (json_count(&list) == 0)
        panel_second(&panel, word(s, "web.board.empty"));
    return panel_end(&panel);
}

/* "4.1" of thousandths, with the sign of the language. */
static td_str tenths(struct seat_page *s, int32_t thousandths)
{
    struct writer w;
    int32_t n = (thousandths + 50) / 100;
    writer_init(&w, s->ui->arena);
    w_int(&w, n / 10);
    w_str(&w, word(s, "web.decimal"));
    w_int(&w, n % 10);
    return writer_str(&w);
}

/* The name of an item of the sheet is its sentence up to the colon. */
static td_str item_name(struct seat_page *s, td_str item)
{
    td_str text = word_of(s, "sheet.", item, "");
    size_t end = 0;
    while (end < text.len && text.ptr[end] != ':')
        end++;
    while (end > 0 && end < text.len && (unsigned char)text.ptr[end - 1] >= 0x80)
        end--; /* the blank that may not break */
    return (td_str){text.ptr, end};
}

int32_t console_observed(struct seat_page *s, int32_t x, int32_t y, int32_t w)
{
    struct json_at observed, one;
    int rows = 0;
    if (!s->view || !json_get(s->view, "observed", &observed))
        return y;
    struct panel panel = panel_begin(s, x, y, w, word(s, "web.observed"));
    for (bool more = json_first(&observed, &one); more; more = json_next(&one)) {
        if (str_is(json_key(&one), "taps"))
            continue;
        panel_row(&panel, item_name(s, json_key(&one)), tenths(s, (int32_t)json_int(&one)));
        rows++;
    }
    if (rows == 0)
        panel_second(&panel, word(s, "web.observed.none"));
    return panel_end(&panel);
}

int32_t console_clock(struct seat_page *s, int32_t x, int32_t y, int32_t w)
{
    struct json_at clock, room;
    if (!s->view || !json_get(s->view, "clock", &clock) || !json_get(s->view, "room", &room))
        return y;
    const struct word_arg args[] = {ARG_INT("n", read_int(&clock, "index", 0) + 1),
                                    ARG_INT("of", read_int(&clock, "count", 0))};
    struct panel panel = panel_begin(s, x, y, w, word(s, "web.clock"));
    panel_row(&panel, word_of(s, "web.segment.", read_text(&room, "phase"), ""),
              time_of(s, read_left(&clock, s->model->now)));
    panel_second(&panel, say_with(s->say, "web.clock.part", args, 2));
    struct flow flow = panel_flow(&panel);
    flow_key(s, &flow, word_n(s, "web.clock.more", 1), 0, BUTTON_PLAIN, SEAT(SEAT_MINUTES, 1, 0));
    flow_key(s, &flow, word_n(s, "web.clock.more", 5), 0, BUTTON_PLAIN, SEAT(SEAT_MINUTES, 5, 0));
    flow_key(s, &flow, word(s, "web.room"), 'k', BUTTON_PLAIN, SEAT(SEAT_OVER, OVER_ROOM, 0));
    panel_flowed(&panel, &flow);
    return panel_end(&panel);
}
