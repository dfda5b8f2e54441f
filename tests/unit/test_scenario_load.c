/* test_scenario_load.c - what the loader hands out: the small test story, value by value, and what its
 * hash counts as a rule.  What it refuses is in tests/broken. */
#include "environment.h"
#include "files.h"
#include "memory.h"
#include "scenario.h"
#include "test_memory.h"
#include "writer.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
/* after those: */
#include <cmocka.h>

struct fixture {
    struct test_memory memory;
    struct arena arena;
    struct diags diags;
    td_str bytes; /* of the small story */
    td_scenario *mini;
};

static td_status load(struct fixture *f, td_str bytes, td_scenario **ret)
{
    diags_init(&f->diags, &f->arena);
    return scenario_load(&f->memory.allocator, &model_built_in, TD_STR("scenario.json"), bytes, &f->diags, ret);
}

static int set_up(void **state)
{
    struct fixture *f = calloc(1, sizeof *f);
    char path[1024];
    arena_init(&f->arena, &memory_std);
    test_memory_init(&f->memory);
    snprintf(path, sizeof path, "%s/data/mini/scenario.json", environment("TALKDOWN_TESTS"));
    *state = f;
    if (file_read(&f->arena, path, LIMIT_FILE_BYTES, &f->bytes) != NULL)
        return -1;
    return load(f, f->bytes, &f->mini) == TD_OK ? 0 : -1;
}

static int tear_down(void **state)
{
    struct fixture *f = *state;
    scenario_destroy(f->mini);
    arena_finish(&f->arena);
    int left = f->memory.blocks;
    free(f);
    return left; /* whatever a test loaded, it gave back */
}

/* The small story with one place changed; from must stand there exactly once. */
static td_str changed(struct fixture *f, const char *from, const char *to)
{
    struct writer w;
    td_str text = f->bytes, wanted = str_of(from);
    size_t at = 0;
    while (at + wanted.len <= text.len && memcmp(text.ptr + at, from, wanted.len) != 0)
        at++;
    assert_true(at + wanted.len <= text.len);
    writer_init(&w, &f->arena);
    w_str(&w, (td_str){text.ptr, at});
    w_text(&w, to);
    w_str(&w, (td_str){text.ptr + at + wanted.len, text.len - at - wanted.len});
    return writer_str(&w);
}

static uint64_t hash_of(struct fixture *f, td_str bytes)
{
    td_scenario *s = NULL;
    if (load(f, bytes, &s) != TD_OK)
        fail_msg("%s at %d:%d", f->diags.items[0].code, f->diags.items[0].line, f->diags.items[0].column);
    uint64_t hash = s->rules_hash;
    scenario_destroy(s);
    return hash;
}

static const struct choice *choice(const struct fixture *f, const char *id)
{
    int index = scenario_find_choice(f->mini, str_of(id));
    assert_int_not_equal(index, NONE);
    return &f->mini->choices[index];
}

static const struct node *node(const struct fixture *f, const char *id)
{
    int index = scenario_find_node(f->mini, str_of(id));
    assert_int_not_equal(index, NONE);
    return &f->mini->nodes[index];
}

static int flag_bit(const td_scenario *s, const char *name)
{
    for (int i = 0; i < s->flag_count; i++)
        if (str_is(s->flags[i], name))
            return s->fact_count + i;
    return NONE;
}

/* --- the head --- */

static void the_head_is_read_value_by_value(void **state)
{
    const td_scenario *s = ((const struct fixture *)*state)->mini;
    assert_true(str_is(s->id, "mini") && str_is(s->lang, "en"));
    assert_int_equal(s->last_id, 65);
    assert_int_equal(s->sector, SECTOR_social);
    assert_int_equal(s->stance, STANCE_support_worker);
    assert_int_equal(s->place, PLACE_shelter_desk);
    assert_int_equal(s->channel, CHANNEL_face);
    assert_int_equal(s->outcomes, 1 << 2 | 1 << 4 | 1 << 5);
    assert_int_equal(s->modules, 1 << 2);
    assert_int_equal(s->budget_exchanges, 24);
    assert_int_equal(s->budget_minutes, 40);
    assert_int_equal(s->intended, OUTCOME_resolved);
    assert_int_equal(s->difficulty, 900);
    assert_int_equal(s->content_note_count, 2);
    assert_true(str_is(s->content_notes[1], "suicide"));
    assert_int_equal(s->service_count, 1);
    assert_int_equal(s->reviewer_count, 0);
    assert_int_equal(s->start_distance, 220);
    assert_true(s->soft_unheard && !s->slow_loses && !s->distance_fixed);
    assert_int_equal(s->far_unheard, 350);
}

