/* Runs of name words (name_classes.h) are names; each is brought to its citation form and into Latin letters. */
#include "session/name_spans.h"

#include <string.h>

#include "lang/full_name.h"
#include "lang/place_adjective.h"
#include "session/name_adjective.h"
#include "session/name_context.h"
#include "session/name_whole.h"
#include "text/pinyin.h"
#include "text/romanize.h"

/* Do the words `i` and `i + 1` stand together: white space alone between them, or the point of an initial? */
static gboolean joined(const TlNameFinder *f, guint i) {
  if (i + 1 >= f->words->tokens->len)
    return FALSE;
  const TlToken *left = tl_name_token(f, i), *right = tl_name_token(f, i + 1);
  if (right->gap == TL_GAP_SPACE && !right->starts)
    return TRUE;
  if (f->classes[i] != TL_NAME_INITIAL || right->span.start - left->span.end > 4 ||
      f->words->text[left->span.end] != '.')
    return FALSE;
  for (size_t at = left->span.end + 1; at < right->span.start; at++)
    if (f->words->text[at] != ' ' && (guchar)f->words->text[at] != 0xC2 && (guchar)f->words->text[at] != 0xA0)
      return FALSE;
  return TRUE;
}

/* Верхня Лугава: an adjective, written large, that agrees with the name behind it. */
static gboolean is_adjective_to(const TlNameFinder *f, guint i, guint behind) {
  char word[TL_WORD_MAX];
  TlAnalysis a;
  if (f->classes[i] != TL_NAME_CAPITAL || behind != i + 1 || !tl_name_word(f, i, word))
    return FALSE;
  tl_analyse(f->session->lexicon, &f->session->lists, word, strlen(word), &a);
  for (guint k = 0; k < a.readings.n; k++)
    if (a.morphs[k].pos == TL_POS_ADJECTIVE)
      return tl_name_agrees(f, i, behind);
  return FALSE;
}

/* ОВВТ, and no single letter (Ван І). */
static gboolean is_acronym(const TlNameFinder *f, guint i) {
  const TlToken *token = tl_name_token(f, i);
  const char *word = f->words->text + token->span.start;
  return g_utf8_next_char(word) < f->words->text + token->span.end && (token->flags & TL_TOKEN_LOWER) == 0 &&
         f->classes[i] != TL_NAME_INITIAL && !g_hash_table_contains(f->capitals, GUINT_TO_POINTER(i));
}

/* May word `i` stand in one name with its neighbour `beside`? */
static gboolean extends(const TlNameFinder *f, guint i, guint beside) {
  if (is_acronym(f, i) != is_acronym(f, beside) && f->classes[i] != TL_NAME_INITIAL &&
      f->classes[beside] != TL_NAME_INITIAL)
    return FALSE;
  return is_adjective_to(f, i, beside) || f->classes[i] == TL_NAME_SURE || f->classes[i] == TL_NAME_BESIDE ||
         f->classes[i] == TL_NAME_INITIAL || f->classes[i] == TL_NAME_PARTICLE ||
         (f->classes[i] == TL_NAME_SMALL && f->classes[beside] == TL_NAME_SURE &&
          !(tl_name_token(f, beside)->flags & TL_TOKEN_CAPITAL));
}

static void romanize_name(TlNameFinder *f, const char *citation, guint words, GString *latin, GString *why) {
  const char *known = words == 1 ? g_hash_table_lookup(f->chinese, citation) : NULL;
  if (known || tl_pinyin_name(citation, latin)) {
    g_string_append(latin, known ? known : "");
    g_string_append(why, "; Chinese, in pinyin");
    return;
  }
  const char *space = strrchr(citation, ' '), *last = space ? space + 1 : citation;
  const char *surname = f->words->surnames ? g_hash_table_lookup(f->words->surnames, last) : NULL;
  tl_romanize(citation, surname ? (size_t)(last - citation) : strlen(citation), latin);
  if (surname) {
    g_string_append(latin, surname);
    g_string_append(why, "; the surname as in the term base");
  }
}

