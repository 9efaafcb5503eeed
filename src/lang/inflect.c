#include "lang/inflect.h"

#include <string.h>

#include "lang/frozen/rule.h"

/* A model is believed when this many of the entries with that ending (per mille) inflect like it. */
#define MODEL_SHARE 100
/* A second model is followed, too, when it is this usual: Боброка and Бобрка are both made, and the text shows which.
 */
#define SECOND_SHARE 250

typedef struct Forms {
  const TlFrozen *frozen;
  GPtrArray *list;
  GHashTable *seen;
} Forms;

static void add_form(Forms *forms, char *form) {
  if (g_hash_table_contains(forms->seen, form)) { /* g_hash_table_add would keep the new key for the old */
    g_free(form);
    return;
  }
  g_hash_table_add(forms->seen, form);
  g_ptr_array_add(forms->list, form);
}

static void apply_paradigm(Forms *forms, guint paradigm, const char *word) {
  guint n_flags, n_rules;
  const guint32 *flags = tl_frozen_paradigm(forms->frozen, paradigm, &n_flags);
  const TlFrozenRule *rules = tl_frozen_rules(forms->frozen, &n_rules);
  add_form(forms, g_strdup(word));
  for (guint i = 1; i < n_rules; i++) {
    gboolean ours = FALSE;
    for (guint f = 0; f < n_flags && !ours; f++)
      ours = flags[f] == rules[i].flag;
    char *form = ours ? tl_rule_apply(forms->frozen, &rules[i], word) : NULL;
    if (form)
      add_form(forms, form);
  }
}

/* The paradigm of an entry of the dictionary that has flags, or -1. */
static gint entry_paradigm(const TlFrozen *frozen, const char *entry) {
  TlReadings readings = {.n = 0};
  tl_frozen_readings(frozen, entry, strlen(entry), &readings);
  for (guint i = 0; i < readings.n; i++) {
    guint n = 0;
    if (readings.items[i].paradigm)
      tl_frozen_paradigm(frozen, readings.items[i].paradigm - 1u, &n);
    if (n > 0)
      return readings.items[i].paradigm - 1;
  }
  return -1;
}

/* Forms of the entries that `word` is a form of. */
static gboolean known_forms(Forms *forms, const char *word) {
  TlReadings readings = {.n = 0};
  gboolean found = FALSE;
  tl_frozen_readings(forms->frozen, word, strlen(word), &readings);
  for (guint i = 0; i < readings.n; i++) {
    const char *stem = tl_reading_stem(&readings, i);
    gint paradigm = entry_paradigm(forms->frozen, stem);
    if (paradigm >= 0)
      apply_paradigm(forms, (guint)paradigm, stem);
    found = found || paradigm >= 0;
  }
  return found;
}

/* Forms by the longest ending that the dictionary's entries have too; and by its last letter alone, when that says
 * otherwise: a foreign name in -ін is no Russian surname (Цзіньпіном, not -им). */
static gboolean forms_by_ending(Forms *forms, const char *word) {
  gboolean capitalised = g_unichar_isupper(g_utf8_get_char(word)), found = FALSE;
  for (gint letters = TL_ENDING_MAX; letters > 0; letters--) {
    guint n;
    const TlFrozenEnding *endings =
        tl_frozen_endings(forms->frozen, word, strlen(word), (guint)letters, capitalised, &n);
    if (!endings || endings[0].share < MODEL_SHARE || (found && letters > 1))
      continue;
    for (guint i = 0; i < n && (i == 0 || (!found && endings[i].share >= SECOND_SHARE)); i++)
      apply_paradigm(forms, endings[i].paradigm, word);
    found = TRUE;
  }
  return found;
}

static GPtrArray *part_forms(const TlFrozen *frozen, const char *part) {
  GPtrArray *list = g_ptr_array_new_with_free_func(g_free);
  g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
  Forms forms = {frozen, list, seen};
  if (!known_forms(&forms, part) && !forms_by_ending(&forms, part))
    add_form(&forms, g_strdup(part));
  return list;
}

/* музей-заповідник: either part may inflect, or both; which forms go together, the text shows. */
static gboolean compound_forms(Forms *forms, const char *word) {
  const char *hyphen = strrchr(word, '-');
  if (!hyphen || hyphen == word || !hyphen[1] || strchr(word, '-') != hyphen)
    return FALSE;
  g_autofree char *first = g_strndup(word, (gsize)(hyphen - word));
  g_autoptr(GPtrArray) heads = part_forms(forms->frozen, first);
  g_autoptr(GPtrArray) tails = part_forms(forms->frozen, hyphen + 1);
  add_form(forms, g_strdup(word));
  for (guint k = 0; k < tails->len; k++)
    add_form(forms, g_strconcat(first, "-", tails->pdata[k], NULL));
  for (guint i = 0; i < heads->len; i++)
    for (guint k = 0; k < tails->len; k++)
      add_form(forms, g_strconcat(heads->pdata[i], "-", tails->pdata[k], NULL));
  return TRUE;
}

gboolean tl_inflect(const TlLexicon *lexicon, const char *word, const char *model, GPtrArray *list) {
  const TlFrozen *frozen = tl_lexicon_frozen(lexicon);
  g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
  Forms forms = {frozen, list, seen};
  gboolean found = FALSE;
  if (frozen && *word && !model)
    found = compound_forms(&forms, word) || forms_by_ending(&forms, word);
  else if (frozen && *word && strcmp(model, "-") != 0) {
    gint paradigm = entry_paradigm(frozen, model);
    found = paradigm >= 0;
    if (found)
      apply_paradigm(&forms, (guint)paradigm, word);
  }
  if (!found)
    g_ptr_array_add(list, g_strdup(word));
  return found;
}
