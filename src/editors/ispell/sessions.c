/* The dictionaries behind the pipe: opened when the first word comes, and once more when they have become fast. */
#include "editors/ispell/pipe.h"

#define LOOK_AGAIN (2 * G_USEC_PER_SEC) /* has the lexicon been frozen meanwhile? */

/* A dictionary without a frozen lexicon works, but slowly; one is being made beside us. */
static void look_again(TlPipe *pipe) {
  if (g_get_monotonic_time() - pipe->opened < LOOK_AGAIN)
    return;
  pipe->opened = g_get_monotonic_time();
  for (guint i = 0; i < pipe->sessions->len; i++) {
    TlumachSession *old = g_ptr_array_index(pipe->sessions, i);
    if (!tlumach_session_wants_lexicon(old))
      continue;
    TlumachSession *fresh = pipe->ispell->open(i, TRUE, pipe->ispell->user, NULL);
    if (!fresh)
      continue;
    pipe->sessions->pdata[i] = fresh;
    tlumach_session_free(old);
    g_hash_table_remove_all(pipe->suggested);
  }
}

gboolean tl_pipe_need_sessions(TlPipe *pipe, GError **error) {
  if (pipe->sessions->len > 0) {
    look_again(pipe);
    return TRUE;
  }
  for (guint i = 0; i < pipe->ispell->n_dictionaries; i++) {
    TlumachSession *session = pipe->ispell->open(i, FALSE, pipe->ispell->user, error);
    if (!session)
      return FALSE;
    g_ptr_array_add(pipe->sessions, session);
  }
  pipe->opened = g_get_monotonic_time();
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
