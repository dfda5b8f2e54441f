/* seat_debrief.c - the group's debrief, a page at a time, as far as the instructor has shown it: the same page for
 * the projector, the console and every seat. */
#include "seat_parts.h"

#include "wire_room.h"

static struct ui_style plain(const struct panel *panel, int32_t size)
{
    return style_of(UI_REGULAR, size, size * 4 / 3, panel->s->ui->theme.text);
}

static struct ui_style strong(const struct panel *panel, int32_t size)
{
    return style_of(UI_SEMIBOLD, size, size * 4 / 3, panel->s->ui->theme.text);
}

static struct ui_style second(const struct panel *panel, int32_t size)
{
    return style_of(UI_REGULAR, size, size * 4 / 3, panel->s->ui->theme.second);
}

/* One thing under another, each with a dash; many of them in columns. */
static void list(struct panel *panel, const struct json_at *at, const char *key, const char *title,
                 struct ui_style style)
{
    enum { FEW = 5, COLUMNS = 3, EMS = 19 };
    struct seat_page *s = panel->s;
    struct json_at items, item;
    if (!json_get(at, key, &items) || json_count(&items) == 0)
        return;
    if (title)
        panel_text(panel, strong(panel, style.size), word(s, title));
    int32_t count = json_count(&items), shown = panel->most > 0 && panel->most < count ? panel->most : count;
    int32_t columns = count > FEW ? panel->w / ui_t(s->ui, style.size * EMS) : 1, high = 0, at_y = panel->y;
    columns = columns < 1 ? 1 : columns > COLUMNS ? COLUMNS : columns;
    int32_t rows = (shown + columns - 1) / columns, wide = panel->w / columns, place = 0;
    for (bool more = json_first(&items, &item); more && place < shown; more = json_next(&item), place++) {
        struct panel column = *panel;
        column.x = panel->x + place / rows * wide;
        column.w = wide - ui_u(s->ui, columns > 1 ? 20 : 0);
        column.y = place % rows == 0 ? panel->y : at_y;
        panel_text(&column, style, join_two(s, TD_STR("–"), " ", json_string(&item)));
        at_y = column.y;
        high = at_y > high ? at_y : high;
    }
    panel->y = high;
    if (shown < count)
        panel_text(panel, style, word_n(s, "group.more", count - shown));
}

/* --- settle ---------------------------------------------------------------------------------------------------- */

static void settle(struct panel *panel, const struct json_at *d, int32_t size)
{
    struct seat_page *s = panel->s;
    struct json_at card;
    panel_text(panel, strong(panel, size), word(s, "web.settle"));
    if (read_text(d, "outcome").len > 0)
        panel_text(panel, plain(panel, size), word_of(s, "outcome.", read_text(d, "outcome"), ".title"));
    if (!json_get(d, "card", &card))
        return;
    const struct word_arg args[] = {ARG_TEXT("emotion", word_of(s, "emotion.", read_text(&card, "emotion"), "")),
                                    ARG_TEXT("need", word_of(s, "need.", read_text(&card, "need"), ".name"))};
    panel_gap(panel, 6);
    panel_text(panel, strong(panel, size), read_text(&card, "name"));
    panel_text(panel, plain(panel, size), say_with(s->say, "web.settle.need", args, 2));
    list(panel, &card, "told", "web.settle.told", plain(panel, size));
    list(panel, &card, "promised", "web.settle.promised", plain(panel, size));
    if (read_int(&card, "untold", 0) > 0)
        panel_text(panel, second(panel, size), word_n(s, "web.settle.untold", read_int(&card, "untold", 0)));
}

/* --- the primary's own view ---------------------------------------------------------------------------------------- */

static void rate_keys(struct panel *panel, int32_t dimension)
{
    struct seat_page *s = panel->s;
    struct flow flow = panel_flow(panel);
    for (int32_t points = 0; points <= 100; points += 20)
        flow_key(s, &flow, say_number(s->say, points), 0, BUTTON_PLAIN, SEAT(SEAT_RATE, dimension, points));
    panel_flowed(panel, &flow);
}

