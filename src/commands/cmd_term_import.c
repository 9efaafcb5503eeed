/* tlumach term import: a term base made of the names that ICU has of countries, languages, currencies, units. */
#include <stdio.h>

#include "commands/term.h"

static const char *choose_kind(const char *kind, GError **error) {
  g_autoptr(GPtrArray) names = g_ptr_array_new();
  const char *name;
  for (guint i = 0; (name = tlumach_cldr_kind(i, NULL)); i++)
    g_ptr_array_add(names, (gpointer)name);
  g_ptr_array_add(names, NULL);
  return tl_options_choice("cldr", kind, (const char *const *)names->pdata, error);
}

static int list_kinds(void) {
  const char *name, *about;
  for (guint i = 0; (name = tlumach_cldr_kind(i, &about)); i++)
    printf("%-12s %s\n", name, about);
  return tl_finish_stdout(TL_EXIT_CLEAN);
}

static int write_base(const TlOptions *options, const TlumachTermbase *base) {
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) all = g_ptr_array_new();
  g_autoptr(GString) out = g_string_new(NULL);
  guint n;
  const TlumachConcept *concepts = tlumach_termbase_concepts(base, &n);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add(all, (gpointer)&concepts[i]);
  const TlumachConceptFormat how = {.source = options->source,
                                    .target = options->target,
                                    .rows = TRUE,
                                    .about = "Names of Unicode's Common Locale Data Repository, from ICU."};
  const char *format = tl_term_format(options, "tbx", &error);
  return format && tlumach_concepts_write(all, format, &how, out, &error) ? tl_term_write(options, out, TL_EXIT_CLEAN)
                                                                          : tl_fail(error);
}

int tl_cmd_term_import(const TlCommand *command, int argc, char **argv) {
  g_auto(TlOptions) options = {0};
  g_autoptr(GError) error = NULL;
  g_autofree char *kind = NULL;
  gboolean list = FALSE;
  int code = TL_EXIT_CLEAN;
  const GOptionEntry own[] = {
      {"cldr", 0, 0, G_OPTION_ARG_STRING, &kind, "territories, languages, currencies or units", "KIND"},
      {"list", 0, 0, G_OPTION_ARG_NONE, &list, "Print what kinds there are", NULL},
      G_OPTION_ENTRY_NULL};
  if (!tl_options_parse(command, argc, argv, own, &options, &code))
    return code;
  if (list)
    return list_kinds();
  if (!kind || options.files) {
    fputs("tlumach: say what of: tlumach term import --cldr territories -o territories.tbx\n", stderr);
    return TL_EXIT_ERROR;
  }
  const char *known = choose_kind(kind, &error);
  g_autoptr(TlumachTermbase) base = known ? tlumach_cldr_terms(known, options.source, options.target, &error) : NULL;
  return base ? write_base(&options, base) : tl_fail(error);
}
