/* What a dictionary knows about words: one answer, frozen or live.
 *
 * A lexicon is opened on a Hunspell dictionary. When its frozen form stands in the cache, look-ups walk that; what the
 * frozen form cannot decide goes to live Hunspell in the worker. Answers are the same either way. Immutable and shared by threads.
 * Words are asked as they are: casings are the caller's business, but for Hunspell's own rule that a capitalised or
 * all-capitals word may stand for its small-letter entry (tl_lexicon_spell).
 */
#ifndef TL_LANG_LEXICON_H
#define TL_LANG_LEXICON_H

#include "tlumach/base.h"

typedef struct TlLexicon TlLexicon;

/* One reading of a form. */
typedef struct TlReading {
  const char *stem; /* citation form as the dictionary has it; interned in the lexicon */
  guint32 paradigm; /* what kind of word: see lang/paradigm.h; 0: not known */
  guint16 rule;     /* which affix rule made the form; 0: the stem itself */
} TlReading;

#define TL_READINGS_MAX 16

/* `dictionary`: a name looked for in the dictionary folders (uk_UA), or a path without the ending. */
TlLexicon *tl_lexicon_open(const char *dictionary, GError **error);
void tl_lexicon_free(TlLexicon *lexicon);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TlLexicon, tl_lexicon_free)

/* Folded words (text/fold.h), not NUL-terminated. */
gboolean tl_lexicon_spell(TlLexicon *lexicon, const char *word, size_t length);

#endif
