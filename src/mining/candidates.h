/* Candidates: phrases of texts gathered by lemma, counted and ranked. */
#ifndef TL_MINING_CANDIDATES_H
#define TL_MINING_CANDIDATES_H

#include "mining/phrase.h"
#include "tlumach/mining.h"

typedef struct TlCandidate {
  const char *key;           /* the lemmas */
  guint n, head;             /* words; the head among them */
  const char *const *lemmas; /* of each word */
  guint count, plural;       /* plural: places where it cannot be in the singular */
  guint general;             /* how usual its rarest word is in the language (tl_usual) */
  gboolean name;
  guint8 gender;        /* of the head */
  const char *cited[2]; /* as it stood in the nominative, singular and plural; NULL: it never did */
  GHashTable *tails;    /* what stands behind the head, as it is written, with how often; NULL: nothing does */
  GHashTable *longer;   /* candidates that hold it, as a set */
  GArray *units;        /* guint, rising: sentences that it stands in */
  TlumachCandidatePlace places[TLUMACH_CANDIDATE_PLACES];
  guint n_places;
  double score;
} TlCandidate;

typedef struct TlCandidates TlCandidates;

TlCandidates *tl_candidates_new(const TlMineLanguage *language, guint most_words);
void tl_candidates_free(TlCandidates *candidates);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TlCandidates, tl_candidates_free)

/* Reads a sentence (number `unit`, rising). Phrases within a hit (a term) are left out. */
void tl_candidates_add(TlCandidates *candidates, guint document, const char *text, TlumachSpan sentence, guint unit,
                       const TlumachHit *hits, guint n_hits);
/* When all sentences are read, once: those with at least `least` places, best first (TlCandidate *, of `candidates`).
 * Free with g_ptr_array_unref. */
GPtrArray *tl_candidates_rank(TlCandidates *candidates, const TlumachExtractOptions *options);
/* Words read so far. */
guint tl_candidates_words(const TlCandidates *candidates);
/* How it is cited. Free with g_free. */
char *tl_candidate_text(const TlCandidate *candidate);

#endif
