#include "terms/lemmas.h"

#include <string.h>

#include "text/fold.h"

static void lemma_word_free(gpointer data) {
  TlLemmaWord *word = data;
  g_strfreev(word->lemmas);
  g_free(word);
}

GPtrArray *tl_term_lemmas(TlLexicon *lexicon, const TlWordLists *lists, const char *text) {
  g_autoptr(GPtrArray) words = tl_term_words(lexicon, lists, text, NULL);
  GPtrArray *out = words ? g_ptr_array_new_with_free_func(lemma_word_free) : NULL;
  for (guint i = 0; words && i < words->len; i++) {
    const TlTermWord *word = g_ptr_array_index(words, i);
    g_autoptr(GPtrArray) lemmas = g_ptr_array_new();
    g_ptr_array_add(lemmas, g_strdup(word->form));
    for (char **stem = word->stems; *stem; stem++) {
      char lower[TL_WORD_MAX];
      if (tl_lower_word(*stem, strlen(*stem), lower) > 0)
        g_ptr_array_add(lemmas, g_strdup(lower));
    }
    g_ptr_array_add(lemmas, NULL);
    TlLemmaWord *own = g_new(TlLemmaWord, 1);
    *own =
        (TlLemmaWord){(char **)g_ptr_array_free(g_steal_pointer(&lemmas), FALSE), word->how.role != TL_ROLE_INFLECTS};
    g_ptr_array_add(out, own);
  }
  return out;
}

static gboolean words_meet(const TlLemmaWord *a, const TlLemmaWord *b) {
  if (a->frozen || b->frozen)
    return strcmp(a->lemmas[0], b->lemmas[0]) == 0;
  for (char **lemma = a->lemmas; *lemma; lemma++)
    if (g_strv_contains((const char *const *)b->lemmas, *lemma))
      return TRUE;
  return FALSE;
}

gboolean tl_lemmas_meet(const GPtrArray *a, const GPtrArray *b) {
  gboolean meet = a->len == b->len;
  for (guint i = 0; meet && i < a->len; i++)
    meet = words_meet(g_ptr_array_index(a, i), g_ptr_array_index(b, i));
  return meet;
}
