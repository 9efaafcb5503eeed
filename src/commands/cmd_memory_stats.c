/* tlumach memory stats: how much there is. */
#include <stdio.h>

#include "base/json.h"
#include "commands/memories.h"

static void write_jsonl(TlOutput *out, const char *name, const TlumachMemoryStats *stats) {
  tl_json_begin(out);
  tl_json_string(out, "memory", name, -1);
  tl_json_string(out, "engine", stats->engine, -1);
  tl_json_string(out, "source_language", stats->source, -1);
  tl_json_string(out, "target_language", stats->target, -1);
  tl_json_uint(out, "units", stats->units);
  tl_json_uint(out, "sources", stats->sources);
  tl_json_uint(out, "with_tags", stats->with_tags);
  tl_json_array(out, "origins");
  for (guint i = 0; i < stats->origins->len; i++) {
    const TlumachOriginCount *origin = stats->origins->pdata[i];
    tl_json_object(out, NULL);
    tl_json_string(out, "file", origin->name, -1);
    tl_json_uint(out, "units", origin->units);
    tl_json_object_end(out);
  }
  tl_json_array_end(out);
  tl_json_end(out);
}

static void write_text(TlOutput *out, const char *name, const TlumachMemoryStats *stats) {
  tl_output_safe(out, name, -1);
  tl_output_printf(out,
                   ": %s to %s: %" G_GUINT64_FORMAT " units, %" G_GUINT64_FORMAT
                   " different sources, %" G_GUINT64_FORMAT " with inline tags (%s)\n",
                   stats->source, stats->target, stats->units, stats->sources, stats->with_tags, stats->engine);
  for (guint i = 0; i < stats->origins->len; i++) {
    const TlumachOriginCount *origin = stats->origins->pdata[i];
    tl_output_printf(out, "  %8" G_GUINT64_FORMAT "  ", origin->units);
    tl_output_safe(out, origin->name, -1);
    tl_output_putc(out, '\n');
  }
}

int tl_cmd_memory_stats(const TlCommand *command, int argc, char **argv) {
  static const char *const formats[] = {"text", "jsonl", NULL};
  g_auto(TlOptions) options = {0};
  g_autoptr(GError) error = NULL;
  g_auto(TlMemories) memories = {.open = NULL};
  int code = TL_EXIT_CLEAN;
  if (!tl_options_parse(command, argc, argv, NULL, &options, &code))
    return code;
  if (!options.memories) {
    fputs("tlumach: name a memory with -m: tlumach memory stats -m our.tlm\n", stderr);
    return TL_EXIT_ERROR;
  }
  const char *format = tl_memories_no_files(&options, &error) ? tl_options_format(&options, formats, &error) : NULL;
  TlOutput *output =
      format && tl_memories_open(&options, &memories, &error) ? tl_options_report_output(&options, &error) : NULL;
  if (!output)
    return tl_fail(error);
  for (guint i = 0; i < memories.open->len; i++) {
    TlumachMemory *memory = memories.open->pdata[i];
    g_autoptr(TlumachMemoryStats) stats = tlumach_memory_stats(memory, &error);
    if (!stats)
      return tl_finish(output, tl_fail(error));
    (format == formats[1] ? write_jsonl : write_text)(output, tlumach_memory_name(memory), stats);
  }
  return tl_finish(output, TL_EXIT_CLEAN);
}
