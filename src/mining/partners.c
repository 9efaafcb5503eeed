#include "mining/partners.h"

#include <math.h>
#include <string.h>

#include "text/fold.h"

#define GRAM_MAX 5u       /* words of a sequence */
#define UNITS_MAX 500u    /* of a candidate that are looked at */
#define FINALISTS 40u     /* sequences whose places are counted everywhere */
#define BREAK G_MAXUINT32 /* something other than white space stood between two words */

typedef struct Word {
  const char *lemma;
  gboolean stop; /* no sequence begins or ends with it */
  GArray *units; /* guint, rising */
} Word;

typedef struct Unit {
  const char *text;
  TlumachSpan span;
  guint first, n; /* of `tokens` */
} Unit;

struct TlPartners {
  const TlMineLanguage *language;
  const TlPairList *pairs;
  TlArena *arena;
  GHashTable *numbers; /* form in small letters -> number of its word, plus one */
  GHashTable *lemmas;  /* lemma -> the same */
  GArray *words;       /* Word */
  GArray *tokens;      /* guint32: words, and breaks */
  GArray *units;       /* Unit */
};

typedef struct Gram {
  guint32 words[GRAM_MAX];
  guint n;
  guint joint, last;            /* units that it shares with the candidate; the last of them */
  double rank, strength, known; /* known: known_share */
} Gram;

static void clear_word(gpointer data) {
  g_array_unref(((Word *)data)->units);
}

TlPartners *tl_partners_new(const TlMineLanguage *target, const TlPairList *pairs) {
  TlPartners *p = g_new0(TlPartners, 1);
  p->language = target;
  p->pairs = pairs;
  p->arena = tl_arena_new();
  p->numbers = g_hash_table_new(g_str_hash, g_str_equal);
  p->lemmas = g_hash_table_new(g_str_hash, g_str_equal);
  p->words = g_array_new(FALSE, FALSE, sizeof(Word));
  g_array_set_clear_func(p->words, clear_word);
  p->tokens = g_array_new(FALSE, FALSE, sizeof(guint32));
  p->units = g_array_new(FALSE, FALSE, sizeof(Unit));
  return p;
}

void tl_partners_free(TlPartners *p) {
  if (!p)
    return;
  g_hash_table_unref(p->numbers);
  g_hash_table_unref(p->lemmas);
  g_array_unref(p->words);
  g_array_unref(p->tokens);
  g_array_unref(p->units);
  tl_arena_free(p->arena);
  g_free(p);
}

/* -- the translation's words -- */

/* The shortest entry that the form may come from: agreements, agreement. */
static const char *lemma_of(TlPartners *p, const char *small) {
  TlAnalysis a;
  const char *best = small;
  tl_analyse(p->language->lexicon, p->language->lists, small, strlen(small), &a);
  for (guint i = 0; i < a.readings.n; i++) {
    const char *stem = tl_reading_stem(&a.readings, i);
    if (a.tried[i] == TL_TRIED_AS_IS && (a.irregular[i] || strlen(stem) < strlen(best)))
      best = stem;
  }
  return tl_arena_strdup(p->arena, best);
}

static guint32 number_of(TlPartners *p, const char *text, TlumachSpan span) {
  char folded[TL_WORD_MAX], small[TL_WORD_MAX];
  size_t n = tl_fold_word(text + span.start, span.end - span.start, folded);
  if (n == 0 || !tl_lower_word(folded, n, small))
    return BREAK;
  guint number = GPOINTER_TO_UINT(g_hash_table_lookup(p->numbers, small));
  if (number > 0)
    return number - 1;
  const char *lemma = lemma_of(p, small);
  number = GPOINTER_TO_UINT(g_hash_table_lookup(p->lemmas, lemma));
  if (number == 0) {
    gboolean stop = p->language->stop && (g_hash_table_contains(p->language->stop, lemma) ||
                                          g_hash_table_contains(p->language->stop, small));
    const Word word = {lemma, stop || g_utf8_strlen(small, -1) < 2, g_array_new(FALSE, FALSE, sizeof(guint))};
    g_array_append_val(p->words, word);
    number = p->words->len;
    g_hash_table_insert(p->lemmas, (gpointer)lemma, GUINT_TO_POINTER(number));
  }
  g_hash_table_insert(p->numbers, tl_arena_strdup(p->arena, small), GUINT_TO_POINTER(number));
  return number - 1;
}

