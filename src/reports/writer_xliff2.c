/* XLIFF 2.1 (OASIS, 2018): a unit a segment. Terms are term annotations that lead to the unit's glossary (glossary
 * module, fragment prefix "gls"), which leads back to them; names and misspellings are comment annotations that lead
 * to notes; earlier translations are candidates (matches module). The glossary has no status, so equivalents that
 * must not be used are left out of it and stand in a note. What XML cannot hold becomes U+FFFD (tl_xml_write_text).
 */
#include "base/error.h"
#include "base/xml_write.h"
#include "reports/notes.h"
#include "reports/pieces.h"
#include "reports/report.h"

/* A unit on its way: pieces are numbered from 0 and give their marks the ids m0, m1, …; glossary entries g0, g1, ….
 */
typedef struct Unit {
  const TlumachUnit *unit;
  const char *text;
  GArray *pieces;      /* TlPiece */
  GHashTable *entries; /* TlumachTerm * -> number of its glossary entry, from 1 */
  GArray *marks;       /* gint: for each term use the number of its piece, or -1 */
} Unit;

static void init(Unit *it, const TlumachUnit *unit, const char *text) {
  *it = (Unit){unit, text, tl_unit_pieces(unit), g_hash_table_new(NULL, NULL), g_array_new(FALSE, FALSE, sizeof(gint))};
  const gint none = -1;
  for (guint i = 0; i < unit->n_terms; i++)
    g_array_append_val(it->marks, none);
  for (guint i = 0; i < it->pieces->len; i++) {
    const TlPiece *piece = &g_array_index(it->pieces, TlPiece, i);
    for (guint j = 0; piece->kind == TL_PIECE_TERM && j < piece->count; j++)
      g_array_index(it->marks, gint, piece->first + j) = (gint)i;
  }
}

static void clear(Unit *it) {
  g_array_unref(it->pieces);
  g_hash_table_unref(it->entries);
  g_array_unref(it->marks);
}

static guint entry_of(const Unit *it, guint use) {
  return GPOINTER_TO_UINT(g_hash_table_lookup(it->entries, it->unit->terms[use].hit.term));
}

static void put_element(TlOutput *output, const char *name, const char *text) {
  tl_output_printf(output, "<%s>", name);
  tl_xml_write_text(output, text, -1);
  tl_output_printf(output, "</%s>", name);
}

/* The file name of the term base is the source of what it says. */
static void put_base(TlOutput *output, const TlumachTermUse *use) {
  if (!use->origin)
    return;
  g_autofree char *name = g_path_get_basename(use->origin);
  tl_output_puts(output, " source=\"");
  tl_xml_write_attribute(output, name, -1);
  tl_output_putc(output, '"');
}

static void put_entry(TlOutput *output, const Unit *it, guint use) {
  const TlumachTermUse *term = &it->unit->terms[use];
  const TlumachConcept *concept = term->hit.term->concept;
  tl_output_printf(output, "    <gls:glossEntry id=\"g%u\"", entry_of(it, use));
  if (g_array_index(it->marks, gint, use) >= 0)
    tl_output_printf(output, " ref=\"#m%d\"", g_array_index(it->marks, gint, use));
  tl_output_puts(output, ">\n      <gls:term");
  put_base(output, term);
  tl_output_putc(output, '>');
  tl_xml_write_text(output, term->hit.term->text, -1);
  tl_output_puts(output, "</gls:term>\n");
  gboolean translated = FALSE;
  for (guint i = 0; term->targets[i]; i++) {
    if (tl_status_is_bad(term->targets[i]->status))
      continue;
    translated = TRUE;
    tl_output_puts(output, "      <gls:translation");
    put_base(output, term);
    tl_output_putc(output, '>');
    tl_xml_write_text(output, term->targets[i]->text, -1);
    tl_output_puts(output, "</gls:translation>\n");
  }
  if (concept->definition || !translated) { /* §5.2.2.2: a translation or a definition must stand there */
    tl_output_puts(output, "      ");
    put_element(output, "gls:definition", concept->definition ? concept->definition : "");
    tl_output_putc(output, '\n');
  }
  tl_output_puts(output, "    </gls:glossEntry>\n");
}

