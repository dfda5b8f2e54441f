/* stage.c - stories and sessions for tests. */
#include "stage.h"

#include <stdio.h>
#include <stdlib.h>

#ifndef TESTS_DIR
#define TESTS_DIR "tests"
#endif

static void *resize(void *context, void *block, size_t size)
{
    (void)context;
    if (size == 0) {
        free(block);
        return NULL;
    }
    block = realloc(block, size);
    if (block == NULL)
        abort();
    return block;
}

const td_allocator stage_memory = {resize, NULL};

static void give_up(const char *what)
{
    fprintf(stderr, "stage: %s\n", what);
    abort();
}

/* --- stories --------------------------------------------------------------------------------- */

static td_scenario *load(td_str file, td_str bytes)
{
    struct arena arena;
    struct diags diags;
    td_scenario *scenario = NULL;
    arena_init(&arena, &stage_memory);
    diags_init(&diags, &arena);
    td_status status = scenario_load(&stage_memory, &model_built_in, file, bytes, &diags, &scenario);
    for (int i = 0; i < diags.count && status != TD_OK; i++) {
        const struct diag *d = &diags.items[i];
        if (d->severity == DIAG_ERROR)
            fprintf(stderr, "%.*s:%d:%d: %s (%.*s) %.*s: %.*s\n", (int)file.len, file.ptr, d->line, d->column, d->code,
                    (int)d->pointer.len, d->pointer.ptr, (int)d->subject.len, d->subject.ptr, (int)d->detail.len,
                    d->detail.ptr);
    }
    if (status != TD_OK)
        give_up("this story does not load");
    arena_finish(&arena);
    return scenario;
}

void stage_path(const char *name, char *ret, size_t size)
{
    snprintf(ret, size, TESTS_DIR "/%s", name);
}

td_scenario *stage_load(const char *name)
{
    char path[1024];
    snprintf(path, sizeof path, TESTS_DIR "/data/%s/scenario.json", name);
    return stage_load_file(path);
}

const td_scenario *stage_mini(void)
{
    static td_scenario *mini;
    if (mini == NULL)
        mini = stage_load("mini");
    return mini;
}

td_scenario *stage_load_file(const char *path)
{
    enum { BYTES_MAX = 1 << 22 };
    FILE *in = fopen(path, "rb");
    if (in == NULL)
        give_up(path);
    char *bytes = malloc(BYTES_MAX);
    size_t len = fread(bytes, 1, BYTES_MAX, in);
    fclose(in);
    td_scenario *scenario = load(str_of(path), (td_str){bytes, len});
    free(bytes);
    return scenario;
}

td_scenario *stage_shipped(const char *id)
{
    char path[1024];
    snprintf(path, sizeof path, TESTS_DIR "/../scenarios/%s/scenario.json", id);
    FILE *in = fopen(path, "rb");
    if (in == NULL)
        return NULL;
    fclose(in);
    return stage_load_file(path);
}

static td_scenario *load_quoted(td_str json)
{
    char *bytes = malloc(json.len);
    for (size_t i = 0; i < json.len; i++)
        bytes[i] = (char)(json.ptr[i] == '\'' ? '"' : json.ptr[i]);
    td_scenario *scenario = load(TD_STR("story"), (td_str){bytes, json.len});
    free(bytes);
    return scenario;
}

td_scenario *stage_read(const char *json)
{
    return load_quoted(str_of(json));
}

static const char head[] =
    "{'format':'talkdown-scenario-1','id':'story','lang':'en','last_id':99999,'sector':'social',"
    "'stance':'support-worker','place':'shelter-desk','channel':'face','minutes':5,'outcomes':[2],'modules':[2],"
    "'budget':{'exchanges':30,'minutes':60},'intended_outcome':'resolved','difficulty':1000,'content_notes':[],"
    "'services':[],'sources':['A test.'],'reviewed_by':[],'distance':{'start':220},"
    "'briefing':{'items':[{'id':'b-one','class':'known'},{'id':'b-two','class':'needed','key':true},"
    "{'id':'b-three','class':'needed'},{'id':'b-four','class':'needed'}],'pick':2,"
    "'approach':[{'id':'ap-one','key':true},{'id':'ap-two'}]}";
