/* Values that a person gives, as a file may have them: the pick lists of its dialect. */
#include <string.h>

#include "base/error.h"
#include "terms/concept.h"
#include "terms/match/behaviour.h"
#include "terms/term_file_private.h"

/* "noun, verb, …": free with g_free. */
static char *listed(const char *values) {
  g_auto(GStrv) all = g_strsplit(values, " ", -1);
  return g_strjoinv(", ", all);
}

/* Version 2 leaves its values to the file that it names, and other dialects theirs to whoever made them. */
static const char *pick_list(TlumachTermFile *f, const char *category) {
  const TlTbxManner *m = tl_term_file_manner(f);
  g_autoptr(TlTbxNames) names = tl_tbx_names_new();
  return m->style == TL_TBX_MIN2 || m->dialect != TL_DIALECT_OPEN ? tl_tbx_category(names, category)->values : NULL;
}

static const char *picked(TlumachTermFile *f, const char *category, const char *what, const char *value,
                          GError **error) {
  const char *values = pick_list(f, category);
  g_auto(GStrv) all = values ? g_strsplit(values, " ", -1) : NULL;
  if (!values)
    return value;
  for (char **one = all; *one; one++)
    if (g_ascii_strcasecmp(*one, value) == 0)
      return tl_arena_strdup(f->arena, *one);
  const char *dialect = tl_tbx_dialect_name(tl_term_file_manner(f)->dialect);
  g_autofree char *list = listed(values);
  tl_error_at(error, TLUMACH_ERROR_USAGE, f->path, 0, 0, "%s has no %s \"%s\"; there is %s",
              dialect ? dialect : "TBX-Min 2", what, value, list);
  return NULL;
}

static const char *words_that_mean_something(const char *words, const char *text, GError **error) {
  gsize at = 0, length = 0;
  g_autofree char *fault = tl_behaviour_fault(words, text, &at, &length);
  if (!fault)
    return words;
  tl_error_at(error, TLUMACH_ERROR_USAGE, NULL, 0, 0, "words of “%s”: “%.*s”: %s", text, (int)length, words + at,
              fault);
  return NULL;
}

const char *tlumach_term_file_value(TlumachTermFile *f, TlumachTermField field, const char *value, const char *text,
                                    GError **error) {
  const char *pos = field == TLUMACH_FIELD_POS ? tl_pos_from_name(value) : NULL;
  if (!*value)
    return value;
  if (field == TLUMACH_FIELD_POS)
    return pos ? pos : picked(f, "partOfSpeech", "part of speech", value, error);
  if (field == TLUMACH_FIELD_TYPE)
    return picked(f, "termType", "type", value, error);
  return field == TLUMACH_FIELD_WORDS ? words_that_mean_something(value, text, error) : value;
}
