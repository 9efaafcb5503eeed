/* A text and its translation: a bilingual file (TMX, XLIFF, PO, a table), or NAME.en.md beside NAME.uk.md. What
 * `tlumach check` would find, and what belongs to what. */
#include <string.h>

#include "base/file.h"
#include "editors/lsp/server.h"

/* "NAME.uk.md" of "NAME.en.md"; NULL: the name is not of that kind. Free with g_free. */
static char *source_name(const TlServer *server, const char *name) {
  const char *source = server->settings.source ? server->settings.source : "uk",
             *target = server->settings.target ? server->settings.target : "en";
  g_autofree char *tag = g_strdup_printf(".%s.", target);
  const char *at = g_strrstr(name, tag);
  return at && !strchr(at, '/') ? g_strdup_printf("%.*s.%s.%s", (int)(at - name), name, source, at + strlen(tag))
                                : NULL;
}

TlLspDocument *tl_lsp_source_of(TlServer *server, TlLspDocument *document) {
  g_autofree char *path = document->bilingual ? NULL : source_name(server, document->name);
  g_autofree char *uri = path ? g_filename_to_uri(path, NULL, NULL) : NULL;
  TlLspDocument *open = uri ? g_hash_table_lookup(server->documents, uri) : NULL;
  if (!path || open)
    return open;
  g_autofree char *identity = tl_file_identity(path);
  if (document->source && g_strcmp0(identity, document->source_identity) == 0)
    return document->source;
  g_clear_pointer(&document->source, tl_lsp_document_free);
  g_free(document->source_identity);
  document->source_identity = g_steal_pointer(&identity);
  document->source = tl_lsp_document_read(path, server->unit);
  return document->source;
}

/* -- faults ---------------------------------------------------------------------------------------------------- */

typedef struct Checking {
  TlLspDocument *document;
  const TlumachBitext *bitext;
} Checking;

/* The check, what it says and of which text: the finding is the same one when something else has changed. */
static char *key_of(const TlumachBitext *bitext, const TlumachFinding *finding) {
  size_t length;
  const char *text = tlumach_pair_text(bitext, &bitext->pairs[finding->pair], TLUMACH_SOURCE, &length);
  return g_strdup_printf("%s\t%s\t%.*s", finding->check->id, finding->message, (int)MIN(length, 1000), text);
}

/* The place in the translation, else all of that; where nothing stands yet, the place in the source, which is only in
 * the same file in a bilingual one. */
static void keep(const TlumachFinding *found, gpointer user) {
  const Checking *checking = user;
  const TlumachPair *pair = &checking->bitext->pairs[found->pair];
  TlumachSide side = TLUMACH_TARGET;
  TlumachSpan span = found->span[side];
  TlLspFinding finding = {.exact = span.end > span.start};
  if (!finding.exact)
    span = pair->span[side];
  if (span.end <= span.start && checking->document->bilingual) {
    side = TLUMACH_SOURCE;
    span = found->span[side].end > found->span[side].start ? found->span[side] : pair->span[side];
  }
  if (span.end <= span.start)
    return;
  gboolean markup;
  finding.span = tlumach_document_raw_span(checking->bitext->document[side], span, &markup);
  finding.exact = finding.exact && !markup;
  finding.check = found->check->id;
  finding.severity = 3 - (int)found->severity; /* note, warning, error; 3.17: error is 1, information 3 */
  finding.message = g_strdup(found->message);
  finding.key = key_of(checking->bitext, found);
  finding.suggestions = g_strdupv((char **)found->suggestions);
  if (found->n_fixes == 1 && found->fixes[0].span.end > found->fixes[0].span.start) {
    finding.fix_span =
        tlumach_document_raw_span(checking->bitext->document[TLUMACH_TARGET], found->fixes[0].span, &markup);
    finding.fix = markup ? NULL : g_strdup(found->fixes[0].text);
  }
  if (checking->document->bilingual && side == TLUMACH_TARGET &&
      found->span[TLUMACH_SOURCE].end > found->span[TLUMACH_SOURCE].start)
    finding.source =
        tlumach_document_raw_span(checking->bitext->document[TLUMACH_SOURCE], found->span[TLUMACH_SOURCE], &markup);
  g_array_append_val(checking->document->findings, finding);
}

