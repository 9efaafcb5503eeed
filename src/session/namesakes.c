/* A surname in a term base stands for one person; behind another given name it is somebody else's. Seen in the text,
 * not in the index: the term is one word, and what is beside it decides. */
#include "session/namesakes.h"

#include <string.h>

#include "lang/analysis.h"
#include "terms/concept.h"
#include "text/fold.h"

#define GIVEN_MAX 3u /* given name, patronymic, and one more */

/* "Юлія Тимошенко", where the term is "Тимошенко"; NULL where the concept is no such person. */
static const char *full_name(const TlumachTerm *surname) {
  if (g_strcmp0(surname->type, "shortForm") != 0 || strchr(surname->text, ' '))
    return NULL;
  for (guint i = 0; i < surname->concept->n_terms; i++) {
    const TlumachTerm *term = &surname->concept->terms[i];
    const char *last = strrchr(term->text, ' ');
    if (g_strcmp0(term->type, "fullForm") == 0 && strcmp(term->language, surname->language) == 0 && last &&
        strcmp(last + 1, surname->text) == 0)
      return term->text;
  }
  return NULL;
}

/* Nouns that the word may be, as it is written. */
static guint noun_cases(const TlumachSession *session, const char *text, const TlToken *token, TlAnalysis *a) {
  char folded[TL_WORD_MAX];
  size_t n = tl_fold_word(text + token->span.start, token->span.end - token->span.start, folded);
  guint cases = 0;
  a->readings.n = 0;
  if (n > 0)
    tl_analyse(session->lexicon, &session->lists, folded, n, a);
  for (guint i = 0; i < a->readings.n; i++)
    if (a->tried[i] == TL_TRIED_AS_IS && (a->morphs[i].pos == TL_POS_NOUN || a->morphs[i].pos == TL_POS_ADJECTIVE))
      cases |= a->morphs[i].singular;
  return cases;
}

/* Do two given names begin alike? Only the end of one inflects: Кирила is no form of Юлія. */
static gboolean begin_alike(const char *text, const TlToken *token, const char *full) {
  size_t common = 0, length = strcspn(full, " ");
  while (common < length && token->span.start + common < token->span.end &&
         text[token->span.start + common] == full[common])
    common++;
  return common >= 2 * strlen("а") && common + 2 * strlen("а") >= length;
}

/* Behind a name that is no ordinary word (Кирила, not Президент or Віра) and not the person's own. A surname in its
 * citation form wants a name in the nominative: у Козятині Тимошенко. */
static gboolean is_namesake(const TlumachSession *session, const char *text, const GArray *tokens, guint at,
                            size_t free, const TlumachHit *hit, const char *full) {
  TlAnalysis a;
  guint cases = hit->match == TLUMACH_MATCH_EXACT ? TL_CASE_NOM : TL_CASE_ANY;
  gboolean other = FALSE;
  for (guint k = 0; k < GIVEN_MAX && at > 0; k++, at--) {
    const TlToken *given = &g_array_index(tokens, TlToken, at - 1), *next = &g_array_index(tokens, TlToken, at);
    if (next->gap != TL_GAP_SPACE || next->starts || given->span.start < free || !(given->flags & TL_TOKEN_CAPITAL))
      break;
    if (begin_alike(text, given, full))
      return FALSE;
    guint own = noun_cases(session, text, given, &a);
    other = other || (!a.known_small && (own & cases));
  }
  return other;
}

/* Трамп -> Trump: what the term base has for it, best first. */
static void keep_surname(const TlumachSession *session, const TlumachTerm *surname, GHashTable *surnames) {
  g_autoptr(GPtrArray) targets = g_ptr_array_new();
  tl_term_targets(surname, session->target, targets);
  const TlumachTerm *best = targets->len ? g_ptr_array_index(targets, 0) : NULL;
  if (best && !strchr(best->text, ' '))
    g_hash_table_insert(surnames, (gpointer)surname->text, (gpointer)best->text);
}

void tl_drop_namesakes(const TlumachSession *session, const char *text, const GArray *tokens, GArray *hits,
                       GHashTable *surnames) {
  guint at = 0, kept = 0;
  size_t free = 0; /* behind the hit before */
  for (guint i = 0; i < hits->len; i++) {
    TlumachHit hit = g_array_index(hits, TlumachHit, i);
    while (at < tokens->len && g_array_index(tokens, TlToken, at).span.start < hit.span.start)
      at++;
    const char *full = full_name(hit.term);
    if (full && at < tokens->len && is_namesake(session, text, tokens, at, free, &hit, full)) {
      keep_surname(session, hit.term, surnames);
      continue;
    }
    g_array_index(hits, TlumachHit, kept++) = hit;
    free = hit.span.end;
  }
  g_array_set_size(hits, kept);
}
