/* The arrays are used where they lie; every number in them is checked once, so that look-ups need no checks of their
 * own. */
#include "terms/match/index.h"

#include "text/fold.h"

static gboolean map(TlTermIndex *x, const TlSections *s, guint first) {
  return (x->head = tl_sections_get(s, first + TL_INDEX_HEAD, sizeof *x->head, &x->n_heads)) && x->n_heads == 1 &&
         (x->terms = tl_sections_get(s, first + TL_INDEX_TERMS, sizeof *x->terms, &x->n_terms)) &&
         (x->records = tl_sections_get(s, first + TL_INDEX_RECORDS, 4, &x->n_records)) &&
         (x->keys = tl_sections_get(s, first + TL_INDEX_KEYS, 4, &x->n_keys)) &&
         (x->slots = tl_sections_get(s, first + TL_INDEX_SLOTS, sizeof *x->slots, &x->n_slots)) &&
         (x->pairs = tl_sections_get(s, first + TL_INDEX_PAIRS, sizeof *x->pairs, &x->n_pairs)) &&
         (x->pair_terms = tl_sections_get(s, first + TL_INDEX_PAIR_TERMS, 4, &x->n_pair_terms)) &&
         (x->form_sieve = tl_sections_get(s, first + TL_INDEX_FORM_SIEVE, 8, &x->n_form_sieve));
}

/* Where records begin, a bit a number: nothing else may be led to. */
typedef struct Begins {
  guint8 *bits;
  guint32 n;
} Begins;

static Begins begins_new(guint32 n) {
  return (Begins){g_malloc0(n / 8 + 1), n};
}

static void begins_add(Begins *begins, guint32 place) {
  begins->bits[place / 8] |= (guint8)(1u << place % 8);
}

static gboolean begins_at(const Begins *begins, guint32 place) {
  return place < begins->n && begins->bits[place / 8] >> place % 8 & 1;
}

static gboolean all_begin(const Begins *begins, const guint32 *places, guint n) {
  for (guint i = 0; i < n; i++)
    if (!begins_at(begins, places[i]))
      return FALSE;
  return TRUE;
}

/* The end of the record of a key; 0: it does not lie inside. */
static guint32 end_of_key(const TlTermIndex *x, guint32 at) {
  guint32 left = x->n_keys - at;
  if (left <= TL_INDEX_KEY_SIZE)
    return 0;
  const TlIndexKey *key = tl_term_index_key_record(x, at);
  guint32 text = TL_INDEX_KEY_SIZE + tl_index_text_size(key->length);
  if (left <= text || key->n >= left - text || tl_term_index_key_text(x, at)[key->length] != '\0')
    return 0;
  return at + text + key->n;
}

static gboolean find_keys(const TlTermIndex *x, Begins *keys) {
  guint32 at = 0;
  for (guint32 end; at + 1 < x->n_keys; at = end) {
    if (!(end = end_of_key(x, at)))
      return FALSE;
    begins_add(keys, at);
  }
  return at + 1 == x->n_keys && x->keys[at] == 0;
}

/* Where terms begin, by how they may be posted: under one word, or under two neighbours. */
typedef struct Posted {
  Begins alone, paired;
} Posted;

static void posted_add(Posted *posted, guint32 place, const TlIndexTerm *term) {
  if (term->n_words == 1 || term->spread)
    begins_add(&posted->alone, place);
  else if (term->anchor + 1 < term->n_words)
    begins_add(&posted->paired, place);
}

static gboolean check_keys(const TlTermIndex *x, const Begins *keys, const Begins *terms) {
  for (guint32 at = 0; at + 1 < x->n_keys; at = end_of_key(x, at)) {
    guint n;
    const guint32 *places = tl_term_index_postings(x, at, &n);
    if (!all_begin(tl_term_index_key_kind(x, at) == TL_KEY_GUESS ? keys : terms, places, n))
      return FALSE;
  }
  return TRUE;
}

