/* Built in two rounds: all keys are interned and counted, then each term is posted under its one word's keys, or under
 * pairs of keys, and all are given their places. */
#include "base/arena.h"
#include "lang/surname.h"
#include "terms/match/index.h"
#include "terms/match/index_draft.h"
#include "terms/match/index_sieve.h"

struct TlTermIndexBuilder {
  TlLexicon *lexicon;
  const TlWordLists *lists;
  TlIndexDraft draft;
  TlArena *texts;
  GHashTable *numbers; /* text with its kind -> number of the key + 1 */
  GArray *rows;        /* pairs of guint32: a guess and its form, a key and its term */
  TlIndexHead head;
};

static guint32 intern(TlTermIndexBuilder *builder, TlKeyKind kind, const char *text) {
  g_autofree char *whole = g_strdup_printf("%c%s", kind, text);
  guint32 number = GPOINTER_TO_UINT(g_hash_table_lookup(builder->numbers, whole));
  if (number > 0)
    return number - 1;
  TlDraftKey key = {.text = tl_arena_strdup(builder->texts, whole),
                    .record = {.length = (guint16)strlen(text), .kind = (guint8)kind}};
  g_array_append_val(builder->draft.keys, key);
  g_hash_table_insert(builder->numbers, (gpointer)key.text, GUINT_TO_POINTER(builder->draft.keys->len));
  return builder->draft.keys->len - 1;
}

TlTermIndexBuilder *tl_term_index_builder_new(TlLexicon *lexicon, const TlWordLists *lists) {
  TlTermIndexBuilder *builder = g_new0(TlTermIndexBuilder, 1);
  builder->lexicon = lexicon;
  builder->lists = lists;
  builder->draft = (TlIndexDraft){.terms = g_array_new(FALSE, FALSE, sizeof(TlDraftTerm)),
                                  .words = g_array_new(FALSE, FALSE, sizeof(TlIndexWord)),
                                  .keys = g_array_new(FALSE, FALSE, sizeof(TlDraftKey)),
                                  .key_list = g_array_new(FALSE, FALSE, sizeof(guint32))};
  builder->texts = tl_arena_new();
  builder->numbers = g_hash_table_new(g_str_hash, g_str_equal);
  builder->rows = g_array_new(FALSE, FALSE, 2 * sizeof(guint32));
  return builder;
}

static void add_key(TlTermIndexBuilder *builder, TlIndexWord *word, guint32 key) {
  if (word->n_keys == G_MAXUINT8)
    return;
  g_array_append_val(builder->draft.key_list, key);
  tl_draft_key(&builder->draft, key)->count++;
  word->n_keys++;
}

/* What a key leads to; the form that a guess may be of is that of many terms, as a rule. */
static void add_row(TlTermIndexBuilder *builder, guint32 number, guint32 to) {
  TlDraftKey *key = tl_draft_key(&builder->draft, number);
  guint32 row[2] = {number, to};
  if (key->record.n > 0 && key->last == to)
    return;
  g_array_append_vals(builder->rows, row, 1);
  key->record.n++;
  key->last = to;
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
  for (char **form = word->forms; guessed && form && *form; form++)
    if (out->gender == TL_GENDER_ANY || !tl_surname_is_hers(word->form, *form))
      add_row(builder, intern(builder, TL_KEY_GUESS, *form), out->form);
}

static void tell_casing(TlTermIndexBuilder *builder, const TlTermWord *word, guint32 form) {
  static const guint8 flags[] = {[TL_CASING_SMALL] = TL_KEY_AS_SMALL,
                                 [TL_CASING_CAPITAL] = TL_KEY_AS_CAPITAL,
                                 [TL_CASING_MIXED] = TL_KEY_AS_MIXED,
                                 [TL_CASING_ALL] = 0};
  tl_draft_key(&builder->draft, form)->record.flags |= flags[word->casing];
  if (word->casing == TL_CASING_MIXED)
    intern(builder, TL_KEY_MIXED, word->folded);
}

