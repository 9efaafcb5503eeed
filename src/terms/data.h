/* All that is said of a concept as a flat list, whatever the file is: to compare, and to print. */
#ifndef TL_TERMS_DATA_H
#define TL_TERMS_DATA_H

#include "terms/tbx/file.h"
#include "terms/tbx/names.h"

/* A file of terms, TBX with its bytes. */
typedef struct TlSide {
  TlTbxFile *tbx; /* NULL: a table */
  TlumachTermbase *base;
  const TlumachConcept *concepts;
  guint n;
} TlSide;

gboolean tl_side_open(TlSide *side, const char *path, const char *source, const char *target, GError **error);
/* The same of bytes; `path` says what they may be, and is for messages. */
gboolean tl_side_take(TlSide *side, const char *path, GBytes *raw, const char *source, const char *target,
                      GError **error);
void tl_side_clear(TlSide *side);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(TlSide, tl_side_clear)

/* Strings belong to the list. */
typedef struct TlDatum {
  char *language; /* NULL: of the concept */
  char *term;     /* NULL: of the language, or the concept */
  char *name; /* "term", "domain", "pos", "status", … or a data category of TBX; "definition/source": what is said about
                 a datum */
  char *value; /* white space collapsed; attributes behind it */
} TlDatum;

/* The data (TlDatum) of concept `i`, in the order of the file. Free with g_ptr_array_unref. */
GPtrArray *tl_concept_data(const TlSide *side, guint i);

/* A list of its own with the same data; of none where `data` is NULL. */
GPtrArray *tl_data_copy(const GPtrArray *data);

/* The name of a data category as a datum has it: "status" for administrativeStatus. Free with g_free. */
char *tl_datum_name(const TlTbxNames *names, const char *category);

#endif
