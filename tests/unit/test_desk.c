/* test_desk.c - the desk without its window: what it goes on without and says once, keys of one's own, lines
 * that run from right to left, what is read aloud, the better line watched. */
#include "aloud.h"
#include "clock.h"
#include "desk_parts.h"
#include "desk_sound.h"
#include "memory.h"
#include "player.h"
#include "say.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

enum { WIDE = 1280, HIGH = 720 };

struct ground {
    char home[64];
    struct library library;
    struct settings settings;
    struct desk *desk;
};

static int settle(void **state)
{
    struct ground *g = calloc(1, sizeof *g);
    snprintf(g->home, sizeof g->home, "/tmp/desk-XXXXXX");
    assert_non_null(mkdtemp(g->home));
    setenv("TALKDOWN_HOME", g->home, 1);
    setenv("SDL_VIDEODRIVER", "dummy", 1);
    assert_true(library_open("en", NULL, &g->library));
    g->settings = settings_unset();
    g->settings.stance = STANCE_VERSION;
    g->desk = calloc(1, sizeof *g->desk);
    *state = g;
    return 0;
}

static int leave(void **state)
{
    struct ground *g = *state;
    char command[128];
    desk_close(g->desk);
    library_close(&g->library);
    snprintf(command, sizeof command, "rm -rf %s", g->home);
    assert_int_equal(system(command), 0); /* NOLINT(cert-env33-c): a folder of our own making */
    free(g->desk);
    free(g);
    return 0;
}

static struct desk *open_desk(struct ground *g)
{
    assert_true(desk_open(g->desk, &g->library, &g->settings));
    g->desk->keeping = KEEP_NOT;
    g->desk->seed = 7;
    desk_layout(g->desk, WIDE, HIGH);
    return g->desk;
}

static struct desk *open_scene_kept(struct ground *g, enum keeping keeping)
{
    struct desk *d = open_desk(g);
    d->keeping = keeping;
    assert_true(desk_start(d, "bridge-rail"));
    desk_begin(d);
    desk_picks(d, &(struct command){.id_count = 0});
    d->app.sheet = SHEET_NONE;
    desk_layout(d, WIDE, HIGH);
    return d;
}

static struct desk *open_scene(struct ground *g)
{
    return open_scene_kept(g, KEEP_NOT);
}

static void play_on(struct desk *d, enum player player)
{
    for (int i = 0; i < 60 && d->view.phase == PHASE_TALK; i++) {
        struct command c =
            desk_picked(d->play.tale.scenario, player_choose(player, play_session(d->play.play), d->play.tale.texts));
        assert_true(desk_command(d, &c));
    }
}

static bool holds(td_str text, const char *part)
{
    size_t length = strlen(part);
    for (size_t i = 0; i + length <= text.len; i++)
        if (memcmp(text.ptr + i, part, length) == 0)
            return true;
    return false;
}

/* --- what it goes on without --------------------------------------------------------------------------- */

static void draw(struct desk *d)
{
    struct raster_pixels pixels = {calloc(WIDE * HIGH, 4), WIDE, HIGH, WIDE};
    desk_layout(d, WIDE, HIGH);
    canvas_draw(d->canvas, pixels, (struct raster_box){0, 0, WIDE, HIGH}, &d->ui);
    free(pixels.data);
}

static void a_person_who_cannot_be_read_is_said_once_and_the_scene_goes_on(void **state)
{
    struct desk *d = open_scene(*state);
    assert_null(canvas_identity(d->canvas, TD_STR("nobody")));
    draw(d);
    assert_true(holds(d->model.notice, "nobody"));
    struct ui_request again = {.wish = WISH_HINT};
    desk_do(d, &again);
    assert_int_equal(d->model.notice.len, 0);
    assert_null(canvas_identity(d->canvas, TD_STR("nobody")));
    draw(d);
    assert_int_equal(d->model.notice.len, 0);
}

/* A folder whose one font is none. */
static void a_broken_typeface_is_replaced_and_said_once(void **state)
{
    struct ground *g = *state;
    struct arena arena;
    const char *missing = NULL;
    arena_init(&arena, &memory_std);
    const char *fonts = path_join(&arena, g->home, "fonts");
    assert_null(folder_make(fonts, 0700));
    assert_null(file_write(path_join(&arena, fonts, "Inter-Regular.otf"), TD_STR("no font at all"), 0600));
    struct canvas *canvas = canvas_create(g->home, &missing);
    struct ui_measure m = canvas_measure(canvas);
    int32_t width = m.width(m.context, UI_REGULAR, 20, TD_STR("still here"));
    assert_true(width > 40 || !canvas_writes(canvas)); /* another of ours, or of the system's */
    assert_string_equal(canvas_lost_font(canvas), "Inter-Regular.otf");
    assert_null(canvas_lost_font(canvas));
    canvas_destroy(canvas);
    arena_finish(&arena);
}

static void two_things_that_are_missing_are_both_said(void **state)
{
    struct desk *d = open_desk(*state);
    desk_notice(d, "desk.lost-font", "file", "One.otf");
    desk_notice(d, "settings.broken", "file", "settings.broken-1.json");
    assert_true(holds(d->model.notice, "One.otf") && holds(d->model.notice, "settings.broken-1.json"));
    desk_layout(d, WIDE, HIGH);
    bool shown = false;
    for (int i = 0; i < d->ui.node_count; i++)
        shown = shown || (d->ui.nodes[i].state & UI_LIVE && holds(d->ui.nodes[i].name, "One.otf"));
    assert_true(shown);
}

