/* test_pixels.c - twelve screens as pixels, with our own fonts, size, moment and luck, beside what was last looked
 * at.  Of each picture a hash is kept and a coarse grid of its colours: the hash says that nothing changed, the
 * grid where something did.  Another version of the font library may draw letters a shade otherwise; that much
 * the grid lets pass.  TALKDOWN_BLESS=1 writes tests/shots/pixels.txt anew: look at the screens (talkdown shot)
 * before you commit it. */
#include "environment.h"
#include "hash.h"
#include "memory.h"
#include "snapshot.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

enum { WIDE = 1280, HIGH = 720, COLUMNS = 32, ROWS = 18, A_SHADE = 5, LINE_BYTES = 8 * COLUMNS };

struct look {
    const char *name, *screen, *lang, *mode;
    int agitation, text_size;
    bool contrast;
};
static const struct look looks[] = {
    {"stance", "stance", "en", "practice", -1, 100, false},
    {"content", "content", "en", "practice", -1, 100, false},
    {"briefing", "briefing", "en", "practice", -1, 100, false},
    {"calm", "encounter", "en", "practice", 100, 100, false},
    {"hostile", "encounter", "en", "practice", 750, 100, false},
    {"assessment", "encounter", "en", "assessment", 950, 100, false},
    {"large", "encounter", "en", "guided", 450, 200, false},
    {"contrast", "encounter", "en", "practice", 450, 100, true},
    {"french", "encounter", "fr", "practice", 300, 100, false},
    {"pause", "pause", "en", "practice", 300, 100, false},
    {"help", "help", "en", "practice", 300, 150, false},
    {"support", "support", "en", "practice", -1, 100, true},
};
enum { LOOKS = sizeof looks / sizeof *looks };

struct picture {
    uint64_t hash;
    uint8_t grid[ROWS][COLUMNS][3];
};

/* --- a picture and what is kept of it ------------------------------------------------------------------ */

static void average(const uint32_t *pixels, int row, int column, uint8_t ret[3])
{
    uint32_t sum[3] = {0}, count = (WIDE / COLUMNS) * (HIGH / ROWS);
    for (int y = row * HIGH / ROWS; y < (row + 1) * HIGH / ROWS; y++)
        for (int x = column * WIDE / COLUMNS; x < (column + 1) * WIDE / COLUMNS; x++)
            for (int i = 0; i < 3; i++)
                sum[i] += pixels[y * WIDE + x] >> (16 - 8 * i) & 255;
    for (int i = 0; i < 3; i++)
        ret[i] = (uint8_t)((sum[i] + count / 2) / count);
}

static struct picture keep(uint32_t *pixels)
{
    struct picture p;
    for (int i = 0; i < WIDE * HIGH; i++)
        pixels[i] &= 0xffffff; /* nobody sees the fourth byte */
    p.hash = hash_finish(hash_str(HASH_START, (td_str){(const char *)pixels, WIDE * HIGH * 4}));
    for (int row = 0; row < ROWS; row++)
        for (int column = 0; column < COLUMNS; column++)
            average(pixels, row, column, p.grid[row][column]);
    return p;
}

/* The scene at its first moment: nothing of it hangs on how a play goes. */
static struct picture take(const struct look *look, const char *home)
{
    struct library library;
    char commands[96];
    FILE *file;
    snprintf(commands, sizeof commands, "%s/commands", home);
    file = fopen(commands, "w");
    assert_non_null(file);
    fputs("primary begin\n", file);
    fclose(file);
    assert_true(library_open(look->lang, NULL, &library));
    const struct snapshot wish = {.screen = look->screen,
                                  .scenario = "template",
                                  .commands = commands,
                                  .mode = look->mode,
                                  .text_size = look->text_size,
                                  .contrast = look->contrast,
                                  .agitation = look->agitation};
    struct raster_pixels pixels = {calloc((size_t)WIDE * HIGH, 4), WIDE, HIGH, WIDE};
    assert_true(snapshot_take(&library, &wish, pixels));
    struct picture p = keep(pixels.data);
    free(pixels.data);
    library_close(&library);
    return p;
}

/* --- the file ------------------------------------------------------------------------------------------------ */

static const char *kept_path(void)
{
    static char path[512];
    const char *tests = environment("TALKDOWN_TESTS");
    assert_non_null(tests);
    snprintf(path, sizeof path, "%s/shots/pixels.txt", tests);
    return path;
}

