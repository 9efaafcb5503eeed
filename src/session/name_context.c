/* Read off the words beside the name: a preposition before it that has one case or two, an adjective or a word for a
 * person in apposition (міністерку Валентину Іванову), the pronoun of a clause behind it. */
#include "session/name_context.h"

#include <string.h>

#include "lang/given_name.h"

#define GEN TL_CASE_GEN
#define DAT TL_CASE_DAT
#define ACC TL_CASE_ACC
#define INS TL_CASE_INS
#define LOC TL_CASE_LOC

/* The cases of prepositions: textbooks of grammar agree on them. */
static const struct {
  guint8 cases;
  const char *words[14];
} prepositions[] = {
    {GEN,
     {"без", "від", "до", "для", "після", "проти", "біля", "щодо", "замість", "крім", "заради", "серед", "навколо"}},
    {GEN, {"стосовно", "поблизу", "довкола", "окрім", "всупереч", "задля", "ради"}},
    {DAT, {"завдяки", "назустріч", "наперекір"}},
    {ACC, {"про", "через", "крізь"}},
    {ACC | INS, {"перед", "над", "під", "поза"}},
    {GEN | INS, {"з", "із", "зі"}},
    {GEN | ACC | LOC, {"в", "у"}},
    {ACC | LOC, {"на", "о", "об"}},
    {DAT | ACC | LOC, {"по"}},
    {LOC, {"при"}},
};

/* Words for women that do not decline. */
static const char *const of_women[] = {"пані", "леді", "міс", "місіс", "мадам", "фрау", NULL};

static const char *const which_he[] = {"який", "якого", "якому", "яким", NULL};
static const char *const which_she[] = {"яка", "якої", "якій", "яку", "якою", NULL};

static void in_all(TlNameFrame *frame, guint8 cases) {
  for (guint i = 0; i < TL_CONCORDS; i++)
    frame->cases[i] |= cases;
}

static size_t small_word(const TlNameFinder *f, guint i, char out[TL_WORD_MAX]) {
  const TlToken *token = tl_name_token(f, i);
  char word[TL_WORD_MAX];
  size_t n = tl_fold_word(f->words->text + token->span.start, token->span.end - token->span.start, word);
  return n > 0 ? tl_lower_word(word, n, out) : 0;
}

static guint8 cases_of_preposition(const char *word) {
  for (guint i = 0; i < G_N_ELEMENTS(prepositions); i++)
    for (guint k = 0; k < G_N_ELEMENTS(prepositions[i].words) && prepositions[i].words[k]; k++)
      if (strcmp(prepositions[i].words[k], word) == 0)
        return prepositions[i].cases;
  return 0;
}

/* A word for a person: the name is in its case, of its gender. A woman may be called by a man's word (міністр), which
 * in its citation form is no accusative, and in -а no plural. Or the name is somebody's whose that person is (дружина
 * Романа). */
static void add_person(const char *word, const char *entry, const TlMorph *morph, TlNameFrame *frame) {
  gboolean his = morph->gender == TL_GENDER_M;
  guint8 most = his && strcmp(word, entry) == 0 ? TL_CASE_NOM : TL_CASE_ANY;
  for (guint8 concord = TL_CONCORD_M; concord <= TL_CONCORD_F; concord++)
    frame->cases[concord] |= (his ? morph->singular : tl_morph_cases(morph, concord)) & most;
  in_all(frame, GEN | (his && morph->singular ? 0 : morph->plural));
}

/* What the word before says, of прем'єр-міністерка the last part. FALSE: nothing, or it may be another word. */
static gboolean read_before(const TlNameFinder *f, const char *word, TlNameFrame *frame) {
  TlLexicon *lexicon = f->session->lexicon;
  guint8 cases = cases_of_preposition(word);
  in_all(frame, cases);
  if (g_strv_contains(of_women, word))
    frame->cases[TL_CONCORD_F] = cases = TL_CASE_ANY;
  if (cases)
    return TRUE;
  const char *hyphen = strrchr(word, '-');
  word = hyphen ? hyphen + 1 : word;
  TlAnalysis a;
  tl_analyse_briefly(lexicon, &f->session->lists, word, strlen(word), &a);
  for (guint i = 0; i < a.readings.n; i++) {
    const char *entry = tl_reading_stem(&a.readings, i);
    const TlMorph *morph = &a.morphs[i];
    if (morph->pos == TL_POS_NOUN && tl_is_spoken_to(lexicon, entry))
      add_person(word, entry, morph, frame);
    else if (morph->pos == TL_POS_ADJECTIVE && morph->gender != TL_GENDER_ANY)
      for (guint8 concord = 0; concord < TL_CONCORDS; concord++)
        frame->cases[concord] |= tl_morph_cases(morph, concord);
    else
      return FALSE;
  }
  return a.readings.n > 0;
}

/* The gender of the pronoun behind a comma, and a preposition at most: …, яку; …, про якого. TL_CONCORDS: none. */
static TlConcord gender_behind(const TlNameFinder *f, guint last) {
  char word[TL_WORD_MAX];
  guint i = last + 1;
  if (i >= f->words->tokens->len || f->words->text[tl_name_token(f, last)->span.end] != ',' ||
      tl_name_token(f, i)->starts || small_word(f, i, word) == 0)
    return TL_CONCORDS;
  if (cases_of_preposition(word) && (++i >= f->words->tokens->len || small_word(f, i, word) == 0))
    return TL_CONCORDS;
  return g_strv_contains(which_he, word) ? TL_CONCORD_M : g_strv_contains(which_she, word) ? TL_CONCORD_F : TL_CONCORDS;
}

gboolean tl_name_context(const TlNameFinder *f, guint first, guint last, TlNameFrame *frame) {
  const TlToken *token = tl_name_token(f, first);
  char word[TL_WORD_MAX];
  *frame = (TlNameFrame){.cases = {0}};
  size_t n = first > 0 && token->gap == TL_GAP_SPACE && !token->starts ? small_word(f, first - 1, word) : 0;
  gboolean shown = n > 0 && read_before(f, word, frame);
  TlConcord gender = gender_behind(f, last);
  if (gender == TL_CONCORDS)
    return shown;
  if (!shown)
    frame->cases[gender] = TL_CASE_ANY;
  for (guint8 concord = 0; concord < TL_CONCORDS; concord++)
    frame->cases[concord] = concord == gender ? frame->cases[concord] : 0;
  return frame->cases[gender] != 0;
}
