/* Reading numbers: where the reader stands, and the parts of it. */
#ifndef TL_CHECKS_NUMBER_READING_H
#define TL_CHECKS_NUMBER_READING_H

#include "checks/numbers.h"

typedef struct TlNumberReader {
  const char *text;
  size_t start, at, end;
  TlNumberLanguage language;
  GHashTable *plain;
  GArray *numbers;
} TlNumberReader;

/* How many digits stand at `at`. */
size_t tl_digits_from(const TlNumberReader *r, size_t at);
/* Behind the spaces of any kind that stand at `at`. */
size_t tl_skip_space(const TlNumberReader *r, size_t at);
/* The word at `at`, in small letters with plain apostrophes; `*behind` it. Empty when none is there. */
char *tl_word_at(const TlNumberReader *r, size_t at, size_t *behind);
/* Behind the words of `phrase` (small letters, a space between them), if they stand at `at`; else 0. */
size_t tl_phrase_at(const TlNumberReader *r, size_t at, const char *phrase);

/* number_digits.c: whole part, groups, fraction of the digits at r->at: the values that "1 234,5", "1,234.5", "1.234"
 * may have. Returns where the number ends. */
size_t tl_take_digits(const TlNumberReader *r, TlNumber *number);
/* The point or colon before the digits at `at` that has a digit before it, as in "5.10.2018" and "7:30"; else 0. */
char tl_behind_mark(const TlNumberReader *r, size_t at);

/* number_compound.c: a numeral in words, `word`, joins the one before it if the two are one number; else it is
 * appended. */
void tl_add_numeral(TlNumberReader *r, TlNumber *number, const char *word);

/* number_kinds.c: */
/* What the form of a numeral says of it: TL_NUMBER_… */
guint tl_numeral_kind(const TlNumberReader *r, const char *word, size_t at);
/* What part it names by itself: "third" of "a third"; 0: none. */
double tl_numeral_part(const TlNumberReader *r, const char *word, size_t at, double value);
/* Does it name the parts of which the number before it says how many: two [thirds], "одна [п'ята]"? */
gboolean tl_is_denominator(const TlNumberReader *r, const TlNumber *count, const TlNumber *number, const char *word);

/* clock.c: */
/* Does "a.m.", "p.m." or its like stand behind `at`? */
TlHalf tl_half_of_day(const TlNumberReader *r, size_t at);
/* What is known of a number as an hour: "5 p.m." is 17, too; its half of the day. */
void tl_clock(const TlNumberReader *r, TlNumber *number);
/* Is what begins at `at` the day behind a night: "у ніч на 5 травня", "вночі проти п'ятниці, 5 травня"? */
gboolean tl_behind_night(const TlNumberReader *r, size_t at);
/* "noon", "опівночі" and the like. */
gboolean tl_clock_word(const char *word, TlNumber *number);

/* number_neighbours.c: what numbers beside each other say of each other. */
void tl_join_neighbours(const TlNumberReader *r);

/* measures.c: the unit behind a number, "км", "-degree", "an inch", "square miles"; percent; a sign before degrees. */
void tl_measure(TlNumberReader *r, TlNumber *number);

#endif
