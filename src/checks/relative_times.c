#include "checks/relative_times.h"

#include <string.h>

#include "checks/calendar.h"
#include "checks/named.h"
#include "text/fold.h"

typedef enum When { NEVER = -2, BEFORE = -1, NOW, AFTER } When;
typedef enum Unit { NO_UNIT, DAY, NIGHT, WEEK, MONTH, YEAR, TIME, WEEKDAY } Unit;

/* A word that a form begins with, or is where `whole`. */
typedef struct Word {
  const char *begins;
  gboolean whole;
  Unit unit;
  When when;
} Word;

/* Words that say both. "Нині" may be "today". */
static const Word alone[2][16] = {{{"вчора", FALSE, DAY, BEFORE},
                                   {"учора", FALSE, DAY, BEFORE},
                                   {"сьогодн", FALSE, DAY, NOW},
                                   {"нині", TRUE, DAY, NOW},
                                   {"зараз", TRUE, DAY, NOW},
                                   {"наразі", TRUE, DAY, NOW},
                                   {"тепер", FALSE, DAY, NOW},
                                   {"досі", TRUE, DAY, NOW},
                                   {"завтра", FALSE, DAY, AFTER},
                                   {"торік", TRUE, YEAR, BEFORE},
                                   {"торішн", FALSE, YEAR, BEFORE},
                                   {"минулоріч", FALSE, YEAR, BEFORE},
                                   {"цьогоріч", FALSE, YEAR, NOW}},
                                  {{"yesterday", FALSE, DAY, BEFORE},
                                   {"today", FALSE, DAY, NOW},
                                   {"tonight", FALSE, DAY, NOW},
                                   {"tomorrow", FALSE, DAY, AFTER}}};

/* Words that say when, before a unit: "last week". */
static const Word whens[2][16] = {{{"минул", FALSE, NO_UNIT, BEFORE},
                                   {"попередн", FALSE, NO_UNIT, BEFORE},
                                   {"останн", FALSE, NO_UNIT, BEFORE},
                                   {"наступн", FALSE, NO_UNIT, AFTER},
                                   {"майбутн", FALSE, NO_UNIT, AFTER},
                                   {"прийдешн", FALSE, NO_UNIT, AFTER},
                                   {"поточн", FALSE, NO_UNIT, NOW},
                                   {"нинішн", FALSE, NO_UNIT, NOW},
                                   {"цей", TRUE, NO_UNIT, NOW},
                                   {"цього", TRUE, NO_UNIT, NOW},
                                   {"цьому", TRUE, NO_UNIT, NOW},
                                   {"цим", TRUE, NO_UNIT, NOW},
                                   {"ця", TRUE, NO_UNIT, NOW},
                                   {"цієї", TRUE, NO_UNIT, NOW},
                                   {"цю", TRUE, NO_UNIT, NOW},
                                   {"цій", TRUE, NO_UNIT, NOW}},
                                  {{"last", TRUE, NO_UNIT, BEFORE},
                                   {"past", TRUE, NO_UNIT, BEFORE},
                                   {"previous", TRUE, NO_UNIT, BEFORE},
                                   {"next", TRUE, NO_UNIT, AFTER},
                                   {"coming", TRUE, NO_UNIT, AFTER},
                                   {"upcoming", TRUE, NO_UNIT, AFTER},
                                   {"following", TRUE, NO_UNIT, AFTER},
                                   {"this", TRUE, NO_UNIT, NOW},
                                   {"current", TRUE, NO_UNIT, NOW}}};

static const Word units[2][16] = {{{"день", TRUE, DAY, NEVER},
                                   {"дня", TRUE, DAY, NEVER},
                                   {"дню", TRUE, DAY, NEVER},
                                   {"ніч", FALSE, NIGHT, NEVER},
                                   {"ночі", TRUE, NIGHT, NEVER},
                                   {"тиж", FALSE, WEEK, NEVER},
                                   {"місяц", FALSE, MONTH, NEVER},
                                   {"рік", TRUE, YEAR, NEVER},
                                   {"року", TRUE, YEAR, NEVER},
                                   {"році", TRUE, YEAR, NEVER},
                                   {"роком", TRUE, YEAR, NEVER},
                                   {"раз", FALSE, TIME, NEVER}},
                                  {{"day", TRUE, DAY, NEVER},
                                   {"night", TRUE, NIGHT, NEVER},
                                   {"week", TRUE, WEEK, NEVER},
                                   {"month", TRUE, MONTH, NEVER},
                                   {"year", TRUE, YEAR, NEVER},
                                   {"time", TRUE, TIME, NEVER}}};

