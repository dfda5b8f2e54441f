/* console_debrief.c - the instructor's cards of the debrief: which page is shown, and what comes after it. */
#include "face_parts.h"

#include "wire_room.h"

static td_str page_now(struct seat_page *s)
{
    struct json_at room;
    return json_get(s->view, "room", &room) ? read_text(&room, "page") : TD_STR("");
}

/* The room has something to put on it. */
static bool has_page(struct seat_page *s, int32_t page)
{
    struct json_at debrief, pages;
    return json_get(s->view, "debrief", &debrief) && json_get(&debrief, "pages", &pages) &&
           read_has(&pages, wire_page_names[page].ptr);
}

/* The page behind the one that is shown; PAGE_COUNT: none. */
static int32_t next_page(struct seat_page *s)
{
    int32_t page = 0;
    while (page < PAGE_COUNT && !str_eq(page_now(s), wire_page_names[page]))
        page++;
    page++;
    while (page < PAGE_COUNT && !has_page(s, page))
        page++;
    return page;
}

static void page_keys(struct seat_page *s, struct panel *panel)
{
    td_str now = page_now(s);
    struct flow flow = panel_flow(panel);
    for (int i = 0; i < PAGE_COUNT; i++) {
        const bool on = str_eq(now, wire_page_names[i]);
        if (!has_page(s, i))
            continue;
        flow_key(s, &flow, word_of(s, "web.page.", wire_page_names[i], ""), (char)('1' + i),
                 on ? BUTTON_CHOSEN : BUTTON_PLAIN, SEAT(SEAT_PAGE, i, 0));
    }
    panel_flowed(panel, &flow);
}

static void debrief_keys(struct seat_page *s, struct panel *panel)
{
    struct flow flow = panel_flow(panel);
    const int32_t next = next_page(s);
    if (next < PAGE_COUNT)
        flow_key(s, &flow, word(s, "web.key.next"), 'n', BUTTON_FIRST, SEAT(SEAT_PAGE, next, 0));
    flow_key(s, &flow, word(s, "web.again"), 'a', BUTTON_PLAIN, SEAT(SEAT_OVER, OVER_AGAIN, 0));
    if (s->model->can_save)
        flow_key(s, &flow, word(s, "group.save"), 's', BUTTON_PLAIN, SEAT(SEAT_SAVE, 0, 0));
    flow_key(s, &flow, word(s, "web.finish"), 'f', BUTTON_PLAIN, SEAT(SEAT_OVER, OVER_FINISH, 0));
    panel_flowed(panel, &flow);
    panel_second(panel, s->model->saved);
}

int32_t console_debrief(struct seat_page *s, int32_t x, int32_t y, int32_t w)
{
    if (!view_is(s->view, "debrief"))
        return y;
    struct panel panel = panel_begin(s, x, y, w, word(s, "web.debrief"));
    page_keys(s, &panel);
    debrief_keys(s, &panel);
    y = panel_end(&panel);
    panel = panel_begin(s, x, y, w, TD_STR(""));
    debrief_page(&panel, 15);
    return panel_end(&panel);
}

int32_t console_closed(struct seat_page *s, int32_t x, int32_t y, int32_t w)
{
    if (!view_is(s->view, "closed") && !view_is(s->view, "feedback"))
        return y;
    struct panel panel =
        panel_begin(s, x, y, w, word(s, view_is(s->view, "closed") ? "web.segment.closed" : "web.segment.feedback"));
    if (view_is(s->view, "closed")) {
        panel_plain(&panel, word(s, "web.closed.boss"));
        panel_second(&panel, care_support(s));
        panel_second(&panel, care_kept(s));
    }
    panel_second(&panel, s->model->saved);
    return panel_end(&panel);
}
