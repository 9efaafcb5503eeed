#include "bitext/align/learn.h"

#include <math.h>
#include <stdlib.h>

#define ROUNDS 4
#define SURE 0.5          /* a bead that is less sure teaches nothing */
#define TOKENS_MAX 120u   /* of a side: longer beads teach little */
#define BELIEF 2.0f       /* occurrences that a known pair counts for while words are shared out … */
#define KNOWN_BELIEF 1.0f /* … and when it is judged */
#define UNKNOWN 0.02f     /* probability that any pair begins with */
#define EMPTY 0.5f        /* what the empty word takes of each word, beside pairs of UNKNOWN */
#define DISCOUNT 0.5f     /* of a count: what a pair owes to the very place that is looked at */
#define COUNT_MIN 0.4f
#define STRENGTH_MIN 0.05f
#define NO_PAIR                                                                                                        \
  G_MAXUINT32 /* two words that can prove nothing: one of them stands nowhere else, and no more is known */

/* What one bead teaches of its words, or of its marks: each type of the one side meets each of the other. */
typedef struct Lesson {
  guint32 sources, targets; /* the first of its types of either side … */
  guint32 n, m;             /* … and how many there are */
  gsize meetings;           /* the first of n * m, by source type, then target type */
  float weight;             /* of the bead */
} Lesson;

/* A pair of words as far as it is learned. */
typedef struct Belief {
  float forward, backward; /* probability of the target for the source word, and the other way */
  float count;             /* how often the pair seems to stand in the text */
} Belief;

typedef struct Learning {
  const TlAlignText *source, *target;
  GArray *lessons;           /* Lesson */
  GArray *sources, *targets; /* guint32: types, of each lesson rising */
  gsize n_meetings;
  guint32 *meetings; /* the pair of each, or NO_PAIR */
  GArray *pairs;     /* TlAlignPair by source type; strength: what was known before */
  Belief *beliefs;   /* of each pair */
} Learning;

static gint by_number(gconstpointer a, gconstpointer b) {
  guint32 x = *(const guint32 *)a, y = *(const guint32 *)b;
  return (x > y) - (x < y);
}

/* Appends the types of a run of sentences, marks or others, each once, rising; gives how many. */
static guint gather(const TlAlignText *text, guint first, guint n, gboolean marks, GArray *out) {
  guint from = tl_align_sentence(text, first)->first,
        to = MIN(tl_align_sentence(text, first + n - 1)->end, from + TOKENS_MAX), all = 0, kept = 0;
  guint32 types[TOKENS_MAX];
  for (guint i = from; i < to; i++)
    if ((tl_align_type(text, tl_align_token(text, i))->kind == TL_ALIGN_MARK) == marks)
      types[all++] = tl_align_token(text, i);
  qsort(types, all, sizeof *types, by_number);
  for (guint i = 0; i < all; i++)
    if (kept == 0 || types[kept - 1] != types[i])
      types[kept++] = types[i];
  g_array_append_vals(out, types, kept);
  return kept;
}

static void add_lesson(Learning *l, const TlumachBead *bead, gboolean marks) {
  Lesson lesson = {.sources = l->sources->len, .targets = l->targets->len, .meetings = l->n_meetings};
  lesson.n = gather(l->source, bead->source, bead->n_source, marks, l->sources);
  lesson.m = gather(l->target, bead->target, bead->n_target, marks, l->targets);
  lesson.weight = (float)bead->score;
  l->n_meetings += (gsize)lesson.n * lesson.m;
  g_array_append_val(l->lessons, lesson);
}

/* A pair that was met so often. One that was known keeps some belief; any other must prove itself in more than one
 * place. */
static void judge(const Learning *l, const TlAlignPair *pair, float count, GArray *pairs) {
  float strength = 0, often = sqrtf((float)tl_align_type(l->source, pair->source)->sentences *
                                    (float)tl_align_type(l->target, pair->target)->sentences);
  if (pair->strength > 0)
    strength = (count + KNOWN_BELIEF * pair->strength) / (often + KNOWN_BELIEF);
  if (count - DISCOUNT > COUNT_MIN)
    strength = MAX(strength, (count - DISCOUNT) / often);
  TlAlignPair judged = {pair->source, pair->target, MIN(strength, 0.95f)};
  if (judged.strength > STRENGTH_MIN)
    g_array_append_val(pairs, judged);
}

