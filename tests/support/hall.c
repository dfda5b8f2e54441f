/* hall.c - a room of people for tests. */
#include "hall.h"

#include <stdio.h>
#include <stdlib.h>

enum { BYTES_MAX = 1 << 21, TEXTS_MAX = 4096, STEP_MS = 1000 };

static td_str read_file(struct arena *arena, const char *name)
{
    char path[1024];
    stage_path(name, path, sizeof path);
    FILE *in = fopen(path, "rb");
    if (in == NULL) {
        fprintf(stderr, "hall: %s\n", path);
        abort();
    }
    char *bytes = arena_alloc(arena, BYTES_MAX);
    size_t len = fread(bytes, 1, BYTES_MAX, in);
    fclose(in);
    return (td_str){bytes, len};
}

static struct words *load_words(const char *name, const struct words *fallback)
{
    struct arena arena;
    struct diags diags;
    struct words *words = NULL;
    arena_init(&arena, &stage_memory);
    td_str bytes = read_file(&arena, name);
    diags_init(&diags, &arena);
    if (words_load(&stage_memory, str_of(name), bytes, &diags, fallback, &words) != TD_OK)
        abort();
    arena_finish(&arena);
    return words;
}

static td_texts *load_texts(void)
{
    struct arena arena;
    struct diags diags;
    td_texts *texts = NULL;
    arena_init(&arena, &stage_memory);
    td_str bytes = read_file(&arena, "data/mini/text.en.json");
    diags_init(&diags, &arena);
    if (texts_load(&stage_memory, stage_mini(), NULL, TD_STR("text"), bytes, &diags, &texts) != TD_OK)
        abort();
    arena_finish(&arena);
    return texts;
}

const struct wire_lang *hall_langs(void)
{
    static struct wire_lang langs[HALL_LANGS];
    if (langs[0].texts == NULL) {
        td_texts *texts = load_texts();
        const struct words *english = load_words("../assets/lang/en.json", NULL);
        langs[0] = (struct wire_lang){texts, texts, english};
        langs[1] = (struct wire_lang){texts, texts, load_words("../assets/lang/fr.json", english)};
    }
    return langs;
}

struct wire_setup hall_setup(enum wire_preset preset)
{
    struct wire_setup setup = {.play = stage_setup(7), .preset = preset, .teams = 1, .pin = "4711"};
    for (int i = 0; i < WIRE_ENTROPY; i++)
        setup.entropy[i] = (uint8_t)(i * 37 + 11);
    return setup;
}

void hall_open(struct hall *hall, const struct wire_setup *setup)
{
    *hall = (struct hall){.setup = *setup};
    arena_init(&hall->arena, &stage_memory);
    writer_init(&hall->log, &hall->arena);
    hall->room = room_create(&stage_memory, stage_mini(), &model_built_in, hall_langs(), HALL_LANGS, setup, &hall->log);
}

void hall_close(struct hall *hall)
{
    room_destroy(hall->room);
    arena_finish(&hall->arena);
}

static int join(struct hall *hall, const char *name, unsigned wants, bool boss)
{
    struct wire_join join = {
        .name = str_of(name), .lang = TD_STR("en"), .wants = wants, .team = NONE, .instructor = boss};
    const char *reason;
    int member = NONE;
    hall->joined++;
    for (int i = 0; i < WIRE_ENTROPY; i++)
        join.entropy[i] = (uint8_t)(hall->joined * 31 + i * 7);
    join.entropy[0] = (uint8_t)hall->joined;
    join.entropy[1] = (uint8_t)(hall->joined >> 8);
    hall->now += STEP_MS;
    if (!room_join(hall->room, hall->now, &join, &hall->log, &member, &reason))
        return NONE;
    room_here(hall->room, hall->now, member, true);
    return member;
}

int hall_join(struct hall *hall, const char *name, unsigned wants)
{
    return join(hall, name, wants, false);
}

int hall_boss(struct hall *hall)
{
    return join(hall, "Instructor", 0, true);
}

int hall_open_teams(struct hall *hall, int teams)
{
    struct wire_setup setup = hall_setup(PRESET_several_teams);
    setup.teams = teams;
    hall_open(hall, &setup);
    return hall_boss(hall);
}

static td_str message(struct hall *hall, const char *inside)
{
    struct writer w;
    writer_init(&w, &hall->arena);
    w_text(&w, "{\"v\":1,\"n\":7,");
    for (; *inside; inside++)
        w_char(&w, *inside == '\'' ? '"' : *inside);
    w_char(&w, '}');
    return writer_str(&w);
}

const char *hall_say(struct hall *hall, int member, const char *inside)
{
    static char reason[64];
    static const char no[] = "{\"v\":1,\"re\":7,\"no\":\"";
    struct writer reply;
    hall->now += STEP_MS;
    writer_init(&reply, &hall->arena);
    bool done = room_say(hall->room, hall->now, member, message(hall, inside), &hall->log, &reply);
    td_str text = writer_str(&reply);
    reason[0] = '\0';
    if (done)
        return reason;
    /* A message of a shape that is none has no counter to answer to. */
    size_t from = str_starts(text, str_of(no)) ? sizeof no - 1 : sizeof "{\"v\":1,\"no\":\"" - 1;
    size_t len = text.len > from + 2 ? text.len - from - 2 : 0;
    len = len < sizeof reason ? len : sizeof reason - 1;
    memcpy(reason, text.ptr + from, len);
    reason[len] = '\0';
    return reason;
}

void hall_wait(struct hall *hall, int64_t ms)
{
    hall->now += ms;
    room_tick(hall->room, hall->now, &hall->log);
}

const char *hall_view(struct hall *hall, int member)
{
    struct writer w;
    writer_init(&w, &hall->arena);
    room_view(hall->room, member, TD_STR(""), &w);
    w_char(&w, '\0');
    return writer_str(&w).ptr;
}

const char *hall_journal(struct hall *hall, int team)
{
    struct writer w;
    writer_init(&w, &hall->arena);
    room_journal(hall->room, team, &w);
    w_char(&w, '\0');
    return writer_str(&w).ptr;
}

struct wire_room *hall_again(struct hall *hall, size_t bytes, struct wire_restored *report)
{
    struct writer more;
    td_str log = writer_str(&hall->log);
    writer_init(&more, &hall->arena);
    return room_restore(&stage_memory, stage_mini(), &model_built_in, hall_langs(), HALL_LANGS,
                        (td_str){log.ptr, bytes < log.len ? bytes : log.len}, &more, report);
}
