/* A loaded term base: the concepts of one file, immutable, with all that was odd about them.
 *
 *     g_autoptr(TlumachTermbase) base = tl_termbase_load("diplomacy.tbx", &error);
 *     guint n = 0;
 *     const TlumachConcept *concepts = tlumach_termbase_concepts(base, &n);
 *
 * Always true: concepts and terms stand in file order; nothing that the file has is left out without a warning;
 * everything is owned by the base and lives as long as it does. May be shared by threads. A session has several, first
 * in priority first.
 */
#ifndef TL_TERMS_TERMBASE_H
#define TL_TERMS_TERMBASE_H

#include "tlumach/termbase.h"

#define TL_TERM_STORED_MAX 65536 /* bytes of a term; a longer one is left out */
#define TL_TERM_MATCHED_MAX 1024 /* bytes of a term that is looked for in texts; a longer one is only kept */
#define TL_WARNINGS_MAX 1000     /* of one file; further ones are counted */

/* Reads TBX (version 2 or 3), or a table: OmegaT's glossary, TSV, CSV, UTX. The ending of the name decides, then the
 * content. "-" is standard input. A table that does not name its languages is Ukrainian to English. */
TlumachTermbase *tl_termbase_load(const char *path, GError **error);
/* The same with the languages of tables that do not name theirs. */
TlumachTermbase *tl_termbase_load_pair(const char *path, const char *source, const char *target, GError **error);
/* The same of bytes that are read already; `path` says what they may be, and is for messages. */
TlumachTermbase *tl_termbase_read(const char *path, GBytes *raw, const char *source, const char *target,
                                  GError **error);
gboolean tl_termbase_is_tbx(const char *path, GBytes *raw);

#endif
