/* What one word of a name may be: a citation form, and the cases in which the word is a form of it. A word has many
 * such readings; its neighbours decide (full_name.h), then what else the text has (names.h). */
#ifndef TL_LANG_NAME_READING_H
#define TL_LANG_NAME_READING_H

#include "lang/analysis.h"

/* Where a reading is from. */
typedef enum TlNameSource {
  TL_NAME_STANDS,     /* the word itself is the citation form */
  TL_NAME_UNDECLINED, /* … of a name that has no other form, or of a woman's surname that has none */
  TL_NAME_FORM,       /* of an entry of the dictionary */
  TL_NAME_ANALOGY,    /* by the endings of the dictionary's entries */
  TL_NAME_HALVES      /* each half of a double name inflects */
} TlNameSource;

typedef struct TlNameReading {
  char *citation;
  guint8 concord; /* TlConcord */
  guint8 cases;
  guint8 source;  /* TlNameSource */
  guint8 letters; /* TL_NAME_ANALOGY: of the ending */
  gboolean given; /* surely a given name */
  gdouble weight; /* how likely, beside the other readings of the word */
} TlNameReading;

/* All readings of a word (folded, its first letter large); never none. Free with g_array_unref. */
GArray *tl_name_readings(TlLexicon *lexicon, const TlWordLists *lists, const char *word);

/* The likeliest of them, beside no other words. */
const TlNameReading *tl_likeliest_reading(const GArray *readings);

#endif