/* A time that a side tells. */
typedef struct Told {
  Unit unit;
  When when;
  TlumachSpan span;
} Told;

static const Word *find(const Word words[16], const char *lower) {
  for (guint i = 0; i < 16 && words[i].begins; i++)
    if (words[i].whole ? strcmp(lower, words[i].begins) == 0 : g_str_has_prefix(lower, words[i].begins))
      return &words[i];
  return NULL;
}

static gboolean lower_at(const TlCheckUnit *unit, guint side, guint i, char lower[TL_WORD_MAX]) {
  if (i >= unit->n_tokens[side])
    return FALSE;
  TlumachSpan span = unit->tokens[side][i].span;
  if (!tl_lower_word(unit->text[side] + span.start, span.end - span.start, lower))
    return FALSE;
  if (side == TLUMACH_TARGET) /* last week's */
    lower[strcspn(lower, "'")] = '\0';
  return TRUE;
}

static Unit unit_at(const TlCheckUnit *unit, guint side, guint i, TlNumberLanguage language) {
  char lower[TL_WORD_MAX];
  if (!lower_at(unit, side, i, lower))
    return NO_UNIT;
  const Word *word = find(units[side], lower);
  return word ? word->unit : tl_weekday(lower, language) ? WEEKDAY : NO_UNIT;
}

/* "рік тому", "a year ago" */
static gboolean is_ago(const TlCheckUnit *unit, guint side, guint i) {
  char lower[TL_WORD_MAX];
  return lower_at(unit, side, i + 1, lower) && strcmp(lower, side == TLUMACH_SOURCE ? "тому" : "ago") == 0;
}

static void read_side(const TlCheckUnit *unit, guint side, TlNumberLanguage language, GArray *told) {
  char lower[TL_WORD_MAX];
  for (guint i = 0; i < unit->n_tokens[side]; i++) {
    if (!lower_at(unit, side, i, lower))
      continue;
    TlumachSpan span = unit->tokens[side][i].span;
    const Word *word = find(alone[side], lower), *when = find(whens[side], lower);
    Unit behind = when ? unit_at(unit, side, i + 1, language) : NO_UNIT, own = unit_at(unit, side, i, language);
    if (word)
      g_array_append_val(told, ((Told){word->unit, word->when, span}));
    else if (behind)
      g_array_append_val(told, ((Told){behind, when->when, {span.start, unit->tokens[side][i + 1].span.end}}));
    else if (own && is_ago(unit, side, i))
      g_array_append_val(told, ((Told){own, BEFORE, {span.start, unit->tokens[side][i + 1].span.end}}));
  }
}

static gboolean has(const GArray *told, Unit unit, When when) {
  for (guint i = 0; i < told->len; i++)
    if (g_array_index(told, Told, i).unit == unit && g_array_index(told, Told, i).when == when)
      return TRUE;
  return FALSE;
}

/* The first of the unit that the other side does not tell. */
static const Told *odd(const GArray *told, const GArray *others, Unit unit) {
  for (guint i = 0; i < told->len; i++) {
    const Told *one = &g_array_index(told, Told, i);
    if (one->unit == unit && !has(others, unit, one->when))
      return one;
  }
  return NULL;
}

void tl_relative_times_compare(TlChecker *checker, const TlCheckUnit *unit) {
  if (tl_number_language(checker, TLUMACH_SOURCE) != TL_NUMBERS_UKRAINIAN ||
      tl_number_language(checker, TLUMACH_TARGET) != TL_NUMBERS_ENGLISH)
    return;
  g_autoptr(GArray) from = g_array_new(FALSE, FALSE, sizeof(Told));
  g_autoptr(GArray) to = g_array_new(FALSE, FALSE, sizeof(Told));
  read_side(unit, TLUMACH_SOURCE, TL_NUMBERS_UKRAINIAN, from);
  if (from->len)
    read_side(unit, TLUMACH_TARGET, TL_NUMBERS_ENGLISH, to);
  for (Unit kind = DAY; to->len && kind <= WEEKDAY; kind++) {
    const Told *there = odd(from, to, kind), *here = odd(to, from, kind);
    if (there && here)
      tl_found(checker, unit, there->span, here->span, NULL, "“%.*s” in the source, “%.*s” here",
               (int)(there->span.end - there->span.start), unit->text[0] + there->span.start,
               (int)(here->span.end - here->span.start), unit->text[1] + here->span.start);
  }
}
