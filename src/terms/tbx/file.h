/* A TBX file as its bytes: where its entries are, each as a tree when asked for, and pieces of it exchanged while every
 * other byte stays. */
#ifndef TL_TERMS_TBX_FILE_H
#define TL_TERMS_TBX_FILE_H

#include "base/xml_tree.h"
#include "terms/termbase.h"

typedef struct TlTbxFile {
  char *path;
  TlumachTermbase *base; /* concept i is entry i */
  TlDecoded *decoded;
  const char *text; /* UTF-8; spans are its bytes */
  size_t length;
  GString *before, *after; /* the start tags that an entry stands in, and their end tags */
  guint n_around;          /* how many they are */
  TlumachSpan body;        /* start tag of what entries stand in; 0, 0: there is no such element */
  gboolean body_empty;     /* it is <body/> */
} TlTbxFile;

/* Reads a file that must be TBX. */
TlTbxFile *tl_tbx_file_read(const char *path, GBytes *raw, GError **error);
void tl_tbx_file_free(TlTbxFile *file);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TlTbxFile, tl_tbx_file_free)

/* The element of an entry given by its bytes, spans counted from their start; all in `arena`. */
TlXmlNode *tl_tbx_file_tree(const TlTbxFile *file, const char *entry, size_t length, TlArena *arena, GError **error);
/* The same of entry `i`. */
TlXmlNode *tl_tbx_file_entry(const TlTbxFile *file, guint i, TlArena *arena, GError **error);
/* The prefix with its colon ("" for the default namespace) that `uri` has where entries stand, or NULL. Free with
 * g_free. */
char *tl_tbx_file_prefix(const TlTbxFile *file, const char *uri);

#endif