/* --- keys ------------------------------------------------------------------------------------------------- */

static void a_key_that_does_something_else_is_refused_with_its_reason(void **state)
{
    (void)state;
    struct ui_keys keys = ui_keys_usual(), before = keys;
    enum ui_key_use by = USE_COUNT;
    assert_true(ui_keys_valid(&keys));
    assert_int_equal(ui_keys_give(&keys, USE_look, 'n', &by), KEY_TAKEN);
    assert_int_equal(by, USE_notes);
    static const int nobodys[] = {'1', '9', 27, 9, 13, 'L', 0, 200, KEY_UP, KEY_ENTER};
    for (size_t i = 0; i < sizeof nobodys / sizeof *nobodys; i++)
        assert_int_equal(ui_keys_give(&keys, USE_look, nobodys[i], &by), KEY_RESERVED);
    assert_memory_equal(&keys, &before, sizeof keys);
    assert_int_equal(ui_keys_give(&keys, USE_look, 'l', &by), KEY_FINE); /* its own again */
    assert_int_equal(ui_keys_give(&keys, USE_look, 'k', &by), KEY_FINE);
    assert_int_equal(keys.of[USE_look], 'k');
}

static void press(struct desk *d, int key)
{
    desk_layout(d, WIDE, HIGH);
    desk_key(d, key);
}

static void a_key_set_in_the_settings_works_in_the_scene_and_is_kept(void **state)
{
    struct ground *g = *state;
    struct desk *d = open_scene(g);
    struct arena arena;
    struct settings found;
    arena_init(&arena, &memory_std);
    d->app.screen = SCREEN_SETTINGS;
    struct ui_request r = ui_use(&d->app, &d->model, &d->frame, (struct ui_action){DEED_KEY, USE_notes, 0});
    desk_do(d, &r);
    press(d, 'h');
    assert_int_equal(d->app.key_fault, KEY_TAKEN);
    press(d, 'j');
    assert_int_equal(d->app.key_asked, NONE);
    d->app.screen = SCREEN_ENCOUNTER;
    press(d, 'n');
    assert_int_equal(d->app.sheet, SHEET_NONE);
    press(d, 'j');
    assert_int_equal(d->app.sheet, SHEET_NOTES);
    assert_null(settings_read(&arena, g->home, &found));
    assert_int_equal(found.keys.of[USE_notes], 'j');
    r = ui_use(&d->app, &d->model, &d->frame, (struct ui_action){DEED_KEYS_USUAL, 0, 0});
    desk_do(d, &r);
    assert_null(settings_read(&arena, g->home, &found));
    assert_int_equal(found.keys.of[USE_notes], 'n');
    arena_finish(&arena);
}

static void half_a_set_of_keys_is_not_believed(void **state)
{
    struct ground *g = *state;
    static const char *const files[] = {
        "{\"format\": \"talkdown-settings-1\", \"keys\": {\"look\": \"n\", \"notes\": \"n\"}}",
        "{\"format\": \"talkdown-settings-1\", \"keys\": {\"look\": \"1\"}}",
        "{\"format\": \"talkdown-settings-1\", \"keys\": {\"look\": \"\"}}",
        "{\"format\": \"talkdown-settings-1\", \"keys\": \"lnh\"}",
    };
    const struct ui_keys usual = ui_keys_usual();
    open_desk(g);
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        struct arena arena;
        struct settings found;
        arena_init(&arena, &memory_std);
        assert_null(file_write(path_join(&arena, g->home, "settings.json"), str_of(files[i]), 0600));
        assert_null(settings_read(&arena, g->home, &found));
        assert_memory_equal(&found.keys, &usual, sizeof usual);
        arena_finish(&arena);
    }
}

static void who_does_not_want_to_be_timed_is_not(void **state)
{
    struct ground *g = *state;
    g->settings.untimed = true;
    struct desk *d = open_scene(g);
    d->asked_at -= 5000;
    struct command c = desk_picked(d->play.tale.scenario, ACTION_PAUSE);
    assert_true(desk_command(d, &c));
    td_journal *journal = encounter_journal(&d->play);
    assert_int_equal(journal->entries[journal->entry_count - 1].command.after, NONE);
    journal_destroy(journal);
}

/* --- from right to left -------------------------------------------------------------------------------------- */

enum { STRIP_W = 600, STRIP_H = 40, PX = 24 };

static void strip(struct canvas *canvas, td_str text, bool from_right, uint32_t *pixels)
{
    struct arena arena;
    struct ui ui;
    arena_init(&arena, &memory_std);
    ui_start(&ui, &arena, canvas_measure(canvas), STRIP_W, STRIP_H, 100, false);
    struct ui_op *op = ui_op(&ui, OP_TEXT, (struct ui_rect){0, 0, STRIP_W, STRIP_H});
    op->size = PX;
    op->fill = 0xffffffff;
    op->text = text;
    op->from_right = from_right;
    memset(pixels, 0, STRIP_W * STRIP_H * 4);
    canvas_draw(canvas, (struct raster_pixels){pixels, STRIP_W, STRIP_H, STRIP_W},
                (struct raster_box){0, 0, STRIP_W, STRIP_H}, &ui);
    arena_finish(&arena);
}

