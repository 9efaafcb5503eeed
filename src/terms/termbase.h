/* A loaded term base: the concepts of one file, immutable, with all that was odd about them.
 *
 *     g_autoptr(TlumachTermbase) base = tl_termbase_load("diplomacy.tbx", &error);
 *     guint n = 0;
 *     const TlumachConcept *concepts = tl_termbase_concepts(base, &n);
 *
 * Always true: concepts and terms stand in file order; nothing that the file has is left out without a warning;
 * everything is owned by the base and lives as long as it does. May be shared by threads. A session has several, first
 * in priority first.
 */
#ifndef TL_TERMS_TERMBASE_H
#define TL_TERMS_TERMBASE_H

#include "tlumach/terms.h"

#define TL_TERM_STORED_MAX 65536 /* bytes of a term; a longer one is left out */
#define TL_TERM_MATCHED_MAX 1024 /* bytes of a term that is looked for in texts; a longer one is only kept */
#define TL_WARNINGS_MAX 1000     /* of one file; further ones are counted */

/* Reads TBX (version 2 or 3), or a table: OmegaT's glossary, TSV, CSV, UTX. The ending of the name decides, then the
 * content. "-" is standard input. A table that does not name its languages is Ukrainian to English. */
TlumachTermbase *tl_termbase_load(const char *path, GError **error);
/* The same with the languages of tables that do not name theirs. */
TlumachTermbase *tl_termbase_load_pair(const char *path, const char *source, const char *target, GError **error);
void tl_termbase_free(TlumachTermbase *base);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TlumachTermbase, tl_termbase_free)

const char *tl_termbase_path(const TlumachTermbase *base);
const TlumachConcept *tl_termbase_concepts(const TlumachTermbase *base, guint *n);
/* Strings "file:line:column: what", in file order (columns only where they are known); the last one counts those past
 * TL_WARNINGS_MAX. */
const GPtrArray *tl_termbase_warnings(const TlumachTermbase *base);
/* Bytes of memory that it holds. */
size_t tl_termbase_size(const TlumachTermbase *base);

#endif
