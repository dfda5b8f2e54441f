/* reading.c - Flesch-Kincaid and RIX in integers.  Syllables are counted as groups of vowels, which is right
 * often enough for a page and meant for nothing less. */
#include "reading.h"

static bool is_letter(uint32_t c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c < 0x250 && c != 0xD7 && c != 0xF7);
}

static bool is_apostrophe(uint32_t c)
{
    return c == '\'' || c == 0x2019;
}

/* Latin letters: enough for the languages there are words of. */
static uint32_t lower(uint32_t c)
{
    if ((c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7))
        return c + 32;
    return c >= 0x100 && c < 0x178 && c % 2 == 0 ? c + 1 : c;
}

static bool is_vowel(uint32_t c)
{
    static const char accented[] =
        "\xe0\xe1\xe2\xe3\xe4\xe5\xe8\xe9\xea\xeb\xec\xed\xee\xef\xf2\xf3\xf4\xf5\xf6\xf9\xfa"
        "\xfb\xfc\xff";
    if (c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y' || c == 0x153)
        return true;
    for (size_t i = 0; i + 1 < sizeof accented; i++)
        if (c == (unsigned char)accented[i])
            return true;
    return false;
}

static bool ends_sentence(uint32_t c)
{
    return c == '.' || c == '!' || c == '?' || c == 0x2026;
}

/* --- one word --------------------------------------------------------------------------------------------- */

struct word_count {
    int32_t letters, groups;
    bool in_vowel;
    uint32_t last, before; /* letters */
};

static void count_letter(struct word_count *word, uint32_t c)
{
    bool vowel = is_vowel(c);
    word->groups += vowel && !word->in_vowel;
    word->in_vowel = vowel;
    word->letters++;
    word->before = word->last;
    word->last = c;
}

/* A final e is silent, but in "-le" behind a consonant it makes a syllable. */
static int32_t syllables(const struct word_count *word)
{
    bool silent = word->last == 'e' && word->before != 'l' && !is_vowel(word->before);
    int32_t count = word->groups - (silent && word->groups > 1);
    return count > 0 ? count : 1;
}

static void close_word(struct reading_sums *sums, struct word_count *word)
{
    if (word->letters > 0) {
        sums->words++;
        sums->syllables += syllables(word);
        sums->long_words += word->letters > 6;
    }
    *word = (struct word_count){0};
}

/* --- a text ----------------------------------------------------------------------------------------------- */

void reading_add(struct reading_sums *sums, td_str text)
{
    struct word_count word = {0};
    int32_t before = sums->words, open = 0;
    int braces = 0;
    while (text.len > 0) {
        uint32_t c = utf8_next(&text);
        braces += c == '{' ? 1 : c == '}' ? -1 : 0;
        if (braces == 0 && is_letter(c))
            count_letter(&word, lower(c));
        else if (!is_apostrophe(c))
            close_word(sums, &word);
        if (ends_sentence(c) && sums->words > before + open) {
            sums->sentences++;
            open = sums->words - before;
        }
    }
    close_word(sums, &word);
    sums->sentences += sums->words > before + open; /* it ended without a mark */
}

static bool is_capital(uint32_t c)
{
    return is_letter(c) && lower(c) != c;
}

/* A sentence may begin behind these, too. */
static bool opens(uint32_t c)
{
    return c == '[' || c == ']' || c == '(' || c == ':' || c == '\n' || c == '"' || c == 0x201C || c == 0x201D ||
           c == 0xAB || c == 0x2018 || c == 0x2014 || c == 0x2013;
}

void reading_names(td_str text, void (*see)(void *context, td_str name), void *context)
{
    bool first = true;
    while (text.len > 0) {
        td_str word = text;
        uint32_t c = utf8_next(&text);
        first |= ends_sentence(c) || opens(c);
        if (!is_letter(c))
            continue;
        bool name = is_capital(c) && !first;
        for (td_str rest = text; rest.len > 0 && is_letter(utf8_next(&rest)); text = rest)
            ;
        word.len -= text.len;
        first = false;
        if (name)
            see(context, word);
    }
}

static int32_t flesch_kincaid(const struct reading_sums *sums)
{
    int64_t length = INT64_C(390) * sums->words / sums->sentences;
    int64_t weight = INT64_C(11800) * sums->syllables / sums->words;
    int64_t tenths = (length + weight - 15590) / 100;
    return tenths > 0 ? (int32_t)tenths : 0;
}

int32_t reading_weight(td_str text)
{
    struct reading_sums sums = {0};
    reading_add(&sums, text);
    if (sums.words == 0)
        return 0;
    return 390 * sums.words / sums.sentences + 11800 * sums.syllables / sums.words;
}

/* Anderson's RIX (Journal of Reading 26, 1983), long words a sentence: from 0.2 on grade 2, from 7.2 on grade 13.
 * The steps are as "What makes a text readable?" (readgerman.com) reprints them; the article itself was not seen. */
static int32_t rix(const struct reading_sums *sums)
{
    static const int32_t least[] = {20, 50, 80, 130, 180, 240, 300, 370, 450, 530, 620, 720}; /* hundredths */
    int64_t share = INT64_C(100) * sums->long_words / sums->sentences;
    int32_t grade = 1;
    for (size_t i = 0; i < sizeof least / sizeof *least; i++)
        grade += share >= least[i];
    return grade * 10;
}

int32_t reading_grade(const struct reading_sums *sums, td_str lang)
{
    if (sums->words == 0)
        return 0;
    bool english = str_is(lang, "en") || str_starts(lang, TD_STR("en-"));
    return english ? flesch_kincaid(sums) : rix(sums);
}

/* --- words alone ------------------------------------------------------------------------------------------ */

static void put(struct writer *w, uint32_t c)
{
    char bytes[4];
    w_str(w, (td_str){bytes, utf8_put(bytes, c)});
}

static void put_blank(struct writer *w)
{
    if (w->ptr[w->len - 1] != ' ')
        w_char(w, ' ');
}

enum part { PART_ALL, PART_INSIDE, PART_OUTSIDE };

static td_str plain(struct arena *arena, td_str text, enum part part)
{
    struct writer w;
    int brackets = 0;
    writer_init(&w, arena);
    w_char(&w, ' ');
    while (text.len > 0) {
        uint32_t c = utf8_next(&text);
        brackets += c == '[' ? 1 : c == ']' ? -1 : 0;
        bool wanted = part == PART_ALL || (part == PART_INSIDE) == (brackets > 0);
        if (wanted && is_letter(c))
            put(&w, lower(c));
        else if (wanted && is_apostrophe(c) && w.ptr[w.len - 1] != ' ')
            w_char(&w, '\'');
        else
            put_blank(&w);
        if (wanted && c == '?')
            w_text(&w, "? ");
    }
    put_blank(&w);
    return writer_str(&w);
}

td_str reading_plain(struct arena *arena, td_str text)
{
    return plain(arena, text, PART_ALL);
}

td_str reading_plain_part(struct arena *arena, td_str text, bool inside)
{
    return plain(arena, text, inside ? PART_INSIDE : PART_OUTSIDE);
}
