/* What a session knows of term bases that it did not open itself. */
#include "session/session_private.h"
#include "terms/diff.h"
#include "terms/lint/lint.h"
#include "terms/match/why.h"
#include "terms/merge.h"
#include "terms/merge3/merge3.h"

char *tlumach_term_words(const TlumachSession *session, const TlumachTerm *term) {
  return tl_why_words(session->lexicon, &session->lists, term);
}

gboolean tlumach_term_lint(const TlumachSession *session, const char *const *paths, const TlumachLintOptions *options,
                           TlumachLintFunc found, gpointer user, GError **error) {
  return tl_lint_run(paths, options, session ? session->lexicon : NULL, session ? &session->lists : NULL, found, user,
                     error);
}

static TlPairing pairing_of(const TlumachSession *session, const char *source, const char *target, gboolean ids_alone) {
  return (TlPairing){source ? source : "uk", target ? target : "en", session ? session->lexicon : NULL,
                     session ? &session->lists : NULL, ids_alone};
}

gboolean tlumach_term_diff(const TlumachSession *session, const char *before, const char *after, const char *source,
                           const char *target, TlumachConceptChangeFunc found, gpointer user, GError **error) {
  const TlPairing pairing = pairing_of(session, source, target, TRUE);
  return tl_term_diff(before, after, &pairing, found, user, error);
}

gboolean tlumach_term_merge(const TlumachSession *session, TlumachTermFile *file, const char *other, const char *source,
                            const char *target, gboolean theirs, TlumachMergeFunc told, gpointer user, GError **error) {
  const TlPairing pairing = pairing_of(session, source, target, FALSE);
  return tl_term_merge(file, other, &pairing, theirs, told, user, error);
}

GBytes *tlumach_term_merge3(const TlumachSession *session, const char *base, const char *ours, const char *theirs,
                            const char *name, const char *source, const char *target, TlumachMergeConflictFunc told,
                            gpointer user, GError **error) {
  const TlPairing pairing = pairing_of(session, source, target, FALSE);
  const char *const paths[3] = {base, ours, theirs};
  return tl_term_merge3(paths, name, &pairing, told, user, error);
}
