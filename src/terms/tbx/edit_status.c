/* The status of a term, which several categories tell, the strongest first (tbx_names.c). */
#include <string.h>

#include "base/error.h"
#include "base/splice.h"
#include "terms/concept.h"
#include "terms/tbx/edit_private.h"
#include "terms/tbx/nodes.h"

/* The datum that the reader goes by, and its status. */
static TlXmlNode *strongest(const TlEntryEdit *e, const TlXmlNode *section, TlumachStatus *status,
                            const TlTbxCategory **category) {
  g_autoptr(GPtrArray) nodes = g_ptr_array_new();
  TlXmlNode *best = NULL;
  guint rank = 0;
  tl_tbx_nodes_telling(e->names, section, e->core, TL_TELLS_STATUS, nodes);
  for (guint i = 0; i < nodes->len; i++) {
    TlXmlNode *node = g_ptr_array_index(nodes, i);
    g_autofree char *name = tl_tbx_node_category(e->names, node, e->core),
                    *value = tl_tbx_node_value(e->names, node, e->core);
    const TlTbxCategory *own = tl_tbx_category(e->names, name);
    TlumachStatus told;
    if (own->rank > rank && tl_status_from_name(value, &told)) {
      best = node;
      rank = own->rank;
      *status = told;
      *category = own;
    }
  }
  return best;
}

/* Is it one that we write? The others have values of their own, and are left to stand below ours. */
static gboolean is_ours(const TlTbxCategory *category) {
  static const char *const ours[] = {"administrativeStatus",       "usageStatus", "termStatus", "x-status",
                                     "language-planningQualifier", NULL};
  return g_strv_contains(ours, category->name);
}

gboolean tl_entry_edit_set_status(TlEntryEdit *e, guint i, TlumachStatus status, GError **error) {
  const TlXmlNode *section = tl_entry_edit_section(e, i, error);
  TlumachStatus old = TLUMACH_STATUS_NONE;
  const TlTbxCategory *category = NULL;
  TlXmlNode *node = section ? strongest(e, section, &old, &category) : NULL;
  g_autoptr(GString) element = g_string_new(NULL);
  if (!section || old == status)
    return section != NULL;
  if (status != TLUMACH_STATUS_NONE && !tl_tbx_write_status(e->manner, status, element, error))
    return FALSE;
  if (node && !is_ours(category) && status == TLUMACH_STATUS_NONE) {
    tl_error_at(error, TLUMACH_ERROR_USAGE, NULL, 0, 0, "the status is told by %s, which is not taken away",
                category->name);
    return FALSE;
  }
  if (node && is_ours(category)) {
    TlumachSpan span = tl_xml_node_span(node);
    if (status == TLUMACH_STATUS_NONE)
      span.start = tl_removal_start(e->text->str, span.start);
    tl_entry_edit_splice(e, span, element->str);
  } else
    tl_entry_edit_put_datum(e, section, TL_TELLS_STATUS, element->str);
  return tl_entry_edit_parse(e, error);
}
