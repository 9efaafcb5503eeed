#include "lang/inflect.h"

#include <string.h>

#include "lang/rule.h"

/* A model must have been seen this often, and say so this clearly (per mille), before its word-longest ending is believed. */
#define MODEL_SHARE 100

static void add_form(GPtrArray *forms, GHashTable *seen, char *form) {
  if (g_hash_table_add(seen, form))
    g_ptr_array_add(forms, form);
  else
    g_free(form);
}

static void apply_paradigm(const TlFrozen *frozen, guint paradigm, const char *word, GPtrArray *forms) {
  guint n_flags, n_rules;
  const guint32 *flags = tl_frozen_paradigm(frozen, paradigm, &n_flags);
  const TlFrozenRule *rules = tl_frozen_rules(frozen, &n_rules);
  g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
  add_form(forms, seen, g_strdup(word));
  for (guint i = 1; i < n_rules; i++) {
    gboolean ours = FALSE;
    for (guint f = 0; f < n_flags && !ours; f++)
      ours = flags[f] == rules[i].flag;
    char *form = ours ? tl_rule_apply(frozen, &rules[i], word) : NULL;
    if (form)
      add_form(forms, seen, form);
  }
}

/* The paradigm of an entry of the dictionary, or -1. */
static gint model_paradigm(const TlFrozen *frozen, const char *model) {
  TlReadings readings = {.n = 0};
  tl_frozen_readings(frozen, model, strlen(model), &readings);
  for (guint i = 0; i < readings.n; i++)
    if (readings.items[i].paradigm)
      return readings.items[i].paradigm - 1;
  return -1;
}

/* The longest ending that the dictionary's entries have too. */
static gint find_paradigm(const TlFrozen *frozen, const char *word) {
  gboolean capitalised = g_unichar_isupper(g_utf8_get_char(word));
  for (gint letters = TL_ENDING_MAX; letters > 0; letters--) {
    guint n;
    const TlFrozenEnding *endings = tl_frozen_endings(frozen, word, strlen(word), (guint)letters, capitalised, &n);
    if (endings && endings[0].share >= MODEL_SHARE)
      return endings[0].paradigm;
  }
  return -1;
}

gboolean tl_inflect(const TlLexicon *lexicon, const char *word, const char *model, GPtrArray *forms) {
  const TlFrozen *frozen = tl_lexicon_frozen(lexicon);
  gint paradigm = -1;
  if (frozen && *word && (!model || strcmp(model, "-") != 0))
    paradigm = model ? model_paradigm(frozen, model) : find_paradigm(frozen, word);
  if (paradigm >= 0)
    apply_paradigm(frozen, (guint)paradigm, word, forms);
  else
    g_ptr_array_add(forms, g_strdup(word));
  return paradigm >= 0;
}
