/* What the files of the language server share. All runs in one thread, but for the opening of a session. */
#ifndef TL_EDITORS_LSP_SERVER_H
#define TL_EDITORS_LSP_SERVER_H

#include "editors/lsp/document.h"
#include "editors/lsp/json.h"
#include "editors/lsp/settings.h"

/* Commands that the client may ask for; all are carried out here. */
#define TL_LSP_ADD_WORD "tlumach.addWord"       /* word, "own" or "project" */
#define TL_LSP_IGNORE_WORD "tlumach.ignoreWord" /* uri, word */
#define TL_LSP_REPLACE "tlumach.replace"        /* uri, version, range, text */
#define TL_LSP_WAIVE "tlumach.waive"            /* uri, key of a finding, "text" or "project" */
#define TL_LSP_ADD_TERM "tlumach.addTerm"       /* term, equivalent */

/* What the client can do, of what matters here (3.17, ClientCapabilities). */
typedef struct TlLspClient {
  gboolean position_encodings; /* it has sent a list */
  gboolean markdown;           /* in hovers */
  gboolean code_action_literals;
  gboolean document_changes, apply_edit;
  gboolean configuration, watch_configuration, watch_files;
  gboolean progress, related;
  gboolean refresh_hints, refresh_tokens;
  gboolean multiline_tokens;
} TlLspClient;

typedef enum TlLspState { TL_LSP_NEW, TL_LSP_RUNNING, TL_LSP_DOWN, TL_LSP_GONE } TlLspState;

typedef struct TlServer {
  const TlLsp *lsp;
  int in, out;
  TlLspState state;
  gboolean broken; /* nothing more can be written */
  gboolean clean;  /* `exit` came after `shutdown` */
  TlLspClient client;
  TlumachColumnUnit unit;
  TlLspSettings settings;
  GHashTable *documents; /* uri -> TlLspDocument */
  GQueue inbox;          /* json_t, read and not handled */
  size_t waiting;        /* bytes that these took */
  GHashTable *cancelled; /* ids (as JSON) of requests that are not wanted any more */
  GHashTable *asked;     /* id -> TlLspAnswer: our own requests that wait */
  guint next_id;
  TlumachPersonal *own, *project; /* project: may be NULL */
  /* The session, and the thread that opens one. */
  TlumachSession *session;
  GThread *opening;
  int wake[2];       /* written to when it is open */
  gboolean reopen;   /* settings or files have changed while it was busy */
  gboolean progress; /* the client shows that a session is being opened */
  char *shown;       /* what was wrong with the settings or the session, as it was shown last */
} TlServer;

/* -- send: messages out ------------------------------------------------------------------------------------------ */

void tl_lsp_send(TlServer *server, json_t *message); /* takes `message` */
void tl_lsp_reply_fault(TlServer *server, const json_t *id, int code, const char *message);
void tl_lsp_notify(TlServer *server, const char *method, json_t *params); /* takes `params` */
/* A request of ours. Takes `params`; `answer` may be NULL. */
typedef void (*TlLspAnswer)(TlServer *server, const json_t *result);
void tl_lsp_request(TlServer *server, const char *method, json_t *params, TlLspAnswer answer);
void tl_lsp_take_answer(TlServer *server, const json_t *message);
void tl_lsp_log(TlServer *server, int type, const char *format, ...)
    G_GNUC_PRINTF(3, 4);                                 /* window/logMessage: 1 error … 4 log */
void tl_lsp_show(TlServer *server, const char *message); /* window/showMessage, a warning; the same one once */

/* -- documents: those that are open ------------------------------------------------------------------------------ */

/* Of params.textDocument.uri; a fault when it is not open. */
TlLspDocument *tl_lsp_document(TlServer *server, const json_t *params, TlLspFault *fault);
/* With params.position, params.range. */
TlLspDocument *tl_lsp_document_at(TlServer *server, const json_t *params, size_t *offset, TlLspFault *fault);
TlLspDocument *tl_lsp_document_in(TlServer *server, const json_t *params, TlumachSpan *span, TlLspFault *fault);
void tl_lsp_touch(TlLspDocument *document, gboolean at_once); /* what was known of it is out of date */
void tl_lsp_touch_all(TlServer *server);
void tl_lsp_publish_all(TlServer *server); /* soon: other words are right now */

/* -- session, configuration -------------------------------------------------------------------------------------- */

void tl_lsp_session_start(TlServer *server);      /* in a thread; anew when there is one */
void tl_lsp_session_finish(TlServer *server);     /* the thread has ended */
TlumachSession *tl_lsp_session(TlServer *server); /* waits for it; NULL: there is none */
void tl_lsp_session_stop(TlServer *server);
void tl_lsp_progress_ask(TlServer *server);
/* Takes over what an object of settings says; what is wrong with it is shown once. TRUE: a new session is needed. */
gboolean tl_lsp_settings_take(TlServer *server, const json_t *object);
void tl_lsp_settings_pull(TlServer *server);

