/* A capitalised word that the dictionary does not know is a name; at the start of a sentence only when the text has it
 * inside one, too, or nothing is near that it could be a slip of. A word that the dictionary has capitalised alone is a
 * name however it is written: `путін`. */
#include "session/name_classes.h"

#include <string.h>

#include "lang/built_words.h"
#include "lang/full_name.h"
#include "lang/given_name.h"
#include "session/name_capitals.h"
#include "session/words.h"
#include "text/pinyin.h"

/* НЕЧАЙ-СОРОКА: Нечай-Сорока. */
static gboolean without_capitals(const char *word, size_t n, char out[TL_WORD_MAX]) {
  char small[TL_WORD_MAX], half[TL_WORD_MAX];
  size_t length = tl_lower_word(word, n, small), first = strcspn(small, "-");
  if (length == 0 || first == 0 || tl_title_word(small, first, out) == 0)
    return FALSE;
  return first == length ||
         (tl_title_word(small + first + 1, length - first - 1, half) > 0 &&
          g_strlcat(out, "-", TL_WORD_MAX) < TL_WORD_MAX && g_strlcat(out, half, TL_WORD_MAX) < TL_WORD_MAX);
}

gboolean tl_name_word(const TlNameFinder *f, guint i, char out[TL_WORD_MAX]) {
  const TlToken *token = tl_name_token(f, i);
  char folded[TL_WORD_MAX], cyrillic[TL_WORD_MAX];
  size_t n = tl_fold_word(f->words->text + token->span.start, token->span.end - token->span.start, folded);
  const char *word = folded;
  if (n > 0 && (token->flags & TL_TOKEN_LATIN)) {
    size_t exchanged = tl_lookalike_word(folded, n, TRUE, cyrillic);
    word = exchanged ? cyrillic : folded;
    n = exchanged ? exchanged : n;
  }
  if (n == 0)
    return FALSE;
  if ((token->flags & (TL_TOKEN_CAPITAL | TL_TOKEN_UPPER_REST)) == 0 && f->classes[i] != TL_NAME_PARTICLE)
    return tl_title_word(word, n, out) > 0;
  if (g_hash_table_contains(f->capitals, GUINT_TO_POINTER(i)))
    return without_capitals(word, n, out);
  memcpy(out, word, n + 1);
  return TRUE;
}

static gboolean has_reading(const TlAnalysis *a, TlTried tried) {
  for (guint i = 0; i < a->readings.n; i++)
    if (a->tried[i] == tried)
      return TRUE;
  return FALSE;
}

/* Тому: seldom of Том. */
static gboolean is_homograph(const TlNameFinder *f, const char *folded) {
  char small[TL_WORD_MAX];
  return tl_lower_word(folded, strlen(folded), small) > 0 && tl_homographs_usual(f->session->lists.homographs, small);
}

static glong letters_of(const TlNameFinder *f, const TlToken *token) {
  return g_utf8_strlen(f->words->text + token->span.start, (gssize)(token->span.end - token->span.start));
}

static gboolean has_point(const TlNameFinder *f, const TlToken *token) {
  return token->span.end < f->words->length && f->words->text[token->span.end] == '.';
}

static gboolean is_initial(const TlNameFinder *f, const TlToken *token) {
  const char *word = f->words->text + token->span.start;
  size_t length = token->span.end - token->span.start;
  return !(token->flags & TL_TOKEN_DIGITS) && tl_initial_length(word, f->words->length - token->span.start) == length;
}

static TlNameClass classify(TlNameFinder *f, guint i) {
  const TlToken *token = tl_name_token(f, i);
  char folded[TL_WORD_MAX];
  TlumachVerdict verdict = tl_judge_word(f->session, f->words->text, f->words->length, token, folded);
  gboolean large = (token->flags & TL_TOKEN_CAPITAL) != 0;
  glong letters = letters_of(f, token);
  if (large && is_initial(f, token)) /* a word of one letter begins sentences: У Лимані */
    return token->starts && !has_point(f, token) ? TL_NAME_OTHER : TL_NAME_INITIAL;
  if (verdict == TLUMACH_WORD_PASSED)
    return TL_NAME_OTHER;
  if (verdict == TLUMACH_WORD_WRONG && tl_is_outdated(f->session, folded, strlen(folded)))
    return TL_NAME_WRONG;
  TlAnalysis a;
  tl_analyse(f->session->lexicon, &f->session->lists, folded, strlen(folded), &a);
  if (a.casing == TL_CASING_ALL)
    return verdict == TLUMACH_WORD_WRONG ? (letters <= 6 ? TL_NAME_SURE : TL_NAME_WRONG) : TL_NAME_OTHER;
  if (verdict == TLUMACH_WORD_WRONG && !large)
    return has_reading(&a, TL_TRIED_CAPITAL) ? TL_NAME_SURE : TL_NAME_WRONG;
  if (verdict == TLUMACH_WORD_WRONG)
    return a.casing != TL_CASING_CAPITAL && !tl_is_double_name(folded) ? TL_NAME_WRONG
           : token->starts                                             ? TL_NAME_MAYBE
                                                                       : TL_NAME_SURE;
  if (!large && tl_is_article_name(folded))
    return TL_NAME_SURE;
  if (!large)
    return has_reading(&a, TL_TRIED_CAPITAL) && !tl_is_usual(f->session, folded) ? TL_NAME_SMALL : TL_NAME_OTHER;
  if (!a.known_small) /* known by its parts alone: Дзвінчук-Гай */
    return has_reading(&a, TL_TRIED_AS_IS) || (token->flags & TL_TOKEN_HYPHEN) ? TL_NAME_SURE : TL_NAME_OTHER;
  gboolean rare = has_reading(&a, TL_TRIED_AS_IS) && letters > 3 && !tl_is_usual(f->session, folded); /* Зеленського */
  if (rare)
    return token->starts ? TL_NAME_MAYBE_OR_OTHER : TL_NAME_SURE;
  if (token->starts)
    return is_homograph(f, folded) ? TL_NAME_OTHER : has_reading(&a, TL_TRIED_AS_IS) ? TL_NAME_START : TL_NAME_FIRST;
  return letters <= 3 || has_reading(&a, TL_TRIED_AS_IS) ? TL_NAME_BESIDE : TL_NAME_CAPITAL;
}

