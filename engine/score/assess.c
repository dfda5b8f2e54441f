/* assess.c - each kind of prompt has its own truth; all end in permille of the key met. */
#include "assess.h"

#include <stdlib.h>

/* Same band, or within one of the truth as it is shown, 0 to 10: right.  The neighbouring band: nearly. */
static int32_t agitation_points(int32_t estimate_of_ten, int32_t truth)
{
    int32_t estimate = estimate_of_ten * 100;
    int32_t shown = (truth + 50) / 100;
    int apart = abs(person_band_plain(estimate) - person_band_plain(truth));
    if (apart == 0 || abs(estimate_of_ten - shown) <= 1)
        return 1000;
    return apart == 1 ? 600 : 0;
}

static bool answered(const struct command *command, td_str id)
{
    for (int i = 0; i < command->id_count; i++)
        if (str_is(id, command->ids[i]))
            return true;
    return false;
}

/* Right ones found, over right ones plus wrong ones named. */
static int32_t overlap(int32_t right, int32_t key, int32_t named)
{
    int32_t all = key + named - right;
    return all > 0 ? right * 1000 / all : 1000;
}

static int32_t option_points(const td_scenario *scenario, const struct prompt *prompt, const struct command *command)
{
    int32_t key = 0, right = 0;
    for (int i = prompt->options.first; i < prompt->options.first + prompt->options.count; i++) {
        const struct prompt_option *option = &scenario->prompt_options[i];
        key += option->key;
        right += option->key && answered(command, option->id);
    }
    return overlap(right, key, command->id_count);
}

/* Hooks and sore points that were really disclosed by now, against those named. */
static int32_t known_points(const td_session *session, const struct command *command)
{
    int32_t key = 0, right = 0;
    for (int i = 0; i < session->scenario->fact_count; i++) {
        const struct fact *fact = &session->scenario->facts[i];
        if ((fact->kind != FACT_hook && fact->kind != FACT_trigger) || !memory_has(&session->state->known, i))
            continue;
        key++;
        right += answered(command, fact->id);
    }
    return overlap(right, key, command->id_count);
}

static int32_t name_points(const struct command *command, td_str truth)
{
    return command->id_count == 1 && str_is(truth, command->ids[0]) ? 1000 : 0;
}

static int32_t points(const td_session *session, const struct prompt *prompt, const struct command *command,
                      int32_t truth)
{
    const td_scenario *s = session->scenario;
    switch (prompt->kind) {
    case PROMPT_agitation: return agitation_points(command->number, truth);
    case PROMPT_step: return command->number == truth ? 1000 : abs(command->number - truth) == 1 ? 400 : 0;
    case PROMPT_nature: return name_points(command, s->expressive ? TD_STR("expressive") : TD_STR("instrumental"));
    case PROMPT_emotion: return name_points(command, emotion_names[s->emotion]);
    case PROMPT_need: return name_points(command, need_names[s->need]);
    case PROMPT_known: return known_points(session, command);
    case PROMPT_risk:
    case PROMPT_custom:
    case prompt_kind_count: break;
    }
    return option_points(s, prompt, command);
}

void assess_answer(const td_session *session, const struct step *step, struct assessed *ret)
{
    int index = scenario_find_prompt(session->scenario, str_of(step->command.id));
    *ret = (struct assessed){.prompt = index,
                             .sure = step->command.sure,
                             .story_ms = step->story_ms,
                             .command = step->command,
                             .truth = NONE};
    if (index == NONE)
        return;
    const struct prompt *prompt = &session->scenario->prompts[index];
    if (prompt->kind == PROMPT_agitation)
        ret->truth = step->before.agitation;
    if (prompt->kind == PROMPT_step)
        ret->truth = step->before.stage;
    ret->points = points(session, prompt, &step->command, ret->truth);
}

bool assess_is_reading(enum prompt_kind kind)
{
    return kind != PROMPT_risk && kind != PROMPT_custom;
}
