/* Arguments are bytes (G_OPTION_ARG_FILENAME), or Ukrainian would be refused in the C locale. */
#include "commands/options.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/error.h"
#include "base/nearest.h"
#include "commands/config.h"
#include "commands/memories.h"
#include "commands/places.h"

#define JOBS_MAX 64u

void tl_options_clear(TlOptions *options) {
  g_strfreev(options->glossaries);
  g_strfreev(options->personal);
  g_strfreev(options->memories);
  g_strfreev(options->waivers);
  g_clear_pointer(&options->project, tl_project_free);
  g_strfreev(options->files);
  char **texts[] = {&options->source,     &options->target,       &options->format,     &options->output,
                    &options->config,     &options->input_format, &options->encoding,   &options->column_unit,
                    &options->newline,    &options->color,        &options->dictionary, &options->segmentation,
                    &options->orthography};
  for (guint i = 0; i < G_N_ELEMENTS(texts); i++)
    g_free(*texts[i]);
  memset(options, 0, sizeof *options);
}

/* "Unknown option --fromat; did you mean --format?" */
static void suggest_option(GError *error, const GOptionEntry *const *tables) {
  const char *at = strstr(error->message, "--");
  g_autoptr(GPtrArray) names = g_ptr_array_new();
  if (!g_error_matches(error, G_OPTION_ERROR, G_OPTION_ERROR_UNKNOWN_OPTION) || !at)
    return;
  for (; *tables; tables++)
    for (const GOptionEntry *entry = *tables; entry->long_name; entry++)
      g_ptr_array_add(names, (gpointer)entry->long_name);
  g_ptr_array_add(names, NULL);
  const char *near = tl_nearest(at + 2, (const char *const *)names->pdata);
  if (near) {
    char *message = g_strdup_printf("%s; did you mean --%s?", error->message, near);
    g_free(error->message);
    error->message = message;
  }
}

static gboolean takes_value(const GOptionEntry *const *tables, char short_name) {
  for (; *tables; tables++)
    for (const GOptionEntry *entry = *tables; entry->long_name; entry++)
      if (entry->short_name == short_name)
        return entry->arg != G_OPTION_ARG_NONE;
  return FALSE;
}

/* "-j2" as "-j" "2", which GOption would not read. */
static char **separate_values(int argc, char **argv, const GOptionEntry *const *tables) {
  char **out = g_new0(char *, 2 * (gsize)argc + 1);
  gboolean options = TRUE;
  for (int i = 0, n = 0; i < argc; i++) {
    options = options && strcmp(argv[i], "--") != 0;
    if (i > 0 && options && argv[i][0] == '-' && argv[i][1] && argv[i][1] != '-' && argv[i][2] &&
        takes_value(tables, argv[i][1])) {
      out[n++] = g_strndup(argv[i], 2);
      out[n++] = g_strdup(argv[i] + 2);
    } else {
      out[n++] = g_strdup(argv[i]);
    }
  }
  return out;
}

/* Values that are wrong whatever the command does with them. */
static gboolean check_values(const TlOptions *options, GError **error) {
  static const char *const whens[] = {"auto", "always", "never", NULL};
  if (options->jobs < 0) {
    g_set_error(error, TLUMACH_ERROR, TLUMACH_ERROR_USAGE, "--jobs %d: one thread is the least, 0 is all processors",
                options->jobs);
    return FALSE;
  }
  if (options->output && !*options->output) {
    g_set_error_literal(error, TLUMACH_ERROR, TLUMACH_ERROR_USAGE, "--output: names no file; \"-\" is standard output");
    return FALSE;
  }
  return tl_options_choice("color", options->color, whens, error) != NULL;
}