static void classify_all(TlNameFinder *f) {
  guint hit = 0;
  char word[TL_WORD_MAX];
  const GArray *hits = f->words->hits;
  for (guint i = 0; i < f->words->tokens->len; i++) {
    const TlToken *token = tl_name_token(f, i);
    while (hit < hits->len && g_array_index(hits, TlumachHit, hit).span.end <= token->span.start)
      hit++;
    gboolean in_term = hit < hits->len && g_array_index(hits, TlumachHit, hit).span.start <= token->span.start;
    f->classes[i] = (guint8)(in_term ? TL_NAME_TERM : classify(f, i));
    if ((f->classes[i] == TL_NAME_SURE || f->classes[i] == TL_NAME_MAYBE) && tl_name_word(f, i, word))
      tl_names_note(f->names, word);
  }
}

/* Новака, which alone may be several names: one of them stands inside a sentence. */
static gboolean is_inside(const TlNameFinder *f, const char *word) {
  const GArray *readings = tl_names_readings(f->names, word);
  for (guint i = 0; i < readings->len; i++) {
    const TlNameReading *reading = &g_array_index(readings, TlNameReading, i);
    if (tl_names_believes(f->names, reading, word) && g_hash_table_contains(f->inside, reading->citation))
      return TRUE;
  }
  return FALSE;
}

/* Unknown words that begin sentences: names, or slips. */
static void settle_starts(TlNameFinder *f) {
  char word[TL_WORD_MAX];
  for (guint i = 0; i < f->words->tokens->len; i++)
    if (f->classes[i] == TL_NAME_SURE && tl_name_word(f, i, word))
      g_hash_table_add(f->inside, (gpointer)tl_names_citation(f->names, word));
  for (guint i = 0; i < f->words->tokens->len; i++) {
    if ((f->classes[i] != TL_NAME_MAYBE && f->classes[i] != TL_NAME_MAYBE_OR_OTHER) || !tl_name_word(f, i, word))
      continue;
    gboolean name = g_hash_table_contains(f->inside, word) || is_inside(f, word);
    if (!name && f->classes[i] == TL_NAME_MAYBE)
      name = !tl_has_suggestion(f->session, word);
    f->classes[i] = (guint8)(name ? TL_NAME_SURE : f->classes[i] == TL_NAME_MAYBE ? TL_NAME_WRONG : TL_NAME_START);
  }
}

GPtrArray *tl_name_words(const TlNameFinder *f, guint first, guint last) {
  GPtrArray *words = g_ptr_array_new_with_free_func(g_free);
  char word[TL_WORD_MAX];
  for (guint i = first; i <= last; i++) {
    gboolean point = f->classes[i] == TL_NAME_INITIAL && has_point(f, tl_name_token(f, i));
    g_ptr_array_add(words, tl_name_word(f, i, word) ? g_strconcat(word, point ? "." : NULL, NULL) : g_strdup(""));
  }
  return words;
}

gboolean tl_name_agrees(const TlNameFinder *f, guint first, guint last) {
  g_autoptr(GPtrArray) words = tl_name_words(f, first, last);
  return tl_full_name_agrees(f->names, (const char *const *)words->pdata, words->len);
}

/* Надії: of somebody. Романи, at the start of a sentence: books, sooner than several of that name. */
static gboolean is_given_to_one(const TlNameFinder *f, const char *word) {
  const GArray *readings = tl_names_readings(f->names, word);
  for (guint i = 0; i < readings->len; i++) {
    const TlNameReading *reading = &g_array_index(readings, TlNameReading, i);
    if (reading->given && reading->concord != TL_CONCORD_PLURAL)
      return TRUE;
  }
  return FALSE;
}

