/* A term base in memory: one array of concepts, whose terms and strings lie in one arena.
 *
 * The array moves while it grows, so pointers to concepts are set when it is complete. Strings that repeat (language
 * tags, parts of speech, types, subjects) are kept once. Ids are kept in a table of their own, which finds doubles in
 * the order of the file and is dropped at the end.
 */
#include "terms/termbase.h"

#include <string.h>

#include "base/intern.h"
#include "terms/language_tag.h"
#include "terms/termbase_build.h"

#define MESSAGE_MAX 400 /* bytes of a warning */

struct TlumachTermbase {
  char *path;
  TlArena *arena;
  GArray *concepts; /* TlumachConcept */
  GPtrArray *warnings;
  guint more_warnings;
  /* While it is being read: */
  TlArena *scratch;
  TlInterner *strings, *languages, *ids, *told;
  GArray *id_lines; /* size_t: where each id was first seen */
};

TlumachTermbase *tl_termbase_new(const char *path) {
  TlumachTermbase *base = g_new0(TlumachTermbase, 1);
  base->path = g_strdup(path);
  base->arena = tl_arena_new();
  base->concepts = g_array_new(FALSE, FALSE, sizeof(TlumachConcept));
  base->warnings = g_ptr_array_new_with_free_func(g_free);
  base->scratch = tl_arena_new();
  base->strings = tl_interner_new(base->arena);
  base->languages = tl_interner_new(base->arena);
  base->ids = tl_interner_new(base->arena);
  base->told = tl_interner_new(base->scratch);
  base->id_lines = g_array_new(FALSE, FALSE, sizeof(size_t));
  return base;
}

static void drop_scratch(TlumachTermbase *base) {
  g_clear_pointer(&base->strings, tl_interner_free);
  g_clear_pointer(&base->languages, tl_interner_free);
  g_clear_pointer(&base->ids, tl_interner_free);
  g_clear_pointer(&base->told, tl_interner_free);
  g_clear_pointer(&base->scratch, tl_arena_free);
  g_clear_pointer(&base->id_lines, g_array_unref);
}

void tlumach_termbase_free(TlumachTermbase *base) {
  if (base == NULL)
    return;
  drop_scratch(base);
  g_ptr_array_unref(base->warnings);
  g_array_unref(base->concepts);
  tl_arena_free(base->arena);
  g_free(base->path);
  g_free(base);
}

const char *tlumach_termbase_path(const TlumachTermbase *base) {
  return base->path;
}

const TlumachConcept *tlumach_termbase_concepts(const TlumachTermbase *base, guint *n) {
  *n = base->concepts->len;
  return (const TlumachConcept *)(gconstpointer)base->concepts->data;
}

const GPtrArray *tlumach_termbase_warnings(const TlumachTermbase *base) {
  return base->warnings;
}

/* One line of bounded length, whatever the file has put into the message. */
static void append_plain(GString *text, const char *message) {
  g_autofree char *excerpt = tl_utf8_excerpt(message, strlen(message), MESSAGE_MAX);
  for (const char *at = excerpt; *at; at++)
    g_string_append_c(text, g_ascii_iscntrl(*at) ? ' ' : *at);
}

static void warn(TlumachTermbase *base, TlPlace place, const char *message) {
  if (base->warnings->len >= TL_WARNINGS_MAX) {
    base->more_warnings++;
    return;
  }
  GString *text = g_string_new(base->path);
  if (place.positions)
    tl_positions_locate(place.positions, place.offset, TLUMACH_COLUMN_CHARACTER, &place.line, &place.column);
  if (place.line > 0)
    g_string_append_printf(text, ":%zu", place.line);
  if (place.line > 0 && place.column > 0)
    g_string_append_printf(text, ":%zu", place.column);
  g_string_append(text, ": ");
  append_plain(text, message);
  g_ptr_array_add(base->warnings, g_string_free(text, FALSE));
}

void tl_termbase_warn(TlumachTermbase *base, TlPlace place, const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  g_autofree char *message = g_strdup_vprintf(format, arguments);
  va_end(arguments);
  warn(base, place, message);
}

void tl_termbase_warn_once(TlumachTermbase *base, TlPlace place, const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  g_autofree char *message = g_strdup_vprintf(format, arguments);
  va_end(arguments);
  guint known = tl_interner_size(base->told);
  if (tl_interner_add(base->told, message, strlen(message)) == known)
    warn(base, place, message);
}

