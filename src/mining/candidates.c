/* Ranked by C-value (Frantzi, Ananiadou and Mima 2000): how often it stands, less what it stands as a part of longer
 * ones, longer ones before shorter; times how much more often its words stand here than in the language at large (the
 * weirdness of Ahmad, Gillam and Tostevin 1999). */
#include "mining/candidates.h"

#include <math.h>
#include <string.h>

#include "text/fold.h"

struct TlCandidates {
  TlMineWords *words;
  TlArena *arena;
  GHashTable *all; /* key -> TlCandidate */
  GArray *tokens;  /* TlMineToken, of the sentence at hand */
  GArray *here;    /* Place, of the sentence at hand */
  guint most, n_words;
};

typedef struct Place {
  TlCandidate *candidate;
  guint first, n;
} Place;

static void candidate_free(gpointer data) {
  TlCandidate *candidate = data;
  g_clear_pointer(&candidate->longer, g_hash_table_unref);
  g_clear_pointer(&candidate->tails, g_hash_table_unref);
  g_array_unref(candidate->units);
}

TlCandidates *tl_candidates_new(const TlMineLanguage *language, guint most_words) {
  TlCandidates *c = g_new0(TlCandidates, 1);
  c->words = tl_mine_words_new(language);
  c->arena = tl_arena_new();
  c->all = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, candidate_free);
  c->tokens = g_array_new(FALSE, FALSE, sizeof(TlMineToken));
  c->here = g_array_new(FALSE, FALSE, sizeof(Place));
  c->most = most_words;
  return c;
}

void tl_candidates_free(TlCandidates *c) {
  if (!c)
    return;
  g_hash_table_unref(c->all);
  g_array_unref(c->tokens);
  g_array_unref(c->here);
  tl_mine_words_free(c->words);
  tl_arena_free(c->arena);
  g_free(c);
}

/* -- gathering -- */

typedef struct Gather {
  TlCandidates *c;
  guint document, unit;
  const TlumachHit *hits;
  guint n_hits;
} Gather;

static const TlMineToken *token_at(const Gather *g, guint i) {
  return &g_array_index(g->c->tokens, TlMineToken, i);
}

static gboolean is_known(const Gather *g, TlumachSpan span) {
  for (guint i = 0; i < g->n_hits; i++)
    if (g->hits[i].span.start <= span.start && span.end <= g->hits[i].span.end)
      return TRUE;
  return FALSE;
}

static const char *part_of(const Gather *g, const TlPhrase *phrase, guint i) {
  const TlMineWord *word = token_at(g, phrase->first + i)->word;
  return i < phrase->head || !word->noun ? word->adjective : word->noun;
}

static TlCandidate *make(const Gather *g, const TlPhrase *phrase, const char *key) {
  TlArena *arena = g->c->arena;
  TlCandidate *candidate = tl_arena_new0(arena, TlCandidate, 1);
  const char **lemmas = tl_arena_new0(arena, const char *, phrase->n);
  candidate->key = tl_arena_strdup(arena, key);
  candidate->n = phrase->n;
  candidate->head = phrase->head;
  candidate->general = TL_USUAL_MAX;
  candidate->name = TRUE;
  for (guint i = 0; i < phrase->n; i++) {
    const TlMineWord *word = token_at(g, phrase->first + i)->word;
    lemmas[i] = tl_arena_strdup(arena, part_of(g, phrase, i));
    candidate->general = MIN(candidate->general, word->usual);
    candidate->name = candidate->name && word->name;
  }
  candidate->gender = token_at(g, phrase->first + phrase->head)->word->gender;
  candidate->lemmas = lemmas;
  candidate->units = g_array_new(FALSE, FALSE, sizeof(guint));
  g_hash_table_insert(g->c->all, (gpointer)candidate->key, candidate);
  return candidate;
}

/* The words from word `from` on as they are written. */
static char *form_of(const Gather *g, const TlPhrase *phrase, guint from) {
  GString *form = g_string_new(NULL);
  for (guint i = from; i < phrase->n; i++)
    g_string_append_printf(form, "%s%s", i > from ? " " : "", token_at(g, phrase->first + i)->word->form);
  return g_string_free(form, FALSE);
}

