/* Writers of findings: one struct a format, in the table of findings.c. */
#ifndef TL_REPORTS_FINDINGS_H
#define TL_REPORTS_FINDINGS_H

#include "base/output.h"
#include "tlumach/check.h"

/* Where a finding is on one side. */
typedef struct TlFindingPlace {
  TlumachDocument *document;
  TlumachSpan span; /* of the text; empty at the start of the segment when nothing in particular is meant */
  size_t line, column, end_line, end_column;
} TlFindingPlace;

typedef struct TlFindings {
  TlOutput *output;
  TlumachColumnUnit unit;
  const TlumachBitext *bitext; /* at hand */
  guint count;                 /* findings so far */
  gpointer state;              /* a writer's own */
} TlFindings;

typedef struct TlFindingFormat {
  const char *name, *about;
  void (*begin)(TlFindings *findings);  /* may be NULL */
  void (*bitext)(TlFindings *findings); /* the next one begins; may be NULL */
  void (*put)(TlFindings *findings, const TlumachFinding *finding);
  void (*end)(TlFindings *findings); /* may be NULL */
} TlFindingFormat;

extern const TlFindingFormat tl_finding_text, tl_finding_gcc, tl_finding_jsonl, tl_finding_sarif, tl_finding_github,
    tl_finding_checkstyle, tl_finding_junit, tl_finding_html;

const TlumachPair *tl_finding_pair(const TlFindings *findings, const TlumachFinding *finding);
/* The side whose place stands for the finding: the target, unless nothing is there. */
TlumachSide tl_finding_side(const TlFindings *findings, const TlumachFinding *finding);
TlFindingPlace tl_finding_place(const TlFindings *findings, const TlumachFinding *finding, TlumachSide side);

#endif
