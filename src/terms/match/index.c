/* The arrays are used where they lie; every number in them is checked once, so that look-ups need no checks of their
 * own. */
#include "terms/match/index_format.h"

struct TlTermIndex {
  TlTermOf term_of;
  gpointer user;
  const TlIndexHead *head;
  const TlIndexTerm *terms;
  const TlIndexWord *words;
  const TlIndexKey *keys;
  const char *texts;
  const TlIndexSlot *slots;
  const TlIndexPair *pairs;
  const guint32 *key_list, *posting_starts, *postings, *guess_starts, *guesses, *pair_postings;
  const guint64 *pair_sieve, *form_sieve;
  guint n_pair_sieve, n_form_sieve;
  guint n_pairs, n_pair_postings;
  guint n_heads, n_terms, n_words, n_keys, n_texts, n_key_list, n_slots, n_posting_starts, n_postings, n_guess_starts,
      n_guesses;
};

static gboolean map(TlTermIndex *x, const TlSections *s, guint first) {
  return (x->head = tl_sections_get(s, first + TL_INDEX_HEAD, sizeof *x->head, &x->n_heads)) && x->n_heads == 1 &&
         (x->terms = tl_sections_get(s, first + TL_INDEX_TERMS, sizeof *x->terms, &x->n_terms)) &&
         (x->words = tl_sections_get(s, first + TL_INDEX_WORDS, sizeof *x->words, &x->n_words)) &&
         (x->key_list = tl_sections_get(s, first + TL_INDEX_KEY_LIST, 4, &x->n_key_list)) &&
         (x->keys = tl_sections_get(s, first + TL_INDEX_KEYS, sizeof *x->keys, &x->n_keys)) &&
         (x->texts = tl_sections_get(s, first + TL_INDEX_TEXTS, 1, &x->n_texts)) &&
         (x->slots = tl_sections_get(s, first + TL_INDEX_SLOTS, sizeof *x->slots, &x->n_slots)) &&
         (x->posting_starts = tl_sections_get(s, first + TL_INDEX_POSTING_STARTS, 4, &x->n_posting_starts)) &&
         (x->postings = tl_sections_get(s, first + TL_INDEX_POSTINGS, 4, &x->n_postings)) &&
         (x->guess_starts = tl_sections_get(s, first + TL_INDEX_GUESS_STARTS, 4, &x->n_guess_starts)) &&
         (x->guesses = tl_sections_get(s, first + TL_INDEX_GUESSES, 4, &x->n_guesses)) &&
         (x->pairs = tl_sections_get(s, first + TL_INDEX_PAIRS, sizeof *x->pairs, &x->n_pairs)) &&
         (x->pair_postings = tl_sections_get(s, first + TL_INDEX_PAIR_POSTINGS, 4, &x->n_pair_postings)) &&
         (x->pair_sieve = tl_sections_get(s, first + TL_INDEX_PAIR_SIEVE, 8, &x->n_pair_sieve)) &&
         (x->form_sieve = tl_sections_get(s, first + TL_INDEX_FORM_SIEVE, 8, &x->n_form_sieve));
}

static gboolean all_below(const guint32 *values, guint n, guint limit) {
  for (guint i = 0; i < n; i++)
    if (values[i] >= limit)
      return FALSE;
  return TRUE;
}

static gboolean are_rows(const guint32 *starts, guint n, guint keys, guint values) {
  if (n != keys + 1 || starts[keys] != values)
    return FALSE;
  for (guint i = 0; i < keys; i++)
    if (starts[i] > starts[i + 1])
      return FALSE;
  return TRUE;
}

static gboolean check_terms(const TlTermIndex *x, guint n_designations) {
  for (guint i = 0; i < x->n_terms; i++) {
    const TlIndexTerm *t = &x->terms[i];
    if (t->number >= n_designations || t->n_words == 0 || t->n_words > TL_TERM_WORDS_MAX || t->anchor >= t->n_words ||
        t->words > x->n_words || t->n_words > x->n_words - t->words)
      return FALSE;
    guint reach = 0;
    for (guint w = 0; w < t->n_words; w++) {
      const TlIndexWord *word = &x->words[t->words + w];
      if (word->agrees && word->head >= t->n_words)
        return FALSE;
      reach += 1u + word->gap;
    }
    if (reach > x->head->reach)
      return FALSE;
  }
  for (guint i = 0; i < x->n_words; i++) {
    const TlIndexWord *w = &x->words[i];
    gboolean inside =
        w->n_keys == 1 ? w->keys < x->n_keys : w->keys <= x->n_key_list && w->n_keys <= x->n_key_list - w->keys;
    if (!inside || w->form >= x->n_keys || w->casing > TL_CASING_MIXED)
      return FALSE;
  }
  return TRUE;
}

static gboolean is_power_of_two(guint n) {
  return n > 0 && (n & (n - 1)) == 0;
}

/* Numbers below the count, and a free place for every search to end at. */
static gboolean check_slots(const TlTermIndex *x) {
  gboolean free_slot = FALSE;
  for (guint i = 0; i < x->n_slots; i++)
    if (x->slots[i].key > x->n_keys)
      return FALSE;
    else
      free_slot = free_slot || x->slots[i].key == 0;
  return free_slot && is_power_of_two(x->n_slots);
}

static gboolean check_pairs(const TlTermIndex *x) {
  gboolean free_place = FALSE;
  for (guint i = 0; i < x->n_pairs; i++) {
    const TlIndexPair *pair = &x->pairs[i];
    if (pair->n == 1 ? pair->terms >= x->n_terms
                     : pair->terms > x->n_pair_postings || pair->n > x->n_pair_postings - pair->terms)
      return FALSE;
    free_place = free_place || pair->n == 0;
  }
  return free_place && is_power_of_two(x->n_pairs);
}

