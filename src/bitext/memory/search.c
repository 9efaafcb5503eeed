#include "bitext/memory/search.h"

#include <string.h>

#include "bitext/memory/frame.h"
#include "bitext/memory/keys.h"

#define LEAST 60u
#define MOST 5u
#define SLACK 30u /* percent that a score may be above the likeness by words: forms, casing, numbers */

static const char *const nothing[] = {NULL};

/* A match that others may still push out; `frame`: what its unit says besides. */
typedef struct Kept {
  TlumachMemoryMatch match;
  const char *frame;
} Kept;

struct TlMemorySearch {
  TlumachMemory **memories;
  guint *penalties;
  guint n, least, most;
  gboolean all;
  TlScorer *scorer;
  TlMemoryWords *words;
  GArray *keys;
  GArray *text, *unit; /* TlItem */
  GArray *kept;        /* Kept, the best first */
  GArray *matches;     /* TlumachMemoryMatch: of those that stayed */
  TlArena *arena;
};

TlMemorySearch *tl_memory_search_new(TlumachMemory *const *memories, const guint *penalties, guint n,
                                     TlLexicon *lexicon, const TlWordLists *lists,
                                     const TlumachSearchOptions *options) {
  TlMemorySearch *search = g_new0(TlMemorySearch, 1);
  search->memories = g_memdup2(memories, n * sizeof *memories);
  search->penalties = penalties ? g_memdup2(penalties, n * sizeof *penalties) : g_new0(guint, n + 1);
  search->n = n;
  search->least = options && options->least ? options->least : LEAST;
  search->most = options && options->most ? options->most : MOST;
  search->all = options && options->all;
  search->scorer = tl_scorer_new(lexicon, lists);
  search->words = tl_memory_words_new();
  search->keys = g_array_new(FALSE, FALSE, sizeof(guint32));
  search->text = g_array_new(FALSE, FALSE, sizeof(TlItem));
  search->unit = g_array_new(FALSE, FALSE, sizeof(TlItem));
  search->kept = g_array_new(FALSE, FALSE, sizeof(Kept));
  search->matches = g_array_new(FALSE, FALSE, sizeof(TlumachMemoryMatch));
  search->arena = tl_arena_new();
  return search;
}

void tl_memory_search_free(TlMemorySearch *search) {
  if (!search)
    return;
  g_free(search->memories);
  g_free(search->penalties);
  tl_scorer_free(search->scorer);
  tl_memory_words_free(search->words);
  GArray *arrays[] = {search->keys, search->text, search->unit, search->kept, search->matches};
  for (guint i = 0; i < G_N_ELEMENTS(arrays); i++)
    g_array_unref(arrays[i]);
  tl_arena_free(search->arena);
  g_free(search);
}

TlArena *tl_memory_search_arena(TlMemorySearch *search) {
  return search->arena;
}

TlScorer *tl_memory_search_scorer(TlMemorySearch *search) {
  return search->scorer;
}

guint tl_memory_search_n(const TlMemorySearch *search) {
  return search->n;
}

TlumachMemory *tl_memory_search_memory(const TlMemorySearch *search, guint i) {
  return search->memories[i];
}

typedef struct Looking {
  TlMemorySearch *search;
  const TlumachAsked *asked;
  guint64 key, before, after; /* keys */
  guint memory;               /* which one */
} Looking;

static gboolean is_full(const TlMemorySearch *search) {
  return search->kept->len >= search->most;
}

static guint lowest(const TlMemorySearch *search) {
  return is_full(search) ? g_array_index(search->kept, Kept, search->kept->len - 1).match.score + 1 : search->least;
}

static guint score_of(const Looking *looking, const TlMemoryUnit *unit, guint least) {
  TlMemorySearch *search = looking->search;
  if (unit->key == looking->key && tl_memory_key(looking->asked->text, strlen(looking->asked->text)) == unit->key) {
    guint context = (looking->before && looking->before == unit->before ? 1u : 0u) +
                    (looking->after && looking->after == unit->after ? 1u : 0u);
    return 100u + context;
  }
  tl_scorer_items(search->scorer, unit->source, strlen(unit->source), search->unit);
  return MIN(tl_score(search->text, search->unit, least), 99);
}

