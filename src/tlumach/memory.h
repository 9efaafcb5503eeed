/* Translation memories: what was translated before, kept in pairs of segments, found again by resemblance.
 *
 * A memory is a file of ours (SQLite), a database of a PostgreSQL server (a name that begins with "postgresql://"), or
 * a TMX file, which is read only and whose index lies in the cache. It is of one pair of languages. Memories and
 * searches belong to one thread.
 */
#ifndef TLUMACH_MEMORY_H
#define TLUMACH_MEMORY_H

#include "tlumach/session.h"

typedef struct TlumachMemory TlumachMemory;

/* Called now and then with the number of units that were read so far. */
typedef void (*TlumachProgressFunc)(guint64 units, gpointer user);

typedef struct TlumachMemoryOptions {
  const char *source, *target;  /* languages: "uk", "en" */
  const char *cache;            /* folder for the indexes of TMX files; NULL: such a file is indexed for this once */
  const char *modules;          /* folder of the loadable engines; NULL: where the program was installed */
  gboolean create;              /* make one where there is none, and be ready to write */
  TlumachProgressFunc progress; /* of imports, and of a TMX file that is indexed; NULL: nobody wants to know */
  gpointer progress_user;
} TlumachMemoryOptions;

/* `name`: a path or "postgresql://…". */
TLUMACH_API TlumachMemory *tlumach_memory_open(const char *name, const TlumachMemoryOptions *options, GError **error);
/* FALSE with *error: the file of that name is not there; the error says how to make one. */
TLUMACH_API gboolean tlumach_memory_exists(const char *path, GError **error);
TLUMACH_API void tlumach_memory_close(TlumachMemory *memory);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TlumachMemory, tlumach_memory_close)
TLUMACH_API const char *tlumach_memory_name(const TlumachMemory *memory);
/* Units of a TMX file used directly that could not be taken; tlumach_memory_import says which and why. */
TLUMACH_API guint64 tlumach_memory_skipped(const TlumachMemory *memory);

/* -- bringing in ----------------------------------------------------------------------------------------------- */

typedef struct TlumachImportCounts {
  guint64 read;    /* units of the file */
  guint64 added;   /* that the memory had not */
  guint64 known;   /* that it had, with the same texts and tags */
  guint64 skipped; /* that could not be taken; each was told of */
} TlumachImportCounts;

/* "file:line:column: unit 12 why it was left out". */
typedef void (*TlumachToldFunc)(const char *message, gpointer user);

/* Brings the units of a bilingual file (TMX, XLIFF, PO, tables) in. All of it or nothing: when FALSE is returned, or
 * the program dies, the memory is as it was. `bitext` says encoding and format, its languages are the memory's. */
TLUMACH_API gboolean tlumach_memory_import(TlumachMemory *memory, const char *path, const TlumachBitextOptions *bitext,
                                           TlumachImportCounts *counts, TlumachToldFunc told, gpointer user,
                                           GError **error);
/* Reads the file as tlumach_memory_import does, into nothing: whether it is worth to make a memory for it, which a TMX
 * file is not that has no unit in the languages of `bitext`. */
TLUMACH_API gboolean tlumach_memory_try(const char *path, const TlumachBitextOptions *bitext, GError **error);

/* -- looking up ------------------------------------------------------------------------------------------------ */

/* A unit of a memory as a search finds it. Strings are valid until the next search. */
typedef struct TlumachMemoryMatch {
  guint score;  /* percent; 100: the same text; 101 and 102: its neighbours are the same, too */
  guint lemmas; /* percent of words that are the same, however inflected */
  guint words;  /* … as they are written */
  guint text;   /* … with numbers and punctuation */
  const char *source, *target;
  const char *source_markup, *target_markup; /* as TMX writes them, where they have inline tags; else NULL */
  const char *origin;                        /* the file that it came from */
  const char *memory;                        /* its memory's name */
  const char *author, *date;                 /* of its last change, as TMX has them; NULL: nobody says */
  const char *difference;                    /* from the match to the text, in words; NULL: none */
  const char *const *stale; /* terms of the match that the term bases render otherwise now, a clause each;
                               NULL-terminated, never NULL */
} TlumachMemoryMatch;

typedef struct TlumachSearch TlumachSearch;

