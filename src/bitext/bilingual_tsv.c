/* Tables with tabs: a row a pair.
 *
 * With a header that names its columns (source, target; or their languages) cells are escaped as tlumach writes them:
 * \t, \n, \r, \\. Without one the first two columns are the pair, and a backslash is a backslash. Lines end at LF, CRLF
 * or CR.
 */
#include <string.h>

#include "base/charset.h"
#include "bitext/bitext.h"
#include "terms/language_tag.h"

#define COLUMNS_MAX 64u

typedef struct Row {
  TlumachSpan cells[COLUMNS_MAX];
  guint n;
  size_t end; /* where the next row begins */
} Row;

typedef struct Table {
  TlBitextMaker *maker;
  const char *text;
  guint column[2];
  guint id, note; /* COLUMNS_MAX: none */
  gboolean escaped;
} Table;

static void take_row(const char *text, size_t length, size_t at, Row *row) {
  row->n = 0;
  size_t start = at;
  for (;; at++) {
    gboolean end = at >= length || text[at] == '\n' || text[at] == '\r';
    if (!end && text[at] != '\t')
      continue;
    if (row->n < COLUMNS_MAX)
      row->cells[row->n++] = (TlumachSpan){start, at};
    start = at + 1;
    if (end)
      break;
  }
  row->end = at + (at + 1 < length && text[at] == '\r' && text[at + 1] == '\n' ? 2 : 1);
}

/* Which side a cell of the header names: 0, 1, or -1. */
static int side_named(const Table *table, const char *name) {
  if (g_ascii_strcasecmp(name, "source") == 0)
    return TLUMACH_SOURCE;
  if (g_ascii_strcasecmp(name, "target") == 0)
    return TLUMACH_TARGET;
  const char *tag = tl_language_by_name(name);
  if (!tag && strlen(name) <= 8)
    tag = name;
  for (guint side = 0; side < 2 && tag; side++)
    if (tl_language_matches(tag, tl_maker_language(table->maker, (TlumachSide)side)))
      return (int)side;
  return -1;
}

static gboolean take_header(Table *table, const Row *row) {
  guint found[2] = {COLUMNS_MAX, COLUMNS_MAX};
  guint id = COLUMNS_MAX, note = COLUMNS_MAX;
  for (guint i = 0; i < row->n; i++) {
    size_t length = row->cells[i].end - row->cells[i].start;
    if (length > 64)
      return FALSE;
    g_autofree char *name = g_strstrip(g_strndup(table->text + row->cells[i].start, length));
    int side = side_named(table, name);
    if (side >= 0 && found[side] == COLUMNS_MAX)
      found[side] = i;
    else if (strcmp(name, "id") == 0)
      id = i;
    else if (strcmp(name, "note") == 0 || strcmp(name, "notes") == 0)
      note = i;
  }
  if (found[0] == COLUMNS_MAX || found[1] == COLUMNS_MAX)
    return FALSE;
  *table = (Table){table->maker, table->text, {found[0], found[1]}, id, note, TRUE};
  return TRUE;
}

static char unescape(char c) {
  switch (c) {
  case 't':
    return '\t';
  case 'n':
    return '\n';
  case 'r':
    return '\r';
  case '\\':
    return '\\';
  default:
    return '\0';
  }
}

static void put_cell(const Table *table, TlDraft *draft, TlumachSide side, TlumachSpan cell) {
  size_t plain = cell.start;
  for (size_t i = cell.start; table->escaped && i + 1 < cell.end; i++) {
    char meant = table->text[i] == '\\' ? unescape(table->text[i + 1]) : '\0';
    if (!meant)
      continue;
    tl_draft_copy(draft, side, (TlumachSpan){plain, i});
    tl_draft_replace(draft, side, (TlumachSpan){i, i + 2}, &meant, 1);
    plain = ++i + 1;
  }
  tl_draft_copy(draft, side, (TlumachSpan){plain, cell.end});
}

static gboolean put_row(const Table *table, const Row *row, GError **error) {
  g_autofree char *id = NULL;
  if (table->id < row->n)
    id = g_strndup(table->text + row->cells[table->id].start, row->cells[table->id].end - row->cells[table->id].start);
  TlDraft *draft = tl_draft_new(table->maker, id);
  for (guint side = 0; side < 2; side++) {
    guint column = table->column[side];
    tl_draft_present(draft, (TlumachSide)side, column < row->n ? row->cells[column].start : row->cells[row->n - 1].end);
    if (column < row->n)
      put_cell(table, draft, (TlumachSide)side, row->cells[column]);
  }
  if (table->note < row->n) {
    TlumachSpan cell = row->cells[table->note];
    g_autofree char *note = g_strndup(table->text + cell.start, cell.end - cell.start);
    tl_draft_note(draft, note);
  }
  return tl_maker_close_all(table->maker, error);
}

static gboolean read_tsv(TlBitextMaker *maker, GError **error) {
  size_t length;
  Row row;
  Table table = {.maker = maker, .column = {0, 1}, .id = COLUMNS_MAX, .note = COLUMNS_MAX};
  table.text = tl_maker_text(maker, &length);
  size_t at = tl_bom_length(table.text, length);
  gboolean first = TRUE, good = TRUE;
  for (; good && at < length; at = row.end) {
    take_row(table.text, length, at, &row);
    if (row.n == 1 && row.cells[0].start == row.cells[0].end)
      continue;
    if (!(first && take_header(&table, &row)))
      good = put_row(&table, &row, error);
    first = FALSE;
  }
  return good;
}

/* A tab in each of the first lines. */
static gboolean recognise_tsv(const char *text, size_t length) {
  guint rows = 0;
  for (size_t at = 0; at < length && rows < 5;) {
    Row row;
    take_row(text, length, at, &row);
    at = row.end;
    if (row.n == 1 && row.cells[0].start == row.cells[0].end)
      continue;
    if (row.n < 2)
      return FALSE;
    rows++;
  }
  return rows > 0;
}

const TlBitextFormat tl_bitext_tsv = {"tsv", ".tsv .tab", FALSE, recognise_tsv, read_tsv};
