/* What an engine does: it keeps units and proposes some; which of them resembles a text how much, the scorer says.
 *
 * Two are there: SQLite (engine_sqlite) and PostgreSQL (engine_postgres, a module that is loaded when it is asked for).
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
typedef gboolean (*TlMemoryUnitFunc)(const TlMemoryUnit *unit, guint likeness, gpointer user, GError **error);

/* What is looked for: a text as the engines see it. */
typedef struct TlMemoryQuery {
  const char *text;
  guint64 key;
  const guint32 *words; /* keys of its words and numbers (tl_memory_words) */
  guint n_words;
  guint least; /* percent */
} TlMemoryQuery;

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

  /* Units that may resemble the text, the likeliest first (`likeness`: the most that the words in common allow, in
   * percent); those with the same key always. */
  gboolean (*candidates)(gpointer store, const TlMemoryQuery *query, TlMemoryUnitFunc found, gpointer user,
                         GError **error);
  /* Units whose source has, for each group (`n` words from `words` on, after each other), one of its words; the last
   * that came first. */
  gboolean (*containing)(gpointer store, const guint32 *words, const guint *n, guint n_groups, TlMemoryUnitFunc found,
                         gpointer user, GError **error);
  /* All units; the last first where `newest`. */
  gboolean (*each)(gpointer store, gboolean newest, TlMemoryUnitFunc found, gpointer user, GError **error);
  /* The <header> of the file that most units came from; NULL: none had one. Free with g_free. */
  char *(*head)(gpointer store);
  gboolean (*stats)(gpointer store, TlumachMemoryStats *stats, GError **error);
} TlMemoryEngine;

extern const TlMemoryEngine tl_memory_sqlite;

/* The engine that a name asks for, its module loaded where it is one. */
const TlMemoryEngine *tl_memory_engine(const char *name, const TlumachMemoryOptions *options, GError **error);

#endif
