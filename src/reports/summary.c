#include "reports/summary.h"

#include "reports/pieces.h"

/* Keys own their bytes; a name's has both its forms, for one citation form may be romanised in two ways. */
static char *name_key(const TlumachName *name) {
  return g_strconcat(name->citation, "\n", name->romanized, NULL);
}

static char *misspelling_key(const TlumachMisspelling *misspelling, const char *text) {
  GString *key = g_string_new(NULL);
  tl_append_line(key, text, misspelling->span);
  return g_string_free(key, FALSE);
}

/* Counts one more of `key`, which is taken when `table` owns its keys. The entry is new when its count is 1. */
static TlEntry *count(GHashTable *table, GPtrArray *entries, gpointer key, guint unit, const char *text) {
  TlEntry *entry = g_hash_table_lookup(table, key);
  if (!entry) {
    entry = g_new0(TlEntry, 1);
    g_ptr_array_add(entries, entry);
    entry->number = entries->len;
    entry->unit = unit;
    entry->text = text;
  }
  entry->count++;
  g_hash_table_insert(table, key, entry); /* of two equal keys the table keeps one and frees the other */
  return entry;
}

static void add_unit(TlSummary *it, const TlumachUnit *unit, const char *text) {
  guint n = ++it->n_units;
  for (guint i = 0; i < unit->n_terms; i++) {
    TlEntry *entry = count(it->by_term, it->terms, (gpointer)unit->terms[i].hit.term, n, text);
    if (entry->count == 1)
      entry->first.term = &unit->terms[i];
  }
  for (guint i = 0; i < unit->n_names; i++) {
    TlEntry *entry = count(it->by_name, it->names, name_key(&unit->names[i]), n, text);
    if (entry->count == 1)
      entry->first.name = &unit->names[i];
  }
  for (guint i = 0; i < unit->n_misspellings; i++) {
    const TlumachMisspelling *wrong = &unit->misspellings[i];
    TlEntry *entry = count(it->by_misspelling, it->misspellings, misspelling_key(wrong, text), n, text);
    if (entry->count == 1)
      entry->first.misspelling = wrong;
  }
}

TlSummary *tl_summary_new(const TlumachReport *report) {
  TlSummary *it = g_new0(TlSummary, 1);
  it->terms = g_ptr_array_new_with_free_func(g_free);
  it->names = g_ptr_array_new_with_free_func(g_free);
  it->misspellings = g_ptr_array_new_with_free_func(g_free);
  it->by_term = g_hash_table_new(NULL, NULL);
  it->by_name = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  it->by_misspelling = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < report->n_files; i++) {
    const char *text = tlumach_document_text(report->files[i].document, NULL);
    for (guint j = 0; j < report->files[i].n_units; j++)
      add_unit(it, &report->files[i].units[j], text);
  }
  return it;
}

void tl_summary_free(TlSummary *it) {
  if (!it)
    return;
  g_ptr_array_unref(it->terms);
  g_ptr_array_unref(it->names);
  g_ptr_array_unref(it->misspellings);
  g_hash_table_unref(it->by_term);
  g_hash_table_unref(it->by_name);
  g_hash_table_unref(it->by_misspelling);
  g_free(it);
}

const TlEntry *tl_summary_term(const TlSummary *it, const TlumachTermUse *use) {
  return g_hash_table_lookup(it->by_term, use->hit.term);
}

const TlEntry *tl_summary_name(const TlSummary *it, const TlumachName *name) {
  g_autofree char *key = name_key(name);
  return g_hash_table_lookup(it->by_name, key);
}

const TlEntry *tl_summary_misspelling(const TlSummary *it, const TlumachMisspelling *misspelling, const char *text) {
  g_autofree char *key = misspelling_key(misspelling, text);
  return g_hash_table_lookup(it->by_misspelling, key);
}

static gint by_count(gconstpointer a, gconstpointer b) {
  const TlEntry *left = *(const TlEntry *const *)a, *right = *(const TlEntry *const *)b;
  if (left->count != right->count)
    return left->count > right->count ? -1 : 1;
  return left->number < right->number ? -1 : left->number > right->number;
}

GPtrArray *tl_summary_by_count(const GPtrArray *entries) {
  GPtrArray *sorted = g_ptr_array_new();
  for (guint i = 0; i < entries->len; i++)
    g_ptr_array_add(sorted, entries->pdata[i]);
  g_ptr_array_sort(sorted, by_count);
  return sorted;
}
