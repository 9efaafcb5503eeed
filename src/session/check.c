/* Checking a translation: terms and names of the whole source first, as in prepare; then pair by pair what is known of
 * it, and the checks. */
#include <string.h>

#include "base/error.h"
#include "base/nearest.h"
#include "checks/checker.h"
#include "checks/waivers.h"
#include "session/occurrences.h"
#include "text/token.h"

typedef struct Work {
  const TlumachBitext *bitext;
  TlOccurrences found; /* of the source */
  GArray *tokens[2];   /* of the unit at hand */
} Work;

static void check_pairs(Work *work, TlChecker *checker) {
  guint hit = 0, name = 0, misspelt = 0;
  for (guint i = 0; i < work->bitext->n_pairs; i++) {
    TlCheckUnit unit = {.pair = &work->bitext->pairs[i], .number = i};
    for (guint side = 0; side < 2; side++) {
      unit.text[side] = tlumach_document_text(work->bitext->document[side], NULL);
      unit.span[side] = unit.pair->span[side];
      g_array_set_size(work->tokens[side], 0);
      tl_tokens_add(unit.text[side], unit.span[side], work->tokens[side]);
      unit.tokens[side] = (const TlToken *)(const void *)work->tokens[side]->data;
      unit.n_tokens[side] = work->tokens[side]->len;
    }
    unit.hits = tl_occurrences_take(work->found.hits, &hit, unit.span[TLUMACH_SOURCE], &unit.n_hits);
    unit.names = tl_occurrences_take(work->found.names, &name, unit.span[TLUMACH_SOURCE], &unit.n_names);
    unit.misspelt = tl_occurrences_take(work->found.misspelt, &misspelt, unit.span[TLUMACH_SOURCE], &unit.n_misspelt);
    tl_checker_pair(checker, &unit);
  }
}

static gboolean mark(const char *const *ids, gboolean value, gboolean *wanted, GError **error) {
  const char *names[TL_CHECKS_MAX + 1] = {NULL};
  for (guint k = 0; tl_checks[k]; k++)
    names[k] = tl_checks[k]->info.id;
  for (; ids && *ids; ids++) {
    guint k = 0;
    while (names[k] && strcmp(names[k], *ids) != 0)
      k++;
    if (!names[k]) {
      g_autofree char *meant = tl_did_you_mean(*ids, names, TRUE);
      tl_error_at(error, TLUMACH_ERROR_USAGE, NULL, 0, 0, "no check is called \"%s\"%s", *ids, meant);
      return FALSE;
    }
    wanted[k] = value;
  }
  return TRUE;
}

static gboolean choose(const TlumachCheckOptions *options, gboolean *wanted, GError **error) {
  for (guint k = 0; tl_checks[k]; k++)
    wanted[k] = !options->only && (tl_checks[k]->info.usual || options->strict);
  return mark(options->only, TRUE, wanted, error) && mark(options->skip, FALSE, wanted, error);
}

static gboolean asks_dictionary(const gboolean *wanted) {
  for (guint k = 0; tl_checks[k]; k++)
    if (wanted[k] && tl_checks[k]->dictionary)
      return TRUE;
  return FALSE;
}

gboolean tlumach_check(const TlumachSession *session, const TlumachBitext *bitext, const TlumachCheckOptions *options,
                       TlumachFindingFunc found, gpointer user, GError **error) {
  gboolean wanted[TL_CHECKS_MAX];
  g_autoptr(GArray) waivers = tl_waivers_new();
  g_auto(TlWordLists) lists = {.old = NULL};
  if (!choose(options, wanted, error) || !tl_waivers_parse(options->waivers, waivers, error) ||
      !tl_session_lists(session->data, session->target, &lists, error))
    return FALSE;
  TlArena *arena = tl_arena_new();
  Work work = {.bitext = bitext};
  work.tokens[0] = g_array_new(FALSE, FALSE, sizeof(TlToken));
  work.tokens[1] = g_array_new(FALSE, FALSE, sizeof(TlToken));
  tl_occurrences_find(&work.found, session, bitext->document[TLUMACH_SOURCE], arena);
  TlCheckHouse house = {.bitext = bitext,
                        .source = session->source,
                        .target = session->target,
                        .lists = &lists,
                        .index = session->index,
                        .agreed = options->agreed,
                        .store = session->store,
                        .common = options->common,
                        .tell_waived = options->tell_waived,
                        .strict = options->strict};
  g_autoptr(TlLexicon) english =
      asks_dictionary(wanted) ? tl_session_lexicon(session, session->target, session->target_dictionary, NULL) : NULL;
  house.english = english;
  house.ukrainian = session->lexicon;
  house.waivers = (const TlWaiver *)(const void *)waivers->data;
  house.n_waivers = waivers->len;
  g_autoptr(TlChecker) checker = tl_checker_new(&house, wanted);
  check_pairs(&work, checker);
  tl_checker_finish(checker, found, user);
  tl_occurrences_clear(&work.found);
  g_array_unref(work.tokens[0]);
  g_array_unref(work.tokens[1]);
  tl_arena_free(arena);
  return TRUE;
}

const TlumachCheckInfo *tlumach_checks(guint i) {
  return i < TL_CHECKS_MAX && tl_checks[i] ? &tl_checks[i]->info : NULL;
}
