/* Blocks of a document, in chunks, on several threads; results in text order. */
#ifndef TL_SESSION_CHUNKS_H
#define TL_SESSION_CHUNKS_H

#include "tlumach/document.h"

/* Works on blocks [first, end); called on any thread. The result is handed to TlChunkDone. */
typedef gpointer (*TlChunkWork)(const TlumachBlock *blocks, guint first, guint end, gpointer user);
/* Takes a result over; called on the caller's thread, chunk after chunk in text order. */
typedef void (*TlChunkDone)(gpointer result, gpointer user);

/* The same calls of `done` for any number of `jobs`. */
void tl_each_chunk(const TlumachDocument *document, guint jobs, TlChunkWork work, TlChunkDone done, gpointer user);

#endif
