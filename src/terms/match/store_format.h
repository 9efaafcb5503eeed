/* What is in the sections of a frozen term store (base/sections.h). Strings are offsets; 0 stands for none. */
#ifndef TL_TERMS_STORE_FORMAT_H
#define TL_TERMS_STORE_FORMAT_H

#include "base/sections.h"

#define TL_STORE_KIND ((TlSectionsKind){0x314D5454u, 11u}) /* "TTM1" */

enum {
  TL_STORE_STRINGS,  /* char, each NUL-terminated; the first is empty */
  TL_STORE_BASES,    /* guint32: paths */
  TL_STORE_WARNINGS, /* guint32 */
  TL_STORE_DETAILS,  /* guint32: TlConceptDetails and TlTermDetails, each that occurs once */
  TL_STORE_CONCEPTS, /* TlStoredConcept, and one behind the last */
  TL_STORE_TERMS,    /* TlStoredTerm, those of a concept together */
  TL_STORE_INDEX     /* and on: see index_format.h */
};

/* What many concepts have alike: nothing, as a rule. */
typedef struct TlConceptDetails {
  guint32 subject, definition, note;
  guint32 base;
} TlConceptDetails;

typedef struct TlTermDetails {
  guint32 language, id, pos, type, note, words;
  guint32 status;
} TlTermDetails;

typedef struct TlStoredConcept {
  guint32 id;
  guint32 details;    /* where they begin */
  guint32 first_term; /* they end where the next one's begin */
  guint32 line;
  guint32 start, end; /* bytes of the file; of more than a gigabyte none is read (base/file) */
} TlStoredConcept;

typedef struct TlStoredTerm {
  guint32 text;
  guint32 details;
  guint32 concept;
} TlStoredTerm;

#endif
