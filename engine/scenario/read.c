/* read.c - from a JSON value to a C value, with everything that can be wrong on the way. */
#include "loader.h"

static td_str names_text(struct loader *l, const td_str *names)
{
    struct writer w;
    if (diags_full(l->diags))
        return TD_STR("");
    writer_init(&w, &l->scratch);
    for (int i = 0; names[i].ptr != NULL; i++)
        load_list_name(&w, names[i]);
    return writer_str(&w);
}

static td_str nearest_name(td_str wrong, const td_str *names)
{
    int count = 0;
    while (names[count].ptr != NULL)
        count++;
    int nearest = str_nearest(wrong, names, count);
    return nearest < 0 ? TD_STR("") : names[nearest];
}

/* --- one value against its row --- */

td_str load_type_name(enum json_type type)
{
    switch (type) {
    case JSON_BOOL: return TD_STR("boolean");
    case JSON_INT: return TD_STR("integer");
    case JSON_STRING: return TD_STR("string");
    case JSON_ARRAY: return TD_STR("array");
    case JSON_OBJECT: return TD_STR("object");
    case JSON_NULL: break;
    }
    return TD_STR("null");
}

static bool has_type(struct loader *l, const struct json_at *at, enum json_type wanted)
{
    enum json_type found = json_type(at);
    if (found == wanted)
        return true;
    load_fault(l, at, D_WRONG_TYPE, load_type_name(found), load_type_name(wanted));
    return false;
}

static bool good_id(struct loader *l, const struct json_at *at)
{
    if (!has_type(l, at, JSON_STRING))
        return false;
    if (form_is_id(json_string(at)))
        return true;
    load_fault(l, at, D_BAD_ID, json_string(at), TD_STR(""));
    return false;
}

static bool good_text(struct loader *l, const struct json_at *at, td_str key)
{
    if (!has_type(l, at, JSON_STRING))
        return false;
    if (json_string(at).len > LIMIT_TEXT_BYTES)
        load_fault(l, at, D_TEXT_TOO_LONG, key, load_int_text(l, LIMIT_TEXT_BYTES));
    else if (json_string(at).len == 0)
        load_fault(l, at, D_EMPTY_TEXT, key, TD_STR(""));
    else
        return true;
    return false;
}

static bool good_int(struct loader *l, const struct json_at *at, int32_t low, int32_t high)
{
    if (!has_type(l, at, JSON_INT))
        return false;
    if (json_int(at) >= low && json_int(at) <= high)
        return true;
    load_fault(l, at, D_OUT_OF_RANGE, load_int_text(l, json_int(at)), load_range_text(l, low, high));
    return false;
}

static bool good_name(struct loader *l, const struct json_at *at, const td_str *names)
{
    if (!has_type(l, at, JSON_STRING))
        return false;
    td_str name = json_string(at);
    if (name_find(names, name) != NONE)
        return true;
    load_fault_near(l, at, D_NOT_IN_LIST, name, names_text(l, names), nearest_name(name, names));
    return false;
}

static td_str acts_text(struct loader *l)
{
    struct writer w;
    if (diags_full(l->diags))
        return TD_STR("");
    writer_init(&w, &l->scratch);
    for (int i = 0; i < ACT_COUNT; i++)
        load_list_name(&w, act_name((enum act)i));
    return writer_str(&w);
}

void load_unknown_act(struct loader *l, const struct json_at *at)
{
    load_fault_near(l, at, D_NOT_IN_LIST, json_string(at), acts_text(l), act_nearest(json_string(at)));
}

static bool good_act(struct loader *l, const struct json_at *at)
{
    enum act act;
    if (!has_type(l, at, JSON_STRING))
        return false;
    if (act_find(json_string(at), &act))
        return true;
    load_unknown_act(l, at);
    return false;
}

static bool item_stands_before(const struct json_at *list, const struct json_at *item)
{
    struct json_at other;
    for (bool more = json_first(list, &other); more && other.index < item->index; more = json_next(&other))
        if (json_type(&other) == JSON_STRING && str_eq(json_string(&other), json_string(item)))
            return true;
    return false;
}

static bool good_item(struct loader *l, const struct json_at *item, const struct field *field)
{
    if (field->kind == FIELD_IDS)
        return good_id(l, item);
    if (field->kind == FIELD_NAMES)
        return good_name(l, item, field->names);
    if (field->kind == FIELD_TEXTS)
        return good_text(l, item, field->name);
    return has_type(l, item, JSON_INT);
}

static bool good_size(struct loader *l, const struct json_at *at, const struct field *field)
{
    int count = json_count(at);
    if (count < field->low)
        load_fault(l, at, D_TOO_FEW, field->name, load_int_text(l, field->low));
    else if (count > field->high)
        load_fault(l, at, D_TOO_MANY, field->name, load_int_text(l, field->high));
    return count >= field->low && count <= field->high;
}