gboolean tl_options_parse_line(const TlCommand *command, int argc, char **argv, const GOptionEntry *own,
                               TlOptions *options, int *code) {
  const GOptionEntry common[] = {
      {"glossary", 'g', 0, G_OPTION_ARG_FILENAME_ARRAY, &options->glossaries,
       "Term base (TBX, TSV, CSV); may be given again", "FILE"},
      {"memory", 'm', 0, G_OPTION_ARG_FILENAME_ARRAY, &options->memories,
       "Translation memory, with @N for a penalty of N percent; may be given again", "FILE"},
      {"source", 's', 0, G_OPTION_ARG_STRING, &options->source, "Language of the text (uk)", "LANG"},
      {"target", 't', 0, G_OPTION_ARG_STRING, &options->target, "Language of the translation (en)", "LANG"},
      {"format", 'f', 0, G_OPTION_ARG_STRING, &options->format, "Format of the output", "NAME"},
      {"output", 'o', 0, G_OPTION_ARG_FILENAME, &options->output, "Where to write; \"-\" is standard output", "FILE"},
      {"jobs", 'j', 0, G_OPTION_ARG_INT, &options->jobs, "Threads (1); 0: all processors", "N"},
      {"config", 0, 0, G_OPTION_ARG_FILENAME, &options->config, "Configuration file instead of the ones found", "FILE"},
      {"isolated", 0, 0, G_OPTION_ARG_NONE, &options->isolated, "Read no configuration", NULL},
      {"quiet", 'q', 0, G_OPTION_ARG_NONE, &options->quiet, "No warnings", NULL},
      {"color", 0, 0, G_OPTION_ARG_STRING, &options->color, "auto, always or never", "WHEN"},
      {"input-format", 0, 0, G_OPTION_ARG_STRING, &options->input_format,
       "plain, markdown, html; where pairs are read tmx, xliff, tsv, po (guessed otherwise)", "NAME"},
      {"encoding", 0, 0, G_OPTION_ARG_STRING, &options->encoding, "Encoding of the input (guessed otherwise)", "NAME"},
      {"column-unit", 0, 0, G_OPTION_ARG_STRING, &options->column_unit, "char, byte, display or utf16", "UNIT"},
      {"newline", 0, 0, G_OPTION_ARG_STRING, &options->newline, "auto, paragraph or wrap", "HOW"},
      {"dictionary", 'd', 0, G_OPTION_ARG_FILENAME, &options->dictionary, "Hunspell dictionary of the text's language",
       "NAME"},
      {"personal", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options->personal,
       "Words that are right, one a line; may be given again", "FILE"},
      {"orthography", 0, 0, G_OPTION_ARG_STRING, &options->orthography, "2019, or any: old spellings are right, too",
       "YEAR"},
      {"segmentation", 0, 0, G_OPTION_ARG_FILENAME, &options->segmentation, "Segmentation rules (SRX)", "FILE"},
      {G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options->files, NULL, NULL},
      G_OPTION_ENTRY_NULL};
  options->jobs = 1;
  g_autofree char *synopsis = g_strdup_printf("%s", command->synopsis);
  g_autoptr(GOptionContext) context = g_option_context_new(synopsis);
  g_autoptr(GError) error = NULL;
  g_option_context_set_summary(context, command->about);
  if (own)
    g_option_context_add_main_entries(context, own, NULL);
  g_option_context_add_main_entries(context, common, NULL);
  g_autofree char *name = g_strdup_printf("tlumach %s", command->name);
  g_set_prgname(name);
  const GOptionEntry *tables[] = {common, own, NULL};
  g_auto(GStrv) copy = separate_values(argc, argv, tables); /* GOption frees nothing of what it takes away */
  if (!g_option_context_parse_strv(context, &copy, &error)) {
    suggest_option(error, tables);
    *code = tl_fail(error);
    fprintf(stderr, "Try: tlumach %s --help\n", command->name);
    return FALSE;
  }
  return TRUE;
}

/* -- a project in the place of files ---------------------------------------------------------------------------- */

/* What it says of languages comes before the configuration, which is not about this text. Regions make no difference in
 * OmegaT's memories. */
