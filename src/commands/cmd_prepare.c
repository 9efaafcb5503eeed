/* tlumach prepare: the main job. */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "commands/check.h"
#include "commands/memories.h"

/* Is what comes out the one bilingual file that went in, by the ending of its name? */
static gboolean is_same_file(const TlOptions *options) {
  const char *in = options->files[1] ? NULL : tl_options_bilingual(options, options->files[0]);
  const char *out = options->output ? tlumach_bitext_format_of(options->output) : NULL;
  return in && out && strcmp(in, out) == 0 && strcmp(in, "tsv") != 0;
}

/* By --format, by the ending of -o, else text. */
static const char *choose_format(const TlOptions *options, GError **error) {
  const char *const *formats = tlumach_report_formats();
  g_autoptr(GPtrArray) names = g_ptr_array_new();
  for (guint i = 0; formats[i]; i += 2)
    g_ptr_array_add(names, (gpointer)formats[i]);
  g_ptr_array_add(names, NULL);
  if (options->format)
    return tl_options_choice("format", options->format, (const char *const *)names->pdata, error);
  if (is_same_file(options))
    return "same";
  const char *by_name = options->output ? tlumach_report_format_of(options->output) : NULL;
  if (!by_name && tl_options_refuse_ending(options, (const char *const *)names->pdata, error))
    return NULL;
  return by_name ? by_name : "text";
}

/* Colours on a terminal, unless NO_COLOR (no-color.org) or --color says otherwise. */
static const char *with_colours(const TlOptions *options, const char *format, GError **error) {
  static const char *const whens[] = {"auto", "always", "never", NULL};
  const char *when = tl_options_choice("color", options->color, whens, error);
  if (!when)
    return NULL;
  const char *refused = g_getenv("NO_COLOR");
  gboolean terminal = !options->output && isatty(STDOUT_FILENO) && !(refused && *refused);
  gboolean wanted = when == whens[1] || (when == whens[0] && terminal);
  return wanted && strcmp(format, "text") == 0 ? "ansi" : format;
}

/* What is prepared. */
typedef struct Inputs {
  GArray *inputs; /* TlumachPrepareInput */
  GPtrArray *documents, *bitexts;
} Inputs;

static void inputs_clear(Inputs *it) {
  g_array_unref(it->inputs);
  g_ptr_array_unref(it->documents);
  g_ptr_array_unref(it->bitexts);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Inputs, inputs_clear)

static gboolean open_one(TlOptions *options, const char *path, const TlumachDocumentOptions *document_options,
                         Inputs *it, GError **error) {
  TlumachPrepareInput input = {0};
  if (tl_options_bilingual(options, path)) {
    TlumachBitext *bitext = tl_options_bitext(options, path, error);
    if (bitext)
      g_ptr_array_add(it->bitexts, bitext);
    input.bitext = bitext;
  } else {
    input.document = tl_options_document(options, path, document_options, error);
    if (input.document)
      g_ptr_array_add(it->documents, input.document);
  }
  g_array_append_val(it->inputs, input);
  return input.document || input.bitext;
}

static gboolean open_all(TlOptions *options, Inputs *it, GError **error) {
  TlumachDocumentOptions document_options;
  if (!tl_options_document_options(options, &document_options, error))
    return FALSE;
  for (char **file = options->files; *file; file++)
    if (!open_one(options, *file, &document_options, it, error))
      return FALSE;
  return TRUE;
}

/* Translations of an earlier round. `*filled`: of how many segments it has one. */
static gboolean fill_from(const TlOptions *options, const char *path, TlumachReport *report, guint *filled,
                          GError **error) {
  const TlumachBitextOptions bitext_options = {options->source, options->target, NULL, NULL};
  g_autoptr(TlumachBitext) bitext = tlumach_bitext_open(path, &bitext_options, error);
  *filled = bitext ? tlumach_report_fill(report, bitext) : 0;
  return bitext != NULL;
}

/* What a project has: first what was done in it, then its memories. A memory that cannot be read is no reason to stop.
 */
static gboolean fill_from_project(const TlOptions *options, TlumachReport *report, GError **error) {
  const TlProject *project = options->project;
  guint filled;
  if (!project)
    return TRUE;
  if (project->saved && !fill_from(options, project->saved, report, &filled, error))
    return FALSE;
  for (char **path = project->memories; *path; path++) {
    g_autoptr(GError) own = NULL;
    if (!fill_from(options, *path, report, &filled, &own) && !options->quiet)
      fprintf(stderr, "tlumach: warning: %s\n", own->message);
  }
  return TRUE;
}