static const Word *word_of(const TlPartners *p, guint32 number) {
  return &g_array_index(p->words, Word, number);
}

static void append_token(TlPartners *p, guint32 number, guint unit) {
  g_array_append_val(p->tokens, number);
  if (number == BREAK)
    return;
  GArray *units = word_of(p, number)->units;
  if (units->len == 0 || g_array_index(units, guint, units->len - 1) != unit)
    g_array_append_val(units, unit);
}

void tl_partners_add(TlPartners *p, const char *text, TlumachSpan span) {
  Unit unit = {text, span, p->tokens->len, 0};
  TlScanner scanner;
  TlToken token;
  tl_scanner_init(&scanner, text, span);
  while (tl_scanner_next(&scanner, &token)) {
    if (token.gap != TL_GAP_SPACE)
      append_token(p, BREAK, p->units->len);
    append_token(p, number_of(p, text, token.span), p->units->len);
  }
  unit.n = p->tokens->len - unit.first;
  g_array_append_val(p->units, unit);
}

/* -- sequences -- */

static guint gram_hash(gconstpointer key) {
  const Gram *gram = key;
  guint hash = gram->n;
  for (guint i = 0; i < gram->n; i++)
    hash = hash * 31 + gram->words[i];
  return hash;
}

static gboolean gram_equal(gconstpointer a, gconstpointer b) {
  const Gram *x = a, *y = b;
  return x->n == y->n && memcmp(x->words, y->words, x->n * sizeof(guint32)) == 0;
}

static void count_gram(GHashTable *grams, const guint32 *words, guint n, guint unit) {
  Gram probe = {.n = n, .last = G_MAXUINT};
  memcpy(probe.words, words, n * sizeof(guint32));
  Gram *gram = g_hash_table_lookup(grams, &probe);
  if (!gram) {
    gram = g_memdup2(&probe, sizeof probe);
    g_hash_table_add(grams, gram);
  }
  gram->joint += gram->last != unit;
  gram->last = unit;
}

static void count_unit(const TlPartners *p, GHashTable *grams, guint number) {
  const Unit *unit = &g_array_index(p->units, Unit, number);
  const guint32 *tokens = &g_array_index(p->tokens, guint32, unit->first);
  for (guint i = 0; i < unit->n; i++) {
    if (tokens[i] == BREAK || word_of(p, tokens[i])->stop)
      continue;
    for (guint n = 1; n <= GRAM_MAX && i + n <= unit->n && tokens[i + n - 1] != BREAK; n++)
      if (!word_of(p, tokens[i + n - 1])->stop)
        count_gram(grams, tokens + i, n, number);
  }
}

static gboolean stands_in(const TlPartners *p, const Gram *gram, guint number) {
  const Unit *unit = &g_array_index(p->units, Unit, number);
  const guint32 *tokens = &g_array_index(p->tokens, guint32, unit->first);
  for (guint i = 0; i + gram->n <= unit->n; i++)
    if (memcmp(tokens + i, gram->words, gram->n * sizeof(guint32)) == 0)
      return TRUE;
  return FALSE;
}

/* Units of the whole text that it stands in, looked for where its rarest word does. */
static guint count_everywhere(const TlPartners *p, const Gram *gram) {
  const GArray *rarest = word_of(p, gram->words[0])->units;
  guint n = 0;
  for (guint i = 1; i < gram->n; i++)
    if (word_of(p, gram->words[i])->units->len < rarest->len)
      rarest = word_of(p, gram->words[i])->units;
  if (gram->n == 1)
    return rarest->len;
  for (guint i = 0; i < rarest->len; i++)
    n += stands_in(p, gram, g_array_index(rarest, guint, i)) ? 1 : 0;
  return n;
}

