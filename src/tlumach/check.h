/* Faults of a translation: pairs of segments in, findings out. */
#ifndef TLUMACH_CHECK_H
#define TLUMACH_CHECK_H

#include "tlumach/report.h"
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

/* What may be put in place of something in the target without asking: `text` for `span`. */
typedef struct TlumachFix {
  TlumachSpan span;
  const char *text;
} TlumachFix;

/* A fault. Spans are bytes of the texts of the bitext's documents; an empty one: nothing in particular on that side.
 * Strings are valid during the call. */
typedef struct TlumachFinding {
  const TlumachCheckInfo *check;
  TlumachSeverity severity;
  guint pair;                     /* which one of the bitext */
  TlumachSpan span[2];            /* by TlumachSide */
  const char *message;            /* one clause */
  const char *const *suggestions; /* what might stand in the target instead; NULL-terminated, never NULL */
  const TlumachFix *fixes;        /* what mends it, in text order */
  guint n_fixes;
  const char *waived; /* the reason of a waiver; NULL: there is none */
} TlumachFinding;

/* For people, the message with what is suggested: "misspelt: “goverment”; expected “government”". Free with g_free. */
TLUMACH_API char *tlumach_finding_message(const TlumachFinding *finding);

typedef struct TlumachCheckOptions {
  const char *const *only;    /* ids; NULL: the usual checks */
  const char *const *skip;    /* ids; NULL: none */
  gboolean strict;            /* also the checks that are not usual, and terms that nobody has agreed on */
  gboolean agreed;            /* the term bases are the house's own choice: each of their terms is asked for … */
  const char *const *common;  /* … but for those of these files, by their paths; NULL: none */
  const char *const *waivers; /* "ID [TEXT] -- REASON" (tlumach_waiver_check); NULL: none */
  gboolean tell_waived;       /* findings that are waived are told, too */
} TlumachCheckOptions;

/* Is it a waiver: the id of a check, maybe words that the place, its counterpart or what is suggested must have, two
 * dashes, a reason? A note of a segment holds one for its segment behind "tlumach: waive". */
TLUMACH_API gboolean tlumach_waiver_check(const char *waiver, GError **error);
/* The waiver of findings of a check at such words: as much of `text` as one can name, which is at least a letter; NULL:
 * it can name none. Free with g_free. */
TLUMACH_API char *tlumach_waiver_write(const char *check, const char *text, const char *reason);

/* A text and its translation that stand in two documents, aligned (tlumach/bitext.h): each bead is a pair. Takes the
 * documents over, also when it fails. */
TLUMACH_API TlumachBitext *tlumach_bitext_align(const TlumachSession *session, TlumachDocument *source,
                                                TlumachDocument *target, GError **error);

typedef void (*TlumachFindingFunc)(const TlumachFinding *finding, gpointer user);
/* Calls `found` for each fault, pair by pair, in the order of places. `options` may not be NULL. FALSE: an id in them
 * is unknown, or a waiver none. */
TLUMACH_API gboolean tlumach_check(const TlumachSession *session, const TlumachBitext *bitext,
                                   const TlumachCheckOptions *options, TlumachFindingFunc found, gpointer user,
                                   GError **error);

/* Checks the translations that a report has, and puts what is found into its units. What has no translation is passed
 * over: it is not finished. */
TLUMACH_API gboolean tlumach_report_check(const TlumachSession *session, TlumachReport *report,
                                          const TlumachCheckOptions *options, GError **error);

/* -- mending --------------------------------------------------------------------------------------------------- */

/* The target's file, of which `raw` are the bytes that the bitext was made from, with the fixes put in; nothing else of
 * it changes. A fix whose place does not stand in the file as it stands in the text (an entity, an escape) is left out,
 * and so is one that overlaps an earlier one. `*n_done`: how many were put in. NULL: the encoding of the file lacks a
 * letter. */
TLUMACH_API GBytes *tlumach_fix(const TlumachBitext *bitext, GBytes *raw, const TlumachFix *fixes, guint n,
                                guint *n_done, GError **error);

/* -- findings that are known ------------------------------------------------------------------------------------- */

/* Findings of an earlier run, as the records of `-f jsonl` have them. */
typedef struct TlumachBaseline TlumachBaseline;
TLUMACH_API TlumachBaseline *tlumach_baseline_open(const char *path, GError **error);
TLUMACH_API void tlumach_baseline_free(TlumachBaseline *baseline);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TlumachBaseline, tlumach_baseline_free)
/* Was the finding there: the same check, the same source segment, the same words on both sides? Each record answers for
 * one finding, wherever its segment stands now. */
TLUMACH_API gboolean tlumach_baseline_take(TlumachBaseline *baseline, const TlumachBitext *bitext,
                                           const TlumachFinding *finding);

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
