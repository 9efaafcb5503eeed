/* Does a word end in one of several endings? */
#ifndef TL_LANG_ENDS_IN_H
#define TL_LANG_ENDS_IN_H

#include <glib.h>

/* `endings`: NULL behind the last. */
static inline gboolean tl_ends_in(const char *word, const char *const *endings) {
  for (; *endings; endings++)
    if (g_str_has_suffix(word, *endings))
      return TRUE;
  return FALSE;
}

#endif
