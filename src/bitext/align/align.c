/* Rounds: what can be known before, a first way, words learned from it, a better way. */
#include "bitext/align/align.h"

#include <string.h>

#include "bitext/align/anchors.h"
#include "bitext/align/coarse.h"
#include "bitext/align/learn.h"
#include "bitext/align/path.h"
#include "bitext/align/reader.h"
#include "bitext/align/shapes.h"
#include "bitext/align/trust.h"

#define ROUNDS 3
#define SETTLED 1000u /* when fewer beads than one in so many change, it is enough; texts of fewer take all rounds */
#define KNOWN 0.6f    /* strength of a listed pair */
#define NEAR 0.2f     /* … of a word that is like a listed one */
#define OTHER 0.5f    /* … beside one, for a reading of a word that is not the likeliest */

typedef struct Aligning {
  TlAlignText *source, *target;
  TlAlignPlaces places;    /* of the target */
  TlAlignLexicon *given;   /* what is known before anything is aligned */
  TlAlignLexicon *learned; /* after the first round: with what the text taught */
  TlAlignLength length;
  TlAlignEdges edges;
  TlAlignBorders borders;
  TlAlignBand band;
  TlAlignShape shapes[TL_ALIGN_SHAPES];
} Aligning;

static void add_pair(GArray *pairs, guint32 source, guint32 target, float strength) {
  TlAlignPair pair = {source, target, strength};
  if (source != TL_ALIGN_NONE && target != TL_ALIGN_NONE)
    g_array_append_val(pairs, pair);
}

/* A source type and the types of the target that may be the word. */
static void add_word(const Aligning *a, guint32 type, const char *word, float strength, GArray *pairs) {
  const GArray *others = tl_align_text_others(a->target, word);
  add_pair(pairs, type, tl_align_text_type(a->target, word), strength);
  for (guint i = 0; others && i < others->len; i++)
    add_pair(pairs, type, g_array_index(others, guint32, i), strength * OTHER);
}

/* Each word of an equivalent stands for the source word, less surely when there are several. */
static void add_listed(const Aligning *a, guint32 type, const char *equivalent, float strength, GArray *pairs) {
  g_auto(GStrv) words = g_strsplit_set(equivalent, " -", -1);
  guint n = g_strv_length(words);
  for (char **word = words; *word; word++)
    if (n == 1 || strlen(*word) > 3)
      add_word(a, type, *word, n > 1 ? strength / 2 : strength, pairs);
}

static gboolean add_lemma(const Aligning *a, TlPairList *list, guint32 type, const char *lemma, float strength,
                          GArray *pairs) {
  const char *const *target = lemma ? tl_pair_list_targets(list, lemma) : NULL;
  for (const char *const *at = target; at && *at; at++)
    add_listed(a, type, *at, strength, pairs);
  return target != NULL;
}

static void add_list(const Aligning *a, TlPairList *list, GArray *pairs) {
  for (guint32 i = 0; i < a->source->types->len; i++) {
    const TlAlignType *type = tl_align_type(a->source, i);
    if (!add_lemma(a, list, i, type->text, KNOWN, pairs) && type->kind == TL_ALIGN_WORD)
      add_lemma(a, list, i, tl_pair_list_near(list, type->text), NEAR, pairs);
  }
  GHashTableIter others;
  gpointer lemma, types;
  for (g_hash_table_iter_init(&others, a->source->others); g_hash_table_iter_next(&others, &lemma, &types);)
    for (guint i = 0; i < ((GArray *)types)->len; i++)
      add_lemma(a, list, g_array_index((GArray *)types, guint32, i), lemma, KNOWN * OTHER, pairs);
}

static void learn(Aligning *a, const GArray *beads) {
  g_autoptr(GArray) pairs = g_array_new(FALSE, FALSE, sizeof(TlAlignPair));
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
  tl_align_borders_learn(&a->borders, a->source, a->target, beads);
  tl_align_learn(a->source, a->target, beads, a->given, pairs);
  tl_align_lexicon_free(a->learned);
  a->learned = tl_align_lexicon_new(a->source, a->target, pairs);
}

