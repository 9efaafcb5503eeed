/* What is said of how the words of a term behave: does it mean something, and does the dictionary know the models? */
#include "terms/lint/lint.h"

#include <string.h>

#include "terms/language_tag.h"
#include "text/fold.h"

#define RULE "said-words"

static void check_pieces(TlLint *lint, TlLintFile *file, const TlumachConcept *concept, const TlumachTerm *term) {
  for (gsize at = 0, length = 0;; at += length) {
    g_autofree char *fault = tl_behaviour_fault(term->words, term->text, &at, &length);
    if (!fault)
      break;
    tl_lint_report_words(lint, file, concept, term, (TlumachSpan){at, at + length}, RULE, "“%.*s”: %s", (int)length,
                         term->words + at, fault);
  }
}

/* A model that has no forms is not followed. */
static void check_model(TlLint *lint, TlLintFile *file, const TlumachConcept *concept, const TlumachTerm *term,
                        const TlTermWord *word) {
  TlBehaviour said = tl_behaviour_said(term->words, word->form);
  char model[TL_WORD_MAX];
  size_t n = said.model ? tl_fold_word(said.model, said.model_length, model) : 0;
  TlAnalysis analysis;
  if (n == 0 || word->how.role == TL_ROLE_MODELLED)
    return;
  gsize at = (gsize)(said.model - term->words);
  tl_analyse(lint->lexicon, lint->lists, model, n, &analysis);
  tl_lint_report_words(lint, file, concept, term, (TlumachSpan){at, at + said.model_length}, RULE,
                       analysis.known_as_is ? "“%s” has no forms that “%s” could follow"
                                            : "the dictionary does not know “%s”, which “%s” is said to inflect like",
                       model, word->folded);
}

void tl_lint_behaviour(TlLint *lint, TlLintFile *file, const TlumachConcept *concept) {
  if (!tl_lint_wants(lint, RULE))
    return;
  for (guint i = 0; i < concept->n_terms; i++) {
    const TlumachTerm *term = &concept->terms[i];
    if (!term->words)
      continue;
    check_pieces(lint, file, concept, term);
    g_autoptr(GPtrArray) words = lint->lexicon && tl_language_matches(term->language, lint->options.source)
                                     ? tl_term_words(lint->lexicon, lint->lists, term->text, term->words)
                                     : NULL;
    for (guint w = 0; words && w < words->len; w++)
      check_model(lint, file, concept, term, g_ptr_array_index(words, w));
  }
}
