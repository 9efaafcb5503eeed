/* For a terminal: the segment, then what is known of it, indented. Controls are made visible (tl_output_safe). */
#include "reports/notes.h"
#include "reports/pieces.h"
#include "reports/report.h"

static void put_notes(TlOutput *output, const GPtrArray *lines, const char *kind) {
  for (guint i = 0; i < lines->len; i++) {
    tl_output_puts(output, "    ");
    tl_output_safe(output, lines->pdata[i], -1);
    tl_output_puts(output, kind);
    tl_output_putc(output, '\n');
  }
}

static void put_translation(TlOutput *output, const char *head, const char *text) {
  tl_output_puts(output, head);
  tl_output_safe(output, text, -1);
  tl_output_putc(output, '\n');
}

static void put_unit(TlOutput *output, const char *text, const TlumachUnit *unit) {
  g_autoptr(GString) line = g_string_new(NULL);
  g_auto(TlNotes) notes;
  tl_append_line(line, text, unit->segment.span);
  tl_output_safe(output, line->str, (gssize)line->len);
  tl_output_putc(output, '\n');
  if (unit->target)
    put_translation(output, "  > ", unit->target);
  tl_notes_init(&notes, unit, text);
  put_notes(output, notes.terms, "");
  put_notes(output, notes.names, " (name)");
  put_notes(output, notes.misspellings, " (misspelt)");
  for (guint i = 0; i < unit->n_suggestions; i++) {
    g_autofree char *head = g_strdup_printf("    %u%% ", unit->suggestions[i].score);
    put_translation(output, head, unit->suggestions[i].target);
  }
}

gboolean tl_write_text(const TlumachReport *report, TlOutput *output, GError **error G_GNUC_UNUSED) {
  for (guint i = 0; i < report->n_files; i++) {
    const TlumachReportFile *file = &report->files[i];
    const char *text = tlumach_document_text(file->document, NULL);
    if (report->n_files > 1) {
      tl_output_puts(output, i ? "\n== " : "== ");
      tl_output_safe(output, tlumach_document_name(file->document), -1);
      tl_output_puts(output, " ==\n\n");
    }
    for (guint j = 0; j < file->n_units; j++) {
      if (j)
        tl_output_putc(output, '\n');
      put_unit(output, text, &file->units[j]);
    }
  }
  return TRUE;
}
