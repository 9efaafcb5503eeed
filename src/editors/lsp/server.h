/* What the files of the language server share. All runs in one thread, but for the opening of a session. */
#ifndef TL_EDITORS_LSP_SERVER_H
#define TL_EDITORS_LSP_SERVER_H

#include <jansson.h>

#include "editors/lsp/frame.h"
#include "editors/lsp/lsp.h"
#include "editors/lsp/text.h"

/* Commands that the client may ask for; all are carried out here. */
#define TL_LSP_ADD_WORD "tlumach.addWord"       /* word, "own" or "project" */
#define TL_LSP_IGNORE_WORD "tlumach.ignoreWord" /* uri, word */
#define TL_LSP_REPLACE "tlumach.replace"        /* uri, version, range, text */
#define TL_LSP_WAIVE "tlumach.waive"            /* uri, key of a finding, "text" or "project" */
#define TL_LSP_ADD_TERM "tlumach.addTerm"       /* term, equivalent */

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

/* Something in a document; `span` is bytes of the client's text. */
typedef struct TlLspMark {
  TlumachSpan span;
  gboolean markup;                  /* the file has markup inside of it: it cannot be replaced as one */
  TlumachSpan text;                 /* in the text that was analysed */
  TlumachHit hit;                   /* of a term */
  char *citation, *romanized, *why; /* of a name */
} TlLspMark;

/* A fault of a translation. Spans are bytes of the client's text. */
typedef struct TlLspFinding {
  TlumachSpan span;
  gboolean exact;     /* the span is what is wrong, and may be replaced */
  TlumachSpan source; /* in the same file; empty: nothing in particular */
  const char *check;  /* its id */
  int severity;       /* 3.17, DiagnosticSeverity */
  char *message, *key, **suggestions;
  TlumachSpan fix_span; /* what may be put in the place of what without asking; `fix` NULL: nothing */
  char *fix;
} TlLspFinding;

typedef struct TlLspDocument {
  char *uri, *name;
  const char *format;    /* of the library */
  const char *bilingual; /* the same of a bilingual file; NULL: it is none */
  gint64 version;        /* -1: the client has sent none */
  TlLspText text;
  gboolean stale, words_stale, faults_stale; /* changed since its terms, its words, its faults were looked for */
  gint64 due, changed;       /* when diagnostics are to be sent (0: they are sent), and since when they are wrong */
  gint64 took;               /* what the last ones took: a huge text is not gone through between two keys */
  TlumachDocument *analysed; /* the text as it was analysed; belongs to `bitext` if that is there */
  TlumachBitext *bitext;     /* of a bilingual file */
  GArray *findings;          /* TlLspFinding */
  GHashTable *waived;        /* keys of findings that are not to be told of while it is open */
  GArray *hits;              /* TlumachHit in the text that was analysed, in text order; NULL: not known */
  GArray *terms, *names, *misspelt; /* TlLspMark, in text order */
  struct TlLspDocument *source; /* the text that this one is a translation of, where the client has not opened that */
  char *source_identity;        /* of its file */
  TlumachPersonal *ignored;     /* words that are right in this document while it is open */
} TlLspDocument;

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
  gboolean again;    /* it only looks whether the lexicon has been frozen */
  gboolean reopen;   /* settings or files have changed while it was busy */
  gint64 look_again; /* when to; 0: never */
  gboolean progress; /* the client shows that a session is being opened */
  char *shown;       /* what was wrong with the settings or the session, as it was shown last */
} TlServer;

/* -- lsp_dispatch -- */
typedef void (*TlLspAnswer)(TlServer *server, const json_t *result);
void tl_lsp_handle(TlServer *server, json_t *message);
void tl_lsp_send(TlServer *server, json_t *message); /* takes `message` */
void tl_lsp_reply_fault(TlServer *server, const json_t *id, int code, const char *message);
void tl_lsp_notify(TlServer *server, const char *method, json_t *params); /* takes `params` */
void tl_lsp_request(TlServer *server, const char *method, json_t *params,
                    TlLspAnswer answer); /* takes `params`; `answer` may be NULL */