/* Each text of a list on a line of its own; the first one stronger. */
static void texts(struct panel *panel, const struct json_at *d, const char *key, struct ui_style first,
                  struct ui_style rest)
{
    struct json_at items, item;
    bool is_first = true;
    if (!json_get(d, key, &items))
        return;
    for (bool more = json_first(&items, &item); more; more = json_next(&item), is_first = false)
        panel_text(panel, is_first ? first : rest, json_string(&item));
}

/* Name, own points if somebody speaks for the group, the program's: a line each. */
static void rating(struct panel *panel, const struct json_at *one, bool with_own, int32_t size)
{
    struct seat_page *s = panel->s;
    struct writer w;
    writer_init(&w, s->ui->arena);
    int32_t own = read_int(one, "self", NONE), score = read_int(one, "score", NONE);
    w_str(&w, word_of(s, "dimension.", read_text(one, "item"), ".name"));
    if (with_own) {
        w_text(&w, "   ");
        w_str(&w, own == NONE ? TD_STR("–") : say_number(s->say, own));
    }
    w_text(&w, "   ");
    w_str(&w, score == NONE ? TD_STR("–") : say_number(s->say, score));
    panel_text(panel, plain(panel, size), writer_str(&w));
}

static void self(struct panel *panel, const struct json_at *d, int32_t size)
{
    struct seat_page *s = panel->s;
    struct json_at ratings, one;
    int32_t place = 0;
    const bool own = read_flag(d, "own");
    panel_text(panel, strong(panel, size), word(s, own ? "web.self" : "web.self.none"));
    if (json_get(d, "ratings", &ratings))
        for (bool more = json_first(&ratings, &one); more; more = json_next(&one), place++) {
            rating(panel, &one, own, size);
            if (s->app->face == FACE_SEAT && view_can(s->view, "primary") && read_int(&one, "self", NONE) == NONE)
                rate_keys(panel, place);
        }
    panel_text(panel, second(panel, size), own ? word(s, "web.self.columns") : TD_STR(""));
    texts(panel, d, "total_says", strong(panel, size), plain(panel, size));
}

/* --- the board against what was said ----------------------------------------------------------------------------------- */

static td_str fate_of(struct seat_page *s, const struct json_at *fact)
{
    enum { MINUTE = 60000 };
    int64_t late = read_time(fact, "late_ms", 0);
    if (!read_flag(fact, "said"))
        return word(s, "web.board.unsaid");
    if (!read_flag(fact, "caught"))
        return word(s, "board.missed");
    return late > MINUTE ? word_n(s, "board.late", late / MINUTE) : word(s, "board.caught");
}

static void matcher(struct panel *panel, const struct json_at *d, const struct json_at *entry)
{
    struct seat_page *s = panel->s;
    struct json_at facts, fact;
    int32_t place = 0, number = read_int(entry, "entry", 1);
    const struct word_arg args[] = {ARG_TEXT("text", read_text(entry, "text"))};
    if (s->app->face != FACE_CONSOLE)
        return;
    panel_second(panel, say_with(s->say, "web.board.means", args, 1));
    struct flow flow = panel_flow(panel);
    if (json_get(d, "could", &facts))
        for (bool more = json_first(&facts, &fact); more; more = json_next(&fact), place++)
            flow_key(s, &flow, read_text(&fact, "text"), 0, BUTTON_PLAIN, SEAT(SEAT_MATCH, number, place));
    flow_key(s, &flow, word(s, "web.board.nothing"), 0, BUTTON_PLAIN, SEAT(SEAT_MATCH, number, NONE));
    panel_flowed(panel, &flow);
}

