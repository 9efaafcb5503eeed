/* tlumach romanize: a filter; what is not Ukrainian letters, or markup, passes byte for byte. */
#include "base/binary.h"
#include "base/file.h"
#include "commands/options.h"

static gboolean romanize_file(const TlOptions *options, const TlumachDocumentOptions *how, const char *path,
                              TlOutput *output, GError **error) {
  g_autoptr(GBytes) raw = tl_file_read(path, 0, error);
  if (!raw)
    return FALSE;
  gsize length;
  g_autoptr(TlumachDocument) document =
      tl_is_text(path, raw, options->encoding, error) ? tlumach_document_new(path, raw, how, error) : NULL;
  if (!document) { /* a filter that fails passes its input on */
    const char *bytes = g_bytes_get_data(raw, &length);
    tl_output_write(output, bytes, length);
    return FALSE;
  }
  tl_options_tell_odd(options, document);
  g_autoptr(GString) latin = g_string_sized_new(g_bytes_get_size(raw) + 16);
  tlumach_romanize_document(document, latin);
  tl_output_write(output, latin->str, latin->len);
  return TRUE;
}

int tl_cmd_romanize(const TlCommand *command, int argc, char **argv) {
  g_auto(TlOptions) options = {0};
  g_autoptr(GError) error = NULL;
  int code = TL_EXIT_CLEAN;
  if (!tl_options_parse(command, argc, argv, NULL, &options, &code))
    return tl_pass_on(code);
  TlumachDocumentOptions document_options;
  if (!tl_options_only_text(&options, &error) || !tl_options_document_options(&options, &document_options, &error))
    return tl_pass_on(tl_fail(error));
  TlOutput *output = tl_options_text_output(&options, &error);
  if (!output)
    return tl_fail(error);
  static char *standard_input[] = {(char *)"-", NULL};
  for (char **file = options.files ? options.files : standard_input; *file; file++) {
    g_autoptr(GError) file_error = NULL;
    if (!romanize_file(&options, &document_options, *file, output, &file_error))
      code = tl_fail(file_error);
  }
  return tl_output_close(output, &error) ? code : tl_fail(error);
}