/* -- analysis, again: what is in a document ---------------------------------------------------------------------- */

/* The terms of the document as it is now; names and misspellings, too, which take longer. FALSE: there is no session.
 */
gboolean tl_lsp_find_terms(TlServer *server, TlLspDocument *document);
gboolean tl_lsp_analyse(TlServer *server, TlLspDocument *document);
/* The terms of `now`. What they are in blocks that `before` has as well is known: `hits` (may be NULL) are those of
 * `before`. */
GArray *tl_lsp_find_again(const TlumachSession *session, const TlumachDocument *before, const GArray *hits,
                          const TlumachDocument *now);
/* Marks that the span meets, a place at their end included when `end`: first and how many. */
guint tl_lsp_marks_at(const GArray *marks, TlumachSpan span, gboolean end, guint *n);
gboolean tl_lsp_is_accepted(const TlServer *server, const TlLspDocument *document, const TlLspMark *mark);
/* Equivalents that may be used, best first: const TlumachTerm *; `all`: the others behind them. Free with
 * g_ptr_array_unref. */
GPtrArray *tl_lsp_equivalents(const TlServer *server, const TlLspMark *term, gboolean all);

/* -- bilingual: a text and its translation ----------------------------------------------------------------------- */

/* The text that the document is a translation of, by their names: as the client has it open, else as it stands in its
 * file. */
TlLspDocument *tl_lsp_source_of(TlServer *server, TlLspDocument *document);
/* Brings `findings` up to date; the document has been analysed. */
void tl_lsp_find_faults(TlServer *server, TlLspDocument *document);
gboolean tl_lsp_is_waived(const TlLspDocument *document, const TlLspFinding *finding);
/* The source of the segment at a place of a bilingual file; FALSE: there is none. */
gboolean tl_lsp_segment_at(const TlLspDocument *document, size_t offset, TlumachSpan *source);
/* `text` as the document's format has it, markup escaped. Free with g_free. */
char *tl_lsp_written(const TlLspDocument *document, const char *text);

/* -- diagnostics, actions ---------------------------------------------------------------------------------------- */

void tl_lsp_publish(TlServer *server, TlLspDocument *document);
json_t *tl_lsp_diagnostic(const TlServer *server, const TlLspDocument *document, const TlLspMark *mark,
                          const char *code, int severity);
json_t *tl_lsp_fault_diagnostic(const TlServer *server, const TlLspDocument *document, const TlLspFinding *finding);
/* A WorkspaceEdit that puts `text` in the place of the span. Takes `range`. */
json_t *tl_lsp_edit(const TlServer *server, const TlLspDocument *document, json_t *range, const char *text);

/* -- dispatch, and what it calls: a request has an answer (NULL with a fault, or for null), a notification none ---- */

void tl_lsp_handle(TlServer *server, json_t *message);
typedef json_t *(*TlLspMethod)(TlServer *server, const json_t *params, TlLspFault *fault);
json_t *tl_lsp_initialize(TlServer *server, const json_t *params, TlLspFault *fault);
json_t *tl_lsp_initialized(TlServer *server, const json_t *params, TlLspFault *fault);
json_t *tl_lsp_shutdown(TlServer *server, const json_t *params, TlLspFault *fault);
json_t *tl_lsp_exit(TlServer *server, const json_t *params, TlLspFault *fault);
json_t *tl_lsp_did_change_configuration(TlServer *server, const json_t *params, TlLspFault *fault);
json_t *tl_lsp_did_change_watched_files(TlServer *server, const json_t *params, TlLspFault *fault);
json_t *tl_lsp_did_open(TlServer *server, const json_t *params, TlLspFault *fault);
json_t *tl_lsp_did_change(TlServer *server, const json_t *params, TlLspFault *fault);
json_t *tl_lsp_did_close(TlServer *server, const json_t *params, TlLspFault *fault);
json_t *tl_lsp_hover(TlServer *server, const json_t *params, TlLspFault *fault);
json_t *tl_lsp_completion(TlServer *server, const json_t *params, TlLspFault *fault);
json_t *tl_lsp_code_action(TlServer *server, const json_t *params, TlLspFault *fault);
json_t *tl_lsp_execute_command(TlServer *server, const json_t *params, TlLspFault *fault);
json_t *tl_lsp_semantic_tokens(TlServer *server, const json_t *params, TlLspFault *fault);
json_t *tl_lsp_inlay_hints(TlServer *server, const json_t *params, TlLspFault *fault);
json_t *tl_lsp_document_links(TlServer *server, const json_t *params, TlLspFault *fault);
json_t *tl_lsp_definition(TlServer *server, const json_t *params, TlLspFault *fault);

#endif
