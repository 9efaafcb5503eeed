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
/* In the order in which we write. */
void tl_entry_edit_put_datum(TlEntryEdit *edit, const TlXmlNode *section, TlTbxTells tells, const char *element);
gboolean tl_entry_edit_parse(TlEntryEdit *edit, GError **error);

#endif
