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

typedef struct TlNumber {
  TlumachSpan span;
  double values[TL_NUMBER_VALUES];
  guint n;
  double scale; /* of "million", 1 without */
  double sum;   /* of words: what they come to so far */
  TlUnit unit;
  gboolean decade; /* "1990s", "90-х" */
  gboolean digits; /* else in words: it may be met and need not be */
} TlNumber;

typedef enum TlNumberLanguage { TL_NUMBERS_UKRAINIAN, TL_NUMBERS_ENGLISH, TL_NUMBERS_OTHER } TlNumberLanguage;

/* Appends TlNumber in text order. */
void tl_numbers(const char *text, TlumachSpan span, TlNumberLanguage language, GArray *numbers);
gboolean tl_numbers_meet(const TlNumber *a, const TlNumber *b);
void tl_number_add(TlNumber *number, double value);

/* number_words.c: */
/* What a word (small letters) is worth as a numeral in any form; negative: it is none. */
double tl_number_word(const char *word, TlNumberLanguage language);
/* 1000 for "тис", "million" …, or 0. `*sure` FALSE: it may mean something else (5 m). */
double tl_number_scale(const char *word, TlNumberLanguage language, gboolean *sure);
/* Of a Roman numeral in Latin or Cyrillic letters, two letters at least; 0: none. */
double tl_number_roman(const char *word);
/* 1 to 12, 0: no month. Only forms that mean nothing else. */
guint tl_number_month(const char *word, TlNumberLanguage language);
/* 1 Monday to 7 Sunday; 0: none. */
guint tl_number_weekday(const char *word, TlNumberLanguage language);

#endif