/* What was told, and whether the board has it; without a board, when it was told. */
static td_str board_row(struct seat_page *s, const struct json_at *fact, bool kept)
{
    td_str text = read_text(fact, "text").len > 0 ? read_text(fact, "text") : read_text(fact, "fact");
    return join_two(s, text, " – ", kept ? fate_of(s, fact) : time_of(s, read_time(fact, "story_ms", 0)));
}

static void board(struct panel *panel, const struct json_at *d, int32_t size)
{
    struct seat_page *s = panel->s;
    struct json_at items, one;
    const bool kept = read_flag(d, "kept");
    int32_t left = panel->most > 0 ? panel->most : INT32_MAX;
    panel_text(panel, plain(panel, size), kept ? TD_STR("") : word(s, "web.board.none"));
    if (json_get(d, "facts", &items))
        for (bool more = json_first(&items, &one); more; more = json_next(&one)) {
            if (left-- <= 0) {
                panel_text(panel, second(panel, size), word_n(s, "group.more", json_count(&items) - panel->most));
                break;
            }
            const bool missed = kept && read_flag(&one, "said") && !read_flag(&one, "caught");
            panel_text(panel, missed ? strong(panel, size) : plain(panel, size), board_row(s, &one, kept));
        }
    if (!json_get(d, "others", &items) || json_count(&items) == 0)
        return;
    panel_text(panel, strong(panel, size), word(s, "web.board.others"));
    for (bool more = json_first(&items, &one); more; more = json_next(&one)) {
        td_str text = read_text(&one, "text");
        if (read_flag(&one, "misheard"))
            text = join_two(s, text, " – ", word(s, "board.misheard"));
        panel_text(panel, plain(panel, size), text);
        matcher(panel, d, &one);
    }
}

/* --- the timeline: one decision at a time, the one of greatest disagreement first --------------------------------------------- */

/* Where they disagree most; or the first that harmed; or the first. */
static int32_t first_open(const struct json_at *d, const struct json_at *timeline)
{
    struct json_at one;
    int32_t opened = read_int(d, "opened", NONE), place = 0, harmed = NONE;
    for (bool more = json_first(timeline, &one); more; more = json_next(&one), place++) {
        if (opened != NONE && read_int(&one, "number", 0) == opened)
            return place;
        if (harmed == NONE && str_is(read_text(&one, "verdict"), "harmful"))
            harmed = place;
    }
    return harmed == NONE ? 0 : harmed;
}

static td_str quoted(struct seat_page *s, td_str text, td_str verb)
{
    if (text.len == 0)
        return word_of(s, "web.verb.", str_is(verb, "choose") || verb.len == 0 ? TD_STR("pause") : verb, "");
    const struct word_arg args[] = {ARG_TEXT("line", text)};
    return say_with(s->say, "group.quoted", args, 1);
}

static td_str one_mark(struct seat_page *s, const struct json_at *mark)
{
    td_str kind = read_text(mark, "kind"), technique = read_text(mark, "technique"), text = read_text(mark, "text");
    td_str what = technique.len > 0 ? mark_name(s, technique) : text;
    if (str_is(kind, "tap"))
        return what;
    if (str_is(kind, "tag"))
        return word_n(s, "web.mark.tag", read_int(mark, "percent", 0));
    if (str_is(kind, "hint"))
        return join_two(s, word(s, "web.mark.hint"), ": ", what);
    return join_two(s, word(s, "web.mark.flag"), what.len > 0 ? ": " : "", what);
}

/* Twelve people who saw the same write it once: "label × 12". */
static td_str all_marks(struct seat_page *s, const struct json_at *moment)
{
    struct json_at marks, mark, other;
    td_str all = TD_STR("");
    if (!json_get(moment, "marks", &marks))
        return all;
    int32_t place = 0;
    for (bool more = json_first(&marks, &mark); more; more = json_next(&mark), place++) {
        td_str name = one_mark(s, &mark);
        int32_t same = 0, before = 0, at = 0;
        for (bool next = json_first(&marks, &other); next; next = json_next(&other), at++)
            if (str_eq(one_mark(s, &other), name)) {
                same++;
                before += at < place;
            }
        if (before > 0)
            continue;
        if (same > 1)
            name = join_two(s, name, " × ", say_number(s->say, same));
        all = join_two(s, all, ", ", name);
    }
    return all;
}

