#include "checks/distance.h"

#include <string.h>

guint tl_edit_distance(const char *a, const char *b) {
  guint row[TL_DISTANCE_MAX + 1], n = (guint)strlen(a), m = (guint)strlen(b);
  if (n > TL_DISTANCE_MAX || m > TL_DISTANCE_MAX)
    return TL_DISTANCE_MAX;
  for (guint k = 0; k <= m; k++)
    row[k] = k;
  for (guint i = 1; i <= n; i++) {
    guint corner = row[0];
    row[0] = i;
    for (guint k = 1; k <= m; k++) {
      guint change = corner + (g_ascii_tolower(a[i - 1]) != g_ascii_tolower(b[k - 1]));
      corner = row[k];
      row[k] = MIN(change, MIN(row[k], row[k - 1]) + 1);
    }
  }
  return row[m];
}