static int inked_width(const uint32_t *pixels)
{
    int right = 0;
    for (int y = 0; y < STRIP_H; y++)
        for (int x = 0; x < STRIP_W; x++)
            if (pixels[y * STRIP_W + x] & 0xffffff && x >= right)
                right = x + 1;
    return right;
}

/* Where the pattern's ink is found, or -1; the rows may have moved, with the heights of other fonts. */
static int find(const uint32_t *in, const uint32_t *pattern)
{
    int wide = inked_width(pattern);
    for (int x = 0; x + wide < STRIP_W; x++)
        for (int down = -6; down <= 6; down++) {
            bool same = wide > 0;
            for (int y = 8; y < STRIP_H - 8 && same; y++)
                for (int i = 0; i < wide && same; i++)
                    same = in[(y + down) * STRIP_W + x + i] == pattern[y * STRIP_W + i];
            if (same)
                return x;
        }
    return -1;
}

static void an_emergency_number_keeps_its_order_in_a_line_from_right_to_left(void **state)
{
    struct ground *g = *state;
    struct desk *d = open_desk(g);
    static const char *const lines[] = {"אם אתם בסכנה, התקשרו 112 עכשיו", "اتصل على 112 الآن", "התקשרו 112"};
    static uint32_t line[STRIP_W * STRIP_H], right[STRIP_W * STRIP_H], wrong[STRIP_W * STRIP_H];
    strip(d->canvas, TD_STR("112"), false, right);
    strip(d->canvas, TD_STR("211"), false, wrong);
    assert_int_equal(find(right, right), 0);
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        strip(d->canvas, str_of(lines[i]), ui_from_right(str_of(lines[i])), line);
        assert_true(find(line, right) >= 0);
        assert_int_equal(find(line, wrong), -1);
    }
    assert_true(find(line, right) == 0); /* the last line ends in its number: it stands at the left */
}

static void lines_from_right_to_left_stand_at_the_right(void **state)
{
    (void)state;
    struct arena arena;
    struct ui ui;
    arena_init(&arena, &memory_std);
    ui_start(&ui, &arena, ui_measure_fixed, WIDE, HIGH, 100, false);
    struct ui_style style = {UI_REGULAR, 20, 30, 0xffffffff};
    ui_para(&ui, 100, 0, 200, style, TD_STR("שלום 112"), true); /* eight characters of ten pixels */
    ui_para(&ui, 100, 0, 200, style, TD_STR("112, hello"), true);
    assert_true(ui.ops[0].from_right);
    assert_int_equal(ui.ops[0].rect.x, 100 + 200 - 80);
    assert_false(ui.ops[1].from_right);
    assert_int_equal(ui.ops[1].rect.x, 100);
    arena_finish(&arena);
}

/* --- at every size ---------------------------------------------------------------------------------------- */

static int count_role(const struct ui *ui, enum ui_role role)
{
    int count = 0;
    for (int i = 0; i < ui->node_count; i++)
        count += ui->nodes[i].role == role;
    return count;
}

static bool is_cut(td_str text)
{
    return text.len >= 3 && memcmp(text.ptr + text.len - 3, "…", 3) == 0;
}

/* What does not scroll is in the window, none of it over another, and no word of it is cut. */
static void assert_laid_out(const struct ui *ui, int width, int height)
{
    for (int i = 0; i < ui->node_count; i++) {
        const struct ui_node *n = &ui->nodes[i];
        if (!n->action.kind || n->scroll >= 0)
            continue;
        assert_true(n->rect.x >= 0 && n->rect.x + n->rect.w <= width);
        assert_true(n->rect.y >= 0 && n->rect.y + n->rect.h <= height);
        for (int k = 0; k < i; k++) {
            const struct ui_node *m = &ui->nodes[k];
            bool apart =
                !m->action.kind || m->scroll >= 0 || n->action.kind == DEED_MORE || m->action.kind == DEED_MORE;
            struct ui_rect both = ui_meet(n->rect, m->rect);
            assert_true(apart || both.w == 0 || both.h == 0);
        }
    }
    for (int i = 0; i < ui->op_count; i++)
        if (ui->ops[i].kind == OP_TEXT && is_cut(ui->ops[i].text))
            fail_msg("cut at %dx%d, %d %%: %.*s", width, height, ui->text_size, (int)ui->ops[i].text.len,
                     ui->ops[i].text.ptr);
}

/* Every line, voice and pace and distance, every act, the stairway and the four figures. */
static void assert_nothing_lost(struct desk *d)
{
    const struct ui *ui = &d->ui;
    assert_int_equal(count_role(ui, ROLE_CHOICE), d->view.choice_count);
    for (int i = 0; i < d->view.choice_count; i++)
        assert_non_null(ui_by_key(ui, (char)('1' + i)));
    bool folded = ui_find(ui, (struct ui_action){DEED_SHEET, SHEET_DELIVERY, 0}) != NULL;
    assert_int_equal(count_role(ui, ROLE_OPTION), folded ? 0 : 9);
    static const char acts[] = {' ', 'l', 'n', 'h', 'm', 27};
    for (size_t i = 0; i < sizeof acts; i++)
        assert_non_null(ui_by_key(ui, acts[i]));
    assert_int_equal(count_role(ui, ROLE_METER), 5);
}

