/* poison.h - calls we do without, each refused at compile time with its replacement named.
 * They overrun buffers, keep hidden state, or read the machine's mood (environment, locale,
 * clock-seeded chance), and then two machines no longer agree.  str.h includes this file, so it
 * reaches everybody.  The library headers come first: they may still declare the names.
 * The one file that asks the environment (front/common) defines POISON_SPARES_THE_ENVIRONMENT
 * before its first include. */
#ifndef TD_BASE_POISON_H
#define TD_BASE_POISON_H

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define POISON_PRAGMA(text) _Pragma(#text)
#define POISON(message) POISON_PRAGMA(GCC error message)

#undef strcpy
#define strcpy(...) POISON("strcpy: keep a td_str, or arena_copy()")
#undef strncpy
#define strncpy(...) POISON("strncpy: keep a td_str, or arena_copy()")
#undef strcat
#define strcat(...) POISON("strcat: join with a writer, w_str()")
#undef strncat
#define strncat(...) POISON("strncat: join with a writer, w_str()")
#undef sprintf
#define sprintf(...) POISON("sprintf: use a writer, or snprintf() in front/")
#undef vsprintf
#define vsprintf(...) POISON("vsprintf: use a writer, or vsnprintf() in front/")
#undef gets
#define gets(...) POISON("gets: read the whole input, then str_line()")
#undef strtok
#define strtok(...) POISON("strtok: str_word() or str_line()")
#undef atoi
#define atoi(...) POISON("atoi: str_int(), which knows a wrong number")
#undef atol
#define atol(...) POISON("atol: str_int(), which knows a wrong number")
#undef atoll
#define atoll(...) POISON("atoll: str_int(), which knows a wrong number")
#undef atof
#define atof(...) POISON("atof: str_int(), numbers are permille or Q16")
#undef rand
#define rand(...) POISON("rand: rng_pick(), which replays")
#undef srand
#define srand(...) POISON("srand: the seed is an argument of rng_pick()")
#undef setlocale
#define setlocale(...) POISON("setlocale: nothing here depends on a locale; words come from assets/lang")
#ifndef POISON_SPARES_THE_ENVIRONMENT
#undef getenv
#define getenv(...) POISON("getenv: front/common asks the environment once and hands values down")
#endif

#endif
