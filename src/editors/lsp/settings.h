/* What a client may set, by the keys of its configuration. */
#ifndef TL_EDITORS_LSP_SETTINGS_H
#define TL_EDITORS_LSP_SETTINGS_H

#include <jansson.h>

#include "editors/lsp/lsp.h"

void tl_lsp_settings_init(TlLspSettings *settings);
TlLspSettings tl_lsp_settings_copy(const TlLspSettings *settings); /* for another thread */
void tl_lsp_settings_clear(TlLspSettings *settings);
/* What is wrong with a value (free with g_free), or NULL when it has been taken. `*changed` becomes TRUE when another
 * session is needed. */
char *tl_lsp_settings_set(TlLspSettings *settings, const char *key, const json_t *value, gboolean *changed);

#endif
