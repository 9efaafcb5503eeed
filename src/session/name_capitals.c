/* Official news write so, and lists of people. */
#include "session/name_capitals.h"

#include <string.h>

#include "lang/full_name.h"
#include "lang/given_name.h"

#define LETTERS_MIN 4 /* США, ООН, СБУ stand before names more often than surnames so short */

static gboolean in_capitals(const TlNameFinder *f, guint i) {
  const TlToken *token = tl_name_token(f, i);
  return (token->flags & (TL_TOKEN_CAPITAL | TL_TOKEN_UPPER_REST | TL_TOKEN_LOWER | TL_TOKEN_DIGITS)) ==
             (TL_TOKEN_CAPITAL | TL_TOKEN_UPPER_REST) &&
         g_utf8_strlen(f->words->text + token->span.start, (gssize)(token->span.end - token->span.start)) >=
             LETTERS_MIN;
}

/* Does word `i` stand beside the one before it, with small letters, and is it given to people? */
static gboolean is_given(const TlNameFinder *f, guint i, char word[TL_WORD_MAX]) {
  return tl_name_token(f, i)->flags & TL_TOKEN_CAPITAL && tl_name_token(f, i)->flags & TL_TOKEN_LOWER &&
         f->classes[i] != TL_NAME_TERM && tl_name_word(f, i, word) && tl_names_given(f->names, word);
}

static gboolean beside(const TlNameFinder *f, guint i) {
  const TlToken *token = i < f->words->tokens->len ? tl_name_token(f, i) : NULL;
  return token && token->gap == TL_GAP_SPACE && !token->starts;
}

/* Денис ШМИГАЛЬ. */
static gboolean is_behind_given(const TlNameFinder *f, guint i, const char *surname) {
  char given[TL_WORD_MAX];
  const char *words[] = {given, surname};
  return i > 0 && beside(f, i) && is_given(f, i - 1, given) && tl_full_name_agrees(f->names, words, 2);
}

/* САВЧУКА Івана: a surname that the dictionary has, or a patronymic follows. */
static gboolean is_before_given(const TlNameFinder *f, guint i, const char *surname) {
  char given[TL_WORD_MAX], father[TL_WORD_MAX];
  const char *words[] = {surname, given};
  if (!beside(f, i + 1) || !is_given(f, i + 1, given) || !tl_full_name_agrees(f->names, words, 2))
    return FALSE;
  TlAnalysis a;
  tl_analyse(f->session->lexicon, &f->session->lists, surname, strlen(surname), &a);
  return a.known_as_is ||
         (beside(f, i + 2) && tl_name_word(f, i + 2, father) && tl_is_patronymic(tl_names_citation(f->names, father)));
}

void tl_name_settle_capitals(TlNameFinder *f) {
  char word[TL_WORD_MAX];
  for (guint i = 0; i < f->words->tokens->len; i++) {
    if (!in_capitals(f, i) || f->classes[i] == TL_NAME_TERM)
      continue;
    g_hash_table_add(f->capitals, GUINT_TO_POINTER(i));
    if (tl_name_word(f, i, word) && (is_behind_given(f, i, word) || is_before_given(f, i, word))) {
      f->classes[i] = TL_NAME_SURE;
      tl_names_note(f->names, word);
    } else {
      g_hash_table_remove(f->capitals, GUINT_TO_POINTER(i));
    }
  }
}