/* Where each source type stands in lessons. */
typedef struct Rows {
  guint32 *starts; /* by type, in: */
  guint32 *lesson, *row;
} Rows;

static void rows_init(Rows *rows, const Learning *l) {
  guint types = l->source->types->len;
  rows->starts = g_new0(guint32, types + 2);
  rows->lesson = g_new(guint32, l->sources->len + 1);
  rows->row = g_new(guint32, l->sources->len + 1);
  for (guint i = 0; i < l->sources->len; i++)
    rows->starts[g_array_index(l->sources, guint32, i) + 2]++;
  for (guint t = 2; t < types + 2; t++)
    rows->starts[t] += rows->starts[t - 1];
  for (guint i = 0; i < l->lessons->len; i++) {
    const Lesson *lesson = &g_array_index(l->lessons, Lesson, i);
    for (guint r = 0; r < lesson->n; r++) {
      guint32 at = rows->starts[g_array_index(l->sources, guint32, lesson->sources + r) + 1]++;
      rows->lesson[at] = i;
      rows->row[at] = r;
    }
  }
}

static void rows_clear(Rows *rows) {
  g_free(rows->starts);
  g_free(rows->lesson);
  g_free(rows->row);
}

/* What is remembered of each target type while the pairs of one source type are numbered. */
typedef struct Met {
  guint32 by; /* source type that met it last, + 1 */
  guint32 pair;
  guint32 knower; /* source type that a pair with it was last known of, + 1 */
  float known;
  gboolean lone; /* it stands in one sentence */
} Met;

static void number_row(Learning *l, const Lesson *lesson, guint32 row, guint32 type, Met *met) {
  guint32 *meetings = l->meetings + lesson->meetings + (gsize)row * lesson->m;
  const guint32 *targets = &g_array_index(l->targets, guint32, lesson->targets);
  gboolean lone = tl_align_type(l->source, type)->sentences == 1;
  for (guint c = 0; c < lesson->m; c++) {
    Met *other = &met[targets[c]];
    gboolean known = other->knower == type + 1;
    meetings[c] = NO_PAIR;
    if (!known && (lone || other->lone))
      continue;
    if (other->by != type + 1) {
      TlAlignPair pair = {type, targets[c], known ? other->known : 0};
      other->by = type + 1;
      other->pair = l->pairs->len;
      g_array_append_val(l->pairs, pair);
    }
    meetings[c] = other->pair;
  }
}

/* Numbers the pairs that meet. Known ones that never do are judged at once: they are believed the less, the more often
 * they could have met. */
static void number_pairs(Learning *l, const TlAlignLexicon *known, GArray *pairs) {
  g_autofree Met *met = g_new0(Met, l->target->types->len + 1);
  for (guint32 type = 0; type < l->target->types->len; type++)
    met[type].lone = tl_align_type(l->target, type)->sentences == 1;
  Rows rows;
  rows_init(&rows, l);
  l->meetings = g_new(guint32, l->n_meetings + 1);
  for (guint32 type = 0; type < l->source->types->len; type++) {
    const TlAlignPair *first = &g_array_index(known->pairs, TlAlignPair, known->starts[type]),
                      *end = first + (known->starts[type + 1] - known->starts[type]);
    for (const TlAlignPair *pair = first; pair < end; pair++) {
      met[pair->target].knower = type + 1;
      met[pair->target].known = pair->strength;
    }
    for (guint32 at = rows.starts[type]; at < rows.starts[type + 1]; at++)
      number_row(l, &g_array_index(l->lessons, Lesson, rows.lesson[at]), rows.row[at], type, met);
    for (const TlAlignPair *pair = first; pair < end; pair++)
      if (met[pair->target].by != type + 1)
        judge(l, pair, 0, pairs);
  }
  rows_clear(&rows);
}

