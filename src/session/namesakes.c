/* A surname in a term base stands for one person; behind another given name it is somebody else's. Seen in the text,
 * not in the index: the term is one word, and what is beside it decides. */
#include "session/namesakes.h"

#include <string.h>

#include "lang/full_name.h"
#include "lang/given_name.h"
#include "lang/surname.h"
#include "terms/concept.h"
#include "text/fold.h"

#define GIVEN_MAX 3u /* given name, patronymic, and one more */

/* A text whose surnames are looked at. */
typedef struct Namesakes {
  const TlumachSession *session;
  const char *text;
  const GArray *tokens; /* TlToken */
  TlNames *names;
  size_t free;       /* behind the hit before */
  GHashTable *whole; /* concepts that the text has by a full name */
  GHashTable *his;   /* terms whose word is the surname of somebody else in this text, a man */
} Namesakes;

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

/* The word as it is written, folded; "" when it is none. */
static const char *folded(const char *text, const TlToken *token, char out[TL_WORD_MAX]) {
  out[tl_fold_word(text + token->span.start, token->span.end - token->span.start, out)] = '\0';
  return out;
}

/* Do two given names begin alike? Only the end of one inflects: Кирила is no form of Юлія. */
static gboolean begin_alike(const char *text, const TlToken *token, const char *full) {
  size_t common = 0, length = strcspn(full, " ");
  while (common < length && token->span.start + common < token->span.end &&
         text[token->span.start + common] == full[common])
    common++;
  return common >= 2 * strlen("а") && common + 2 * strlen("а") >= length;
}

/* A word before the surname that is somebody's given name: it is in the case and gender of the surname. That may be
 * said of places, too (у Козятині Тимошенко, of a woman), so a name in another case than the nominative beside a
 * surname in its citation form must be one that the dictionary shows to be given to people; so must an ordinary word
 * (Віра, not Президент). */
static gboolean is_given_to(Namesakes *n, const TlToken *given, const TlToken *surname, const TlumachHit *hit) {
  char name[TL_WORD_MAX], family[TL_WORD_MAX];
  const char *words[] = {folded(n->text, given, name), folded(n->text, surname, family)};
  TlAnalysis a;
  tl_analyse(n->session->lexicon, &n->session->lists, name, strlen(name), &a);
  if (!*name || !*family || (!a.known_as_is && (a.known_small || given->starts)) ||
      !tl_full_name_agrees(n->names, words, G_N_ELEMENTS(words)))
    return FALSE;
  gboolean nominative = hit->match != TLUMACH_MATCH_EXACT || strcmp(tl_names_citation(n->names, name), name) == 0;
  return (nominative && !a.known_small) || tl_names_given(n->names, name);
}

/* Степан Орел is not the city: behind a word that is somebody's given name before all, whatever the term is. One that
 * is an ordinary word, too, must be a usual name (Роман; not Влада Польщі). */
static gboolean is_family_of(Namesakes *n, const TlToken *given, const TlToken *surname) {
  char name[TL_WORD_MAX], family[TL_WORD_MAX];
  const char *words[] = {folded(n->text, given, name), folded(n->text, surname, family)};
  if (!*name || !*family || (surname->flags & (TL_TOKEN_CAPITAL | TL_TOKEN_UPPER_REST)) != TL_TOKEN_CAPITAL)
    return FALSE;
  const TlNameReading *own = tl_names_reading(n->names, name);
  TlAnalysis a;
  tl_analyse(n->session->lexicon, &n->session->lists, name, strlen(name), &a);
  return own->given && (!a.known_small || tl_is_usual_given_name(own->citation, own->concord)) &&
         tl_full_name_agrees(n->names, words, G_N_ELEMENTS(words));
}

static gboolean is_mans(Namesakes *n, const TlToken *given) {
  char name[TL_WORD_MAX];
  return tl_names_reading(n->names, folded(n->text, given, name))->concord == TL_CONCORD_M;
}

/* Behind a given name that is not the person's own; `full`: NULL of what is no person. */
static gboolean is_namesake(Namesakes *n, guint at, const TlumachHit *hit, const char *full) {
  const TlToken *surname = &g_array_index(n->tokens, TlToken, at);
  gboolean other = FALSE;
  for (guint k = 0; k < (full ? GIVEN_MAX : 1) && at > 0; k++, at--) {
    const TlToken *given = &g_array_index(n->tokens, TlToken, at - 1), *next = &g_array_index(n->tokens, TlToken, at);
    if (next->gap != TL_GAP_SPACE || next->starts || given->span.start < n->free || !(given->flags & TL_TOKEN_CAPITAL))
      break;
    if (full && begin_alike(n->text, given, full))
      return FALSE;
    if (full ? is_given_to(n, given, surname, hit) : is_family_of(n, given, surname)) {
      other = TRUE;
      if (is_mans(n, given))
        g_hash_table_add(n->his, (gpointer)hit->term);
    }
  }
  return other;
}

/* Русова: of Русов, a surname. */
static gboolean is_ov(Namesakes *n, const char *word) {
  return tl_surname_may_be_hers(tl_names_citation(n->names, word), word);
}

/* Софія Федина is not the city: a term of one word that is a given name, before what is a name alone, is hers. `next`:
 * where the hit behind begins. */
