#include "bitext/memory/likely.h"

#include <stdlib.h>
#include <string.h>

#include "bitext/memory/keys.h"

#define WORDS_MAX 120u     /* of a query */
#define WEIGHT_MAX 127u    /* that is counted for all units: a counter has seven bits */
#define WALKED_MAX 300000u /* entries of lists that are walked for a query; half of its words are, however long */
#define KEPT 512u          /* likely units that the usual words are counted for … */
#define SLACK 40u          /* percent that a score may be above the share of the rare words in common */

static guint weight(guint32 word) {
  return word & TL_MEMORY_NUMBER ? 1 : 2;
}

/* Adds the weight of the word for each unit that has it. */
static void count(const TlUnitList *list, guint32 word, guint8 *shared) {
  guint8 more = (guint8)weight(word);
  for (guint block = 0; block < list->blocks->len; block++, shared += TL_BLOCK_UNITS) {
    gsize n;
    const guint16 *units = tl_unit_list_block(list, block, &n);
    for (gsize i = 0; i < n; i++)
      shared[units[i]] = (guint8)(shared[units[i]] + more);
  }
}

typedef struct Word {
  guint32 word;
  const TlUnitList *list;
  gboolean counted; /* for all units */
} Word;

/* The likely units, and from which likeness on another one is taken. */
typedef struct Choice {
  GArray *likely;
  Word words[WORDS_MAX];
  guint n, n_words;     /* of these; without numbers */
  guint whole, counted; /* weight of them, and of those that were counted */
  guint cutoff;         /* percent */
} Choice;

/* Words before numbers, rare ones first. */
static gint by_units(gconstpointer a, gconstpointer b) {
  const Word *left = a, *right = b;
  if (weight(left->word) != weight(right->word))
    return weight(left->word) > weight(right->word) ? -1 : 1;
  return left->list->n < right->list->n ? -1 : left->list->n > right->list->n;
}

static gboolean read_words(TlLists *lists, const TlMemoryQuery *query, Choice *choice, GError **error) {
  const TlUnitList *all[WORDS_MAX];
  if (!tl_lists_of(lists, query->words, choice->n, all, error))
    return FALSE;
  for (guint i = 0; i < choice->n; i++)
    choice->words[i] = (Word){query->words[i], all[i], FALSE};
  qsort(choice->words, choice->n, sizeof *choice->words, by_units);
  return TRUE;
}

/* Counts words, the rare ones first, and at least half of them; then numbers that are rare. */
static void count_rare(Choice *choice, guint8 *shared) {
  Word *words = choice->words;
  guint64 walked = 0;
  for (guint i = 0; i < choice->n && choice->counted + 2 <= WEIGHT_MAX; i++) {
    gboolean needed = choice->n_words ? i <= choice->n_words / 2 : i == 0;
    if (!needed && walked + words[i].list->n > WALKED_MAX)
      continue; /* there may be rare numbers behind it */
    walked += words[i].list->n;
    words[i].counted = TRUE;
    choice->counted += weight(words[i].word);
    count(words[i].list, words[i].word, shared);
  }
}

/* What is in common of the longer text, where a part of the query was looked at: the rest is taken to do as that part
 * does, and units to have as many numbers as the query. */
static guint8 likeness_of(const Choice *choice, guint shared, guint length) {
  guint longer = choice->whole + 2 * (MAX(choice->n_words, length) - choice->n_words);
  return (guint8)MIN(shared * choice->whole * 100 / (choice->counted * longer), 100u);
}

/* Keeps the `most` likeliest, and of those that are as good as the last of them as many again, the newer ones. */
static void cut(Choice *choice, guint most) {
  guint with[102] = {0}, cutoff = 101, above = 0, kept = choice->likely->len;
  TlLikely *all = (TlLikely *)(void *)choice->likely->data;
  for (guint i = 0; i < choice->likely->len; i++)
    with[all[i].likeness]++;
  while (cutoff > 0 && above + with[cutoff] < most)
    above += with[cutoff--];
  choice->cutoff = MAX(choice->cutoff, cutoff);
  for (guint i = choice->likely->len, equals = 0; i-- > 0;)
    if (all[i].likeness > cutoff || (all[i].likeness == cutoff && equals++ < 2 * most - above))
      all[--kept] = all[i];
  g_array_remove_range(choice->likely, 0, kept);
}

