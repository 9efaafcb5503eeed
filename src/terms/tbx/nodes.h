/* Nodes of an entry as TBX means them, whatever its version and style. */
#ifndef TL_TERMS_TBX_NODES_H
#define TL_TERMS_TBX_NODES_H

#include "base/xml_tree.h"
#include "terms/tbx/names.h"

/* What an element is; TL_TBX_DATA for one that is not of the core. `core`: the namespace of the root, or NULL. */
TlTbxKind tl_tbx_node_kind(const TlTbxNames *names, const TlXmlNode *node, const char *core);
/* The name of its data category: the type of <descrip type="definition">, the name of <basic:definition>, "x-words" of
 * our own, where <xtlumach:descrip type="definition"> is one, too; NULL when it is none. Free with g_free. */
char *tl_tbx_node_category(const TlTbxNames *names, const TlXmlNode *node, const char *core);

/* All elements (TlXmlNode *) of `within` that tell `tells`, in order: of an entry without its languages, of a language
 * without its sections, of a section. Notes about a datum are none of them. Appended to `found`. */
void tl_tbx_nodes_telling(const TlTbxNames *names, const TlXmlNode *within, const char *core, TlTbxTells tells,
                          GPtrArray *found);
/* Languages of an entry, or sections of a language. */
void tl_tbx_nodes_of_kind(const TlTbxNames *names, const TlXmlNode *within, const char *core, TlTbxKind kind,
                          GPtrArray *found);
/* The <term> of a section, or NULL. */
TlXmlNode *tl_tbx_node_term(const TlTbxNames *names, const TlXmlNode *section, const char *core);
/* The text of a leaf as the reader takes it: codes and notes in a term left out, white space collapsed. Free with
 * g_free. */
char *tl_tbx_node_value(const TlTbxNames *names, const TlXmlNode *leaf, const char *core);

#endif
