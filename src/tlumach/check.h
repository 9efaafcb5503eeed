/* Faults of a translation: pairs of segments in, findings out. */
#ifndef TLUMACH_CHECK_H
#define TLUMACH_CHECK_H

#include "tlumach/pairs.h"
#include "tlumach/session.h"

/* What is known of a check. */
typedef struct TlumachCheckInfo {
  const char *id; /* "terminology" */
  TlumachSeverity severity;
  gboolean usual;      /* runs unless it is told not to */
  const char *about;   /* one sentence */
  const char *example; /* of a fault: source, tab, target */
} TlumachCheckInfo;

/* Check number `i` from 0, NULL behind the last one. */
TLUMACH_API const TlumachCheckInfo *tlumach_checks(guint i);

/* A fault. Spans are bytes of the texts of the bitext's documents; an empty one: nothing in particular on that side.
 * Strings are valid during the call. */
typedef struct TlumachFinding {
  const TlumachCheckInfo *check;
  TlumachSeverity severity;
  guint pair;                     /* which one of the bitext */
  TlumachSpan span[2];            /* by TlumachSide */
  const char *message;            /* one clause */
  const char *const *suggestions; /* what might stand in the target instead; NULL-terminated, never NULL */
} TlumachFinding;

typedef struct TlumachCheckOptions {
  const char *const *only; /* ids; NULL: the usual checks */
  const char *const *skip; /* ids; NULL: none */
  gboolean strict;         /* also the checks that are not usual, and terms that nobody has agreed on */
  gboolean agreed;         /* the term bases are the house's own choice: each of their terms is asked for */
} TlumachCheckOptions;

/* A text and its translation that stand in two documents, aligned (tlumach/bitext.h): each bead is a pair. Takes the
 * documents over, also when it fails. */
TLUMACH_API TlumachBitext *tlumach_bitext_align(const TlumachSession *session, TlumachDocument *source,
                                                TlumachDocument *target, GError **error);

typedef void (*TlumachFindingFunc)(const TlumachFinding *finding, gpointer user);
/* Calls `found` for each fault, pair by pair, in the order of places. FALSE: an id in the options is unknown. */
TLUMACH_API gboolean tlumach_check(const TlumachSession *session, const TlumachBitext *bitext,
                                   const TlumachCheckOptions *options, TlumachFindingFunc found, gpointer user,
                                   GError **error);

/* -- findings as text, records, reports for CI ----------------------------------------------------------------- */

typedef struct TlumachFindingWriter TlumachFindingWriter;
/* Appends to `out`. FALSE/NULL: no such format (tlumach_finding_format). */
TLUMACH_API TlumachFindingWriter *tlumach_finding_writer_new(const char *format, TlumachColumnUnit unit, GString *out,
                                                             GError **error);
/* The findings that follow are of this bitext, which must outlive the writer. */
TLUMACH_API void tlumach_finding_writer_bitext(TlumachFindingWriter *writer, const TlumachBitext *bitext);
TLUMACH_API void tlumach_finding_writer_put(TlumachFindingWriter *writer, const TlumachFinding *finding);
/* What stands behind the last finding; frees the writer. */
TLUMACH_API void tlumach_finding_writer_end(TlumachFindingWriter *writer);
/* The name of format number `i` from 0, the usual one first, and a line about it (may be NULL); NULL behind the last
 * one. */
TLUMACH_API const char *tlumach_finding_format(guint i, const char **about);

#endif
