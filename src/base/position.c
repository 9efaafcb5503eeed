#include "base/position.h"

#include <string.h>

size_t tl_utf8_next_any(const char *text, size_t length, guint32 *codepoint) {
  gunichar u = g_utf8_get_char_validated(text, (gssize)MIN(length, 4));
  if (u >= 0x110000) {
    *codepoint = 0xFFFD;
    return 1;
  }
  *codepoint = u;
  return u < 0x80 ? 1 : u < 0x800 ? 2 : u < 0x10000 ? 3 : 4;
}

#define BLOCK 32u /* bytes */

/* Are bytes [0, BLOCK) what is to stand behind the two before them, in characters of one to three bytes but for a few
 * rare ones and NUL? The last one may go on behind them. Without a branch, for the compiler to take them at once. */
static gboolean is_plain_block(const guint8 *at) {
  guint8 bad = 0;
  for (gint i = 0; i < (gint)BLOCK; i++) {
    guint8 c = at[i], one = at[i - 1], two = at[i - 2];
    guint8 follows = (c & 0xC0) == 0x80, meant = (one >= 0xC2) | (two >= 0xE0);
    bad |= (guint8)((follows ^ meant) | (c == 0) | ((c & 0xFE) == 0xC0) | (c == 0xE0) | (c == 0xED) | (c >= 0xF0));
  }
  return !bad;
}

size_t tl_utf8_start(const char *text, size_t from, size_t to, size_t at) {
  size_t start = at;
  guint32 c;
  if (at >= to)
    return at;
  while (start > from && at - start < 3 && ((guint8)text[start] & 0xC0) == 0x80)
    start--;
  return start + tl_utf8_next(text + start, to - start, &c) > at ? start : at;
}

char *tl_utf8_excerpt(const char *text, size_t length, size_t most) {
  if (length <= most)
    return g_strndup(text, length);
  return g_strdup_printf("%.*s…", (int)tl_utf8_start(text, 0, length, most), text);
}

/* In plain blocks: where the character begins, or what would be one if it ended, that byte `at` is of. */
static size_t back_to_lead(const char *text, size_t at) {
  while (((guint8)text[at] & 0xC0) == 0x80)
    at--;
  return at;
}

size_t tl_utf8_good(const char *text, size_t length) {
  size_t i = 0;
  for (size_t n; i < length; i += n) {
    guint32 c;
    size_t from = i;
    while (i >= 2 && length - i >= BLOCK && is_plain_block((const guint8 *)text + i))
      i += BLOCK;
    if (i > from)
      i = back_to_lead(text, i - 1); /* does the last one end? */
    if (text[i] == '\0' || ((n = tl_utf8_next(text + i, length - i, &c)) == 1 && (guint8)text[i] >= 0x80))
      return i;
  }
  return length;
}

int tl_display_width(guint32 codepoint) {
  if (codepoint < 0x300)
    return codepoint < 0x20 || (codepoint >= 0x7F && codepoint < 0xA0) || codepoint == 0xAD ? 0 : 1;
  if (codepoint >= 0x370 && codepoint < 0x483) /* Greek and Cyrillic letters, before the first combining mark */
    return 1;
  if (g_unichar_iszerowidth(codepoint))
    return 0;
  return g_unichar_iswide(codepoint) ? 2 : 1;
}

#define TAB_STOP 8u /* of terminals, and of what GCC (-ftabstop) and Emacs take for one */

/* What a character takes in a line in which `before` are taken. */
static size_t units(guint32 codepoint, size_t bytes, TlumachColumnUnit unit, size_t before) {
  switch (unit) {
  case TLUMACH_COLUMN_BYTE:
    return bytes;
  case TLUMACH_COLUMN_DISPLAY:
    return codepoint == '\t' ? TAB_STOP - before % TAB_STOP : (size_t)tl_display_width(codepoint);
  case TLUMACH_COLUMN_UTF16:
    return codepoint >= 0x10000 ? 2 : 1;
  case TLUMACH_COLUMN_CHARACTER:
    break;
  }
  return 1;
}

static size_t measure(const char *text, size_t length, TlumachColumnUnit unit, size_t before) {
  for (size_t i = 0; i < length;) {
    guint32 c;
    size_t n = tl_utf8_next(text + i, length - i, &c);
    before += units(c, n, unit, before);
    i += n;
  }
  return before;
}

size_t tl_utf8_measure(const char *text, size_t length, TlumachColumnUnit unit) {
  return measure(text, length, unit, 0);
}

typedef struct Place {
  size_t line; /* from 1; 0: none */
  size_t offset, column;
  TlumachColumnUnit unit;
} Place;

/* Starts of every line seen so far, then the places asked last: asking on in one line goes on from there. Two, since
 * who asks for the start and the end of a span may ask for its start again. */
