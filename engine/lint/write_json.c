/* write_json.c - the report as one object: codes, places and numbers for programs, sentences for people. */
#include "write.h"

static const char *unit_name(enum lint_unit unit)
{
    static const char *const names[] = {"count", "permille", "permille", "tenths"};
    return names[unit];
}

static void put_finding(struct writer *w, const struct lint_words *own, const td_scenario *scenario,
                        const struct lint_finding *finding)
{
    const struct words *words = own->words;
    w_char(w, '{');
    w_json_text(w, "code", str_of(lint_code_name(finding->code)));
    w_json_text(w, "severity", str_of(lint_severity_name(lint_severity(finding->code))));
    w_json_text(w, "file", finding->file);
    w_json_int(w, "line", finding->line);
    w_json_int(w, "column", finding->column);
    w_json_text(w, "pointer", finding->pointer);
    w_json_text(w, "id", finding->id);
    w_json_text(w, "said", lint_quote(w->arena, own, scenario, finding->id, finding->node, SIZE_MAX));
    w_json_text(w, "subject", finding->subject);
    w_json_int(w, "measured", finding->measured);
    w_json_int(w, "limit", finding->limit);
    w_json_int(w, "of", finding->of);
    w_json_text(w, "unit", str_of(unit_name(lint_unit(finding->code))));
    w_json_key(w, "examples");
    w_char(w, '[');
    for (int i = 0; i < finding->example_count; i++) {
        w_json_item(w);
        w_json(w, finding->examples[i]);
    }
    w_char(w, ']');
    w_json_text(w, "finding", lint_sentence(w->arena, words, finding, false));
    w_json_text(w, "do", lint_sentence(w->arena, words, finding, true));
    w_char(w, '}');
}

static void put_players(struct writer *w, const struct lint_report *report)
{
    w_json_key(w, "players");
    w_char(w, '{');
    for (int i = 0; i < PLAYER_COUNT; i++) {
        const struct lint_player *row = &report->players[i];
        w_json_key(w, player_name((enum player)i));
        w_char(w, '{');
        w_json_int(w, "resolved", row->resolved);
        w_json_int(w, "reached_intended", row->intended);
        w_json_int(w, "scored_70", row->passed);
        w_json_int(w, "mean_score", row->score);
        w_json_int(w, "best_score", row->most);
        w_json_int(w, "mean_exchanges", row->exchanges);
        w_json_int(w, "mean_minutes", row->minutes);
        w_char(w, '}');
    }
    w_char(w, '}');
}

static void put_giveaways(struct writer *w, const struct lint_report *report)
{
    static const char *const names[LINT_MARKS] = {"longest", "first", "nicest", "complex"};
    w_json_key(w, "giveaways");
    w_char(w, '{');
    for (int i = 0; i < LINT_MARKS; i++) {
        w_json_key(w, names[i]);
        w_char(w, '{');
        w_json_int(w, "decisions", report->giveaways[i].decisions);
        w_json_int(w, "share", report->giveaways[i].share);
        w_json_int(w, "chance", report->giveaways[i].chance);
        w_char(w, '}');
    }
    w_char(w, '}');
}

static void put_acts(struct writer *w, const struct lint_report *report)
{
    w_json_key(w, "acts");
    w_char(w, '{');
    for (int act = 0; act < ACT_COUNT; act++) {
        w_json_key(w, act_name((enum act)act).ptr);
        w_int(w, report->acts[act]);
    }
    w_char(w, '}');
}

/* An item of a list: whose figures they are. */
static void open_item(struct writer *w, td_str id)
{
    w_json_item(w);
    w_char(w, '{');
    w_json_text(w, "id", id);
}

static void put_nodes(struct writer *w, const struct lint_report *report)
{
    w_json_key(w, "nodes");
    w_char(w, '[');
    for (int i = 0; i < report->scenario->node_count; i++) {
        const struct lint_node_flow *flow = &report->nodes[i];
        open_item(w, report->scenario->nodes[i].id);
        w_json_int(w, "plays", flow->plays);
        w_json_int(w, "skilled", flow->skilled);
        w_json_int(w, "entries", flow->entries);
        w_json_int(w, "first_exchange_tenths", flow->first);
        w_json_bool(w, "flavour", flow->flavour);
        w_char(w, '}');
    }
    w_char(w, ']');
}

static void put_choices(struct writer *w, const struct lint_report *report)
{
    w_json_key(w, "choices");
    w_char(w, '[');
    for (int i = 0; i < report->scenario->choice_count; i++) {
        const struct lint_choice_flow *flow = &report->choices[i];
        open_item(w, report->scenario->choices[i].id);
        w_json_int(w, "offered", flow->offered);
        w_json_int(w, "menus", flow->menus);
        w_json_int(w, "best", flow->best);
        w_char(w, '}');
    }
    w_char(w, ']');
}

static void put_ways(struct writer *w, const struct lint_report *report)
{
    const td_scenario *s = report->scenario;
    w_json_key(w, "ways");
    w_char(w, '[');
    for (int i = 0; i < report->way_count; i++) {
        const struct lint_way *way = &report->ways[i];
        w_json_item(w);
        w_char(w, '{');
        w_json_text(w, "from", s->nodes[way->from].id);
        w_json_text(w, way->to < 0 ? "ending" : "to", way->to < 0 ? s->endings[~way->to].id : s->nodes[way->to].id);
        w_json_int(w, "count", way->count);
        w_json_int(w, "skilled", way->skilled);
        w_char(w, '}');
    }
    w_char(w, ']');
}

static void put_figures(struct writer *w, const struct lint_report *report)
{
    w_json_int(w, "plays", report->plays);
    w_json_int(w, "exchanges", report->exchanges);
    w_json_int(w, "moments", report->moments);
    w_json_int(w, "decisions", report->decisions);
    w_json_int(w, "lines", report->found.lines);
    w_json_int(w, "lines_heard", report->found.lines_heard);
    w_json_int(w, "answers", report->heard);
    w_json_int(w, "fallbacks", report->fallbacks);
    w_json_int(w, "words", report->words);
    w_json_int(w, "grade_tenths", report->grade);
    w_json_int(w, "difficulty", report->difficulty);
}

void lint_write_json(struct writer *w, const struct lint_report *report, const struct lint_words *words)
{
    w_char(w, '{');
    w_json_text(w, "scenario", report->scenario->id);
    w_json_text(w, "lang", report->lang);
    w_json_int(w, "seed", (int64_t)report->seed);
    w_json_int(w, "runs", report->runs);
    w_json_int(w, "noise", report->noise);
    w_json_int(w, "errors", report->totals[LINT_ERROR]);
    w_json_int(w, "warnings", report->totals[LINT_WARNING]);
    w_json_int(w, "notes", report->totals[LINT_NOTE]);
    put_figures(w, report);
    w_json_key(w, "person");
    w_char(w, '{');
    lint_person_write_json(w, &report->person);
    w_char(w, '}');
    put_giveaways(w, report);
    put_players(w, report);
    put_acts(w, report);
    put_nodes(w, report);
    put_choices(w, report);
    put_ways(w, report);
    w_json_key(w, "findings");
    w_char(w, '[');
    for (int i = 0; i < report->count; i++) {
        w_text(w, i > 0 ? ",\n" : "\n");
        put_finding(w, words, report->scenario, &report->findings[i]);
    }
    w_text(w, "]}\n");
}
