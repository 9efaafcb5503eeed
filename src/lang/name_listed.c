#include "lang/name_listed.h"

#include <string.h>

#include "lang/grammar.h"
#include "lang/guess.h"

/* Has the dictionary the word as an entry without forms? */
static gboolean is_bare_entry(TlLexicon *lexicon, const char *word) {
  TlReadings readings = {.n = 0};
  tl_lexicon_readings(lexicon, word, strlen(word), &readings);
  for (guint i = 0; i < readings.n; i++)
    if (strcmp(tl_reading_stem(&readings, i), word) == 0)
      return tl_grammar(lexicon, word, &readings, i).pos == TL_POS_UNKNOWN;
  return FALSE;
}

gboolean tl_is_listed(TlLexicon *lexicon, const char *citation, const char *word) {
  return g_utf8_strlen(citation, -1) <= g_utf8_strlen(word, -1) && is_bare_entry(lexicon, citation);
}

gboolean tl_is_listed_form(TlLexicon *lexicon, const char *citation, const char *word) {
  static const char *const beside[] = {"а", "ові", "ом", "ем"};
  size_t n = strlen(citation);
  if (strncmp(word, citation, n) != 0 || strcmp(word + n, "у") != 0)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS(beside); i++) {
    g_autofree char *form = g_strconcat(citation, beside[i], NULL);
    if (is_bare_entry(lexicon, form))
      return TRUE;
  }
  return FALSE;
}

char *tl_listed_citation(TlLexicon *lexicon, const char *word) {
  g_autoptr(GArray) guesses = tl_guesses_new();
  if (!is_bare_entry(lexicon, word))
    return NULL;
  tl_guess_citations(lexicon, word, guesses);
  for (guint i = 0; i < guesses->len; i++) {
    const char *citation = g_array_index(guesses, TlGuess, i).citation;
    if (strcmp(citation, word) != 0 && tl_is_listed(lexicon, citation, word))
      return g_strdup(citation);
  }
  return NULL;
}