static void the_profile_has_the_scenarios_own_numbers(void **state)
{
    const td_scenario *s = ((const struct fixture *)*state)->mini;
    int index;
    assert_true(profile_find(TD_STR("suicidal-despair"), &index));
    struct profile wanted = profile_built_in[index];
    wanted.P0 = 560;
    wanted.tag[TAG_shame] = 180;
    assert_int_equal(s->profile_index, index);
    assert_memory_equal(&s->profile, &wanted, sizeof wanted);
    assert_int_equal(s->emotion, EMOTION_shame);
    assert_int_equal(s->need, NEED_identity);
    assert_true(s->expressive);
}

static void facts_come_first_in_memory_and_flags_behind_them(void **state)
{
    const td_scenario *s = ((const struct fixture *)*state)->mini;
    assert_int_equal(s->fact_count, 8);
    assert_int_equal(s->flag_count, 4);
    int badge = scenario_find_fact(s, TD_STR("badge"));
    assert_int_equal(s->facts[badge].kind, FACT_trigger);
    assert_int_equal(s->facts[badge].strength, 220);
    assert_int_equal(s->facts[badge].tag, TAG_shame);
    assert_int_equal(s->facts[scenario_find_fact(s, TD_STR("mother"))].strength, 250); /* a decoy */
    const struct fact *daughter = &s->facts[scenario_find_fact(s, TD_STR("daughter"))];
    const struct condition *guard = &s->conditions[daughter->guard];
    assert_int_equal(guard->ranges, 1 << CV_UNDERSTANDING);
    assert_int_equal(s->range_pool[guard->range.first], 200);
    assert_int_equal(s->range_pool[guard->range.first + 1], 1000);
}

static void variants_set_flags_and_numbers(void **state)
{
    const td_scenario *s = ((const struct fixture *)*state)->mini;
    assert_int_equal(s->axis_count, 1);
    assert_int_equal(s->axes[0].options.count, 2);
    const struct variant_option *late = &s->options[s->axes[0].options.first];
    assert_int_equal(late->sets.count, 1);
    assert_int_equal(s->pool[late->sets.first], flag_bit(s, "evening"));
    assert_int_equal(late->overrides.count, 1);
    assert_true(str_is(s->override_pool[late->overrides.first].field, "L0"));
    assert_int_equal(s->override_pool[late->overrides.first].value, 420);
}

static void the_briefing_keeps_classes_keys_and_plans(void **state)
{
    const td_scenario *s = ((const struct fixture *)*state)->mini;
    assert_int_equal(s->briefing_count, 5);
    assert_int_equal(s->briefing_pick, 2);
    assert_int_equal(s->briefing[1].class, BRIEF_assumed);
    assert_true(s->briefing[2].key && !s->briefing[4].key);
    assert_int_equal(s->approach_count, 2);
    assert_true(s->approach[0].key && !s->approach[1].key);
}

/* --- the story --- */

static void a_node_has_its_lines_with_the_fallback_last(void **state)
{
    const struct fixture *f = *state;
    const struct node *first = node(f, "first-words");
    const struct line *lines = &f->mini->lines[first->lines.first];
    assert_int_equal(first->lines.count, 3);
    assert_int_equal(f->mini->conditions[lines[0].condition].bands, 1 << BAND_hostile | 1 << BAND_crisis);
    assert_true(str_is(lines[0].cue, "looks-away"));
    assert_true(str_is(lines[2].id, "l003"));
    assert_int_equal(lines[2].condition, 0);
    assert_true(!first->storylet && first->again);
    assert_int_equal(first->silence.count, 1);
    assert_int_equal(f->mini->lines[first->silence.first].to, scenario_find_node(f->mini, TD_STR("the-door")));
}

static void what_always_fits_stands_last_whatever_the_file_says(void **state)
{
    const struct fixture *f = *state;
    const struct node *girl = node(f, "the-girl"); /* l027 waits for its fact but has no condition */
    const struct line *lines = &f->mini->lines[girl->lines.first];
    assert_true(str_is(lines[0].id, "l028"));
    assert_true(str_is(lines[1].id, "l027") && lines[1].condition == 0);
    assert_true(str_is(lines[2].id, "l060"));
}

