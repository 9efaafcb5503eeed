/* How a TBX file is written: its version and style, the prefixes and names it uses, its indentation and line ends. */
#ifndef TL_TERMS_TBX_MANNER_H
#define TL_TERMS_TBX_MANNER_H

#include "terms/tbx/file.h"
#include "terms/tbx/names.h"

typedef enum TlTbxStyle {
  TL_TBX_DCT, /* version 3, <basic:definition> */
  TL_TBX_DCA, /* version 3, <descrip type="definition"> */
  TL_TBX_V2,  /* version 2, martif */
  TL_TBX_MIN2 /* TBX-Min 2, <TBX> */
} TlTbxStyle;

/* Strings are of the arena that it was made with, or constant. */
typedef struct TlTbxManner {
  TlTbxStyle style;
  TlTbxDialect dialect;                     /* of version 3; else open */
  const char *core;                         /* prefix of the elements of the core with its colon, or "" */
  const char *min, *basic, *linguist, *own; /* of the modules and of our own; NULL: not declared where entries stand */
  const char *entry, *language, *section;   /* names of elements */
  const char *group;                        /* "termGrp" where sections have one, or NULL */
  const char *newline, *step;               /* a line end, one step of indentation */
  const char *indent;                       /* before an entry; NULL: entries do not begin lines */
  gboolean in_entry, in_language, in_section; /* does what stands in them begin lines? */
  gboolean short_sections;                    /* one with nothing but a term stands on one line all the same */
} TlTbxManner;

/* That of entry `i`; of the last one with G_MAXUINT. */
TlTbxManner *tl_tbx_manner(const TlTbxFile *file, guint i, TlArena *arena);
/* That of the files that we make. */
TlTbxManner tl_tbx_manner_usual(TlTbxStyle style, TlTbxDialect dialect);

/* What stands in the place of the "/>" of <body/> so that `entries` are in it. Free with g_free. */
char *tl_tbx_open_body(const TlTbxFile *file, const char *entries, const char *newline);

#endif