static void count_tail(const Gather *g, const TlPhrase *phrase, TlCandidate *candidate) {
  g_autofree char *tail = form_of(g, phrase, phrase->head + 1);
  if (!*tail)
    return;
  if (!candidate->tails)
    candidate->tails = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  guint n = GPOINTER_TO_UINT(g_hash_table_lookup(candidate->tails, tail));
  g_hash_table_insert(candidate->tails, g_steal_pointer(&tail), GUINT_TO_POINTER(n + 1));
}

static void count(const Gather *g, const TlPhrase *phrase, TlumachSpan span, TlCandidate *candidate) {
  gboolean singular = phrase->morph.singular != 0;
  guint number = singular ? 0 : 1;
  TlMorph morph = phrase->morph;
  candidate->count++;
  candidate->plural += !singular;
  count_tail(g, phrase, candidate);
  if (!candidate->cited[number] && ((singular ? morph.singular : morph.plural) & TL_CASE_NOM)) {
    g_autofree char *form = form_of(g, phrase, 0);
    candidate->cited[number] = tl_arena_strdup(g->c->arena, form);
  }
  if (candidate->n_places < TLUMACH_CANDIDATE_PLACES)
    candidate->places[candidate->n_places++] = (TlumachCandidatePlace){g->document, span};
  if (candidate->units->len == 0 || g_array_index(candidate->units, guint, candidate->units->len - 1) != g->unit)
    g_array_append_val(candidate->units, g->unit);
}

static void on_phrase(const TlPhrase *phrase, gpointer user) {
  Gather *g = user;
  TlumachSpan span = {token_at(g, phrase->first)->token.span.start,
                      token_at(g, phrase->first + phrase->n - 1)->token.span.end};
  if (is_known(g, span))
    return;
  g_autoptr(GString) key = g_string_new(NULL);
  for (guint i = 0; i < phrase->n; i++)
    g_string_append_printf(key, "%s%s", i ? " " : "", part_of(g, phrase, i));
  TlCandidate *candidate = g_hash_table_lookup(g->c->all, key->str);
  if (!candidate)
    candidate = make(g, phrase, key->str);
  count(g, phrase, span, candidate);
  const Place place = {candidate, phrase->first, phrase->n};
  g_array_append_val(g->c->here, place);
}

/* Which of them stand within which. Phrases come by where they begin, so only neighbours overlap. */
static void note_longer(const TlCandidates *c) {
  const Place *places = (const Place *)(const void *)c->here->data;
  for (guint i = 0; i < c->here->len; i++)
    for (guint j = i + 1; j < c->here->len && places[j].first < places[i].first + places[i].n; j++) {
      gboolean in_i = places[j].first + places[j].n <= places[i].first + places[i].n && places[j].n < places[i].n,
               in_j = places[j].first == places[i].first && places[i].n < places[j].n;
      if (!in_i && !in_j)
        continue;
      TlCandidate *inner = in_i ? places[j].candidate : places[i].candidate,
                  *outer = in_i ? places[i].candidate : places[j].candidate;
      if (!inner->longer)
        inner->longer = g_hash_table_new(NULL, NULL);
      g_hash_table_add(inner->longer, outer);
    }
}

void tl_candidates_add(TlCandidates *c, guint document, const char *text, TlumachSpan sentence, guint unit,
                       const TlumachHit *hits, guint n_hits) {
  TlScanner scanner;
  TlMineToken token;
  g_array_set_size(c->tokens, 0);
  g_array_set_size(c->here, 0);
  tl_scanner_init(&scanner, text, sentence);
  while (tl_scanner_next(&scanner, &token.token)) {
    token.word = tl_mine_words_get(c->words, text, &token.token);
    c->n_words += (token.token.flags & TL_TOKEN_LETTERS) != 0;
    g_array_append_val(c->tokens, token);
  }
  Gather g = {c, document, unit, hits, n_hits};
  tl_phrases((const TlMineToken *)(const void *)c->tokens->data, c->tokens->len, c->most, on_phrase, &g);
  note_longer(c);
}

/* -- ranking -- */

/* How often the rarest of its words stands in the language at large, by its step: ranks halve (Zipf). */
static double general_share(guint step) {
  return step == 0 ? 1e-6 : 0.1 * exp2((double)step - TL_USUAL_MAX);
}

