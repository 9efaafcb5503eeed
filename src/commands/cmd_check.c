/* tlumach check: faults of a translation. Exit 1 when there are some as bad as --fail-level says. */
#include <stdio.h>
#include <string.h>

#include "commands/check.h"

typedef struct Checking {
  TlCheckFiles files;
  TlumachFindingWriter *writer;
  TlumachBaseline *baseline; /* NULL: none */
  TlumachCheckOptions how;
  TlumachSeverity level; /* that fails */
  const char *format;
  gboolean stats, zero, fix;
  guint failing, last; /* last: pair that has a finding, from 1 */
  const TlumachBitext *bitext;
  TlCheckCount count;
} Checking;

static void found(const TlumachFinding *finding, gpointer user) {
  Checking *checking = user;
  TlCheckCount *count = &checking->count;
  count->waived += finding->waived != NULL;
  if (finding->waived && strcmp(checking->format, "sarif") != 0)
    return;
  if (!finding->waived) {
    if (checking->baseline && tlumach_baseline_take(checking->baseline, checking->bitext, finding)) {
      count->known++;
      return;
    }
    guint n = GPOINTER_TO_UINT(g_hash_table_lookup(count->by_check, finding->check));
    g_hash_table_insert(count->by_check, (gpointer)finding->check, GUINT_TO_POINTER(n + 1));
    count->findings++;
    count->with_findings += checking->last != finding->pair + 1;
    checking->last = finding->pair + 1;
    checking->failing += finding->severity >= checking->level;
  }
  if (!checking->stats)
    tlumach_finding_writer_put(checking->writer, finding);
}

static gboolean check_one(Checking *checking, const TlumachBitext *bitext, GError **error) {
  checking->bitext = bitext;
  checking->last = 0;
  checking->count.segments += bitext->n_pairs;
  checking->count.empty += bitext->n_empty;
  tlumach_finding_writer_bitext(checking->writer, bitext);
  return tlumach_check(checking->files.session, bitext, &checking->how, found, checking, error);
}

/* Every option's names may be given together, with commas. */
static char **split_names(char **given) {
  g_autofree char *all = given ? g_strjoinv(",", given) : NULL;
  g_auto(GStrv) names = all ? g_strsplit(all, ",", -1) : NULL;
  return names && !*names ? g_strdupv((char *[]){(char *)"", NULL}) : g_steal_pointer(&names); /* '' is a name, too */
}

static const char *choose_format(const TlOptions *options, GError **error) {
  g_autoptr(GPtrArray) names = g_ptr_array_new();
  for (guint i = 0; tlumach_finding_format(i, NULL); i++)
    g_ptr_array_add(names, (gpointer)tlumach_finding_format(i, NULL));
  g_ptr_array_add(names, NULL);
  return tl_options_format(options, (const char *const *)names->pdata, error);
}

/* Somebody may have meant a text, whose translation is in a file of its own. */
static void tell_of_two(const char *path, GError **error) {
  g_autoptr(GError) own = *error;
  *error = NULL;
  g_set_error(error, own->domain, own->code,
              "%s; a text is checked together with its translation: tlumach check %s TRANSLATION", own->message, path);
}

/* Opens what the command line names, file by file. */
static gboolean check_all(Checking *checking, GPtrArray *bitexts, GError **error) {
  guint n = checking->files.texts ? 1 : g_strv_length(checking->files.options->files);
  for (guint i = 0; i < n; i++) {
    if (checking->fix && !tl_check_fix(&checking->files, i, error))
      return FALSE;
    TlumachBitext *bitext = tl_check_open(&checking->files, i, error);
    if (!bitext && n == 1 && g_error_matches(*error, TLUMACH_ERROR, TLUMACH_ERROR_USAGE) &&
        !tlumach_is_bilingual_name(checking->files.options->files[0]))
      tell_of_two(checking->files.options->files[0], error);
    if (!bitext)
      return FALSE;
    g_ptr_array_add(bitexts, bitext); /* the writer may look at it to the end */
    checking->failing += tl_options_tell_skipped(checking->files.options, bitext) ? 1 : 0;
    if (!check_one(checking, bitext, error))
      return FALSE;
  }
  return TRUE;
}

static int finish(const TlOptions *options, const Checking *checking, const GString *out) {
  g_autoptr(GError) error = NULL;
  TlOutput *output = tl_options_report_output(options, &error);
  if (!output)
    return tl_fail(error);
  if (checking->stats)
    tl_check_count_write(&checking->count, strcmp(checking->format, "jsonl") == 0, output);
  else
    tl_output_write(output, out->str, out->len);
  return tl_finish(output, checking->failing && !checking->zero ? TL_EXIT_FINDINGS : TL_EXIT_CLEAN);
}

/* The files are known to be there, the options to be good. */
static int run(Checking *checking, const TlOptions *options, GError **error) {
  g_autoptr(GString) out = g_string_new(NULL);
  g_autoptr(GPtrArray) bitexts = g_ptr_array_new_with_free_func((GDestroyNotify)tlumach_bitext_free);
  TlumachColumnUnit unit = TLUMACH_COLUMN_CHARACTER;
  if (!tl_options_column(options, &unit, error))
    return tl_fail(*error);
  checking->writer = tlumach_finding_writer_new(checking->format, unit, out, error);
  gboolean done = checking->writer && check_all(checking, bitexts, error);
  if (checking->writer)
    tlumach_finding_writer_end(checking->writer);
  return done ? finish(options, checking, out) : tl_fail(*error);
}

