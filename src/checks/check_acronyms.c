/* "Full Form (FF)" introduces an acronym: once, and not after it was used. */
#include <string.h>

#include "checks/check.h"
#include "checks/english.h"

#define FULL_WORDS_MAX 12u

typedef struct Acronym {
  gboolean introduced, used; /* used: before it was introduced */
  guint pair;                /* where it was used first */
  TlumachSpan place;
} Acronym;

static gpointer begin(TlChecker *checker) {
  (void)checker;
  return g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
}

static gboolean in_brackets(const TlCheckUnit *unit, TlumachSpan span) {
  const char *text = unit->text[TLUMACH_TARGET];
  TlumachSpan whole = unit->span[TLUMACH_TARGET];
  return span.start > whole.start && span.end < whole.end && text[span.start - 1] == '(' && text[span.end] == ')';
}

/* Do the words before word `i` begin with the letters of the acronym, small words between them passed over? */
static gboolean spelled_out(const TlCheckUnit *unit, guint i, const char *acronym) {
  size_t letters = strlen(acronym);
  guint left = MIN(i, FULL_WORDS_MAX);
  for (guint k = 1; k <= left && letters > 0; k++) {
    const TlEnglishWord *word = &unit->words[i - k];
    if (g_ascii_toupper(unit->text[TLUMACH_TARGET][word->span.start]) == acronym[letters - 1])
      letters--;
    else if (!(word->flags & TL_ENGLISH_FUNCTION))
      return FALSE;
  }
  return letters == 0;
}

static void introduce(TlChecker *checker, const TlCheckUnit *unit, Acronym *known, const char *acronym,
                      TlumachSpan place) {
  if (known->introduced)
    tl_found(checker, unit, TL_NOWHERE, place, NULL, "“%s” was introduced before", acronym);
  else if (known->used)
    tl_found_later(checker, known->pair, TL_NOWHERE, known->place, NULL, "“%s” is used before its full form is given",
                   acronym);
  known->introduced = TRUE;
}

static void pair(TlChecker *checker, const TlCheckUnit *unit, gpointer state) {
  for (guint i = 0; i < unit->n_words; i++) {
    const TlEnglishWord *word = &unit->words[i];
    if (!(word->flags & TL_ENGLISH_ACRONYM) || (word->flags & TL_ENGLISH_DIGITS))
      continue;
    g_autofree char *acronym =
        g_strndup(unit->text[TLUMACH_TARGET] + word->span.start, word->span.end - word->span.start);
    Acronym *known = g_hash_table_lookup(state, acronym);
    if (!known) {
      known = g_new0(Acronym, 1);
      g_hash_table_insert(state, g_strdup(acronym), known);
    }
    if (in_brackets(unit, word->span) && spelled_out(unit, i, acronym)) {
      introduce(checker, unit, known, acronym, word->span);
    } else if (!known->introduced && !known->used) {
      known->used = TRUE;
      known->pair = unit->number;
      known->place = word->span;
    }
  }
}

static void end(TlChecker *checker, gpointer state) {
  (void)checker;
  g_hash_table_unref(state);
}

const TlCheck tl_check_acronyms = {
    .info = {"acronyms", TLUMACH_NOTE, TRUE, "An acronym is introduced twice, or after it was used.",
             "СОТ і Світова організація торгівлі (СОТ).\tThe WTO and the World Trade Organization (WTO)."},
    .begin = begin,
    .pair = pair,
    .end = end};
