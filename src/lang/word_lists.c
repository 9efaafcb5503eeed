#include "lang/word_lists.h"

#include <string.h>

#include "base/error.h"
#include "base/sieve.h"
#include "text/fold.h"

#define SIEVE 64u /* words; the lists have a few hundred lines, and nearly every word that is asked for is in none */

struct TlWordList {
  GHashTable *words; /* word -> char ** */
  guint64 sieve[SIEVE];
};

static void note(const char *word, size_t length, gpointer user) {
  TlWordList *list = user;
  guint64 hash;
  if (tl_small_hash(word, length, &hash))
    tl_sieve_add(list->sieve, SIEVE, hash);
}

gboolean tl_word_list_may_have(const TlWordList *list, const char *word, size_t length) {
  guint64 hash;
  return list && (!tl_small_hash(word, length, &hash) || tl_sieve_has(list->sieve, SIEVE, hash));
}

void tl_word_list_each(const TlWordList *list, void (*found)(const char *word, size_t length, gpointer user),
                       gpointer user) {
  GHashTableIter iter;
  gpointer word;
  if (!list)
    return;
  g_hash_table_iter_init(&iter, list->words);
  while (g_hash_table_iter_next(&iter, &word, NULL))
    found(word, strlen(word), user);
}

TlWordList *tl_word_list_parse(const char *name, GBytes *data, GError **error) {
  TlWordList *list = g_new0(TlWordList, 1);
  list->words = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_strfreev);
  gsize size;
  const char *bytes = g_bytes_get_data(data, &size);
  g_autofree char *text = g_strndup(bytes, size);
  g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
  for (guint i = 0; lines[i]; i++) {
    char *line = g_strchomp(lines[i]);
    if (!*line || *line == '#')
      continue;
    char *tab = strchr(line, '\t');
    if (tab == line || (!tab && strchr(line, ' '))) {
      tl_error_at(error, TLUMACH_ERROR_FORMAT, name, i + 1, 1, "expected a word, a tab and the words it goes with");
      tl_word_list_free(list);
      return NULL;
    }
    if (tab)
      *tab = '\0';
    char **old = g_hash_table_lookup(list->words, line);
    g_autofree char *before = old ? g_strjoinv(" ", old) : NULL;
    g_autofree char *all = g_strstrip(g_strconcat(before ? before : "", " ", tab ? tab + 1 : "", NULL));
    g_hash_table_insert(list->words, g_strdup(line), g_strsplit(all, " ", -1));
  }
  tl_word_list_each(list, note, list);
  return list;
}

void tl_word_list_free(TlWordList *list) {
  if (!list)
    return;
  g_hash_table_unref(list->words);
  g_free(list);
}

void tl_word_lists_clear(TlWordLists *lists) {
  tl_word_list_free(lists->irregulars);
  tl_word_list_free(lists->homographs);
  tl_word_list_free(lists->prefixes);
  tl_word_list_free(lists->abbreviations);
  tl_word_list_free(lists->families);
  tl_old_spelling_free(lists->old);
  *lists = (TlWordLists){.old = NULL};
}

const char *const *tl_word_list_get(const TlWordList *list, const char *word) {
  return tl_word_list_may_have(list, word, strlen(word)) ? g_hash_table_lookup(list->words, word) : NULL;
}

const char *const *tl_irregular_lemmas(const TlWordList *list, const char *form) {
  return tl_word_list_get(list, form);
}

void tl_irregular_forms(const TlWordList *list, const char *lemma, GPtrArray *forms) {
  GHashTableIter iter;
  gpointer form, lemmas;
  if (!list)
    return;
  g_hash_table_iter_init(&iter, list->words);
  while (g_hash_table_iter_next(&iter, &form, &lemmas))
    if (g_strv_contains((const char *const *)lemmas, lemma))
      g_ptr_array_add(forms, form);
}

const char *const *tl_homographs_usual(const TlWordList *list, const char *form) {
  char lower[TL_WORD_MAX];
  size_t n = strlen(form);
  return tl_word_list_may_have(list, form, n) && tl_lower_word(form, n, lower) ? g_hash_table_lookup(list->words, lower)
                                                                               : NULL;
}

gboolean tl_homographs_allow(const char *const *usual, const char *stem) {
  return g_strv_contains(usual, stem);
}
