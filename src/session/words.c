/* Spelling and single words. What the speller takes for right beyond the dictionary: the words of the term bases in all
 * their forms, and our lists. */
#include "session/words.h"

#include <string.h>

#include "base/file.h"
#include "base/position.h"
#include "lang/analysis.h"
#include "lang/guess.h"
#include "lang/suggest.h"
#include "session/chunks.h"
#include "text/romanize.h"

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
  return tl_lexicon_spell(session->lexicon, folded, n) || tl_irregular_lemmas(session->lists.irregulars, folded) ||
                 is_term_word(session, folded, n) || is_personal(session, folded, n) ||
                 is_abbreviation(text, length, token, folded)
             ? TLUMACH_WORD_RIGHT
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
static gboolean plainly_right(const TlFrozen *frozen, Recent *recent, const char *word, size_t length, guint flags) {
  static const guint plain = TL_TOKEN_LETTERS | TL_TOKEN_CYRILLIC | TL_TOKEN_LATIN | TL_TOKEN_LOWER;
  if (!frozen || (flags & ~plain))
    return FALSE;
  if (length > RECENT_BYTES)
    return tl_frozen_knows(frozen, word, length) == TL_KNOWN;
  guint64 padded[RECENT_BYTES / 8] = {0};
  memcpy(padded, word, length);
  guint64 hash =
      (padded[0] ^ (padded[1] << 21 | padded[1] >> 43) ^ (padded[2] << 42 | padded[2] >> 22)) * 0x9E3779B97F4A7C15u;
  guint64 *place = recent->words[hash >> 52 & (RECENT - 1)];
  if (place[0] == padded[0] && place[1] == padded[1] && place[2] == padded[2])
    return TRUE;
  if (tl_frozen_knows(frozen, word, length) != TL_KNOWN)
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
      if (!plainly_right(frozen, recent, j->text + token.span.start, token.span.end - token.span.start, token.flags))
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
  return n > 0 && (tl_lexicon_spell(session->lexicon, folded, n) || is_term_word(session, folded, n) ||
                   is_personal(session, folded, n));
}

static gpointer load_usual(gpointer user) {
  const TlumachSession *session = user;
  g_autoptr(GBytes) bytes = session->usual_path && g_file_test(session->usual_path, G_FILE_TEST_EXISTS)
                                ? tl_file_read(session->usual_path, 0, NULL)
                                : NULL;
  return bytes ? tl_usual_parse(bytes) : NULL;
}

static guint usual_word(const char *word, gpointer user) {
  TlumachSession *session = user;
  const TlUsual *usual = g_once(&session->usual, load_usual, session);
  return usual ? tl_usual(usual, session->lexicon, word) : 0;
}

gboolean tl_is_usual(const TlumachSession *session, const char *word) {
  return usual_word(word, (gpointer)session) > 0;
}

char **tlumach_suggest(const TlumachSession *session, const char *word, guint most) {
  char folded[TL_WORD_MAX];
  if (tl_fold_word(word, strlen(word), folded) == 0)
    return g_new0(char *, 1);
  const TlFrozen *frozen = tl_lexicon_frozen(session->lexicon);
  if (frozen)
    return tl_suggest(frozen, folded, most, usual_word, (gpointer)session);
  char **suggestions = tl_lexicon_suggest(session->lexicon, folded, 500);
  for (guint i = most; most < g_strv_length(suggestions) && suggestions[i]; i++) {
    g_free(suggestions[i]);
    suggestions[i] = NULL;
  }
  return suggestions;
}

void tlumach_words(const TlumachDocument *document, TlumachWordFunc found, gpointer user) {
  guint n;
  const TlumachBlock *blocks = tlumach_document_blocks(document, &n);
  const char *text = tlumach_document_text(document, NULL);
  for (guint i = 0; i < n; i++) {
    TlScanner scanner;
    TlToken token;
    tl_scanner_init(&scanner, text, blocks[i].span);
    while (tl_scanner_next(&scanner, &token))
      if (token.flags & TL_TOKEN_LETTERS)
        found(token.span, user);
  }
}

static void clear_lemma(gpointer data) {
  TlumachLemma *lemma = data;
  g_free(lemma->lemma);
  g_free(lemma->why);
}

static void add_lemma(GArray *lemmas, const char *text, const char *why, gboolean guessed) {
  for (guint i = 0; i < lemmas->len; i++)
    if (strcmp(g_array_index(lemmas, TlumachLemma, i).lemma, text) == 0)
      return;
  TlumachLemma lemma = {g_strdup(text), g_strdup(why), guessed};
  g_array_append_val(lemmas, lemma);
}

static const char *say(const TlAnalysis *a, guint i, const char *const *usual) {
  if (a->irregular[i])
    return "irregular";
  if (usual && !tl_homographs_allow(usual, tl_reading_stem(&a->readings, i)))
    return "dictionary; seldom this word in running text";
  static const char *const tried[] = {"dictionary", "dictionary, in small letters", "dictionary, capitalised"};
  return tried[a->tried[i]];
}

GArray *tlumach_lemma(const TlumachSession *session, const char *word) {
  GArray *lemmas = g_array_new(FALSE, FALSE, sizeof(TlumachLemma));
  g_array_set_clear_func(lemmas, clear_lemma);
  char folded[TL_WORD_MAX];
  size_t n = tl_fold_word(word, strlen(word), folded);
  if (n == 0)
    return lemmas;
  TlAnalysis a;
  tl_analyse(session->lexicon, &session->lists, folded, n, &a);
  const char *const *usual = tl_homographs_usual(session->lists.homographs, folded);
  for (int pass = 0; pass < 2; pass++) /* unusual readings last */
    for (guint i = 0; i < a.readings.n; i++) {
      const char *stem = tl_reading_stem(&a.readings, i);
      gboolean rare = usual && !tl_homographs_allow(usual, stem);
      gboolean name = a.tried[i] == TL_TRIED_CAPITAL && a.casing == TL_CASING_SMALL && a.known_as_is;
      if (rare == (pass == 1) && !name)
        add_lemma(lemmas, stem, say(&a, i, usual), FALSE);
    }
  if (lemmas->len == 0) {
    g_autoptr(GArray) guesses = tl_guesses_new();
    tl_guess_citations(session->lexicon, folded, guesses);
    for (guint i = 0; i < guesses->len && i < 3; i++)
      if (g_array_index(guesses, TlGuess, i).score >= 150)
        add_lemma(lemmas, g_array_index(guesses, TlGuess, i).citation, "unknown to the dictionary; by analogy", TRUE);
  }
  return lemmas;
}

void tlumach_romanize(const char *text, gsize length, GString *out) {
  tl_romanize(text, length, out);
}
