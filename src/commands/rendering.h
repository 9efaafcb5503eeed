/* Documents to records, by the session's threads: each renders parts into memory, which are written in text order. */
#ifndef TL_COMMANDS_RENDERING_H
#define TL_COMMANDS_RENDERING_H

#include "commands/options.h"
#include "commands/records.h"

/* What one thread works with, kept from document to document. */
typedef struct TlRenderer {
  gpointer (*start)(gpointer user);
  /* On any thread: what blocks [first, end) of `to->document` give, into `to->output`. */
  void (*render)(gpointer worker, const TlRecords *to, guint first, guint end);
  void (*finish)(gpointer worker, gpointer user);
} TlRenderer;

/* All files that the options name; `to->document` is no matter. Nothing more is rendered once nobody reads the output
 * any more. */
gboolean tl_render_files(const TlumachSession *session, const TlRenderer *how, const TlRecords *to, gpointer user,
                         TlOptions *options, GError **error);

#endif
