#include "base/charset_guess.h"

#include <string.h>

#define LOOK 65536u

/* Well-formed but for a character cut at the end of what is looked at. */
static gboolean is_utf8(const guint8 *bytes, gsize size, gsize looked) {
  const char *p = (const char *)bytes, *end = p + looked;
  while (p < end) {
    if (g_utf8_validate_len(p, (gsize)(end - p), &p))
      return TRUE;
    if (*p != '\0') /* GLib refuses NUL; we do not */
      return looked < size && end - p < 4;
    p++;
  }
  return TRUE;
}

/* Zero bytes (Latin, spaces) or 0x04 (Cyrillic) fill one of the two places. */
static const char *utf16(const guint8 *bytes, gsize looked) {
  gsize high[2] = {0, 0};
  if (looked < 4 || looked % 2)
    return NULL;
  for (gsize i = 0; i < looked; i++)
    high[i % 2] += bytes[i] == 0 || bytes[i] == 4;
  gsize units = looked / 2;
  if (high[1] * 10 >= units * 9 && high[0] * 2 < units)
    return "UTF-16LE";
  if (high[0] * 10 >= units * 9 && high[1] * 2 < units)
    return "UTF-16BE";
  return NULL;
}

/* How common letters are in Ukrainian, per mille, from а to я in alphabetical order of windows-1251's 0xE0–0xFF, then ґ
 * є і ї. */
static const guint8 common[32] = {79, 17, 52, 16, 32, 47, 9, 23, 61, 13, 39, 36, 29, 65, 93, 28,
                                  47, 42, 56, 33, 3,  11, 8, 14, 7,  4,  0,  0,  17, 0,  8,  24};

static guint8 weight_1251(guint8 b) {
  if (b >= 0xE0)
    return common[b - 0xE0];
  return b == 0xB3 ? 57 : b == 0xBA ? 6 : b == 0xBF ? 6 : b == 0xB4 ? 1 : 0; /* і є ї ґ */
}

/* KOI8 puts the letters in the order of their Latin likenesses: юабцдефгхийклмнопярстужвьызшэщчъ from 0xC0. */
static guint8 weight_koi8(guint8 b) {
  static const guint8 to_1251[32] = {30, 0,  1,  22, 4,  5,  20, 3, 21, 8,  9, 10, 11, 12, 13, 14,
                                     15, 31, 16, 17, 18, 19, 6,  2, 28, 27, 7, 24, 29, 25, 23, 26};
  if (b >= 0xC0 && b < 0xE0)
    return common[to_1251[b - 0xC0]];
  return b == 0xA6 ? 57 : b == 0xA4 ? 6 : b == 0xA7 ? 6 : b == 0xAD ? 1 : 0;
}

static const char *cyrillic(const guint8 *bytes, gsize looked) {
  guint64 w1251 = 0, koi8 = 0, high = 0, ukrainian = 0;
  for (gsize i = 0; i < looked; i++) {
    if (bytes[i] < 0x80)
      continue;
    high++;
    w1251 += weight_1251(bytes[i]);
    koi8 += weight_koi8(bytes[i]);
    ukrainian += bytes[i] == 0xA6 || bytes[i] == 0xA7 || bytes[i] == 0xA4;
  }
  if (high < 8 || MAX(w1251, koi8) < high * 25)
    return NULL;
  if (w1251 >= koi8)
    return "windows-1251";
  return ukrainian > 0 ? "KOI8-U" : "KOI8-R";
}

const char *tl_charset_guess(const guint8 *bytes, gsize size) {
  gsize looked = MIN(size, LOOK);
  if (size >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0)
    return "UTF-8";
  if (size >= 2 && ((bytes[0] == 0xFF && bytes[1] == 0xFE) || (bytes[0] == 0xFE && bytes[1] == 0xFF)))
    return "UTF-16";
  const char *wide = utf16(bytes, looked & ~(gsize)1);
  if (wide)
    return wide;
  if (is_utf8(bytes, size, looked))
    return "UTF-8";
  const char *eight = cyrillic(bytes, looked);
  return eight ? eight : "UTF-8";
}
