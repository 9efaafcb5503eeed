/* The places in the matrix of sentences that are looked at. */
#ifndef TL_BITEXT_ALIGN_BAND_H
#define TL_BITEXT_ALIGN_BAND_H

#include <glib.h>

/* Before source sentence i, the places before target sentences low[i] … high[i]. */
typedef struct TlAlignBand {
  guint n, m;                /* sentences */
  guint32 *low, *high;       /* n + 1 of each */
  gsize *rows;               /* n + 2: the number of the first place of each row, and of all */
  float *forward, *backward; /* of each place: log of the weight of all ways that lead to it, and from it to the end;
                                NULL: not known yet. Their sum is the log of the share of all ways that go through it */
} TlAlignBand;

/* A band without places. */
void tl_align_band_init(TlAlignBand *band, guint n, guint m);
void tl_align_band_clear(TlAlignBand *band);
/* Half as many rows around are in the band, too, and so many places beside them. */
void tl_align_band_widen(TlAlignBand *band, guint by);
/* Sets `rows` from `low` and `high`. */
void tl_align_band_number(TlAlignBand *band);

static inline gboolean tl_align_band_has(const TlAlignBand *band, guint i, guint j) {
  return i <= band->n && j >= band->low[i] && j <= band->high[i];
}

static inline gsize tl_align_band_place(const TlAlignBand *band, guint i, guint j) {
  return band->rows[i] + (j - band->low[i]);
}

#endif
