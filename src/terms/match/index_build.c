/* Built in two rounds: all keys are interned and counted, then each term is posted under its one word's keys
 * (compressed rows), or under pairs of keys. */
#include "lang/surname.h"
#include "terms/match/index_pairs.h"
#include "terms/match/index_sieve.h"

struct TlTermIndexBuilder {
  TlLexicon *lexicon;
  const TlWordLists *lists;
  GArray *terms;    /* TlIndexTerm */
  GArray *words;    /* TlIndexWord */
  GArray *key_list; /* guint32 */
  GArray *keys;     /* TlIndexKey */
  GArray *counts;   /* guint32: words of terms that have the key */
  GString *texts;
  TlIndexSlot *slots;
  guint32 n_slots;
  GArray *rows; /* pairs of guint32: a guess and its form, a key and its term */
  TlIndexHead head;
};

static void grow(TlTermIndexBuilder *builder) {
  guint32 n = builder->n_slots * 2;
  TlIndexSlot *slots = g_new0(TlIndexSlot, n);
  for (guint32 i = 0; i < builder->n_slots; i++) {
    guint32 at = builder->slots[i].hash & (n - 1);
    while (slots[at].key)
      at = (at + 1) & (n - 1);
    if (builder->slots[i].key)
      slots[at] = builder->slots[i];
  }
  g_free(builder->slots);
  builder->slots = slots;
  builder->n_slots = n;
}

static guint32 intern(TlTermIndexBuilder *builder, TlKeyKind kind, const char *text) {
  size_t length = strlen(text);
  guint32 hash = tl_index_hash(kind, text, length), none = 0;
  TlIndexSlot *slot = &builder->slots[tl_index_slot(builder->slots, builder->n_slots,
                                                    (const TlIndexKey *)(const void *)builder->keys->data,
                                                    builder->texts->str, hash, kind, text, length)];
  if (slot->key)
    return slot->key - 1;
  TlIndexKey key = {.text = (guint32)builder->texts->len};
  g_string_append_c(builder->texts, (char)kind);
  g_string_append_len(builder->texts, text, (gssize)length + 1);
  g_array_append_val(builder->keys, key);
  g_array_append_val(builder->counts, none);
  *slot = (TlIndexSlot){hash, builder->keys->len};
  if (builder->keys->len * 3 > builder->n_slots * 2)
    grow(builder);
  return builder->keys->len - 1;
}

TlTermIndexBuilder *tl_term_index_builder_new(TlLexicon *lexicon, const TlWordLists *lists) {
  TlTermIndexBuilder *builder = g_new0(TlTermIndexBuilder, 1);
  builder->lexicon = lexicon;
  builder->lists = lists;
  builder->rows = g_array_new(FALSE, FALSE, 2 * sizeof(guint32));
  builder->terms = g_array_new(FALSE, TRUE, sizeof(TlIndexTerm));
  builder->words = g_array_new(FALSE, TRUE, sizeof(TlIndexWord));
  builder->key_list = g_array_new(FALSE, FALSE, sizeof(guint32));
  builder->keys = g_array_new(FALSE, FALSE, sizeof(TlIndexKey));
  builder->counts = g_array_new(FALSE, FALSE, sizeof(guint32));
  builder->texts = g_string_new(NULL);
  builder->n_slots = 64;
  builder->slots = g_new0(TlIndexSlot, builder->n_slots);
  return builder;
}