static void a_choice_is_a_move_with_its_defaults(void **state)
{
    const struct choice *plain = choice(*state, "c009"), *full = choice(*state, "c007");
    assert_int_equal(plain->move.act, ACT_MINIM);
    assert_int_equal(plain->move.q, 1000);
    assert_int_equal(plain->move.dt, 45);
    assert_int_equal(plain->move.complexity, 1);
    assert_int_equal(plain->move.dist, -1);
    assert_int_equal(plain->need, NONE);
    assert_true(plain->once);
    assert_int_equal(plain->names, NONE);
    assert_int_equal(full->move.q, 800);
    assert_int_equal(full->move.tone, 1);
    assert_int_equal(full->need, NEED_identity);
    assert_int_equal(choice(*state, "c022")->move.dt, 20);
    assert_false(choice(*state, "c022")->once);
}

static void a_choice_leads_where_the_first_fitting_target_says(void **state)
{
    const struct fixture *f = *state;
    const struct choice *c = choice(f, "c015");
    const struct target *targets = &f->mini->targets[c->to.first];
    assert_int_equal(c->to.count, 2);
    assert_int_equal(targets[0].node, scenario_find_node(f->mini, TD_STR("the-girl")));
    assert_int_not_equal(targets[0].condition, 0);
    assert_int_equal(targets[1].node, scenario_find_node(f->mini, TD_STR("stuck")));
    assert_int_equal(targets[1].condition, 0);
}

static void a_choice_knows_facts_demands_promises_and_people(void **state)
{
    const struct fixture *f = *state;
    int tea = scenario_find_fact(f->mini, TD_STR("tea"));
    assert_int_equal(choice(f, "c018")->names, scenario_find_fact(f->mini, TD_STR("badge")));
    assert_int_equal(choice(f, "c020")->demand, 0);
    assert_int_equal(choice(f, "c025")->promise, tea);
    assert_int_equal(choice(f, "c043")->grant, tea);
    assert_int_equal(choice(f, "c061")->party, 0);
    assert_true(choice(f, "c061")->live);
    assert_int_equal(f->mini->parties[0].tpi, -300);
    assert_int_equal(f->mini->demands[0].deadline, 20);
}

static void floating_choices_belong_to_no_node(void **state)
{
    const struct fixture *f = *state;
    assert_int_equal(f->mini->floating.count, 2);
    const struct choice *sorry = choice(f, "c052");
    assert_int_equal(sorry->node, NONE);
    assert_int_equal(sorry->exclude.count, 1);
    assert_int_equal(f->mini->pool[sorry->exclude.first], scenario_find_node(f->mini, TD_STR("first-words")));
}

static void the_most_specific_condition_has_the_most_parts(void **state)
{
    const struct fixture *f = *state;
    const struct condition *entry = &f->mini->conditions[node(f, "the-girl")->entry];
    assert_int_equal(entry->stages, 1 << 1 | 1 << 2 | 1 << 3);
    assert_int_equal(entry->any.count, 2);
    assert_int_equal(entry->specificity, 2); /* the stage, and the larger branch of any */
    const struct condition *said = &f->mini->conditions[f->mini->pool[entry->any.first]];
    assert_int_equal(said->said.count, 1);
    assert_int_equal(f->mini->pool[said->said.first], scenario_find_choice(f->mini, TD_STR("c015")));
    const struct condition *question = &f->mini->conditions[choice(f, "c049")->condition];
    assert_int_equal(question->flags, COND_ASKED_NO);
    assert_int_equal(question->specificity, 2);
}

static void storylets_stand_in_the_order_in_which_they_are_asked(void **state)
{
    const struct fixture *f = *state;
    assert_int_equal(f->mini->storylet_count, 2);
    assert_int_equal(f->mini->storylets[0], scenario_find_node(f->mini, TD_STR("the-girl"))); /* priority 5 */
    assert_int_equal(f->mini->storylets[1], scenario_find_node(f->mini, TD_STR("stuck")));
    assert_false(node(f, "stuck")->again);
}

static void of_equal_priority_the_more_specific_storylet_goes_first(void **state)
{
    struct fixture *f = *state;
    td_scenario *s = NULL;
    td_str text = changed(
        f, "\"entry\": {\"when\": {\"visited\": [\"the-door\"]}}",
        "\"entry\": {\"when\": {\"visited\": [\"the-door\"], \"stage\": [0], \"asked\": false}, \"priority\": 5}");
    assert_int_equal(load(f, text, &s), TD_OK);
    assert_int_equal(s->storylets[0], scenario_find_node(s, TD_STR("stuck")));
    scenario_destroy(s);
}

