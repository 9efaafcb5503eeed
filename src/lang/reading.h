/* Readings of a form: which entries of the dictionary it may come from, and how. */
#ifndef TL_LANG_READING_H
#define TL_LANG_READING_H

#include <glib.h>

#define TL_READINGS_MAX 24

typedef struct TlReading {
  guint16 stem;     /* offset of the stem in TlReadings.text */
  guint16 rule;     /* suffix rule that made the form; 0: none */
  guint16 prefix;   /* prefix rule; 0: none */
  guint16 paradigm; /* of an entry: paradigm + 1; 0: not known here */
} TlReading;

/* Filled by the caller's look-ups; what does not fit is left out (no dictionary has forms of so many readings). */
typedef struct TlReadings {
  TlReading items[TL_READINGS_MAX];
  guint n;
  guint used;
  char text[2048]; /* stems, NUL-terminated UTF-8 */
} TlReadings;

static inline const char *tl_reading_stem(const TlReadings *readings, guint i) {
  return readings->text + readings->items[i].stem;
}

#endif
