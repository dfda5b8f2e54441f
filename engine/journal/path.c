/* path.c - the tree in the list: which commands lead to a moment.
 * The file is written as it was played, so the state before any command is the state after the line above
 * it, and a rewind to N is the state before N.  No table is needed to climb from a moment to the start. */
#include "journal.h"

/* The last command that is not a rewind on the way to the state after `number`; 0 = the beginning. */
static int32_t tip(const struct entry *entries, int32_t number)
{
    while (number > 0 && entries[number - 1].command.verb == VERB_rewind)
        number = entries[number - 1].command.number - 1;
    return number;
}

int journal_path_to(const struct entry *entries, int32_t number, int32_t *ret)
{
    int count = 0;
    for (int32_t at = tip(entries, number); at > 0; at = tip(entries, at - 1))
        ret[count++] = at - 1;
    for (int i = 0; i < count / 2; i++) {
        int32_t other = ret[count - 1 - i];
        ret[count - 1 - i] = ret[i];
        ret[i] = other;
    }
    return count;
}

int journal_path(const td_journal *journal, int attempt, int32_t *ret)
{
    for (int32_t number = journal->entry_count; number > 0; number--)
        if (journal->entries[number - 1].attempt == attempt)
            return journal_path_to(journal->entries, number, ret);
    return 0;
}