/* What a candidate of one word counts beside one of two: of running text the usual nouns are no terms, and longer ones
 * mostly are. Among the first fifty of four corpora, terms that our glossaries have grew from 11 % to 21 %. */
#define ONE_WORD 0.2

static double c_value(const TlCandidate *candidate) {
  double within = 0;
  guint n = candidate->longer ? g_hash_table_size(candidate->longer) : 0;
  GHashTableIter iter;
  gpointer longer;
  if (n > 0)
    g_hash_table_iter_init(&iter, candidate->longer);
  while (n > 0 && g_hash_table_iter_next(&iter, &longer, NULL))
    within += ((const TlCandidate *)longer)->count;
  return (ONE_WORD + log2(candidate->n)) * (candidate->count - (n > 0 ? within / n : 0));
}

/* A longer one that stands wherever this does says all that this says. */
static gboolean is_only_part(const TlCandidate *candidate) {
  GHashTableIter iter;
  gpointer longer;
  if (!candidate->longer)
    return FALSE;
  g_hash_table_iter_init(&iter, candidate->longer);
  while (g_hash_table_iter_next(&iter, &longer, NULL))
    if (((const TlCandidate *)longer)->count >= candidate->count)
      return TRUE;
  return FALSE;
}

static gint by_score(gconstpointer a, gconstpointer b) {
  const TlCandidate *x = *(const TlCandidate *const *)a, *y = *(const TlCandidate *const *)b;
  if (x->score != y->score)
    return x->score > y->score ? -1 : 1;
  return strcmp(x->key, y->key);
}

GPtrArray *tl_candidates_rank(TlCandidates *c, const TlumachExtractOptions *options) {
  GPtrArray *ranked = g_ptr_array_new();
  GHashTableIter iter;
  gpointer value;
  g_hash_table_iter_init(&iter, c->all);
  while (g_hash_table_iter_next(&iter, NULL, &value)) {
    TlCandidate *candidate = value;
    if (candidate->count < MAX(options->least, 1) || candidate->n < options->least_words ||
        (candidate->name && !options->names) || is_only_part(candidate))
      continue;
    double weirdness = candidate->count / (double)MAX(c->n_words, 1) / general_share(candidate->general);
    candidate->score = c_value(candidate) * log2(1 + weirdness);
    if (candidate->score > 0)
      g_ptr_array_add(ranked, candidate);
  }
  g_ptr_array_sort(ranked, by_score);
  if (options->most > 0 && ranked->len > options->most)
    g_ptr_array_set_size(ranked, (gint)options->most);
  return ranked;
}

/* -- citing -- */

/* The most usual one: внесення змін, not зміни. */
static const char *usual_tail(const TlCandidate *candidate) {
  GHashTableIter iter;
  gpointer tail, count;
  const char *best = NULL;
  guint most = 0;
  g_hash_table_iter_init(&iter, candidate->tails);
  while (g_hash_table_iter_next(&iter, &tail, &count)) {
    guint n = GPOINTER_TO_UINT(count);
    if (n > most || (n == most && strcmp(tail, best) < 0)) {
      best = tail;
      most = n;
    }
  }
  return best;
}

char *tl_candidate_text(const TlCandidate *candidate) {
  if (candidate->cited[1] && candidate->plural * 2 > candidate->count)
    return g_strdup(candidate->cited[1]);
  g_autoptr(GString) text = g_string_new(NULL);
  for (guint i = 0; i <= candidate->head; i++) {
    g_autofree char *adjective = i < candidate->head ? tl_adjective_for(candidate->lemmas[i], candidate->gender) : NULL;
    if (i < candidate->head && !adjective)
      return g_strdup(candidate->cited[0]   ? candidate->cited[0]
                      : candidate->cited[1] ? candidate->cited[1]
                                            : candidate->key);
    g_string_append_printf(text, "%s%s", i ? " " : "", adjective ? adjective : candidate->lemmas[i]);
  }
  if (candidate->tails)
    g_string_append_printf(text, " %s", usual_tail(candidate));
  return g_string_free(g_steal_pointer(&text), FALSE);
}

guint tl_candidates_words(const TlCandidates *c) {
  return c->n_words;
}