/* The end of a term's record, keys and all, of which `left` numbers are there; 0: it does not lie inside. */
static guint32 size_of_term(const TlTermIndex *x, const TlIndexTerm *term, guint32 left) {
  guint32 size = TL_INDEX_TERM_SIZE, reach = 0;
  if (left < size || term->n_words == 0 || term->n_words > TL_TERM_WORDS_MAX || term->anchor >= term->n_words ||
      left - size < term->n_words * TL_INDEX_WORD_SIZE)
    return 0;
  size += term->n_words * TL_INDEX_WORD_SIZE;
  const TlIndexWord *words = tl_term_index_words(term);
  for (guint i = 0; i < term->n_words; i++) {
    if (words[i].casing > TL_CASING_MIXED || (words[i].agrees && words[i].head >= term->n_words))
      return 0;
    if (words[i].n_keys != 1) {
      if (words[i].keys != size || words[i].n_keys > left - size)
        return 0;
      size += words[i].n_keys;
    }
    reach += 1u + words[i].gap;
  }
  return reach <= x->head->reach ? size : 0;
}

static gboolean check_words(const TlIndexTerm *term, const Begins *keys) {
  const TlIndexWord *words = tl_term_index_words(term);
  for (guint i = 0; i < term->n_words; i++)
    if (!begins_at(keys, words[i].form) || !all_begin(keys, tl_term_index_keys(term, &words[i]), words[i].n_keys))
      return FALSE;
  return TRUE;
}

static gboolean check_terms(const TlTermIndex *x, guint n_designations, const Begins *keys, Posted *posted) {
  guint32 at = 0;
  for (guint i = 0; i < x->n_terms; i++) {
    const TlIndexTerm *term = tl_term_index_record(x, at);
    guint32 size = x->terms[i].record == at ? size_of_term(x, term, x->n_records - at) : 0;
    if (size == 0 || term->order != i || x->terms[i].number >= n_designations || !check_words(term, keys))
      return FALSE;
    posted_add(posted, at, term);
    at += size;
  }
  return at == x->n_records;
}

static gboolean is_power_of_two(guint n) {
  return n > 0 && (n & (n - 1)) == 0;
}

/* A free place for every search to end at. */
static gboolean check_slots(const TlTermIndex *x, const Begins *keys) {
  gboolean free_slot = FALSE;
  for (guint i = 0; i < x->n_slots; i++)
    if (x->slots[i].key == 0)
      free_slot = TRUE;
    else if (!begins_at(keys, x->slots[i].key - 1))
      return FALSE;
  return free_slot && is_power_of_two(x->n_slots);
}

static gboolean check_pair(const TlTermIndex *x, const TlIndexPair *pair, const Begins *terms) {
  guint32 place = pair->term & ~TL_PAIR_SEVERAL;
  if (!(pair->term & TL_PAIR_SEVERAL))
    return begins_at(terms, pair->term);
  return place < x->n_pair_terms && x->pair_terms[place] < x->n_pair_terms - place &&
         all_begin(terms, x->pair_terms + place + 1, x->pair_terms[place]);
}

static gboolean check_pairs(const TlTermIndex *x, const Begins *terms) {
  gboolean free_place = FALSE;
  for (guint i = 0; i < x->n_pairs; i++)
    if (x->pairs[i].term == TL_PAIR_FREE)
      free_place = TRUE;
    else if (!check_pair(x, &x->pairs[i], terms))
      return FALSE;
  return free_place && is_power_of_two(x->n_pairs);
}

static gboolean check(const TlTermIndex *x, guint n_designations) {
  Begins keys = begins_new(x->n_keys);
  Posted posted = {begins_new(x->n_records), begins_new(x->n_records)};
  gboolean right = x->head->reach <= TL_INDEX_REACH_MAX && find_keys(x, &keys) &&
                   check_terms(x, n_designations, &keys, &posted) && check_keys(x, &keys, &posted.alone) &&
                   check_slots(x, &keys) && check_pairs(x, &posted.paired) && x->n_form_sieve > 0;
  g_free(keys.bits);
  g_free(posted.alone.bits);
  g_free(posted.paired.bits);
  return right;
}

