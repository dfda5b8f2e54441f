/* delivery.c - how the next line is said: voice, pace and distance, by their words. */
#include "twin.h"

enum { CLOSE_CM = 100, TALKING_CM = 220, BACK_CM = 400 };

/* A word of one of the three controls.  The middle words may mean several: "normal" is no choice. */
static const struct word {
    const char *id, *shown;
    enum key control;
    int32_t value;
} words[] = {
    {"key.voice.soft", "delivery.voice.soft", KEY_voice, 1},
    {"key.voice.steady", "delivery.voice.steady", KEY_voice, 0},
    {"key.voice.firm", "delivery.voice.firm", KEY_voice, -1},
    {"key.pace.slow", "delivery.pace.slow", KEY_pace, 1},
    {"key.pace.normal", "delivery.pace.normal", KEY_pace, 0},
    {"key.pace.fast", "delivery.pace.fast", KEY_pace, -1},
    {"key.distance.close", "delivery.distance.close", KEY_distance, CLOSE_CM},
    {"key.distance.talking", "delivery.distance.talking", KEY_distance, TALKING_CM},
    {"key.distance.back", "delivery.distance.back", KEY_distance, BACK_CM},
};
enum { WORDS = sizeof words / sizeof *words };

void twin_delivery_reset(struct twin *t)
{
    t->next = (struct delivery){0, 0, NONE};
}

static void set(struct delivery *d, const struct word *word)
{
    if (word->control == KEY_voice)
        d->tone = word->value;
    else if (word->control == KEY_pace)
        d->pace = word->value;
    else
        d->dist = word->value;
}

/* control: only its words, or KEY_COUNT for any. */
static const struct word *find(struct twin *t, td_str typed, enum key control)
{
    for (int i = 0; i < WORDS; i++)
        if ((control == KEY_COUNT || control == words[i].control) && typed_is(t, typed, words[i].id))
            return &words[i];
    return NULL;
}

static bool set_words(struct twin *t, enum key control, td_str rest, struct delivery *d)
{
    while (rest.len > 0) {
        td_str one = str_word(&rest);
        const struct word *word = find(t, one, control);
        if (word == NULL)
            word = find(t, one, KEY_COUNT);
        if (word == NULL)
            return false;
        if (word->control == KEY_distance && !t->view.distance_free) {
            twin_say(t, "play.delivery.no-distance", NULL, 0);
            continue;
        }
        set(d, word);
    }
    return true;
}

bool twin_delivery_words(struct twin *t, td_str rest)
{
    struct delivery d = t->next;
    if (!set_words(t, KEY_COUNT, rest, &d))
        return false;
    t->next = d;
    return true;
}

static td_str shown(struct twin *t, enum key control, int32_t value)
{
    for (int i = 0; i < WORDS; i++)
        if (words[i].control == control && words[i].value == value)
            return twin_sentence(t, words[i].shown, NULL, 0);
    return TD_STR("");
}

static int32_t nearest_distance(const struct twin *t)
{
    int32_t cm = t->next.dist != NONE ? t->next.dist : t->view.dist;
    return cm <= (CLOSE_CM + TALKING_CM) / 2 ? CLOSE_CM : cm <= (TALKING_CM + BACK_CM) / 2 ? TALKING_CM : BACK_CM;
}

static void say_delivery(struct twin *t)
{
    const struct word_arg parts[] = {
        ARG_TEXT("voice", shown(t, KEY_voice, t->next.tone)),
        ARG_TEXT("pace", shown(t, KEY_pace, t->next.pace)),
        ARG_TEXT("distance", shown(t, KEY_distance, nearest_distance(t))),
    };
    td_str now = twin_sentence(t, t->view.distance_free ? "delivery.now" : "delivery.now-no-distance", parts, 3);
    const struct word_arg args[] = {ARG_TEXT("delivery", now)};
    twin_say(t, "play.delivery", args, 1);
}

/* Going back is also a distance: where it can be chosen it is meant. */
static bool leaves_as_is(struct twin *t, td_str typed)
{
    const struct word *word = find(t, typed, KEY_COUNT);
    if (word != NULL && (word->control != KEY_distance || t->view.distance_free))
        return false;
    return typed.len == 0 || typed_is(t, typed, "key.back");
}

bool twin_delivery(struct twin *t, enum key control, td_str rest)
{
    if (control == KEY_distance && !t->view.distance_free) {
        twin_say(t, "play.delivery.no-distance", NULL, 0);
        return true;
    }
    while (rest.len == 0 || !set_words(t, control, rest, &t->next)) {
        if (!twin_ask(t, QUESTION("play.delivery.ask"), "ask.how.delivery", &rest))
            return false;
        if (leaves_as_is(t, rest))
            break;
    }
    say_delivery(t);
    return true;
}
