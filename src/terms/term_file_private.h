/* What is known of a file that is being changed; for term_file*.c. */
#ifndef TL_TERMS_TERM_FILE_PRIVATE_H
#define TL_TERMS_TERM_FILE_PRIVATE_H

#include "base/file.h"
#include "terms/new_id.h"
#include "terms/tbx/edit.h"

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
  TlIds *ids;
  TlTbxStamp stamp; /* `who` NULL: changes are not recorded */
  TlArena *arena;
  const TlTbxManner *manner; /* of new entries */
};

/* The edit of an entry, made at its first change; NULL with an error when the concept was removed. */
TlChangedEntry *tl_term_file_need_edit(TlumachTermFile *file, const TlumachConcept *concept, GError **error);
/* Appends an entry that is written already, in the manner of tl_term_file_manner. */
void tl_term_file_add_written(TlumachTermFile *file, const char *id, char *entry);
const TlTbxManner *tl_term_file_manner(TlumachTermFile *file);
/* A term was put at place `at` of the entry: those behind it moved. */
void tl_term_file_moved(TlChangedEntry *entry, const TlumachConcept *concept, guint at);
/* Bytes that are no file, and cannot be saved. `path` is for messages. */
TlumachTermFile *tl_term_file_from_bytes(const char *path, GBytes *raw, GError **error);

#endif
