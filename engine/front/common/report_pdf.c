/* report_pdf.c - the report on paper: pages, their feet, the tags that tell a screen reader what is what.
 * The pages are made twice, the first time only to count them. */
#include "report_pdf_parts.h"

#include <stdio.h>

enum { MARGIN = 52, FOOT = 30 };

/* --- ink ------------------------------------------------------------------------------------------------ */

void sheet_ink(struct sheet *s, enum pdf_ink ink)
{
    static const unsigned colours[INK_COUNT] = {0x1B2730, 0x4A5A66, 0xC9C2B4, 0x9A6100, 0x0B646A,
                                                0x835300, 0xA23A20, 0x5A3D8A, 0xFFFFFF};
    unsigned c = colours[ink];
    cairo_set_source_rgb(s->cr, (c >> 16) / 255.0, (c >> 8 & 255) / 255.0, (c & 255) / 255.0);
}

/* --- structure ---------------------------------------------------------------------------------------------- */

void sheet_tag(struct sheet *s, const char *name)
{
    if (s->tag_count < TAGS_DEEP)
        cairo_tag_begin(s->cr, name, NULL);
    if (s->tag_count < TAGS_DEEP)
        s->tags[s->tag_count] = name;
    s->tag_count++;
}

void sheet_untag(struct sheet *s)
{
    if (--s->tag_count < TAGS_DEEP)
        cairo_tag_end(s->cr, s->tags[s->tag_count]);
}

/* --- pages ------------------------------------------------------------------------------------------------- */

double sheet_bottom(const struct sheet *s)
{
    return s->height - s->margin - FOOT;
}

static void put_foot(struct sheet *s)
{
    char number[64];
    struct pdf_type small = {FACE_REGULAR, 8, 11, INK_SECOND};
    double baseline = s->height - s->margin + 4;
    snprintf(number, sizeof number, "%d / %d", s->page, s->pages > 0 ? s->pages : 1);
    type_put(s, s->root->text, &small, s->margin, baseline);
    type_put(s, str_of(number), &small, s->width - s->margin - type_width(s, str_of(number), FACE_REGULAR, 8),
             baseline);
}

static void end_page(struct sheet *s)
{
    put_foot(s);
    cairo_show_page(s->cr);
}

/* What is open is closed before the page turns and opened again behind it. */
static void turn_page(struct sheet *s)
{
    int open = s->tag_count < TAGS_DEEP ? s->tag_count : TAGS_DEEP;
    for (int i = open; i-- > 0;)
        cairo_tag_end(s->cr, s->tags[i]);
    end_page(s);
    for (int i = 0; i < open; i++)
        cairo_tag_begin(s->cr, s->tags[i], NULL);
    s->page++;
    s->y = s->margin;
}

void sheet_need(struct sheet *s, double points)
{
    if (s->y + points > sheet_bottom(s) && s->y > s->margin)
        turn_page(s);
}

void sheet_new_page(struct sheet *s)
{
    if (s->y > s->margin)
        turn_page(s);
}

void sheet_advance(struct sheet *s, double points)
{
    for (int i = 0; i < s->bars; i++) {
        sheet_ink(s, s->bar_ink[i]);
        cairo_rectangle(s->cr, s->bar_at[i], s->y, 2.4, points);
        cairo_fill(s->cr);
    }
    s->y += points;
}

void sheet_gap(struct sheet *s, double points)
{
    if (s->y > s->margin && s->y + points < sheet_bottom(s))
        sheet_advance(s, points);
}

enum { BAR_ROOM = 12 };

void sheet_bar(struct sheet *s, enum pdf_ink ink)
{
    s->bar_at[s->bars] = s->left;
    s->bar_ink[s->bars++] = ink;
    s->left += BAR_ROOM;
    s->column -= BAR_ROOM;
}

void sheet_unbar(struct sheet *s)
{
    s->bars--;
    s->left -= BAR_ROOM;
    s->column += BAR_ROOM;
}

/* --- the document ------------------------------------------------------------------------------------------- */

static cairo_status_t take(void *closure, const unsigned char *data, unsigned length)
{
    struct writer *w = closure;
    w_str(w, (td_str){(const char *)data, length});
    return CAIRO_STATUS_SUCCESS;
}

static void describe(struct sheet *s)
{
    struct arena *a = s->arena;
    cairo_pdf_surface_set_metadata(s->surface, CAIRO_PDF_METADATA_TITLE, arena_cstr(a, s->root->text));
    cairo_pdf_surface_set_metadata(s->surface, CAIRO_PDF_METADATA_CREATOR, "talkdown " TALKDOWN_VERSION);
}

/* One pass; the number of pages, or 0 if it failed. */
static int write_pages(struct sheet *s, struct writer *w)
{
    s->surface = cairo_pdf_surface_create_for_stream(take, w, s->width, s->height);
    cairo_pdf_surface_restrict_to_version(s->surface, CAIRO_PDF_VERSION_1_5);
    s->cr = cairo_create(s->surface);
    s->page = 1;
    s->left = s->margin;
    s->column = s->width - 2 * s->margin;
    s->y = s->margin;
    describe(s);
    pdf_blocks(s, s->root);
    end_page(s);
    cairo_destroy(s->cr);
    cairo_surface_finish(s->surface);
    bool good = cairo_surface_status(s->surface) == CAIRO_STATUS_SUCCESS;
    cairo_surface_destroy(s->surface);
    return good ? s->page : 0;
}

file_fault report_pdf(struct arena *arena, const char *data, const struct doc *root, enum report_paper paper,
                      td_str *ret_bytes)
{
    struct sheet s = {.arena = arena, .root = root, .margin = MARGIN};
    s.width = paper == PAPER_LETTER ? 612 : 595.28;
    s.height = paper == PAPER_LETTER ? 792 : 841.89;
    arena_init(&s.scratch, arena->mem);
    if (!type_open(&s, data)) {
        type_close(&s);
        arena_finish(&s.scratch);
        return "error.no-fonts";
    }
    struct arena_mark mark = arena_mark(arena);
    struct writer w;
    writer_init(&w, arena);
    s.pages = write_pages(&s, &w);
    arena_rewind(arena, mark);
    writer_init(&w, arena);
    int pages = s.pages > 0 ? write_pages(&s, &w) : 0;
    type_close(&s);
    arena_finish(&s.scratch);
    if (pages == 0)
        return "error.no-pdf";
    *ret_bytes = pdf_amend(arena, writer_str(&w), root);
    return NULL;
}
