/* report_pdf_amend.c - the language of the document, its title in the window's bar, and words for its figures.
 * Cairo has no call for these.  PDF allows a file to be amended: the objects that change are written again behind its
 * end, with a new table of where they lie.  A file that is not as this cairo writes it stays as it is. */
#include "report_pdf_parts.h"

struct amend {
    struct arena *arena;
    td_str bytes;
    struct writer w;
    struct writer table; /* of the objects written again */
    const struct doc *figures[64];
    int figure_count;
};

/* --- finding --------------------------------------------------------------------------------------------------- */

static size_t find(td_str text, size_t from, const char *what)
{
    size_t length = strlen(what);
    for (size_t i = from; i + length <= text.len; i++)
        if (memcmp(text.ptr + i, what, length) == 0)
            return i;
    return text.len;
}

static size_t find_last(td_str text, const char *what)
{
    size_t length = strlen(what);
    for (size_t i = text.len; i-- > 0;)
        if (i + length <= text.len && memcmp(text.ptr + i, what, length) == 0)
            return i;
    return text.len;
}

static td_str from(td_str text, size_t at)
{
    return (td_str){text.ptr + at, text.len - at};
}

/* The number at the front of text, as far as its digits go. */
static bool number_at(td_str text, int64_t *ret)
{
    size_t digits = 0;
    while (digits < text.len && digits < 12 && text.ptr[digits] >= '0' && text.ptr[digits] <= '9')
        digits++;
    return str_int((td_str){text.ptr, digits}, 0, INT64_C(99999999999), ret);
}

/* The object that begins at its number: all between "N 0 obj\n" and "\nendobj". */
static bool object_at(td_str bytes, size_t at, int64_t *ret_number, td_str *ret_body)
{
    if (!number_at(from(bytes, at), ret_number))
        return false;
    size_t start = find(bytes, at, " 0 obj\n"), end = find(bytes, at, "\nendobj");
    if (start == bytes.len || end == bytes.len || start > end)
        return false;
    start += strlen(" 0 obj\n");
    *ret_body = (td_str){bytes.ptr + start, end - start};
    return true;
}

/* Where "\nN 0 obj" stands. */
static size_t find_object(td_str bytes, struct arena *arena, int64_t number)
{
    struct writer w;
    writer_init(&w, arena);
    w_char(&w, '\n');
    w_int(&w, number);
    w_text(&w, " 0 obj\n");
    w_char(&w, '\0');
    size_t at = find(bytes, 0, writer_str(&w).ptr);
    return at == bytes.len ? at : at + 1;
}

/* --- writing ----------------------------------------------------------------------------------------------------- */

/* UTF-16, as PDF has it. */
static void put_text(struct writer *w, td_str text)
{
    static const char digits[] = "0123456789ABCDEF";
    w_text(w, "<FEFF");
    while (text.len > 0) {
        uint32_t c = utf8_next(&text), units[2] = {c, 0};
        int count = 1;
        if (c > 0xFFFF) {
            units[0] = 0xD800 + ((c - 0x10000) >> 10);
            units[1] = 0xDC00 + ((c - 0x10000) & 0x3FF);
            count = 2;
        }
        for (int i = 0; i < count; i++)
            for (int shift = 12; shift >= 0; shift -= 4)
                w_char(w, digits[units[i] >> shift & 15]);
    }
    w_char(w, '>');
}

static void put_padded(struct writer *w, int64_t value)
{
    for (int64_t unit = INT64_C(1000000000); unit > 0; unit /= 10)
        w_char(w, (char)('0' + value / unit % 10));
}

/* Writes an object again with more in its dictionary. */
static void write_again(struct amend *a, int64_t number, td_str body, td_str more)
{
    size_t open = find(body, 0, "<<");
    if (open == body.len)
        return;
    w_int(&a->table, number);
    w_text(&a->table, " 1\n");
    put_padded(&a->table, (int64_t)(a->bytes.len + writer_str(&a->w).len));
    w_text(&a->table, " 00000 n \n");
    w_int(&a->w, number);
    w_text(&a->w, " 0 obj\n");
    w_str(&a->w, (td_str){body.ptr, open + 2});
    w_str(&a->w, more);
    w_str(&a->w, from(body, open + 2));
    w_text(&a->w, "\nendobj\n");
}

