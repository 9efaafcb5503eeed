/* Built in two rounds: all keys are interned and counted, then each term is posted under its rarest word's keys (compressed rows). */
#include "terms/index.h"

#include <string.h>

typedef struct Key {
  guint32 hash;
  guint32 text;  /* offset in `texts`; the kind stands first */
  guint32 count; /* words of terms that have it */
} Key;

struct TlTermIndex {
  GArray *terms;    /* TlIndexTerm */
  GArray *words;    /* TlIndexWord */
  GArray *key_list; /* guint32 */
  GArray *keys;     /* Key */
  GString *texts;
  guint32 *slots; /* open addressing: key + 1 */
  guint32 n_slots;
  guint32 *posting_starts, *postings, *guess_starts, *guesses;
  guint max_words;
};

struct TlTermIndexBuilder {
  TlTermIndex *index;
  TlLexicon *lexicon;
  const TlWordLists *lists;
  GArray *guesses; /* pairs of guint32: guess, form */
};

static guint32 hash_key(TlKeyKind kind, const char *text, size_t length) {
  guint64 h = 0xCBF29CE484222325u ^ (guint64)kind;
  for (size_t i = 0; i < length; i++)
    h = (h ^ (guint8)text[i]) * 0x100000001B3u;
  return (guint32)(h ^ h >> 32);
}

static guint32 find_slot(const TlTermIndex *index, guint32 hash, TlKeyKind kind, const char *text, size_t length) {
  guint32 slot = hash & (index->n_slots - 1);
  for (; index->slots[slot]; slot = (slot + 1) & (index->n_slots - 1)) {
    const Key *key = &g_array_index(index->keys, Key, index->slots[slot] - 1);
    const char *own = index->texts->str + key->text;
    if (key->hash == hash && own[0] == (char)kind && strncmp(own + 1, text, length) == 0 && own[1 + length] == '\0')
      break;
  }
  return slot;
}

guint32 tl_term_index_key(const TlTermIndex *index, TlKeyKind kind, const char *text, size_t length) {
  guint32 slot = find_slot(index, hash_key(kind, text, length), kind, text, length);
  return index->slots[slot] ? index->slots[slot] - 1 : TL_NO_KEY;
}

const char *tl_term_index_key_text(const TlTermIndex *index, guint32 key) {
  return index->texts->str + g_array_index(index->keys, Key, key).text + 1;
}

static void grow(TlTermIndex *index) {
  g_free(index->slots);
  index->n_slots *= 2;
  index->slots = g_new0(guint32, index->n_slots);
  for (guint32 i = 0; i < index->keys->len; i++) {
    guint32 slot = g_array_index(index->keys, Key, i).hash & (index->n_slots - 1);
    while (index->slots[slot])
      slot = (slot + 1) & (index->n_slots - 1);
    index->slots[slot] = i + 1;
  }
}

static guint32 intern(TlTermIndex *index, TlKeyKind kind, const char *text) {
  size_t length = strlen(text);
  guint32 hash = hash_key(kind, text, length);
  guint32 slot = find_slot(index, hash, kind, text, length);
  if (index->slots[slot])
    return index->slots[slot] - 1;
  Key key = {hash, (guint32)index->texts->len, 0};
  g_string_append_c(index->texts, (char)kind);
  g_string_append_len(index->texts, text, (gssize)length + 1);
  g_array_append_val(index->keys, key);
  index->slots[slot] = index->keys->len;
  if (index->keys->len * 2 > index->n_slots)
    grow(index);
  return index->keys->len - 1;
}

TlTermIndexBuilder *tl_term_index_builder_new(TlLexicon *lexicon, const TlWordLists *lists) {
  TlTermIndexBuilder *builder = g_new0(TlTermIndexBuilder, 1);
  TlTermIndex *index = builder->index = g_new0(TlTermIndex, 1);
  builder->lexicon = lexicon;
  builder->lists = lists;
  builder->guesses = g_array_new(FALSE, FALSE, 2 * sizeof(guint32));
  index->terms = g_array_new(FALSE, FALSE, sizeof(TlIndexTerm));
  index->words = g_array_new(FALSE, FALSE, sizeof(TlIndexWord));
  index->key_list = g_array_new(FALSE, FALSE, sizeof(guint32));
  index->keys = g_array_new(FALSE, FALSE, sizeof(Key));
  index->texts = g_string_new(NULL);
  index->n_slots = 1024;
  index->slots = g_new0(guint32, index->n_slots);
  return builder;
}

