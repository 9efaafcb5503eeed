/* A block goes through in stretches of 32 KiB, so that memory and ICU's limits are per stretch, however long a line is.
 */
#include "text/segment.h"

#include <unicode/utf16.h>

#include "base/position.h"
#include "text/chars.h"
#include "text/srx_program.h"

#define STRETCH 32768u
#define MARGIN 512u /* bytes of context on both sides of a stretch */

struct TlSegmenter {
  TlSrxProgram *program;
  GArray *wide;    /* UChar: the stretch with its margins */
  GArray *offsets; /* size_t: byte of the text under each unit, and the end */
  GArray *places;  /* gint32 */
};

TlSegmenter *tl_segmenter_new(const TlSrx *srx, const char *language, GError **error) {
  TlSrxProgram *program = tl_srx_program_new(srx, language, error);
  if (!program)
    return NULL;
  TlSegmenter *segmenter = g_new0(TlSegmenter, 1);
  segmenter->program = program;
  segmenter->wide = g_array_new(FALSE, FALSE, sizeof(UChar));
  segmenter->offsets = g_array_new(FALSE, FALSE, sizeof(size_t));
  segmenter->places = g_array_new(FALSE, FALSE, sizeof(gint32));
  return segmenter;
}

gboolean tl_segmenter_check(TlSegmenter *segmenter, GError **error) {
  return tl_srx_program_check(segmenter->program, error);
}

void tl_segmenter_free(TlSegmenter *segmenter) {
  if (!segmenter)
    return;
  tl_srx_program_free(segmenter->program);
  g_array_unref(segmenter->wide);
  g_array_unref(segmenter->offsets);
  g_array_unref(segmenter->places);
  g_free(segmenter);
}

static gboolean is_space(const char *text, size_t length, size_t *n) {
  guint32 c;
  *n = tl_utf8_next(text, length, &c);
  return (tl_chars_class(c) & TL_CHAR_SPACE) != 0;
}

static void widen(TlSegmenter *segmenter, const char *text, size_t from, size_t to) {
  g_array_set_size(segmenter->wide, (guint)(to - from)); /* no character has more units than bytes */
  g_array_set_size(segmenter->offsets, (guint)(to - from) + 1);
  UChar *wide = (UChar *)(void *)segmenter->wide->data;
  size_t *offsets = (size_t *)(void *)segmenter->offsets->data;
  guint used = 0;
  for (size_t at = from, n; at < to; at += n) {
    guint32 c;
    if (!(n = tl_char_plain(text + at, to - at, &c)))
      n = tl_utf8_next(text + at, to - at, &c);
    offsets[used] = at;
    wide[used++] = c < 0x10000 ? (UChar)c : U16_LEAD(c);
    if (c >= 0x10000) {
      offsets[used] = at;
      wide[used++] = U16_TRAIL(c);
    }
  }
  offsets[used] = to;
  g_array_set_size(segmenter->wide, used);
  g_array_set_size(segmenter->offsets, used + 1);
}

/* The unit under the byte `offset`. */
static gint32 unit_at(const TlSegmenter *segmenter, size_t offset) {
  guint low = 0, high = segmenter->offsets->len - 1;
  while (low < high) {
    guint middle = low + (high - low) / 2;
    if (g_array_index(segmenter->offsets, size_t, middle) < offset)
      low = middle + 1;
    else
      high = middle;
  }
  return (gint32)low;
}

/* Breaks of the bytes [from, to) of a block, appended. */
static gboolean breaks_of(TlSegmenter *segmenter, const char *text, TlumachSpan block, size_t from, size_t to,
                          gboolean why, GArray *breaks, GError **error) {
  size_t left = from - block.start > MARGIN ? tl_utf8_start(text, block.start, block.end, from - MARGIN) : block.start;
  size_t right = block.end - to > MARGIN ? tl_utf8_start(text, to, block.end, to + MARGIN) : block.end;
  TlSrxProgram *program = segmenter->program;
  widen(segmenter, text, left, right);
  g_array_set_size(segmenter->places, 0);
  tl_srx_program_text(program, (const UChar *)(const void *)segmenter->wide->data, (gint32)segmenter->wide->len);
  tl_srx_program_candidates(program, unit_at(segmenter, from), unit_at(segmenter, to), segmenter->places);
  for (guint i = 0; i < segmenter->places->len; i++) {
    gint32 place = g_array_index(segmenter->places, gint32, i);
    TlBreak found = {.offset = g_array_index(segmenter->offsets, size_t, place)};
    if (found.offset == block.start)
      continue;
    gboolean spoke = FALSE;
    if (!tl_srx_program_decide(program, place, &found.rule, error))
      return FALSE;
    found.breaks = spoke = found.rule && found.rule->breaks;
    if (why && found.rule && !spoke && !tl_srx_program_may_break(program, place, &spoke, error))
      return FALSE;
    if (spoke)
      g_array_append_val(breaks, found);
  }
  return TRUE;
}

static void add_segment(const char *text, size_t start, size_t end, guint block, GArray *segments) {
  size_t n;
  while (start < end && is_space(text + start, end - start, &n))
    start += n;
  while (end > start) {
    size_t last = tl_utf8_start(text, start, end, end - 1);
    if (!is_space(text + last, end - last, &n) || last + n != end)
      break;
    end = last;
  }
  if (start < end) {
    TlumachSegment segment = {{start, end}, block};
    g_array_append_val(segments, segment);
  }
}

gboolean tl_segmenter_span(TlSegmenter *segmenter, const char *text, TlumachSpan span, guint block, GArray *segments,
                           GArray *places, GError **error) {
  g_autoptr(GArray) breaks = g_array_new(FALSE, FALSE, sizeof(TlBreak));
  for (size_t from = span.start, to; from < span.end; from = to) {
    to = span.end - from > STRETCH ? tl_utf8_start(text, from, span.end, from + STRETCH) : span.end;
    if (!breaks_of(segmenter, text, span, from, to, places != NULL, breaks, error))
      return FALSE;
  }
  size_t start = span.start;
  for (guint i = 0; i < breaks->len; i++) {
    const TlBreak *found = &g_array_index(breaks, TlBreak, i);
    if (found->breaks) {
      add_segment(text, start, found->offset, block, segments);
      start = found->offset;
    }
  }
  add_segment(text, start, span.end, block, segments);
  if (places)
    g_array_append_vals(places, breaks->data, breaks->len);
  return TRUE;
}
