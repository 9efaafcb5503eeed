/* Which words are right. What the speller takes for right beyond the dictionary: the words of the term bases in all
 * their forms, our lists, words that the language builds freely; and what it does not take: old spellings. */
#include <string.h>

#include "base/position.h"
#include "lang/british.h"
#include "lang/built_words.h"
#include "lang/romanised.h"
#include "session/words.h"
#include "terms/language_tag.h"
#include "text/address.h"

/* A word of a term base, as it is written there or in a form that the dictionary could not make. */
static gboolean is_term_word(const TlumachSession *session, const char *folded, size_t length) {
  char large[TL_WORD_MAX];
  if (g_utf8_strlen(folded, (gssize)length) < 3 && tl_upper_word(folded, length, large) && strcmp(folded, large) != 0)
    return FALSE;                                             /* да Сілва: not every `да` is right for that */
  if (tl_word_list_get(session->lists.abbreviations, folded)) /* дол. США: with its point alone */
    return FALSE;
  return tl_term_index_knows_word(session->index, folded, length, tl_casing(folded, length));
}

static gboolean is_personal(const TlumachSession *session, const char *folded, size_t length) {
  for (guint i = 0; i < session->personal->len; i++)
    if (tlumach_personal_knows(g_ptr_array_index(session->personal, i), folded, (gssize)length))
      return TRUE;
  return FALSE;
}

gboolean tl_is_outdated(const TlumachSession *session, const char *folded, size_t length) {
  char small[TL_WORD_MAX];
  if (session->any_orthography)
    return FALSE;
  size_t n = tl_lower_word(folded, length, small);
  return (n > 0 && tl_is_old_spelling(session->lists.old, small, n)) ||
         tl_odd_hyphen(session->lexicon, session->lists.prefixes, folded) > 0;
}

static gpointer open_names(gpointer user) {
  return tl_session_lexicon(user, "uk", NULL, NULL);
}

/* Petrenko, Petrenko's: an English text has the names of the Ukrainian dictionary in Latin letters. */
static gboolean is_romanised(const TlumachSession *shared, const char *folded, size_t length) {
  TlumachSession *session = (TlumachSession *)shared; /* what is opened once changes no answer */
  if (!g_str_has_prefix(session->source, "en") || !g_ascii_isupper(*folded))
    return FALSE;
  const TlLexicon *names = g_once(&session->names, open_names, session);
  const TlFrozen *frozen = names ? tl_lexicon_frozen(names) : NULL;
  return frozen && tl_is_romanised_name(frozen, folded, length - (g_str_has_suffix(folded, "'s") ? 2 : 0));
}

/* English text may be of either side of the ocean, whatever the dictionary. */
static gboolean is_british(const TlumachSession *session, const char *folded, size_t length) {
  char small[TL_WORD_MAX];
  return g_str_has_prefix(session->source, "en") && tl_lower_word(folded, length, small) > 0 &&
         tl_is_british(session->lexicon, small);
}

static gboolean is_right(const TlumachSession *session, const char *folded, size_t n) {
  if (is_personal(session, folded, n))
    return TRUE;
  if (tl_is_outdated(session, folded, n)) /* a term base may have it, so that it is found */
    return FALSE;
  return tl_lexicon_spell(session->lexicon, folded, n) || tl_irregular_lemmas(session->lists.irregulars, folded) ||
         is_term_word(session, folded, n) || tl_is_built_word(session->lexicon, session->lists.prefixes, folded) ||
         is_romanised(session, folded, n) || is_british(session, folded, n);
}

/* "20 чол.", "ст. 51", "грн.": a usual abbreviation before its point; or a short word there, without a vowel, or with
 * the sentence going on behind it. */
static gboolean is_abbreviation(const TlumachSession *session, const char *text, size_t length, const TlToken *token) {
  char folded[TL_WORD_MAX], small[TL_WORD_MAX];
  size_t at = token->span.end, n = at - token->span.start;
  if (at >= length || text[at] != '.' || (token->flags & TL_TOKEN_LATIN) ||
      (n = tl_fold_word(text + token->span.start, n, folded)) == 0)
    return FALSE;
  if (tl_lower_word(folded, n, small) > 0 && tl_word_list_get(session->lists.abbreviations, small))
    return TRUE;
  if (g_utf8_strlen(folded, -1) > 4)
    return FALSE;
  gboolean vowel = FALSE;
  for (const char *p = folded; *p; p = g_utf8_next_char(p))
    vowel = vowel || g_utf8_strchr("аеєиіїоуюяАЕЄИІЇОУЮЯ", -1, g_utf8_get_char(p));
  for (at++; at < length && text[at] == ' ';)
    at++;
  guint32 next = 0;
  if (at < length)
    tl_utf8_next(text + at, length - at, &next);
  return !vowel || g_unichar_islower(next) || g_unichar_isdigit(next);
}

/* Letters alone, of a script that the language has? Others are for another dictionary, or for none. */
static gboolean is_for_us(const TlumachSession *session, const TlToken *token) {
  if (!(token->flags & TL_TOKEN_LETTERS) || (token->flags & TL_TOKEN_DIGITS))
    return FALSE;
  guint scripts = token->flags & (TL_TOKEN_CYRILLIC | TL_TOKEN_LATIN);
  return tl_language_is_cyrillic(session->source) ? (scripts & TL_TOKEN_CYRILLIC) != 0 : scripts != TL_TOKEN_CYRILLIC;
}

TlumachVerdict tl_judge_alone(const TlumachSession *session, const char *text, const TlToken *token,
                              char folded[TL_WORD_MAX]) {
  size_t n = tl_fold_word(text + token->span.start, token->span.end - token->span.start, folded);
  if (n == 0 || !is_for_us(session, token))
    return TLUMACH_WORD_PASSED;
  return is_right(session, folded, n) ? TLUMACH_WORD_RIGHT : TLUMACH_WORD_WRONG;
}

TlumachVerdict tl_judge_place(const TlumachSession *session, TlumachVerdict alone, const char *text, size_t length,
                              const TlToken *token) {
  if (alone != TLUMACH_WORD_WRONG)
    return alone;
  if (is_abbreviation(session, text, length, token))
    return TLUMACH_WORD_RIGHT;
  return tl_in_address(text, length, token->span) ? TLUMACH_WORD_PASSED : TLUMACH_WORD_WRONG;
}

TlumachVerdict tl_judge_word(const TlumachSession *session, const char *text, size_t length, const TlToken *token,
                             char folded[TL_WORD_MAX]) {
  return tl_judge_place(session, tl_judge_alone(session, text, token, folded), text, length, token);
}

gboolean tlumach_spell_word(const TlumachSession *session, const char *word, gssize length) {
  char folded[TL_WORD_MAX];
  size_t n = tl_fold_word(word, length < 0 ? strlen(word) : (size_t)length, folded);
  return n > 0 && is_right(session, folded, n);
}
