/* relay.c - one lock, a ring one way and a place for each line the other way. */
#include "relay.h"

#include "memory.h"
#include <errno.h>
#include <pthread.h>
#include <time.h>

enum { POLICY_CLOSE = 1008 };

struct place {
    uint32_t turn;
    td_str view;
    uint32_t serial;
    int64_t now;
    td_str replies[RELAY_REPLIES];
    int first, count;
    struct answer answer;
    bool has_view, has_answer;
    int closing;
    bool listed; /* among those handed to */
};

struct relay {
    pthread_mutex_t lock;
    pthread_cond_t posted;
    struct letter ring[RELAY_LETTERS];
    int first, count;
    struct place places[RELAY_LINES];
    int32_t handed[RELAY_LINES]; /* lines, oldest first */
    int handed_first, handed_count;
    bool stop;
    void (*wake)(void *context);
    void *context;
};

void letter_finish(struct letter *letter)
{
    memory_forget(&letter->bytes);
    if (letter->request != NULL)
        memory_std.resize(memory_std.context, letter->request, 0);
    letter->request = NULL;
}

static void clear_place(struct place *place)
{
    memory_forget(&place->view);
    for (; place->count > 0; place->count--, place->first = (place->first + 1) % RELAY_REPLIES)
        memory_forget(&place->replies[place->first]);
    memory_forget(&place->answer.body);
    place->has_view = place->has_answer = false;
    place->closing = 0;
}

struct relay *relay_create(void (*wake)(void *context), void *context)
{
    struct relay *relay = memory_std.resize(memory_std.context, NULL, sizeof *relay);
    memset(relay, 0, sizeof *relay);
    pthread_condattr_t monotonic;
    pthread_condattr_init(&monotonic);
    pthread_condattr_setclock(&monotonic, CLOCK_MONOTONIC);
    pthread_mutex_init(&relay->lock, NULL);
    pthread_cond_init(&relay->posted, &monotonic);
    pthread_condattr_destroy(&monotonic);
    relay->wake = wake;
    relay->context = context;
    return relay;
}

void relay_destroy(struct relay *relay)
{
    if (relay == NULL)
        return;
    for (; relay->count > 0; relay->count--, relay->first = (relay->first + 1) % RELAY_LETTERS)
        letter_finish(&relay->ring[relay->first]);
    for (int i = 0; i < RELAY_LINES; i++)
        clear_place(&relay->places[i]);
    pthread_cond_destroy(&relay->posted);
    pthread_mutex_destroy(&relay->lock);
    memory_std.resize(memory_std.context, relay, 0);
}

/* --- the sockets' side ------------------------------------------------------------------------------ */

struct relay_id relay_line(struct relay *relay, int32_t line)
{
    pthread_mutex_lock(&relay->lock);
    struct place *place = &relay->places[line];
    clear_place(place);
    place->turn++;
    struct relay_id id = {line, place->turn};
    pthread_mutex_unlock(&relay->lock);
    return id;
}

bool relay_post(struct relay *relay, const struct letter *letter)
{
    pthread_mutex_lock(&relay->lock);
    bool fits = relay->count < RELAY_LETTERS && !relay->stop;
    if (fits) {
        relay->ring[(relay->first + relay->count) % RELAY_LETTERS] = *letter;
        relay->count++;
        pthread_cond_signal(&relay->posted);
    }
    pthread_mutex_unlock(&relay->lock);
    return fits;
}

bool relay_stopped(struct relay *relay)
{
    pthread_mutex_lock(&relay->lock);
    bool stop = relay->stop;
    pthread_mutex_unlock(&relay->lock);
    return stop;
}

bool relay_next_line(struct relay *relay, int32_t *ret_line)
{
    pthread_mutex_lock(&relay->lock);
    bool some = relay->handed_count > 0;
    if (some) {
        *ret_line = relay->handed[relay->handed_first];
        relay->places[*ret_line].listed = false;
        relay->handed_first = (relay->handed_first + 1) % RELAY_LINES;
        relay->handed_count--;
    }
    pthread_mutex_unlock(&relay->lock);
    return some;
}

bool relay_take_reply(struct relay *relay, int32_t line, td_str *ret)
{
    pthread_mutex_lock(&relay->lock);
    struct place *place = &relay->places[line];
    bool some = place->count > 0;
    if (some) {
        *ret = place->replies[place->first];
        place->replies[place->first] = (td_str){NULL, 0};
        place->first = (place->first + 1) % RELAY_REPLIES;
        place->count--;
    }
    pthread_mutex_unlock(&relay->lock);
    return some;
}

