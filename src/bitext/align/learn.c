#include "bitext/align/learn.h"

#include <math.h>
#include <stdlib.h>

#define ROUNDS 4
#define SURE 0.5         /* a bead that is less sure teaches nothing */
#define TOKENS_MAX 120u  /* of a side: longer beads teach little */
#define BELIEF 2.0       /* occurrences that a known pair counts for while words are shared out … */
#define EMPTY 0.5        /* what the empty word takes of each word, beside pairs of 1 */
#define DISCOUNT 0.75    /* of a count: what a pair owes to the very place that is looked at */
#define KNOWN_BELIEF 2.0 /* … and when it is judged */
#define COUNT_MIN 0.4

/* A pair of types in a bead. */
typedef struct Meeting {
  guint32 source, target;
  guint32 bead;
  guint32 pair; /* number */
  float weight; /* of the bead, by how often the types occur there */
} Meeting;

typedef struct Learning {
  GArray *meetings; /* Meeting, by bead */
  guint n_pairs;
  TlAlignPair *pairs;         /* by number; strength: prior */
  double *forward, *backward; /* of each pair: probability of the target for the source word, and the other way */
  double *count;
  double *source_total, *target_total;
} Learning;

static gint by_number(gconstpointer a, gconstpointer b) {
  guint32 x = *(const guint32 *)a, y = *(const guint32 *)b;
  return (x > y) - (x < y);
}

/* Types of a run of sentences, each once, rising. */
static guint gather(const TlAlignText *text, guint first, guint n, guint32 *types) {
  guint from = tl_align_sentence(text, first)->first,
        to = MIN(tl_align_sentence(text, first + n - 1)->end, from + TOKENS_MAX), kept = 0;
  for (guint i = from; i < to; i++)
    types[i - from] = tl_align_token(text, i);
  qsort(types, to - from, sizeof *types, by_number);
  for (guint i = 0; i < to - from; i++)
    if (kept == 0 || types[kept - 1] != types[i])
      types[kept++] = types[i];
  return kept;
}

static gboolean is_mark(const TlAlignText *text, guint32 type) {
  return tl_align_type(text, type)->kind == TL_ALIGN_MARK;
}

/* Marks stand for marks alone. */
static void meet(Learning *l, const TlAlignText *source, const TlAlignText *target, const TlumachBead *bead,
                 guint32 number) {
  guint32 left[TOKENS_MAX], right[TOKENS_MAX];
  guint n = gather(source, bead->source, bead->n_source, left), m = gather(target, bead->target, bead->n_target, right);
  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < m; j++) {
      if (is_mark(source, left[i]) != is_mark(target, right[j]))
        continue;
      Meeting meeting = {left[i], right[j], number, 0, (float)bead->score};
      g_array_append_val(l->meetings, meeting);
    }
}

static gint by_pair(gconstpointer a, gconstpointer b) {
  const Meeting *x = a, *y = b;
  if (x->source != y->source)
    return x->source < y->source ? -1 : 1;
  if (x->target != y->target)
    return x->target < y->target ? -1 : 1;
  return (x->bead > y->bead) - (x->bead < y->bead);
}

static gint by_bead(gconstpointer a, gconstpointer b) {
  const Meeting *x = a, *y = b;
  if (x->bead != y->bead)
    return x->bead < y->bead ? -1 : 1;
  return (x->pair > y->pair) - (x->pair < y->pair);
}

static float known_strength(const TlAlignLexicon *known, guint32 source, guint32 target) {
  guint32 from = known->starts[source], to = known->starts[source + 1];
  while (from < to) {
    guint32 middle = from + (to - from) / 2;
    const TlAlignPair *pair = &g_array_index(known->pairs, TlAlignPair, middle);
    if (pair->target == target)
      return pair->strength;
    if (pair->target < target)
      from = middle + 1;
    else
      to = middle;
  }
  return 0;
}

/* Numbers the pairs and gives each its first probabilities. */
static void number_pairs(Learning *l, const TlAlignLexicon *known) {
  g_array_sort(l->meetings, by_pair);
  l->pairs = g_new(TlAlignPair, l->meetings->len + 1);
  for (guint i = 0; i < l->meetings->len; i++) {
    Meeting *meeting = &g_array_index(l->meetings, Meeting, i);
    const TlAlignPair *last = l->n_pairs ? &l->pairs[l->n_pairs - 1] : NULL;
    if (!last || last->source != meeting->source || last->target != meeting->target)
      l->pairs[l->n_pairs++] =
          (TlAlignPair){meeting->source, meeting->target, known_strength(known, meeting->source, meeting->target)};
    meeting->pair = l->n_pairs - 1;
  }
  g_array_sort(l->meetings, by_bead);
  l->forward = g_new(double, l->n_pairs + 1);
  l->backward = g_new(double, l->n_pairs + 1);
  l->count = g_new0(double, l->n_pairs + 1);
  for (guint i = 0; i < l->n_pairs; i++)
    l->forward[i] = l->backward[i] = 0.02 + (double)l->pairs[i].strength;
}

