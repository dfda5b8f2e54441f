/* settings.c - one table of keys, read and written by the same rows. */
#include "settings.h"

#include "json.h"
#include "memory.h"
#include "paths.h"
#include <stdio.h>

enum { SETTINGS_BYTES = 64 * 1024, SETTINGS_VALUES = 1000, BROKEN_MOST = 1000 };
#define FORMAT "talkdown-settings-1"

struct settings settings_unset(void)
{
    return (struct settings){.language = "",
                             .keys = ui_keys_usual(),
#define X(name, least, most, unset) .name = unset,
                             TD_SETTING_NUMBERS(X)
#undef X
#define X(name, unset) .name = unset,
                                 TD_SETTING_SWITCHES(X)
#undef X
    };
}

/* --- reading ---------------------------------------------------------------------------------- */

static void take_number(const struct json_at *root, const char *key, int32_t least, int32_t most, int32_t *ret)
{
    struct json_at at;
    if (!json_get(root, key, &at) || json_type(&at) != JSON_INT)
        return;
    int64_t value = json_int(&at);
    if (value >= least && value <= most)
        *ret = (int32_t)value;
}

static void take_switch(const struct json_at *root, const char *key, bool *ret)
{
    struct json_at at;
    if (json_get(root, key, &at) && json_type(&at) == JSON_BOOL)
        *ret = json_bool(&at);
}

static bool is_lang(td_str lang)
{
    if (lang.len == 0 || lang.len >= SETTINGS_LANG_BYTES)
        return false;
    for (size_t i = 0; i < lang.len; i++)
        if (!(lang.ptr[i] >= 'a' && lang.ptr[i] <= 'z') && lang.ptr[i] != '-')
            return false;
    return true;
}

static void take_language(const struct json_at *root, struct settings *ret)
{
    struct json_at at;
    if (!json_get(root, "language", &at) || !is_lang(json_string(&at)))
        return;
    td_str lang = json_string(&at);
    memcpy(ret->language, lang.ptr, lang.len);
    ret->language[lang.len] = '\0';
}

/* All of them or none: half a set of keys could leave something out of reach. */
static void take_keys(const struct json_at *root, struct ui_keys *ret)
{
    static const char *const names[USE_COUNT] = {
#define X(name, usual) #name,
        TD_UI_KEYS(X)
#undef X
    };
    struct json_at keys, at;
    struct ui_keys found = *ret;
    if (!json_get(root, "keys", &keys) || json_type(&keys) != JSON_OBJECT)
        return;
    for (int i = 0; i < USE_COUNT; i++)
        if (json_get(&keys, names[i], &at) && json_type(&at) == JSON_STRING)
            found.of[i] = json_string(&at).len == 1 ? json_string(&at).ptr[0] : '\0';
    if (ui_keys_valid(&found))
        *ret = found;
}

static bool take_all(const struct json_at *root, struct settings *ret)
{
    struct json_at format;
    if (json_type(root) != JSON_OBJECT || !json_get(root, "format", &format) || !str_is(json_string(&format), FORMAT))
        return false;
    take_language(root, ret);
    take_keys(root, &ret->keys);
#define X(name, least, most, unset) take_number(root, #name, least, most, &ret->name);
    TD_SETTING_NUMBERS(X)
#undef X
#define X(name, unset) take_switch(root, #name, &ret->name);
    TD_SETTING_SWITCHES(X)
#undef X
    if (ret->width > 0 && ret->width < SETTINGS_WIDTH_LEAST)
        ret->width = SETTINGS_WIDTH_LEAST;
    return true;
}

static bool parse(struct arena *arena, const char *path, td_str bytes, struct settings *ret)
{
    struct diags diags;
    diags_init(&diags, arena);
    struct json_limits limits = {SETTINGS_BYTES, SETTINGS_VALUES};
    struct json_doc *doc = json_open(&memory_std, str_of(path), bytes, limits, &diags);
    if (doc == NULL)
        return false;
    struct json_at root = json_root(doc);
    bool good = take_all(&root, ret);
    json_close(doc);
    return good;
}

/* Whoever had settings there may want them back: nothing is deleted. */
static const char *move_aside(struct arena *arena, const char *home, const char *path)
{
    for (int n = 1; n < BROKEN_MOST; n++) {
        char name[64];
        snprintf(name, sizeof name, "settings.broken-%d.json", n);
        const char *aside = path_join(arena, home, name);
        if (!file_exists(aside))
            return rename(path, aside) == 0 ? aside : path;
    }
    return path;
}

const char *settings_read(struct arena *arena, const char *home, struct settings *ret)
{
    *ret = settings_unset();
    if (home == NULL)
        return NULL;
    const char *path = path_join(arena, home, "settings.json");
    td_str bytes;
    file_fault fault = file_read(arena, path, SETTINGS_BYTES, &bytes);
    if (fault != NULL && strcmp(fault, "error.too-large") != 0)
        return NULL; /* there is none, or it is not ours to read */
    struct settings found = *ret;
    if (fault != NULL || !parse(arena, path, bytes, &found))
        return move_aside(arena, home, path);
    *ret = found;
    return NULL;
}

void settings_language(struct arena *arena, const char *home, char ret[SETTINGS_LANG_BYTES])
{
    struct settings found = settings_unset();
    td_str bytes;
    if (home != NULL && file_read(arena, path_join(arena, home, "settings.json"), SETTINGS_BYTES, &bytes) == NULL)
        parse(arena, home, bytes, &found);
    memcpy(ret, found.language, SETTINGS_LANG_BYTES);
}

/* --- writing ---------------------------------------------------------------------------------- */

static void put_key(struct writer *w, const char *key)
{
    w_text(w, ",\n  \"");
    w_text(w, key);
    w_text(w, "\": ");
}

static void put_keys(struct writer *w, const struct ui_keys *keys)
{
    const char *before = "{";
    put_key(w, "keys");
#define X(name, usual)                             \
    w_text(w, before);                             \
    w_text(w, "\"" #name "\": ");                  \
    w_json(w, (td_str){&keys->of[USE_##name], 1}); \
    before = ", ";
    TD_UI_KEYS(X)
#undef X
    w_char(w, '}');
}

file_fault settings_write(struct arena *arena, const char *home, const struct settings *settings)
{
    if (home == NULL)
        return "error.no-home";
    file_fault fault = folder_make(home, 0700);
    if (fault != NULL)
        return fault;
    struct writer w;
    writer_init(&w, arena);
    w_text(&w, "{\n  \"format\": \"" FORMAT "\"");
    put_key(&w, "language");
    w_json(&w, str_of(settings->language));
#define X(name, least, most, unset) \
    put_key(&w, #name);             \
    w_int(&w, settings->name);
    TD_SETTING_NUMBERS(X)
#undef X
#define X(name, unset)  \
    put_key(&w, #name); \
    w_text(&w, settings->name ? "true" : "false");
    TD_SETTING_SWITCHES(X)
#undef X
    put_keys(&w, &settings->keys);
    w_text(&w, "\n}\n");
    return file_write(path_join(arena, home, "settings.json"), writer_str(&w), 0600);
}