void tl_lsp_log(TlServer *server, int type, const char *format, ...)
    G_GNUC_PRINTF(3, 4);                                 /* window/logMessage: 1 error … 4 log */
void tl_lsp_show(TlServer *server, const char *message); /* window/showMessage, a warning; the same one once */
void tl_lsp_fault(TlLspFault *fault, int code, const char *format, ...) G_GNUC_PRINTF(3, 4);

/* A request has an answer (NULL with a fault, or for null), a notification none. */
typedef json_t *(*TlLspMethod)(TlServer *server, const json_t *params, TlLspFault *fault);

/* -- lsp_lifecycle, lsp_settings, lsp_session -- */
json_t *tl_lsp_initialize(TlServer *server, const json_t *params, TlLspFault *fault);
json_t *tl_lsp_initialized(TlServer *server, const json_t *params, TlLspFault *fault);
json_t *tl_lsp_shutdown(TlServer *server, const json_t *params, TlLspFault *fault);
json_t *tl_lsp_exit(TlServer *server, const json_t *params, TlLspFault *fault);
json_t *tl_lsp_did_change_configuration(TlServer *server, const json_t *params, TlLspFault *fault);
json_t *tl_lsp_did_change_watched_files(TlServer *server, const json_t *params, TlLspFault *fault);
void tl_lsp_settings_init(TlLspSettings *settings);
void tl_lsp_settings_clear(TlLspSettings *settings);
/* Takes over what an object of settings says; what is wrong with it is shown once. TRUE: a new session is needed. */
gboolean tl_lsp_settings_take(TlServer *server, const json_t *object);
void tl_lsp_settings_pull(TlServer *server);
void tl_lsp_session_start(TlServer *server, gboolean again); /* in a thread; anew when there is one */
void tl_lsp_session_finish(TlServer *server);                /* the thread has ended */
TlumachSession *tl_lsp_session(TlServer *server);            /* waits for it; NULL: there is none */
void tl_lsp_session_stop(TlServer *server);
void tl_lsp_progress_ask(TlServer *server);

/* -- lsp_sync -- */
json_t *tl_lsp_did_open(TlServer *server, const json_t *params, TlLspFault *fault);
json_t *tl_lsp_did_change(TlServer *server, const json_t *params, TlLspFault *fault);
json_t *tl_lsp_did_close(TlServer *server, const json_t *params, TlLspFault *fault);
void tl_lsp_document_free(TlLspDocument *document);
/* Of params.textDocument.uri; a fault when it is not open. */
TlLspDocument *tl_lsp_document(TlServer *server, const json_t *params, TlLspFault *fault);
char *tl_lsp_text_at(const TlLspDocument *document, TlumachSpan span); /* of the client's text; free with g_free */
void tl_lsp_touch_all(TlServer *server);   /* what was known of the documents is out of date */
void tl_lsp_publish_all(TlServer *server); /* soon: other words are right now */
/* A document that is not open, read from its file; NULL: there is none. */
TlLspDocument *tl_lsp_document_read(TlServer *server, const char *path);

/* -- lsp_bilingual -- */
/* The bilingual format of a language of the client, else of the name's ending; NULL: none. */
const char *tl_lsp_bilingual_format(const char *language, const char *name);
TlumachBitext *tl_lsp_bitext(const TlServer *server, const TlLspDocument *document, GBytes *bytes, GError **error);
/* The text that the document is a translation of, by their names: as the client has it open, else as it stands in its
 * file. */
TlLspDocument *tl_lsp_source_of(TlServer *server, TlLspDocument *document);
/* Brings `findings` up to date; the document has been analysed. */
void tl_lsp_find_faults(TlServer *server, TlLspDocument *document);
gboolean tl_lsp_is_waived(const TlLspDocument *document, const TlLspFinding *finding);
const TlLspFinding *tl_lsp_finding_with(const TlLspDocument *document, const char *key); /* NULL: there is none */
void tl_lsp_finding_clear(gpointer finding);
/* The source of the segment at a place of a bilingual file; FALSE: there is none. */
gboolean tl_lsp_segment_at(const TlLspDocument *document, size_t offset, TlumachSpan *source);
/* `text` as the document's format has it, markup escaped. Free with g_free. */
char *tl_lsp_written(const TlLspDocument *document, const char *text);