static gboolean resume(const TlOptions *options, const char *path, TlumachReport *report, GError **error) {
  guint filled = 1;
  if (path && !fill_from(options, path, report, &filled, error))
    return FALSE;
  if (filled == 0 && !options->quiet)
    fprintf(stderr, "tlumach: warning: %s: has no translation of any segment of this text\n", path);
  return fill_from_project(options, report, error);
}

/* What the memories have. Terms out of date are looked for by term bases that were named, not those that come along. */
static gboolean remember(const TlOptions *options, gboolean named, int least, const TlumachSession *session,
                         TlumachReport *report, GError **error) {
  g_auto(TlMemories) memories = {.open = NULL};
  if (least < 0 || least > 102) {
    g_set_error(error, TLUMACH_ERROR, TLUMACH_ERROR_USAGE, "--least %d: is no percentage", least);
    return FALSE;
  }
  if (!options->memories)
    return TRUE;
  if (!tl_memories_open(options, &memories, error))
    return FALSE;
  const TlumachSearchOptions how = {.least = (guint)least, .stale = named};
  g_autoptr(TlumachSearch) search = tl_memories_search(&memories, session, &how);
  return tlumach_report_remember(report, search, error) >= 0;
}

/* What comes of a bilingual file may be its next version; what comes of a text is none. Of translations that were taken
 * over, those of segments that the text no longer has are in the old version alone. */
static int write_out(const TlOptions *options, const Inputs *it, const char *earlier, const GString *out) {
  g_autoptr(GError) error = NULL;
  gboolean unread = options->project && *options->project->unread;
  TlOutput *output =
      it->bitexts->len > 0 ? tl_options_text_output(options, &error) : tl_options_report_output(options, &error);
  if (!output)
    return tl_fail(error);
  if (earlier && !tl_options_spares(options, earlier, NULL))
    tl_output_keep_old(output);
  tl_output_write(output, out->str, out->len);
  return tl_options_finish(options, output, unread ? TL_EXIT_FINDINGS : TL_EXIT_CLEAN);
}

int tl_cmd_prepare(const TlCommand *command, int argc, char **argv) {
  g_auto(TlOptions) options = {0};
  g_autoptr(GError) error = NULL;
  int code = TL_EXIT_CLEAN;
  g_autofree char *earlier = NULL;
  int least = 0;
  const GOptionEntry own[] = {
      {"resume", 0, 0, G_OPTION_ARG_FILENAME, &earlier,
       "Take translations of equal segments from a TMX, XLIFF, TSV or PO file", "FILE"},
      {"least", 0, 0, G_OPTION_ARG_INT, &least, "Lowest score of what memories give, percent (60)", "N"},
      G_OPTION_ENTRY_NULL};
  if (!tl_options_parse(command, argc, argv, own, &options, &code))
    return code;
  if (!options.files) {
    fputs("tlumach: name a file to prepare, or \"-\" for standard input: tlumach prepare article.txt -o article.html\n",
          stderr);
    return TL_EXIT_ERROR;
  }
  const char *format = choose_format(&options, &error);
  format = format ? with_colours(&options, format, &error) : NULL;
  g_auto(Inputs) inputs = {g_array_new(FALSE, FALSE, sizeof(TlumachPrepareInput)),
                           g_ptr_array_new_with_free_func((GDestroyNotify)tlumach_document_free),
                           g_ptr_array_new_with_free_func((GDestroyNotify)tlumach_bitext_free)};
  if (!format || !open_all(&options, &inputs, &error))
    return tl_fail(error);
  g_autoptr(TlumachSession) session = tl_options_term_session(&options, &error);
  if (!session)
    return tl_fail(error);
  g_autoptr(TlumachReport) report = tlumach_prepare_inputs(
      session, (const TlumachPrepareInput *)(const void *)inputs.inputs->data, inputs.inputs->len, &error);
  g_autoptr(GString) out = g_string_new(NULL);
  if (!report || !resume(&options, earlier, report, &error) ||
      !remember(&options, options.glossaries != NULL, least, session, report, &error) ||
      (strcmp(format, "html") == 0 && !tl_check_report(&options, session, report, &error)) ||
      !tlumach_report_write(report, format, out, &error))
    return tl_fail(error);
  return write_out(&options, &inputs, earlier, out);
}