static td_str figures_of(struct seat_page *s, const struct json_at *moment)
{
    td_str text =
        join_two(s, percent_of(s, read_int(moment, "from", 0)), " → ", percent_of(s, read_int(moment, "to", 0)));
    if (read_text(moment, "act").len > 0)
        text = join_two(s, text, " · ", word_of(s, "act.", read_text(moment, "act"), ".short"));
    if (read_text(moment, "verdict").len > 0)
        text = join_two(s, text, " · ", word_of(s, "verdict.", read_text(moment, "verdict"), ".name"));
    if (str_is(read_text(moment, "verb"), "override"))
        text = join_two(s, text, " · ", word(s, "web.verb.override"));
    return join_two(s, time_of(s, read_time(moment, "at_ms", 0)), " · ", text);
}

/* What is no decision: brought in, gone back, a round, a mark by itself. */
static void happening(struct panel *panel, const struct json_at *one, int32_t size)
{
    struct seat_page *s = panel->s;
    panel_text(panel, strong(panel, size), read_text(one, "says"));
    panel_text(panel, second(panel, size), time_of(s, read_time(one, "story_ms", 0)));
    panel_text(panel, plain(panel, size), all_marks(s, one));
}

/* "5 · You trained her. – small words first" */
static void vote_row(struct panel *panel, const struct json_at *vote, int32_t size)
{
    struct seat_page *s = panel->s;
    struct json_at reasons, reason;
    td_str text = join_two(s, say_number(s->say, read_int(vote, "count", 0)), " · ", read_text(vote, "text"));
    if (json_get(vote, "reasons", &reasons) && json_first(&reasons, &reason))
        text = join_two(s, text, " – ", json_string(&reason));
    panel_text(panel, read_flag(vote, "said") ? plain(panel, size) : second(panel, size), text);
}

/* Why it was what it was; from afar only of what harmed, and only the first sentence. */
static void why(struct panel *panel, const struct json_at *one, int32_t size)
{
    const bool harmful = str_is(read_text(one, "verdict"), "harmful");
    struct ui_style style = harmful ? plain(panel, size) : second(panel, size);
    td_str text = read_text(one, "why");
    if (harmful)
        style.colour = panel->s->ui->theme.harm;
    if (panel->s->app->face == FACE_SCREEN)
        text = harmful ? str_line(&text) : TD_STR("");
    panel_text(panel, style, text);
}

static void moment(struct panel *panel, const struct json_at *one, int32_t size)
{
    struct seat_page *s = panel->s;
    struct json_at votes, vote;
    td_str line = quoted(s, read_text(one, "text"), read_text(one, "verb"));
    if (read_flag(one, "grey"))
        line = join_two(s, word(s, "web.verb.left"), ": ", line);
    panel_text(panel, strong(panel, size), line);
    panel_text(panel, second(panel, size), figures_of(s, one));
    why(panel, one, size);
    if (json_get(one, "votes", &votes))
        for (bool more = json_first(&votes, &vote); more; more = json_next(&vote))
            vote_row(panel, &vote, size);
    panel_text(panel, plain(panel, size), all_marks(s, one));
    if (read_text(one, "better").len > 0) {
        const struct word_arg args[] = {ARG_TEXT("line", quoted(s, read_text(one, "better"), TD_STR("")))};
        panel_text(panel, second(panel, size), say_with(s->say, "web.better", args, 1));
    }
}

static bool has_figure(const struct json_at *row)
{
    struct json_at to;
    return json_get(row, "to", &to);
}

