#include "bitext/align/marks.h"

#include <string.h>

#define QUOTATION_MAX 6u /* sentences of a quotation; beyond, somebody forgot to close it */

const char *tl_align_mark_name(gunichar c) {
  switch (c) {
  case '"':
  case 0xAB:
  case 0xBB:
  case 0x201C:
  case 0x201D:
  case 0x201E:
  case 0x2039:
  case 0x203A:
    return "\"";
  case '?':
  case 0x37E:
    return "?";
  case '!':
    return "!";
  case 0x2026:
    return "…";
  case ':':
    return ":";
  case ';':
    return ";";
  case '(':
  case '[':
    return "(";
  case '%':
    return "%";
  case '$':
    return "$";
  case 0x20AC:
    return "€";
  case 0xA3:
    return "£";
  case 0x2013:
  case 0x2014:
    return "—";
  default:
    return NULL;
  }
}

static gboolean is_quote(gunichar c) {
  return c == '"' || c == 0xAB || c == 0xBB || (c >= 0x2018 && c <= 0x201F) || c == 0x2039 || c == 0x203A || c == '\'';
}

static gunichar char_before(const char *text, size_t start, size_t *at) {
  size_t end = *at;
  do
    --*at;
  while (*at > start && ((guint8)text[*at] & 0xC0) == 0x80);
  gunichar c = g_utf8_get_char_validated(text + *at, (gssize)(end - *at));
  return c >= (gunichar)-2 ? 0xFFFD : c;
}

static guint8 kind_of_end(const char *text, TlumachSpan span) {
  guint8 quoted = 0;
  for (size_t at = span.end; at > span.start;) {
    gunichar c = char_before(text, span.start, &at);
    if (is_quote(c))
      quoted = TL_EDGE_QUOTED;
    if (c == ' ' || c == ')' || c == ']' || is_quote(c))
      continue;
    const char *marks = ".?!:;,", *mark = c < 0x80 ? strchr(marks, (int)c) : NULL;
    return (guint8)(quoted + (c == 0x2026                              ? 7
                              : mark && c                              ? 1 + (mark - marks)
                              : c == '-' || c == 0x2013 || c == 0x2014 ? 8
                                                                       : 0));
  }
  return 9;
}

static guint8 kind_of_beginning(const char *text, TlumachSpan span) {
  guint8 quoted = 0;
  for (size_t at = span.start; at < span.end;) {
    gunichar c = g_utf8_get_char_validated(text + at, (gssize)(span.end - at));
    if (c >= (gunichar)-2)
      return 9;
    at += (size_t)(g_utf8_next_char(text + at) - (text + at));
    if (is_quote(c))
      quoted = TL_EDGE_QUOTED;
    else if (c == '-' || c == 0x2013 || c == 0x2014)
      return (guint8)(quoted + 4);
    else if (c != ' ' && c != '(')
      return (guint8)(quoted + (g_unichar_islower(c) ? 1 : g_unichar_isdigit(c) ? 2 : g_unichar_isalpha(c) ? 3 : 5));
  }
  return 9;
}

/* What a quotation mark does: 1, opens; -1, closes; 0, can't be told. The marks' own directions differ between
 * languages („…“, “…”, »…«), what stands around them does not. */
static int direction(gunichar before, gunichar c, gunichar after) {
  gboolean loose_before = g_unichar_isspace(before) || strchr("(-[", before < 0x80 ? (int)before : 'x') ||
                          before == 0x2013 || before == 0x2014;
  gboolean loose_after = g_unichar_isspace(after) || (g_unichar_ispunct(after) && !is_quote(after));
  if (loose_before != loose_after)
    return loose_before ? 1 : -1;
  return c == 0xAB || c == 0x201E ? 1 : c == 0xBB || c == 0x201D ? -1 : 0;
}

/* Is a quotation open at the end of the span that was `open` at its beginning? */
static gboolean quotes(const char *text, TlumachSpan span, gboolean open) {
  gunichar before = ' ';
  for (size_t at = span.start; at < span.end;) {
    gunichar c = g_utf8_get_char_validated(text + at, (gssize)(span.end - at));
    at += c >= (gunichar)-2 ? 1 : (size_t)(g_utf8_next_char(text + at) - (text + at));
    gunichar after = at < span.end ? g_utf8_get_char_validated(text + at, (gssize)(span.end - at)) : ' ';
    after = after >= (gunichar)-2 ? 0xFFFD : after;
    if (c == '"' || c == 0xAB || c == 0xBB || (c >= 0x201C && c <= 0x201F)) {
      int way = direction(before, c, after);
      open = way ? way > 0 : !open;
    }
    before = c >= (gunichar)-2 ? 0xFFFD : c;
  }
  return open;
}

void tl_align_mark_edges(const char *text, TlumachSpan span, const TlAlignSentence *before, TlAlignSentence *sentence) {
  sentence->begins = kind_of_beginning(text, span);
  sentence->ends = kind_of_end(text, span);
  guint8 since = before ? before->quoting : 0;
  gboolean open = quotes(text, span, since > 0 && since < QUOTATION_MAX);
  sentence->quoting = (guint8)(open ? since + 1 : 0);
}
