/* Quotes of the target that do not pair. A quotation may go on over several segments, so it is told where the source
 * has one mark more, or where two kinds of marks meet; the rest is a hint, for those who ask for all. */
#include <string.h>

#include "base/position.h"
#include "checks/check.h"

#define NEIGHBOURS 4u /* segments over which a quotation may go on */

/* A segment with an odd number of quotes. */
typedef struct Odd {
  guint pair;
  TlumachSpan place;
} Odd;

/* The marks of one side; those of quotations within others are left out. */
typedef struct Marks {
  guint opening, closing; /* “, ” */
  guint all;
  TlumachSpan last, last_straight;
} Marks;

static Marks marks_of(const char *text, TlumachSpan span) {
  Marks marks = {.last = TL_NOWHERE};
  for (size_t at = span.start, n; at < span.end; at += n) {
    guint32 c;
    n = tl_utf8_next(text + at, span.end - at, &c);
    if (c != '"' && (c < 0x201C || c > 0x201E) && c != 0xAB && c != 0xBB)
      continue;
    marks.all++;
    marks.opening += c == 0x201C;
    marks.closing += c == 0x201D;
    marks.last = (TlumachSpan){at, at + n};
    if (c == '"')
      marks.last_straight = marks.last;
  }
  return marks;
}

/* “Thank you": one of a kind lacks its twin, and a straight one stands there. */
static gboolean are_mixed(const Marks *marks) {
  guint straight = marks->all - marks->opening - marks->closing;
  return straight == 1 && marks->last_straight.end && marks->opening != marks->closing;
}

static size_t apostrophe_at(const char *text, size_t at, size_t end) {
  static const char *const forms[] = {"'", "\xE2\x80\x99"};
  for (guint i = 0; i < G_N_ELEMENTS(forms); i++)
    if (at + strlen(forms[i]) <= end && memcmp(text + at, forms[i], strlen(forms[i])) == 0)
      return strlen(forms[i]);
  return 0;
}

/* A single mark that closes and is no apostrophe: "Thank you', he said. Of the boys' nobody knows; and where a single
 * one opens it is that one's. */
static gboolean single_closes(const char *text, TlumachSpan span, TlumachSpan *place) {
  for (size_t at = span.start + 1; at < span.end; at++) {
    size_t n = apostrophe_at(text, at, span.end);
    char before = text[at - 1], behind = at + n < span.end ? text[at + n] : ' ';
    if (!n)
      continue;
    if (before == ' ')
      return FALSE;
    if ((strchr(".,?!", before) && g_ascii_isspace(behind)) ||
        (g_ascii_isalpha(before) && before != 's' && strchr(".,?!", behind))) {
      *place = (TlumachSpan){at, at + n};
      return TRUE;
    }
  }
  return FALSE;
}

static gpointer begin(TlChecker *checker) {
  (void)checker;
  return g_array_new(FALSE, FALSE, sizeof(Odd));
}

static void pair(TlChecker *checker, const TlCheckUnit *unit, gpointer state) {
  Marks source = marks_of(unit->text[TLUMACH_SOURCE], unit->span[TLUMACH_SOURCE]);
  Marks target = marks_of(unit->text[TLUMACH_TARGET], unit->span[TLUMACH_TARGET]);
  TlumachSpan place = target.last_straight;
  if (are_mixed(&target) || (target.all % 2 && single_closes(unit->text[1], unit->span[1], &place)))
    tl_found(checker, unit, TL_NOWHERE, place, NULL, "quotes of two kinds that do not pair");
  else if (target.all % 2 && source.all == target.all + 1)
    tl_found(checker, unit, TL_NOWHERE, target.last, NULL, "a quote is missing, which the source has");
  else if (target.all % 2 && source.all % 2 == 0)
    g_array_append_val((GArray *)state, ((Odd){unit->number, target.last}));
}

static void end(TlChecker *checker, gpointer state) {
  g_autoptr(GArray) odd = state;
  for (guint i = 0; checker->house.strict && i < odd->len; i++) {
    const Odd *one = &g_array_index(odd, Odd, i);
    gboolean before = i > 0 && one->pair - one[-1].pair <= NEIGHBOURS,
             behind = i + 1 < odd->len && one[1].pair - one->pair <= NEIGHBOURS;
    if (!before && !behind)
      tl_found_later(checker, one->pair, TL_NOWHERE, one->place, NULL, "an odd number of quotes");
  }
}

const TlCheck tl_check_quotes = {.info = {"quotes", TLUMACH_WARNING, TRUE,
                                          "Quotes do not pair, and the source has one more, or two kinds meet.",
                                          "«Так», — сказав він.\t“Yes, he said."},
                                 .begin = begin,
                                 .pair = pair,
                                 .end = end};
