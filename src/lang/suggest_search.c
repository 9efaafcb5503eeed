/* A walk over all forms at once: the row of edit costs (Damerau–Levenshtein, weighted) belongs to the path walked so
 * far, so what forms share is computed once, and a path whose every cost is over the bound is left (Oflazer 1996,
 * error-tolerant recognition). */
#include "lang/suggest_search.h"

#include <string.h>

#include "lang/edit_costs.h"

#define DEPTH_MAX (TL_SUGGEST_LETTERS + 8u)
#define CODES 256u
#define OVER 0x7FFFu      /* over every bound */
#define NAME_FOR_WORD 30u /* a name suggested for a word written small */
#define FIRST_LETTER 15u  /* the first letter is seldom wrong */

/* Where in a row cells are within the bound. */
typedef struct Window {
  guint first, end;
} Window;

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
  Window windows[DEPTH_MAX + 1];
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

static guint cell(const guint16 *row, Window window, guint j) {
  return j >= window.first && j < window.end ? row[j] : OVER;
}

/* Fills the row behind one more letter as far as it can be within the bound (Ukkonen 1985): that is where the rows
 * before it were, and one or two cells on. FALSE: nowhere. */
static gboolean step(Search *s, guint depth, guint code) {
  guint16 *row = s->rows[depth + 1];
  const guint16 *before = s->rows[depth], *earlier = depth > 0 ? s->rows[depth - 1] : NULL;
  Window old = s->windows[depth], older = depth > 0 ? s->windows[depth - 1] : (Window){0, 0};
  guint32 letter = s->small[code], previous = depth > 0 ? s->small[s->path[depth - 1]] : 0;
  guint extra = depth == 0 && s->upper[code] && !s->capitalised ? NAME_FOR_WORD : 0;
  guint omit = tl_cost_omit(letter, previous) + extra + (depth == 0 ? FIRST_LETTER : 0);
  guint from = earlier ? MIN(old.first, older.first + 2) : old.first, last = OVER;
  Window within = {s->n + 1, 0};
  guint j = from;
  for (; j <= s->n && (j <= old.end || (earlier && j < older.end + 2) || last <= s->bound); j++) {
    guint cost = cell(before, old, j) + omit;
    if (j > 0) {
      guint change = s->substitute[j - 1][code];
      guint changed = cell(before, old, j - 1) + change + extra + (depth == 0 && j == 1 && change ? FIRST_LETTER : 0);
      cost = MIN(cost, changed);
      cost = MIN(cost, last + s->insert[j - 1]);
    }
    if (earlier && j > 1 && s->letters[j - 1] == previous && s->letters[j - 2] == letter && letter != previous)
      cost = MIN(cost, cell(earlier, older, j - 2) + tl_cost_transpose());
    row[j] = (guint16)MIN(cost, OVER);
    last = row[j];
    if (cost <= s->bound) {
      within.first = MIN(within.first, j);
      within.end = j + 1;
    }
  }
  s->windows[depth + 1] = within;
  return within.end > 0;
}

static void walk(Search *s, guint32 state, guint depth) {
  for (const guint32 *arc = s->arcs + state;; arc++) {
    guint code = TL_ARC_LABEL(*arc);
    if (code == 0) {
      if (depth > 0 && s->windows[depth].end == s->n + 1)
        keep(s, depth, s->rows[depth][s->n]);
    } else if (depth < DEPTH_MAX) {
      if (step(s, depth, code)) {
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
    for (guint code = 1; code < CODES && s->small[code]; code++)
      s->substitute[j][code] = (guint16)tl_cost_substitute(letters[j], s->small[code]);
  }
  for (guint j = 0; j <= s->n; j++)
    s->rows[0][j] = (guint16)(j == 0 ? 0 : s->rows[0][j - 1] + s->insert[j - 1]);
  s->windows[0] = (Window){0, s->n + 1};
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
