/* host_views.c - everybody's newest view, to whom it is new. */
#include "host_parts.h"

#include "clock.h"

enum { NOT_YOURS = 4403, AT_ONCE = 32 };

static void send_view(struct host *host, struct caller *caller, uint32_t serial)
{
    struct arena_mark mark = arena_mark(&host->batch);
    struct writer view;
    writer_init(&view, &host->batch);
    room_view(host->room, caller->member, (td_str){"", 0}, &view);
    relay_view(host->relay, caller->id, serial, host_now(host), writer_str(&view));
    arena_rewind(&host->batch, mark);
    caller->serial = serial;
    caller->sent = true;
}

void host_send_views(struct host *host)
{
    int made = 0;
    for (int i = 0; i < RELAY_LINES; i++) {
        struct caller *caller = &host->callers[i];
        if (!caller->open || caller->member == HOST_STRANGER)
            continue;
        if (caller->member >= 0 && room_is_gone(host->room, caller->member)) {
            relay_close(host->relay, caller->id, NOT_YOURS);
            caller->open = false;
            continue;
        }
        uint32_t serial = room_serial(host->room, caller->member);
        if (caller->sent && serial == caller->serial)
            continue;
        send_view(host, caller, serial);
        if (++made % AT_ONCE == 0)
            relay_wake(host->relay); /* the sockets send these while we make the next */
    }
}

void host_watch(struct host *host)
{
    const int64_t now = clock_ms();
    for (int i = 0; i < RELAY_LINES; i++) {
        struct caller *caller = &host->callers[i];
        if (!caller->open || caller->member != HOST_STRANGER || now - caller->since < HOST_HELLO_MS)
            continue;
        relay_close(host->relay, caller->id, NOT_YOURS);
        caller->open = false;
    }
    for (int i = 0; i < room_members(host->room); i++)
        host_here(host, i);
}
