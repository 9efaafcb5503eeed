/* Built in two rounds: all keys are interned and counted, then each term is posted under its one word's keys, or under
 * pairs of keys (compressed rows). */
#include "terms/match/index_format.h"
#include "terms/match/index_sieve.h"

struct TlTermIndexBuilder {
  TlLexicon *lexicon;
  const TlWordLists *lists;
  GArray *terms;    /* TlIndexTerm */
  GArray *words;    /* TlIndexWord */
  GArray *key_list; /* guint32 */
  GArray *keys;     /* TlIndexKey */
  GString *texts;
  guint32 *slots;
  guint32 n_slots;
  GArray *guesses; /* pairs of guint32: guess, form */
  guint max_words;
};

static void grow(TlTermIndexBuilder *builder) {
  g_free(builder->slots);
  builder->n_slots *= 2;
  builder->slots = g_new0(guint32, builder->n_slots);
  for (guint32 i = 0; i < builder->keys->len; i++) {
    guint32 slot = g_array_index(builder->keys, TlIndexKey, i).hash & (builder->n_slots - 1);
    while (builder->slots[slot])
      slot = (slot + 1) & (builder->n_slots - 1);
    builder->slots[slot] = i + 1;
  }
}

static guint32 intern(TlTermIndexBuilder *builder, TlKeyKind kind, const char *text) {
  size_t length = strlen(text);
  guint32 hash = tl_index_hash(kind, text, length);
  guint32 slot = tl_index_slot(builder->slots, builder->n_slots, (const TlIndexKey *)(const void *)builder->keys->data,
                               builder->texts->str, hash, kind, text, length);
  if (builder->slots[slot])
    return builder->slots[slot] - 1;
  TlIndexKey key = {hash, (guint32)builder->texts->len, 0, 0};
  g_string_append_c(builder->texts, (char)kind);
  g_string_append_len(builder->texts, text, (gssize)length + 1);
  g_array_append_val(builder->keys, key);
  builder->slots[slot] = builder->keys->len;
  if (builder->keys->len * 2 > builder->n_slots)
    grow(builder);
  return builder->keys->len - 1;
}

TlTermIndexBuilder *tl_term_index_builder_new(TlLexicon *lexicon, const TlWordLists *lists) {
  TlTermIndexBuilder *builder = g_new0(TlTermIndexBuilder, 1);
  builder->lexicon = lexicon;
  builder->lists = lists;
  builder->guesses = g_array_new(FALSE, FALSE, 2 * sizeof(guint32));
  builder->terms = g_array_new(FALSE, TRUE, sizeof(TlIndexTerm));
  builder->words = g_array_new(FALSE, TRUE, sizeof(TlIndexWord));
  builder->key_list = g_array_new(FALSE, FALSE, sizeof(guint32));
  builder->keys = g_array_new(FALSE, FALSE, sizeof(TlIndexKey));
  builder->texts = g_string_new(NULL);
  builder->n_slots = 1024;
  builder->slots = g_new0(guint32, builder->n_slots);
  return builder;
}

static void add_key(TlTermIndexBuilder *builder, TlIndexWord *word, guint32 key) {
  if (word->n_keys == G_MAXUINT8)
    return;
  g_array_append_val(builder->key_list, key);
  g_array_index(builder->keys, TlIndexKey, key).count++;
  word->n_keys++;
}

/* передній край: of the text's край only the preposition is usual, but the words around vouch for the noun. */
static gboolean lost_in_text(const TlTermIndexBuilder *builder, const TlTermWord *word) {
  const char *const *usual = tl_homographs_usual(builder->lists->homographs, word->form);
  for (char **stem = word->stems; usual && *stem; stem++)
    if (tl_homographs_allow(usual, *stem))
      return FALSE;
  return usual != NULL;
}

static void add_word(TlTermIndexBuilder *builder, const TlTermWord *word, gboolean alone) {
  TlIndexWord out = {.keys = builder->key_list->len, .role = (guint8)word->role, .casing = (guint8)word->casing};
  out.proper = word->proper ? 1 : 0;
  out.agrees = word->agrees ? 1 : 0;
  out.head = word->head & 63;
  out.form = intern(builder, TL_KEY_FORM, word->form);
  out.pos = word->morph.pos;
  out.nominal = word->nominal ? 1 : 0;
  if (word->role == TL_ROLE_INFLECTS)
    for (char **stem = word->stems; *stem; stem++)
      add_key(builder, &out, intern(builder, TL_KEY_STEM, *stem));
  if (word->role != TL_ROLE_INFLECTS || word->guesses || word->casing == TL_CASING_ALL || /* РФ: as рф, too */
      (!alone && lost_in_text(builder, word)))
    add_key(builder, &out, out.form);
  for (char **form = word->guesses; form && *form; form++) {
    guint32 pair[2] = {intern(builder, TL_KEY_GUESS, *form), out.form};
    g_array_append_vals(builder->guesses, pair, 1);
  }
  g_array_append_val(builder->words, out);
}

