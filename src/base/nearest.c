#include "base/nearest.h"

#include <string.h>

#define LENGTH_MAX 64

/* Optimal string alignment distance: insertions, deletions, exchanges, neighbours swapped. */
static guint distance(const char *a, const char *b) {
  guint n = (guint)strlen(a), m = (guint)strlen(b);
  guint rows[3][LENGTH_MAX + 1];
  if (n > LENGTH_MAX || m > LENGTH_MAX)
    return G_MAXUINT;
  guint *before = rows[0], *last = rows[1], *now = rows[2];
  for (guint k = 0; k <= m; k++)
    last[k] = k;
  for (guint i = 1; i <= n; i++) {
    now[0] = i;
    for (guint k = 1; k <= m; k++) {
      gboolean same = g_ascii_tolower(a[i - 1]) == g_ascii_tolower(b[k - 1]);
      now[k] = MIN(MIN(last[k], now[k - 1]) + 1, last[k - 1] + (same ? 0u : 1u));
      if (i > 1 && k > 1 && a[i - 1] == b[k - 2] && a[i - 2] == b[k - 1])
        now[k] = MIN(now[k], before[k - 2] + 1);
    }
    guint *spare = before;
    before = last;
    last = now;
    now = spare;
  }
  return last[m];
}

const char *tl_nearest(const char *name, const char *const *names) {
  const char *best = NULL;
  guint least = (guint)strlen(name) / 3 + 2;
  for (; *names; names++) {
    guint d = distance(name, *names);
    if (d < least) {
      least = d;
      best = *names;
    }
  }
  return best;
}

char *tl_did_you_mean(const char *name, const char *const *names, gboolean all) {
  const char *near = tl_nearest(name, names);
  g_autofree char *meant = near ? g_strdup_printf("; did you mean \"%s\"?", near) : g_strdup("");
  g_autofree char *each = all ? g_strjoinv(", ", (char **)names) : NULL;
  return each ? g_strdup_printf("%s%s there is %s", meant, near ? "" : ";", each) : g_steal_pointer(&meant);
}
