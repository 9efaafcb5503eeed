/* What a session knows of term bases that it did not open itself. */
#include "session/session_private.h"
#include "terms/why.h"

char *tlumach_term_words(const TlumachSession *session, const char *term) {
  return tl_why_words(session->lexicon, &session->lists, term);
}
