/* textDocument/hover: the term, the name or the misspelling at a place, in Markdown or plain text, as the client has
 * asked. */
#include <string.h>

#include "editors/lsp/server.h"

#define SUGGESTIONS_MAX 5u

typedef struct Page {
  GString *text;
  gboolean markdown;
} Page;

/* Text of a term base or of the document: its signs are no markup. */
static void add_text(Page *page, const char *text) {
  for (const char *p = text; *p; p++) {
    if (page->markdown && strchr("\\`*_[]<>#|~&", *p))
      g_string_append_c(page->text, '\\');
    g_string_append_c(page->text, *p);
  }
}

static void add_strong(Page *page, const char *text) {
  g_string_append(page->text, page->markdown ? "**" : "");
  add_text(page, text);
  g_string_append(page->text, page->markdown ? "**" : "");
}

static void add_paragraph(Page *page, const char *title, const char *text) {
  if (!text || !*text)
    return;
  g_string_append_printf(page->text, page->markdown ? "\n\n%s" : "\n%s", title);
  add_text(page, text);
}

static void add_equivalent(Page *page, const TlumachTerm *term) {
  g_string_append(page->text, page->markdown ? "\n- " : "\n  ");
  add_strong(page, term->text);
  const char *const notes[] = {tlumach_status_name(term->status), term->type, term->note};
  gboolean first = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS(notes); i++) {
    if (!notes[i])
      continue;
    g_string_append(page->text, first ? " — " : ", ");
    add_text(page, notes[i]);
    first = FALSE;
  }
}

static void add_term(Page *page, const TlServer *server, const TlLspDocument *document, const TlLspMark *mark) {
  const TlumachConcept *concept = mark->hit.term->concept;
  g_autofree char *why = tlumach_why(server->session, document->analysed, &mark->hit);
  g_autoptr(GPtrArray) terms = tl_lsp_equivalents(server, mark, TRUE);
  add_strong(page, mark->hit.term->text);
  if (mark->hit.term->status != TLUMACH_STATUS_NONE)
    g_string_append_printf(page->text, " (%s)", tlumach_status_name(mark->hit.term->status));
  if (page->markdown)
    g_string_append_c(page->text, '\n');
  for (guint i = 0; i < terms->len; i++)
    add_equivalent(page, g_ptr_array_index(terms, i));
  add_paragraph(page, "", concept->definition);
  add_paragraph(page, "Note: ", concept->note);
  add_paragraph(page, "Subject: ", concept->subject);
  g_autofree char *match = g_strdup_printf("%s: %s", tlumach_match_name(mark->hit.match), why);
  add_paragraph(page, "Why: ", match);
  const char *origin = tlumach_origin(server->session, concept);
  g_autofree char *base = origin ? g_path_get_basename(origin) : NULL;
  g_autofree char *place =
      base ? g_strdup_printf("%s:%zu%s%s", base, concept->line, concept->id ? " " : "", concept->id ? concept->id : "")
           : NULL;
  add_paragraph(page, "From: ", place);
}

static void add_name(Page *page, const TlLspMark *mark) {
  add_strong(page, mark->citation);
  g_string_append(page->text, " = ");
  add_strong(page, mark->romanized);
  add_paragraph(page, "A name that no term base has: ", mark->why);
}

static void add_misspelt(Page *page, const TlServer *server, const TlLspDocument *document, const TlLspMark *mark) {
  g_autofree char *word = tl_lsp_word(document, mark);
  g_auto(GStrv) list = tlumach_suggest(server->session, word, SUGGESTIONS_MAX);
  g_autofree char *all = g_strjoinv(", ", list);
  add_strong(page, word);
  g_string_append(page->text, " is in no dictionary");
  add_paragraph(page, "Perhaps: ", all);
}

static const TlLspMark *mark_at(const GArray *marks, size_t offset) {
  guint n, first = tl_lsp_marks_at(marks, (TlumachSpan){offset, offset}, FALSE, &n);
  return n > 0 ? &g_array_index(marks, TlLspMark, first) : NULL;
}

json_t *tl_lsp_hover(TlServer *server, const json_t *params, TlLspFault *fault) {
  size_t offset;
  TlLspDocument *document = tl_lsp_document_at(server, params, &offset, fault);
  if (!document || !tl_lsp_find_terms(server, document))
    return NULL;
  g_autoptr(GString) text = g_string_new(NULL);
  Page page = {text, server->client.markdown};
  const TlLspMark *mark = mark_at(document->terms, offset);
  if (mark)
    add_term(&page, server, document, mark);
  else if (!tl_lsp_analyse(server, document))
    return NULL;
  else if ((mark = mark_at(document->names, offset)))
    add_name(&page, mark);
  else if ((mark = mark_at(document->misspelt, offset)) && !tl_lsp_is_accepted(server, document, mark))
    add_misspelt(&page, server, document, mark);
  else
    return NULL;
  return json_pack("{s:{s:s, s:o}, s:o}", "contents", "kind", page.markdown ? "markdown" : "plaintext", "value",
                   tl_lsp_text_json(text->str, -1), "range", tl_lsp_range(document, mark->span));
}
