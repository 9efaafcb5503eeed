#include "base/output.h"

#include <errno.h>
#include <stdarg.h>
#include <string.h>
#include <unistd.h>

#include "base/descriptor.h"
#include "base/error.h"
#include "base/file.h"
#include "base/position.h"

#define BUFFER (1u << 16) /* of a file: writes are dear */
#define MEMORY_BUFFER (1u << 12)

/* `size` at least TL_OUTPUT_ROOM. */
static TlOutput *new_output(int fd, size_t size) {
  TlOutput *output = g_malloc(sizeof *output + size);
  *output = (TlOutput){.fd = fd, .size = size};
  return output;
}

TlOutput *tl_output_stdout(void) {
  return new_output(STDOUT_FILENO, BUFFER);
}

TlOutput *tl_output_file(const char *path, GError **error) {
  if (strcmp(path, "-") == 0)
    return tl_output_stdout();
  g_autofree char *folder = g_path_get_dirname(path);
  if (!g_file_test(folder, G_FILE_TEST_IS_DIR)) { /* before all the work */
    tl_error_errno(error, path, ENOENT, "cannot write");
    return NULL;
  }
  TlOutput *output = tl_output_memory(g_string_new(NULL));
  output->path = g_strdup(path);
  return output;
}

void tl_output_keep_old(TlOutput *output) {
  output->backup = TRUE;
}

TlOutput *tl_output_memory(GString *into) {
  TlOutput *output = new_output(-1, MEMORY_BUFFER);
  output->memory = into;
  return output;
}

static void write_all(TlOutput *output, const char *data, size_t length) {
  if (output->memory) {
    g_string_append_len(output->memory, data, (gssize)length);
    return;
  }
  if (!output->failed && !tl_descriptor_write(output->fd, data, length))
    output->failed = errno;
}

static void drain(TlOutput *output) {
  output->last = tl_output_last(output);
  write_all(output, output->buffer, output->used);
  output->used = 0;
}

char *tl_output_empty(TlOutput *output) {
  drain(output);
  return output->buffer;
}

void tl_output_write_on(TlOutput *output, const char *data, size_t length) {
  if (length == 0)
    return;
  drain(output);
  if (length < output->size) {
    memcpy(output->buffer, data, length);
    output->used = length;
    return;
  }
  write_all(output, data, length);
  output->last = data[length - 1];
}

void tl_output_puts(TlOutput *output, const char *text) {
  tl_output_write(output, text, strlen(text));
}

void tl_output_printf(TlOutput *output, const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  g_autofree char *text = g_strdup_vprintf(format, arguments);
  va_end(arguments);
  tl_output_puts(output, text);
}

#define DIGITS 20u /* of the largest number */

void tl_output_uint(TlOutput *output, guint64 number) {
  char digits[2 * DIGITS] = {0};
  guint at = DIGITS;
  do
    digits[--at] = (char)('0' + number % 10);
  while (number /= 10);
  memcpy(tl_output_room(output, DIGITS), digits + at, DIGITS); /* always as many: two moves */
  output->used += DIGITS - at;
}

/* C0, DEL, C1; the embeddings, overrides and isolates of UAX #9. */
static gboolean speaks(guint32 c, size_t size) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) ||
         (c == 0xFFFD && size == 1);
}

void tl_output_safe(TlOutput *output, const char *text, gssize length) {
  size_t n = length < 0 ? strlen(text) : (size_t)length, from = 0, size;
  for (size_t i = 0; i < n; i += size) {
    guint32 c;
    size = tl_utf8_next(text + i, n - i, &c);
    if (!speaks(c, size))
      continue;
    tl_output_write(output, text + from, i - from);
    if (c == '\n' || c == '\r' || c == '\t')
      tl_output_putc(output, ' ');
    else
      for (size_t k = i; k < i + size; k++)
        tl_output_printf(output, "\\x%02X", (guint)(guchar)text[k]);
    from = i + size;
  }
  tl_output_write(output, text + from, n - from);
}

gboolean tl_output_broken(const TlOutput *output) {
  return output->failed != 0;
}

gboolean tl_output_flush(TlOutput *output, GError **error) {
  drain(output);
  if (!output->failed || output->failed == EPIPE)
    return TRUE;
  tl_error_errno(error, output->fd == STDOUT_FILENO ? "standard output" : output->path, output->failed, "cannot write");
  return FALSE;
}

static void free_output(TlOutput *output) {
  if (output->path)
    g_string_free(output->memory, TRUE);
  g_free(output->path);
  g_free(output);
}

gboolean tl_output_close(TlOutput *output, GError **error) {
  gboolean done = tl_output_flush(output, error);
  if (done && output->path) {
    g_autoptr(GBytes) bytes = g_bytes_new(output->memory->str, output->memory->len);
    done = tl_file_save(output->path, bytes, &(TlFileSave){.backup = output->backup}, error);
  }
  free_output(output);
  return done;
}

void tl_output_discard(TlOutput *output) {
  drain(output);
  free_output(output);
}
