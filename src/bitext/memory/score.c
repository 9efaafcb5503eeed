#include "bitext/memory/score.h"

#include <string.h>

#include "base/arena.h"
#include "base/position.h"
#include "bitext/memory/keys.h"
#include "lang/analysis.h"
#include "text/chars.h"
#include "text/fold.h"
#include "text/token.h"
#include "text/word_memo.h"

#define REMEMBERED_MAX 200000u
#define ITEMS_MAX 1000u /* of a text that are compared */

/* In hundredths of a word. */
#define WORD 100u
#define NUMBER 50u
#define MARK 15u
#define OTHER_FORM 40u
#define OTHER_CASING 10u
#define OTHER_NUMBER 25u
#define OTHER_MARK 10u

struct TlScorer {
  TlLexicon *lexicon;
  const TlWordLists *lists;
  TlWordMemo *memo; /* TlScoreWord */
  TlArena *arena;
};

TlScorer *tl_scorer_new(TlLexicon *lexicon, const TlWordLists *lists) {
  TlScorer *scorer = g_new0(TlScorer, 1);
  scorer->lexicon = lexicon;
  scorer->lists = lists;
  scorer->memo = tl_word_memo_new(REMEMBERED_MAX);
  scorer->arena = tl_arena_new();
  return scorer;
}

void tl_scorer_free(TlScorer *scorer) {
  if (!scorer)
    return;
  tl_word_memo_free(scorer->memo);
  tl_arena_free(scorer->arena);
  g_free(scorer);
}

TlScoringWords tl_scorer_words(const TlScorer *scorer) {
  return (TlScoringWords){scorer->lexicon, scorer->lists};
}

void tl_scorer_trim(TlScorer *scorer) {
  if (tl_word_memo_trim(scorer->memo))
    tl_arena_reset(scorer->arena);
}

/* -- items ----------------------------------------------------------------------------------------------------- */

static const TlScoreWord *make_word(TlScorer *scorer, const char *text, size_t length) {
  char folded[TL_WORD_MAX], small[TL_WORD_MAX];
  guint64 lemmas[TL_READINGS_MAX];
  TlScoreWord *word = tl_arena_new0(scorer->arena, TlScoreWord, 1);
  size_t n = tl_fold_word(text, length, folded), n_small = n ? tl_lower_word(folded, n, small) : 0;
  word->form = n ? tl_memory_key(folded, n) : tl_memory_key(text, length);
  word->small = n_small ? tl_memory_key(small, n_small) : word->form;
  word->key = tl_memory_word(text, length);
  if (n == 0)
    return word;
  TlAnalysis analysis;
  tl_analyse(scorer->lexicon, scorer->lists, folded, n, &analysis);
  for (guint i = 0; i < analysis.readings.n; i++) {
    const char *stem = tl_reading_stem(&analysis.readings, i);
    guint64 lemma = tl_memory_key(stem, strlen(stem));
    guint known = 0;
    while (known < word->n_lemmas && lemmas[known] != lemma)
      known++;
    if (known == word->n_lemmas)
      lemmas[word->n_lemmas++] = lemma;
  }
  word->lemmas = tl_arena_memdup(scorer->arena, lemmas, word->n_lemmas * sizeof *lemmas);
  return word;
}

static const TlScoreWord *word_of(TlScorer *scorer, const char *text, size_t length) {
  gconstpointer *place = tl_word_memo_place(scorer->memo, text, length);
  const TlScoreWord *known = *place;
  if (!known)
    *place = known = make_word(scorer, text, length);
  return known;
}

/* Quotation marks of all kinds are one, dashes too. */
static guint32 fold_mark(guint32 c) {
  if (c == 0xAB || c == 0xBB || (c >= 0x2018 && c <= 0x201F) || c == 0x2039 || c == 0x203A)
    return '"';
  return c >= 0x2010 && c <= 0x2015 ? '-' : c;
}

static void add_marks(const char *text, size_t from, size_t to, GArray *items) {
  for (size_t at = from, n; at < to && items->len < ITEMS_MAX; at += n) {
    guint32 c;
    n = tl_utf8_next(text + at, to - at, &c);
    if (!(tl_chars_class(c) & TL_CHAR_SPACE))
      g_array_append_val(items, ((TlItem){TL_ITEM_MARK, {at, at + n}, NULL, fold_mark(c)}));
  }
}

