/* Records of a text table: TSV (IANA text/tab-separated-values: no quoting) and CSV (RFC 4180, with its quotes). */
#ifndef TL_TERMS_TABLE_RECORD_H
#define TL_TERMS_TABLE_RECORD_H

#include "tlumach/base.h"

typedef struct TlCell {
  char *text; /* NUL-terminated; the caller may change it */
  size_t length;
} TlCell;

/* A reader over `text`, which it borrows. */
typedef struct TlRecords {
  const char *text;
  size_t length, at;
  char separator;
  gboolean quotes; /* cells may be quoted */
  size_t line;     /* where the next record begins, from 1 */
  GArray *cells;   /* TlCell: of the last record; valid until the next one */
  size_t first_line;
  TlumachSpan span; /* bytes of the last record, its line end not included */
  GString *buffer;
} TlRecords;

/* `separator` 0: CSV, whose separator (comma, semicolon or tab) is found in its first line. */
void tl_records_init(TlRecords *records, const char *text, size_t length, char separator);
void tl_records_clear(TlRecords *records);
/* FALSE at the end, and with `error` set for a quoted cell that is never closed. `name` is for the message. */
gboolean tl_records_next(TlRecords *records, const char *name, GError **error);

#endif
