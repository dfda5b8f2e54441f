/* console.h - paragraphs out, lines in, for a terminal or a pipe.
 * No cursor games: what was written stays, in the order in which it is best heard.  On a terminal
 * paragraphs are wrapped; through a pipe every paragraph is one line. */
#ifndef TD_FRONT_CONSOLE_H
#define TD_FRONT_CONSOLE_H

#include "writer.h"
#include <stdio.h>

enum { CONSOLE_LINE_BYTES = 4096 }; /* longer lines are cut */

struct console {
    FILE *out;
    bool typed;    /* somebody types: standard input is a terminal */
    bool shown;    /* on a screen: standard output is a terminal */
    int32_t width; /* wrap here at the latest; 0 = where the terminal ends */
    bool ended;    /* there will be no more input */
    bool last_blank;
    size_t have, at;
    char buffer[CONSOLE_LINE_BYTES];
};

/* Takes over standard input and output.  From here on an interrupt (Ctrl-C, a closed terminal, a
 * polite kill) is the end of the input, noticed at the next prompt and never in the middle of a step. */
void console_open(struct console *console);
/* One or more lines of text; each line is a paragraph. */
void console_put(struct console *console, td_str text);
/* An empty line, but never two of them. */
void console_gap(struct console *console);
/* Shows what was put and waits for a line, which comes without its end, without control characters and
 * without spaces around it, as valid UTF-8, in the arena.  false: the input has ended or was interrupted. */
bool console_line(struct console *console, struct arena *arena, td_str *ret);

#endif
