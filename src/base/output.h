/* A buffered sink that notices every failed write, up to the close. */
#ifndef TL_BASE_OUTPUT_H
#define TL_BASE_OUTPUT_H

#include <string.h>

#include "tlumach/base.h"

/* Read and changed by the functions of this file alone. */
typedef struct TlOutput {
  GString *memory; /* of a file to be saved, or the caller's */
  char *path;      /* to save at the close */
  gboolean backup; /* of the file that is there */
  int fd;          /* -1: memory */
  int failed;      /* errno of the first write that failed */
  char last;       /* before what is in the buffer */
  size_t used, size;
  char buffer[];
} TlOutput;

TlOutput *tl_output_stdout(void);
/* Saved by tl_file_save at the close: the file appears whole or not at all. "-" is standard output. */
TlOutput *tl_output_file(const char *path, GError **error);
/* The file that is there now stays as NAME~. */
void tl_output_keep_old(TlOutput *output);
TlOutput *tl_output_memory(GString *into); /* borrows; what is written stands there after a flush or the close */

/* Writes never fail visibly: the first failure sticks and tl_output_close reports it. */
static inline void tl_output_write(TlOutput *output, const char *data, size_t length);
static inline void tl_output_putc(TlOutput *output, char c);
void tl_output_puts(TlOutput *output, const char *text);
void tl_output_printf(TlOutput *output, const char *format, ...) G_GNUC_PRINTF(2, 3);
void tl_output_uint(TlOutput *output, guint64 number);
/* For a person to read, on one line: line ends and tabs become spaces; controls, characters that turn the direction of
 * the text about, and odd bytes become "\x1B" for each byte, so that a text cannot speak to a terminal. `length` -1:
 * NUL-terminated. */
void tl_output_safe(TlOutput *output, const char *text, gssize length);
/* The last byte written, '\0' at the start (json.c: is a comma due?). */
static inline char tl_output_last(const TlOutput *output);
/* TRUE once a write has failed: nothing more will arrive (a closed pipe, a full disk). */
gboolean tl_output_broken(const TlOutput *output);
gboolean tl_output_flush(TlOutput *output, GError **error);
/* Flushes, closes and frees. A closed pipe is no error (EPIPE ends quietly); anything else is. */
gboolean tl_output_close(TlOutput *output, GError **error);
/* Closes without keeping: a file that was to be written is left as it was. */
void tl_output_discard(TlOutput *output);

/* -- the hot path: a record is many small pieces ------------------------------------------------------------------ */

/* What does not fit. */
void tl_output_write_on(TlOutput *output, const char *data, size_t length);
/* The whole buffer, empty. */
char *tl_output_empty(TlOutput *output);

static inline void tl_output_write(TlOutput *output, const char *data, size_t length) {
  if (length == 0 || length > output->size - output->used) {
    tl_output_write_on(output, data, length);
    return;
  }
  memcpy(output->buffer + output->used, data, length);
  output->used += length;
}

/* Room for `n` bytes: write them there and add what was written to `used`. */
#define TL_OUTPUT_ROOM 1024u /* `n` at most */
static inline char *tl_output_room(TlOutput *output, size_t n) {
  return n <= output->size - output->used ? output->buffer + output->used : tl_output_empty(output);
}

static inline void tl_output_putc(TlOutput *output, char c) {
  *tl_output_room(output, 1) = c;
  output->used++;
}

static inline char tl_output_last(const TlOutput *output) {
  return output->used > 0 ? output->buffer[output->used - 1] : output->last;
}

#endif