/* -- which of them -- */

/* How many of the candidate's words have a translation in the sequence, 0…1. */
static double known_share(const TlPartners *p, const TlCandidate *candidate, const Gram *gram) {
  guint known = 0;
  for (guint i = 0; i < candidate->n && p->pairs; i++) {
    const char *const *targets = tl_pair_list_targets(p->pairs, candidate->lemmas[i]);
    gboolean met = FALSE;
    for (; targets && *targets && !met; targets++)
      for (guint k = 0; k < gram->n && !met; k++)
        met = strcmp(*targets, word_of(p, gram->words[k])->lemma) == 0;
    known += met ? 1 : 0;
  }
  return (double)known / candidate->n;
}

static gint by_joint(gconstpointer a, gconstpointer b) {
  const Gram *x = *(const Gram *const *)a, *y = *(const Gram *const *)b;
  if (x->rank != y->rank)
    return x->rank > y->rank ? -1 : 1;
  if (x->n != y->n)
    return x->n > y->n ? -1 : 1;
  return memcmp(x->words, y->words, x->n * sizeof(guint32));
}

/* Dice's coefficient over segments; sequences as long as the candidate before others, and words that the dictionary
 * has for it before unknown ones. */
static void weigh(const TlPartners *p, const TlCandidate *candidate, Gram *gram) {
  guint all = count_everywhere(p, gram);
  double length = 1 + 0.2 * fabs((double)gram->n - candidate->n);
  gram->strength = 2.0 * gram->joint / (MIN(candidate->units->len, UNITS_MAX) + all);
  gram->rank = gram->strength * (1 + gram->known) / length;
}

static gboolean have_a_word_in_common(const TlPartners *p, const Gram *a, const Gram *b) {
  for (guint i = 0; i < a->n; i++)
    for (guint k = 0; k < b->n; k++)
      if (a->words[i] == b->words[k] && !word_of(p, a->words[i])->stop)
        return TRUE;
  return FALSE;
}

/* Where it stands in a unit; FALSE: it does not. `*starts`: a sentence begins with it. */
static gboolean place_in(const TlPartners *p, const Unit *unit, const Gram *gram, TlumachSpan *span, gboolean *starts) {
  const guint32 *tokens = &g_array_index(p->tokens, guint32, unit->first);
  guint at = 0, i = 0;
  while (at + gram->n <= unit->n && memcmp(tokens + at, gram->words, gram->n * sizeof(guint32)) != 0)
    at++;
  if (at + gram->n > unit->n)
    return FALSE;
  TlScanner scanner;
  TlToken token;
  tl_scanner_init(&scanner, unit->text, unit->span);
  for (; i < at + gram->n && tl_scanner_next(&scanner, &token); i++) {
    i += token.gap != TL_GAP_SPACE;
    if (i == at) {
      span->start = token.span.start;
      *starts = token.starts;
    }
    span->end = token.span.end;
  }
  return TRUE;
}

static gboolean is_possessive(const char *text, TlumachSpan span) {
  g_autofree char *form = g_utf8_make_valid(text + span.start, (gssize)(span.end - span.start));
  return g_str_has_suffix(form, "'s") || g_str_has_suffix(form, "’s");
}

/* How far a place is from a citation: a possessive, the start of a sentence, a capital, a longer form (players). */
static gsize distance(const char *text, TlumachSpan span, gboolean starts) {
  return (is_possessive(text, span) ? 1u << 20 : 0) + (starts ? 1u << 19 : 0) +
         (g_ascii_isupper(text[span.start]) ? 1u << 18 : 0) + (span.end - span.start);
}

