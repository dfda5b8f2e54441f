/* glyphs.c - fonts by size, runs by direction and font, coverage kept. */
#include "glyphs.h"

#include "files.h"
#include "hash.h"
#include "memory.h"
#include <fribidi.h>
#include <SDL.h>
#include <SDL_ttf.h>
#include <stdio.h>

enum {
    FACES = 16,   /* ours, then those to fall back on */
    SIZES = 64,   /* opened fonts */
    SLOTS = 4096, /* of each memory; a power of two */
    KEPT_MOST = 3 << 20,
    LINE_MOST = 1024,
    RUNS_MOST = 64
};

struct opened {
    int face;
    int32_t px;
    TTF_Font *font;
};

struct kept { /* a run's coverage */
    uint64_t key;
    uint8_t *cover;
    int width, height;
};

struct measured {
    uint64_t key;
    int32_t width;
};

struct glyphs {
    struct arena files;
    char path[FACES][512];
    td_str bytes[FACES]; /* of ours, once they are needed */
    bool there[FACES];
    const char *broken; /* a file that could not be used and was not yet spoken of */
    int faces;
    struct opened opened[SIZES];
    int opened_count;
    struct kept kept[SLOTS];
    size_t kept_bytes;
    struct measured measured[SLOTS];
};

static const char *const own[UI_FONT_COUNT] = {"Inter-Regular.otf", "Inter-Medium.otf", "Inter-SemiBold.otf",
                                               "Inter-Bold.otf", "Inter-Italic.otf"};
/* Scripts that Inter does not have, where the system has fonts for them. */
static const char *const others[] = {
    "/usr/share/fonts/truetype/noto/NotoSansArabic-Regular.ttf",
    "/usr/share/fonts/truetype/noto/NotoSansHebrew-Regular.ttf",
    "/usr/share/fonts/truetype/noto/NotoSansDevanagari-Regular.ttf",
    "/usr/share/fonts/truetype/noto/NotoSansThai-Regular.ttf",
    "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc",
    "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf",
};
static const char *const own_folders[] = {"", "/usr/share/fonts/opentype/inter"};

static bool is_file(const char *path)
{
    SDL_RWops *file = SDL_RWFromFile(path, "rb");
    if (file)
        SDL_RWclose(file);
    return file != NULL;
}

static bool find_own(struct glyphs *g, int face, const char *folder)
{
    for (size_t i = 0; i < sizeof own_folders / sizeof *own_folders; i++) {
        snprintf(g->path[face], sizeof g->path[face], "%s/%s", i == 0 ? folder : own_folders[i], own[face]);
        if (is_file(g->path[face]))
            return true;
    }
    return false;
}

static void add_others(struct glyphs *g)
{
    g->faces = UI_FONT_COUNT;
    for (size_t i = 0; i < sizeof others / sizeof *others && g->faces < FACES; i++) {
        if (!is_file(others[i]))
            continue;
        snprintf(g->path[g->faces], sizeof g->path[0], "%s", others[i]);
        g->there[g->faces++] = true;
    }
}

struct glyphs *glyphs_create(const char *folder, const char **ret_missing)
{
    *ret_missing = NULL;
    if (TTF_Init() != 0)
        return NULL;
    struct glyphs *g = memory_std.resize(memory_std.context, NULL, sizeof *g);
    memset(g, 0, sizeof *g);
    arena_init(&g->files, &memory_std);
    for (int i = 0; i < UI_FONT_COUNT; i++) {
        g->there[i] = find_own(g, i, folder);
        if (!g->there[i] && !*ret_missing)
            *ret_missing = own[i];
    }
    add_others(g);
    return g;
}

bool glyphs_any(const struct glyphs *g)
{
    bool any = false;
    for (int i = 0; i < g->faces; i++)
        any = any || g->there[i];
    return any;
}

static void forget_runs(struct glyphs *g)
{
    for (int i = 0; i < SLOTS; i++)
        memory_std.resize(memory_std.context, g->kept[i].cover, 0);
    memset(g->kept, 0, sizeof g->kept);
    g->kept_bytes = 0;
}

void glyphs_destroy(struct glyphs *g)
{
    if (!g)
        return;
    forget_runs(g);
    for (int i = 0; i < g->opened_count; i++)
        TTF_CloseFont(g->opened[i].font);
    arena_finish(&g->files);
    memory_std.resize(memory_std.context, g, 0);
    TTF_Quit();
}

/* --- fonts ------------------------------------------------------------------------------------------- */

static int any_face(const struct glyphs *g, int face)
{
    for (int i = 0; i < g->faces && !g->there[face]; i++)
        if (g->there[i])
            face = i;
    return face;
}

