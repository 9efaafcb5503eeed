/* What is known of a document: the same calls as in the commands, and spans brought back to the client's text. */
#include <string.h>

#include "editors/lsp/server.h"

static TlLspMark mark_at(const TlLspDocument *document, TlumachSpan span) {
  TlLspMark mark = {.text = span};
  mark.span = tlumach_document_raw_span(document->analysed, span, &mark.markup);
  return mark;
}

static void keep_term(TlLspDocument *document, const TlumachHit *hit) {
  TlLspMark mark = mark_at(document, hit->span);
  mark.hit = *hit;
  g_array_append_val(document->terms, mark);
}

static void keep_name(const TlumachName *name, gpointer user) {
  TlLspDocument *document = user;
  TlLspMark mark = mark_at(document, name->span);
  mark.citation = g_strdup(name->citation);
  mark.romanized = g_strdup(name->romanized);
  mark.why = g_strdup(name->why);
  g_array_append_val(document->names, mark);
}

static void keep_misspelt(TlumachSpan span, gpointer user) {
  TlLspDocument *document = user;
  TlLspMark mark = mark_at(document, span);
  g_array_append_val(document->misspelt, mark);
}

static void leave(TlumachSpan span, gpointer user) {
  (void)span, (void)user;
}

static int by_place(gconstpointer a, gconstpointer b) {
  size_t x = ((const TlLspMark *)a)->span.start, y = ((const TlLspMark *)b)->span.start;
  return x < y ? -1 : x > y;
}

static TlumachBitext *bitext_of(const TlServer *server, const TlLspDocument *document, GBytes *bytes, GError **error) {
  const TlumachBitextOptions options = {.source = server->settings.source ? server->settings.source : "uk",
                                        .target = server->settings.target ? server->settings.target : "en",
                                        .format = document->bilingual,
                                        .encoding = "UTF-8"};
  return tlumach_bitext_new(document->name, bytes, &options, error);
}

/* The text as it is now, for the library. FALSE: it cannot be read as its format. */
static gboolean take_text(TlServer *server, TlLspDocument *document) {
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = g_bytes_new(document->text.bytes->str, document->text.bytes->len);
  const TlumachDocumentOptions options = {
      .format = document->format, .encoding = "UTF-8", .newline = TLUMACH_NEWLINE_AUTO};
  g_array_set_size(document->terms, 0);
  g_array_set_size(document->names, 0);
  g_array_set_size(document->misspelt, 0);
  document->stale = FALSE;
  document->words_stale = TRUE;
  if (document->bilingual) {
    document->bitext = bitext_of(server, document, bytes, &error);
    document->analysed = document->bitext ? document->bitext->document[TLUMACH_SOURCE] : NULL;
  } else {
    document->analysed = tlumach_document_new(document->name, bytes, &options, &error);
  }
  if (!document->analysed)
    tl_lsp_log(server, 2, "%s", error->message);
  return document->analysed != NULL;
}

gboolean tl_lsp_find_terms(TlServer *server, TlLspDocument *document) {
  const TlumachSession *session = tl_lsp_session(server);
  if (!session || !document->stale)
    return session != NULL;
  TlLspDocument before = {.analysed = document->analysed, .bitext = document->bitext};
  g_autoptr(GArray) hits = g_steal_pointer(&document->hits);
  document->analysed = NULL;
  document->bitext = NULL;
  if (take_text(server, document))
    document->hits = tl_lsp_find_again(session, before.analysed, hits, document->analysed);
  tl_lsp_forget_text(&before);
  if (!document->hits)
    return TRUE;
  for (guint i = 0; i < document->hits->len; i++)
    keep_term(document, &g_array_index(document->hits, TlumachHit, i));
  g_array_sort(document->terms, by_place); /* in the file a note may stand before the text that it is of */
  return TRUE;
}

gboolean tl_lsp_analyse(TlServer *server, TlLspDocument *document) {
  if (!tl_lsp_find_terms(server, document))
    return FALSE;
  if (!document->words_stale || !document->analysed)
    return TRUE;
  document->words_stale = FALSE;
  tlumach_unknown(server->session, document->analysed, (const TlumachHit *)(const void *)document->hits->data,
                  document->hits->len, keep_name, leave, document);
  tlumach_spell(server->session, document->analysed, keep_misspelt, document); /* unknown names, too: Одесса */
  g_array_sort(document->names, by_place);
  g_array_sort(document->misspelt, by_place);
  const char *trouble = tlumach_session_trouble(server->session);
  if (trouble)
    tl_lsp_show(server, trouble);
  return TRUE;
}

guint tl_lsp_marks_at(const GArray *marks, TlumachSpan span, gboolean end, guint *n) {
  guint low = 0, high = marks->len;
  while (low < high) { /* the first that ends behind the start of the span: marks do not overlap */
    guint middle = low + (high - low) / 2;
    size_t ends = g_array_index(marks, TlLspMark, middle).span.end;
    if (ends > span.start || (end && ends == span.start))
      high = middle;
    else
      low = middle + 1;
  }
  for (*n = 0; low + *n < marks->len; ++*n) {
    size_t begins = g_array_index(marks, TlLspMark, low + *n).span.start;
    if (begins > span.start && begins >= span.end)
      break;
  }
  return low;
}

gboolean tl_lsp_is_accepted(const TlServer *server, const TlLspDocument *document, const TlLspMark *mark) {
  g_autofree char *word = tl_lsp_word(document, mark);
  return tlumach_personal_knows(server->own, word, -1) ||
         (server->project && tlumach_personal_knows(server->project, word, -1)) ||
         tlumach_personal_knows(document->ignored, word, -1);
}

GPtrArray *tl_lsp_equivalents(const TlServer *server, const TlLspMark *term, gboolean all) {
  GPtrArray *terms = tlumach_equivalents(server->session, term->hit.term);
  for (guint i = 0; !all && i < terms->len;) {
    TlumachStatus status = ((const TlumachTerm *)g_ptr_array_index(terms, i))->status;
    if (status == TLUMACH_STATUS_DEPRECATED || status == TLUMACH_STATUS_SUPERSEDED)
      g_ptr_array_remove_index(terms, i);
    else
      i++;
  }
  return terms;
}
