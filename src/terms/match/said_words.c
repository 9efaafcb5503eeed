#include "terms/match/said_words.h"

#include <string.h>

#include "text/fold.h"

static void freeze(TlTermWord *word) {
  word->role = TL_ROLE_FROZEN;
  word->agrees = FALSE;
  g_clear_pointer(&word->guesses, g_strfreev);
}

/* A word of which no forms are known stays as it is. */
static void inflect(TlTermWord *word) {
  if (word->role == TL_ROLE_FROZEN)
    word->role = word->stems[0] ? TL_ROLE_INFLECTS : word->guesses ? TL_ROLE_GUESSED : TL_ROLE_LITERAL;
}

static gboolean apply(GPtrArray *words, const char *name, gsize length, const char *role) {
  char folded[TL_WORD_MAX], form[TL_WORD_MAX];
  gboolean frozen = strcmp(role, "frozen") == 0, met = FALSE;
  if (!frozen && strcmp(role, "inflects") != 0)
    return FALSE;
  gsize n = tl_fold_word(name, length, folded);
  if (n == 0 || tl_lower_word(folded, n, form) == 0)
    return FALSE;
  for (guint i = 0; i < words->len; i++) {
    TlTermWord *word = g_ptr_array_index(words, i);
    if (strcmp(word->form, form) != 0)
      continue;
    (frozen ? freeze : inflect)(word);
    met = TRUE;
  }
  return met;
}

char *tl_said_words_apply(GPtrArray *words, const char *said) {
  g_auto(GStrv) pieces = said ? g_strsplit_set(said, " \t\n,;", -1) : NULL;
  char *wrong = NULL;
  for (char **piece = pieces; piece && *piece; piece++) {
    const char *equals = strchr(*piece, '=');
    if (!**piece || (equals && apply(words, *piece, (gsize)(equals - *piece), equals + 1)))
      continue;
    wrong = wrong ? wrong : g_strdup(*piece);
  }
  return wrong;
}