static const char endings[] =
    ",'endings':[{'id':'e-resolved','outcome':'resolved'},{'id':'e-stabilised','outcome':'stabilised'},"
    "{'id':'e-stalemate','outcome':'stalemate'},{'id':'e-lost','outcome':'contact_lost'},"
    "{'id':'e-escalated','outcome':'escalated'},{'id':'e-withdrawn','outcome':'withdrawn'}]";

static bool has(const char *text, const char *part)
{
    return strstr(text, part) != NULL;
}

/* What every story needs and this one does not say itself. */
static void write_rest(struct writer *w, const char *more)
{
    if (!has(more, ",'endings':"))
        w_text(w, endings);
    if (!has(more, ",'subject':"))
        w_text(w, ",'subject':{'identity':'daniel','pronoun':'he','profile':'default','expressive':true,"
                  "'emotion':'anger','need':'identity'}");
    if (!has(more, ",'facts':"))
        w_text(w, ",'facts':[]");
    if (!has(more, ",'silence':"))
        w_text(w, ",'silence':[{'id':'l90001'}]");
}

td_scenario *stage_story(const char *nodes, const char *more)
{
    struct arena arena;
    struct writer w;
    arena_init(&arena, &stage_memory);
    writer_init(&w, &arena);
    w_text(&w, head);
    write_rest(&w, more);
    if (!has(more, ",'start':"))
        w_text(&w, ",'start':'first'");
    w_text(&w, ",'nodes':[");
    w_text(&w, nodes);
    w_text(&w, "]");
    w_text(&w, more);
    w_text(&w, "}");
    td_scenario *scenario = load_quoted(writer_str(&w));
    arena_finish(&arena);
    return scenario;
}

static void write_choice(struct writer *w, int id, int to, struct bytes *draw)
{
    static const char *const acts[] = {"label", "open_question", "paraphrase", "validate", "advice",
                                       "order", "suggest",       "minimise",   "summary",  "mirror"};
    w_text(w, "{'id':'c");
    w_int(w, id);
    w_text(w, "','act':'");
    w_text(w, acts[take_below(draw, sizeof acts / sizeof *acts)]);
    w_text(w, "','q':");
    w_int(w, 500 + (int)take_below(draw, 500));
    w_text(w, ",'once':false,'to':'n");
    w_int(w, to);
    w_text(w, "','reactions':[{'id':'l");
    w_int(w, id * 2);
    w_text(w, "','when':{'band':['hostile','crisis']}},{'id':'l");
    w_int(w, id * 2 + 1);
    w_text(w, "'}]}");
}

static void write_node(struct writer *w, int node, int nodes, int choices, struct bytes *draw)
{
    w_text(w, node > 0 ? ",{'id':'n" : "{'id':'n");
    w_int(w, node);
    w_text(w, "','lines':[{'id':'l");
    w_int(w, 50000 + node * 2);
    w_text(w, "','when':{'stage':[2,3]}},{'id':'l");
    w_int(w, 50001 + node * 2);
    w_text(w, "'}],'choices':[");
    for (int i = 0; i < choices; i++) {
        if (i > 0)
            w_text(w, ",");
        int to = i == 0 ? (node + 1) % nodes : (int)take_below(draw, (uint32_t)nodes);
        write_choice(w, 100 + node * choices + i, to, draw);
    }
    w_text(w, "]}");
}

td_scenario *stage_graph(int nodes, int choices, uint64_t seed)
{
    struct arena arena;
    struct writer w;
    arena_init(&arena, &stage_memory);
    writer_init(&w, &arena);
    size_t len = (size_t)nodes * (size_t)choices * 8;
    uint8_t *noise = arena_alloc(&arena, len);
    bytes_fill(noise, len, seed);
    struct bytes draw = bytes_from(noise, len);
    for (int i = 0; i < nodes; i++)
        write_node(&w, i, nodes, choices, &draw);
    w_str(&w, (td_str){"", 1});
    td_scenario *scenario = stage_story(writer_str(&w).ptr, ",'start':'n0'");
    arena_finish(&arena);
    return scenario;
}

/* --- sessions -------------------------------------------------------------------------------- */

struct setup stage_setup(uint64_t seed)
{
    return (struct setup){.seed = seed, .noise = 80, .mode = MODE_practice, .rung = RUNG_personal, .preset = "solo"};
}

