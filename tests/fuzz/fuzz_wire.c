/* fuzz_wire.c - any bytes to a room: as lines that its people say, as forms, as its own file, and as the
 * decisions of a whole session.  Refused or done, never a crash; what was done can be read again. */
#include "hall_laws.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { INPUT_MAX = 16 * 1024, MEMBERS = 4, LINES_MAX = 200 };

static void demand(bool holds)
{
    if (!holds)
        abort();
}

static void open_hall(struct hall *hall)
{
    struct wire_setup setup = hall_setup(PRESET_class_vote);
    hall_open(hall, &setup);
    hall_boss(hall);
    hall_join(hall, "Maria", WIRE_ROLE(primary));
    hall_join(hall, "Ann", 0);
    hall_join(hall, "Lea", WIRE_ROLE(observer) | WIRE_ROLE(coach) | WIRE_ROLE(board) | WIRE_ROLE(leader));
    hall_say(hall, 0, "'do':'start'");
    hall_say(hall, 0, "'do':'next'");
}

static void check_again(struct hall *hall)
{
    struct wire_restored report;
    struct wire_room *again = hall_again(hall, SIZE_MAX, &report);
    demand(again != NULL);
    for (int team = 0; team < room_teams(again); team++)
        demand(room_public_hash(again, team) == room_public_hash(hall->room, team));
    room_destroy(again);
}

/* Line after line from one person after another. */
static void as_messages(td_str text)
{
    struct hall hall;
    open_hall(&hall);
    for (int i = 0; text.len > 0 && i < LINES_MAX; i++) {
        struct wire_message form;
        struct writer reply;
        const char *reason = NULL;
        td_str line = str_line(&text);
        hall.now += 300;
        writer_init(&reply, &hall.arena);
        room_say(hall.room, hall.now, i % MEMBERS, line, &hall.log, &reply);
        demand(reply.len > 0);
        if (wire_message_from_form(&stage_memory, line, &form, &reason))
            room_do(hall.room, hall.now, i % MEMBERS, &form, &hall.log, &reason);
        else
            demand(reason != NULL);
    }
    for (int member = WIRE_PROJECTOR; member < MEMBERS; member++)
        demand(*hall_view(&hall, member) == '{');
    check_again(&hall);
    hall_close(&hall);
}

/* Behind a good beginning, or alone. */
static void as_file(td_str text, bool behind_a_beginning)
{
    struct hall hall;
    struct arena arena;
    struct wire_restored report;
    struct writer file, more;
    struct wire_peek peek;
    open_hall(&hall);
    arena_init(&arena, &stage_memory);
    writer_init(&file, &arena);
    writer_init(&more, &arena);
    if (behind_a_beginning)
        w_str(&file, writer_str(&hall.log));
    w_str(&file, text);
    room_peek(writer_str(&file), &peek);
    struct wire_room *room = room_restore(&stage_memory, stage_mini(), &model_built_in, hall_langs(), HALL_LANGS,
                                          writer_str(&file), &more, &report);
    demand((room != NULL) == (report.status == TD_OK));
    demand(report.intact <= file.len);
    room_destroy(room);
    arena_finish(&arena);
    hall_close(&hall);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0 || size > INPUT_MAX)
        return 0;
    td_str text = {(const char *)data + 1, size - 1};
    switch (data[0] % 4) {
    case 0: as_messages(text); break;
    case 1: as_file(text, true); break;
    case 2: as_file(text, false); break;
    default: demand(hall_laws_broken(data + 1, size - 1).law == NULL); break;
    }
    return 0;
}
