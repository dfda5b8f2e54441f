/* options.c - settings in the middle of everything: "language fr", "width 60", "verbosity short". */
#include "twin.h"

struct option {
    const char *id;   /* the row that shows it */
    const char *key;  /* the words it is called by */
    const char *type; /* what can be typed for it */
    int32_t least, most;
    const char *const *names; /* of its values, by id; NULL: a number */
};

static const char *const verbosities[] = {"settings.verbosity.short", "settings.verbosity.full",
                                          "settings.verbosity.extra"};
static const char *const switches[] = {"settings.off", "settings.on"};

enum { OPTION_LANGUAGE, OPTION_WIDTH, OPTION_VERBOSITY, OPTION_SKIP_HARM, OPTION_COUNT };
static const struct option options[OPTION_COUNT] = {
    {"settings.language", "settings.key.language", "settings.type.language", 0, 0, NULL},
    {"settings.width", "settings.key.width", "settings.type.width", SETTINGS_WIDTH_LEAST, SETTINGS_WIDTH_MOST, NULL},
    {"settings.verbosity", "settings.key.verbosity", "settings.type.verbosity", 0, 2, verbosities},
    {"settings.skip-harm", "settings.key.skip-harm", "settings.type.skip-harm", 0, 1, switches},
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

static void say_type(struct twin *t, const struct option *o)
{
    const struct word_arg args[] = {
        ARG_TEXT("list", library_languages(t->library)),
        ARG_INT("low", o->least),
        ARG_INT("high", o->most),
    };
    twin_say(t, o->type, args, 3);
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
        bool unbounded = i == OPTION_WIDTH && value == 0;
        twin_say(t, unbounded ? "settings.width.terminal" : options[i].id, args, 2);
        say_type(t, &options[i]);
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
    if (t->plays)
        tale_speak(t->library, &t->play.tale);
    memcpy(t->settings->language, lang, strlen(lang) + 1);
    return true;
}

/* 0 is as wide as the terminal; a line of five letters helps nobody. */
static bool set_number(struct twin *t, int option, td_str value)
{
    int64_t number;
    if (!typed_number(value, options[option].least, options[option].most, &number) &&
        !typed_number(value, 0, 0, &number))
        return false;
    set_value(t->settings, option, (int32_t)number);
    return true;
}

static bool set_option(struct twin *t, int option, td_str value)
{
    const struct option *o = &options[option];
    td_str names[3];
    if (option == OPTION_LANGUAGE)
        return set_language(t, value);
    if (o->names == NULL)
        return set_number(t, option, value);
    for (int i = 0; i <= o->most; i++)
        names[i] = twin_sentence(t, o->names[i], NULL, 0);
    int index = typed_among(t, value, names, o->most + 1);
    if (index != NONE)
        set_value(t->settings, option, index);
    return index != NONE;
}

/* false: nothing has changed, and why was said. */
static bool change(struct twin *t, td_str typed)
{
    td_str value = typed, word = str_word(&value);
    for (int i = 0; i < OPTION_COUNT; i++) {
        if (!typed_is(t, word, options[i].key))
            continue;
        if (value.len > 0 && set_option(t, i, value))
            return true;
        if (value.len == 0 || i != OPTION_LANGUAGE) /* which languages there are has been said */
            say_type(t, &options[i]);
        return false;
    }
    const struct word_arg args[] = {ARG_TEXT("typed", word)};
    twin_say(t, "settings.wrong", args, 1);
    return false;
}

static void keep(struct twin *t)
{
    t->console.width = t->settings->width;
    file_fault fault = settings_write(&t->page, t->library->home, t->settings);
    const struct word_arg args[] = {ARG_TEXT("path", t->library->home != NULL ? str_of(t->library->home) : TD_STR(""))};
    twin_say(t, fault == NULL ? "settings.saved" : fault, args, 1);
}

bool twin_options(struct twin *t)
{
    td_str typed;
    bool go_on, changed = true;
    t->in_options = true;
    do {
        if (changed)
            say_options(t);
        go_on = twin_ask(t, QUESTION("settings.ask"), "ask.how.settings", &typed);
        if (!go_on || typed.len == 0 || typed_is(t, typed, "key.back"))
            break;
        changed = change(t, typed);
        if (changed)
            keep(t);
    } while (go_on);
    t->in_options = false;
    return go_on;
}
