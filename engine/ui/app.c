/* app.c - where the learner stands, and what using a part of a screen does to that. */
#include "debrief_parts.h"

enum { PASSES = 2 };

struct ui_app ui_app_new(void)
{
    struct ui_app app = {.dist = NONE,
                         .approach = NONE,
                         .number = NONE,
                         .sure = NONE,
                         .feel = NONE,
                         .step = NONE,
                         .board = NONE,
                         .key_asked = NONE};
    for (int i = 0; i < DIM_COUNT; i++)
        app.rate[i] = NONE;
    for (int i = 0; i < 3; i++)
        app.moments[i] = NONE;
    app.settings[SET_text_size] = 100;
    app.keys = ui_keys_usual();
    return app;
}

/* --- layout -------------------------------------------------------------------------------------------- */

static void (*const screens[SCREEN_COUNT])(struct page *) = {
    [SCREEN_STANCE] = screen_stance,     [SCREEN_HOME] = screen_home,           [SCREEN_CONTENT] = screen_content,
    [SCREEN_BRIEFING] = screen_briefing, [SCREEN_ENCOUNTER] = screen_encounter, [SCREEN_ENDING] = screen_ending,
    [SCREEN_RATING] = screen_rating,     [SCREEN_DEBRIEF] = screen_debrief,     [SCREEN_SETTINGS] = screen_settings,
    [SCREEN_SUPPORT] = screen_support,   [SCREEN_PROGRESS] = screen_progress,   [SCREEN_COURSE] = screen_course,
    [SCREEN_DRILLS] = screen_drills,     [SCREEN_WATCH] = screen_watch,
};

/* At the foot of whatever page is open, over everything: it is gone with the next deed. */
static void notice(struct page *p)
{
    struct ui *ui = p->ui;
    struct ui_style style = style_of(UI_MEDIUM, 15, 22, ui->theme.text);
    int32_t most = ui_u(ui, 760), pad = ui_u(ui, 16), w = ui->width - 2 * ui_u(ui, 40);
    if (p->model->notice.len == 0)
        return;
    w = w > most ? most : w;
    int32_t h = ui_para(ui, 0, 0, w - 2 * pad, style, p->model->notice, false) + 2 * pad;
    struct ui_rect rect = {(ui->width - w) / 2, ui->height - h - ui_u(ui, 24), w, h};
    ui_edge_box(ui, rect, 12, ui->theme.raised, ui->theme.accent, ui_u(ui, 2));
    ui_text(ui, ROLE_TEXT, rect.x + pad, rect.y + pad, w - 2 * pad, style, p->model->notice);
    ui_set(ui, ui->node_count - 1, UI_LIVE);
}

/* Where each area would go to. */
static void pages(struct ui_app *app, const struct ui *ui)
{
    for (int i = 0; i < ui->scroll_count; i++) {
        int32_t span = ui->scrolls[i].content - ui->scrolls[i].view.h, step = ui->scrolls[i].view.h * 8 / 10,
                at = app->offset[i];
        app->page[i] = at >= span ? 0 : at + step < span ? at + step : span;
    }
}

static void lay_out(struct ui_app *app, const struct ui_model *model, struct ui *ui)
{
    struct page page = {.ui = ui, .say = {model, ui->arena}, .app = app, .model = model};
    screens[app->screen](&page);
    if (app->screen == SCREEN_ENCOUNTER && app->sheet != SHEET_NONE)
        screen_sheet(&page);
    draw_tip(&page);
    notice(&page);
}

