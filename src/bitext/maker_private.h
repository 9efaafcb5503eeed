/* A bitext in the making: what format readers fill (bitext.h), and what becomes of it. */
#ifndef TL_BITEXT_MAKER_PRIVATE_H
#define TL_BITEXT_MAKER_PRIVATE_H

#include "base/arena.h"
#include "base/position.h"
#include "bitext/bitext.h"
#include "text/document.h"

/* What is left out. */
typedef struct TlSkipped {
  size_t at; /* of the file */
  const char *what;
} TlSkipped;

/* Where the sides of a pair begin in the decoded file. */
typedef struct TlPairPlaces {
  size_t at[2];
} TlPairPlaces;

struct TlBitextMaker {
  const char *name, *text;
  size_t length;
  const TlumachBitextOptions *options;
  TlDocumentBuilder *builder[2];
  TlArena *arena;
  GPtrArray *drafts;      /* TlDraft */
  GArray *pairs;          /* TlumachPair */
  GArray *places;         /* TlPairPlaces of each */
  TlPositions *positions; /* NULL: not asked for yet */
  GArray *skipped;        /* TlSkipped, in the order in which they were found */
  guint n_empty;
};

void tl_draft_free(gpointer draft);

#endif
