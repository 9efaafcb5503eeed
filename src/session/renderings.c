/* Equivalents are found as `check` finds them, in any form; of those that overlap the first counts, of those that begin
 * alike the longest. */
#include "session/renderings.h"

#include <string.h>

#include "checks/designations.h"

typedef struct Work {
  TlArena *arena;
  TlEnglish *english;
  TlDesignations *designations;
  GArray *words, *found; /* of the unit at hand: TlEnglishWord, TlumachRendering */
  GHashTable *done;      /* concepts in it */
} Work;

static gint by_place(gconstpointer a, gconstpointer b) {
  const TlumachRendering *left = a, *right = b;
  if (left->span.start != right->span.start)
    return left->span.start < right->span.start ? -1 : 1;
  if (left->span.end != right->span.end)
    return left->span.end > right->span.end ? -1 : 1;
  return left->term < right->term ? -1 : left->term > right->term;
}

/* All places of the concept are the first term's that has it. */
static void find_term(Work *work, const TlumachUnit *unit, guint term) {
  const TlumachConcept *concept = unit->terms[term].hit.term->concept;
  if (!g_hash_table_add(work->done, (gpointer) concept))
    return;
  const TlDesignationSet *set = tl_designations_of(work->designations, concept);
  const TlEnglishText text = {work->english, (const TlEnglishWord *)(const void *)work->words->data, work->words->len};
  for (guint k = 0; k < set->n; k++) {
    guint at = 0;
    TlumachRendering one = {.term = term};
    while (tl_designation_next(&set->items[k], &text, &at, &one.span))
      g_array_append_val(work->found, one);
  }
}

static void find_unit(Work *work, TlumachUnit *unit) {
  g_array_set_size(work->words, 0);
  g_array_set_size(work->found, 0);
  g_hash_table_remove_all(work->done);
  tl_english_words_of(work->english, unit->target, strlen(unit->target), work->words);
  for (guint i = 0; i < unit->n_terms; i++)
    find_term(work, unit, i);
  g_array_sort(work->found, by_place);
  guint n = 0;
  TlumachRendering *found = (TlumachRendering *)(void *)work->found->data;
  for (guint i = 0; i < work->found->len; i++)
    if (n == 0 || found[i].span.start >= found[n - 1].span.end)
      found[n++] = found[i];
  unit->renderings = tl_arena_memdup(work->arena, found, n * sizeof(TlumachRendering));
  unit->n_renderings = n;
}

void tl_find_renderings(TlumachReport *report, const TlWordLists *lists, TlArena *arena) {
  Work work = {.arena = arena, .english = tl_english_new(lists)};
  work.designations = tl_designations_new(work.english, report->target_language);
  work.words = g_array_new(FALSE, FALSE, sizeof(TlEnglishWord));
  work.done = g_hash_table_new(NULL, NULL);
  work.found = g_array_new(FALSE, FALSE, sizeof(TlumachRendering));
  for (guint i = 0; i < report->n_files; i++)
    for (guint j = 0; j < report->files[i].n_units; j++) {
      TlumachUnit *unit = (TlumachUnit *)&report->files[i].units[j];
      if (unit->target && unit->n_terms)
        find_unit(&work, unit);
    }
  g_array_unref(work.words);
  g_hash_table_unref(work.done);
  g_array_unref(work.found);
  tl_designations_free(work.designations);
  tl_english_free(work.english);
}
