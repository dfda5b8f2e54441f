/* words.c - the table of sentences and the look-up by id.
 * A missing text is never an error here: it shows as its own id, so that a gap is seen and reported
 * by whoever meets it, and nobody in the middle of a talk is stopped by it. */
#include "words_table.h"

#include "hash.h"

#include <assert.h>

static uint32_t slot_count_for(int count)
{
    uint32_t slots = 16;
    while (slots < (uint32_t)count * 2)
        slots *= 2;
    return slots;
}

struct words *words_new(const td_allocator *mem, int count)
{
    struct words *words = mem->resize(mem->context, NULL, sizeof *words);
    *words = (struct words){.mem = mem, .one_low = 1, .one_high = 1};
    arena_init(&words->arena, mem);
    words->entries = arena_new(&words->arena, struct words_entry, (size_t)count);
    words->values = arena_new(&words->arena, struct words_value, WORDS_VALUES_MAX);
    uint32_t slots = slot_count_for(count);
    words->slots = arena_new(&words->arena, int32_t, slots);
    words->slot_mask = slots - 1;
    return words;
}

void words_destroy(struct words *words)
{
    if (words == NULL)
        return;
    const td_allocator *mem = words->mem;
    arena_finish(&words->arena);
    mem->resize(mem->context, words, 0);
}

static uint32_t first_slot(const struct words *words, td_str id)
{
    return (uint32_t)hash_finish(hash_str(HASH_START, id)) & words->slot_mask;
}

void words_add(struct words *words, struct words_entry entry)
{
    uint32_t slot = first_slot(words, entry.id);
    while (words->slots[slot] != 0)
        slot = (slot + 1) & words->slot_mask;
    words->entries[words->count++] = entry;
    words->slots[slot] = words->count;
}

const struct words_entry *words_find_own(const struct words *words, td_str id)
{
    for (uint32_t slot = first_slot(words, id); words->slots[slot] != 0; slot = (slot + 1) & words->slot_mask) {
        const struct words_entry *entry = &words->entries[words->slots[slot] - 1];
        if (str_eq(entry->id, id))
            return entry;
    }
    return NULL;
}

const struct words_entry *words_find(const struct words *words, td_str id)
{
    for (; words != NULL; words = words->fallback) {
        const struct words_entry *entry = words_find_own(words, id);
        if (entry != NULL)
            return entry;
    }
    return NULL;
}

int words_form_count(const struct words_entry *entry)
{
    return (entry->by_person ? WORDS_PERSONS : 1) * (entry->by_number ? WORDS_NUMBERS : 1);
}

td_str words_form(const struct words_entry *entry, int person, int plural)
{
    assert(person >= 0 && person < WORDS_PERSONS && plural >= 0 && plural < WORDS_NUMBERS);
    int at = entry->by_person ? person : 0;
    return entry->forms[entry->by_number ? at * WORDS_NUMBERS + plural : at];
}

td_str words_lang(const struct words *words)
{
    return words->lang;
}

bool words_has(const struct words *words, td_str id)
{
    return words_find(words, id) != NULL;
}

td_str words_variant(const struct words *words, td_str id, int person, int plural)
{
    const struct words_entry *entry = words_find(words, id);
    return entry == NULL ? id : words_form(entry, person, plural);
}

td_str words_get(const struct words *words, td_str id)
{
    return words_variant(words, id, WORDS_THEY, 1);
}

int words_count(const struct words *words)
{
    return words->count;
}

td_str words_id(const struct words *words, int index)
{
    assert(index >= 0 && index < words->count);
    return words->entries[index].id;
}
