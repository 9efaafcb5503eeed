/* The inline elements of the source and its placeholders stand in the target, too. */
#include <string.h>

#include "checks/check.h"
#include "checks/placeholders.h"

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

static void compare_elements(TlChecker *checker, const TlCheckUnit *unit) {
  const TlumachPair *pair = unit->pair;
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

/* "One file" for "%d файл" */
static gboolean may_go(const TlCheckUnit *unit, const TlPlaceholder *one) {
  size_t n = strlen(one->text);
  return (unit->pair->flags & TLUMACH_PAIR_SINGULAR) && strchr("diu}", one->text[n - 1]);
}

/* Those of `all` that have no twin left in `others`: each is one's twin. */
static void tell_lost(TlChecker *checker, const TlCheckUnit *unit, guint side, const GArray *all,
                      const GArray *others) {
  g_autofree gboolean *met = g_new0(gboolean, others->len + 1);
  for (guint i = 0; i < all->len; i++) {
    const TlPlaceholder *one = &g_array_index(all, TlPlaceholder, i);
    guint k = 0;
    while (k < others->len && (met[k] || strcmp(one->text, g_array_index(others, TlPlaceholder, k).text) != 0))
      k++;
    met[k] = TRUE;
    if (k < others->len || (side == TLUMACH_SOURCE && may_go(unit, one)))
      continue;
    tl_found(checker, unit, side ? TL_NOWHERE : one->span, side ? one->span : TL_NOWHERE, NULL,
             side ? "the placeholder “%s” is not in the source" : "the placeholder “%s” of the source is missing",
             one->text);
  }
}

static void compare_placeholders(TlChecker *checker, const TlCheckUnit *unit) {
  g_autoptr(GArray) source = tl_placeholders_new();
  g_autoptr(GArray) target = tl_placeholders_new();
  tl_placeholders(unit->text[TLUMACH_SOURCE], unit->span[TLUMACH_SOURCE], source);
  tl_placeholders(unit->text[TLUMACH_TARGET], unit->span[TLUMACH_TARGET], target);
  tell_lost(checker, unit, TLUMACH_SOURCE, source, target);
  tell_lost(checker, unit, TLUMACH_TARGET, target, source);
}

static void pair(TlChecker *checker, const TlCheckUnit *unit, gpointer state) {
  (void)state;
  if (unit->span[TLUMACH_TARGET].start == unit->span[TLUMACH_TARGET].end)
    return;
  compare_elements(checker, unit);
  compare_placeholders(checker, unit);
}

const TlCheck tl_check_tags = {
    .info = {"tags", TLUMACH_SEVERE, TRUE,
             "An inline element or placeholder of the source is missing in the target, or there is one too many.",
             "<g id=\"1\">Так</g>.\tYes."},
    .pair = pair};
