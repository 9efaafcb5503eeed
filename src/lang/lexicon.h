/* What a dictionary knows about words: one answer, frozen or live.
 *
 * A lexicon is opened on a Hunspell dictionary. Look-ups walk its frozen form, and what that cannot decide is asked of
 * live Hunspell in the worker. Of a dictionary that cannot be frozen all is: a word has the same readings either way,
 * but live ones lack rules and paradigms (grammar is then not known). Immutable but for the worker's own lock; shared
 * by threads. Words are folded (text/fold.h).
 */
#ifndef TL_LANG_LEXICON_H
#define TL_LANG_LEXICON_H

#include "lang/additions.h"
#include "lang/frozen/frozen.h"
#include "lang/reading.h"
#include "tlumach/base.h"

typedef struct TlLexicon TlLexicon;

/* `dictionary`: a name looked for in the dictionary folders (uk_UA), or a path without the ending. `cache`: the folder
 * where frozen lexicons stand, NULL for none; what is not there is made, and kept there if that can be done. The
 * additions are known to the frozen and to the live dictionary. */
TlLexicon *tl_lexicon_open(const char *dictionary, TlAdditions additions, const char *cache, GError **error);
/* Without its frozen form. */
TlLexicon *tl_lexicon_open_live(const char *dictionary, TlAdditions additions, GError **error);
/* Of a language that has no dictionary here: knows no word. */
TlLexicon *tl_lexicon_none(void);
void tl_lexicon_free(TlLexicon *lexicon);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TlLexicon, tl_lexicon_free)

/* Makes the frozen form anew and puts it in `cache`. The file's path, or NULL. */
char *tl_lexicon_build(const char *dictionary, TlAdditions additions, const char *cache, GError **error);

const char *tl_lexicon_name(const TlLexicon *lexicon);
/* Which state of the dictionary and its additions it was opened in; NULL: that is not known. */
const char *tl_lexicon_identity(const TlLexicon *lexicon);
/* The frozen form, NULL when there is none. */
const TlFrozen *tl_lexicon_frozen(const TlLexicon *lexicon);

/* Readings of this very form, as it is cased, appended. A dictionary whose worker died for good knows nothing (see
 * tl_lexicon_trouble). */
TlKnown tl_lexicon_readings(TlLexicon *lexicon, const char *word, size_t length, TlReadings *readings);
/* Words whose readings will be asked for soon: what live Hunspell must say is asked of it at once, not word by word,
 * and remembered for some 50,000 words. */
void tl_lexicon_expect(TlLexicon *lexicon, const char *const *words, guint n);
/* Is it spelled right? Hunspell's rules: a capitalised word may be its small-letter entry, an all-capitals one either;
 * numbers are right; words with break characters are right when their parts are. */
gboolean tl_lexicon_spell(TlLexicon *lexicon, const char *word, size_t length);
/* Live suggestions, best first, NULL-terminated; never NULL. */
char **tl_lexicon_suggest(TlLexicon *lexicon, const char *word, guint milliseconds);
/* What went wrong with the live dictionary, or NULL. */
const char *tl_lexicon_trouble(const TlLexicon *lexicon);

#endif
