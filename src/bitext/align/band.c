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