static void amend_catalog(struct amend *a, int64_t root, td_str lang)
{
    int64_t number;
    td_str body;
    size_t at = find_object(a->bytes, a->arena, root);
    if (at == a->bytes.len || !object_at(a->bytes, at, &number, &body))
        return;
    struct writer more;
    writer_init(&more, a->arena);
    w_text(&more, " /Lang ");
    put_text(&more, lang);
    w_text(&more, " /MarkInfo << /Marked true >> /ViewerPreferences << /DisplayDocTitle true >>"); /* not shown */
    write_again(a, number, body, writer_str(&more));
}

/* Back from a place inside an object to the number it begins with. */
static size_t object_start(td_str bytes, size_t inside)
{
    td_str before = {bytes.ptr, inside};
    size_t at = find_last(before, " 0 obj\n");
    while (at > 0 && at < before.len && bytes.ptr[at - 1] != '\n')
        at--;
    return at;
}

/* A figure that is cut by the end of a page would be two; ours are never cut. */
static void amend_figures(struct amend *a)
{
    int64_t number;
    td_str body;
    size_t at = 0;
    for (int i = 0; i < a->figure_count; i++) {
        at = find(a->bytes, at, "/S /Figure");
        if (at == a->bytes.len)
            return;
        if (object_at(a->bytes, object_start(a->bytes, at), &number, &body)) {
            struct writer more;
            writer_init(&more, a->arena);
            w_text(&more, " /Alt ");
            put_text(&more, a->figures[i]->kind == DOC_MAST ? a->figures[i]->text : a->figures[i]->alt);
            write_again(a, number, body, writer_str(&more));
        }
        at++;
    }
}

static void collect_figures(struct amend *a, const struct doc *doc)
{
    if (doc->chart != NULL && a->figure_count < 64)
        a->figures[a->figure_count++] = doc;
    for (const struct doc *child = doc->first; child != NULL; child = child->next)
        collect_figures(a, child);
}

/* "trailer\n<< /Size N\n   /Root N 0 R\n   /Info N 0 R\n>>\nstartxref\nN\n%%EOF" */
static bool read_trailer(td_str bytes, td_str *ret_dictionary, int64_t *ret_root, int64_t *ret_table)
{
    size_t trailer = find_last(bytes, "trailer\n<<"), start = find_last(bytes, "startxref\n");
    if (trailer == bytes.len || start == bytes.len || start < trailer)
        return false;
    size_t end = find(bytes, trailer, ">>"), root = find(bytes, trailer, "/Root ");
    if (end >= start || root >= end)
        return false;
    *ret_dictionary = (td_str){bytes.ptr + trailer, end - trailer};
    return number_at(from(bytes, root + strlen("/Root ")), ret_root) &&
           number_at(from(bytes, start + strlen("startxref\n")), ret_table);
}

td_str pdf_amend(struct arena *arena, td_str bytes, const struct doc *root)
{
    struct amend a = {.arena = arena, .bytes = bytes};
    td_str dictionary;
    int64_t catalog, table;
    if (!read_trailer(bytes, &dictionary, &catalog, &table))
        return bytes;
    writer_init(&a.w, arena);
    writer_init(&a.table, arena);
    collect_figures(&a, root);
    amend_catalog(&a, catalog, root->alt);
    amend_figures(&a);
    int64_t new_table = (int64_t)(bytes.len + writer_str(&a.w).len);
    w_text(&a.w, "xref\n");
    w_str(&a.w, writer_str(&a.table));
    w_str(&a.w, dictionary);
    w_text(&a.w, "   /Prev ");
    w_int(&a.w, table);
    w_text(&a.w, "\n>>\nstartxref\n");
    w_int(&a.w, new_table);
    w_text(&a.w, "\n%%EOF\n");
    struct writer whole;
    writer_init(&whole, arena);
    w_str(&whole, bytes);
    w_str(&whole, writer_str(&a.w));
    return writer_str(&whole);
}
