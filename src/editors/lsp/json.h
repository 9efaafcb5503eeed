/* Values of JSON (jansson), and what is wrong with them. */
#ifndef TL_EDITORS_LSP_JSON_H
#define TL_EDITORS_LSP_JSON_H

#include <jansson.h>

#include "editors/lsp/text.h"

/* JSON-RPC 2.0 and LSP 3.17 error codes. */
enum {
  TL_LSP_PARSE_ERROR = -32700,
  TL_LSP_INVALID_REQUEST = -32600,
  TL_LSP_METHOD_NOT_FOUND = -32601,
  TL_LSP_INVALID_PARAMS = -32602,
  TL_LSP_NOT_INITIALIZED = -32002,
  TL_LSP_REQUEST_CANCELLED = -32800
};

typedef struct TlLspFault {
  int code; /* 0: none */
  char *message;
} TlLspFault;

void tl_lsp_fault(TlLspFault *fault, int code, const char *format, ...) G_GNUC_PRINTF(3, 4);

/* "capabilities.general.positionEncodings": NULL when something on the way is missing or no object. */
json_t *tl_lsp_at(const json_t *value, const char *path);
gboolean tl_lsp_is_true(const json_t *value, const char *path);
const char *tl_lsp_string_at(const json_t *value, const char *path); /* NULL: no string */
/* A string of bytes that may be anything: odd ones become U+FFFD. */
json_t *tl_lsp_text_json(const char *text, gssize length);
gboolean tl_lsp_get_place(const json_t *position, TlLspPlace *place, TlLspFault *fault);

#endif
