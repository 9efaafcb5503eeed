/* One pass over the bytes. Cells are gathered in one buffer, each with a NUL after it, and get their addresses when the
 * record is complete and the buffer moves no more. Lines end at LF, CRLF or CR.
 */
#include "terms/tables/record.h"

#include <string.h>

#include "base/error.h"

/* The separator that stands most often in the first line, quoted cells aside. */
static char find_separator(const char *text, size_t length) {
  static const char candidates[] = {',', ';', '\t'};
  size_t counts[G_N_ELEMENTS(candidates)] = {0};
  gboolean quoted = FALSE;
  for (size_t i = 0; i < length && (quoted || (text[i] != '\n' && text[i] != '\r')); i++) {
    if (text[i] == '"')
      quoted = !quoted;
    for (size_t j = 0; !quoted && j < G_N_ELEMENTS(candidates); j++)
      counts[j] += text[i] == candidates[j];
  }
  size_t best = 0;
  for (size_t j = 1; j < G_N_ELEMENTS(candidates); j++)
    if (counts[j] > counts[best])
      best = j;
  return candidates[best];
}

void tl_records_init(TlRecords *records, const char *text, size_t length, char separator) {
  *records = (TlRecords){.text = text, .length = length, .line = 1};
  records->quotes = separator == 0;
  records->separator = separator != 0 ? separator : find_separator(text, length);
  records->cells = g_array_new(FALSE, FALSE, sizeof(TlCell));
  records->buffer = g_string_new(NULL);
}

void tl_records_clear(TlRecords *records) {
  g_array_unref(records->cells);
  g_string_free(records->buffer, TRUE);
}

static gboolean at_line_end(const TlRecords *records) {
  return records->at >= records->length || records->text[records->at] == '\n' || records->text[records->at] == '\r';
}

static void skip_line_end(TlRecords *records) {
  if (records->at >= records->length)
    return;
  if (records->text[records->at] == '\r' && records->at + 1 < records->length && records->text[records->at + 1] == '\n')
    records->at++;
  records->at++;
  records->line++;
}

/* The inside of a quoted cell, from after its quote to after the closing one. */
static gboolean quoted_cell(TlRecords *records, const char *name, GError **error) {
  size_t opened = records->line;
  while (records->at < records->length) {
    if (at_line_end(records)) {
      skip_line_end(records);
      g_string_append_c(records->buffer, '\n');
      continue;
    }
    char c = records->text[records->at++];
    if (c != '"') {
      g_string_append_c(records->buffer, c);
    } else if (records->at < records->length && records->text[records->at] == '"') {
      g_string_append_c(records->buffer, '"');
      records->at++;
    } else
      return TRUE;
  }
  tl_error_at(error, TLUMACH_ERROR_FORMAT, name, opened, 0, "a quoted cell that begins here is never closed");
  return FALSE;
}

static gboolean plain_end(const TlRecords *records) {
  return at_line_end(records) || records->text[records->at] == records->separator;
}

gboolean tl_records_next(TlRecords *records, const char *name, GError **error) {
  if (records->at >= records->length)
    return FALSE;
  records->first_line = records->line;
  records->span.start = records->at;
  g_array_set_size(records->cells, 0);
  g_string_truncate(records->buffer, 0);
  for (gboolean more = TRUE; more;) {
    size_t start = records->buffer->len;
    if (records->quotes && records->at < records->length && records->text[records->at] == '"') {
      records->at++;
      if (!quoted_cell(records, name, error))
        return FALSE;
    }
    size_t plain = records->at;
    while (!plain_end(records))
      records->at++;
    g_string_append_len(records->buffer, records->text + plain, (gssize)(records->at - plain));
    TlCell cell = {NULL, records->buffer->len - start};
    g_array_append_val(records->cells, cell);
    g_string_append_c(records->buffer, '\0');
    more = !at_line_end(records);
    if (more)
      records->at++;
  }
  records->span.end = records->at;
  skip_line_end(records);
  char *text = records->buffer->str;
  for (guint i = 0; i < records->cells->len; i++) {
    TlCell *cell = &g_array_index(records->cells, TlCell, i);
    cell->text = text;
    text += cell->length + 1;
  }
  return TRUE;
}
