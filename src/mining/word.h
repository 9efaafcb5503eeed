/* A word of a text as a part of terms: may it be a noun there, an adjective, and of which lemma.
 *
 * A form may be of several nouns (ставки: of ставка, of ставок), and a word with a capital a name or none (Мороз). That
 * is known when the texts have been read: each word is counted where it stands, then all are settled (settle.c). */
#ifndef TL_MINING_WORD_H
#define TL_MINING_WORD_H

#include "base/arena.h"
#include "bitext/align/pair_list.h"
#include "lang/analysis.h"
#include "lang/usual.h"
#include "text/token.h"

/* What is known of the language. */
typedef struct TlMineLanguage {
  TlLexicon *lexicon;
  const TlWordLists *lists;
  const TlUsual *usual; /* NULL: no list */
  GHashTable *stop;     /* lemmas that are no part of a term; NULL: none */
  TlPairList *pairs;    /* everyday words; NULL: none */
} TlMineLanguage;

/* A noun that a form may be of. */
typedef struct TlMineNoun {
  const char *lemma;
  TlMorph morph; /* of the form */
  guint prior;   /* how likely it is where nothing is known of the texts: each step is twice as likely */
  guint count;   /* places where it may stand, by what stands before */
  guint8 gender; /* as below */
} TlMineNoun;

#define TL_MINE_NOUNS 6u

/* Strings live as long as the memory that the word is of. */
typedef struct TlMineWord {
  const char *form;                    /* as written, but for the capital of a sentence's first word */
  const char *noun, *adjective;        /* lemmas; NULL: it is none here. `noun`: once the words are settled */
  TlMorph noun_morph, adjective_morph; /* the latter also of pronouns and others that are no part of a term */
  guint8 gender;                       /* of the noun: TL_GENDER_…; 0: it has a plural only */
  guint8 subject;           /* of a verb: what its subject is, TlConcord; TL_CONCORDS: it is no verb, or has any */
  guint usual;              /* tl_usual of the lemma */
  gboolean name;            /* a proper name, once the words are settled; acronyms are none */
  gboolean capital, starts; /* how it is written; where a sentence begins, that says nothing */
  gboolean unknown, acronym;
  guint count;
  TlMineNoun nouns[TL_MINE_NOUNS];
  guint n_nouns;
} TlMineWord;

/* May it be a part of a term? */
static inline gboolean tl_mine_is_part(const TlMineWord *word) {
  return word && (word->noun || word->adjective || word->n_nouns > 0);
}

/* Is it an adjective and no noun? */
static inline gboolean tl_mine_is_adjective(const TlMineWord *word) {
  return word && word->n_nouns == 0 && !word->noun && word->adjective_morph.pos == TL_POS_ADJECTIVE;
}

typedef struct TlMineWords TlMineWords; /* the memory, of one thread */

TlMineWords *tl_mine_words_new(const TlMineLanguage *language);
void tl_mine_words_free(TlMineWords *words);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TlMineWords, tl_mine_words_free)
/* Counts a place. `before`: the word that stands right before, or NULL. NULL: no word. */
const TlMineWord *tl_mine_words_count(TlMineWords *words, const char *text, const TlToken *token,
                                      const TlMineWord *before);
/* Chooses for each word which noun it is, and whether it is a name. */
void tl_mine_words_settle(TlMineWords *words);

/* The nominative of an adjective for a noun of that gender (0: in the plural), by the rules of Ukrainian. NULL: it is
 * not of the regular declension. Free with g_free. */
char *tl_adjective_for(const char *lemma, guint8 gender);

#endif