/* What harmed is red, what was taken back has no filling, what was brought in is yellow. */
static void step_dot(struct panel *panel, const struct json_at *row, struct ui_rect at, bool open)
{
    struct ui *ui = panel->s->ui;
    const struct ui_theme *theme = &ui->theme;
    const bool harmful = str_is(read_text(row, "verdict"), "harmful"), grey = read_flag(row, "grey");
    const bool brought = str_is(read_text(row, "verb"), "inject");
    const pen_rgba fill = grey ? theme->ground : brought ? theme->accent : harmful ? theme->harm : theme->good;
    const pen_rgba edge = open ? theme->text : grey ? theme->second : theme->ground;
    ui_dot(ui, at.x, at.y, ui_u(ui, open ? 9 : harmful ? 7 : 5), fill, edge, ui_u(ui, 2));
}

/* Everything in its order: agitation after it, and which one is open.  The line is the way that was taken. */
static void steps(struct panel *panel, const struct json_at *timeline, int32_t open, int32_t units)
{
    struct ui *ui = panel->s->ui;
    struct json_at one;
    int count = json_count(timeline), i = 0, taken = 0;
    int32_t high = ui_u(ui, units), top = panel->y + ui_u(ui, 8), each = panel->w / (count > 0 ? count : 1);
    struct ui_rect *line = arena_new(ui->arena, struct ui_rect, (size_t)count + 1);
    struct ui_rect *points = arena_new(ui->arena, struct ui_rect, (size_t)count + 1);
    for (bool more = json_first(timeline, &one); more; more = json_next(&one), i++) {
        points[i] =
            (struct ui_rect){panel->x + each * i + each / 2, top + high - high * read_int(&one, "to", 0) / 1000, 0, 0};
        if (has_figure(&one) && !read_flag(&one, "grey") && !read_flag(&one, "earlier"))
            line[taken++] = points[i];
    }
    ui_box(ui, (struct ui_rect){panel->x, top + high, panel->w, ui_u(ui, 1)}, 0, ui->theme.grid);
    ui_line(ui, line, taken, ui_u(ui, 3), ui->theme.good, false);
    i = 0;
    for (bool more = json_first(timeline, &one); more; more = json_next(&one), i++)
        if (has_figure(&one) || i == open)
            step_dot(panel, &one, points[i], i == open);
    ui_node(ui, ROLE_PICTURE, word(panel->s, "web.way.alt"), (struct ui_rect){panel->x, top, panel->w, high},
            SEAT(0, 0, 0));
    panel->y = top + high + ui_u(ui, 14);
}

static void step_keys(struct panel *panel, int32_t at, int32_t count)
{
    struct seat_page *s = panel->s;
    if (s->app->face == FACE_SCREEN)
        return;
    struct flow flow = panel_flow(panel);
    if (at > 0)
        flow_key(s, &flow, word(s, "group.before"), ',', BUTTON_PLAIN, SEAT(SEAT_MOMENT, at - 1, 0));
    if (at + 1 < count)
        flow_key(s, &flow, word(s, "group.after"), '.', BUTTON_PLAIN, SEAT(SEAT_MOMENT, at + 1, 0));
    panel_flowed(panel, &flow);
}

/* "0.43" of thousandths. */
static td_str hundredths(struct seat_page *s, int32_t permille)
{
    struct writer w;
    int32_t n = permille < 0 ? (5 - permille) / 10 : (permille + 5) / 10;
    writer_init(&w, s->ui->arena);
    if (permille < 0 && n > 0)
        w_text(&w, "−");
    w_int(&w, n / 100);
    w_str(&w, word(s, "web.decimal"));
    w_int(&w, n / 10 % 10);
    w_int(&w, n % 10);
    return writer_str(&w);
}

