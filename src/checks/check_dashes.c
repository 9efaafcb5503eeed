/* Dashes by English house style: a hyphen between spaces, or two of them, where a dash is meant; dashes with spaces and
 * without them in one text. Newsrooms differ, so this is told when all is asked for. */
#include <string.h>

#include "base/position.h"
#include "checks/check.h"

#define EN_DASH "\xE2\x80\x93"
#define EM_DASH "\xE2\x80\x94"

/* How dashes stood first: with spaces, without. */
typedef struct Dashes {
  gboolean spaced, closed, told;
} Dashes;

static gpointer begin(TlChecker *checker) {
  (void)checker;
  return g_new0(Dashes, 1);
}

static gboolean is_space(const char *text, TlumachSpan span, size_t at) {
  return at >= span.start && at < span.end && text[at] == ' ';
}

/* " - ", "--": a dash is meant. Not at the start: there it is an item of a list, or somebody speaks. */
static size_t hyphens(TlChecker *checker, const TlCheckUnit *unit, const char *text, TlumachSpan span, size_t at) {
  size_t n = 1;
  while (at + n < span.end && text[at + n] == '-')
    n++;
  gboolean apart = is_space(text, span, at - 1) && is_space(text, span, at + n);
  if (n == 2 || (n == 1 && apart))
    tl_found(checker, unit, TL_NOWHERE, (TlumachSpan){at, at + n}, (const char *const[]){EN_DASH, EM_DASH, NULL},
             n == 1 ? "a hyphen for a dash" : "hyphens for a dash");
  return n;
}

static void one_dash(TlChecker *checker, const TlCheckUnit *unit, TlumachSpan place, Dashes *dashes) {
  const char *text = unit->text[TLUMACH_TARGET];
  TlumachSpan span = unit->span[TLUMACH_TARGET];
  gboolean before = is_space(text, span, place.start - 1), behind = is_space(text, span, place.end);
  gboolean digits = place.end < span.end && g_ascii_isdigit(text[place.end]); /* 2014–2022 */
  if (place.start == span.start || place.end == span.end || digits || before != behind)
    return;
  dashes->spaced = dashes->spaced || before;
  dashes->closed = dashes->closed || !before;
  if (!dashes->spaced || !dashes->closed || dashes->told)
    return;
  dashes->told = TRUE;
  tl_found(checker, unit, TL_NOWHERE, place, NULL,
           before ? "a dash with spaces, and before there was one without"
                  : "a dash without spaces, and before there was one with");
}

static void pair(TlChecker *checker, const TlCheckUnit *unit, gpointer state) {
  const char *text = unit->text[TLUMACH_TARGET];
  TlumachSpan span = unit->span[TLUMACH_TARGET];
  for (size_t at = span.start, n; at < span.end; at += n) {
    guint32 c;
    n = tl_utf8_next(text + at, span.end - at, &c);
    if (c == '-' && at > span.start)
      n = hyphens(checker, unit, text, span, at);
    else if (c == 0x2013 || c == 0x2014)
      one_dash(checker, unit, (TlumachSpan){at, at + n}, state);
  }
}

static void end(TlChecker *checker, gpointer state) {
  (void)checker;
  g_free(state);
}

const TlCheck tl_check_dashes = {.info = {"dashes", TLUMACH_NOTE, FALSE,
                                          "A hyphen stands for a dash, or dashes have spaces here and none there.",
                                          "Він — лікар.\tHe - a doctor."},
                                 .begin = begin,
                                 .pair = pair,
                                 .end = end};