void ui_layout(struct ui_app *app, const struct ui_model *model, struct arena *arena, struct ui_measure measure,
               int32_t width, int32_t height, struct ui *ret)
{
    for (int pass = 0; pass < PASSES; pass++) {
        ui_start(ret, arena, measure, width, height, app->settings[SET_text_size], app->settings[SET_contrast] != 0);
        ret->focus = app->focus;
        ret->hover = app->hover;
        ret->focus_shown = app->focus_shown;
        memcpy(ret->offset, app->offset, sizeof ret->offset);
        ret->page = DEED(DEED_MORE, 0, 0);
        ret->on_name = words_get(model->words, TD_STR("ui.more-below"));
        ret->back_name = words_get(model->words, TD_STR("ui.to-top"));
        lay_out(app, model, ret);
        if (app->focus_shown)
            ui_reveal(ret);
        bool settled = memcmp(ret->offset, app->offset, sizeof ret->offset) == 0;
        memcpy(app->offset, ret->offset, sizeof ret->offset);
        pages(app, ret);
        if (settled)
            return;
    }
}

/* --- deeds ---------------------------------------------------------------------------------------------- */

static const struct ui_request nothing = {.wish = WISH_NOTHING};

void ui_unscroll(struct ui_app *app)
{
    memset(app->offset, 0, sizeof app->offset);
    app->unfolded = false;
    if (app->screen == SCREEN_ENCOUNTER)
        app->offset[0] = UI_LATEST;
}

static void go(struct ui_app *app, enum ui_screen screen)
{
    app->back = app->screen;
    app->screen = screen;
    app->key_asked = NONE;
    app->key_fault = KEY_FINE;
    app->sheet = SHEET_NONE;
    app->focus = DEED(0, 0, 0);
    ui_unscroll(app);
}

static void open_sheet(struct ui_app *app, enum ui_sheet sheet)
{
    app->sheet = sheet;
    app->answers = 0;
    app->number = NONE;
    app->sure = NONE;
    app->focus = sheet == SHEET_NOTES ? DEED(DEED_FIELD, 0, 0) : DEED(0, 0, 0);
    ui_unscroll(app);
}

static struct ui_request asked(enum ui_wish wish, int32_t number)
{
    return (struct ui_request){.wish = wish, .number = number};
}

static struct ui_request doing(struct command command)
{
    return (struct ui_request){.wish = WISH_COMMAND, .command = command};
}

static void put_id(char *to, td_str id)
{
    if (id.len > 0)
        memcpy(to, id.ptr, id.len);
    to[id.len] = '\0';
}

static struct ui_request choose(const struct ui_app *app, const struct ui_model *model, int32_t place)
{
    struct command c = command_empty(SEAT_primary, VERB_choose);
    if (place >= model->view->choice_count)
        return nothing;
    put_id(c.id, model->scenario->choices[model->view->choices[place].choice].id);
    c.tone = app->tone;
    c.pace = app->pace;
    c.dist = model->view->distance_free ? app->dist : NONE;
    return doing(c);
}

static struct ui_request silence(const struct ui_app *app, const struct ui_model *model, int32_t ms)
{
    struct command c = command_empty(SEAT_primary, VERB_pause);
    c.number = ms > 0 ? ms : PAUSE_MS;
    c.dist = model->view->distance_free ? app->dist : NONE;
    return doing(c);
}

static struct ui_request with_kind(enum verb verb, int32_t kind, bool threat)
{
    struct command c = command_empty(SEAT_primary, verb);
    c.kind = kind;
    c.threat = threat;
    return doing(c);
}

bool ui_lacks_approach(const struct ui_app *app, const struct ui_model *model)
{
    return model->scenario->approach_count > 0 && app->approach == NONE;
}

/* Nobody comes to a scene without a plan that they have not seen: what is missing is shown. */
static struct ui_request begin(struct ui_app *app, const struct ui_model *model)
{
    if (ui_lacks_approach(app, model)) {
        app->focus = DEED(DEED_APPROACH, 0, 0);
        app->focus_shown = true;
        return nothing;
    }
    struct command c = command_empty(SEAT_primary, VERB_pick);
    for (int i = 0; i < model->scenario->briefing_count && c.id_count < COMMAND_IDS; i++)
        if (app->picked >> i & 1)
            put_id(c.ids[c.id_count++], model->scenario->briefing[i].id);
    if (app->approach != NONE && c.id_count < COMMAND_IDS)
        put_id(c.ids[c.id_count++], model->scenario->approach[app->approach].id);
    return (struct ui_request){.wish = WISH_PICKS, .command = c};
}

