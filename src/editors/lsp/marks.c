/* What a client shows of terms without being asked: colours, equivalents behind them, links to their entries. */
#include <string.h>

#include "editors/lsp/server.h"

enum { TYPE_TERM, TYPE_NAME };
enum { MODIFIER_DEPRECATED = 1 };

typedef struct Tokens {
  const TlLspDocument *document;
  gboolean multiline;
  json_t *data;
  TlLspPlace last; /* where the last one begins */
  size_t end;      /* in bytes, where it ends: tokens do not overlap, but the text of a link stands around its title */
} Tokens;

/* 3.17, semantic tokens: five numbers each, line and column relative to the token before. */
static void add_token(Tokens *tokens, size_t start, size_t end, int type, int modifiers) {
  const TlLspText *text = &tokens->document->text;
  TlLspPlace at = tl_lsp_text_place(text, start);
  size_t length = tl_utf8_measure(text->bytes->str + start, end - start, text->unit);
  const size_t numbers[] = {at.line - tokens->last.line,
                            at.line == tokens->last.line ? at.column - tokens->last.column : at.column, length};
  for (guint i = 0; i < G_N_ELEMENTS(numbers); i++)
    json_array_append_new(tokens->data, json_integer((json_int_t)numbers[i]));
  json_array_append_new(tokens->data, json_integer(type));
  json_array_append_new(tokens->data, json_integer(modifiers));
  tokens->last = at;
  tokens->end = end;
}

/* A term may go on in the next line, which only some clients can show. */
static void add_mark(Tokens *tokens, const TlLspMark *mark, int type, int modifiers) {
  const char *text = tokens->document->text.bytes->str;
  size_t start = MAX(mark->span.start, tokens->end);
  while (start < mark->span.end) {
    size_t end = mark->span.end;
    if (!tokens->multiline)
      for (end = start; end < mark->span.end && text[end] != '\n' && text[end] != '\r';)
        end++;
    if (end > start)
      add_token(tokens, start, end, type, modifiers);
    start = end + (end < mark->span.end ? 1 : 0);
  }
}

static int modifiers_of(const TlLspMark *mark) {
  TlumachStatus status = mark->hit.term->status;
  return status == TLUMACH_STATUS_DEPRECATED || status == TLUMACH_STATUS_SUPERSEDED ? MODIFIER_DEPRECATED : 0;
}

json_t *tl_lsp_semantic_tokens(TlServer *server, const json_t *params, TlLspFault *fault) {
  TlLspDocument *document = tl_lsp_document(server, params, fault);
  if (!document || !tl_lsp_analyse(server, document))
    return NULL;
  Tokens tokens = {document, server->client.multiline_tokens, json_array(), {0, 0}, 0};
  for (guint term = 0, name = 0; term < document->terms->len || name < document->names->len;) {
    const TlLspMark *t = term < document->terms->len ? &g_array_index(document->terms, TlLspMark, term) : NULL;
    const TlLspMark *n = name < document->names->len ? &g_array_index(document->names, TlLspMark, name) : NULL;
    if (t && (!n || t->span.start < n->span.start)) {
      add_mark(&tokens, t, TYPE_TERM, modifiers_of(t));
      term++;
    } else {
      add_mark(&tokens, n, TYPE_NAME, 0);
      name++;
    }
  }
  return json_pack("{s:o}", "data", tokens.data);
}

static json_t *hint(const TlServer *server, const TlLspDocument *document, const TlLspMark *mark) {
  g_autoptr(GPtrArray) terms = tl_lsp_equivalents(server, mark, FALSE);
  g_autoptr(GString) all = g_string_new(NULL);
  if (terms->len == 0)
    return NULL;
  for (guint i = 0; i < terms->len; i++)
    g_string_append_printf(all, "%s%s", i ? "; " : "", ((const TlumachTerm *)g_ptr_array_index(terms, i))->text);
  g_autofree char *label = g_strdup_printf("[%s]", ((const TlumachTerm *)g_ptr_array_index(terms, 0))->text);
  return json_pack("{s:o, s:o, s:o, s:b}", "position", tl_lsp_position(document, mark->span.end), "label",
                   tl_lsp_text_json(label, -1), "tooltip", tl_lsp_text_json(all->str, -1), "paddingLeft", 1);
}

json_t *tl_lsp_inlay_hints(TlServer *server, const json_t *params, TlLspFault *fault) {
  TlumachSpan span;
  TlLspDocument *document = tl_lsp_document_in(server, params, &span, fault);
  if (!document || !tl_lsp_find_terms(server, document))
    return NULL;
  json_t *list = json_array();
  guint n, first = tl_lsp_marks_at(document->terms, span, FALSE, &n);
  for (guint i = first; server->settings.hints && i < first + n; i++) {
    const TlLspMark *mark = &g_array_index(document->terms, TlLspMark, i);
    json_t *one = mark->span.end <= span.end ? hint(server, document, mark) : NULL;
    if (one)
      json_array_append_new(list, one);
  }
  return list;
}

/* The file of a term's entry as a URI; NULL: it has none. Free with g_free. */
static char *entry_uri(const TlServer *server, const TlLspMark *mark) {
  const char *origin = tlumach_origin(server->session, mark->hit.term->concept);
  g_autofree char *path = origin ? g_canonicalize_filename(origin, NULL) : NULL;
  return path ? g_filename_to_uri(path, NULL, NULL) : NULL;
}

json_t *tl_lsp_document_links(TlServer *server, const json_t *params, TlLspFault *fault) {
  TlLspDocument *document = tl_lsp_document(server, params, fault);
  if (!document || !tl_lsp_find_terms(server, document))
    return NULL;
  json_t *list = json_array();
  for (guint i = 0; i < document->terms->len; i++) {
    const TlLspMark *mark = &g_array_index(document->terms, TlLspMark, i);
    g_autofree char *uri = entry_uri(server, mark);
    g_autofree char *target = uri ? g_strdup_printf("%s#L%zu", uri, mark->hit.term->concept->line) : NULL;
    if (target)
      json_array_append_new(list, json_pack("{s:o, s:s, s:o}", "range", tl_lsp_range(document, mark->span), "target",
                                            target, "tooltip", tl_lsp_text_json(mark->hit.term->text, -1)));
  }
  return list;
}

json_t *tl_lsp_definition(TlServer *server, const json_t *params, TlLspFault *fault) {
  size_t offset;
  guint n, first;
  TlLspDocument *document = tl_lsp_document_at(server, params, &offset, fault);
  if (!document || !tl_lsp_find_terms(server, document))
    return NULL;
  first = tl_lsp_marks_at(document->terms, (TlumachSpan){offset, offset}, TRUE, &n);
  if (n == 0)
    return NULL;
  const TlLspMark *mark = &g_array_index(document->terms, TlLspMark, first);
  g_autofree char *uri = entry_uri(server, mark);
  json_int_t line = (json_int_t)MAX(mark->hit.term->concept->line, 1) - 1;
  return !uri ? NULL
              : json_pack("{s:s, s:{s:{s:I, s:i}, s:{s:I, s:i}}}", "uri", uri, "range", "start", "line", line,
                          "character", 0, "end", "line", line, "character", 0);
}
