/* message_write.c - the canonical text of a message, which the room's log keeps. */
#include "message_shape.h"

static int32_t number_of(const struct wire_message *m, const struct field *field)
{
    int32_t value;
    memcpy(&value, (const char *)m + field->offset, sizeof value);
    return value;
}

/* Tone and pace are 0 where nobody said anything; a text is empty; everything else is NONE. */
static bool is_given(const struct wire_message *m, const struct field *field)
{
    switch (field->type) {
    case FIELD_ID: return *((const char *)m + field->offset) != '\0';
    case FIELD_IDS: return m->id_count != NONE;
    case FIELD_TEXT: return m->text_len > 0;
    case FIELD_LONG: return m->after != NONE;
    case FIELD_INT: return field->low < 0 ? number_of(m, field) != 0 : number_of(m, field) != NONE;
    case FIELD_BOOL:
    case FIELD_NAME:
    case FIELD_SET: return number_of(m, field) != NONE;
    case FIELD_END: break;
    }
    return false;
}

static void write_ids(struct writer *w, const struct wire_message *m)
{
    w_char(w, '[');
    for (int i = 0; i < m->id_count; i++) {
        if (i > 0)
            w_char(w, ',');
        w_json(w, str_of(m->ids[i]));
    }
    w_char(w, ']');
}

static void write_set(struct writer *w, const td_str *names, int32_t bits)
{
    bool first = true;
    w_char(w, '[');
    for (int i = 0; names[i].ptr; i++) {
        if (!(bits >> i & 1))
            continue;
        if (!first)
            w_char(w, ',');
        first = false;
        w_json(w, names[i]);
    }
    w_char(w, ']');
}

static void write_value(struct writer *w, const struct wire_message *m, const struct field *field)
{
    switch (field->type) {
    case FIELD_ID: w_json(w, str_of((const char *)m + field->offset)); return;
    case FIELD_IDS: write_ids(w, m); return;
    case FIELD_TEXT: w_json(w, (td_str){m->text, (size_t)m->text_len}); return;
    case FIELD_INT: w_int(w, number_of(m, field)); return;
    case FIELD_LONG: w_int(w, m->after); return;
    case FIELD_BOOL: w_text(w, number_of(m, field) ? "true" : "false"); return;
    case FIELD_NAME: w_json(w, field->names[number_of(m, field)]); return;
    case FIELD_SET: write_set(w, field->names, number_of(m, field)); return;
    case FIELD_END: return;
    }
}

void wire_message_write(struct writer *w, const struct wire_message *message)
{
    w_text(w, "{\"v\":1");
    if (message->n != NONE) {
        w_text(w, ",\"n\":");
        w_int(w, message->n);
    }
    w_text(w, ",\"do\":");
    w_json(w, wire_do_name(message->what));
    for (const struct field *field = message_fields(message->what); field->key; field++) {
        if (!is_given(message, field))
            continue;
        w_char(w, ',');
        w_json(w, str_of(field->key));
        w_char(w, ':');
        write_value(w, message, field);
    }
    w_char(w, '}');
}
