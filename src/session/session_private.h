/* What a session holds; seen by the files of this folder alone. */
#ifndef TL_SESSION_PRIVATE_H
#define TL_SESSION_PRIVATE_H

#include "lang/lexicon.h"
#include "lang/personal.h"
#include "lang/usual.h"
#include "lang/word_lists.h"
#include "terms/store.h"
#include "text/srx.h"
#include "tlumach/session.h"

struct TlumachSession {
  char *source, *target;
  guint jobs;
  TlLexicon *lexicon; /* of the source language; NULL when it has no dictionary */
  TlWordLists lists;
  GPtrArray *personal; /* TlumachPersonal, read and never changed */
  char *usual_path; /* read when the first suggestion is asked for */
  GOnce usual;      /* TlUsual, or NULL */
  char *srx_path; /* read when segments are asked for first */
  GMutex srx_lock;
  TlSrx *srx;
  TlTermStore *store;       /* of all term bases */
  const TlTermIndex *index; /* of their source terms */
  GPtrArray *warnings;
};

#endif
