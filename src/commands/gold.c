#include "commands/gold.h"

#include <string.h>

#include "base/charset.h"
#include "base/error.h"
#include "base/file.h"
#include "base/position.h"

enum { LINE, COLUMN, TEXT, CONCEPT, FIELDS };

/* A table while it is read. */
typedef struct Table {
  const char *path, *text_name, *text;
  size_t length;
  TlPositions *positions; /* of the text */
  guint fields[FIELDS];   /* cell of a row + 1; 0: there is none */
  guint n_columns;
  GArray *gold;
} Table;

static void clear_gold(gpointer data) {
  g_free(((TlGold *)data)->concept);
}

GArray *tl_gold_new(void) {
  GArray *gold = g_array_new(FALSE, FALSE, sizeof(TlGold));
  g_array_set_clear_func(gold, clear_gold);
  return gold;
}

static void add(GArray *gold, TlumachSpan span, const char *concept) {
  TlGold one = {span, g_strdup(concept)};
  g_array_append_val(gold, one);
}

/* Where a mark begins. */
typedef struct Mark {
  size_t plain, marked; /* in the text without marks, and in that with them */
} Mark;

static void tell_alone(const char *name, const char *text, size_t length, size_t at, const char *what, GError **error) {
  size_t line, column;
  g_autoptr(TlPositions) positions = tl_positions_new(text, length);
  tl_positions_locate(positions, at, TLUMACH_COLUMN_CHARACTER, &line, &column);
  tl_error_at(error, TLUMACH_ERROR_FORMAT, name, line, column, "%s", what);
}

GBytes *tl_gold_unmark(const char *name, GBytes *marked, GArray *gold, GError **error) {
  gsize length;
  const char *text = g_bytes_get_data(marked, &length);
  g_autoptr(GByteArray) plain = g_byte_array_sized_new((guint)length + 1);
  g_autoptr(GArray) open =
      g_array_new(FALSE, FALSE, sizeof(Mark)); /* those that are not closed yet, outer ones first */
  for (gsize i = 0; i < length; i++) {
    gboolean two = i + 1 < length && text[i] == text[i + 1];
    if (two && text[i] == '[') {
      Mark mark = {plain->len, i++};
      g_array_append_val(open, mark);
    } else if (two && text[i] == ']' && open->len == 0) {
      tell_alone(name, text, length, i, "this \"]]\" closes nothing", error);
      return NULL;
    } else if (two && text[i] == ']') {
      add(gold, (TlumachSpan){g_array_index(open, Mark, open->len - 1).plain, plain->len}, NULL);
      g_array_set_size(open, open->len - 1);
      i++;
    } else {
      g_byte_array_append(plain, (const guint8 *)text + i, 1);
    }
  }
  if (open->len > 0) {
    tell_alone(name, text, length, g_array_index(open, Mark, open->len - 1).marked, "this \"[[\" is never closed",
               error);
    return NULL;
  }
  return g_byte_array_free_to_bytes(g_steal_pointer(&plain));
}

/* In which character of its row a cell begins, from 1. */
static size_t cell_column(char **cells, guint cell) {
  size_t column = 1;
  for (guint i = 0; i < cell && cells[i]; i++)
    column += (size_t)g_utf8_strlen(cells[i], -1) + 1;
  return column;
}

static gboolean read_header(Table *t, char **cells, GError **error) {
  static const char *const names[FIELDS] = {"line", "column", "text", "concept"};
  t->n_columns = g_strv_length(cells);
  for (guint i = 0; i < t->n_columns; i++)
    for (guint f = 0; f < FIELDS; f++)
      if (g_ascii_strcasecmp(g_strstrip(cells[i]), names[f]) == 0)
        t->fields[f] = i + 1;
  for (guint f = 0; f < CONCEPT; f++)
    if (!t->fields[f]) {
      tl_error_at(error, TLUMACH_ERROR_FORMAT, t->path, 1, 1,
                  "the first row has no column \"%s\"; it names line, column, text and perhaps concept", names[f]);
      return FALSE;
    }
  return TRUE;
}

static gboolean read_number(const Table *t, char **cells, guint field, guint row, size_t *number, GError **error) {
  guint cell = t->fields[field] - 1;
  guint64 value = 0;
  if (!g_ascii_string_to_unsigned(cells[cell], 10, 1, G_MAXINT, &value, NULL)) {
    tl_error_at(error, TLUMACH_ERROR_FORMAT, t->path, row, cell_column(cells, cell),
                "\"%s\" is no number; lines and columns count from 1", cells[cell]);
    return FALSE;
  }
  *number = (size_t)value;
  return TRUE;
}

