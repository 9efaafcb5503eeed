/* Places of a text as records: the fields that find, spell and segment have in common. */
#ifndef TL_COMMANDS_RECORDS_H
#define TL_COMMANDS_RECORDS_H

#include "base/output.h"
#include "tlumach.h"

/* Where records go and how places are counted. */
typedef struct TlRecords {
  TlOutput *output;
  TlumachDocument *document;
  TlumachColumnUnit unit;
} TlRecords;

/* "file":…,"line":…,"column":…,"start":…,"end":…,"text":… of an open JSON record. */
void tl_record_place(const TlRecords *records, TlumachSpan span);
/* "file:line:column: ", then the raw slice is the caller's. */
void tl_record_prefix(const TlRecords *records, TlumachSpan span);
/* The raw slice under a span, by tl_output_safe. */
void tl_record_text(const TlRecords *records, TlumachSpan span);

#endif
