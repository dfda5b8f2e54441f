/* keys.c - the learner's own keys: none twice, none that everything else depends on. */
#include "keys.h"

struct ui_keys ui_keys_usual(void)
{
    return (struct ui_keys){{
#define X(name, usual) usual,
        TD_UI_KEYS(X)
#undef X
    }};
}

/* What a keyboard gives as one sign without other keys being held. */
static bool may_be_had(int key)
{
    bool figure = key >= '0' && key <= '9', capital = key >= 'A' && key <= 'Z';
    return key >= ' ' && key < 127 && !figure && !capital;
}

enum ui_key_fault ui_keys_give(struct ui_keys *keys, enum ui_key_use use, int key, enum ui_key_use *ret_by)
{
    if (!may_be_had(key))
        return KEY_RESERVED;
    for (int i = 0; i < USE_COUNT; i++)
        if (i != (int)use && keys->of[i] == key) {
            *ret_by = (enum ui_key_use)i;
            return KEY_TAKEN;
        }
    keys->of[use] = (char)key;
    return KEY_FINE;
}

bool ui_keys_valid(const struct ui_keys *keys)
{
    struct ui_keys again = *keys;
    enum ui_key_use by;
    for (int i = 0; i < USE_COUNT; i++)
        if (ui_keys_give(&again, (enum ui_key_use)i, keys->of[i], &by) != KEY_FINE)
            return false;
    return true;
}
