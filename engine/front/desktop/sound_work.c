/* sound_work.c - a list of pieces, a lock, and the thread that makes them one after the other. */
#include "sound_work.h"

#include "files.h"
#include "hash.h"
#include "memory.h"
#include <pthread.h>
#include <stdio.h>

/* The place, the signs, the line and what follows it, and an answer to each line that is offered. */
enum { PIECES = 12, LANG_BYTES = 16, READING_RATE = 1150 };

struct piece {
    uint64_t key; /* 0: free */
    enum work_state state;
    bool urgent, held, making;
    uint64_t asked;     /* when last, in asks */
    struct arena arena; /* what the order's pointers point to */
    struct work_order order;
    struct work_piece made;
    struct viseme_track lips;
    struct clip clip; /* of a voice: one channel, half of what the device wants; most are never heard */
};

struct sound_work {
    pthread_t thread;
    bool running; /* the thread was started */
    pthread_mutex_t lock;
    pthread_cond_t wake;
    bool quit, tried, device;
    uint64_t asks;
    struct piece pieces[PIECES];
};

/* ---- making, in the thread ---- */

static void take_utterance(struct piece *made, struct utterance *u)
{
    made->made.ms = clip_ms(&u->clip);
    made->clip = u->clip;
    made->lips = u->lips;
    u->clip = (struct clip){0};
    u->lips = (struct viseme_track){0};
    utterance_finish(u);
}

static bool make_line(const struct work_order *order, struct piece *made)
{
    struct utterance u;
    struct utter_request request = {order->text, order->lang, order->timbre, order->prosody, order->telephone};
    if (order->recording && file_exists(order->recording)) {
        made->made.chunk = sound_out_load(order->recording, &made->lips, &made->made.ms);
        if (made->made.chunk)
            return true;
    }
    if (!utter(&request, &u))
        return false;
    take_utterance(made, &u);
    return true;
}

static bool make_reading(const struct work_order *order, struct piece *made)
{
    struct utterance u;
    if (!utter_plainly(order->text, order->lang, READING_RATE, &u))
        return false;
    take_utterance(made, &u);
    return true;
}

static bool make_clip(struct clip clip, struct piece *made)
{
    made->made.chunk = sound_out_make(&clip);
    made->made.ms = clip_ms(&clip);
    clip_finish(&clip);
    return made->made.chunk != NULL;
}

static bool make(const struct work_order *order, struct piece *made)
{
    switch (order->kind) {
    case WORK_PLACE: return make_clip(synth_place((enum setting)order->which), made);
    case WORK_UI: return make_clip(synth_ui((enum ui_sound)order->which), made);
    case WORK_LINE: return make_line(order, made);
    case WORK_READING: return make_reading(order, made);
    }
    return false;
}

/* Urgent ones first, then in the order of asking. */
static struct piece *next_piece(struct sound_work *work)
{
    struct piece *next = NULL;
    for (int i = 0; i < PIECES; i++) {
        struct piece *p = &work->pieces[i];
        if (p->key == 0 || p->state != WORK_WAITING)
            continue;
        if (!next || (p->urgent && !next->urgent) || (p->urgent == next->urgent && p->asked < next->asked))
            next = p;
    }
    return next;
}

/* Without the lock only the order is read, which nobody changes while the piece is being made. */
static void make_piece(struct sound_work *work, struct piece *piece)
{
    struct piece made = {0};
    piece->making = true;
    pthread_mutex_unlock(&work->lock);
    bool good = make(&piece->order, &made);
    memory_give_back();
    pthread_mutex_lock(&work->lock);
    piece->made = made.made;
    piece->lips = made.lips;
    piece->clip = made.clip;
    piece->state = good ? WORK_READY : WORK_FAILED;
    piece->making = false;
}

static void *run(void *context)
{
    struct sound_work *work = context;
    bool device = sound_out_open();
    pthread_mutex_lock(&work->lock);
    work->tried = true;
    work->device = device;
    while (!work->quit) {
        struct piece *piece = device ? next_piece(work) : NULL;
        if (piece)
            make_piece(work, piece);
        else
            pthread_cond_wait(&work->wake, &work->lock);
    }
    pthread_mutex_unlock(&work->lock);
    sound_out_leave_thread();
    return NULL;
}

/* ---- asking ---- */

static void drop(struct piece *piece)
{
    sound_out_free(piece->made.chunk);
    viseme_finish(&piece->lips);
    clip_finish(&piece->clip);
    arena_finish(&piece->arena);
    *piece = (struct piece){0};
}

struct sound_work *sound_work_open(void)
{
    struct sound_work *work = memory_std.resize(memory_std.context, NULL, sizeof *work);
    *work = (struct sound_work){0};
    pthread_mutex_init(&work->lock, NULL);
    pthread_cond_init(&work->wake, NULL);
    work->running = pthread_create(&work->thread, NULL, run, work) == 0;
    if (!work->running)
        work->tried = true; /* no thread, no sound */
    return work;
}

