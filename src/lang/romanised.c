/* A walk over all forms at once that keeps to the paths whose letters, romanised, are the word. Soft sign and
 * apostrophe take nothing of it; the automaton has no cycles. */
#include "lang/romanised.h"

#include <string.h>

#include "text/romanize.h"

typedef struct Search {
  const TlFrozen *frozen;
  const guint32 *arcs;
  char written[64]; /* NUL-terminated */
} Search;

static gboolean walk(const Search *s, guint32 state, const char *rest, guint32 before) {
  for (const guint32 *arc = s->arcs + state;; arc++) {
    guint code = TL_ARC_LABEL(*arc);
    guint32 letter = tl_frozen_letter(s->frozen, code);
    gboolean mute = before && letter == '\'';
    const char *latin = mute ? "" : code ? tl_romanize_letter(letter, before) : NULL;
    if (!code && before && !*rest && tl_frozen_has_entry(s->frozen, TL_ARC_TARGET(*arc)))
      return TRUE;
    if (latin && g_ascii_strncasecmp(rest, latin, strlen(latin)) == 0 && !g_unichar_isupper(letter) == (before != 0) &&
        walk(s, TL_ARC_TARGET(*arc), rest + strlen(latin), mute ? before : letter))
      return TRUE;
    if (*arc & TL_ARC_LAST)
      return FALSE;
  }
}

gboolean tl_is_romanised_name(const TlFrozen *frozen, const char *word, size_t length) {
  Search search = {.frozen = frozen, .arcs = tl_frozen_arcs(frozen)};
  if (length < TL_ROMANISED_MIN || length >= sizeof search.written || !g_ascii_isupper(word[0]))
    return FALSE;
  for (size_t i = 1; i < length; i++)
    if (!g_ascii_islower(word[i]))
      return FALSE;
  memcpy(search.written, word, length);
  return walk(&search, tl_frozen_root(frozen), search.written, 0);
}