static void close_first(struct glyphs *g)
{
    TTF_CloseFont(g->opened[0].font);
    memmove(g->opened, g->opened + 1, (size_t)(--g->opened_count) * sizeof *g->opened);
}

/* A font goes back to its file for every glyph, and has a file of its own in each size: ours, which are small,
 * are read once.  The system's stay where they are; one of them is as large as everything else together. */
static TTF_Font *open_font(struct glyphs *g, int face, int32_t px)
{
    enum { OWN_MOST = 1 << 20 };
    const char *path = g->path[face];
    td_str *bytes = &g->bytes[face];
    if (face >= UI_FONT_COUNT)
        return TTF_OpenFont(path, px);
    if (bytes->len == 0 && file_read(&g->files, path, OWN_MOST, bytes))
        return NULL;
    SDL_RWops *file = SDL_RWFromConstMem(bytes->ptr, (int)bytes->len);
    return file ? TTF_OpenFontRW(file, 1, px) : NULL;
}

static TTF_Font *opened_font(struct glyphs *g, int face, int32_t px)
{
    for (int i = 0; i < g->opened_count; i++)
        if (g->opened[i].face == face && g->opened[i].px == px)
            return g->opened[i].font;
    TTF_Font *font = g->there[face] ? open_font(g, face, px) : NULL;
    if (!font)
        return NULL;
    TTF_SetFontHinting(font, TTF_HINTING_LIGHT_SUBPIXEL);
    if (g->opened_count == SIZES)
        close_first(g);
    g->opened[g->opened_count++] = (struct opened){face, px, font};
    return font;
}

/* A file that is there and is no font is given up for good, and another takes its place. */
static TTF_Font *font_of(struct glyphs *g, int face, int32_t px)
{
    for (int tries = 0; tries <= g->faces; tries++) {
        int own_face = any_face(g, face);
        if (!g->there[own_face])
            return NULL;
        TTF_Font *font = opened_font(g, own_face, px);
        if (font)
            return font;
        g->there[own_face] = false;
        if (own_face < UI_FONT_COUNT)
            g->broken = own[own_face];
    }
    return NULL;
}

const char *glyphs_broken(struct glyphs *g)
{
    const char *broken = g->broken;
    g->broken = NULL;
    return broken;
}

static int face_for(struct glyphs *g, uint32_t c, int face, int32_t px)
{
    TTF_Font *font = font_of(g, face, px);
    if (c <= ' ' || (font && TTF_GlyphIsProvided32(font, c)))
        return face;
    for (int i = UI_FONT_COUNT; i < g->faces; i++) {
        font = font_of(g, i, px);
        if (font && TTF_GlyphIsProvided32(font, c))
            return i;
    }
    return face;
}

/* --- runs -------------------------------------------------------------------------------------------- */

static bool is_simple(td_str text)
{
    for (size_t i = 0; i < text.len; i++)
        if ((unsigned char)text.ptr[i] >= 0xD6) /* from Hebrew on; punctuation of U+2000 is E2 80 */
            if (!((unsigned char)text.ptr[i] == 0xE2 && i + 1 < text.len && (unsigned char)text.ptr[i + 1] <= 0x8B))
                return false;
    return true;
}

typedef void (*each_run)(void *context, TTF_Font *font, const char *text);

/* HarfBuzz's name of the script. */
static const char *script_of(const FriBidiChar *chars, int count)
{
    for (int i = 0; i < count; i++)
        if ((chars[i] >= 0x590 && chars[i] <= 0x5FF) || (chars[i] >= 0xFB1D && chars[i] <= 0xFB4F))
            return "Hebr"; /* not shown */
    return "Arab";         /* not shown */
}

static void do_run(struct glyphs *g, const FriBidiChar *chars, int count, int face, bool right, int32_t px,
                   each_run each, void *context)
{
    char text[4 * LINE_MOST + 1];
    TTF_Font *font = font_of(g, face, px);
    if (!font)
        return;
    FriBidiStrIndex length = fribidi_unicode_to_charset(FRIBIDI_CHAR_SET_UTF8, chars, count, text);
    text[length] = '\0';
    TTF_SetFontDirection(font, right ? TTF_DIRECTION_RTL : TTF_DIRECTION_LTR);
    if (right)
        TTF_SetFontScriptName(font, script_of(chars, count));
    each(context, font, text);
    TTF_SetFontDirection(font, TTF_DIRECTION_LTR);
}

struct stretch {
    int from, count, face;
    FriBidiLevel level;
};