/* A table of what there is, for people: each with an example of a fault. */
static int list_checks(void) {
  const TlumachCheckInfo *info;
  for (guint i = 0; (info = tlumach_checks(i)); i++) {
    g_auto(GStrv) sides = g_strsplit(info->example, "\t", 2);
    printf("%-13s %-8s %s%s\n", info->id, tlumach_severity_name(info->severity), info->about,
           info->usual ? "" : " (with --strict)");
    printf("%-22s %s%s%s\n", "", sides[0], sides[1] ? " | " : "", sides[1] ? sides[1] : "");
  }
  return tl_finish_stdout(TL_EXIT_CLEAN);
}

/* What is said on the command line beside the options that all commands have. */
typedef struct Line {
  char **only, **skip;
  char *level, *baseline;
  gboolean strict, list;
} Line;

static gboolean parse(const TlCommand *command, int argc, char **argv, Line *line, Checking *checking,
                      TlOptions *options, int *code) {
  const GOptionEntry own[] = {
      {"only", 0, 0, G_OPTION_ARG_STRING_ARRAY, &line->only, "Only these checks", "ID[,ID…]"},
      {"skip", 0, 0, G_OPTION_ARG_STRING_ARRAY, &line->skip, "Not these checks", "ID[,ID…]"},
      {"strict", 0, 0, G_OPTION_ARG_NONE, &line->strict, "All checks, and every term of every term base", NULL},
      {"fail-level", 0, 0, G_OPTION_ARG_STRING, &line->level, "note, warning or error: what makes exit code 1 (note)",
       "LEVEL"},
      {"exit-zero", 0, 0, G_OPTION_ARG_NONE, &checking->zero, "Exit code 0 whatever is found", NULL},
      {"baseline", 0, 0, G_OPTION_ARG_FILENAME, &line->baseline,
       "Only findings that these records of an earlier run (-f jsonl) have not", "FILE"},
      {"fix", 0, 0, G_OPTION_ARG_NONE, &checking->fix,
       "Mend what is safe in the file first: spaces, quotes, look-alikes", NULL},
      {"stats", 0, 0, G_OPTION_ARG_NONE, &checking->stats, "How many findings of which check, instead of the findings",
       NULL},
      {"list", 0, 0, G_OPTION_ARG_NONE, &line->list, "Print what checks there are", NULL},
      G_OPTION_ENTRY_NULL};
  return tl_options_parse(command, argc, argv, own, options, code);
}

/* Of a project, what was translated in it. */
static gboolean take_saved(TlOptions *options, GError **error) {
  if (!options->project)
    return TRUE;
  if (!options->project->saved) {
    g_set_error(error, TLUMACH_ERROR, TLUMACH_ERROR_USAGE,
                "%s: nothing was translated in the project yet: it has no omegat/project_save.tmx",
                options->project->folder);
    return FALSE;
  }
  g_strfreev(options->files);
  options->files = g_strdupv((char *[]){options->project->saved, NULL});
  return TRUE;
}

static gboolean choose(const TlOptions *options, const Line *line, Checking *checking, GError **error) {
  static const char *const levels[] = {"note", "warning", "error", NULL};
  const char *level;
  if (!(checking->format = choose_format(options, error)) ||
      !(level = tl_options_choice("fail-level", line->level, levels, error)))
    return FALSE;
  while (levels[checking->level] != level)
    checking->level++;
  if (checking->stats && strcmp(checking->format, "text") != 0 && strcmp(checking->format, "jsonl") != 0) {
    g_set_error(error, TLUMACH_ERROR, TLUMACH_ERROR_USAGE, "--stats: the formats are text and jsonl");
    return FALSE;
  }
  return !line->baseline || (tl_options_spares(options, line->baseline, error) &&
                             (checking->baseline = tlumach_baseline_open(line->baseline, error)));
}

static int check(Checking *checking, TlOptions *options, const Line *line) {
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) only = split_names(line->only), skip = split_names(line->skip),
                common = tl_check_common(options->glossaries);
  if (!take_saved(options, &error) || !choose(options, line, checking, &error))
    return tl_fail(error);
  g_autoptr(TlumachSession) session = tl_options_session(options, &error);
  if (!session)
    return tl_fail(error);
  checking->how = (TlumachCheckOptions){.only = (const char *const *)only,
                                        .skip = (const char *const *)skip,
                                        .strict = line->strict,
                                        .agreed = options->glossaries != NULL,
                                        .common = (const char *const *)common,
                                        .waivers = (const char *const *)options->waivers,
                                        .tell_waived = TRUE};
  checking->files = (TlCheckFiles){options, session, &checking->how, tl_check_is_texts(options->files), line->baseline};
  return run(checking, options, &error);
}

int tl_cmd_check(const TlCommand *command, int argc, char **argv) {
  g_auto(TlOptions) options = {0};
  Line line = {0};
  Checking checking = {0};
  int code = TL_EXIT_CLEAN;
  gboolean go = parse(command, argc, argv, &line, &checking, &options, &code);
  if (go && line.list) {
    code = list_checks();
  } else if (go && !options.files) {
    fputs("tlumach: name a bilingual file to check, or a text and its translation: tlumach check article.tmx\n",
          stderr);
    code = TL_EXIT_ERROR;
  } else if (go) {
    tl_check_count_init(&checking.count);
    code = check(&checking, &options, &line);
    tl_check_count_clear(&checking.count);
  }
  tlumach_baseline_free(checking.baseline);
  g_strfreev(line.only);
  g_strfreev(line.skip);
  g_free(line.level);
  g_free(line.baseline);
  return code;
}