static TlumachDocument *read_again(const TlLspDocument *document) {
  g_autoptr(GBytes) bytes = g_bytes_new(document->text.bytes->str, document->text.bytes->len);
  const TlumachDocumentOptions options = {
      .format = document->format, .encoding = "UTF-8", .newline = TLUMACH_NEWLINE_AUTO};
  return tlumach_document_new(document->name, bytes, &options, NULL);
}

/* The pairs of a text and its translation; NULL: there is no such text, or one of them cannot be read. */
static TlumachBitext *align(TlServer *server, TlLspDocument *document) {
  g_autoptr(GError) error = NULL;
  TlLspDocument *other = tl_lsp_source_of(server, document);
  TlumachDocument *source = other ? read_again(other) : NULL, *target = source ? read_again(document) : NULL;
  TlumachBitext *bitext = target ? tlumach_bitext_align(server->session, source, target, &error) : NULL;
  if (!target)
    tlumach_document_free(source);
  if (error)
    tl_lsp_log(server, 2, "%s", error->message);
  return bitext;
}

void tl_lsp_find_faults(TlServer *server, TlLspDocument *document) {
  if (!document->faults_stale)
    return;
  document->faults_stale = FALSE;
  g_array_set_size(document->findings, 0);
  if (!server->settings.check || !tl_lsp_session(server))
    return;
  const TlumachCheckOptions usual = {.agreed = server->settings.glossaries != NULL};
  g_autoptr(TlumachBitext) aligned = document->bilingual ? NULL : align(server, document);
  Checking checking = {document, document->bilingual ? document->bitext : aligned};
  if (checking.bitext && server->lsp->check)
    server->lsp->check(&server->settings, server->session, checking.bitext, keep, &checking, server->lsp->user);
  else if (checking.bitext)
    tlumach_check(server->session, checking.bitext, &usual, keep, &checking, NULL);
}

gboolean tl_lsp_is_waived(const TlLspDocument *document, const TlLspFinding *finding) {
  return g_hash_table_contains(document->waived, finding->key);
}

/* -- what belongs to what -------------------------------------------------------------------------------------- */

/* Where a side stands in the file, or would. */
static TlumachSpan raw_side(const TlumachBitext *bitext, const TlumachPair *pair, TlumachSide side) {
  gboolean markup;
  TlumachSpan span = pair->span[side];
  if (span.end <= span.start)
    span = (TlumachSpan){pair->place[side], pair->place[side]};
  return tlumach_document_raw_span(bitext->document[side], span, &markup);
}

gboolean tl_lsp_segment_at(const TlLspDocument *document, size_t offset, TlumachSpan *source) {
  const TlumachPair *best = NULL;
  size_t best_start = 0;
  for (guint i = 0; document->bitext && i < document->bitext->n_pairs; i++) {
    const TlumachPair *pair = &document->bitext->pairs[i];
    size_t start = MIN(raw_side(document->bitext, pair, TLUMACH_SOURCE).start,
                       raw_side(document->bitext, pair, TLUMACH_TARGET).start);
    if (start <= offset && (!best || start >= best_start)) { /* the last one that begins before the place */
      best = pair;
      best_start = start;
    }
  }
  if (best)
    *source = raw_side(document->bitext, best, TLUMACH_SOURCE);
  return best != NULL;
}

char *tl_lsp_written(const TlLspDocument *document, const char *text) {
  const char *format = document->bilingual ? document->bilingual : document->format;
  gboolean xml = strcmp(format, "tmx") == 0 || strcmp(format, "xliff") == 0 || strcmp(format, "html") == 0,
           po = strcmp(format, "po") == 0;
  g_autoptr(GString) out = g_string_new(text);
  g_string_replace(out, xml ? "&" : "\\", xml ? "&amp;" : po ? "\\\\" : "\\", 0);
  g_string_replace(out, xml ? "<" : "\"", xml ? "&lt;" : po ? "\\\"" : "\"", 0);
  return g_string_free(g_steal_pointer(&out), FALSE);
}
