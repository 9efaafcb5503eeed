/* A way has to go somewhere, and where every bead is wrong the least wrong one is sure among its rivals. So what stands
 * against each other is asked once more, beside no rivals: are so many of its words told by a word of the other side as
 * in a translation, or as in any two sentences? */
#include "bitext/align/trust.h"

#include <math.h>

/* Words of a sentence that have a partner in its translation, and in another sentence: of news from Ukrainian, where
 * there is a list of words, and of travels from German, where there is none. */
#define IN_TRANSLATION 0.5
#define BY_CHANCE 0.15
/* How much sooner two sentences that were paired are a translation than not, before their words are looked at. */
#define PRIOR 8.0
#define STRENGTH_MIN 0.1f

typedef struct Sides {
  const TlAlignText *source, *target;
  const TlAlignLexicon *given, *learned;
  guint32 *source_seen, *target_seen; /* of each type: the last bead that has a partner for it, numbered from 1 */
  guint32 *here;                      /* … the last bead in whose target it stands */
} Sides;

/* What the text taught by the very bead says nothing for it. */
static gboolean is_evidence(const Sides *s, const TlAlignLexicon *lexicon, const TlAlignPair *pair) {
  return lexicon == s->given ||
         (pair->strength >= STRENGTH_MIN && tl_align_type(s->source, pair->source)->sentences > 1 &&
          tl_align_type(s->target, pair->target)->sentences > 1);
}

static void mark_pairs(const Sides *s, const TlAlignLexicon *lexicon, guint32 type, guint32 bead) {
  for (guint32 p = lexicon->starts[type]; p < lexicon->starts[type + 1]; p++) {
    const TlAlignPair *pair = &g_array_index(lexicon->pairs, TlAlignPair, p);
    if (s->here[pair->target] == bead && is_evidence(s, lexicon, pair))
      s->source_seen[type] = s->target_seen[pair->target] = bead;
  }
}

/* Words of a run of sentences, and those of them that are marked. */
static void count(const TlAlignText *text, guint first, guint n, const guint32 *seen, guint32 bead, guint *words,
                  guint *told) {
  guint end = tl_align_sentence(text, first + n - 1)->end;
  for (guint at = tl_align_sentence(text, first)->first; at < end; at++) {
    guint32 type = tl_align_token(text, at);
    gboolean counts = tl_align_type(text, type)->kind != TL_ALIGN_MARK;
    if (counts) {
      ++*words;
      *told += seen[type] == bead ? 1 : 0;
    }
  }
}

static double trust(const Sides *s, const TlumachBead *bead, guint32 number) {
  guint words = 0, told = 0, end = tl_align_sentence(s->target, bead->target + bead->n_target - 1)->end;
  for (guint at = tl_align_sentence(s->target, bead->target)->first; at < end; at++)
    s->here[tl_align_token(s->target, at)] = number;
  end = tl_align_sentence(s->source, bead->source + bead->n_source - 1)->end;
  for (guint at = tl_align_sentence(s->source, bead->source)->first; at < end; at++) {
    guint32 type = tl_align_token(s->source, at);
    if (tl_align_type(s->source, type)->kind == TL_ALIGN_MARK)
      continue;
    mark_pairs(s, s->given, type, number);
    if (s->learned)
      mark_pairs(s, s->learned, type, number);
  }
  count(s->source, bead->source, bead->n_source, s->source_seen, number, &words, &told);
  count(s->target, bead->target, bead->n_target, s->target_seen, number, &words, &told);
  double odds = log(PRIOR) + told / 2.0 * log(IN_TRANSLATION / BY_CHANCE) +
                (words - told) / 2.0 * log((1 - IN_TRANSLATION) / (1 - BY_CHANCE));
  return 1 / (1 + exp(-odds));
}

void tl_align_trust(const TlAlignText *source, const TlAlignText *target, const TlAlignLexicon *given,
                    const TlAlignLexicon *learned, GArray *beads) {
  Sides s = {source, target, given, learned, NULL, NULL, NULL};
  s.source_seen = g_new0(guint32, source->types->len + 1);
  s.target_seen = g_new0(guint32, target->types->len + 1);
  s.here = g_new0(guint32, target->types->len + 1);
  for (guint i = 0; i < beads->len; i++) {
    TlumachBead *bead = &g_array_index(beads, TlumachBead, i);
    if (bead->n_source && bead->n_target)
      bead->score *= trust(&s, bead, i + 1);
  }
  g_free(s.source_seen);
  g_free(s.target_seen);
  g_free(s.here);
}