static void nothing_of_a_scene_is_lost_at_any_size_of_text_or_window(void **state)
{
    static const int windows[][2] = {{1280, 720}, {1920, 1080}, {1024, 768}, {960, 720}, {2560, 1080}, {640, 480}};
    static const char *const codes[] = {"en", "fr"};
    struct ground *g = *state;
    struct desk *d = open_scene(g);
    for (int exchange = 0; exchange < 8; exchange++) {
        struct command c = desk_picked(d->play.tale.scenario, d->view.choices[exchange % d->view.choice_count].choice);
        for (size_t at = 0; at < 2 * 5 * (sizeof windows / sizeof *windows); at++) {
            struct ui_request r = {.wish = WISH_SETTING, .number = SET_language, .value = (int32_t)(at % 2)};
            const int *window = windows[at / 10];
            if (strcmp(g->library.lang, codes[at % 2]) != 0)
                desk_do(d, &r);
            d->app.sheet = SHEET_NONE;
            d->app.settings[SET_text_size] = 100 + 25 * (int32_t)(at / 2 % 5);
            desk_layout(d, window[0], window[1]);
            assert_nothing_lost(d);
            assert_laid_out(&d->ui, window[0], window[1]);
        }
        assert_true(desk_command(d, &c));
        d->app.sheet = SHEET_NONE;
    }
}

/* --- what came of a decision ---------------------------------------------------------------------------------- */

static bool fits(const struct ui *ui)
{
    for (int i = 0; i < ui->scroll_count; i++)
        if (ui->scrolls[i].content > ui->scrolls[i].view.h)
            return false;
    return true;
}

/* What he says, what is said of it, and the next lines: in sight together, however it is played. */
static void after_a_decision_the_answer_the_feedback_and_the_lines_are_in_sight(void **state)
{
    static const enum player players[] = {PLAYER_skilled, PLAYER_with_errors_repaired, PLAYER_rushed};
    struct ground *g = *state;
    struct desk *d = open_desk(g);
    int seen = 0, told = 0;
    g->settings.mode = MODE_guided;
    for (uint64_t seed = 1; seed <= 3; seed++) {
        d->seed = seed;
        desk_do(d, &(struct ui_request){.wish = WISH_SETTING, .number = SET_language, .value = seed == 2});
        assert_true(desk_start(d, "bridge-rail"));
        desk_begin(d);
        desk_picks(d, &(struct command){.id_count = 0});
        for (int i = 0; i < 40 && d->view.phase == PHASE_TALK; i++, seen++) {
            d->app.sheet = SHEET_NONE;
            desk_layout(d, WIDE, HIGH);
            assert_true(fits(&d->ui));
            for (int k = 0; k < d->moment.count; k++)
                told += d->moment.parts[k].kind == PART_FEEDBACK;
            struct command c =
                desk_picked(d->play.tale.scenario,
                            player_choose(players[seed - 1], play_session(d->play.play), d->play.tale.texts));
            assert_true(desk_command(d, &c));
        }
        desk_leave_play(d);
    }
    assert_true(seen > 60 && told > 60);
}

static const struct ui_node *node_holding(const struct ui *ui, const char *part)
{
    for (int i = ui->modal; i < ui->node_count; i++)
        if (holds(ui->nodes[i].name, part))
            return &ui->nodes[i];
    return NULL;
}

static bool is_in_sight(const struct ui_node *node)
{
    return node && ui_meet(node->rect, node->clip).h == node->rect.h;
}

static void a_hint_stands_in_sight_with_the_focus_and_can_be_put_away(void **state)
{
    struct ground *g = *state;
    g->settings.mode = MODE_guided;
    struct desk *d = open_scene(g);
    for (int i = 0; i < 6; i++) {
        struct command c = desk_picked(d->play.tale.scenario, d->view.choices[i % 2].choice);
        assert_true(desk_command(d, &c));
        d->app.sheet = SHEET_NONE;
        press(d, 't');
        desk_layout(d, WIDE, HIGH);
        const struct ui_node *hint = ui_find(&d->ui, d->app.focus);
        assert_true(is_in_sight(hint) && holds(hint->name, "A hint"));
        press(d, KEY_ENTER);
        desk_layout(d, WIDE, HIGH);
        assert_null(node_holding(&d->ui, "A hint"));
    }
}

/* Large letters: what does not fit is begun at its beginning, and an arrow says that it goes on. */
static void what_is_new_begins_in_sight_and_an_arrow_tells_of_the_rest(void **state)
{
    struct ground *g = *state;
    g->settings.mode = MODE_guided;
    g->settings.text_size = 200;
    struct desk *d = open_scene(g);
    bool scrolled = false;
    for (int i = 0; i < 8; i++) {
        struct command c = desk_picked(d->play.tale.scenario, d->view.choices[0].choice);
        assert_true(desk_command(d, &c));
        d->app.sheet = SHEET_NONE;
        desk_layout(d, WIDE, HIGH);
        const struct ui_scroll *told = &d->ui.scrolls[0];
        const struct ui_node *first = NULL;
        for (int k = d->ui.node_count - 1; k >= 0; k--) /* the first live one after what the learner said */
            if (d->ui.nodes[k].state & UI_LIVE && d->ui.nodes[k].scroll == 0 && !holds(d->ui.nodes[k].name, "You: "))
                first = &d->ui.nodes[k];
        assert_true(first && first->rect.y >= told->view.y);
        if (told->content - told->view.h > d->app.offset[0]) {
            scrolled = true;
            assert_true(told->strip > 0);
            assert_non_null(ui_find(&d->ui, (struct ui_action){DEED_MORE, 0, 0}));
        }
    }
    assert_true(scrolled);
}

/* --- questions ------------------------------------------------------------------------------------------------- */