static void write_picture(FILE *file, const char *name, const struct picture *p)
{
    fprintf(file, "%s %016llx\n", name, (unsigned long long)p->hash);
    for (int row = 0; row < ROWS; row++) {
        for (int column = 0; column < COLUMNS; column++)
            fprintf(file, "%02x%02x%02x", p->grid[row][column][0], p->grid[row][column][1], p->grid[row][column][2]);
        fputc('\n', file);
    }
}

static bool read_picture(FILE *file, const char *name, struct picture *ret)
{
    char line[LINE_BYTES], *end;
    size_t named = strlen(name);
    if (!fgets(line, sizeof line, file) || strncmp(line, name, named) != 0 || line[named] != ' ')
        return false;
    ret->hash = strtoull(line + named, &end, 16);
    if (*end != '\n')
        return false;
    for (int row = 0; row < ROWS; row++) {
        if (!fgets(line, sizeof line, file) || strlen(line) < 6 * COLUMNS)
            return false;
        for (int i = 0; i < 3 * COLUMNS; i++) {
            char byte[3] = {line[2 * i], line[2 * i + 1], '\0'};
            ret->grid[row][i / 3][i % 3] = (uint8_t)strtoul(byte, NULL, 16);
        }
    }
    return true;
}

/* How many cells are more than a shade away; says where the first is. */
static int apart(const char *name, const struct picture *a, const struct picture *b)
{
    int count = 0;
    for (int row = 0; row < ROWS; row++)
        for (int column = 0; column < COLUMNS; column++)
            for (int i = 0; i < 3; i++)
                if (abs(a->grid[row][column][i] - b->grid[row][column][i]) > A_SHADE) {
                    if (count++ == 0)
                        print_message("# %s differs first at %d, %d of 1280x720\n", name, column * WIDE / COLUMNS,
                                      row * HIGH / ROWS);
                    break;
                }
    return count;
}

/* --- the tests ----------------------------------------------------------------------------------------------------- */

static void bless(const struct picture *drawn)
{
    FILE *file = fopen(kept_path(), "w");
    assert_non_null(file);
    for (int i = 0; i < LOOKS; i++)
        write_picture(file, looks[i].name, &drawn[i]);
    fclose(file);
}

static void screens_are_what_they_were_when_last_looked_at(void **state)
{
    static struct picture drawn[LOOKS], kept;
    const char *home = *state;
    int wrong = 0, exact = 0;
    for (int i = 0; i < LOOKS; i++)
        drawn[i] = take(&looks[i], home);
    if (environment("TALKDOWN_BLESS"))
        bless(drawn);
    FILE *file = fopen(kept_path(), "r");
    assert_non_null(file);
    for (int i = 0; i < LOOKS; i++) {
        assert_true(read_picture(file, looks[i].name, &kept));
        exact += kept.hash == drawn[i].hash;
        wrong += kept.hash != drawn[i].hash && apart(looks[i].name, &kept, &drawn[i]) > 0;
    }
    fclose(file);
    print_message("# %d of %d to the last bit\n", exact, LOOKS);
    assert_int_equal(wrong, 0);
}

static void the_same_screen_twice_is_the_same_picture(void **state)
{
    struct picture one = take(&looks[4], *state), other = take(&looks[4], *state), calm = take(&looks[3], *state);
    assert_memory_equal(&one, &other, sizeof one);
    assert_true(apart("calm and hostile, as they should,", &one, &calm) > 10);
}

static int settle(void **state)
{
    static char home[64];
    snprintf(home, sizeof home, "/tmp/pixels-XXXXXX");
    assert_non_null(mkdtemp(home));
    setenv("TALKDOWN_HOME", home, 1);
    *state = home;
    return 0;
}

static int leave(void **state)
{
    char command[128];
    snprintf(command, sizeof command, "rm -rf %s", (const char *)*state);
    return system(command); /* NOLINT(cert-env33-c): a folder of our own making */
}

int main(void)
{
    cmocka_set_message_output(CM_OUTPUT_TAP);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(screens_are_what_they_were_when_last_looked_at),
        cmocka_unit_test(the_same_screen_twice_is_the_same_picture),
    };
    return cmocka_run_group_tests(tests, settle, leave);
}
