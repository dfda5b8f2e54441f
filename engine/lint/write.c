/* write.c - numbers in their units and findings as sentences, for every writer. */
#include "write.h"

td_str lint_say(struct arena *arena, const struct words *words, const char *id, const struct word_arg *args, int count)
{
    struct writer w;
    writer_init(&w, arena);
    words_write(&w, words, id, WORDS_THEY, args, count);
    return writer_str(&w);
}

static td_str plain(struct arena *arena, int64_t value)
{
    struct writer w;
    writer_init(&w, arena);
    w_int(&w, value);
    return writer_str(&w);
}

static int32_t rounded(int32_t permille)
{
    return permille >= 0 ? (permille + 5) / 10 : -((-permille + 5) / 10);
}

td_str lint_number(struct arena *arena, const struct words *words, enum lint_unit unit, int32_t value)
{
    const struct word_arg args[] = {ARG_INT("whole", value / 10), ARG_INT("tenth", value % 10)};
    switch (unit) {
    case LINT_GRADE: return lint_say(arena, words, "lint.decimal", args, 2);
    case LINT_SHARE:
    case LINT_POINT: return plain(arena, rounded(value));
    case LINT_COUNT: break;
    }
    return plain(arena, value);
}

td_str lint_measure(struct arena *arena, const struct words *words, int32_t permille)
{
    return permille == NONE ? TD_STR("–") : lint_number(arena, words, LINT_SHARE, permille);
}

/* --- what is said there ----------------------------------------------------------------------------------- */

static td_str cut_between_words(struct arena *arena, td_str text, size_t most)
{
    if (text.len <= most)
        return text;
    td_str head = utf8_cut(text, most);
    while (head.len > 0 && head.ptr[head.len - 1] != ' ')
        head.len--;
    while (head.len > 0 && head.ptr[head.len - 1] == ' ')
        head.len--;
    struct writer w;
    writer_init(&w, arena);
    w_str(&w, head.len > 0 ? head : utf8_cut(text, most));
    w_text(&w, "…");
    return writer_str(&w);
}

/* A node is shown by the first line that may be said there. */
static td_str node_line(const td_scenario *scenario, td_str id)
{
    int32_t node = scenario_find_node(scenario, id);
    if (node == NONE || scenario->nodes[node].lines.count == 0)
        return TD_STR("");
    return scenario->lines[scenario->nodes[node].lines.first].id;
}

td_str lint_quote(struct arena *arena, const struct lint_words *words, const td_scenario *scenario, td_str id,
                  bool node, size_t most)
{
    td_str key = node ? node_line(scenario, id) : id;
    td_str text = key.len > 0 ? texts_get(words->texts, words->source, key) : TD_STR("");
    return cut_between_words(arena, text, most);
}

bool lint_names_another(enum lint_code code)
{
    return code == LINT_DOMINATED_CHOICE || code == LINT_TWIN_CHOICES;
}

/* --- sentences -------------------------------------------------------------------------------------------- */

td_str lint_player_sentence(struct arena *arena, const struct words *words, enum player player,
                            const struct lint_player *row, int32_t runs)
{
    const struct word_arg args[] = {
        ARG_TEXT("player", str_of(player_name(player))),
        ARG_INT("resolved", row->resolved),
        ARG_INT("intended", row->intended),
        ARG_INT("runs", runs),
        ARG_INT("score", row->score),
        ARG_INT("most", row->most),
        ARG_INT("exchanges", row->exchanges),
    };
    return lint_say(arena, words, row->misses ? "analyse.player.misses" : "analyse.player", args, 7);
}

/* Exchanges and minutes are counted, all else that a condition asks for goes from 0 to 100. */
static enum lint_unit unit_of(const struct lint_finding *finding)
{
    if (finding->code == LINT_IMPOSSIBLE_GATE &&
        (str_is(finding->subject, "exchange") || str_is(finding->subject, "minute")))
        return LINT_COUNT;
    return lint_unit(finding->code);
}

static td_str joined(struct arena *arena, const char *head, td_str name, const char *tail)
{
    struct writer w;
    writer_init(&w, arena);
    w_text(&w, head);
    w_str(&w, name);
    w_text(&w, tail);
    return writer_str(&w);
}

/* What is meant by the subject, where it is a name of ours. */
static td_str subject_text(struct arena *arena, const struct words *words, const struct lint_finding *finding)
{
    td_str id = TD_STR("");
    if (finding->code == LINT_IMPOSSIBLE_GATE)
        id = joined(arena, "lint.value.", finding->subject, "");
    if (finding->code == LINT_ACT_TOO_COMMON || finding->code == LINT_ACT_UNUSED)
        id = joined(arena, "act.", finding->subject, ".name");
    return id.len > 0 && words_has(words, id) ? words_get(words, id) : finding->subject;
}

td_str lint_sentence(struct arena *arena, const struct words *words, const struct lint_finding *finding, bool do_it)
{
    enum lint_unit unit = unit_of(finding);
    bool close = (unit == LINT_SHARE || unit == LINT_POINT) && finding->measured != finding->limit &&
                 rounded(finding->measured) == rounded(finding->limit);
    if (close)
        unit = LINT_GRADE; /* tenths of a hundred: otherwise both would read the same */
    const struct word_arg args[LINT_ARGS] = {
        ARG_TEXT("id", finding->id),
        ARG_TEXT("subject", subject_text(arena, words, finding)),
        ARG_TEXT("instead", finding->instead),
        ARG_TEXT("measured", lint_number(arena, words, unit, finding->measured)),
        ARG_TEXT("limit", lint_number(arena, words, unit, finding->limit)),
        ARG_INT("n", finding->of),
        ARG_INT("of", finding->of),
    };
    td_str id = joined(arena, "lint.", str_of(lint_code_name(finding->code)), do_it ? ".do" : "");
    td_str better = joined(arena, "lint.", str_of(lint_code_name(finding->code)), ".instead");
    if (do_it && finding->instead.len > 0 && words_has(words, better))
        id = better;
    return lint_say(arena, words, arena_cstr(arena, id), args, LINT_ARGS);
}

td_str lint_examples(struct arena *arena, const struct words *words, const struct lint_finding *finding)
{
    struct writer w;
    writer_init(&w, arena);
    words_join(&w, words, finding->examples, finding->example_count);
    return writer_str(&w);
}

/* Findings of one code stand together. */
static int place_in_code(const struct lint_report *report, int index)
{
    int place = 0;
    while (index - place > 0 && report->findings[index - place - 1].code == report->findings[index].code)
        place++;
    return place;
}

bool lint_is_held_back(const struct lint_report *report, int index, int few)
{
    return few > 0 && lint_severity(report->findings[index].code) != LINT_ERROR && place_in_code(report, index) >= few;
}

int lint_held_back_behind(const struct lint_report *report, int index, int few)
{
    int behind = 0;
    if (few == 0 || place_in_code(report, index) != few - 1)
        return 0;
    while (index + behind + 1 < report->count && lint_is_held_back(report, index + behind + 1, few) &&
           report->findings[index + behind + 1].code == report->findings[index].code)
        behind++;
    return behind;
}
