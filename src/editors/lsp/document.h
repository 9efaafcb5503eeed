/* A document that the client has open, or that one of those is a translation of; and what is known of it. */
#ifndef TL_EDITORS_LSP_DOCUMENT_H
#define TL_EDITORS_LSP_DOCUMENT_H

#include "editors/lsp/json.h"
#include "tlumach.h"

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

/* `language`: the client's id of it, or NULL. */
TlLspDocument *tl_lsp_document_new(const char *uri, const char *language, const char *text, size_t length,
                                   TlumachColumnUnit unit);
TlLspDocument *tl_lsp_document_read(const char *path, TlumachColumnUnit unit); /* NULL: there is none */
void tl_lsp_document_free(TlLspDocument *document);
void tl_lsp_forget_text(TlLspDocument *document); /* the text as it was analysed */

json_t *tl_lsp_position(const TlLspDocument *document, size_t offset);
json_t *tl_lsp_range(const TlLspDocument *document, TlumachSpan span);
gboolean tl_lsp_get_position(const TlLspDocument *document, const json_t *position, size_t *offset, TlLspFault *fault);
gboolean tl_lsp_get_range(const TlLspDocument *document, const json_t *range, TlumachSpan *span, TlLspFault *fault);

char *tl_lsp_text_at(const TlLspDocument *document, TlumachSpan span);   /* of the client's text; free with g_free */
char *tl_lsp_word(const TlLspDocument *document, const TlLspMark *mark); /* free with g_free */
const TlLspFinding *tl_lsp_finding_with(const TlLspDocument *document, const char *key); /* NULL: there is none */

#endif