static void add_key(TlTermIndexBuilder *builder, TlIndexWord *word, guint32 key) {
  if (word->n_keys == G_MAXUINT8)
    return;
  g_array_append_val(builder->key_list, key);
  g_array_index(builder->counts, guint32, key)++;
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

/* By stems, and as it stands. */
static void add_inflecting(TlTermIndexBuilder *builder, const TlTermWord *word, gboolean alone, TlIndexWord *out) {
  for (char **stem = word->stems; *stem; stem++)
    add_key(builder, out, intern(builder, TL_KEY_STEM, *stem));
  if (word->forms || word->casing == TL_CASING_ALL || /* РФ: as рф, too */
      (!alone && lost_in_text(builder, word)))
    add_key(builder, out, out->form);
}

static void add_keys(TlTermIndexBuilder *builder, const TlTermWord *word, gboolean alone, TlIndexWord *out) {
  if (word->how.role == TL_ROLE_INFLECTS)
    add_inflecting(builder, word, alone, out);
  else if (word->how.role == TL_ROLE_LITERAL)
    add_key(builder, out, intern(builder, TL_KEY_LITERAL, word->written));
  else if (word->how.role == TL_ROLE_MODELLED)
    for (char **form = word->forms; *form; form++)
      add_key(builder, out, intern(builder, TL_KEY_FORM, *form));
  else
    add_key(builder, out, out->form);
  gboolean guessed = word->how.role == TL_ROLE_INFLECTS || word->how.role == TL_ROLE_GUESSED;
  for (char **form = word->forms; guessed && form && *form; form++) {
    if (out->gender != TL_GENDER_ANY && tl_surname_form(word->form, *form) == TL_SURNAME_HERS)
      continue;
    guint32 pair[2] = {intern(builder, TL_KEY_GUESS, *form), out->form};
    g_array_append_vals(builder->rows, pair, 1);
  }
}

static void tell_casing(TlTermIndexBuilder *builder, const TlTermWord *word, guint32 form) {
  static const guint flags[] = {[TL_CASING_SMALL] = TL_KEY_AS_SMALL,
                                [TL_CASING_CAPITAL] = TL_KEY_AS_CAPITAL,
                                [TL_CASING_MIXED] = TL_KEY_AS_MIXED,
                                [TL_CASING_ALL] = 0};
  g_array_index(builder->keys, TlIndexKey, form).flags |=
      flags[word->casing] & (TL_KEY_AS_SMALL | TL_KEY_AS_CAPITAL | TL_KEY_AS_MIXED);
  if (word->casing == TL_CASING_MIXED)
    intern(builder, TL_KEY_MIXED, word->folded);
}

/* `adjective`: the term base says that the term is one, and no name. */
static void add_word(TlTermIndexBuilder *builder, const TlTermWord *word, gboolean first, gboolean alone,
                     gboolean adjective) {
  TlIndexWord out = {.keys = builder->key_list->len,
                     .form = intern(builder, TL_KEY_FORM, word->form),
                     .role = word->how.role & 15,
                     .gap = first ? 0 : word->how.gap & 15,
                     .casing = word->casing & 15,
                     .case_exact = word->how.case_exact ? 1 : 0,
                     .nominal = word->nominal && !adjective ? 1 : 0,
                     .proper = word->proper ? 1 : 0,
                     .agrees = word->agrees ? 1 : 0,
                     .head = (guint8)word->head,
                     .pos = word->morph.pos,
                     .gender = adjective ? TL_GENDER_ANY : word->gender,
                     .capitals = tl_capitals(word->folded, strlen(word->folded))};
  add_keys(builder, word, alone, &out);
  tell_casing(builder, word, out.form);
  builder->head.traits |= (word->how.role == TL_ROLE_LITERAL ? TL_INDEX_HAS_LITERALS : 0u) |
                          (word->how.case_exact ? TL_INDEX_HAS_CAPITALS : 0u);
  g_array_append_val(builder->words, out);
}

void tl_term_index_builder_add(TlTermIndexBuilder *builder, const TlumachTerm *term, guint32 number, guint32 concept) {
  g_autoptr(GPtrArray) words = tl_term_words(builder->lexicon, builder->lists, term->text, term->words);
  if (!words)
    return;
  TlIndexTerm out = {.number = number, .concept = concept, .words = builder->words->len, .n_words = (guint8)words->len};
  guint reach = words->len;
  for (guint i = 0; i < words->len; i++) {
    const TlTermWord *word = g_ptr_array_index(words, i);
    add_word(builder, word, i == 0, words->len == 1, g_strcmp0(term->pos, "adjective") == 0);
    out.never = out.never || word->how.no_match;
    reach += i > 0 ? word->how.gap : 0;
  }
  out.spread = reach > words->len;
  builder->head.traits |= out.spread ? TL_INDEX_HAS_SPREAD : 0u;
  g_array_append_val(builder->terms, out);
  builder->head.reach = MAX(builder->head.reach, reach);
}

/* Pairs (key, value) as rows, and where they begin into the keys. */
static void put_rows(TlTermIndexBuilder *builder, const GArray *pairs, TlSectionsWriter *writer, guint section) {
  const guint32 *pair = (const guint32 *)(const void *)pairs->data;
  TlIndexKey end = {.text = 0};
  g_array_append_val(builder->keys, end);
  guint rows = builder->keys->len;
  TlIndexKey *keys = (TlIndexKey *)(void *)builder->keys->data;
  g_autofree guint32 *starts = g_new0(guint32, rows + 1), *values = g_new(guint32, pairs->len + 1);
  for (guint i = 0; i < pairs->len; i++)
    starts[pair[2 * i] + 1]++;
  for (guint i = 1; i <= rows; i++)
    starts[i] += starts[i - 1];
  for (guint i = 0; i < rows; i++)
    keys[i].row = starts[i] & (G_MAXUINT32 >> TL_KEY_FLAGS);
  for (guint i = 0; i < pairs->len; i++)
    values[starts[pair[2 * i]]++] = pair[2 * i + 1];
  tl_sections_put(writer, section, values, pairs->len * sizeof *values);
}

static void flag_keys(TlTermIndexBuilder *builder, const TlIndexWord *word, guint flag) {
  for (guint k = 0; k < word->n_keys; k++) {
    guint32 key = g_array_index(builder->key_list, guint32, word->keys + k);
    g_array_index(builder->keys, TlIndexKey, key).flags |= flag & 7;
  }
}

/* Terms of one word by its keys, spread ones by those of one word; what a key of a longer one is to its pair. */
static void post_terms(TlTermIndexBuilder *builder, GArray *rows) {
  for (guint32 t = 0; t < builder->terms->len; t++) {
    const TlIndexTerm *term = &g_array_index(builder->terms, TlIndexTerm, t);
    const TlIndexWord *first = &g_array_index(builder->words, TlIndexWord, term->words + term->anchor);
    gboolean by_one = term->n_words == 1 || term->spread;
    if (term->never)
      continue;
    flag_keys(builder, first, by_one ? TL_KEY_ALONE : TL_KEY_LEADS);
    if (!by_one)
      flag_keys(builder, first + 1, TL_KEY_FOLLOWS);
    for (guint k = 0; by_one && k < first->n_keys; k++) {
      guint32 posting[2] = {g_array_index(builder->key_list, guint32, first->keys + k), t};
      g_array_append_vals(rows, posting, 1);
    }
  }
}

/* A single key, as most words have, stands in the word itself. */
static void compact_keys(TlTermIndexBuilder *builder) {
  const guint32 *all = (const guint32 *)(const void *)builder->key_list->data;
  GArray *several = g_array_new(FALSE, FALSE, sizeof(guint32));
  for (guint i = 0; i < builder->words->len; i++) {
    TlIndexWord *word = &g_array_index(builder->words, TlIndexWord, i);
    const guint32 *own = all + word->keys;
    word->keys = word->n_keys == 1 ? own[0] : several->len;
    if (word->n_keys > 1)
      g_array_append_vals(several, own, word->n_keys);
  }
  g_array_unref(builder->key_list);
  builder->key_list = several;
}

static void put_keys(TlTermIndexBuilder *builder, TlSectionsWriter *writer, guint first) {
  post_terms(builder, builder->rows); /* keys that are guesses have no terms of their own */
  tl_index_put_form_sieve(builder->lexicon, builder->lists, builder->keys, builder->texts->str, writer,
                          first + TL_INDEX_FORM_SIEVE);
  put_rows(builder, builder->rows, writer, first + TL_INDEX_ROWS);
  tl_sections_put_array(writer, first + TL_INDEX_KEYS, builder->keys);
  tl_sections_put(writer, first + TL_INDEX_TEXTS, builder->texts->str, builder->texts->len);
  tl_sections_put(writer, first + TL_INDEX_SLOTS, builder->slots, builder->n_slots * sizeof *builder->slots);
}

void tl_term_index_builder_finish(TlTermIndexBuilder *builder, TlSectionsWriter *writer, guint first) {
  tl_sections_put(writer, first + TL_INDEX_HEAD, &builder->head, sizeof builder->head);
  tl_index_put_pairs(&(TlIndexTerms){builder->terms, builder->words, builder->key_list, builder->counts}, writer,
                     first);
  put_keys(builder, writer, first);
  compact_keys(builder);
  tl_sections_put_array(writer, first + TL_INDEX_TERMS, builder->terms);
  tl_sections_put_array(writer, first + TL_INDEX_WORDS, builder->words);
  tl_sections_put_array(writer, first + TL_INDEX_KEY_LIST, builder->key_list);
  GArray *arrays[] = {builder->terms, builder->words, builder->key_list, builder->keys, builder->counts, builder->rows};
  for (guint i = 0; i < G_N_ELEMENTS(arrays); i++)
    g_array_unref(arrays[i]);
  g_string_free(builder->texts, TRUE);
  g_free(builder->slots);
  g_free(builder);
}
