/* One entry of a TBX file changed in place: what is not said to change keeps its bytes, and what is new looks like what
 * stands beside it. */
#ifndef TL_TERMS_TBX_EDIT_H
#define TL_TERMS_TBX_EDIT_H

#include "terms/tbx/write.h"

typedef struct TlEntryEdit TlEntryEdit;

/* Entry `i` of `file`, which must outlive the edit. */
TlEntryEdit *tl_entry_edit_new(const TlTbxFile *file, guint i, GError **error);
void tl_entry_edit_free(TlEntryEdit *edit);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TlEntryEdit, tl_entry_edit_free)

/* The entry as it is by now. */
const GString *tl_entry_edit_text(const TlEntryEdit *edit);

/* The section of the term that the reader counts as `i`; valid until the next change. */
TlXmlNode *tl_entry_edit_section(const TlEntryEdit *edit, guint i, GError **error);

#define TL_OF_CONCEPT G_MAXUINT
/* Sets what `tells` tells of the concept (subject, definition, note) or of its term `i` (part of speech, type, words,
 * note), counted as in the term base. "" takes it away. What is the same by the reader's eye is not touched.
 * What stands in a language is not the concept's own: it stays. */
gboolean tl_entry_edit_set(TlEntryEdit *edit, guint i, TlTbxTells tells, const char *value, GError **error);
/* The same of the concept in one of its languages: definition, note. */
gboolean tl_entry_edit_set_in(TlEntryEdit *edit, const char *language, TlTbxTells tells, const char *value,
                              GError **error);
gboolean tl_entry_edit_set_status(TlEntryEdit *edit, guint i, TlumachStatus status, GError **error);
gboolean tl_entry_edit_set_text(TlEntryEdit *edit, guint i, const char *text, GError **error);
/* Behind the others of its language; a new language behind the others. `*at` becomes the term's place. */
gboolean tl_entry_edit_add_term(TlEntryEdit *edit, const TlumachTerm *term, guint *at, GError **error);
/* The same for a section that is written already. */
gboolean tl_entry_edit_add_section(TlEntryEdit *edit, const char *language, const char *section, guint *at,
                                   GError **error);
/* What a person should look at after what was set; NULL: nothing. */
const char *tl_entry_edit_remark(const TlEntryEdit *edit);
/* The manner of the entry. */
const TlTbxManner *tl_entry_edit_manner(const TlEntryEdit *edit);
/* Fails for the last one. */
gboolean tl_entry_edit_remove_term(TlEntryEdit *edit, guint i, GError **error);
/* Takes the marks of conflicts out (tbx/conflict.h). */
gboolean tl_entry_edit_settle(TlEntryEdit *edit, guint *n, GError **error);
gboolean tl_entry_edit_stamp(TlEntryEdit *edit, const TlTbxStamp *stamp, GError **error);

#endif