/* 12,5 and 17:30 are one number each: the gap is one of the marks that numbers have inside. */
static gboolean joins(const char *text, const GArray *items, const TlToken *token) {
  if (items->len == 0)
    return FALSE;
  const TlItem *last = &g_array_index(items, TlItem, items->len - 1);
  return last->kind == TL_ITEM_NUMBER && token->span.start == last->span.end + 1 &&
         strchr(".,:/", text[last->span.end]) && text[last->span.end] != '\0';
}

static void add_number(const char *text, const TlToken *token, GArray *items) {
  TlItem item = {TL_ITEM_NUMBER, token->span, NULL, 0};
  if (joins(text, items, token)) {
    item.span.start = g_array_index(items, TlItem, items->len - 1).span.start;
    g_array_set_size(items, items->len - 1);
  }
  item.form = tl_memory_key(text + item.span.start, item.span.end - item.span.start);
  g_array_append_val(items, item);
}

void tl_scorer_items(TlScorer *scorer, const char *text, size_t length, GArray *items) {
  TlScanner scanner;
  TlToken token;
  size_t behind = 0;
  g_array_set_size(items, 0);
  tl_scanner_init(&scanner, text, (TlumachSpan){0, length});
  while (items->len < ITEMS_MAX && tl_scanner_next(&scanner, &token)) {
    gboolean number = !(token.flags & TL_TOKEN_LETTERS);
    if (!number || !joins(text, items, &token))
      add_marks(text, behind, token.span.start, items);
    behind = token.span.end;
    if (number) {
      add_number(text, &token, items);
      continue;
    }
    TlItem item = {TL_ITEM_WORD, token.span, NULL, 0};
    item.word = word_of(scorer, text + token.span.start, token.span.end - token.span.start);
    g_array_append_val(items, item);
  }
  add_marks(text, behind, length, items);
}

/* -- costs ----------------------------------------------------------------------------------------------------- */

static inline guint weight(const TlItem *item) {
  return item->kind == TL_ITEM_WORD ? WORD : item->kind == TL_ITEM_NUMBER ? NUMBER : MARK;
}

static guint weight_of(const GArray *items) {
  guint sum = 0;
  for (guint i = 0; i < items->len; i++)
    sum += weight(&g_array_index(items, TlItem, i));
  return sum;
}

/* Sets of lemmas that meet; of two words that no dictionary has, the same stem. */
gboolean tl_items_meet(const TlItem *a, const TlItem *b) {
  const TlScoreWord *left = a->word, *right = b->word;
  if (!left || !right)
    return FALSE;
  for (guint i = 0; i < left->n_lemmas; i++)
    for (guint j = 0; j < right->n_lemmas; j++)
      if (left->lemmas[i] == right->lemmas[j])
        return TRUE;
  return left->small == right->small || (!left->n_lemmas && !right->n_lemmas && left->key && left->key == right->key);
}

static guint substitution(const TlItem *a, const TlItem *b) {
  if (a->kind != b->kind)
    return MAX(weight(a), weight(b));
  if (a->kind != TL_ITEM_WORD)
    return a->form == b->form ? 0 : a->kind == TL_ITEM_NUMBER ? OTHER_NUMBER : OTHER_MARK;
  if (a->word == b->word || a->word->form == b->word->form)
    return 0;
  if (a->word->small == b->word->small)
    return OTHER_CASING;
  return tl_items_meet(a, b) ? OTHER_FORM : WORD;
}

#define AT(items, i) (&g_array_index((items), TlItem, (i)))

guint tl_score(const GArray *text, const GArray *match, guint least) {
  guint whole = MAX(weight_of(text), weight_of(match));
  if (whole == 0)
    return 0;
  guint most = whole * (100 - MIN(least, 100)) / 100 + 1;
  guint stack[256];
  guint *row = match->len < G_N_ELEMENTS(stack) ? stack : g_new(guint, match->len + 1);
  row[0] = 0;
  for (guint j = 0; j < match->len; j++)
    row[j + 1] = row[j] + weight(AT(match, j));
  for (guint i = 0; i < text->len; i++) {
    guint diagonal = row[0], lowest = row[0] += weight(AT(text, i));
    for (guint j = 0; j < match->len; j++) {
      guint best = diagonal + substitution(AT(text, i), AT(match, j));
      best = MIN(best, MIN(row[j + 1] + weight(AT(text, i)), row[j] + weight(AT(match, j))));
      diagonal = row[j + 1];
      row[j + 1] = best;
      lowest = MIN(lowest, best);
    }
    if (lowest > most) {
      row[match->len] = whole;
      break;
    }
  }
  guint cost = MIN(row[match->len], whole);
  if (row != stack)
    g_free(row);
  return cost == 0 ? 100 : MIN(99, (whole - cost) * 100 / whole);
}

