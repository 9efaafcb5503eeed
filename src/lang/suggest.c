#include "lang/suggest.h"

#include <string.h>

#include "lang/edit_costs.h"
#include "lang/one_script.h"
#include "lang/suggest_search.h"
#include "text/fold.h"

#define USUAL_WEIGHT 7   /* hundredths of an edit that being twice as usual is worth */
#define UNKNOWN_WORD 60u /* a correction that no dictionary has */
#define ENOUGH 4u        /* candidates to choose from: no need to look farther */
#define PART_BOUND 120u
#define TWO_WORDS 130u /* the cost of a space left out, and more for short words */

typedef enum Casing { SMALL, CAPITAL, ALL } Casing;

static Casing casing_of(const char *word) {
  gboolean first = g_unichar_isupper(g_utf8_get_char(word)), all = TRUE;
  guint upper = 0;
  for (const char *p = word; *p; p = g_utf8_next_char(p)) {
    gunichar c = g_utf8_get_char(p);
    all = all && !g_unichar_islower(c);
    upper += g_unichar_isupper(c) ? 1 : 0;
  }
  return all && upper > 1 ? ALL : first ? CAPITAL : SMALL;
}

static char *in_casing(const char *word, Casing casing) {
  char out[TL_WORD_MAX];
  size_t n = strlen(word);
  if (casing == ALL)
    return g_strdup(tl_upper_word(word, n, out) ? out : word);
  if (casing == CAPITAL && g_unichar_islower(g_utf8_get_char(word))) {
    int bytes = g_unichar_to_utf8(g_unichar_toupper(g_utf8_get_char(word)), out);
    return g_strdup_printf("%.*s%s", bytes, out, g_utf8_next_char(word));
  }
  return g_strdup(word);
}

static void clear_candidate(gpointer data) {
  g_free(((TlCandidate *)data)->word);
}

static void add_candidate(GArray *candidates, char *word, guint cost) {
  TlCandidate candidate = {word, cost, 0};
  g_array_append_val(candidates, candidate);
}

/* Two words that were run together: на жаль. */
static void add_splits(const TlFrozen *frozen, const char *word, GArray *candidates) {
  for (const char *p = word; *p; p = g_utf8_next_char(p)) {
    size_t left = (size_t)(p - word);
    glong a = g_utf8_strlen(word, (gssize)left), b = g_utf8_strlen(p, -1);
    if (a < 1 || b < 2 || a + b < 5 || tl_frozen_knows(frozen, word, left) != TL_KNOWN ||
        tl_frozen_knows(frozen, p, strlen(p)) != TL_KNOWN)
      continue;
    add_candidate(candidates, g_strdup_printf("%.*s %s", (int)left, word, p), TWO_WORDS + (MIN(a, b) < 3 ? 25u : 0u));
  }
}

static gboolean is_vowel(gunichar c) {
  return c && g_utf8_strchr("аеєиіїоуюя", -1, c) != NULL;
}

/* A word that no dictionary has (a name) put right by the letter of the orthography: ї after a vowel (§ 5), є after і
 * (§ 130), the soft sign of -ськ- (§ 26). */
static void add_orthography(const char *word, GArray *candidates) {
  g_autoptr(GString) out = g_string_new(NULL);
  gunichar before = 0;
  for (const char *p = word; *p; p = g_utf8_next_char(p)) {
    gunichar c = g_utf8_get_char(p);
    gunichar put = is_vowel(before) && c == U'і' ? U'ї' : before == U'і' && c == U'е' ? U'є' : c;
    g_string_append_unichar(out, put);
    if (c == U'с' && before && g_utf8_get_char(g_utf8_next_char(p)) == U'к' && g_utf8_strlen(p, -1) <= 5)
      g_string_append(out, "ь");
    before = c;
  }
  if (strcmp(out->str, word) != 0)
    add_candidate(candidates, g_strdup(out->str), UNKNOWN_WORD);
}

/* Two words, or a word and what is wrong, joined by a hyphen: the wrong part's own suggestions. */
static void add_parts(const TlFrozen *frozen, const char *word, GArray *candidates) {
  const char *hyphen = strrchr(word, '-');
  if (!hyphen || hyphen == word || !hyphen[1])
    return;
  g_autofree char *first = g_strndup(word, (gsize)(hyphen - word));
  const char *parts[2] = {first, hyphen + 1};
  for (guint wrong = 0; wrong < 2; wrong++) {
    const char *other = parts[1 - wrong];
    if (tl_frozen_knows(frozen, parts[wrong], strlen(parts[wrong])) == TL_KNOWN)
      continue;
    g_autoptr(GArray) own = g_array_new(FALSE, FALSE, sizeof(TlCandidate));
    g_array_set_clear_func(own, clear_candidate);
    guint32 letters[TL_SUGGEST_LETTERS];
    guint n = 0;
    for (const char *p = parts[wrong]; *p && n < TL_SUGGEST_LETTERS; p = g_utf8_next_char(p))
      letters[n++] = g_utf8_get_char(p);
    tl_suggest_search(frozen, letters, n, FALSE, PART_BOUND, own);
    for (guint i = 0; i < own->len; i++) {
      const TlCandidate *fix = &g_array_index(own, TlCandidate, i);
      add_candidate(candidates,
                    wrong ? g_strconcat(other, "-", fix->word, NULL) : g_strconcat(fix->word, "-", other, NULL),
                    fix->cost);
    }
  }
}

