/* tlumach memory export: a memory, or a part of it, given out. */
#include <stdio.h>

#include "commands/memories.h"

static gboolean put(const char *text, size_t length, gpointer user) {
  TlOutput *output = user;
  tl_output_write(output, text, length);
  return !tl_output_broken(output);
}

int tl_cmd_memory_export(const TlCommand *command, int argc, char **argv) {
  g_auto(TlOptions) options = {0};
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) where = NULL;
  static const char *const formats[] = {"tmx", "tsv", "jsonl", NULL};
  g_auto(TlMemories) memories = {.open = NULL};
  int code = TL_EXIT_CLEAN;
  const GOptionEntry own[] = {{"where", 'w', 0, G_OPTION_ARG_FILENAME_ARRAY, &where,
                               "Only units that meet this: 'source ~ word', 'prop:client = X', 'date >= 2024'; may be "
                               "given again: all must hold",
                               "CONDITION"},
                              G_OPTION_ENTRY_NULL};
  if (!tl_options_parse(command, argc, argv, own, &options, &code))
    return code;
  if (!options.memories || g_strv_length(options.memories) != 1) {
    fputs("tlumach: name one memory, with -m: tlumach memory export -m our.tlm -o all.tmx\n", stderr);
    return TL_EXIT_ERROR;
  }
  const char *format = tl_memories_no_files(&options, &error) ? tl_options_format(&options, formats, &error) : NULL;
  g_autoptr(TlumachMemoryFilter) filter = format ? tlumach_memory_filter_new((const char *const *)where, &error) : NULL;
  TlOutput *output =
      filter && tl_memories_open(&options, &memories, &error) ? tl_options_report_output(&options, &error) : NULL;
  if (!output)
    return tl_fail(error);
  if (!tlumach_memory_export(memories.open->pdata[0], format, filter, put, output, NULL, &error))
    code = tl_fail(error);
  return tl_finish(output, code);
}
