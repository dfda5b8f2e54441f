/* group_export.c - one document of the room, and the writers it is handed to. */
#include "group_export.h"

#include "group_report.h"
#include "memory.h"
#if TALKDOWN_CAIRO
#include "report_pdf.h"
#endif

static file_fault write_pdf(struct arena *arena, const struct tongue *tongue, const struct doc *doc, bool letter,
                            td_str *ret)
{
#if TALKDOWN_CAIRO
    return report_pdf(arena, tongue->library.data, doc, letter ? PAPER_LETTER : PAPER_A4, ret);
#else
    (void)arena, (void)tongue, (void)doc, (void)letter, (void)ret;
    return "error.no-pdf";
#endif
}

static file_fault write_document(struct arena *arena, const struct json_at *root, const struct tongue *tongue,
                                 const struct group_wish *wish, td_str *ret)
{
    struct writer w;
    writer_init(&w, arena);
    const struct doc *doc =
        group_report_build(arena, root, tongue->library.words, (int)tongue->tale.scenario->pronoun, wish->date);
    if (wish->file == GROUP_PDF)
        return write_pdf(arena, tongue, doc, wish->letter, ret);
    if (wish->file == GROUP_HTML)
        html_write(&w, doc);
    else
        text_write(&w, doc);
    *ret = writer_str(&w);
    return NULL;
}

/* The texts of the document point into json, which goes when this is done: what is written is a copy. */
static file_fault write_from(struct arena *arena, td_str json, const struct tongue *tongue,
                             const struct group_wish *wish, td_str *ret)
{
    struct diags diags;
    struct writer w;
    file_fault fault = NULL;
    diags_init(&diags, arena);
    struct json_doc *doc = json_open(&memory_std, TD_STR("room"), json,
                                     (struct json_limits){GROUP_REPORT_BYTES, GROUP_REPORT_VALUES}, &diags);
    if (doc == NULL)
        return "error.too-large";
    struct json_at root = json_root(doc);
    writer_init(&w, arena);
    if (wish->file == GROUP_CSV) {
        group_csv_write(&w, &root);
        *ret = writer_str(&w);
    } else
        fault = write_document(arena, &root, tongue, wish, ret);
    json_close(doc);
    return fault;
}

file_fault group_export(struct arena *arena, struct wire_room *room, const struct tongue *tongue,
                        const struct group_wish *wish, td_str *ret)
{
    struct writer json;
    writer_init(&json, arena);
    if (!room_report(room, str_of(tongue->library.lang), &json))
        return "group.report.nothing";
    if (wish->file != GROUP_JSON)
        return write_from(arena, writer_str(&json), tongue, wish, ret);
    w_char(&json, '\n');
    *ret = writer_str(&json);
    return NULL;
}
