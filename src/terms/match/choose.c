#include "terms/match/choose.h"

#include <stdlib.h>

static TlFound *all_of(GArray *hits) {
  return (TlFound *)(void *)hits->data;
}

static gboolean same_place(const TlFound *a, const TlFound *b) {
  return a->first == b->first && a->end == b->end;
}

static gboolean comes_before(const TlFound *a, const TlFound *b) {
  if (a->first != b->first)
    return a->first < b->first;
  if (a->end != b->end)
    return a->end > b->end;
  return a->met.term < b->met.term;
}

void tl_choose_insert(GArray *hits, const TlFound *found) {
  guint at = hits->len;
  while (at > 0 && comes_before(found, &all_of(hits)[at - 1]))
    at--;
  if (at > 0 && !comes_before(&all_of(hits)[at - 1], found))
    return; /* posted under several keys, a term may be proposed more than once */
  g_array_append_vals(hits, found, 1);
  for (guint i = hits->len - 1; i > at; i--)
    all_of(hits)[i] = all_of(hits)[i - 1];
  all_of(hits)[at] = *found;
}

guint tl_choose_end(const TlFound *hits, guint first, guint n, guint *reach) {
  guint end = first + 1;
  *reach = hits[first].end;
  for (; end < n && hits[end].first < *reach; end++)
    *reach = MAX(*reach, hits[end].end);
  return end;
}

/* The most usual: one hit, or several terms in one place, which leave each other alone. */
static gboolean is_one_place(const TlFound *hits, guint n) {
  for (guint i = 1; i < n; i++)
    if (!same_place(&hits[0], &hits[i]))
      return FALSE;
  return TRUE;
}

static int by_number(const void *a, const void *b) {
  guint64 x = *(const guint64 *)a, y = *(const guint64 *)b;
  return (x > y) - (x < y);
}

/* Few as a rule, and then an insertion is quickest. */
static void sort(guint64 *numbers, guint n) {
  if (n > 64) {
    qsort(numbers, n, sizeof *numbers, by_number);
    return;
  }
  for (guint i = 1; i < n; i++) {
    guint64 own = numbers[i];
    guint k = i;
    for (; k > 0 && numbers[k - 1] > own; k--)
      numbers[k] = numbers[k - 1];
    numbers[k] = own;
  }
}

/* Has no other place taken a token of the hit? `taken`: by whom, number + 1, from the first token of `hits` on. */
static gboolean is_free(const TlFound *hits, const TlFound *hit, const guint64 *taken) {
  for (guint t = hit->first; t < hit->end; t++)
    if (taken[t - hits->first] && !same_place(&hits[taken[t - hits->first] - 1], hit))
      return FALSE;
  return TRUE;
}

/* Greedy, the longest in bytes first: a hit stands when no other place has taken a word of it. */
guint tl_choose_longest(TlFound *hits, guint n, guint reach, GArray *scratch) {
  if (is_one_place(hits, n))
    return n;
  g_array_set_size(scratch, 0);
  g_array_set_size(scratch, n + reach - hits->first); /* zeros */
  guint64 *order = (guint64 *)(void *)scratch->data, *taken = order + n;
  for (guint i = 0; i < n; i++)
    order[i] = (guint64)(G_MAXUINT32 - (guint32)(hits[i].span.end - hits[i].span.start)) << 32 | i;
  sort(order, n);
  for (guint i = 0; i < n; i++) {
    guint own = (guint32)order[i];
    order[i] = 0;
    hits[own].stands = is_free(hits, &hits[own], taken);
    for (guint t = hits[own].first; hits[own].stands && t < hits[own].end; t++)
      taken[t - hits->first] = own + 1;
  }
  guint kept = 0;
  for (guint i = 0; i < n; i++)
    if (hits[i].stands)
      hits[kept++] = hits[i];
  return kept;
}

static guint32 concept_of(const TlTermIndex *index, const TlMet *met) {
  return tl_term_index_record(index, met->term)->concept;
}

guint tl_choose_one_a_concept(const TlTermIndex *index, TlMet *all, guint n) {
  static const guint8 order[] = {[TLUMACH_MATCH_EXACT] = 0,
                                 [TLUMACH_MATCH_VARIANT] = 1,
                                 [TLUMACH_MATCH_INFLECTED] = 2,
                                 [TLUMACH_MATCH_GUESSED] = 3};
  guint kept = 0;
  for (guint i = 0; i < n; i++) {
    guint k = kept;
    while (k > 0 && concept_of(index, &all[k - 1]) != concept_of(index, &all[i]))
      k--;
    if (k == 0)
      all[kept++] = all[i];
    else if (order[all[i].match] < order[all[k - 1].match])
      all[k - 1] = all[i];
  }
  return kept;
}
