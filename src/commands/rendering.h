/* Documents to records, by the session's threads: each renders parts into memory, which are written in text order. */
#ifndef TL_COMMANDS_RENDERING_H
#define TL_COMMANDS_RENDERING_H

#include "commands/options.h"
#include "commands/records.h"

typedef struct TlRendering TlRendering;

/* What one thread works with, kept from document to document. */
typedef struct TlRenderer {
  gpointer (*start)(gpointer user);
  /* On any thread: what blocks [first, end) of `to->document` give, into `to->output`. */
  void (*render)(gpointer worker, const TlRecords *to, guint first, guint end);
  void (*finish)(gpointer worker, gpointer user);
} TlRenderer;

/* Borrows all that it is given; `to->document` is no matter. */
TlRendering *tl_rendering_new(const TlumachSession *session, const TlRenderer *how, const TlRecords *to, gpointer user);
void tl_rendering_free(TlRendering *rendering);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TlRendering, tl_rendering_free)

/* All files that the options name. Nothing more is rendered once nobody reads the output any more. */
gboolean tl_rendering_run(TlRendering *rendering, TlOptions *options, GError **error);

#endif
