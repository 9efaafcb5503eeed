/* A buffered sink that notices every failed write, up to the close. */
#ifndef TL_BASE_OUTPUT_H
#define TL_BASE_OUTPUT_H

#include "tlumach/base.h"

typedef struct TlOutput TlOutput;

TlOutput *tl_output_stdout(void);
/* Saved by tl_file_save at the close: the file appears whole or not at all. "-" is standard output. */
TlOutput *tl_output_file(const char *path, GError **error);
/* The file that is there now stays as NAME~. */
void tl_output_keep_old(TlOutput *output);
TlOutput *tl_output_memory(GString *into); /* borrows */

/* Writes never fail visibly: the first failure sticks and tl_output_close reports it. */
void tl_output_write(TlOutput *output, const char *data, size_t length);
void tl_output_puts(TlOutput *output, const char *text);
void tl_output_putc(TlOutput *output, char c);
void tl_output_printf(TlOutput *output, const char *format, ...) G_GNUC_PRINTF(2, 3);
void tl_output_uint(TlOutput *output, guint64 number);
/* For a person to read, on one line: line ends and tabs become spaces; controls, characters that turn the direction of
 * the text about, and odd bytes become "\x1B" for each byte, so that a text cannot speak to a terminal. `length` -1:
 * NUL-terminated. */
void tl_output_safe(TlOutput *output, const char *text, gssize length);
/* The last byte written, '\0' at the start (json.c: is a comma due?). */
char tl_output_last(const TlOutput *output);
/* TRUE once a write has failed: nothing more will arrive (a closed pipe, a full disk). */
gboolean tl_output_broken(const TlOutput *output);
gboolean tl_output_flush(TlOutput *output, GError **error);
/* Flushes, closes and frees. A closed pipe is no error (EPIPE ends quietly); anything else is. */
gboolean tl_output_close(TlOutput *output, GError **error);
/* Closes without keeping: a file that was to be written is left as it was. */
void tl_output_discard(TlOutput *output);

#endif
