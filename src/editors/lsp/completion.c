/* textDocument/completion: the English of the terms and names that stand near the place, or, in a translation
 * (NAME.en.md), near the same paragraph of the text that it is of (NAME.uk.md), or in a bilingual file, in the source
 * of the segment. */
#include <string.h>

#include "editors/lsp/server.h"

#define NEAR 6000u /* bytes: a paragraph or two */
#define ITEMS_MAX 60u
#define PREFIX_MAX 120u /* bytes before the place that may be the beginning of an equivalent */
#define KIND_VALUE 12   /* 3.17, CompletionItemKind */

typedef struct Asked {
  TlServer *server;
  TlLspDocument *document;     /* where the person types */
  size_t offset, line_start;   /* and where its line begins, at most PREFIX_MAX before */
  const TlLspDocument *source; /* where terms are looked for, and near which place */
  size_t near;
  TlumachSpan within; /* the only part of it to look at; empty: all */
  GHashTable *seen;   /* equivalents that are in the list */
  json_t *items;
} Asked;

static gboolean is_blank(const GString *text, size_t line) {
  return line >= text->len || text->str[line] == '\n' || text->str[line] == '\r';
}

static size_t next_line(const GString *text, size_t from) {
  const char *end = memchr(text->str + from, '\n', text->len - from);
  return end ? (size_t)(end - text->str) + 1 : text->len + 1;
}

/* Where the paragraph begins that `offset` is in, or the one numbered `wanted`, whichever comes first; `*number` is its
 * own, from 1. Empty lines part them. */
static size_t paragraph(const GString *text, size_t offset, guint wanted, guint *number) {
  size_t start = 0;
  gboolean inside = FALSE;
  *number = 0;
  for (size_t line = 0; line <= offset && line < text->len && *number < wanted; line = next_line(text, line)) {
    gboolean blank = is_blank(text, line);
    if (!blank && !inside) {
      start = line;
      ++*number;
    }
    inside = !blank;
  }
  return start;
}

/* The place of `source` that stands where `offset` stands in its translation: as many paragraphs in, and as many lines
 * into that. */
static size_t counterpart(const GString *text, size_t offset, const GString *source) {
  guint number, found;
  size_t line = paragraph(text, offset, G_MAXUINT, &number), at = paragraph(source, source->len, number, &found);
  while (next_line(text, line) <= offset && next_line(source, at) < source->len) {
    line = next_line(text, line);
    at = next_line(source, at);
  }
  return at;
}

/* Where the beginning of `text` stands that has been typed already; the place itself when nothing of it has. FALSE:
 * another word stands there. */
static gboolean typed(const Asked *asked, const char *text, size_t *start) {
  const char *bytes = asked->document->text.bytes->str;
  g_autofree char *folded = g_utf8_casefold(text, -1);
  gboolean word = FALSE; /* was the character before the place one of a word? */
  for (size_t at = asked->line_start; at < asked->offset; at += (size_t)(g_utf8_next_char(bytes + at) - (bytes + at))) {
    gboolean letter = g_unichar_isalnum(g_utf8_get_char(bytes + at));
    gboolean begins = letter && !word;
    word = letter;
    if (!begins)
      continue;
    g_autofree char *before = g_utf8_casefold(bytes + at, (gssize)(asked->offset - at));
    if (g_str_has_prefix(folded, before)) {
      *start = at;
      return TRUE;
    }
  }
  *start = asked->offset;
  return !word;
}

static void add_item(Asked *asked, const char *text, const char *detail, const char *documentation) {
  size_t start;
  if (json_array_size(asked->items) >= ITEMS_MAX || g_hash_table_contains(asked->seen, text) ||
      !typed(asked, text, &start))
    return;
  g_hash_table_add(asked->seen, g_strdup(text));
  g_autofree char *order = g_strdup_printf("%04zu", json_array_size(asked->items));
  g_autofree char *written = tl_lsp_written(asked->document, text);
  json_t *edit = json_pack("{s:o, s:o}", "range", tl_lsp_range(asked->document, (TlumachSpan){start, asked->offset}),
                           "newText", tl_lsp_text_json(written, -1));
  json_t *item = json_pack("{s:o, s:i, s:o, s:s, s:o}", "label", tl_lsp_text_json(text, -1), "kind", KIND_VALUE,
                           "detail", tl_lsp_text_json(detail, -1), "sortText", order, "textEdit", edit);
  if (documentation && *documentation)
    json_object_set_new(item, "documentation", tl_lsp_text_json(documentation, -1));
  json_array_append_new(asked->items, item);
}