static GArray *find_way(Aligning *a, gboolean first) {
  g_autoptr(TlAlignModel) model =
      tl_align_model_new(a->source, a->target, &a->places, a->learned ? a->learned : a->given, &a->length, &a->edges,
                         &a->borders, &a->band);
  double expected[TL_ALIGN_SHAPES];
  GArray *beads = tl_align_path(model, a->shapes, first ? TL_ALIGN_SHAPES_SMALL : TL_ALIGN_SHAPES, &a->band, expected);
  if (!first)
    tl_align_shapes(a->shapes, expected);
  return beads;
}

static void read_texts(Aligning *a, const TlAlignInput *input) {
  const TlAlignSide *s = &input->source, *t = &input->target;
  TlAlignLanguage source = {s->lexicon, s->lists, input->pairs ? tl_pair_list_source_words(input->pairs) : NULL};
  TlAlignLanguage target = {t->lexicon, t->lists, input->pairs ? tl_pair_list_target_words(input->pairs) : NULL};
  a->source = tl_align_read(s->text, s->segments, s->n, &source);
  a->target = tl_align_read(t->text, t->segments, t->n, &target);
  tl_align_places_init(&a->places, a->target);
  g_autoptr(GArray) pairs = g_array_new(FALSE, FALSE, sizeof(TlAlignPair));
  tl_align_pairs_alike(a->source, a->target, pairs);
  if (input->pairs)
    add_list(a, input->pairs, pairs);
  a->given = tl_align_lexicon_new(a->source, a->target, pairs);
  tl_align_length_init(&a->length, a->source, a->target);
  tl_align_edges_learn(&a->edges, a->source, a->target, NULL);
  tl_align_borders_learn(&a->borders, a->source, a->target, NULL);
  tl_align_shapes(a->shapes, NULL);
}

static gint by_place(const TlumachBead *a, const TlumachBead *b) {
  if (a->source != b->source)
    return a->source < b->source ? -1 : 1;
  return (a->target > b->target) - (a->target < b->target);
}

/* Beads that the other way does not have. */
static guint count_new(const GArray *beads, const GArray *before) {
  guint n = 0;
  for (guint i = 0, k = 0; i < beads->len; i++) {
    const TlumachBead *bead = &g_array_index(beads, TlumachBead, i), *old = NULL;
    while (k < before->len && by_place(old = &g_array_index(before, TlumachBead, k), bead) < 0)
      k++;
    n += k == before->len || by_place(old, bead) != 0 || old->n_source != bead->n_source ||
         old->n_target != bead->n_target;
  }
  return n;
}

GArray *tl_align(const TlAlignInput *input) {
  Aligning a = {.source = NULL};
  read_texts(&a, input);
  tl_align_anchors(a.source, a.target, &a.places, a.given, &a.band);
  tl_align_coarse(a.source, a.target, &a.places, a.given, &a.length, &a.band);
  GArray *beads = find_way(&a, TRUE);
  gboolean settled = FALSE;
  for (guint round = 0; round < ROUNDS && !settled; round++) {
    g_autoptr(GArray) before = beads;
    learn(&a, before);
    beads = find_way(&a, FALSE);
    settled = count_new(beads, before) < beads->len / SETTLED;
  }
  if (input->pairs && g_hash_table_size(tl_pair_list_source_words(input->pairs)) > 0) /* else too few words are known */
    tl_align_trust(a.source, a.target, a.given, a.learned, beads);
  tl_align_band_clear(&a.band);
  tl_align_lexicon_free(a.given);
  tl_align_lexicon_free(a.learned);
  tl_align_places_clear(&a.places);
  tl_align_text_free(a.source);
  tl_align_text_free(a.target);
  return beads;
}