/* Says first lines until a question of this kind is asked; NONE if none is. */
static int32_t asked_for(struct desk *d, enum prompt_kind kind)
{
    for (int i = 0; i < 14 && d->view.phase == PHASE_TALK; i++) {
        int32_t at = ui_prompt_now(&d->app, &d->model);
        if (at != NONE && d->play.tale.scenario->prompts[at].kind == kind)
            return at;
        struct ui_request skip = ui_use(&d->app, &d->model, &d->frame, (struct ui_action){DEED_SKIP, 0, 0});
        desk_do(d, &skip);
        struct command c = desk_picked(d->play.tale.scenario,
                                       player_choose(PLAYER_skilled, play_session(d->play.play), d->play.tale.texts));
        assert_true(desk_command(d, &c));
    }
    return NONE;
}

static struct desk *open_mode(struct ground *g, enum mode mode)
{
    g->settings.mode = (int)mode;
    struct desk *d = open_desk(g);
    assert_true(desk_start(d, "bridge-rail"));
    desk_begin(d);
    desk_picks(d, &(struct command){.id_count = 0});
    return d;
}

static void answer_with(struct desk *d, int32_t option)
{
    struct ui_request r = ui_use(&d->app, &d->model, &d->frame, (struct ui_action){DEED_ANSWER, option, 0});
    desk_do(d, &r);
    desk_layout(d, WIDE, HIGH);
    r = ui_use(&d->app, &d->model, &d->frame, (struct ui_action){DEED_ANSWERED, 0, 0});
    desk_do(d, &r);
    desk_layout(d, WIDE, HIGH);
}

static void a_question_leaves_his_last_words_in_sight_and_is_answered_back(void **state)
{
    struct desk *d = open_mode(*state, MODE_guided);
    assert_int_equal(asked_for(d, PROMPT_agitation), NONE); /* the meter answers that */
    desk_again(d, &(struct command){.verb = VERB_rewind, .seat = SEAT_primary, .number = 2});
    assert_true(asked_for(d, PROMPT_nature) != NONE);
    assert_int_equal(d->app.sheet, SHEET_PROMPT);
    desk_layout(d, WIDE, HIGH);
    int said = 0, told = d->moment.count;
    for (int i = d->ui.modal; i < d->ui.node_count; i++)
        said += d->ui.nodes[i].role == ROLE_SPEECH && is_in_sight(&d->ui.nodes[i]);
    assert_true(said > 0);
    assert_null(ui_by_key(&d->ui, ' ')); /* nothing that could not be used is drawn as if it could */
    answer_with(d, 1);
    assert_int_equal(d->moment.count, told + 1); /* what was said of the decision has not gone */
    assert_int_equal(d->moment.parts[0].kind, PART_TRUTH);
    const struct ui_node *truth = node_holding(&d->ui, "It is mostly feeling");
    assert_true(is_in_sight(truth) && holds(truth->name, "Not this one."));
}

static void in_an_assessment_a_question_about_the_meter_is_asked_and_not_answered_back(void **state)
{
    struct desk *d = open_mode(*state, MODE_assessment);
    assert_true(asked_for(d, PROMPT_agitation) != NONE);
    int told = d->moment.count;
    answer_with(d, 5);
    assert_int_equal(d->moment.count, told);
    assert_true(asked_for(d, PROMPT_nature) != NONE);
    answer_with(d, 0);
    assert_null(node_holding(&d->ui, "It is mostly feeling"));
}

static void a_question_put_off_is_not_asked_again_when_the_play_is_taken_up(void **state)
{
    struct ground *g = *state;
    g->settings.mode = MODE_guided;
    struct desk *d = open_scene_kept(g, KEEP_IN_PLAYS);
    assert_true(asked_for(d, PROMPT_nature) != NONE);
    struct ui_request r = ui_use(&d->app, &d->model, &d->frame, (struct ui_action){DEED_SKIP, 0, 0});
    desk_do(d, &r);
    struct command c = desk_picked(d->play.tale.scenario, d->view.choices[0].choice);
    assert_true(desk_command(d, &c));
    desk_leave_play(d);
    assert_true(desk_resume(d, NULL));
    assert_int_equal(d->app.sheet, SHEET_NONE);
}

/* --- what a part is for -------------------------------------------------------------------------------------------- */

static void a_part_with_the_pointer_or_the_focus_says_what_it_is_for(void **state)
{
    struct desk *d = open_scene(*state);
    static const char keys[] = {' ', 'l', 'n', 'h', 'm'};
    for (size_t i = 0; i < sizeof keys; i++) {
        const struct ui_node *node = ui_by_key(&d->ui, keys[i]);
        assert_true(node && node->hint.len > 10);
    }
    assert_true(ui_find(&d->ui, (struct ui_action){DEED_TONE, 1, 0})->hint.len > 10);
    int ops = d->ui.op_count;
    d->app.hover = ui_by_key(&d->ui, 'l')->action;
    desk_layout(d, WIDE, HIGH);
    assert_true(d->ui.op_count > ops + 1);
    const struct ui_op *box = NULL;
    for (int i = ops - 1; i < d->ui.op_count; i++)
        if (d->ui.ops[i].kind == OP_BOX)
            box = &d->ui.ops[i];
    assert_true(box && box->rect.y >= 0 && box->rect.x + box->rect.w <= WIDE);
    struct aloud aloud = {0};
    aloud_next(&aloud, d, &d->frame);
    d->app.focus = ui_by_key(&d->ui, 'l')->action;
    d->app.focus_shown = true;
    desk_layout(d, WIDE, HIGH);
    assert_true(holds(aloud_next(&aloud, d, &d->frame), "hands, breath and eyes"));
}

