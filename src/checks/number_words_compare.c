/* Numerals in words: one that stands in the place of another; how many times more, or less. */
#include <string.h>

#include "checks/number_compare.h"

/* Which numerals in words are looked at: those that count; or ordinals and parts, "second" and "half" with them. */
typedef gboolean (*Choice)(const TlNumber *number);

static gboolean is_counted(const TlNumber *number) {
  return number->n > 0 && !number->weak && !number->digits;
}

static gboolean is_ordinal(const TlNumber *number) {
  return number->n > 0 && !number->digits && (number->kind & TL_NUMBER_THE);
}

static gboolean is_part(const TlNumber *number) {
  return number->n > 0 && !number->digits && (number->kind & TL_NUMBER_PART);
}

/* Of two parts the whole fraction counts: two thirds and three quarters have a three. */
static gboolean is_met(const TlNumber *number, const GArray *others) {
  for (guint i = 0; i < others->len; i++) {
    const TlNumber *other = &g_array_index(others, TlNumber, i);
    if (number->part > 0 && other->part > 0 ? number->part == other->part : tl_numbers_meet(number, other))
      return TRUE;
  }
  return FALSE;
}

static gboolean stands_before(const GArray *numbers, guint i, Choice choice) {
  const TlNumber *number = &g_array_index(numbers, TlNumber, i);
  for (guint k = 0; k < i; k++)
    if (choice(&g_array_index(numbers, TlNumber, k)) && tl_numbers_equal(&g_array_index(numbers, TlNumber, k), number))
      return TRUE;
  return FALSE;
}

/* The one numeral in words that has no counterpart; `*n`: how many different ones there are: "двосторонній", "двома".
 */
static const TlNumber *odd_word(const GArray *numbers, const GArray *others, Choice choice, guint *n) {
  const TlNumber *odd = NULL;
  guint left = 0;
  *n = 0;
  for (guint i = 0; i < numbers->len; i++) {
    const TlNumber *number = &g_array_index(numbers, TlNumber, i);
    if (!choice(number) || stands_before(numbers, i, choice))
      continue;
    ++*n;
    if (!is_met(number, others)) {
      odd = number;
      left++;
    }
  }
  return left == 1 ? odd : NULL;
}

/* As many numerals in words on either side, and one of them is another. */
void tl_number_words_compare(TlChecker *checker, const TlCheckUnit *unit, GArray *const numbers[2]) {
  static const Choice choices[] = {is_counted, is_ordinal, is_part};
  for (guint i = 0; i < G_N_ELEMENTS(choices); i++) {
    guint n[2];
    const TlNumber *from = odd_word(numbers[0], numbers[1], choices[i], &n[0]),
                   *to = odd_word(numbers[1], numbers[0], choices[i], &n[1]);
    if (!from || !to || n[0] != n[1])
      continue;
    tl_found(checker, unit, from->span, to->span, NULL, "“%.*s” in the source, “%.*s” here",
             (int)(from->span.end - from->span.start), unit->text[0] + from->span.start,
             (int)(to->span.end - to->span.start), unit->text[1] + to->span.start);
    return;
  }
}

/* The first word of the side that begins like one of these; an empty span: there is none. */
static TlumachSpan find_word(const TlCheckUnit *unit, guint side, const char *const *begins) {
  for (guint i = 0; i < unit->n_tokens[side]; i++) {
    TlumachSpan span = unit->tokens[side][i].span;
    g_autofree char *small = g_utf8_strdown(unit->text[side] + span.start, (gssize)(span.end - span.start));
    for (const char *const *word = begins; *word; word++)
      if (g_str_has_prefix(small, *word))
        return span;
  }
  return TL_NOWHERE;
}

static gboolean has_word(const TlCheckUnit *unit, guint side, const char *const *begins) {
  return find_word(unit, side, begins).end > 0;
}

static const char *const uk_times[] = {"вдвіч", "удвіч", "втрич", "утрич", "вчетвер", "учетвер", NULL};
static const char *const uk_less[] = {"менш", "зменш", "скоро", "нижч", "зниз", "зниж",  "слабш", "коротш", "дешевш",
                                      "рідш", "повіл", "впа",   "упа",  "гірш", "молод", "легш",  NULL};
static const char *const uk_more[] = {"більш", "збільш", "побільш", "зрос",  "вирос", "вищ",
                                      "підви", "довш",   "частіш",  "дорож", "швидш", NULL};
static const char *const en_many[] = {"twice", "doubl", "tripl", "thrice", "times", "twofold", "threefold", NULL};
static const char *const en_few[] = {"half",  "halv",  "third", "quarter", "few",  "less", "low",    "little",
                                     "small", "short", "slow",  "cheap",   "weak", "down", "drop",   "fell",
                                     "fall",  "decl",  "decr",  "reduc",   "cut",  "shr",  "seldom", "rare",
                                     "young", "light", "worse", "bad",     NULL};
static const char *const en_half[] = {"half", "halv", NULL};
static const char *const en_more[] = {"more", "higher", "longer", "again", "increas", "rose", "grew", NULL};

/* "Вдвічі менше" and "twice as much"; "вдвічі більше" and "half as much". */
void tl_times_compare(TlChecker *checker, const TlCheckUnit *unit) {
  TlumachSpan times = find_word(unit, TLUMACH_SOURCE, uk_times);
  gboolean less = has_word(unit, TLUMACH_SOURCE, uk_less);
  if (times.end == 0 || less == has_word(unit, TLUMACH_SOURCE, uk_more))
    return;
  TlumachSpan wrong = find_word(unit, TLUMACH_TARGET, less ? en_many : en_half);
  gboolean right = less ? has_word(unit, TLUMACH_TARGET, en_few)
                        : has_word(unit, TLUMACH_TARGET, en_many) || has_word(unit, TLUMACH_TARGET, en_more);
  if (wrong.end > 0 && !right)
    tl_found(checker, unit, times, wrong, NULL, "in the source it is so many times %s", less ? "less" : "more");
}