td_session *stage_session(const td_scenario *scenario, uint64_t seed)
{
    struct setup setup = stage_setup(seed);
    return session_create(&stage_memory, scenario, &model_built_in, &setup);
}

const char *stage_do(td_session *session, const char *line)
{
    struct command command;
    int column = 0;
    const char *reason = "";
    if (command_parse(str_of(line), &command, &column) != TD_OK)
        give_up(line);
    return session_apply(session, &command, &reason) == TD_OK ? "" : reason;
}

td_session *stage_begun(const td_scenario *scenario, uint64_t seed)
{
    td_session *session = stage_session(scenario, seed);
    if (*stage_do(session, "primary begin"))
        give_up("this story does not begin");
    return session;
}

/* --- plays ----------------------------------------------------------------------------------- */

static void set_id(char *to, td_str id)
{
    memcpy(to, id.ptr, id.len);
    to[id.len] = '\0';
}

static struct command by(enum verb verb)
{
    return command_empty(SEAT_primary, verb);
}

static struct command draw_briefing(struct bytes *bytes, const td_session *session)
{
    const td_scenario *s = session->scenario;
    struct command command = by(take_below(bytes, 3) == 1 ? VERB_pick : VERB_begin);
    for (int i = 0; command.verb == VERB_pick && i < s->briefing_count && command.id_count < s->briefing_pick; i++)
        if (s->briefing[i].class == BRIEF_needed && take_below(bytes, 2) == 0)
            set_id(command.ids[command.id_count++], s->briefing[i].id);
    if (command.id_count == 0)
        command.verb = VERB_begin;
    return command;
}

static struct command draw_choice(struct bytes *bytes, const td_session *session, const struct view *view)
{
    struct command command = by(VERB_choose);
    const struct view_choice *chosen = &view->choices[take_below(bytes, (uint32_t)view->choice_count)];
    set_id(command.id, session->scenario->choices[chosen->choice].id);
    command.tone = take_between(bytes, -1, 1);
    command.pace = take_between(bytes, -1, 1);
    if (view->distance_free && take_below(bytes, 4) == 1)
        command.dist = take_between(bytes, DIST_MIN, 600);
    command.after = take_between(bytes, 0, 60000);
    return command;
}

static int32_t draw_bit(struct bytes *bytes, uint32_t bits)
{
    int count = 0;
    for (uint32_t left = bits; left; left &= left - 1)
        count++;
    uint32_t wanted = take_below(bytes, (uint32_t)count);
    for (int32_t bit = 0;; bit++)
        if ((bits >> bit & 1) && wanted-- == 0)
            return bit;
}

static struct command draw_answer(struct bytes *bytes, const td_session *session, const struct view *view)
{
    struct command command = by(VERB_assess);
    const td_scenario *s = session->scenario;
    const struct prompt *prompt = &s->prompts[draw_bit(bytes, view->prompts)];
    set_id(command.id, prompt->id);
    command.sure = take_between(bytes, 0, 100);
    if (prompt->kind == PROMPT_agitation || prompt->kind == PROMPT_step)
        command.number = take_between(bytes, 0, 4);
    else if (prompt->kind == PROMPT_nature)
        set_id(command.ids[command.id_count++], TD_STR("expressive"));
    else if (prompt->kind == PROMPT_emotion)
        set_id(command.ids[command.id_count++], emotion_names[take_below(bytes, emotion_count)]);
    else if (prompt->kind == PROMPT_need)
        set_id(command.ids[command.id_count++], need_names[take_below(bytes, need_count)]);
    else if (prompt->options.count > 0)
        set_id(command.ids[command.id_count++], s->prompt_options[prompt->options.first].id);
    return command;
}

static struct command draw_by_bits(struct bytes *bytes, enum verb verb, uint32_t bits)
{
    struct command command = by(verb);
    command.kind = draw_bit(bytes, bits);
    command.threat = verb == VERB_help && take_below(bytes, 4) == 1;
    return command;
}

static struct command draw_time(struct bytes *bytes, enum verb verb)
{
    struct command command = by(verb);
    if (verb == VERB_pause)
        command.number = take_between(bytes, PAUSE_MS_MIN, PAUSE_MS_MAX);
    if (verb == VERB_wait)
        command.number = 1 + (int32_t)take_below(bytes, 300000);
    return command;
}