/* --- what gives nothing away ---------------------------------------------------------------------------------- */

static td_str drawn(struct desk *d, struct arena *arena)
{
    struct writer w;
    desk_layout(d, WIDE, HIGH);
    writer_init(&w, arena);
    ui_dump_tree(&w, &d->ui);
    ui_dump_ops(&w, &d->ui);
    return writer_str(&w);
}

static void scramble(struct view *view)
{
    view->agitation = 1000 - view->agitation / 2;
    view->understanding = view->rapport = view->trust = 777;
    view->stage = 3;
}

/* Whether a screen of this mode looks another way when only the inner state is another. */
static bool gives_away(struct desk *d, enum mode mode, int text_size)
{
    struct arena arena;
    arena_init(&arena, &memory_std);
    d->settings->mode = (int)mode;
    assert_true(desk_start(d, "bridge-rail"));
    desk_begin(d);
    desk_picks(d, &(struct command){.id_count = 0});
    d->app.sheet = SHEET_NONE;
    d->app.settings[SET_text_size] = text_size;
    td_str before = drawn(d, &arena);
    scramble(&d->view);
    bool other = !str_eq(before, drawn(d, &arena));
    if (mode == MODE_assessment)
        assert_int_equal(count_role(&d->ui, ROLE_METER), 0);
    desk_leave_play(d);
    arena_finish(&arena);
    return other;
}

static void an_assessment_draws_nothing_of_the_inner_state(void **state)
{
    struct desk *d = open_desk(*state);
    assert_false(gives_away(d, MODE_assessment, 100));
    assert_false(gives_away(d, MODE_assessment, 200));
    assert_true(gives_away(d, MODE_practice, 100)); /* so that the question means something */
}

static void what_is_asked_about_is_not_shown_meanwhile(void **state)
{
    struct desk *d = open_scene(*state);
    assert_int_equal(count_role(&d->ui, ROLE_METER), 5);
    d->app.sheet = SHEET_PROMPT;
    desk_layout(d, WIDE, HIGH);
    assert_int_equal(count_role(&d->ui, ROLE_METER), 0);
}

/* --- what is kept ------------------------------------------------------------------------------------------------ */

static bool marked(const struct desk *d, const char *kind)
{
    td_journal *journal = encounter_journal(&d->play);
    bool found = false;
    for (int i = 0; i < journal->mark_count; i++)
        found = found || str_is(journal->marks[i].kind, kind);
    journal_destroy(journal);
    return found;
}

static void a_debrief_that_was_not_seen_is_offered_again_and_one_that_was_is_not(void **state)
{
    struct desk *d = open_scene(*state);
    play_on(d, PLAYER_with_errors_repaired);
    assert_int_equal(d->view.phase, PHASE_OVER);
    assert_false(marked(d, "debriefed"));
    desk_ratings(d);
    assert_true(marked(d, "debriefed"));
    desk_again(d, &(struct command){.verb = VERB_rewind, .seat = SEAT_primary, .number = 2});
    play_on(d, PLAYER_with_errors_repaired);
    td_journal *journal = encounter_journal(&d->play);
    assert_false(plays_was_debriefed(journal)); /* another attempt, another debrief */
    journal_destroy(journal);
}

static void an_attempt_that_ended_keeps_its_row_while_the_next_is_open(void **state)
{
    struct desk *d = open_scene_kept(*state, KEEP_IN_PLAYS);
    play_on(d, PLAYER_with_errors_repaired);
    desk_again(d, &(struct command){.verb = VERB_rewind, .seat = SEAT_primary, .number = 2});
    encounter_wait(&d->play); /* the folder is the truth, once it has been written */
    desk_read_cards(d);
    assert_int_equal(d->model.past_count, 2);
    assert_true(d->past[0].last && d->past[0].score == NONE && d->past[0].attempt == 2);
    assert_true(!d->past[1].last && d->past[1].score >= 0 && d->past[1].attempt == 1);
    for (int i = 0; i < d->model.card_count; i++)
        if (d->cards[i].best != NONE)
            assert_int_equal(d->cards[i].best, d->past[1].score);
    d->app.screen = SCREEN_PROGRESS;
    desk_layout(d, WIDE, HIGH);
    int rows = 0;
    for (int i = 0; i < d->ui.node_count; i++)
        rows += d->ui.nodes[i].action.kind == DEED_PLAY;
    assert_int_equal(rows, 2); /* one goes on with the play, and the other looks back */
    struct ui_request look_back = {.wish = WISH_PLAY, .number = 1};
    desk_do(d, &look_back);
    desk_layout(d, WIDE, HIGH);
    assert_int_equal(d->app.screen, SCREEN_DEBRIEF);
    assert_int_equal(d->trace.attempt, 1);
    assert_int_equal(d->debrief.score.total, d->past[1].score);
    for (int i = 0; i < d->ui.node_count; i++) /* what is over stays as it was */
        assert_int_not_equal(d->ui.nodes[i].action.kind, DEED_AGAIN);
    assert_false(marked(d, "debriefed"));
    press(d, KEY_ESCAPE);
    desk_layout(d, WIDE, HIGH);
    assert_int_equal(d->app.screen, SCREEN_PROGRESS);
    assert_int_equal(d->model.past_count, 2);
    d->app.screen = SCREEN_HOME;
    desk_layout(d, WIDE, HIGH);
    assert_true(d->model.open_card != NONE && node_holding(&d->ui, "Best so far"));
}

