/* write_json.c - the report as one object: codes, places and numbers for programs, sentences for people. */
#include "write.h"

static void key(struct writer *w, const char *name)
{
    char last = w->ptr[w->len - 1];
    if (last != '{' && last != '[')
        w_char(w, ',');
    w_char(w, '"');
    w_text(w, name);
    w_text(w, "\":");
}

static void put_int(struct writer *w, const char *name, int64_t value)
{
    key(w, name);
    w_int(w, value);
}

static void put_text(struct writer *w, const char *name, td_str value)
{
    key(w, name);
    w_json(w, value);
}

static const char *unit_name(enum lint_unit unit)
{
    static const char *const names[] = {"count", "permille", "permille", "tenths"};
    return names[unit];
}

static void put_finding(struct writer *w, const struct words *words, const struct lint_finding *finding)
{
    w_char(w, '{');
    put_text(w, "code", str_of(lint_code_name(finding->code)));
    put_text(w, "severity", str_of(lint_severity_name(lint_severity(finding->code))));
    put_text(w, "file", finding->file);
    put_int(w, "line", finding->line);
    put_int(w, "column", finding->column);
    put_text(w, "pointer", finding->pointer);
    put_text(w, "id", finding->id);
    put_text(w, "subject", finding->subject);
    put_int(w, "measured", finding->measured);
    put_int(w, "limit", finding->limit);
    put_int(w, "of", finding->of);
    put_text(w, "unit", str_of(unit_name(lint_unit(finding->code))));
    key(w, "examples");
    w_char(w, '[');
    for (int i = 0; i < finding->example_count; i++) {
        if (i > 0)
            w_char(w, ',');
        w_json(w, finding->examples[i]);
    }
    w_char(w, ']');
    put_text(w, "finding", lint_sentence(w->arena, words, finding, false));
    put_text(w, "do", lint_sentence(w->arena, words, finding, true));
    w_char(w, '}');
}

static void put_players(struct writer *w, const struct lint_report *report)
{
    key(w, "players");
    w_char(w, '{');
    for (int i = 0; i < PLAYER_COUNT; i++) {
        const struct lint_player *row = &report->players[i];
        key(w, player_name((enum player)i));
        w_char(w, '{');
        put_int(w, "resolved", row->resolved);
        put_int(w, "reached_intended", row->intended);
        put_int(w, "scored_70", row->passed);
        put_int(w, "mean_score", row->score);
        put_int(w, "best_score", row->most);
        put_int(w, "mean_exchanges", row->exchanges);
        put_int(w, "mean_minutes", row->minutes);
        w_char(w, '}');
    }
    w_char(w, '}');
}

static void put_giveaways(struct writer *w, const struct lint_report *report)
{
    static const char *const names[LINT_MARKS] = {"longest", "first", "nicest", "complex"};
    key(w, "giveaways");
    w_char(w, '{');
    for (int i = 0; i < LINT_MARKS; i++) {
        key(w, names[i]);
        w_char(w, '{');
        put_int(w, "decisions", report->giveaways[i].decisions);
        put_int(w, "share", report->giveaways[i].share);
        put_int(w, "chance", report->giveaways[i].chance);
        w_char(w, '}');
    }
    w_char(w, '}');
}

static void put_acts(struct writer *w, const struct lint_report *report)
{
    key(w, "acts");
    w_char(w, '{');
    for (int act = 0; act < ACT_COUNT; act++) {
        key(w, act_name((enum act)act).ptr);
        w_int(w, report->acts[act]);
    }
    w_char(w, '}');
}

static void put_nodes(struct writer *w, const struct lint_report *report)
{
    key(w, "nodes");
    w_char(w, '[');
    for (int i = 0; i < report->scenario->node_count; i++) {
        const struct lint_node_flow *flow = &report->nodes[i];
        w_text(w, i > 0 ? ",{" : "{");
        put_text(w, "id", report->scenario->nodes[i].id);
        put_int(w, "plays", flow->plays);
        put_int(w, "skilled", flow->skilled);
        put_int(w, "entries", flow->entries);
        put_int(w, "first_exchange_tenths", flow->first);
        w_char(w, '}');
    }
    w_char(w, ']');
}

static void put_choices(struct writer *w, const struct lint_report *report)
{
    key(w, "choices");
    w_char(w, '[');
    for (int i = 0; i < report->scenario->choice_count; i++) {
        const struct lint_choice_flow *flow = &report->choices[i];
        w_text(w, i > 0 ? ",{" : "{");
        put_text(w, "id", report->scenario->choices[i].id);
        put_int(w, "offered", flow->offered);
        put_int(w, "menus", flow->menus);
        put_int(w, "best", flow->best);
        w_char(w, '}');
    }
    w_char(w, ']');
}

static void put_ways(struct writer *w, const struct lint_report *report)
{
    const td_scenario *s = report->scenario;
    key(w, "ways");
    w_char(w, '[');
    for (int i = 0; i < report->way_count; i++) {
        const struct lint_way *way = &report->ways[i];
        w_text(w, i > 0 ? ",{" : "{");
        put_text(w, "from", s->nodes[way->from].id);
        put_text(w, way->to < 0 ? "ending" : "to", way->to < 0 ? s->endings[~way->to].id : s->nodes[way->to].id);
        put_int(w, "count", way->count);
        put_int(w, "skilled", way->skilled);
        w_char(w, '}');
    }
    w_char(w, ']');
}

static void put_figures(struct writer *w, const struct lint_report *report)
{
    put_int(w, "plays", report->plays);
    put_int(w, "exchanges", report->exchanges);
    put_int(w, "moments", report->moments);
    put_int(w, "decisions", report->decisions);
    put_int(w, "lines", report->found.lines);
    put_int(w, "lines_heard", report->found.lines_heard);
    put_int(w, "answers", report->heard);
    put_int(w, "fallbacks", report->fallbacks);
    put_int(w, "words", report->words);
    put_int(w, "grade_tenths", report->grade);
    put_int(w, "difficulty", report->difficulty);
}

void lint_write_json(struct writer *w, const struct lint_report *report, const struct words *words)
{
    w_char(w, '{');
    put_text(w, "scenario", report->scenario->id);
    put_text(w, "lang", report->lang);
    put_int(w, "seed", (int64_t)report->seed);
    put_int(w, "runs", report->runs);
    put_int(w, "noise", report->noise);
    put_int(w, "errors", report->totals[LINT_ERROR]);
    put_int(w, "warnings", report->totals[LINT_WARNING]);
    put_int(w, "notes", report->totals[LINT_NOTE]);
    put_figures(w, report);
    put_giveaways(w, report);
    put_players(w, report);
    put_acts(w, report);
    put_nodes(w, report);
    put_choices(w, report);
    put_ways(w, report);
    key(w, "findings");
    w_char(w, '[');
    for (int i = 0; i < report->count; i++) {
        w_text(w, i > 0 ? ",\n" : "\n");
        put_finding(w, words, &report->findings[i]);
    }
    w_text(w, "]}\n");
}