static gboolean is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* How many bytes of the text from `at` on the cell stands for; 0: it does not stand there. */
static size_t fits(const Table *t, size_t at, const char *cell) {
  size_t p = at;
  for (; *cell; cell++) {
    if (*cell == ' ' && p < t->length && is_space(t->text[p]))
      while (p < t->length && is_space(t->text[p]))
        p++;
    else if (p < t->length && t->text[p] == *cell)
      p++;
    else
      return 0;
  }
  return p - at;
}

static gboolean read_row(Table *t, char **cells, guint row, GError **error) {
  size_t line, column, found_line, found_column;
  if (g_strv_length(cells) != t->n_columns) {
    tl_error_at(error, TLUMACH_ERROR_FORMAT, t->path, row, cell_column(cells, t->n_columns),
                "the row has %u cells, the first one %u", g_strv_length(cells), t->n_columns);
    return FALSE;
  }
  if (!read_number(t, cells, LINE, row, &line, error) || !read_number(t, cells, COLUMN, row, &column, error))
    return FALSE;
  const char *text = cells[t->fields[TEXT] - 1];
  size_t at = tl_positions_offset(t->positions, line, column, TLUMACH_COLUMN_CHARACTER);
  tl_positions_locate(t->positions, at, TLUMACH_COLUMN_CHARACTER, &found_line, &found_column);
  size_t size = found_line == line && found_column == column ? fits(t, at, text) : 0;
  if (size == 0) {
    tl_error_at(error, TLUMACH_ERROR_FORMAT, t->path, row, cell_column(cells, t->fields[TEXT] - 1),
                "\"%s\" does not stand at %s:%zu:%zu", text, t->text_name, line, column);
    return FALSE;
  }
  const char *concept = t->fields[CONCEPT] ? cells[t->fields[CONCEPT] - 1] : "";
  add(t->gold, (TlumachSpan){at, at + size}, *concept ? concept : NULL);
  return TRUE;
}

gboolean tl_gold_read(const char *path, const char *text_name, const char *text, size_t length, GArray *gold,
                      GError **error) {
  g_autoptr(GBytes) raw = tl_file_read(path, 0, error);
  if (!raw)
    return FALSE;
  gsize size;
  const char *bytes = g_bytes_get_data(raw, &size), *odd;
  size_t bom = tl_bom_length(bytes, size), line, column;
  if (!g_utf8_validate_len(bytes, size, &odd)) {
    g_autoptr(TlPositions) places = tl_positions_new(bytes, size);
    tl_positions_locate(places, (size_t)(odd - bytes), TLUMACH_COLUMN_CHARACTER, &line, &column);
    tl_error_at(error, TLUMACH_ERROR_FORMAT, path, line, column, "is no UTF-8 here");
    return FALSE;
  }
  g_autofree char *whole = g_strndup(bytes + bom, size - bom);
  g_auto(GStrv) rows = g_strsplit(whole, "\n", -1);
  g_autoptr(TlPositions) positions = tl_positions_new(text, length);
  Table table = {
      .path = path, .text_name = text_name, .text = text, .length = length, .positions = positions, .gold = gold};
  if (!rows[0]) /* an empty file has no header */
    return read_header(&table, rows, error);
  for (guint i = 0; rows[i]; i++) {
    size_t end = strlen(rows[i]);
    if (end > 0 && rows[i][end - 1] == '\r')
      rows[i][end - 1] = '\0';
    if (i > 0 && !*rows[i])
      continue;
    g_auto(GStrv) cells = g_strsplit(rows[i], "\t", -1);
    if (!(i == 0 ? read_header(&table, cells, error) : read_row(&table, cells, i + 1, error)))
      return FALSE;
  }
  return TRUE;
}

int tl_gold_compare(gconstpointer a, gconstpointer b) {
  const TlGold *x = a, *y = b;
  if (x->span.start != y->span.start)
    return x->span.start < y->span.start ? -1 : 1;
  if (x->span.end != y->span.end)
    return x->span.end < y->span.end ? -1 : 1;
  return g_strcmp0(x->concept, y->concept);
}

void tl_gold_sort(GArray *gold) {
  g_array_sort(gold, tl_gold_compare);
}