/* --- around the talk --- */

static void events_help_and_moves_are_read(void **state)
{
    const td_scenario *s = ((const struct fixture *)*state)->mini;
    assert_int_equal(s->events[0].minute, 6);
    assert_int_equal(s->events[0].effect.P, 80);
    assert_int_equal(s->events[0].effect.U, -20);
    assert_int_equal(s->events[0].tag, TAG_noise);
    assert_int_equal(s->events[1].minute, NONE);
    assert_int_equal(s->events[1].arrives, 0);
    assert_int_equal(s->help[0].kind, HELP_supervisor);
    assert_true(s->help[0].needed && s->help[0].handover);
    assert_int_equal(s->help[0].announce.count, 1);
    assert_int_equal(s->scene[0].kind, SCENE_sit);
    assert_int_equal(s->scene[0].effect.U, 60);
    assert_int_equal(s->inject_count, 1);
    assert_int_not_equal(s->inject[0].condition, 0);
    assert_int_equal(scenario_find_inject(s, TD_STR("i-siren")), 0);
    assert_int_equal(scenario_find_event(s, TD_STR("brother-comes")), 1);
}

static void prompts_have_their_moment_and_their_key(void **state)
{
    const td_scenario *s = ((const struct fixture *)*state)->mini;
    const struct prompt *risk = &s->prompts[scenario_find_prompt(s, TD_STR("p-risk"))];
    const struct prompt *middle = &s->prompts[scenario_find_prompt(s, TD_STR("p-mid"))];
    assert_int_equal(risk->moment, MOMENT_before_close);
    assert_int_equal(risk->options.count, 2);
    assert_false(s->prompt_options[risk->options.first].key);
    assert_true(s->prompt_options[risk->options.first + 1].key);
    assert_int_equal(middle->moment, MOMENT_exchange);
    assert_int_equal(middle->exchange, 4);
    assert_int_equal(middle->kind, PROMPT_emotion);
}

static void endings_have_outcome_condition_and_grade(void **state)
{
    const td_scenario *s = ((const struct fixture *)*state)->mini;
    assert_int_equal(s->ending_count, 8);
    assert_int_equal(s->endings[1].outcome, OUTCOME_resolved);
    assert_int_not_equal(s->endings[1].condition, 0);
    assert_int_equal(s->endings[1].grade, 1000);
    assert_int_equal(s->endings[6].outcome, OUTCOME_harm_despite_calm);
}

static void nothing_is_found_under_a_name_that_is_not_there(void **state)
{
    const td_scenario *s = ((const struct fixture *)*state)->mini;
    assert_int_equal(scenario_find_choice(s, TD_STR("c999")), NONE);
    assert_int_equal(scenario_find_choice(s, TD_STR("")), NONE);
    assert_int_equal(scenario_find_node(s, TD_STR("first")), NONE);
    assert_int_equal(scenario_find_fact(s, TD_STR("evening")), NONE); /* a flag */
    assert_int_equal(scenario_find_event(s, TD_STR("i-siren")), NONE);
    for (int i = 0; i < s->choice_count; i++)
        assert_int_equal(scenario_find_choice(s, s->choices[i].id), i);
    for (int i = 0; i < s->node_count; i++)
        assert_int_equal(scenario_find_node(s, s->nodes[i].id), i);
}

/* --- the hash of the rules --- */

static void the_order_of_keys_and_white_space_are_no_rules(void **state)
{
    struct fixture *f = *state;
    uint64_t hash = f->mini->rules_hash;
    assert_true(hash_of(f, changed(f, "\"minutes\": 5,", "\"minutes\"  :\n\n5  ,")) == hash);
    assert_true(hash_of(f, changed(f, "\"act\": \"mirror\", \"q\": 800,", "\"q\": 800, \"act\": \"mirror\",")) == hash);
    assert_true(hash_of(f, changed(f, "\"sector\": \"social\",\n  \"stance\": \"support-worker\",",
                                   "\"stance\": \"support-worker\",\n  \"sector\": \"social\",")) == hash);
}

static void what_goes_without_saying_is_no_rule(void **state)
{
    struct fixture *f = *state;
    uint64_t hash = f->mini->rules_hash;
    assert_true(hash_of(f, changed(f, "\"act\": \"mirror\", \"q\": 800,",
                                   "\"act\": \"mirror\", \"q\": 800, \"pace\": 0, \"once\": true,")) == hash);
    assert_true(hash_of(f, changed(f, "\"act\": \"mirror\", \"q\": 800,",
                                   "\"act\": \"mirror\", \"q\": 800, \"once\": false,")) != hash);
    assert_true(hash_of(f, changed(f, "\"P\": 80, \"U\": -20", "\"P\": 80, \"U\": -20, \"T\": 0")) == hash);
}