static gboolean open_project(TlOptions *options, GError **error) {
  if (!options->files || options->files[1] || !tl_is_project(options->files[0]))
    return TRUE;
  TlProject *project = options->project = tl_project_open(options->files[0], error);
  if (!project)
    return FALSE;
  const char *said[] = {project->source, project->target};
  char **slots[] = {&options->source, &options->target};
  for (guint i = 0; i < G_N_ELEMENTS(slots); i++)
    if (!*slots[i] && said[i]) {
      g_autofree char *language = g_strndup(said[i], strcspn(said[i], "-_"));
      *slots[i] = g_ascii_strdown(language, -1);
    }
  return TRUE;
}

static char **joined(char **first, char **second) {
  g_autoptr(GPtrArray) all = g_ptr_array_new();
  for (; first && *first; first++)
    g_ptr_array_add(all, g_strdup(*first));
  for (; *second; second++)
    g_ptr_array_add(all, g_strdup(*second));
  g_ptr_array_add(all, NULL);
  return (char **)g_ptr_array_free(g_steal_pointer(&all), FALSE);
}

static void tell_unread(const TlOptions *options) {
  for (char **path = options->project->unread; *path && !options->quiet; path++)
    fprintf(stderr, "tlumach: warning: %s: not read: texts, Markdown, HTML, XLIFF and PO files are\n", *path);
}

/* Its term bases stand behind those that are named. */
static gboolean use_project(TlOptions *options, GError **error) {
  TlProject *project = options->project;
  if (!project)
    return TRUE;
  tell_unread(options);
  if (!*project->texts) {
    g_set_error(error, TLUMACH_ERROR, TLUMACH_ERROR_USAGE, "%s: there is no text in the source folder of the project",
                project->folder);
    return FALSE;
  }
  g_strfreev(options->files);
  options->files = g_strdupv(project->texts);
  if (*project->memories) {
    char **all = joined(options->memories, project->memories);
    g_strfreev(options->memories);
    options->memories = all;
  }
  if (*project->glossaries) {
    char **all = joined(options->glossaries, project->glossaries);
    g_strfreev(options->glossaries);
    options->glossaries = all;
  }
  return TRUE;
}

/* Editors make the file when they add the first word: that it is not there is no error. */
static void tell_missing_words(const TlOptions *options) {
  for (char **path = options->personal; !options->quiet && path && *path; path++) {
    g_autofree char *ours = tl_own_word_list(*path, options->source ? options->source : "uk");
    if (!ours && !g_file_test(*path, G_FILE_TEST_EXISTS))
      fprintf(stderr, "tlumach: warning: %s: is not there; no words are taken from it\n", *path);
  }
}

/* What the command line names must be there, whether the command uses it or not: it is a slip of the hand. */
static gboolean are_there(const TlOptions *options, GError **error) {
  const char *rules = options->segmentation;
  if (!rules || g_file_test(rules, G_FILE_TEST_EXISTS))
    return tl_memories_are_there(options, error);
  tl_error_errno(error, rules, ENOENT, "cannot open");
  return FALSE;
}

gboolean tl_options_parse(const TlCommand *command, int argc, char **argv, const GOptionEntry *own, TlOptions *options,
                          int *code) {
  g_autoptr(GError) error = NULL;
  if (!tl_options_parse_line(command, argc, argv, own, options, code))
    return FALSE;
  tell_missing_words(options); /* of the command line alone */
  if (!check_values(options, &error) || !are_there(options, &error) || !open_project(options, &error) ||
      !tl_config_apply(options, &error) || !use_project(options, &error)) {
    *code = tl_fail(error);
    return FALSE;
  }
  tl_options_settle(options);
  return TRUE;
}

const char *tl_options_choice(const char *option, const char *value, const char *const *names, GError **error) {
  if (!value)
    return names[0];
  for (guint i = 0; names[i]; i++)
    if (strcmp(names[i], value) == 0)
      return names[i];
  g_autofree char *meant = tl_did_you_mean(value, names, TRUE);
  g_set_error(error, TLUMACH_ERROR, TLUMACH_ERROR_USAGE, "--%s: unknown value \"%s\"%s", option, value, meant);
  return NULL;
}