static void put_glossary(TlOutput *output, Unit *it) {
  if (it->unit->n_terms == 0)
    return;
  tl_output_puts(output, "   <gls:glossary>\n");
  for (guint i = 0; i < it->unit->n_terms; i++) {
    const TlumachTerm *term = it->unit->terms[i].hit.term;
    if (g_hash_table_contains(it->entries, term))
      continue;
    g_hash_table_insert(it->entries, (gpointer)term, GUINT_TO_POINTER(g_hash_table_size(it->entries) + 1));
    put_entry(output, it, i);
  }
  tl_output_puts(output, "   </gls:glossary>\n");
}

static void put_matches(TlOutput *output, const TlumachUnit *unit) {
  if (unit->n_suggestions == 0)
    return;
  tl_output_puts(output, "   <mtc:matches>\n");
  for (guint i = 0; i < unit->n_suggestions; i++) {
    const TlumachSuggestion *match = &unit->suggestions[i];
    tl_output_printf(output, "    <mtc:match ref=\"#all\" type=\"tm\" similarity=\"%u\"", MIN(match->score, 100u));
    g_autofree char *origin = tl_suggestion_origin(match);
    if (origin) {
      tl_output_puts(output, " origin=\"");
      tl_xml_write_attribute(output, origin, -1);
      tl_output_putc(output, '"');
    }
    tl_output_putc(output, '>');
    put_element(output, "source", match->source);
    put_element(output, "target", match->target);
    tl_output_puts(output, "</mtc:match>\n");
  }
  tl_output_puts(output, "   </mtc:matches>\n");
}

static gboolean has_bad_target(const TlumachTermUse *use) {
  for (guint i = 0; use->targets[i]; i++)
    if (tl_status_is_bad(use->targets[i]->status))
      return TRUE;
  return FALSE;
}

/* The line that a note says of a piece, and its category; NULL when there is nothing that the marks do not say. */
static const char *note_of(const Unit *it, const TlPiece *piece, GString *line) {
  switch (piece->kind) {
  case TL_PIECE_NAME:
    tl_append_name(line, &it->unit->names[piece->first]);
    return "name";
  case TL_PIECE_MISSPELLING:
    tl_append_misspelling(line, &it->unit->misspellings[piece->first], it->text);
    return "misspelling";
  case TL_PIECE_TERM:
    for (guint i = piece->first; i < piece->first + piece->count; i++)
      if (has_bad_target(&it->unit->terms[i])) {
        tl_append_term(line, &it->unit->terms[i]);
        return "term";
      }
    return NULL;
  default:
    return NULL;
  }
}

static void put_note(TlOutput *output, gboolean *any, guint id, const char *category, const char *line) {
  tl_output_puts(output, *any ? "" : "   <notes>\n");
  tl_output_printf(output, "    <note id=\"n%u\" category=\"%s\" appliesTo=\"source\">", id, category);
  tl_xml_write_text(output, line, -1);
  tl_output_puts(output, "</note>\n");
  *any = TRUE;
}

/* Of pieces, by their numbers; then what is different in matches, which have no place for a note of their own. */
static void put_notes(TlOutput *output, const Unit *it) {
  gboolean any = FALSE;
  g_auto(TlNotes) notes;
  tl_notes_init(&notes, it->unit, it->text);
  for (guint i = 0; i < it->pieces->len; i++) {
    g_autoptr(GString) line = g_string_new(NULL);
    const char *category = note_of(it, &g_array_index(it->pieces, TlPiece, i), line);
    if (category)
      put_note(output, &any, i, category, line->str);
  }
  for (guint i = 0; i < notes.differing->len; i++)
    put_note(output, &any, it->pieces->len + i, "memory", notes.differing->pdata[i]);
  tl_output_puts(output, any ? "   </notes>\n" : "");
}

