/* Markdown: a bilingual table (GitHub's tables, which most readers know). Everything from the text is escaped:
 * nothing in it is markup. */
#include <string.h>

#include "reports/notes.h"
#include "reports/pieces.h"
#include "reports/report.h"

/* CommonMark §2.4: any ASCII punctuation may be escaped. These can mean something inside a cell; the rest reads
 * better bare. Controls, line ends among them, become spaces: a cell is one line. NUL and odd bytes become U+FFFD. */
static void put_cell(TlOutput *output, const char *text, gssize length) {
  g_autofree char *valid = g_utf8_make_valid(text, length);
  for (const char *at = valid; *at; at++) {
    if (strchr("\\`*_[]<>|~&$#", *at))
      tl_output_putc(output, '\\');
    tl_output_putc(output, g_ascii_iscntrl(*at) ? ' ' : *at);
  }
}

static void put_source(TlOutput *output, const char *text, const TlumachUnit *unit) {
  static const char *const before[] = {"", "**", "*", "<ins>"}, *const after[] = {"", "**", "*", "</ins>"};
  g_autoptr(GArray) pieces = tl_unit_pieces(unit);
  for (guint i = 0; i < pieces->len; i++) {
    const TlPiece *piece = &g_array_index(pieces, TlPiece, i);
    g_autoptr(GString) line = g_string_new(NULL);
    tl_append_line(line, text, piece->span);
    tl_output_puts(output, before[piece->kind]);
    put_cell(output, line->str, (gssize)line->len);
    tl_output_puts(output, after[piece->kind]);
  }
}

static void put_target(TlOutput *output, const TlumachUnit *unit) {
  size_t at = 0;
  for (guint i = 0; i < unit->n_renderings; i++) {
    TlumachSpan span = unit->renderings[i].span;
    put_cell(output, unit->target + at, (gssize)(span.start - at));
    tl_output_puts(output, "**");
    put_cell(output, unit->target + span.start, (gssize)(span.end - span.start));
    tl_output_puts(output, "**");
    at = span.end;
  }
  put_cell(output, unit->target + at, -1);
}

static void put_lines(TlOutput *output, const GPtrArray *lines, const char *kind, gboolean *any) {
  for (guint i = 0; i < lines->len; i++) {
    tl_output_puts(output, *any ? "<br>" : "");
    put_cell(output, lines->pdata[i], -1);
    tl_output_puts(output, kind);
    *any = TRUE;
  }
}

static void put_row(TlOutput *output, const char *text, const TlumachUnit *unit, guint number) {
  gboolean any = FALSE;
  g_auto(TlNotes) notes;
  tl_notes_init(&notes, unit, text);
  tl_output_printf(output, "| %u | ", number);
  put_source(output, text, unit);
  tl_output_puts(output, " | ");
  if (unit->target)
    put_target(output, unit);
  tl_output_puts(output, " | ");
  put_lines(output, notes.terms, "", &any);
  put_lines(output, notes.names, " (name)", &any);
  put_lines(output, notes.misspellings, " (misspelt)", &any);
  put_lines(output, notes.memory, "", &any);
  tl_output_puts(output, " |\n");
}

gboolean tl_write_markdown(const TlumachReport *report, TlOutput *output, GError **error G_GNUC_UNUSED) {
  for (guint i = 0; i < report->n_files; i++) {
    const TlumachReportFile *file = &report->files[i];
    const char *name = tlumach_document_name(file->document), *text = tlumach_document_text(file->document, NULL);
    tl_output_puts(output, i ? "\n# " : "# ");
    put_cell(output, name, -1);
    tl_output_puts(output, "\n\n| № | ");
    put_cell(output, report->source_language, -1);
    tl_output_puts(output, " | ");
    put_cell(output, report->target_language, -1);
    tl_output_puts(output, " | terms, names, misspellings |\n|--:|---|---|---|\n");
    for (guint j = 0; j < file->n_units; j++)
      put_row(output, text, &file->units[j], j + 1);
  }
  return TRUE;
}
