/* autosave.c - one thread, one queue of bytes, one file: append, sync, acknowledge. */
#include "autosave.h"

#include "memory.h"
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <sys/file.h>
#include <unistd.h>

struct autosave {
    pthread_t thread;
    pthread_mutex_t lock;
    pthread_cond_t changed; /* something to write, something written, or the end */
    int fd;
    off_t good;  /* bytes of the file that are whole lines on the disk */
    char *queue; /* handed over and not yet on the disk */
    size_t queued, room;
    uint64_t asked, tried; /* hand-overs so far / of them, those the thread has dealt with */
    file_fault trouble;
    bool stop;
};

static file_fault append(int fd, off_t at, const char *bytes, size_t count)
{
    while (count > 0) {
        ssize_t put = pwrite(fd, bytes, count, at);
        if (put < 0 && errno == EINTR)
            continue;
        if (put <= 0)
            return put < 0 ? file_fault_of(errno) : "error.disk-full";
        bytes += put;
        at += put;
        count -= (size_t)put;
    }
    return fdatasync(fd) == 0 ? NULL : file_fault_of(errno);
}

/* Half a line is worse than none: whoever reads the file must find whole ones. */
static void cut_back(int fd, off_t good)
{
    if (ftruncate(fd, good) != 0)
        (void)fdatasync(fd); /* the reader drops a last line without an end */
}

/* With the lock held; it is let go while the disk works. */
static void write_queue(struct autosave *save)
{
    size_t count = save->queued;
    uint64_t asked = save->asked;
    char *bytes = memory_std.resize(memory_std.context, NULL, count);
    memcpy(bytes, save->queue, count);
    pthread_mutex_unlock(&save->lock);
    file_fault fault = append(save->fd, save->good, bytes, count);
    if (fault != NULL)
        cut_back(save->fd, save->good);
    memory_std.resize(memory_std.context, bytes, 0);
    pthread_mutex_lock(&save->lock);
    save->trouble = fault;
    if (fault == NULL) {
        save->good += (off_t)count;
        save->queued -= count;
        memmove(save->queue, save->queue + count, save->queued);
    }
    save->tried = asked;
    pthread_cond_broadcast(&save->changed);
}

static void *run(void *argument)
{
    struct autosave *save = argument;
    pthread_mutex_lock(&save->lock);
    while (!save->stop || save->tried < save->asked) {
        if (save->tried == save->asked)
            pthread_cond_wait(&save->changed, &save->lock);
        else
            write_queue(save);
    }
    pthread_mutex_unlock(&save->lock);
    return NULL;
}

static void dispose(struct autosave *save)
{
    if (save->fd >= 0)
        close(save->fd);
    pthread_cond_destroy(&save->changed);
    pthread_mutex_destroy(&save->lock);
    memory_std.resize(memory_std.context, save->queue, 0);
    memory_std.resize(memory_std.context, save, 0);
}

/* One play, one writer: a second window must not write between our lines. */
static int open_alone(const char *path, size_t keep, file_fault *fault)
{
    int fd = open(path, O_RDWR | O_CLOEXEC | O_NOFOLLOW);
    if (fd < 0) {
        *fault = file_fault_of(errno);
        return -1;
    }
    if (flock(fd, LOCK_EX | LOCK_NB) == 0 && ftruncate(fd, (off_t)keep) == 0)
        return fd;
    *fault = errno == EWOULDBLOCK ? "error.in-use" : file_fault_of(errno);
    close(fd);
    return -1;
}

struct autosave *autosave_open(const char *path, size_t keep, file_fault *fault)
{
    int fd = open_alone(path, keep, fault);
    if (fd < 0)
        return NULL;
    struct autosave *save = memory_std.resize(memory_std.context, NULL, sizeof *save);
    *save = (struct autosave){.fd = fd, .good = (off_t)keep};
    pthread_mutex_init(&save->lock, NULL);
    pthread_cond_init(&save->changed, NULL);
    if (pthread_create(&save->thread, NULL, run, save) == 0)
        return save;
    *fault = "error.no-thread";
    dispose(save);
    return NULL;
}

void autosave_write(struct autosave *save, td_str text)
{
    pthread_mutex_lock(&save->lock);
    if (save->queued + text.len > save->room) {
        save->room = 2 * (save->queued + text.len);
        save->queue = memory_std.resize(memory_std.context, save->queue, save->room);
    }
    memcpy(save->queue + save->queued, text.ptr, text.len);
    save->queued += text.len;
    save->asked++;
    pthread_cond_broadcast(&save->changed);
    pthread_mutex_unlock(&save->lock);
}

bool autosave_settled(struct autosave *save)
{
    pthread_mutex_lock(&save->lock);
    bool settled = save->tried == save->asked;
    pthread_mutex_unlock(&save->lock);
    return settled;
}

void autosave_wait(struct autosave *save)
{
    pthread_mutex_lock(&save->lock);
    while (save->tried < save->asked)
        pthread_cond_wait(&save->changed, &save->lock);
    pthread_mutex_unlock(&save->lock);
}

file_fault autosave_trouble(struct autosave *save)
{
    pthread_mutex_lock(&save->lock);
    file_fault trouble = save->trouble;
    pthread_mutex_unlock(&save->lock);
    return trouble;
}

bool autosave_close(struct autosave *save)
{
    if (save == NULL)
        return true;
    pthread_mutex_lock(&save->lock);
    if (save->queued > 0)
        save->asked++; /* a last try */
    save->stop = true;
    pthread_cond_broadcast(&save->changed);
    pthread_mutex_unlock(&save->lock);
    pthread_join(save->thread, NULL);
    bool whole = save->queued == 0;
    dispose(save);
    return whole;
}
