/* Strings of bytes numbered as they come: the same bytes, the same number. */
#ifndef TL_LANG_INTERN_H
#define TL_LANG_INTERN_H

#include <glib.h>

typedef struct TlIntern TlIntern;

TlIntern *tl_intern_new(void);
void tl_intern_free(TlIntern *intern);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TlIntern, tl_intern_free)

/* The number of these bytes, from 0 on; one that equals tl_intern_size before the call is new. */
guint tl_intern(TlIntern *intern, gconstpointer bytes, guint n);
/* The same, none given: -1 when they have none. */
gint64 tl_intern_find(const TlIntern *intern, gconstpointer bytes, guint n);
guint tl_intern_size(const TlIntern *intern);
/* What has a number; until the next call. */
gconstpointer tl_intern_bytes(const TlIntern *intern, guint number, guint *n);

#endif
