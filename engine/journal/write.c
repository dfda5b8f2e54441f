/* write.c - a journal's text, line by line. */
#include "journal.h"

static void w_field(struct writer *w, const char *name, td_str value)
{
    w_char(w, ' ');
    w_text(w, name);
    w_char(w, ' ');
    w_str(w, value);
}

static void w_number(struct writer *w, const char *name, int64_t value)
{
    w_field(w, name, TD_STR(""));
    w_int(w, value);
}

static void w_hash(struct writer *w, uint64_t hash)
{
    w_char(w, ' ');
    w_hex64(w, hash);
}

struct journal_header journal_header_for(const td_scenario *scenario, const td_texts *texts, const struct model *model,
                                         const struct setup *setup)
{
    return (struct journal_header){
        .format = JOURNAL_FORMAT,
        .model_version = model->version,
        .model_hash = model->hash,
        .scenario = scenario->id,
        .rules_hash = scenario->rules_hash,
        .lang = texts ? texts->lang : scenario->lang,
        .words_hash = texts ? texts->hash : 0,
        .setup = *setup,
    };
}

/* A seed may fill all 64 bits. */
static void w_seed(struct writer *w, uint64_t seed)
{
    if (seed >= 10)
        w_seed(w, seed / 10);
    w_char(w, (char)('0' + seed % 10));
}

static void write_setup(struct writer *w, const struct setup *setup, td_str later)
{
    w_text(w, "setup seed ");
    w_seed(w, setup->seed);
    w_number(w, "noise", setup->noise);
    w_field(w, "mode", mode_names[setup->mode]);
    w_field(w, "preset", str_of(setup->preset));
    w_field(w, "rung", rung_names[setup->rung]);
    if (later.len > 0) {
        w_char(w, ' ');
        w_str(w, later);
    }
    w_char(w, '\n');
}

void journal_write_header(struct writer *w, const struct journal_header *header)
{
    w_text(w, "talkdown-journal ");
    w_int(w, header->format);
    w_text(w, "\nmodel ");
    w_int(w, header->model_version);
    w_hash(w, header->model_hash);
    w_text(w, "\nscenario ");
    w_str(w, header->scenario);
    w_hash(w, header->rules_hash);
    w_field(w, "words", header->lang);
    w_hash(w, header->words_hash);
    w_char(w, '\n');
    write_setup(w, &header->setup, header->later);
}

void journal_write_entry(struct writer *w, const struct entry *entry)
{
    char line[COMMAND_TEXT];
    w_int(w, entry->number);
    w_char(w, ' ');
    w_str(w, (td_str){line, command_format(&entry->command, line)});
    w_text(w, " ~");
    w_hex64(w, entry->check);
    w_char(w, '\n');
}

void journal_write_mark(struct writer *w, const struct mark *mark)
{
    w_text(w, "- ");
    w_str(w, seat_name(mark->seat));
    w_char(w, ' ');
    w_str(w, mark->kind);
    if (mark->rest.len > 0) {
        w_char(w, ' ');
        w_str(w, mark->rest);
    }
    w_char(w, '\n');
}

void journal_write(struct writer *w, const td_journal *journal)
{
    int mark = 0;
    journal_write_header(w, &journal->header);
    for (int i = 0; i <= journal->entry_count; i++) {
        if (i > 0)
            journal_write_entry(w, &journal->entries[i - 1]);
        while (mark < journal->mark_count && journal->marks[mark].after == i)
            journal_write_mark(w, &journal->marks[mark++]);
    }
}
