/* Rules about the words of terms in the source language, as the dictionary knows them. */
#include <string.h>

#include "terms/language_tag.h"
#include "terms/lint/lint.h"
#include "text/fold.h"

/* May the word stand first in a term that is cited as it should be? Nouns and adjectives in the nominative, and all
 * that does not decline. Against a word written large only readings in small letters count: a name that is not known
 * may look like a form of anything. */
static gboolean may_be_cited(const TlAnalysis *a) {
  guint counted = 0;
  for (guint i = 0; i < a->readings.n; i++) {
    counted += a->casing == TL_CASING_SMALL || a->tried[i] == TL_TRIED_SMALL;
    const TlMorph *morph = &a->morphs[i];
    gboolean declines = morph->pos == TL_POS_NOUN || morph->pos == TL_POS_ADJECTIVE;
    if (!declines || ((morph->singular | morph->plural) & TL_CASE_NOM))
      return TRUE;
  }
  return counted == 0;
}

static void check_citation(TlLint *lint, TlLintFile *file, const TlumachConcept *concept, const TlumachTerm *term,
                           const TlTermWord *word, gboolean alone) {
  TlAnalysis analysis;
  if (word->how.role != TL_ROLE_INFLECTS || word->casing > TL_CASING_CAPITAL ||
      (alone && word->casing == TL_CASING_CAPITAL))
    return;
  tl_analyse(lint->lexicon, lint->lists, word->folded, strlen(word->folded), &analysis);
  if (may_be_cited(&analysis))
    return;
  g_autofree char *stems = g_strjoinv(" or ", word->stems);
  tl_lint_report(lint, file, concept, term, "citation", "“%s” is not in its citation form: %s is a form of %s",
                 term->text, word->folded, stems);
}

static void check_unknown(TlLint *lint, TlLintFile *file, const TlumachConcept *concept, const TlumachTerm *term,
                          const TlTermWord *word) {
  if (word->how.role == TL_ROLE_MODELLED || word->how.role == TL_ROLE_LITERAL || word->stems[0] || word->proper ||
      word->casing != TL_CASING_SMALL || g_ascii_isdigit(word->folded[0]))
    return;
  const char *const *forms = (const char *const *)word->forms;
  g_autofree char *some = forms && forms[0] && forms[1]
                              ? g_strdup_printf("%s%s%s", forms[1], forms[2] ? ", " : "", forms[2] ? forms[2] : "")
                              : NULL;
  if (some)
    tl_lint_report(lint, file, concept, term, "unknown-word",
                   "the dictionary does not know “%s”; its forms are taken to be %s, …", word->folded, some);
  else
    tl_lint_report(lint, file, concept, term, "unknown-word",
                   "the dictionary does not know “%s”; it is found only as it stands", word->folded);
}

/* Other words whose forms the matcher takes for this one. */
static void check_homonyms(TlLint *lint, TlLintFile *file, const TlumachConcept *concept, const TlumachTerm *term,
                           const TlTermWord *word) {
  g_autoptr(GString) others = g_string_new(NULL);
  if (word->how.role != TL_ROLE_INFLECTS)
    return;
  gboolean cited = FALSE;
  for (char **stem = word->stems; *stem; stem++) {
    char lower[TL_WORD_MAX];
    gboolean same = tl_lower_word(*stem, strlen(*stem), lower) > 0 && strcmp(lower, word->form) == 0;
    cited = cited || same;
    if (!same)
      g_string_append_printf(others, "%s%s", others->len ? ", " : "", *stem);
  }
  if (others->len > 0 && cited)
    tl_lint_report(lint, file, concept, term, "homonym", "“%s” also matches forms of %s", word->folded, others->str);
}

void tl_lint_words(TlLint *lint, TlLintFile *file, const TlumachConcept *concept) {
  if (!tl_lint_wants(lint, "citation") && !tl_lint_wants(lint, "unknown-word") && !tl_lint_wants(lint, "homonym"))
    return;
  for (guint i = 0; i < concept->n_terms; i++) {
    const TlumachTerm *term = &concept->terms[i];
    g_autoptr(GPtrArray) words = tl_language_matches(term->language, lint->options.source)
                                     ? tl_term_words(lint->lexicon, lint->lists, term->text, term->words)
                                     : NULL;
    for (guint w = 0; words && w < words->len; w++) {
      const TlTermWord *word = g_ptr_array_index(words, w);
      if (w == 0)
        check_citation(lint, file, concept, term, word, words->len == 1);
      check_unknown(lint, file, concept, term, word);
      if (words->len == 1)
        check_homonyms(lint, file, concept, term, word);
    }
  }
}
