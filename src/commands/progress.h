/* How far a long work is, on standard error: on a terminal alone, and only when it takes more than a second. */
#ifndef TL_COMMANDS_PROGRESS_H
#define TL_COMMANDS_PROGRESS_H

#include "tlumach.h"

typedef struct TlProgress {
  char *what; /* NULL: nothing is to be said */
  gint64 next;
  gboolean shown;
} TlProgress;

void tl_progress_begin(TlProgress *progress, const char *what, gboolean quiet);
/* A TlumachProgressFunc; `user` is the TlProgress. */
void tl_progress_units(guint64 units, gpointer user);
/* Takes away what stands there. */
void tl_progress_end(TlProgress *progress);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(TlProgress, tl_progress_end)

#endif
