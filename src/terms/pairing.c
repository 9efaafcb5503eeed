#include "terms/pairing.h"

#include <string.h>

#include "terms/language_tag.h"
#include "terms/lemmas.h"
#include "text/fold.h"

char *tl_lemma_key(TlLexicon *lexicon, const TlWordLists *lists, const char *text) {
  g_autoptr(GPtrArray) words = lexicon ? tl_term_words(lexicon, lists, text, NULL) : NULL;
  if (!words)
    return tlumach_term_key(text);
  g_autoptr(GString) key = g_string_new(NULL);
  for (guint i = 0; i < words->len; i++) {
    const TlTermWord *word = g_ptr_array_index(words, i);
    char lower[TL_WORD_MAX];
    gboolean inflects = word->how.role == TL_ROLE_INFLECTS && word->stems[0] &&
                        !g_strv_contains((const char *const *)word->stems, word->form);
    gboolean small = inflects && tl_lower_word(word->stems[0], strlen(word->stems[0]), lower) > 0;
    g_string_append_printf(key, "%s ", small ? lower : word->form);
  }
  return g_string_free(g_steal_pointer(&key), FALSE);
}

const TlumachTerm *tl_common_term(const TlumachConcept *a, const TlumachConcept *b, const char *language) {
  for (guint i = 0; i < a->n_terms; i++) {
    if (!tl_language_matches(a->terms[i].language, language))
      continue;
    g_autofree char *key = tlumach_term_key(a->terms[i].text);
    for (guint j = 0; j < b->n_terms; j++) {
      g_autofree char *other = tlumach_term_key(b->terms[j].text);
      if (tl_language_matches(b->terms[j].language, language) && strcmp(key, other) == 0)
        return &a->terms[i];
    }
  }
  return NULL;
}

typedef struct Pairs {
  const TlPairing *how;
  const TlumachConcept *a, *b;
  guint n, m;
  guint *of_a;
  gboolean *taken; /* of b */
} Pairs;

static void pair(Pairs *p, guint i, guint j) {
  p->of_a[i] = j;
  p->taken[j] = TRUE;
}

/* A term of the same language; two without a term have nothing that could tell them apart. */
static gboolean have_common(const TlumachConcept *a, const TlumachConcept *b) {
  for (guint i = 0; i < a->n_terms; i++)
    if (tl_common_term(a, b, a->terms[i].language))
      return TRUE;
  return a->n_terms == 0 && b->n_terms == 0;
}

static void pair_by_id(Pairs *p) {
  g_autoptr(GHashTable) ids = g_hash_table_new(g_str_hash, g_str_equal);
  for (guint j = p->m; j-- > 0;)
    if (p->b[j].id)
      g_hash_table_insert(ids, (gpointer)p->b[j].id, GUINT_TO_POINTER(j + 1));
  for (guint i = 0; i < p->n; i++) {
    guint j = p->a[i].id ? GPOINTER_TO_UINT(g_hash_table_lookup(ids, p->a[i].id)) : 0;
    if (j == 0 || p->taken[j - 1])
      continue;
    if (p->how->ids_alone || have_common(&p->a[i], &p->b[j - 1]))
      pair(p, i, j - 1);
  }
}

static gboolean has_language(const TlumachConcept *concept, const char *language) {
  for (guint i = 0; i < concept->n_terms; i++)
    if (tl_language_matches(concept->terms[i].language, language))
      return TRUE;
  return FALSE;
}

/* One source term, and one equivalent too; or one of the two has no equivalent at all. */
static gboolean are_same(const Pairs *p, guint i, guint j) {
  const char *target = p->how->target;
  return tl_common_term(&p->a[i], &p->b[j], target) || !has_language(&p->a[i], target) ||
         !has_language(&p->b[j], target);
}

/* A source term, under a key. */
typedef struct Entry {
  guint concept;
  GPtrArray *lemmas; /* TlLemmaWord; NULL: the key is the whole of it */
} Entry;

static void clear_entry(gpointer data) {
  Entry *entry = data;
  if (entry->lemmas)
    g_ptr_array_unref(entry->lemmas);
}

static GPtrArray *lemmas_of(const Pairs *p, const TlumachTerm *term, gboolean lemmas) {
  return lemmas ? tl_term_lemmas(p->how->lexicon, p->how->lists, term->text) : NULL;
}

