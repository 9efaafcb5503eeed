/* The ispell pipe and list modes, as ispell, aspell and hunspell speak them. */
#ifndef TL_EDITORS_ISPELL_H
#define TL_EDITORS_ISPELL_H

#include <stdio.h>

#include "base/output.h"
#include "tlumach.h"

typedef struct TlIspell {
  const char *version;      /* "0.1.0" */
  gboolean byte_offsets;    /* offsets of answers in bytes; else in characters */
  gboolean list;            /* -l: only the wrong words, one a line */
  /* Opens the session when the first word comes, so that the banner does not wait for a dictionary. */
  TlumachSession *(*open)(gpointer user, GError **error);
  gpointer user;
} TlIspell;

/* Answers `in` until its end. FALSE: the session could not be opened, or writing failed. */
gboolean tl_ispell_serve(const TlIspell *ispell, FILE *in, TlOutput *out, GError **error);

#endif