static void put_source(TlOutput *output, const Unit *it) {
  tl_output_puts(output, it->unit->n_suggestions ? "<mrk id=\"all\" type=\"mtc:match\">" : "");
  for (guint i = 0; i < it->pieces->len; i++) {
    const TlPiece *piece = &g_array_index(it->pieces, TlPiece, i);
    g_autoptr(GString) line = g_string_new(NULL);
    tl_append_line(line, it->text, piece->span);
    if (piece->kind == TL_PIECE_TERM)
      tl_output_printf(output, "<mrk id=\"m%u\" type=\"term\" ref=\"#gls=g%u\">", i, entry_of(it, piece->first));
    else if (piece->kind != TL_PIECE_TEXT)
      tl_output_printf(output, "<mrk id=\"m%u\" type=\"comment\" ref=\"#n=n%u\">", i, i);
    tl_xml_write_text(output, line->str, (gssize)line->len);
    tl_output_puts(output, piece->kind == TL_PIECE_TEXT ? "" : "</mrk>");
  }
  tl_output_puts(output, it->unit->n_suggestions ? "</mrk>" : "");
}

static void put_unit(TlOutput *output, const TlumachUnit *unit, const char *text, guint number) {
  Unit it;
  init(&it, unit, text);
  tl_output_printf(output, "  <unit id=\"u%u\">\n", number);
  put_glossary(output, &it);
  put_matches(output, unit);
  put_notes(output, &it);
  tl_output_printf(output, "   <segment id=\"s1\" state=\"%s\">\n    <source>",
                   unit->target ? "translated" : "initial");
  put_source(output, &it);
  tl_output_puts(output, "</source>\n");
  if (unit->target) {
    tl_output_puts(output, "    ");
    put_element(output, "target", unit->target);
    tl_output_putc(output, '\n');
  }
  tl_output_puts(output, "   </segment>\n  </unit>\n");
  clear(&it);
}

static void put_file(TlOutput *output, const TlumachReportFile *file, guint number) {
  const char *text = tlumach_document_text(file->document, NULL);
  tl_output_printf(output, " <file id=\"f%u\" original=\"", number);
  tl_xml_write_attribute(output, tlumach_document_name(file->document), -1);
  tl_output_puts(output, "\">\n");
  for (guint i = 0; i < file->n_units; i++)
    put_unit(output, &file->units[i], text, i + 1);
  if (file->n_units == 0) /* a file must have a unit or a group, and a group may be empty */
    tl_output_puts(output, "  <group id=\"empty\"/>\n");
  tl_output_puts(output, " </file>\n");
}

gboolean tl_write_xliff2(const TlumachReport *report, TlOutput *output, GError **error) {
  if (report->n_files == 0) {
    tl_error_at(error, TLUMACH_ERROR_USAGE, NULL, 0, 0, "XLIFF needs a file: there is none in the report");
    return FALSE;
  }
  tl_output_puts(output, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                         "<xliff version=\"2.1\" xmlns=\"urn:oasis:names:tc:xliff:document:2.0\""
                         " xmlns:gls=\"urn:oasis:names:tc:xliff:glossary:2.0\""
                         " xmlns:mtc=\"urn:oasis:names:tc:xliff:matches:2.0\" srcLang=\"");
  tl_xml_write_attribute(output, report->source_language, -1);
  tl_output_puts(output, "\" trgLang=\"");
  tl_xml_write_attribute(output, report->target_language, -1);
  tl_output_puts(output, "\">\n");
  for (guint i = 0; i < report->n_files; i++)
    put_file(output, &report->files[i], i + 1);
  tl_output_puts(output, "</xliff>\n");
  return TRUE;
}
