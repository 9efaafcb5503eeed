/* The target is far shorter or longer than its source, in characters. English and Ukrainian texts are about as long as
 * each other; what is out of proportion has lost or won a clause. Short segments vary freely, so the bounds widen with
 * them. */
#include <math.h>

#include "base/position.h"
#include "checks/check.h"

/* Standard deviation of the logarithm of the ratio: news, sentences of 100 characters; and what short ones add
 * (fitted). */
#define DEVIATION 0.17
#define SHORT 1.6
#define FAR 4.0

static void pair(TlChecker *checker, const TlCheckUnit *unit, gpointer state) {
  (void)state;
  double n[2];
  for (guint side = 0; side < 2; side++)
    n[side] = (double)tl_utf8_measure(unit->text[side] + unit->span[side].start,
                                      unit->span[side].end - unit->span[side].start, TLUMACH_COLUMN_CHARACTER);
  if (n[TLUMACH_TARGET] < 1 || (unit->pair->flags & TLUMACH_PAIR_UNSURE) || unit->n_tokens[TLUMACH_SOURCE] == 0)
    return;
  double middle = sqrt(n[0] * n[1]), bound = FAR * (DEVIATION + SHORT / sqrt(middle) / 2);
  double ratio = log(n[1] / n[0]);
  gboolean joined = (unit->pair->flags & TLUMACH_PAIR_SHORT) != 0;
  if ((fabs(ratio) < bound || fabs(n[1] - n[0]) < 20) && !joined)
    return;
  tl_found(checker, unit, TL_NOWHERE, TL_NOWHERE, NULL, "the target is %s for its source%s: %.0f characters to %.0f",
           joined || ratio < 0 ? "short" : "long", joined ? ", of which a sentence may be left out" : "", n[1], n[0]);
}

const TlCheck tl_check_length = {.info = {"length", TLUMACH_WARNING, TRUE,
                                          "The target is out of proportion to its source.",
                                          "Президент підписав закон, який Верховна Рада ухвалила минулого тижня, і "
                                          "доручив урядові підготувати зміни.\tThe president signed."},
                                 .pair = pair};