/* Runs of one level and one font, in the order in which they stand on the screen (UAX 9, L2). */
static int stretches_of(struct glyphs *g, const FriBidiChar *chars, int count, const FriBidiLevel *levels, int own_face,
                        int32_t px, struct stretch *ret)
{
    int found = 0;
    for (int i = 0; i < count; i++) {
        int face = face_for(g, chars[i], own_face, px);
        if (chars[i] == ' ' && found > 0)
            face = ret[found - 1].face;
        if (found > 0 && ret[found - 1].level == levels[i] && ret[found - 1].face == face)
            ret[found - 1].count++;
        else if (found < RUNS_MOST)
            ret[found++] = (struct stretch){i, 1, face, levels[i]};
    }
    return found;
}

static void reverse(struct stretch *s, int from, int to)
{
    for (to--; from < to; from++, to--) {
        struct stretch other = s[from];
        s[from] = s[to];
        s[to] = other;
    }
}

static void reorder(struct stretch *s, int count)
{
    FriBidiLevel highest = 0;
    for (int i = 0; i < count; i++)
        highest = s[i].level > highest ? s[i].level : highest;
    for (FriBidiLevel level = highest; level >= 1; level--)
        for (int i = 0; i < count; i++) {
            int end = i;
            while (end < count && s[end].level >= level)
                end++;
            reverse(s, i, end);
            i = end > i ? end : i;
        }
}

static void mixed_runs(struct glyphs *g, int face, int32_t px, const char *text, size_t length, bool from_right,
                       each_run each, void *context)
{
    FriBidiChar chars[LINE_MOST];
    FriBidiCharType types[LINE_MOST];
    FriBidiBracketType brackets[LINE_MOST];
    FriBidiLevel levels[LINE_MOST];
    FriBidiParType base = from_right ? FRIBIDI_PAR_RTL : FRIBIDI_PAR_ON;
    struct stretch stretches[RUNS_MOST];
    if (length >= LINE_MOST)
        length = LINE_MOST - 1;
    int count = fribidi_charset_to_unicode(FRIBIDI_CHAR_SET_UTF8, text, (FriBidiStrIndex)length, chars);
    fribidi_get_bidi_types(chars, count, types);
    fribidi_get_bracket_types(chars, count, types, brackets);
    if (!fribidi_get_par_embedding_levels_ex(types, brackets, count, &base, levels))
        memset(levels, 0, sizeof levels);
    int found = stretches_of(g, chars, count, levels, face, px, stretches);
    reorder(stretches, found);
    for (int i = 0; i < found; i++)
        do_run(g, chars + stretches[i].from, stretches[i].count, stretches[i].face, stretches[i].level & 1, px, each,
               context);
}

static void each_of(struct glyphs *g, int face, int32_t px, td_str text, bool from_right, each_run each, void *context)
{
    char line[4 * LINE_MOST + 1];
    size_t length = text.len < sizeof line - 1 ? text.len : utf8_valid_prefix((td_str){text.ptr, sizeof line - 1});
    memcpy(line, text.ptr, length);
    line[length] = '\0';
    if (from_right || !is_simple(text)) {
        mixed_runs(g, face, px, line, length, from_right, each, context);
        return;
    }
    TTF_Font *font = font_of(g, face, px);
    if (font)
        each(context, font, line);
}

/* --- measuring: word by word, since words come again ---------------------------------------------------- */

static void add_width(void *context, TTF_Font *font, const char *text)
{
    int width = 0, height;
    TTF_SizeUTF8(font, text, &width, &height);
    *(int32_t *)context += width;
}

static uint64_t key_of(enum ui_font font, int32_t px, td_str text)
{
    return hash_finish(hash_str(HASH_START, text)) ^ ((uint64_t)font << 56) ^ ((uint64_t)px << 40);
}

static int32_t word_width(struct glyphs *g, enum ui_font font, int32_t px, td_str word)
{
    uint64_t key = key_of(font, px, word) | 1;
    struct measured *m = &g->measured[key >> 3 & (SLOTS - 1)];
    if (m->key == key)
        return m->width;
    int32_t width = 0;
    each_of(g, (int)font, px, word, false, add_width, &width);
    *m = (struct measured){key, width};
    return width;
}

static int32_t measure(void *context, enum ui_font font, int32_t px, td_str text)
{
    struct glyphs *g = context;
    int32_t width = 0;
    while (text.len > 0) {
        size_t end = 0;
        while (end < text.len && text.ptr[end] != ' ')
            end++;
        if (end > 0)
            width += word_width(g, font, px, (td_str){text.ptr, end});
        if (end < text.len)
            width += word_width(g, font, px, TD_STR("n n")) - word_width(g, font, px, TD_STR("nn"));
        end += end < text.len;
        text = (td_str){text.ptr + end, text.len - end};
    }
    return width;
}

