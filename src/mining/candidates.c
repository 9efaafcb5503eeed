/* Phrases of texts, gathered by lemma. Sentences are kept until all have been read: which words are what shows then. */
#include "mining/candidates.h"

#include <string.h>

#include "mining/rank.h"

struct TlCandidates {
  TlMineWords *words;
  TlArena *arena;
  GHashTable *all;   /* key -> TlCandidate */
  GArray *tokens;    /* TlMineToken, of all sentences */
  GArray *sentences; /* Sentence */
  GArray *known;     /* TlumachSpan, of all sentences */
  GArray *here;      /* Place, of the sentence at hand */
  guint most, n_words;
};

typedef struct Sentence {
  guint document, unit;
  guint token, n_tokens; /* the first one */
  guint known, n_known;
} Sentence;

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
  c->sentences = g_array_new(FALSE, FALSE, sizeof(Sentence));
  c->known = g_array_new(FALSE, FALSE, sizeof(TlumachSpan));
  c->here = g_array_new(FALSE, FALSE, sizeof(Place));
  c->most = most_words;
  return c;
}

void tl_candidates_free(TlCandidates *c) {
  if (!c)
    return;
  g_hash_table_unref(c->all);
  g_array_unref(c->tokens);
  g_array_unref(c->sentences);
  g_array_unref(c->known);
  g_array_unref(c->here);
  tl_mine_words_free(c->words);
  tl_arena_free(c->arena);
  g_free(c);
}

/* -- gathering -- */

typedef struct Gather {
  TlCandidates *c;
  const Sentence *sentence;
} Gather;

static const TlMineToken *token_at(const Gather *g, guint i) {
  return &g_array_index(g->c->tokens, TlMineToken, g->sentence->token + i);
}

static gboolean is_known(const Gather *g, TlumachSpan span) {
  for (guint i = 0; i < g->sentence->n_known; i++) {
    TlumachSpan known = g_array_index(g->c->known, TlumachSpan, g->sentence->known + i);
    if (known.start <= span.start && span.end <= known.end)
      return TRUE;
  }
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
    candidate->places[candidate->n_places++] = (TlumachCandidatePlace){g->sentence->document, span};
  if (candidate->units->len == 0 ||
      g_array_index(candidate->units, guint, candidate->units->len - 1) != g->sentence->unit)
    g_array_append_val(candidate->units, g->sentence->unit);
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
  const TlMineWord *before = NULL;
  Sentence kept = {document, unit, c->tokens->len, 0, c->known->len, n_hits};
  tl_scanner_init(&scanner, text, sentence);
  while (tl_scanner_next(&scanner, &token.token)) {
    token.word = tl_mine_words_count(c->words, text, &token.token, token.token.gap == TL_GAP_SPACE ? before : NULL);
    before = token.word;
    c->n_words += (token.token.flags & TL_TOKEN_LETTERS) != 0;
    g_array_append_val(c->tokens, token);
  }
  kept.n_tokens = c->tokens->len - kept.token;
  for (guint i = 0; i < n_hits; i++)
    g_array_append_val(c->known, hits[i].span);
  g_array_append_val(c->sentences, kept);
}

GPtrArray *tl_candidates_rank(TlCandidates *c, const TlumachExtractOptions *options) {
  tl_mine_words_settle(c->words);
  for (guint i = 0; i < c->sentences->len; i++) {
    Gather g = {c, &g_array_index(c->sentences, Sentence, i)};
    g_array_set_size(c->here, 0);
    tl_phrases(token_at(&g, 0), g.sentence->n_tokens, c->most, on_phrase, &g);
    note_longer(c);
  }
  return tl_rank(c->all, c->n_words, options);
}

guint tl_candidates_words(const TlCandidates *c) {
  return c->n_words;
}
