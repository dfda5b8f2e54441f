/* desk_cards.c - what there is to play, and what was played: the folders are the truth. */
#include "desk_parts.h"

#include "memory.h"
#include <dirent.h>
#include <stdlib.h>

static int by_name(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static bool is_scenario(struct desk *d, const char *folder, const char *name)
{
    const char *inside = path_join(&d->cards_arena, path_join(&d->cards_arena, folder, name), "scenario.json");
    return name[0] != '.' && strcmp(name, "template") != 0 && file_exists(inside);
}

static int list_folder(struct desk *d, const char *folder, const char **ret, int most)
{
    int count = 0;
    DIR *dir = opendir(folder);
    if (!dir)
        return 0;
    for (struct dirent *entry = readdir(dir); entry && count < most; entry = readdir(dir))
        if (is_scenario(d, folder, entry->d_name))
            ret[count++] = arena_cstr(&d->cards_arena, str_of(entry->d_name));
    closedir(dir);
    qsort(ret, (size_t)count, sizeof *ret, by_name);
    return count;
}

static td_str filled(struct desk *d, const struct tale *tale, const char *key)
{
    struct writer w;
    writer_init(&w, &d->cards_arena);
    const struct word_arg args[] = {
        ARG_TEXT("subject.name", texts_get(tale->texts, tale->source, TD_STR("subject.name")))};
    words_fill(&w, d->library->words, texts_get(tale->texts, tale->source, str_of(key)), args, 1);
    return writer_str(&w);
}

static bool read_card(struct desk *d, const char *name, struct ui_card *ret)
{
    struct tale tale;
    if (!tale_open(d->library, name, true, &tale))
        return false;
    *ret = (struct ui_card){
        .name = name,
        .title = filled(d, &tale, "title"),
        .setting = filled(d, &tale, "setting"),
        .summary = filled(d, &tale, "summary"),
        .place = place_names[tale.scenario->place],
        .identity = arena_copy(&d->cards_arena, tale.scenario->identity),
        .sector = sector_names[tale.scenario->sector],
        .minutes = tale.scenario->minutes,
        .furthest = NONE,
        .best = NONE,
    };
    tale_close(&tale);
    return true;
}

void desk_read_languages(struct desk *d)
{
    static const char *const codes[] = {"en", "fr"};
    static const char *const names[] = {"language.en", "language.fr"};
    d->model.language_count = 0;
    for (int i = 0; i < 2; i++) {
        d->language_codes[i] = codes[i];
        d->languages[i] = words_get(d->library->words, str_of(names[i]));
        if (strcmp(d->library->lang, codes[i]) == 0)
            d->model.language = i;
        d->model.language_count++;
    }
}

/* --- plays: what the steps and figures of the cards come from ----------------------------------------------- */

enum { PLAY_BYTES = 16 << 20, PLAYS_MOST = 400 };

static int newest_first(const void *a, const void *b)
{
    return -strcmp(*(const char *const *)a, *(const char *const *)b);
}

static int list_plays(struct desk *d, const char *folder, const char **ret)
{
    int count = 0;
    DIR *dir = opendir(folder);
    if (!dir)
        return 0;
    for (struct dirent *entry = readdir(dir); entry && count < PLAYS_MOST; entry = readdir(dir)) {
        td_str name = str_of(entry->d_name);
        if (name.len > 5 && str_is((td_str){name.ptr + name.len - 5, 5}, ".play"))
            ret[count++] = path_join(&d->cards_arena, folder, entry->d_name);
    }
    closedir(dir);
    qsort(ret, (size_t)count, sizeof *ret, newest_first);
    return count;
}

static td_journal *read_play(const char *path, struct arena *arena)
{
    struct diags diags;
    td_str bytes;
    td_journal *journal = NULL;
    diags_init(&diags, arena);
    if (!file_read(arena, path, PLAY_BYTES, &bytes))
        journal_read(&memory_std, str_of(path), bytes, &diags, &journal);
    return journal;
}

static struct ui_card *card_of(struct desk *d, td_str scenario)
{
    for (int i = 0; i < d->model.card_count; i++)
        if (str_is(scenario, d->cards[i].name))
            return &d->cards[i];
    return NULL;
}

/* The look back without its look ahead is cheap; a play that was left stands first on the home page.  An earlier
 * attempt is told of only where it came to its end. */
static void add_attempt(struct desk *d, const char *path, const td_journal *journal, int attempt,
                        const struct tale *tale, struct arena *arena)
{
    struct trace trace;
    td_score score;
    struct ui_card *card = card_of(d, journal->header.scenario);
    struct replay_report report =
        trace_build(arena, tale->scenario, d->library->model, journal, attempt, false, &trace);
    bool last = attempt == journal->attempt_count;
    if (report.status != TD_OK || !card)
        return;
    bool open = trace.outcome == outcome_count, left = last && (open || !plays_was_debriefed(journal));
    if (open && !last)
        return;
    score_compute(&trace, &score);
    int64_t ms = trace.count > 0 ? trace.steps[trace.count - 1].after_ms : 0;
    if (trace.exchange_count > 0 && trace.top_stage > card->furthest)
        card->furthest = trace.top_stage;
    if (!open && score.total > card->best)
        card->best = score.total;
    if (left && d->model.open_card == NONE) {
        d->model.open_over = !open;
        d->model.open_card = (int)(card - d->cards);
        d->model.open_ms = ms;
        d->model.open_stage = trace.top_stage;
    }
    td_str date = path_last(path);
    d->past_path[d->model.past_count] = path;
    d->past[d->model.past_count++] = (struct ui_past){.title = card->title,
                                                      .date = {date.ptr, date.len > 10 ? 10 : date.len},
                                                      .score = open ? NONE : score.total,
                                                      .top_stage = trace.top_stage,
                                                      .story_ms = ms,
                                                      .attempt = journal->attempt_count > 1 ? attempt : NONE,
                                                      .last = last};
}

/* Most plays are of the story that the one before was of, and a story is long. */
static bool tale_again(struct desk *d, const char *path, const td_journal *journal, struct tale *tale)
{
    const td_scenario *last = tale->scenario;
    if (last && last->rules_hash == journal->header.rules_hash && str_eq(last->id, journal->header.scenario))
        return true;
    tale_close(tale);
    return tale_for(d->library, path, journal, tale);
}

static void read_plays(struct desk *d)
{
    const char *paths[PLAYS_MOST];
    struct tale tale = {0};
    d->model.past_count = 0;
    d->model.open_card = NONE;
    if (!d->library->home)
        return;
    int count = list_plays(d, path_join(&d->cards_arena, d->library->home, "plays"), paths);
    for (int i = 0; i < count && d->model.past_count < DESK_PAST; i++) {
        struct arena arena;
        arena_init(&arena, &memory_std);
        td_journal *journal = read_play(paths[i], &arena);
        if (journal && tale_again(d, paths[i], journal, &tale))
            for (int k = journal->attempt_count; k > 0 && d->model.past_count < DESK_PAST; k--)
                add_attempt(d, paths[i], journal, k, &tale, &arena);
        journal_destroy(journal);
        arena_finish(&arena);
    }
    tale_close(&tale);
}

void desk_read_cards(struct desk *d)
{
    const char *names[DESK_CARDS];
    const char *folder = path_join(&d->cards_arena, d->library->data, "scenarios");
    int count = list_folder(d, folder, names, DESK_CARDS);
    d->model.card_count = 0;
    for (int i = 0; i < count; i++)
        if (read_card(d, names[i], &d->cards[d->model.card_count]))
            d->model.card_count++;
    read_plays(d);
    d->cards_read = true;
}
