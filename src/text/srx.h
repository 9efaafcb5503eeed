/* SRX 2.0 segmentation rules (GALA 2008), read from any SRX file and applied with ICU regular expressions,
 * whose syntax the standard names (§2.1). Time and stack limits are always set: SRX files are input too. */
#ifndef TL_TEXT_SRX_H
#define TL_TEXT_SRX_H

#include "tlumach/base.h"

typedef struct TlSrx TlSrx; /* all rules of a file; immutable, shared by threads */

TlSrx *tl_srx_load(const char *path, GError **error);
void tl_srx_free(TlSrx *srx);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TlSrx, tl_srx_free)

/* One rule of the file. Strings belong to the TlSrx. */
typedef struct TlSrxRule {
  const char *language_rule; /* languagerulename */
  const char *comment;       /* the XML comment that stands over the rule, alone or over its group; or NULL */
  const char *before, *after;
  gboolean breaks;
  size_t line;
} TlSrxRule;

const char *tl_srx_name(const TlSrx *srx);
/* The rules for a language in the order in which they are asked: by the languagemaps that match it, all of them with
 * cascade="yes", else the first (§3.4). const TlSrxRule *; free with g_ptr_array_unref. */
GPtrArray *tl_srx_rules(const TlSrx *srx, const char *language, GError **error);

#endif