/* Shares out the words of one bead among their possible partners; both directions must want a pair. */
static void share_out(Learning *l, guint from, guint to, double *source_sum, double *target_sum) {
  for (guint i = from; i < to; i++) {
    const Meeting *m = &g_array_index(l->meetings, Meeting, i);
    source_sum[m->source] = target_sum[m->target] = EMPTY * 0.02;
  }
  for (guint i = from; i < to; i++) {
    const Meeting *m = &g_array_index(l->meetings, Meeting, i);
    source_sum[m->source] +=
        l->backward[m->pair]; /* a source word chooses among target words, by how well they call for it */
    target_sum[m->target] += l->forward[m->pair];
  }
  for (guint i = from; i < to; i++) {
    const Meeting *m = &g_array_index(l->meetings, Meeting, i);
    double both = l->backward[m->pair] / source_sum[m->source] * (l->forward[m->pair] / target_sum[m->target]);
    l->count[m->pair] += sqrt(both) * both / (both + 0.01) * (double)m->weight;
  }
}

static void one_round(Learning *l, guint n_source, guint n_target) {
  g_autofree double *source_sum = g_new(double, n_source + 1), *target_sum = g_new(double, n_target + 1);
  for (guint i = 0; i < l->n_pairs; i++)
    l->count[i] = 0;
  for (guint from = 0, to; from < l->meetings->len; from = to) {
    guint32 bead = g_array_index(l->meetings, Meeting, from).bead;
    for (to = from; to < l->meetings->len && g_array_index(l->meetings, Meeting, to).bead == bead; to++)
      ;
    share_out(l, from, to, source_sum, target_sum);
  }
  for (guint i = 0; i < n_source; i++)
    source_sum[i] = 1e-9;
  for (guint i = 0; i < n_target; i++)
    target_sum[i] = 1e-9;
  for (guint i = 0; i < l->n_pairs; i++) {
    double count = l->count[i] + BELIEF * (double)l->pairs[i].strength;
    source_sum[l->pairs[i].source] += count;
    target_sum[l->pairs[i].target] += count;
  }
  for (guint i = 0; i < l->n_pairs; i++) {
    double count = l->count[i] + BELIEF * (double)l->pairs[i].strength;
    l->forward[i] = count / source_sum[l->pairs[i].source];
    l->backward[i] = count / target_sum[l->pairs[i].target];
  }
}

static double often(const TlAlignText *source, const TlAlignText *target, const TlAlignPair *pair) {
  return sqrt((double)tl_align_type(source, pair->source)->sentences *
              (double)tl_align_type(target, pair->target)->sentences);
}

/* A pair that was met so often. One that was known keeps some belief; any other must prove itself in more than one
 * place. */
static void judge(const TlAlignText *source, const TlAlignText *target, const TlAlignPair *pair, double count,
                  GArray *pairs) {
  double n = often(source, target, pair), strength = 0;
  if (pair->strength > 0)
    strength = (count + KNOWN_BELIEF * (double)pair->strength) / (n + KNOWN_BELIEF);
  if (count - DISCOUNT > COUNT_MIN)
    strength = MAX(strength, (count - DISCOUNT) / n);
  TlAlignPair judged = {pair->source, pair->target, (float)MIN(strength, 0.95)};
  if (judged.strength > 0.05f)
    g_array_append_val(pairs, judged);
}

/* Known pairs that never stood in one bead are believed the less, the more often they could have. */
static void weaken_unmet(const Learning *l, const TlAlignText *source, const TlAlignText *target,
                         const TlAlignLexicon *known, GArray *pairs) {
  guint met = 0;
  for (guint i = 0; i < known->pairs->len; i++) {
    const TlAlignPair *pair = &g_array_index(known->pairs, TlAlignPair, i);
    while (met < l->n_pairs && (l->pairs[met].source < pair->source ||
                                (l->pairs[met].source == pair->source && l->pairs[met].target < pair->target)))
      met++;
    if (met == l->n_pairs || l->pairs[met].source != pair->source || l->pairs[met].target != pair->target)
      judge(source, target, pair, 0, pairs);
  }
}

void tl_align_learn(const TlAlignText *source, const TlAlignText *target, const GArray *beads,
                    const TlAlignLexicon *known, GArray *pairs) {
  Learning l = {.meetings = g_array_new(FALSE, FALSE, sizeof(Meeting))};
  for (guint i = 0; i < beads->len; i++) {
    const TlumachBead *bead = &g_array_index(beads, TlumachBead, i);
    if (bead->n_source && bead->n_target && bead->score >= SURE)
      meet(&l, source, target, bead, i);
  }
  number_pairs(&l, known);
  for (int round = 0; round < ROUNDS; round++)
    one_round(&l, source->types->len, target->types->len);
  for (guint i = 0; i < l.n_pairs; i++)
    judge(source, target, &l.pairs[i], l.count[i], pairs);
  weaken_unmet(&l, source, target, known, pairs);
  g_array_unref(l.meetings);
  g_free(l.pairs);
  g_free(l.forward);
  g_free(l.backward);
  g_free(l.count);
}
