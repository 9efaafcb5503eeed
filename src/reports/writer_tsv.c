/* A table with a header, UTF-8, LF. A tab, line end or backslash inside a cell is \t, \n, \r, \\, as in PostgreSQL's
 * COPY; there are no quotes. NUL and odd bytes become U+FFFD, for readers end at the one and stumble over the other.
 */
#include <string.h>

#include "reports/notes.h"
#include "reports/pieces.h"
#include "reports/report.h"

static void put_cell(TlOutput *output, const char *text, gssize length) {
  static const char special[] = "\t\n\r\\", letters[] = "tnr\\";
  g_autofree char *valid = g_utf8_make_valid(text, length);
  for (const char *at = valid; *at;) {
    size_t plain = strcspn(at, special);
    tl_output_write(output, at, plain);
    at += plain;
    if (*at)
      tl_output_write(output, (char[]){'\\', letters[strchr(special, *at++) - special]}, 2);
  }
}

static void put_lines(TlOutput *output, const GPtrArray *lines) {
  tl_output_putc(output, '\t');
  for (guint i = 0; i < lines->len; i++) {
    tl_output_puts(output, i ? " | " : "");
    put_cell(output, lines->pdata[i], -1);
  }
}

static void put_row(TlOutput *output, const char *text, const TlumachUnit *unit, gboolean memory) {
  g_autoptr(GString) source = g_string_new(NULL);
  g_auto(TlNotes) notes;
  tl_notes_init(&notes, unit, text);
  tl_append_line(source, text, unit->segment.span);
  put_cell(output, source->str, (gssize)source->len);
  tl_output_putc(output, '\t');
  if (unit->target)
    put_cell(output, unit->target, -1);
  put_lines(output, notes.terms);
  put_lines(output, notes.names);
  put_lines(output, notes.misspellings);
  if (memory)
    put_lines(output, notes.memory);
  tl_output_putc(output, '\n');
}

gboolean tl_write_tsv(const TlumachReport *report, TlOutput *output, GError **error G_GNUC_UNUSED) {
  gboolean memory = tl_report_has_memory(report);
  tl_output_puts(output, "source\ttarget\tterms\tnames\tmisspellings");
  tl_output_puts(output, memory ? "\tmemory\n" : "\n");
  for (guint i = 0; i < report->n_files; i++) {
    const char *text = tlumach_document_text(report->files[i].document, NULL);
    for (guint j = 0; j < report->files[i].n_units; j++)
      put_row(output, text, &report->files[i].units[j], memory);
  }
  return TRUE;
}
