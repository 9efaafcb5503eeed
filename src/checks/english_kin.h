/* English words that belong together and do not look it: irregular forms (went, go), names of peoples (French, France).
 * Known by stems (english.h), so that a regular form of any of them counts as well.
 */
#ifndef TL_CHECKS_ENGLISH_KIN_H
#define TL_CHECKS_ENGLISH_KIN_H

#include "lang/word_lists.h"

typedef struct TlEnglishKin TlEnglishKin; /* immutable */

/* Of the lists "irregulars" and "families"; NULL, or none of them: every word is by itself. */
TlEnglishKin *tl_english_kin_new(const TlWordLists *lists);
void tl_english_kin_free(TlEnglishKin *kin);
/* The stem that stands for all forms of the word: "go" of "went". */
const char *tl_english_kin_stem(const TlEnglishKin *kin, const char *stem);
/* Are both of one family: "french" and "france"? */
gboolean tl_english_kin_related(const TlEnglishKin *kin, const char *a, const char *b);
/* The family of a name of several words, each word of it a stem, NULL-terminated; NULL: none. "United Kingdom" has
 * "british". */
const char *const *tl_english_kin_of(const TlEnglishKin *kin, const char *name);

#endif