static void take(Choice *choice, guint32 unit, guint8 shared, guint8 length) {
  guint8 likeness = likeness_of(choice, shared, length);
  if (likeness < choice->cutoff)
    return;
  g_array_append_val(choice->likely, ((TlLikely){unit, shared, length, likeness}));
  if (choice->likely->len >= 4 * KEPT)
    cut(choice, KEPT);
}

/* The least weight in common that reaches the cutoff. */
static guint fewest(const Choice *choice) {
  return CLAMP((choice->cutoff * choice->counted + 99) / 100, 1u, 128u);
}

/* Eight counters at a look: most are below. A counter is at most WEIGHT_MAX, so its eighth bit is free: adding what is
 * missing from `least` to 128 sets it in those that reach it. */
static void choose_in(Choice *choice, const guint8 *shared, guint32 first, const guint8 *lengths, gsize n) {
  guint least = fewest(choice);
  guint64 ones = 0x0101010101010101u, high = ones << 7, add = ones * (128 - least);
  for (gsize i = 0; i < n; i += 8) {
    guint64 eight;
    memcpy(&eight, shared + i, 8);
    if (!((eight + add) & high))
      continue;
    for (gsize j = i; j < MIN(i + 8, n); j++)
      if (shared[j] >= least)
        take(choice, first + (guint32)j, shared[j], lengths[j]);
    if (fewest(choice) > least) {
      least = fewest(choice);
      add = ones * (128 - least);
    }
  }
}

static void choose(Choice *choice, const GPtrArray *all_lengths, const guint8 *shared) {
  for (guint block = 0; block < all_lengths->len; block++, shared += TL_BLOCK_UNITS) {
    gsize n = 0;
    GBytes *lengths = all_lengths->pdata[block];
    const guint8 *all = lengths ? g_bytes_get_data(lengths, &n) : NULL;
    choose_in(choice, shared, block << TL_BLOCK_BITS, all, MIN(n, TL_BLOCK_UNITS));
  }
}

static gint by_likeness(gconstpointer a, gconstpointer b) {
  const TlLikely *left = a, *right = b;
  if (left->likeness != right->likeness)
    return left->likeness < right->likeness ? 1 : -1;
  return left->unit < right->unit ? 1 : left->unit > right->unit ? -1 : 0; /* the newer one first */
}

/* Counts the words that were left for those that were chosen, and puts the likeliest of them in order. */
static void refine(Choice *choice) {
  cut(choice, KEPT);
  TlLikely *likely = (TlLikely *)(void *)choice->likely->data;
  for (const Word *word = choice->words; word < choice->words + choice->n; word++)
    for (guint j = 0; j < choice->likely->len && !word->counted; j++)
      likely[j].shared =
          (guint8)(likely[j].shared + (tl_unit_list_has(word->list, likely[j].unit) ? weight(word->word) : 0));
  choice->counted = choice->whole;
  for (guint j = 0; j < choice->likely->len; j++)
    likely[j].likeness = likeness_of(choice, likely[j].shared, likely[j].length);
  cut(choice, TL_MEMORY_GIVEN);
  g_array_sort(choice->likely, by_likeness);
}

gboolean tl_likely_find(TlLists *lists, const TlMemoryQuery *query, guint8 *shared, GArray *likely, GError **error) {
  guint n = MIN(query->n_words, WORDS_MAX), n_words = tl_memory_count_words(query->words, n);
  Choice choice = {.likely = likely,
                   .n = n,
                   .n_words = n_words,
                   .whole = n + n_words,
                   .cutoff = query->least > SLACK ? query->least - SLACK : 1};
  if (n == 0)
    return TRUE;
  if (!read_words(lists, query, &choice, error))
    return FALSE;
  count_rare(&choice, shared);
  choose(&choice, lists->lengths, shared);
  refine(&choice);
  return TRUE;
}
