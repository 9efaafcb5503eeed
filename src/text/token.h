/* The word scanner: UTF-8 text to words, with what stands between them.
 *
 * A word is letters, digits and the marks on them, joined inside by one apostrophe or hyphen at a time: `об'єкт`,
 * `СНО-3`, `по-своєму`, `БпЛА` are one token each. Numbers keep no points or commas. All else is gap; invalid bytes are
 * gap. Ours and not ICU's word iterator, which would cap the whole at 50–146 MB/s; the properties are ICU's (chars.h).
 */
#ifndef TL_TEXT_TOKEN_H
#define TL_TEXT_TOKEN_H

#include "tlumach/base.h"

enum {
  TL_TOKEN_LETTERS = 1 << 0,
  TL_TOKEN_DIGITS = 1 << 1,
  TL_TOKEN_HYPHEN = 1 << 2,
  TL_TOKEN_LATIN = 1 << 3,
  TL_TOKEN_CYRILLIC = 1 << 4,
  TL_TOKEN_CAPITAL = 1 << 5,    /* the first letter is upper case */
  TL_TOKEN_UPPER_REST = 1 << 6, /* some later letter is upper case */
  TL_TOKEN_LOWER = 1 << 7,      /* some letter is lower case */
  TL_TOKEN_ODD = 1 << 8         /* folding changes it: marks, typographic apostrophes or hyphens */
};

/* What stands before a token. */
typedef enum TlGap {
  TL_GAP_SPACE, /* white space alone, at most one line end in it */
  TL_GAP_POINT, /* the same behind a point: дол. США */
  TL_GAP_OTHER  /* anything else: punctuation, a blank line, the start of the text */
} TlGap;

typedef struct TlToken {
  TlumachSpan span;
  guint16 flags;
  guint8 gap;    /* TlGap before it */
  guint8 starts; /* a sentence may begin here: after . ! ? … or a blank line, quotes and dashes passed over */
} TlToken;

typedef struct TlScanner {
  const char *text;
  size_t position, end;
  guint8 starts;
} TlScanner;

void tl_scanner_init(TlScanner *scanner, const char *text, TlumachSpan span);
gboolean tl_scanner_next(TlScanner *scanner, TlToken *token);
/* All of a stretch of text, added to `tokens` (TlToken). */
void tl_tokens_add(const char *text, TlumachSpan span, GArray *tokens);

#endif
