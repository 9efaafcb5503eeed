/* The only converter from byte offsets to lines and columns, and back.
 *
 * Lines end at LF, CRLF or CR and nothing else; lines and columns count from 1. Offsets inside a character
 * count as its first byte; an invalid byte is one character one cell wide.
 */
#ifndef TL_BASE_POSITION_H
#define TL_BASE_POSITION_H

#include "tlumach/base.h"

/* A cursor over one text; asking in rising order costs only the distance, asking backwards starts from the
 * nearest earlier line it has seen. */
typedef struct TlPositions TlPositions;

TlPositions *tl_positions_new(const char *text, size_t length); /* borrows `text` */
/* For text that goes on where a file's first `lines` lines end. */
TlPositions *tl_positions_new_behind(const char *text, size_t length, size_t lines);
/* The end of the line that begins at `from`, without its LF, CRLF or CR; `*next`: where the next one begins, `length`
 * at the last. */
size_t tl_line_end(const char *text, size_t from, size_t length, size_t *next);
/* How many lines end in the text. */
size_t tl_line_ends(const char *text, size_t length);
void tl_positions_free(TlPositions *positions);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TlPositions, tl_positions_free)

void tl_positions_locate(TlPositions *positions, size_t offset, TlumachColumnUnit unit, size_t *line, size_t *column);
/* The byte offset of a line and column; past the end of a line gives the line's end (before its LF/CR), past
 * the last line the text's end. */
size_t tl_positions_offset(TlPositions *positions, size_t line, size_t column, TlumachColumnUnit unit);

/* Of one place, for a message: its line and its column in characters. */
void tl_locate(const char *text, size_t length, size_t offset, size_t *line, size_t *column);

/* Decodes one character of UTF-8 at `text` (`length` > 0 bytes left): its length, and the code point or
 * U+FFFD for an invalid byte (length 1). */
static inline size_t tl_utf8_next(const char *text, size_t length, guint32 *codepoint);
/* Where the character of the text [from, to) begins that byte `at` is of; `at` itself at the end, and for an invalid
 * byte. */
size_t tl_utf8_start(const char *text, size_t from, size_t to, size_t at);
/* For a message: `most` bytes at most, whole characters of them, and "…" where more follows. Free with g_free. */
char *tl_utf8_excerpt(const char *text, size_t length, size_t most);
/* The length of what is UTF-8 at the start of the text: all of it, or up to the first invalid byte or NUL. */
size_t tl_utf8_good(const char *text, size_t length);
/* How many of `unit` the `length` bytes of `text` take. For the display `text` begins a line: a tab goes to the next of
 * its stops, every 8 cells. */
size_t tl_utf8_measure(const char *text, size_t length, TlumachColumnUnit unit);
/* Terminal cells of one code point: 0, 1 or 2. */
int tl_display_width(guint32 codepoint);

size_t tl_utf8_next_any(const char *text, size_t length, guint32 *codepoint);

/* Inline are the characters that we meet: those of one byte, most letters of two. */
static inline size_t tl_utf8_next(const char *text, size_t length, guint32 *codepoint) {
  guchar c = (guchar)*text;
  if (c < 0x80) {
    *codepoint = c;
    return 1;
  }
  if (c < 0xC2 || c >= 0xE0 || length < 2 || ((guchar)text[1] & 0xC0) != 0x80)
    return tl_utf8_next_any(text, length, codepoint);
  *codepoint = (guint32)(c & 0x1F) << 6 | ((guchar)text[1] & 0x3F);
  return 2;
}

#endif
