/* The English terms of concepts, and where they stand in a translation in any acceptable form. */
#ifndef TL_CHECKS_DESIGNATIONS_H
#define TL_CHECKS_DESIGNATIONS_H

#include "checks/english.h"
#include "tlumach/terms.h"

typedef struct TlDesignation {
  const TlumachTerm *term;
  const TlEnglishWord *words; /* without articles and the like, unless there is nothing else */
  guint n_words;
  guint extent, gaps;    /* words from the first to the last of them with articles; how many have a mark before them */
  const guint32 *family; /* keys of the words that may stand for it as a whole: British, of the United Kingdom */
  guint n_family;
  gboolean bad; /* deprecated or superseded */
} TlDesignation;

typedef struct TlDesignationSet {
  const TlDesignation *items; /* best first, bad ones last */
  guint n, n_good;
} TlDesignationSet;

typedef struct TlDesignations TlDesignations; /* remembered by concept; of one thread */

TlDesignations *tl_designations_new(TlEnglish *english, const char *language);
void tl_designations_free(TlDesignations *designations);
const TlDesignationSet *tl_designations_of(TlDesignations *designations, const TlumachConcept *concept);
/* Is the word of this key in one of them? */
gboolean tl_designations_have(TlDesignations *designations, const TlumachConcept *concept, guint32 key);

/* The words of a translation that is looked through. */
typedef struct TlEnglishText {
  const TlEnglish *english;
  const TlEnglishWord *words;
  guint n;
} TlEnglishText;

/* The next place from word `*at` where the term stands, word for word in order, what passes between left out; moves
 * `*at` behind it. */
gboolean tl_designation_next(const TlDesignation *designation, const TlEnglishText *text, guint *at, TlumachSpan *span);
/* Does it stand at this word, its words together as the term itself has them? */
gboolean tl_designation_stands(const TlDesignation *designation, const TlEnglishText *text, guint first,
                               TlumachSpan *span);
/* Is the term there in a freer form: its words in another order or near each other, or words of their families
 * (Ukrainian for Ukraine)? */
gboolean tl_designation_loosely(const TlDesignation *designation, const TlEnglishText *text);

#endif