static void a_note_that_was_kept_stands_in_the_notes(void **state)
{
    struct desk *d = open_scene(*state);
    press(d, 'n');
    ui_typed(&d->app, TD_STR("cold hands"));
    press(d, KEY_ENTER);
    assert_int_equal(d->model.note_count, 1);
    desk_layout(d, WIDE, HIGH);
    bool shown = false;
    for (int i = d->ui.modal; i < d->ui.node_count; i++)
        shown = shown || (d->ui.nodes[i].role == ROLE_TEXT && holds(d->ui.nodes[i].name, "cold hands"));
    assert_true(shown);
}

/* --- read aloud -------------------------------------------------------------------------------------------------- */

static void what_is_read_aloud_is_the_page_then_the_scene_then_the_focus(void **state)
{
    struct ground *g = *state;
    struct desk *d = open_desk(g);
    struct aloud aloud = {0};
    assert_true(holds(aloud_next(&aloud, d, &d->frame), "Encounters"));
    assert_int_equal(aloud_next(&aloud, d, &d->frame).len, 0);
    press(d, KEY_NEXT);
    desk_layout(d, WIDE, HIGH);
    td_str focus = ui_find(&d->ui, d->app.focus)->name;
    td_str read = aloud_next(&aloud, d, &d->frame);
    assert_true(holds(read, arena_cstr(&d->frame, focus)));
    assert_true(holds(read, ", tab")); /* what it is, and that it is where one is */
    assert_true(holds(read, ", chosen"));
}

static void in_a_row_of_numbers_the_question_is_read_too(void **state)
{
    struct desk *d = open_scene(*state);
    struct aloud aloud = {0};
    d->view.prompts = 0;
    play_on(d, PLAYER_with_errors_repaired);
    d->app.screen = SCREEN_RATING;
    desk_layout(d, WIDE, HIGH);
    aloud_next(&aloud, d, &d->frame);
    d->app.focus = (struct ui_action){DEED_RATE, 0, 70};
    d->app.focus_shown = true;
    desk_layout(d, WIDE, HIGH);
    td_str read = aloud_next(&aloud, d, &d->frame);
    assert_true(holds(read, "Listening. 70, button"));
    d->app.rate[0] = 70;
    desk_layout(d, WIDE, HIGH);
    assert_true(holds(aloud_next(&aloud, d, &d->frame), "70, button, chosen"));
}

static void a_scene_is_read_with_its_cues_its_words_and_its_lines(void **state)
{
    struct desk *d = open_scene(*state);
    struct aloud aloud = {0};
    struct say say = {&d->model, &d->frame};
    td_str read = aloud_next(&aloud, d, &d->frame);
    td_str cue = say_body(&say, &d->view, 1);
    struct writer whole;
    writer_init(&whole, &d->frame);
    w_str(&whole, cue);
    w_char(&whole, '\0');
    assert_true(holds(read, writer_str(&whole).ptr));
    for (int i = 0; i < d->view.choice_count; i++) {
        char before[16];
        snprintf(before, sizeof before, "%d. ", i + 1);
        assert_true(holds(read, before));
    }
    press(d, '1');
    desk_layout(d, WIDE, HIGH);
    assert_true(aloud_next(&aloud, d, &d->frame).len > 0);
}

/* --- the better line ------------------------------------------------------------------------------------------------ */

static void the_better_line_is_watched_to_its_end_and_changes_nothing(void **state)
{
    struct desk *d = open_scene(*state);
    play_on(d, PLAYER_with_errors_repaired);
    desk_debrief(d);
    assert_non_null(d->model.what_if);
    int32_t commands = play_count(d->play.play), step = d->app.step;
    desk_watch(d, step);
    assert_int_equal(d->app.screen, SCREEN_WATCH);
    assert_int_equal(session_agitation(d->watch), d->trace.steps[step].before.agitation);
    for (int i = 0; i < d->what_if.count; i++) {
        desk_watch_next(d);
        assert_int_equal(session_agitation(d->watch), d->what_if.agitation[i]); /* the dashed curve is what is seen */
        assert_true(d->moment.count > 0);
    }
    desk_watch_next(d);
    assert_int_equal(d->model.watched, d->what_if.count);
    desk_watch_end(d);
    assert_int_equal(d->app.screen, SCREEN_DEBRIEF);
    assert_int_equal(play_count(d->play.play), commands);
}

static void all_that_the_report_says_is_on_the_screen(void **state)
{
    struct desk *d = open_scene(*state);
    play_on(d, PLAYER_with_errors_repaired);
    desk_debrief(d);
    for (int tab = 0; tab < 4; tab++) {
        d->app.tab = tab;
        d->stale = true;
        desk_layout(d, WIDE, HIGH);
        for (int part = 0; part < DEBRIEF_PART_COUNT && tab == 2; part++) {
            struct writer w;
            writer_init(&w, &d->trace_arena);
            debrief_write_part(&w, &d->debrief, d->library->words, (enum debrief_part)part);
            td_str text = writer_str(&w);
            while (text.len > 0) {
                td_str line = str_line(&text);
                bool found = line.len == 0;
                for (int i = 0; i < d->ui.node_count && !found; i++)
                    found = str_eq(d->ui.nodes[i].name, line);
                assert_true(found);
            }
        }
    }
}

