/* Conditions become one set of letter codes a position. */
#include "lang/frozen/affix_run.h"

#include <string.h>

#define CONDITION_MAX 60

/* Hunspell's conditions: letters, `.`, `[abc]`, `[^abc]`. */
static gboolean read_condition(TlAffixRun *run, TlLetters *letters) {
  const char *p = run->rule->condition;
  if (strcmp(p, ".") == 0)
    return TRUE;
  run->condition = g_malloc0(32 * strlen(p));
  while (*p) {
    guint8 *row = run->condition[run->n_condition];
    gboolean set = *p == '[', not = set && p[1] == '^';
    if (run->n_condition == CONDITION_MAX)
      return FALSE;
    run->n_condition++;
    if (*p == '.') {
      memset(row, 0xFF, 32);
      p++;
      continue;
    }
    p += set ? (not ? 2 : 1) : 0;
    do {
      if (!*p)
        return FALSE;
      guint8 code = tl_letter_code(letters, g_utf8_get_char(p));
      row[code / 8] = (guint8)(row[code / 8] | 1u << code % 8);
      p = g_utf8_next_char(p);
    } while (set && *p != ']');
    p += set ? 1 : 0;
    for (guint i = 0; not &&i < 32; i++)
      row[i] = (guint8)~row[i];
  }
  return TRUE;
}

static gboolean read_letters(TlLetters *letters, const char *text, guint8 *codes, guint8 *n) {
  return tl_letters_encode(letters, text, text + strlen(text), codes, TL_AFFIX_CODES, n);
}

TlAffixRun *tl_affix_runs(const TlAffixes *affixes, TlLetters *letters, GArray *table) {
  const GArray *rules = affixes->rules;
  g_autoptr(GHashTable) same = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  TlAffixRun *runs = g_new0(TlAffixRun, rules->len + 1);
  for (guint i = 0; i < rules->len; i++) {
    TlAffixRun *run = &runs[i];
    const TlAffixRule *rule = run->rule = &g_array_index(rules, TlAffixRule, i);
    if (!read_letters(letters, rule->strip, run->strip, &run->n_strip) ||
        !read_letters(letters, rule->add, run->add, &run->n_add) || !read_condition(run, letters)) {
      tl_affix_runs_free(runs, rules->len);
      return NULL;
    }
    run->reach = MAX(run->n_condition, (guint8)(run->n_strip + 1));
    g_autofree char *key = g_strdup_printf("%u %d %s %s", rule->flag, rule->prefix, rule->strip, rule->add);
    run->index = GPOINTER_TO_UINT(g_hash_table_lookup(same, key));
    if (!run->index)
      g_hash_table_insert(same, g_steal_pointer(&key), GUINT_TO_POINTER(run->index = table->len));
    g_array_append_val(table, rule);
  }
  return runs;
}

void tl_affix_runs_free(TlAffixRun *runs, guint n) {
  for (guint i = 0; runs && i < n; i++)
    g_free(runs[i].condition);
  g_free(runs);
}

static gboolean condition_has(const TlAffixRun *run, guint position, guint8 letter) {
  return run->condition[position][letter / 8] >> letter % 8 & 1;
}

gboolean tl_affix_allows(const TlAffixRun *run, guint from_end, guint8 letter) {
  return (from_end >= run->n_condition || condition_has(run, run->n_condition - 1 - from_end, letter)) &&
         (from_end >= run->n_strip || run->strip[run->n_strip - 1 - from_end] == letter);
}

guint tl_affix_apply(const TlAffixRun *run, const guint8 *stem, guint n, guint8 *form) {
  if (n < run->reach)
    return 0;
  gboolean prefix = run->rule->prefix;
  const guint8 *place = prefix ? stem : stem + n - run->n_condition;
  for (guint i = 0; i < run->n_condition; i++)
    if (!condition_has(run, i, place[i]))
      return 0;
  guint kept = n - run->n_strip;
  if (memcmp(prefix ? stem : stem + kept, run->strip, run->n_strip) != 0)
    return 0;
  memcpy(prefix ? form : form + kept, run->add, run->n_add);
  memcpy(prefix ? form + run->n_add : form, prefix ? stem + run->n_strip : stem, kept);
  return kept + run->n_add;
}
