/* The columns of a table of terms, by the names in its header. */
#ifndef TL_TERMS_TABLE_COLUMNS_H
#define TL_TERMS_TABLE_COLUMNS_H

#include <glib.h>

typedef enum TlField {
  TL_FIELD_UNKNOWN,
  TL_FIELD_TERM,
  TL_FIELD_ID,
  TL_FIELD_SUBJECT,
  TL_FIELD_DEFINITION,
  TL_FIELD_NOTE,
  TL_FIELD_STATUS,
  TL_FIELD_POS,
  TL_FIELD_TYPE,
  TL_FIELD_WORDS
} TlField;

typedef struct TlColumn {
  TlField field;
  char *language; /* of a term, or the terms that the field is about; NULL: not said */
} TlColumn;

/* What a header's cell names: a field ("definition"), a language ("uk", "en-GB", "Ukrainian"), "source" or "target", or
 * a field of one of them ("en:status", "src:pos"). Case does not matter. */
TlColumn tl_column_from_name(const char *name, const char *source, const char *target);
void tl_column_clear(TlColumn *column);

#endif
