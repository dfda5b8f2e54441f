/* write_text.c - the findings as lines an editor can jump to, with the words that are meant and what to do, then the
 * figures behind them. */
#include "write.h"

enum { QUOTE_BYTES = 96 };

static void put_line(struct writer *w, td_str text)
{
    w_str(w, text);
    w_char(w, '\n');
}

static void put_under(struct writer *w, td_str text)
{
    w_text(w, "    ");
    put_line(w, text);
}

static void put_place(struct writer *w, const struct lint_finding *finding)
{
    w_str(w, finding->file);
    if (finding->line > 0) {
        w_char(w, ':');
        w_int(w, finding->line);
        w_char(w, ':');
        w_int(w, finding->column);
    }
    w_text(w, ": ");
}

/* What is said there: an id alone says nothing to whoever wrote the words. */
static void put_quote(struct writer *w, const struct lint_words *words, const td_scenario *scenario, td_str id,
                      bool node)
{
    const struct word_arg args[] = {ARG_TEXT("id", id),
                                    ARG_TEXT("said", lint_quote(w->arena, words, scenario, id, node, QUOTE_BYTES))};
    if (args[1].text.len > 0)
        put_under(w, lint_say(w->arena, words->words, "lint.said", args, 2));
}

static void put_finding(struct writer *w, const struct lint_words *words, const td_scenario *scenario,
                        const struct lint_finding *finding)
{
    const char *severity[] = {"lint.error", "lint.warning", "lint.note"};
    put_place(w, finding);
    w_str(w, words_get(words->words, str_of(severity[lint_severity(finding->code)])));
    w_char(w, ' ');
    w_text(w, lint_code_name(finding->code));
    w_text(w, ": ");
    put_line(w, lint_sentence(w->arena, words->words, finding, false));
    put_quote(w, words, scenario, finding->id, finding->node);
    if (lint_names_another(finding->code))
        put_quote(w, words, scenario, finding->subject, false);
    if (finding->example_count == 0)
        return;
    const struct word_arg args[] = {ARG_TEXT("list", lint_examples(w->arena, words->words, finding))};
    put_under(w, lint_say(w->arena, words->words, "lint.seen-at", args, 1));
}

/* The advice for one code once, behind the last of it that is shown; that of a better word at each. */
static void put_advice(struct writer *w, const struct lint_report *report, const struct words *words, int index,
                       int few)
{
    const struct lint_finding *finding = &report->findings[index];
    const struct word_arg args[] = {ARG_INT("n", lint_held_back_behind(report, index, few))};
    bool last = args[0].number > 0 || index + 1 == report->count || finding[1].code != finding->code;
    if (last || finding->instead.len > 0)
        put_under(w, lint_sentence(w->arena, words, finding, true));
    if (args[0].number > 0)
        put_under(w, lint_say(w->arena, words, "lint.more", args, 1));
}

static void put_giveaway(struct writer *w, const struct lint_report *report, const struct words *words, int mark)
{
    static const char *const ids[] = {"lint.mark.longest", "lint.mark.first", "lint.mark.nicest", "lint.mark.complex"};
    const struct lint_giveaway *sum = &report->giveaways[mark];
    const struct word_arg args[] = {
        ARG_TEXT("mark", words_get(words, str_of(ids[mark]))),
        ARG_TEXT("share", lint_number(w->arena, words, LINT_SHARE, sum->share)),
        ARG_INT("n", sum->decisions),
        ARG_TEXT("chance", lint_number(w->arena, words, LINT_SHARE, sum->chance)),
    };
    put_line(w, lint_say(w->arena, words, "lint.figure.mark", args, 4));
}

static void put_figures(struct writer *w, const struct lint_report *report, const struct words *words)
{
    const struct word_arg args[] = {
        ARG_INT("plays", report->plays),
        ARG_INT("exchanges", report->exchanges),
        ARG_INT("moments", report->moments),
        ARG_INT("decisions", report->decisions),
        ARG_INT("seed", (int64_t)report->seed),
        ARG_TEXT("grade", lint_number(w->arena, words, LINT_GRADE, report->grade)),
        ARG_TEXT("fallbacks", lint_number(w->arena, words, LINT_SHARE,
                                          report->heard > 0 ? report->fallbacks * 1000 / report->heard : 0)),
        ARG_INT("heard", report->found.lines_heard),
        ARG_INT("lines", report->found.lines),
    };
    put_line(w, lint_say(w->arena, words, "lint.figure.plays", args, 9));
    put_line(w, lint_say(w->arena, words, "lint.figure.lines", args, 9));
    put_line(w, lint_say(w->arena, words, "lint.figure.grade", args, 9));
    for (int mark = 0; mark < LINT_MARKS; mark++)
        put_giveaway(w, report, words, mark);
    for (int player = 0; player < PLAYER_COUNT; player++)
        put_line(w, lint_player_sentence(w->arena, words, (enum player)player, &report->players[player], report->runs));
}

void lint_write_text(struct writer *w, const struct lint_report *report, const struct lint_words *words, int few)
{
    for (int i = 0; i < report->count; i++) {
        if (lint_is_held_back(report, i, few))
            continue;
        put_finding(w, words, report->scenario, &report->findings[i]);
        put_advice(w, report, words->words, i, few);
    }
    put_figures(w, report, words->words);
    const struct word_arg args[] = {
        ARG_TEXT("scenario", report->scenario->id),
        ARG_INT("errors", report->totals[LINT_ERROR]),
        ARG_INT("warnings", report->totals[LINT_WARNING]),
        ARG_INT("notes", report->totals[LINT_NOTE]),
    };
    put_line(w, lint_say(w->arena, words->words, "lint.total", args, 4));
}
