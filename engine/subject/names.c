/* names.c - looking a name up, and guessing the one that was meant. */
#include "names.h"

int name_index(const td_str *names, int count, td_str text)
{
    for (int i = 0; i < count; i++)
        if (str_eq(names[i], text))
            return i;
    return -1;
}

/* Three slips in a word, and never so many that any short word would do. */
static int slips_allowed(td_str wrong)
{
    int half = (int)(wrong.len < 12 ? wrong.len : 12) / 2;
    return half < 3 ? half : 3;
}

td_str name_nearest(const td_str *names, int count, td_str wrong)
{
    td_str best = {"", 0};
    int least = slips_allowed(wrong) + 1;
    for (int i = 0; i < count; i++) {
        int distance = str_distance(names[i], wrong);
        if (distance >= least)
            continue;
        least = distance;
        best = names[i];
    }
    return best;
}
