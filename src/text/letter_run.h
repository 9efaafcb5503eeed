/* Runs of letters at the start of a text, 32 bytes at a time: ASCII, and the Cyrillic letters of the alphabets in use
 * that lie together in UTF-8 (U+0400 to U+045F, D0 80 to D1 9F). Others end a run, as what is no letter does. */
#ifndef TL_TEXT_LETTER_RUN_H
#define TL_TEXT_LETTER_RUN_H

#include <glib.h>
#include <stddef.h>

#define TL_LETTER_RUN_ROOM 33u /* bytes that are there to be read */

/* A bit a byte, set where a letter begins. */
typedef struct TlLetterRun {
  guint length;                  /* bytes; no letter is cut */
  guint32 letters, latin, upper; /* all, those of ASCII, capitals */
} TlLetterRun;

#ifdef __SSE2__
#include <emmintrin.h>

/* Bits of 16 bytes, given those from the next byte on, too. Bytes are compared as signed ones: 80 to BF are -128 to
 * -65. */
static inline void tl_letter_bits(const char *text, guint at, guint32 *latin, guint32 *cyrillic, guint32 *upper) {
  __m128i a = _mm_loadu_si128((const __m128i *)(const void *)(text + at));
  __m128i b = _mm_loadu_si128((const __m128i *)(const void *)(text + at + 1));
  __m128i small = _mm_or_si128(a, _mm_set1_epi8(0x20));
  __m128i ascii =
      _mm_and_si128(_mm_cmpgt_epi8(small, _mm_set1_epi8('a' - 1)), _mm_cmplt_epi8(small, _mm_set1_epi8('z' + 1)));
  __m128i d0 = _mm_cmpeq_epi8(a, _mm_set1_epi8((char)0xD0)), d1 = _mm_cmpeq_epi8(a, _mm_set1_epi8((char)0xD1));
  __m128i below_c0 = _mm_cmplt_epi8(b, _mm_set1_epi8((char)0xC0)),
          below_a0 = _mm_cmplt_epi8(b, _mm_set1_epi8((char)0xA0));
  __m128i below_b0 = _mm_cmplt_epi8(b, _mm_set1_epi8((char)0xB0));
  __m128i two = _mm_or_si128(_mm_and_si128(d0, below_c0), _mm_and_si128(d1, below_a0));
  __m128i capital = _mm_or_si128(_mm_andnot_si128(_mm_cmpeq_epi8(small, a), ascii), _mm_and_si128(d0, below_b0));
  *latin |= (guint32)_mm_movemask_epi8(ascii) << at;
  *cyrillic |= (guint32)_mm_movemask_epi8(two) << at;
  *upper |= (guint32)_mm_movemask_epi8(capital) << at;
}

static inline TlLetterRun tl_letter_run(const char *text) {
  guint32 latin = 0, cyrillic = 0, upper = 0;
  tl_letter_bits(text, 0, &latin, &cyrillic, &upper);
  tl_letter_bits(text, 16, &latin, &cyrillic, &upper);
  guint64 taken = (guint64)latin | cyrillic | (guint64)cyrillic << 1;
  guint length = (guint)__builtin_ctzll(~taken);
  guint32 inside = length < 32 ? (1u << length) - 1 : G_MAXUINT32;
  return (TlLetterRun){length, (latin | cyrillic) & inside, latin & inside, upper & inside};
}
#else
static inline TlLetterRun tl_letter_run(const char *text) {
  (void)text;
  return (TlLetterRun){0, 0, 0, 0};
}
#endif

#endif