void tl_term_index_builder_add(TlTermIndexBuilder *builder, const char *text, guint32 number, guint32 concept) {
  g_autoptr(GPtrArray) words = tl_term_words(builder->lexicon, builder->lists, text);
  if (!words)
    return;
  TlIndexTerm out = {.number = number, .concept = concept, .words = builder->words->len, .n_words = (guint8)words->len};
  for (guint i = 0; i < words->len; i++)
    add_word(builder, g_ptr_array_index(words, i), words->len == 1);
  g_array_append_val(builder->terms, out);
  builder->max_words = MAX(builder->max_words, words->len);
}

/* Pairs (row, value) as rows: counts become starts, then each value goes to its place. */
static void put_rows(const GArray *pairs, guint rows, TlSectionsWriter *writer, guint first) {
  const guint32 *pair = (const guint32 *)(const void *)pairs->data;
  g_autofree guint32 *starts = g_new0(guint32, rows + 2);
  g_autofree guint32 *values = g_new(guint32, pairs->len + 1);
  for (guint i = 0; i < pairs->len; i++)
    starts[pair[2 * i] + 2]++;
  for (guint i = 2; i < rows + 2; i++)
    starts[i] += starts[i - 1];
  for (guint i = 0; i < pairs->len; i++)
    values[starts[pair[2 * i] + 1]++] = pair[2 * i + 1];
  tl_sections_put(writer, first, starts, (rows + 1) * sizeof *starts);
  tl_sections_put(writer, first + 1, values, pairs->len * sizeof *values);
}

static guint rarity(const TlTermIndexBuilder *builder, const TlIndexWord *word) {
  guint count = 0;
  for (guint k = 0; k < word->n_keys; k++)
    count += g_array_index(builder->keys, TlIndexKey, g_array_index(builder->key_list, guint32, word->keys + k)).count;
  return count;
}

static guint32 key_of(const TlTermIndexBuilder *builder, const TlIndexWord *word, guint k) {
  return g_array_index(builder->key_list, guint32, word->keys + k);
}

static void flag_keys(TlTermIndexBuilder *builder, const TlIndexWord *word, guint flag) {
  for (guint k = 0; k < word->n_keys; k++)
    g_array_index(builder->keys, TlIndexKey, key_of(builder, word, k)).flags |= flag;
}

/* Two neighbours stand for counting by one key each. */
static guint64 pair_of(const TlTermIndexBuilder *builder, const TlIndexWord *first) {
  return first[0].n_keys && first[1].n_keys
             ? (guint64)key_of(builder, &first[0], 0) << 32 | key_of(builder, &first[1], 0)
             : 0;
}

/* How many terms have each pair of neighbours. */
static GHashTable *count_pairs(const TlTermIndexBuilder *builder) {
  GHashTable *counts = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint32 t = 0; t < builder->terms->len; t++) {
    const TlIndexTerm *term = &g_array_index(builder->terms, TlIndexTerm, t);
    const TlIndexWord *words = &g_array_index(builder->words, TlIndexWord, term->words);
    for (guint8 w = 0; w + 1 < term->n_words; w++) {
      guint64 pair = pair_of(builder, &words[w]);
      guint n = GPOINTER_TO_UINT(g_hash_table_lookup(counts, &pair));
      g_hash_table_insert(counts, g_memdup2(&pair, sizeof pair), GUINT_TO_POINTER(n + 1));
    }
  }
  return counts;
}

/* Where a term stands: under its one word, or under the rarest two neighbours; of equally rare ones, those whose
 * commoner word is rarer. */
static void choose_anchor(const TlTermIndexBuilder *builder, GHashTable *counts, TlIndexTerm *term,
                          const TlIndexWord *words) {
  guint least = G_MAXUINT, least_word = G_MAXUINT;
  for (guint8 w = 0; term->n_words > 2 && w + 1 < term->n_words; w++) {
    guint64 pair = pair_of(builder, &words[w]);
    guint n = GPOINTER_TO_UINT(g_hash_table_lookup(counts, &pair)),
          common = MAX(rarity(builder, &words[w]), rarity(builder, &words[w + 1]));
    if (n < least || (n == least && common < least_word)) {
      least = n, least_word = common;
      term->anchor = w;
    }
  }
}

/* Pairs of keys with their rows of terms. */
typedef struct Pairs {
  GArray *pairs;    /* guint64 */
  GArray *postings; /* pairs of guint32: number of the pair, term */
  GHashTable *numbers;
} Pairs;

