/* A term is posted under every pair of keys of its two rarest neighbours. */
#include "terms/match/index_pairs.h"

#include <stdlib.h>

static guint32 key_of(const TlIndexTerms *x, const TlIndexWord *word, guint k) {
  return g_array_index(x->key_list, guint32, word->keys + k);
}

static guint rarity(const TlIndexTerms *x, const TlIndexWord *word) {
  guint count = 0;
  for (guint k = 0; k < word->n_keys; k++)
    count += g_array_index(x->counts, guint32, key_of(x, word, k));
  return count;
}

/* Two neighbours stand for counting by one key each. */
static guint64 pair_of(const TlIndexTerms *x, const TlIndexWord *first) {
  return first[0].n_keys && first[1].n_keys ? (guint64)key_of(x, &first[0], 0) << 32 | key_of(x, &first[1], 0) : 0;
}

/* How many terms have each pair of neighbours; asked for those of three words and more. */
static GHashTable *count_pairs(const TlIndexTerms *x) {
  GHashTable *counts = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint32 t = 0; t < x->terms->len; t++) {
    const TlIndexTerm *term = &g_array_index(x->terms, TlIndexTerm, t);
    const TlIndexWord *words = &g_array_index(x->words, TlIndexWord, term->words);
    for (guint8 w = 0; w + 1 < term->n_words; w++) {
      guint64 pair = pair_of(x, &words[w]);
      guint n = GPOINTER_TO_UINT(g_hash_table_lookup(counts, &pair));
      g_hash_table_insert(counts, g_memdup2(&pair, sizeof pair), GUINT_TO_POINTER(n + 1));
    }
  }
  return counts;
}

static guint8 rarest_word(const TlIndexTerms *x, const TlIndexTerm *term) {
  const TlIndexWord *words = &g_array_index(x->words, TlIndexWord, term->words);
  guint8 rarest = 0;
  for (guint8 w = 1; w < term->n_words; w++)
    if (rarity(x, &words[w]) < rarity(x, &words[rarest]))
      rarest = w;
  return rarest;
}

/* The rarest two neighbours; of equally rare ones, those whose commoner word is rarer. */
static guint8 choose_anchor(const TlIndexTerms *x, GHashTable *counts, const TlIndexTerm *term) {
  const TlIndexWord *words = &g_array_index(x->words, TlIndexWord, term->words);
  if (term->spread)
    return rarest_word(x, term);
  guint least = G_MAXUINT, least_word = G_MAXUINT;
  guint8 anchor = 0;
  for (guint8 w = 0; term->n_words > 2 && w + 1 < term->n_words; w++) {
    guint64 pair = pair_of(x, &words[w]);
    guint n = GPOINTER_TO_UINT(g_hash_table_lookup(counts, &pair)),
          common = MAX(rarity(x, &words[w]), rarity(x, &words[w + 1]));
    if (n < least || (n == least && common < least_word)) {
      least = n, least_word = common;
      anchor = w;
    }
  }
  return anchor;
}

typedef struct Posting {
  guint32 first, second, term;
} Posting;

static int by_pair(const void *a, const void *b) {
  const Posting *x = a, *y = b;
  if (x->first != y->first)
    return x->first < y->first ? -1 : 1;
  if (x->second != y->second)
    return x->second < y->second ? -1 : 1;
  return (x->term > y->term) - (x->term < y->term);
}

static GArray *post_all(const TlIndexTerms *x) {
  g_autoptr(GHashTable) counts = count_pairs(x);
  GArray *postings = g_array_new(FALSE, FALSE, sizeof(Posting));
  for (guint32 t = 0; t < x->terms->len; t++) {
    TlIndexTerm *term = &g_array_index(x->terms, TlIndexTerm, t);
    term->anchor = choose_anchor(x, counts, term);
    const TlIndexWord *first = &g_array_index(x->words, TlIndexWord, term->words + term->anchor);
    gboolean paired = term->n_words > 1 && !term->spread && !term->never;
    for (guint k = 0; paired && k < first[0].n_keys; k++)
      for (guint m = 0; m < first[1].n_keys; m++) {
        Posting posting = {key_of(x, &first[0], k), key_of(x, &first[1], m), t};
        g_array_append_val(postings, posting);
      }
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

void tl_index_put_pairs(const TlIndexTerms *x, TlSectionsWriter *writer, guint first) {
  g_autoptr(GArray) postings = post_all(x);
  g_autoptr(GArray) several = g_array_new(FALSE, FALSE, sizeof(guint32));
  const Posting *all = (const Posting *)(const void *)postings->data;
  guint32 distinct = 0, n_places = 1;
  for (guint i = 0; i < postings->len; i = end_of_pair(all, i, postings->len))
    distinct++;
  while (n_places * 3 <= distinct * 4)
    n_places *= 2;
  guint32 n_sieve = tl_sieve_words(distinct);
  g_autofree TlIndexPair *places = g_new0(TlIndexPair, n_places);
  g_autofree guint64 *sieve = g_new0(guint64, n_sieve);
  for (guint i = 0, end; i < postings->len; i = end) {
    end = end_of_pair(all, i, postings->len);
    guint32 at = tl_index_pair_place(places, n_places, all[i].first, all[i].second);
    places[at] = (TlIndexPair){all[i].first, all[i].second, end - i == 1 ? all[i].term : several->len, end - i};
    for (guint k = i; end - i > 1 && k < end; k++)
      g_array_append_val(several, all[k].term);
    tl_sieve_add(sieve, n_sieve, tl_index_pair_hash(all[i].first, all[i].second));
  }
  tl_sections_put(writer, first + TL_INDEX_PAIRS, places, n_places * sizeof *places);
  tl_sections_put_array(writer, first + TL_INDEX_PAIR_POSTINGS, several);
  tl_sections_put(writer, first + TL_INDEX_PAIR_SIEVE, sieve, n_sieve * sizeof *sieve);
}
