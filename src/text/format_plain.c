/* Plain text: a blank line always ends a paragraph; whether a single line end does, the text shows or the user says. */
#include <string.h>

#include "base/charset.h"
#include "base/position.h"
#include "text/chars.h"
#include "text/formats.h"

#define BOM 3u

static gboolean is_blank(const char *text, size_t from, size_t end) {
  for (size_t i = from; i < end; i++)
    if (text[i] != ' ' && text[i] != '\t' && text[i] != '\f')
      return FALSE;
  return TRUE;
}

/* The line's last character, closing quotes and brackets passed over, ends a sentence. */
static gboolean ends_sentence(const char *text, size_t from, size_t end) {
  while (end > from) {
    size_t at = end - 1;
    while (at > from && ((guchar)text[at] & 0xC0) == 0x80)
      at--;
    guint32 c;
    tl_utf8_next(text + at, end - at, &c);
    if (c == '.' || c == '!' || c == '?' || c == ':' || c == 0x2026)
      return TRUE;
    if (c != '"' && c != ')' && c != ']' && c != 0xBB && c != 0x201D && c != 0x201C &&
        !(tl_chars_class(c) & TL_CHAR_SPACE))
      return FALSE;
    end = at;
  }
  return FALSE;
}

#define LOOK_MAX (256u << 10) /* bytes that show how a text is laid out */

/* Most lines inside paragraphs are 40 to 100 columns and do not end a sentence: they were broken by a fill command. */
static gboolean looks_wrapped(const char *text, size_t length) {
  length = MIN(length, LOOK_MAX);
  guint inner = 0, filled = 0;
  gboolean blanks = FALSE;
  for (size_t from = 0, next; from < length; from = next) {
    size_t end = tl_line_end(text, from, length, &next), after;
    if (is_blank(text, from, end)) {
      blanks = blanks || next < length;
      continue;
    }
    if (next >= length || is_blank(text, next, tl_line_end(text, next, length, &after)))
      continue;
    size_t columns = end - from > 400 ? 400 : tl_utf8_measure(text + from, end - from, TLUMACH_COLUMN_DISPLAY);
    inner++;
    filled += columns >= 40 && columns <= 100 && !ends_sentence(text, from, end);
  }
  return blanks && filled * 2 > inner;
}

/* A line that begins with a bullet or a pictograph is an item of a list, however the text is wrapped. A hyphen or dash
 * is none: the dash of a sentence may begin a line, too. */
static gboolean begins_item(const char *text, size_t from, size_t end) {
  while (from < end && (text[from] == ' ' || text[from] == '\t'))
    from++;
  guint32 c = 0;
  if (from < end)
    tl_utf8_next(text + from, end - from, &c);
  return c == 0x2022 || c == 0x25AA || c == 0x25CF || c == 0x25E6 || c == 0x2043 || (c >= 0x2600 && c < 0x27C0) ||
         (c >= 0x1F000 && c < 0x1FB00);
}

gboolean tl_plain_wraps(const char *text, size_t length, TlumachNewline newline) {
  return newline == TLUMACH_NEWLINE_WRAP || (newline == TLUMACH_NEWLINE_AUTO && looks_wrapped(text, length));
}

size_t tl_plain_cut(const char *text, size_t length, gboolean wraps) {
  length -= MIN(length, BOM); /* what is no byte order mark here must be none where a text begins */
  for (const char *lf, *before; (lf = memrchr(text, '\n', length)); length = (size_t)(lf - text)) {
    if (tl_bom_length(lf + 1, BOM) > 0)
      continue;
    before = wraps ? memrchr(text, '\n', (size_t)(lf - text)) : NULL;
    size_t from = before ? (size_t)(before + 1 - text) : 0, end = (size_t)(lf - text);
    if (!wraps || is_blank(text, from, end - (end > from && text[end - 1] == '\r')))
      return end + 1;
  }
  return 0;
}

static gboolean read_plain(TlDocumentBuilder *builder, const char *name, const char *text, size_t length,
                           TlumachNewline newline, GError **error) {
  (void)name, (void)error;
  gboolean wrap = tl_plain_wraps(text, length, newline);
  TlumachSpan block = {0, 0};
  for (size_t from = tl_bom_length(text, length), next; from < length; from = next) {
    size_t end = tl_line_end(text, from, length, &next);
    gboolean is_empty = is_blank(text, from, end);
    if (block.end && begins_item(text, from, end)) {
      tl_builder_plain_block(builder, block);
      block.end = 0;
    }
    if (block.end == 0)
      block.start = from;
    if (!is_empty)
      block.end = end;
    if (block.end && (is_empty || !wrap || next >= length)) {
      tl_builder_plain_block(builder, block);
      block.end = 0;
    }
  }
  return TRUE;
}

const TlFormat tl_format_plain = {.name = "plain", .endings = ".txt .text", .read = read_plain};
