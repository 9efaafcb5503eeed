/* Longest common subsequence by the table: what we compare are entries. */
#include "base/line_diff.h"

#include <string.h>

#define CELLS_MAX (4u * 1024 * 1024)

typedef struct Line {
  const char *text;
  gsize length; /* with its line end */
} Line;

static GArray *lines_of(const char *text, gsize length) {
  GArray *lines = g_array_new(FALSE, FALSE, sizeof(Line));
  for (gsize at = 0; at < length;) {
    const char *end = memchr(text + at, '\n', length - at);
    Line line = {text + at, end ? (gsize)(end - text) + 1 - at : length - at};
    g_array_append_val(lines, line);
    at += line.length;
  }
  return lines;
}

static gboolean same(const GArray *a, guint i, const GArray *b, guint j) {
  const Line *x = &g_array_index(a, Line, i), *y = &g_array_index(b, Line, j);
  return x->length == y->length && memcmp(x->text, y->text, x->length) == 0;
}

typedef struct Writer {
  GString *out;
  const GArray *old, *new;
  guint first;
  gboolean open; /* a place has begun */
} Writer;

static void write_line(Writer *w, char mark, const GArray *lines, guint i, guint at) {
  const Line *line = &g_array_index(lines, Line, i);
  if (!w->open)
    g_string_append_printf(w->out, "@@ line %u @@\n", w->first + at);
  w->open = TRUE;
  g_string_append_c(w->out, mark);
  g_string_append_len(w->out, line->text, (gssize)line->length);
  if (line->text[line->length - 1] != '\n')
    g_string_append_c(w->out, '\n');
}

/* Lines from..to of both are different somehow. `table` has the longest subsequence of what is left from each pair on;
 * NULL: too large. */
static void walk(Writer *w, guint i, guint n, guint j, guint m, const guint *table, guint i0, guint j0) {
  guint width = m - j0 + 1;
  while (i < n || j < m) {
    if (table && i < n && j < m && same(w->old, i, w->new, j)) {
      w->open = FALSE;
      i++, j++;
    } else if (i < n &&
               (!table || j == m || table[(i + 1 - i0) * width + j - j0] >= table[(i - i0) * width + j + 1 - j0])) {
      write_line(w, '-', w->old, i, i);
      i++;
    } else {
      write_line(w, '+', w->new, j, i);
      j++;
    }
  }
}

void tl_line_diff(const char *old, gsize old_length, const char *new, gsize new_length, guint first, GString *out) {
  g_autoptr(GArray) a = lines_of(old, old_length), b = lines_of(new, new_length);
  guint head = 0, n = a->len, m = b->len;
  while (head < n && head < m && same(a, head, b, head))
    head++;
  while (n > head && m > head && same(a, n - 1, b, m - 1))
    n--, m--;
  guint height = n - head + 1, width = m - head + 1;
  g_autofree guint *table = (guint64)height * width <= CELLS_MAX ? g_new0(guint, (gsize)height * width) : NULL;
  for (guint i = n; table && i-- > head;)
    for (guint j = m; j-- > head;) {
      guint *cell = &table[(i - head) * width + j - head];
      *cell = same(a, i, b, j) ? cell[width + 1] + 1 : MAX(cell[width], cell[1]);
    }
  Writer w = {out, a, b, first, FALSE};
  walk(&w, head, n, head, m, table, head, head);
}