static void add_term(Asked *asked, const TlLspMark *mark) {
  g_autoptr(GPtrArray) terms = tl_lsp_equivalents(asked->server, mark, FALSE);
  for (guint i = 0; i < terms->len; i++) {
    const TlumachTerm *term = g_ptr_array_index(terms, i);
    const char *status = tlumach_status_name(term->status);
    g_autofree char *detail =
        g_strdup_printf("%s%s%s%s", mark->hit.term->text, status ? " (" : "", status ? status : "", status ? ")" : "");
    add_item(asked, term->text, detail, mark->hit.term->concept->definition);
  }
}

typedef struct Candidate {
  size_t distance;
  const TlLspMark *mark;
} Candidate;

static int nearest_first(gconstpointer a, gconstpointer b) {
  const Candidate *x = a, *y = b;
  if (x->distance != y->distance)
    return x->distance < y->distance ? -1 : 1;
  return x->mark->span.start < y->mark->span.start ? -1 : 1;
}

/* Terms behind the place of a translation are as near as those before it; where one types into the text itself, what
 * was read last is nearer. */
static void collect(const Asked *asked, const GArray *marks, GArray *candidates) {
  for (guint i = 0; i < marks->len; i++) {
    const TlLspMark *mark = &g_array_index(marks, TlLspMark, i);
    gboolean before = mark->span.end <= asked->near;
    if (asked->within.end > 0 && (mark->span.start < asked->within.start || mark->span.end > asked->within.end))
      continue;
    Candidate one = {before ? asked->near - mark->span.end : MAX(mark->span.start, asked->near) - asked->near, mark};
    if (one.distance <= NEAR && !(mark->span.start < asked->near && !before))
      g_array_append_val(candidates, one);
  }
}

json_t *tl_lsp_completion(TlServer *server, const json_t *params, TlLspFault *fault) {
  size_t offset;
  TlLspDocument *document = tl_lsp_document_at(server, params, &offset, fault);
  if (!document || !tl_lsp_session(server))
    return NULL; /* when a session has just been opened, what was read before it is gone */
  TlLspDocument *other = tl_lsp_source_of(server, document), *source = other ? other : document;
  if (!tl_lsp_analyse(server, source))
    return NULL;
  g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GArray) candidates = g_array_new(FALSE, FALSE, sizeof(Candidate));
  Asked asked = {.server = server,
                 .document = document,
                 .offset = offset,
                 .line_start = offset,
                 .source = source,
                 .seen = seen,
                 .items = json_array()};
  const char *bytes = document->text.bytes->str;
  while (asked.line_start > 0 && offset - asked.line_start < PREFIX_MAX && bytes[asked.line_start - 1] != '\n')
    asked.line_start--;
  while (asked.line_start < offset && ((guchar)bytes[asked.line_start] & 0xC0) == 0x80)
    asked.line_start++;
  asked.near = other ? counterpart(document->text.bytes, offset, source->text.bytes) : offset;
  if (tl_lsp_segment_at(document, offset, &asked.within))
    asked.near = asked.within.start;
  collect(&asked, source->terms, candidates);
  collect(&asked, source->names, candidates);
  g_array_sort(candidates, nearest_first);
  for (guint i = 0; i < candidates->len; i++) {
    const TlLspMark *mark = g_array_index(candidates, Candidate, i).mark;
    if (mark->hit.term)
      add_term(&asked, mark);
    else
      add_item(&asked, mark->romanized, mark->citation, NULL);
  }
  return json_pack("{s:b, s:o}", "isIncomplete", 1, "items", asked.items);
}
