/* seat_read.c - a view, looked at: members by name, with a value for those that are not there. */
#include "seat_parts.h"

td_str read_text(const struct json_at *at, const char *key)
{
    struct json_at value;
    return at && json_get(at, key, &value) ? json_string(&value) : (td_str){"", 0};
}

int64_t read_time(const struct json_at *at, const char *key, int64_t otherwise)
{
    struct json_at value;
    return at && json_get(at, key, &value) && json_type(&value) == JSON_INT ? json_int(&value) : otherwise;
}

int32_t read_int(const struct json_at *at, const char *key, int32_t otherwise)
{
    int64_t value = read_time(at, key, otherwise);
    return value > INT32_MAX || value < INT32_MIN ? otherwise : (int32_t)value;
}

bool read_flag(const struct json_at *at, const char *key)
{
    struct json_at value;
    return at && json_get(at, key, &value) && json_bool(&value);
}

bool read_item(const struct json_at *list, int32_t place, struct json_at *ret)
{
    bool more = place >= 0 && json_first(list, ret);
    for (; more && place > 0; place--)
        more = json_next(ret);
    return more;
}

int32_t read_count(const struct json_at *at, const char *key)
{
    struct json_at list;
    return at && json_get(at, key, &list) ? json_count(&list) : 0;
}

bool read_has(const struct json_at *list, const char *text)
{
    struct json_at item;
    for (bool more = json_first(list, &item); more; more = json_next(&item))
        if (str_is(json_string(&item), text))
            return true;
    return false;
}

bool view_is(const struct json_at *view, const char *phase)
{
    struct json_at room;
    return view && json_get(view, "room", &room) && str_is(read_text(&room, "phase"), phase);
}

bool view_plays(const struct json_at *view)
{
    return view_is(view, "play") || view_is(view, "pause");
}

bool view_can(const struct json_at *view, const char *role)
{
    struct json_at you, roles;
    return view && json_get(view, "you", &you) && json_get(&you, "roles", &roles) && read_has(&roles, role);
}

int64_t read_left(const struct json_at *at, int64_t now)
{
    int64_t left = read_time(at, "left", -1);
    if (left < 0)
        left = read_time(at, "ends", now) - now;
    return left < 0 ? 0 : left;
}

td_str view_speaker(const struct json_at *view)
{
    struct json_at people, one, roles, you;
    if (view && json_get(view, "people", &people))
        for (bool more = json_first(&people, &one); more; more = json_next(&one))
            if (json_get(&one, "roles", &roles) && read_has(&roles, "primary"))
                return read_text(&one, "name");
    if (view_can(view, "primary") && json_get(view, "you", &you))
        return read_text(&you, "name");
    return (td_str){"", 0};
}

td_str view_line(const struct json_at *view, td_str id)
{
    struct json_at lines, line, vote, texts, text;
    if (view && json_get(view, "lines", &lines))
        for (bool more = json_first(&lines, &line); more; more = json_next(&line))
            if (str_eq(read_text(&line, "id"), id))
                return read_text(&line, "text");
    if (view && json_get(view, "vote", &vote) && json_get(&vote, "texts", &texts))
        for (bool more = json_first(&texts, &text); more; more = json_next(&text))
            if (str_eq(json_key(&text), id))
                return json_string(&text);
    return (td_str){"", 0};
}

static void put_piece(struct writer *w, td_str text, bool seen, char which)
{
    if (text.len == 0 || (which == 's' && seen) || (which == 'v' && !seen))
        return;
    if (writer_str(w).len > 0)
        w_char(w, ' ');
    if (seen && which == 0)
        w_char(w, '(');
    w_str(w, text);
    if (seen && which == 0)
        w_char(w, ')');
}

td_str read_pieces(struct arena *arena, const struct json_at *at, const char *key, char which)
{
    struct json_at list, item;
    struct writer w;
    writer_init(&w, arena);
    if (!at || !json_get(at, key, &list))
        return (td_str){"", 0};
    for (bool more = json_first(&list, &item); more; more = json_next(&item)) {
        td_str seen = read_text(&item, "seen");
        put_piece(&w, seen.len > 0 ? seen : read_text(&item, "said"), seen.len > 0, which);
    }
    return writer_str(&w);
}

/* --- the person ------------------------------------------------------------------------------------------- */

bool seats_person(const struct json_at *view, struct seats_person *ret)
{
    enum { BAND = 200, MIDDLE = 100, SAD = 350, EASED = 120 };
    struct json_at scene;
    if (!view || !json_get(view, "scene", &scene) || read_int(&scene, "band", NONE) == NONE)
        return false;
    td_str state = read_text(&scene, "state");
    *ret = (struct seats_person){.agitation = MIDDLE + BAND * read_int(&scene, "band", 0),
                                 .distance = read_int(&scene, "dist", NONE)};
    if (str_is(state, "despair"))
        *ret = (struct seats_person){SAD, 1000, 0, ret->distance};
    if (str_is(state, "recovery"))
        *ret = (struct seats_person){EASED, 0, 1000, ret->distance};
    return true;
}

bool seats_ticks(const struct seats_model *model)
{
    struct json_at part;
    if (!model->view)
        return false;
    bool clock = json_get(model->view, "clock", &part) && read_flag(&part, "running");
    bool vote = json_get(model->view, "vote", &part) && read_time(&part, "ends", -1) >= 0;
    bool frozen = json_get(model->view, "frozen", &part) && read_time(&part, "ends", -1) >= 0;
    return clock || vote || frozen || json_get(model->view, "seen", &part);
}
