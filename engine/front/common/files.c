/* files.c - open, read, write, sync, rename; every failure becomes one of a few sentences. */
#include "files.h"

#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

enum { PATH_BYTES = 4096 };

file_fault file_fault_of(int error)
{
    switch (error) {
    case ENOENT:
    case ENOTDIR: return "error.not-found";
    case EISDIR: return "error.is-folder";
    case ENOSPC:
    case EDQUOT:
    case EFBIG: return "error.disk-full";
    case EACCES:
    case EPERM:
    case EROFS: return "error.no-permission";
    default: return "error.unreadable";
    }
}

static file_fault read_all(struct arena *arena, int fd, size_t most, td_str *ret)
{
    struct stat about;
    if (fstat(fd, &about) != 0)
        return file_fault_of(errno);
    if (S_ISDIR(about.st_mode))
        return "error.is-folder";
    size_t room = S_ISREG(about.st_mode) && about.st_size >= 0 ? (size_t)about.st_size : 65536;
    if (room > most)
        return "error.too-large";
    char *bytes = arena_alloc(arena, room + 1);
    size_t have = 0;
    for (;;) { /* one byte of room more than the size: a file that grows meanwhile is seen */
        ssize_t got = read(fd, bytes + have, room + 1 - have);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return file_fault_of(errno);
        have += (size_t)got;
        if (got == 0)
            break;
        if (have > most)
            return "error.too-large";
        if (have == room + 1) {
            char *larger = arena_alloc(arena, 2 * room + 1);
            memcpy(larger, bytes, have);
            bytes = larger;
            room *= 2;
        }
    }
    *ret = (td_str){bytes, have};
    return NULL;
}

file_fault file_read(struct arena *arena, const char *path, size_t most, td_str *ret)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK); /* a pipe without a writer must not hang us */
    if (fd < 0)
        return file_fault_of(errno);
    fcntl(fd, F_SETFL, 0); /* with one, we wait for what it writes */
    file_fault fault = read_all(arena, fd, most, ret);
    close(fd);
    return fault;
}

file_fault file_read_input(struct arena *arena, size_t most, td_str *ret)
{
    return read_all(arena, STDIN_FILENO, most, ret);
}

static file_fault write_all(int fd, td_str bytes)
{
    while (bytes.len > 0) {
        ssize_t put = write(fd, bytes.ptr, bytes.len);
        if (put < 0 && errno == EINTR)
            continue;
        if (put < 0)
            return file_fault_of(errno);
        bytes.ptr += put;
        bytes.len -= (size_t)put;
    }
    return fsync(fd) == 0 ? NULL : file_fault_of(errno);
}

/* The rename itself must be on the disk too. */
static void sync_folder_of(const char *path)
{
    char copy[PATH_BYTES];
    snprintf(copy, sizeof copy, "%s", path);
    int fd = open(dirname(copy), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0)
        return;
    fsync(fd);
    close(fd);
}

/* The name beside path under which its bytes are put together. */
static bool name_beside(const char *path, char ret[PATH_BYTES])
{
    int length = snprintf(ret, PATH_BYTES, "%s.%ld.part", path, (long)getpid());
    return length > 0 && length < PATH_BYTES;
}

static file_fault write_beside(const char *beside, td_str bytes, unsigned mode)
{
    int fd = open(beside, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, (mode_t)mode);
    if (fd < 0)
        return errno == ENOENT ? "error.no-folder" : file_fault_of(errno);
    file_fault fault = write_all(fd, bytes);
    if (close(fd) != 0 && fault == NULL)
        fault = file_fault_of(errno);
    return fault;
}

file_fault file_write(const char *path, td_str bytes, unsigned mode)
{
    char beside[PATH_BYTES];
    if (!name_beside(path, beside))
        return "error.path-too-long";
    file_fault fault = write_beside(beside, bytes, mode);
    if (fault == NULL && rename(beside, path) != 0)
        fault = file_fault_of(errno);
    if (fault != NULL)
        unlink(beside);
    else
        sync_folder_of(path);
    return fault;
}

file_fault file_write_new(const char *path, td_str bytes, unsigned mode)
{
    char beside[PATH_BYTES];
    if (!name_beside(path, beside))
        return "error.path-too-long";
    file_fault fault = write_beside(beside, bytes, mode);
    if (fault == NULL && link(beside, path) != 0) /* unlike rename(), it replaces nothing */
        fault = errno == EEXIST ? "error.exists" : file_fault_of(errno);
    unlink(beside);
    if (fault == NULL)
        sync_folder_of(path);
    return fault;
}

file_fault file_append(const char *path, td_str bytes, unsigned mode)
{
    int fd = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, (mode_t)mode);
    if (fd < 0)
        return file_fault_of(errno);
    file_fault fault = write_all(fd, bytes);
    return close(fd) != 0 && fault == NULL ? file_fault_of(errno) : fault;
}

file_fault folder_make(const char *path, unsigned mode)
{
    char part[PATH_BYTES];
    size_t length = strlen(path);
    if (length >= sizeof part)
        return "error.path-too-long";
    for (size_t i = 1; i <= length; i++) {
        if (i < length && path[i] != '/')
            continue;
        memcpy(part, path, i);
        part[i] = '\0';
        if (mkdir(part, (mode_t)mode) != 0 && errno != EEXIST)
            return file_fault_of(errno);
    }
    return folder_exists(path) ? NULL : "error.not-folder";
}

bool file_exists(const char *path)
{
    struct stat about;
    return stat(path, &about) == 0 && !S_ISDIR(about.st_mode);
}

bool folder_exists(const char *path)
{
    struct stat about;
    return stat(path, &about) == 0 && S_ISDIR(about.st_mode);
}
