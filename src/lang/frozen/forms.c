/* Rules that differ in their condition alone stand in the table once, under the first one's (expand.c): a form may have
 * been made under another, so conditions are no reason to leave it out. */
#include "lang/frozen/forms.h"

#include <string.h>

#include "text/fold.h"

struct TlForms {
  const TlFrozen *frozen;
  const TlFrozenRule *rules;
  guint n_rules;
  GHashTable *by_flag; /* the first rule of a flag: those of one flag stand together */
};

TlForms *tl_forms_new(const TlFrozen *frozen) {
  TlForms *forms = g_new0(TlForms, 1);
  forms->frozen = frozen;
  forms->rules = tl_frozen_rules(frozen, &forms->n_rules);
  forms->by_flag = g_hash_table_new(NULL, NULL);
  for (guint i = forms->n_rules; i-- > 1;)
    g_hash_table_insert(forms->by_flag, GUINT_TO_POINTER(forms->rules[i].flag), GUINT_TO_POINTER(i));
  return forms;
}

void tl_forms_free(TlForms *forms) {
  if (!forms)
    return;
  g_hash_table_unref(forms->by_flag);
  g_free(forms);
}

static void apply(const TlForms *forms, const TlFrozenRule *rule, const char *entry, size_t length, TlFormFunc found,
                  gpointer user) {
  const char *strip = tl_frozen_string(forms->frozen, rule->strip), *add = tl_frozen_string(forms->frozen, rule->add);
  size_t cut = strlen(strip), more = strlen(add);
  char form[2 * TL_WORD_MAX];
  if (cut >= length || memcmp(entry + length - cut, strip, cut) != 0 || length - cut + more >= sizeof form)
    return;
  memcpy(form, entry, length - cut);
  memcpy(form + length - cut, add, more + 1);
  found(form, length - cut + more, user);
}

void tl_forms_each(const TlForms *forms, const char *entry, TlFormFunc found, gpointer user) {
  size_t length = strlen(entry);
  TlReadings readings = {.n = 0};
  tl_frozen_readings(forms->frozen, entry, length, &readings);
  found(entry, length, user);
  for (guint i = 0; i < readings.n; i++) {
    guint n_flags = 0;
    const guint32 *flags = readings.items[i].paradigm
                               ? tl_frozen_paradigm(forms->frozen, readings.items[i].paradigm - 1u, &n_flags)
                               : NULL;
    for (guint f = 0; f < n_flags; f++) {
      guint r = GPOINTER_TO_UINT(g_hash_table_lookup(forms->by_flag, GUINT_TO_POINTER(flags[f])));
      for (; r > 0 && r < forms->n_rules && forms->rules[r].flag == flags[f]; r++)
        apply(forms, &forms->rules[r], entry, length, found, user);
    }
  }
}
