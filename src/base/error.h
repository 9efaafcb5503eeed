/* One way to say what went wrong, and where. */
#ifndef TL_BASE_ERROR_H
#define TL_BASE_ERROR_H

#include "tlumach/base.h"

/* Sets "file:line:column: message"; a `line` or `column` of 0 is left out, `file` NULL too. */
void tl_error_at(GError **error, TlumachError code, const char *file, size_t line, size_t column, const char *format,
                 ...) G_GNUC_PRINTF(6, 7);
/* Puts "file: " before the message of an error that came up where the file was not known. */
void tl_error_in(GError **error, const char *file);
/* "file: message: strerror(errnum)". */
void tl_error_errno(GError **error, const char *file, int errnum, const char *format, ...) G_GNUC_PRINTF(4, 5);

#endif
