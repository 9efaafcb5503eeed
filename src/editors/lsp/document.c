#include "editors/lsp/document.h"

#include <string.h>

#include "base/file.h"

#define FILE_MAX (16u << 20)

/* -- life -------------------------------------------------------------------------------------------------------- */

static void mark_clear(gpointer data) {
  TlLspMark *mark = data;
  g_free(mark->citation);
  g_free(mark->romanized);
  g_free(mark->why);
}

static void finding_clear(gpointer data) {
  TlLspFinding *finding = data;
  g_free(finding->message);
  g_free(finding->key);
  g_free(finding->fix);
  g_strfreev(finding->suggestions);
}

static GArray *marks_new(void) {
  GArray *marks = g_array_new(FALSE, TRUE, sizeof(TlLspMark));
  g_array_set_clear_func(marks, mark_clear);
  return marks;
}

/* The library's format for a language of the client, else for the ending of the name. */
static const char *format_of(const char *language, const char *name) {
  static const struct {
    const char *language, *ending, *format;
  } formats[] = {{"markdown", ".md", "markdown"},
                 {"markdown", ".markdown", "markdown"},
                 {"html", ".html", "html"},
                 {"html", ".htm", "html"}};
  for (guint i = 0; i < G_N_ELEMENTS(formats); i++)
    if (g_strcmp0(language, formats[i].language) == 0)
      return formats[i].format;
  for (guint i = 0; i < G_N_ELEMENTS(formats); i++)
    if (g_str_has_suffix(name, formats[i].ending))
      return formats[i].format;
  return "plain";
}

/* NULL: it is not bilingual. */
static const char *bilingual_format_of(const char *language, const char *name) {
  static const char *const known[] = {"tmx", "xliff", "po", "tsv"};
  for (guint i = 0; i < G_N_ELEMENTS(known); i++)
    if (g_strcmp0(language, known[i]) == 0)
      return known[i];
  return tlumach_bitext_format_of(name);
}

TlLspDocument *tl_lsp_document_new(const char *uri, const char *language, const char *text, size_t length,
                                   TlumachColumnUnit unit) {
  TlLspDocument *document = g_new0(TlLspDocument, 1);
  g_autofree char *path = g_filename_from_uri(uri, NULL, NULL);
  document->uri = g_strdup(uri);
  document->name = path ? g_steal_pointer(&path) : g_strdup(uri);
  document->format = format_of(language, document->name);
  document->bilingual = bilingual_format_of(language, document->name);
  document->version = -1;
  tl_lsp_text_init(&document->text, text, length, unit);
  document->terms = marks_new();
  document->names = marks_new();
  document->misspelt = marks_new();
  document->findings = g_array_new(FALSE, TRUE, sizeof(TlLspFinding));
  g_array_set_clear_func(document->findings, finding_clear);
  document->waived = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  document->ignored = tlumach_personal_open(NULL, NULL);
  document->stale = document->words_stale = document->faults_stale = TRUE;
  return document;
}

TlLspDocument *tl_lsp_document_read(const char *path, TlumachColumnUnit unit) {
  g_autofree char *uri = g_filename_to_uri(path, NULL, NULL);
  g_autoptr(GBytes) bytes = uri ? tl_file_read(path, FILE_MAX, NULL) : NULL;
  return bytes ? tl_lsp_document_new(uri, NULL, g_bytes_get_data(bytes, NULL), g_bytes_get_size(bytes), unit) : NULL;
}

void tl_lsp_forget_text(TlLspDocument *document) {
  if (!document->bitext)
    tlumach_document_free(document->analysed);
  g_clear_pointer(&document->bitext, tlumach_bitext_free);
  document->analysed = NULL;
}

void tl_lsp_document_free(TlLspDocument *document) {
  g_free(document->uri);
  g_free(document->name);
  tl_lsp_text_clear(&document->text);
  tl_lsp_forget_text(document);
  g_clear_pointer(&document->hits, g_array_unref);
  g_array_unref(document->terms);
  g_array_unref(document->names);
  g_array_unref(document->misspelt);
  g_array_unref(document->findings);
  g_hash_table_unref(document->waived);
  tlumach_personal_free(document->ignored);
  if (document->source)
    tl_lsp_document_free(document->source);
  g_free(document->source_identity);
  g_free(document);
}

/* -- places ------------------------------------------------------------------------------------------------------ */

json_t *tl_lsp_position(const TlLspDocument *document, size_t offset) {
  TlLspPlace place = tl_lsp_text_place(&document->text, offset);
  return json_pack("{s:I, s:I}", "line", (json_int_t)place.line, "character", (json_int_t)place.column);
}

json_t *tl_lsp_range(const TlLspDocument *document, TlumachSpan span) {
  json_t *start = tl_lsp_position(document, span.start);
  return json_pack("{s:o, s:o}", "start", start, "end", tl_lsp_position(document, span.end));
}

gboolean tl_lsp_get_position(const TlLspDocument *document, const json_t *position, size_t *offset, TlLspFault *fault) {
  TlLspPlace place;
  if (!tl_lsp_get_place(position, &place, fault))
    return FALSE;
  *offset = tl_lsp_text_offset(&document->text, place);
  return TRUE;
}

gboolean tl_lsp_get_range(const TlLspDocument *document, const json_t *range, TlumachSpan *span, TlLspFault *fault) {
  if (!tl_lsp_get_position(document, json_object_get(range, "start"), &span->start, fault) ||
      !tl_lsp_get_position(document, json_object_get(range, "end"), &span->end, fault))
    return FALSE;
  span->end = MAX(span->start, span->end);
  return TRUE;
}

char *tl_lsp_text_at(const TlLspDocument *document, TlumachSpan span) {
  return g_strndup(document->text.bytes->str + span.start, span.end - span.start);
}

char *tl_lsp_word(const TlLspDocument *document, const TlLspMark *mark) {
  return g_strndup(tlumach_document_text(document->analysed, NULL) + mark->text.start,
                   mark->text.end - mark->text.start);
}

const TlLspFinding *tl_lsp_finding_with(const TlLspDocument *document, const char *key) {
  for (guint i = 0; i < document->findings->len; i++) {
    const TlLspFinding *finding = &g_array_index(document->findings, TlLspFinding, i);
    if (strcmp(finding->key, key) == 0)
      return finding;
  }
  return NULL;
}
