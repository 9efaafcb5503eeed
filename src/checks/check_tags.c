/* The inline elements of the source stand in the target, too. */
#include <string.h>

#include "checks/check.h"

static guint count(const TlumachPair *pair, TlumachSide side, const char *name) {
  guint n = 0;
  for (guint i = 0; i < pair->n_tags[side]; i++)
    n += strcmp(pair->tags[side][i].name, name) == 0;
  return n;
}

static gboolean is_first(const TlumachPair *pair, TlumachSide side, guint i) {
  for (guint k = 0; k < i; k++)
    if (strcmp(pair->tags[side][k].name, pair->tags[side][i].name) == 0)
      return FALSE;
  return TRUE;
}

static void pair(TlChecker *checker, const TlCheckUnit *unit, gpointer state) {
  const TlumachPair *pair = unit->pair;
  (void)state;
  if (unit->span[TLUMACH_TARGET].start == unit->span[TLUMACH_TARGET].end)
    return;
  for (guint side = 0; side < 2; side++)
    for (guint i = 0; i < pair->n_tags[side]; i++) {
      const char *name = pair->tags[side][i].name;
      guint here = count(pair, (TlumachSide)side, name), there = count(pair, (TlumachSide)(1 - side), name);
      if (here <= there || !is_first(pair, (TlumachSide)side, i))
        continue;
      if (side == TLUMACH_SOURCE)
        tl_found(checker, unit, TL_NOWHERE, TL_NOWHERE, NULL, "the element <%s> of the source is missing", name);
      else
        tl_found(checker, unit, TL_NOWHERE, TL_NOWHERE, NULL, "the element <%s> is not in the source", name);
    }
}

const TlCheck tl_check_tags = {
    .info = {"tags", TLUMACH_SEVERE, TRUE,
             "An inline element of the source is missing in the target, or there is one too many.",
             "<g id=\"1\">Так</g>.\tYes."},
    .pair = pair};
