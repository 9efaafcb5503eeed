/* tlumach term convert: a term base in another format. */
#include <stdio.h>
#include <string.h>

#include "commands/term_edit.h"

static int list_formats(void) {
  const char *name, *about;
  for (guint i = 0; (name = tlumach_concept_format(i, &about)); i++)
    printf("%-8s %s\n", name, about);
  return tl_finish_stdout(TL_EXIT_CLEAN);
}

int tl_cmd_term_convert(const TlCommand *command, int argc, char **argv) {
  g_auto(TlOptions) options = {0};
  g_autoptr(GError) error = NULL;
  g_autofree char *columns = NULL, *dialect = NULL, *about = NULL, *date = NULL;
  gboolean list = FALSE;
  int code = TL_EXIT_CLEAN;
  const GOptionEntry own[] = {
      {"columns", 'c', 0, G_OPTION_ARG_FILENAME, &columns,
       "Columns of a table, in this order: id,uk,en:status,domain,…", "NAMES"},
      {"dialect", 0, 0, G_OPTION_ARG_STRING, &dialect, "Dialect of TBX 3: TBX-Core, TBX-Min, TBX-Basic, TBX-Linguist",
       "NAME"},
      {"about", 0, 0, G_OPTION_ARG_FILENAME, &about, "Where the terms come from, for the head of a TBX file", "TEXT"},
      {"date", 0, 0, G_OPTION_ARG_STRING, &date, "Date for the head of UTX (today)", "DATE"},
      {"list", 0, 0, G_OPTION_ARG_NONE, &list, "Print what formats there are", NULL},
      G_OPTION_ENTRY_NULL};
  if (!tl_options_parse(command, argc, argv, own, &options, &code))
    return code;
  if (list)
    return list_formats();
  if (!options.files || options.files[1]) {
    fputs("tlumach: name one file to convert: tlumach term convert terms.tsv -o terms.tbx\n", stderr);
    return TL_EXIT_ERROR;
  }
  if (date && !tl_term_is_date(date)) {
    fprintf(stderr, "tlumach: --date %s: is no date; one is 2026-11-24\n", date);
    return TL_EXIT_ERROR;
  }
  g_auto(GStrv) names = columns ? g_strsplit(columns, ",", -1) : NULL;
  const TlumachConceptFormat how = {
      options.source, options.target, (const char *const *)names, !names, dialect, about, date};
  g_autoptr(GString) out = g_string_new(NULL);
  g_autoptr(GPtrArray) told = g_ptr_array_new_with_free_func(g_free);
  const char *format = tl_term_format(&options, "tbx", &error);
  gboolean done = format && tlumach_term_convert(options.files[0], format, &how, out, told, &error);
  for (guint i = 0; !options.quiet && i < told->len; i++)
    fprintf(stderr, "tlumach: warning: %s\n", (const char *)g_ptr_array_index(told, i));
  TlOutput *output = done ? tl_options_text_output(&options, &error) : NULL;
  if (!output)
    return tl_fail(error);
  tl_output_write(output, out->str, out->len);
  return tl_finish(output, TL_EXIT_CLEAN);
}
