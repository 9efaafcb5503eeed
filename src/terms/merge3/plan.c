#include "terms/merge3/plan.h"

typedef struct Plan {
  GArray *items;
  guint n_ours, n_theirs;
  guint *base_of_ours, *base_of_theirs; /* backwards */
  guint *theirs_of;                     /* of ours, whether the base has it or not */
  guint *anchor; /* of theirs: what it stands behind of ours, plus one; TL_NOBODY: it is one of ours itself */
} Plan;

static guint *nobody(guint n) {
  guint *numbers = g_new(guint, n + 1);
  for (guint i = 0; i <= n; i++)
    numbers[i] = TL_NOBODY;
  return numbers;
}

static void find_anchors(Plan *p) {
  g_autofree guint *ours_of_theirs = nobody(p->n_theirs);
  for (guint o = 0; o < p->n_ours; o++)
    if (p->theirs_of[o] != TL_NOBODY)
      ours_of_theirs[p->theirs_of[o]] = o;
  guint anchor = 0;
  for (guint t = 0; t < p->n_theirs; t++) {
    if (ours_of_theirs[t] != TL_NOBODY)
      anchor = ours_of_theirs[t] + 1;
    p->anchor[t] = ours_of_theirs[t] != TL_NOBODY ? TL_NOBODY : anchor;
  }
}

/* Those of theirs that stand behind what ours has had until now. */
static void put_waiting(Plan *p, GArray *waiting) {
  for (guint i = 0; i < waiting->len; i++) {
    guint t = g_array_index(waiting, guint, i);
    const TlPlanItem item = {p->base_of_theirs[t], TL_NOBODY, t};
    g_array_append_val(p->items, item);
  }
  g_array_set_size(waiting, 0);
}

static void put_all(Plan *p) {
  g_autoptr(GArray) waiting = g_array_new(FALSE, FALSE, sizeof(guint));
  g_autofree guint *first = nobody(p->n_ours + 1), *next = nobody(p->n_theirs);
  for (guint t = p->n_theirs; t-- > 0;)
    if (p->anchor[t] != TL_NOBODY) {
      next[t] = first[p->anchor[t]];
      first[p->anchor[t]] = t;
    }
  for (guint o = 0; o <= p->n_ours; o++) {
    for (guint t = first[o]; t != TL_NOBODY; t = next[t])
      g_array_append_val(waiting, t);
    if (o == p->n_ours)
      break;
    const TlPlanItem item = {p->base_of_ours[o], o, p->theirs_of[o]};
    if (item.base != TL_NOBODY || item.theirs != TL_NOBODY)
      put_waiting(p, waiting);
    g_array_append_val(p->items, item);
  }
  put_waiting(p, waiting);
}

GArray *tl_merge_plan(guint n_base, guint n_ours, guint n_theirs, const guint *ours_of, const guint *theirs_of,
                      const guint *new_of) {
  g_autofree guint *base_of_ours = nobody(n_ours), *base_of_theirs = nobody(n_theirs), *theirs = nobody(n_ours),
                   *anchor = nobody(n_theirs);
  Plan p = {
      g_array_new(FALSE, FALSE, sizeof(TlPlanItem)), n_ours, n_theirs, base_of_ours, base_of_theirs, theirs, anchor};
  for (guint b = 0; b < n_base; b++) {
    if (ours_of[b] != TL_NOBODY)
      base_of_ours[ours_of[b]] = b;
    if (theirs_of[b] != TL_NOBODY)
      base_of_theirs[theirs_of[b]] = b;
  }
  for (guint o = 0; o < n_ours; o++)
    theirs[o] = base_of_ours[o] != TL_NOBODY ? theirs_of[base_of_ours[o]] : new_of[o];
  find_anchors(&p);
  put_all(&p);
  return p.items;
}
