/* Where the result goes: not over what is read, unless it is a new version of that. */
#include <string.h>

#include "base/error.h"
#include "base/file.h"
#include "commands/options.h"

/* Is one of `paths`, each perhaps with a penalty behind it (FILE@10), the file that --output names? */
static gboolean is_read(const TlOptions *options, char *const *paths) {
  g_autofree char *output = options->output ? tl_file_identity(options->output) : NULL;
  if (!output || tl_file_is_sink(options->output))
    return FALSE;
  for (; paths && *paths; paths++) {
    if (strcmp(*paths, "-") == 0) { /* standard input may be a file */
      g_autofree char *input = tl_file_identity("/dev/stdin");
      if (g_strcmp0(input, output) == 0)
        return TRUE;
      continue;
    }
    const char *at = strrchr(*paths, '@');
    g_autofree char *bare = at ? g_strndup(*paths, (gsize)(at - *paths)) : NULL;
    g_autofree char *whole = tl_file_identity(*paths), *named = bare ? tl_file_identity(bare) : NULL;
    if (g_strcmp0(whole, output) == 0 || g_strcmp0(named, output) == 0)
      return TRUE;
  }
  return FALSE;
}

static gboolean would_lose(const TlOptions *options, char *const *paths, GError **error) {
  if (!is_read(options, paths))
    return FALSE;
  tl_error_at(error, TLUMACH_ERROR_USAGE, options->output, 0, 0,
              "is read here, and would be lost; name another file with --output");
  return TRUE;
}

/* Standard input when no file was named. */
static char **files_of(const TlOptions *options) {
  static char *input[] = {(char *)"-", NULL};
  return options->files ? options->files : input;
}

gboolean tl_options_spares(const TlOptions *options, const char *path, GError **error) {
  return !would_lose(options, (char *[]){(char *)path, NULL}, error);
}

TlOutput *tl_options_text_output(const TlOptions *options, GError **error) {
  TlOutput *output = would_lose(options, options->glossaries, error) ? NULL : tl_options_output(options, error);
  if (output && is_read(options, files_of(options)))
    tl_output_keep_old(output);
  return output;
}

TlOutput *tl_options_report_output(const TlOptions *options, GError **error) {
  return would_lose(options, files_of(options), error) || would_lose(options, options->glossaries, error)
             ? NULL
             : tl_options_output(options, error);
}

TlOutput *tl_options_output(const TlOptions *options, GError **error) {
  if (would_lose(options, options->memories, error) || would_lose(options, options->personal, error) ||
      !tl_options_spares(options, options->segmentation, error) || !tl_options_spares(options, options->config, error))
    return NULL;
  return options->output && strcmp(options->output, "-") != 0 ? tl_output_file(options->output, error)
                                                              : tl_output_stdout();
}
