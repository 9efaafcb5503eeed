/* Hunspell's own treatment of casing, numbers and break characters (HunspellImpl::spell, 1.7) over the frozen forms; a
 * differential test holds the two together. */
#include "lang/frozen/spell.h"

#include <string.h>

#include "text/fold.h"

#define BREAK_DEPTH 10

/* How Hunspell sees a word's casing (get_captype). */
typedef enum Casing { SMALL, INITIAL, ALL, MIXED } Casing;

static Casing casing(const char *word, size_t length) {
  guint upper = 0, neutral = 0, n = 0;
  gboolean first = FALSE;
  for (const char *p = word; p < word + length; p = g_utf8_next_char(p), n++) {
    gunichar c = g_utf8_get_char(p);
    gboolean is_upper = g_unichar_isupper(c);
    upper += is_upper ? 1u : 0u;
    first = first || (n == 0 && is_upper);
    neutral += g_unichar_tolower(c) == g_unichar_toupper(c) ? 1u : 0u;
  }
  if (upper == 0)
    return SMALL;
  if (upper == 1 && first)
    return INITIAL;
  return upper == n || upper + neutral == n ? ALL : MIXED;
}

/* Digits with single `.`, `,` or `-` between them are right in every dictionary. */
static gboolean is_number(const char *word, size_t length) {
  gboolean digit = FALSE;
  for (size_t i = 0; i < length; i++) {
    gboolean now = g_ascii_isdigit(word[i]);
    if (!now && (!digit || (word[i] != '.' && word[i] != ',' && word[i] != '-')))
      return FALSE;
    digit = now;
  }
  return digit;
}

static TlKnown knows_cased(const TlFrozen *frozen, const char *word, size_t length) {
  char other[TL_WORD_MAX];
  TlKnown known = tl_frozen_knows(frozen, word, length);
  Casing c = casing(word, length);
  if (known == TL_KNOWN || c == SMALL || c == MIXED)
    return known;
  size_t n = tl_lower_word(word, length, other);
  TlKnown small = tl_frozen_knows(frozen, other, n);
  known = MAX(known, small);
  if (c == ALL && known != TL_KNOWN) {
    n = tl_title_word(word, length, other);
    TlKnown title = tl_frozen_knows(frozen, other, n);
    known = MAX(known, title);
  }
  return known;
}

static TlKnown knows_broken(const TlFrozen *frozen, const char *word, size_t length, guint depth);

/* Both parts right around a pattern in the middle, or the rest right without one at the start (`^-`) or the end (`-$`).
 */
static TlKnown knows_parts(const TlFrozen *frozen, const char *word, size_t length, const char *pattern, guint depth) {
  size_t n = strlen(pattern);
  if (pattern[0] == '^')
    return n - 1 < length && memcmp(word, pattern + 1, n - 1) == 0
               ? knows_broken(frozen, word + n - 1, length - n + 1, depth + 1)
               : TL_UNKNOWN;
  if (n > 1 && pattern[n - 1] == '$')
    return n - 1 < length && memcmp(word + length - n + 1, pattern, n - 1) == 0
               ? knows_broken(frozen, word, length - n + 1, depth + 1)
               : TL_UNKNOWN;
  const char *at = memmem(word, length, pattern, n);
  if (!at || at == word || (size_t)(at - word) + n >= length)
    return TL_UNKNOWN;
  size_t front = (size_t)(at - word);
  TlKnown second = knows_broken(frozen, at + n, length - front - n, depth + 1);
  if (second == TL_UNKNOWN)
    return TL_UNKNOWN;
  TlKnown first = knows_broken(frozen, word, front, depth + 1);
  return MIN(first, second);
}

static TlKnown knows_broken(const TlFrozen *frozen, const char *word, size_t length, guint depth) {
  if (is_number(word, length))
    return TL_KNOWN;
  TlKnown known = knows_cased(frozen, word, length);
  guint n;
  const guint32 *breaks = tl_frozen_breaks(frozen, &n);
  char title[TL_WORD_MAX];
  if (known != TL_KNOWN && n > 0 &&
      casing(word, length) == ALL) { /* it has turned НАТО-НАТО into Нато-нато when it comes to the parts */
    length = tl_title_word(word, length, title);
    word = title;
    if (length == 0)
      return known;
  }
  for (guint i = 0; known != TL_KNOWN && i < n && depth < BREAK_DEPTH; i++) {
    TlKnown parts = knows_parts(frozen, word, length, tl_frozen_string(frozen, breaks[i]), depth);
    known = MAX(known, parts);
  }
  return known;
}

/* ICONV: at each place the longest pattern that fits is replaced. FALSE when nothing was. */
static gboolean convert_input(const TlFrozen *frozen, const char *word, size_t length, char out[TL_WORD_MAX],
                              size_t *used) {
  guint n;
  const guint32 *pairs = tl_frozen_iconv(frozen, &n);
  gboolean changed = FALSE;
  *used = 0;
  for (size_t i = 0; i < length;) {
    const char *to = NULL;
    size_t best = 0;
    for (guint k = 0; k + 1 < n && tl_frozen_converts(frozen, word[i]); k += 2) {
      const char *from = tl_frozen_string(frozen, pairs[k]);
      if (from[0] != word[i])
        continue;
      size_t size = strlen(from);
      if (size > best && size <= length - i && memcmp(word + i, from, size) == 0)
        best = size, to = tl_frozen_string(frozen, pairs[k + 1]);
    }
    size_t add = to ? strlen(to) : 1;
    if (*used + add >= TL_WORD_MAX)
      return FALSE;
    memcpy(out + *used, to ? to : word + i, add);
    *used += add;
    i += best ? best : 1;
    changed = changed || to;
  }
  out[*used] = '\0';
  return changed;
}

TlKnown tl_frozen_spell(const TlFrozen *frozen, const char *word, size_t length) {
  TlKnown known = knows_broken(frozen, word, length, 0);
  char converted[TL_WORD_MAX];
  size_t n;
  if (known == TL_UNKNOWN && length < TL_WORD_MAX && convert_input(frozen, word, length, converted, &n))
    known = knows_broken(frozen, converted, n, 0);
  return known;
}
