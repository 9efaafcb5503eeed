/* What the files of tbx_convert have in common. */
#ifndef TL_TERMS_TBX_CONVERT_PRIVATE_H
#define TL_TERMS_TBX_CONVERT_PRIVATE_H

#include "terms/tbx/convert.h"

typedef struct TlConvert {
  const TlTbxFile *file;
  TlTbxNames *names;
  TlTbxStyle from, to;
  const TlTbxManner *into; /* prefixes of the file that a piece goes to; NULL: those of a whole new file */
  TlTbxDialect dialect;
  const char *core; /* the namespace of the file's own elements */
  GString *out;
  TlOutput *output; /* into `out` */
  GHashTable *told; /* kinds of data without a place of their own -> how many */
  guint level;      /* TL_LEVEL_… of what is being written */
  GArray *bindings; /* what prefixes mean where is being written */
} TlConvert;

/* "min:partOfSpeech", with the declaration that it needs where its prefix is not known there ("" else). */
char *tl_convert_qualified(const TlConvert *convert, const char *module, const char *local, char **declaration);
/* A data category, or an element of the core that holds text: with all in it. */
void tl_convert_datum(TlConvert *convert, const TlXmlNode *node);
/* Is it a data category? Then its name and the meta element that it has, or would have, in DCA. Free the name with
 * g_free. */
char *tl_convert_category(const TlConvert *convert, const TlXmlNode *node, const char **meta);
void tl_convert_attributes(TlConvert *convert, const TlXmlNode *node, gboolean type);
void tl_convert_children(TlConvert *convert, const TlXmlNode *node);
void tl_convert_node(TlConvert *convert, const TlXmlNode *node);
/* A section of a term, whose parts stand in another order in the other version. */
void tl_convert_section(TlConvert *convert, const TlXmlNode *section);
/* Is it an element of another namespace than those of TBX? It is written with all in it. */
gboolean tl_convert_is_foreign(const TlConvert *convert, const TlXmlNode *node);
void tl_convert_foreign(TlConvert *convert, const TlXmlNode *node);
/* An attribute with a prefix. */
void tl_convert_foreign_attribute(TlConvert *convert, const TlXmlAttribute *attribute);
/* For TlConvert: those of the file that a piece goes to, or of a new file. */
GArray *tl_convert_bindings(TlTbxStyle to, const TlTbxManner *into);
void tl_convert_tell(TlConvert *convert, const char *what);

#endif
