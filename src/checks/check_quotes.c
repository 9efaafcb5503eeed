/* An odd number of quotes in the target. A quotation may go on over several segments, so this is no more than a hint.
 */
#include "base/position.h"
#include "checks/check.h"

#define NEIGHBOURS 4u /* segments over which a quotation may go on */

/* A segment with an odd number of quotes. */
typedef struct Odd {
  guint pair;
  TlumachSpan place;
} Odd;

static guint count(const char *text, TlumachSpan span, TlumachSpan *last) {
  guint found = 0;
  for (size_t at = span.start, n; at < span.end; at += n) {
    guint32 c;
    n = tl_utf8_next(text + at, span.end - at, &c);
    if (c != '"' && (c < 0x201C || c > 0x201E) && c != 0xAB && c != 0xBB)
      continue;
    found++;
    *last = (TlumachSpan){at, at + n};
  }
  return found;
}

static gpointer begin(TlChecker *checker) {
  (void)checker;
  return g_array_new(FALSE, FALSE, sizeof(Odd));
}

static void pair(TlChecker *checker, const TlCheckUnit *unit, gpointer state) {
  TlumachSpan place = TL_NOWHERE, unused;
  (void)checker;
  guint target = count(unit->text[TLUMACH_TARGET], unit->span[TLUMACH_TARGET], &place);
  if (target % 2 && count(unit->text[TLUMACH_SOURCE], unit->span[TLUMACH_SOURCE], &unused) % 2 == 0)
    g_array_append_val((GArray *)state, ((Odd){unit->number, place}));
}

static void end(TlChecker *checker, gpointer state) {
  g_autoptr(GArray) odd = state;
  for (guint i = 0; i < odd->len; i++) {
    const Odd *one = &g_array_index(odd, Odd, i);
    gboolean before = i > 0 && one->pair - one[-1].pair <= NEIGHBOURS,
             behind = i + 1 < odd->len && one[1].pair - one->pair <= NEIGHBOURS;
    if (!before && !behind)
      tl_found_later(checker, one->pair, TL_NOWHERE, one->place, NULL, "an odd number of quotes");
  }
}

const TlCheck tl_check_quotes = {.info = {"quotes", TLUMACH_NOTE, FALSE,
                                          "An odd number of quotes, with no neighbour that has the other one.",
                                          "«Так», — сказав він.\t“Yes, he said."},
                                 .begin = begin,
                                 .pair = pair,
                                 .end = end};
