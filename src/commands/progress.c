#include "commands/progress.h"

#include <stdio.h>
#include <unistd.h>

#define FIRST G_USEC_PER_SEC
#define THEN (G_USEC_PER_SEC / 5)
#define ERASE_LINE "\r\033[K" /* ECMA-48, EL */

void tl_progress_begin(TlProgress *progress, const char *what, gboolean quiet) {
  gboolean wanted = !quiet && isatty(STDERR_FILENO);
  *progress = (TlProgress){wanted ? g_filename_display_name(what) : NULL, g_get_monotonic_time() + FIRST, FALSE};
}

void tl_progress_units(guint64 units, gpointer user) {
  TlProgress *progress = user;
  gint64 now = progress->what ? g_get_monotonic_time() : 0;
  if (!progress->what || now < progress->next)
    return;
  fprintf(stderr, ERASE_LINE "tlumach: %s: %" G_GUINT64_FORMAT " units", progress->what, units);
  fflush(stderr);
  progress->next = now + THEN;
  progress->shown = TRUE;
}

void tl_progress_end(TlProgress *progress) {
  if (progress->shown)
    fputs(ERASE_LINE, stderr);
  progress->shown = FALSE;
  g_clear_pointer(&progress->what, g_free);
}
