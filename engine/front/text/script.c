/* script.c - `play --commands FILE`: a list of commands, as a journal has them, played without asking;
 * after each the moment is told.  What a test can do, an author can do. */
#include "twin.h"

#include "cli.h"
#include "harmless.h"
#include "memory.h"

enum { COMMANDS_BYTES = 8 << 20 };

struct script {
    struct twin *twin;
    const char *file;
    int line;
};

static int told(const struct script *s, const char *id, int column, td_str typed, const char *reason)
{
    struct twin *t = s->twin;
    const struct word_arg args[] = {
        ARG_INT("line", s->line),
        ARG_INT("column", column),
        ARG_TEXT("typed", harmless(&t->page, typed)),
        ARG_TEXT("path", str_of(s->file)),
        ARG_TEXT("reason", reason != NULL ? twin_word(t, "refused.", str_of(reason), "") : TD_STR("")),
    };
    fflush(stdout);
    library_say(t->library, true, id, args, 5);
    return reason != NULL ? CLI_NO : CLI_USAGE;
}

static int apply(const struct script *s, td_str line, const struct command *command)
{
    struct twin *t = s->twin;
    struct view before = t->view;
    const char *reason = NULL;
    td_status status = encounter_do(&t->play, command, &reason);
    if (status != TD_OK)
        return told(s, status == TD_E_REFUSED ? "error.bad-move" : "error.bad-command", 1, line, reason);
    session_view(play_session(t->play.play), SEAT_primary, &t->view);
    if (command->verb == VERB_begin)
        twin_scene(t);
    else if (command->verb != VERB_pick && command->verb != VERB_rewind)
        twin_change(t, &before, command);
    if (t->view.phase == PHASE_TALK) {
        twin_figures(t);
        twin_choices(t);
    }
    return CLI_OK;
}

/* "- primary note "...""; a mark changes nothing and shows nothing. */
static int mark(const struct script *s, td_str line)
{
    td_str rest = {line.ptr + 2, line.len - 2};
    enum seat seat;
    if (seat_find(str_word(&rest), &seat) && encounter_mark(&s->twin->play, seat, rest))
        return CLI_OK;
    return told(s, "error.bad-command", 1, line, NULL);
}

static int run_line(const struct script *s, td_str line)
{
    struct command command;
    int column = 1;
    if (line.len == 0 || line.ptr[0] == '#')
        return CLI_OK;
    if (str_starts(line, TD_STR("- ")))
        return mark(s, line);
    if (command_parse(line, &command, &column) != TD_OK)
        return told(s, "error.bad-command", column, line, NULL);
    return apply(s, line, &command);
}

static int run_lines(struct script *s, td_str commands)
{
    int status = CLI_OK;
    while (commands.len > 0 && status == CLI_OK) {
        struct arena_mark page = arena_mark(&s->twin->page);
        s->line++;
        status = run_line(s, str_line(&commands));
        arena_rewind(&s->twin->page, page);
    }
    return status;
}

static int save_play(struct twin *t, const char *path)
{
    file_fault fault = path == NULL ? NULL : file_write(path, writer_str(&t->play.text), 0600);
    if (fault == NULL)
        return CLI_OK;
    const struct word_arg args[] = {ARG_TEXT("path", str_of(path))};
    library_say(t->library, true, fault, args, 1);
    return CLI_NO;
}

static void play_through(struct twin *t, struct tale *tale, const struct setup *setup)
{
    encounter_begin(t->library, tale, setup, KEEP_NOT, NULL, &t->play);
    t->plays = true;
    session_view(play_session(t->play.play), SEAT_primary, &t->view);
}

int script_run(struct library *library, const char *scenario, const char *commands, const struct setup *setup,
               const char *save)
{
    struct settings settings = settings_unset();
    struct tale tale;
    td_str bytes;
    const char *path = strcmp(commands, "-") == 0 ? "/dev/stdin" : commands;
    file_fault fault = file_read(&library->arena, path, COMMANDS_BYTES, &bytes);
    if (fault != NULL) {
        const struct word_arg args[] = {ARG_TEXT("path", str_of(commands))};
        library_say(library, true, fault, args, 1);
        return CLI_USAGE;
    }
    if (!tale_open(library, scenario, true, &tale))
        return library_refusal(library);
    struct twin *t = memory_std.resize(memory_std.context, NULL, sizeof *t);
    *t = (struct twin){.library = library, .settings = &settings, .console.out = stdout, .console.last_blank = true};
    arena_init(&t->page, &memory_std);
    play_through(t, &tale, setup);
    struct script script = {t, commands, 0};
    int status = run_lines(&script, bytes);
    if (status == CLI_OK) {
        if (t->view.phase == PHASE_OVER)
            twin_ending(t);
        else
            twin_say(t, "outcome.open.title", NULL, 0);
        status = save_play(t, save);
    }
    encounter_end(&t->play);
    arena_finish(&t->page);
    memory_std.resize(memory_std.context, t, 0);
    return status;
}