/* -- lsp_analysis, lsp_again -- */
/* The terms of the document as it is now; names and misspellings, too, which take longer. FALSE: there is no session.
 */
gboolean tl_lsp_find_terms(TlServer *server, TlLspDocument *document);
gboolean tl_lsp_analyse(TlServer *server, TlLspDocument *document);
void tl_lsp_mark_clear(gpointer mark);
void tl_lsp_forget_text(TlLspDocument *document); /* the text as it was analysed */
/* The terms of `now`. What they are in blocks that `before` has as well is known: `hits` (may be NULL) are those of
 * `before`. */
GArray *tl_lsp_find_again(const TlumachSession *session, const TlumachDocument *before, const GArray *hits,
                          const TlumachDocument *now);
/* Marks that the span meets, a place at their end included when `end`: first and how many. */
guint tl_lsp_marks_at(const GArray *marks, TlumachSpan span, gboolean end, guint *n);
gboolean tl_lsp_is_accepted(const TlServer *server, const TlLspDocument *document, const TlLspMark *mark);
char *tl_lsp_word(const TlLspDocument *document, const TlLspMark *mark); /* free with g_free */
/* Equivalents that may be used, best first: const TlumachTerm *; `all`: the others behind them. Free with
 * g_ptr_array_unref. */
GPtrArray *tl_lsp_equivalents(const TlServer *server, const TlLspMark *term, gboolean all);

/* -- lsp_diagnostics -- */
void tl_lsp_publish(TlServer *server, TlLspDocument *document);
json_t *tl_lsp_diagnostic(const TlServer *server, const TlLspDocument *document, const TlLspMark *mark,
                          const char *code, int severity);

json_t *tl_lsp_fault_diagnostic(const TlServer *server, const TlLspDocument *document, const TlLspFinding *finding);

/* -- lsp_actions -- */
/* A WorkspaceEdit that puts `text` in the place of the span. */
json_t *tl_lsp_edit(const TlServer *server, const TlLspDocument *document, json_t *range,
                    const char *text); /* takes `range` */

/* -- what is asked -- */
json_t *tl_lsp_hover(TlServer *server, const json_t *params, TlLspFault *fault);
json_t *tl_lsp_completion(TlServer *server, const json_t *params, TlLspFault *fault);
json_t *tl_lsp_code_action(TlServer *server, const json_t *params, TlLspFault *fault);
json_t *tl_lsp_execute_command(TlServer *server, const json_t *params, TlLspFault *fault);
json_t *tl_lsp_semantic_tokens(TlServer *server, const json_t *params, TlLspFault *fault);
json_t *tl_lsp_inlay_hints(TlServer *server, const json_t *params, TlLspFault *fault);
json_t *tl_lsp_document_links(TlServer *server, const json_t *params, TlLspFault *fault);
json_t *tl_lsp_definition(TlServer *server, const json_t *params, TlLspFault *fault);

/* -- lsp_json: values in and out -- */
json_t *tl_lsp_range(const TlLspDocument *document, TlumachSpan span);
json_t *tl_lsp_position(const TlLspDocument *document, size_t offset);
gboolean tl_lsp_get_position(const TlLspDocument *document, const json_t *position, size_t *offset, TlLspFault *fault);
gboolean tl_lsp_get_range(const TlLspDocument *document, const json_t *range, TlumachSpan *span, TlLspFault *fault);
gboolean tl_lsp_get_place(const json_t *position, TlLspPlace *place, TlLspFault *fault);
/* "capabilities.general.positionEncodings": NULL when something on the way is missing or no object. */
json_t *tl_lsp_at(const json_t *value, const char *path);
gboolean tl_lsp_is_true(const json_t *value, const char *path);
const char *tl_lsp_string_at(const json_t *value, const char *path); /* NULL: no string */
/* A string of bytes that may be anything: odd ones become U+FFFD. */
json_t *tl_lsp_text_json(const char *text, gssize length);

#endif
