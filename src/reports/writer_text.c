/* For a terminal: the segment, then what is known of it, indented. Controls are made visible (tl_output_safe). With
 * colours (ECMA-48 SGR) what is marked stands out in the segment, too. */
#include "reports/notes.h"
#include "reports/pieces.h"
#include "reports/report.h"

/* What to write before and after each kind of piece, and around the lines below. */
typedef struct Palette {
  const char *piece[4]; /* by TlPieceKind */
  const char *note, *file, *off;
} Palette;

static const Palette plain = {{"", "", "", ""}, "", "", ""};
static const Palette colours = {{"", "\033[1;32m", "\033[1;34m", "\033[4;31m"}, "\033[2m", "\033[1m", "\033[0m"};

static void put_notes(TlOutput *output, const GPtrArray *lines, const char *kind, const Palette *palette) {
  for (guint i = 0; i < lines->len; i++) {
    tl_output_puts(output, "    ");
    tl_output_puts(output, palette->note);
    tl_output_safe(output, lines->pdata[i], -1);
    tl_output_puts(output, kind);
    tl_output_puts(output, palette->off);
    tl_output_putc(output, '\n');
  }
}

static void put_segment(TlOutput *output, const char *text, const TlumachUnit *unit, const Palette *palette) {
  g_autoptr(GArray) pieces = tl_unit_pieces(unit);
  g_autoptr(GString) line = g_string_new(NULL);
  for (guint i = 0; i < pieces->len; i++) {
    const TlPiece *piece = &g_array_index(pieces, TlPiece, i);
    g_string_truncate(line, 0);
    tl_append_line(line, text, piece->span);
    tl_output_puts(output, palette->piece[piece->kind]);
    tl_output_safe(output, line->str, (gssize)line->len);
    if (piece->kind != TL_PIECE_TEXT)
      tl_output_puts(output, palette->off);
  }
  tl_output_putc(output, '\n');
}

static void put_translation(TlOutput *output, const char *head, const char *text) {
  tl_output_puts(output, head);
  tl_output_safe(output, text, -1);
  tl_output_putc(output, '\n');
}

static void put_unit(TlOutput *output, const char *text, const TlumachUnit *unit, const Palette *palette) {
  g_auto(TlNotes) notes;
  put_segment(output, text, unit, palette);
  if (unit->target)
    put_translation(output, tl_unit_is_doubtful(unit) ? "  ? " : "  > ", unit->target);
  tl_notes_init(&notes, unit, text);
  put_notes(output, notes.terms, "", palette);
  put_notes(output, notes.names, " (name)", palette);
  put_notes(output, notes.misspellings, " (misspelt)", palette);
  put_notes(output, notes.memory, "", palette);
}

static gboolean put_report(const TlumachReport *report, TlOutput *output, const Palette *palette) {
  for (guint i = 0; i < report->n_files; i++) {
    const TlumachReportFile *file = &report->files[i];
    const char *text = tlumach_document_text(file->document, NULL);
    if (report->n_files > 1) {
      tl_output_puts(output, i ? "\n" : "");
      tl_output_puts(output, palette->file);
      tl_output_puts(output, "== ");
      tl_output_safe(output, tlumach_document_name(file->document), -1);
      tl_output_puts(output, " ==");
      tl_output_puts(output, palette->off);
      tl_output_puts(output, "\n\n");
    }
    for (guint j = 0; j < file->n_units; j++) {
      if (j)
        tl_output_putc(output, '\n');
      put_unit(output, text, &file->units[j], palette);
    }
  }
  return TRUE;
}

gboolean tl_write_text(const TlumachReport *report, TlOutput *output, GError **error G_GNUC_UNUSED) {
  return put_report(report, output, &plain);
}

gboolean tl_write_ansi(const TlumachReport *report, TlOutput *output, GError **error G_GNUC_UNUSED) {
  return put_report(report, output, &colours);
}
