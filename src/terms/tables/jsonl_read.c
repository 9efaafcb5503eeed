#include "terms/tables/jsonl_read.h"

#include <jansson.h>
#include <string.h>

#include "base/charset.h"
#include "base/error.h"
#include "terms/concept.h"
#include "terms/termbase_build.h"

typedef struct Reader {
  TlumachTermbase *base;
  const char *path;
  size_t line;
} Reader;

static TlPlace here(const Reader *r) {
  return (TlPlace){.line = r->line};
}

/* A member that is text, collapsed, of the base; NULL for none. */
static const char *text_of(const Reader *r, const json_t *object, const char *key) {
  const char *value = json_string_value(json_object_get(object, key));
  g_autofree char *copy = g_strdup(value ? value : "");
  size_t length = tl_collapse_space(copy, strlen(copy));
  return tl_termbase_string(r->base, copy, length);
}

static void take_status(const Reader *r, const json_t *object, TlumachTerm *term) {
  const char *name = json_string_value(json_object_get(object, "status"));
  if (name && !tlumach_status_from_name(name, &term->status, NULL))
    tl_termbase_warn(r->base, here(r), "“%s” is not a status that is known; the term stands without it", name);
}

static void take_term(const Reader *r, const json_t *object, GArray *terms) {
  const char *language = json_string_value(json_object_get(object, "language")),
             *text = json_string_value(json_object_get(object, "text"));
  if (!language || !text) {
    tl_termbase_warn(r->base, here(r), "a term without a language or a text is left out");
    return;
  }
  g_autofree char *copy = g_strdup(text);
  size_t length = tl_collapse_space(copy, strlen(copy));
  TlumachTerm term = {.language = tl_termbase_language(r->base, language, here(r))};
  term.text = tl_termbase_term(r->base, copy, length, here(r));
  term.id = text_of(r, object, "id");
  term.pos = text_of(r, object, "pos");
  term.type = text_of(r, object, "type");
  term.note = text_of(r, object, "note");
  term.words = text_of(r, object, "words");
  take_status(r, object, &term);
  if (term.text)
    g_array_append_val(terms, term);
}

static void take_record(const Reader *r, const json_t *record, TlumachSpan span) {
  g_autoptr(GArray) terms = g_array_new(FALSE, FALSE, sizeof(TlumachTerm));
  TlumachConcept concept = {.line = r->line, .file_span = span};
  const json_t *list = json_object_get(record, "terms");
  for (size_t i = 0; i < json_array_size(list); i++)
    take_term(r, json_array_get(list, i), terms);
  concept.id = text_of(r, record, "id");
  concept.subject = text_of(r, record, "domain");
  concept.definition = text_of(r, record, "definition");
  concept.note = text_of(r, record, "note");
  tl_termbase_add(r->base, &concept, (const TlumachTerm *)(gconstpointer)terms->data, terms->len);
}

static gboolean read_line(const Reader *r, const char *text, TlumachSpan span, GError **error) {
  json_error_t fault;
  size_t blank = strspn(text + span.start, " \t\r");
  if (span.start + blank >= span.end)
    return TRUE;
  json_t *record = json_loadb(text + span.start, span.end - span.start, 0, &fault);
  if (!json_is_object(record) || !json_is_array(json_object_get(record, "terms"))) {
    tl_error_at(error, TLUMACH_ERROR_FORMAT, r->path, r->line, 0,
                record ? "is no record of a concept: an object with \"terms\"" : "is no JSON: %s", fault.text);
    json_decref(record);
    return FALSE;
  }
  take_record(r, record, span);
  json_decref(record);
  return TRUE;
}

TlumachTermbase *tl_jsonl_read(const char *path, GBytes *raw, GError **error) {
  g_autoptr(TlDecoded) decoded = tl_decode(path, raw, "UTF-8", error);
  if (!decoded)
    return NULL;
  size_t length;
  const char *text = tl_decoded_text(decoded, &length);
  g_autoptr(TlumachTermbase) base = tl_termbase_new(path);
  Reader reader = {.base = base, .path = path, .line = 1};
  for (size_t at = tl_bom_length(text, length); at < length; reader.line++) {
    const char *end = memchr(text + at, '\n', length - at);
    TlumachSpan span = {at, end ? (size_t)(end - text) : length};
    if (!read_line(&reader, text, span, error))
      return NULL;
    at = end ? span.end + 1 : length;
  }
  tl_termbase_finish(base);
  return g_steal_pointer(&base);
}
