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

/* Characters that folding drops: stress marks, soft hyphen, zero-width characters, byte order mark. */
static inline gboolean tl_is_dropped(guint32 c) {
  return c == 0x300 || c == 0x301 || c == 0xAD || (c >= 0x200B && c <= 0x200D) || c == 0x2060 || c == 0xFEFF;
}

#endif
