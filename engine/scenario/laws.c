/* laws.c - an author may change a person's numbers, but not what the model promises.
 * Every law that the built-in profiles are held to is tried on the scenario's own ones: with these
 * numbers, too, calm must follow from listening and harm from a threat. */
#include "loader.h"

enum { LAW_SEED = 7, LAW_PAIRS = 1000 };

static void check_profile(struct loader *l, const struct json_at *at, const struct profile *profile)
{
    struct law_report report = person_check_laws(l->model, profile, LAW_SEED, LAW_PAIRS);
    if (report.law != NULL)
        load_fault(l, at, D_LAW_BROKEN, str_of(report.law), load_int_text(l, report.case_number));
}

static void check_option(struct loader *l, const struct json_at *at)
{
    struct json_at overrides, member;
    struct profile profile = l->s->profile;
    int32_t low, high;
    if (!json_get(at, "overrides", &overrides))
        return;
    for (bool more = json_first(&overrides, &member); more; more = json_next(&member))
        profile_set(&profile, json_key(&member), json_int(&member), &low, &high);
    check_profile(l, &overrides, &profile);
}

static void check_variants(struct loader *l)
{
    struct json_at variants, axis, options, option;
    if (!json_get(&l->root, "variants", &variants))
        return;
    for (bool more = json_first(&variants, &axis); more; more = json_next(&axis)) {
        if (!json_get(&axis, "options", &options))
            continue;
        for (bool also = json_first(&options, &option); also; also = json_next(&option))
            check_option(l, &option);
    }
}

td_status scenario_check_laws(const td_allocator *mem, const struct model *model, const td_scenario *scenario,
                              td_str file, td_str bytes, struct diags *diags)
{
    struct json_at subject, overrides;
    struct json_limits limits = {LIMIT_FILE_BYTES, LIMIT_JSON_VALUES};
    td_scenario copy = *scenario; /* only to be read */
    struct loader l = {.mem = mem, .model = model, .diags = diags, .s = &copy};
    int before = diags->errors;
    struct json_doc *doc = json_open(mem, file, bytes, limits, diags);
    if (doc == NULL)
        return load_status_of_syntax(diags);
    arena_init(&l.scratch, mem);
    l.root = json_root(doc);
    if (json_get(&l.root, "subject", &subject) && json_get(&subject, "overrides", &overrides))
        check_profile(&l, &overrides, &scenario->profile);
    check_variants(&l);
    arena_finish(&l.scratch);
    json_close(doc);
    return diags->errors > before ? TD_E_INVALID : TD_OK;
}
