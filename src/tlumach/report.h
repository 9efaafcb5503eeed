/* A prepared text: each segment with its terms, names, misspellings and, where there is one, its translation. */
#ifndef TLUMACH_REPORT_H
#define TLUMACH_REPORT_H

#include "tlumach/pairs.h"
#include "tlumach/terms.h"

/* A name that no term base knows, in one place of the text. */
typedef struct TlumachName {
  TlumachSpan span;
  const char *citation;  /* its citation form: Прахазка for Прахазкою */
  const char *romanized; /* Prakhazka */
  const char *why;       /* one clause: how the citation form was found */
} TlumachName;

typedef struct TlumachMisspelling {
  TlumachSpan span;
  const char *const *suggestions; /* NULL-terminated, best first, maybe empty */
} TlumachMisspelling;

/* A term in a unit, with what the writers show. */
typedef struct TlumachTermUse {
  TlumachHit hit;
  const char *why;                   /* one clause in words */
  const char *origin;                /* the term base's file, by its path, or NULL */
  const TlumachTerm *const *targets; /* equivalents in the target language, best first (preferred, then unmarked, then
                                       admitted, proposed; deprecated and superseded last), NULL-terminated */
} TlumachTermUse;

/* An earlier translation that resembles the unit. */
typedef struct TlumachSuggestion {
  const char *source, *target;
  const char *origin;       /* name of the memory */
  guint score;              /* percent; 101 and up: context matches too */
  const char *difference;   /* from it to the unit, in words; NULL: none */
  const char *const *stale; /* its terms that the term bases render otherwise now, a clause each; NULL: not looked at */
  const char *author, *date; /* of its last change, as TMX has them; NULL: nobody says */
} TlumachSuggestion;

/* A place of the translation where an equivalent of a term of the source stands. */
typedef struct TlumachRendering {
  TlumachSpan span; /* bytes of the unit's `target` */
  guint term;       /* which of the unit's terms */
} TlumachRendering;

/* A fault of the translation (tlumach/check.h), as a writer shows it. */
typedef struct TlumachUnitFinding {
  TlumachSpan span; /* bytes of the unit's `target`; empty: nothing in particular */
  TlumachSeverity severity;
  const char *id;      /* of the check */
  const char *message; /* with what might stand there instead */
} TlumachUnitFinding;

/* A segment and all that is known of it. Arrays are in text order. */
typedef struct TlumachUnit {
  TlumachSegment segment;
  const TlumachTermUse *terms;
  guint n_terms;
  const TlumachName *names;
  guint n_names;
  const TlumachMisspelling *misspellings;
  guint n_misspellings;
  const TlumachSuggestion *suggestions;
  guint n_suggestions;
  const char *target;                 /* the translation, or NULL */
  const TlumachRendering *renderings; /* in the order of `target`, none over another */
  guint n_renderings;
  const TlumachUnitFinding *findings; /* when they were asked for; in the order of places */
  guint n_findings;
  const TlumachPair *pair; /* of the file's bitext; NULL: the file is none */
} TlumachUnit;

typedef struct TlumachReportFile {
  TlumachDocument *document;
  const TlumachUnit *units;
  guint n_units;
  const TlumachBitext *bitext; /* whose source the document is; NULL: it is a text alone */
} TlumachReportFile;

typedef struct TlumachReport {
  const char *source_language, *target_language; /* "uk", "en" */
  const TlumachReportFile *files;
  guint n_files;
} TlumachReport;

#endif