void sound_work_close(struct sound_work *work)
{
    if (!work)
        return;
    pthread_mutex_lock(&work->lock);
    work->quit = true;
    pthread_cond_signal(&work->wake);
    pthread_mutex_unlock(&work->lock);
    if (work->running)
        pthread_join(work->thread, NULL);
    for (int i = 0; i < PIECES; i++)
        drop(&work->pieces[i]);
    sound_out_close();
    pthread_cond_destroy(&work->wake);
    pthread_mutex_destroy(&work->lock);
    memory_std.resize(memory_std.context, work, 0);
}

bool sound_work_tried(struct sound_work *work, bool *ret_device)
{
    pthread_mutex_lock(&work->lock);
    bool tried = work->tried;
    *ret_device = work->device;
    pthread_mutex_unlock(&work->lock);
    return tried;
}

static uint64_t hash_numbers(uint64_t h, const int32_t *numbers, size_t count)
{
    for (size_t i = 0; i < count; i++)
        h = hash_u64(h, (uint64_t)(int64_t)numbers[i]);
    return h;
}

uint64_t sound_work_key(const struct work_order *o)
{
    const struct prosody *p = &o->prosody;
    const int32_t numbers[] = {(int32_t)o->kind, o->which,        (int32_t)o->timbre.kind,
                               o->timbre.pitch,  o->timbre.tract, o->timbre.rate,
                               p->rate,          p->pitch,        p->spread,
                               p->level,         p->effort,       p->pause,
                               p->broken,        p->tremor,       o->telephone};
    uint64_t h = hash_numbers(HASH_START, numbers, sizeof numbers / sizeof *numbers);
    h = hash_str(h, o->text);
    h = hash_str(h, str_of(o->lang ? o->lang : ""));
    h = hash_finish(hash_str(h, str_of(o->recording ? o->recording : "")));
    return h ? h : 1;
}

static struct piece *find(struct sound_work *work, uint64_t key)
{
    for (int i = 0; i < PIECES && key != 0; i++)
        if (work->pieces[i].key == key)
            return &work->pieces[i];
    return NULL;
}

/* A free one, or the one that was longest not asked for. */
static struct piece *make_room(struct sound_work *work)
{
    struct piece *oldest = NULL;
    for (int i = 0; i < PIECES; i++) {
        struct piece *p = &work->pieces[i];
        if (p->key == 0)
            return p;
        if (!p->held && !p->making && (!oldest || p->asked < oldest->asked))
            oldest = p;
    }
    if (oldest)
        drop(oldest);
    return oldest;
}

static void keep_order(struct piece *piece, const struct work_order *order)
{
    arena_init(&piece->arena, &memory_std);
    piece->order = *order;
    piece->order.text = arena_copy(&piece->arena, order->text);
    td_str lang = str_of(order->lang ? order->lang : "");
    lang.len = lang.len < LANG_BYTES ? lang.len : LANG_BYTES - 1;
    piece->order.lang = arena_cstr(&piece->arena, lang);
    if (order->recording)
        piece->order.recording = arena_cstr(&piece->arena, str_of(order->recording));
}

uint64_t sound_work_ask(struct sound_work *work, const struct work_order *order, bool urgent)
{
    uint64_t key = sound_work_key(order);
    pthread_mutex_lock(&work->lock);
    struct piece *piece = find(work, key);
    if (!piece && (piece = make_room(work))) {
        keep_order(piece, order);
        piece->key = key;
        piece->state = WORK_WAITING;
        pthread_cond_signal(&work->wake);
    }
    if (piece) {
        piece->urgent = piece->urgent || urgent;
        piece->asked = ++work->asks;
    }
    pthread_mutex_unlock(&work->lock);
    return piece ? key : 0;
}

/* A voice as the device wants it; that of the one before is given back. */
static void sound_ready(struct sound_work *work, struct piece *piece)
{
    if (piece->made.chunk || piece->clip.frames == 0)
        return;
    for (int i = 0; i < PIECES; i++) {
        struct piece *other = &work->pieces[i];
        if (other->clip.frames == 0 || other->held || other->making)
            continue;
        sound_out_free(other->made.chunk);
        other->made.chunk = NULL;
    }
    piece->made.chunk = sound_out_make(&piece->clip);
}

enum work_state sound_work_look(struct sound_work *work, uint64_t key, struct work_piece *ret)
{
    pthread_mutex_lock(&work->lock);
    struct piece *piece = find(work, key);
    enum work_state state = piece ? piece->state : WORK_ABSENT;
    if (state == WORK_READY) {
        sound_ready(work, piece);
        *ret = piece->made;
        ret->lips = &piece->lips;
    }
    pthread_mutex_unlock(&work->lock);
    return state;
}

void sound_work_hold(struct sound_work *work, uint64_t key, bool held)
{
    pthread_mutex_lock(&work->lock);
    struct piece *piece = find(work, key);
    if (piece)
        piece->held = held;
    pthread_mutex_unlock(&work->lock);
}
