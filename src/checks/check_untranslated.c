/* Nothing in the target, or the source itself, or Ukrainian. What has no words (numbers, addresses) may stand as it is,
 * and so may what is of Latin letters in the source already. */
#include <string.h>

#include "checks/check.h"
#include "terms/language_tag.h"

static guint count(const TlCheckUnit *unit, TlumachSide side, guint flags) {
  guint n = 0;
  for (guint i = 0; i < unit->n_tokens[side]; i++)
    n += (unit->tokens[side][i].flags & flags) != 0;
  return n;
}

static gboolean same(const TlCheckUnit *unit) {
  TlumachSpan a = unit->span[TLUMACH_SOURCE], b = unit->span[TLUMACH_TARGET];
  return a.end - a.start == b.end - b.start &&
         memcmp(unit->text[0] + a.start, unit->text[1] + b.start, a.end - a.start) == 0;
}

const char *tl_untranslated(const TlChecker *checker, const TlCheckUnit *unit) {
  TlumachSpan target = unit->span[TLUMACH_TARGET];
  if (unit->pair->flags & (TLUMACH_PAIR_LOCKED | TLUMACH_PAIR_UNSURE))
    return NULL;
  if (unit->span[TLUMACH_SOURCE].start == unit->span[TLUMACH_SOURCE].end)
    return "nothing in the source stands for this";
  if (target.start == target.end)
    return count(unit, TLUMACH_SOURCE, TL_TOKEN_LETTERS | TL_TOKEN_DIGITS) ? "not translated" : NULL;
  if (same(unit) && count(unit, TLUMACH_SOURCE, TL_TOKEN_CYRILLIC))
    return "the target is the source";
  gboolean cyrillic = count(unit, TLUMACH_TARGET, TL_TOKEN_CYRILLIC) > count(unit, TLUMACH_TARGET, TL_TOKEN_LATIN);
  return cyrillic && !tl_language_is_cyrillic(checker->house.target) ? "the target is in Cyrillic letters" : NULL;
}

static void pair(TlChecker *checker, const TlCheckUnit *unit, gpointer state) {
  const char *lack = tl_untranslated(checker, unit);
  (void)state;
  if (lack)
    tl_found(checker, unit, TL_NOWHERE, TL_NOWHERE, NULL, "%s", lack);
}

const TlCheck tl_check_untranslated = {.info = {"untranslated", TLUMACH_SEVERE, TRUE,
                                                "The target is empty, the same as the source, or in the source's "
                                                "script; or nothing stands for it in the source.",
                                                "Так.\tТак."},
                                       .always = TRUE,
                                       .pair = pair};
