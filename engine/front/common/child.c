/* child.c - posix_spawn between a socket and a pipe, with a deadline. */
#include "child.h"

#include "clock.h"
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

struct child {
    pid_t pid;
    int in, out; /* our ends; -1 when closed */
};

static bool spawn(char *const argv[], int input, int output, pid_t *ret)
{
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    int error = posix_spawnp(ret, argv[0], &actions, NULL, argv, environ);
    posix_spawn_file_actions_destroy(&actions);
    return error == 0;
}

/* A socket for the input: writing to a dead child is then an error and not a signal. */
static bool start(char *const argv[], struct child *ret)
{
    int in[2], out[2];
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, in) != 0)
        return false;
    bool good = pipe(out) == 0;
    if (good) {
        fcntl(out[0], F_SETFD, FD_CLOEXEC);
        fcntl(out[1], F_SETFD, FD_CLOEXEC);
        good = spawn(argv, in[1], out[1], &ret->pid);
        close(out[1]);
    }
    close(in[1]);
    ret->in = in[0];
    ret->out = good ? out[0] : -1;
    if (!good)
        close(in[0]);
    return good;
}

static void close_end(int *fd)
{
    if (*fd >= 0)
        close(*fd);
    *fd = -1;
}

static void feed(struct child *c, td_str *input)
{
    ssize_t put = send(c->in, input->ptr, input->len, MSG_NOSIGNAL | MSG_DONTWAIT);
    if (put < 0 && errno != EAGAIN && errno != EINTR)
        input->len = 0; /* it does not want to hear more; what it says still counts */
    if (put > 0)
        *input = (td_str){input->ptr + put, input->len - (size_t)put};
    if (input->len == 0)
        close_end(&c->in);
}

/* false at the end of its output, or at too much of it. */
static bool listen_to(struct child *c, size_t most, struct writer *out, bool *ret_good)
{
    char bytes[16384];
    ssize_t got = read(c->out, bytes, sizeof bytes);
    if (got < 0 && errno == EINTR)
        return true;
    if (got > 0 && out->len + (size_t)got <= most) {
        w_str(out, (td_str){bytes, (size_t)got});
        return true;
    }
    *ret_good = got == 0;
    return false;
}

static bool talk(struct child *c, td_str input, size_t most, int64_t deadline, struct writer *out)
{
    bool good = false;
    if (input.len == 0)
        close_end(&c->in);
    for (;;) {
        int64_t left = deadline - clock_ms();
        struct pollfd ends[2] = {{c->out, POLLIN, 0}, {c->in, POLLOUT, 0}};
        if (left <= 0 || (poll(ends, 2, (int)left) < 0 && errno != EINTR))
            return false;
        if (c->in >= 0 && ends[1].revents)
            feed(c, &input);
        if (ends[0].revents && !listen_to(c, most, out, &good))
            return good;
    }
}

bool child_run(char *const argv[], td_str input, size_t most, int ms, struct writer *out)
{
    struct child child;
    if (!start(argv, &child))
        return false;
    bool good = talk(&child, input, most, clock_ms() + ms, out);
    close_end(&child.in);
    close_end(&child.out);
    if (!good)
        kill(child.pid, SIGKILL);
    int status = 0;
    while (waitpid(child.pid, &status, 0) < 0 && errno == EINTR)
        continue;
    return good && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}