typedef struct TlumachSearchOptions {
  guint least;    /* the lowest score to be told, percent; 0: 60 */
  guint most;     /* how many matches of a segment; 0: 5 */
  gboolean stale; /* look for stale terms */
  gboolean all;   /* compare with every unit, index or no: slow, for measuring */
} TlumachSearchOptions;

/* A search in several memories; `penalties` (may be NULL): what is taken off the scores of each, in percent. All are
 * borrowed. */
TLUMACH_API TlumachSearch *tlumach_search_new(const TlumachSession *session, TlumachMemory *const *memories,
                                              const guint *penalties, guint n, const TlumachSearchOptions *options);
TLUMACH_API void tlumach_search_free(TlumachSearch *search);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TlumachSearch, tlumach_search_free)

/* A segment (UTF-8) with the segments before and behind it in its text, each NULL where there is none. */
typedef struct TlumachAsked {
  const char *text, *before, *after;
} TlumachAsked;

/* What resembles the segment, best first; of units with the same texts one. The array (TlumachMemoryMatch) belongs to
 * the search. NULL: a memory cannot be read. */
TLUMACH_API const GArray *tlumach_search(TlumachSearch *search, const TlumachAsked *asked, GError **error);

/* Concordance: calls `found` for each unit with all words of `phrase` on its source side (`side` TLUMACH_TARGET: on the
 * other), in whatever form where the session knows the language, newest first, at most `most` of each memory. Scores
 * are 0. `spans` are of the words in that side's text. */
typedef void (*TlumachConcordanceFunc)(const TlumachMemoryMatch *match, const TlumachSpan *spans, guint n,
                                       gpointer user);
TLUMACH_API gboolean tlumach_concordance(TlumachSearch *search, const char *phrase, TlumachSide side, guint most,
                                         TlumachConcordanceFunc found, gpointer user, GError **error);

/* Puts what the memories have for each unit of a prepared text into it; a unit without a translation takes that of the
 * same text, unless its terms are stale. Returns for how many there is something, -1 with an error. */
TLUMACH_API gint64 tlumach_report_remember(TlumachReport *report, TlumachSearch *search, GError **error);

/* -- giving out ------------------------------------------------------------------------------------------------ */

/* Conditions on units: "source ~ рада", "target = text", "note ~ …", "prop:domain = …", "origin = …", "author = …",
 * "date >= 2024-05" (of the last change), "id = …" (TMX's tuid); `~` has it inside, whatever the casing. All of them
 * must hold. */
typedef struct TlumachMemoryFilter TlumachMemoryFilter;
TLUMACH_API TlumachMemoryFilter *tlumach_memory_filter_new(const char *const *conditions, GError **error);
TLUMACH_API void tlumach_memory_filter_free(TlumachMemoryFilter *filter);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TlumachMemoryFilter, tlumach_memory_filter_free)

/* Writes the units that the filter (may be NULL) lets through, in the order in which they came, as "tmx", "tsv" or
 * "jsonl"; what a TMX file said of a unit is said again. `put` gets piece after piece. */
typedef gboolean (*TlumachPutFunc)(const char *text, size_t length, gpointer user);
TLUMACH_API gboolean tlumach_memory_export(TlumachMemory *memory, const char *format, const TlumachMemoryFilter *filter,
                                           TlumachPutFunc put, gpointer user, guint64 *count, GError **error);

/* Takes the units that the filter lets through out, all of them or none; `keep`: only says which they are. `removed`
 * (may be NULL) is called for each. */
typedef void (*TlumachRemovedFunc)(const char *source, const char *target, gpointer user);
TLUMACH_API gboolean tlumach_memory_remove(TlumachMemory *memory, const TlumachMemoryFilter *filter, gboolean keep,
                                           TlumachRemovedFunc removed, gpointer user, guint64 *count, GError **error);

typedef struct TlumachMemoryStats {
  char *engine, *source, *target;
  guint64 units, sources; /* sources: different ones */
  guint64 with_tags;
  GPtrArray *origins; /* TlumachOriginCount */
} TlumachMemoryStats;
typedef struct TlumachOriginCount {
  char *name;
  guint64 units;
} TlumachOriginCount;
TLUMACH_API TlumachMemoryStats *tlumach_memory_stats(TlumachMemory *memory, GError **error);
TLUMACH_API void tlumach_memory_stats_free(TlumachMemoryStats *stats);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TlumachMemoryStats, tlumach_memory_stats_free)

#endif