/* `adjective`: the term base says that the term is one, and no name. */
static void add_word(TlTermIndexBuilder *builder, const TlTermWord *word, gboolean first, gboolean alone,
                     gboolean adjective) {
  TlIndexWord out = {.keys = builder->draft.key_list->len,
                     .form = intern(builder, TL_KEY_FORM, word->form),
                     .role = word->how.role & 15,
                     .gap = first ? 0 : word->how.gap & 15,
                     .casing = word->casing & 15,
                     .case_exact = word->how.case_exact ? 1 : 0,
                     .nominal = word->nominal && !adjective ? 1 : 0,
                     .agrees = word->agrees ? 1 : 0,
                     .point = word->point ? 1 : 0,
                     .head = (guint8)word->head,
                     .pos = word->morph.pos,
                     .gender = adjective ? TL_GENDER_ANY : word->gender,
                     .capitals = tl_capitals(word->folded, strlen(word->folded))};
  add_keys(builder, word, alone, &out);
  tell_casing(builder, word, out.form);
  builder->head.traits |= (word->how.role == TL_ROLE_LITERAL ? TL_INDEX_HAS_LITERALS : 0u) |
                          (word->how.case_exact ? TL_INDEX_HAS_CAPITALS : 0u);
  g_array_append_val(builder->draft.words, out);
}

void tl_term_index_builder_add(TlTermIndexBuilder *builder, const TlumachTerm *term, guint32 number, guint32 concept) {
  g_autoptr(GPtrArray) words = tl_term_words(builder->lexicon, builder->lists, term->text, term->words);
  if (!words)
    return;
  TlDraftTerm out = {.words = builder->draft.words->len,
                     .number = number,
                     .record = {.order = builder->draft.terms->len, .concept = concept, .n_words = (guint8)words->len}};
  guint reach = words->len;
  for (guint i = 0; i < words->len; i++) {
    const TlTermWord *word = g_ptr_array_index(words, i);
    add_word(builder, word, i == 0, words->len == 1, g_strcmp0(term->pos, "adjective") == 0);
    out.record.never = out.record.never || word->how.no_match;
    reach += i > 0 ? word->how.gap : 0;
  }
  out.record.spread = reach > words->len;
  builder->head.traits |= out.record.spread ? TL_INDEX_HAS_SPREAD : 0u;
  g_array_append_val(builder->draft.terms, out);
  builder->head.reach = MAX(builder->head.reach, reach);
}

static void flag_keys(const TlIndexDraft *draft, const TlIndexWord *word, guint8 flag) {
  for (guint k = 0; k < word->n_keys; k++)
    tl_draft_key(draft, tl_draft_word_keys(draft, word)[k])->record.flags |= flag;
}

/* Terms of one word by its keys, spread ones by those of one word; what a key of a longer one is to its pair. */
static void post_terms(TlTermIndexBuilder *builder) {
  const TlIndexDraft *draft = &builder->draft;
  for (guint32 t = 0; t < draft->terms->len; t++) {
    const TlIndexTerm *term = &tl_draft_term(draft, t)->record;
    const TlIndexWord *first = tl_draft_words(draft, tl_draft_term(draft, t)) + term->anchor;
    gboolean by_one = term->n_words == 1 || term->spread;
    if (term->never)
      continue;
    flag_keys(draft, first, by_one ? TL_KEY_ALONE : TL_KEY_LEADS);
    if (!by_one)
      flag_keys(draft, first + 1, TL_KEY_FOLLOWS);
    for (guint k = 0; by_one && k < first->n_keys; k++)
      add_row(builder, tl_draft_word_keys(draft, first)[k], t);
  }
}

void tl_term_index_builder_finish(TlTermIndexBuilder *builder, TlSectionsWriter *writer, guint first) {
  const TlIndexDraft *draft = &builder->draft;
  tl_draft_choose_anchors(draft);
  post_terms(builder); /* keys that are guesses have no terms of their own */
  tl_sections_put(writer, first + TL_INDEX_HEAD, &builder->head, sizeof builder->head);
  tl_draft_put_records(draft, builder->rows, writer, first);
  tl_draft_put_pairs(draft, writer, first);
  tl_index_put_form_sieve(builder->lexicon, builder->lists, draft->keys, writer, first + TL_INDEX_FORM_SIEVE);
  GArray *arrays[] = {draft->terms, draft->words, draft->key_list, draft->keys, builder->rows};
  for (guint i = 0; i < G_N_ELEMENTS(arrays); i++)
    g_array_unref(arrays[i]);
  g_hash_table_unref(builder->numbers);
  tl_arena_free(builder->texts);
  g_free(builder);
}