static void notes_sources_and_reviewers_are_no_rules(void **state)
{
    struct fixture *f = *state;
    uint64_t hash = f->mini->rules_hash;
    assert_true(hash_of(f, changed(f, "\"reviewed_by\": []", "\"reviewed_by\": [\"A nurse\"]")) == hash);
    assert_true(hash_of(f, changed(f, "\"sources\": [", "\"sources\": [\"Another.\", ")) == hash);
    assert_true(hash_of(f, changed(f, "\"last_id\": 65", "\"last_id\": 70")) == hash);
    assert_true(hash_of(f, changed(f, "\"raises\":", "\"x-note\": \"he asks\", \"raises\":")) == hash);
}

static void every_change_of_meaning_changes_the_hash(void **state)
{
    static const char *const rows[][2] = {
        {"\"q\": 950, \"need\": \"identity\"", "\"q\": 949, \"need\": \"identity\""},
        {"\"tone\": 1", "\"tone\": 2"},
        {"\"act\": \"minimise\"", "\"act\": \"advice\""},
        {"\"L0\": 420", "\"L0\": 421"},
        {"{\"minutes\": 6}", "{\"minutes\": 7}"},
        {"\"P\": 80, \"U\": -20", "\"P\": 80, \"U\": 20"},
        {"\"priority\": 5", "\"priority\": 6"},
        {"\"l013\", \"to\": \"the-door\"", "\"l013\", \"to\": \"stuck\""},
        {"\"exchange:4\"", "\"exchange:5\""},
        {"\"key\": [\"o-high\"]", "\"key\": [\"o-low\"]"},
        {"\"discuss\": true", "\"discuss\": false"},
        {"\"grade\": 900", "\"grade\": 901"},
        {"\"announce\": [{\"id\": \"l063\"}]", "\"announce\": []"},
        {"\"id\": \"c047\"", "\"id\": \"c046\""},
    };
    struct fixture *f = *state;
    uint64_t seen[sizeof rows / sizeof *rows];
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        seen[i] = hash_of(f, changed(f, rows[i][0], rows[i][1]));
        if (seen[i] == f->mini->rules_hash)
            fail_msg("%s makes no difference", rows[i][1]);
        for (size_t k = 0; k < i; k++)
            assert_true(seen[i] != seen[k]);
    }
}

/* --- what is refused --- */

static void a_refused_file_leaves_nothing_behind(void **state)
{
    static const struct {
        const char *bytes;
        td_status status;
        const char *code;
    } rows[] = {
        {"", TD_E_SYNTAX, "empty-file"},
        {"{\"a\": 1", TD_E_SYNTAX, "bracket-not-closed"},
        {"[]", TD_E_INVALID, "wrong-type"},
        {"7", TD_E_INVALID, "wrong-type"},
        {"{}", TD_E_INVALID, "missing-key"},
        {"{\"format\": \"talkdown-scenario-2\"}", TD_E_VERSION, "unknown-version"},
        {"{\"format\": \"story\"}", TD_E_INVALID, "missing-key"},
        {"{\"nodes\": [1, 2, {\"choices\": 5}]}", TD_E_INVALID, "wrong-type"},
    };
    struct fixture *f = *state;
    int blocks = f->memory.blocks;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        td_scenario *s = NULL;
        assert_int_equal(load(f, str_of(rows[i].bytes), &s), rows[i].status);
        assert_null(s);
        bool told = false;
        for (int k = 0; k < f->diags.count; k++)
            told |= strcmp(f->diags.items[k].code, rows[i].code) == 0;
        if (!told)
            fail_msg("%s: %s is not told", rows[i].bytes, rows[i].code);
        assert_int_equal(f->memory.blocks, blocks);
    }
}

static void deeper_or_larger_than_the_limits_is_a_limit(void **state)
{
    struct fixture *f = *state;
    td_scenario *s = NULL;
    char deep[200];
    memset(deep, '[', 100);
    memset(deep + 100, ']', 100);
    assert_int_equal(load(f, (td_str){deep, 200}, &s), TD_E_LIMIT);
    assert_string_equal(f->diags.items[0].code, "too-deep");
    assert_null(s);
}

