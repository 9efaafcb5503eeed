/* How much two texts resemble each other, and in what they differ. The one scorer for all engines.
 *
 * Texts are compared word by word, by an edit distance whose costs say what a difference means to who reuses a
 * translation: another word is to be translated, another form of it or another number is quickly put right, punctuation
 * weighs little. OmegaT's three percentages stand beside it, for those who are used to them.
 */
#ifndef TL_BITEXT_MEMORY_SCORE_H
#define TL_BITEXT_MEMORY_SCORE_H

#include "lang/lexicon.h"
#include "lang/word_lists.h"

typedef enum TlItemKind { TL_ITEM_WORD, TL_ITEM_NUMBER, TL_ITEM_MARK } TlItemKind;

/* What is known of a word, worked out once. */
typedef struct TlScoreWord {
  guint64 form, small; /* hashes of it, folded; and in small letters */
  guint32 key;         /* tl_memory_word */
  guint n_lemmas;      /* 0: the dictionary does not know it */
  const guint64 *lemmas;
} TlScoreWord;

typedef struct TlItem {
  TlItemKind kind;
  TlumachSpan span;
  const TlScoreWord *word;
  guint64 form; /* of a number or mark */
} TlItem;

typedef struct TlScorer TlScorer; /* of one thread */
TlScorer *tl_scorer_new(TlLexicon *lexicon, const TlWordLists *lists);
void tl_scorer_free(TlScorer *scorer);
typedef struct TlScoringWords {
  TlLexicon *lexicon;
  const TlWordLists *lists;
} TlScoringWords;
TlScoringWords tl_scorer_words(const TlScorer *scorer);
/* Forgets words when too many are remembered; items made before are no longer good. */
void tl_scorer_trim(TlScorer *scorer);

/* A text as items (TlItem), put in the place of what `items` had. */
void tl_scorer_items(TlScorer *scorer, const char *text, size_t length, GArray *items);
/* Percent; 100 only where no item differs. What is certain to be below `least` may come out as 0. */
guint tl_score(const GArray *text, const GArray *match, guint least);

/* OmegaT's: words that are the same, however inflected; words as they are written; all items. */
typedef struct TlScores {
  guint lemmas, words, text;
} TlScores;
TlScores tl_scores(const GArray *text, const GArray *match);

gboolean tl_items_meet(const TlItem *a, const TlItem *b); /* words that may be forms of one word */

/* What stands for what; NULL: nothing. */
typedef struct TlChange {
  const TlItem *match, *text;
} TlChange;
/* The pairs (TlChange) of the cheapest way from the match to the text, unchanged ones included. */
void tl_changes(const GArray *text, const GArray *match, GArray *changes);
/* "same except the form of безпеки and 3 → 5". Free with g_free. */
char *tl_difference(const char *text, const GArray *text_items, const char *match, const GArray *match_items);

#endif
