/* The ispell pipe and list modes, as ispell, aspell, hunspell and enchant speak them. */
#ifndef TL_EDITORS_ISPELL_H
#define TL_EDITORS_ISPELL_H

#include <stdio.h>

#include "base/output.h"
#include "editors/ispell/mask.h"
#include "editors/ispell/personality.h"
#include "tlumach.h"

/* Opens the session of one dictionary. */
typedef TlumachSession *(*TlIspellOpen)(guint dictionary, gpointer user, GError **error);

typedef struct TlIspell {
  const TlPersonality *personality;
  const char *version;  /* "0.1.0" */
  const char *language; /* of the first dictionary: "uk" */
  guint n_dictionaries; /* a word is right when one of them has it; at least 1 */
  TlIspellOpen open;    /* called when the first word comes: the banner does not wait for a dictionary */
  void (*complain)(const char *message, gpointer user); /* what cannot be an answer */
  gpointer user;
  TlumachPersonal *personal; /* borrowed */
  const char *encoding;      /* of input and output; NULL: UTF-8 */
  TlMarkup markup;
  gboolean byte_offsets; /* offsets of answers in bytes; else in characters */
  gboolean list;         /* -l: only the wrong words, one a line */
} TlIspell;

/* The first line of the pipe mode, and the answer to -vv. */
char *tl_ispell_banner(const TlPersonality *personality, const char *version);

/* Answers `in` until its end. FALSE: a session could not be opened, or writing failed. */
gboolean tl_ispell_serve(const TlIspell *ispell, FILE *in, TlOutput *out, GError **error);

#endif
