/* Words that stand in no dictionary because the language builds them as it needs them: кіберполіція,
 * двадцятиметровий, судинно-нервовий.
 *
 * The first parts come from a list (dictionaries/prefixes-uk.tsv: the part, a tab, what it is put before: `noun`,
 * `adjective`); the second one is a word of the dictionary in small letters. The orthography of 2019 (§§ 35, 36)
 * writes them as one word: with a hyphen they are an old spelling, unless a name follows (пан-Європа).
 */
#ifndef TL_LANG_BUILT_WORDS_H
#define TL_LANG_BUILT_WORDS_H

#include "lang/lexicon.h"
#include "lang/word_lists.h"

/* Is the word (folded, in any casing) one of these? */
gboolean tl_is_built_word(TlLexicon *lexicon, const TlWordList *prefixes, const char *word);
/* аль-Ахмед, Ас-Садр: an Arabic article, and a name behind it; right whether the dictionary has the name or not. */
gboolean tl_is_article_name(const char *word);
/* Where the hyphen stands that ought not to (веб-сайт), in bytes; 0: there is none. */
size_t tl_odd_hyphen(TlLexicon *lexicon, const TlWordList *prefixes, const char *word);

#endif