static int count_bits(uint32_t bits)
{
    int count = 0;
    for (; bits; bits &= bits - 1)
        count++;
    return count;
}

/* One more than may be picked lets go of none: the learner decides which. */
static void pick(struct ui_app *app, const struct ui_model *model, int32_t item)
{
    uint32_t bit = UINT32_C(1) << item;
    if (app->picked & bit)
        app->picked &= ~bit;
    else if (count_bits(app->picked) < model->scenario->briefing_pick)
        app->picked |= bit;
}

/* --- questions ---------------------------------------------------------------------------------------------- */

/* Where the figures are in sight they have answered already. */
static bool is_shown(const struct ui_model *model, const struct prompt *prompt)
{
    return model->view->meters && (prompt->kind == PROMPT_agitation || prompt->kind == PROMPT_step);
}

int32_t ui_prompt_now(const struct ui_app *app, const struct ui_model *model)
{
    for (int32_t i = 0; model->view && i < model->scenario->prompt_count; i++)
        if ((model->view->prompts & ~app->skipped) >> i & 1 && !is_shown(model, &model->scenario->prompts[i]))
            return i;
    return NONE;
}

void ui_notice(struct ui_app *app, const struct ui_model *model)
{
    if (app->screen == SCREEN_ENCOUNTER && app->sheet == SHEET_NONE && ui_prompt_now(app, model) != NONE)
        open_sheet(app, SHEET_PROMPT);
}

static bool takes_several(enum prompt_kind kind)
{
    return kind == PROMPT_known || kind == PROMPT_risk || kind == PROMPT_custom;
}

static void answer(struct ui_app *app, const struct ui_model *model, int32_t value)
{
    int32_t at = ui_prompt_now(app, model);
    if (at == NONE)
        return;
    enum prompt_kind kind = model->scenario->prompts[at].kind;
    if (kind == PROMPT_agitation)
        app->number = value;
    else if (takes_several(kind))
        app->answers ^= UINT64_C(1) << value;
    else
        app->answers = UINT64_C(1) << value;
}

static td_str option_id(const struct ui_model *model, const struct prompt *prompt, int32_t option)
{
    static const td_str natures[] = {{"expressive", 10}, {"instrumental", 12}};
    switch (prompt->kind) {
    case PROMPT_nature: return natures[option];
    case PROMPT_emotion: return emotion_names[option];
    case PROMPT_need: return need_names[option];
    case PROMPT_known: return model->scenario->facts[option].id;
    case PROMPT_risk:
    case PROMPT_custom: return model->scenario->prompt_options[prompt->options.first + option].id;
    case PROMPT_agitation:
    case PROMPT_step:
    case prompt_kind_count: break;
    }
    return (td_str){0};
}

static struct ui_request answered(struct ui_app *app, const struct ui_model *model)
{
    int32_t at = ui_prompt_now(app, model);
    struct command c = command_empty(SEAT_primary, VERB_assess);
    if (at == NONE)
        return nothing;
    const struct prompt *prompt = &model->scenario->prompts[at];
    put_id(c.id, prompt->id);
    c.number = prompt->kind == PROMPT_agitation ? app->number : NONE;
    for (int32_t i = 0; i < UI_ANSWERS && prompt->kind != PROMPT_agitation; i++) {
        if (!(app->answers >> i & 1))
            continue;
        if (prompt->kind == PROMPT_step)
            c.number = i;
        else if (c.id_count < COMMAND_IDS)
            put_id(c.ids[c.id_count++], option_id(model, prompt, i));
    }
    c.sure = app->sure;
    app->skipped |= UINT32_C(1) << at;
    app->sheet = SHEET_NONE;
    return doing(c);
}

