/* What is in the sections of a frozen term store (base/sections.h). Strings are offsets; 0 stands for none. */
#ifndef TL_TERMS_STORE_FORMAT_H
#define TL_TERMS_STORE_FORMAT_H

#include "base/sections.h"

#define TL_STORE_KIND ((TlSectionsKind){0x314D5454u, 8u}) /* "TTM1" */

enum {
  TL_STORE_STRINGS,  /* char, each NUL-terminated; the first is empty */
  TL_STORE_BASES,    /* guint32: paths */
  TL_STORE_WARNINGS, /* guint32 */
  TL_STORE_CONCEPTS, /* TlStoredConcept */
  TL_STORE_TERMS,    /* TlStoredTerm, those of a concept together */
  TL_STORE_INDEX     /* and on: see index_format.h */
};

typedef struct TlStoredConcept {
  guint32 id, subject, definition, note;
  guint32 base, first_term, n_terms, line;
  guint64 start, end; /* bytes of the file */
} TlStoredConcept;

typedef struct TlStoredTerm {
  guint32 text, language, id, pos, type, note, words;
  guint32 concept;
  guint32 status;
} TlStoredTerm;

#endif
