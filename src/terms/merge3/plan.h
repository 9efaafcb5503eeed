/* Which children of three versions are the same thing, and in which order they stand when merged. */
#ifndef TL_TERMS_MERGE3_PLAN_H
#define TL_TERMS_MERGE3_PLAN_H

#include <glib.h>

#define TL_NOBODY G_MAXUINT

/* One thing, by its number in each version; TL_NOBODY where it is not there. At least one of `ours` and `theirs` is. */
typedef struct TlPlanItem {
  guint base, ours, theirs;
} TlPlanItem;

/* `ours_of`, `theirs_of`: of each of the `n_base` in the base its number there; `new_of`: of each of `ours` that the
 * base has not, the same in theirs. All of ours stand in their order; what only theirs have stands behind what it
 * stands behind there, and behind what we put in at the same place. Free with g_array_unref. */
GArray *tl_merge_plan(guint n_base, guint n_ours, guint n_theirs, const guint *ours_of, const guint *theirs_of,
                      const guint *new_of);

#endif
