#include "bitext/align/length.h"

#include <math.h>

/* What lengths can say against a bead is limited: translators leave out and add. */
#define SURPRISE 0.02
/* Before anything is learned; close to what pairs of European languages have. */
#define SPREAD 0.03
#define NOISE 1.2
/* Sentences that a ratio of one counts for: in a short text, the lengths of all together tell what was left out. */
#define DOUBT 10.0
/* Beads that the first values count for while one learns. */
#define BELIEF 30.0

static double total_length(const TlAlignText *text) {
  double sum = 0;
  for (guint i = 0; i < text->sentences->len; i++)
    sum += tl_align_sentence(text, i)->length;
  return MAX(sum, 1);
}

static void measure(TlAlignLength *length, const TlAlignText *target, guint sentences) {
  double sum = 0, squares = 0;
  guint n = 0;
  for (guint i = 0; i + sentences <= target->sentences->len; i++, n++) {
    double all = 0;
    for (guint k = 0; k < sentences; k++)
      all += tl_align_sentence(target, i + k)->length;
    sum += log(all);
    squares += log(all) * log(all);
  }
  length->mean[sentences] = n ? sum / n : length->mean[sentences - 1] + 0.5;
  double variance = n ? squares / n - length->mean[sentences] * length->mean[sentences] : 0;
  length->variance[sentences] = MAX(variance, 0) + 0.1;
}

/* By the whole lengths, unless much was left out, or by those of a sentence, unless sentences are joined: what is
 * nearer to one is right unless both happened. */
static double first_ratio(const TlAlignText *source, const TlAlignText *target) {
  double n = MAX(source->sentences->len, 1), m = MAX(target->sentences->len, 1);
  double whole = log(total_length(target) / total_length(source)), each = whole - log(m / n);
  return CLAMP(fabs(whole) < fabs(each) ? whole : each, -0.7, 0.7);
}

void tl_align_length_init(TlAlignLength *length, const TlAlignText *source, const TlAlignText *target) {
  guint fewer = MIN(source->sentences->len, target->sentences->len);
  length->ratio = first_ratio(source, target) * fewer / (fewer + DOUBT);
  length->spread = SPREAD;
  length->noise = NOISE;
  length->mean[0] = 4;
  for (guint i = 1; i <= TL_BEAD_SIDE_MAX; i++)
    measure(length, target, i);
}

/* Mean and variance; the variance is split between its two parts in the proportion that they have by the first values.
 */
void tl_align_length_learn(TlAlignLength *length, const GArray *lengths) {
  double sum = length->ratio * BELIEF, weights = BELIEF, scale = BELIEF, n = BELIEF;
  for (guint i = 0; i + 1 < lengths->len; i += 2) {
    double s = g_array_index(lengths, double, i), t = g_array_index(lengths, double, i + 1);
    double weight = (SPREAD + NOISE * 0.05) / (SPREAD + NOISE * (1 / s + 1 / t));
    sum += weight * log(t / s);
    weights += weight;
  }
  length->ratio = sum / weights;
  for (guint i = 0; i + 1 < lengths->len; i += 2, n++) {
    double s = g_array_index(lengths, double, i), t = g_array_index(lengths, double, i + 1);
    double off = log(t / s) - length->ratio;
    scale += MIN(off * off / (SPREAD + NOISE * (1 / s + 1 / t)), 9);
  }
  length->spread = SPREAD * scale / n;
  length->noise = NOISE * scale / n;
}

static double log_normal(double off, double variance) {
  return -off * off / (2 * variance) - log(2 * G_PI * variance) / 2;
}

TlAlignRun tl_align_length_run(const TlAlignLength *length, double sum, guint sentences) {
  double logarithm = log(sum);
  return (TlAlignRun){1 / sum, logarithm, log_normal(logarithm - length->mean[sentences], length->variance[sentences])};
}

double tl_align_length_score(const TlAlignLength *length, const TlAlignRun *source, const TlAlignRun *target) {
  double variance = length->spread + length->noise * (source->inverse + target->inverse);
  double fits = log_normal(target->logarithm - source->logarithm - length->ratio, variance);
  return log((1 - SURPRISE) * exp(fits - target->chance) + SURPRISE);
}