/* Every list of the file holds at most so many; one more is told and not read. */
static void one_item_more_than_a_list_may_hold_is_told(void **state)
{
    struct fixture *f = *state;
    td_scenario *s = NULL;
    struct writer w;
    writer_init(&w, &f->arena);
    w_text(&w, "\"flags\": [\"evening\", \"morning\", \"told-name\", \"phone-rang\"");
    for (int i = 0; i <= LIMIT_MEMORY; i++) {
        w_text(&w, ", \"f");
        w_int(&w, i);
        w_char(&w, '"');
    }
    w_text(&w, "]");
    td_str many = changed(f, "\"flags\": [\"evening\", \"morning\", \"told-name\", \"phone-rang\"]",
                          arena_cstr(&f->arena, writer_str(&w)));
    assert_int_equal(load(f, many, &s), TD_E_INVALID);
    assert_string_equal(f->diags.items[0].code, "too-many");
    assert_true(str_is(f->diags.items[0].detail, "512"));
    assert_null(s);
}

static void all_faults_are_told_in_one_run(void **state)
{
    struct fixture *f = *state;
    td_scenario *s = NULL;
    td_str text =
        changed(f, "\"act\": \"mirror\", \"q\": 800, \"tone\": 1,", "\"act\": \"miror\", \"q\": 8000, \"tone\": 5,");
    f->bytes = text;
    text = changed(f, "\"start\": \"first-words\"", "\"start\": \"first-word\"");
    assert_int_equal(load(f, text, &s), TD_E_INVALID);
    assert_null(s);
    assert_int_equal(f->diags.errors, 6); /* those four, and two nodes that nothing leads to any more */
    assert_true(str_is(f->diags.items[1].nearest, "mirror") || str_is(f->diags.items[0].nearest, "mirror"));
}

static void a_faulty_story_is_handed_out_only_to_look_for_more_faults(void **state)
{
    struct fixture *f = *state;
    td_scenario *s = NULL;
    td_str text = changed(f, "\"q\": 800, \"tone\": 1", "\"q\": 8000, \"tone\": 1");
    diags_init(&f->diags, &f->arena);
    assert_int_equal(scenario_load_faulty(&f->memory.allocator, &model_built_in, TD_STR("s"), text, &f->diags, &s),
                     TD_E_INVALID);
    assert_non_null(s);
    assert_int_equal(s->choice_count, f->mini->choice_count);
    scenario_destroy(s);
}

static void the_numbers_of_a_profile_are_held_to_the_laws(void **state)
{
    struct fixture *f = *state;
    diags_init(&f->diags, &f->arena);
    assert_int_equal(
        scenario_check_laws(&f->memory.allocator, &model_built_in, f->mini, TD_STR("s"), f->bytes, &f->diags), TD_OK);
    assert_int_equal(f->diags.count, 0);
}

int main(void)
{
#define T(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        T(the_head_is_read_value_by_value),
        T(the_profile_has_the_scenarios_own_numbers),
        T(facts_come_first_in_memory_and_flags_behind_them),
        T(variants_set_flags_and_numbers),
        T(the_briefing_keeps_classes_keys_and_plans),
        T(a_node_has_its_lines_with_the_fallback_last),
        T(what_always_fits_stands_last_whatever_the_file_says),
        T(a_choice_is_a_move_with_its_defaults),
        T(a_choice_leads_where_the_first_fitting_target_says),
        T(a_choice_knows_facts_demands_promises_and_people),
        T(floating_choices_belong_to_no_node),
        T(the_most_specific_condition_has_the_most_parts),
        T(storylets_stand_in_the_order_in_which_they_are_asked),
        T(of_equal_priority_the_more_specific_storylet_goes_first),
        T(events_help_and_moves_are_read),
        T(prompts_have_their_moment_and_their_key),
        T(endings_have_outcome_condition_and_grade),
        T(nothing_is_found_under_a_name_that_is_not_there),
        T(the_order_of_keys_and_white_space_are_no_rules),
        T(what_goes_without_saying_is_no_rule),
        T(notes_sources_and_reviewers_are_no_rules),
        T(every_change_of_meaning_changes_the_hash),
        T(a_refused_file_leaves_nothing_behind),
        T(deeper_or_larger_than_the_limits_is_a_limit),
        T(one_item_more_than_a_list_may_hold_is_told),
        T(all_faults_are_told_in_one_run),
        T(a_faulty_story_is_handed_out_only_to_look_for_more_faults),
        T(the_numbers_of_a_profile_are_held_to_the_laws),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
