#include "lang/usual.h"

#include <string.h>

#include "text/fold.h"

struct TlUsual {
  GHashTable *steps; /* small-letter form -> step */
};

TlUsual *tl_usual_parse(GBytes *data) {
  TlUsual *usual = g_new0(TlUsual, 1);
  usual->steps = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  gsize size;
  const char *at = g_bytes_get_data(data, &size), *end = at + size;
  for (guint rank = 1; at < end;) {
    const char *line_end = memchr(at, '\n', (gsize)(end - at));
    gsize n = (gsize)((line_end ? line_end : end) - at);
    if (n > 0 && *at != '#') {
      guint step = TL_USUAL_MAX - MIN(TL_USUAL_MAX - 1, (guint)g_bit_storage(rank) - 1);
      char *word = g_strndup(at, n);
      if (g_hash_table_contains(usual->steps, word))
        g_free(word);
      else
        g_hash_table_insert(usual->steps, word, GUINT_TO_POINTER(step));
      rank++;
    }
    at += n + 1;
  }
  return usual;
}

void tl_usual_free(TlUsual *usual) {
  if (!usual)
    return;
  g_hash_table_unref(usual->steps);
  g_free(usual);
}

static guint step_of(const TlUsual *usual, const char *word) {
  char lower[TL_WORD_MAX];
  return tl_lower_word(word, strlen(word), lower) ? GPOINTER_TO_UINT(g_hash_table_lookup(usual->steps, lower)) : 0;
}

guint tl_usual(const TlUsual *usual, TlLexicon *lexicon, const char *word) {
  guint best = step_of(usual, word);
  TlReadings readings = {.n = 0};
  if (best == 0)
    tl_lexicon_readings(lexicon, word, strlen(word), &readings);
  for (guint i = 0; i < readings.n; i++) {
    guint lemma = step_of(usual, tl_reading_stem(&readings, i));
    best = MAX(best, lemma > 2 ? lemma - 2 : 0);
  }
  return best;
}
