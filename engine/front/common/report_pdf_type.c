/* report_pdf_type.c - words on paper: the program's own fonts, embedded; lines broken at blanks, never at a blank
 * that may not break (French has one before : ; ? and !). */
#include "report_pdf_parts.h"

#include "memory.h"
#include "paths.h"
#include <cairo-ft.h>

/* --- fonts --------------------------------------------------------------------------------------------------- */

/* Cairo keeps fonts in a cache of its own for as long as it likes: the library goes with the last face. */
struct kept {
    FT_Library library;
    int faces;
};
struct type_faces {
    FT_Face of[FACE_OTHER];
};
struct kept_face {
    struct kept *kept;
    FT_Face face;
};

static void release(struct kept *kept)
{
    if (--kept->faces > 0)
        return;
    FT_Done_FreeType(kept->library);
    memory_std.resize(memory_std.context, kept, 0);
}

static void release_face(void *data)
{
    struct kept_face *face = data;
    FT_Done_Face(face->face);
    release(face->kept);
    memory_std.resize(memory_std.context, face, 0);
}

static bool open_face(struct sheet *s, struct kept *kept, const char *path, int index)
{
    static const cairo_user_data_key_t key;
    if (FT_New_Face(kept->library, path, 0, &s->faces->of[index]) != 0)
        return false;
    struct kept_face *face = memory_std.resize(memory_std.context, NULL, sizeof *face);
    *face = (struct kept_face){kept, s->faces->of[index]};
    kept->faces++;
    s->fonts[index] = cairo_ft_font_face_create_for_ft_face(s->faces->of[index], FT_LOAD_NO_HINTING);
    if (cairo_font_face_set_user_data(s->fonts[index], &key, face, release_face) == CAIRO_STATUS_SUCCESS)
        return true;
    release_face(face);
    return false;
}

static bool open_faces(struct sheet *s, struct kept *kept, const char *data)
{
    static const char *const files[FACE_OTHER] = {"Inter-Regular.otf", "Inter-SemiBold.otf", "Inter-Bold.otf",
                                                  "Inter-Italic.otf"};
    const char *folder = path_join(s->arena, data, "assets/fonts");
    for (int i = 0; i < FACE_OTHER; i++)
        if (!open_face(s, kept, path_join(s->arena, folder, files[i]), i))
            return false;
    return true;
}

bool type_open(struct sheet *s, const char *data)
{
    struct kept *kept = memory_std.resize(memory_std.context, NULL, sizeof *kept);
    s->faces = arena_new(s->arena, struct type_faces, 1);
    *kept = (struct kept){.faces = 1};
    if (FT_Init_FreeType(&kept->library) != 0) {
        memory_std.resize(memory_std.context, kept, 0);
        return false;
    }
    bool good = open_faces(s, kept, data);
    release(kept);
    /* For letters that Inter has not: whatever the system offers. */
    s->fonts[FACE_OTHER] =
        cairo_toy_font_face_create("DejaVu Sans", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_NORMAL); /* not shown */
    return good;
}

void type_close(struct sheet *s)
{
    for (int i = 0; i < FACE_COUNT; i++)
        if (s->fonts[i] != NULL)
            cairo_font_face_destroy(s->fonts[i]);
}

static bool has_letters(const struct sheet *s, td_str word, enum pdf_face face)
{
    while (word.len > 0) {
        uint32_t c = utf8_next(&word);
        if (c > 0x7F && FT_Get_Char_Index(s->faces->of[face], c) == 0)
            return false;
    }
    return true;
}

/* Controls and turns of direction could change how the rest is read. */
static bool is_printed(uint32_t c)
{
    return c >= 0x20 && !(c >= 0x7F && c <= 0x9F) && !(c >= 0x202A && c <= 0x202E) && !(c >= 0x2066 && c <= 0x2069) &&
           c != 0x200E && c != 0x200F && c != 0xAD;
}

/* As a string for cairo, which wants clean UTF-8 with an end. */
static const char *clean(struct sheet *s, td_str text)
{
    struct writer w;
    writer_init(&w, &s->scratch);
    while (text.len > 0) {
        char bytes[4];
        uint32_t c = utf8_next(&text);
        if (is_printed(c))
            w_str(&w, (td_str){bytes, utf8_put(bytes, c)});
    }
    w_char(&w, '\0');
    return writer_str(&w).ptr;
}

static void set_font(struct sheet *s, enum pdf_face face, double size)
{
    cairo_set_font_face(s->cr, s->fonts[face]);
    cairo_set_font_size(s->cr, size);
}

static enum pdf_face face_for(const struct sheet *s, td_str text, enum pdf_face face)
{
    return has_letters(s, text, face) ? face : FACE_OTHER;
}

double type_width(struct sheet *s, td_str text, enum pdf_face face, double size)
{
    cairo_text_extents_t extents;
    struct arena_mark mark = arena_mark(&s->scratch);
    set_font(s, face_for(s, text, face), size);
    cairo_text_extents(s->cr, clean(s, text), &extents);
    arena_rewind(&s->scratch, mark);
    return extents.x_advance;
}

