/* A word of a text as a part of terms: may it be a noun there, an adjective, and of which lemma. */
#ifndef TL_MINING_WORD_H
#define TL_MINING_WORD_H

#include "base/arena.h"
#include "lang/analysis.h"
#include "lang/usual.h"
#include "text/token.h"

/* What is known of the language. */
typedef struct TlMineLanguage {
  TlLexicon *lexicon;
  const TlWordLists *lists;
  const TlUsual *usual; /* NULL: no list */
  GHashTable *stop;     /* lemmas that are no part of a term; NULL: none */
} TlMineLanguage;

/* Strings live as long as the memory that the word is of. */
typedef struct TlMineWord {
  const char *form;             /* as written, but for the capital of a sentence's first word */
  const char *noun, *adjective; /* lemmas; NULL: it is none here. */
  TlMorph noun_morph, adjective_morph;
  guint8 gender; /* of the noun: TL_GENDER_…; 0: it has a plural only */
  guint usual;   /* tl_usual of the lemma */
  gboolean name; /* a proper name; acronyms are none */
} TlMineWord;

typedef struct TlMineWords TlMineWords; /* the memory, of one thread */

TlMineWords *tl_mine_words_new(const TlMineLanguage *language);
void tl_mine_words_free(TlMineWords *words);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TlMineWords, tl_mine_words_free)
/* NULL: no part of a term. */
const TlMineWord *tl_mine_words_get(TlMineWords *words, const char *text, const TlToken *token);

/* The nominative of an adjective for a noun of that gender (0: in the plural), by the rules of Ukrainian. NULL: it is
 * not of the regular declension. Free with g_free. */
char *tl_adjective_for(const char *lemma, guint8 gender);

#endif
