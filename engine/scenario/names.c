/* names.c - the closed lists of scenario.h as the files spell them.
 * Written out, because the preprocessor cannot turn an underscore into a hyphen; the unit test holds
 * every table to its enum. */
#include "scenario.h"

#define N(literal)                  \
    {                               \
        literal, sizeof literal - 1 \
    }
#define END     \
    {           \
        NULL, 0 \
    }

const td_str sector_names[] = {N("health"),    N("security"), N("education"), N("social"), N("emergency"),
                               N("transport"), N("home"),     N("office"),    END};
const td_str stance_names[] = {N("first-responder"), N("security"),  N("nurse"),     N("teacher"), N("support-worker"),
                               N("call-taker"),      N("colleague"), N("bystander"), END};
const td_str place_names[] = {N("bridge-night-rain"), N("hospital-waiting"), N("school-corridor"),
                              N("shelter-desk"),      N("stairwell"),        N("bus-terminal"),
                              N("benefits-counter"),  N("call-desk-night"),  END};
const td_str talk_channel_names[] = {N("face"), N("door"), N("telephone"), END};
const td_str pronoun_names[] = {N("he"), N("she"), N("they"), END};
const td_str emotion_names[] = {N("anger"),   N("fear"),      N("shame"),      N("grief"),
                                N("despair"), N("confusion"), N("loneliness"), END};
const td_str need_names[] = {N("content"), N("relational"), N("identity"), N("process"), END};
const td_str band_names[] = {N("calm"), N("anxious"), N("agitated"), N("hostile"), N("crisis"), END};
const td_str fact_kind_names[] = {N("fact"), N("hook"),   N("decoy"),   N("trigger"), N("risk"),
                                  N("name"), N("demand"), N("promise"), END};
const td_str brief_class_names[] = {N("known"), N("assumed"), N("needed"), END};
const td_str help_kind_names[] = {N("crisis-team"), N("medical"), N("supervisor"), N("police"), N("interpreter"), END};
const td_str scene_kind_names[] = {N("step-back"),  N("step-in"),       N("sit"),         N("light-down"),
                                   N("noise-down"), N("audience-away"), N("offer-water"), END};
const td_str outcome_names[] = {N("resolved"),  N("stabilised"),        N("stalemate"), N("contact_lost"),
                                N("escalated"), N("harm_despite_calm"), N("withdrawn"), END};
const td_str prompt_kind_names[] = {N("agitation"), N("nature"), N("emotion"), N("need"), N("known"),
                                    N("step"),      N("risk"),   N("custom"),  END};
const td_str prompt_moment_names[] = {N("start"),        N("first"), N("exchange"), N("before-influence"),
                                      N("before-close"), END};
const td_str delivery_names[] = {N("soft"), N("firm"), N("slow"), N("fast"), N("close"), N("far"), END};
const td_str content_note_names[] = {
    N("suicide"),      N("self-harm-talk"), N("job-loss"),    N("bereavement"),  N("psychosis"),
    N("intoxication"), N("threats"),        N("weapon-talk"), N("domestic"),     N("children"),
    N("illness"),      N("racism"),         N("police"),      N("homelessness"), END};

int name_find(const td_str *names, td_str name)
{
    for (int i = 0; names[i].ptr != NULL; i++)
        if (names[i].len == name.len && *names[i].ptr == *name.ptr && str_eq(names[i], name))
            return i;
    return NONE;
}
