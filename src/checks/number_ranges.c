/* "10–15" is no "15–10". */
#include <string.h>

#include "base/position.h"
#include "checks/number_compare.h"

typedef struct Range {
  const TlNumber *from, *to;
  size_t middle, end; /* behind either number, with its minutes and "p.m." */
  gboolean clock;
} Range;

/* Behind the minutes of an hour, "-ї", "a.m.", "години", if they stand at `at`. */
static size_t behind_hour(const char *text, size_t at, size_t end) {
  static const char *const words[] = {" a.m.", " p.m.", " am", " pm",     "am",     "pm",
                                      "-ї",    "-ої",   "-а",  " години", " година"};
  if (end - at > 2 && text[at] == ':' && g_ascii_isdigit(text[at + 1]) && g_ascii_isdigit(text[at + 2]))
    at += 3;
  for (guint i = 0; i < G_N_ELEMENTS(words); i++)
    if (end - at >= strlen(words[i]) && memcmp(text + at, words[i], strlen(words[i])) == 0)
      at += strlen(words[i]);
  return at;
}

/* A dash, or "до" and "to" behind "від" and "from". */
static gboolean links(const TlCheckUnit *unit, guint side, const Range *range) {
  static const struct {
    guint side;
    const char *begins, *between;
  } words[] = {{0, "від ", " до "},
               {0, "Від ", " до "},
               {0, "із ", " до "},
               {0, "Із ", " до "},
               {0, "з ", " до "},
               {0, "З ", " до "},
               {1, "from ", " to "},
               {1, "From ", " to "},
               {0, "", "-"},
               {1, "", "-"},
               {0, "", "\xE2\x80\x93"},
               {1, "", "\xE2\x80\x93"},
               {0, "", "\xE2\x80\x94"},
               {1, "", "\xE2\x80\x94"},
               {0, "", " \xE2\x80\x93 "},
               {1, "", " \xE2\x80\x93 "},
               {1, "between ", " and "},
               {1, "Between ", " and "}};
  const char *text = unit->text[side];
  size_t before = range->from->span.start - unit->span[side].start,
         n = range->to->span.start > range->middle ? range->to->span.start - range->middle : 0;
  for (guint i = 0; i < G_N_ELEMENTS(words); i++) {
    size_t begins = strlen(words[i].begins);
    if (words[i].side == side && strlen(words[i].between) == n &&
        memcmp(text + range->middle, words[i].between, n) == 0 && before >= begins &&
        memcmp(text + range->from->span.start - begins, words[i].begins, begins) == 0)
      return TRUE;
  }
  return FALSE;
}

/* 05-17 of 05-17-2024. */
static gboolean is_of_chain(const TlCheckUnit *unit, guint side, const Range *range) {
  const char *text = unit->text[side];
  size_t start = range->from->span.start, end = range->end, stop = unit->span[side].end;
  return (start >= unit->span[side].start + 2 && strchr("-./:", text[start - 1]) && g_ascii_isdigit(text[start - 2])) ||
         (end + 1 < stop && strchr("-./:", text[end]) && g_ascii_isdigit(text[end + 1]));
}

static gboolean is_plain(const TlNumber *number) {
  return number->digits && number->n > 0;
}

/* The number at `i`; `*i` is then behind it and its minutes. */
static const TlNumber *take(const TlCheckUnit *unit, guint side, const GArray *numbers, guint *i, size_t *end) {
  const TlNumber *number = *i < numbers->len ? &g_array_index(numbers, TlNumber, *i) : NULL;
  if (!number || !is_plain(number))
    return NULL;
  *end = behind_hour(unit->text[side], number->span.end, unit->span[side].end);
  while (*i < numbers->len && g_array_index(numbers, TlNumber, *i).span.start < *end)
    ++*i;
  return number;
}

/* The range that begins at number `i`. */
static gboolean range_at(const TlCheckUnit *unit, guint side, const GArray *numbers, guint i, Range *range) {
  range->from = take(unit, side, numbers, &i, &range->middle);
  range->to = range->from ? take(unit, side, numbers, &i, &range->end) : NULL;
  if (!range->to)
    return FALSE;
  range->clock = range->middle > range->from->span.end || range->end > range->to->span.end;
  return links(unit, side, range) && !is_of_chain(unit, side, range);
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
        (!here.clock && is_of_sports(unit)))
      continue;
    TlumachSpan from = {there.from->span.start, there.end}, to = {here.from->span.start, here.end};
    tl_found(checker, unit, from, to, NULL, "“%.*s” in the source, “%.*s” here", (int)(from.end - from.start),
             unit->text[0] + from.start, (int)(to.end - to.start), unit->text[1] + to.start);
  }
}
