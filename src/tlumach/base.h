/* What every other public header stands on: spans, errors, columns.
 *
 * Units   sizes and offsets are bytes, lines and columns count from 1, unless a name says otherwise.
 * Errors  every fallible call takes `GError **error` last, returns FALSE or NULL when it fails, and
 *         sets one message that names file, line and column where there is one, and what to do.
 * Threads a session is immutable once open and may be shared; documents belong to one thread.
 */
#ifndef TLUMACH_BASE_H
#define TLUMACH_BASE_H

#include <glib.h>
#include <stddef.h>

#define TLUMACH_API __attribute__((visibility("default")))

/* A half-open range of bytes: [start, end). */
typedef struct TlumachSpan {
  size_t start, end;
} TlumachSpan;

#define TLUMACH_ERROR (tlumach_error_quark())
TLUMACH_API GQuark tlumach_error_quark(void);

typedef enum TlumachError {
  TLUMACH_ERROR_IO,         /* the system refused: open, read, write, rename */
  TLUMACH_ERROR_FORMAT,     /* a file is not what it claims to be */
  TLUMACH_ERROR_LIMIT,      /* a published limit was passed (docs/limits.md) */
  TLUMACH_ERROR_USAGE,      /* the call cannot be carried out as asked */
  TLUMACH_ERROR_DICTIONARY, /* a dictionary is missing, damaged, or crashed its worker */
  TLUMACH_ERROR_BUSY        /* somebody else holds the lock */
} TlumachError;

/* How bad a finding is: a fault of a text, a translation or a term base (an error is that we could not work). */
typedef enum TlumachSeverity { TLUMACH_NOTE, TLUMACH_WARNING, TLUMACH_SEVERE } TlumachSeverity;
TLUMACH_API const char *tlumach_severity_name(TlumachSeverity severity); /* "note", "warning", "error" */

/* How a column is counted. */
typedef enum TlumachColumnUnit {
  TLUMACH_COLUMN_CHARACTER, /* code points */
  TLUMACH_COLUMN_BYTE,
  TLUMACH_COLUMN_DISPLAY, /* terminal cells: combining 0, wide 2 */
  TLUMACH_COLUMN_UTF16
} TlumachColumnUnit;

#endif
