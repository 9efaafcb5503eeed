#include "terms/match/choose.h"

#include <stdlib.h>

static TlFound *all_of(GArray *hits) {
  return (TlFound *)(void *)hits->data;
}

static gboolean same_place(const TlFound *a, const TlFound *b) {
  return a->first == b->first && a->n == b->n;
}

/* Terms of one word come in their order already (match.c). */
static gboolean comes_before(const TlFound *a, const TlFound *b) {
  if (a->first != b->first)
    return a->first < b->first;
  if (a->n != b->n)
    return a->n > b->n;
  return a->n > 1 && a->term < b->term;
}

void tl_choose_insert(GArray *hits, const TlFound *found) {
  guint at = hits->len;
  while (at > 0 && comes_before(found, &all_of(hits)[at - 1]))
    at--;
  if (at > 0 && same_place(&all_of(hits)[at - 1], found) && all_of(hits)[at - 1].term == found->term)
    return; /* posted under several keys, a term may be proposed more than once */
  if (at == hits->len)
    g_array_append_vals(hits, found, 1);
  else
    g_array_insert_vals(hits, at, found, 1);
}

/* Two terms of one concept in one place (скористатися, скористатись) are one occurrence: the more exact stands. */
static void keep_one_a_concept(GArray *hits) {
  static const guint8 order[] = {[TLUMACH_MATCH_EXACT] = 0,
                                 [TLUMACH_MATCH_VARIANT] = 1,
                                 [TLUMACH_MATCH_INFLECTED] = 2,
                                 [TLUMACH_MATCH_GUESSED] = 3};
  TlFound *all = all_of(hits);
  guint n = 0;
  for (guint i = 0; i < hits->len; i++) {
    guint k = n;
    while (k > 0 && same_place(&all[k - 1], &all[i]) && all[k - 1].concept != all[i].concept)
      k--;
    TlFound *twin = k > 0 && same_place(&all[k - 1], &all[i]) ? &all[k - 1] : NULL;
    if (!twin)
      all[n++] = all[i];
    else if (order[all[i].match] < order[twin->match])
      *twin = all[i];
  }
  g_array_set_size(hits, n);
}

/* The hits from `first` that hang together: each overlaps one before it. The end of them. */
static guint end_of_cluster(const TlFound *all, guint first, guint n) {
  guint reach = all[first].first + all[first].n;
  guint end = first + 1;
  for (; end < n && all[end].first < reach; end++)
    reach = MAX(reach, all[end].first + all[end].n);
  return end;
}

static int longest_first(const void *a, const void *b) {
  const TlFound *x = *(const TlFound *const *)a, *y = *(const TlFound *const *)b;
  size_t nx = x->span.end - x->span.start, ny = y->span.end - y->span.start;
  if (nx != ny)
    return nx > ny ? -1 : 1;
  return (x > y) - (x < y);
}

/* Few as a rule, and then an insertion is quickest. */
static void sort_longest_first(const TlFound **order, guint n) {
  if (n > 64) {
    qsort(order, n, sizeof *order, longest_first);
    return;
  }
  for (guint i = 1; i < n; i++) {
    const TlFound *own = order[i];
    guint k = i;
    for (; k > 0 && longest_first(&order[k - 1], &own) > 0; k--)
      order[k] = order[k - 1];
    order[k] = own;
  }
}

/* Does hit `own` overlap one that stands and is not in the same place? `longest`: tokens of the longest. */
static gboolean is_covered(const TlFound *all, guint n, guint own, guint longest, const guint8 *kept) {
  const TlFound *hit = &all[own];
  for (guint k = own; k-- > 0 && all[k].first + longest > hit->first;)
    if (kept[k] && all[k].first + all[k].n > hit->first && !same_place(&all[k], hit))
      return TRUE;
  for (guint k = own + 1; k < n && all[k].first < hit->first + hit->n; k++)
    if (kept[k] && !same_place(&all[k], hit))
      return TRUE;
  return FALSE;
}

/* Greedy, longest first: of hits that hang together one stands unless it overlaps one that stands and is not the same
 * place. */
static void choose_in_cluster(const TlFound *all, guint n, guint8 *kept) {
  const TlFound *few[64];
  g_autofree const TlFound **many = n > G_N_ELEMENTS(few) ? g_new(const TlFound *, n) : NULL;
  const TlFound **order = many ? many : few;
  guint longest = 0;
  for (guint i = 0; i < n; i++) {
    order[i] = &all[i];
    longest = MAX(longest, all[i].n);
    kept[i] = FALSE;
  }
  sort_longest_first(order, n);
  for (guint i = 0; i < n; i++) {
    guint own = (guint)(order[i] - all);
    kept[own] = is_covered(all, n, own, longest, kept) ? FALSE : TRUE;
  }
}

/* The most usual cluster is one hit, or several terms in one place: they leave each other alone. */
static gboolean is_one_place(const TlFound *all, guint n) {
  for (guint i = 1; i < n; i++)
    if (!same_place(&all[0], &all[i]))
      return FALSE;
  return TRUE;
}

void tl_choose_longest(GArray *hits, GByteArray *scratch) {
  TlFound *all = all_of(hits);
  guint n = 0;
  for (guint first = 0, end; first < hits->len; first = end) {
    end = end_of_cluster(all, first, hits->len);
    gboolean whole = is_one_place(all + first, end - first);
    if (!whole) {
      g_byte_array_set_size(scratch, MAX(scratch->len, end - first));
      choose_in_cluster(all + first, end - first, scratch->data);
    }
    for (guint i = first; i < end; i++)
      if (whole || scratch->data[i - first])
        all[n++] = all[i];
  }
  g_array_set_size(hits, n);
  keep_one_a_concept(hits);
}