double type_put(struct sheet *s, td_str text, const struct pdf_type *type, double x, double baseline)
{
    struct arena_mark mark = arena_mark(&s->scratch);
    set_font(s, face_for(s, text, type->face), type->size);
    sheet_ink(s, type->ink);
    cairo_move_to(s->cr, x, baseline);
    const char *printed = clean(s, text);
    cairo_show_text(s->cr, printed);
    arena_rewind(&s->scratch, mark);
    return type_width(s, text, type->face, type->size);
}

/* --- lines --------------------------------------------------------------------------------------------------- */

enum { PIECES_MOST = 256 };
struct line {
    struct pdf_span pieces[PIECES_MOST];
    double x[PIECES_MOST], width;
    int count;
};

struct flow {
    struct sheet *sheet;
    const struct pdf_type *type;
    bool measured; /* nothing is set, only the height counted */
    double height;
    struct line line;
};

static void set_line(struct flow *f)
{
    struct sheet *s = f->sheet;
    f->height += f->type->lead;
    if (!f->measured) {
        sheet_need(s, f->type->lead);
        double baseline = s->y + f->type->lead * 0.5 + f->type->size * 0.36;
        for (int i = 0; i < f->line.count; i++) {
            struct pdf_type type = *f->type;
            type.face = f->line.pieces[i].face;
            type.ink = f->line.pieces[i].ink;
            type_put(s, f->line.pieces[i].text, &type, s->left + f->line.x[i], baseline);
        }
        sheet_advance(s, f->type->lead);
    }
    f->line.count = 0;
    f->line.width = 0;
}

/* As much of a word as fits the column alone; at least a letter. */
static td_str fitting(struct flow *f, td_str word, enum pdf_face face)
{
    td_str part = word;
    while (utf8_count(part) > 1 && type_width(f->sheet, part, face, f->type->size) > f->sheet->column)
        part = utf8_cut(part, part.len - 1);
    return part;
}

static void add_piece(struct flow *f, td_str text, const struct pdf_span *span, double x, double width)
{
    f->line.pieces[f->line.count] = (struct pdf_span){text, span->face, span->ink};
    f->line.x[f->line.count++] = x;
    f->line.width = x + width;
}

/* A word wider than the column, piece by piece; what is left stands in the line. */
static void add_long_word(struct flow *f, td_str word, const struct pdf_span *span)
{
    while (word.len > 0) {
        td_str part = fitting(f, word, span->face);
        add_piece(f, part, span, 0, type_width(f->sheet, part, span->face, f->type->size));
        word = (td_str){word.ptr + part.len, word.len - part.len};
        if (word.len > 0)
            set_line(f);
    }
}

/* led: in its span there is a blank before it.  That is set with the word, so that who copies the text copies it too. */
static void add_word(struct flow *f, td_str word, const struct pdf_span *span, bool led)
{
    double blank = f->line.count > 0 ? type_width(f->sheet, TD_STR(" "), span->face, f->type->size) : 0;
    double width = type_width(f->sheet, word, span->face, f->type->size);
    if (f->line.count > 0 && (f->line.width + blank + width > f->sheet->column || f->line.count == PIECES_MOST)) {
        set_line(f);
        blank = 0;
    }
    if (width > f->sheet->column)
        add_long_word(f, word, span);
    else if (led && blank > 0)
        add_piece(f, (td_str){word.ptr - 1, word.len + 1}, span, f->line.width, blank + width);
    else
        add_piece(f, word, span, f->line.width + blank, width);
}

static void add_span(struct flow *f, const struct pdf_span *span)
{
    td_str rest = span->text;
    while (rest.len > 0) {
        size_t length = 0;
        while (length < rest.len && rest.ptr[length] != ' ' && rest.ptr[length] != '\n')
            length++;
        if (length > 0)
            add_word(f, (td_str){rest.ptr, length}, span, rest.ptr > span->text.ptr && rest.ptr[-1] == ' ');
        if (length < rest.len && rest.ptr[length] == '\n')
            set_line(f);
        length = length < rest.len ? length + 1 : length;
        rest = (td_str){rest.ptr + length, rest.len - length};
    }
}

static double flow(struct sheet *s, const struct pdf_span *spans, int count, const struct pdf_type *type, bool measured)
{
    struct arena_mark mark = arena_mark(&s->scratch);
    struct flow *f = arena_new(&s->scratch, struct flow, 1);
    *f = (struct flow){.sheet = s, .type = type, .measured = measured};
    for (int i = 0; i < count; i++)
        add_span(f, &spans[i]);
    if (f->line.count > 0)
        set_line(f);
    double height = f->height;
    arena_rewind(&s->scratch, mark);
    return height;
}

void type_flow(struct sheet *s, const struct pdf_span *spans, int count, const struct pdf_type *type)
{
    flow(s, spans, count, type, false);
}

double type_height(struct sheet *s, const struct pdf_span *spans, int count, const struct pdf_type *type)
{
    return flow(s, spans, count, type, true);
}