static void agreement(struct panel *panel, const struct json_at *d, int32_t size)
{
    static const char *const keys[] = {"sheets", "taps"}, *const ids[] = {"web.kappa.sheets", "web.kappa.taps"};
    struct seat_page *s = panel->s;
    struct json_at all;
    for (int i = 0; i < 2 && json_get(d, "agreement", &all); i++) {
        const struct word_arg args[] = {ARG_TEXT("k", hundredths(s, read_int(&all, keys[i], 0)))};
        if (read_int(&all, keys[i], NONE) != NONE)
            panel_text(panel, second(panel, size), say_with(s->say, ids[i], args, 1));
    }
}

static void timeline(struct panel *panel, const struct json_at *d, int32_t size)
{
    struct seat_page *s = panel->s;
    struct json_at list_of, one;
    if (!json_get(d, "timeline", &list_of) || json_count(&list_of) == 0)
        return;
    int32_t count = json_count(&list_of), at = s->app->moment;
    const bool first = at == NONE && read_int(d, "opened", NONE) != NONE;
    at = at == NONE ? first_open(d, &list_of) : at < count ? at : count - 1;
    steps(panel, &list_of, at, size > 20 ? 120 : 90);
    if (first)
        panel_text(panel, second(panel, size), word(s, "web.apart"));
    if (read_item(&list_of, at, &one) && read_text(&one, "verdict").len + read_text(&one, "act").len > 0)
        moment(panel, &one, size);
    else if (read_item(&list_of, at, &one))
        happening(panel, &one, size);
    step_keys(panel, at, count);
    agreement(panel, d, size);
}

/* --- questions, what if, keep and change -------------------------------------------------------------------------------------- */

static void questions(struct panel *panel, const struct json_at *d, int32_t size)
{
    struct json_at items, one;
    int32_t n = 1;
    if (json_get(d, "questions", &items))
        for (bool more = json_first(&items, &one); more; more = json_next(&one)) {
            td_str number = say_number(panel->s->say, n++);
            panel_text(panel, strong(panel, size), join_two(panel->s, number, ". ", read_text(&one, "text")));
            panel_gap(panel, 10);
        }
}

static void what_if(struct panel *panel, const struct json_at *d, int32_t size)
{
    struct seat_page *s = panel->s;
    struct json_at real, curve;
    const bool other = json_get(d, "curve", &curve), human = str_is(read_text(d, "none"), "human");
    const struct word_arg args[] = {ARG_TEXT("time", time_of(s, read_time(d, "at_ms", 0))),
                                    ARG_TEXT("said", quoted(s, read_text(d, "said"), TD_STR(""))),
                                    ARG_TEXT("instead", quoted(s, read_text(d, "instead"), TD_STR("")))};
    panel_text(panel, strong(panel, size),
               read_text(d, "instead").len > 0 ? say_with(s->say, "web.what-if", args, 3)
                                               : word(s, human ? "web.what-if.human" : "web.what-if.none"));
    if (json_get(d, "real", &real) && json_count(&real) > 1)
        panel_curve(panel, size > 20 ? 220 : 140, &real, other ? &curve : NULL, word(s, "web.curve"));
    if (other)
        panel_text(panel, second(panel, size), word(s, "web.what-if.key"));
    if (read_text(d, "outcome_then").len > 0) {
        const struct word_arg then[] = {
            ARG_TEXT("outcome", word_of(s, "outcome.", read_text(d, "outcome_then"), ".title"))};
        panel_text(panel, plain(panel, size), say_with(s->say, "web.what-if.end", then, 1));
    }
    if (other)
        panel_text(panel, second(panel, size), word(s, "web.what-if.how"));
}

static void lesson(struct panel *panel, enum seats_field field, const char *ask, enum seats_deed deed)
{
    struct seat_page *s = panel->s;
    panel_field(panel, field, word(s, ask));
    struct flow flow = panel_flow(panel);
    int node = flow_key(s, &flow, word(s, "web.send"), 0, BUTTON_PLAIN, SEAT(deed, 0, 0));
    s->ui->nodes[node].name = join_two(s, word(s, "web.send"), ": ", word(s, ask));
    panel_flowed(panel, &flow);
}

