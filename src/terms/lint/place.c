/* Where concepts, terms and what is said of their words stand in a file. */
#include <string.h>

#include "terms/lint/lint.h"
#include "terms/tbx/nodes.h"

/* Behind a start tag and white space. */
static size_t content_of(const TlLintFile *file, size_t start, const TlXmlNode *node) {
  size_t at = start + node->tag.end;
  return at + strspn(file->tbx->text + at, " \t\r\n");
}

/* Where each term of an entry begins, in the order in which the reader counts them. */
static void place_terms(TlLintFile *file, guint i) {
  guint n;
  size_t start = tlumach_termbase_concepts(file->base, &n)[i].file_span.start;
  g_autoptr(TlArena) arena = tl_arena_new();
  g_autoptr(TlTbxNames) names = tl_tbx_names_new();
  g_autoptr(GPtrArray) languages = g_ptr_array_new(), sections = g_ptr_array_new();
  const TlXmlNode *entry = tl_tbx_file_entry(file->tbx, i, arena, NULL);
  g_array_set_size(file->terms, 0);
  file->placed = i + 1;
  if (!entry)
    return;
  tl_tbx_nodes_of_kind(names, entry, entry->uri, TL_TBX_LANGUAGE, languages);
  for (guint l = 0; l < languages->len; l++)
    tl_tbx_nodes_of_kind(names, g_ptr_array_index(languages, l), entry->uri, TL_TBX_SECTION, sections);
  for (guint s = 0; s < sections->len; s++) {
    const TlXmlNode *section = g_ptr_array_index(sections, s), *term = tl_tbx_node_term(names, section, entry->uri);
    g_autofree char *text = term ? tl_tbx_node_value(names, term, entry->uri) : NULL;
    if (!text || !*text || strlen(text) > TL_TERM_STORED_MAX)
      continue;
    g_autoptr(GPtrArray) words = g_ptr_array_new();
    tl_tbx_nodes_telling(names, section, entry->uri, TL_TELLS_WORDS, words);
    TlTermPlace place = {content_of(file, start, term),
                         words->len ? content_of(file, start, words->pdata[words->len - 1]) : 0};
    g_array_append_val(file->terms, place);
  }
}

/* NULL: not known. */
static const TlTermPlace *place_of_term(TlLintFile *file, const TlumachConcept *concept, const TlumachTerm *term) {
  guint n, i = (guint)(concept - tlumach_termbase_concepts(file->base, &n)), t = (guint)(term - concept->terms);
  if (file->placed != i + 1)
    place_terms(file, i);
  return t < file->terms->len ? &g_array_index(file->terms, TlTermPlace, t) : NULL;
}

/* Of a table, the line is known. */
static void locate(const TlLintFile *file, const TlumachConcept *concept, size_t at, size_t *line, size_t *column) {
  *line = concept->line;
  *column = 1;
  if (file->tbx)
    tl_positions_locate(file->positions, at, TLUMACH_COLUMN_CHARACTER, line, column);
}

void tl_lint_place(TlLintFile *file, const TlumachConcept *concept, const TlumachTerm *term, size_t *line,
                   size_t *column) {
  const TlTermPlace *place = term && file->tbx ? place_of_term(file, concept, term) : NULL;
  locate(file, concept, place ? place->term : concept->file_span.start, line, column);
}

/* Where byte `offset` of a value stands that begins at `at`, its white space collapsed; the beginning, when the value
 * is written with references to characters. */
static size_t place_within(const char *text, size_t at, const char *value, size_t offset) {
  size_t begin = at;
  for (size_t i = 0; i < offset; i++)
    if (value[i] == ' ' && g_ascii_isspace(text[at]))
      at += strspn(text + at, " \t\r\n");
    else if (value[i] != text[at++])
      return begin;
  return at;
}

void tl_lint_place_words(TlLintFile *file, const TlumachConcept *concept, const TlumachTerm *term, TlumachSpan of_words,
                         size_t *line, size_t *column) {
  const TlTermPlace *place = file->tbx ? place_of_term(file, concept, term) : NULL;
  size_t at = place && place->words ? place->words : place ? place->term : concept->file_span.start;
  if (place && place->words)
    at = place_within(file->tbx->text, at, term->words, of_words.start);
  locate(file, concept, at, line, column);
}
