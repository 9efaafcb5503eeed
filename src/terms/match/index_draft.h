/* An index that is being made: keys and terms have numbers, and get their places when all are known. */
#ifndef TL_TERMS_INDEX_DRAFT_H
#define TL_TERMS_INDEX_DRAFT_H

#include "base/sections.h"
#include "terms/match/index_format.h"

typedef struct TlDraftKey {
  const char *text; /* its kind first */
  guint32 count;    /* words of terms that have it */
  guint32 last;     /* what it leads to, of that the last */
  guint32 place;
  TlIndexKey record;
} TlDraftKey;

typedef struct TlDraftTerm {
  guint32 words; /* the first of its words */
  guint32 number;
  guint32 place;
  TlIndexTerm record;
} TlDraftTerm;

typedef struct TlIndexDraft {
  GArray *terms;    /* TlDraftTerm */
  GArray *words;    /* TlIndexWord: keys are numbers, and stand in `key_list` even where there is one */
  GArray *keys;     /* TlDraftKey */
  GArray *key_list; /* guint32 */
} TlIndexDraft;

static inline TlDraftKey *tl_draft_key(const TlIndexDraft *draft, guint32 number) {
  return &g_array_index(draft->keys, TlDraftKey, number);
}

static inline TlDraftTerm *tl_draft_term(const TlIndexDraft *draft, guint32 number) {
  return &g_array_index(draft->terms, TlDraftTerm, number);
}

static inline TlIndexWord *tl_draft_words(const TlIndexDraft *draft, const TlDraftTerm *term) {
  return &g_array_index(draft->words, TlIndexWord, term->words);
}

static inline const guint32 *tl_draft_word_keys(const TlIndexDraft *draft, const TlIndexWord *word) {
  return &g_array_index(draft->key_list, guint32, word->keys);
}

/* index_pairs.c: the two rarest neighbours of each term of several words become its anchor. */
void tl_draft_choose_anchors(const TlIndexDraft *draft);
/* index_records.c: gives keys and terms their places and writes their sections. `rows`: pairs of guint32, a key and
 * what it leads to (index_format.h), which its record counts already. `first`: the index's first section. */
void tl_draft_put_records(const TlIndexDraft *draft, const GArray *rows, TlSectionsWriter *writer, guint first);
/* index_pairs.c: the sections of pairs, when all have their places. */
void tl_draft_put_pairs(const TlIndexDraft *draft, TlSectionsWriter *writer, guint first);

#endif
