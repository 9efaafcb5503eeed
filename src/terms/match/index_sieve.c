/* A key is met by a word of which it is the form or the guess, and by the forms of the dictionary's entry that is the
 * stem; besides, forms of the irregular table lead to stems. Whatever their casing: the hash is that of small letters.
 */
#include "terms/match/index_sieve.h"

#include <stdlib.h>

#include "lang/frozen/forms.h"
#include "text/fold.h"

static void add_form(const char *form, size_t length, gpointer user) {
  guint64 hash;
  if (tl_small_hash(form, length, &hash)) /* a word that has none is not asked of the sieve */
    g_array_append_val((GArray *)user, hash);
}

static void add_forms(const TlFrozen *frozen, const TlWordLists *lists, const GArray *keys, GArray *hashes) {
  g_autoptr(TlForms) forms = tl_forms_new(frozen);
  for (guint i = 0; i < keys->len; i++) {
    const char *text = g_array_index(keys, TlDraftKey, i).text;
    if (*text == TL_KEY_STEM)
      tl_forms_each(forms, text + 1, add_form, hashes);
    add_form(text + 1, strlen(text + 1), hashes);
  }
  tl_word_list_each(lists->irregulars, add_form, hashes);
}

static int by_hash(const void *a, const void *b) {
  guint64 x = *(const guint64 *)a, y = *(const guint64 *)b;
  return (x > y) - (x < y);
}

/* Entries share forms: each once. */
static void drop_doubles(GArray *hashes) {
  guint64 *all = (guint64 *)(void *)hashes->data;
  guint kept = 0;
  if (hashes->len > 0)
    qsort(all, hashes->len, sizeof *all, by_hash);
  for (guint i = 0; i < hashes->len; i++)
    if (kept == 0 || all[i] != all[kept - 1])
      all[kept++] = all[i];
  g_array_set_size(hashes, kept);
}

void tl_index_put_form_sieve(TlLexicon *lexicon, const TlWordLists *lists, const GArray *keys, TlSectionsWriter *writer,
                             guint section) {
  const TlFrozen *frozen = tl_lexicon_frozen(lexicon);
  if (!frozen || tl_frozen_asks(frozen)) {
    const guint64 all = ~(guint64)0;
    tl_sections_put(writer, section, &all, sizeof all);
    return;
  }
  g_autoptr(GArray) hashes = g_array_new(FALSE, FALSE, sizeof(guint64));
  add_forms(frozen, lists, keys, hashes);
  drop_doubles(hashes);
  guint32 n = tl_sieve_words(hashes->len);
  g_autofree guint64 *sieve = g_new0(guint64, n);
  for (guint i = 0; i < hashes->len; i++)
    tl_sieve_add(sieve, n, g_array_index(hashes, guint64, i));
  tl_sections_put(writer, section, sieve, n * sizeof *sieve);
}
