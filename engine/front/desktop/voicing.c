/* voicing.c - one child at a time, fed through a pipe; a new text ends the old one. */
#include "voicing.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

enum { TEXT_MOST = 4000 }; /* fits a pipe: writing never waits */

static pid_t speaker = -1;

void voicing_stop(void)
{
    if (speaker <= 0)
        return;
    kill(speaker, SIGKILL);
    waitpid(speaker, NULL, 0);
    speaker = -1;
}

static void speak(const int ends[2], const char *lang)
{
    int nowhere = open("/dev/null", O_WRONLY);
    dup2(ends[0], STDIN_FILENO);
    if (nowhere >= 0) {
        dup2(nowhere, STDOUT_FILENO);
        dup2(nowhere, STDERR_FILENO);
    }
    close(ends[0]);
    close(ends[1]);
    execlp("espeak-ng", "espeak-ng", "-v", lang, "-s", "165", "--stdin", (char *)NULL);
    _exit(127);
}

void voicing_say(td_str text, const char *lang)
{
    int ends[2];
    voicing_stop();
    if (text.len == 0 || pipe(ends) != 0)
        return;
    speaker = fork();
    if (speaker == 0)
        speak(ends, lang);
    close(ends[0]);
    td_str short_text = utf8_cut(text, TEXT_MOST);
    ssize_t written = speaker > 0 ? write(ends[1], short_text.ptr, short_text.len) : 0;
    close(ends[1]);
    if (written < 0)
        voicing_stop();
}
