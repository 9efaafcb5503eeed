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

/* The numerals in words of one side. */
typedef struct Words {
  const TlNumber *odd; /* the one that has no counterpart; NULL: none, or several */
  TlumachSpan span;    /* of it; of an hour with its minutes */
  guint n;             /* how many different ones there are: "двосторонній", "двома" */
} Words;

static gboolean is_one_time(const TlNumber *minutes, const TlNumber *hour) {
  return minutes->clock && hour->clock;
}

/* Of an hour in words, with the minutes told with it. */
static TlumachSpan whole_span(const GArray *numbers, guint i) {
  const TlNumber *number = &g_array_index(numbers, TlNumber, i);
  gboolean behind = i > 0 && is_one_time(number - 1, number),
           before = i + 1 < numbers->len && is_one_time(number, number + 1);
  return (TlumachSpan){behind ? number[-1].span.start : number->span.start,
                       before ? number[1].span.end : number->span.end};
}

static Words look(const GArray *numbers, const GArray *others, Choice choice) {
  Words words = {NULL, TL_NOWHERE, 0};
  guint left = 0;
  for (guint i = 0; i < numbers->len; i++) {
    const TlNumber *number = &g_array_index(numbers, TlNumber, i);
    if (!choice(number) || stands_before(numbers, i, choice))
      continue;
    words.n++;
    if (is_met(number, others))
      continue;
    left += !words.odd || !is_one_time(words.odd, number);
    words.odd = number;
    words.span = whole_span(numbers, i);
  }
  if (left != 1)
    words.odd = NULL;
  return words;
}

/* "На третій день" is two days later. */
static gboolean is_day_after(const TlNumber *ordinal, const TlNumber *count) {
  return (ordinal->kind & TL_NUMBER_ORDINAL) && !(count->kind & TL_NUMBER_ORDINAL) &&
         ordinal->unit.dimension == TL_TIME && count->unit.dimension == TL_TIME &&
         tl_number_within(count, ordinal->values[0] - 1, ordinal->values[0]);
}

/* As many numerals in words on either side, and one of them is another. */
void tl_number_words_compare(TlChecker *checker, const TlCheckUnit *unit, GArray *const numbers[2]) {
  static const Choice choices[] = {is_counted, is_ordinal, is_part};
  for (guint i = 0; i < G_N_ELEMENTS(choices); i++) {
    const Words from = look(numbers[0], numbers[1], choices[i]), to = look(numbers[1], numbers[0], choices[i]);
    if (!from.odd || !to.odd || from.n != to.n || is_day_after(from.odd, to.odd) || is_day_after(to.odd, from.odd))
      continue;
    tl_found(checker, unit, from.span, to.span, NULL, "“%.*s” in the source, “%.*s” here",
             (int)(from.span.end - from.span.start), unit->text[0] + from.span.start,
             (int)(to.span.end - to.span.start), unit->text[1] + to.span.start);
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