/* Роман Умберто Еко, Капітан Андрій: a word at the start of a sentence that is hardly one more given name of whom the
 * next words name. */
static gboolean is_word_before_name(const TlNameFinder *f, guint i) {
  char word[TL_WORD_MAX], next[TL_WORD_MAX];
  if (!tl_name_word(f, i, word) || !tl_name_word(f, i + 1, next))
    return FALSE;
  const TlNameReading *own = tl_names_reading(f->names, word), *behind = tl_names_reading(f->names, next);
  if (tl_is_patronymic(behind->citation))
    return FALSE;
  gboolean more = i + 2 < f->words->tokens->len && tl_name_token(f, i + 2)->gap == TL_GAP_SPACE &&
                  (f->classes[i + 2] == TL_NAME_SURE || f->classes[i + 2] == TL_NAME_BESIDE);
  return (more && tl_name_agrees(f, i, i + 2)) ||
         (behind->given && !tl_is_usual_given_name(own->citation, own->concord));
}

/* Надія Гривняк, Віра Коваль: words that are given names, too, before what may be a surname. */
static void settle_given(TlNameFinder *f) {
  char word[TL_WORD_MAX];
  for (guint i = 0; i + 1 < f->words->tokens->len; i++) {
    const TlToken *next = tl_name_token(f, i + 1);
    guint8 own = f->classes[i], behind = f->classes[i + 1];
    if ((own == TL_NAME_START || own == TL_NAME_BESIDE) && next->gap == TL_GAP_SPACE && !next->starts &&
        (behind == TL_NAME_SURE || behind == TL_NAME_BESIDE) && tl_name_word(f, i, word) &&
        tl_names_given(f->names, word) &&
        (own == TL_NAME_BESIDE || (is_given_to_one(f, word) && !is_word_before_name(f, i))) &&
        tl_name_agrees(f, i, i + 1))
      f->classes[i] = f->classes[i + 1] = TL_NAME_SURE;
  }
}

/* Ван I: common words and single letters make a name when they are a surname and a given name of China. */
static void settle_chinese(TlNameFinder *f) {
  char surname[TL_WORD_MAX], given[TL_WORD_MAX];
  for (guint i = 0; i + 1 < f->words->tokens->len; i++) {
    const TlToken *left = tl_name_token(f, i), *right = tl_name_token(f, i + 1);
    if ((f->classes[i] != TL_NAME_BESIDE && f->classes[i] != TL_NAME_SURE && f->classes[i] != TL_NAME_INITIAL) ||
        right->gap != TL_GAP_SPACE || right->starts || !(left->flags & right->flags & TL_TOKEN_CAPITAL) ||
        f->classes[i + 1] == TL_NAME_OTHER || f->classes[i + 1] == TL_NAME_TERM || !tl_name_word(f, i, surname) ||
        !tl_name_word(f, i + 1, given))
      continue;
    g_autofree char *name = g_strconcat(
        surname, " ", f->classes[i + 1] == TL_NAME_INITIAL ? given : tl_names_citation(f->names, given), NULL);
    g_autoptr(GString) latin = g_string_new(NULL);
    if (tl_pinyin_name(name, latin))
      f->classes[i] = f->classes[i + 1] = TL_NAME_SURE;
  }
}

static gboolean is_particle(const TlNameFinder *f, guint i) {
  static const char *const all[] = {"фон", "цу", "ван", "дер", "ден", "де",  "дель", "ді", "да",
                                    "ду",  "дю", "бін", "бен", "ібн", "аль", "ель",  NULL};
  const TlToken *token = tl_name_token(f, i);
  g_autofree char *word = g_strndup(f->words->text + token->span.start, token->span.end - token->span.start);
  return token->gap == TL_GAP_SPACE && !token->starts && g_strv_contains(all, word);
}

static gboolean is_beside_particle(const TlNameFinder *f, guint i) {
  return f->classes[i] == TL_NAME_SURE || f->classes[i] == TL_NAME_BESIDE;
}

/* Людвіг ван Бетховен, Отто фон дер Гріф: names on both sides, and no comma (…, де Олена). */
static void settle_particles(TlNameFinder *f) {
  guint n = f->words->tokens->len;
  for (guint i = 1; i + 1 < n; i++) {
    guint end = i;
    while (end < n && is_particle(f, end))
      end++;
    if (end > i && end < n && is_beside_particle(f, i - 1) && is_beside_particle(f, end) &&
        tl_name_token(f, end)->gap == TL_GAP_SPACE && !tl_name_token(f, end)->starts)
      memset(f->classes + i, TL_NAME_PARTICLE, end - i);
    i = end > i ? end - 1 : i;
  }
}

void tl_name_classify(TlNameFinder *f) {
  classify_all(f);
  tl_name_settle_capitals(f);
  settle_starts(f);
  settle_given(f);
  settle_chinese(f);
  settle_particles(f);
}