static void skip(struct ui_app *app, const struct ui_model *model)
{
    int32_t at = ui_prompt_now(app, model);
    if (at != NONE)
        app->skipped |= UINT32_C(1) << at;
    app->sheet = SHEET_NONE;
    ui_notice(app, model);
}

/* --- notes --------------------------------------------------------------------------------------------------- */

static const char *const board_kinds[] = {"fact", "hook", "trigger", "risk", "demand", "deadline", "promise"};

int32_t ui_board_find(td_str kind)
{
    for (int32_t i = 0; i < (int32_t)(sizeof board_kinds / sizeof *board_kinds); i++)
        if (str_is(kind, board_kinds[i]))
            return i;
    return NONE;
}

static struct ui_request keep_note(struct ui_app *app, struct arena *arena)
{
    struct writer w;
    if (app->note_length == 0)
        return nothing;
    writer_init(&w, arena);
    w_text(&w, app->board == NONE ? "note" : "board ");
    if (app->board != NONE)
        w_text(&w, board_kinds[app->board]);
    w_char(&w, ' ');
    w_json(&w, (td_str){app->note, (size_t)app->note_length});
    app->note_length = 0;
    return (struct ui_request){.wish = WISH_MARK, .mark = writer_str(&w)};
}

/* --- the rating ------------------------------------------------------------------------------------------------ */

static void choose_moment(struct ui_app *app, int32_t number)
{
    for (int i = 0; i < 3; i++)
        if (app->moments[i] == number) {
            app->moments[i] = NONE;
            return;
        }
    for (int i = 0; i < 3; i++)
        if (app->moments[i] == NONE) {
            app->moments[i] = number;
            return;
        }
}

static struct ui_request again(int32_t number)
{
    struct command c = command_empty(SEAT_primary, VERB_rewind);
    c.number = number;
    return (struct ui_request){.wish = WISH_AGAIN, .command = c};
}

/* --- the table ---------------------------------------------------------------------------------------------------- */

static struct ui_request in_encounter(struct ui_app *app, const struct ui_model *model, struct arena *arena,
                                      struct ui_action do_it)
{
    if (!model->view)
        return nothing;
    switch (do_it.kind) {
    case DEED_CHOOSE: return choose(app, model, do_it.a);
    case DEED_TONE: app->tone = do_it.a; return nothing;
    case DEED_PACE: app->pace = do_it.a; return nothing;
    case DEED_DIST: app->dist = do_it.a; return nothing;
    case DEED_SILENCE: return silence(app, model, do_it.a);
    case DEED_LOOK: return doing(command_empty(SEAT_primary, VERB_observe));
    case DEED_CALL: app->sheet = SHEET_NONE; return with_kind(VERB_help, do_it.a, do_it.b != 0);
    case DEED_MOVE: app->sheet = SHEET_NONE; return with_kind(VERB_move, do_it.a, false);
    case DEED_LEAVE: app->sheet = SHEET_NONE; return doing(command_empty(SEAT_primary, VERB_withdraw));
    case DEED_PASS_ON: app->passed_on ^= do_it.a; return nothing;
    case DEED_HAND_OVER: app->sheet = SHEET_NONE; return with_kind(VERB_handover, app->passed_on, false);
    case DEED_ANSWER: answer(app, model, do_it.a); return nothing;
    case DEED_SURE: app->sure = do_it.a; return nothing;
    case DEED_ANSWERED: return answered(app, model);
    case DEED_SKIP: skip(app, model); return nothing;
    case DEED_BOARD: app->board = do_it.a; return nothing;
    case DEED_KEEP_NOTE: return keep_note(app, arena);
    case DEED_HINT: return asked(WISH_HINT, do_it.a);
    case DEED_UNFOLD:
        app->unfolded = !app->unfolded;
        app->offset[0] = UI_LATEST;
        return nothing;
    case DEED_HOME: return asked(WISH_CLOSE, 0);
    default: return nothing;
    }
}