struct ui_measure glyphs_measure(struct glyphs *g)
{
    return (struct ui_measure){measure, g};
}

/* --- drawing --------------------------------------------------------------------------------------------- */

struct strip { /* a line's coverage being put together */
    SDL_Surface *parts[RUNS_MOST];
    int ascent[RUNS_MOST];
    int count, width, above, below;
};

static void add_part(void *context, TTF_Font *font, const char *text)
{
    struct strip *s = context;
    SDL_Surface *part =
        s->count < RUNS_MOST ? TTF_RenderUTF8_Blended(font, text, (SDL_Color){255, 255, 255, 255}) : NULL;
    if (!part)
        return;
    int ascent = TTF_FontAscent(font), below = part->h - ascent;
    s->ascent[s->count] = ascent;
    s->parts[s->count++] = part;
    s->width += part->w;
    s->above = ascent > s->above ? ascent : s->above;
    s->below = below > s->below ? below : s->below;
}

static void copy_part(const SDL_Surface *part, uint8_t *to, int stride)
{
    for (int y = 0; y < part->h; y++) {
        const uint32_t *from = (const uint32_t *)(const void *)((const uint8_t *)part->pixels + y * part->pitch);
        for (int x = 0; x < part->w; x++)
            to[y * stride + x] = (uint8_t)(from[x] >> 24);
    }
}

static void keep(struct glyphs *g, struct kept *k, uint64_t key, const struct ui_op *op)
{
    struct strip s = {.count = 0};
    each_of(g, (int)op->font, op->size, op->text, op->from_right, add_part, &s);
    int height = s.above + s.below;
    size_t bytes = (size_t)s.width * (size_t)height;
    if (g->kept_bytes + bytes > KEPT_MOST)
        forget_runs(g);
    g->kept_bytes -= (size_t)k->width * (size_t)k->height;
    memory_std.resize(memory_std.context, k->cover, 0);
    *k = (struct kept){key, bytes > 0 ? memory_std.resize(memory_std.context, NULL, bytes) : NULL, s.width, height};
    if (bytes > 0)
        memset(k->cover, 0, bytes);
    g->kept_bytes += bytes;
    for (int i = 0, x = 0; i < s.count; i++) {
        if (k->cover)
            copy_part(s.parts[i], k->cover + (s.above - s.ascent[i]) * s.width + x, s.width);
        x += s.parts[i]->w;
        SDL_FreeSurface(s.parts[i]);
    }
}

/* (a * b) / 255, rounded, for bytes. */
static uint32_t scaled(uint32_t a, uint32_t b)
{
    uint32_t t = a * b + 128;
    return (t + (t >> 8)) >> 8;
}

static uint32_t mixed(uint32_t under, pen_rgba colour, uint32_t cover)
{
    uint32_t alpha = scaled(colour & 255, cover), rest = 255 - alpha, out = 0;
    const int from[] = {24, 16, 8};
    for (int i = 0; i < 3; i++) {
        int to = 16 - 8 * i;
        out |= (scaled(colour >> from[i] & 255, alpha) + scaled(under >> to & 255, rest)) << to;
    }
    return out | 0xFF000000;
}

static void lay(const struct kept *k, int x0, int y0, pen_rgba colour, struct raster_pixels pixels,
                struct raster_box box)
{
    for (int y = 0; y < k->height; y++) {
        if (y0 + y < box.y0 || y0 + y >= box.y1)
            continue;
        uint32_t *row = pixels.data + (ptrdiff_t)(y0 + y) * pixels.stride;
        for (int x = 0; x < k->width; x++) {
            uint8_t cover = k->cover[y * k->width + x];
            if (cover && x0 + x >= box.x0 && x0 + x < box.x1)
                row[x0 + x] = mixed(row[x0 + x], colour, cover);
        }
    }
}

void glyphs_draw(struct glyphs *g, struct raster_pixels pixels, struct raster_box box, const struct ui_op *op)
{
    uint64_t key = (key_of(op->font, op->size, op->text) ^ (op->from_right ? UINT64_C(1) << 63 : 0)) | 1;
    struct kept *k = &g->kept[key >> 3 & (SLOTS - 1)];
    if (k->key != key)
        keep(g, k, key, op);
    if (k->cover)
        lay(k, op->rect.x, op->rect.y + (op->rect.h - k->height) / 2, op->fill, pixels, box);
}
