/* The word scanner: UTF-8 text to words, with what stands between them.
 *
 * A word is letters, digits, combining marks and soft hyphens, joined inside by apostrophes (U+0027, U+2019,
 * U+02BC, U+02B9, U+0060) between letters and by hyphens (U+002D, U+2010, U+2011) between letters or digits:
 * `об'єкт`, `СНО-3`, `по-своєму`, `БпЛА` are one token each. Numbers keep no points or commas. Everything else is gap.
 * Ours and not ICU's iterator, which would cap the whole at 50–146 MB/s; the property tables are ICU's.
 */
#ifndef TL_TEXT_TOKEN_H
#define TL_TEXT_TOKEN_H

#include "tlumach/base.h"

enum {
  TL_TOKEN_LETTERS = 1 << 0, /* has a letter */
  TL_TOKEN_DIGITS = 1 << 1,
  TL_TOKEN_HYPHEN = 1 << 2,
  TL_TOKEN_APOSTROPHE = 1 << 3,
  TL_TOKEN_LATIN = 1 << 4,
  TL_TOKEN_CYRILLIC = 1 << 5,
  TL_TOKEN_UPPER_FIRST = 1 << 6, /* the first letter is upper case */
  TL_TOKEN_UPPER_REST = 1 << 7,  /* some later letter is upper case */
  TL_TOKEN_LOWER = 1 << 8,       /* some letter is lower case */
  TL_TOKEN_ODD = 1 << 9          /* has characters that folding drops or changes: stress, soft hyphen,
                                    typographic apostrophe, decomposed letters */
};

typedef enum TlGap {
  TL_GAP_NONE,  /* words touch: `C4I` never, but `а́` + digit may */
  TL_GAP_SPACE, /* white space with at most one line end */
  TL_GAP_OTHER  /* punctuation, a blank line, the text's start */
} TlGap;

typedef struct TlToken {
  TlumachSpan span;
  guint16 flags;
  guint8 gap; /* TlGap before this token */
} TlToken;

typedef struct TlScanner {
  const char *text;
  size_t position, end;
} TlScanner;

/* Starts at `span` of `text`. */
void tl_scanner_init(TlScanner *scanner, const char *text, TlumachSpan span);
gboolean tl_scanner_next(TlScanner *scanner, TlToken *token);

#endif
