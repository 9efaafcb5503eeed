/* tlumach term merge3: git's merge driver for TBX. Exit 1 when there were conflicts. */
#include <stdio.h>

#include "base/json.h"
#include "commands/term.h"

typedef struct Merge3 {
  TlOutput *told;
  const char *name;
  gboolean jsonl;
  guint conflicts;
} Merge3;

static void write_jsonl(TlOutput *out, const TlumachMergeConflict *conflict) {
  tl_json_begin(out);
  tl_json_string(out, "what", conflict->settled ? "renamed" : "conflict", -1);
  tl_json_string(out, "concept", conflict->concept, -1);
  tl_json_string(out, "language", conflict->language, -1);
  tl_json_string(out, "term", conflict->term, -1);
  tl_json_string(out, "field", conflict->field, -1);
  tl_json_string(out, "before", conflict->before, -1);
  tl_json_string(out, "ours", conflict->ours, -1);
  tl_json_string(out, "theirs", conflict->theirs, -1);
  tl_json_end(out);
}

static void write_value(TlOutput *out, const char *whose, const char *value) {
  tl_output_puts(out, whose);
  if (!value) {
    tl_output_puts(out, " have none");
    return;
  }
  tl_output_puts(out, " “");
  tl_output_safe(out, value, -1);
  tl_output_puts(out, "”");
}

static void write_line(const Merge3 *merge, const TlumachMergeConflict *conflict) {
  TlOutput *out = merge->told;
  const char *const where[] = {conflict->concept, conflict->language, conflict->term};
  tl_output_printf(out, "%s: ", merge->name);
  if (conflict->settled) {
    tl_output_printf(out, "%s is another concept in each branch: theirs is %s now\n", conflict->ours, conflict->theirs);
    return;
  }
  tl_output_puts(out, "conflict: ");
  for (guint i = 0; i < G_N_ELEMENTS(where); i++)
    if (where[i]) {
      tl_output_safe(out, where[i], -1);
      tl_output_puts(out, ": ");
    }
  tl_output_printf(out, "%s: ", conflict->field);
  write_value(out, "ours", conflict->ours);
  write_value(out, ", theirs", conflict->theirs);
  tl_output_putc(out, '\n');
}

static void told(const TlumachMergeConflict *conflict, gpointer user) {
  Merge3 *merge = user;
  merge->conflicts += !conflict->settled;
  if (merge->jsonl)
    write_jsonl(merge->told, conflict);
  else
    write_line(merge, conflict);
}

static int run(TlOptions *options, Merge3 *merge, gboolean lemmas, GString *text) {
  g_autoptr(GError) error = NULL;
  g_autoptr(TlumachSession) session = lemmas ? tl_term_session(options, &error) : NULL;
  char **files = options->files;
  g_autoptr(GBytes) bytes = error ? NULL
                                  : tlumach_term_merge3(session, files[0], files[1], files[2], merge->name,
                                                        options->source, options->target, told, merge, &error);
  TlOutput *output = bytes ? tl_options_output(options, &error) : NULL;
  tl_output_close(merge->told, NULL);
  if (!output)
    return tl_fail(error);
  gsize length;
  const char *data = g_bytes_get_data(bytes, &length);
  tl_output_write(output, data, length);
  int code = tl_finish(output, merge->conflicts > 0 ? TL_EXIT_FINDINGS : TL_EXIT_CLEAN);
  gboolean beside = !options->output || g_strcmp0(options->output, "-") == 0;
  if (code != TL_EXIT_ERROR && !options->quiet)
    fputs(text->str, beside ? stderr : stdout);
  return code;
}

int tl_cmd_term_merge3(const TlCommand *command, int argc, char **argv) {
  static const char *const formats[] = {"text", "jsonl", NULL};
  g_auto(TlOptions) options = {0};
  g_autoptr(GError) error = NULL;
  g_autoptr(GString) text = g_string_new(NULL);
  g_autofree char *name = NULL;
  gboolean lemmas = FALSE;
  int code = TL_EXIT_CLEAN;
  const GOptionEntry own[] = {
      {"name", 0, 0, G_OPTION_ARG_FILENAME, &name, "What messages call the file (git's %P)", "PATH"},
      {"lemmas", 0, 0, G_OPTION_ARG_NONE, &lemmas,
       "New concepts are the same, too, when their terms have the same lemmas", NULL},
      G_OPTION_ENTRY_NULL};
  if (!tl_options_parse(command, argc, argv, own, &options, &code))
    return code;
  if (!options.files || g_strv_length(options.files) != 3) {
    fputs("tlumach: name three versions of a term base: tlumach term merge3 BASE OURS THEIRS -o MERGED\n", stderr);
    return TL_EXIT_ERROR;
  }
  const char *format = tl_options_choice("format", options.format, formats, &error);
  if (!format)
    return tl_fail(error);
  Merge3 merge = {
      .told = tl_output_memory(text), .name = name ? name : options.files[1], .jsonl = format == formats[1]};
  return run(&options, &merge, lemmas, text);
}
