#include "lang/frozen/rule.h"

#include <string.h>

/* Hunspell's condition at the end of a word: letters, `.`, `[abc]`, `[^abc]`. */
static gboolean condition_holds(const char *word, const char *condition) {
  glong need = 0;
  if (strcmp(condition, ".") == 0)
    return TRUE;
  for (const char *p = condition; *p; need++) {
    const char *close = *p == '[' ? strchr(p, ']') : p;
    p = close ? g_utf8_next_char(close) : p + strlen(p);
  }
  glong length = g_utf8_strlen(word, -1);
  if (length < need)
    return FALSE;
  const char *at = g_utf8_offset_to_pointer(word, length - need);
  for (const char *p = condition; *p; at = g_utf8_next_char(at)) {
    gunichar c = g_utf8_get_char(at);
    if (*p != '[') {
      if (*p != '.' && g_utf8_get_char(p) != c)
        return FALSE;
      p = g_utf8_next_char(p);
      continue;
    }
    const char *close = strchr(p, ']');
    gboolean not = p[1] == '^';
    if (!close)
      return FALSE;
    const char *found = g_utf8_strchr(p + 1 + not, close - p - 1 - not, c);
    if (!found == !not )
      return FALSE;
    p = close + 1;
  }
  return TRUE;
}

/* `word` with `off` taken from its end and `on` put there; NULL when it does not end so, or would be used up. */
static char *exchange(const char *word, const char *off, const char *on) {
  size_t n = strlen(word), cut = strlen(off);
  if (cut >= n || strcmp(word + n - cut, off) != 0)
    return NULL;
  return g_strdup_printf("%.*s%s", (int)(n - cut), word, on);
}

char *tl_rule_apply(const TlFrozen *frozen, const TlFrozenRule *rule, const char *stem) {
  if (rule->prefix || !condition_holds(stem, tl_frozen_string(frozen, rule->condition)))
    return NULL;
  return exchange(stem, tl_frozen_string(frozen, rule->strip), tl_frozen_string(frozen, rule->add));
}

char *tl_rule_undo(const TlFrozen *frozen, const TlFrozenRule *rule, const char *form) {
  g_autofree char *stem =
      rule->prefix ? NULL : exchange(form, tl_frozen_string(frozen, rule->add), tl_frozen_string(frozen, rule->strip));
  return stem && condition_holds(stem, tl_frozen_string(frozen, rule->condition)) ? g_steal_pointer(&stem) : NULL;
}
