#include "session/name_adjective.h"

#include <string.h>

#include "lang/place_adjective.h"
#include "text/romanize.h"

static gboolean is_conjunction(const TlNameFinder *f, const TlToken *token) {
  static const char *const all[] = {"і", "й", "та", "або", "чи"};
  for (guint i = 0; i < G_N_ELEMENTS(all); i++)
    if (token->span.end - token->span.start == strlen(all[i]) &&
        memcmp(f->words->text + token->span.start, all[i], strlen(all[i])) == 0)
      return TRUE;
  return FALSE;
}

/* Does a common noun follow, behind others of its kind at most: Покровському, Лиманському та Куп'янському напрямках? */
static gboolean before_noun(const TlNameFinder *f, guint i) {
  char word[TL_WORD_MAX], adjective[TL_WORD_MAX];
  for (guint j = i + 1; j < f->words->tokens->len && !tl_name_token(f, j)->starts; j++) {
    const TlToken *token = tl_name_token(f, j);
    if (is_conjunction(f, token))
      continue;
    if (token->flags & TL_TOKEN_CAPITAL) {
      if (!tl_name_word(f, j, word) || !tl_place_adjective(word, adjective))
        return FALSE;
      continue;
    }
    size_t n = tl_fold_word(f->words->text + token->span.start, token->span.end - token->span.start, word);
    TlAnalysis a;
    tl_analyse(f->session->lexicon, &f->session->lists, word, n, &a);
    for (guint k = 0; k < a.readings.n; k++)
      if (a.morphs[k].pos == TL_POS_NOUN)
        return token->gap == TL_GAP_SPACE;
    return FALSE;
  }
  return FALSE;
}

/* Куп'янський напрямок: what to write in English is the place. */
gboolean tl_name_adjective(TlNameFinder *f, guint i, TlumachName *name) {
  char word[TL_WORD_MAX], adjective[TL_WORD_MAX], place[TL_WORD_MAX];
  if (!tl_name_word(f, i, word) || !tl_place_adjective(word, adjective) || !before_noun(f, i) ||
      !tl_place_of_adjective(f->session->lexicon, adjective, place))
    return FALSE;
  g_autoptr(GString) latin = g_string_new(NULL);
  tl_romanize(place, strlen(place), latin);
  g_autofree char *why = g_strdup_printf("an adjective of %s", place);
  *name = (TlumachName){.span = tl_name_token(f, i)->span,
                        .citation = tl_arena_strdup(f->arena, adjective),
                        .romanized = tl_arena_strdup(f->arena, latin->str),
                        .why = tl_arena_strdup(f->arena, why)};
  return TRUE;
}