/* "Page.HTML": "HTML"; NULL: a name without. */
static const char *ending_of(const char *path) {
  const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path;
  const char *dot = *name ? strrchr(name + 1, '.') : NULL;
  return dot ? dot + 1 : NULL;
}

gboolean tl_options_refuse_ending(const TlOptions *options, const char *const *formats, GError **error) {
  if (!options->output || !ending_of(options->output))
    return FALSE;
  g_autofree char *all = g_strjoinv(", ", (char **)formats);
  g_set_error(error, TLUMACH_ERROR, TLUMACH_ERROR_USAGE, "%s: no format has that ending; name one with --format: %s",
              options->output, all);
  return TRUE;
}

const char *tl_options_format(const TlOptions *options, const char *const *formats, GError **error) {
  const char *ending = options->output ? ending_of(options->output) : NULL;
  if (options->format || !ending)
    return tl_options_choice("format", options->format, formats, error);
  for (guint i = 0; formats[i]; i++)
    if (g_ascii_strcasecmp(formats[i], ending) == 0 ||
        (g_ascii_strcasecmp("txt", ending) == 0 && strcmp(formats[i], "text") == 0))
      return formats[i];
  tl_options_refuse_ending(options, formats, error);
  return NULL;
}

gboolean tl_options_overlaps(const char *value, TlumachOverlaps *overlaps, GError **error) {
  static const char *const names[] = {"longest", "all", NULL};
  const char *which = tl_options_choice("overlaps", value, names, error);
  *overlaps = which == names[1] ? TLUMACH_OVERLAPS_ALL : TLUMACH_OVERLAPS_LONGEST;
  return which != NULL;
}

gboolean tl_options_only_text(const TlOptions *options, GError **error) {
  static const char *const text[] = {"text", NULL};
  return tl_options_choice("format", options->format, text, error) != NULL;
}

/* -- values of a few ------------------------------------------------------------------------------------------- */

static const char *const newlines[] = {"auto", "paragraph", "wrap", NULL};
static const char *const units[] = {"char", "byte", "display", "utf16", NULL};
static const char *const orthographies[] = {"2019", "any", NULL};

const char *const *tl_options_values(const char *option) {
  static const struct {
    const char *option;
    const char *const *values;
  } all[] = {{"newline", newlines}, {"column-unit", units}, {"orthography", orthographies}};
  for (guint i = 0; i < G_N_ELEMENTS(all); i++)
    if (strcmp(option, all[i].option) == 0)
      return all[i].values;
  return NULL;
}

static guint position_in(const char *const *names, const char *name) {
  guint i = 0;
  while (names[i] != name)
    i++;
  return i;
}

gboolean tl_options_document_options(const TlOptions *options, TlumachDocumentOptions *document, GError **error) {
  const char *newline = tl_options_choice("newline", options->newline, newlines, error);
  if (!newline)
    return FALSE;
  *document = (TlumachDocumentOptions){options->input_format, options->encoding,
                                       (TlumachNewline)position_in(newlines, newline)};
  return TRUE;
}

guint tl_options_jobs(const TlOptions *options) {
  return MIN(options->jobs ? (guint)options->jobs : g_get_num_processors(), JOBS_MAX);
}

gboolean tl_options_column(const TlOptions *options, TlumachColumnUnit *unit, GError **error) {
  const char *name = tl_options_choice("column-unit", options->column_unit, units, error);
  if (name)
    *unit = (TlumachColumnUnit)position_in(units, name);
  return name != NULL;
}

gboolean tl_options_orthography(const TlOptions *options, gboolean *any, GError **error) {
  const char *name = tl_options_choice("orthography", options->orthography, orthographies, error);
  *any = name == orthographies[1];
  return name != NULL;
}
