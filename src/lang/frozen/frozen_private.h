/* What the files of this folder that look into a frozen lexicon share. */
#ifndef TL_LANG_FROZEN_PRIVATE_H
#define TL_LANG_FROZEN_PRIVATE_H

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "base/sections.h"
#include "lang/frozen/frozen.h"

#define TL_FROZEN_CODES 0x800  /* code points that have their letter codes in a table */
#define TL_FROZEN_LETTERS 250u /* of a word; a longer one is not known */

struct TlFrozen {
  TlSections *sections;
  const TlFrozenHead *head;
  const guint32 *alphabet, *arcs, *sets, *paradigms, *flags, *breaks, *iconv;
  const guint16 *elements;
  const TlFrozenTransform *transforms;
  const TlFrozenRule *rules;
  const TlFrozenEnding *endings;
  const char *strings;
  guint n_alphabet, n_arcs, n_sets, n_elements, n_transforms, n_rules, n_paradigms, n_flags, n_endings, n_strings,
      n_breaks, n_iconv;
  guint8 codes[TL_FROZEN_CODES]; /* code point -> letter code */
  guint8 converts[256];          /* first bytes of ICONV patterns */
  guint8 small[256];             /* letter code -> that of the small letter; 0: it has none */
  /* By two letter codes: the state behind them + 1; the first states have the most arcs to look through. */
  guint32 *starts;
};

/* The arc with a label, or NULL. Four arcs at a time, since nobody can guess which it will be; TL_FROZEN_BEHIND bytes
 * behind the arcs are there to be read. */
#define TL_FROZEN_BEHIND 12u
static inline const guint32 *tl_frozen_arc(const guint32 *arc, guint label) {
#ifdef __SSE2__
  for (;; arc += 4) {
    __m128i four = _mm_loadu_si128((const __m128i *)(const void *)arc);
    __m128i fits = _mm_cmpeq_epi32(_mm_srli_epi32(four, 24), _mm_set1_epi32((int)label));
    guint found = (guint)_mm_movemask_ps(_mm_castsi128_ps(fits));
    guint last = (guint)_mm_movemask_ps(_mm_castsi128_ps(_mm_slli_epi32(four, 8))); /* TL_ARC_LAST as the sign */
    guint own = last ^ (last - 1);                                                  /* up to the first of these */
    if (found & own)
      return arc + __builtin_ctz(found);
    if (last)
      return NULL;
  }
#else
  while (TL_ARC_LABEL(*arc) != label) {
    if (*arc & TL_ARC_LAST)
      return NULL;
    arc++;
  }
  return arc;
#endif
}

/* Letter codes of a word; 0 when some letter is not of the alphabet. */
guint tl_frozen_encode(const TlFrozen *frozen, const char *word, size_t length, guint8 codes[TL_FROZEN_LETTERS]);

/* The state behind the first letters of a word, `*done` of them; NULL: no word begins so. */
static inline const guint32 *tl_frozen_start(const TlFrozen *f, const guint8 *codes, guint n, guint *done) {
  *done = n >= 2 ? 2 : 0;
  guint32 start = n >= 2 ? f->starts[(guint)codes[0] << 8 | codes[1]] : f->head->root + 1;
  return start ? f->arcs + start - 1 : NULL;
}

/* The set of a word that ends in a state, or -1: label 0 stands first in its state. */
static inline gint64 tl_frozen_set(const guint32 *state) {
  return TL_ARC_LABEL(*state) == 0 ? (gint64)TL_ARC_TARGET(*state) : -1;
}

TlKnown tl_frozen_set_known(const TlFrozen *frozen, gint64 set);

#endif