/* Remembers what the words of a Chinese name are alone: later the text says Сі, or Цзіньпін. */
static void learn_chinese(TlNameFinder *f, const char *citation) {
  g_autoptr(GString) whole = g_string_new(NULL);
  g_auto(GStrv) words = g_strsplit(citation, " ", -1);
  for (guint i = 0; tl_pinyin_name(citation, whole) && words[i]; i++) {
    g_autoptr(GString) one = g_string_new(NULL);
    if (tl_pinyin_word(words[i], one, NULL))
      g_hash_table_insert(f->chinese, g_strdup(words[i]), g_strdup(one->str));
    g_string_truncate(whole, 0);
  }
}

/* The citation form, and how each word came to it. */
static char *citation_of(TlNameFinder *f, guint first, guint last, GString *why) {
  g_autoptr(GPtrArray) words = tl_name_words(f, first, last);
  gboolean small = FALSE;
  for (guint i = first; i <= last; i++)
    small = small || (f->classes[i] != TL_NAME_PARTICLE && (tl_name_token(f, i)->flags & TL_TOKEN_CAPITAL) == 0);
  TlNameFrame frame;
  gboolean shown = tl_name_context(f, first, last, &frame);
  char *citation =
      tl_full_name_citation(f->names, (const char *const *)words->pdata, words->len, shown ? &frame : NULL, why);
  if (small)
    g_string_append(why, why->len ? ", written small" : "written small");
  return citation;
}

static TlumachName make_name(TlNameFinder *f, guint first, guint last) {
  g_autoptr(GString) why = g_string_new(NULL);
  g_autoptr(GString) latin = g_string_new(NULL);
  g_autofree char *citation = citation_of(f, first, last, why);
  romanize_name(f, citation, last - first + 1, latin, why);
  TlumachName name = {.citation = tl_arena_strdup(f->arena, citation),
                      .romanized = tl_arena_strdup(f->arena, latin->str),
                      .why = tl_arena_strdup(f->arena, why->str)};
  name.span.start = tl_name_token(f, first)->span.start;
  name.span.end = tl_name_token(f, last)->span.end;
  return name;
}

/* Behind a name but hardly part of one, unless it agrees: Левків Житомирського району, Корольова Державного
 * університету. */
static gboolean is_loose(const TlNameFinder *f, guint i) {
  char word[TL_WORD_MAX], adjective[TL_WORD_MAX];
  return f->classes[i] == TL_NAME_CAPITAL ||
         (f->classes[i] == TL_NAME_SURE && tl_name_word(f, i, word) && tl_place_adjective(word, adjective));
}

#define NAME_WORDS 8u /* on either side: longer runs of capitals are lists, and each place to cut one at is weighed */

typedef void (*RunFunc)(TlNameFinder *f, guint first, guint last, gpointer user);

/* Where the run is two names, the last word of the first; what is cut off must be a name for sure. */
static guint end_of_first(const TlNameFinder *f, guint first, guint last) {
  g_autoptr(GPtrArray) words = tl_name_words(f, first, last);
  guint end = first + tl_full_name_end(f->names, (const char *const *)words->pdata, words->len) - 1;
  for (guint i = end + 1; i <= last; i++)
    if (f->classes[i] == TL_NAME_SURE)
      return end;
  return last;
}

static void each_run(TlNameFinder *f, RunFunc run, gpointer user) {
  guint n = f->words->tokens->len, before = 0; /* behind the run before */
  for (guint i = 0; i < n; i++) {
    if (f->classes[i] != TL_NAME_SURE)
      continue;
    guint first = i, last = i;
    while (first > before && i - first < NAME_WORDS && extends(f, first - 1, first) && joined(f, first - 1))
      first--;
    while (last + 1 < n && last - i < NAME_WORDS && joined(f, last) &&
           (extends(f, last + 1, last) || f->classes[last + 1] == TL_NAME_CAPITAL))
      last++;
    last = end_of_first(f, first, last);
    while (last > MAX(i, first) && is_loose(f, last) && !tl_name_agrees(f, first, last))
      last--;
    run(f, first, last, user);
    i = MAX(i, last);
    before = last + 1;
  }
}

