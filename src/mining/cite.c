/* How a candidate is cited. */
#include <string.h>

#include "mining/candidates.h"
#include "text/fold.h"

/* The most usual one: внесення змін, not зміни. */
static const char *usual_tail(const TlCandidate *candidate) {
  GHashTableIter iter;
  gpointer tail, count;
  const char *best = NULL;
  guint most = 0;
  g_hash_table_iter_init(&iter, candidate->tails);
  while (g_hash_table_iter_next(&iter, &tail, &count)) {
    guint n = GPOINTER_TO_UINT(count);
    if (n > most || (n == most && strcmp(tail, best) < 0)) {
      best = tail;
      most = n;
    }
  }
  return best;
}

/* Lemmas of adjectives are in small letters, in names, too. */
static void append_word(GString *text, const char *word, gboolean name) {
  char title[TL_WORD_MAX];
  gboolean small = g_unichar_islower(g_utf8_get_char(word));
  g_string_append_printf(text, "%s%s", text->len > 0 ? " " : "",
                         name && small && tl_title_word(word, strlen(word), title) ? title : word);
}

char *tl_candidate_text(const TlCandidate *candidate) {
  if (candidate->cited[1] && candidate->plural * 2 > candidate->count)
    return g_strdup(candidate->cited[1]);
  g_autoptr(GString) text = g_string_new(NULL);
  for (guint i = 0; i <= candidate->head; i++) {
    g_autofree char *adjective = i < candidate->head ? tl_adjective_for(candidate->lemmas[i], candidate->gender) : NULL;
    if (i < candidate->head && !adjective)
      return g_strdup(candidate->cited[0]   ? candidate->cited[0]
                      : candidate->cited[1] ? candidate->cited[1]
                                            : candidate->key);
    append_word(text, adjective ? adjective : candidate->lemmas[i], candidate->name);
  }
  if (candidate->tails)
    g_string_append_printf(text, " %s", usual_tail(candidate));
  return g_string_free(g_steal_pointer(&text), FALSE);
}
