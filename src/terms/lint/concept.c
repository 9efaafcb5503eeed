/* Rules about what a concept has, language by language. */
#include <string.h>

#include "terms/concept.h"
#include "terms/language_tag.h"
#include "terms/lint/lint.h"

static guint count_terms(const TlumachConcept *concept, const char *language) {
  guint n = 0;
  for (guint i = 0; i < concept->n_terms; i++)
    n += tl_language_matches(concept->terms[i].language, language) ? 1 : 0;
  return n;
}

static gboolean is_good(TlumachStatus status) {
  return status != TLUMACH_STATUS_DEPRECATED && status != TLUMACH_STATUS_SUPERSEDED;
}

static void check_statuses(TlLint *lint, TlLintFile *file, const TlumachConcept *concept, const char *language) {
  const TlumachTerm *first = NULL, *preferred = NULL;
  guint n = 0, good = 0;
  for (guint i = 0; i < concept->n_terms; i++) {
    const TlumachTerm *term = &concept->terms[i];
    if (strcmp(term->language, language) != 0)
      continue;
    first = first ? first : term;
    n++;
    good += is_good(term->status) ? 1 : 0;
    if (term->status == TLUMACH_STATUS_PREFERRED && preferred)
      tl_lint_report(lint, file, concept, term, "two-preferred",
                     "“%s” is preferred, and so is “%s”; make one of them admitted", term->text, preferred->text);
    else if (term->status == TLUMACH_STATUS_PREFERRED)
      preferred = term;
  }
  if (good == 0 && first)
    tl_lint_report(lint, file, concept, first, "only-deprecated",
                   "“%s” is %s, and there is nothing in %s to use instead", first->text,
                   tlumach_status_name(first->status), language);
  else if (good > 1 && !preferred)
    tl_lint_report(lint, file, concept, first, "no-preferred", "none of the %u terms in %s is preferred", n, language);
}

static void check_twice(TlLint *lint, TlLintFile *file, const TlumachConcept *concept) {
  for (guint i = 0; i < concept->n_terms; i++)
    for (guint j = 0; j < i; j++)
      if (strcmp(concept->terms[i].text, concept->terms[j].text) == 0 &&
          strcmp(concept->terms[i].language, concept->terms[j].language) == 0) {
        tl_lint_report(lint, file, concept, &concept->terms[i], "duplicate-term",
                       "“%s” stands in this concept already; remove one of them", concept->terms[i].text);
        break;
      }
}

void tl_lint_concept(TlLint *lint, TlLintFile *file, const TlumachConcept *concept) {
  const char *const wanted[] = {lint->options.source, lint->options.target};
  for (guint i = 0; i < G_N_ELEMENTS(wanted) && concept->n_terms > 0; i++)
    if (count_terms(concept, wanted[i]) == 0)
      tl_lint_report(lint, file, concept, NULL, "no-equivalent", "“%s” has no term in %s", concept->terms[0].text,
                     wanted[i]);
  for (guint i = 0; i < concept->n_terms; i++)
    if (tl_term_leads(concept, i))
      check_statuses(lint, file, concept, concept->terms[i].language);
  check_twice(lint, file, concept);
}
