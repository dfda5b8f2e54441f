/* write_text.c - the findings as lines an editor can jump to, then the figures behind them. */
#include "write.h"

static void put_line(struct writer *w, td_str text)
{
    w_str(w, text);
    w_char(w, '\n');
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

static void put_finding(struct writer *w, const struct words *words, const struct lint_finding *finding)
{
    const char *severity[] = {"lint.error", "lint.warning", "lint.note"};
    put_place(w, finding);
    w_str(w, words_get(words, str_of(severity[lint_severity(finding->code)])));
    w_char(w, ' ');
    w_text(w, lint_code_name(finding->code));
    w_text(w, ": ");
    put_line(w, lint_sentence(w->arena, words, finding, false));
    w_text(w, "    ");
    put_line(w, lint_sentence(w->arena, words, finding, true));
    if (finding->example_count == 0)
        return;
    const struct word_arg args[] = {ARG_TEXT("list", lint_examples(w->arena, words, finding))};
    w_text(w, "    ");
    put_line(w, lint_say(w->arena, words, "lint.seen-at", args, 1));
}

static void put_player(struct writer *w, const struct lint_report *report, const struct words *words, int player)
{
    const struct lint_player *row = &report->players[player];
    const struct word_arg args[] = {
        ARG_TEXT("player", str_of(player_name((enum player)player))),
        ARG_INT("resolved", row->resolved),
        ARG_INT("intended", row->intended),
        ARG_INT("runs", report->runs),
        ARG_INT("score", row->score),
        ARG_INT("most", row->most),
        ARG_INT("exchanges", row->exchanges),
    };
    put_line(w, lint_say(w->arena, words, row->misses ? "analyse.player.misses" : "analyse.player", args, 7));
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
        put_player(w, report, words, player);
}

void lint_write_text(struct writer *w, const struct lint_report *report, const struct words *words, int few)
{
    for (int i = 0; i < report->count; i++) {
        if (lint_is_held_back(report, i, few))
            continue;
        put_finding(w, words, &report->findings[i]);
        const struct word_arg args[] = {ARG_INT("n", lint_held_back_behind(report, i, few))};
        if (args[0].number > 0) {
            w_text(w, "    ");
            put_line(w, lint_say(w->arena, words, "lint.more", args, 1));
        }
    }
    put_figures(w, report, words);
    const struct word_arg args[] = {
        ARG_TEXT("scenario", report->scenario->id),
        ARG_INT("errors", report->totals[LINT_ERROR]),
        ARG_INT("warnings", report->totals[LINT_WARNING]),
        ARG_INT("notes", report->totals[LINT_NOTE]),
    };
    put_line(w, lint_say(w->arena, words, "lint.total", args, 4));
}
