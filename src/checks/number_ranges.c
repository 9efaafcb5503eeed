/* "10–15" is no "15–10". */
#include <string.h>

#include "base/position.h"
#include "checks/number_compare.h"

typedef struct Range {
  const TlNumber *from, *to;
} Range;

/* A dash, or "до" and "to" behind "від" and "from". */
static gboolean links(const TlCheckUnit *unit, guint side, const TlNumber *a, const TlNumber *b) {
  static const char *const dashes[] = {"-", "\xE2\x80\x93", "\xE2\x80\x94", " \xE2\x80\x93 "};
  static const char *const begins[2][6] = {{"від ", "Від ", "із ", "Із ", "з ", "З "}, {"from ", "From "}};
  const char *text = unit->text[side];
  size_t n = b->span.start > a->span.end ? b->span.start - a->span.end : 0;
  for (guint i = 0; i < G_N_ELEMENTS(dashes); i++)
    if (strlen(dashes[i]) == n && memcmp(text + a->span.end, dashes[i], n) == 0)
      return TRUE;
  const char *word = side ? " to " : " до ";
  if (strlen(word) != n || memcmp(text + a->span.end, word, n) != 0)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS(begins[0]) && begins[side][i]; i++) {
    size_t length = strlen(begins[side][i]);
    if (a->span.start - unit->span[side].start >= length &&
        memcmp(text + a->span.start - length, begins[side][i], length) == 0)
      return TRUE;
  }
  return FALSE;
}

/* 05-17 of 05-17-2024. */
static gboolean is_of_chain(const TlCheckUnit *unit, guint side, const Range *range) {
  const char *text = unit->text[side];
  size_t start = range->from->span.start, end = range->to->span.end, stop = unit->span[side].end;
  return (start >= unit->span[side].start + 2 && strchr("-./:", text[start - 1]) && g_ascii_isdigit(text[start - 2])) ||
         (end + 1 < stop && strchr("-./:", text[end]) && g_ascii_isdigit(text[end + 1]));
}

static gboolean is_plain(const TlNumber *number) {
  return number->digits && number->n > 0;
}

/* The range that begins at number `i`. */
static gboolean range_at(const TlCheckUnit *unit, guint side, const GArray *numbers, guint i, Range *range) {
  if (i + 1 >= numbers->len)
    return FALSE;
  range->from = &g_array_index(numbers, TlNumber, i);
  range->to = range->from + 1;
  return is_plain(range->from) && is_plain(range->to) && links(unit, side, range->from, range->to) &&
         !is_of_chain(unit, side, range);
}

/* A score is told from the winner's side in English. */
static gboolean is_of_sports(const TlCheckUnit *unit) {
  static const char *const words[] = {"score",  "lost",    "lose", "won",    "win",   "beat",     "defeat", "match",
                                      "game",   "draw",    "set",  "tie",    "final", "penal",    "vote",   "goal",
                                      "victor", "triumph", "cup",  "league", "team",  "half-time"};
  const char *text = unit->text[TLUMACH_TARGET] + unit->span[TLUMACH_TARGET].start;
  size_t n = unit->span[TLUMACH_TARGET].end - unit->span[TLUMACH_TARGET].start;
  for (guint i = 0; i < G_N_ELEMENTS(words); i++)
    if (memmem(text, n, words[i], strlen(words[i])))
      return TRUE;
  return FALSE;
}

/* The range of the source that the one of the target has turned round, if none is as it is there. */
static gboolean turned(const TlCheckUnit *unit, const GArray *numbers, const Range *here, Range *found) {
  gboolean turned = FALSE;
  for (guint i = 0; i < numbers->len; i++) {
    Range there;
    if (!range_at(unit, TLUMACH_SOURCE, numbers, i, &there))
      continue;
    if (tl_numbers_meet(there.from, here->from) || tl_numbers_meet(there.to, here->to))
      return FALSE;
    if (tl_numbers_equal(there.from, here->to) && tl_numbers_equal(there.to, here->from)) {
      *found = there;
      turned = TRUE;
    }
  }
  return turned;
}

void tl_ranges_compare(TlChecker *checker, const TlCheckUnit *unit, GArray *const numbers[2]) {
  for (guint i = 0; i < numbers[1]->len; i++) {
    Range here, there;
    if (!range_at(unit, TLUMACH_TARGET, numbers[1], i, &here) || !turned(unit, numbers[0], &here, &there) ||
        is_of_sports(unit))
      continue;
    TlumachSpan from = {there.from->span.start, there.to->span.end}, to = {here.from->span.start, here.to->span.end};
    tl_found(checker, unit, from, to, NULL, "“%.*s” in the source, “%.*s” here", (int)(from.end - from.start),
             unit->text[0] + from.start, (int)(to.end - to.start), unit->text[1] + to.start);
  }
}