static struct ui_request in_debrief(struct ui_app *app, struct ui_action do_it)
{
    switch (do_it.kind) {
    case DEED_FEEL: app->feel = do_it.a; return nothing;
    case DEED_RATE: app->rate[do_it.a] = do_it.b; return nothing;
    case DEED_MOMENT: choose_moment(app, do_it.a); return nothing;
    case DEED_TO_RATING: go(app, SCREEN_RATING); return nothing;
    case DEED_TO_DEBRIEF: return asked(WISH_RATINGS, 0);
    case DEED_STEP:
        app->step = do_it.a;
        app->tab = app->tab < TAB_TALK ? app->tab : TAB_DECISION;
        app->offset[0] = 0;
        return asked(WISH_WHAT_IF, app->step);
    case DEED_TAB:
        app->tab = do_it.a;
        app->offset[0] = 0;
        return nothing;
    case DEED_WATCH: return asked(WISH_WATCH, app->step);
    case DEED_WATCH_NEXT: return asked(WISH_WATCH_NEXT, 0);
    case DEED_WATCH_END: return asked(WISH_WATCH_END, 0);
    case DEED_AGAIN: return again(do_it.a);
    case DEED_REPORT: return asked(WISH_REPORT, 0);
    case DEED_HOME: return asked(WISH_CLOSE, 0);
    default: return nothing;
    }
}

static void back(struct ui_app *app)
{
    enum ui_screen to = app->back;
    if (app->screen == SCREEN_HOME || to == app->screen)
        to = SCREEN_HOME;
    go(app, to);
    app->back = SCREEN_HOME;
}

struct ui_request ui_use(struct ui_app *app, const struct ui_model *model, struct arena *arena, struct ui_action action)
{
    switch (action.kind) {
    case DEED_NONE: return nothing;
    case DEED_GO: go(app, (enum ui_screen)action.a); return nothing;
    case DEED_BACK: back(app); return nothing;
    case DEED_GROUP: return asked(WISH_GROUP, 0);
    case DEED_QUIT: return asked(WISH_QUIT, 0);
    case DEED_STANCE_READ: go(app, SCREEN_HOME); return asked(WISH_STANCE, 0);
    case DEED_OPEN: app->card = action.a; return asked(WISH_OPEN, action.a);
    case DEED_RESUME: return asked(WISH_RESUME, 0);
    case DEED_START: return asked(WISH_BEGIN, app->card);
    case DEED_MODE:
        app->settings[SET_mode] = action.a;
        return (struct ui_request){.wish = WISH_SETTING, .number = SET_mode, .value = action.a};
    case DEED_PICK: pick(app, model, action.a); return nothing;
    case DEED_APPROACH: app->approach = action.a; return nothing;
    case DEED_BEGIN: return begin(app, model);
    case DEED_SHEET: open_sheet(app, (enum ui_sheet)action.a); return nothing;
    case DEED_SETTING:
        app->settings[action.a] = action.b;
        return (struct ui_request){.wish = WISH_SETTING, .number = action.a, .value = action.b};
    case DEED_KEY:
        app->key_asked = action.a;
        app->key_fault = KEY_FINE;
        return nothing;
    case DEED_KEYS_USUAL:
        app->keys = ui_keys_usual();
        app->key_fault = KEY_FINE;
        return asked(WISH_KEYS, 0);
    case DEED_PLAY: return asked(WISH_PLAY, action.a);
    case DEED_MORE: app->offset[action.a] = app->page[action.a]; return nothing;
    default:
        return model->scenario && app->screen == SCREEN_ENCOUNTER ? in_encounter(app, model, arena, action)
                                                                  : in_debrief(app, action);
    }
}
