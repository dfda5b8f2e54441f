/* fault.c - telling what is wrong, and the small texts that go with it.
 * The texts are numbers and names of the format only: sentences belong to the languages. */
#include "loader.h"

static void add(struct loader *l, const struct json_at *at, bool on_key, const char *code, td_str subject,
                td_str detail, td_str nearest)
{
    enum diag_severity severity = DIAG_ERROR;
    diag_severity_of(code, &severity);
    json_fault(at, on_key, l->diags, severity, code, subject, detail, nearest);
}

void load_fault(struct loader *l, const struct json_at *at, const char *code, td_str subject, td_str detail)
{
    add(l, at, false, code, subject, detail, TD_STR(""));
}

void load_fault_near(struct loader *l, const struct json_at *at, const char *code, td_str subject, td_str detail,
                     td_str nearest)
{
    add(l, at, false, code, subject, detail, nearest);
}

void load_fault_key(struct loader *l, const struct json_at *at, const char *code, td_str subject, td_str detail,
                    td_str nearest)
{
    add(l, at, true, code, subject, detail, nearest);
}

/* Nobody reads the details of a fault that is only counted, and a hostile file has a million of them. */
td_str load_int_text(struct loader *l, int64_t value)
{
    struct writer w;
    if (diags_full(l->diags))
        return TD_STR("");
    writer_init(&w, &l->scratch);
    w_int(&w, value);
    return writer_str(&w);
}

td_str load_range_text(struct loader *l, int64_t low, int64_t high)
{
    struct writer w;
    if (diags_full(l->diags))
        return TD_STR("");
    writer_init(&w, &l->scratch);
    w_int(&w, low);
    w_text(&w, "..");
    w_int(&w, high);
    return writer_str(&w);
}

void load_list_name(struct writer *w, td_str name)
{
    if (w->len > 0)
        w_text(w, ", ");
    w_str(w, name);
}
