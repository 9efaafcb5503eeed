#include "session/name_whole.h"

#include <string.h>

#include "lang/given_name.h"

/* Is each word of a term written large: the name of a person, sooner than of an office? */
static gboolean all_large(const char *const *words) {
  for (; *words; words++)
    if (!g_unichar_isupper(g_utf8_get_char(*words)))
      return FALSE;
  return TRUE;
}

static void learn_term(TlNameFinder *f, const TlumachTerm *term) {
  g_auto(GStrv) words = g_strsplit(term->text, " ", -1);
  guint n = g_strv_length(words);
  if (n < 2 || !all_large((const char *const *)words) || !tl_names_given(f->names, words[0]) ||
      !g_hash_table_add(f->met, g_strdup(words[n - 1])))
    return;
  for (guint i = 0; i < n; i++)
    tl_names_know(f->names, words[i]);
}

void tl_name_learn_terms(TlNameFinder *f) {
  for (guint i = 0; i < f->words->hits->len; i++)
    learn_term(f, g_array_index(f->words->hits, TlumachHit, i).term);
}

/* Іван, Оксана: what is behind is a surname, whatever else the word is. */
static gboolean is_given_usually(const TlNameFinder *f, const char *word) {
  const TlNameReading *reading = tl_names_reading(f->names, word);
  return tl_is_usual_given_name(reading->citation, reading->concord);
}

void tl_name_learn_whole(TlNameFinder *f, guint first, guint last, const char *citation) {
  char given[TL_WORD_MAX];
  const char *surname = strrchr(citation, ' ');
  if (first < last && surname && f->classes[last] != TL_NAME_INITIAL && tl_name_word(f, first, given) &&
      is_given_usually(f, given) && tl_name_agrees(f, first, last))
    g_hash_table_add(f->met, g_strdup(surname + 1));
}

/* Мороз is a word that names people; verbs and, where sentences begin, adjectives (Великий) say too much else. Inside a
 * sentence an adjective is somebody unless it stands before another large word (Великої Британії). */
static gboolean names_people(const TlNameFinder *f, guint at, const char *word) {
  const TlToken *next = at + 1 < f->words->tokens->len ? tl_name_token(f, at + 1) : NULL;
  gboolean before_large = next && next->gap == TL_GAP_SPACE && next->flags & TL_TOKEN_CAPITAL;
  gboolean adjective = f->classes[at] != TL_NAME_FIRST && f->classes[at] != TL_NAME_START && !before_large;
  TlAnalysis a;
  tl_analyse(f->session->lexicon, &f->session->lists, word, strlen(word), &a);
  for (guint i = 0; i < a.readings.n; i++)
    if (a.tried[i] == TL_TRIED_SMALL && a.morphs[i].pos != TL_POS_NOUN &&
        !(adjective && a.morphs[i].pos == TL_POS_ADJECTIVE))
      return FALSE;
  return a.readings.n > 0;
}

/* May the word be a form of one of them? Forms begin alike and differ in four letters at most (Орел, Орла); readings
 * cost more to have. */
static gboolean may_be_met(const TlNameFinder *f, const char *word) {
  GHashTableIter iter;
  gpointer key;
  g_hash_table_iter_init(&iter, f->met);
  while (g_hash_table_iter_next(&iter, &key, NULL)) {
    const char *surname = key;
    size_t common = 0;
    while (surname[common] && surname[common] == word[common])
      common++;
    if (common >= strlen("а") && strlen(surname + common) <= 4 * strlen("а"))
      return TRUE;
  }
  return FALSE;
}

static gboolean is_met(const TlNameFinder *f, const char *word) {
  if (!may_be_met(f, word))
    return FALSE;
  const GArray *readings = tl_names_readings(f->names, word);
  for (guint i = 0; i < readings->len; i++)
    if (g_hash_table_contains(f->met, g_array_index(readings, TlNameReading, i).citation))
      return TRUE;
  return FALSE;
}

void tl_name_settle_whole(TlNameFinder *f) {
  char word[TL_WORD_MAX];
  for (guint i = 0; i < f->words->tokens->len; i++) {
    guint8 own = f->classes[i];
    if ((own == TL_NAME_FIRST || own == TL_NAME_START || own == TL_NAME_BESIDE || own == TL_NAME_CAPITAL) &&
        tl_name_word(f, i, word) && is_met(f, word) && names_people(f, i, word)) {
      f->classes[i] = TL_NAME_SURE;
      tl_names_note(f->names, word);
    }
  }
}