static void learn_name(TlNameFinder *f, guint first, guint last, gpointer user) {
  (void)user;
  g_autoptr(GPtrArray) words = tl_name_words(f, first, last);
  g_autoptr(GString) why = g_string_new(NULL);
  TlNameFrame frame;
  gboolean shown = tl_name_context(f, first, last, &frame);
  tl_full_name_learn(f->names, (const char *const *)words->pdata, words->len, shown ? &frame : NULL);
  g_autofree char *citation = citation_of(f, first, last, why);
  tl_name_learn_whole(f, first, last, citation);
  learn_chinese(f, citation);
}

static void keep_name(TlNameFinder *f, guint first, guint last, gpointer user) {
  TlumachName name;
  if (first != last || !tl_name_adjective(f, first, &name))
    name = make_name(f, first, last);
  g_array_append_val((GArray *)user, name);
}

void tl_find_names(const TlumachSession *session, const TlWordsOfText *words, TlArena *arena, GArray *names,
                   GArray *misspelt) {
  g_autoptr(TlNames) known = tl_names_new(session->lexicon, &session->lists);
  g_autoptr(GHashTable) inside = g_hash_table_new(g_str_hash, g_str_equal);
  g_autoptr(GHashTable) met = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GHashTable) capitals = g_hash_table_new(NULL, NULL);
  g_autoptr(GHashTable) chinese = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
  g_autofree guint8 *classes = g_new0(guint8, words->tokens->len + 1);
  TlNameFinder f = {session, words, arena, known, classes, inside, met, capitals, chinese};
  tl_name_classify(&f);
  tl_name_learn_terms(&f);
  each_run(&f, learn_name, NULL);
  tl_name_settle_whole(&f);
  each_run(&f, keep_name, names);
  for (guint i = 0; i < words->tokens->len; i++)
    if (classes[i] == TL_NAME_WRONG)
      g_array_append_val(misspelt, *tl_name_token(&f, i));
}

GArray *tl_tokens_of(const TlumachDocument *document) {
  GArray *tokens = g_array_new(FALSE, FALSE, sizeof(TlToken));
  guint n;
  const TlumachBlock *blocks = tlumach_document_blocks(document, &n);
  const char *text = tlumach_document_text(document, NULL);
  for (guint i = 0; i < n; i++)
    tl_tokens_add(text, blocks[i].span, tokens);
  return tokens;
}

void tlumach_unknown(const TlumachSession *session, const TlumachDocument *document, const TlumachHit *hits,
                     guint n_hits, TlumachNameFunc named, TlumachWordFunc misspelt, gpointer user) {
  g_autoptr(TlArena) arena = tl_arena_new();
  g_autoptr(GArray) names = g_array_new(FALSE, FALSE, sizeof(TlumachName));
  g_autoptr(GArray) wrong = g_array_new(FALSE, FALSE, sizeof(TlToken));
  g_autoptr(GArray) terms = g_array_sized_new(FALSE, FALSE, sizeof(TlumachHit), n_hits);
  g_autoptr(GArray) tokens = tl_tokens_of(document);
  size_t length;
  const char *text = tlumach_document_text(document, &length);
  if (n_hits > 0)
    g_array_append_vals(terms, hits, n_hits);
  TlWordsOfText words = {text, length, tokens, terms, NULL};
  tl_find_names(session, &words, arena, names, wrong);
  for (guint i = 0; i < names->len; i++)
    named(&g_array_index(names, TlumachName, i), user);
  for (guint i = 0; i < wrong->len; i++)
    misspelt(g_array_index(wrong, TlToken, i).span, user);
}