struct TlPositions {
  const char *text;
  size_t length;
  size_t before;  /* lines of the file before the text */
  GArray *starts; /* size_t; the first is 0 */
  size_t scanned; /* the text before this has been searched for line ends */
  Place last[2];
  guint newest;
};

TlPositions *tl_positions_new(const char *text, size_t length) {
  return tl_positions_new_behind(text, length, 0);
}

TlPositions *tl_positions_new_behind(const char *text, size_t length, size_t lines) {
  TlPositions *positions = g_new0(TlPositions, 1);
  positions->text = text;
  positions->length = length;
  positions->before = lines;
  positions->starts = g_array_new(FALSE, TRUE, sizeof(size_t));
  g_array_set_size(positions->starts, 1);
  return positions;
}

void tl_positions_free(TlPositions *positions) {
  if (!positions)
    return;
  g_array_unref(positions->starts);
  g_free(positions);
}

#define LINE_WINDOW 1024u /* bytes */

size_t tl_line_end(const char *text, size_t from, size_t length, size_t *next) {
  size_t end = from;
  for (gboolean found = FALSE; !found && end < length;) { /* by and by: no line may cost a look through the whole */
    size_t window = MIN(length - end, LINE_WINDOW);
    const char *lf = memchr(text + end, '\n', window);
    size_t before = lf ? (size_t)(lf - (text + end)) : window;
    const char *cr = memchr(text + end, '\r', before);
    found = lf || cr;
    end = cr ? (size_t)(cr - text) : end + before;
  }
  *next = end + (end < length) + (end + 1 < length && text[end] == '\r' && text[end + 1] == '\n');
  return end;
}

static void scan_to(TlPositions *p, size_t offset) {
  while (p->scanned <= offset && p->scanned < p->length) {
    if (tl_line_end(p->text, p->scanned, p->length, &p->scanned) < p->scanned)
      g_array_append_val(p->starts, p->scanned);
  }
}

size_t tl_line_ends(const char *text, size_t length) {
  size_t n = 0;
  for (size_t at = 0; at < length;)
    n += tl_line_end(text, at, length, &at) < at;
  return n;
}

static size_t line_of(const TlPositions *p, size_t offset) {
  size_t low = 0, high = p->starts->len;
  size_t last = p->last[p->newest].line;
  if (last > 0 && g_array_index(p->starts, size_t, last - 1) <= offset) {
    low = last - 1; /* text order: it is this line, or soon after */
    if (low + 1 >= high || offset < g_array_index(p->starts, size_t, low + 1))
      return low;
  }
  while (high - low > 1) {
    size_t middle = low + (high - low) / 2;
    if (g_array_index(p->starts, size_t, middle) <= offset)
      low = middle;
    else
      high = middle;
  }
  return low;
}

void tl_positions_locate(TlPositions *p, size_t offset, TlumachColumnUnit unit, size_t *line, size_t *column) {
  offset = tl_utf8_start(p->text, 0, p->length, MIN(offset, p->length));
  scan_to(p, offset);
  size_t index = line_of(p, offset);
  size_t from = g_array_index(p->starts, size_t, index), before = 0;
  for (guint i = 0; i < G_N_ELEMENTS(p->last); i++) {
    const Place *last = &p->last[i];
    if (last->line == index + 1 && last->unit == unit && last->offset <= offset && last->offset >= from) {
      from = last->offset;
      before = last->column - 1;
    }
  }
  if (from == 0 && p->before == 0 && p->length >= 3 && memcmp(p->text, "\xEF\xBB\xBF", 3) == 0)
    from = MIN(offset, 3); /* a byte order mark takes no column */
  *line = p->before + index + 1;
  *column = measure(p->text + from, offset - from, unit, before) + 1;
  p->newest = 1 - p->newest;
  p->last[p->newest] = (Place){index + 1, offset, *column, unit};
}

void tl_locate(const char *text, size_t length, size_t offset, size_t *line, size_t *column) {
  g_autoptr(TlPositions) positions = tl_positions_new(text, length);
  tl_positions_locate(positions, offset, TLUMACH_COLUMN_CHARACTER, line, column);
}

size_t tl_positions_offset(TlPositions *p, size_t line, size_t column, TlumachColumnUnit unit) {
  scan_to(p, p->length);
  if (line <= p->before || line - p->before > p->starts->len)
    return p->length;
  line -= p->before;
  size_t at = g_array_index(p->starts, size_t, line - 1);
  size_t end = line < p->starts->len ? g_array_index(p->starts, size_t, line) : p->length;
  while (end > at && (p->text[end - 1] == '\n' || p->text[end - 1] == '\r'))
    end--;
  for (size_t seen = 1; at < end && seen < column;) {
    guint32 c;
    size_t n = tl_utf8_next(p->text + at, end - at, &c);
    seen += units(c, n, unit, seen - 1);
    if (seen > column)
      break;
    at += n;
  }
  return at;
}
