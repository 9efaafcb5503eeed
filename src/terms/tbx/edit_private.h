/* What the files of tbx_edit have in common. */
#ifndef TL_TERMS_TBX_EDIT_PRIVATE_H
#define TL_TERMS_TBX_EDIT_PRIVATE_H

#include "terms/tbx/edit.h"

struct TlEntryEdit {
  const TlTbxFile *file;
  TlTbxNames *names;
  TlArena *kept; /* of the manner */
  const TlTbxManner *manner;
  GString *text;
  TlArena *arena; /* of the tree, which is made anew after each change */
  TlXmlNode *entry;
  const char *core; /* its namespace */
  char *remark;
};

void tl_entry_edit_splice(TlEntryEdit *edit, TlumachSpan span, const char *with);
void tl_entry_edit_put_after(TlEntryEdit *edit, const TlXmlNode *node, const char *element);
void tl_entry_edit_put_first(TlEntryEdit *edit, const TlXmlNode *parent, const char *element);
/* Behind `before`, or first in the entry. */
gboolean tl_entry_edit_put_in_entry(TlEntryEdit *edit, const TlXmlNode *before, const char *element, GError **error);
/* The last element of `parent` before its first child of a kind, or NULL. */
const TlXmlNode *tl_entry_edit_last_before(const TlEntryEdit *edit, const TlXmlNode *parent, TlTbxKind kind);
void tl_entry_edit_take_away(TlEntryEdit *edit, const TlXmlNode *node);

/* edit_data.c: */
/* In the order in which we write; `within`: a language, a section; NULL: the entry itself. */
void tl_entry_edit_put_datum(TlEntryEdit *edit, const TlXmlNode *within, TlTbxTells tells, const char *element);
gboolean tl_entry_edit_set_content(TlEntryEdit *edit, const TlXmlNode *node, const char *value, GError **error);
gboolean tl_entry_edit_parse(TlEntryEdit *edit, GError **error);

#endif
