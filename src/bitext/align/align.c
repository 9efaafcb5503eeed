/* Rounds: what can be known before, a first way, words learned from it, a better way. */
#include "bitext/align/align.h"

#include <string.h>

#include "bitext/align/coarse.h"
#include "bitext/align/learn.h"
#include "bitext/align/path.h"

#define ROUNDS 3
#define KNOWN 0.6f /* strength of a listed pair */
#define NEAR 0.2f  /* … of a word that is like a listed one */

typedef struct Aligning {
  TlAlignText *source, *target;
  TlAlignPlaces places;    /* of the target */
  TlAlignLexicon *given;   /* what is known before anything is aligned */
  TlAlignLexicon *learned; /* after the first round: with what the text taught */
  TlAlignLength length;
  TlAlignEdges edges;
  TlAlignBand band;
} Aligning;

/* Each word of an equivalent stands for the source word, less surely when there are several. */
static void add_listed(const Aligning *a, guint32 type, const char *equivalent, float strength, GArray *pairs) {
  g_auto(GStrv) words = g_strsplit(equivalent, " ", -1);
  guint n = g_strv_length(words);
  for (char **word = words; *word; word++) {
    TlAlignPair pair = {type, tl_align_text_type(a->target, *word), n > 1 ? strength / 2 : strength};
    if (pair.target != TL_ALIGN_NONE && (n == 1 || strlen(*word) > 3))
      g_array_append_val(pairs, pair);
  }
}

static void add_list(const Aligning *a, TlPairList *list, GArray *pairs) {
  for (guint32 i = 0; i < a->source->types->len; i++) {
    const TlAlignType *type = tl_align_type(a->source, i);
    const char *const *target = tl_pair_list_targets(list, type->text);
    float strength = KNOWN;
    if (!target && type->kind == TL_ALIGN_WORD) {
      const char *near = tl_pair_list_near(list, type->text);
      target = near ? tl_pair_list_targets(list, near) : NULL;
      strength = NEAR;
    }
    for (; target && *target; target++)
      add_listed(a, i, *target, strength, pairs);
  }
}

static void learn(Aligning *a, const GArray *beads) {
  GArray *pairs = g_array_new(FALSE, FALSE, sizeof(TlAlignPair));
  g_autoptr(GArray) lengths = g_array_new(FALSE, FALSE, sizeof(double));
  for (guint i = 0; i < beads->len; i++) {
    const TlumachBead *bead = &g_array_index(beads, TlumachBead, i);
    if (bead->n_source != 1 || bead->n_target != 1 || bead->score < 0.9)
      continue;
    double both[2] = {(double)tl_align_sentence(a->source, bead->source)->length,
                      (double)tl_align_sentence(a->target, bead->target)->length};
    g_array_append_vals(lengths, both, 2);
  }
  tl_align_length_learn(&a->length, lengths);
  tl_align_edges_learn(&a->edges, a->source, a->target, beads);
  tl_align_learn(a->source, a->target, beads, a->given, pairs);
  tl_align_lexicon_free(a->learned);
  a->learned = tl_align_lexicon_new(a->source, a->target, pairs);
}

static GArray *find_way(Aligning *a, gboolean first) {
  guint n, n_small;
  g_autofree const TlAlignShape *shapes = tl_align_shapes(&n, &n_small);
  g_autoptr(TlAlignModel) model = tl_align_model_new(
      a->source, a->target, &a->places, a->learned ? a->learned : a->given, &a->length, &a->edges, &a->band);
  return tl_align_path(model, shapes, first ? n_small : n, &a->band);
}

static void read_texts(Aligning *a, const TlAlignInput *input) {
  const TlAlignSide *s = &input->source, *t = &input->target;
  TlAlignLanguage source = {s->lexicon, s->lists, input->pairs ? tl_pair_list_source_words(input->pairs) : NULL};
  TlAlignLanguage target = {t->lexicon, t->lists, input->pairs ? tl_pair_list_target_words(input->pairs) : NULL};
  a->source = tl_align_text_new(s->text, s->segments, s->n, &source);
  a->target = tl_align_text_new(t->text, t->segments, t->n, &target);
  tl_align_places_init(&a->places, a->target);
  GArray *pairs = g_array_new(FALSE, FALSE, sizeof(TlAlignPair));
  tl_align_pairs_alike(a->source, a->target, pairs);
  if (input->pairs)
    add_list(a, input->pairs, pairs);
  a->given = tl_align_lexicon_new(a->source, a->target, pairs);
  tl_align_length_init(&a->length, a->source, a->target);
  tl_align_edges_learn(&a->edges, a->source, a->target, NULL);
}

GArray *tl_align(const TlAlignInput *input) {
  Aligning a = {.source = NULL};
  read_texts(&a, input);
  tl_align_coarse(a.source, a.target, &a.places, a.given, &a.length, &a.band);
  GArray *beads = find_way(&a, TRUE);
  for (int round = 0; round < ROUNDS; round++) {
    learn(&a, beads);
    g_array_unref(beads);
    beads = find_way(&a, FALSE);
  }
  tl_align_band_clear(&a.band);
  tl_align_lexicon_free(a.given);
  tl_align_lexicon_free(a.learned);
  tl_align_places_clear(&a.places);
  tl_align_text_free(a.source);
  tl_align_text_free(a.target);
  return beads;
}
