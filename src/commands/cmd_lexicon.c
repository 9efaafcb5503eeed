/* tlumach lexicon: makes the frozen lexicon of a dictionary anew, or tells what is in it. */
#include <stdio.h>
#include <string.h>

#include "commands/options.h"
#include "commands/places.h"

int tl_cmd_lexicon(const TlCommand *command, int argc, char **argv) {
  g_auto(TlOptions) options = {0};
  g_autoptr(GError) error = NULL;
  int code = TL_EXIT_CLEAN;
  if (!tl_options_parse(command, argc, argv, NULL, &options, &code))
    return code;
  guint n = options.files ? g_strv_length(options.files) : 0;
  gboolean build = n > 0 && strcmp(options.files[0], "build") == 0;
  if (n < 2 || (!build && strcmp(options.files[0], "stats") != 0)) {
    fputs("tlumach: say what to do: tlumach lexicon build uk_UA, or tlumach lexicon stats uk_UA\n", stderr);
    return TL_EXIT_ERROR;
  }
  g_autofree char *cache = tl_cache_folder();
  g_autofree char *data = tl_data_folder("dictionaries");
  for (guint i = 1; i < n; i++) {
    g_autofree char *told = build ? tlumach_lexicon_build(options.files[i], data, cache, &error)
                                  : tlumach_lexicon_stats(options.files[i], data, cache, &error);
    if (!told)
      return tl_fail(error);
    if (!build || !options.quiet)
      printf("%s\n", told);
  }
  return tl_finish_stdout(TL_EXIT_CLEAN);
}
