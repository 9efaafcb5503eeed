/* The language server (LSP 3.17) on a pair of file descriptors. */
#ifndef TL_EDITORS_LSP_H
#define TL_EDITORS_LSP_H

#include "tlumach.h"

/* What a client may set: in `initializationOptions`, or in its configuration under "tlumach". NULL: not set. */
typedef struct TlLspSettings {
  char **glossaries;
  char *dictionary, *source, *target;
  int spelling, names, terms; /* severities (1 error … 4 hint), 0: not shown; -1: not set */
  int hints, check;           /* inlay hints; faults of translations */
} TlLspSettings;

typedef struct TlLsp {
  const char *version; /* "0.1.0" */
  /* Opens a session with the settings; the working folder is that of the workspace. Called in a thread of its own.
   * `*left_out` (free with g_free): what was named and could not be opened, and went without. */
  TlumachSession *(*open)(const TlLspSettings *settings, gpointer user, char **left_out, GError **error);
  /* The file of the person's own words, or of the project's; NULL: there is none. Free with g_free. */
  char *(*personal)(gboolean project, gpointer user);
  /* Puts a term and its equivalent into the term base that is the person's own. */
  gboolean (*add_term)(const TlLspSettings *settings, const char *term, const char *equivalent, gpointer user,
                       GError **error);
  /* Lets findings of a check at such words stand in the whole project, from now on. */
  gboolean (*waive)(const TlLspSettings *settings, const char *check, const char *text, gpointer user, GError **error);
  /* Calls `found` for what `tlumach check` would find in the same place: with the waivers of the project. NULL: the
   * usual checks are made. */
  void (*check)(const TlLspSettings *settings, const TlumachSession *session, const TlumachBitext *bitext,
                TlumachFindingFunc found, gpointer data, gpointer user);
  void (*log)(const char *message, gpointer user);
  gpointer user;
} TlLsp;

/* Serves until the client says `exit` or closes its end. 0: after `shutdown`; 1: without (3.17, exit). */
int tl_lsp_serve(const TlLsp *lsp, int in, int out);

#endif
