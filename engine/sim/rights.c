/* rights.c - the one table of who may do what (DEFINITIONS.md 3 and 7).
 * Commands only: marks (notes, votes, hints, flags) change nothing and have their own rule in the
 * journal.  A learner alone is `primary` and may also rewind; in a group that is the instructor's key,
 * which is why the journal looks at the preset as well. */
#include "command.h"

#define MAY(verb) (UINT32_C(1) << VERB_##verb)

static const uint32_t rights[SEAT_COUNT] = {
    [SEAT_primary] = MAY(pick) | MAY(begin) | MAY(choose) | MAY(pause) | MAY(wait) | MAY(observe) | MAY(help) |
                     MAY(move) | MAY(handover) | MAY(withdraw) | MAY(assess) | MAY(rewind),
    /* Where a person is played by a person, whoever plays or listens beside them says what was heard. */
    [SEAT_role_player] = MAY(heard),
    [SEAT_observer] = MAY(heard),
    [SEAT_leader] = MAY(tag) | MAY(handover), /* orders a tag-in, decides on the hand-over */
    [SEAT_instructor] = MAY(begin) | MAY(rewind) | MAY(freeze) | MAY(resume) | MAY(inject) | MAY(tag) | MAY(override) |
                        MAY(end) | MAY(heard),
};

bool seat_may(enum seat seat, enum verb verb)
{
    return (rights[seat] >> verb & 1) != 0;
}
