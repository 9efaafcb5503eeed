/* tlumach check: faults of a translation. Exit 1 when there are some as bad as --fail-level says. */
#include <stdio.h>
#include <string.h>

#include "commands/options.h"

typedef struct Checking {
  const TlumachSession *session;
  TlumachFindingWriter *writer;
  TlumachCheckOptions options;
  TlumachSeverity level; /* that fails */
  guint failing;
} Checking;

static void found(const TlumachFinding *finding, gpointer user) {
  Checking *checking = user;
  checking->failing += finding->severity >= checking->level;
  tlumach_finding_writer_put(checking->writer, finding);
}

static gboolean check_one(Checking *checking, const TlumachBitext *bitext, GError **error) {
  tlumach_finding_writer_bitext(checking->writer, bitext);
  return tlumach_check(checking->session, bitext, &checking->options, found, checking, error);
}

/* Every option's names may be given together, with commas. */
static char **split_names(char **given) {
  g_autofree char *all = given ? g_strjoinv(",", given) : NULL;
  return all ? g_strsplit(all, ",", -1) : NULL;
}

static const char *choose_format(const TlOptions *options, GError **error) {
  g_autoptr(GPtrArray) names = g_ptr_array_new();
  for (guint i = 0; tlumach_finding_format(i, NULL); i++)
    g_ptr_array_add(names, (gpointer)tlumach_finding_format(i, NULL));
  g_ptr_array_add(names, NULL);
  return tl_options_choice("format", options->format, (const char *const *)names->pdata, error);
}

/* Two files of which neither is bilingual by its name: a text and its translation. */
static gboolean is_text_and_translation(char *const *files) {
  return files[1] && !files[2] && !tlumach_is_bilingual_name(files[0]) && !tlumach_is_bilingual_name(files[1]);
}

static TlumachBitext *open_texts(const Checking *checking, const TlOptions *options, GError **error) {
  TlumachDocumentOptions document_options;
  if (!tl_options_document_options(options, &document_options, error))
    return NULL;
  TlumachDocument *source = tlumach_document_open(options->files[0], &document_options, error);
  TlumachDocument *target = source ? tlumach_document_open(options->files[1], &document_options, error) : NULL;
  if (target)
    return tlumach_bitext_align(checking->session, source, target, error);
  tlumach_document_free(source);
  return NULL;
}

/* Opens what the command line names, file by file. */
static gboolean check_all(Checking *checking, const TlOptions *options, GPtrArray *bitexts, GError **error) {
  const TlumachBitextOptions bitext_options = {options->source, options->target, options->input_format,
                                               options->encoding};
  gboolean texts = is_text_and_translation(options->files);
  for (char **file = options->files; *file; file++) {
    TlumachBitext *bitext =
        texts ? open_texts(checking, options, error) : tlumach_bitext_open(*file, &bitext_options, error);
    if (!bitext)
      return FALSE;
    g_ptr_array_add(bitexts, bitext); /* the writer may look at it to the end */
    if (!check_one(checking, bitext, error))
      return FALSE;
    if (texts)
      break;
  }
  return TRUE;
}

static int finish(const TlOptions *options, const GString *out, int code) {
  g_autoptr(GError) error = NULL;
  TlOutput *output = tl_options_output(options, &error);
  if (!output)
    return tl_fail(error);
  tl_output_write(output, out->str, out->len);
  return tl_finish(output, code);
}

/* A table of what there is, for people. */
static int list_checks(void) {
  const TlumachCheckInfo *info;
  for (guint i = 0; (info = tlumach_checks(i)); i++)
    printf("%-13s %-8s %s%s\n", info->id, tlumach_severity_name(info->severity), info->about,
           info->usual ? "" : " (with --strict)");
  return tl_finish_stdout(TL_EXIT_CLEAN);
}

int tl_cmd_check(const TlCommand *command, int argc, char **argv) {
  g_auto(TlOptions) options = {0};
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) only_given = NULL, skip_given = NULL;
  g_autofree char *level = NULL;
  gboolean zero = FALSE, strict = FALSE, list = FALSE;
  int code = TL_EXIT_CLEAN;
  const GOptionEntry own[] = {
      {"only", 0, 0, G_OPTION_ARG_STRING_ARRAY, &only_given, "Only these checks", "ID[,ID…]"},
      {"skip", 0, 0, G_OPTION_ARG_STRING_ARRAY, &skip_given, "Not these checks", "ID[,ID…]"},
      {"strict", 0, 0, G_OPTION_ARG_NONE, &strict, "All checks, and every term of every term base", NULL},
      {"fail-level", 0, 0, G_OPTION_ARG_STRING, &level, "note, warning or error: what makes exit code 1 (note)",
       "LEVEL"},
      {"exit-zero", 0, 0, G_OPTION_ARG_NONE, &zero, "Exit code 0 whatever is found", NULL},
      {"list", 0, 0, G_OPTION_ARG_NONE, &list, "Print what checks there are", NULL},
      G_OPTION_ENTRY_NULL};
  if (!tl_options_parse(command, argc, argv, own, &options, &code))
    return code;
  if (list)
    return list_checks();
  if (!options.files) {
    fputs("tlumach: name a bilingual file to check, or a text and its translation: tlumach check article.tmx\n",
          stderr);
    return TL_EXIT_ERROR;
  }
  static const char *const levels[] = {"note", "warning", "error", NULL};
  g_auto(GStrv) only = split_names(only_given), skip = split_names(skip_given);
  Checking checking = {
      .options = {(const char *const *)only, (const char *const *)skip, strict, options.glossaries != NULL}};
  TlumachColumnUnit unit = TLUMACH_COLUMN_CHARACTER;
  const char *format = choose_format(&options, &error),
             *chosen = tl_options_choice("fail-level", level, levels, error ? NULL : &error);
  if (!format || !chosen || !tl_options_column(&options, &unit, &error))
    return tl_fail(error);
  while (levels[checking.level] != chosen)
    checking.level++;
  g_autoptr(TlumachSession) session = tl_options_session(&options, &error);
  if (!session)
    return tl_fail(error);
  g_autoptr(GString) out = g_string_new(NULL);
  g_autoptr(GPtrArray) bitexts = g_ptr_array_new_with_free_func((GDestroyNotify)tlumach_bitext_free);
  checking.session = session;
  checking.writer = tlumach_finding_writer_new(format, unit, out, &error);
  gboolean done = checking.writer && check_all(&checking, &options, bitexts, &error);
  if (checking.writer)
    tlumach_finding_writer_end(checking.writer);
  if (!done)
    return tl_fail(error);
  return finish(&options, out, checking.failing && !zero ? TL_EXIT_FINDINGS : TL_EXIT_CLEAN);
}