bool relay_take_view(struct relay *relay, int32_t line, uint32_t *ret_serial, int64_t *ret_now, td_str *ret)
{
    pthread_mutex_lock(&relay->lock);
    struct place *place = &relay->places[line];
    bool some = place->has_view;
    if (some) {
        *ret_serial = place->serial;
        *ret_now = place->now;
        *ret = place->view;
        place->view = (td_str){NULL, 0};
        place->has_view = false;
    }
    pthread_mutex_unlock(&relay->lock);
    return some;
}

bool relay_take_answer(struct relay *relay, int32_t line, struct answer *ret)
{
    pthread_mutex_lock(&relay->lock);
    struct place *place = &relay->places[line];
    bool some = place->has_answer;
    if (some) {
        *ret = place->answer;
        place->answer.body = (td_str){NULL, 0};
        place->has_answer = false;
    }
    pthread_mutex_unlock(&relay->lock);
    return some;
}

int relay_closing(struct relay *relay, int32_t line)
{
    pthread_mutex_lock(&relay->lock);
    const struct place *place = &relay->places[line];
    int code = place->has_view || place->count > 0 ? 0 : place->closing; /* what was said before is said first */
    pthread_mutex_unlock(&relay->lock);
    return code;
}

/* --- the room's side --------------------------------------------------------------------------------- */

static struct timespec in_ms(int ms)
{
    struct timespec at;
    clock_gettime(CLOCK_MONOTONIC, &at);
    at.tv_sec += ms / 1000;
    at.tv_nsec += (long)(ms % 1000) * 1000000;
    if (at.tv_nsec >= 1000000000) {
        at.tv_sec++;
        at.tv_nsec -= 1000000000;
    }
    return at;
}

int relay_wait(struct relay *relay, int ms, struct letter *ret, int most)
{
    const struct timespec until = in_ms(ms);
    int taken = 0;
    pthread_mutex_lock(&relay->lock);
    while (relay->count == 0 && !relay->stop)
        if (pthread_cond_timedwait(&relay->posted, &relay->lock, &until) == ETIMEDOUT)
            break;
    for (; taken < most && relay->count > 0; taken++) {
        ret[taken] = relay->ring[relay->first];
        relay->first = (relay->first + 1) % RELAY_LETTERS;
        relay->count--;
    }
    pthread_mutex_unlock(&relay->lock);
    return taken;
}

/* With the lock held: the place, if it still is the one that is meant, listed for the sockets. */
static struct place *place_for(struct relay *relay, struct relay_id id)
{
    struct place *place = &relay->places[id.line];
    if (place->turn != id.turn)
        return NULL;
    if (!place->listed) {
        place->listed = true;
        relay->handed[(relay->handed_first + relay->handed_count) % RELAY_LINES] = id.line;
        relay->handed_count++;
    }
    return place;
}

void relay_reply(struct relay *relay, struct relay_id id, td_str text)
{
    td_str copy = memory_copy(text);
    pthread_mutex_lock(&relay->lock);
    struct place *place = place_for(relay, id);
    if (place != NULL && place->count < RELAY_REPLIES) {
        place->replies[(place->first + place->count) % RELAY_REPLIES] = copy;
        place->count++;
        copy = (td_str){NULL, 0};
    } else if (place != NULL) {
        clear_place(place);
        place->closing = POLICY_CLOSE;
    }
    pthread_mutex_unlock(&relay->lock);
    memory_forget(&copy);
}

void relay_view(struct relay *relay, struct relay_id id, uint32_t serial, int64_t now, td_str view)
{
    td_str copy = memory_copy(view);
    pthread_mutex_lock(&relay->lock);
    struct place *place = place_for(relay, id);
    if (place != NULL) {
        td_str older = place->view;
        place->view = copy;
        copy = older;
        place->serial = serial;
        place->now = now;
        place->has_view = true;
    }
    pthread_mutex_unlock(&relay->lock);
    memory_forget(&copy);
}

void relay_answer(struct relay *relay, struct relay_id id, const struct answer *answer, td_str body)
{
    td_str copy = memory_copy(body);
    pthread_mutex_lock(&relay->lock);
    struct place *place = place_for(relay, id);
    if (place != NULL && !place->has_answer) {
        place->answer = *answer;
        place->answer.body = copy;
        place->has_answer = true;
        copy = (td_str){NULL, 0};
    }
    pthread_mutex_unlock(&relay->lock);
    memory_forget(&copy);
}

void relay_close(struct relay *relay, struct relay_id id, int code)
{
    pthread_mutex_lock(&relay->lock);
    struct place *place = place_for(relay, id);
    if (place != NULL)
        place->closing = code;
    pthread_mutex_unlock(&relay->lock);
}

void relay_wake(struct relay *relay)
{
    relay->wake(relay->context);
}

void relay_stop(struct relay *relay)
{
    pthread_mutex_lock(&relay->lock);
    relay->stop = true;
    pthread_cond_broadcast(&relay->posted);
    pthread_mutex_unlock(&relay->lock);
    relay->wake(relay->context);
}