static int best_first(gconstpointer a, gconstpointer b) {
  const TlCandidate *x = a, *y = b;
  return x->score != y->score ? (x->score < y->score ? -1 : 1) : strcmp(x->word, y->word);
}

/* One bound after the other, until there is something to choose from. */
static void search(const TlFrozen *frozen, const guint32 *letters, guint n, Casing casing, GArray *candidates) {
  static const guint bounds[] = {150, 200, 290};
  for (guint i = 0; i < G_N_ELEMENTS(bounds) - (n < 5 ? 1 : 0); i++) {
    g_array_set_size(candidates, 0);
    tl_suggest_search(frozen, letters, n, casing != SMALL, bounds[i], candidates);
    if (candidates->len >= ENOUGH)
      break;
  }
}

static char **take_best(const TlFrozen *frozen, GArray *candidates, Casing casing, guint most) {
  g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
  GPtrArray *out = g_ptr_array_new();
  for (guint i = 0; i < candidates->len && out->len < most; i++) {
    const char *word = g_array_index(candidates, TlCandidate, i).word;
    if (tl_frozen_knows(frozen, word, strlen(word)) == TL_ASK)
      continue; /* the expansion is no proof of it */
    char *shown = in_casing(word, casing);
    if (g_hash_table_contains(seen, shown)) {
      g_free(shown);
      continue;
    }
    g_hash_table_add(seen, shown);
    g_ptr_array_add(out, shown);
  }
  g_ptr_array_add(out, NULL);
  return (char **)g_ptr_array_free(out, FALSE);
}

/* A word of two alphabets: what it looks like in one, when the dictionary has that. */
static void add_one_script(const TlFrozen *frozen, const char *lower, GArray *candidates) {
  if (tl_frozen_knows(frozen, lower, strlen(lower)) == TL_KNOWN)
    add_candidate(candidates, g_strdup(lower), 0);
}

char *tl_in_casing_of(const char *model, const char *word) {
  return in_casing(word, casing_of(model));
}

char **tl_suggest(const TlFrozen *frozen, const char *word, guint most, TlUsualFunc usual, gpointer user) {
  guint32 letters[TL_SUGGEST_LETTERS];
  char lower[TL_WORD_MAX], one[TL_WORD_MAX];
  guint n = 0;
  gboolean mixed = frozen && tl_one_script_word(word, strlen(word), one) > 0;
  word = mixed ? one : word;
  if (!frozen || !*word || !tl_lower_word(word, strlen(word), lower))
    return g_new0(char *, 1);
  for (const char *p = lower; *p; p = g_utf8_next_char(p)) {
    if (n == TL_SUGGEST_LETTERS)
      return g_new0(char *, 1);
    letters[n++] = g_utf8_get_char(p);
  }
  Casing casing = casing_of(word);
  g_autoptr(GArray) candidates = g_array_new(FALSE, FALSE, sizeof(TlCandidate));
  g_array_set_clear_func(candidates, clear_candidate);
  search(frozen, letters, n, casing, candidates);
  if (mixed)
    add_one_script(frozen, lower, candidates);
  add_splits(frozen, lower, candidates);
  add_parts(frozen, lower, candidates);
  add_orthography(lower, candidates);
  for (guint i = 0; i < candidates->len; i++) {
    TlCandidate *candidate = &g_array_index(candidates, TlCandidate, i);
    candidate->score = (gint)candidate->cost - (usual ? (gint)usual(candidate->word, user) * USUAL_WEIGHT : 0);
  }
  g_array_sort(candidates, best_first);
  return take_best(frozen, candidates, casing, most);
}

static int as_they_came(gconstpointer a, gconstpointer b) {
  const TlCandidate *x = a, *y = b;
  return x->score != y->score ? (x->score < y->score ? -1 : 1) : (x->cost > y->cost) - (x->cost < y->cost);
}

void tl_suggest_rank(const char *word, char **suggestions, TlUsualFunc usual, gpointer user) {
  char written[TL_WORD_MAX], meant[TL_WORD_MAX];
  g_autoptr(GArray) candidates = g_array_new(FALSE, FALSE, sizeof(TlCandidate));
  if (!tl_lower_word(word, strlen(word), written))
    return;
  for (guint i = 0; suggestions[i]; i++) { /* `cost` is the place that it had */
    TlCandidate candidate = {suggestions[i], i, G_MAXINT};
    if (tl_lower_word(suggestions[i], strlen(suggestions[i]), meant))
      candidate.score =
          (gint)tl_edit_cost(written, meant) - (usual ? (gint)usual(suggestions[i], user) * USUAL_WEIGHT : 0);
    g_array_append_val(candidates, candidate);
  }
  g_array_sort(candidates, as_they_came);
  for (guint i = 0; i < candidates->len; i++)
    suggestions[i] = g_array_index(candidates, TlCandidate, i).word;
}
