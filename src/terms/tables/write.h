/* Concepts written out as tables: what the columns are, and what stands in them. */
#ifndef TL_TERMS_TABLE_WRITE_H
#define TL_TERMS_TABLE_WRITE_H

#include "base/output.h"
#include "terms/tables/columns.h"
#include "tlumach/termbase.h"

typedef struct TlOutColumn {
  TlField field;  /* TL_FIELD_UNKNOWN: "file" or "line" */
  gboolean loose; /* its language meets others: "en" has the terms in en-GB, too */
  char *language; /* of a term and its fields, or NULL */
  char *name;     /* in the header */
} TlOutColumn;

/* The columns (TlOutColumn) that `names` ask for (NULL-terminated), or that the concepts need; NULL with an error for a
 * name that is none. Free with g_array_unref. */
GArray *tl_out_columns(const GPtrArray *concepts, const TlumachConceptFormat *options, GError **error);

/* How tables differ. */
typedef struct TlTableStyle {
  char separator;
  gboolean quotes; /* cells may be quoted, as in RFC 4180 */
  gboolean rows;   /* a row for each term of a language; else all terms of a concept stand in one cell */
} TlTableStyle;

void tl_table_write(const GPtrArray *concepts, const GArray *columns, TlTableStyle style, TlOutput *output);

#endif