/* Shares out the words of one bead among their possible partners; both directions must want a pair. A source word
 * chooses among target words by how well they call for it. */
static void share_out(Learning *l, const Lesson *lesson) {
  float source_sum[TOKENS_MAX], target_sum[TOKENS_MAX];
  const guint32 *pair = l->meetings + lesson->meetings;
  for (guint r = 0; r < lesson->n; r++)
    source_sum[r] = EMPTY * UNKNOWN;
  for (guint c = 0; c < lesson->m; c++)
    target_sum[c] = EMPTY * UNKNOWN;
  for (guint r = 0; r < lesson->n; r++)
    for (guint c = 0; c < lesson->m; c++, pair++)
      if (*pair != NO_PAIR) {
        source_sum[r] += l->beliefs[*pair].backward;
        target_sum[c] += l->beliefs[*pair].forward;
      }
  pair = l->meetings + lesson->meetings;
  for (guint r = 0; r < lesson->n; r++)
    for (guint c = 0; c < lesson->m; c++, pair++)
      if (*pair != NO_PAIR) {
        Belief *belief = &l->beliefs[*pair];
        float both = belief->backward / source_sum[r] * (belief->forward / target_sum[c]);
        belief->count += sqrtf(both) * both / (both + 0.01f) * lesson->weight;
      }
}

static void one_round(Learning *l) {
  g_autofree float *source_sum = g_new0(float, l->source->types->len + 1),
                   *target_sum = g_new0(float, l->target->types->len + 1);
  for (guint i = 0; i < l->pairs->len; i++)
    l->beliefs[i].count = 0;
  for (guint i = 0; i < l->lessons->len; i++)
    share_out(l, &g_array_index(l->lessons, Lesson, i));
  for (guint i = 0; i < l->pairs->len; i++) {
    const TlAlignPair *pair = &g_array_index(l->pairs, TlAlignPair, i);
    float count = l->beliefs[i].count + BELIEF * pair->strength;
    source_sum[pair->source] += count;
    target_sum[pair->target] += count;
  }
  for (guint i = 0; i < l->pairs->len; i++) {
    const TlAlignPair *pair = &g_array_index(l->pairs, TlAlignPair, i);
    float count = l->beliefs[i].count + BELIEF * pair->strength;
    l->beliefs[i].forward = count / (source_sum[pair->source] + 1e-9f);
    l->beliefs[i].backward = count / (target_sum[pair->target] + 1e-9f);
  }
}

void tl_align_learn(const TlAlignText *source, const TlAlignText *target, const GArray *beads,
                    const TlAlignLexicon *known, GArray *pairs) {
  Learning l = {source,
                target,
                .lessons = g_array_new(FALSE, FALSE, sizeof(Lesson)),
                .sources = g_array_new(FALSE, FALSE, sizeof(guint32)),
                .targets = g_array_new(FALSE, FALSE, sizeof(guint32)),
                .pairs = g_array_new(FALSE, FALSE, sizeof(TlAlignPair))};
  for (guint i = 0; i < beads->len; i++) {
    const TlumachBead *bead = &g_array_index(beads, TlumachBead, i);
    if (!bead->n_source || !bead->n_target || bead->score < SURE)
      continue;
    add_lesson(&l, bead, FALSE);
    add_lesson(&l, bead, TRUE);
  }
  number_pairs(&l, known, pairs);
  l.beliefs = g_new(Belief, l.pairs->len + 1);
  for (guint i = 0; i < l.pairs->len; i++) {
    float first = UNKNOWN + g_array_index(l.pairs, TlAlignPair, i).strength;
    l.beliefs[i] = (Belief){first, first, 0};
  }
  for (int round = 0; round < ROUNDS; round++)
    one_round(&l);
  for (guint i = 0; i < l.pairs->len; i++)
    judge(&l, &g_array_index(l.pairs, TlAlignPair, i), l.beliefs[i].count, pairs);
  g_array_unref(l.lessons);
  g_array_unref(l.sources);
  g_array_unref(l.targets);
  g_array_unref(l.pairs);
  g_free(l.meetings);
  g_free(l.beliefs);
}
