/* fuzz_words.c - any bytes as a language file, an overlay, a sentence: read or refused with a reason.
 * What was read is written for every person and number without a crash, and a translation or an
 * overlay of any kind never takes a text away that was there. */
#include "demand.h"
#include "test_memory.h"
#include "words.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { INPUT_MAX = 64 * 1024 };

static const char source[] =
    "{\"format\":\"talkdown-words-1\",\"lang\":\"en\",\"texts\":{\"a\":\"A {n} {service.crisis_line}.\","
    "\"b\":{\"he\":\"He\",\"she\":\"She\",\"they\":\"They\"},\"value.service.crisis_line\":\"a line\","
    "\"list.next\":\"{a}, {b}\",\"list.last\":\"{a} and {b}\"}}";

static void write_all(const struct words *words, struct arena *a)
{
    const struct word_arg args[] = {ARG_INT("n", 1), ARG_TEXT("a", TD_STR("{n}"))};
    for (int i = 0; i < words_count(words); i++) {
        struct writer w;
        writer_init(&w, a);
        const char *id = arena_cstr(a, words_id(words, i));
        demand(words_has(words, words_id(words, i)));
        for (int person = 0; person < WORDS_PERSONS; person++)
            words_write(&w, words, id, person, args, 2);
    }
}

static void check_language(const td_allocator *mem, td_str text, const struct words *fallback, struct arena *a)
{
    struct diags diags;
    struct words *words = NULL;
    diags_init(&diags, a);
    td_status status = words_load(mem, TD_STR("x.json"), text, &diags, fallback, &words);
    demand((status == TD_OK) == (diags.errors == 0) && (status == TD_OK) == (words != NULL));
    if (words == NULL)
        return;
    write_all(words, a);
    demand(fallback == NULL || words_has(words, TD_STR("b")));
    words_destroy(words);
}

static void check_overlay(const td_allocator *mem, td_str text, struct arena *a)
{
    struct diags diags;
    struct words *words = NULL;
    diags_init(&diags, a);
    demand(words_load(mem, TD_STR("en.json"), TD_STR(source), &diags, NULL, &words) == TD_OK);
    td_status status = words_overlay(words, TD_STR("overlay.json"), text, &diags);
    demand((status == TD_OK) == (diags.errors == 0));
    struct writer w;
    writer_init(&w, a);
    words_fill(&w, words, text, NULL, 0);
    write_all(words, a);
    words_destroy(words);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct test_memory memory;
    const td_allocator *mem = test_memory_init(&memory);
    td_str text = {(const char *)data, size};
    if (size > INPUT_MAX)
        return 0;
    struct arena arena;
    struct diags diags;
    struct words *english = NULL;
    arena_init(&arena, mem);
    diags_init(&diags, &arena);
    demand(words_load(mem, TD_STR("en.json"), TD_STR(source), &diags, NULL, &english) == TD_OK);
    check_language(mem, text, NULL, &arena);
    check_language(mem, text, english, &arena);
    check_overlay(mem, text, &arena);
    words_destroy(english);
    arena_finish(&arena);
    demand(memory.blocks == 0);
    return 0;
}
