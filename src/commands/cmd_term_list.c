/* tlumach term list: concepts that meet a question. */
#include "commands/term.h"

static GPtrArray *select_concepts(const GPtrArray *bases, const TlumachTermFilter *filter) {
  GPtrArray *found = g_ptr_array_new();
  for (guint b = 0; b < bases->len; b++) {
    guint n;
    const TlumachConcept *concepts = tlumach_termbase_concepts(g_ptr_array_index(bases, b), &n);
    for (guint i = 0; i < n; i++)
      if (tlumach_term_filter_meets(filter, &concepts[i]))
        g_ptr_array_add(found, (gpointer)&concepts[i]);
  }
  return found;
}

static int list(const TlOptions *options, const TlumachTermQuery *query, const char *columns, gboolean count) {
  static const char *const formats[] = {"text", "tsv", "csv", "jsonl", NULL};
  g_autoptr(GError) error = NULL;
  const char *format = tl_term_choice(options, formats, &error);
  g_autoptr(TlumachTermFilter) filter = format ? tlumach_term_filter_new(query, &error) : NULL;
  g_autoptr(GPtrArray) bases = filter ? tl_term_open_all(options, TRUE, &error) : NULL;
  if (!bases)
    return tl_fail(error);
  g_autoptr(GPtrArray) found = select_concepts(bases, filter);
  g_autoptr(GString) out = g_string_new(NULL);
  g_auto(GStrv) names = columns ? g_strsplit(columns, ",", -1) : NULL;
  if (names && format == formats[0] && !options->format)
    format = "tsv";
  const TlumachConceptFormat how = {
      .source = options->source, .target = options->target, .columns = (const char *const *)names, .rows = !names};
  if (count)
    g_string_append_printf(out, "%u\n", found->len);
  else if (!tlumach_concepts_write(found, format, &how, out, &error))
    return tl_fail(error);
  return tl_term_write(options, out, found->len > 0 ? TL_EXIT_CLEAN : TL_EXIT_FINDINGS);
}

int tl_cmd_term_list(const TlCommand *command, int argc, char **argv) {
  g_auto(TlOptions) options = {0};
  g_autofree char *language = NULL, *status = NULL, *domain = NULL, *text = NULL, *regex = NULL, *missing = NULL,
                  *columns = NULL;
  gboolean count = FALSE;
  int code = TL_EXIT_CLEAN;
  const GOptionEntry own[] = {
      {"language", 'l', 0, G_OPTION_ARG_STRING, &language, "Those with a term in this language", "LANG"},
      {"status", 0, 0, G_OPTION_ARG_STRING, &status, "… of this status: preferred, admitted, …, none", "STATUS"},
      {"text", 0, 0, G_OPTION_ARG_FILENAME, &text, "… with this in it, any case", "TEXT"},
      {"regex", 0, 0, G_OPTION_ARG_FILENAME, &regex, "… that this regular expression finds something in", "REGEX"},
      {"domain", 0, 0, G_OPTION_ARG_FILENAME, &domain, "Those with this in their domain", "TEXT"},
      {"missing", 0, 0, G_OPTION_ARG_STRING, &missing, "Those without a term in this language", "LANG"},
      {"columns", 'c', 0, G_OPTION_ARG_FILENAME, &columns, "Columns of a table: id,uk,en:status,domain,…", "NAMES"},
      {"count", 0, 0, G_OPTION_ARG_NONE, &count, "Print their number only", NULL},
      G_OPTION_ENTRY_NULL};
  if (!tl_options_parse(command, argc, argv, own, &options, &code))
    return code;
  const TlumachTermQuery query = {language, status, text, regex, domain, missing};
  return list(&options, &query, columns, count);
}