/* As the translation has it, from the place that is nearest to a citation. */
static const char *text_of(const TlPartners *p, const Gram *gram, const TlCandidate *candidate, TlArena *arena) {
  TlumachSpan span = {0, 0}, best = {0, 0};
  const char *text = "";
  gsize least = G_MAXSIZE;
  for (guint u = 0; u < candidate->units->len; u++) {
    const Unit *unit = &g_array_index(p->units, Unit, g_array_index(candidate->units, guint, u));
    gboolean starts = TRUE;
    gsize far = place_in(p, unit, gram, &span, &starts) ? distance(unit->text, span, starts) : G_MAXSIZE;
    if (far >= least)
      continue;
    best = span;
    least = far;
    text = unit->text;
  }
  if (is_possessive(text, best))
    best.end -= g_str_has_prefix(text + best.end - 2, "'") ? 2 : strlen("’s");
  g_autofree char *plain = g_utf8_make_valid(text + best.start, (gssize)(best.end - best.start));
  g_strdelimit(plain, "\t\r\n", ' ');
  return tl_arena_strdup(arena, plain);
}

static GPtrArray *finalists(const TlPartners *p, const TlCandidate *candidate, GHashTable *grams) {
  GPtrArray *list = g_ptr_array_new();
  GHashTableIter iter;
  gpointer key;
  g_hash_table_iter_init(&iter, grams);
  while (g_hash_table_iter_next(&iter, &key, NULL)) {
    Gram *gram = key;
    gram->known = known_share(p, candidate, gram);
    if (gram->joint < 2 && gram->known < 0.5)
      continue;
    gram->rank = gram->joint * (1 + gram->known);
    g_ptr_array_add(list, gram);
  }
  g_ptr_array_sort(list, by_joint);
  if (list->len > FINALISTS)
    g_ptr_array_set_size(list, FINALISTS);
  return list;
}

/* Of what stands in a few segments, much stands in the same ones by chance. What no dictionary vouches for must do so
 * mostly, and more often than twice or else always and be as long as the candidate; and say more than an equivalent
 * that is vouched for. `first`: NULL for the first one. */
static gboolean is_believed(const TlCandidate *candidate, const Gram *gram, const Gram *first) {
  if (gram->known > 0)
    return gram->strength >= 0.1;
  gboolean often = gram->joint > 2 ? gram->strength > 0.5 : gram->strength > 0.9 && gram->n == candidate->n;
  return often && (!first || (gram->joint > 2 && (first->known <= 0 || gram->strength > first->strength)));
}

guint tl_partners_find(TlPartners *p, const TlCandidate *candidate, TlArena *arena,
                       TlumachCandidateEquivalent found[TLUMACH_CANDIDATE_EQUIVALENTS]) {
  g_autoptr(GHashTable) grams = g_hash_table_new_full(gram_hash, gram_equal, g_free, NULL);
  const Gram *taken[TLUMACH_CANDIDATE_EQUIVALENTS];
  guint n = 0;
  for (guint i = 0; i < candidate->units->len && i < UNITS_MAX; i++)
    count_unit(p, grams, g_array_index(candidate->units, guint, i));
  g_autoptr(GPtrArray) list = finalists(p, candidate, grams);
  for (guint i = 0; i < list->len; i++)
    weigh(p, candidate, g_ptr_array_index(list, i));
  g_ptr_array_sort(list, by_joint);
  for (guint i = 0; i < list->len && n < TLUMACH_CANDIDATE_EQUIVALENTS; i++) {
    const Gram *gram = g_ptr_array_index(list, i);
    gboolean new =
        is_believed(candidate, gram, n > 0 ? taken[0] : NULL) && (n == 0 || gram->rank * 2 >= taken[0]->rank);
    for (guint k = 0; k < n && new; k++)
      new = !have_a_word_in_common(p, gram, taken[k]);
    if (!new)
      continue;
    taken[n] = gram;
    found[n++] = (TlumachCandidateEquivalent){text_of(p, gram, candidate, arena), MIN(gram->strength, 1)};
  }
  return n;
}
