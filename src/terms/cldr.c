/* The names that ICU has of countries, languages, currencies and units, as a term base. */
#include <string.h>

#include "terms/termbase_build.h"
#include "text/cldr_names.h"

typedef struct Taking {
  TlumachTermbase *base;
  const char *kind, *source, *target;
  gboolean proper, units; /* names: what is shorter is no abbreviation; МВт and мВт are two things */
} Taking;

const char *tlumach_cldr_kind(guint i, const char **about) {
  return tl_cldr_kind(i, about);
}

/* "territories" of "UA": "territory-UA"; what is in the repository's own names begins with a letter already. */
static char *id_of(const char *kind, const char *code) {
  if (strcmp(kind, "units") == 0)
    return g_strdup_printf("unit-%s", code);
  gboolean y = g_str_has_suffix(kind, "ies");
  return g_strdup_printf("%.*s%s-%s", (int)(strlen(kind) - (y ? 3 : 1)), kind, y ? "y" : "", code);
}

static void take_term(const Taking *taking, GArray *terms, const char *language, const char *text, const char *type) {
  if (!text)
    return;
  TlumachTerm term = {.text = tl_termbase_string(taking->base, text, strlen(text)),
                      .language = tl_termbase_language(taking->base, language, (TlPlace){0}),
                      .pos = "noun", /* TBX-Basic knows no properNoun */
                      .type = type,
                      .words = type && taking->units ? "*=case-exact" : NULL};
  g_array_append_val(terms, term);
}

static void take_name(const TlCldrName *name, gpointer user) {
  const Taking *taking = user;
  g_autoptr(GArray) terms = g_array_new(FALSE, FALSE, sizeof(TlumachTerm));
  g_autofree char *id = id_of(taking->kind, name->code),
                  *forms = name->forms ? g_strdup_printf("Counted: %s.", name->forms) : NULL;
  const char *shorter = taking->proper ? "shortForm" : "abbreviation";
  const char *const languages[] = {taking->source, taking->target};
  for (guint i = 0; i < 2; i++) {
    take_term(taking, terms, languages[i], name->names[i], NULL);
    take_term(taking, terms, languages[i], name->shorts[i], shorter);
  }
  const TlumachConcept concept = {
      .id = id,
      .subject = taking->kind,
      .note = forms ? tl_termbase_string(taking->base, forms, strlen(forms)) : NULL,
  };
  tl_termbase_add(taking->base, &concept, (const TlumachTerm *)(const void *)terms->data, terms->len);
}

TlumachTermbase *tlumach_cldr_terms(const char *kind, const char *source, const char *target, GError **error) {
  g_autoptr(TlumachTermbase) base = tl_termbase_new("CLDR");
  Taking taking = {.base = base, .source = source ? source : "uk", .target = target ? target : "en"};
  taking.proper = strcmp(kind, "territories") == 0;
  taking.units = strcmp(kind, "units") == 0;
  taking.kind = tl_termbase_string(base, kind, strlen(kind));
  if (!tl_cldr_names(kind, taking.source, taking.target, take_name, &taking, error))
    return NULL;
  tl_termbase_finish(base);
  return g_steal_pointer(&base);
}
