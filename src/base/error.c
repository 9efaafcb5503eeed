#include "base/error.h"

#include <string.h>

G_DEFINE_QUARK(tlumach - error - quark, tlumach_error)

static void set(GError **error, TlumachError code, const char *file, size_t line, size_t column, const char *message) {
  GString *text = g_string_new(NULL);
  if (file)
    g_string_append(text, file);
  if (line > 0)
    g_string_append_printf(text, "%s%zu", text->len ? ":" : "", line);
  if (line > 0 && column > 0)
    g_string_append_printf(text, ":%zu", column);
  g_string_append_printf(text, "%s%s", text->len ? ": " : "", message);
  g_set_error_literal(error, TLUMACH_ERROR, (gint)code, text->str);
  g_string_free(text, TRUE);
}

void tl_error_at(GError **error, TlumachError code, const char *file, size_t line, size_t column, const char *format,
                 ...) {
  va_list arguments;
  va_start(arguments, format);
  g_autofree char *message = g_strdup_vprintf(format, arguments);
  va_end(arguments);
  set(error, code, file, line, column, message);
}

void tl_error_in(GError **error, const char *file) {
  if (error && *error && !g_str_has_prefix((*error)->message, file))
    g_prefix_error(error, "%s: ", file);
}

void tl_error_errno(GError **error, const char *file, int errnum, const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  g_autofree char *message = g_strdup_vprintf(format, arguments);
  va_end(arguments);
  g_autofree char *whole = g_strdup_printf("%s: %s", message, g_strerror(errnum));
  set(error, TLUMACH_ERROR_IO, file, 0, 0, whole);
}

const char *tlumach_severity_name(TlumachSeverity severity) {
  static const char *const names[] = {"note", "warning", "error"};
  return names[severity];
}
