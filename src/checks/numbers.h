/* Numbers of a text, in digits and in words, as Ukrainian and English write them.
 *
 * What a number is worth is not always certain ("1,234", "20–30 млн", "90-х"), so it has several values, and two
 * numbers meet when they have one in common.
 */
#ifndef TL_CHECKS_NUMBERS_H
#define TL_CHECKS_NUMBERS_H

#include "checks/units.h"
#include "tlumach/base.h"

#define TL_NUMBER_VALUES 8

typedef enum TlNumberLanguage { TL_NUMBERS_UKRAINIAN, TL_NUMBERS_ENGLISH, TL_NUMBERS_OTHER } TlNumberLanguage;

/* Of the day, for an hour of which it is said. */
typedef enum TlHalf { TL_HALF_UNKNOWN, TL_HALF_AM, TL_HALF_PM } TlHalf;

/* What a numeral in words may be, beside a count: the "third" that something is, or a part of it. */
enum {
  TL_NUMBER_ORDINAL = 1 << 0,
  TL_NUMBER_THE = 1 << 1, /* an ordinal and nothing else: "the second", not a second */
  TL_NUMBER_PART = 1 << 2
};

typedef struct TlNumber {
  TlumachSpan span;
  double values[TL_NUMBER_VALUES];
  guint n;        /* 0: a measure alone, "a decade ago", which is an amount and no number */
  guint fraction; /* digits behind the decimal mark */
  double scale;   /* of "million", 1 without */
  double sum;     /* of words: what they come to so far, up to the last thousand or million … */
  double group;   /* … and behind it: "two million [three hundred]" */
  double place;   /* of the last word: 1, 10, 100, 1000 …: what follows is less, or multiplies; 0: nothing follows */
  double part;    /* of words: a half, two thirds; else 0 */
  guint kind;     /* of words: TL_NUMBER_… */
  TlUnit unit;
  double amount; /* of several numbers together in the unit's base: 5 feet 11 inches; or of the measure alone; else 0 */
  TlHalf half;
  gboolean decade;  /* "1990s", "90-х" */
  gboolean percent; /* "5 %", "п'ять відсотків" */
  gboolean points;  /* … of percentage: "5 в. п." */
  gboolean below;   /* zero */
  gboolean minus;   /* said so by a sign or by "minus" */
  gboolean digits;  /* else in words: it may be met and need not be */
  gboolean weak;    /* a word that is often no number: "one", "second" */
  gboolean clock;   /* an hour and the minutes told with it, in words: "half past five", "пів на шосту" */
  gboolean closed;  /* a word that no other joins: a month, "XX", "дворічний" */
} TlNumber;

/* Appends TlNumber in text order. `plain` is a set of words, as they stand, that are no numbers in the language: it
 * grows. */
void tl_numbers(const char *text, TlumachSpan span, TlNumberLanguage language, GHashTable *plain, GArray *numbers);
/* A value more, if there is room. */
void tl_number_add(TlNumber *number, double value);
gboolean tl_number_within(const TlNumber *number, double from, double to);

/* number_meet.c: */
/* Have they a value in common? */
gboolean tl_numbers_equal(const TlNumber *a, const TlNumber *b);
/* … or are they the same in other units, or a part and its percentage? */
gboolean tl_numbers_meet(const TlNumber *a, const TlNumber *b);
/* The first of `others` that it meets, or NULL. */
const TlNumber *tl_number_met(const TlNumber *number, const GArray *others);

/* number_kinds.c: */
/* The ending that the ordinal of a number in digits needs, if it stands with another one: "st" for "21th"; else NULL.
 */
const char *tl_english_ordinal_ending(const char *text, size_t end, const TlNumber *number);

/* number_words.c: */
/* What a word (small letters) is worth as a numeral in any form, with the unit that is put together with it
 * ("дворічний"); negative: it is none. */
double tl_number_word(const char *word, TlNumberLanguage language, TlUnit *unit);
/* 1000 for "тис", "million" …, or 0. `*sure` FALSE: it may mean something else (5 m). */
double tl_number_scale(const char *word, TlNumberLanguage language, gboolean *sure);
/* Of a Roman numeral in Latin or Cyrillic letters, two letters at least; 0: none. */
double tl_number_roman(const char *word);
/* Is it often no number: "one", "second", "друг", "обидва"? */
gboolean tl_number_is_weak(const char *word, TlNumberLanguage language);

#endif