/* -- OmegaT's three -------------------------------------------------------------------------------------------- */

typedef gboolean (*SameFunc)(const TlItem *a, const TlItem *b);

static gboolean same_lemma(const TlItem *a, const TlItem *b) {
  return tl_items_meet(a, b);
}

static gboolean same_word(const TlItem *a, const TlItem *b) {
  return a->word->form == b->word->form;
}

static gboolean same_item(const TlItem *a, const TlItem *b) {
  return a->kind == b->kind && (a->word ? same_word(a, b) : a->form == b->form);
}

/* Levenshtein's distance as a share of the longer one. */
static guint percent(const GPtrArray *a, const GPtrArray *b, SameFunc same) {
  guint longer = MAX(a->len, b->len);
  g_autofree guint *row = g_new(guint, b->len + 1);
  for (guint j = 0; j <= b->len; j++)
    row[j] = j;
  for (guint i = 0; i < a->len; i++) {
    guint diagonal = row[0]++;
    for (guint j = 0; j < b->len; j++) {
      guint best = diagonal + (same(a->pdata[i], b->pdata[j]) ? 0 : 1);
      best = MIN(best, MIN(row[j + 1], row[j]) + 1);
      diagonal = row[j + 1];
      row[j + 1] = best;
    }
  }
  return longer ? 100 * (longer - row[b->len]) / longer : 100;
}

static GPtrArray *pick(const GArray *items, gboolean words) {
  GPtrArray *picked = g_ptr_array_new();
  for (guint i = 0; i < items->len; i++)
    if (!words || AT(items, i)->kind == TL_ITEM_WORD)
      g_ptr_array_add(picked, AT(items, i));
  return picked;
}

TlScores tl_scores(const GArray *text, const GArray *match) {
  g_autoptr(GPtrArray) text_words = pick(text, TRUE), match_words = pick(match, TRUE);
  g_autoptr(GPtrArray) text_all = pick(text, FALSE), match_all = pick(match, FALSE);
  return (TlScores){percent(text_words, match_words, same_lemma), percent(text_words, match_words, same_word),
                    percent(text_all, match_all, same_item)};
}

/* -- the way --------------------------------------------------------------------------------------------------- */

void tl_changes(const GArray *text, const GArray *match, GArray *changes) {
  guint n = text->len, m = match->len, wide = m + 1;
  g_autofree guint *cost = g_new0(guint, (gsize)(n + 1) * wide);
#define COST(i, j) cost[(gsize)(i)*wide + (j)]
  for (guint i = 0; i < n; i++)
    COST(i + 1, 0) = COST(i, 0) + weight(AT(text, i));
  for (guint j = 0; j < m; j++)
    COST(0, j + 1) = COST(0, j) + weight(AT(match, j));
  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < m; j++)
      COST(i + 1, j + 1) = MIN(COST(i, j) + substitution(AT(text, i), AT(match, j)),
                               MIN(COST(i, j + 1) + weight(AT(text, i)), COST(i + 1, j) + weight(AT(match, j))));
  g_array_set_size(changes, 0);
  for (guint i = n, j = m; i > 0 || j > 0;) {
    TlChange change = {NULL, NULL};
    if (i > 0 && j > 0 && COST(i, j) == COST(i - 1, j - 1) + substitution(AT(text, i - 1), AT(match, j - 1)))
      change = (TlChange){AT(match, --j), AT(text, --i)};
    else if (i > 0 && COST(i, j) == COST(i - 1, j) + weight(AT(text, i - 1)))
      change.text = AT(text, --i);
    else
      change.match = AT(match, --j);
    g_array_append_val(changes, change);
  }
#undef COST
  TlChange *all = (TlChange *)(void *)changes->data;
  for (guint i = 0; i < changes->len / 2; i++) {
    TlChange swap = all[i];
    all[i] = all[changes->len - 1 - i];
    all[changes->len - 1 - i] = swap;
  }
}
