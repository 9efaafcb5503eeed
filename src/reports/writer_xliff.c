/* XLIFF 1.2 (OASIS, 2008): a trans-unit a segment; terms, names and misspellings are <mrk>s in the source, their
 * equivalents in the mark's comment and in notes, for tools show one or the other. What XML cannot hold becomes
 * U+FFFD (tl_xml_write_text). */
#include <string.h>

#include "base/error.h"
#include "base/xml_write.h"
#include "reports/notes.h"
#include "reports/pieces.h"
#include "reports/report.h"

static void put_attribute(TlOutput *output, const char *name, const char *value) {
  tl_output_printf(output, " %s=\"", name);
  tl_xml_write_attribute(output, value, -1);
  tl_output_putc(output, '"');
}

/* The list of datatypes has plaintext and html; others begin with "x-" (XLIFF 1.2, datatype). */
static const char *datatype(const TlumachDocument *document) {
  const char *format = tlumach_document_format(document);
  return strcmp(format, "html") == 0 ? "html" : strcmp(format, "markdown") == 0 ? "x-markdown" : "plaintext";
}

/* What the comment of a mark says: equivalents, the romanised name, suggestions. */
static void comment(GString *out, const TlumachUnit *unit, const TlPiece *piece) {
  for (guint i = 0; piece->kind == TL_PIECE_TERM && i < piece->count; i++) {
    g_string_append(out, i ? " | " : "");
    tl_append_targets(out, &unit->terms[piece->first + i]);
  }
  if (piece->kind == TL_PIECE_NAME)
    g_string_append(out, unit->names[piece->first].romanized);
  for (guint i = 0; piece->kind == TL_PIECE_MISSPELLING && unit->misspellings[piece->first].suggestions[i]; i++)
    g_string_append_printf(out, "%s%s", i ? "; " : "", unit->misspellings[piece->first].suggestions[i]);
}

static void put_source(TlOutput *output, const char *text, const TlumachUnit *unit) {
  static const char *const types[] = {NULL, "term", "name", "x-misspelt"};
  g_autoptr(GArray) pieces = tl_unit_pieces(unit);
  guint mark = 0;
  for (guint i = 0; i < pieces->len; i++) {
    const TlPiece *piece = &g_array_index(pieces, TlPiece, i);
    g_autoptr(GString) line = g_string_new(NULL), said = g_string_new(NULL);
    tl_append_line(line, text, piece->span);
    if (piece->kind != TL_PIECE_TEXT) {
      comment(said, unit, piece);
      tl_output_printf(output, "<mrk mtype=\"%s\" mid=\"m%u\"", types[piece->kind], ++mark);
      if (said->len)
        put_attribute(output, "comment", said->str);
      tl_output_putc(output, '>');
    }
    tl_xml_write_text(output, line->str, (gssize)line->len);
    if (piece->kind != TL_PIECE_TEXT)
      tl_output_puts(output, "</mrk>");
  }
}

/* OmegaT (3.6) takes what is to be translated from the target, so without a translation the source stands there, and
 * the state says that it is none (XLIFF 1.2, state). */
static void put_target(TlOutput *output, const char *text, const TlumachUnit *unit) {
  g_autoptr(GString) line = g_string_new(NULL);
  tl_append_line(line, text, unit->segment.span);
  tl_output_puts(output, !unit->target               ? "  <target state=\"needs-translation\">"
                         : tl_unit_is_doubtful(unit) ? "  <target state=\"needs-review-translation\">"
                                                     : "  <target>");
  tl_xml_write_text(output, unit->target ? unit->target : line->str, -1);
  tl_output_puts(output, "</target>\n");
}

static void put_notes(TlOutput *output, const char *from, const GPtrArray *lines) {
  for (guint i = 0; i < lines->len; i++) {
    tl_output_printf(output, "  <note from=\"tlumach\" annotates=\"source\">%s: ", from);
    tl_xml_write_text(output, lines->pdata[i], -1);
    tl_output_puts(output, "</note>\n");
  }
}

static void put_memory(TlOutput *output, const TlumachSuggestion *suggestion) {
  tl_output_printf(output, "  <alt-trans match-quality=\"%u%%\"", suggestion->score);
  g_autofree char *origin = tl_suggestion_origin(suggestion);
  if (origin)
    put_attribute(output, "origin", origin);
  tl_output_puts(output, "><source>");
  tl_xml_write_text(output, suggestion->source, -1);
  tl_output_puts(output, "</source><target>");
  tl_xml_write_text(output, suggestion->target, -1);
  tl_output_puts(output, "</target>");
  g_autoptr(GString) remarks = g_string_new(NULL);
  tl_append_remarks(remarks, suggestion);
  if (remarks->len) {
    tl_output_puts(output, "<note>");
    tl_xml_write_text(output, remarks->str, (gssize)remarks->len);
    tl_output_puts(output, "</note>");
  }
  tl_output_puts(output, "</alt-trans>\n");
}

static void put_unit(TlOutput *output, TlumachDocument *document, const TlumachUnit *unit, guint id) {
  const char *text = tlumach_document_text(document, NULL);
  size_t line, column;
  g_auto(TlNotes) notes;
  tl_notes_init(&notes, unit, text);
  tlumach_document_locate(document, unit->segment.span.start, TLUMACH_COLUMN_CHARACTER, &line, &column);
  tl_output_printf(output, " <trans-unit id=\"%u\">\n  <source>", id);
  put_source(output, text, unit);
  tl_output_puts(output, "</source>\n");
  put_target(output, text, unit);
  tl_output_printf(
      output,
      "  <context-group purpose=\"location\"><context context-type=\"linenumber\">%zu</context></context-group>\n",
      line);
  put_notes(output, "term", notes.terms);
  put_notes(output, "name", notes.names);
  put_notes(output, "misspelt", notes.misspellings);
  for (guint i = 0; i < unit->n_suggestions; i++)
    put_memory(output, &unit->suggestions[i]);
  tl_output_puts(output, " </trans-unit>\n");
}

gboolean tl_write_xliff(const TlumachReport *report, TlOutput *output, GError **error) {
  if (report->n_files == 0) {
    tl_error_at(error, TLUMACH_ERROR_USAGE, NULL, 0, 0, "XLIFF needs a file: there is none in the report");
    return FALSE;
  }
  tl_output_puts(output, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                         "<xliff version=\"1.2\" xmlns=\"urn:oasis:names:tc:xliff:document:1.2\">\n");
  for (guint i = 0; i < report->n_files; i++) {
    const TlumachReportFile *file = &report->files[i];
    tl_output_puts(output, "<file");
    put_attribute(output, "original", tlumach_document_name(file->document));
    put_attribute(output, "source-language", report->source_language);
    put_attribute(output, "target-language", report->target_language);
    put_attribute(output, "datatype", datatype(file->document));
    tl_output_puts(output, " tool-id=\"tlumach\">\n<header><tool tool-id=\"tlumach\" tool-name=\"tlumach\" "
                           "tool-version=\"" TLUMACH_VERSION "\"/></header>\n<body>\n");
    for (guint j = 0; j < file->n_units; j++)
      put_unit(output, file->document, &file->units[j], j + 1);
    tl_output_puts(output, "</body>\n</file>\n");
  }
  tl_output_puts(output, "</xliff>\n");
  return TRUE;
}
