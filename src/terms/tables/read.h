/* Tables as term bases: OmegaT's glossary (TSV without a header: source, target, comment), TSV and CSV with a header,
 * UTX.
 *
 * A row is a concept; following rows with the same id belong to it. A cell may hold several terms between ";" or "|". A
 * status is that of the equivalents (all but the first language), unless the column names a language; part of speech
 * and type are of all terms of the row.
 */
#ifndef TL_TERMS_TABLE_READ_H
#define TL_TERMS_TABLE_READ_H

#include "terms/termbase.h"

/* `source` and `target`: the languages of a table that does not name them. */
TlumachTermbase *tl_table_read(const char *path, GBytes *raw, const char *source, const char *target, GError **error);

#endif
