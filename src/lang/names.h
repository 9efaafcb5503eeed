/* Names in a text that the dictionary does not know, gathered in all their forms and given one citation form.
 *
 * A name is a run of capitalised words of which one at least is unknown. Its words are restored one by one: the
 * citation form that explains most of the document's forms wins, then the more usual paradigm.
 */
#ifndef TL_LANG_NAMES_H
#define TL_LANG_NAMES_H

#include "lang/analysis.h"

typedef struct TlNames TlNames;

TlNames *tl_names_new(TlLexicon *lexicon, const TlWordLists *lists);
void tl_names_free(TlNames *names);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TlNames, tl_names_free)

/* First pass: tells of a capitalised word (folded) of the text. Those that the dictionary knows are passed over. */
void tl_names_note(TlNames *names, const char *word);
/* After the first pass: the citation form of a word, noted or known. `*why` (may be NULL) is a clause in words, both
 * owned by `names`. */
const char *tl_names_citation(TlNames *names, const char *word, const char **why);

/* Another citation form of a known word than the word itself: Петро for Петра, where what stands beside it is no
 * citation form either. NULL: none. */
const char *tl_names_other_citation(TlNames *names, const char *word);

#endif
