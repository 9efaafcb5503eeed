/* What a session knows of term bases that it did not open itself. */
#include "session/session_private.h"
#include "terms/lint.h"
#include "terms/why.h"

char *tlumach_term_words(const TlumachSession *session, const char *term) {
  return tl_why_words(session->lexicon, &session->lists, term);
}

gboolean tlumach_term_lint(const TlumachSession *session, const char *const *paths, const TlumachLintOptions *options, TlumachLintFunc found,
                           gpointer user, GError **error) {
  return tl_lint_run(paths, options, session ? session->lexicon : NULL, session ? &session->lists : NULL, found, user, error);
}
