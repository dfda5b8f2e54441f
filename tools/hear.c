/* hear.c - the verb `hear -o F.wav`: a line as a person would say it, a place, or a sound of the interface,
 * without a sound device.  What a test can measure, an author can listen to. */
#include "files.h"
#include "people.h"
#include "synth.h"
#include "utter.h"
#include "verbs.h"

struct hear {
    const char *out, *lang, *identity, *text;
    int place, sound; /* -1: not asked for */
    bool telephone;
    struct person_state state;
};

static const char *const profiles[] = {
    "default",     "reactive-expressive",    "suicidal-despair", "paranoid-psychosis",
    "intoxicated", "instrumental-proactive", "grief-trauma"};
enum { PROFILES = sizeof profiles / sizeof *profiles };

static const char *const sounds[UI_SOUNDS] = {"focus", "choose", "back", "notice", "help", "end"};

static void ask_state(struct cli *cli, struct person_state *ret)
{
    static const char *const states[] = {"plain", "despair", "recovery"};
    person_manner_find(str_of(profiles[cli_choice(cli, "profile", profiles, PROFILES, 0)]), &ret->manner);
    ret->agitation = (int32_t)cli_int(cli, "agitation", 0, 1000, 300);
    int state = cli_choice(cli, "state", states, 3, 0);
    ret->despair = state == 1 ? 1000 : 0;
    ret->recovery = state == 2 ? 1000 : 0;
}

static struct hear ask(struct cli *cli)
{
    struct hear hear = {.out = cli_option(cli, "o"), .lang = cli_option(cli, "lang")};
    const char *places[SETTING_COUNT];
    for (int i = 0; i < SETTING_COUNT; i++)
        places[i] = place_name((enum setting)i);
    hear.identity = cli_option(cli, "identity");
    hear.identity = hear.identity ? hear.identity : "daniel";
    hear.text = cli_option(cli, "text");
    hear.place = cli_choice(cli, "place", places, SETTING_COUNT, -1);
    hear.sound = cli_choice(cli, "sound", sounds, UI_SOUNDS, -1);
    hear.telephone = cli_flag(cli, "telephone");
    ask_state(cli, &hear.state);
    return hear;
}

static bool write_clip(struct library *library, const char *path, const struct clip *clip)
{
    file_fault fault = file_write(path, clip_wav(&library->arena, clip), 0644);
    if (!fault)
        return true;
    struct word_arg args[] = {ARG_TEXT("path", str_of(path))};
    library_say(library, true, fault, args, 1);
    return false;
}

static bool hear_line(const struct hear *hear, struct library *library)
{
    struct person_identity who;
    if (!people_read(library, hear->identity, &who))
        return false;
    struct voice_mood mood = voice_mood_of(&hear->state);
    struct utter_request request = {.line = str_of(hear->text),
                                    .lang = library->lang,
                                    .timbre = voice_timbre_of(&who),
                                    .prosody = voice_prosody(&mood),
                                    .telephone = hear->telephone};
    struct utterance utterance;
    if (!utter(&request, &utterance)) {
        struct word_arg args[] = {ARG_TEXT("lang", str_of(library->lang))};
        library_say(library, true, "hear.nothing", args, 1);
        return false;
    }
    bool good = write_clip(library, hear->out, &utterance.clip);
    utterance_finish(&utterance);
    return good;
}

static bool hear_made(const struct hear *hear, struct library *library)
{
    struct clip clip = hear->place >= 0 ? synth_place((enum setting)hear->place) : synth_ui((enum ui_sound)hear->sound);
    bool good = write_clip(library, hear->out, &clip);
    clip_finish(&clip);
    return good;
}

int verb_hear(struct cli *cli)
{
    struct hear hear = ask(cli);
    if (!cli_done(cli, 0, 0))
        return CLI_USAGE;
    if (!hear.out)
        return cli_misused(cli, "cli.needs-value", &(struct cli_fill){"option", "-o"}, 1);
    if ((hear.text != NULL) + (hear.place >= 0) + (hear.sound >= 0) != 1)
        return cli_misused(cli, "hear.one-of", NULL, 0);
    struct library library;
    if (!library_open(hear.lang, NULL, &library))
        return CLI_NO;
    bool good = hear.text ? hear_line(&hear, &library) : hear_made(&hear, &library);
    library_close(&library);
    return good ? CLI_OK : CLI_NO;
}
