/* Names of columns: those of UTX 1.20 (§ header), of the data categories of TBX, and the words that people write. */
#include "terms/tables/columns.h"

#include <string.h>

#include "terms/language_tag.h"

static const struct {
  const char *name;
  TlField field;
} fields[] = {
    {"id", TL_FIELD_ID},
    {"concept", TL_FIELD_ID},
    {"concept id", TL_FIELD_ID},
    {"subject", TL_FIELD_SUBJECT},
    {"subject field", TL_FIELD_SUBJECT},
    {"subjectField", TL_FIELD_SUBJECT},
    {"domain", TL_FIELD_SUBJECT},
    {"definition", TL_FIELD_DEFINITION},
    {"note", TL_FIELD_NOTE},
    {"notes", TL_FIELD_NOTE},
    {"comment", TL_FIELD_NOTE},
    {"comments", TL_FIELD_NOTE},
    {"status", TL_FIELD_STATUS},
    {"term status", TL_FIELD_STATUS},
    {"administrativeStatus", TL_FIELD_STATUS},
    {"pos", TL_FIELD_POS},
    {"part of speech", TL_FIELD_POS},
    {"partOfSpeech", TL_FIELD_POS},
    {"type", TL_FIELD_TYPE},
    {"term type", TL_FIELD_TYPE},
    {"termType", TL_FIELD_TYPE},
    {"words", TL_FIELD_WORDS},
};

static gboolean among(const char *name, const char *const *words) {
  for (; *words != NULL; words++)
    if (g_ascii_strcasecmp(name, *words) == 0)
      return TRUE;
  return FALSE;
}

static TlField field_named(const char *name) {
  for (size_t i = 0; i < G_N_ELEMENTS(fields); i++)
    if (g_ascii_strcasecmp(name, fields[i].name) == 0)
      return fields[i].field;
  return TL_FIELD_UNKNOWN;
}

/* A tag in a header is a code of two letters or a known code of three: "date" would be one for BCP 47. */
static const char *language_named(const char *name, const char *source, const char *target) {
  static const char *const sources[] = {"source", "src", "term", "source term", NULL};
  static const char *const targets[] = {"target", "tgt", "target term", "translation", "equivalent", NULL};
  if (among(name, sources))
    return source;
  if (among(name, targets))
    return target;
  size_t first = strcspn(name, "-_");
  TlTagFault fault = tl_language_fault(name, NULL);
  if ((fault != TL_TAG_MALFORMED && first == 2) || (fault == TL_TAG_ALIAS && first == 3))
    return name;
  return tl_language_by_name(name);
}

TlColumn tl_column_from_name(const char *name, const char *source, const char *target) {
  TlColumn column = {field_named(name), NULL};
  if (column.field != TL_FIELD_UNKNOWN)
    return column;
  const char *language = language_named(name, source, target);
  if (language != NULL) {
    column = (TlColumn){TL_FIELD_TERM, g_strdup(language)};
  } else if (strchr(name, ':') != NULL) {
    g_auto(GStrv) parts = g_strsplit(name, ":", 2);
    language = language_named(g_strstrip(parts[0]), source, target);
    TlField field = field_named(g_strstrip(parts[1]));
    if (language != NULL && field != TL_FIELD_UNKNOWN)
      column = (TlColumn){field, g_strdup(language)};
  }
  return column;
}

void tl_column_clear(TlColumn *column) {
  g_clear_pointer(&column->language, g_free);
}