static void keep(struct panel *panel, const struct json_at *d, int32_t size)
{
    list(panel, d, "keep", "web.keep", plain(panel, size));
    panel_gap(panel, 8);
    list(panel, d, "change", "web.change", plain(panel, size));
    if (panel->s->app->face == FACE_CONSOLE)
        panel_text(panel, second(panel, size), word(panel->s, "web.close.before"));
    if (panel->s->app->face != FACE_SEAT)
        return;
    lesson(panel, FIELD_WORDS, "web.keep.ask", SEAT_KEEP);
    lesson(panel, FIELD_MORE, "web.change.ask", SEAT_CHANGE);
}

/* --- before everybody goes -------------------------------------------------------------------------------------------------- */

/* Whom to turn to; what whoever leads says aloud; what was never told, which the wall leaves to the phones. */
static void closing(struct panel *panel, const struct json_at *d, int32_t size)
{
    struct seat_page *s = panel->s;
    struct json_at untold;
    const int32_t count = json_get(d, "not_told", &untold) ? json_count(&untold) : 0;
    texts(panel, d, "help", strong(panel, size), plain(panel, size));
    list(panel, d, "aloud", "web.close.aloud", plain(panel, size));
    panel_gap(panel, 8);
    if (count == 0)
        panel_text(panel, second(panel, size), word(s, "web.close.all-told"));
    else if (s->app->face == FACE_SCREEN)
        panel_text(panel, plain(panel, size), word_n(s, "web.close.phones", count));
    else
        list(panel, d, "not_told", "web.settle.not-told", plain(panel, size));
}

/* --- talks beside each other: of teams, or of rounds ---------------------------------------------------------------------------- */

static void talks(struct panel *panel, const struct json_at *d, const char *key, const char *number, const char *name,
                  int32_t first, int32_t size)
{
    struct seat_page *s = panel->s;
    struct json_at items, one;
    if (!json_get(d, key, &items))
        return;
    for (bool more = json_first(&items, &one); more; more = json_next(&one)) {
        td_str text = word_n(s, name, read_int(&one, number, 0) + first);
        text = join_two(
            s, text, ": ",
            join_two(s, percent_of(s, read_int(&one, "start", 0)), " → ", percent_of(s, read_int(&one, "end", 0))));
        if (read_text(&one, "outcome").len > 0)
            text = join_two(s, text, " · ", word_of(s, "outcome.", read_text(&one, "outcome"), ".title"));
        if (read_int(&one, "parted_at", NONE) != NONE)
            text = join_two(s, text, " · ", word_n(s, "web.team.parted", read_int(&one, "parted_at", 0)));
        panel_text(panel, plain(panel, size), text);
    }
}

static void beside(struct panel *panel, const struct json_at *d, int32_t size)
{
    talks(panel, d, "teams", "team", "web.team.name", 1, size);
    talks(panel, d, "rounds", "round", "group.round", 0, size);
}

void debrief_page(struct panel *panel, int32_t size)
{
    static void (*const pages[PAGE_COUNT])(struct panel *, const struct json_at *, int32_t) = {
        [PAGE_settle] = settle,   [PAGE_beside] = beside,     [PAGE_self] = self,
        [PAGE_board] = board,     [PAGE_timeline] = timeline, [PAGE_questions] = questions,
        [PAGE_what_if] = what_if, [PAGE_keep] = keep,         [PAGE_close] = closing,
    };
    struct json_at d;
    if (!panel->s->view || !json_get(panel->s->view, "debrief", &d))
        return;
    td_str page = read_text(&d, "page");
    for (int i = 0; i < PAGE_COUNT; i++)
        if (str_eq(page, wire_page_names[i]))
            pages[i](panel, &d, size);
}
