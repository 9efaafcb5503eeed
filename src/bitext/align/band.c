#include "bitext/align/band.h"

void tl_align_band_init(TlAlignBand *band, guint n, guint m) {
  *band = (TlAlignBand){n, m, g_new0(guint32, n + 1), g_new0(guint32, n + 1), g_new0(gsize, n + 2), NULL, NULL};
}

void tl_align_band_clear(TlAlignBand *band) {
  g_clear_pointer(&band->low, g_free);
  g_clear_pointer(&band->high, g_free);
  g_clear_pointer(&band->rows, g_free);
  g_clear_pointer(&band->forward, g_free);
  g_clear_pointer(&band->backward, g_free);
}

void tl_align_band_number(TlAlignBand *band) {
  band->rows[0] = 0;
  for (guint i = 0; i <= band->n; i++)
    band->rows[i + 1] = band->rows[i] + (band->high[i] - band->low[i] + 1);
}

static guint back(guint at, guint by) {
  return at > by ? at - by : 0;
}

void tl_align_band_widen(TlAlignBand *band, guint by) {
  g_autofree guint32 *low = g_memdup2(band->low, sizeof(guint32) * (band->n + 1));
  g_autofree guint32 *high = g_memdup2(band->high, sizeof(guint32) * (band->n + 1));
  for (guint i = 0; i <= band->n; i++) {
    band->low[i] = back(low[back(i, by / 2)], by);
    band->high[i] = MIN(high[MIN(i + by / 2, band->n)] + by, band->m);
  }
}
