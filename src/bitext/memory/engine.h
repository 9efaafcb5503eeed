/* What an engine does: it keeps units, and of each word which units have it. Which of them may resemble a text is found
 * by the index (index.h), which of those resembles it how much by the scorer: the same for all engines.
 *
 * Two are there: SQLite (engine_sqlite) and PostgreSQL (postgres/, a module that is loaded when it is asked for).
 */
#ifndef TL_BITEXT_MEMORY_ENGINE_H
#define TL_BITEXT_MEMORY_ENGINE_H

#include "tlumach/memory.h"

/* A unit as it is kept. Strings may be NULL but for the first two. */
typedef struct TlMemoryUnit {
  gint64 id;
  const char *source, *target;         /* plain text, without tags */
  const char *source_xml, *target_xml; /* content of <seg> where it is more than that text */
  const char *frame;                   /* the <tu> around the two contents, see frame.h; NULL: nothing but them */
  guint64 key;                         /* of the source (tl_memory_key) */
  guint64 before, after;               /* keys of the neighbours; 0: none */
  gint64 origin;                       /* number of the file that it came from */
  const char *origin_name;             /* its name; only when read */
} TlMemoryUnit;

/* FALSE with *error set: failed; FALSE without: enough. */
typedef gboolean (*TlMemoryUnitFunc)(const TlMemoryUnit *unit, gpointer user, GError **error);

#define TL_MEMORY_GIVEN 64 /* units that are worth to be compared with a text */

/* Units are numbered from 0 and stand in blocks, so that two bytes are enough for one in the list of a word. */
#define TL_BLOCK_BITS 16u
#define TL_BLOCK_UNITS (1u << TL_BLOCK_BITS)

/* A part of the index, to be taken over: for a word (tl_memory_words) the units of the block that have it, guint16,
 * rising; for word 0 how many words, numbers not counted, each unit of the block has, a byte each. */
typedef void (*TlMemoryListFunc)(guint32 word, gint64 block, GBytes *list, gpointer user);

typedef struct TlMemoryEngine {
  const char *name;
  /* Opens the store; its languages are those of the options, or it is refused. */
  gpointer (*open)(const char *name, const TlumachMemoryOptions *options, GError **error);
  void (*close)(gpointer store);

  gboolean (*begin)(gpointer store, GError **error);
  /* The number of a file that units come from; `head`: the <header> of a TMX file, or NULL. */
  gboolean (*origin)(gpointer store, const char *name, const char *head, gint64 *number, GError **error);
  /* *known: it is there already, and was left as it is. */
  gboolean (*put)(gpointer store, const TlMemoryUnit *unit, const guint32 *words, guint n_words, gboolean *known,
                  GError **error);
  /* Takes a unit out; units come by rising numbers, `words` as they were put. */
  gboolean (*drop)(gpointer store, gint64 unit, const guint32 *words, guint n_words, GError **error);
  /* *known: how many were there already and were seen to be so only now. */
  gboolean (*end)(gpointer store, gboolean keep, guint64 *known, GError **error);

  /* Units with the key, the last that came first; TL_MEMORY_GIVEN of them are enough. */
  gboolean (*same)(gpointer store, guint64 key, TlMemoryUnitFunc found, gpointer user, GError **error);
  /* Those of these numbers that are there, in this order. */
  gboolean (*units)(gpointer store, const gint64 *numbers, guint n, TlMemoryUnitFunc found, gpointer user,
                    GError **error);
  /* All units; the last first where `newest`. */
  gboolean (*each)(gpointer store, gboolean newest, TlMemoryUnitFunc found, gpointer user, GError **error);
  /* Another number when lists or lengths may be others than before. */
  gboolean (*version)(gpointer store, gint64 *version, GError **error);
  gboolean (*lengths)(gpointer store, TlMemoryListFunc found, gpointer user, GError **error);
  gboolean (*lists)(gpointer store, const guint32 *words, guint n, TlMemoryListFunc found, gpointer user,
                    GError **error);

  /* The <header> of the file that most units came from; NULL: none had one. Free with g_free. */
  char *(*head)(gpointer store);
  gboolean (*stats)(gpointer store, TlumachMemoryStats *stats, GError **error);
} TlMemoryEngine;

extern const TlMemoryEngine tl_memory_sqlite;

/* The engine that a name asks for, its module loaded where it is one. */
const TlMemoryEngine *tl_memory_engine(const char *name, const TlumachMemoryOptions *options, GError **error);

#endif
