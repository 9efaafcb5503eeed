/* The arrays are used where they lie; every number in them is checked once, so that look-ups need no checks of their
 * own. */
#include "terms/match/index.h"

#include "text/fold.h"

static gboolean map(TlTermIndex *x, const TlSections *s, guint first) {
  return (x->head = tl_sections_get(s, first + TL_INDEX_HEAD, sizeof *x->head, &x->n_heads)) && x->n_heads == 1 &&
         (x->terms = tl_sections_get(s, first + TL_INDEX_TERMS, sizeof *x->terms, &x->n_terms)) &&
         (x->words = tl_sections_get(s, first + TL_INDEX_WORDS, sizeof *x->words, &x->n_words)) &&
         (x->key_list = tl_sections_get(s, first + TL_INDEX_KEY_LIST, 4, &x->n_key_list)) &&
         (x->keys = tl_sections_get(s, first + TL_INDEX_KEYS, sizeof *x->keys, &x->n_keys)) &&
         (x->texts = tl_sections_get(s, first + TL_INDEX_TEXTS, 1, &x->n_texts)) &&
         (x->slots = tl_sections_get(s, first + TL_INDEX_SLOTS, sizeof *x->slots, &x->n_slots)) &&
         (x->rows = tl_sections_get(s, first + TL_INDEX_ROWS, 4, &x->n_rows)) &&
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

/* Texts that end, rows one after the other, numbers below their count. The last key is none. */
static gboolean check_keys(const TlTermIndex *x) {
  if (x->keys[x->n_keys].row != x->n_rows || (x->n_texts > 0 && x->texts[x->n_texts - 1] != '\0'))
    return FALSE;
  for (guint i = 0; i < x->n_keys; i++) {
    const TlIndexKey *key = &x->keys[i];
    if (key->text + 1 >= x->n_texts || key->row > key[1].row || key[1].row > x->n_rows ||
        !all_below(x->rows + key->row, (guint)(key[1].row - key->row),
                   x->texts[key->text] == TL_KEY_GUESS ? x->n_keys : x->n_terms))
      return FALSE;
  }
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
  return x->head->reach <= TL_INDEX_REACH_MAX && check_keys(x) && check_slots(x) && check_pairs(x) &&
         check_terms(x, n_designations) && all_below(x->key_list, x->n_key_list, x->n_keys) &&
         all_below(x->pair_postings, x->n_pair_postings, x->n_terms) && is_power_of_two(x->n_pair_sieve) &&
         is_power_of_two(x->n_form_sieve);
}

TlTermIndex *tl_term_index_open(const TlSections *sections, guint first, guint n_terms, TlTermOf term_of,
                                gpointer user) {
  g_autoptr(TlTermIndex) index = g_new0(TlTermIndex, 1);
  index->term_of = term_of;
  index->user = user;
  return map(index, sections, first) && index->n_keys-- > 0 && check(index, n_terms) ? g_steal_pointer(&index) : NULL;
}

void tl_term_index_free(TlTermIndex *index) {
  g_free(index);
}

static guint32 key_at(const TlTermIndex *x, guint32 hash, TlKeyKind kind, const char *text, size_t length) {
  guint32 slot = tl_index_slot(x->slots, x->n_slots, x->keys, x->texts, hash, kind, text, length);
  return x->slots[slot].key ? x->slots[slot].key - 1 : TL_NO_KEY;
}

guint32 tl_term_index_key(const TlTermIndex *x, TlKeyKind kind, const char *text, size_t length) {
  return key_at(x, tl_index_hash(kind, text, length), kind, text, length);
}

/* The key that the first slot with a hash has: most likely the one that is looked for. TL_NO_KEY: there is none. */
static guint32 likely_key(const TlTermIndex *x, guint32 hash) {
  for (guint32 at = hash & (x->n_slots - 1); x->slots[at].key; at = (at + 1) & (x->n_slots - 1))
    if (x->slots[at].hash == hash)
      return x->slots[at].key - 1;
  return TL_NO_KEY;
}

void tl_term_index_find_keys(const TlTermIndex *x, TlKeyQuery *queries, guint n) {
  for (TlKeyQuery *q = queries; q < queries + n; q++) {
    q->hash = tl_index_hash(q->kind, q->text, q->length);
    __builtin_prefetch(&x->slots[q->hash & (x->n_slots - 1)]);
  }
  for (TlKeyQuery *q = queries; q < queries + n; q++)
    if ((q->key = likely_key(x, q->hash)) != TL_NO_KEY)
      __builtin_prefetch(&x->keys[q->key]);
  for (TlKeyQuery *q = queries; q < queries + n; q++)
    if (q->key != TL_NO_KEY)
      __builtin_prefetch(&x->texts[x->keys[q->key].text]);
  for (TlKeyQuery *q = queries; q < queries + n; q++)
    if (q->key != TL_NO_KEY)
      q->key = key_at(x, q->hash, q->kind, q->text, q->length);
}

const char *tl_term_index_key_text(const TlTermIndex *index, guint32 key) {
  return index->texts + index->keys[key].text + 1;
}

TlKeyKind tl_term_index_key_kind(const TlTermIndex *index, guint32 key) {
  return (TlKeyKind)index->texts[index->keys[key].text];
}

/* A word in small letters is right with capitals, too; any is in capitals alone. */
static gboolean casing_suits(guint flags, TlCasing casing) {
  return casing == TL_CASING_ALL || (flags & TL_KEY_AS_SMALL && casing != TL_CASING_MIXED) ||
         (flags & TL_KEY_AS_CAPITAL && casing == TL_CASING_CAPITAL);
}

/* Is a word that it may be a form of by analogy written so? */
static gboolean guess_suits(const TlTermIndex *x, guint32 guess, TlCasing casing) {
  guint n = 0;
  const guint32 *forms = guess == TL_NO_KEY ? NULL : tl_term_index_guesses(x, guess, &n);
  for (guint i = 0; i < n; i++)
    if (casing_suits(x->keys[forms[i]].flags, casing) ||
        (casing == TL_CASING_MIXED && x->keys[forms[i]].flags & TL_KEY_AS_MIXED))
      return TRUE;
  return FALSE;
}

gboolean tl_term_index_knows_word(const TlTermIndex *x, const char *folded, size_t length, TlCasing casing) {
  char small[TL_WORD_MAX];
  size_t n = tl_lower_word(folded, length, small);
  if (n == 0)
    return FALSE;
  guint32 form = tl_term_index_key(x, TL_KEY_FORM, small, n);
  if (form != TL_NO_KEY && casing_suits(x->keys[form].flags, casing))
    return TRUE;
  if (casing == TL_CASING_MIXED && (tl_term_index_key(x, TL_KEY_MIXED, folded, length) != TL_NO_KEY ||
                                    tl_term_index_key(x, TL_KEY_GUESS, folded, length) != TL_NO_KEY)) /* КАБами */
    return TRUE;
  return guess_suits(x, tl_term_index_key(x, TL_KEY_GUESS, small, n), casing);
}