/* Items that are wrong are told here; who reads the list passes over them. */
static bool good_list(struct loader *l, const struct json_at *at, const struct field *field)
{
    struct json_at item;
    if (!has_type(l, at, JSON_ARRAY) || !good_size(l, at, field))
        return false;
    if (field->kind == FIELD_OBJECTS)
        return true;
    for (bool more = json_first(at, &item); more; more = json_next(&item))
        if (good_item(l, &item, field) && field->kind != FIELD_INTS && item_stands_before(at, &item))
            load_fault(l, &item, D_LISTED_TWICE, json_string(&item), TD_STR(""));
    return true;
}

static bool good_value(struct loader *l, const struct json_at *at, const struct field *field)
{
    switch (field->kind) {
    case FIELD_ID: return good_id(l, at);
    case FIELD_TEXT: return good_text(l, at, field->name);
    case FIELD_INT: return good_int(l, at, field->low, field->high);
    case FIELD_BOOL: return has_type(l, at, JSON_BOOL);
    case FIELD_NAME: return good_name(l, at, field->names);
    case FIELD_ACT: return good_act(l, at);
    case FIELD_OBJECT: return has_type(l, at, JSON_OBJECT);
    case FIELD_IDS:
    case FIELD_NAMES:
    case FIELD_INTS:
    case FIELD_TEXTS:
    case FIELD_OBJECTS: return good_list(l, at, field);
    case FIELD_WORDS: load_fault_key(l, at, D_INLINE_WORDS, field->name, TD_STR(""), TD_STR("")); return false;
    case FIELD_ANY: break;
    }
    return true;
}

/* --- objects --- */

/* Authors write their keys in one order, so the row behind the last one found is the best guess. */
static int find_field(const struct form *form, td_str key, int guess)
{
    for (int i = 0; i < form->count; i++) {
        int at = guess + i < form->count ? guess + i : guess + i - form->count;
        td_str name = form->fields[at].name;
        if (name.len == key.len && name.ptr[0] == key.ptr[0] && str_eq(name, key))
            return at;
    }
    return NONE;
}

static void unknown_key(struct loader *l, const struct json_at *member, const struct form *form)
{
    td_str names[64];
    struct writer w;
    int count = 0;
    if (diags_full(l->diags)) {
        load_fault_key(l, member, D_UNKNOWN_KEY, json_key(member), TD_STR(""), TD_STR(""));
        return;
    }
    writer_init(&w, &l->scratch);
    for (int i = 0; i < form->count; i++) {
        if (form->fields[i].kind == FIELD_WORDS)
            continue;
        names[count++] = form->fields[i].name;
        load_list_name(&w, form->fields[i].name);
    }
    int nearest = str_nearest(json_key(member), names, count);
    load_fault_key(l, member, D_UNKNOWN_KEY, json_key(member), writer_str(&w),
                   nearest < 0 ? TD_STR("") : names[nearest]);
}

static void report_missing(struct loader *l, const struct json_at *at, const struct form *form, uint64_t seen)
{
    for (int i = 0; i < form->count; i++)
        if (form->fields[i].required && !(seen >> i & 1))
            load_fault(l, at, D_MISSING_KEY, form->fields[i].name, TD_STR(""));
}

/* Keys that mean nothing to us: the author's own, and what tells an editor where the schema is. */
static bool is_own_key(const struct json_at *object, td_str key)
{
    if (key.len < 2 || (key.ptr[0] != 'x' && key.ptr[0] != '$'))
        return false;
    return str_starts(key, TD_STR("x-")) || (object->parent == NULL && str_is(key, "$schema"));
}

bool load_object(struct loader *l, const struct json_at *at, const struct form *form, void *ret)
{
    struct json_at *members = ret;
    struct json_at member;
    uint64_t seen = 0;
    int guess = 0;
    memset(members, 0, (size_t)form->count * sizeof *members);
    if (!has_type(l, at, JSON_OBJECT))
        return false;
    for (bool more = json_first(at, &member); more; more = json_next(&member)) {
        if (is_own_key(at, json_key(&member)))
            continue;
        int field = find_field(form, json_key(&member), guess);
        if (field == NONE) {
            unknown_key(l, &member, form);
            continue;
        }
        seen |= UINT64_C(1) << field;
        guess = field + 1 < form->count ? field + 1 : 0;
        if (good_value(l, &member, &form->fields[field]))
            members[field] = member;
    }
    report_missing(l, at, form, seen);
    return true;
}

