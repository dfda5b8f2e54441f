/* fuzz_scenario.c - any bytes as a scenario, with its words behind a byte that no text can contain:
 * read or refused with placed diagnostics, never both, never neither.  What is read can be played; what
 * can be finished as a draft is finished the second time without a change. */
#include "demand.h"
#include "draft.h"
#include "stage.h"
#include "test_memory.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { INPUT_MAX = 100 * 1024, COMMANDS = 200, SEPARATOR = 0xFF };

/* Line and column exist in the text. */
static void check_place(const struct diag *d, td_str text)
{
    if (d->line == 0) {
        demand(d->column == 0);
        return;
    }
    for (int line = 1; line < d->line; line++) {
        demand(text.len > 0);
        str_line(&text);
    }
    td_str line = str_line(&text);
    demand(d->column >= 1 && (size_t)d->column <= line.len + 2);
}

static void check_diags(const struct diags *diags, td_str text)
{
    demand(diags->count <= diags->errors + diags->warnings);
    for (int i = 0; i < diags->count; i++) {
        enum diag_severity severity;
        demand(diag_severity_of(diags->items[i].code, &severity));
        demand(severity == diags->items[i].severity);
        check_place(&diags->items[i], text);
    }
}

static void play(const td_scenario *scenario, td_str text)
{
    td_session *session = stage_begun(scenario, text.len);
    struct bytes draws = bytes_from(text.ptr, text.len);
    for (int i = 0; i < COMMANDS && session->state->phase == PHASE_TALK; i++) {
        struct command command = stage_draw(&draws, session);
        const char *reason = NULL;
        td_status status = session_apply(session, &command, &reason);
        demand(status == TD_OK || reason != NULL);
    }
    session_destroy(session);
}

/* In a faulty scenario a choice may have no id, and so nothing to find its words by. */
static void check_words(const td_allocator *mem, const td_scenario *scenario, td_str text, struct arena *a)
{
    struct diags diags;
    td_texts *texts = NULL;
    diags_init(&diags, a);
    td_status status = texts_load(mem, scenario, NULL, TD_STR("text"), text, &diags, &texts);
    demand((status == TD_OK) == (texts != NULL) && (status == TD_OK) == (diags.errors == 0));
    check_diags(&diags, text);
    for (int i = 0; texts != NULL && i < scenario->choice_count; i++)
        demand(scenario->choices[i].id.len == 0 || texts_get(texts, NULL, scenario->choices[i].id).len > 0);
    texts_destroy(texts);
}

static void check_scenario(const td_allocator *mem, td_str scenario, td_str words, struct arena *a)
{
    struct diags diags;
    td_scenario *s = NULL;
    diags_init(&diags, a);
    td_status status = scenario_load(mem, &model_built_in, TD_STR("input"), scenario, &diags, &s);
    demand((status == TD_OK) == (s != NULL) && (status == TD_OK) == (diags.errors == 0));
    check_diags(&diags, scenario);
    if (s != NULL)
        play(s, words.len > 0 ? words : scenario);
    scenario_destroy(s);
    s = NULL;
    diags_init(&diags, a);
    scenario_load_faulty(mem, &model_built_in, TD_STR("input"), scenario, &diags, &s);
    if (s != NULL)
        check_words(mem, s, words, a);
    scenario_destroy(s);
}

static void check_draft(const td_allocator *mem, td_str draft, td_str words, struct arena *a)
{
    struct diags diags;
    struct draft_result once, again;
    struct draft_file none = {TD_STR("none"), {NULL, 0}};
    struct draft_file file = {TD_STR("draft"), draft}, texts = {TD_STR("words"), words};
    diags_init(&diags, a);
    if (draft_finish(mem, a, file, none, texts, &diags, &once) != TD_OK)
        return;
    file.bytes = once.scenario;
    texts.bytes = once.texts;
    demand(draft_finish(mem, a, file, none, texts, &diags, &again) == TD_OK);
    demand(again.made == 0 && again.moved == 0);
    demand(str_eq(again.scenario, once.scenario) && str_eq(again.texts, once.texts));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct test_memory memory;
    const td_allocator *mem = test_memory_init(&memory);
    struct arena arena;
    if (size > INPUT_MAX)
        return 0;
    const uint8_t *end = size > 0 ? memchr(data, SEPARATOR, size) : NULL;
    td_str scenario = {(const char *)data, end != NULL ? (size_t)(end - data) : size};
    td_str words = {scenario.ptr + scenario.len + (end != NULL), end != NULL ? size - scenario.len - 1 : 0};
    arena_init(&arena, mem);
    check_scenario(mem, scenario, words, &arena);
    check_draft(mem, scenario, words, &arena);
    arena_finish(&arena);
    demand(memory.blocks == 0);
    return 0;
}