static gboolean check(const TlTermIndex *x, guint n_designations) {
  if ((x->n_texts > 0 && x->texts[x->n_texts - 1] != '\0') || x->head->reach > TL_INDEX_REACH_MAX)
    return FALSE;
  for (guint i = 0; i < x->n_keys; i++)
    if (x->keys[i].text + 1 >= x->n_texts)
      return FALSE;
  return check_slots(x) && check_pairs(x) && check_terms(x, n_designations) &&
         all_below(x->key_list, x->n_key_list, x->n_keys) &&
         are_rows(x->posting_starts, x->n_posting_starts, x->n_keys, x->n_postings) &&
         all_below(x->postings, x->n_postings, x->n_terms) &&
         are_rows(x->guess_starts, x->n_guess_starts, x->n_keys, x->n_guesses) &&
         all_below(x->guesses, x->n_guesses, x->n_keys) &&
         all_below(x->pair_postings, x->n_pair_postings, x->n_terms) && is_power_of_two(x->n_pair_sieve) &&
         is_power_of_two(x->n_form_sieve);
}

TlTermIndex *tl_term_index_open(const TlSections *sections, guint first, guint n_terms, TlTermOf term_of,
                                gpointer user) {
  g_autoptr(TlTermIndex) index = g_new0(TlTermIndex, 1);
  index->term_of = term_of;
  index->user = user;
  return map(index, sections, first) && check(index, n_terms) ? g_steal_pointer(&index) : NULL;
}

void tl_term_index_free(TlTermIndex *index) {
  g_free(index);
}

guint32 tl_term_index_key(const TlTermIndex *x, TlKeyKind kind, const char *text, size_t length) {
  guint32 slot =
      tl_index_slot(x->slots, x->n_slots, x->keys, x->texts, tl_index_hash(kind, text, length), kind, text, length);
  return x->slots[slot].key ? x->slots[slot].key - 1 : TL_NO_KEY;
}

const char *tl_term_index_key_text(const TlTermIndex *index, guint32 key) {
  return index->texts + index->keys[key].text + 1;
}

TlKeyKind tl_term_index_key_kind(const TlTermIndex *index, guint32 key) {
  return (TlKeyKind)index->texts[index->keys[key].text];
}

/* Terms were added by rising number. */
const TlIndexTerm *tl_term_index_find(const TlTermIndex *index, guint32 number) {
  guint low = 0, high = index->n_terms;
  while (low < high) {
    guint middle = low + (high - low) / 2;
    if (index->terms[middle].number < number)
      low = middle + 1;
    else
      high = middle;
  }
  return low < index->n_terms && index->terms[low].number == number ? &index->terms[low] : NULL;
}

guint tl_term_index_reach(const TlTermIndex *index) {
  return index->head->reach;
}

guint tl_term_index_traits(const TlTermIndex *index) {
  return index->head->traits;
}

guint tl_term_index_size(const TlTermIndex *index) {
  return index->n_terms;
}

guint tl_term_index_n_keys(const TlTermIndex *index) {
  return index->n_keys;
}

const TlIndexTerm *tl_term_index_term(const TlTermIndex *index, guint i) {
  return &index->terms[i];
}

const TlumachTerm *tl_term_index_designation(const TlTermIndex *index, const TlIndexTerm *term) {
  return index->term_of(index->user, term->number);
}

const TlIndexWord *tl_term_index_words(const TlTermIndex *index, const TlIndexTerm *term) {
  return &index->words[term->words];
}

const guint32 *tl_term_index_keys(const TlTermIndex *index, const TlIndexWord *word) {
  return word->n_keys == 1 ? &word->keys : &index->key_list[word->keys];
}

static const guint32 *row(const guint32 *starts, const guint32 *values, guint32 key, guint *n) {
  *n = starts[key + 1] - starts[key];
  return values + starts[key];
}

const guint32 *tl_term_index_guesses(const TlTermIndex *index, guint32 guess, guint *n) {
  return row(index->guess_starts, index->guesses, guess, n);
}

const guint32 *tl_term_index_postings(const TlTermIndex *index, guint32 key, guint *n) {
  return row(index->posting_starts, index->postings, key, n);
}

guint tl_term_index_key_flags(const TlTermIndex *index, guint32 key) {
  return index->keys[key].flags;
}

gboolean tl_term_index_may_meet(const TlTermIndex *index, guint64 small_hash) {
  return tl_sieve_has(index->form_sieve, index->n_form_sieve, small_hash);
}

gboolean tl_term_index_may_pair(const TlTermIndex *index, guint32 first, guint32 second) {
  guint64 hash = tl_index_pair_hash(first, second);
  if (!tl_sieve_has(index->pair_sieve, index->n_pair_sieve, hash))
    return FALSE;
  __builtin_prefetch(&index->pairs[tl_index_pair_home(hash, index->n_pairs)]);
  return TRUE;
}

const guint32 *tl_term_index_pair_postings(const TlTermIndex *index, guint32 first, guint32 second, guint *n) {
  const TlIndexPair *pair = &index->pairs[tl_index_pair_place(index->pairs, index->n_pairs, first, second)];
  *n = pair->n;
  return pair->n == 1 ? &pair->terms : index->pair_postings + pair->terms;
}

void tl_term_index_fetch(const TlTermIndex *index, guint32 term) {
  __builtin_prefetch(&index->terms[term]);
}

void tl_term_index_fetch_words(const TlTermIndex *index, guint32 term) {
  __builtin_prefetch(&index->words[index->terms[term].words]);
}
