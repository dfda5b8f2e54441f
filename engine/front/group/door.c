/* door.c - a small table of addresses, searched from one end to the other. */
#include "door.h"

enum { DROP = 1000, WRONG_FORGOTTEN_MS = 3600000 };

bool bucket_take(struct bucket *bucket, int64_t now, int32_t rate, int32_t burst)
{
    int64_t since = bucket->at == 0 ? (int64_t)burst * DROP : now - bucket->at;
    int64_t drops = bucket->drops + (since > 0 ? since : 0) * rate; /* DROP a request, 1000 ms a second: they cancel */
    if (drops > (int64_t)burst * DROP)
        drops = (int64_t)burst * DROP;
    bucket->at = now > 0 ? now : 1;
    bucket->drops = (int32_t)drops;
    if (drops < DROP)
        return false;
    bucket->drops -= DROP;
    return true;
}

void door_init(struct door *door, int32_t most_connections)
{
    *door = (struct door){.most = most_connections};
}

/* The lower, the sooner it may be forgotten: free, then idle, then long unseen. */
static int64_t worth(const struct door_place *place, int64_t now)
{
    if (place->seen == 0)
        return INT64_MIN;
    return place->seen + (place->locked_until > now || place->connections > 0 ? INT64_C(1) << 50 : 0);
}

static struct door_place *place_of(struct door *door, struct address address, int64_t now)
{
    const struct address who = address_group(address);
    struct door_place *least = door->places;
    for (int i = 0; i < DOOR_PLACES; i++) {
        struct door_place *at = &door->places[i];
        if (at->seen != 0 && address_same(at->who, who)) {
            at->seen = now > 0 ? now : 1;
            return at;
        }
        if (worth(at, now) < worth(least, now))
            least = at;
    }
    *least = (struct door_place){.who = who, .seen = now > 0 ? now : 1};
    return least;
}

bool door_enter(struct door *door, struct address who, int64_t now)
{
    struct door_place *place = place_of(door, who, now);
    if (place->connections >= door->most)
        return false;
    place->connections++;
    return true;
}

void door_leave(struct door *door, struct address who, int64_t now)
{
    struct door_place *place = place_of(door, who, now);
    if (place->connections > 0)
        place->connections--;
}

bool door_greet(struct door *door, struct address who, int64_t now)
{
    return bucket_take(&place_of(door, who, now)->arrivals, now, DOOR_ARRIVING, DOOR_ARRIVALS);
}

bool door_request(struct door *door, struct address who, int64_t now)
{
    return bucket_take(&place_of(door, who, now)->requests, now, DOOR_RATE, DOOR_BURST);
}

int64_t door_locked(struct door *door, struct address who, int64_t now)
{
    const struct door_place *place = place_of(door, who, now);
    return place->locked_until > now ? place->locked_until - now : 0;
}

static void lock_out(struct door_place *place, int64_t now)
{
    int64_t wait = DOOR_WAIT_MS;
    for (int i = 0; i < place->locks && wait < DOOR_WAIT_MOST_MS; i++)
        wait *= 2;
    place->locked_until = now + (wait < DOOR_WAIT_MOST_MS ? wait : DOOR_WAIT_MOST_MS);
    place->locks += place->locks < 30;
    place->wrong = 0;
}

void door_guessed(struct door *door, struct address who, int64_t now, bool right)
{
    struct door_place *place = place_of(door, who, now);
    if (right) {
        place->wrong = place->locks = 0;
        return;
    }
    if (place->locked_until != 0 && now - place->locked_until > WRONG_FORGOTTEN_MS)
        place->locks = 0;
    if (++place->wrong >= DOOR_GUESSES)
        lock_out(place, now);
}