static gboolean is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

size_t tl_collapse_space(char *text, size_t length) {
  size_t to = 0;
  for (size_t i = 0; i < length; i++) {
    if (!is_space(text[i]))
      text[to++] = text[i];
    else if (to > 0 && text[to - 1] != ' ')
      text[to++] = ' ';
  }
  return to > 0 && text[to - 1] == ' ' ? to - 1 : to;
}

const char *tl_termbase_string(TlumachTermbase *base, const char *text, size_t length) {
  return length == 0 ? NULL : tl_arena_strndup(base->arena, text, length);
}

const char *tl_termbase_intern(TlumachTermbase *base, const char *text, size_t length) {
  return length == 0 ? NULL : tl_interner_string(base->strings, tl_interner_add(base->strings, text, length));
}

static void check_language(TlumachTermbase *base, const char *tag, TlPlace place) {
  const char *code = NULL;
  switch (tl_language_fault(tag, &code)) {
  case TL_TAG_GOOD:
    break;
  case TL_TAG_ALIAS:
    if (code != NULL)
      tl_termbase_warn(base, place, "language “%s” is taken as “%s”, its tag in BCP 47", tag, code);
    else
      tl_termbase_warn(base, place, "language “%s” is taken with “-” for “_”, as BCP 47 has it", tag);
    break;
  case TL_TAG_MALFORMED:
    tl_termbase_warn(base, place, "“%s” is not a language tag", tag);
    break;
  }
}

const char *tl_termbase_language(TlumachTermbase *base, const char *tag, TlPlace place) {
  guint known = tl_interner_size(base->languages);
  guint number = tl_interner_add(base->languages, tag, strlen(tag));
  if (number == known)
    check_language(base, tag, place);
  return tl_interner_string(base->languages, number);
}

const char *tl_termbase_term(TlumachTermbase *base, const char *text, size_t length, TlPlace place) {
  if (length == 0)
    tl_termbase_warn(base, place, "an empty term is left out");
  else if (length > TL_TERM_STORED_MAX)
    tl_termbase_warn(base, place, "a term of %zu bytes is left out: the limit is %d", length, TL_TERM_STORED_MAX);
  else {
    if (length > TL_TERM_MATCHED_MAX)
      tl_termbase_warn(base, place, "a term of %zu bytes is kept but not looked for: the limit is %d", length,
                       TL_TERM_MATCHED_MAX);
    return tl_arena_strndup(base->arena, text, length);
  }
  return NULL;
}

/* The id kept in the base; NULL for none. */
static const char *keep_id(TlumachTermbase *base, const char *id, size_t line) {
  if (id == NULL)
    return NULL;
  guint known = tl_interner_size(base->ids);
  guint number = tl_interner_add(base->ids, id, strlen(id));
  if (number == known)
    g_array_append_val(base->id_lines, line);
  else
    tl_termbase_warn(base, (TlPlace){.line = line}, "id “%s” is also that of the entry in line %zu; both are kept", id,
                     g_array_index(base->id_lines, size_t, number));
  return tl_interner_string(base->ids, number);
}

void tl_termbase_add(TlumachTermbase *base, const TlumachConcept *concept, const TlumachTerm *terms, guint n_terms) {
  TlumachConcept copy = *concept;
  copy.id = keep_id(base, concept->id, concept->line);
  copy.base = base;
  copy.n_terms = n_terms;
  copy.terms = n_terms == 0 ? NULL : tl_arena_memdup(base->arena, terms, n_terms * sizeof *terms);
  g_array_append_val(base->concepts, copy);
  if (n_terms == 0)
    tl_termbase_warn(base, (TlPlace){.line = concept->line}, "an entry without terms");
}

guint tl_termbase_n_added(const TlumachTermbase *base) {
  return base->concepts->len;
}

void tl_termbase_finish(TlumachTermbase *base) {
  for (guint i = 0; i < base->concepts->len; i++) {
    TlumachConcept *concept = &g_array_index(base->concepts, TlumachConcept, i);
    for (guint j = 0; j < concept->n_terms; j++)
    concept->terms[j].concept = concept;
  }
  if (base->concepts->len == 0)
    tl_termbase_warn(base, (TlPlace){0}, "there are no entries in it");
  if (base->more_warnings > 0)
    g_ptr_array_add(base->warnings,
                    g_strdup_printf("%s: and %u more warnings like these", base->path, base->more_warnings));
  drop_scratch(base);
}
