/* SRX 2.0 segmentation rules (GALA 2008), read from any SRX file and applied with ICU regular expressions,
 * whose syntax the standard names (§2.1). Time and stack limits are always set: SRX files are input too. */
#ifndef TL_TEXT_SRX_H
#define TL_TEXT_SRX_H

#include "tlumach/base.h"

typedef struct TlSrx TlSrx; /* all rules of a file; immutable, shared by threads */

TlSrx *tl_srx_load(const char *path, GError **error);
TlSrx *tl_srx_parse(const char *name, GBytes *data, GError **error);
void tl_srx_free(TlSrx *srx);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TlSrx, tl_srx_free)

/* The rule that decided a place, for `segment --why`. Strings belong to the TlSrx. */
typedef struct TlSrxRule {
  const char *language_rule; /* languagerulename */
  const char *comment;       /* the XML comment before the rule, or NULL */
  const char *before, *after;
  gboolean breaks;
  size_t line;
} TlSrxRule;

#endif
