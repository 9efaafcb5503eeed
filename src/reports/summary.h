/* What occurs in a whole report, each thing once: the terms, names and misspellings of its texts, and how often. */
#ifndef TL_REPORTS_SUMMARY_H
#define TL_REPORTS_SUMMARY_H

#include "tlumach/report.h"

typedef struct TlEntry {
  guint number; /* from 1, in order of first appearance among its kind */
  guint count;
  guint unit; /* the first unit that has it, from 1 through all files */
  union {     /* its first appearance */
    const TlumachTermUse *term;
    const TlumachName *name;
    const TlumachMisspelling *misspelling;
  } first;
  const char *text; /* of the document of that unit */
} TlEntry;

/* Entries (TlEntry *) in order of first appearance. A term is one designation; a name is one citation form; a
 * misspelling is one spelling. */
typedef struct TlSummary {
  GPtrArray *terms, *names, *misspellings;
  GHashTable *by_term, *by_name, *by_misspelling;
  guint n_units;
} TlSummary;

TlSummary *tl_summary_new(const TlumachReport *report);
void tl_summary_free(TlSummary *summary);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TlSummary, tl_summary_free)

/* The entry of a thing that is in the report; `text` is that of its document. */
const TlEntry *tl_summary_term(const TlSummary *summary, const TlumachTermUse *use);
const TlEntry *tl_summary_name(const TlSummary *summary, const TlumachName *name);
const TlEntry *tl_summary_misspelling(const TlSummary *summary, const TlumachMisspelling *misspelling,
                                      const char *text);

/* A copy of a list, most frequent first. Free with g_ptr_array_unref. */
GPtrArray *tl_summary_by_count(const GPtrArray *entries);

#endif
