/* The promises of a dialect, of those that the tables can tell: which categories it has, under which element, at which
 * levels of an entry, with which values. What breaks them is read all the same. The order and number of elements is the
 * grammar's business (grammars/).
 */
#include "terms/tbx/check.h"

#include <string.h>

static const char *level_name(guint level) {
  return level == TL_LEVEL_ENTRY ? "concept" : level == TL_LEVEL_LANGUAGE ? "language" : "term";
}

void tl_tbx_check_category(TlumachTermbase *base, TlPlace place, TlTbxDialect dialect, const TlTbxCategory *category,
                           const char *name, const char *element, guint level) {
  if (dialect == TL_DIALECT_OPEN)
    return;
  const char *own = tl_tbx_dialect_name(dialect);
  if (category == NULL || category->dialect > dialect) {
    /* A private category says so by its name (RFC 6648 has the history of x-). */
    if (!g_str_has_prefix(name, "x-"))
      tl_termbase_warn_once(base, place, "“%s” is not a data category of %s", name, own);
    return;
  }
  if (element != NULL && strcmp(element, category->element) != 0)
    tl_termbase_warn_once(base, place, "“%s” is a type of <%s>, not of <%s>", name, category->element, element);
  if ((category->levels & level) == 0)
    tl_termbase_warn(base, place, "“%s” may not stand at the %s level in %s", name, level_name(level), own);
}

void tl_tbx_check_value(TlumachTermbase *base, TlPlace place, TlTbxDialect dialect, const TlTbxCategory *category,
                        const char *value) {
  if (category->dialect <= dialect && dialect != TL_DIALECT_OPEN && !tl_tbx_value_allowed(category, value))
    tl_termbase_warn_once(base, place, "“%s” is not a value of %s in %s", value, category->name,
                          tl_tbx_dialect_name(dialect));
}
