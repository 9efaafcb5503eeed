/* Which words are right. What the speller takes for right beyond the dictionary: the words of the term bases in all
 * their forms, our lists, words that the language builds freely; and what it does not take: old spellings. */
#include <string.h>

#include "base/position.h"
#include "lang/built_words.h"
#include "session/chunks.h"
#include "session/words.h"

/* A word of a term base, as it stands there or in a form that the dictionary could not make. */
static gboolean is_term_word(const TlumachSession *session, const char *folded, size_t length) {
  char small[TL_WORD_MAX];
  if (g_utf8_strlen(folded, (gssize)length) < 3 && tl_upper_word(folded, length, small) && strcmp(folded, small) != 0)
    return FALSE; /* да Сілва: not every `да` is right for that */
  size_t n = tl_lower_word(folded, length, small);
  return n > 0 && (tl_term_index_key(session->index, TL_KEY_FORM, small, n) != TL_NO_KEY ||
                   tl_term_index_key(session->index, TL_KEY_GUESS, small, n) != TL_NO_KEY ||
                   tl_term_index_key(session->index, TL_KEY_GUESS, folded, length) != TL_NO_KEY);
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

static gboolean is_right(const TlumachSession *session, const char *folded, size_t n) {
  if (is_personal(session, folded, n))
    return TRUE;
  if (tl_is_outdated(session, folded, n)) /* a term base may have it, so that it is found */
    return FALSE;
  return tl_lexicon_spell(session->lexicon, folded, n) || tl_irregular_lemmas(session->lists.irregulars, folded) ||
         is_term_word(session, folded, n) || tl_is_built_word(session->lexicon, session->lists.prefixes, folded);
}

/* "ст. 51", "грн.": a short word before a point, without a vowel, or with the sentence going on behind it. */
static gboolean is_abbreviation(const char *text, size_t length, const TlToken *token, const char *folded) {
  size_t at = token->span.end;
  if (at >= length || text[at] != '.' || g_utf8_strlen(folded, -1) > 4 || (token->flags & TL_TOKEN_LATIN))
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

/* Is the word written with letters that the language has? Others are for another dictionary. */
static gboolean is_our_script(const TlumachSession *session, guint flags) {
  static const char *const cyrillic[] = {"uk", "ru", "be", "bg", "mk", "sr", NULL};
  const char language[] = {session->source[0], session->source[0] ? session->source[1] : '\0', '\0'};
  return g_strv_contains(cyrillic, language) ? (flags & TL_TOKEN_CYRILLIC) != 0
                                             : (flags & (TL_TOKEN_CYRILLIC | TL_TOKEN_LATIN)) != TL_TOKEN_CYRILLIC;
}

TlumachVerdict tl_judge_word(const TlumachSession *session, const char *text, size_t length, const TlToken *token,
                             char folded[TL_WORD_MAX]) {
  size_t n = tl_fold_word(text + token->span.start, token->span.end - token->span.start, folded);
  if (n == 0 || !(token->flags & TL_TOKEN_LETTERS) || (token->flags & TL_TOKEN_DIGITS) ||
      !is_our_script(session, token->flags))
    return TLUMACH_WORD_PASSED;
  return is_right(session, folded, n) || is_abbreviation(text, length, token, folded) ? TLUMACH_WORD_RIGHT
                                                                                      : TLUMACH_WORD_WRONG;
}

#define RECENT 4096u     /* words; a power of two */
#define RECENT_BYTES 24u /* of a word that is remembered: twelve Cyrillic letters */

/* Right words that were met lately, each in the one place that its letters choose: half a page of text is made of a few
 * hundred words, and this small table stays in the processor's cache, where the automaton does not. */
typedef struct Recent {
  guint64 words[RECENT][RECENT_BYTES / 8]; /* padded with zeros */
} Recent;

/* Most words are written as the dictionary has them: those need no folding, no casing and no copy. */
static gboolean plainly_right(const TlFrozen *frozen, const TlOldSpelling *old, Recent *recent, const char *word,
                              size_t length, guint flags) {
  static const guint plain = TL_TOKEN_LETTERS | TL_TOKEN_CYRILLIC | TL_TOKEN_LATIN | TL_TOKEN_LOWER;
  if (!frozen || (flags & ~plain))
    return FALSE;
  if (length > RECENT_BYTES)
    return tl_frozen_knows(frozen, word, length) == TL_KNOWN && !tl_is_old_spelling(old, word, length);
  guint64 padded[RECENT_BYTES / 8] = {0};
  memcpy(padded, word, length);
  guint64 hash =
      (padded[0] ^ (padded[1] << 21 | padded[1] >> 43) ^ (padded[2] << 42 | padded[2] >> 22)) * 0x9E3779B97F4A7C15u;
  guint64 *place = recent->words[hash >> 52 & (RECENT - 1)];
  if (place[0] == padded[0] && place[1] == padded[1] && place[2] == padded[2])
    return TRUE;
  if (tl_frozen_knows(frozen, word, length) != TL_KNOWN || tl_is_old_spelling(old, word, length))
    return FALSE;
  memcpy(place, padded, sizeof padded);
  return TRUE;
}

typedef struct Judged {
  TlumachSpan span;
  TlumachVerdict verdict;
} Judged;

/* Verdicts on several threads. */
typedef struct Judging {
  const TlumachSession *session;
  const char *text;
  size_t length;
  gboolean all; /* right words, too */
  TlumachVerdictFunc judged;
  TlumachWordFunc wrong;
  gpointer user;
} Judging;

static gpointer judge_chunk(const TlumachBlock *blocks, guint first, guint end, gpointer user) {
  const Judging *j = user;
  GArray *out = g_array_new(FALSE, FALSE, sizeof(Judged));
  const TlFrozen *frozen = tl_lexicon_frozen(j->session->lexicon);
  const TlOldSpelling *old = j->session->any_orthography ? NULL : j->session->lists.old;
  g_autofree Recent *recent = g_new0(Recent, 1);
  char folded[TL_WORD_MAX];
  for (guint i = first; i < end; i++) {
    TlScanner scanner;
    TlToken token;
    tl_scanner_init(&scanner, j->text, blocks[i].span);
    while (tl_scanner_next(&scanner, &token)) {
      if (!(token.flags & TL_TOKEN_LETTERS))
        continue;
      Judged one = {token.span, TLUMACH_WORD_RIGHT};
      if (!plainly_right(frozen, old, recent, j->text + token.span.start, token.span.end - token.span.start,
                         token.flags))
        one.verdict = tl_judge_word(j->session, j->text, j->length, &token, folded);
      if (j->all || one.verdict == TLUMACH_WORD_WRONG)
        g_array_append_val(out, one);
    }
  }
  return out;
}

static void report_judged(gpointer result, gpointer user) {
  const Judging *j = user;
  g_autoptr(GArray) judged = result;
  for (guint i = 0; i < judged->len; i++) {
    const Judged *one = &g_array_index(judged, Judged, i);
    if (j->all)
      j->judged(one->span, one->verdict, j->user);
    else
      j->wrong(one->span, j->user);
  }
}

static void judge_all(const TlumachDocument *document, Judging *judging) {
  judging->text = tlumach_document_text(document, &judging->length);
  tl_each_chunk(document, judging->session->jobs, judge_chunk, report_judged, judging);
}

void tlumach_judge(const TlumachSession *session, const TlumachDocument *document, TlumachVerdictFunc judged,
                   gpointer user) {
  Judging judging = {.session = session, .all = TRUE, .judged = judged, .user = user};
  judge_all(document, &judging);
}

void tlumach_spell(const TlumachSession *session, const TlumachDocument *document, TlumachWordFunc found,
                   gpointer user) {
  Judging judging = {.session = session, .wrong = found, .user = user};
  judge_all(document, &judging);
}

gboolean tlumach_spell_word(const TlumachSession *session, const char *word, gssize length) {
  char folded[TL_WORD_MAX];
  size_t n = tl_fold_word(word, length < 0 ? strlen(word) : (size_t)length, folded);
  return n > 0 && is_right(session, folded, n);
}
