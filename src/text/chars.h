/* What the scanner and the folder need to know of a character, in one byte-wide lookup for the scripts in use. */
#ifndef TL_TEXT_CHARS_H
#define TL_TEXT_CHARS_H

#include <glib.h>
#include <stddef.h>

enum {
  TL_CHAR_LETTER = 1 << 0,
  TL_CHAR_DIGIT = 1 << 1,
  TL_CHAR_MARK = 1 << 2, /* combining marks, soft hyphen, zero-width characters: inside words only */
  TL_CHAR_UPPER = 1 << 3,
  TL_CHAR_CYRILLIC = 1 << 4, /* of the letters: Cyrillic … */
  TL_CHAR_LATIN = 1 << 5,    /* … or Latin */
  TL_CHAR_SPACE = 1 << 6,    /* white space, line ends included */
  TL_CHAR_JOINER = 1 << 7    /* apostrophes and hyphens that may stand inside a word */
};

/* Classes of code points below TL_CHARS_TABLE, by code point; ICU's answers, kept in chars_table.c. */
#define TL_CHARS_TABLE 0x800
extern const guint8 tl_chars_table[TL_CHARS_TABLE];

/* Any code point, by ICU's properties: the slow way, and what the table is made from. */
guint8 tl_chars_lookup(guint32 codepoint);

static inline guint8 tl_chars_class(guint32 codepoint) {
  return codepoint < TL_CHARS_TABLE ? tl_chars_table[codepoint] : tl_chars_lookup(codepoint);
}

static inline gboolean tl_is_apostrophe(guint32 c) {
  return c == 0x27 || c == 0x60 || c == 0xB4 || c == 0x2B9 || c == 0x2BC || c == 0x2018 || c == 0x2019 || c == 0x201B ||
         c == 0x2032;
}

static inline gboolean tl_is_hyphen(guint32 c) {
  return c == 0x2D || c == 0x2010 || c == 0x2011 || c == 0xB7 ||
         c == 0x22C5; /* кВт·год: the multiplication dots of units, too */
}

/* Characters whose other case is a shift away, in as many bytes: ASCII and the Cyrillic of living languages. Most of
 * what we read is made of them alone; tests/unit/text/test_chars.c holds the shifts equal to ICU's answers. */
static inline gboolean tl_char_is_plain(guint32 c) {
  return c < 0x80 || (c >= 0x400 && c < 0x482) || (c >= 0x490 && c < 0x4C0);
}

static inline guint32 tl_char_plain_lower(guint32 c) {
  if (c < 0x80)
    return c >= 'A' && c <= 'Z' ? c + 0x20 : c;
  return c < 0x410 ? c + 0x50 : c < 0x430 ? c + 0x20 : c < 0x460 ? c : c | 1;
}

static inline guint32 tl_char_plain_upper(guint32 c) {
  if (c < 0x80)
    return c >= 'a' && c <= 'z' ? c - 0x20 : c;
  return c < 0x430 ? c : c < 0x450 ? c - 0x20 : c < 0x460 ? c - 0x50 : c & ~1u;
}

/* The plain character at the start of `length` bytes, and its size; 0 when it is none. */
static inline size_t tl_char_plain(const char *text, size_t length, guint32 *c) {
  guint8 first = (guint8)text[0];
  *c = first;
  if (first < 0x80)
    return 1;
  if (length < 2 || first < 0xD0 || first > 0xD2 || ((guint8)text[1] & 0xC0) != 0x80)
    return 0;
  *c = (guint32)(first & 0x1F) << 6 | ((guint8)text[1] & 0x3F);
  return tl_char_is_plain(*c) ? 2 : 0;
}

/* Writes it back. */
static inline size_t tl_char_plain_put(guint32 c, char *out) {
  if (c < 0x80) {
    out[0] = (char)c;
    return 1;
  }
  out[0] = (char)(0xC0 | c >> 6);
  out[1] = (char)(0x80 | (c & 0x3F));
  return 2;
}

/* Characters that folding drops: stress marks, soft hyphen, zero-width characters, byte order mark. */
static inline gboolean tl_is_dropped(guint32 c) {
  return c == 0x300 || c == 0x301 || c == 0xAD || (c >= 0x200B && c <= 0x200D) || c == 0x2060 || c == 0xFEFF;
}

#endif
