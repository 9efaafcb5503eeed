/* Terms that a text has and no term base: looked for in texts and in translations. */
#ifndef TLUMACH_MINING_H
#define TLUMACH_MINING_H

#include "tlumach/pairs.h"
#include "tlumach/session.h"

#define TLUMACH_CANDIDATE_PLACES 3u
#define TLUMACH_CANDIDATE_EQUIVALENTS 3u

/* A text, or with `bitext` a translation: then `document` is its source side. Borrowed. */
typedef struct TlumachMiningText {
  TlumachDocument *document;
  const TlumachBitext *bitext; /* NULL: a text */
} TlumachMiningText;

typedef struct TlumachExtractOptions {
  guint least;       /* places that a candidate has at least */
  guint least_words; /* words that it has at least, … */
  guint most_words;  /* … and at most (8 are looked for) */
  guint most;        /* candidates; 0: all */
  gboolean names;    /* those, too, that are proper names */
} TlumachExtractOptions;
#define TLUMACH_EXTRACT_OPTIONS_INIT                                                                                   \
  { 2, 1, 5, 100, FALSE }

typedef struct TlumachCandidatePlace {
  guint text; /* number of the text */
  TlumachSpan span;
} TlumachCandidatePlace;

/* What may stand for a candidate in the translation. */
typedef struct TlumachCandidateEquivalent {
  const char *text;
  double strength; /* 0…1: how often the two stand in the same segments, of all where either does */
} TlumachCandidateEquivalent;

/* A phrase that may be a term. */
typedef struct TlumachCandidate {
  const char *text; /* in its citation form, as far as that can be made */
  guint words;
  guint count;  /* places outside of known terms */
  double score; /* its C-value, times how much rarer its words are in the language at large */
  gboolean name;
  TlumachCandidatePlace places[TLUMACH_CANDIDATE_PLACES]; /* the first ones */
  guint n_places;
  TlumachCandidateEquivalent equivalents[TLUMACH_CANDIDATE_EQUIVALENTS]; /* strongest first */
  guint n_equivalents;
} TlumachCandidate;

typedef struct TlumachCandidates {
  const TlumachCandidate *items; /* best first */
  guint n;
  guint words, sentences; /* of all texts */
} TlumachCandidates;

/* Noun phrases of the texts that no term base of the session has, by lemma. `options` may be NULL. */
TLUMACH_API TlumachCandidates *tlumach_extract(const TlumachSession *session, const TlumachMiningText *texts, guint n,
                                               const TlumachExtractOptions *options, GError **error);
TLUMACH_API void tlumach_candidates_free(TlumachCandidates *candidates);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TlumachCandidates, tlumach_candidates_free)

/* A concept of the session's term bases, and how often its terms stand in the texts. */
typedef struct TlumachConceptUse {
  const TlumachConcept *concept;
  guint count;
} TlumachConceptUse;

typedef struct TlumachCoverage {
  guint sentences, sentences_with; /* with a term in them */
  guint words, words_in_terms;
  const TlumachConceptUse *uses; /* of every concept with a source term, most used first; then in the order of files */
  guint n_uses, n_used;
} TlumachCoverage;

/* What of the texts the session's term bases cover. */
TLUMACH_API TlumachCoverage *tlumach_coverage(const TlumachSession *session, const TlumachMiningText *texts, guint n,
                                              GError **error);
TLUMACH_API void tlumach_coverage_free(TlumachCoverage *coverage);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TlumachCoverage, tlumach_coverage_free)

#endif