/* One key; or, of a term that is compared by lemmas, each of its first word with each of its last. NULL-terminated. */
static char **keys_of(const TlumachTerm *term, const GPtrArray *lemmas) {
  g_autoptr(GPtrArray) keys = g_ptr_array_new();
  const TlLemmaWord *first = lemmas && lemmas->len > 0 ? g_ptr_array_index(lemmas, 0) : NULL,
                    *last = first ? g_ptr_array_index(lemmas, lemmas->len - 1) : NULL;
  for (char **one = first ? first->lemmas : NULL; one && *one; one++)
    for (char **other = last->lemmas; *other; other++)
      g_ptr_array_add(keys, g_strconcat(*one, " ", *other, NULL));
  if (!first)
    g_ptr_array_add(keys, tlumach_term_key(term->text));
  g_ptr_array_add(keys, NULL);
  return (char **)g_ptr_array_free(g_steal_pointer(&keys), FALSE);
}

static void add_entry(GHashTable *index, const char *key, guint concept, GPtrArray *lemmas) {
  GArray *list = g_hash_table_lookup(index, key);
  if (!list) {
    list = g_array_new(FALSE, FALSE, sizeof(Entry));
    g_array_set_clear_func(list, clear_entry);
    g_hash_table_insert(index, g_strdup(key), list);
  }
  const Entry entry = {concept, lemmas ? g_ptr_array_ref(lemmas) : NULL};
  g_array_append_val(list, entry);
}

/* The source terms of b that have no partner yet: key -> GArray of Entry. */
static GHashTable *index_sources(const Pairs *p, gboolean by_lemmas) {
  GHashTable *index = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_array_unref);
  for (guint j = 0; j < p->m; j++)
    for (guint t = 0; !p->taken[j] && t < p->b[j].n_terms; t++) {
      const TlumachTerm *term = &p->b[j].terms[t];
      if (!tl_language_matches(term->language, p->how->source))
        continue;
      g_autoptr(GPtrArray) lemmas = lemmas_of(p, term, by_lemmas);
      g_auto(GStrv) keys = keys_of(term, lemmas);
      for (char **key = keys; *key; key++)
        add_entry(index, *key, j, lemmas);
    }
  return index;
}

static void pair_by_term(Pairs *p, GHashTable *index, guint i, const TlumachTerm *term, gboolean by_lemmas) {
  g_autoptr(GPtrArray) lemmas = lemmas_of(p, term, by_lemmas);
  g_auto(GStrv) keys = keys_of(term, lemmas);
  for (char **key = keys; *key; key++) {
    const GArray *list = g_hash_table_lookup(index, *key);
    for (guint k = 0; list && k < list->len && p->of_a[i] == TL_NO_PARTNER; k++) {
      const Entry *entry = &g_array_index(list, Entry, k);
      gboolean meet = lemmas && entry->lemmas ? tl_lemmas_meet(lemmas, entry->lemmas) : !lemmas && !entry->lemmas;
      if (meet && !p->taken[entry->concept] && are_same(p, i, entry->concept))
        pair(p, i, entry->concept);
    }
  }
}

static void pair_by_terms(Pairs *p, gboolean by_lemmas) {
  g_autoptr(GHashTable) index = index_sources(p, by_lemmas);
  for (guint i = 0; i < p->n; i++)
    for (guint t = 0; p->of_a[i] == TL_NO_PARTNER && t < p->a[i].n_terms; t++)
      if (tl_language_matches(p->a[i].terms[t].language, p->how->source))
        pair_by_term(p, index, i, &p->a[i].terms[t], by_lemmas);
}

guint *tl_pair_concepts(const TlPairing *how, const TlumachTermbase *a, const TlumachTermbase *b) {
  Pairs p = {.how = how};
  p.a = tlumach_termbase_concepts(a, &p.n);
  p.b = tlumach_termbase_concepts(b, &p.m);
  p.of_a = g_new(guint, p.n + 1);
  g_autofree gboolean *taken = p.taken = g_new0(gboolean, p.m + 1);
  for (guint i = 0; i < p.n; i++)
    p.of_a[i] = TL_NO_PARTNER;
  pair_by_id(&p);
  pair_by_terms(&p, FALSE);
  if (how->lexicon)
    pair_by_terms(&p, TRUE);
  (void)taken;
  return p.of_a;
}
