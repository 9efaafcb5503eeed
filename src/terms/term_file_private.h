/* What is known of a file that is being changed; for term_file*.c. */
#ifndef TL_TERMS_TERM_FILE_PRIVATE_H
#define TL_TERMS_TERM_FILE_PRIVATE_H

#include "base/file.h"
#include "terms/tbx_edit.h"

typedef struct TlChangedEntry {
  TlEntryEdit *edit; /* NULL: not changed */
  guint *terms;      /* where each term of the file on the disk stands in the entry by now; G_MAXUINT: nowhere */
  gboolean removed, stamped;
} TlChangedEntry;

struct TlumachTermFile {
  char *path;
  TlFileLock *lock;
  char *identity; /* of the file when it was read */
  TlTbxFile *tbx;
  guint n;
  TlChangedEntry *entries; /* as many as concepts */
  GPtrArray *added;        /* char *: new entries */
  GHashTable *ids;
  TlTbxStamp stamp; /* `who` NULL: changes are not recorded */
  TlArena *arena;
  const TlTbxManner *manner; /* of new entries */
};

/* Bytes that are no file, and cannot be saved. `path` is for messages. */
TlumachTermFile *tl_term_file_from_bytes(const char *path, GBytes *raw, GError **error);

#endif
