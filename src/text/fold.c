/* Folding and casing of single words. ICU does what depends on Unicode's tables; what every word needs first (is there
 * anything to do at all?) is decided on bytes. */
#include "text/fold.h"

#include <string.h>
#include <unicode/ucasemap.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>
#include <unicode/utf8.h>

#include "base/hash.h"
#include "text/chars.h"

/* Nothing to fold: no marks, no second spelling of an apostrophe or a hyphen. */
static gboolean is_folded(const char *word, size_t length) {
  guint32 c;
  for (size_t i = 0, n; i < length; i += n)
    if (!(n = tl_char_plain(word + i, length - i, &c)) || c == '`')
      return FALSE;
  return TRUE;
}

static size_t put(char *out, size_t used, guint32 c) {
  return used + 6 < TL_WORD_MAX ? used + (size_t)g_unichar_to_utf8(c, out + used) : 0;
}

/* Canonical composition; only words with combining marks come here. */
static size_t compose(char word[TL_WORD_MAX], size_t length) {
  UErrorCode status = U_ZERO_ERROR;
  UChar in[TL_WORD_MAX], out[TL_WORD_MAX];
  int32_t n = 0;
  u_strFromUTF8(in, TL_WORD_MAX, &n, word, (int32_t)length, &status);
  n = unorm2_normalize(unorm2_getNFCInstance(&status), in, n, out, TL_WORD_MAX, &status);
  int32_t bytes = 0;
  u_strToUTF8(word, TL_WORD_MAX, &bytes, out, n, &status);
  return U_SUCCESS(status) && bytes < TL_WORD_MAX ? (size_t)bytes : 0;
}

size_t tl_fold_word(const char *word, size_t length, char folded[TL_WORD_MAX]) {
  if (length >= TL_WORD_MAX)
    return 0;
  if (is_folded(word, length)) {
    memcpy(folded, word, length);
    folded[length] = '\0';
    return length;
  }
  size_t used = 0;
  gboolean marks = FALSE;
  guint32 before = 0;
  for (int32_t i = 0; i < (int32_t)length;) {
    UChar32 c;
    U8_NEXT((const uint8_t *)word, i, (int32_t)length, c);
    if (c < 0)
      return 0;
    guint32 u = (guint32)c;
    gboolean accent =
        (u == 0x300 || u == 0x301) && (tl_chars_class(before) & TL_CHAR_LATIN); /* of é in two pieces: no stress */
    if (tl_is_dropped(u) && !accent)
      continue;
    before = u;
    if (tl_is_apostrophe(u))
      u = '\'';
    else if (tl_is_hyphen(u))
      u = '-';
    marks = marks || (u >= 0x300 && u < 0x370);
    if (!(used = put(folded, used, u)))
      return 0;
  }
  if (marks)
    used = compose(folded, used);
  folded[used] = '\0';
  return used;
}

/* As much of map_case as plain characters reach. */
static size_t map_plain(const char *word, size_t length, gboolean first_upper, gboolean rest_upper,
                        char out[TL_WORD_MAX]) {
  gboolean upper = first_upper;
  size_t i = 0, n;
  guint32 c;
  for (; i < length && (n = tl_char_plain(word + i, length - i, &c)); i += n) {
    tl_char_plain_put(upper ? tl_char_plain_upper(c) : tl_char_plain_lower(c), out + i);
    upper = rest_upper;
  }
  return i;
}

/* Simple (one to one) case mapping: what dictionaries and Hunspell use. */
static size_t map_case(const char *word, size_t length, gboolean first_upper, gboolean rest_upper,
                       char out[TL_WORD_MAX]) {
  if (length >= TL_WORD_MAX)
    return 0;
  size_t used = map_plain(word, length, first_upper, rest_upper, out);
  gboolean first = used == 0;
  for (int32_t i = (int32_t)used; i < (int32_t)length;) {
    UChar32 c;
    U8_NEXT((const uint8_t *)word, i, (int32_t)length, c);
    if (c < 0)
      return 0;
    guint32 u = (guint32)((first ? first_upper : rest_upper) ? u_toupper(c) : u_tolower(c));
    first = FALSE;
    if (!(used = put(out, used, u)))
      return 0;
  }
  out[used] = '\0';
  return used;
}

