/* A word that stands twice in a row: "in the the house". Words that language doubles on purpose are let be, and so are
 * those of a text that does so, too. */
#include <string.h>

#include "checks/check.h"
#include "text/fold.h"

/* It had had; he said that that; many, many years ago without its comma. */
static const char *const meant[] = {"had",  "that", "very", "so",   "no",    "really", "many", "long", "much",  "far",
                                    "bye",  "yes",  "is",   "do",   "did",   "too",    "more", "blah", "knock", "ha",
                                    "дуже", "так",  "ні",   "ледь", "давно", "далеко", "ха",   "ще",   "геть",  "все",
                                    "ось",  "от",   "ну",   "той",  "бо",    "зовсім", "он",   "лиш",  NULL};

/* The word of a token in small letters, if it has nothing but letters. */
static gboolean word_of(const TlCheckUnit *unit, TlumachSide side, const TlToken *token, char out[TL_WORD_MAX]) {
  return (token->flags & TL_TOKEN_LETTERS) && !(token->flags & (TL_TOKEN_DIGITS | TL_TOKEN_HYPHEN)) &&
         tl_lower_word(unit->text[side] + token->span.start, token->span.end - token->span.start, out) > 0;
}

/* The second of two; NULL: none stands behind number `from`. The second has small letters (Duran Duran), and no
 * sentence begins with it. */
static const TlToken *next_doubled(const TlCheckUnit *unit, TlumachSide side, guint *from) {
  char word[TL_WORD_MAX], again[TL_WORD_MAX];
  for (guint i = MAX(*from, 1); i < unit->n_tokens[side]; i++) {
    const TlToken *token = &unit->tokens[side][i];
    if (token->gap != TL_GAP_SPACE || token->starts || (token->flags & (TL_TOKEN_CAPITAL | TL_TOKEN_UPPER_REST)) ||
        !word_of(unit, side, token, again) || !word_of(unit, side, token - 1, word) || strcmp(word, again) != 0 ||
        g_strv_contains(meant, word))
      continue;
    *from = i + 1;
    return token;
  }
  return NULL;
}

static void tell_side(TlChecker *checker, const TlCheckUnit *unit, TlumachSide side) {
  guint at = 1;
  for (const TlToken *token; (token = next_doubled(unit, side, &at));) {
    TlumachSpan both = {token[-1].span.start, token->span.end};
    tl_found(checker, unit, side == TLUMACH_SOURCE ? both : TL_NOWHERE, side == TLUMACH_TARGET ? both : TL_NOWHERE,
             NULL, "%s“%.*s” stands twice", side == TLUMACH_SOURCE ? "in the source, " : "",
             (int)(token->span.end - token->span.start), unit->text[side] + token->span.start);
  }
}

static void pair(TlChecker *checker, const TlCheckUnit *unit, gpointer state) {
  (void)state;
  guint at = 1;
  if (!next_doubled(unit, TLUMACH_SOURCE, &at))
    tell_side(checker, unit, TLUMACH_TARGET);
  else if (checker->house.strict)
    tell_side(checker, unit, TLUMACH_SOURCE);
}

const TlCheck tl_check_doubled = {
    .info = {"doubled", TLUMACH_WARNING, TRUE, "A word stands twice in a row.", "Він удома.\tHe is in the the house."},
    .pair = pair};
