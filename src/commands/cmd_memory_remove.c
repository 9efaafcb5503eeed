/* tlumach memory remove: units taken out of a memory, those that meet conditions. */
#include <stdio.h>

#include "base/json.h"
#include "commands/memories.h"

static void write_unit_record(const char *source, const char *target, gpointer user) {
  TlOutput *output = user;
  tl_json_begin(output);
  tl_json_string(output, "source", source, -1);
  tl_json_string(output, "target", target, -1);
  tl_json_end(output);
}

static void write_count(TlOutput *output, const char *memory, guint64 count, gboolean dry_run, gboolean jsonl) {
  if (!jsonl) {
    tl_output_safe(output, memory, -1);
    tl_output_printf(output, ": %" G_GUINT64_FORMAT " %s %s\n", count, count == 1 ? "unit" : "units",
                     dry_run ? "would be removed" : "removed");
    return;
  }
  tl_json_begin(output);
  tl_json_string(output, "memory", memory, -1);
  tl_json_uint(output, "units", count);
  tl_json_bool(output, "removed", !dry_run);
  tl_json_end(output);
}

static void write_unit(const char *source, const char *target, gpointer user) {
  TlOutput *output = user;
  tl_output_safe(output, source, -1);
  tl_output_puts(output, "\n    ");
  tl_output_safe(output, target, -1);
  tl_output_putc(output, '\n');
}

int tl_cmd_memory_remove(const TlCommand *command, int argc, char **argv) {
  g_auto(TlOptions) options = {0};
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) where = NULL;
  g_auto(TlMemories) memories = {.open = NULL};
  gboolean dry_run = FALSE;
  guint64 count = 0;
  int code = TL_EXIT_CLEAN;
  const GOptionEntry own[] = {{"where", 'w', 0, G_OPTION_ARG_FILENAME_ARRAY, &where,
                               "Units that meet this: 'source ~ word', 'origin = old.tmx', 'date <= 2010', 'id = 17' "
                               "(TMX's tuid); may be given "
                               "again: all must hold",
                               "CONDITION"},
                              {"dry-run", 'n', 0, G_OPTION_ARG_NONE, &dry_run, "Only show which they are", NULL},
                              G_OPTION_ENTRY_NULL};
  if (!tl_options_parse(command, argc, argv, own, &options, &code))
    return code;
  if (!options.memories || g_strv_length(options.memories) != 1 || !where) {
    fputs("tlumach: name one memory and what is to go: tlumach memory remove -m our.tlm --where 'source ~ word'\n",
          stderr);
    return TL_EXIT_ERROR;
  }
  static const char *const formats[] = {"text", "jsonl", NULL};
  const char *format = tl_memories_no_files(&options, &error) ? tl_options_format(&options, formats, &error) : NULL;
  gboolean jsonl = format == formats[1];
  g_autoptr(TlumachMemoryFilter) filter = format ? tlumach_memory_filter_new((const char *const *)where, &error) : NULL;
  TlOutput *output =
      filter && tl_memories_open(&options, &memories, &error) ? tl_options_report_output(&options, &error) : NULL;
  if (!output)
    return tl_fail(error);
  TlumachMemory *memory = memories.open->pdata[0];
  if (tlumach_memory_remove(memory, filter, dry_run,
                            !dry_run ? NULL
                            : jsonl  ? write_unit_record
                                     : write_unit,
                            output, &count, &error))
    write_count(output, tlumach_memory_name(memory), count, dry_run, jsonl);
  else
    code = tl_fail(error);
  return tl_finish(output, code);
}
