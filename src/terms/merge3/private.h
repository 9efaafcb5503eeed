/* What the files of merge3 have in common. */
#ifndef TL_TERMS_MERGE3_PRIVATE_H
#define TL_TERMS_MERGE3_PRIVATE_H

#include "terms/merge3/unit.h"
#include "terms/tbx/conflict.h"
#include "tlumach/termbase.h"

typedef struct TlMerge3 {
  TlTbxNames *names;
  const char *core;       /* namespace */
  const char *newline;    /* of ours */
  GHashTable *renamed;    /* ids that ours have for something else: theirs -> the new one */
  const char *concept_id; /* of the concept that is being merged */
  TlumachMergeConflictFunc told;
  gpointer user;
} TlMerge3;

/* One element as the three versions have it (NULL where one has not), merged, with what stands before it; nothing where
 * it is gone. Entries must be taken apart. */
void tl_merge_unit(TlMerge3 *m, const TlUnit *base, const TlUnit *ours, const TlUnit *theirs, GString *out);
/* A text that has no parts. `field`: what a conflict calls it; NULL: there is no place for a mark here. */
void tl_merge_text(TlMerge3 *m, const char *field, const TlUnit *base, const TlUnit *ours, const TlUnit *theirs,
                   GString *marks, GString *out);

/* Text of theirs as it is to stand here: with our line ends, and ids by their new names. */
void tl_merge_take(const TlMerge3 *m, const char *text, size_t length, GString *out);

#endif