static Kept keep(const Looking *looking, const TlMemoryUnit *unit, guint score) {
  TlArena *arena = looking->search->arena;
  const TlumachMemoryMatch match = {.score = score,
                                    .source = tl_arena_strdup(arena, unit->source),
                                    .target = tl_arena_strdup(arena, unit->target),
                                    .source_markup = tl_arena_strdup(arena, unit->source_xml),
                                    .target_markup = tl_arena_strdup(arena, unit->target_xml),
                                    .origin = tl_arena_strdup(arena, unit->origin_name),
                                    .memory = looking->search->memories[looking->memory]->name,
                                    .stale = nothing};
  return (Kept){match, tl_arena_strdup(arena, unit->frame)};
}

/* Behind those that are as good; of two with the same texts the better one stays. */
static void insert(TlMemorySearch *search, const Looking *looking, const TlMemoryUnit *unit, guint score) {
  guint at = 0;
  for (guint i = 0; i < search->kept->len; i++) {
    const TlumachMemoryMatch *other = &g_array_index(search->kept, Kept, i).match;
    at = other->score >= score ? i + 1 : at;
    if (strcmp(other->source, unit->source) == 0 && strcmp(other->target, unit->target) == 0) {
      if (other->score >= score)
        return;
      g_array_remove_index(search->kept, i--);
    }
  }
  Kept kept = keep(looking, unit, score);
  g_array_insert_val(search->kept, at, kept);
  if (search->kept->len > search->most)
    g_array_set_size(search->kept, search->most);
}

static gboolean on_candidate(const TlMemoryUnit *unit, guint likeness, gpointer user, GError **error) {
  Looking *looking = user;
  TlMemorySearch *search = looking->search;
  guint penalty = search->penalties[looking->memory], least = lowest(search) + penalty;
  (void)error;
  if (is_full(search) && likeness + SLACK < least)
    return search->all; /* those that follow are no likelier */
  guint score = score_of(looking, unit, least);
  if (score >= least)
    insert(search, looking, unit, score - penalty);
  return TRUE;
}

static gboolean on_any(const TlMemoryUnit *unit, gpointer user, GError **error) {
  return on_candidate(unit, 100, user, error);
}

static void finish_one(TlMemorySearch *search, const char *text, const char *frame, TlumachMemoryMatch *match) {
  TlMemoryChange change = tl_memory_last_change(tl_memory_frame(frame, search->arena));
  match->author = change.author;
  match->date = change.date;
  tl_scorer_items(search->scorer, match->source, strlen(match->source), search->unit);
  TlScores scores = tl_scores(search->text, search->unit);
  match->lemmas = scores.lemmas;
  match->words = scores.words;
  match->text = scores.text;
  if (tl_memory_key(text, strlen(text)) == tl_memory_key(match->source, strlen(match->source)))
    return;
  g_autofree char *difference = tl_difference(text, search->text, match->source, search->unit);
  match->difference = tl_arena_strdup(search->arena, difference);
}

/* What is told of those that stayed. */
static void finish(TlMemorySearch *search, const char *text) {
  for (guint i = 0; i < search->kept->len; i++) {
    const Kept *kept = &g_array_index(search->kept, Kept, i);
    TlumachMemoryMatch match = kept->match;
    finish_one(search, text, kept->frame, &match);
    g_array_append_val(search->matches, match);
  }
}

static guint64 key_of(const char *text) {
  return text ? tl_memory_key(text, strlen(text)) : 0;
}

GArray *tl_memory_search(TlMemorySearch *search, const TlumachAsked *asked, GError **error) {
  size_t length = strlen(asked->text);
  tl_scorer_trim(search->scorer);
  tl_arena_reset(search->arena);
  g_array_set_size(search->kept, 0);
  g_array_set_size(search->matches, 0);
  tl_scorer_items(search->scorer, asked->text, length, search->text);
  tl_memory_words(search->words, asked->text, length, search->keys);
  Looking looking = {search, asked, key_of(asked->text), key_of(asked->before), key_of(asked->after), 0};
  const TlMemoryQuery query = {looking.key, (const guint32 *)(const void *)search->keys->data, search->keys->len,
                               search->least};
  for (guint i = 0; i < search->n && search->text->len > 0; i++) {
    const TlumachMemory *memory = search->memories[i];
    looking.memory = i;
    if (search->all ? !memory->engine->each(memory->store, TRUE, on_any, &looking, error)
                    : !tl_memory_index_likely(memory->index, &query, on_candidate, &looking, error))
      return NULL;
  }
  finish(search, asked->text);
  return search->matches;
}