/* --- what is heard ----------------------------------------------------------------------------------------------------- */

static void tick(struct desk_sound *s, struct desk *d, int times)
{
    for (int i = 0; i < times; i++) {
        desk_layout(d, WIDE, HIGH);
        desk_move_person(d, 16, false);
        desk_sound_tick(s, d, clock_ms());
        usleep(2000);
    }
}

static void a_line_is_said_and_the_lips_move_and_close_again(void **state)
{
    struct desk *d = open_scene(*state);
    struct desk_sound s;
    int32_t widest = 0;
    setenv("SDL_AUDIODRIVER", "dummy", 1);
    desk_sound_open(&s);
    tick(&s, d, 5);
    struct command c = desk_picked(d->play.tale.scenario, d->view.choices[0].choice);
    assert_true(desk_command(d, &c));
    int64_t end = clock_ms() + 60000;
    tick(&s, d, 1);
    assert_int_equal(s.count, play_count(d->play.play));
    assert_true(desk_sound_busy(&s));
    while (desk_sound_busy(&s) && clock_ms() < end) {
        tick(&s, d, 1);
        widest = d->motion.shown.mouth_open > widest ? d->motion.shown.mouth_open : widest;
    }
    assert_true(widest > 100);
    assert_false(desk_sound_busy(&s));
    tick(&s, d, 60);
    assert_int_equal(d->motion.shown.mouth_open, 0);
    desk_sound_close(&s);
}

static void leaving_the_scene_leaves_its_sound(void **state)
{
    struct ground *g = *state;
    struct desk *d = open_scene(g);
    struct desk_sound s;
    setenv("SDL_AUDIODRIVER", "dummy", 1);
    desk_sound_open(&s);
    tick(&s, d, 20);
    assert_true(s.count != NONE);
    struct ui_request home = {.wish = WISH_CLOSE};
    desk_do(d, &home);
    tick(&s, d, 3);
    assert_int_equal(s.count, NONE);
    assert_false(desk_sound_busy(&s));
    desk_sound_close(&s);
}

static void without_a_device_all_goes_on_and_the_settings_say_so(void **state)
{
    struct desk *d = open_scene(*state);
    struct desk_sound s;
    setenv("SDL_AUDIODRIVER", "there is no such driver", 1);
    desk_sound_open(&s);
    tick(&s, d, 60);
    assert_false(d->model.sound_here);
    struct command c = desk_picked(d->play.tale.scenario, d->view.choices[0].choice);
    assert_true(desk_command(d, &c));
    tick(&s, d, 20);
    d->app.screen = SCREEN_SETTINGS;
    desk_layout(d, WIDE, HIGH);
    bool said = false;
    for (int i = 0; i < d->ui.node_count; i++)
        said = said || holds(d->ui.nodes[i].name, "No sound device");
    assert_true(said);
    desk_sound_close(&s);
}

int main(void)
{
    cmocka_set_message_output(CM_OUTPUT_TAP);
#define T(name) cmocka_unit_test_setup_teardown(name, settle, leave)
    const struct CMUnitTest tests[] = {
        T(a_person_who_cannot_be_read_is_said_once_and_the_scene_goes_on),
        T(a_broken_typeface_is_replaced_and_said_once),
        T(two_things_that_are_missing_are_both_said),
        cmocka_unit_test(a_key_that_does_something_else_is_refused_with_its_reason),
        T(a_key_set_in_the_settings_works_in_the_scene_and_is_kept),
        T(half_a_set_of_keys_is_not_believed),
        T(who_does_not_want_to_be_timed_is_not),
        T(an_emergency_number_keeps_its_order_in_a_line_from_right_to_left),
        cmocka_unit_test(lines_from_right_to_left_stand_at_the_right),
        T(what_is_read_aloud_is_the_page_then_the_scene_then_the_focus),
        T(in_a_row_of_numbers_the_question_is_read_too),
        T(nothing_of_a_scene_is_lost_at_any_size_of_text_or_window),
        T(a_hint_stands_in_sight_with_the_focus_and_can_be_put_away),
        T(what_is_new_begins_in_sight_and_an_arrow_tells_of_the_rest),
        T(a_question_leaves_his_last_words_in_sight_and_is_answered_back),
        T(in_an_assessment_a_question_about_the_meter_is_asked_and_not_answered_back),
        T(a_question_put_off_is_not_asked_again_when_the_play_is_taken_up),
        T(a_part_with_the_pointer_or_the_focus_says_what_it_is_for),
        T(after_a_decision_the_answer_the_feedback_and_the_lines_are_in_sight),
        T(an_assessment_draws_nothing_of_the_inner_state),
        T(what_is_asked_about_is_not_shown_meanwhile),
        T(a_debrief_that_was_not_seen_is_offered_again_and_one_that_was_is_not),
        T(an_attempt_that_ended_keeps_its_row_while_the_next_is_open),
        T(a_note_that_was_kept_stands_in_the_notes),
        T(a_scene_is_read_with_its_cues_its_words_and_its_lines),
        T(the_better_line_is_watched_to_its_end_and_changes_nothing),
        T(all_that_the_report_says_is_on_the_screen),
        T(a_line_is_said_and_the_lips_move_and_close_again),
        T(leaving_the_scene_leaves_its_sound),
        T(without_a_device_all_goes_on_and_the_settings_say_so),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