static void post_pair(Pairs *pairs, guint64 pair, guint32 term) {
  gpointer known = g_hash_table_lookup(pairs->numbers, &pair);
  guint32 number = GPOINTER_TO_UINT(known);
  if (!known) {
    g_array_append_val(pairs->pairs, pair);
    number = pairs->pairs->len;
    g_hash_table_insert(pairs->numbers, g_memdup2(&pair, sizeof pair), GUINT_TO_POINTER(number));
  }
  guint32 posting[2] = {number - 1, term};
  g_array_append_vals(pairs->postings, posting, 1);
}

static void post_terms(TlTermIndexBuilder *builder, GArray *alone, Pairs *pairs) {
  g_autoptr(GHashTable) counts = count_pairs(builder);
  for (guint32 t = 0; t < builder->terms->len; t++) {
    TlIndexTerm *term = &g_array_index(builder->terms, TlIndexTerm, t);
    const TlIndexWord *words = &g_array_index(builder->words, TlIndexWord, term->words);
    choose_anchor(builder, counts, term, words);
    const TlIndexWord *first = &words[term->anchor], *second = term->n_words > 1 ? first + 1 : NULL;
    flag_keys(builder, first, second ? TL_KEY_LEADS : TL_KEY_ALONE);
    if (second)
      flag_keys(builder, second, TL_KEY_FOLLOWS);
    for (guint k = 0; k < first->n_keys; k++) {
      guint32 posting[2] = {key_of(builder, first, k), t};
      if (!second)
        g_array_append_vals(alone, posting, 1);
      for (guint m = 0; second && m < second->n_keys; m++)
        post_pair(pairs, (guint64)posting[0] << 32 | key_of(builder, second, m), t);
    }
  }
}

static void put_pairs(const Pairs *pairs, TlSectionsWriter *writer, guint first) {
  guint32 n_slots = 16;
  while (n_slots < 2 * pairs->pairs->len)
    n_slots *= 2;
  g_autofree guint32 *slots = g_new0(guint32, n_slots);
  const guint64 *all = (const guint64 *)(const void *)pairs->pairs->data;
  for (guint32 i = 0; i < pairs->pairs->len; i++)
    slots[tl_index_pair_slot(slots, n_slots, all, all[i])] = i + 1;
  tl_sections_put_array(writer, first + TL_INDEX_PAIRS, pairs->pairs);
  tl_sections_put(writer, first + TL_INDEX_PAIR_SLOTS, slots, n_slots * sizeof *slots);
  put_rows(pairs->postings, pairs->pairs->len, writer, first + TL_INDEX_PAIR_STARTS);
  guint32 n_sieve = tl_sieve_words(pairs->pairs->len);
  g_autofree guint64 *sieve = g_new0(guint64, n_sieve);
  for (guint32 i = 0; i < pairs->pairs->len; i++)
    tl_sieve_add(sieve, n_sieve, tl_index_pair_hash(all[i]));
  tl_sections_put(writer, first + TL_INDEX_PAIR_SIEVE, sieve, n_sieve * sizeof *sieve);
}

void tl_term_index_builder_finish(TlTermIndexBuilder *builder, TlSectionsWriter *writer, guint first) {
  g_autoptr(GArray) alone = g_array_new(FALSE, FALSE, 2 * sizeof(guint32));
  Pairs pairs = {g_array_new(FALSE, FALSE, sizeof(guint64)), g_array_new(FALSE, FALSE, 2 * sizeof(guint32)),
                 g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL)};
  post_terms(builder, alone, &pairs);
  TlIndexHead head = {builder->max_words, 0};
  tl_sections_put(writer, first + TL_INDEX_HEAD, &head, sizeof head);
  tl_sections_put_array(writer, first + TL_INDEX_TERMS, builder->terms);
  tl_sections_put_array(writer, first + TL_INDEX_WORDS, builder->words);
  tl_sections_put_array(writer, first + TL_INDEX_KEY_LIST, builder->key_list);
  tl_sections_put_array(writer, first + TL_INDEX_KEYS, builder->keys);
  tl_sections_put(writer, first + TL_INDEX_TEXTS, builder->texts->str, builder->texts->len);
  tl_sections_put(writer, first + TL_INDEX_SLOTS, builder->slots, builder->n_slots * sizeof *builder->slots);
  put_rows(alone, builder->keys->len, writer, first + TL_INDEX_POSTING_STARTS);
  put_rows(builder->guesses, builder->keys->len, writer, first + TL_INDEX_GUESS_STARTS);
  put_pairs(&pairs, writer, first);
  tl_index_put_form_sieve(builder->lexicon, builder->lists, builder->keys, builder->texts->str, writer,
                          first + TL_INDEX_FORM_SIEVE);
  g_hash_table_unref(pairs.numbers);
  GArray *arrays[] = {pairs.pairs,       pairs.postings, builder->terms,  builder->words,
                      builder->key_list, builder->keys,  builder->guesses};
  for (guint i = 0; i < G_N_ELEMENTS(arrays); i++)
    g_array_unref(arrays[i]);
  g_string_free(builder->texts, TRUE);
  g_free(builder->slots);
  g_free(builder);
}
