/* How a command ends. */
#include <errno.h>
#include <stdio.h>
#include <unistd.h>

#include "base/file.h"
#include "commands/command.h"

int tl_fail(const GError *error) {
  fprintf(stderr, "tlumach: %s\n", error ? error->message : "failed");
  return TL_EXIT_ERROR;
}

int tl_finish(TlOutput *output, int code) {
  g_autoptr(GError) error = NULL;
  if (code == TL_EXIT_ERROR) {
    tl_output_discard(output);
    return code;
  }
  return tl_output_close(output, &error) ? code : tl_fail(error);
}

int tl_finish_stdout(int code) {
  errno = 0;
  if ((fflush(stdout) == 0 && !ferror(stdout)) || errno == EPIPE)
    return code;
  fprintf(stderr, "tlumach: standard output: cannot write%s%s\n", errno ? ": " : "", errno ? g_strerror(errno) : "");
  return TL_EXIT_ERROR;
}

int tl_pass_on(int code) {
  if (code != TL_EXIT_ERROR || isatty(STDIN_FILENO))
    return code;
  gsize length;
  g_autoptr(GBytes) raw = tl_file_read("-", 0, NULL);
  const char *bytes = raw ? g_bytes_get_data(raw, &length) : NULL;
  TlOutput *output = tl_output_stdout();
  if (bytes)
    tl_output_write(output, bytes, length);
  return tl_output_close(output, NULL) ? code : TL_EXIT_ERROR;
}
