/* What the files of the ispell pipe share. */
#ifndef TL_EDITORS_ISPELL_PIPE_H
#define TL_EDITORS_ISPELL_PIPE_H

#include "base/charset.h"
#include "editors/ispell/ispell.h"

typedef struct TlPipe {
  const TlIspell *ispell;
  TlOutput *out;
  GPtrArray *sessions;       /* one a dictionary; empty until the first word comes */
  TlumachPersonal *accepted; /* words that the client has said are right, for this run */
  GHashTable *suggested;     /* word -> char **: editors ask for the same word again and again */
  GHashTable *preferred;     /* wrong -> right, as the client has told */
  TlMarkup markup;
  gboolean terse, verbose; /* only wrong words; right ones with the word */
  size_t lines;            /* read so far */
  size_t odd_line;         /* the first with bytes that are no UTF-8; 0: none */
  gboolean in_tag;         /* list mode: markup that goes on in the next line */
} TlPipe;

/* A line of text as UTF-8. */
typedef struct TlLine {
  const char *text;
  size_t length;
  size_t prefix;      /* characters before it that the client counts: ^ */
  TlDecoded *decoded; /* where it came from, when that was no UTF-8 */
} TlLine;

/* Opens the sessions, once. */
gboolean tl_pipe_need_sessions(TlPipe *pipe, GError **error);
/* FALSE: a dictionary has died. It calls every word wrong: better to stop and say why. */
gboolean tl_pipe_healthy(const TlPipe *pipe, GError **error);

/* Judges the words of a line and writes the answers, the empty line behind them too. */
gboolean tl_pipe_check(TlPipe *pipe, const TlLine *line, GError **error);
/* Writes in the client's encoding; what that cannot hold becomes "?". */
void tl_pipe_write(TlPipe *pipe, const char *text, size_t length);
/* Another word is to be suggested first for a misspelling. */
void tl_pipe_prefer(TlPipe *pipe, const char *wrong, const char *right);

/* TRUE: the line was a command, and has no answer but its own. */
gboolean tl_pipe_obey(TlPipe *pipe, const char *line, size_t length);

#endif