size_t tl_lower_word(const char *word, size_t length, char lower[TL_WORD_MAX]) {
  return map_case(word, length, FALSE, FALSE, lower);
}

size_t tl_upper_word(const char *word, size_t length, char upper[TL_WORD_MAX]) {
  return map_case(word, length, TRUE, TRUE, upper);
}

size_t tl_title_word(const char *word, size_t length, char title[TL_WORD_MAX]) {
  return map_case(word, length, TRUE, FALSE, title);
}

#define EIGHT(byte) ((guint64)(byte)*0x0101010101010101u)

/* Eight bytes brought to what capitals and small letters have in common, each by itself: of ASCII the low five bits; of
 * the second bytes of Cyrillic the low four and one that tells а…п (D0 90… and D0 B0…) from the others (р…я are D0 A0…
 * and D1 80…, ѐ…џ D0 80… and D1 90…); of first bytes nothing. `before` is the byte in front. What stands outside
 * U+0400…U+045F leaves a bit in `others`. */
static inline guint64 small_bytes(guint64 bytes, guint8 before, guint64 *others) {
  guint64 high = bytes & EIGHT(0x80), first = high & bytes << 1, firsts = (first >> 7) * 0xFF,
          second = (high ^ first) >> 7, previous = bytes << 8 | before;
  *others |= ((bytes ^ EIGHT(0xD0)) & EIGHT(0xFE) & firsts) | (previous & bytes >> 5 & second);
  return (bytes & (EIGHT(0x1F) ^ high >> 3) & ~firsts) | (bytes >> 4 & ~previous & second) << 4;
}

gboolean tl_small_hash(const char *word, size_t length, guint64 *hash) {
  guint64 h = TL_HASH_START ^ length, others = 0;
  guint8 before = 0;
  for (; length >= 8; word += 8, length -= 8) {
    h = tl_hash_step(h, small_bytes(tl_load_few(word, 8), before, &others));
    before = (guint8)word[7];
  }
  if (length > 0)
    h = tl_hash_step(h, small_bytes(tl_load_few(word, length), before, &others));
  *hash = h;
  return others == 0;
}

/* Pairs of letters that print alike; capitals and small letters differ in which do. */
static const struct {
  guint32 latin, cyrillic;
} lookalikes[] = {{'A', 0x410}, {'B', 0x412}, {'C', 0x421}, {'E', 0x415}, {'H', 0x41D},  {'I', 0x406}, {'J', 0x408},
                  {'K', 0x41A}, {'M', 0x41C}, {'O', 0x41E}, {'P', 0x420}, {'S', 0x405},  {'T', 0x422}, {'X', 0x425},
                  {'Y', 0x423}, {'a', 0x430}, {'c', 0x441}, {'e', 0x435}, {'i', 0x456},  {'j', 0x458}, {'o', 0x43E},
                  {'p', 0x440}, {'s', 0x455}, {'x', 0x445}, {'y', 0x443}, {0xCF, 0x407}, {0xEF, 0x457}};

size_t tl_lookalike_word(const char *word, size_t length, gboolean to_cyrillic, char out[TL_WORD_MAX]) {
  if (length >= TL_WORD_MAX)
    return 0;
  size_t used = 0;
  for (int32_t i = 0; i < (int32_t)length;) {
    UChar32 c;
    U8_NEXT((const uint8_t *)word, i, (int32_t)length, c);
    if (c < 0)
      return 0;
    guint32 u = (guint32)c;
    guint8 class = tl_chars_class(u);
    if (class & (to_cyrillic ? TL_CHAR_LATIN : TL_CHAR_CYRILLIC)) {
      guint32 twin = 0;
      for (size_t k = 0; k < G_N_ELEMENTS(lookalikes) && !twin; k++)
        if ((to_cyrillic ? lookalikes[k].latin : lookalikes[k].cyrillic) == u)
          twin = to_cyrillic ? lookalikes[k].cyrillic : lookalikes[k].latin;
      if (!twin)
        return 0;
      u = twin;
    }
    if (!(used = put(out, used, u)))
      return 0;
  }
  out[used] = '\0';
  return used;
}
