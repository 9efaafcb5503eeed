/* A term is posted under every pair of keys of its two rarest neighbours. */
#include <stdlib.h>

#include "terms/match/index_draft.h"

static guint rarity(const TlIndexDraft *draft, const TlIndexWord *word) {
  guint count = 0;
  for (guint k = 0; k < word->n_keys; k++)
    count += tl_draft_key(draft, tl_draft_word_keys(draft, word)[k])->count;
  return count;
}

/* Two neighbours stand for counting by one key each. */
static guint64 pair_of(const TlIndexDraft *draft, const TlIndexWord *first) {
  return first[0].n_keys && first[1].n_keys
             ? (guint64)*tl_draft_word_keys(draft, &first[0]) << 32 | *tl_draft_word_keys(draft, &first[1])
             : 0;
}

/* How many terms have each pair of neighbours; asked for those of three words and more. */
static GHashTable *count_pairs(const TlIndexDraft *draft) {
  GHashTable *counts = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint32 t = 0; t < draft->terms->len; t++) {
    const TlDraftTerm *term = tl_draft_term(draft, t);
    const TlIndexWord *words = tl_draft_words(draft, term);
    for (guint8 w = 0; w + 1 < term->record.n_words; w++) {
      guint64 pair = pair_of(draft, &words[w]);
      guint n = GPOINTER_TO_UINT(g_hash_table_lookup(counts, &pair));
      g_hash_table_insert(counts, g_memdup2(&pair, sizeof pair), GUINT_TO_POINTER(n + 1));
    }
  }
  return counts;
}

static guint8 rarest_word(const TlIndexDraft *draft, const TlDraftTerm *term) {
  const TlIndexWord *words = tl_draft_words(draft, term);
  guint8 rarest = 0;
  for (guint8 w = 1; w < term->record.n_words; w++)
    if (rarity(draft, &words[w]) < rarity(draft, &words[rarest]))
      rarest = w;
  return rarest;
}

/* The rarest two neighbours; of equally rare ones, those whose commoner word is rarer. */
static guint8 choose_anchor(const TlIndexDraft *draft, GHashTable *counts, const TlDraftTerm *term) {
  const TlIndexWord *words = tl_draft_words(draft, term);
  if (term->record.spread)
    return rarest_word(draft, term);
  guint least = G_MAXUINT, least_word = G_MAXUINT;
  guint8 anchor = 0;
  for (guint8 w = 0; term->record.n_words > 2 && w + 1 < term->record.n_words; w++) {
    guint64 pair = pair_of(draft, &words[w]);
    guint n = GPOINTER_TO_UINT(g_hash_table_lookup(counts, &pair)),
          common = MAX(rarity(draft, &words[w]), rarity(draft, &words[w + 1]));
    if (n < least || (n == least && common < least_word)) {
      least = n, least_word = common;
      anchor = w;
    }
  }
  return anchor;
}

void tl_draft_choose_anchors(const TlIndexDraft *draft) {
  g_autoptr(GHashTable) counts = count_pairs(draft);
  for (guint32 t = 0; t < draft->terms->len; t++)
    tl_draft_term(draft, t)->record.anchor = choose_anchor(draft, counts, tl_draft_term(draft, t));
}

typedef struct Posting {
  guint32 first, second, term; /* places */
} Posting;

static int by_pair(const void *a, const void *b) {
  const Posting *x = a, *y = b;
  if (x->first != y->first)
    return x->first < y->first ? -1 : 1;
  if (x->second != y->second)
    return x->second < y->second ? -1 : 1;
  return (x->term > y->term) - (x->term < y->term);
}

static void post(const TlIndexDraft *draft, const TlDraftTerm *term, GArray *postings) {
  const TlIndexWord *first = tl_draft_words(draft, term) + term->record.anchor, *second = first + 1;
  for (guint k = 0; k < first->n_keys; k++)
    for (guint m = 0; m < second->n_keys; m++) {
      Posting posting = {tl_draft_key(draft, tl_draft_word_keys(draft, first)[k])->place,
                         tl_draft_key(draft, tl_draft_word_keys(draft, second)[m])->place, term->place};
      g_array_append_val(postings, posting);
    }
}

static GArray *post_all(const TlIndexDraft *draft) {
  GArray *postings = g_array_new(FALSE, FALSE, sizeof(Posting));
  for (guint32 t = 0; t < draft->terms->len; t++) {
    const TlDraftTerm *term = tl_draft_term(draft, t);
    if (term->record.n_words > 1 && !term->record.spread && !term->record.never)
      post(draft, term, postings);
  }
  if (postings->len > 0)
    qsort(postings->data, postings->len, sizeof(Posting), by_pair);
  return postings;
}

/* The end of the postings from `at` that have one pair. */
static guint end_of_pair(const Posting *all, guint at, guint n) {
  guint end = at + 1;
  while (end < n && all[end].first == all[at].first && all[end].second == all[at].second)
    end++;
  return end;
}

/* The terms of postings of one pair: the only one, or where they stand in `several`. */
static guint32 terms_of(const Posting *all, guint n, GArray *several) {
  guint32 place = several->len;
  if (n == 1)
    return all->term;
  g_array_append_val(several, n);
  for (guint i = 0; i < n; i++)
    g_array_append_val(several, all[i].term);
  return place | TL_PAIR_SEVERAL;
}

void tl_draft_put_pairs(const TlIndexDraft *draft, TlSectionsWriter *writer, guint first) {
  g_autoptr(GArray) postings = post_all(draft);
  g_autoptr(GArray) several = g_array_new(FALSE, FALSE, sizeof(guint32));
  const Posting *all = (const Posting *)(const void *)postings->data;
  guint32 distinct = 0, n = 1;
  for (guint i = 0; i < postings->len; i = end_of_pair(all, i, postings->len))
    distinct++;
  while (n * 3 <= distinct * 4)
    n *= 2;
  g_autofree TlIndexPair *places = g_new(TlIndexPair, n);
  for (guint i = 0; i < n; i++)
    places[i] = (TlIndexPair){0, TL_PAIR_FREE};
  for (guint i = 0, end; i < postings->len; i = end) {
    end = end_of_pair(all, i, postings->len);
    guint64 hash = tl_index_pair_hash(all[i].first, all[i].second);
    guint32 at = (guint32)hash & (n - 1);
    while (places[at].term != TL_PAIR_FREE)
      at = (at + 1) & (n - 1);
    places[at] = (TlIndexPair){(guint32)(hash >> 32), terms_of(all + i, end - i, several)};
  }
  tl_sections_put(writer, first + TL_INDEX_PAIRS, places, n * sizeof *places);
  tl_sections_put_array(writer, first + TL_INDEX_PAIR_TERMS, several);
}
