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

/* Letters alone, of a script that the language has? Others are for another dictionary, or for none. */
static gboolean is_for_us(const TlumachSession *session, const TlToken *token) {
  static const char *const cyrillic[] = {"uk", "ru", "be", "bg", "mk", "sr", NULL};
  if (!(token->flags & TL_TOKEN_LETTERS) || (token->flags & TL_TOKEN_DIGITS))
    return FALSE;
  const char language[] = {session->source[0], session->source[0] ? session->source[1] : '\0', '\0'};
  guint scripts = token->flags & (TL_TOKEN_CYRILLIC | TL_TOKEN_LATIN);
  return g_strv_contains(cyrillic, language) ? (scripts & TL_TOKEN_CYRILLIC) != 0 : scripts != TL_TOKEN_CYRILLIC;
}

TlumachVerdict tl_judge_word(const TlumachSession *session, const char *text, size_t length, const TlToken *token,
                             char folded[TL_WORD_MAX]) {
  size_t n = tl_fold_word(text + token->span.start, token->span.end - token->span.start, folded);
  if (n == 0 || !is_for_us(session, token))
    return TLUMACH_WORD_PASSED;
  return is_right(session, folded, n) || is_abbreviation(text, length, token, folded) ? TLUMACH_WORD_RIGHT
                                                                                      : TLUMACH_WORD_WRONG;
}

#define RECENT_BITS 13u  /* 8,192 words */
#define RECENT_BYTES 32u /* of a word that is remembered: sixteen Cyrillic letters */

/* Right words that were met lately, each in the one place that its letters choose: a page of text is made of a few
 * hundred words, and this small table stays in the processor's cache, where the automaton does not. */
typedef struct Recent {
  guint64 words[1u << RECENT_BITS][RECENT_BYTES / 8]; /* padded with zeros */
} Recent;

typedef struct Word {
  guint64 bytes[RECENT_BYTES / 8];
} Word;

static guint64 *place_of(Recent *recent, const char *word, size_t length, Word *padded) {
  *padded = (Word){{0}};
  memcpy(padded, word, length);
  const guint64 *w = padded->bytes;
  guint64 hash = (w[0] ^ (w[1] << 21 | w[1] >> 43) ^ (w[2] << 42 | w[2] >> 22) ^ (w[3] << 11 | w[3] >> 53)) *
                 G_GUINT64_CONSTANT(0x9E3779B97F4A7C15);
  return recent->words[hash >> (64 - RECENT_BITS)];
}

static gboolean same(const guint64 *a, const guint64 *b) {
  return ((a[0] ^ b[0]) | (a[1] ^ b[1]) | (a[2] ^ b[2]) | (a[3] ^ b[3])) == 0;
}

/* Most words are written as the dictionary has them: those need no folding, no casing and no copy. */
static gboolean plainly_right(const TlumachSession *session, const char *word, size_t length, guint flags) {
  static const guint plain = TL_TOKEN_LETTERS | TL_TOKEN_CYRILLIC | TL_TOKEN_LATIN | TL_TOKEN_LOWER;
  const TlFrozen *frozen = tl_lexicon_frozen(session->lexicon);
  return frozen && !(flags & ~plain) && tl_frozen_knows(frozen, word, length) == TL_KNOWN &&
         (session->any_orthography || !tl_is_old_spelling(session->lists.old, word, length));
}

/* A verdict, from memory where it does not depend on what stands around the word. */
static TlumachVerdict recall(const TlumachSession *session, const char *text, size_t length, const TlToken *token,
                             Recent *recent) {
  const char *word = text + token->span.start;
  size_t n = token->span.end - token->span.start;
  char folded[TL_WORD_MAX];
  Word padded;
  guint64 *place = n <= RECENT_BYTES ? place_of(recent, word, n, &padded) : NULL;
  if (place && same(place, padded.bytes))
    return TLUMACH_WORD_RIGHT;
  gboolean right = plainly_right(session, word, n, token->flags);
  if (!right && !is_for_us(session, token))
    return TLUMACH_WORD_PASSED;
  if (!right) {
    size_t n_folded = tl_fold_word(word, n, folded);
    if (n_folded == 0)
      return TLUMACH_WORD_PASSED;
    right = is_right(session, folded, n_folded);
  }
  if (right && place)
    memcpy(place, padded.bytes, sizeof padded.bytes);
  return right || is_abbreviation(text, length, token, folded) ? TLUMACH_WORD_RIGHT : TLUMACH_WORD_WRONG;
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
  gboolean all;         /* right words, too */
  GAsyncQueue *recents; /* Recent, of chunks that are done: the next one goes on with it */
  TlumachVerdictFunc judged;
  TlumachWordFunc wrong;
  gpointer user;
} Judging;

static gpointer judge_chunk(const TlumachBlock *blocks, guint first, guint end, gpointer user) {
  const Judging *j = user;
  GArray *out = g_array_new(FALSE, FALSE, sizeof(Judged));
  Recent *recent = g_async_queue_try_pop(j->recents);
  if (!recent)
    recent = g_new0(Recent, 1);
  for (guint i = first; i < end; i++) {
    TlScanner scanner;
    TlToken token;
    tl_scanner_init(&scanner, j->text, blocks[i].span);
    while (tl_scanner_next(&scanner, &token)) {
      if (!(token.flags & TL_TOKEN_LETTERS))
        continue;
      Judged one = {token.span, recall(j->session, j->text, j->length, &token, recent)};
      if (j->all || one.verdict == TLUMACH_WORD_WRONG)
        g_array_append_val(out, one);
    }
  }
  g_async_queue_push(j->recents, recent);
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
  g_autoptr(GAsyncQueue) recents = g_async_queue_new_full(g_free);
  judging->recents = recents;
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