bool load_first(const struct json_at *list, struct json_at *ret)
{
    return given(list) && json_first(list, ret);
}

int load_count(const struct json_at *list)
{
    return given(list) ? json_count(list) : 0;
}

/* --- values --- */

int32_t load_int(const struct json_at *at, int32_t otherwise)
{
    return given(at) ? (int32_t)json_int(at) : otherwise;
}

bool load_bool(const struct json_at *at, bool otherwise)
{
    return given(at) ? json_bool(at) : otherwise;
}

int32_t load_name(const struct json_at *at, const td_str *names, int32_t otherwise)
{
    return given(at) ? name_find(names, json_string(at)) : otherwise;
}

uint32_t load_names(const struct json_at *at, const td_str *names)
{
    struct json_at item;
    uint32_t bits = 0;
    for (bool more = load_first(at, &item); more; more = json_next(&item)) {
        int index = name_find(names, json_string(&item));
        if (index != NONE)
            bits |= UINT32_C(1) << index;
    }
    return bits;
}

td_str load_text(struct loader *l, const struct json_at *at)
{
    return given(at) ? arena_copy(&l->s->arena, json_string(at)) : TD_STR("");
}

int load_ints(struct loader *l, const struct json_at *at, int32_t low, int32_t high, int32_t *ret, int max)
{
    struct json_at item;
    int count = 0;
    for (bool more = load_first(at, &item); more; more = json_next(&item))
        if (json_type(&item) == JSON_INT && good_int(l, &item, low, high) && count < max)
            ret[count++] = (int32_t)json_int(&item);
    return count;
}

const td_str *load_texts(struct loader *l, const struct json_at *at, int *ret_count)
{
    struct json_at item;
    td_str *texts = arena_new(&l->s->arena, td_str, (size_t)load_count(at));
    int count = 0;
    for (bool more = load_first(at, &item); more; more = json_next(&item))
        texts[count++] = arena_copy(&l->s->arena, json_string(&item));
    *ret_count = count;
    return texts;
}

/* The number of an id that the tool makes, or NONE: c014, l1230. */
static int32_t made_number(td_str id)
{
    int64_t number;
    if (id.len < 2 || (id.ptr[0] != 'c' && id.ptr[0] != 'l') || id.ptr[1] == '-')
        return NONE;
    return str_int((td_str){id.ptr + 1, id.len - 1}, 0, INT32_MAX, &number) ? (int32_t)number : NONE;
}

/* Nearly all ids are numbered: a bit for each number is a fraction of an index entry. */
static bool take_number(struct loader *l, char letter, int32_t number)
{
    size_t words = (size_t)l->s->last_id / 64 + 1;
    uint64_t **bits = letter == 'c' ? &l->choice_numbers : &l->line_numbers;
    uint64_t bit = UINT64_C(1) << (number & 63);
    if (*bits == NULL)
        *bits = arena_new(&l->scratch, uint64_t, words);
    bool taken = (*bits)[number >> 6] & bit;
    (*bits)[number >> 6] |= bit;
    return !taken;
}

bool load_take(struct loader *l, td_str id, td_str section, td_str *ret_holder)
{
    int32_t number = made_number(id);
    if (number != NONE && number <= l->s->last_id && l->s->last_id <= LAST_ID_MOST) {
        *ret_holder = id.ptr[0] == 'c' ? TD_STR("choices") : TD_STR("lines");
        return take_number(l, id.ptr[0], number);
    }
    const struct id_entry *taken = id_index_add(&l->text_ids, id, 0, section);
    if (taken != NULL)
        *ret_holder = taken->section;
    return taken == NULL;
}

static td_str section_of(const struct json_at *id)
{
    return id->parent != NULL && id->parent->parent != NULL ? json_key(id->parent->parent) : TD_STR("");
}

td_str load_id(struct loader *l, const struct json_at *at)
{
    td_str holder;
    if (!given(at))
        return TD_STR("");
    td_str id = arena_copy(&l->s->arena, json_string(at));
    if (!load_take(l, id, section_of(at), &holder))
        load_fault(l, at, D_DUPLICATE_ID, id, holder);
    return id;
}

td_str load_made_id(struct loader *l, const struct json_at *at, char letter)
{
    td_str id = load_id(l, at);
    if (id.len == 0)
        return id;
    int32_t number = id.ptr[0] == letter ? made_number(id) : NONE;
    if (number == NONE)
        load_fault(l, at, D_HAND_MADE_ID, id, letter == 'c' ? TD_STR("c001") : TD_STR("l001"));
    else if (number > l->s->last_id)
        load_fault(l, at, D_ID_ABOVE_LAST, id, load_int_text(l, l->s->last_id));
    return id;
}
