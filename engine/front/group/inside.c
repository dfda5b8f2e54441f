/* inside.c - the thread of the room, and what it tells the window. */
#include "inside.h"

#include "memory.h"
#include "relay.h"
#include <netinet/in.h>
#include <pthread.h>
#include <sys/socket.h>
#include <unistd.h>

enum { PORTS = 10 };

struct inside {
    pthread_mutex_t lock;
    pthread_t thread;
    struct arena arena;
    struct host_wish wish;
    struct host_opener opener;
    struct inside_facts facts;
    struct relay *relay;
    enum inside_state state;
    bool closing;
    int status;
    const char *trouble;
    char path[1024];
    void (*wake)(void *context);
    void *context;
};

static void put(char *to, size_t size, const char *text)
{
    size_t len = strlen(text);
    len = len < size ? len : size - 1;
    memcpy(to, text, len);
    to[len] = '\0';
}

static void opened(void *context, const struct host_open *open)
{
    struct inside *inside = context;
    pthread_mutex_lock(&inside->lock);
    put(inside->facts.code, sizeof inside->facts.code, open->code);
    put(inside->facts.pin, sizeof inside->facts.pin, open->pin);
    put(inside->facts.url, sizeof inside->facts.url, open->url);
    put(inside->facts.address, sizeof inside->facts.address, open->address);
    put(inside->facts.file, sizeof inside->facts.file, open->file);
    inside->relay = open->relay;
    inside->state = INSIDE_OPEN;
    if (inside->closing)
        relay_stop(open->relay);
    pthread_mutex_unlock(&inside->lock);
    inside->wake(inside->context);
}

static void trouble(void *context, const char *id, const char *path)
{
    struct inside *inside = context;
    pthread_mutex_lock(&inside->lock);
    inside->trouble = id;
    put(inside->path, sizeof inside->path, path);
    pthread_mutex_unlock(&inside->lock);
    inside->wake(inside->context);
}

static void *run(void *context)
{
    struct inside *inside = context;
    const int status = host_run(&inside->wish);
    pthread_mutex_lock(&inside->lock);
    inside->status = status;
    inside->relay = NULL;
    if (inside->state == INSIDE_OPENING)
        inside->state = INSIDE_FAILED;
    pthread_mutex_unlock(&inside->lock);
    inside->wake(inside->context);
    return NULL;
}

static const char *kept(struct arena *arena, const char *text)
{
    return text != NULL ? arena_cstr(arena, str_of(text)) : NULL;
}

static void keep_wish(struct inside *inside, const struct host_wish *wish)
{
    struct arena *arena = &inside->arena;
    inside->wish = *wish;
    inside->wish.scenario = kept(arena, wish->scenario);
    inside->wish.file = kept(arena, wish->file);
    inside->wish.lang = kept(arena, wish->lang);
    inside->wish.model = kept(arena, wish->model);
    inside->wish.bind = kept(arena, wish->bind);
    inside->wish.address = kept(arena, wish->address);
    inside->opener = (struct host_opener){inside, opened, trouble};
    inside->wish.opener = &inside->opener;
}

struct inside *inside_open(const struct host_wish *wish, void (*wake)(void *context), void *context)
{
    struct inside *inside = memory_std.resize(memory_std.context, NULL, sizeof *inside);
    memset(inside, 0, sizeof *inside);
    arena_init(&inside->arena, &memory_std);
    pthread_mutex_init(&inside->lock, NULL);
    inside->wake = wake;
    inside->context = context;
    keep_wish(inside, wish);
    if (pthread_create(&inside->thread, NULL, run, inside) == 0)
        return inside;
    arena_finish(&inside->arena);
    pthread_mutex_destroy(&inside->lock);
    memory_std.resize(memory_std.context, inside, 0);
    return NULL;
}

enum inside_state inside_state(struct inside *inside)
{
    pthread_mutex_lock(&inside->lock);
    const enum inside_state state = inside->state;
    pthread_mutex_unlock(&inside->lock);
    return state;
}

void inside_facts(struct inside *inside, struct inside_facts *ret)
{
    pthread_mutex_lock(&inside->lock);
    *ret = inside->facts;
    pthread_mutex_unlock(&inside->lock);
}

const char *inside_trouble(struct inside *inside, char ret_path[1024])
{
    pthread_mutex_lock(&inside->lock);
    const char *id = inside->trouble;
    memcpy(ret_path, inside->path, sizeof inside->path);
    pthread_mutex_unlock(&inside->lock);
    return id;
}

bool inside_close(struct inside *inside)
{
    if (inside == NULL)
        return true;
    pthread_mutex_lock(&inside->lock);
    inside->closing = true;
    if (inside->relay != NULL)
        relay_stop(inside->relay);
    pthread_mutex_unlock(&inside->lock);
    pthread_join(inside->thread, NULL);
    const bool whole = inside->status == 0;
    arena_finish(&inside->arena);
    pthread_mutex_destroy(&inside->lock);
    memory_std.resize(memory_std.context, inside, 0);
    return whole;
}

int inside_free_port(int first)
{
    for (int port = first; port < first + PORTS; port++) {
        const int on = 1;
        struct sockaddr_in at = {.sin_family = AF_INET, .sin_port = htons((uint16_t)port)};
        int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
        const bool is_free = fd >= 0 && bind(fd, (const struct sockaddr *)&at, sizeof at) == 0 && listen(fd, 1) == 0;
        if (fd >= 0)
            close(fd);
        if (is_free)
            return port;
    }
    return 0;
}