struct command stage_draw_offered(struct bytes *bytes, const td_session *session)
{
    struct view view;
    session_view(session, SEAT_primary, &view);
    if (view.phase == PHASE_BRIEFING)
        return draw_briefing(bytes, session);
    uint32_t way = take_below(bytes, 24);
    if (way == 1 && view.help_open)
        return draw_by_bits(bytes, VERB_help, view.help_open);
    if (way == 2 && view.scene_open)
        return draw_by_bits(bytes, VERB_move, view.scene_open);
    if (way <= 4 && view.prompts)
        return draw_answer(bytes, session, &view);
    if (way == 5 && view.may_observe)
        return draw_time(bytes, VERB_observe);
    if (way == 6)
        return draw_time(bytes, VERB_wait);
    if (way == 7 && view.may_handover) {
        struct command command = by(VERB_handover);
        command.kind = (int32_t)take_below(bytes, 32);
        return command;
    }
    if (way == 8 && take_below(bytes, 16) == 1)
        return by(VERB_withdraw);
    if (way <= 10 || !view.may_choose)
        return draw_time(bytes, VERB_pause);
    return draw_choice(bytes, session, &view);
}

static void draw_any_id(struct bytes *bytes, const td_scenario *s, char *ret)
{
    switch (take_below(bytes, 5)) {
    case 0: set_id(ret, s->choices[take_below(bytes, (uint32_t)s->choice_count)].id); return;
    case 1: set_id(ret, s->nodes[take_below(bytes, (uint32_t)s->node_count)].id); return;
    case 2:
        set_id(ret, s->inject_count ? s->inject[take_below(bytes, (uint32_t)s->inject_count)].id : TD_STR("i"));
        return;
    case 3:
        set_id(ret, s->prompt_count ? s->prompts[take_below(bytes, (uint32_t)s->prompt_count)].id : TD_STR("p"));
        return;
    default: set_id(ret, TD_STR("nobody")); return;
    }
}

/* Well formed, and quite possibly out of place. */
static struct command draw_anything(struct bytes *bytes, const td_session *session)
{
    struct command command =
        command_empty((enum seat)take_below(bytes, SEAT_COUNT), (enum verb)take_below(bytes, VERB_COUNT));
    const td_scenario *s = session->scenario;
    draw_any_id(bytes, s, command.id);
    if (command.verb == VERB_pick || (command.verb == VERB_assess && take_below(bytes, 2))) {
        command.id_count = 1 + (int32_t)take_below(bytes, 3);
        for (int i = 0; i < command.id_count; i++)
            draw_any_id(bytes, s, command.ids[i]);
    }
    if (command.verb == VERB_pause || command.verb == VERB_wait)
        command.number = draw_time(bytes, command.verb).number;
    if (command.verb == VERB_tag)
        command.number = take_between(bytes, TAG_MIN, TAG_MAX);
    if (command.verb == VERB_rewind)
        command.number = take_between(bytes, 1, 200);
    if (command.verb == VERB_assess && command.id_count == 0)
        command.number = take_between(bytes, 0, 20);
    if (command.verb == VERB_help)
        command.kind = (int32_t)take_below(bytes, help_kind_count);
    if (command.verb == VERB_heard) {
        command.kind = (int32_t)take_below(bytes, ACT_COUNT);
        command.number = take_between(bytes, 0, 1000);
        command.tone = take_between(bytes, -1, 1);
    }
    if (command.verb == VERB_move)
        command.kind = (int32_t)take_below(bytes, scene_kind_count);
    if (command.verb == VERB_handover)
        command.kind = (int32_t)take_below(bytes, 32);
    return command;
}

static struct command draw_rewind(struct bytes *bytes, const td_session *session)
{
    struct command command = by(VERB_rewind);
    command.number = 1 + (int32_t)take_below(bytes, (uint32_t)session->state->commands + 2);
    return command;
}

struct command stage_draw(struct bytes *bytes, const td_session *session)
{
    if (take_below(bytes, 30) == 1)
        return draw_rewind(bytes, session);
    if (session->state->phase == PHASE_OVER || take_below(bytes, 5) == 1)
        return draw_anything(bytes, session);
    return stage_draw_offered(bytes, session);
}
