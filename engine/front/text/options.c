/* options.c - settings in the middle of everything: "language fr", "width 60", "verbosity short". */
#include "twin.h"

struct option {
    const char *id; /* the row that shows it: its first word is what one types */
    const char *key;
    int32_t least, most;
    const char *const *names; /* of its values, by id; NULL: a number */
};

static const char *const verbosities[] = {"settings.verbosity.short", "settings.verbosity.full",
                                          "settings.verbosity.extra"};
static const char *const switches[] = {"settings.off", "settings.on"};

enum { OPTION_LANGUAGE, OPTION_WIDTH, OPTION_VERBOSITY, OPTION_SKIP_HARM, OPTION_COUNT };
static const struct option options[OPTION_COUNT] = {
    {"settings.language", "settings.key.language", 0, 0, NULL},
    {"settings.width", "settings.key.width", 0, 400, NULL},
    {"settings.verbosity", "settings.key.verbosity", 0, 2, verbosities},
    {"settings.skip-harm", "settings.key.skip-harm", 0, 1, switches},
};

static int32_t value_of(const struct settings *s, int option)
{
    return option == OPTION_WIDTH ? s->width : option == OPTION_VERBOSITY ? s->verbosity : s->skip_harm;
}

static void set_value(struct settings *s, int option, int32_t value)
{
    if (option == OPTION_WIDTH)
        s->width = value;
    else if (option == OPTION_VERBOSITY)
        s->verbosity = value;
    else
        s->skip_harm = value != 0;
}

static void say_options(struct twin *t)
{
    console_gap(&t->console);
    twin_say(t, "settings.heading", NULL, 0);
    for (int i = 0; i < OPTION_COUNT; i++) {
        int32_t value = i == OPTION_LANGUAGE ? 0 : value_of(t->settings, i);
        td_str shown = i == OPTION_LANGUAGE       ? twin_sentence(t, "language.name", NULL, 0)
                       : options[i].names != NULL ? twin_sentence(t, options[i].names[value], NULL, 0)
                                                  : TD_STR("");
        const struct word_arg args[] = {ARG_TEXT("value", shown), ARG_INT("n", value)};
        twin_say(t, options[i].id, args, 2);
    }
}

static bool set_language(struct twin *t, td_str value)
{
    char *lang = arena_cstr(&t->page, typed_small(t, value));
    if (strlen(lang) >= SETTINGS_LANG_BYTES || !library_speak(t->library, lang)) {
        const struct word_arg args[] = {ARG_TEXT("name", value), ARG_TEXT("list", library_languages(t->library))};
        twin_say(t, "error.no-language", args, 2);
        return false;
    }
    tale_speak(t->library, &t->play.tale);
    memcpy(t->settings->language, lang, strlen(lang) + 1);
    return true;
}

static bool set_option(struct twin *t, int option, td_str value)
{
    const struct option *o = &options[option];
    td_str names[3];
    int64_t number;
    if (option == OPTION_LANGUAGE)
        return set_language(t, value);
    if (o->names == NULL) {
        if (!typed_number(value, o->least, o->most, &number))
            return false;
        set_value(t->settings, option, (int32_t)number);
        return true;
    }
    for (int i = 0; i <= o->most; i++)
        names[i] = twin_sentence(t, o->names[i], NULL, 0);
    int index = typed_among(t, value, names, o->most + 1);
    if (index != NONE)
        set_value(t->settings, option, index);
    return index != NONE;
}

static bool change(struct twin *t, td_str typed)
{
    td_str value = typed, word = str_word(&value);
    for (int i = 0; i < OPTION_COUNT; i++)
        if (typed_is(t, word, options[i].key))
            return value.len > 0 && set_option(t, i, value);
    return false;
}

bool twin_options(struct twin *t)
{
    td_str typed;
    for (;;) {
        say_options(t);
        if (!twin_ask(t, "settings.ask", NULL, 0, &typed))
            return false;
        if (typed.len == 0 || typed_is(t, typed, "key.back"))
            return true;
        if (!change(t, typed))
            continue;
        t->console.width = t->settings->width;
        file_fault fault = settings_write(&t->page, t->library->home, t->settings);
        const struct word_arg args[] = {
            ARG_TEXT("path", t->library->home != NULL ? str_of(t->library->home) : TD_STR(""))};
        twin_say(t, fault == NULL ? "settings.saved" : fault, args, 1);
    }
}