TlTermIndex *tl_term_index_open(const TlSections *sections, guint first, guint n_terms, TlTermOf term_of,
                                TlTermFetch fetch, gpointer user) {
  g_autoptr(TlTermIndex) index = g_new0(TlTermIndex, 1);
  index->term_of = term_of;
  index->fetch_term = fetch;
  index->user = user;
  return map(index, sections, first) && check(index, n_terms) ? g_steal_pointer(&index) : NULL;
}

void tl_term_index_free(TlTermIndex *index) {
  g_free(index);
}

static guint32 key_at(const TlTermIndex *x, guint32 hash, TlKeyKind kind, const char *text, size_t length) {
  for (guint32 at = hash & (x->n_slots - 1); x->slots[at].key; at = (at + 1) & (x->n_slots - 1)) {
    const TlIndexKey *key = tl_term_index_key_record(x, x->slots[at].key - 1);
    if (x->slots[at].hash == hash && key->length == length && key->kind == (guint)kind &&
        memcmp(key + 1, text, length) == 0)
      return x->slots[at].key - 1;
  }
  return TL_NO_KEY;
}

guint32 tl_term_index_key(const TlTermIndex *x, TlKeyKind kind, const char *text, size_t length) {
  return key_at(x, tl_index_hash(kind, text, length), kind, text, length);
}

/* What the first slot with a hash leads to is most likely the key that is looked for. FALSE: there is none. */
static gboolean fetch_key(const TlTermIndex *x, guint32 hash) {
  for (guint32 at = hash & (x->n_slots - 1); x->slots[at].key; at = (at + 1) & (x->n_slots - 1))
    if (x->slots[at].hash == hash) {
      __builtin_prefetch(x->keys + x->slots[at].key - 1);
      return TRUE;
    }
  return FALSE;
}

void tl_term_index_find_keys(const TlTermIndex *x, TlKeyQuery *queries, guint n) {
  for (TlKeyQuery *q = queries; q < queries + n; q++) {
    q->hash = tl_index_hash(q->kind, q->text, q->length);
    __builtin_prefetch(&x->slots[q->hash & (x->n_slots - 1)]);
  }
  for (TlKeyQuery *q = queries; q < queries + n; q++)
    q->key = fetch_key(x, q->hash) ? 0 : TL_NO_KEY;
  for (TlKeyQuery *q = queries; q < queries + n; q++)
    if (q->key != TL_NO_KEY)
      q->key = key_at(x, q->hash, q->kind, q->text, q->length);
}

/* A word in small letters is right with capitals, too; any is in capitals alone. */
static gboolean casing_suits(guint flags, TlCasing casing) {
  return casing == TL_CASING_ALL || (flags & TL_KEY_AS_SMALL && casing != TL_CASING_MIXED) ||
         (flags & TL_KEY_AS_CAPITAL && casing == TL_CASING_CAPITAL);
}

/* Is a word that it may be a form of by analogy written so? */
static gboolean guess_suits(const TlTermIndex *x, guint32 guess, TlCasing casing) {
  guint n = 0;
  const guint32 *forms = guess == TL_NO_KEY ? NULL : tl_term_index_postings(x, guess, &n);
  for (guint i = 0; i < n; i++)
    if (casing_suits(tl_term_index_key_flags(x, forms[i]), casing) ||
        (casing == TL_CASING_MIXED && tl_term_index_key_flags(x, forms[i]) & TL_KEY_AS_MIXED))
      return TRUE;
  return FALSE;
}

gboolean tl_term_index_knows_word(const TlTermIndex *x, const char *folded, size_t length, TlCasing casing) {
  char small[TL_WORD_MAX];
  size_t n = tl_lower_word(folded, length, small);
  if (n == 0)
    return FALSE;
  guint32 form = tl_term_index_key(x, TL_KEY_FORM, small, n);
  if (form != TL_NO_KEY && casing_suits(tl_term_index_key_flags(x, form), casing))
    return TRUE;
  if (casing == TL_CASING_MIXED && (tl_term_index_key(x, TL_KEY_MIXED, folded, length) != TL_NO_KEY ||
                                    tl_term_index_key(x, TL_KEY_GUESS, folded, length) != TL_NO_KEY)) /* КАБами */
    return TRUE;
  return guess_suits(x, tl_term_index_key(x, TL_KEY_GUESS, small, n), casing);
}