static void add_key(TlTermIndex *index, TlIndexWord *word, guint32 key) {
  if (word->n_keys == G_MAXUINT8)
    return;
  g_array_append_val(index->key_list, key);
  g_array_index(index->keys, Key, key).count++;
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
  TlTermIndex *index = builder->index;
  TlIndexWord out = {.keys = index->key_list->len, .role = (guint8)word->role, .casing = (guint8)word->casing};
  out.proper = word->proper ? 1 : 0;
  out.agrees = word->agrees ? 1 : 0;
  out.head = word->head & 63;
  out.form = intern(index, TL_KEY_FORM, word->form);
  out.pos = word->morph.pos;
  out.nominal = word->nominal ? 1 : 0;
  if (word->role == TL_ROLE_INFLECTS)
    for (char **stem = word->stems; *stem; stem++)
      add_key(index, &out, intern(index, TL_KEY_STEM, *stem));
  if (word->role != TL_ROLE_INFLECTS || word->guesses || word->casing == TL_CASING_ALL || /* РФ: as рф, too */
      (!alone && lost_in_text(builder, word)))
    add_key(index, &out, out.form);
  for (char **form = word->guesses; form && *form; form++) {
    guint32 pair[2] = {intern(index, TL_KEY_GUESS, *form), out.form};
    g_array_append_vals(builder->guesses, pair, 1);
  }
  g_array_append_val(index->words, out);
}

void tl_term_index_builder_add(TlTermIndexBuilder *builder, const TlumachTerm *term, guint priority) {
  TlTermIndex *index = builder->index;
  g_autoptr(GPtrArray) words = tl_term_words(builder->lexicon, builder->lists, term->text);
  if (!words)
    return;
  TlIndexTerm out = {.term = term, .words = index->words->len, .n_words = (guint8)words->len, .priority = (guint16)priority};
  for (guint i = 0; i < words->len; i++)
    add_word(builder, g_ptr_array_index(words, i), words->len == 1);
  g_array_append_val(index->terms, out);
  index->max_words = MAX(index->max_words, words->len);
}

/* Pairs (row, value) as rows: counts become starts, then each value goes to its place. */
static void make_rows(const GArray *pairs, guint rows, guint32 **starts, guint32 **values) {
  const guint32 *pair = (const guint32 *)(const void *)pairs->data;
  *starts = g_new0(guint32, rows + 2);
  *values = g_new(guint32, pairs->len + 1);
  for (guint i = 0; i < pairs->len; i++)
    (*starts)[pair[2 * i] + 2]++;
  for (guint i = 2; i < rows + 2; i++)
    (*starts)[i] += (*starts)[i - 1];
  for (guint i = 0; i < pairs->len; i++)
    (*values)[(*starts)[pair[2 * i] + 1]++] = pair[2 * i + 1];
}

static guint rarity(const TlTermIndex *index, const TlIndexWord *word) {
  guint count = 0;
  const guint32 *keys = tl_term_index_keys(index, word);
  for (guint k = 0; k < word->n_keys; k++)
    count += g_array_index(index->keys, Key, keys[k]).count;
  return count;
}

TlTermIndex *tl_term_index_builder_finish(TlTermIndexBuilder *builder) {
  TlTermIndex *index = builder->index;
  g_autoptr(GArray) pairs = g_array_new(FALSE, FALSE, 2 * sizeof(guint32));
  for (guint32 t = 0; t < index->terms->len; t++) {
    TlIndexTerm *term = &g_array_index(index->terms, TlIndexTerm, t);
    const TlIndexWord *words = tl_term_index_words(index, term);
    for (guint8 w = 1; w < term->n_words; w++)
      if (rarity(index, &words[w]) < rarity(index, &words[term->anchor]))
        term->anchor = w;
    const guint32 *keys = tl_term_index_keys(index, &words[term->anchor]);
    for (guint k = 0; k < words[term->anchor].n_keys; k++) {
      guint32 pair[2] = {keys[k], t};
      g_array_append_vals(pairs, pair, 1);
    }
  }
  make_rows(pairs, index->keys->len, &index->posting_starts, &index->postings);
  make_rows(builder->guesses, index->keys->len, &index->guess_starts, &index->guesses);
  g_array_unref(builder->guesses);
  g_free(builder);
  return index;
}

void tl_term_index_free(TlTermIndex *index) {
  if (!index)
    return;
  g_array_unref(index->terms);
  g_array_unref(index->words);
  g_array_unref(index->key_list);
  g_array_unref(index->keys);
  g_string_free(index->texts, TRUE);
  g_free(index->slots);
  g_free(index->posting_starts);
  g_free(index->postings);
  g_free(index->guess_starts);
  g_free(index->guesses);
  g_free(index);
}

guint tl_term_index_max_words(const TlTermIndex *index) {
  return index->max_words;
}

guint tl_term_index_size(const TlTermIndex *index) {
  return index->terms->len;
}

guint tl_term_index_n_keys(const TlTermIndex *index) {
  return index->keys->len;
}

const TlIndexTerm *tl_term_index_term(const TlTermIndex *index, guint i) {
  return &g_array_index(index->terms, TlIndexTerm, i);
}

const TlIndexWord *tl_term_index_words(const TlTermIndex *index, const TlIndexTerm *term) {
  return &g_array_index(index->words, TlIndexWord, term->words);
}

const guint32 *tl_term_index_keys(const TlTermIndex *index, const TlIndexWord *word) {
  return &g_array_index(index->key_list, guint32, word->keys);
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