static gboolean is_given_before_name(Namesakes *n, guint at, const TlumachHit *hit, size_t next) {
  const TlToken *given = &g_array_index(n->tokens, TlToken, at), *family = given + 1;
  char name[TL_WORD_MAX], surname[TL_WORD_MAX];
  if (at + 1 >= n->tokens->len || given->span.start != hit->span.start || given->span.end != hit->span.end ||
      family->gap != TL_GAP_SPACE || family->starts || family->span.start >= next ||
      !(given->flags & family->flags & TL_TOKEN_CAPITAL))
    return FALSE;
  const char *words[] = {folded(n->text, given, name), folded(n->text, family, surname)};
  TlAnalysis a;
  tl_analyse(n->session->lexicon, &n->session->lists, surname, strlen(surname), &a);
  return *name && *surname && !a.known_small && a.casing == TL_CASING_CAPITAL && tl_names_given(n->names, name) &&
         (!tl_names_given(n->names, surname) || is_ov(n, surname)) &&
         tl_full_name_agrees(n->names, words, G_N_ELEMENTS(words));
}

/* Трамп -> Trump: what the term base has for it, best first. */
static void keep_surname(const TlumachSession *session, const TlumachTerm *surname, GHashTable *surnames) {
  g_autoptr(GPtrArray) targets = g_ptr_array_new();
  tl_term_targets(surname, session->target, targets);
  const TlumachTerm *best = targets->len ? g_ptr_array_index(targets, 0) : NULL;
  if (best && !strchr(best->text, ' '))
    g_hash_table_insert(surnames, (gpointer)surname->text, (gpointer)best->text);
}

/* Франко -> Franko, where the text has Іван Франко: the surname that the target language has for the person. */
static void keep_whole(Namesakes *n, const TlumachTerm *term, GHashTable *surnames) {
  g_autoptr(GPtrArray) targets = g_ptr_array_new();
  const char *space = strrchr(term->text, ' ');
  g_autofree char *given = g_strndup(term->text, strcspn(term->text, " "));
  if (!space || !tl_names_given(n->names, given))
    return;
  tl_term_targets(term, n->session->target, targets);
  for (guint i = 0; i < targets->len; i++) {
    const TlumachTerm *target = targets->pdata[i];
    if (g_strcmp0(target->type, "shortForm") == 0 && !strchr(target->text, ' ')) {
      g_hash_table_insert(surnames, (gpointer)(space + 1), (gpointer)target->text);
      return;
    }
  }
}

/* Somebody else in this text has the surname, and nobody has it with the name of the term base: he is meant where it
 * stands alone, too. A place behind `в` stays one. */
static gboolean is_his_alone(const Namesakes *n, guint at, const TlumachHit *hit) {
  const TlToken *word = &g_array_index(n->tokens, TlToken, at);
  if (!g_hash_table_contains(n->his, hit->term) || g_hash_table_contains(n->whole, hit->term->concept) ||
      !(word->flags & TL_TOKEN_CAPITAL))
    return FALSE;
  static const char *const in[] = {"в", "у", "В", "У", NULL};
  char before[TL_WORD_MAX] = "";
  if (at > 0 && word->gap == TL_GAP_SPACE)
    folded(n->text, word - 1, before);
  return !g_strv_contains(in, before);
}

typedef gboolean (*DropFunc)(Namesakes *n, guint at, const TlumachHit *hit, size_t next, GHashTable *surnames);

static void drop(Namesakes *n, GArray *hits, DropFunc func, GHashTable *surnames) {
  guint at = 0, kept = 0;
  n->free = 0;
  for (guint i = 0; i < hits->len; i++) {
    TlumachHit hit = g_array_index(hits, TlumachHit, i);
    while (at < n->tokens->len && g_array_index(n->tokens, TlToken, at).span.start < hit.span.start)
      at++;
    size_t next = i + 1 < hits->len ? g_array_index(hits, TlumachHit, i + 1).span.start : G_MAXSIZE;
    if (at < n->tokens->len && func(n, at, &hit, next, surnames))
      continue;
    g_array_index(hits, TlumachHit, kept++) = hit;
    n->free = hit.span.end;
  }
  g_array_set_size(hits, kept);
}

static gboolean drop_whole(Namesakes *n, guint at, const TlumachHit *hit, size_t next, GHashTable *surnames) {
  const char *full = full_name(hit->term);
  if (is_given_before_name(n, at, hit, next))
    return TRUE;
  if (strchr(hit->term->text, ' ')) {
    g_hash_table_add(n->whole, (gpointer)hit->term->concept);
    keep_whole(n, hit->term, surnames);
    return FALSE;
  }
  gboolean namesake = is_namesake(n, at, hit, full);
  if (namesake && full)
    keep_surname(n->session, hit->term, surnames);
  return namesake;
}

static gboolean drop_alone(Namesakes *n, guint at, const TlumachHit *hit, size_t next, GHashTable *surnames) {
  (void)next;
  (void)surnames;
  return is_his_alone(n, at, hit);
}

void tl_drop_namesakes(const TlumachSession *session, const char *text, const GArray *tokens, GArray *hits,
                       GHashTable *surnames) {
  g_autoptr(TlNames) names = tl_names_new(session->lexicon, &session->lists);
  g_autoptr(GHashTable) whole = g_hash_table_new(NULL, NULL), his = g_hash_table_new(NULL, NULL);
  Namesakes n = {session, text, tokens, names, 0, whole, his};
  drop(&n, hits, drop_whole, surnames);
  drop(&n, hits, drop_alone, surnames);
}
