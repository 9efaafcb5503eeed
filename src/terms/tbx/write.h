/* Entries and what is in them as TBX, in the manner of a file. */
#ifndef TL_TERMS_TBX_WRITE_H
#define TL_TERMS_TBX_WRITE_H

#include "terms/tbx/manner.h"

/* Who changed an entry, and when: a transaction of TBX. */
typedef struct TlTbxStamp {
  const char *type; /* "origination" or "modification" */
  const char *date; /* 2026-11-24 */
  const char *who;
} TlTbxStamp;

/* A data category by its name (tbx_names.h; "note" too) with its value. Fails when the dialect has none, and for a
 * value that XML cannot hold. */
gboolean tl_tbx_write_datum(const TlTbxManner *manner, const char *name, const char *value, GString *out,
                            GError **error);
/* The datum that tells a status, which is not the same in each style. */
gboolean tl_tbx_write_status(const TlTbxManner *manner, TlumachStatus status, GString *out, GError **error);
gboolean tl_tbx_write_stamp(const TlTbxManner *manner, const TlTbxStamp *stamp, guint steps, GString *out,
                            GError **error);
/* Without white space before or behind; inside, lines as in the manner. */
gboolean tl_tbx_write_section(const TlTbxManner *manner, const TlumachTerm *term, GString *out, GError **error);
/* Of those of `concept`'s terms that have exactly this tag. */
gboolean tl_tbx_write_language(const TlTbxManner *manner, const TlumachConcept *concept, const char *tag, GString *out,
                               GError **error);
/* Around a section that is written already. */
gboolean tl_tbx_write_language_around(const TlTbxManner *manner, const char *tag, const char *section, GString *out,
                                      GError **error);
gboolean tl_tbx_write_entry(const TlTbxManner *manner, const TlumachConcept *concept, const TlTbxStamp *stamp,
                            GString *out, GError **error);

/* The id in the start tag that `entry` begins with exchanged, or put in. Free with g_free. */
char *tl_tbx_with_id(const char *entry, const char *id);

/* A line end and the indentation of what stands `steps` deep in an entry; nothing unless `breaks`. */
void tl_tbx_write_break(const TlTbxManner *manner, gboolean breaks, guint steps, GString *out);
/* Text between tags, escaped. Fails for what XML cannot hold (XML 1.0 §2.2): nothing is dropped or replaced silently.
 */
gboolean tl_tbx_write_text(const char *text, GString *out, GError **error);

#endif
