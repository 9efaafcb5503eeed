/* tlumach term lint: faults of term bases. Exit 1 when there are some as bad as --fail-level says. */
#include <stdio.h>
#include <string.h>

#include "base/json.h"
#include "commands/term.h"

typedef struct Linting {
  TlOutput *output;
  gboolean jsonl;
  TlumachSeverity level; /* that fails */
  guint failing, total;
} Linting;

/* "file:line:column: severity: message [rule]", as compilers speak and `check` does. */
static void write_line(TlOutput *out, const TlumachLintFinding *finding) {
  tl_output_puts(out, finding->file);
  if (finding->line > 0)
    tl_output_printf(out, ":%zu", finding->line);
  if (finding->line > 0 && finding->column > 0)
    tl_output_printf(out, ":%zu", finding->column);
  tl_output_printf(out, ": %s: ", tlumach_severity_name(finding->rule->severity));
  tl_output_safe(out, finding->message, -1);
  tl_output_printf(out, " [%s]\n", finding->rule->id);
}

static void write_record(TlOutput *out, const TlumachLintFinding *finding) {
  tl_json_begin(out);
  tl_json_string(out, "file", finding->file, -1);
  tl_json_uint(out, "line", finding->line);
  tl_json_uint(out, "column", finding->column);
  tl_json_string(out, "id", finding->rule->id, -1);
  tl_json_string(out, "severity", tlumach_severity_name(finding->rule->severity), -1);
  tl_json_string(out, "message", finding->message, -1);
  tl_json_string(out, "concept", finding->concept, -1);
  tl_json_string(out, "term", finding->term, -1);
  tl_json_end(out);
}

static void found(const TlumachLintFinding *finding, gpointer user) {
  Linting *linting = user;
  linting->total++;
  linting->failing += finding->rule->severity >= linting->level;
  (linting->jsonl ? write_record : write_line)(linting->output, finding);
}

static int list_rules(void) {
  const TlumachLintRule *rule;
  for (guint i = 0; (rule = tlumach_lint_rules(i)); i++)
    printf("%-17s %-8s %s%s\n", rule->id, tlumach_severity_name(rule->severity), rule->about,
           rule->usual ? "" : " (with --strict)");
  return tl_finish_stdout(TL_EXIT_CLEAN);
}

/* Every option's names may be given together, with commas. */
static char **split_names(char **given) {
  g_autofree char *all = given ? g_strjoinv(",", given) : NULL;
  return all ? g_strsplit(all, ",", -1) : NULL;
}

static int lint(TlOptions *options, const TlumachLintOptions *how, Linting *linting, gboolean words) {
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) paths = tl_term_paths(options, TRUE);
  g_autoptr(TlumachSession) session = words ? tl_term_session(options, &error) : NULL;
  linting->output = error ? NULL : tl_options_report_output(options, &error);
  if (!linting->output)
    return tl_fail(error);
  gboolean done = tlumach_term_lint(session, (const char *const *)paths, how, found, linting, &error);
  return tl_finish(linting->output, !done ? tl_fail(error) : linting->failing > 0 ? TL_EXIT_FINDINGS : TL_EXIT_CLEAN);
}

int tl_cmd_term_lint(const TlCommand *command, int argc, char **argv) {
  static const char *const formats[] = {"text", "jsonl", NULL}, *const levels[] = {"note", "warning", "error", NULL};
  g_auto(TlOptions) options = {0};
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) only_given = NULL, skip_given = NULL;
  g_autofree char *level = NULL;
  gboolean strict = FALSE, list = FALSE, no_words = FALSE;
  int code = TL_EXIT_CLEAN;
  const GOptionEntry own[] = {{"only", 0, 0, G_OPTION_ARG_STRING_ARRAY, &only_given, "Only these rules", "ID[,ID…]"},
                              {"skip", 0, 0, G_OPTION_ARG_STRING_ARRAY, &skip_given, "Not these rules", "ID[,ID…]"},
                              {"strict", 0, 0, G_OPTION_ARG_NONE, &strict, "All rules", NULL},
                              {"no-words", 0, 0, G_OPTION_ARG_NONE, &no_words, "Ask no dictionary", NULL},
                              {"fail-level", 0, 0, G_OPTION_ARG_STRING, &level,
                               "note, warning or error: what makes exit code 1 (note)", "LEVEL"},
                              {"list", 0, 0, G_OPTION_ARG_NONE, &list, "Print what rules there are", NULL},
                              G_OPTION_ENTRY_NULL};
  if (!tl_options_parse(command, argc, argv, own, &options, &code))
    return code;
  if (list)
    return list_rules();
  const char *format = tl_options_format(&options, formats, &error);
  const char *chosen = format ? tl_options_choice("fail-level", level, levels, &error) : NULL;
  if (!chosen)
    return tl_fail(error);
  g_auto(GStrv) only = split_names(only_given), skip = split_names(skip_given);
  Linting linting = {.jsonl = format == formats[1]};
  while (levels[linting.level] != chosen)
    linting.level++;
  const TlumachLintOptions how = {options.source, options.target, (const char *const *)only, (const char *const *)skip,
                                  strict};
  return lint(&options, &how, &linting, !no_words);
}
