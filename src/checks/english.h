/* English words brought together: plural and possessive, verb endings, British and American spelling.
 *
 * A key is the number of what is left of a word when these are taken away. Keys are compared with each other only, so
 * what is cut off need not be a true stem; it must be cut off both sides alike.
 */
#ifndef TL_CHECKS_ENGLISH_H
#define TL_CHECKS_ENGLISH_H

#include "lang/word_lists.h"
#include "text/token.h"

#define TL_ENGLISH_KEY_MAX 64

enum {
  TL_ENGLISH_CAPITAL = 1 << 0,
  TL_ENGLISH_ACRONYM = 1 << 1,  /* two capitals at least and no small letter but a plural's s */
  TL_ENGLISH_FUNCTION = 1 << 2, /* the, of, and, …: passed over between the words of a term */
  TL_ENGLISH_STARTS = 1 << 3,   /* a sentence may begin here */
  TL_ENGLISH_JOINED = 1 << 4,   /* nothing but white space or a hyphen between this word and the one before */
  TL_ENGLISH_DIGITS = 1 << 5,
  /* Of a term, as its entry says (terms/match/behaviour.h): */
  TL_ENGLISH_EXACT_CASE = 1 << 6,
  TL_ENGLISH_EXACT_FORM = 1 << 7,
  TL_ENGLISH_NO_MATCH = 1 << 8
};

typedef struct TlEnglishWord {
  TlumachSpan span;
  guint32 key;
  guint flags;
} TlEnglishWord;

typedef struct TlEnglish TlEnglish; /* the keys; of one thread */

/* The lists of the language (english_kin.h) are read, not kept; NULL: none. */
TlEnglish *tl_english_new(const TlWordLists *lists);
void tl_english_free(TlEnglish *english);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TlEnglish, tl_english_free)

guint32 tl_english_key(TlEnglish *english, const char *word, size_t length, guint *flags);
const char *tl_english_key_text(const TlEnglish *english, guint32 key);
/* Are they words of one family, by their looks (Macedonia, Macedonian; vote, voter) or by the list (France, French)? */
gboolean tl_english_related(const TlEnglish *english, guint32 a, guint32 b);
/* Appends the keys (guint32) of the words that belong to a name as a whole: British, of the United Kingdom. */
void tl_english_family(TlEnglish *english, const char *name, GArray *keys);
/* Words of a text by its tokens; those with a hyphen are taken apart. Appends TlEnglishWord. */
void tl_english_words(TlEnglish *english, const char *text, const TlToken *tokens, guint n, GArray *words);
/* The same of a text alone. */
void tl_english_words_of(TlEnglish *english, const char *text, size_t length, GArray *words);

/* english_stem.c: */
/* The length of a word without a possessive's 's or '. */
size_t tl_english_bare(const char *word, size_t length);
/* What is left of a word in small letters: the text of its key. */
void tl_english_stem(const char *word, size_t length, char out[TL_ENGLISH_KEY_MAX]);

#endif
