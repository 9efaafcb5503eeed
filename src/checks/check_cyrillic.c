/* Cyrillic letters in a translation into a language of Latin letters: a word left over, or a letter that only looks
 * Latin. */
#include "checks/check.h"

#include <string.h>

#include "text/fold.h"

/* "Кyiv" with the letters that only look Latin replaced; NULL when some letter has no look-alike. */
static char *latin(const char *word, size_t length) {
  char folded[TL_WORD_MAX], out[TL_WORD_MAX];
  size_t n = tl_fold_word(word, length, folded);
  return n && tl_lookalike_word(folded, n, FALSE, out) ? g_strdup(out) : NULL;
}

static gboolean in_source(const TlCheckUnit *unit, const char *word, size_t length) {
  TlumachSpan source = unit->span[TLUMACH_SOURCE];
  return memmem(unit->text[TLUMACH_SOURCE] + source.start, source.end - source.start, word, length) != NULL;
}

static gboolean mostly_cyrillic(const TlCheckUnit *unit) {
  guint cyrillic = 0, latin_words = 0;
  for (guint i = 0; i < unit->n_tokens[TLUMACH_TARGET]; i++) {
    cyrillic += (unit->tokens[TLUMACH_TARGET][i].flags & TL_TOKEN_CYRILLIC) != 0;
    latin_words += (unit->tokens[TLUMACH_TARGET][i].flags & TL_TOKEN_LATIN) != 0;
  }
  return cyrillic > latin_words;
}

static void pair(TlChecker *checker, const TlCheckUnit *unit, gpointer state) {
  (void)state;
  if (mostly_cyrillic(unit)) /* untranslated: another check's */
    return;
  for (guint i = 0; i < unit->n_tokens[TLUMACH_TARGET]; i++) {
    const TlToken *token = &unit->tokens[TLUMACH_TARGET][i];
    const char *word = unit->text[TLUMACH_TARGET] + token->span.start;
    size_t length = token->span.end - token->span.start;
    if (!(token->flags & TL_TOKEN_CYRILLIC))
      continue;
    g_autofree char *meant = latin(word, length);
    const char *suggestions[] = {meant, NULL};
    if (token->flags & TL_TOKEN_LATIN) {
      tl_found(checker, unit, TL_NOWHERE, token->span, suggestions, "Cyrillic letters in “%.*s”", (int)length, word);
      if (meant)
        tl_fix_one(checker, token->span, meant);
    } else if (!meant || in_source(unit, word, length))
      tl_found(checker, unit, TL_NOWHERE, token->span, NULL, "“%.*s” is left in Cyrillic", (int)length, word);
    else
      tl_found(checker, unit, TL_NOWHERE, token->span, suggestions, "“%.*s” is of Cyrillic letters that look Latin",
               (int)length, word);
  }
}

const TlCheck tl_check_cyrillic = {.info = {"cyrillic", TLUMACH_SEVERE, TRUE,
                                            "Cyrillic letters are left in the target, or some that only look Latin.",
                                            "Київ.\tKyiv is the сapital."},
                                   .pair = pair};
