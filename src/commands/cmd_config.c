/* tlumach config: each value and where it came from. */
#include <stdio.h>

#include "commands/config.h"
#include "commands/places.h"

static void print_value(const char *key, const char *value, const char *origin, gpointer user) {
  (void)user;
  printf("%s = %s\t# %s\n", key, value, origin);
}

/* Those of the command line stand for those of the file, or before them. */
static void print_all(const char *key, char *const *values) {
  for (; values && *values; values++)
    print_value(key, *values, "in force", NULL);
}

int tl_cmd_config(const TlCommand *command, int argc, char **argv) {
  g_auto(TlOptions) options = {0};
  g_autoptr(GError) error = NULL;
  int code = TL_EXIT_CLEAN;
  if (!tl_options_parse(command, argc, argv, NULL, &options, &code))
    return code;
  if (options.files) {
    fputs("tlumach: config takes no file; another configuration is named with --config\n", stderr);
    return TL_EXIT_ERROR;
  }
  g_autofree char *data = tl_data_folder("dictionaries"), *glossaries = tl_data_folder("glossaries"),
                  *cache = tl_cache_folder();
  if (!tl_config_each(&options, print_value, NULL, &error))
    return tl_fail(error);
  print_all("glossary", options.glossaries);
  print_all("memory", options.memories);
  print_all("personal", options.personal);
  print_value("source", options.source, "in force", NULL);
  print_value("target", options.target, "in force", NULL);
  printf("# word lists: %s\n# glossaries: %s\n# cache: %s\n", data ? data : "not found",
         glossaries ? glossaries : "not found", cache);
  return tl_finish_stdout(TL_EXIT_CLEAN);
}
