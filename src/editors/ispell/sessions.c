/* The dictionaries behind the pipe: opened when the first word comes. */
#include "editors/ispell/pipe.h"

gboolean tl_pipe_need_sessions(TlPipe *pipe, GError **error) {
  if (pipe->sessions->len > 0)
    return TRUE;
  for (guint i = 0; i < pipe->ispell->n_dictionaries; i++) {
    TlumachSession *session = pipe->ispell->open(i, pipe->ispell->user, error);
    if (!session)
      return FALSE;
    g_ptr_array_add(pipe->sessions, session);
  }
  return TRUE;
}

gboolean tl_pipe_healthy(const TlPipe *pipe, GError **error) {
  for (guint i = 0; i < pipe->sessions->len; i++) {
    const char *trouble = tlumach_session_trouble(g_ptr_array_index(pipe->sessions, i));
    if (trouble) {
      g_set_error_literal(error, TLUMACH_ERROR, TLUMACH_ERROR_DICTIONARY, trouble);
      return FALSE;
    }
  }
  return TRUE;
}
