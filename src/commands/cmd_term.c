/* tlumach term: what is done with term bases. */
#include "commands/places.h"
#include "commands/term.h"

#include <stdio.h>

#include "base/error.h"
#include "commands/subcommands.h"

static const TlCommand commands[] = {
    {"term list", "[FILE…]", "Concepts that meet a question, one a line", tl_cmd_term_list},
    {"term show", "CONCEPT…", "All that is known of concepts, by id or by term", tl_cmd_term_show},
    {"term merge", "FILE…", "Bring other term bases into one", tl_cmd_term_merge},
    {"term merge3", "BASE OURS THEIRS", "Two branches of a term base made one; git's merge driver", tl_cmd_term_merge3},
    {"term diff", "OLD NEW", "What is not the same in two term bases, concept by concept", tl_cmd_term_diff},
    {"term log", "CONCEPT", "Which commits of git changed a concept, and how", tl_cmd_term_log},
    {"term convert", "FILE", "A term base in another format", tl_cmd_term_convert},
    {"term extract", "[FILE…]", "Terms that texts or translations have and no term base", tl_cmd_term_extract},
    {"term coverage", "[FILE…]", "What of texts the term bases cover", tl_cmd_term_coverage},
    {"term import", "--cldr KIND", "Names of countries, languages, currencies, units as a term base",
     tl_cmd_term_import},
    {"term lint", "[FILE…]", "What is wrong with term bases", tl_cmd_term_lint},
    {"term add", "TERM [EQUIVALENT…]", "A new concept", tl_cmd_term_add},
    {"term edit", "CONCEPT", "Change a concept, and no byte beside it", tl_cmd_term_edit},
    {"term remove", "CONCEPT…", "Take concepts out", tl_cmd_term_remove},
    {"term stats", "[FILE…]", "How many concepts and terms, in which languages, of which status", tl_cmd_term_stats},
};

int tl_cmd_term(const TlCommand *command, int argc, char **argv) {
  static const TlSubcommands all = {
      "term", "term bases read, asked and changed",
      "Term bases are TBX 2 or 3, TSV, CSV, UTX or OmegaT's glossaries; \"-\" is standard input.\n"
      "Exit codes: 0 clean, 1 findings or nothing found, 2 could not do it.\n",
      commands, G_N_ELEMENTS(commands)};
  (void)command;
  return tl_subcommand_run(&all, argc, argv);
}

char **tl_term_paths(const TlOptions *options, gboolean files) {
  if (files && options->files && options->files[0])
    return g_strdupv(options->files);
  return options->glossaries ? g_strdupv(options->glossaries) : tl_own_glossaries();
}

const char *tl_term_only_path(const TlOptions *options, GError **error) {
  guint n = options->glossaries ? g_strv_length(options->glossaries) : 0;
  if (n == 1)
    return options->glossaries[0];
  tl_error_at(error, TLUMACH_ERROR_USAGE, NULL, 0, 0,
              n == 0 ? "say which term base: -g FILE" : "several term bases are named; say which one: -g FILE");
  return NULL;
}

GPtrArray *tl_term_open_all(const TlOptions *options, gboolean files, GError **error) {
  g_auto(GStrv) paths = tl_term_paths(options, files);
  g_autoptr(GPtrArray) bases = g_ptr_array_new_with_free_func((GDestroyNotify)tlumach_termbase_free);
  for (char **path = paths; *path; path++) {
    TlumachTermbase *base = tlumach_termbase_open(*path, options->source, options->target, error);
    if (!base)
      return NULL;
    g_ptr_array_add(bases, base);
    const GPtrArray *warnings = tlumach_termbase_warnings(base);
    for (guint i = 0; !options->quiet && i < warnings->len; i++)
      fprintf(stderr, "tlumach: warning: %s\n", (const char *)g_ptr_array_index(warnings, i));
  }
  return g_steal_pointer(&bases);
}

TlumachSession *tl_term_session(TlOptions *options, GError **error) {
  char **kept = options->glossaries;
  char *none[] = {NULL};
  options->glossaries = none;
  TlumachSession *session = tl_options_session(options, error);
  options->glossaries = kept;
  return session;
}

const char *tl_term_format(const TlOptions *options, const char *usual, GError **error) {
  g_autoptr(GPtrArray) names = g_ptr_array_new();
  const char *name, *by_ending = options->output ? tlumach_concept_format_of(options->output) : NULL;
  for (guint i = 0; (name = tlumach_concept_format(i, NULL)); i++)
    g_ptr_array_add(names, (gpointer)name);
  g_ptr_array_add(names, NULL);
  if (!options->format && !by_ending && tl_options_refuse_ending(options, (const char *const *)names->pdata, error))
    return NULL;
  return tl_options_choice("format",
                           options->format ? options->format
                           : by_ending     ? by_ending
                                           : usual,
                           (const char *const *)names->pdata, error);
}

const char *tl_term_choice(const TlOptions *options, const char *const *formats, GError **error) {
  gboolean silent = !options->output || g_str_has_suffix(options->output, ".txt");
  const char *by_ending = silent ? NULL : tlumach_concept_format_of(options->output);
  if (!by_ending)
    return tl_options_format(options, formats, error);
  if (options->format || g_strv_contains(formats, by_ending))
    return tl_options_choice("format", options->format ? options->format : by_ending, formats, error);
  g_autofree char *all = g_strjoinv(", ", (char **)formats);
  tl_error_at(error, TLUMACH_ERROR_USAGE, options->output, 0, 0,
              "%s is not written here; say which it is to be, with --format: %s", by_ending, all);
  return NULL;
}

int tl_term_write(const TlOptions *options, const GString *text, int code) {
  g_autoptr(GError) error = NULL;
  TlOutput *output = tl_options_report_output(options, &error);
  if (!output)
    return tl_fail(error);
  tl_output_write(output, text->str, text->len);
  return tl_finish(output, code);
}
