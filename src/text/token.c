/* One pass, one character at a time: gap until a letter or digit, then word until neither fits.
 *
 * A joiner (apostrophe, hyphen) belongs to the word when a letter or digit follows it at once; so a closing quote,
 * a dash with spaces and a hyphen at a line's end stay outside. */
#include "text/token.h"

#include "text/chars.h"
#include "text/letter_run.h"

void tl_scanner_init(TlScanner *scanner, const char *text, TlumachSpan span) {
  *scanner = (TlScanner){.text = text, .position = span.start, .end = span.end, .starts = TRUE};
}

/* One character of well-formed UTF-8 (Unicode 15, table 3-7); an invalid byte gives U+FFFD and length 1. */
static inline size_t decode(const unsigned char *s, size_t left, guint32 *c) {
  if (s[0] < 0x80) {
    *c = s[0];
    return 1;
  }
  if (s[0] >= 0xC2 && s[0] < 0xE0 && left > 1 && (s[1] & 0xC0) == 0x80) {
    *c = ((guint32)(s[0] & 0x1F) << 6) | (s[1] & 0x3F);
    return 2;
  }
  if (s[0] >= 0xE0 && s[0] < 0xF0 && left > 2 && (s[1] & 0xC0) == 0x80 && (s[2] & 0xC0) == 0x80) {
    *c = ((guint32)(s[0] & 0x0F) << 12) | ((guint32)(s[1] & 0x3F) << 6) | (s[2] & 0x3F);
    if (*c >= 0x800 && (*c < 0xD800 || *c > 0xDFFF))
      return 3;
  }
  if (s[0] >= 0xF0 && s[0] < 0xF5 && left > 3 && (s[1] & 0xC0) == 0x80 && (s[2] & 0xC0) == 0x80 &&
      (s[3] & 0xC0) == 0x80) {
    *c =
        ((guint32)(s[0] & 0x07) << 18) | ((guint32)(s[1] & 0x3F) << 12) | ((guint32)(s[2] & 0x3F) << 6) | (s[3] & 0x3F);
    if (*c >= 0x10000 && *c <= 0x10FFFF)
      return 4;
  }
  *c = 0xFFFD;
  return 1;
}

static inline gboolean ends_sentence(guint32 c) {
  return c == '.' || c == '!' || c == '?' || c == 0x2026;
}

/* Passes over what is no word; tells what kind of gap it was. FALSE at the end. */
static gboolean skip_gap(TlScanner *scanner, TlToken *token) {
  const unsigned char *text = (const unsigned char *)scanner->text;
  size_t p = scanner->position;
  gboolean other = p == 0, point = FALSE;
  guint line_ends = 0;
  while (p < scanner->end) {
    guint32 c;
    size_t n = decode(text + p, scanner->end - p, &c);
    guint8 class = tl_chars_class(c);
    if (class & (TL_CHAR_LETTER | TL_CHAR_DIGIT)) {
      scanner->position = p;
      token->gap = other || line_ends > 1 ? TL_GAP_OTHER : point ? TL_GAP_POINT : TL_GAP_SPACE;
      token->starts = scanner->starts || line_ends > 1;
      return TRUE;
    }
    if (!(class & TL_CHAR_SPACE)) {
      if (c == '.' && p == scanner->position)
        point = TRUE;
      else
        other = other || !(class & TL_CHAR_MARK);
      if (ends_sentence(c) || c == ':')
        scanner->starts = TRUE;
      else if (c == ',' || c == ';' || c == ')')
        scanner->starts = FALSE;
    } else if (c == '\n' || (c == '\r' && !(p + 1 < scanner->end && text[p + 1] == '\n'))) {
      line_ends++;
    }
    p += n;
  }
  scanner->position = p;
  return FALSE;
}

/* What is known of a word's letters so far, as flags of the token. */
static inline guint add_letter(guint flags, guint8 class) {
  guint upper = flags & TL_TOKEN_LETTERS ? TL_TOKEN_UPPER_REST : TL_TOKEN_CAPITAL;
  return flags | TL_TOKEN_LETTERS | (class & TL_CHAR_UPPER ? upper : (guint)TL_TOKEN_LOWER) |
         (class & TL_CHAR_CYRILLIC ? TL_TOKEN_CYRILLIC : 0u) | (class & TL_CHAR_LATIN ? TL_TOKEN_LATIN : 0u);
}

static inline guint add_run(guint flags, const TlLetterRun *run) {
  guint32 first = flags & TL_TOKEN_LETTERS ? 0 : 1;
  return flags | TL_TOKEN_LETTERS | (run->upper & first ? TL_TOKEN_CAPITAL : 0u) |
         (run->upper & ~first ? TL_TOKEN_UPPER_REST : 0u) | (run->letters & ~run->upper ? TL_TOKEN_LOWER : 0u) |
         (run->latin ? TL_TOKEN_LATIN : 0u) | (run->letters & ~run->latin ? TL_TOKEN_CYRILLIC : 0u);
}

/* The next character, when it belongs to the word: its size. */
static inline size_t add_character(const unsigned char *text, size_t left, guint *flags) {
  guint32 c;
  size_t n = decode(text, left, &c);
  guint8 class = tl_chars_class(c);
  if (class & TL_CHAR_LETTER) {
    *flags = add_letter(*flags, class);
  } else if (class & TL_CHAR_DIGIT) {
    *flags |= TL_TOKEN_DIGITS;
  } else if (class & TL_CHAR_MARK) {
    *flags |= TL_TOKEN_ODD;
  } else if (class & TL_CHAR_JOINER) {
    guint32 next = 0;
    if (n < left)
      decode(text + n, left - n, &next);
    guint8 after = next ? tl_chars_class(next) : 0;
    gboolean joins = tl_is_hyphen(c) ? (after & (TL_CHAR_LETTER | TL_CHAR_DIGIT)) != 0
                                     : (after & TL_CHAR_LETTER) && (*flags & TL_TOKEN_LETTERS);
    if (!joins)
      return 0;
    *flags |= (tl_is_hyphen(c) ? TL_TOKEN_HYPHEN : 0u) | (c == '-' || c == '\'' ? 0u : (guint)TL_TOKEN_ODD);
  } else {
    return 0;
  }
  return n;
}

gboolean tl_scanner_next(TlScanner *scanner, TlToken *token) {
  if (!skip_gap(scanner, token))
    return FALSE;
  size_t p = scanner->position, end = scanner->end;
  guint flags = 0;
  token->span.start = p;
  while (p < end) {
    if (end - p >= TL_LETTER_RUN_ROOM) {
      TlLetterRun run = tl_letter_run(scanner->text + p);
      if (run.length > 0)
        flags = add_run(flags, &run);
      p += run.length;
    }
    size_t n = add_character((const unsigned char *)scanner->text + p, end - p, &flags);
    if (n == 0)
      break;
    p += n;
  }
  token->span.end = scanner->position = p;
  token->flags = (guint16)flags;
  scanner->starts = FALSE;
  return TRUE;
}

void tl_tokens_add(const char *text, TlumachSpan span, GArray *tokens) {
  TlScanner scanner;
  TlToken token;
  tl_scanner_init(&scanner, text, span);
  while (tl_scanner_next(&scanner, &token))
    g_array_append_val(tokens, token);
}
