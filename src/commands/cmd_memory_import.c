/* tlumach memory import: bilingual files into a memory. Exit 1 when units were left out; each is named. */
#include <stdio.h>
#include <string.h>

#include "base/json.h"
#include "commands/memories.h"

#define TOLD_MAX 20u /* units that are named; more with --verbose */

typedef struct Import {
  const TlOptions *options;
  TlumachMemory *memory;
  TlOutput *output;
  TlProgress progress;
  gboolean jsonl, verbose;
  guint told;
  guint64 skipped;
} Import;

static void tell(const char *message, gpointer user) {
  Import *import = user;
  if (!import->options->quiet && (import->verbose || import->told < TOLD_MAX))
    fprintf(stderr, "tlumach: warning: %s: left out\n", message);
  import->told++;
}

static void write_counts(const Import *import, const char *file, const TlumachImportCounts *counts) {
  TlOutput *out = import->output;
  if (!import->jsonl) {
    tl_output_safe(out, file, -1);
    tl_output_printf(out,
                     ": %" G_GUINT64_FORMAT " %s: %" G_GUINT64_FORMAT " new, %" G_GUINT64_FORMAT
                     " known already, %" G_GUINT64_FORMAT " left out\n",
                     counts->read, counts->read == 1 ? "unit" : "units", counts->added, counts->known, counts->skipped);
    return;
  }
  tl_json_begin(out);
  tl_json_string(out, "file", file, -1);
  tl_json_uint(out, "units", counts->read);
  tl_json_uint(out, "added", counts->added);
  tl_json_uint(out, "known", counts->known);
  tl_json_uint(out, "skipped", counts->skipped);
  tl_json_end(out);
}

static gboolean import_file(Import *import, const char *file, const char *format, GError **error) {
  const TlumachBitextOptions bitext = {import->options->source, import->options->target, format,
                                       import->options->encoding};
  TlumachImportCounts counts;
  import->told = 0;
  tl_progress_begin(&import->progress, file, import->options->quiet);
  gboolean good = tlumach_memory_import(import->memory, file, &bitext, &counts, tell, import, error);
  tl_progress_end(&import->progress);
  if (!good)
    return FALSE;
  if (counts.skipped > TOLD_MAX && !import->verbose && !import->options->quiet)
    fprintf(stderr, "tlumach: warning: %s: and %" G_GUINT64_FORMAT " more left out (--verbose names them)\n", file,
            counts.skipped - TOLD_MAX);
  import->skipped += counts.skipped;
  write_counts(import, file, &counts);
  return TRUE;
}

static gboolean import_all(Import *import, char **pairs, GError **error) {
  for (char **file = import->options->files; file && *file; file++)
    if (!import_file(import, *file, import->options->input_format, error))
      return FALSE;
  for (char **file = pairs; file && *file; file++)
    if (!import_file(import, *file, "tsv", error))
      return FALSE;
  return TRUE;
}

/* A memory that is not there is made for a file that can be read: none is left by one that cannot, and none is taken
 * away that others have begun to fill. */
static gboolean can_make(const TlOptions *options, char **pairs, GError **error) {
  g_autofree char *name = tl_memories_own_name(options, error);
  const char *file = options->files ? options->files[0] : pairs[0];
  const TlumachBitextOptions bitext = {options->source, options->target, options->files ? options->input_format : "tsv",
                                       options->encoding};
  return name &&
         (strstr(name, "://") || g_file_test(name, G_FILE_TEST_EXISTS) || tlumach_memory_try(file, &bitext, error));
}

int tl_cmd_memory_import(const TlCommand *command, int argc, char **argv) {
  g_auto(TlOptions) options = {.makes_memory = TRUE};
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) pairs = NULL;
  Import import = {.options = &options};
  int code = TL_EXIT_CLEAN;
  const GOptionEntry own[] = {
      {"pairs", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &pairs,
       "Table of sources and targets with a tab between; may be given again", "FILE"},
      {"verbose", 'v', 0, G_OPTION_ARG_NONE, &import.verbose, "Name each unit that is left out", NULL},
      G_OPTION_ENTRY_NULL};
  if (!tl_options_parse(command, argc, argv, own, &options, &code))
    return code;
  static const char *const formats[] = {"text", "jsonl", NULL};
  if (!options.files && !pairs) {
    fputs("tlumach: name a file to bring in: tlumach memory import -m our.tlm translated.tmx\n", stderr);
    return TL_EXIT_ERROR;
  }
  const char *format = tl_options_format(&options, formats, &error);
  g_autoptr(TlumachMemory) memory =
      format && can_make(&options, pairs, &error) ? tl_memories_open_own(&options, &import.progress, &error) : NULL;
  import.output = memory ? tl_options_report_output(&options, &error) : NULL;
  if (!import.output)
    return tl_fail(error);
  import.jsonl = format == formats[1];
  import.memory = memory;
  if (!import_all(&import, pairs, &error)) {
    tl_output_flush(import.output, NULL); /* what the files before were, stays told */
    code = tl_fail(error);
  }
  return tl_finish(import.output, code ? code : import.skipped > 0 ? TL_EXIT_FINDINGS : TL_EXIT_CLEAN);
}
