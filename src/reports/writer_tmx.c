/* TMX 1.4b (LISA OSCAR, 2005): a tu a segment, what is known of it in notes. A tu of the source alone is legal (its
 * tuv may be one), and a unit without a translation is written so; one of a translation alone is not. Terms are not
 * marked in <seg>: a memory compares what stands there. What XML cannot hold becomes U+FFFD (tl_xml_write_text). */
#include "base/xml_write.h"
#include "reports/notes.h"
#include "reports/pieces.h"
#include "reports/report.h"

static void put_header(TlOutput *output, const char *language) {
  tl_output_puts(output, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<tmx version=\"1.4\">\n"
                         "<header creationtool=\"tlumach\" creationtoolversion=\"" TLUMACH_VERSION
                         "\" segtype=\"sentence\" o-tmf=\"tlumach\" adminlang=\"en\" srclang=\"");
  tl_xml_write_attribute(output, language, -1);
  tl_output_puts(output, "\" datatype=\"plaintext\"/>\n<body>\n");
}

static void put_notes(TlOutput *output, const char *kind, const GPtrArray *lines) {
  for (guint i = 0; i < lines->len; i++) {
    tl_output_puts(output, "  <note>");
    tl_output_puts(output, kind);
    tl_xml_write_text(output, lines->pdata[i], -1);
    tl_output_puts(output, "</note>\n");
  }
}

static void put_tuv(TlOutput *output, const char *language, const char *text, gssize length) {
  tl_output_puts(output, "  <tuv xml:lang=\"");
  tl_xml_write_attribute(output, language, -1);
  tl_output_puts(output, "\"><seg>");
  tl_xml_write_text(output, text, length);
  tl_output_puts(output, "</seg></tuv>\n");
}

/* Types of properties that no list has begin with "x-" (TMX 1.4b, type attribute). */
static void put_place(TlOutput *output, TlumachDocument *document, size_t offset) {
  size_t line, column;
  tlumach_document_locate(document, offset, TLUMACH_COLUMN_CHARACTER, &line, &column);
  tl_output_puts(output, "  <prop type=\"x-file\">");
  tl_xml_write_text(output, tlumach_document_name(document), -1);
  tl_output_printf(output, "</prop>\n  <prop type=\"x-line\">%zu</prop>\n", line);
}

static void put_tu(TlOutput *output, const TlumachReport *report, TlumachDocument *document, const TlumachUnit *unit,
                   guint id) {
  const char *text = tlumach_document_text(document, NULL);
  g_autoptr(GString) source = g_string_new(NULL);
  g_auto(TlNotes) notes;
  tl_notes_init(&notes, unit, text);
  tl_append_line(source, text, unit->segment.span);
  tl_output_printf(output, "<tu tuid=\"%u\">\n", id);
  put_notes(output, "term: ", notes.terms);
  put_notes(output, "name: ", notes.names);
  put_notes(output, "misspelt: ", notes.misspellings);
  put_notes(output, "memory: ", notes.memory);
  put_place(output, document, unit->segment.span.start);
  tl_output_puts(output, unit->target && tl_unit_is_doubtful(unit) ? "  <prop type=\"x-doubtful\">yes</prop>\n" : "");
  put_tuv(output, report->source_language, source->str, (gssize)source->len);
  if (unit->target)
    put_tuv(output, report->target_language, unit->target, -1);
  tl_output_puts(output, "</tu>\n");
}

static gboolean is_empty(const TlumachUnit *unit) {
  return unit->segment.span.end == unit->segment.span.start;
}

gboolean tl_write_tmx(const TlumachReport *report, TlOutput *output, GError **error G_GNUC_UNUSED) {
  guint id = 0;
  put_header(output, report->source_language);
  for (guint i = 0; i < report->n_files; i++)
    for (guint j = 0; j < report->files[i].n_units; j++)
      if (!is_empty(&report->files[i].units[j]))
        put_tu(output, report, report->files[i].document, &report->files[i].units[j], ++id);
  tl_output_puts(output, "</body>\n</tmx>\n");
  return TRUE;
}
