/* Records into a term base: what `term list --format jsonl` writes. */
#ifndef TL_TERMS_JSONL_READ_H
#define TL_TERMS_JSONL_READ_H

#include "terms/termbase.h"

/* A JSON object a line: id, domain, definition, note, and terms, each with language, text and maybe id, status, pos,
 * type, note, words. Other members are passed over. A line that is no such object is refused. */
TlumachTermbase *tl_jsonl_read(const char *path, GBytes *raw, GError **error);

#endif
