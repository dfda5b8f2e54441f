/* group_book.h - what the files of the group's report share. */
#ifndef TD_REPORT_GROUP_BOOK_H
#define TD_REPORT_GROUP_BOOK_H

#include "book.h"
#include "group_report.h"

/* Members of the room's document; empty and `otherwise` where there is none. */
td_str member_text(const struct json_at *object, const char *key);
int64_t member_int(const struct json_at *object, const char *key, int64_t otherwise);
bool member_is(const struct json_at *object, const char *key);

/* 0 to 100, as people read it, from permille. */
td_str group_percent(struct book *b, int64_t permille);
/* A line as it was said, or by its kind where nothing was: silence, a call for help. */
td_str group_line(struct book *b, const struct json_at *moment);
/* A row of the timeline that is a decision, and not something that came in between. */
bool group_is_decision(const struct json_at *row);
/* The name of an item of the observers' sheet. */
td_str group_item(struct book *b, td_str item);
enum doc_style group_verdict_style(td_str verdict);
/* "Own view first", and before it the team where there are several. */
struct doc *group_section(struct book *b, struct doc *root, const struct json_at *team, const char *id);

/* The pages of one team, each adding nothing where it has nothing to say. */
void group_settle(struct book *b, struct doc *root, const struct json_at *team);
void group_self(struct book *b, struct doc *root, const struct json_at *team);
void group_board(struct book *b, struct doc *root, const struct json_at *team);
void group_timeline(struct book *b, struct doc *root, const struct json_at *team);
void group_sheets(struct book *b, struct doc *root, const struct json_at *team);
void group_questions(struct book *b, struct doc *root, const struct json_at *team);
void group_what_if(struct book *b, struct doc *root, const struct json_at *team);
void group_keep(struct book *b, struct doc *root, const struct json_at *team);
void group_close(struct book *b, struct doc *root, const struct json_at *team);
void group_again(struct book *b, struct doc *root, const struct json_at *team);

/* Agitation over story time with every decision by the shape of its verdict; other: also what could have been. */
const struct chart *group_chart(struct book *b, const struct json_at *team, bool other);

#endif
