/* Cyrillic letters in a translation into a language of Latin letters: a word left over, or a letter that only looks
 * Latin. */
#include "checks/check.h"

#include <string.h>

#include "checks/designations.h"
#include "lang/romanised.h"
#include "text/chars.h"
#include "text/fold.h"
#include "text/romanize.h"

#define READINGS_MAX 6u   /* letters of a word that can be read two ways */
#define DICTIONARY_MIN 3u /* letters: dictionaries have shorter words of every kind … */
/* … and take numbers and parts between hyphens as they come: of С-300 they know nothing. */
#define LATIN G_CSET_A_2_Z G_CSET_a_2_z "'"

/* What a Cyrillic letter may be meant for: the Latin one that looks like it, and the one that sounds like it. */
typedef struct Letter {
  char looks[8], sounds[8];
} Letter;

static gboolean read_letter(gunichar c, gunichar before, Letter *letter) {
  char own[8] = {0}, latin[TL_WORD_MAX];
  size_t n = (size_t)g_unichar_to_utf8(c, own);
  const char *sound = tl_romanize_letter(g_unichar_tolower(c), before);
  if (!tl_lookalike_word(own, n, FALSE, latin) || strlen(latin) >= sizeof letter->looks)
    return FALSE;
  g_strlcpy(letter->looks, latin, sizeof letter->looks);
  g_strlcpy(letter->sounds, sound && *sound ? sound : latin, sizeof letter->sounds);
  if (g_unichar_isupper(c))
    letter->sounds[0] = g_ascii_toupper(letter->sounds[0]);
  return TRUE;
}

/* Is the word in the pair's terms, the source's romanised words, the dictionary, or a romanised name? */
static gboolean is_known(TlChecker *checker, const TlCheckUnit *unit, const char *word) {
  size_t length = strlen(word);
  guint flags;
  guint32 key = tl_english_key(checker->english, word, length, &flags);
  for (guint i = 0; i < unit->n_hits; i++)
    if (tl_designations_have(checker->designations, unit->hits[i].term->concept, key))
      return TRUE;
  for (guint i = 0; i < unit->n_tokens[TLUMACH_SOURCE]; i++) {
    TlumachSpan span = unit->tokens[TLUMACH_SOURCE][i].span;
    g_autoptr(GString) name = g_string_new(NULL);
    tl_romanize(unit->text[TLUMACH_SOURCE] + span.start, span.end - span.start, name);
    if (strcmp(name->str, word) == 0)
      return TRUE;
  }
  const TlFrozen *names = checker->house.ukrainian ? tl_lexicon_frozen(checker->house.ukrainian) : NULL;
  return (names && tl_is_romanised_name(names, word, length)) ||
         (checker->house.english && length >= DICTIONARY_MIN && strspn(word, LATIN) == length &&
          tl_lexicon_spell(checker->house.english, word, length));
}

/* The word with bit `i` of `sounds` saying whether its letter number `i` of two readings is meant as it sounds. NULL: a
 * letter has no look-alike. `*n`: how many letters have two. */
static char *reading(const char *folded, guint sounds, guint *n) {
  g_autoptr(GString) out = g_string_new(NULL);
  gunichar before = 0;
  *n = 0;
  for (const char *at = folded; *at; at = g_utf8_next_char(at)) {
    gunichar c = g_utf8_get_char(at);
    Letter letter;
    if (!(tl_chars_class(c) & TL_CHAR_CYRILLIC)) {
      g_string_append_unichar(out, c);
    } else if (!read_letter(c, before, &letter)) {
      return NULL;
    } else if (strcmp(letter.looks, letter.sounds) == 0) {
      g_string_append(out, letter.looks);
    } else {
      g_string_append(out, *n < READINGS_MAX && (sounds >> *n & 1) ? letter.sounds : letter.looks);
      ++*n;
    }
    before = c;
  }
  return g_string_free(g_steal_pointer(&out), FALSE);
}

/* "Кyiv" in Latin letters. Where a letter can be read two ways, as the р of "Крemlin", only what is a known word: a
 * wrong one that looks right is worse than the fault. */
static char *latin(TlChecker *checker, const TlCheckUnit *unit, const char *word, size_t length) {
  char folded[TL_WORD_MAX];
  guint n = 0;
  if (!tl_fold_word(word, length, folded))
    return NULL;
  for (guint sounds = 0; sounds < 1u << MIN(n, READINGS_MAX); sounds++) {
    char *meant = reading(folded, sounds, &n);
    if (!meant || n == 0 || (n <= READINGS_MAX && is_known(checker, unit, meant)))
      return meant;
    g_free(meant);
  }
  return NULL;
}

/* Can all its letters be read as Latin ones? */
static gboolean looks_latin(const char *word, size_t length) {
  char folded[TL_WORD_MAX], out[TL_WORD_MAX];
  size_t n = tl_fold_word(word, length, folded);
  return n && tl_lookalike_word(folded, n, FALSE, out);
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
    g_autofree char *meant = latin(checker, unit, word, length);
    const char *suggestions[] = {meant, NULL};
    if (token->flags & TL_TOKEN_LATIN) {
      tl_found(checker, unit, TL_NOWHERE, token->span, suggestions, "Cyrillic letters in “%.*s”", (int)length, word);
      if (meant)
        tl_fix_one(checker, token->span, meant);
    } else if (!looks_latin(word, length) || in_source(unit, word, length))
      tl_found(checker, unit, TL_NOWHERE, token->span, NULL, "“%.*s” is left in Cyrillic", (int)length, word);
    else
      tl_found(checker, unit, TL_NOWHERE, token->span, suggestions, "“%.*s” is of Cyrillic letters that look Latin",
               (int)length, word);
  }
}

const TlCheck tl_check_cyrillic = {.info = {"cyrillic", TLUMACH_SEVERE, TRUE,
                                            "Cyrillic letters are left in the target, or some that only look Latin.",
                                            "Київ.\tKyiv is the сapital."},
                                   .dictionary = TRUE,
                                   .pair = pair};
