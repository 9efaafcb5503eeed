/* A walk over all forms at once: the row of edit costs (Damerau–Levenshtein, weighted) belongs to the path walked so
 * far, so what forms share is computed once, and a path whose every cost is over the bound is left (Oflazer 1996,
 * error-tolerant recognition). */
#include "lang/suggest_search.h"

#include <string.h>

#include "lang/edit_costs.h"

#define DEPTH_MAX (TL_SUGGEST_LETTERS + 8u)
#define CODES 256u
#define NAME_FOR_WORD 30u /* a name suggested for a word written small */
#define FIRST_LETTER 15u  /* the first letter is seldom wrong */

typedef struct Search {
  const TlFrozen *frozen;
  const guint32 *arcs;
  guint n, bound;
  gboolean capitalised;
  guint32 small[CODES]; /* letter of a code, in small */
  guint8 upper[CODES];
  guint16 substitute[TL_SUGGEST_LETTERS][CODES];
  guint16 insert[TL_SUGGEST_LETTERS];
  guint32 letters[TL_SUGGEST_LETTERS];
  guint16 rows[DEPTH_MAX + 1][TL_SUGGEST_LETTERS + 1];
  guint8 path[DEPTH_MAX];
  GArray *candidates;
} Search;

static void keep(Search *s, guint depth, guint cost) {
  GString *word = g_string_new(NULL);
  for (guint i = 0; i < depth; i++)
    g_string_append_unichar(word, tl_frozen_letter(s->frozen, s->path[i]));
  TlCandidate candidate = {g_string_free(word, FALSE), cost, 0};
  g_array_append_val(s->candidates, candidate);
}

/* Fills the row behind one more letter; its least cost. */
static guint step(Search *s, guint depth, guint code) {
  const guint16 *before = s->rows[depth], *earlier = depth > 0 ? s->rows[depth - 1] : NULL;
  guint16 *row = s->rows[depth + 1];
  guint32 letter = s->small[code];
  guint extra = depth == 0 && s->upper[code] && !s->capitalised ? NAME_FOR_WORD : 0;
  guint omit =
      tl_cost_omit(letter, depth > 0 ? s->small[s->path[depth - 1]] : 0) + extra + (depth == 0 ? FIRST_LETTER : 0);
  guint32 previous = depth > 0 ? s->small[s->path[depth - 1]] : 0;
  guint least = before[0] + omit;
  row[0] = (guint16)MIN(least, 0xFFFF);
  for (guint j = 1; j <= s->n; j++) {
    guint change = s->substitute[j - 1][code];
    guint cost = before[j - 1] + change + extra + (depth == 0 && j == 1 && change ? FIRST_LETTER : 0);
    cost = MIN(cost, (guint)before[j] + omit);
    cost = MIN(cost, (guint)row[j - 1] + s->insert[j - 1]);
    if (earlier && j > 1 && s->letters[j - 1] == previous && s->letters[j - 2] == letter && letter != previous)
      cost = MIN(cost, (guint)earlier[j - 2] + tl_cost_transpose());
    row[j] = (guint16)MIN(cost, 0xFFFF);
    least = MIN(least, cost);
  }
  return least;
}

static void walk(Search *s, guint32 state, guint depth) {
  for (const guint32 *arc = s->arcs + state;; arc++) {
    guint code = TL_ARC_LABEL(*arc);
    if (code == 0) {
      if (depth > 0 && s->rows[depth][s->n] <= s->bound)
        keep(s, depth, s->rows[depth][s->n]);
    } else if (depth < DEPTH_MAX) {
      guint least = step(s, depth, code);
      if (least <= s->bound) {
        s->path[depth] = (guint8)code;
        walk(s, TL_ARC_TARGET(*arc), depth + 1);
      }
    }
    if (*arc & TL_ARC_LAST)
      break;
  }
}

static void prepare(Search *s, const guint32 *letters) {
  for (guint code = 1; code < CODES; code++) {
    guint32 letter = tl_frozen_letter(s->frozen, code);
    s->small[code] = letter ? g_unichar_tolower(letter) : 0;
    s->upper[code] = s->small[code] != letter;
  }
  for (guint j = 0; j < s->n; j++) {
    s->letters[j] = letters[j];
    s->insert[j] = (guint16)(tl_cost_insert(letters[j], j > 0 ? letters[j - 1] : 0) + (j == 0 ? FIRST_LETTER : 0));
    for (guint code = 1; code < CODES; code++)
      s->substitute[j][code] = (guint16)tl_cost_substitute(letters[j], s->small[code]);
  }
  for (guint j = 0; j <= s->n; j++)
    s->rows[0][j] = (guint16)(j == 0 ? 0 : s->rows[0][j - 1] + s->insert[j - 1]);
}

void tl_suggest_search(const TlFrozen *frozen, const guint32 *letters, guint n, gboolean capitalised, guint bound,
                       GArray *candidates) {
  g_autofree Search *s = g_new0(Search, 1);
  s->frozen = frozen;
  s->arcs = tl_frozen_arcs(frozen);
  s->n = MIN(n, TL_SUGGEST_LETTERS);
  s->bound = bound;
  s->capitalised = capitalised;
  s->candidates = candidates;
  prepare(s, letters);
  walk(s, tl_frozen_root(frozen), 0);
}
